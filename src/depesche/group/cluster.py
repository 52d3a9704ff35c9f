"""Clusters by average likeness: the result depends on the set of items and their pairs, never on an order."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

from depesche import settings

Pair = tuple[str, str]
_NONE: frozenset[str] = frozenset()


def connect(items: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the connected components, each sorted, in order of their first item."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = item = parent[parent[item]]
        return item

    for a, b in pairs:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    groups: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        groups[root(item)].append(item)
    return sorted(groups.values())


def name_groups(items: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """Map each item to the first of its connected component."""
    return {item: group[0] for group in connect(items, pairs) for item in group}


def cluster_pairs(
    items: Iterable[str], scores: Mapping[Pair, float], threshold: float, apart: Iterable[Pair] = ()
) -> list[list[str]]:
    """Return clusters whose average likeness is at least `threshold`; pairs that are not in `scores` count 0.

    No cluster holds both of a pair that stands `apart`.
    Copies are likest of all and say nothing of how alike two tellings of one event are: their likeness is cut.
    Only components held together by pairs over the threshold need looking at: an average over it has one such pair.
    """
    components = connect(items, (pair for pair, score in scores.items() if score >= threshold))
    of = {item: i for i, group in enumerate(components) for item in group}
    inside: dict[int, dict[Pair, float]] = defaultdict(dict)
    for (a, b), score in scores.items():
        if of[a] == of[b]:
            inside[of[a]][min(a, b), max(a, b)] = min(score, settings.COPY_LIKENESS)
    unlike: dict[str, set[str]] = defaultdict(set)
    for a, b in apart:
        unlike[a].add(b)
        unlike[b].add(a)
    out: list[list[str]] = []
    for i, group in enumerate(components):
        out += [group] if len(group) < 2 else _Agglomeration(group, inside[i], threshold, unlike).run()
    return sorted(out)


class _Agglomeration:
    """Joins the two likest clusters of a component again and again; ties go by name."""

    def __init__(
        self, group: list[str], scores: Mapping[Pair, float], threshold: float, unlike: Mapping[str, set[str]]
    ) -> None:
        self.threshold = threshold
        self.unlike = unlike
        self.members = {item: [item] for item in group}
        self.within = dict.fromkeys(group, 0.0)  # sum of the pairs inside
        self.sums: dict[str, dict[str, float]] = {item: {} for item in group}
        for (a, b), score in scores.items():
            self.sums[a][b] = self.sums[b][a] = score
        self.heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold]
        heapq.heapify(self.heap)

    def run(self) -> list[list[str]]:
        while self.heap:
            _, a, b, size_a, size_b = heapq.heappop(self.heap)
            current = a in self.members and b in self.members
            if current and (len(self.members[a]), len(self.members[b])) == (size_a, size_b) and self._one_block(a, b):
                self._join(a, b)
        return [sorted(group) for group in self.members.values()]

    def _average(self, a: str, b: str) -> float:
        return self.sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def _one_block(self, a: str, b: str) -> bool:
        """Refuse two groups kept apart, or that each hold together far better than with one another: look-alikes."""
        if self.unlike and any(self.unlike.get(item, _NONE) & {*self.members[b]} for item in self.members[a]):
            return False
        for side in (a, b):
            n = len(self.members[side])
            if n < settings.BLOCK_SIZE:
                return True
        inner = min(self.within[s] / (len(self.members[s]) * (len(self.members[s]) - 1) / 2) for s in (a, b))
        return self._average(a, b) >= settings.BLOCK_RATIO * inner

    def _join(self, a: str, b: str) -> None:
        a, b = min(a, b), max(a, b)
        gone = self.sums.pop(b)
        between = self.sums[a].pop(b, 0.0)
        gone.pop(a, None)
        self.members[a] += self.members.pop(b)
        self.within[a] += self.within.pop(b) + between
        for other, total in gone.items():
            self.sums[other].pop(b, None)
            self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + total
        for other in self.sums[a]:
            average = self._average(a, other)
            if average >= self.threshold:
                first, second = min(a, other), max(a, other)
                sizes = (len(self.members[first]), len(self.members[second]))
                heapq.heappush(self.heap, (-average, first, second, *sizes))
