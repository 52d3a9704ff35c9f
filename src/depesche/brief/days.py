"""Intervals of days as a reader writes them: a year as "1910", a month as "2023-07"."""

from __future__ import annotations

import calendar


def show_days(start: str, end: str) -> str:
    """Write an interval of ISO days, both inclusive, as plainly as it is exact."""
    if start == end:
        return start
    if start[:4] == end[:4]:
        if start[4:] == "-01-01" and end[4:] == "-12-31":
            return start[:4]
        same_month = start[:7] == end[:7] and start[4:5] == "-"
        if same_month and start[8:] == "01" and end[8:] == f"{_last_day(start)}":
            return start[:7]
    return f"{start} – {end}"


def _last_day(day: str) -> int:
    try:
        return calendar.monthrange(int(day[:4]), int(day[5:7]))[1]
    except (ValueError, calendar.IllegalMonthError):
        return 0
