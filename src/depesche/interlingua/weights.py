"""The learned weights of a comparison, as plain numbers (`models/matching/weights.toml`, its card beside it)."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from depesche import settings
from depesche.errors import DataError


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: one weight a feature, in the order of `compare.FEATURES`."""

    features: tuple[str, ...]
    values: tuple[float, ...]

    def probability(self, features: Sequence[float]) -> float:
        """Return the model's probability for a row of features."""
        z = sum(w * x for w, x in zip(self.values, features, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@cache
def load_weights() -> Weights:
    """Return the shipped weights.

    Raises:
        DataError: the file is missing or its lists differ in length.
    """
    path = files("depesche.models").joinpath("matching", "weights.toml")
    if not path.is_file():
        raise DataError("models/matching/weights.toml is missing; run python -m training.matching.train")
    data = tomllib.loads(path.read_text("utf-8"))
    features, values = tuple(data["weights"]), tuple(float(v) for v in data["weights"].values())
    return Weights(features, values)


@cache
def load_relations() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the concepts that translators put for a concept, with the strength of a link between them (0 to 1)."""
    path = files("depesche.models").joinpath("matching", "relations.tsv")
    out: dict[str, list[tuple[str, float]]] = {}
    if path.is_file():
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                left, right, share = line.split("\t")
                strength = min(settings.RELATION_TOP, float(share) * settings.RELATION_GAIN)
                out.setdefault(left, []).append((right, strength))
                out.setdefault(right, []).append((left, strength))
    return {slug: tuple(found) for slug, found in out.items()}
