"""Rows of offices.tsv name known persons, houses and offices, with days in order; every language has words for each."""

from __future__ import annotations

from datetime import date

import pytest

from depesche.lang.loader import read_tsv
from depesche.lang.schema.entities import load_entities
from depesche.lang.schema.names import load_names
from depesche.lang.schema.offices import Term, office_words
from depesche.records import NameType

ROWS = read_tsv(None, "offices.tsv")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['person']} {row['house']} {row['from']}")
def test_row(row: dict[str, str]) -> None:
    table = load_entities()
    assert table[row["person"]].type is NameType.PERSON
    assert table[row["house"]].type is not NameType.PERSON
    assert set(row["offices"].split()) <= set(load_names("en").offices)
    since = date.fromisoformat(row["from"])
    assert not row["until"] or since < date.fromisoformat(row["until"])


@pytest.mark.parametrize("lang", ["en", "da", "nb", "de", "pl"])
def test_every_office_has_words(lang: str) -> None:
    assert set(load_names(lang).offices) == set(load_names("en").offices)
    assert load_names(lang).not_holding


def test_longest_words_first() -> None:
    lengths = [len(words) for words, _ in office_words("en")]
    assert lengths == sorted(lengths, reverse=True)


def test_term_covers_its_days() -> None:
    term = Term("x", frozenset({"president"}), "ru", "2008-05-07", "2012-05-07")
    assert [term.covers(day) for day in ("2008-05-06", "2008-05-07", "2012-05-07T10:00", "2012-05-08", None)] == [
        False, True, True, False, True,
    ]  # fmt: skip
