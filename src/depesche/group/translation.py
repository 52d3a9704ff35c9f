"""How probable it is that one report translates or rewrites another: how its sentences align."""

from __future__ import annotations

import itertools
import math
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from depesche import settings
from depesche.group.alignment import Alignment, Matrix, Passage, align_passages

FEATURES = ("min_cover", "max_cover", "mean_score", "order", "length", "likeness", "pairs", "telling")


@cache
def _weights() -> dict[str, float]:
    text = files("depesche.models").joinpath("reuse", "weights.toml").read_text("utf-8")
    return {key: float(value) for key, value in tomllib.loads(text).items()}


def measure_alignment(
    left: Sequence[Passage], right: Sequence[Passage], likeness: float, telling: float
) -> tuple[Alignment, tuple[float, ...]]:
    """Return the alignment of two reports and the features that tell a translation, in the order of FEATURES.

    `telling` is the likeness of their names and figures (`telling_likeness`).
    """
    alignment, matrix = align_passages(left, right)
    covers = sorted((alignment.left_cover, alignment.right_cover))
    scores = [pair.score for pair in alignment.pairs]
    ratio = (sum(p.weight for p in left) + 1.0) / (sum(p.weight for p in right) + 1.0)
    features = (
        covers[0],
        covers[1],
        math.fsum(scores) / len(scores) if scores else 0.0,
        _order(matrix, alignment),
        abs(math.log(ratio)),
        likeness,
        math.log1p(len(scores)),
        telling,
    )
    return alignment, features


def translation_probability(features: Sequence[float]) -> float:
    """Return the probability that one of two reports has its text from the other's."""
    weights = _weights()
    z = weights["bias"] + math.fsum(weights[name] * x for name, x in zip(FEATURES, features, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, z))))


def matter_closeness(left: Sequence[Passage], right: Sequence[Passage], alignment: Alignment) -> float:
    """Return how alike aligned sentences are in their concepts alone (weighted mean cosine, 0 to 1).

    Two reports of one event align by their names; a translation says the same of them.
    """
    scored = [_matter_cosine(left[i], right[j]) for p in alignment.pairs for i in p.left for j in p.right]
    total = math.fsum(weight for _, weight in scored)
    return math.fsum(cosine * weight for cosine, weight in scored) / total if total else 0.0


def faithfulness(left: Sequence[Passage], right: Sequence[Passage], alignment: Alignment) -> float:
    """Return how closely one report follows the other (0 to 4.4): two hands that tell of one event say the same facts.

    A translation keeps neighbouring sentences neighbours, holds most of the words of what it stands for, and leaves
    little out; each by itself is met by chance between short reports. 0 where few neighbours stay neighbours.
    """
    kept, _ = kept_neighbours(alignment)
    if kept < settings.KEPT_LEAST:
        return 0.0
    sides = ((left, [p.left for p in alignment.pairs]), (right, [p.right for p in alignment.pairs]))
    told = [[_weights_of(side, places) for places in found] for side, found in sides]
    shared = math.fsum(w for a, b in zip(*told, strict=True) for f, w in a.items() if f in b)
    total = max(math.fsum(p.weight for p in side) for side, _ in sides)
    held = shared / total if total else 0.0
    return kept + settings.HELD_WORTH * held + min(alignment.left_cover, alignment.right_cover)


def kept_neighbours(alignment: Alignment) -> tuple[float, int]:
    """Return the share of aligned sentences that stay neighbours of the one before, and how many do."""
    steps = [
        later.left[0] - earlier.left[-1] == 1 == later.right[0] - earlier.right[-1]
        for earlier, later in itertools.pairwise(alignment.pairs)
    ]
    return (sum(steps) / len(steps) if steps else 0.0), sum(steps)


def _weights_of(side: Sequence[Passage], places: Sequence[int]) -> dict[str, float]:
    """Return the features of one or two sentences, each once."""
    out: dict[str, float] = {}
    for place in places:
        for feature, weight in side[place].weights.items():
            out[feature] = max(weight, out.get(feature, 0.0))
    return out


def _matter_cosine(left: Passage, right: Passage) -> tuple[float, float]:
    """Return the cosine of two sentences' concepts, actors apart, and the weight it has."""
    a, b = ({f: w for f, w in p.weights.items() if f[0] == "c" and f[2] != "@"} for p in (left, right))
    norm = math.sqrt(math.fsum(w * w for w in a.values()) * math.fsum(w * w for w in b.values()))
    shared = math.fsum(w * b[f] for f, w in a.items() if f in b)
    return (shared / norm if norm else 0.0), math.fsum(a.values()) + math.fsum(b.values())


def _order(matrix: Matrix, alignment: Alignment) -> float:
    """Return the share of sentences whose best match over the floor lies on the common order; 1/2 without any."""
    path = {(i, j) for pair in alignment.pairs for i in pair.left for j in pair.right}
    if matrix.size == 0:
        return 0.5
    ours = [(i, int(j)) for i, j in enumerate(matrix.argmax(axis=1))]
    theirs = [(int(i), j) for j, i in enumerate(matrix.argmax(axis=0))]
    best = [place for place in ours + theirs if matrix[place] > settings.BEST_MATCH_FLOOR]
    return (sum(place in path for place in best) + 1) / (len(best) + 2)
