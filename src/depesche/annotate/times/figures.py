"""What digits can mean in a time: day, month, hour, numeric date, clock time."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from depesche.annotate.quantities.numbers import read_digits
from depesche.lang.schema.quantities import QuantityWords

_EARLIEST_YEAR = 1000  # of a numeric date
_CENTURY_TURN = 50  # two-digit years below are of this century
_LAST_MONTH = 12
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


class Edge(NamedTuple):
    symbol: str
    value: Any
    end: int


def short_edges(number: int, size: int, i: int) -> list[Edge]:
    found = []
    if 1 <= number <= 31:
        found.append(Edge("DAY", number, i + 1))
        if number > _LAST_MONTH:
            found.append(Edge("DAYSURE", number, i + 1))
    if 1 <= number <= 12:
        found.append(Edge("MNUM", number, i + 1))
    if number <= 24:
        found.append(Edge("HOUR", number, i + 1))
    if size == 2:
        if 1 <= number <= 31:
            found.append(Edge("DD", number, i + 1))
        if 1 <= number <= 12:
            found.append(Edge("MM", number, i + 1))
        found.append(Edge("YY", number, i + 1))
        if number <= 59:
            found.append(Edge("MINUTE", number, i + 1))
    return found


_CLOCK = re.compile(r"(\d{1,2})([:.])(\d{2})(?::(\d{2}))?")
_DMY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_YMD = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_DM = re.compile(r"(\d{1,2})\.(\d{1,2})")


def marked_edges(word: str, i: int, numbers: QuantityWords, month_first: bool) -> list[Edge]:
    """Return the readings of digits with marks inside."""
    found = []
    if m := _CLOCK.fullmatch(word):
        hour, minute = int(m[1]), int(m[3])
        is_race = m[4] is not None and (len(m[1]) == 1 or int(m[4]) > 59)  # "2:04:35" is how long somebody ran
        if hour <= 24 and minute <= 59 and (m[2] == ":" or not m[4]) and not is_race:
            found.append(Edge("CLOCK" if m[2] == ":" else "CLOCKDOT", (hour, minute), i + 1))
    if m := _DMY.fullmatch(word):
        date = _valid_date(int(m[3]), int(m[2]), int(m[1])) or _valid_date(int(m[3]), int(m[1]), int(m[2]))
        if date:
            found.append(Edge("DMY", date, i + 1))
    if (m := _YMD.fullmatch(word)) and (date := _valid_date(int(m[1]), int(m[2]), int(m[3]))):
        found.append(Edge("DMY", date, i + 1))
    if m := _DM.fullmatch(word):
        day, month = (int(m[2]), int(m[1])) if month_first else (int(m[1]), int(m[2]))
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(Edge("DM", (day, month), i + 1))
            if day > 24 and len(m[2]) == 2:
                found.append(Edge("DMSURE", (day, month), i + 1))
    value = read_digits(word, numbers)
    if value is not None:
        found.append(Edge("CARD", int(value) if value == int(value) else value, i + 1))
    return found


def _valid_date(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    if year < 100:
        year += 2000 if year < _CENTURY_TURN else 1900
    return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and year >= _EARLIEST_YEAR else None


def roman(word: str) -> int:
    values = [_ROMAN_DIGITS[c] for c in word]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
