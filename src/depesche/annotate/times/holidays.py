"""Dates of holidays, fixed and movable. Source for Easter: the anonymous Gregorian computus (Meeus, 1991)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from depesche.lang.schema.known_days import load_observances

_EASTER_YEARS = range(1583, 2500)


def easter(year: int) -> date:
    """Return Western Easter Sunday of a Gregorian year."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday in the Gregorian calendar; right for 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


@cache
def holiday_date(rule: str, year: int) -> date | None:
    """Return the day of a holiday; None for a rule or year outside what is known.

    Rules: "12-24"; "table:diwali", a row of `observances.tsv`; "easter-2", "orthodox+0", "advent+21" in days from
    that Sunday; "nth:11:4:4", the fourth Thursday of November (-1 the last), with "+1" the day after.
    """
    if year not in _EASTER_YEARS:
        return None
    if rule.startswith("table:"):
        return next((d for d in load_observances().get(rule[6:], ()) if d.year == year), None)
    try:
        if m := re.fullmatch(r"(easter|orthodox|advent)([+-]\d+)", rule):
            start = {"easter": easter, "orthodox": orthodox_easter, "advent": _advent}[m[1]](year)
            return start + timedelta(days=int(m[2]))
        if m := re.fullmatch(r"(\d\d)-(\d\d)", rule):
            return date(year, int(m[1]), int(m[2]))
        if m := re.fullmatch(r"nth:(\d+):(\d):(-?\d)(?:([+-]\d+))?", rule):
            return _nth_weekday(year, int(m[1]), int(m[2]), int(m[3])) + timedelta(days=int(m[4] or 0))
    except (ValueError, OverflowError):
        return None
    return None


def _advent(year: int) -> date:
    fourth = date(year, 12, 24)
    fourth -= timedelta(days=fourth.isoweekday() % 7)
    return fourth - timedelta(days=21)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)
