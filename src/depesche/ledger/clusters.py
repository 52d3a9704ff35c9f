"""Statements -> clusters of one claim each, independent of the order of the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from depesche.interlingua import MeaningIndex
from depesche.ledger.aligned import Pair, aligned_pairs, dispatch_groups
from depesche.ledger.denials import find_answered, is_denial, pointing_concepts, points_back
from depesche.ledger.items import Archive, Item
from depesche.ledger.same import Relation, Verdict, relate
from depesche.records import Act
from depesche.settings import CLAIM_CANDIDATES, CLAIM_UNLIKE_SHARE


@dataclass(slots=True)
class Clusters:
    """`members` maps a cluster's key to its items' keys; `relations` holds every pair compared, keys sorted."""

    items: dict[str, Item]
    relations: dict[tuple[str, str], Relation]
    members: dict[str, list[str]] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    aligned: set[Pair] = field(default_factory=set)
    dispatch: dict[str, str] = field(default_factory=dict)

    def relation(self, a: str, b: str) -> Relation:
        """Return how two items relate, comparing them now if they weren't yet."""
        key = (a, b) if a < b else (b, a)
        if key not in self.relations:
            self.relations[key] = relate(self.items[key[0]], self.items[key[1]])
        return self.relations[key]


def _candidate_pairs(items: Sequence[Item]) -> set[tuple[str, str]]:
    index = MeaningIndex()
    for item in items:
        index.add(item.key, item.meaning)
    pairs = set()
    for item in items:
        for other, _ in index.candidates(item.meaning, CLAIM_CANDIDATES, exclude=(item.key,)):
            pairs.add((item.key, other) if item.key < other else (other, item.key))
    return pairs


def _is_nested(a: Item, b: Item) -> bool:
    """Say whether one statement lies in the other: who reports a denial also says what is denied."""
    if a.report.id != b.report.id:
        return False
    inner, outer = (a, b) if a.spans[0].start >= b.spans[0].start else (b, a)
    return all(any(o.start <= s.start and s.end <= o.end for o in outer.spans) for s in inner.spans)


def _later(clusters: Clusters, a: str, b: str) -> bool:
    """A denial can't answer a claim first made after it."""
    one, other = clusters.items[a], clusters.items[b]
    if is_denial(one) == is_denial(other):
        return False
    denial, claim = (one, other) if is_denial(one) else (other, one)
    if denial.report.id == claim.report.id:
        return False
    when_denied, when_claimed = denial.report.report.published, claim.report.report.published
    return bool(when_denied and when_claimed and when_denied[:10] < when_claimed[:10])


def _can_join(clusters: Clusters, left: list[str], right: list[str]) -> bool:
    """Every pair across must at least possibly be the same: one likely pair must not chain unlike claims together.

    Among copies and translations of one text a few pairs may be alike too little, as long as none clashes.
    """
    unlike = 0
    for a in left:
        for b in right:
            if _is_nested(clusters.items[a], clusters.items[b]) or _is_aligned(clusters, a, b):
                continue
            relation = clusters.relation(a, b)
            if relation.verdict in (Verdict.CONTRADICTS, Verdict.FOLLOWS) or _later(clusters, a, b):
                return False
            if relation.verdict is Verdict.OTHER:
                if not _one_dispatch(clusters, a, b):
                    return False
                unlike += 1
    return unlike <= CLAIM_UNLIKE_SHARE * len(left) * len(right)


def _is_aligned(clusters: Clusters, a: str, b: str) -> bool:
    return ((a, b) if a < b else (b, a)) in clusters.aligned


def _one_dispatch(clusters: Clusters, a: str, b: str) -> bool:
    one, other = (clusters.dispatch.get(clusters.items[key].report.id) for key in (a, b))
    return one is not None and one == other


def _hand_decisions(archive: Archive) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    pairs = [(j.kind, frozenset((j.left, j.right or ""))) for j in archive.judgements]
    same = {pair for kind, pair in pairs if kind == "same-claim"}
    return same, {pair for kind, pair in pairs if kind == "different-claims"}


def cluster_items(items: Sequence[Item], archive: Archive) -> Clusters:
    """Group items into claims: likeliest pairs first, whole clusters checked before they join.

    Judgements `same-claim` and `different-claims` over statement ids overrule.
    """
    pointing = pointing_concepts()
    empty = {i.key for i in items if is_denial(i) and points_back(i, pointing)}
    full = [i for i in items if i.key not in empty and i.act is not None]
    clusters = Clusters({i.key: i for i in items}, {})
    clusters.aligned = aligned_pairs(items, archive.reuse)
    clusters.dispatch = dispatch_groups(archive.reuse)
    for item in items:
        clusters.members[item.key], clusters.of[item.key] = [item.key], item.key
    same, different = _hand_decisions(archive)
    placed = {p for p in clusters.aligned if p[0] not in empty and p[1] not in empty}
    scored = [(clusters.relation(a, b), a, b) for a, b in _candidate_pairs(full) | placed]
    scored.sort(key=lambda s: (-s[0].score, s[1], s[2]))
    for relation, a, b in scored:
        ids = frozenset(_statement_id(clusters.items[key]) for key in (a, b))
        if ids in different:
            continue
        stands_there = (a, b) in placed and relation.verdict in (Verdict.OTHER, Verdict.MAYBE)
        if ids in same or relation.verdict is Verdict.SAME or stands_there:
            _join(clusters, a, b, forced=ids in same)
    _join_nested_denials(clusters, full)
    _attach_pointing(clusters, items, empty)
    return clusters


def _statement_id(item: Item) -> str:
    return item.statement.id if item.statement else item.key


def _join(clusters: Clusters, a: str, b: str, *, forced: bool = False) -> None:
    x, y = clusters.of[a], clusters.of[b]
    if x == y or not (forced or _can_join(clusters, clusters.members[x], clusters.members[y])):
        return
    keep, drop = (x, y) if x < y else (y, x)
    clusters.members[keep] = sorted(clusters.members[keep] + clusters.members.pop(drop))
    for key in clusters.members[keep]:
        clusters.of[key] = keep


def _join_nested_denials(clusters: Clusters, items: Sequence[Item]) -> None:
    """ "… delivered missiles, despite its denials": the denial inside answers the statement it stands in."""
    for denial in items:
        if not is_denial(denial):
            continue
        around = [
            i
            for i in items
            if i.key != denial.key and i.act is Act.ASSERT and _is_nested(denial, i) and _outer(i, denial)
        ]
        if around:
            nearest = min(around, key=lambda i: (sum(s.end - s.start for s in i.spans), i.key))
            clusters.answers[denial.key] = nearest.key
            _join(clusters, denial.key, nearest.key, forced=True)


def _outer(around: Item, inner: Item) -> bool:
    """A denial told by somebody ("he said it had denied …") isn't itself what he asserts unless most is shared."""
    outer_length = sum(s.end - s.start for s in around.spans)
    inner_length = sum(s.end - s.start for s in inner.spans)
    cue = inner.statement.cue if inner.statement else ()
    inside = all(any(o.start <= c.start and c.end <= o.end for o in inner.spans) for c in cue)
    starts_before = bool(cue) and cue[0].start < inner.spans[0].start and not inside
    return not starts_before or inner_length * 2 > outer_length


def _attach_pointing(clusters: Clusters, items: Sequence[Item], empty: set[str]) -> None:
    for item in items:
        if item.key in empty:
            answered = find_answered(item, items)
            if answered is not None:
                clusters.answers[item.key] = answered.key
                _join(clusters, item.key, answered.key, forced=True)
