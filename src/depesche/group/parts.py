"""Parts of a report that come from elsewhere than its rest: passages taken from a report of another dispatch.

A passage taken is no dispatch of its own, while what the same report tells beside it is: counting by whole reports
would call either all of it a copy or none of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from depesche import settings
from depesche.group.alignment import AlignedPair, Alignment, Passage, align_passages, passage_likeness
from depesche.group.copied import find_copied
from depesche.group.part_sources import Archive, find_sources
from depesche.group.stories import Grouping
from depesche.group.translation import matter_closeness
from depesche.lang.schema.entities import is_media
from depesche.records import (
    AnnotatedReport,
    PartKind,
    Relay,
    ReportPart,
    ReportSpan,
    Reuse,
    SegmentKind,
    Source,
    Span,
)

Pairs = Sequence[tuple[Span, Span]]


def find_parts(
    reports: Sequence[AnnotatedReport], grouping: Grouping, reuse: Sequence[Reuse]
) -> tuple[ReportPart, ...]:
    """Return the parts of reports that come from elsewhere, in order of report and place.

    What a report has from another of its dispatch, by `reuse`, is its text and no part.
    """
    archive = Archive.of(reports, grouping, reuse)
    passages = find_copied(archive, grouping)
    found = [_part(archive, p.report, p.source, PartKind.COPY, p.pairs) for p in passages]
    taken = {frozenset((p.report, archive.home(p.source))) for p in passages}
    for report, source in find_sources(archive, grouping):
        # a passage had word for word aligns with the translations of its text as well
        known = {frozenset((report, archive.home(source))), frozenset((source, archive.home(report)))} & taken
        if archive.translates(report, source) and not known:
            found += _translated(archive, report, source)
        if grouping.story_of[report] != grouping.story_of[source]:
            found += _beside(archive, report, source)
    return tuple(sorted(_best(found), key=lambda p: (p.report, p.span, p.source)))


def _best(found: Iterable[ReportPart]) -> Iterator[ReportPart]:
    """Keep of parts that overlap the surest: a copy before a translation, that before what only runs beside."""
    order = [PartKind.COPY, PartKind.TRANSLATION, PartKind.BESIDE]
    kept: dict[str, list[Span]] = {}
    for part in sorted(found, key=lambda p: (p.report, order.index(p.kind), -len(p.evidence), p.source, p.span)):
        spans = kept.setdefault(part.report, [])
        if all(part.span.end <= s.start or s.end <= part.span.start for s in spans):
            spans.append(part.span)
            yield part


def _translated(archive: Archive, report: str, source: str) -> Iterator[ReportPart]:
    """Yield runs of sentences that translate those of an earlier text."""
    left, right = archive.passages(source), archive.passages(report)
    alignment, _ = align_passages(left, right)
    for run in _runs(alignment.pairs):
        if _is_translated(left, right, run):
            pairs = [(left[i].span, right[j].span) for p in run for i in p.left for j in p.right]
            yield _part(archive, report, source, PartKind.TRANSLATION, pairs)


def _runs(pairs: Sequence[AlignedPair]) -> Iterator[list[AlignedPair]]:
    """Yield aligned sentences that follow each other on both sides."""
    run: list[AlignedPair] = []
    for pair in pairs:
        if run and not (pair.left[0] - run[-1].left[-1] == 1 == pair.right[0] - run[-1].right[-1]):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _is_translated(left: Sequence[Passage], right: Sequence[Passage], run: Sequence[AlignedPair]) -> bool:
    """Say whether a run of aligned sentences is one text: long, close throughout, and in its matter as well."""
    scores = [pair.score for pair in run]
    if len(run) < settings.PART_TRANSLATED_SENTENCES or min(scores) < settings.PART_TRANSLATED_LEAST:
        return False
    if math.fsum(scores) / len(scores) < settings.PART_TRANSLATED_MEAN:
        return False
    return matter_closeness(left, right, Alignment(tuple(run), 0.0, 0.0)) >= settings.PART_MATTER


def _beside(archive: Archive, report: str, source: str) -> Iterator[ReportPart]:
    """Yield runs of sentences that tell what a report of another story tells, in any order, as the rest does not."""
    own, there = archive.passages(report), archive.passages(source)
    if len(own) <= settings.PART_BESIDE_SENTENCES or not there:
        return
    likeness = passage_likeness(there, own)
    best = [float(x) for x in likeness.max(axis=0)]
    like = [p.kind is SegmentKind.BODY and x >= settings.PART_BESIDE_LEAST for p, x in zip(own, best, strict=True)]
    for start, end in _stretches(like):
        if _stands_out(best, start, end):
            pairs = [(int(likeness[:, j].argmax()), j) for j in range(start, end)]
            if _tells_the_same(there, own, pairs):
                yield _part(archive, report, source, PartKind.BESIDE, [(there[i].span, own[j].span) for i, j in pairs])


def _stretches(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first place and the end of what is marked without a break."""
    start = 0
    for end, mark in enumerate((*marks, False)):
        if not mark:
            if end > start:
                yield start, end
            start = end + 1


def _stands_out(best: Sequence[float], start: int, end: int) -> bool:
    """Say whether the sentences from `start` to `end` have counterparts there as the rest has not."""
    rest = (*best[:start], *best[end:])
    if end - start < settings.PART_BESIDE_SENTENCES or not rest:
        return False
    mean = math.fsum(best[start:end]) / (end - start)
    return mean >= settings.PART_BESIDE_MEAN and mean - math.fsum(rest) / len(rest) >= settings.PART_BESIDE_REST


def _tells_the_same(there: Sequence[Passage], own: Sequence[Passage], pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether pairs of sentences share their matter, not names alone, and don't all lead to a few sentences."""
    aligned = Alignment(tuple(AlignedPair((i,), (j,), 1.0) for i, j in pairs), 0.0, 0.0)
    distinct = len({i for i, _ in pairs}) >= settings.PART_BESIDE_DISTINCT * len(pairs)
    return distinct and matter_closeness(there, own, aligned) >= settings.PART_MATTER


def _part(archive: Archive, report: str, source: str, kind: PartKind, pairs: Pairs) -> ReportPart:
    evidence = tuple(r for there, own in pairs for r in (ReportSpan(source, there), ReportSpan(report, own)))
    span = Span(min(own.start for _, own in pairs), max(own.end for _, own in pairs))
    return ReportPart(report, span, source, kind, evidence, _unnamed(archive, report, source, pairs))


def _unnamed(archive: Archive, report: str, source: str, pairs: Pairs) -> tuple[str, ...]:
    """Return the media through or from which the source has these sentences and which the report doesn't name."""
    there = [span for span, _ in pairs]
    told = (s for s in archive.by_id[source].statements if any(p.start <= s.content[0].start < p.end for p in there))
    media: set[Relay | Source] = set()
    for statement in told:
        media.update(statement.relay)
        media.update(who for who in statement.who if is_media(who.name))
    text = archive.by_id[report].text.casefold()
    known = {n.entity for n in archive.by_id[report].names if n.entity}
    unnamed = (m for m in media if m.entity not in known and not any(f.casefold() in text for f in (m.name, *m.forms)))
    return tuple(sorted({m.name for m in unnamed}))
