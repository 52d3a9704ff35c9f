"""Turns frames into TIMEX3 values and intervals, anchored to the publication or to the report's own events."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from depesche.annotate.times.frame import Frame
from depesche.annotate.times.holidays import holiday_date
from depesche.records import ResolvedBy, Span, Time, TimeMod, TimeType

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, meteorological
_CLOCK_UNITS = frozenset({"H", "MN", "S"})
_UNIT_LETTERS = {"MN": "M", "WE": "WE", "Q": "Q"}
_DAYS_A_YEAR = 365.2425
_EVENT_REACH = 2  # sentences over which "in the afternoon" goes on about the day named before
_EVENT_DAYS = 10  # days from publication within which that day is the report's news
FAR_DAYS = 240
NEAR_DAYS = 30
FRESH_DAYS = 14
_SEASON_AHEAD = 4  # months; a season nearer than that is this year's even in a sentence about the past
_PARTS_AFTER_NOON = frozenset({"AF", "EV"})


@dataclass(slots=True)
class Anchor:
    """What times count from: publication day, the tense here, the last dated event, the day a clock time is on.

    `event_age` counts the sentences since the event was named.
    """

    published: date | None
    tense: int = 0
    event: date | None = None
    day: date | None = None
    event_age: int = 0


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


def _amount(count: float | str, unit: str) -> str:
    letter = _UNIT_LETTERS.get(unit, unit)
    number = f"{count:g}" if isinstance(count, float) else str(count)
    return ("PT" if unit in _CLOCK_UNITS else "P") + number + letter


def _duration_value(frame: Frame) -> Value | None:
    if frame.count is None or frame.unit is None:
        return None
    return Value(TimeType.DURATION, _exact_amount(frame.count, frame.unit))


def _exact_amount(count: float | str, unit: str) -> str:
    """Half years are months, half hours minutes: TIMEX3 wants whole numbers."""
    if isinstance(count, float) and count != int(count):
        for coarse, factor, fine in (
            ("Y", 12, "M"),
            ("H", 60, "MN"),
            ("MN", 60, "S"),
            ("D", 24, "H"),
            ("DE", 10, "Y"),
            ("CE", 100, "Y"),
        ):
            if unit == coarse and (count * factor) == int(count * factor):
                return _amount(int(count * factor), fine)
    if isinstance(count, float) and count == int(count):
        count = int(count)
    return _amount(count, unit)


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
    return Value(TimeType.SET, _exact_amount(frame.every or 1, frame.unit))


def _clock_value(frame: Frame, anchor: Anchor) -> Value | None:
    hour, minute = frame.hour or 0, frame.minute or 0
    if (frame.half_day == "PM" and hour < 12) or (frame.part in _PARTS_AFTER_NOON and hour < 12) or (frame.part == "NI" and 6 <= hour < 12):
        hour += 12
    elif frame.half_day == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    clock = f"T{hour:02}:{minute:02}" + (frame.zone or "")
    on = _date_value(frame, anchor) if frame.said() & {"day", "weekday", "shift"} else None
    if frame.ranged and on is None and anchor.day is None:
        return Value(TimeType.TIME, clock)  # opening hours hold on many days
    day, by = (on.begin, on.by) if on else _day_here(anchor)
    if day is None:
        return Value(TimeType.TIME, clock)
    return Value(TimeType.TIME, day.isoformat() + clock, day, day, by)


def _ago_value(frame: Frame, anchor: Anchor) -> Value | None:
    count, unit = frame.ago or 0, frame.unit or "D"
    if unit in _CLOCK_UNITS or (frame.within and anchor.tense < 0):
        return Value(TimeType.DURATION, _exact_amount(abs(count), unit))
    base, by = _base(frame, anchor)
    if base is None and frame.anchor == "event":
        return Value(TimeType.DURATION, _exact_amount(abs(count), unit))
    if base is None:
        return Value(TimeType.DATE, _unanchored(count))
    if count != int(count) and unit == "Y":
        count, unit = count * 12, "M"
    steps = int(count)
    if unit == "D":
        return _whole_day(add_days(base, steps), by)
    if unit == "W":
        return _whole_day(add_days(base, steps * 7), by)
    return _shifted(base, steps, unit, by)


def _base(frame: Frame, anchor: Anchor) -> tuple[date | None, ResolvedBy]:
    if frame.anchor == "event":
        return anchor.event, ResolvedBy.TEXT
    return anchor.published, ResolvedBy.PUBLISHED


def _unanchored(count: float) -> str:
    return "PRESENT_REF" if count == 0 else "PAST_REF" if count < 0 else "FUTURE_REF"


def _whole_day(day: date | None, by: ResolvedBy, part: str | None = None) -> Value | None:
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


def _span_value(timex: str, year: int, month: int, months: int, by: ResolvedBy) -> Value | None:
    first = safe_date(year, month, 1)
    after = safe_date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    if first is None or after is None:
        return None
    return Value(TimeType.DATE, timex, first, after - timedelta(days=1), by)


def _years_value(timex: str, first_year: int, last_year: int, by: ResolvedBy) -> Value | None:
    first, last = safe_date(max(first_year, 1), 1, 1), safe_date(last_year, 12, 31)
    return Value(TimeType.DATE, timex, first, last, by) if first else None


def _shifted(base: date, steps: int, unit: str, by: ResolvedBy) -> Value | None:
    """Return the whole day, week, month … `steps` away from `base`."""
    if abs(steps) > 10_000:
        return None
    if unit == "D":
        return _whole_day(add_days(base, steps), by)
    if unit in ("W", "WE"):
        day = add_days(base, steps * 7)
        return week_value(day, by, unit == "WE") if day else None
    if unit == "M":
        index = base.year * 12 + base.month - 1 + steps
        return month_value(index // 12, index % 12 + 1, by)
    if unit == "Q":
        index = base.year * 4 + (base.month - 1) // 3 + steps
        return _span_value(f"{index // 4:04}-Q{index % 4 + 1}", index // 4, index % 4 * 3 + 1, 3, by)
    if unit == "Y":
        return year_value(base.year + steps, by)
    if unit == "DE":
        decade = base.year // 10 + steps
        return _years_value(f"{decade}", decade * 10, decade * 10 + 9, by)
    if unit == "CE":
        century = base.year // 100 + steps
        return _years_value(f"{century}", century * 100, century * 100 + 99, by)
    return None


def _date_value(frame: Frame, anchor: Anchor) -> Value | None:
    if frame.decade is not None:
        return _decade(frame, anchor)
    if frame.century is not None:
        return _years_value(
            f"{frame.century - 1:02}", (frame.century - 1) * 100, frame.century * 100 - 1, ResolvedBy.TEXT
        )
    year, by = _year(frame, anchor)
    if frame.holiday is not None:
        return _holiday_value(frame, anchor, year, by)
    if frame.nth_last is not None and frame.month is not None:
        return _last_days(frame, anchor, year, by)
    if frame.month is not None:
        return _month_or_day(frame, anchor, year, by)
    if frame.season or frame.quarter or frame.half:
        return _part_of_year(frame, anchor, year, by)
    if frame.weekday is not None:
        return _weekday_value(frame, anchor)
    if frame.day is not None:
        return _bare_day(frame, anchor)
    if frame.shift is not None:
        return _shift_value(frame, anchor)
    if frame.week is not None:
        return _numbered_week(frame, anchor, year, by)
    if year is not None:
        return year_value(year, by)
    if frame.part is not None:
        return _bare_part(frame, anchor)
    return None


def _bare_part(frame: Frame, anchor: Anchor) -> Value | None:
    day, by = _day_here(anchor)
    if day is None or by is None:
        return Value(TimeType.TIME, f"XXXX-XX-XXT{frame.part}")
    return _whole_day(day, by, frame.part)


def _day_here(anchor: Anchor) -> tuple[date | None, ResolvedBy | None]:
    """Return the day a clock time or part of the day is on: its sentence's, a day just told of, else publication's."""
    if anchor.day is not None:
        return anchor.day, ResolvedBy.TEXT
    event, published = anchor.event, anchor.published
    if (
        event is not None
        and anchor.event_age <= _EVENT_REACH
        and (published is None or abs((published - event).days) <= _EVENT_DAYS)
    ):
        return event, ResolvedBy.TEXT
    return published, ResolvedBy.PUBLISHED if published else None


def _decade(frame: Frame, anchor: Anchor) -> Value | None:
    decade = frame.decade or 0
    if frame.century is not None:
        decade += (frame.century - 1) * 100
    if decade < 100:  # "the eighties": of the last century, or of this one once they are over
        now = anchor.published.year if anchor.published else 2000
        decade += 2000 if 2000 + decade + 9 < now and decade <= 10 else 1900
    return _years_value(f"{decade // 10}", decade, decade + 9, ResolvedBy.TEXT)


def _year(frame: Frame, anchor: Anchor) -> tuple[int | None, ResolvedBy]:
    """Return the year that the words give, themselves or by "last year"."""
    if frame.year is not None:
        return frame.year, ResolvedBy.TEXT
    if (
        frame.shift is not None
        and frame.unit == "Y"
        and frame.said() & {"month", "season", "quarter", "half", "holiday"}
    ):
        base, by = _base(frame, anchor)
        return (base.year + frame.shift if base else None), by
    return None, ResolvedBy.PUBLISHED


def _holiday_value(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    name = frame.holiday or ""
    if year is not None:
        return _whole_day(holiday_date(name, year), by, frame.part)
    if anchor.published is None:
        return Value(TimeType.DATE, "XXXX-XX-XX")
    around = [holiday_date(name, anchor.published.year + step) for step in (-1, 0, 1)]
    days = [d for d in around if d]
    direction = frame.which or anchor.tense
    if direction > 0:  # the next one is meant, however far
        return _whole_day(min((d for d in days if d >= anchor.published), default=None), by, frame.part)
    if frame.which is None and anchor.tense == 0:
        return _whole_day(_choose_holiday(days, anchor.published), by, frame.part)
    return _whole_day(_choose(days, anchor.published, direction), by, frame.part)


def _choose_holiday(days: list[date], base: date) -> date | None:
    """Return the holiday just past if it is fresh, else the coming one."""
    return next((d for d in sorted(days) if (d - base).days >= -FRESH_DAYS), None)


def _choose(days: list[date], base: date, direction: int) -> date | None:
    """Return the last day before `base`, the next after, or without a direction the nearest, else the one in its year.

    A day that would be most of a year away is the near one on the other side: else the report would name its year.
    """
    if not days:
        return None
    before, after = [d for d in days if d <= base], [d for d in days if d >= base]
    nearest = min(days, key=lambda d: (abs((d - base).days), d))
    if direction < 0 and before and (base - max(before)).days <= FAR_DAYS:
        return max(before)
    if direction > 0 and after and (min(after) - base).days <= FAR_DAYS:
        return min(after)
    if abs((nearest - base).days) <= NEAR_DAYS:
        return nearest
    return next((d for d in days if d.year == base.year), nearest)


def _last_days(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    if year is None:
        year = _month_year(frame, anchor)
    if year is None or frame.month is None:
        return None
    last = calendar.monthrange(year, frame.month)[1]
    day = safe_date(year, frame.month, last + 1 - (frame.nth_last or 1)) if last >= (frame.nth_last or 1) else None
    return _whole_day(day, by)


def _month_or_day(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    month = frame.month or 1
    if not 1 <= month <= 12:
        return None
    if year is None and anchor.published is None:
        day = f"-{frame.day:02}" if frame.day else ""
        part = f"T{frame.part}" if frame.part else ""
        return Value(TimeType.TIME if part else TimeType.DATE, f"XXXX-{month:02}{day}{part}")
    if frame.day is None:
        if year is None:
            year = _month_year(frame, anchor)
        return month_value(year, month, by) if year else None
    if year is not None:
        return _whole_day(safe_date(year, month, frame.day), by, frame.part)
    base = anchor.published
    if base is None:
        return None
    days = [d for step in range(-4, 5) if (d := safe_date(base.year + step, month, frame.day))]
    return _whole_day(_choose(days, base, frame.which or anchor.tense), by, frame.part)


def _month_year(frame: Frame, anchor: Anchor) -> int | None:
    """Return the year of a month without one: the last such month, unless the sentence looks ahead."""
    base = anchor.published
    if base is None or frame.month is None:
        return None
    if frame.which == -1:
        return base.year - (frame.month >= base.month)
    if frame.which == 1:
        return base.year + (frame.month <= base.month)
    if frame.which == 0:
        return base.year
    if anchor.tense > 0:
        return base.year + (frame.month < base.month)
    if anchor.tense < 0 or frame.month == base.month:
        return base.year - (frame.month > base.month)
    return base.year - (frame.month > base.month + 5) + (frame.month < base.month - 8)


def _part_of_year(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    start, months, label = _part_months(frame)
    base = anchor.published
    if year is None:
        if base is None:
            return Value(TimeType.DATE, f"XXXX-{label}")
        year = _part_year(frame, anchor, base, start, months)
    return _span_value(f"{year:04}-{label}", year, start, months, by)


def _part_months(frame: Frame) -> tuple[int, int, str]:
    if frame.season:
        return _SEASON_MONTHS[frame.season], 3, frame.season
    if frame.quarter:
        return frame.quarter * 3 - 2, 3, f"Q{frame.quarter}"
    return (frame.half or 1) * 6 - 5, 6, f"H{frame.half}"


def _part_year(frame: Frame, anchor: Anchor, base: date, start: int, months: int) -> int:
    """Return the year in which a season, quarter or half without one begins: the last begun, ahead the next."""
    begun = start <= base.month
    over = start + months - 1 < base.month
    if frame.season == "WI" and base.month <= 2 and anchor.tense <= 0 and frame.which in (None, 0):
        return base.year - 1
    if frame.which == -1:
        return base.year - (not over)
    if frame.which == 1:
        return base.year + begun
    if frame.which == 0:
        return base.year
    if anchor.tense > 0:
        return base.year + over
    if anchor.tense < 0 and start - base.month > _SEASON_AHEAD:
        return base.year - 1
    return base.year


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
        return _whole_day(day, ResolvedBy.PUBLISHED, frame.part)
    back = (base.isoweekday() - weekday) % 7
    if frame.which == -1:
        steps = -(back or 7)
    elif frame.which == 1:
        steps = 7 - back if back else 7
    elif frame.which == 0 and anchor.tense >= 0:
        steps = weekday - base.isoweekday()
    else:
        steps = (7 - back) % 7 if anchor.tense > 0 else -back
    return _whole_day(add_days(base, steps), ResolvedBy.PUBLISHED, frame.part)


def _bare_day(frame: Frame, anchor: Anchor) -> Value | None:
    base = anchor.published
    if base is None or frame.day is None:
        return Value(TimeType.DATE, f"XXXX-XX-{frame.day:02}") if frame.day else None
    days = []
    for step in (-1, 0, 1):
        index = base.year * 12 + base.month - 1 + step
        if day := safe_date(index // 12, index % 12 + 1, frame.day):
            days.append(day)
    return _whole_day(_choose(days, base, anchor.tense), ResolvedBy.PUBLISHED, frame.part)


def _shift_value(frame: Frame, anchor: Anchor) -> Value | None:
    base, by = _base(frame, anchor)
    steps, unit = frame.shift or 0, frame.unit or "D"
    if base is None and frame.anchor == "event":
        return None
    if base is None:
        part = f"T{frame.part}" if frame.part else ""
        return Value(TimeType.DATE, "XXXX-XX-XX" + part if part else _unanchored(steps))
    if unit == "D":
        return _whole_day(add_days(base, steps), by, frame.part)
    if unit == "WE" and steps == 0:
        return _weekend(base, anchor.tense, by)
    if unit == "WE" and steps == -1:
        return _weekend(add_days(base, -1) or base, -1, by)
    if unit in ("H", "MN", "S"):
        return None
    return _shifted(base, steps, unit, by)


def _weekend(base: date, tense: int, by: ResolvedBy) -> Value | None:
    """Return the weekend going on, else the one before, or after it where the sentence looks ahead."""
    ahead = tense > 0 or base.weekday() >= 5
    day = base if ahead else add_days(base, -base.weekday() - 1)
    return week_value(day, by, weekend=True) if day else None


def _numbered_week(frame: Frame, anchor: Anchor, year: int | None, by: ResolvedBy) -> Value | None:
    if year is None:
        if anchor.published is None:
            return Value(TimeType.DATE, f"XXXX-W{frame.week:02}")
        year = anchor.published.year
    try:
        return week_value(date.fromisocalendar(year, frame.week or 1, 1), by)
    except ValueError:
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
