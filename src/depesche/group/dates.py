"""A missing publication date, through the dated reports of its story or storyline; never without evidence in the text.

A report that names a weekday is read with every day it could have been published on: a day stays possible while what
the report then says of "last week" or "Wednesday" agrees with dated reports that tell the same. Of the days left the
first counts on which a weekday that the report names falls: news names the weekday of the day itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from depesche import settings
from depesche.group.alignment import Passage, passage_likeness, read_passages
from depesche.group.likeness import score_pair
from depesche.group.profile import parse_day, profile_report
from depesche.group.reuse import read_text, same_dispatch
from depesche.group.stories import Grouping
from depesche.records import AnnotatedReport, ResolvedBy, Span, Time

ReadTimes = Callable[[AnnotatedReport, str], Sequence[Time]]
Inferred = dict[str, tuple[str, tuple[Span, ...]]]
WEEKDAY = "XXXX-WXX-"


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What a dated report says of a sentence of the undated one: it happened between two days.

    `named`: the report names the day; else the days about its publication are meant, good for weeks only.
    """

    span: Span
    begin: date
    end: date
    named: bool


def infer_dates(reports: Sequence[AnnotatedReport], grouping: Grouping, read_times: ReadTimes) -> Inferred:
    """Return report id -> (day, spans of the times it follows from) for undated reports whose day the others settle.

    `read_times` reads a report's times as published on a given day. A report that has the text of a dated one
    is dated with it, without spans.
    """
    days = {r.id: day for r in reports if (day := parse_day(r.report.published))}
    undated = sorted((r for r in reports if r.report.published is None), key=lambda r: r.id)
    by_id = {r.id: r for r in reports}
    near = _neighbours(grouping)
    out: Inferred = {}
    for report in undated:
        dated = [by_id[i] for i in near[report.id] if i in days]
        found = _by_times(report, dated, days, grouping, read_times) or _by_dispatch(report, dated, days, grouping)
        if found is not None:
            out[report.id] = found
    return out


def _neighbours(grouping: Grouping) -> dict[str, list[str]]:
    """Map a report to the reports of its storyline."""
    lines: dict[str, list[str]] = {}
    for story in grouping.stories:
        lines.setdefault(story.storyline, []).extend(story.reports)
    return {r: sorted(lines[s.storyline]) for s in grouping.stories for r in s.reports}


def _by_times(
    report: AnnotatedReport,
    dated: Sequence[AnnotatedReport],
    days: Mapping[str, date],
    grouping: Grouping,
    read_times: ReadTimes,
) -> tuple[str, tuple[Span, ...]] | None:
    weekdays = {int(t.value[len(WEEKDAY)]): t for t in reversed(report.times) if t.value.startswith(WEEKDAY)}
    if not weekdays:
        return None
    anchors = list(_anchors(report, dated, days, grouping))
    if not anchors:
        return None
    first = min(a.begin for a in anchors) - timedelta(days=settings.INFERENCE_DAYS)
    possible: list[tuple[int, date, tuple[Span, ...]]] = []
    for step in range(3 * settings.INFERENCE_DAYS):
        day = first + timedelta(days=step)
        if day.isoweekday() not in weekdays:
            continue
        agreed = _agreement(anchors, read_times(report, day.isoformat()))
        if agreed:
            possible.append((-len(agreed), day, (weekdays[day.isoweekday()].span, *sorted(agreed))))
    if not possible:
        return None
    most, day, spans = min(possible)
    if any(count == most and (other - day).days >= 7 for count, other, _ in possible):
        return None  # two weeks fit alike: the evidence settles nothing
    return day.isoformat(), tuple(sorted(set(spans)))


def _anchors(
    report: AnnotatedReport, dated: Sequence[AnnotatedReport], days: Mapping[str, date], grouping: Grouping
) -> Iterator[_Anchor]:
    """Yield what dated reports say of the sentences of this one that name a time."""
    ours = [p for p in read_passages(report) if any(_inside(t.span, p.span) for t in report.times)]
    for other in dated:
        theirs = read_passages(other)
        if not ours or not theirs:
            continue
        likeness = passage_likeness(ours, theirs)
        for i, j in zip(*(likeness > settings.SAME_TELLING).nonzero(), strict=True):
            told = _told(other, theirs[j], days[other.id])
            if told is not None:
                yield _Anchor(ours[i].span, *told)


def _told(report: AnnotatedReport, passage: Passage, day: date) -> tuple[date, date, bool] | None:
    """Return the days of a dated report's sentence: the single day it names, else about the day of publication."""
    named = [
        (date.fromisoformat(t.begin), date.fromisoformat(t.end))
        for t in report.times
        if t.begin and t.end and t.begin == t.end and _inside(t.span, passage.span)
    ]
    if named:
        return (*named[0], True) if abs((named[0][0] - day).days) <= settings.INFERENCE_DAYS else None
    return day - timedelta(days=1), day, False


def _agreement(anchors: Sequence[_Anchor], times: Sequence[Time]) -> set[Span]:
    """Return the spans of the times that agree with an anchor.

    A time that agrees with none is no objection: two sentences can be alike and tell of two days.
    """
    return {t.span for t in times for a in anchors if _inside(t.span, a.span) and _agrees(t, a)}


def _agrees(time: Time, anchor: _Anchor) -> bool:
    """Say whether a day or a week counted from the publication holds what the anchor tells."""
    if time.begin is None or time.end is None or time.resolved_by is not ResolvedBy.PUBLISHED:
        return False
    begin, end = date.fromisoformat(time.begin), date.fromisoformat(time.end)
    if begin == end:
        return anchor.named and anchor.begin == begin
    return (end - begin).days < 7 and begin <= anchor.begin and anchor.end <= end


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _by_dispatch(
    report: AnnotatedReport, dated: Sequence[AnnotatedReport], days: Mapping[str, date], grouping: Grouping
) -> tuple[str, tuple[Span, ...]] | None:
    """Date a report with the dated reports whose text it has, if they were all published on one day."""
    mates = [r for r in dated if grouping.story_of[r.id] == grouping.story_of[report.id]]
    profile, text = profile_report(report), read_text(report)
    same = [r for r in mates if same_dispatch(text, read_text(r), score_pair(profile, profile_report(r)))]
    found = {days[r.id] for r in same}
    return (found.pop().isoformat(), ()) if len(found) == 1 else None
