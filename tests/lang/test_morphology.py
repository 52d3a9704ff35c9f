"""The table of Polish endings: words it was made from, and words that only their ending tells."""

from __future__ import annotations

import pytest

from depesche.lang.schema.morphology import has_readings, reading, surely_finite


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("rzecznik", "Mho"),
        ("dziennikarzom", "dho"),
        ("powiedziano", "8"),
        ("zapowiedzieli", "4"),
        ("powiedziałyby", "5"),
        ("twierdząc", "c"),
        ("gazety", "Qago"),
        ("wygooglowała", "2"),
        ("blogerkom", "do"),
    ],
)
def test_reading(word: str, codes: str) -> None:
    assert set(reading("pl", word)) == set(codes)


@pytest.mark.parametrize("word", ["stali", "rzecznik", "to", "", "12", "…"])
def test_not_surely_finite(word: str) -> None:
    assert not surely_finite("pl", word)


def test_other_languages_have_no_table() -> None:
    assert has_readings("pl")
    assert not has_readings("en")
    assert not has_readings(None)
