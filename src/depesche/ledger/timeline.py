"""When things happened, by the reports' own dates: one line for each date and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from depesche.records import (
    AnnotatedReport,
    Claim,
    ReportSpan,
    ResolvedBy,
    SegmentKind,
    Sentence,
    Span,
    Time,
    TimelineEntry,
    TimeType,
)

_WORTH = (TimeType.DATE, TimeType.TIME)
_KINDS = (SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.CAPTION)
_WEAKEST = (ResolvedBy.TEXT, ResolvedBy.PUBLISHED, ResolvedBy.STORY, ResolvedBy.CALENDAR)


def _is_dated(time: Time) -> bool:
    return time.type in _WORTH and bool(time.begin and time.end) and time.value != "PRESENT_REF"


def _entry_key(report: AnnotatedReport, sentence: Sentence, claims: Sequence[str]) -> str:
    return claims[0] if claims else f"{report.id}:{sentence.span.start}"


def build_timeline(reports: Iterable[AnnotatedReport], claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """Return entries in order of start, end, then text. Only dates that a report states or implies are there.

    An entry's text is the wording of the sentence the date stands in; several reports that date one claim alike
    make one entry with all their references.
    """
    places: dict[str, list[tuple[Span, str]]] = {}
    for claim in claims:
        for s in claim.statements:
            places.setdefault(s.report, []).extend((span, claim.id) for span in s.spans)
    merged: dict[tuple[str, str, str], TimelineEntry] = {}
    for report in sorted(reports, key=lambda r: r.id):
        for sentence in report.sentences:
            if sentence.kind not in _KINDS:
                continue
            held = _claims_in(sentence.span, places.get(report.id, ()))
            for time in (t for t in report.times if _is_dated(t) and _inside(t.span, sentence.span)):
                _add(merged, report, sentence, time, held)
    return tuple(sorted(merged.values(), key=lambda e: (e.start, e.end, e.text)))


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _claims_in(span: Span, places: Iterable[tuple[Span, str]]) -> tuple[str, ...]:
    found = {claim for place, claim in places if place.start < span.end and span.start < place.end}
    return tuple(sorted(found))


def _add(
    merged: dict[tuple[str, str, str], TimelineEntry],
    report: AnnotatedReport,
    sentence: Sentence,
    time: Time,
    claims: tuple[str, ...],
) -> None:
    key = (time.begin or "", time.end or "", _entry_key(report, sentence, claims))
    here = ReportSpan(report.id, sentence.span)
    old = merged.get(key)
    if old is None:
        text = report.text[sentence.span.start : sentence.span.end]
        merged[key] = TimelineEntry(key[0], key[1], text, claims, (here,), time.resolved_by)
    elif here not in old.evidence:
        firmer = min((old.resolved_by, time.resolved_by), key=lambda r: _WEAKEST.index(r) if r else len(_WEAKEST))
        merged[key] = TimelineEntry(
            old.start, old.end, old.text, tuple(sorted({*old.claims, *claims})), (*old.evidence, here), firmer
        )
