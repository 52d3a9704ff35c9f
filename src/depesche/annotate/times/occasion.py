"""Which one is meant: the last or the next Monday, May, Easter or summer, and what it counts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from depesche.annotate.times.frame import Frame
from depesche.annotate.times.values import Value, add_days, week_value
from depesche.records import ResolvedBy
from depesche.settings import (
    TIME_EVENT_DAYS,
    TIME_EVENT_SENTENCES,
    TIME_FAR_DAYS,
    TIME_FRESH_DAYS,
    TIME_NEAR_DAYS,
    TIME_SEASON_AHEAD_MONTHS,
)

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, meteorological


@dataclass(slots=True)
class Anchor:
    """What times count from: publication day, the tense here, the last dated event, the day a clock time is on.

    `event_age` counts the sentences since the event was named; `era` is the first day of the last time of any grain,
    from which years count ("nine years later"); `heading` is the day of the last line that holds nothing else.
    """

    published: date | None
    tense: int = 0
    event: date | None = None
    day: date | None = None
    event_age: int = 0
    era: date | None = None
    heading: date | None = None


def choose_day(days: list[date], base: date, direction: int, far: int = TIME_FAR_DAYS) -> date | None:
    """Return the last day before `base`, the next after, or without a direction the nearest, else the one in its year.

    A day that would be most of a year away is the near one on the other side: else the report would name its year.
    """
    if not days:
        return None
    before, after = [d for d in days if d <= base], [d for d in days if d >= base]
    nearest = min(days, key=lambda d: (abs((d - base).days), d))
    if direction < 0 and before and (base - max(before)).days <= far:
        return max(before)
    if direction > 0 and after and (min(after) - base).days <= far:
        return min(after)
    if abs((nearest - base).days) <= TIME_NEAR_DAYS:
        return nearest
    return next((d for d in days if d.year == base.year), nearest)


def choose_holiday(days: list[date], base: date) -> date | None:
    """Return the holiday just past if it is fresh, else the coming one."""
    return next((d for d in sorted(days) if (d - base).days >= -TIME_FRESH_DAYS), None)


def year_of_month(frame: Frame, anchor: Anchor) -> int | None:
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


def months_of_part(frame: Frame) -> tuple[int, int, str]:
    if frame.season:
        return _SEASON_MONTHS[frame.season], 3, frame.season
    if frame.quarter:
        return frame.quarter * 3 - 2, 3, f"Q{frame.quarter}"
    return (frame.half or 1) * 6 - 5, 6, f"H{frame.half}"


def year_of_part(frame: Frame, anchor: Anchor, base: date, start: int, months: int) -> int:
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
    if anchor.tense < 0 and start - base.month > TIME_SEASON_AHEAD_MONTHS:
        return base.year - 1
    return base.year


_NEARER_NEXT = 2  # day of the week, 0 Monday, from which the next weekend is nearer than the last


def weekend_value(base: date, tense: int, by: ResolvedBy) -> Value | None:
    """Return the weekend going on, else the one the sentence looks at; of no tense the nearer one."""
    ahead = tense > 0 or base.weekday() >= 5 or (tense == 0 and base.weekday() >= _NEARER_NEXT)
    day = base if ahead else add_days(base, -base.weekday() - 1)
    return week_value(day, by, weekend=True) if day else None


def day_here(anchor: Anchor) -> tuple[date | None, ResolvedBy | None]:
    """Return the day a clock time or part of the day is on: its sentence's, a day just told of, else publication's."""
    if anchor.day is not None:
        return anchor.day, ResolvedBy.TEXT
    event, published = anchor.event, anchor.published
    if (
        event is not None
        and anchor.event_age <= TIME_EVENT_SENTENCES
        and (published is None or abs((published - event).days) <= TIME_EVENT_DAYS)
    ):
        return event, ResolvedBy.TEXT
    return published, ResolvedBy.PUBLISHED if published else None


def base_of(frame: Frame, anchor: Anchor) -> tuple[date | None, ResolvedBy]:
    if frame.anchor == "told":
        if frame.unit == "Y":
            told = anchor.era if anchor.tense < 0 else None
            return told or anchor.published, ResolvedBy.TEXT if told else ResolvedBy.PUBLISHED
        day, by = day_here(anchor)
        return day, by or ResolvedBy.PUBLISHED
    if frame.anchor == "event":
        return (anchor.era if frame.unit == "Y" else anchor.event), ResolvedBy.TEXT
    return anchor.published, ResolvedBy.PUBLISHED
