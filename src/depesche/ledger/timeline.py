"""When things happened, by the reports' own dates: one line for each date and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depesche.interlingua import Meaning, analyse_span, compare
from depesche.records import (
    AnnotatedReport,
    Claim,
    ReportSpan,
    ResolvedBy,
    SegmentKind,
    Span,
    Time,
    TimelineEntry,
    TimeType,
)
from depesche.settings import TIMELINE_COMPARED, TIMELINE_SAME

_DATED = (TimeType.DATE, TimeType.TIME)
_KINDS = (SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.CAPTION)
_FIRMEST_FIRST = (ResolvedBy.TEXT, ResolvedBy.PUBLISHED, ResolvedBy.STORY, ResolvedBy.CALENDAR)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A sentence that dates something to one interval of days."""

    place: ReportSpan
    text: str
    meaning: Meaning
    claims: frozenset[str]
    resolved_by: ResolvedBy | None


def build_timeline(reports: Iterable[AnnotatedReport], claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """Return entries in order of start, end, then text. Only dates that a report states or implies are there.

    An entry's text is the wording of the sentence the date stands in; sentences of several reports that date one
    claim alike, or say the same, make one entry with all their references.
    """
    places: dict[str, list[tuple[Span, str]]] = {}
    for claim in claims:
        for s in claim.statements:
            places.setdefault(s.report, []).extend((span, claim.id) for span in s.spans)
    dated: dict[tuple[str, str], dict[ReportSpan, _Mention]] = {}
    for report in sorted(reports, key=lambda r: r.id):
        for (begin, end), mention in _mentions(report, places.get(report.id, ())):
            dated.setdefault((begin, end), {}).setdefault(mention.place, mention)
    entries = [_entry(days, group) for days, found in dated.items() for group in _group(list(found.values()))]
    return tuple(sorted(entries, key=lambda e: (e.start, e.end, e.text)))


def _mentions(
    report: AnnotatedReport, places: Sequence[tuple[Span, str]]
) -> Iterable[tuple[tuple[str, str], _Mention]]:
    times = [t for t in report.times if _is_dated(t)]
    for sentence in report.sentences:
        inside = [t for t in times if sentence.span.start <= t.span.start and t.span.end <= sentence.span.end]
        if sentence.kind not in _KINDS or not inside:
            continue
        span = sentence.span
        held = frozenset(claim for place, claim in places if place.start < span.end and span.start < place.end)
        meaning = analyse_span(report, (span,))
        text = report.text[span.start : span.end]
        for t in inside:
            yield (
                (t.begin or "", t.end or ""),
                _Mention(ReportSpan(report.id, span), text, meaning, held, t.resolved_by),
            )


def _is_dated(time: Time) -> bool:
    return time.type in _DATED and bool(time.begin and time.end) and not time.value.endswith("_REF")


def _group(mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """Join sentences that share a claim or say the same; each joins the first group that fits, in order of place."""
    groups: list[list[_Mention]] = []
    for mention in sorted(mentions, key=lambda m: m.place):
        home = next((g for g in groups if any(_same(mention, other) for other in g[:TIMELINE_COMPARED])), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return groups


def _same(a: _Mention, b: _Mention) -> bool:
    if a.claims & b.claims:
        return True
    return a.place.report != b.place.report and compare(a.meaning, b.meaning).score >= TIMELINE_SAME


def _entry(days: tuple[str, str], group: Sequence[_Mention]) -> TimelineEntry:
    ranked = sorted({m.resolved_by for m in group if m.resolved_by}, key=_FIRMEST_FIRST.index)
    return TimelineEntry(
        start=days[0],
        end=days[1],
        text=group[0].text,
        claims=tuple(sorted(frozenset().union(*(m.claims for m in group)))),
        evidence=tuple(m.place for m in group),
        resolved_by=ranked[0] if ranked else None,
    )
