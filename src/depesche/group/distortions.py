"""What is lost or shifted when a report takes over another's sentence, and headlines that say more than their report.

Precision before recall: only sentences that reuse has aligned are compared, and each check asks for a sign on
both sides: a word of reporting here and none there, a figure here and another there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from depesche import settings
from depesche.group.profile import told_sentences
from depesche.group.shifts import find_shift, find_step, find_verdict_shifts
from depesche.group.signs import Footing, covers, read_footings
from depesche.records import (
    Act,
    AnnotatedReport,
    Distortion,
    DistortionKind,
    ReportSpan,
    Reuse,
    ReuseKind,
    SegmentKind,
    SourceType,
    Span,
)

IDENTIFIED = frozenset({SourceType.NAMED, SourceType.ROLE, SourceType.COLLECTIVE})
QUOTED = frozenset('"“”„«»‘‚›‹')
Finding = tuple[DistortionKind, str]
Check = Callable[[Footing, Footing, AnnotatedReport, AnnotatedReport], Finding | None]


def find_distortions(reports: Sequence[AnnotatedReport], reuse: Sequence[Reuse]) -> tuple[Distortion, ...]:
    """Return the distortions between aligned sentences and in headlines, in order of reports and place."""
    by_id = {report.id: report for report in reports}
    found: set[Distortion] = set()
    for item in reuse:
        if item.kind is not ReuseKind.CREDIT and item.source in by_id and item.to in by_id:
            found.update(_between(by_id[item.source], by_id[item.to], item))
    for report in reports:
        found.update(_in_headline(report))
    return tuple(sorted(found, key=lambda d: (d.source.report, d.to.report, d.source.span, d.to.span, d.kind)))


def _between(source: AnnotatedReport, target: AnnotatedReport, reuse: Reuse) -> Iterator[Distortion]:
    """Yield what differs between sentences that stand for each other."""
    pairs = list(zip(reuse.evidence[::2], reuse.evidence[1::2], strict=False))
    often = Counter(place for pair in pairs for place in pair)
    for ours, theirs in pairs:
        if source.text[slice(*ours.span)] != target.text[slice(*theirs.span)]:
            sure = often[ours] == often[theirs] == 1 and reuse.score >= settings.SURE_REUSE
            floor = settings.SAME_MATTER_ALONE if sure else settings.SAME_MATTER
            yield from _compare(source, ours, target, theirs, floor)
    beside = list(_beside(target, pairs))
    for ours, theirs in beside:
        yield from _compare(source, ours, target, theirs, settings.SAME_MATTER)
    for ours, theirs, shift in find_verdict_shifts(source, target, [*pairs, *beside]):
        yield Distortion(DistortionKind.WORDING_SHIFTED, ours, theirs, shift.why)


def _beside(
    target: AnnotatedReport, pairs: Sequence[tuple[ReportSpan, ReportSpan]]
) -> Iterator[tuple[ReportSpan, ReportSpan]]:
    """Yield a sentence of the target that stands for none, with the source's sentences of its two neighbours."""
    aligned = {theirs.span: ours for ours, theirs in pairs}
    spans = [s.span for s in told_sentences(target)]
    for i, span in enumerate(spans):
        if span not in aligned:
            near = (aligned.get(spans[k]) for k in (i - 1, i + 1) if 0 <= k < len(spans))
            yield from ((ours, ReportSpan(target.id, span)) for ours in dict.fromkeys(near) if ours is not None)


def _compare(
    source: AnnotatedReport, ours: ReportSpan, target: AnnotatedReport, theirs: ReportSpan, floor: float
) -> Iterator[Distortion]:
    """Yield what differs between two sentences, statement by statement where both hold like matter."""
    for left in read_footings(source, ours.span):
        for right in read_footings(target, theirs.span):
            held = covers(left, right)
            if left.title != right.title:
                continue
            if min(held) < floor:
                # verbs that tell other steps are rare enough to ask for less
                stepped = (_step_shifted,) if min(held) >= settings.SAME_MATTER_ALONE else ()
                part = held[1] >= floor and held[0] >= settings.PART_OF_MATTER  # it stands for a part of the statement
                checks: tuple[Check, ...] = (*((_attribution_lost,) if part else ()), *stepped)
            else:
                checks = CHECKS
            for check in checks:
                finding = check(left, right, source, target)
                if finding is not None:
                    yield Distortion(finding[0], ours, theirs, finding[1])


