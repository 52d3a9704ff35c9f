"""What a denial answers: its own content where it has one, else the nearest claim before it in its report.

"Both reject such claims" has no content of its own. It is resolved to the statement it points back to, and
only to that one; a denial that names its content stands by it, and joins a claim only by meaning the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from depesche.lang.loader import read_toml
from depesche.ledger.items import ASSERTING, Item
from depesche.records import Act
from depesche.settings import ANAPHORA_MAX_WEIGHT, ANAPHORA_REACH

# Concepts that only point back to something said; a denial of nothing else has no content of its own.
_POINTING = "pointing"


def points_back(item: Item, pointing: frozenset[str]) -> bool:
    """Say whether an item's content only names what somebody said ("such claims", "the report")."""
    own = [u for u in item.meaning.units if not u.name and not set(u.concepts[:2]) & pointing]
    has_pointer = any(set(u.concepts[:2]) & pointing for u in item.meaning.units)
    return (has_pointer or not item.meaning.units) and sum(u.weight for u in own) <= ANAPHORA_MAX_WEIGHT


def find_answered(denial: Item, items: Sequence[Item]) -> Item | None:
    """Return the statement a content-less denial answers: the nearest before it, by somebody else; else None."""
    position = denial.spans[0].start
    named = {u.entity for u in denial.meaning.units if u.entity}
    before = [
        i
        for i in items
        if i.report.id == denial.report.id
        and i.act in ASSERTING
        and i.spans[0].start < position
        and position - i.spans[-1].end <= ANAPHORA_REACH
        and not set(i.who) & set(denial.who)
    ]
    by_named = [i for i in before if set(i.who) & named]
    return max(by_named or before, key=lambda i: (i.spans[0].start, i.key), default=None)


def is_denial(item: Item) -> bool:
    """Say whether the item's act denies."""
    return item.act is Act.DENY


def pointing_concepts() -> frozenset[str]:
    """Return the slugs of concepts that name something said ("claim", "accusation", "report")."""
    return frozenset(read_toml(None, "stages.toml").get(_POINTING, ()))
