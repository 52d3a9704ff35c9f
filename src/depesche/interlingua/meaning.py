"""What a sentence or statement says, as far as it can be compared across languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One content word, name, phrase, or part of a compound.

    `concepts` are slugs, the likeliest first, empty for a word in no row; `roots` the ends of their `base` chains
    in the same order. `key` is the spelling-normalised, transliterated stem. `weight` is rarity in nats, about
    1 to 8. `entity` is a resolved entity's id and only known inside the pipeline. `parts` are roots of the words a
    phrase or compound is made of, where these are known too. `lemma` is the base form in the text's language,
    empty for a word in no row.
    """

    form: str
    concepts: tuple[str, ...]
    roots: tuple[str, ...]
    key: str
    weight: float
    name: bool = False
    negated: bool = False
    entity: str | None = None
    parts: tuple[str, ...] = ()
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Units in order of position. `figures` have their scale words applied; years stand among `dates`.

    `dates` are TIMEX3 or ISO values, years ("2019"), "wd:1" for Monday, "m:09" for September. `negated`: the text
    holds a word of negation.
    """

    text: str
    lang: str | None
    units: tuple[Unit, ...]
    figures: tuple[float, ...] = ()
    dates: tuple[str, ...] = ()
    negated: bool = False
    events: tuple[str, ...] = ()

    @property
    def concepts(self) -> dict[str, float]:
        """Slug -> weight; readings after the first count half."""
        out: dict[str, float] = {}
        for unit in self.units:
            for rank, slug in enumerate(unit.concepts):
                worth = unit.weight if rank == 0 else unit.weight / 2
                out[slug] = max(out.get(slug, 0.0), worth)
        return out

    @property
    def names(self) -> tuple[str, ...]:
        """Keys of the name units, in order of position."""
        return tuple(unit.key for unit in self.units if unit.name)

    @property
    def weight(self) -> float:
        """How much there is to compare: the sum of the units' rarity."""
        return sum(unit.weight for unit in self.units)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two texts mean the same. `score` is calibrated; `why` speaks for it, `against` against."""

    score: float
    why: tuple[str, ...]
    against: tuple[str, ...]
    features: tuple[float, ...] = ()
