"""One piece of a gloss, and what the other steps ask of it."""

from __future__ import annotations

from dataclasses import dataclass

NOMINAL = frozenset({"noun", "name", "unknown"})
HELPERS = frozenset({"be", "have", "become", "modal"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One piece of a gloss. `kind` is noun, verb, adj, adv, name, small, unknown, number or mark.

    `text` is English, a verb's base form or a noun's singular until the last step; `source` the case-folded word it
    stands for, `lemma` that word's base form. `role` is what a small word does: one of `SMALL_ROLES` of en/gloss.toml,
    of `HELPERS` for a helping verb, or "" for an adverb. `forms` are the forms a verb can have: `b` infinitive, `r`
    present, `p` past, `f` future, `u` unreal, `n` participle, `s` passive by its ending, `g` participle in -ing, `z`
    infinitive with its mark inside, `q` impersonal past; of a noun they are its number (see `noun_form`). `cases` are
    those of a Polish noun or adjective (see `morphology.cases`). `event`: something that happens; `place`: a name;
    `owns`: it has the ending of an owner; `counts`: a small word that is a number; `first_part`: of a compound;
    `person`: people or a name of somebody; `slug`: the concept.
    """

    text: str
    kind: str
    source: str = ""
    spaced: bool = True
    lemma: str = ""
    role: str = ""
    forms: str = ""
    cases: str = ""
    plural: bool = False
    definite: bool = False
    owns: bool = False
    event: bool = False
    place: bool = False
    counts: bool = False
    first_part: bool = False
    person: bool = False
    slug: str = ""

    @property
    def is_verb(self) -> bool:
        """Say whether the slot is a verb or a helping verb."""
        return self.kind == "verb" or self.role in HELPERS

    @property
    def is_finite(self) -> bool:
        """Say whether the slot can be a finite verb."""
        return self.is_verb and bool(set(self.forms) & set("rpfus"))

    @property
    def is_known_name(self) -> bool:
        """Say whether the slot is a name that the lexicon has: a country, a city, an organisation."""
        return self.kind == "name" and self.slug.startswith("@")

    @property
    def is_nominal(self) -> bool:
        """Say whether the slot can head a noun phrase."""
        return self.kind in NOMINAL
