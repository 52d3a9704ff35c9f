"""Line sets against each other: for each line of the left its best match on the right, in bounded time and memory.

The right side can hold hundreds of thousands of lines: only the keys of each are kept, as numbers; a line is
analysed again when it is a candidate.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from depesche import settings
from depesche.interlingua.compare import compare, score_pair
from depesche.interlingua.index import index_keys
from depesche.interlingua.meaning import Comparison, Meaning

Analyse = Callable[[int], Meaning]


class Match(NamedTuple):
    """Line `left` is best matched by line `right`; with a score of 0 where nothing on the right shares anything."""

    left: int
    right: int
    comparison: Comparison


class LineIndex:
    """An inverted index over lines that are numbered from 0; built once, then asked."""

    def __init__(self, meanings: Sequence[Meaning] | None, analyse: Analyse, count: int) -> None:
        self._ids: dict[str, int] = {}
        keys, lines, weights = array("i"), array("i"), array("f")
        norms = np.ones(count, dtype=np.float32)
        for number in range(count):
            found = index_keys(meanings[number] if meanings is not None else analyse(number))
            if found:
                norms[number] = math.sqrt(sum(w * w for w in found.values()))
            for key, weight in found.items():
                keys.append(self._ids.setdefault(key, len(self._ids)))
                lines.append(number)
                weights.append(weight)
        order = np.argsort(np.frombuffer(keys, dtype=np.int32), kind="stable") if keys else np.empty(0, np.intp)
        self._lines: npt.NDArray[np.int32] = (
            np.frombuffer(lines, dtype=np.int32)[order] if keys else np.empty(0, np.int32)
        )
        self._weights: npt.NDArray[np.float32] = (
            np.frombuffer(weights, dtype=np.float32)[order] if keys else np.empty(0, np.float32)
        )
        counts = (
            np.bincount(np.frombuffer(keys, dtype=np.int32), minlength=len(self._ids)) if keys else np.empty(0, int)
        )
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._norms = norms
        self._count = count

    def nearest_in_size(self, meaning: Meaning, taken: set[int]) -> int:
        """Return the line nearest in amount of content, among those not taken where there are any."""
        apart = np.abs(self._norms - _size(meaning))
        if taken and len(taken) < self._count:
            apart[sorted(taken)] = np.inf
        return int(np.argmin(apart))

    def candidates(self, meaning: Meaning, limit: int) -> list[tuple[int, float]]:
        """Return up to `limit` line numbers with their overlap (cosine, 0 to 1), best first, then by number."""
        weights = index_keys(meaning)
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        scores = np.zeros(self._count, dtype=np.float32)
        for key, weight in weights.items():
            number = self._ids.get(key)
            if number is not None:
                start, end = self._starts[number], self._starts[number + 1]
                scores[self._lines[start:end]] += weight * self._weights[start:end]
        scores /= self._norms * norm
        hits = int(np.count_nonzero(scores))
        top = min(limit, hits)
        if not top:
            return []
        best = np.argpartition(-scores, top - 1)[:top] if top < self._count else np.arange(self._count)
        ranked = sorted(((int(j), float(scores[j])) for j in best), key=lambda item: (-item[1], item[0]))
        return ranked[:top]


def _size(meaning: Meaning) -> float:
    return math.sqrt(sum(w * w for w in index_keys(meaning).values())) or 1.0


def match_lines(left: Sequence[Meaning], right: Analyse, count: int, quick: Analyse | None = None) -> list[Match]:
    """Return the best match of each left line among `count` right lines, whose meaning `right(j)` gives.

    A line that shares nothing with any gets, at score 0, the line of its size that nobody else wants; where the
    right side is empty there is no match at all. `quick(j)` may give a lesser analysis, good enough to index.

    A right line that another left line fits much better counts less: of two claims that look alike, each should
    get its own counterpart. The score of a match stays the pair's own.
    """
    index = LineIndex(None, quick or right, count)
    recent = lru_cache(maxsize=settings.LINES_KEPT)(right)
    width = settings.LINE_CANDIDATES
    scores = [{j: score_pair(meaning, recent(j)) for j, _ in index.candidates(meaning, width)} for meaning in left]
    chosen = choose(scores)
    taken = {j for j in chosen if j is not None}
    out = []
    for i, j in enumerate(chosen):
        if j is not None:
            out.append(Match(i, j, compare(left[i], recent(j))))
        elif count:
            out.append(Match(i, index.nearest_in_size(left[i], taken), Comparison(0.0, (), ("nothing in common",))))
    return out


def choose(scores: Sequence[dict[int, float]]) -> list[int | None]:
    """Pick each left line's match among its scored candidates, with regard to who else wants them."""
    best: dict[int, list[float]] = {}
    for found in scores:
        for j, score in found.items():
            best.setdefault(j, []).append(_logit(score))
    top = {j: sorted(values, reverse=True)[:2] for j, values in best.items()}
    out: list[int | None] = []
    for found in scores:
        worth = {j: _worth(_logit(score), top[j]) for j, score in found.items()}
        out.append(min(worth.items(), key=lambda item: (-item[1], item[0]))[0] if worth else None)
    return out


def _worth(own: float, top: Sequence[float]) -> float:
    """A pair's evidence less what its right line's best other suitor has beyond it."""
    rival = top[1] if len(top) > 1 and top[0] == own else top[0]
    return own - settings.RIVAL_SHARE * max(0.0, rival - own)


def _logit(score: float) -> float:
    p = min(max(score, 1e-9), 1 - 1e-9)
    return math.log(p / (1 - p))
