"""Clusters of statements that are one claim, and when two of them may join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from depesche.ledger.aligned import Pair
from depesche.ledger.denials import is_denial
from depesche.ledger.index import ordered
from depesche.ledger.items import Item
from depesche.ledger.measures import Measures
from depesche.ledger.nesting import is_nested
from depesche.ledger.same import Relation, Verdict, is_one_telling, relate
from depesche.settings import CLAIM_REPRESENTATIVES, CLAIM_UNLIKE_SHARE


@dataclass(slots=True)
class Clusters:
    """`members` maps a cluster's key to its items' keys, sorted; `relations` holds every pair compared.

    `answers` maps a denial to the statement it answers, `around` a statement to the one it stands in, `aligned` pairs
    that stand at one place of a dispatch, `dispatch` a report to its dispatch, `apart` pairs kept apart by hand,
    `passed_on` pairs of which one is the other's words through a medium.
    """

    items: dict[str, Item]
    measures: Measures = field(default_factory=Measures)
    relations: dict[Pair, Relation] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    around: dict[str, str] = field(default_factory=dict)
    aligned: set[Pair] = field(default_factory=set)
    dispatch: dict[str, str] = field(default_factory=dict)
    apart: set[Pair] = field(default_factory=set)
    passed_on: set[Pair] = field(default_factory=set)

    @classmethod
    def of_items(cls, items: Iterable[Item]) -> Clusters:
        """Return clusters of one item each."""
        clusters = cls({i.key: i for i in items})
        for key in clusters.items:
            clusters.members[key], clusters.of[key] = [key], key
        return clusters

    def relation(self, a: str, b: str) -> Relation:
        """Return how two items relate, comparing them now if they weren't yet."""
        pair = ordered(a, b)
        if pair not in self.relations:
            self.relations[pair] = relate(self.items[pair[0]], self.items[pair[1]], self.measures)
        return self.relations[pair]

    def join(self, a: str, b: str, *, forced: bool = False) -> bool:
        """Join the clusters of two items where they may join; return whether they are one now."""
        x, y = self.of[a], self.of[b]
        if x == y:
            return True
        if not forced and not self._can_join(self.members[x], self.members[y]):
            return False
        keep, drop = ordered(x, y)
        moved = self.members.pop(drop)
        self.members[keep] = sorted(self.members[keep] + moved)
        for key in moved:
            self.of[key] = keep
        return True

    def _can_join(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Every pair across must at least possibly be the same: one likely pair must not chain unlike claims together.

        Large clusters are compared through representatives. Among copies and translations of one text a few pairs may
        be alike too little, as long as none clashes.
        """
        pairs = self._pairs_across(left, right)
        unlike = 0
        for a, b in pairs:
            if ordered(a, b) in self.apart:
                return False
            if self._is_aligned(a, b):
                continue
            if is_nested(self.items[a], self.items[b]):
                if ordered(a, b) in self.passed_on:
                    continue
                return False
            relation = self.relation(a, b)
            if relation.verdict in (Verdict.CONTRADICTS, Verdict.FOLLOWS) or self._are_two(a, b, relation):
                return False
            if relation.verdict is Verdict.OTHER:
                if not self._one_dispatch(a, b):
                    return False
                unlike += 1
        return unlike <= CLAIM_UNLIKE_SHARE * len(pairs)

    def _pairs_across(self, left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
        """Return representatives of both sides paired, and all pairs that stand in one report."""
        some = (self._some(left), self._some(right))
        pairs = {(a, b) for a in some[0] for b in some[1]}
        by_report: dict[str, list[str]] = {}
        for key in right:
            by_report.setdefault(self.items[key].report.id, []).append(key)
        pairs |= {(a, b) for a in left for b in by_report.get(self.items[a].report.id, ())}
        return sorted(pairs)

    def representatives(self, cluster: str) -> list[Item]:
        """Return a few statements of a cluster, each of another wording, that stand for it in comparisons."""
        return [self.items[key] for key in self._some(self.members[cluster])]

    def _some(self, members: Sequence[str]) -> list[str]:
        if len(members) <= CLAIM_REPRESENTATIVES:
            return list(members)
        wordings = {self.items[key].signature: key for key in reversed(members)}
        return sorted(wordings.values())[:CLAIM_REPRESENTATIVES]

    def _are_two(self, a: str, b: str, relation: Relation) -> bool:
        """What one report says in two places is two claims, unless it says it in the same words."""
        return is_one_telling(self.items[a], self.items[b]) and relation.verdict is not Verdict.SAME

    def _is_aligned(self, a: str, b: str) -> bool:
        return ordered(a, b) in self.aligned

    def _one_dispatch(self, a: str, b: str) -> bool:
        one, other = (self.dispatch.get(self.items[key].report.id) for key in (a, b))
        return one is not None and one == other

    def denials(self) -> list[Item]:
        """Return the items that deny, by key."""
        return [item for _, item in sorted(self.items.items()) if is_denial(item)]
