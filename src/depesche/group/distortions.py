"""What is lost or shifted when a report takes over another's sentence, and headlines that say more than their report.

Precision before recall: only sentences that reuse has aligned are compared, and each check asks for a sign on
both sides: a word of reporting here and none there, a figure here and another there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from depesche import settings
from depesche.group.profile import told_sentences
from depesche.group.signs import Footing, read_footing
from depesche.interlingua import Unit, compare
from depesche.interlingua.lexicon import load_concepts_table
from depesche.records import (
    Act,
    AnnotatedReport,
    Distortion,
    DistortionKind,
    ReportSpan,
    Reuse,
    ReuseKind,
    SegmentKind,
    Span,
)

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
    for ours, theirs in pairs:
        left, right = read_footing(source, ours.span), read_footing(target, theirs.span)
        score = compare(left.meaning, right.meaning).score
        if score < settings.DISTORTION_SAME:
            continue
        for check in CHECKS:
            finding = check(left, right, source, target)
            if finding is not None:
                yield Distortion(finding[0], ours, theirs, finding[1])


def _attribution_lost(
    left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport
) -> Finding | None:
    named = [s for s in left.statements if s.who or s.speaker]
    if not named or right.attributed or right.cue or _is_title(target, right.span):
        return None
    names = {name.casefold() for s in named for w in s.who for name in (w.name, *w.forms)}
    there = target.text[right.span.start : right.span.end].casefold()
    if any(name in there for name in names) or _spoken_around(target, right.span):
        return None
    who = named[0].who[0].name if named[0].who else source.text[slice(*named[0].speaker[0])]
    return DistortionKind.ATTRIBUTION_LOST, f"said by {who} there, told without a source here"


def _spoken_around(report: AnnotatedReport, span: Span) -> bool:
    """Say whether a quotation of which this sentence is a part runs on around it."""
    return any(part.start < span.end and span.start < part.end for s in report.statements for part in s.content)


def _hedge_lost(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    if not left.hedged or right.hedged:
        return None
    if _is_title(source, left.span) and _is_title(target, right.span):
        return DistortionKind.HEADLINE_HARDER, "hedged in that headline, certain in this one"
    return DistortionKind.HEDGE_LOST, "hedged there, certain here"


def _figure_changed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    ours, theirs = set(left.meaning.figures), set(right.meaning.figures)
    gone, come = ours - theirs, theirs - ours
    if len(gone) != 1 or len(come) != 1 or len(left.meaning.figures) != len(right.meaning.figures):
        return None
    a, b = gone.pop(), come.pop()
    if min(a, b) <= 0 or max(a, b) / min(a, b) < settings.FIGURE_APART:
        return None
    return DistortionKind.FIGURE_CHANGED, f"{a:g} there, {b:g} here"


def _date_changed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    ours, theirs = _days(source, left.span), _days(target, right.span)
    gone, come = ours - theirs, theirs - ours
    if len(gone) != 1 or len(come) != 1 or len(ours) != len(theirs):
        return None
    return DistortionKind.DATE_CHANGED, f"{gone.pop()} there, {come.pop()} here"


def _days(report: AnnotatedReport, span: Span) -> set[str]:
    """Return the single days that a sentence names."""
    return {t.begin for t in report.times if t.begin and t.begin == t.end and span.start <= t.span.start < span.end}


def _reversed(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    pair = (left.acts, right.acts)
    for one, other, word in ((0, 1, "denied there"), (1, 0, "denied here")):
        if Act.DENY in pair[one] and Act.DENY not in pair[other] and Act.CONFIRM in pair[other]:
            return DistortionKind.REVERSED, f"{word}, confirmed {'here' if one == 0 else 'there'}"
    return None


def _wording_shifted(left: Footing, right: Footing, source: AnnotatedReport, target: AnnotatedReport) -> Finding | None:
    """Find the one adjective on each side that has no counterpart on the other."""
    ours, theirs = _adjectives(left), _adjectives(right)
    lost = [u for u in ours if not any(_related(u, other) for other in right.meaning.units)]
    new = [u for u in theirs if not any(_related(u, other) for other in left.meaning.units)]
    if len(lost) != 1 or len(new) != 1 or len(ours) != len(theirs):
        return None
    return (
        DistortionKind.WORDING_SHIFTED,
        f"{lost[0].form} ({lost[0].concepts[0]}) became {new[0].form} ({new[0].concepts[0]})",
    )


def _adjectives(footing: Footing) -> list[Unit]:
    table = load_concepts_table()
    return [
        u
        for u in footing.meaning.units
        if u.concepts and not u.name and (row := table.get(u.concepts[0])) is not None and row.pos == "adj"
    ]


def _related(left: Unit, right: Unit) -> bool:
    return bool({*left.concepts, *left.roots} & {*right.concepts, *right.roots}) or left.key == right.key


CHECKS: tuple[Check, ...] = (
    _attribution_lost,
    _hedge_lost,
    _figure_changed,
    _date_changed,
    _reversed,
    _wording_shifted,
)


def _in_headline(report: AnnotatedReport) -> Iterator[Distortion]:
    """Yield headlines that state as fact what the report's body attributes and hedges, or says is denied."""
    titles = [s for s in told_sentences(report) if s.kind is SegmentKind.TITLE]
    for title in titles:
        head = read_footing(report, title.span)
        if head.attributed or head.cue or head.hedged or report.text[title.span.start : title.span.end].endswith("?"):
            continue
        best: tuple[float, Footing] | None = None
        for sentence in told_sentences(report):
            if sentence.kind is not SegmentKind.BODY:
                continue
            body = read_footing(report, sentence.span)
            score = compare(head.meaning, body.meaning).score
            if score >= settings.HEADLINE_SAME and (best is None or score > best[0]):
                best = (score, body)
        if best is not None and best[1].attributed and best[1].hedged:
            yield Distortion(
                DistortionKind.HEADLINE_HARDER,
                ReportSpan(report.id, best[1].span),
                ReportSpan(report.id, title.span),
                "the headline states as fact what the report attributes",
            )


def _is_title(report: AnnotatedReport, span: Span) -> bool:
    return any(s.kind is SegmentKind.TITLE and s.span.start <= span.start < s.span.end for s in report.segments)
