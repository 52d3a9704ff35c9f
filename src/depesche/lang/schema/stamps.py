"""`[stamp]` of `times.toml`: the words beside the date at which a report was published."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml
from depesche.lang.schema.quantities import words_of


@dataclass(frozen=True, slots=True)
class StampWords:
    """Words beside the date of a stamp: those that say published, updated, and anything else that may stand there."""

    published: frozenset[str]
    updated: frozenset[str]
    labels: frozenset[str]


@cache
def load_stamp_words(lang: str | None) -> StampWords:
    """Return the labels of a language's stamps, with those all languages share."""
    tables = [read_toml(None, "times.toml").get("stamp", {}), read_toml(lang, "times.toml").get("stamp", {})]

    def named(key: str) -> frozenset[str]:
        return frozenset(w for t in tables for w in words_of(t.get(key, "")))

    published, updated = named("published"), named("updated")
    return StampWords(published, updated, published | updated | named("beside"))
