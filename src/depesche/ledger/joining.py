"""Statements -> clusters of one claim each, independent of the order of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from depesche.lang.schema.entities import is_media
from depesche.ledger.aligned import Pair, aligned_pairs, dispatch_groups
from depesche.ledger.clusters import Clusters
from depesche.ledger.denials import disclaims, find_accusation, find_answered, find_denied, is_denial, points_back
from depesche.ledger.index import WordingIndex, ordered, reworded_pairs
from depesche.ledger.items import ASSERTING, Archive, Item
from depesche.ledger.nesting import denies_around, inherit_parties, nearest_around, passes_on
from depesche.ledger.pairing import join_counterparts
from depesche.ledger.same import Relation, Verdict
from depesche.settings import ALIGNED_SHORT, CLAIM_FLOOR, CLAIM_SAME


def cluster_items(items: Sequence[Item], archive: Archive) -> Clusters:
    """Group items into claims: likeliest pairs first, whole clusters checked before they join, denials last.

    Judgements `same-claim` and `different-claims` over statement ids overrule.
    """
    items = inherit_parties(items)
    clusters = Clusters.of_items(items)
    clusters.aligned = aligned_pairs(items, archive.reuse)
    clusters.dispatch = dispatch_groups(archive.reuse)
    same, clusters.apart = _hand_decisions(items, archive)
    for pair in sorted(same):
        clusters.join(*pair, forced=True)
    told = [i for i in items if not is_denial(i)]
    index = WordingIndex(told)
    _join_nested(clusters, archive)
    _join_likely(clusters, index.pairs() | reworded_pairs(told), told)
    join_counterparts(clusters, told)
    _attach_denials(clusters, items, index)
    _oppose_negated(clusters, told, index)
    return clusters


def _hand_decisions(items: Iterable[Item], archive: Archive) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs of items that a person joined, and those kept apart."""
    keys = {i.statement.id: i.key for i in items if i.statement}
    out: dict[str, set[Pair]] = {"same-claim": set(), "different-claims": set()}
    for j in archive.judgements:
        if j.kind in out and j.left in keys and j.right in keys:
            out[j.kind].add(ordered(keys[j.left], keys[j.right]))
    return out["same-claim"], out["different-claims"]


def _join_likely(clusters: Clusters, pairs: set[Pair], items: Iterable[Item]) -> None:
    """Join pairs that mean the same, the likeliest first, and pairs at one place of a dispatch."""
    allowed = {i.key for i in items}
    placed = {p for p in clusters.aligned if p[0] in allowed and p[1] in allowed}
    scored = [(clusters.relation(a, b), a, b) for a, b in pairs | placed]
    scored.sort(key=lambda s: (-s[0].score, s[1], s[2]))
    for relation, a, b in scored:
        stands_there = (a, b) in placed and _can_stand_for(clusters.items[a], clusters.items[b], relation)
        if relation.verdict is Verdict.SAME or stands_there:
            clusters.join(a, b)


def _can_stand_for(a: Item, b: Item, relation: Relation) -> bool:
    """Say whether two statements at one place of a dispatch can be one: nothing clashes, and what is long is alike."""
    if relation.verdict not in (Verdict.OTHER, Verdict.MAYBE):
        return False
    if relation.score >= CLAIM_FLOOR:
        return True
    # whoever translates a sentence keeps its figures, and mostly its negation; the short can share no word with it
    kept = bool(a.figures) == bool(b.figures) and a.meaning.negated == b.meaning.negated
    return kept and min(a.meaning.weight, b.meaning.weight) < ALIGNED_SHORT


def media_of(archive: Archive) -> frozenset[str]:
    """Return the entities that pass on what others say: known media, and whoever a report has something through."""
    relays = {r.entity for report in archive.reports for s in report.statements for r in s.relay if r.entity}
    known = {e.id for e in archive.entities.values() if any(is_media(f) for f in (e.name, *_forms(e.names)))}
    return frozenset(known | {r for r in relays if r in archive.entities and archive.entities[r].type != "person"})


def _forms(names: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    return [form for _, forms in names for form in forms]


def _join_nested(clusters: Clusters, archive: Archive) -> None:
    """Note what stands in what; join what a medium passes on with what it reports."""
    media = media_of(archive)
    by_report: dict[str, list[Item]] = {}
    for _, item in sorted(clusters.items.items()):
        by_report.setdefault(item.report.id, []).append(item)
    for found in by_report.values():
        for item in found:
            around = nearest_around(item, found)
            if around is None:
                continue
            clusters.around[item.key] = around.key
            if passes_on(around, item, media):
                clusters.passed_on.add(ordered(item.key, around.key))
                clusters.join(item.key, around.key)


def _attach_denials(clusters: Clusters, items: Sequence[Item], index: WordingIndex) -> None:
    """Give each denial the claim it answers; those that answer none are claims of their own, joined by likeness."""
    by_report: dict[str, list[Item]] = {}
    for item in items:
        by_report.setdefault(item.report.id, []).append(item)
    free = []
    for denial in clusters.denials():
        answered = _answer(clusters, denial, by_report[denial.report.id], index)
        if answered is None:
            free.append(denial)
            continue
        clusters.answers[denial.key] = answered.key
        clusters.join(denial.key, answered.key, forced=True)
    _join_likely(clusters, WordingIndex(free).pairs(), free)


def _oppose_negated(clusters: Clusters, told: Sequence[Item], index: WordingIndex) -> None:
    """Note what a statement that something is not so speaks against: two claims that contradict each other."""
    for item in told:
        if not item.meaning.negated or item.act not in ASSERTING:
            continue
        near = {i.key: i for i in index.near(item) if clusters.of[i.key] != clusters.of[item.key]}
        opposed = find_denied(item, [i for _, i in sorted(near.items())])
        if opposed is not None:
            pair = ordered(item.key, opposed.key)
            known = clusters.relation(*pair)
            score = max(known.score, CLAIM_SAME)
            against = (*known.against, "one side is negated")
            clusters.relations[pair] = replace(known, verdict=Verdict.CONTRADICTS, score=score, against=against)


def _answer(clusters: Clusters, denial: Item, beside: Sequence[Item], index: WordingIndex) -> Item | None:
    """Return what a denial answers; `beside` are the statements of its report."""
    around = clusters.items.get(clusters.around.get(denial.key, ""))
    if around is not None and denies_around(denial, around):
        return around
    if points_back(denial):
        return find_answered(denial, beside)
    if disclaims(denial):
        return find_accusation(denial, beside)
    near = {i.key: i for i in index.near(denial)}
    near |= {i.key: i for i in beside if i.act in ASSERTING}
    kept_apart = {k for pair in clusters.apart if denial.key in pair for k in pair}
    return find_denied(denial, [i for key, i in sorted(near.items()) if key not in kept_apart])
