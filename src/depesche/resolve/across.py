"""Resolves entities over all reports: one id for one bearer, with the evidence, and who speaks for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from depesche.records import AnnotatedReport, Entity, Judgement, Name, Relay, Source
from depesche.resolve.clusters import Clusters
from depesche.resolve.compose import Composer
from depesche.resolve.evidence import compare
from depesche.resolve.holdings import Holdings
from depesche.resolve.in_story import find_joins
from depesche.resolve.local import Local, read_locals
from depesche.resolve.roles import find_roles
from depesche.resolve.speakers import correct_speakers
from depesche.resolve.spelling import spelling_key
from depesche.text.fold import fold


@dataclass(frozen=True, slots=True)
class Resolution:
    """The reports with the same id for the same entity everywhere, in the order given, and the entities by id."""

    reports: tuple[AnnotatedReport, ...]
    entities: tuple[Entity, ...]


def resolve_entities(
    reports: Sequence[AnnotatedReport],
    judgements: Sequence[Judgement] = (),
    story_of: Mapping[str, str] = MappingProxyType({}),
) -> Resolution:
    """Give each entity one id over all reports; the same whatever the order of the reports.

    `story_of` maps a report to its story where that is known: within one story a surname finds its bearer. An entity
    is named after its first name in order of date published, report id and position. `judgements` of kind "same" and
    "different" name entities by id or by any of their forms, those of kind "speaker" a statement and who said it; they
    overrule what is computed.
    """
    reports = correct_speakers(reports, judgements)
    found = sorted((local for report in reports for local in read_locals(report)), key=lambda x: x.key)
    clusters, against = _cluster(found, judgements)
    _join_in_stories(found, clusters, against, story_of, reports, judgements)
    composer = Composer(found, clusters, against, {r.id: r for r in reports}, story_of)
    rewritten = tuple(_rewrite(report, composer) for report in reports)
    return Resolution(rewritten, composer.entities())


def _cluster(found: Sequence[Local], judgements: Sequence[Judgement]) -> tuple[Clusters, dict[int, list[str]]]:
    """Join what the evidence joins. Returns the classes, and the evidence against a join by member."""
    clusters = Clusters(len(found))
    holdings = Holdings(found, clusters)
    against: dict[int, list[str]] = {}
    apart = _judged(found, judgements, "different")
    for i, j in sorted(_candidates(found)):
        verdict = compare(found[i], found[j])
        if verdict.same is False:
            against.setdefault(i, []).append(verdict.why)
        if verdict.same and not _kept_apart(clusters, i, j, apart):
            _join_unless_apart(clusters, holdings, i, j, verdict.why)
    for (i, j), why in sorted(apart.items()):
        against.setdefault(i, []).append(why)
        against.setdefault(j, []).append(why)
    for (i, j), why in sorted(_judged(found, judgements, "same").items()):
        clusters.join(i, j, why)
    return clusters, against


def _join_in_stories(
    found: Sequence[Local],
    clusters: Clusters,
    against: dict[int, list[str]],
    story_of: Mapping[str, str],
    reports: Sequence[AnnotatedReport],
    judgements: Sequence[Judgement],
) -> None:
    """Join what a story's reports settle together."""
    if not story_of:
        return
    roles: dict[str, set[str]] = {}
    for report in reports:
        for role in find_roles(report):
            roles.setdefault(report.names[role.name].entity or "", set()).add(role.kind)
    joins, doubts = find_joins(found, clusters, story_of, {k: frozenset(v) for k, v in roles.items()})
    apart = _judged(found, judgements, "different")
    holdings = Holdings(found, clusters)
    for i, j, why in joins:
        if not _kept_apart(clusters, i, j, apart):
            _join_unless_apart(clusters, holdings, i, j, why)
    for i, why in doubts:
        against.setdefault(i, []).append(why)


def _candidates(found: Sequence[Local]) -> set[tuple[int, int]]:
    """Return pairs worth comparing: those that share a known entity, or a key of their first or last word."""
    blocks: dict[str, list[int]] = {}
    for i, local in enumerate(found):
        keys = {f"known:{local.known.id}"} if local.known else set()
        for words in (local.words[:1], local.words[-1:]):
            for word in words:
                keys |= {f"{local.is_person}:{spelling_key(base)[:3]}" for base in word}
                keys |= {f"{local.is_person}:={base}" for base in word}
        for key in keys:
            blocks.setdefault(key, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        first = _representatives(members, found)
        pairs |= {(i, j) for i in first for j in members if i < j and found[i].report != found[j].report}
    return pairs


def _representatives(members: Sequence[int], found: Sequence[Local]) -> list[int]:
    """Return one member for each distinct name: comparing every mention of a common name with every other is waste."""
    seen: dict[tuple[object, ...], int] = {}
    for i in members:
        known = found[i].known
        seen.setdefault((found[i].words, found[i].language, known.id if known else None), i)
    return list(seen.values())


def _join_unless_apart(clusters: Clusters, holdings: Holdings, i: int, j: int, why: str) -> None:
    """Join two classes unless one report tells them apart or both are known entities."""
    roots = clusters.root(i), clusters.root(j)
    if not holdings.clash(*roots):
        holdings.merge(*roots)
        clusters.join(i, j, why)


def _kept_apart(clusters: Clusters, i: int, j: int, apart: dict[tuple[int, int], str]) -> bool:
    roots = {clusters.root(i), clusters.root(j)}
    return any({clusters.root(a), clusters.root(b)} == roots for a, b in apart)


def _judged(found: Sequence[Local], judgements: Sequence[Judgement], kind: str) -> dict[tuple[int, int], str]:
    """Return the pairs a person decided on, with author, time and reason."""
    pairs: dict[tuple[int, int], str] = {}
    for judgement in judgements:
        if judgement.kind != kind or not judgement.right:
            continue
        left, right = (_named(found, judgement.left), _named(found, judgement.right))
        pairs |= {(min(i, j), max(i, j)): judgement.why for i in left for j in right if i != j}
    return pairs


def _named(found: Sequence[Local], wanted: str) -> list[int]:
    folded = fold(wanted)
    return [
        i
        for i, local in enumerate(found)
        if wanted in (local.local_id, entity_id(local))
        or folded in {fold(form) for form in (local.name, *local.forms, *local.lemmas)}
    ]


def entity_id(first: Local) -> str:
    """Return the id of an entity by its first appearance."""
    return first.local_id


def _rewrite(report: AnnotatedReport, composer: Composer) -> AnnotatedReport:
    names = tuple(_rename(name, composer) for name in report.names)
    statements = tuple(
        replace(
            s,
            who=tuple(_resource(report, source, composer) for source in s.who),
            relay=tuple(_relay(relay, composer) for relay in s.relay),
        )
        for s in report.statements
    )
    return replace(report, names=names, statements=statements)


def _rename(name: Name, composer: Composer) -> Name:
    entity = composer.of_local(name.entity)
    return replace(name, entity=entity.id, name=entity.name) if entity else name


def _resource(report: AnnotatedReport, source: Source, composer: Composer) -> Source:
    entity = composer.of_source(report, source)
    return replace(source, entity=entity.id, name=entity.name)


def _relay(relay: Relay, composer: Composer) -> Relay:
    entity = composer.of_local(relay.entity) or composer.of_name(relay.name)
    return replace(relay, entity=entity.id, name=entity.name) if entity else relay
