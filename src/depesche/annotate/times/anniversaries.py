"""Anniversaries: the year they fall in, from the report's own words; their day, from a table of commemorations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from depesche.annotate.times.frame import Frame
from depesche.annotate.times.line import Line
from depesche.annotate.times.occasion import Anchor
from depesche.annotate.times.values import Value, safe_date, year_value
from depesche.lang.schema.known_days import load_commemorations
from depesche.records import ResolvedBy, Span, Time, TimeType

_MAX_COUNT = 1000  # years; beyond that a number before "anniversary" is no count
_REACH = 14  # tokens between the anniversary and the words that name its event


def anniversary_times(
    frame: Frame, frames: list[Frame], line: Line, anchor: Anchor, lang: str | None
) -> Iterator[Time]:
    """Yield the anniversary's year, and the day of a known event beside it (resolved by calendar).

    The year is that of the event in the same sentence plus the count, or the table's; without either the words
    give no date, and nothing is yielded.
    """
    count = frame.anniversary or 0
    if not 0 < count <= _MAX_COUNT:
        return
    start, end = line.sentence_of(frame.start)
    years = [f.year for f in frames if start <= f.start < end and f.year is not None]
    event = _event_near(frame, line, start, end, lang)
    if event is not None and years and event.day.year not in years:
        event = None
    year = event.day.year + count if event else _year_of(count, years, anchor.published)
    if year is None:
        return
    value = year_value(year, ResolvedBy.TEXT if years else ResolvedBy.CALENDAR)
    if value is not None:
        yield _time(value, Span(line.tokens[frame.start].start, line.tokens[frame.end - 1].end))
    if event is not None:
        day = safe_date(year, event.day.month, event.day.day)
        if day is not None:
            yield _time(Value(TimeType.DATE, day.isoformat(), day, day, ResolvedBy.CALENDAR), event.span)


def _time(value: Value, span: Span) -> Time:
    begin, end = value.begin, value.end
    return Time(
        span,
        value.type,
        value.timex,
        None,
        begin.isoformat() if begin else None,
        end.isoformat() if end else None,
        value.by,
    )


def _year_of(count: int, years: list[int], published: date | None) -> int | None:
    """Return event year plus count; of several years the one that fits the publication, else the latest."""
    if not years:
        return None
    if published is not None:
        fitting = [y + count for y in years if abs(y + count - published.year) <= 1]
        if fitting:
            return min(fitting, key=lambda y: (abs(y - published.year), y))
        return None
    return max(years) + count


@dataclass(frozen=True, slots=True)
class _Event:
    """A commemoration found in a sentence and where its words stand."""

    day: date
    span: Span


def _event_near(frame: Frame, line: Line, start: int, end: int, lang: str | None) -> _Event | None:
    tokens = line.tokens[max(start, frame.start - _REACH) : min(end, frame.end + _REACH)]
    window = line.text[tokens[0].start : tokens[-1].end].lower()
    if len(window) != tokens[-1].end - tokens[0].start:
        return None  # a letter whose small form is longer would shift the spans
    for entry in load_commemorations():
        for stems in entry.words.get(lang or "", ()):
            found = [re.search(rf"\b{re.escape(stem)}[\w-]*", window) for stem in stems]
            placed = [m for m in found if m is not None]
            if len(placed) == len(stems):
                first, last = min(m.start() for m in placed), max(m.end() for m in placed)
                span = Span(tokens[0].start + first, tokens[0].start + last)
                if not (span.start < line.tokens[frame.end - 1].end and line.tokens[frame.start].start < span.end):
                    return _Event(entry.day, span)
    return None
