"""How much a concept tells: its rarity over permitted parallel text, shipped, never counted over the archive at hand.

`models/rarity/concepts.tsv`: slug, rarity in nats. `models/rarity/readings.tsv`: language, lemma, slug, how often the
lemma did express the concept where it could, as translations show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from depesche import settings
from depesche.interlingua.lexicon import Entry, broad_concepts, load_concepts_table


@dataclass(frozen=True, slots=True)
class Rarity:
    """Rarity of concepts (that of their root), and how often a language's words mean them."""

    nats: dict[str, float]
    readings: dict[tuple[str, str, str], float]

    def of_concept(self, slug: str) -> float:
        """Return a concept's rarity in nats; a concept never seen is rare."""
        return self.nats.get(slug, settings.DEFAULT_RARITY)

    def ranked(self, lang: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Put the readings of a form in order, the likeliest first, among equals the commonest concept.

        Rows of near-synonyms come last: they say less than the others.
        """
        if len(entries) == 1 and len(entries[0].slugs) == 1:
            return entries[0].slugs
        shares: dict[str, float] = {}
        for entry in entries:
            for slug in entry.slugs:
                share = self.readings.get((lang, entry.lemma, slug), settings.UNSEEN_READING)
                shares[slug] = max(shares.get(slug, 0.0), share)
        broad = broad_concepts()
        return tuple(sorted(shares, key=lambda slug: (slug in broad, -shares[slug], self.of_concept(slug))))


def _table(name: str) -> list[list[str]]:
    path = files("depesche.models").joinpath("rarity", name)
    if not path.is_file():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def load_rarity() -> Rarity:
    """Return the shipped tables."""
    nats = {root: float(value) for root, value in _table("concepts.tsv")}
    for slug, concept in load_concepts_table().items():
        if concept.root in nats:
            nats.setdefault(slug, nats[concept.root])
    return Rarity(
        nats,
        {(lang, lemma, slug): float(share) for lang, lemma, slug, share in _table("readings.tsv")},
    )
