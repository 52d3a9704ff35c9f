"""`_shared/tolls.toml`: as what people are counted (dead, injured, missing …), and what makes a figure a least one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class TollWords:
    """`kinds` maps a concept slug to the fate it tells; `bounds` are concepts that make a figure a lower bound.

    `people` are concepts for people in general.
    """

    kinds: dict[str, str]
    people: frozenset[str]
    bounds: frozenset[str]


@cache
def load_tolls() -> TollWords:
    """Return the table of tolls."""
    data = read_toml(None, "tolls.toml")
    kinds = {slug: kind for kind, slugs in data.get("kinds", {}).items() for slug in slugs}
    return TollWords(kinds, frozenset(data.get("people", ())), frozenset(data.get("bounds", ())))


@cache
def part_words(lang: str | None) -> tuple[str, ...]:
    """Return the words right after a figure that make it a part of a toll ("nine of the dead"), case-folded."""
    return tuple(word.casefold() for word in read_toml(lang, "tolls.toml").get("part", ()))
