"""`_shared/concepts/*.tsv`: one row a concept, with the lemmas that express it in each language.

Columns: slug, pos, topic, event, base, then one column a language. Lemmas stand between bars, the commonest
first; "+" is the boundary of a German separable verb; `base` is the slug of the concept a row is derived from.
The rows are read when the form tables are built and when they are checked, not when a report is: what the
stages need of them is compiled (`models/forms`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from depesche.errors import DataError
from depesche.lang.loader import languages, read_tsv, shared_tables
from depesche.lang.schema.forms import load_forms, load_irregulars

FOLDER = "concepts"
FACTS = ("slug", "pos", "topic", "event", "base")


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """One concept. `lemmas` pairs a language with its lemmas; `table` is the file the row stands in."""

    slug: str
    pos: str
    topic: str
    event: str
    base: str
    lemmas: tuple[tuple[str, tuple[str, ...]], ...]
    table: str

    def words(self, lang: str) -> tuple[str, ...]:
        """Return the lemmas of one language; empty where the row has none."""
        return next((words for code, words in self.lemmas if code == lang), ())


@cache
def load_concepts() -> tuple[ConceptRow, ...]:
    """Return all rows of all tables, by table name, then in the order of the file.

    A slug that stands in two rows is kept twice here; `training.forms.check` names it.

    Raises:
        DataError: a table lacks a column.
    """
    return tuple(_row(cells, table) for table in shared_tables(FOLDER) for cells in read_tsv(None, table))


@cache
def concept_languages() -> tuple[str, ...]:
    """Return the languages that have both a column in every table and a folder, in the order of the columns."""
    columns = [
        [name for name in rows[0] if name not in FACTS] for t in shared_tables(FOLDER) if (rows := read_tsv(None, t))
    ]
    first, *others = columns or [[]]
    return tuple(lang for lang in first if lang in languages() and all(lang in names for names in others))


def _row(cells: dict[str, str], table: str) -> ConceptRow:
    missing = [name for name in FACTS if name not in cells]
    if missing:
        raise DataError(f"{table}: column {missing[0]!r} is missing; write it into the header")
    lemmas = tuple(
        (lang, tuple(w.strip() for w in text.split("|") if w.strip()))
        for lang, text in cells.items()
        if lang not in FACTS
    )
    slug, pos, topic, event, base = (cells[name].strip() for name in FACTS)
    return ConceptRow(slug, pos, topic, event, base, lemmas, table)


def tables_digest() -> str:
    """Return a hash of all rows and of how their words inflect: compiled tables carry it, so that stale ones are
    noticed."""
    digest = hashlib.blake2b(digest_size=8)
    for lang in languages():
        forms, irregular = load_forms(lang), load_irregulars(lang)
        inflected = (forms.inflections, sorted(forms.verb_prefixes), forms.spellings, sorted(irregular.items()))
        digest.update(repr((lang, inflected)).encode())
    for row in load_concepts():
        digest.update(repr((row.slug, row.pos, row.topic, row.event, row.base, row.lemmas)).encode())
    return digest.hexdigest()
