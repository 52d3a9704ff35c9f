"""Times that are part of a name: a given name, a Sunday paper."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from depesche.records import Name, NameType, Time


def outside_names(times: tuple[Time, ...], names: Sequence[Name]) -> tuple[Time, ...]:
    """Return the times that are no part of who or what is called so: "Jan Novak", "Bild am Sonntag"."""
    whole = (NameType.PERSON, NameType.ORGANIZATION)
    spans = sorted(n.span for n in names if n.type in whole)
    starts = [span.start for span in spans]

    def named(time: Time) -> bool:
        i = bisect_right(starts, time.span.start) - 1
        return i >= 0 and time.span.end <= spans[i].end and time.span != spans[i]

    return tuple(t for t in times if not named(t))
