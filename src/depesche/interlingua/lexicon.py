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

import numpy as np

from depesche.errors import DataError
from depesche.settings import BULK_FORMS, WORD_CACHE

FIXED = "="  # opens a word of a phrase that takes no other form
FACTS = 6  # columns of a concept before its lemmas


class Concept(NamedTuple):
    """One row: `root` is the end of its `base` chain, `lemmas` its first lemma in each of `targets()`.

    `light`: two languages or more count a word of the row among their stopwords ("many", "also"). `broad`: the
    row gathers near-synonyms; it helps to compare, but a gloss prefers what a word means more exactly.
    """

    slug: str
    pos: str
    topic: str
    event: str
    root: str
    light: bool
    broad: bool
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


class FormTable:
    """Case-folded form -> its entries, found by bisection in the sorted table: reading 200,000 forms of a language
    into a dict would cost most of a second at every start, and a report holds some hundreds of them."""

    def __init__(self, forms: bytes, entries: bytes) -> None:
        self._bytes = forms
        ends = np.flatnonzero(np.frombuffer(forms, np.uint8) == ord("\n"))
        self._starts = np.concatenate(([0], ends + 1)).tolist() if len(ends) else [0]
        self._entries = entries.decode("utf-8").splitlines()
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._asked = 0
        self._all: dict[str, str] | None = None

    def get(self, form: str, default: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
        """Return the entries of a form, the likeliest first; `default` for an unknown form."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= WORD_CACHE:
                self._known.clear()
            found = self._known[form] = self._find(form) if self._all is None else self._find_in_all(form)
            self._asked += 1
            if self._asked == BULK_FORMS:
                self._all = dict(line.split("\t", 1) for line in self._bytes.decode("utf-8").splitlines())
        return found or default

    def __contains__(self, form: str) -> bool:
        return bool(self.get(form))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def starting(self, prefix: str) -> Iterator[str]:
        """Yield the forms that begin with some letters, in the order of the table."""
        key = prefix.encode("utf-8", "surrogatepass")
        for i in range(self._place(key), len(self)):
            line = self._bytes[self._starts[i] : self._starts[i + 1] - 1]
            if not line.startswith(key):
                return
            yield line.partition(b"\t")[0].decode("utf-8")

    def _find(self, form: str) -> tuple[Entry, ...]:
        key = form.encode("utf-8", "surrogatepass") + b"\t"
        low = self._place(key)
        start = self._starts[low]
        if low >= len(self) or self._bytes[start : start + len(key)] != key:
            return ()
        numbers = self._bytes[start + len(key) : self._starts[low + 1] - 1].split()
        return tuple(self._entry(int(number)) for number in numbers)

    def _place(self, key: bytes) -> int:
        """Return the place of the first line that doesn't sort before a key."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            start = self._starts[middle]
            # a tab sorts before every letter, so that comparing with it keeps the order of the forms
            if self._bytes[start : start + len(key)] < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _find_in_all(self, form: str) -> tuple[Entry, ...]:
        """Look a form up in the whole table: much text has been seen, so reading it all has paid."""
        numbers = self._all.get(form, "") if self._all is not None else ""
        return tuple(self._entry(int(number)) for number in numbers.split())

    def _entry(self, number: int) -> Entry:
        lemma, pos, slugs = self._entries[number].split("\t")
        return Entry(lemma, pos, tuple(slugs.split(" ")))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language's words can mean. All keys are case-folded forms."""

    forms: FormTable
    phrases: dict[str, tuple[Phrase, ...]]

    def slugs(self, form: str) -> tuple[str, ...]:
        """Return the concepts of a form, likeliest lemma first; () for an unknown form."""
        return tuple(dict.fromkeys(s for entry in self.forms.get(form, ()) for s in entry.slugs))


EMPTY = Lexicon(FormTable(b"", b""), {})


def _read(name: str) -> bytes:
    path = files("depesche.models").joinpath("forms", name)
    if not path.is_file():
        raise DataError(f"models/forms/{name} is missing; run python -m training.forms.build")
    return gzip.decompress(path.read_bytes())


def _lines(name: str) -> Iterator[list[str]]:
    for line in _read(name).decode("utf-8").splitlines():
        yield line.split("\t")


@cache
def targets() -> tuple[str, ...]:
    """Return the languages the tables hold words of, in the order of a concept's lemmas."""
    return tuple(next(_lines("concepts.tsv.gz"))[FACTS:])


@cache
def load_concepts_table() -> dict[str, Concept]:
    """Return all concepts by slug."""
    rows = _lines("concepts.tsv.gz")
    next(rows)  # the header
    return {
        c[0]: Concept(c[0], c[1], c[2], c[3], c[4], c[5] == "light", c[5] == "broad", tuple(c[FACTS:])) for c in rows
    }


@cache
def broad_concepts() -> frozenset[str]:
    """Return the slugs of rows that gather near-synonyms."""
    return frozenset(slug for slug, concept in load_concepts_table().items() if concept.broad)


@cache
def load_lexicon(lang: str | None) -> Lexicon:
    """Return the tables of a language; an empty lexicon for a language without a folder."""
    if lang not in targets():
        return EMPTY
    words: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for cells in _lines(f"{lang}.tsv.gz"):
        if cells[0] == "W":
            words[cells[1]] = frozenset(cells[2].split(" "))
        else:
            _file_phrase(cells, words, phrases)
    return Lexicon(
        FormTable(_read(f"{lang}.forms.gz"), _read(f"{lang}.entries.gz")),
        {form: tuple(found) for form, found in phrases.items()},
    )


def _file_phrase(cells: list[str], words: dict[str, frozenset[str]], phrases: dict[str, list[Phrase]]) -> None:
    parts = cells[3].split(" ")
    sets = [words[part] for part in parts]
    lemma = cells[3].replace(FIXED, "")
    phrase = Phrase(tuple(sets[1:]), int(cells[2]), tuple(cells[1].split(" ")), lemma)
    for form in sets[0]:
        phrases.setdefault(form, []).append(phrase)