def _attribution_lost(
    left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport
) -> Finding | None:
    sure = [s for s in left.statements if s.confidence >= settings.SURE_STATEMENT]
    named = [s for s in sure if any(w.type in IDENTIFIED for w in s.who)]
    if not named or right.statements or right.cue or right.title:
        return None
    names = {name.casefold() for s in named for w in s.who for name in (w.name, *w.forms)}
    entities = {w.entity for s in named for w in s.who} - {None}
    if any(n.entity in entities for n in target.names if right.span.start <= n.span.start < right.span.end):
        return None
    there = target.text[slice(*right.span)].casefold()
    if any(name in there for name in names) or QUOTED & {*there} or _spoken_around(target, right.span):
        return None
    return DistortionKind.ATTRIBUTION_LOST, f"said by {named[0].who[0].name} there, told without a source here"


def _spoken_around(report: AnnotatedReport, span: Span) -> bool:
    """Say whether a quotation of which this sentence is a part runs on around it."""
    return any(part.start < span.end and span.start < part.end for s in report.statements for part in s.content)


def _hedge_lost(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    if not left.hedged or right.doubtful:
        return None
    if left.title:
        return DistortionKind.HEADLINE_HARDER, "hedged in that headline, certain in this one"
    return DistortionKind.HEDGE_LOST, "hedged there, certain here"


def _figure_changed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    gone, come = set(left.figures) - set(right.figures), set(right.figures) - set(left.figures)
    if len(gone) != 1 or len(come) != 1 or len(left.figures) != len(right.figures):
        return None
    low, high = sorted((gone.pop(), come.pop()))
    if low < settings.LEAST_FIGURE or high / low < settings.FIGURE_APART:
        return None
    return DistortionKind.FIGURE_CHANGED, f"{_shown(left.figures)} there, {_shown(right.figures)} here"


def _shown(figures: Sequence[float]) -> str:
    return ", ".join(f"{value:g}" for value in figures)


def _date_changed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    gone, come = left.days - right.days, right.days - left.days
    if len(gone) != 1 or len(come) != 1 or len(left.days) != len(right.days):
        return None
    a, b = date.fromisoformat(min(gone)), date.fromisoformat(min(come))
    if a.weekday() == b.weekday():
        return None  # one weekday, counted from two publications or in two tenses
    return DistortionKind.DATE_CHANGED, f"{a} there, {b} here"


def _reversed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    for one, other, where in ((left, right, "there"), (right, left, "here")):
        if Act.DENY in one.acts and Act.DENY not in other.acts and Act.CONFIRM in other.acts:
            return DistortionKind.REVERSED, f"denied {where}, confirmed {'here' if where == 'there' else 'there'}"
    return None


def _wording_shifted(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    shift = find_shift(left.content.units, source.language, right.content.units, target.language)
    return (DistortionKind.WORDING_SHIFTED, shift.why) if shift else None


def _step_shifted(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    shift = find_step(left.content.units, right.content.units)
    return (DistortionKind.WORDING_SHIFTED, shift.why) if shift else None


CHECKS: tuple[Check, ...] = (
    _attribution_lost,
    _hedge_lost,
    _figure_changed,
    _date_changed,
    _reversed,
    _wording_shifted,
    _step_shifted,
)


def _is_unsure(body: Footing) -> bool:
    """Say whether a sentence attributes what it tells and doubts it, or only concludes it from signs."""
    return bool(body.statements and body.doubtful) or body.inferred


def _in_headline(report: AnnotatedReport) -> Iterator[Distortion]:
    """Yield headlines that state as fact what the report's body attributes and hedges, or only concludes."""
    sentences = told_sentences(report)
    for title in (s for s in sentences if s.kind is SegmentKind.TITLE):
        head = read_footings(report, title.span)[0]
        if head.statements or head.cue or head.doubtful:
            continue
        bodies = [f for s in sentences if s.kind is SegmentKind.BODY for f in read_footings(report, s.span)]
        tellings = [
            (held, i) for i, body in enumerate(bodies) if (held := covers(head, body)[0]) >= settings.HEADLINE_SAME
        ]
        if tellings and all(_is_unsure(bodies[i]) for _, i in tellings):
            body = bodies[max(tellings, key=lambda t: (t[0], -t[1]))[1]]
            places = ReportSpan(report.id, body.span), ReportSpan(report.id, title.span)
            why = f"the headline states as fact what the report {'concludes' if body.inferred else 'attributes'}"
            yield Distortion(DistortionKind.HEADLINE_HARDER, *places, why)
