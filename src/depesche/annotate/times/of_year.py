"""Days and stretches that a year has once: feasts, months and their days, seasons, quarters, numbered weeks.

`year` is the year that the words give, None where publication tells it; `by` says what a value so anchored rests on.
"""

from __future__ import annotations

import calendar
from datetime import date

from depesche.annotate.times.frame import Frame
from depesche.annotate.times.holidays import holiday_date
from depesche.annotate.times.occasion import (
    Anchor,
    choose_day,
    choose_holiday,
    months_of_part,
    year_of_month,
    year_of_part,
)
from depesche.annotate.times.values import Value, day_value, month_value, months_value, safe_date, week_value
from depesche.records import ResolvedBy, TimeType
from depesche.settings import TIME_FAR_HOLIDAY_DAYS


def holiday_value(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    """Return the day of a feast: in its year, else the one nearest in the direction that the words look."""
    name = frame.holiday or ""
    if year is not None:
        return day_value(holiday_date(name, year), by, frame.part)
    if anchor.published is None:
        return Value(TimeType.DATE, "XXXX-XX-XX")
    around = [holiday_date(name, anchor.published.year + step) for step in (-1, 0, 1)]
    days = [d for d in around if d]
    direction = frame.which or anchor.tense
    if direction > 0:  # the next one is meant, however far
        return day_value(min((d for d in days if d >= anchor.published), default=None), by, frame.part)
    if frame.which is None and anchor.tense == 0:
        return day_value(choose_holiday(days, anchor.published), by, frame.part)
    return day_value(choose_day(days, anchor.published, direction, TIME_FAR_HOLIDAY_DAYS), by, frame.part)


def last_days(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    """Return the day counted from the end of its month ("the last day of May")."""
    if year is None:
        year = year_of_month(frame, anchor)
    if year is None or frame.month is None:
        return None
    last = calendar.monthrange(year, frame.month)[1]
    day = safe_date(year, frame.month, last + 1 - (frame.nth_last or 1)) if last >= (frame.nth_last or 1) else None
    return day_value(day, by)


def month_or_day(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    """Return a month, or a day of it."""
    month = frame.month or 1
    if not 1 <= month <= 12:
        return None
    if year is None and anchor.published is None:
        day = f"-{frame.day:02}" if frame.day else ""
        part = f"T{frame.part}" if frame.part else ""
        return Value(TimeType.TIME if part else TimeType.DATE, f"XXXX-{month:02}{day}{part}")
    if frame.day is None:
        if year is None:
            year = year_of_month(frame, anchor)
        return month_value(year, month, by) if year else None
    if year is not None:
        return day_value(safe_date(year, month, frame.day), by, frame.part)
    base = anchor.published
    if base is None:
        return None
    days = [d for step in range(-4, 5) if (d := safe_date(base.year + step, month, frame.day))]
    near = [d for d in days if abs(d.year - base.year) <= 1 and d.isoweekday() == frame.on_weekday]
    if len(near) == 1:  # "Saturday, 10 June": one year in seven has it
        return day_value(near[0], by, frame.part)
    return day_value(choose_day(days, base, frame.which or anchor.tense), by, frame.part)


def part_of_year(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    """Return a season, quarter or half of a year."""
    start, months, label = months_of_part(frame)
    base = anchor.published
    if year is None:
        if base is None:
            return Value(TimeType.DATE, f"XXXX-{label}")
        year = year_of_part(frame, anchor, base, start, months)
    return months_value(f"{year:04}-{label}", year, start, months, by)


def numbered_week(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    """Return a week by its ISO number; None where the year has no such week."""
    if year is None:
        if anchor.published is None:
            return Value(TimeType.DATE, f"XXXX-W{frame.week:02}")
        year = anchor.published.year
    try:
        return week_value(date.fromisocalendar(year, frame.week or 1, 1), by)
    except ValueError:
        return None
