"""Which sentence of one report stands for which of another, in any two languages, in order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from depesche import settings
from depesche.group.profile import in_known_words, is_telling, read_features, spelling_buckets, told_sentences
from depesche.interlingua import Meaning, analyse_span
from depesche.interlingua.cognates import key_similarity
from depesche.records import AnnotatedReport, SegmentKind, Span

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its features in nats. `weight` is their sum: how much it says; `named` the names among them."""

    span: Span
    kind: SegmentKind
    meaning: Meaning
    weights: dict[str, float]
    weight: float
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Sentence indices of both sides, consecutive where two stand for one; `score` in [0, 1]."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in order, and how much of each side they cover (share of its weight, 0 to 1)."""

    pairs: tuple[AlignedPair, ...]
    left_cover: float
    right_cover: float

    @property
    def cover(self) -> float:
        """How much of the shorter side is found in the other."""
        return max(self.left_cover, self.right_cover)


def read_passages(report: AnnotatedReport) -> tuple[Passage, ...]:
    """Return the sentences of a report that say anything."""
    report = in_known_words(report)
    out = []
    for sentence in told_sentences(report):
        meaning = analyse_span(report, (sentence.span,))
        weights: dict[str, float] = {}
        for feature, nats, _ in read_features(meaning):
            if nats >= settings.LEAST_PASSAGE_NATS:
                weights[feature] = max(weights.get(feature, 0.0), nats)
        total = sum(weights.values())
        if total >= settings.LEAST_PASSAGE_WEIGHT:
            named = frozenset(f"n:{unit.key}" for unit in meaning.units if unit.name)
            out.append(Passage(sentence.span, sentence.kind, meaning, weights, total, named))
    return tuple(out)


def align_passages(left: Sequence[Passage], right: Sequence[Passage]) -> tuple[Alignment, Matrix]:
    """Align two reports in order, and return the likeness of all their passages; what matches nothing is left out."""
    if not left or not right:
        return Alignment((), 0.0, 0.0), np.zeros((0, 0))
    likeness = passage_likeness(left, right)
    pairs = _best_path(likeness)
    covers = (
        _cover(left, [(i, p.score) for p in pairs for i in p.left]),
        _cover(right, [(j, p.score) for p in pairs for j in p.right]),
    )
    return Alignment(pairs, *covers), likeness


def _cover(passages: Sequence[Passage], found: Sequence[tuple[int, float]]) -> float:
    return sum(passages[i].weight for i, _ in found) / sum(p.weight for p in passages)


def passage_likeness(left: Sequence[Passage], right: Sequence[Passage]) -> Matrix:
    """Return the cosine of every pair of passages, names in other spellings matched by their consonants."""
    canonical = _canonical(left, right)
    columns: dict[str, int] = {}
    for passage in (*left, *right):
        for feature in passage.weights:
            columns.setdefault(canonical.get(feature, feature), len(columns))
    a, b = (_rows(side, columns, canonical) for side in (left, right))
    result: Matrix = a @ b.T
    return result


def _canonical(left: Sequence[Passage], right: Sequence[Passage]) -> dict[str, str]:
    """Map features of the right side to their spelling on the left where both are one name."""
    ours = _names(left)
    bones: dict[str, list[str]] = {}
    for feature in sorted(ours):
        for bucket in spelling_buckets(feature):
            bones.setdefault(bucket, []).append(feature)
    out: dict[str, str] = {}
    for feature in sorted(_names(right) - ours):
        buckets = spelling_buckets(feature)
        near = [(key_similarity(feature[2:], f[2:]), f) for bucket in buckets for f in bones.get(bucket, ())]
        alike, best = max(near, default=(0.0, ""))
        if alike >= settings.SAME_NAME:
            out[feature] = best
    return out


def _names(side: Sequence[Passage]) -> set[str]:
    return {f for passage in side for f in passage.weights if f[0] == "n"}


def telling_likeness(left: Sequence[Passage], right: Sequence[Passage]) -> float:
    """Return the cosine of the names and figures of two reports: who, where and how many, apart from what is said."""
    canonical = _canonical(left, right)
    ours, theirs = _telling(left, {}), _telling(right, canonical)
    shared = math.fsum(ours[f] * theirs[f] for f in sorted(ours.keys() & theirs.keys()))
    norms = [math.sqrt(math.fsum(w * w for w in side.values())) for side in (ours, theirs)]
    return shared / (norms[0] * norms[1]) if min(norms) > 0 else 0.0


def _telling(side: Sequence[Passage], canonical: dict[str, str]) -> dict[str, float]:
    out: dict[str, float] = {}
    for passage in side:
        for feature, nats in passage.weights.items():
            if is_telling(feature, nats, passage.named):
                out[canonical.get(feature, feature)] = nats
    return out


def _rows(side: Sequence[Passage], columns: dict[str, int], canonical: dict[str, str]) -> Matrix:
    rows = np.zeros((len(side), len(columns)))
    for i, passage in enumerate(side):
        for feature, nats in passage.weights.items():
            rows[i, columns[canonical.get(feature, feature)]] = nats
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    result: Matrix = rows / np.maximum(norms, 1e-9)
    return result


def _best_path(likeness: Matrix) -> tuple[AlignedPair, ...]:
    """Return the monotone path of pairs with the greatest sum; a pair below the floor is worth nothing.

    Steps: one to one, and one side's two neighbouring sentences to one of the other.
    """
    n, m = likeness.shape
    best = np.zeros((n + 1, m + 1))
    step = np.zeros((n + 1, m + 1), dtype=np.int8)
    gain = likeness - settings.PASSAGE_FLOOR
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            options = [(best[i - 1, j], 1), (best[i, j - 1], 2)]
            one = gain[i - 1, j - 1]
            if one > 0:
                options.append((best[i - 1, j - 1] + one, 3))
                if i > 1 and gain[i - 2, j - 1] > 0:
                    options.append((best[i - 2, j - 1] + one + gain[i - 2, j - 1] - settings.SPLIT_COST, 4))
                if j > 1 and gain[i - 1, j - 2] > 0:
                    options.append((best[i - 1, j - 2] + one + gain[i - 1, j - 2] - settings.SPLIT_COST, 5))
            value, how = max(options, key=lambda option: (option[0], option[1]))
            best[i, j], step[i, j] = value, how
    return _walk_back(step, likeness)


def _walk_back(step: NDArray[np.int8], likeness: Matrix) -> tuple[AlignedPair, ...]:
    out: list[AlignedPair] = []
    i, j = likeness.shape
    while i and j:
        how = int(step[i, j])
        lefts, rights = {1: (1, 0), 2: (0, 1), 3: (1, 1), 4: (2, 1), 5: (1, 2)}[how]
        if how >= 3:
            ours, theirs = tuple(range(i - lefts, i)), tuple(range(j - rights, j))
            score = math.fsum(float(likeness[a, b]) for a in ours for b in theirs) / (len(ours) * len(theirs))
            out.append(AlignedPair(ours, theirs, min(1.0, score)))
        i, j = i - lefts, j - rights
    return tuple(reversed(out))
