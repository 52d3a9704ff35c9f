"""The whole flow on one screen: bytes -> reports -> annotations -> entities -> stories -> claims -> brief.

Stages don't import each other; what one makes, this module hands to the next. One error boundary stands here,
around the annotation of a single report: a report we can't annotate is named and the others go on.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from depesche.annotate.credits import find_credits
from depesche.annotate.language import identify_language
from depesche.annotate.names import find_names
from depesche.annotate.published import read_publication
from depesche.annotate.quantities import find_quantities
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.statements import find_statements
from depesche.annotate.times import find_times, outside_names
from depesche.errors import DepescheError
from depesche.lang.schema.entities import media_names
from depesche.records import (
    AnnotatedReport,
    Brief,
    Entity,
    Judgement,
    PublishedBy,
    Report,
    ResolvedBy,
    Segment,
    SegmentKind,
    Time,
)
from depesche.resolve.within import link_names


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be annotated, kept and named."""

    id: str
    reason: str


def _title(report: Report, segments: Sequence[Segment]) -> str | None:
    if report.title:
        return report.title
    first = next((s for s in segments if s.kind is SegmentKind.TITLE), None)
    return report.text[first.span.start : first.span.end] if first else None


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Keep Python from looking for reference cycles: annotating leaves none, and each search walks all language data.

    They were a tenth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_LOADED: set[str | None] = set()  # languages whose data later searches for cycles leave out


def annotate_report(report: Report) -> AnnotatedReport:
    """Run every annotator over one report; what is given (language, publication date) is kept."""
    with _no_search_for_cycles():
        annotated = _annotate(report)
        if annotated.language not in _LOADED:
            _LOADED.add(annotated.language)
            gc.freeze()
        return annotated


def _annotate(report: Report) -> AnnotatedReport:
    language = report.language or identify_language(report.text)
    segments = split_segments(report.text)
    sentences = split_sentences(report.text, segments, language)
    report = replace(report, language=language, title=_title(report, segments))
    report = read_publication(report, sentences)
    names = find_names(report.text, sentences, language)
    annotated = link_names(AnnotatedReport(report, segments, sentences, names))
    times = outside_names(find_times(report.text, sentences, language, report.published), names)
    if report.published_by is PublishedBy.STORY:
        times = tuple(
            replace(t, resolved_by=ResolvedBy.STORY) if t.resolved_by is ResolvedBy.PUBLISHED else t for t in times
        )
    quantities = find_quantities(report.text, sentences, language, times)
    credits = find_credits(annotated, media_names())
    annotated = replace(annotated, times=times, quantities=quantities, credits=credits)
    return replace(annotated, statements=find_statements(annotated))


def try_annotate(report: Report) -> AnnotatedReport | Failure:
    """Annotate one report, or say why it can't be: the error boundary of the pipeline."""
    try:
        return annotate_report(report)
    except DepescheError as error:
        return Failure(report.id, str(error))
    except Exception as error:  # the one boundary: a defect of ours must not lose the other reports
        return Failure(report.id, f"a defect in depesche ({type(error).__name__}: {error}); please report it")


def annotate_reports(reports: Iterable[Report], jobs: int = 1) -> Iterator[AnnotatedReport | Failure]:
    """Yield each report's annotation in the order given; with `jobs` over 1 in as many processes."""
    if jobs <= 1:
        yield from map(try_annotate, reports)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(try_annotate, reports, chunksize=4)


def resolve_reports(
    reports: Sequence[AnnotatedReport], judgements: Sequence[Judgement] = ()
) -> tuple[AnnotatedReport, ...]:
    """Give each entity one id over all reports, and each report the date its story settles, in the order given."""
    resolved, _, _ = _with_dates(sorted(reports, key=lambda r: r.id), judgements)
    by_id = {r.id: r for r in resolved}
    return tuple(by_id[r.id] for r in reports)


@dataclass(frozen=True, slots=True)
class Options:
    """What a brief is made for.

    `as_of` is an ISO day (its end) or an instant: only reports published by then count. `without` names reports,
    outlets or entities whose word is left out.
    """

    language: str = "en"
    as_of: str | None = None
    without: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def _published_by(report: AnnotatedReport, as_of: str) -> bool:
    published = report.report.published
    if published is None:
        return False
    if len(as_of) <= len("2024-02-14") or len(published) <= len("2024-02-14"):
        return published[:10] <= as_of[:10]
    return datetime.fromisoformat(published) <= datetime.fromisoformat(as_of)


