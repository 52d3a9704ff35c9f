"""Turns frames into values, anchored to the publication or to the report's own events."""

from __future__ import annotations

from depesche.annotate.times.frame import Frame
from depesche.annotate.times.occasion import Anchor, base_of, choose_day, day_here, weekend_value
from depesche.annotate.times.of_year import holiday_value, last_days, month_or_day, numbered_week, part_of_year
from depesche.annotate.times.values import (
    CLOCK_UNITS,
    Value,
    add_days,
    amount,
    day_value,
    safe_date,
    shifted_value,
    year_value,
    years_value,
)
from depesche.records import ResolvedBy, TimeType

_FIRST_YEAR = 1000  # years; nobody counts so many from today
_FINER = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "W": (7, "D")}  # in which half a unit is counted
_PARTS_AFTER_NOON = frozenset({"AF", "EV"})


def value_of(frame: Frame, anchor: Anchor) -> Value | None:
    """Return type, value and interval of a frame; None where the words name no possible time."""
    if frame.ref is not None:
        return Value(TimeType.DATE, frame.ref)
    if frame.literal is not None:
        return Value(TimeType.DATE, frame.literal)
    if frame.every is not None:
        return _set_value(frame)
    if frame.count is not None:
        return _duration_value(frame)
    if frame.hour is not None:
        return _clock_value(frame, anchor)
    if frame.ago is not None:
        return _ago_value(frame, anchor)
    return _date_value(frame, anchor)


def _duration_value(frame: Frame) -> Value | None:
    if frame.count is None or frame.unit is None:
        return None
    return Value(TimeType.DURATION, amount(frame.count, frame.unit))


def _set_value(frame: Frame) -> Value | None:
    if frame.weekday is not None:
        part = f"T{frame.part}" if frame.part else ""
        return Value(TimeType.SET, f"XXXX-WXX-{frame.weekday}{part}")
    if frame.month is not None:
        day = f"-{frame.day:02}" if frame.day else ""
        return Value(TimeType.SET, f"XXXX-{frame.month:02}{day}")
    if frame.season is not None:
        return Value(TimeType.SET, f"XXXX-{frame.season}")
    if frame.part is not None:
        return Value(TimeType.SET, f"XXXX-XX-XXT{frame.part}")
    if frame.unit is None:
        return None
    return Value(TimeType.SET, amount(frame.every or 1, frame.unit))


def _clock_value(frame: Frame, anchor: Anchor) -> Value | None:
    hour, minute = frame.hour or 0, frame.minute or 0
    if minute < 0:  # "halb acht", "halv otte"
        hour, minute = hour - 1, 60 + minute
    if (
        (frame.half_day == "PM" and hour < 12)
        or (frame.part in _PARTS_AFTER_NOON and hour < 12)
        or (frame.part == "NI" and 6 <= hour < 12)
    ):
        hour += 12
    elif hour == 12 and (frame.half_day == "AM" or frame.part == "NI"):
        hour = 0
    if not 0 <= hour <= 24 or minute > 59:
        return None
    clock = f"T{hour:02}:{minute:02}" + (frame.zone or "")
    on = _date_value(frame, anchor) if frame.said() & {"day", "weekday", "shift"} else None
    if frame.ranged and on is None and anchor.day is None:
        return Value(TimeType.TIME, clock)  # opening hours hold on many days
    day, by = (on.begin, on.by) if on else day_here(anchor)
    if day is None:
        return Value(TimeType.TIME, clock)
    return Value(TimeType.TIME, day.isoformat() + clock, day, day, by)


def _ago_value(frame: Frame, anchor: Anchor) -> Value | None:
    count, unit = frame.ago or 0, frame.unit or "D"
    if unit == "Y" and abs(count) >= _FIRST_YEAR:
        return None  # "za 2023 rok": a year, no count
    if unit in CLOCK_UNITS or (frame.within and anchor.tense < 0):
        return Value(TimeType.DURATION, amount(abs(count), unit))
    base, by = base_of(frame, anchor)
    if base is None and frame.anchor == "event":
        return Value(TimeType.DURATION, amount(abs(count), unit))
    if base is None:
        return Value(TimeType.DATE, _unanchored(count))
    if count != int(count) and unit in _FINER:
        factor, unit = _FINER[unit]
        count *= factor
    steps = int(count)
    if unit == "D":
        return day_value(add_days(base, steps), by)
    if unit == "W":
        return day_value(add_days(base, steps * 7), by)
    return shifted_value(base, steps, unit, by)


def _unanchored(count: float) -> str:
    return "PRESENT_REF" if count == 0 else "PAST_REF" if count < 0 else "FUTURE_REF"


