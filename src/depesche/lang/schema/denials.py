"""`denials.toml`: the words of a language that tell what a denial covers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class DenialWords:
    """Case-folded: `pointing` words have no content of their own, `concessive` ones stand before a noun of denial.

    `contrasting` ones lead to a second matter ("but"); `withdrawing` cues take back what was said; `replacing` words
    stand before a figure that is put right.
    """

    pointing: frozenset[str]
    concessive: tuple[str, ...]
    contrasting: tuple[str, ...]
    withdrawing: frozenset[str]
    replacing: tuple[str, ...]


@cache
def load_denial_words(lang: str | None) -> DenialWords:
    """Return a language's words; empty where it has none."""
    data = read_toml(lang, "denials.toml")
    folded = {
        key: [word.casefold() for word in data.get(key, ())]
        for key in ("pointing", "concessive", "contrasting", "withdrawing", "replacing")
    }
    return DenialWords(
        frozenset(folded["pointing"]),
        tuple(folded["concessive"]),
        tuple(folded["contrasting"]),
        frozenset(folded["withdrawing"]),
        tuple(folded["replacing"]),
    )


@cache
def pointing_concepts() -> frozenset[str]:
    """Return the slugs of concepts that name something said ("claim", "accusation", "report")."""
    return frozenset(read_toml(None, "stages.toml").get("pointing", ()))


@cache
def disclaiming_concepts() -> frozenset[str]:
    """Return the slugs of what somebody denies to have had ("involvement", "responsibility")."""
    return frozenset(read_toml(None, "stages.toml").get("disclaiming", ()))