def _keep_reports(reports: Sequence[AnnotatedReport], options: Options) -> list[AnnotatedReport]:
    """Leave out what is not there yet, or not wanted; a report without a date can't be placed before `as_of`."""
    out = [r for r in reports if r.id not in options.without and (r.report.outlet or "") not in options.without]
    return [r for r in out if _published_by(r, options.as_of)] if options.as_of else out


def _read_times(report: AnnotatedReport, day: str) -> tuple[Time, ...]:
    """Read a report's times as if it had been published on `day`."""
    return outside_names(find_times(report.text, report.sentences, report.language, day), report.names)


def _with_dates(reports: Sequence[AnnotatedReport], judgements: Sequence[Judgement]) -> tuple[Any, Any, Any]:
    """Resolve and group; where a story gives a report its missing date, read its times again with it.

    Grouping needs entities, and who a bare surname is depends on the story: entities are resolved again with it.
    """
    from depesche.group.dates import infer_dates
    from depesche.group.stories import group_stories
    from depesche.resolve.across import resolve_entities

    resolution = resolve_entities(reports, judgements)
    grouping = group_stories(resolution.reports, judgements)
    dates = infer_dates(resolution.reports, grouping, _read_times)
    if not dates:
        resolution = resolve_entities(reports, judgements, grouping.story_of)
        return resolution.reports, resolution, grouping
    again = []
    for report in reports:
        if report.id in dates:
            day, evidence = dates[report.id]
            evidence = tuple(evidence)
            dated = replace(report.report, published=day, published_by=PublishedBy.STORY, published_evidence=evidence)
            report = annotate_report(dated)
        again.append(report)
    grouping = group_stories(resolve_entities(again, judgements).reports, judgements)
    resolution = resolve_entities(again, judgements, grouping.story_of)
    return resolution.reports, resolution, grouping


def _without_voices(
    reports: Sequence[AnnotatedReport], entities: Sequence[Entity], names: Sequence[str]
) -> tuple[AnnotatedReport, ...]:
    """Drop the statements of the named entities and of all who speak for them."""
    from depesche.brief.select import find_entities
    from depesche.ledger.voices import top_party

    by_id = {e.id: e for e in entities}
    gone = {e for name in names for e in find_entities(entities, name)}
    silent = gone | {e.id for e in entities if top_party(e.id, by_id) in gone}
    return tuple(
        replace(r, statements=tuple(s for s in r.statements if not {w.entity for w in s.who} & silent)) for r in reports
    )


def make_brief(reports: Sequence[AnnotatedReport], options: Options) -> Brief:
    """Make the brief of annotated reports.

    The order of `reports` changes nothing but the order of `Brief.reports`.
    """
    from depesche.group.conflicts import find_conflicts
    from depesche.group.decided import decide_parts, decide_reuse
    from depesche.group.distortions import find_distortions
    from depesche.group.parts import find_parts
    from depesche.group.reuse import find_reuse
    from depesche.ingest.judgements import standing
    from depesche.ledger.claims import build_claims
    from depesche.ledger.dispatches import parts_by_report
    from depesche.ledger.history import add_history
    from depesche.ledger.items import Archive
    from depesche.ledger.occasions import build_occasions
    from depesche.ledger.timeline import build_timeline

    kept = _keep_reports(reports, options)
    resolved, resolution, grouping = _with_dates(sorted(kept, key=lambda r: r.id), options.judgements)
    if options.without:
        resolved = _without_voices(resolved, resolution.entities, options.without)
    reuse = decide_reuse(find_reuse(resolved, grouping), resolved, options.judgements)
    parts = decide_parts(find_parts(resolved, grouping, reuse), options.judgements)
    entities = {e.id: e for e in resolution.entities}
    line_of = {r: s.storyline for s in grouping.stories for r in s.reports}
    archive = Archive(resolved, entities, grouping.story_of, reuse, options.judgements, line_of, parts_by_report(parts))
    distortions = find_distortions(resolved, reuse)
    claims = add_history(build_claims(archive, options.language), archive, distortions)
    by_id = {r.id: r for r in resolved}
    return Brief(
        as_of=options.as_of,
        reports=tuple(by_id[r.id] for r in kept),
        stories=grouping.stories,
        storylines=grouping.storylines,
        entities=resolution.entities,
        claims=claims,
        reuse=reuse,
        distortions=distortions,
        conflicts=find_conflicts(resolved, grouping, reuse),
        timeline=build_timeline(resolved, claims),
        occasions=build_occasions(archive, claims),
        story_of=dict(grouping.story_of),
        parts=parts,
        judgements=standing(options.judgements, by_id.keys(), {s.id for r in resolved for s in r.statements}),
    )
