"""When it was said: a date in the cue's clause, outside the content."""

from __future__ import annotations

import re
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames import Layers
from depesche.records import Time, TimeType

_NEAR: Final = 14  # tokens around the cue in which its date stands
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def said_on(draft: Draft, layers: Layers) -> str | None:
    """Return the date of speaking as a TIMEX3 value, None where the clause of the cue has none."""
    if not draft.cue:
        return None
    tokens = draft.frame.tokens
    near = range(max(0, draft.at - _NEAR), min(len(tokens), draft.at + _NEAR))
    inside = [
        (abs(i - draft.at), time)
        for i in near
        if (time := layers.times.get(tokens[i].start)) is not None
        and not any(a <= time.span.start < b for a, b in draft.content)
    ]
    dated = [(distance, time) for distance, time in inside if _value(time)]
    return _value(min(dated, key=lambda item: item[0])[1]) if dated else None


def _value(time: Time) -> str | None:
    """Return the day, month or year of a time expression, without its hour."""
    if time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    match = _DATE.match(time.value)
    return match.group() if match else None