def _date_value(frame: Frame, anchor: Anchor) -> Value | None:
    if frame.decade is not None:
        return _decade(frame, anchor)
    if frame.century is not None:
        return years_value(
            f"{frame.century - 1:02}", (frame.century - 1) * 100, frame.century * 100 - 1, ResolvedBy.TEXT
        )
    year, by = _year(frame, anchor)
    if frame.holiday is not None:
        return holiday_value(frame, anchor, year, by)
    if frame.nth_last is not None and frame.month is not None:
        return last_days(frame, anchor, year, by)
    if frame.month is not None:
        return month_or_day(frame, anchor, year, by)
    if frame.season or frame.quarter or frame.half:
        return part_of_year(frame, anchor, year, by)
    if frame.weekday is not None:
        return _weekday_value(frame, anchor)
    if frame.day is not None:
        return _bare_day(frame, anchor)
    if frame.shift is not None:
        return _shift_value(frame, anchor)
    if frame.week is not None:
        return numbered_week(frame, anchor, year, by)
    if year is not None:
        return year_value(year, by)
    if frame.part is not None:
        return _bare_part(frame, anchor)
    return None


def _bare_part(frame: Frame, anchor: Anchor) -> Value | None:
    day, by = day_here(anchor)
    if day is None or by is None:
        return Value(TimeType.TIME, f"XXXX-XX-XXT{frame.part}")
    return day_value(day, by, frame.part)


def _decade(frame: Frame, anchor: Anchor) -> Value | None:
    decade = frame.decade or 0
    if frame.century is not None:
        decade += (frame.century - 1) * 100
    if decade < 100:  # "the eighties": of the last century, or of this one once they are over
        now = anchor.published.year if anchor.published else 2000
        decade += 2000 if 2000 + decade + 9 < now and decade <= 10 else 1900
    return years_value(f"{decade // 10}", decade, decade + 9, ResolvedBy.TEXT)


def _year(frame: Frame, anchor: Anchor) -> tuple[int | None, ResolvedBy]:
    """Return the year that the words give, themselves or by "last year"."""
    if frame.year is not None:
        return frame.year, ResolvedBy.TEXT
    if (
        frame.shift is not None
        and frame.unit == "Y"
        and frame.said() & {"month", "season", "quarter", "half", "holiday"}
    ):
        base, by = base_of(frame, anchor)
        return (base.year + frame.shift if base else None), by
    return None, ResolvedBy.PUBLISHED


def _weekday_value(frame: Frame, anchor: Anchor) -> Value | None:
    weekday = frame.weekday or 1
    base = anchor.published
    if frame.anchor == "event":
        base = anchor.event
    if base is None:
        value = f"XXXX-WXX-{weekday}" + (f"T{frame.part}" if frame.part else "")
        return Value(TimeType.TIME if frame.part else TimeType.DATE, value)
    if frame.shift is not None:  # "Friday next week"
        monday = add_days(base, -base.weekday() + 7 * frame.shift)
        day = add_days(monday, weekday - 1) if monday else None
        return day_value(day, ResolvedBy.PUBLISHED, frame.part)
    back = (base.isoweekday() - weekday) % 7
    if frame.which == -1:
        steps = -(back or 7)
    elif frame.which == 1:
        steps = 7 - back if back else 7
    elif frame.which == 0 and anchor.tense >= 0:
        steps = weekday - base.isoweekday()
    else:
        steps = (7 - back) % 7 if anchor.tense > 0 else -back
    return day_value(add_days(base, steps), ResolvedBy.PUBLISHED, frame.part)


def _bare_day(frame: Frame, anchor: Anchor) -> Value | None:
    base = anchor.published
    if base is None or frame.day is None:
        return Value(TimeType.DATE, f"XXXX-XX-{frame.day:02}") if frame.day else None
    days = []
    for step in (-1, 0, 1):
        index = base.year * 12 + base.month - 1 + step
        if day := safe_date(index // 12, index % 12 + 1, frame.day):
            days.append(day)
    return day_value(choose_day(days, base, anchor.tense), ResolvedBy.PUBLISHED, frame.part)


def _shift_value(frame: Frame, anchor: Anchor) -> Value | None:
    base, by = base_of(frame, anchor)
    steps, unit = frame.shift or 0, frame.unit or "D"
    if base is None and frame.anchor == "event":
        return None
    if base is None:
        part = f"T{frame.part}" if frame.part else ""
        return Value(TimeType.DATE, "XXXX-XX-XX" + part if part else _unanchored(steps))
    if unit == "D":
        return day_value(add_days(base, steps), by, frame.part)
    if unit == "WE" and steps == 0:
        ahead = frame.which or anchor.tense or (1 if frame.which == 0 else 0)  # "this weekend" of no tense is the next
        return weekend_value(base, ahead, by)
    if unit == "WE" and steps == -1:
        return weekend_value(add_days(base, -1) or base, -1, by)
    if unit in ("H", "MN", "S"):
        return None
    return shifted_value(base, steps, unit, by)
