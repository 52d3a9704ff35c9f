"""Days as a reader writes them: "3 May 2024", an interval of days "3–5 May 2024", a month "May 2024", a year "2024"."""

from __future__ import annotations

import calendar
import re
from datetime import date

from depesche.brief.words import Words

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def show_days(start: str, end: str, words: Words) -> str:
    """Write an interval of ISO days, both inclusive, as plainly as it is exact."""
    if start == end:
        return show_day(start, words)
    if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4]
    if _DAY.fullmatch(start) and _DAY.fullmatch(end) and start[:7] == end[:7]:
        if start[8:] == "01" and end[8:] == f"{_last_day(start)}":
            return _month(start, words)
        first = words.fill("day_alone", day=int(start[8:10]))
        return f"{first}–{show_day(end, words)}"
    return f"{show_day(start, words)} – {show_day(end, words)}"


def show_day(day: str, words: Words) -> str:
    """Write an ISO day; what is none stays as it is."""
    found = _DAY.match(day)
    if not found or not 1 <= int(found[2]) <= len(words.row("months")):
        return day
    month = words.row("months")[int(found[2]) - 1]
    return words.fill("day_month_year", day=int(found[3]), month=month, year=int(found[1]))


def show_instant(instant: str, words: Words) -> str:
    """Write an ISO day, or an instant as its day, clock and zone."""
    day = show_day(instant[:10], words)
    if len(instant) <= len("2024-02-14"):
        return day
    zone = "UTC" if instant.endswith(("Z", "+00:00")) else instant[-6:] if instant[-6] in "+-" else ""
    return f"{day}, {instant[11:16]} {zone}".rstrip()


def show_time(value: str, words: Words) -> str:
    """Write a TIMEX3 value: a day, week, month or year; of what is finer or vaguer the year."""
    if _DAY.match(value):
        return show_day(value, words)
    if found := _WEEK.fullmatch(value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
        except ValueError:
            return found[1]
        return words.fill("week_of", day=show_day(monday, words))
    return _month(value, words) if _MONTH.fullmatch(value) else value[:4]


def _month(value: str, words: Words) -> str:
    months = words.row("months_alone")
    number = int(value[5:7])
    return f"{months[number - 1]} {value[:4]}" if 1 <= number <= len(months) else value


def _last_day(day: str) -> int:
    try:
        return calendar.monthrange(int(day[:4]), int(day[5:7]))[1]
    except (ValueError, calendar.IllegalMonthError):
        return 0
