"""How likely a statement is right in content, source and act: by construction and by how its source was found."""

from __future__ import annotations

from depesche.annotate.statements.drafts import Draft
from depesche.records import SourceType
from depesche.settings import (
    GROUP_FACTOR,
    MOST_CONFIDENT,
    NAMED_FACTOR,
    NOBODY_FACTOR,
    STATEMENT_CONFIDENCE,
    UNNAMED_FACTOR,
)


def confidence(draft: Draft) -> float:
    """Return the probability, two decimals."""
    value = STATEMENT_CONFIDENCE.get(draft.how, STATEMENT_CONFIDENCE["other"])
    if not draft.who:
        value *= NOBODY_FACTOR if draft.anonymous else UNNAMED_FACTOR
    elif draft.phrase is None or draft.phrase.kind != "np":
        pass  # a pronoun or nothing stands for the source: right as often as a role
    elif draft.who[0].type is SourceType.COLLECTIVE:
        value *= GROUP_FACTOR
    elif draft.who[0].type is SourceType.NAMED:
        value *= NAMED_FACTOR
    return round(min(value, MOST_CONFIDENT), 2)
