"""`offices.tsv`: who held which office of which country or body, and when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_tsv
from depesche.lang.schema.names import load_names


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office: ids of the tables of entities, ISO days; `until` "" while it lasts."""

    person: str
    offices: frozenset[str]
    house: str
    since: str
    until: str

    def covers(self, day: str | None) -> bool:
        """Say whether the office was held on a day; any day will do where none is known."""
        return day is None or (self.since <= day[:10] and (not self.until or day[:10] <= self.until))


@cache
def terms_of() -> dict[str, tuple[Term, ...]]:
    """Return the terms of office of every person in the table, by the person's id."""
    out: dict[str, tuple[Term, ...]] = {}
    for row in read_tsv(None, "offices.tsv"):
        term = Term(row["person"], frozenset(row["offices"].split()), row["house"], row["from"], row["until"])
        out[term.person] = (*out.get(term.person, ()), term)
    return out


@cache
def office_words(lang: str | None) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Return the words for offices in a language, longest first, each with the offices it can mean."""
    found: dict[tuple[str, ...], set[str]] = {}
    for office, listed in load_names(lang).offices.items():
        for words in listed:
            found.setdefault(tuple(words.casefold().split()), set()).add(office)
    order = sorted(found, key=lambda words: (-len(words), -len(words[-1]), words))
    return tuple((words, frozenset(found[words])) for words in order)
