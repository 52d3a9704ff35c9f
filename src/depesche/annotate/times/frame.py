"""A time as its words give it, before it is anchored: what is said is set, all else None."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from depesche.annotate.times.match import Match
from depesche.errors import DataError


@dataclass(slots=True)
class Frame:
    """What the words say. Tokens [start, end) are its span.

    `which` is -1, 0, 1 for last, this, next. `shift` moves by whole `unit`s and keeps their grain ("last week"),
    `ago` by a measured stretch ("two weeks ago": negative); `within` says that `ago` is a stretch in a sentence
    about the past ("in two weeks"). `count` of `unit` is a duration; `every` makes it a set. `anchor` is "event"
    where the time counts from the report's own dated event, "told" where it then counts from the day of publication
    if no event was just told of. `mod` alone is no time. `ranged` is an hour of opening or closing ("10-18 Uhr").
    `on_weekday` is the weekday said beside a date: it tells the year. `listed_before` is the date a list member takes
    its month from.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    part: str | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    hour: int | None = None
    minute: int | None = None
    half_day: str | None = None
    zone: str | None = None
    unit: str | None = None
    count: float | str | None = None
    shift: int | None = None
    ago: float | None = None
    which: int | None = None
    every: int | None = None
    ref: str | None = None
    mod: str | None = None
    anchor: str | None = None
    holiday: str | None = None
    anniversary: int | None = None
    literal: str | None = None
    nth_last: int | None = None
    on_weekday: int | None = None
    within: int | None = None
    needs: str | None = None
    listed_before: Frame | None = None
    ranged: bool = False

    def said(self) -> frozenset[str]:
        """Return the names of the fields that are set."""
        return frozenset([name for name, value in zip(FIELDS, _values(self), strict=True) if value is not None])


_LAST_HUNDREDS = 2000  # "the 1900s" are a century, "the 2000s" its first decade
_CENTURY_TURN = 50  # two-digit years below are of this century
FIELDS = tuple(f.name for f in fields(Frame) if f.name not in ("start", "end", "listed_before", "ranged", "on_weekday"))
_values = attrgetter(*FIELDS)


def build_frame(match: Match) -> Frame:
    """Fill a frame with what a match says."""
    frame = Frame(match.start, match.end)
    captures = dict(reversed(match.captures))  # of two of a class the first ("winter 2018/2019")
    for name, wanted in match.rule.give:
        if name == "plus":
            frame.count = wanted + frame.count if isinstance(frame.count, (int, float)) else None
            frame.ago = frame.ago + (wanted if frame.ago > 0 else -wanted) if frame.ago else None
            continue
        if name == "pair":
            _take_pair(frame, wanted, captures)
            continue
        if name not in FIELDS:
            raise DataError(f"times.toml, rule {match.rule.name!r}: no field {name!r}; known are {', '.join(FIELDS)}")
        value = _value(wanted, captures)
        if value is not None:
            setattr(frame, name, value)
    if frame.year is not None and frame.year < 100:
        frame.year += 2000 if frame.year < _CENTURY_TURN else 1900
    return frame


def _value(wanted: Any, captures: dict[str, Any]) -> Any:
    if not isinstance(wanted, str):
        return wanted
    if wanted.startswith("="):
        return wanted[1:]
    negative = wanted.startswith("-")
    name = wanted.removeprefix("-")
    if not name.isupper():
        return wanted
    for option in name.split("/"):  # the first class that the pattern met
        option = "YEARM" if option == "YEAR" and "YEARM" in captures else option
        if option in captures:
            return -captures[option] if negative else captures[option]
    return None


def _take_pair(frame: Frame, wanted: str, captures: dict[str, Any]) -> None:
    """Spread values that hold more than one field: a clock time, a numeric date, weekday and part of day."""
    for name in wanted.split("/"):
        if name not in captures:
            continue
        value = captures[name]
        if name in ("CLOCK", "CLOCKDOT", "HHMM"):
            frame.hour, frame.minute = value
        elif name == "YEAR":
            is_century = value % 100 == 0 and value < _LAST_HUNDREDS
            frame.century, frame.decade = (value // 100 + 1, None) if is_century else (None, value)
        elif name in ("LENGTH", "YEARLENGTH"):
            frame.count, frame.unit = value
        elif name == "DMY":
            frame.year, frame.month, frame.day = value
        elif name in ("DM", "DMSURE"):
            frame.day, frame.month = value
        elif name == "UNITMOD":
            frame.unit, _, frame.mod = value.partition("T")
        elif name == "WEEKDAYPART":
            day, _, part = value.partition("T")
            frame.weekday, frame.part = int(day), part
