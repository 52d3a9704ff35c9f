"""Finds the statements near in meaning to another, among those of its storyline."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from depesche.interlingua import MeaningIndex
from depesche.lang.schema.paraphrases import load_paraphrases
from depesche.ledger.agreement import ENOUGH_WORDS, READINGS, is_core
from depesche.ledger.aligned import Pair
from depesche.ledger.items import Item
from depesche.settings import CLAIM_CANDIDATES, CLAIM_NEAR, REWORDED_COMMON


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


def reworded_pairs(items: Iterable[Item]) -> set[Pair]:
    """Return the pairs of one story of which two words at least can stand for each other, though none is the same.

    The index finds statements by what both hold; "the danger is slight" and "the risk is small" hold nothing
    in common.
    """
    stories: dict[tuple[str, str], dict[str, Item]] = {}
    for item in sorted(items, key=lambda i: i.key):
        stories.setdefault((item.line, item.story), {}).setdefault(item.signature, item)
    return {pair for wordings in stories.values() for pair in _reworded(list(wordings.values()))}


def _reworded(wordings: list[Item]) -> set[Pair]:
    holding: dict[str, set[str]] = {}
    for item in wordings:
        for slug in {slug for unit in item.meaning.units if is_core(unit) for slug in unit.concepts[:READINGS]}:
            holding.setdefault(slug, set()).add(item.key)
    out: set[Pair] = set()
    for item in wordings:
        met: Counter[str] = Counter()
        for unit in item.meaning.units:
            if is_core(unit):
                slugs = {other for slug in unit.concepts[:READINGS] for other in _stand_ins(slug)}
                lists = [holding.get(slug, set()) for slug in slugs]
                met.update({key for keys in lists if len(keys) <= REWORDED_COMMON for key in keys})
        out |= {ordered(item.key, other) for other, n in met.items() if n >= ENOUGH_WORDS and other != item.key}
    return out


def _stand_ins(slug: str) -> frozenset[str]:
    return load_paraphrases().get(slug, frozenset()) | {slug}
