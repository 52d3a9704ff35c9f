"""How much a concept tells: its rarity over permitted parallel text, shipped, never counted over the archive at hand.

`models/rarity/concepts.tsv`: slug, rarity in nats. `models/rarity/readings.tsv`: language, slug, how often a word of
that language that can express the concept did express it, as its translations show.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from depesche import settings


@dataclass(frozen=True, slots=True)
class Rarity:
    """Rarity of concepts, and how often a language's words mean them."""

    nats: dict[str, float]
    readings: dict[tuple[str, str], float]

    def of_concept(self, slug: str) -> float:
        """Return a concept's rarity in nats; a concept never seen is rare."""
        return self.nats.get(slug, settings.DEFAULT_RARITY)

    def ranked(self, lang: str | None, slugs: tuple[str, ...]) -> tuple[str, ...]:
        """Put readings in order, the likeliest first; the lexicon's order decides among equals."""
        if lang is None or len(slugs) < 2:
            return slugs
        return tuple(sorted(slugs, key=lambda slug: -self.readings.get((lang, slug), 0.0)))


def _table(name: str) -> list[list[str]]:
    path = files("depesche.models").joinpath("rarity", name)
    if not path.is_file():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def load_rarity() -> Rarity:
    """Return the shipped tables."""
    return Rarity(
        {slug: float(nats) for slug, nats in _table("concepts.tsv")},
        {(lang, slug): float(share) for lang, slug, share in _table("readings.tsv")},
    )
