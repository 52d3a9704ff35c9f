"""TIMEX3 values with their intervals: whole days, weeks, months, quarters, years, amounts. Pure calendar arithmetic."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from depesche.annotate.times.frame import Frame
from depesche.records import ResolvedBy, Span, Time, TimeMod, TimeType

CLOCK_UNITS = frozenset({"H", "MN", "S"})
_UNIT_LETTERS = {"MN": "M"}
_LARGEST_STEP = 10_000  # units; no time of the news is further away


@dataclass(frozen=True, slots=True)
class Value:
    type: TimeType
    timex: str
    begin: date | None = None
    end: date | None = None
    by: ResolvedBy | None = None


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


_FINER = (("Y", 12, "M"), ("H", 60, "MN"), ("MN", 60, "S"), ("D", 24, "H"), ("DE", 10, "Y"), ("CE", 100, "Y"))


def _plain_amount(count: float | str, unit: str) -> str:
    letter = _UNIT_LETTERS.get(unit, unit)
    number = f"{count:g}" if isinstance(count, float) else str(count)
    return ("PT" if unit in CLOCK_UNITS else "P") + number + letter


def amount(count: float | str, unit: str) -> str:
    """Write less than one in finer units ("half a year": P6M), other fractions as such (P2.5Y), quarters in months."""
    if unit == "Q" and isinstance(count, int):
        return _plain_amount(3 * count, "M")
    if isinstance(count, float) and count < 1:
        for coarse, factor, fine in _FINER:
            if unit == coarse and (count * factor) == int(count * factor):
                return _plain_amount(int(count * factor), fine)
    if isinstance(count, float) and count == int(count):
        count = int(count)
    return _plain_amount(count, unit)


def day_value(day: date | None, by: ResolvedBy, part: str | None = None) -> Value | None:
    if day is None:
        return None
    value = day.isoformat() + (f"T{part}" if part else "")
    return Value(TimeType.TIME if part else TimeType.DATE, value, day, day, by)


def month_value(year: int, month: int, by: ResolvedBy) -> Value | None:
    first = safe_date(year, month, 1)
    if first is None:
        return None
    last = date(year, month, calendar.monthrange(year, month)[1])
    return Value(TimeType.DATE, f"{year:04}-{month:02}", first, last, by)


def year_value(year: int, by: ResolvedBy) -> Value | None:
    first, last = safe_date(year, 1, 1), safe_date(year, 12, 31)
    return Value(TimeType.DATE, f"{year:04}", first, last, by) if first else None


def week_value(day: date, by: ResolvedBy, weekend: bool = False) -> Value | None:
    year, week, _ = day.isocalendar()
    monday = add_days(day, -day.weekday())
    if monday is None:
        return None
    first, last = add_days(monday, 5 if weekend else 0), add_days(monday, 6)
    return Value(TimeType.DATE, f"{year:04}-W{week:02}" + ("-WE" if weekend else ""), first, last, by)


def months_value(timex: str, year: int, month: int, months: int, by: ResolvedBy) -> Value | None:
    first = safe_date(year, month, 1)
    after = safe_date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    if first is None or after is None:
        return None
    return Value(TimeType.DATE, timex, first, after - timedelta(days=1), by)


def years_value(timex: str, first_year: int, last_year: int, by: ResolvedBy) -> Value | None:
    first, last = safe_date(max(first_year, 1), 1, 1), safe_date(last_year, 12, 31)
    return Value(TimeType.DATE, timex, first, last, by) if first else None


def shifted_value(base: date, steps: int, unit: str, by: ResolvedBy) -> Value | None:
    """Return the whole day, week, month … `steps` away from `base`."""
    if abs(steps) > _LARGEST_STEP:
        return None
    if unit == "D":
        return day_value(add_days(base, steps), by)
    if unit in ("W", "WE"):
        day = add_days(base, steps * 7)
        return week_value(day, by, unit == "WE") if day else None
    if unit == "M":
        index = base.year * 12 + base.month - 1 + steps
        return month_value(index // 12, index % 12 + 1, by)
    if unit == "Q":
        index = base.year * 4 + (base.month - 1) // 3 + steps
        return months_value(f"{index // 4:04}-Q{index % 4 + 1}", index // 4, index % 4 * 3 + 1, 3, by)
    if unit == "Y":
        return year_value(base.year + steps, by)
    if unit == "DE":
        decade = base.year // 10 + steps
        return years_value(f"{decade}", decade * 10, decade * 10 + 9, by)
    if unit == "CE":
        century = base.year // 100 + steps
        return years_value(f"{century}", century * 100, century * 100 + 99, by)
    return None


def to_time(frame: Frame, value: Value, span: Span) -> Time:
    """Return the record of a value; begin and end narrow to the third a modifier names."""
    begin, end = value.begin, value.end
    mod = TimeMod(frame.mod) if frame.mod else None
    if begin and end and mod in (TimeMod.START, TimeMod.MID, TimeMod.END) and end > begin:
        third = ((end - begin).days + 1) // 3
        first = {TimeMod.START: 0, TimeMod.MID: third, TimeMod.END: (end - begin).days + 1 - third}[mod]
        last = {TimeMod.START: third - 1, TimeMod.MID: (end - begin).days - third, TimeMod.END: (end - begin).days}[mod]
        begin, end = begin + timedelta(days=first), begin + timedelta(days=max(last, first))
    return Time(
        span=span,
        type=value.type,
        value=value.timex,
        mod=mod,
        begin=begin.isoformat() if begin else None,
        end=end.isoformat() if end else None,
        resolved_by=value.by,
    )
