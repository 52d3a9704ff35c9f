"""The compiled tables: which concepts a form of a language can express, which phrases it begins.

Made by `python -m training.forms.build` from `lang/_shared/concepts/*.tsv`; a test fails when they are stale.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from depesche.errors import DataError

TARGETS = ("en", "da", "nb", "de", "pl")


class Concept(NamedTuple):
    """One row: `root` is the end of its `base` chain, `lemmas` its first lemma in each of TARGETS.

    `light`: two languages or more count a word of the row among their stopwords ("many", "also").
    """

    slug: str
    pos: str
    topic: str
    event: str
    root: str
    light: bool
    lemmas: tuple[str, ...]


class Entry(NamedTuple):
    """One lemma with the concepts it can express."""

    lemma: str
    pos: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, each given by its possible forms; up to `gap` other words may stand between two of them."""

    rest: tuple[frozenset[str], ...]
    gap: int
    slugs: tuple[str, ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language's words can mean. All keys are case-folded forms."""

    forms: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[Phrase, ...]]

    def slugs(self, form: str) -> tuple[str, ...]:
        """Return the concepts of a form, likeliest lemma first; () for an unknown form."""
        return tuple(dict.fromkeys(s for entry in self.forms.get(form, ()) for s in entry.slugs))


EMPTY = Lexicon({}, {})


def _lines(name: str) -> Iterator[list[str]]:
    path = files("depesche.models").joinpath("forms", name)
    if not path.is_file():
        raise DataError(f"models/forms/{name} is missing; run python -m training.forms.build")
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        yield line.split("\t")


@cache
def load_concepts_table() -> dict[str, Concept]:
    """Return all concepts by slug."""
    return {c[0]: Concept(c[0], c[1], c[2], c[3], c[4], c[5] == "1", tuple(c[6:])) for c in _lines("concepts.tsv.gz")}


@cache
def load_lexicon(lang: str | None) -> Lexicon:
    """Return the tables of a language; an empty lexicon for a language without a folder."""
    if lang not in TARGETS:
        return EMPTY
    forms: dict[str, list[tuple[int, Entry]]] = {}
    words: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for cells in _lines(f"{lang}.tsv.gz"):
        if cells[0] == "L":
            entry = Entry(cells[1], cells[2], tuple(cells[3].split(" ")))
            for rank, listed in ((0, cells[4]), (1, cells[5])):
                for form in listed.split(" "):
                    forms.setdefault(form, []).append((rank, entry))
        elif cells[0] == "W":
            words[cells[1]] = frozenset(cells[2].split(" "))
        else:
            _file_phrase(cells, words, phrases)
    forms.pop("", None)
    return Lexicon(
        {form: _best(ranked) for form, ranked in forms.items()},
        {form: tuple(found) for form, found in phrases.items()},
    )


def _best(ranked: list[tuple[int, Entry]]) -> tuple[Entry, ...]:
    """Readings from a dictionary keep out those that only a rule allows."""
    if len(ranked) == 1:
        return (ranked[0][1],)
    top = min(rank for rank, _ in ranked)
    return tuple(entry for rank, entry in ranked if rank == top)


def _file_phrase(cells: list[str], words: dict[str, frozenset[str]], phrases: dict[str, list[Phrase]]) -> None:
    parts = cells[3].split(" ")
    sets = [words[part] for part in parts]
    phrase = Phrase(tuple(sets[1:]), int(cells[2]), tuple(cells[1].split(" ")), cells[3])
    for form in sets[0]:
        phrases.setdefault(form, []).append(phrase)
