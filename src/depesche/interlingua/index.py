"""Finds what may mean the same among many meanings: an inverted index over rare keys, never all pairs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator

from depesche import settings
from depesche.interlingua.cognates import skeleton
from depesche.interlingua.meaning import Meaning, Unit


class MeaningIndex:
    """Meanings by the keys of their units. Order of adding changes no answer but among exact ties."""

    def __init__(self) -> None:
        self._meanings: dict[str, Meaning] = {}
        self._postings: dict[str, dict[str, float]] = defaultdict(dict)
        self._norms: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._meanings)

    def meaning(self, key: str) -> Meaning:
        """Return what was added under a key."""
        return self._meanings[key]

    def add(self, key: str, meaning: Meaning) -> None:
        """File a meaning under a key; the same key again replaces nothing and is refused.

        Raises:
            ValueError: the key is taken.
        """
        if key in self._meanings:
            raise ValueError(f"key {key!r} is in the index already")
        self._meanings[key] = meaning
        weights = index_keys(meaning)
        self._norms[key] = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for name, weight in weights.items():
            self._postings[name][key] = weight

    def candidates(self, meaning: Meaning, limit: int = 20, exclude: Collection[str] = ()) -> list[tuple[str, float]]:
        """Return up to `limit` keys with their overlap (cosine, 0 to 1), best first, then by key."""
        scores: dict[str, float] = defaultdict(float)
        weights = index_keys(meaning)
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for name, weight in weights.items():
            found = self._postings.get(name, {})
            if len(found) > settings.COMMON_KEY and len(found) * 20 > len(self):
                continue  # a key that every twentieth meaning holds tells too little for the time it takes
            for key, other in found.items():
                scores[key] += weight * other
        left_out = set(exclude)
        ranked = [(key, s / (norm * self._norms[key])) for key, s in scores.items() if key not in left_out]
        ranked.sort(key=lambda item: (-item[1], item[0]))
        return ranked[:limit]


def index_keys(meaning: Meaning) -> dict[str, float]:
    """Return the keys a meaning is filed and sought under, with their weights."""
    out: dict[str, float] = {}
    for unit in meaning.units:
        for key, weight in _unit_keys(unit):
            out[key] = max(out.get(key, 0.0), weight)
    for value in meaning.figures:
        out[f"#{value:.6g}"] = settings.FIGURE_KEY
    for date in meaning.dates:
        out[f"@{date}"] = settings.DATE_KEY
    return out


def _unit_keys(unit: Unit) -> Iterator[tuple[str, float]]:
    if unit.entity:
        yield f"e:{unit.entity}", unit.weight
    for rank, root in enumerate(dict.fromkeys(unit.roots)):
        yield f"c:{root}", unit.weight if rank == 0 else unit.weight * settings.OTHER_READING
    if unit.key and (unit.name or not unit.concepts):
        yield f"k:{unit.key}", unit.weight * settings.WHOLE_KEY
        if len(unit.key) >= settings.SHORTEST_COGNATE:
            yield f"s:{skeleton(unit.key)}", unit.weight * settings.PART_KEY
            yield f"p:{unit.key[:4]}", unit.weight * settings.PART_KEY
