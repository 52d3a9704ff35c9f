"""Finds the statements near in meaning to another, among those of its storyline."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from depesche.interlingua import MeaningIndex
from depesche.ledger.aligned import Pair
from depesche.ledger.items import Item
from depesche.settings import CLAIM_CANDIDATES, CLAIM_NEAR


def ordered(a: str, b: str) -> Pair:
    """Return a pair of keys with the lesser first."""
    return (a, b) if a < b else (b, a)


class WordingIndex:
    """An index a storyline; statements of the same wording are one entry in it."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._by_wording: dict[tuple[str, str], list[Item]] = {}
        self._lines: dict[str, MeaningIndex] = {}
        for item in sorted(items, key=lambda i: i.key):
            found = self._by_wording.setdefault((item.line, item.signature), [])
            if not found:
                self._lines.setdefault(item.line, MeaningIndex()).add(item.signature, item.meaning)
            found.append(item)

    def near(self, item: Item, limit: int = CLAIM_CANDIDATES) -> list[Item]:
        """Return the nearest statements of its storyline, of each wording the first two, the nearest first."""
        if item.line not in self._lines:
            return []
        found = self._lines[item.line].candidates(item.meaning, limit)
        close = [wording for wording, score in found if score >= CLAIM_NEAR]
        return [i for w in close for i in self._by_wording[item.line, w][:2] if i.key != item.key]

    def pairs(self) -> set[Pair]:
        """Return the pairs worth comparing: neighbours of one wording, and the first two of near wordings."""
        out: set[Pair] = set()
        for found in self._by_wording.values():
            out |= {ordered(a.key, b.key) for a, b in itertools.pairwise(found)}
            near = self.near(found[0], CLAIM_CANDIDATES + 1)
            out |= {ordered(a.key, b.key) for a in found[:2] for b in near if a.key != b.key}
        return out
