"""Figures, dates and keys of a bare string."""

from __future__ import annotations

import pytest

from depesche.interlingua import analyse_text
from depesche.interlingua.clues import parse_figure
from depesche.interlingua.cognates import cognate_key, key_similarity


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [("1.500,5", ",", 1500.5), ("10,000", ".", 10000.0), ("3.5", ",", 3.5), ("2,5", ",", 2.5), ("13:30", ".", None),
     ("1.234.567", ",", 1234567.0), ("0,125", ",", 0.125), ("7", ".", 7.0)],
)  # fmt: skip
def test_parse_figure(text: str, decimal: str, value: float | None) -> None:
    assert parse_figure(text, decimal) == value


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [("2,5 mio. kroner", "da", (2_500_000.0,)), ("12 500 osób", "pl", (12_500.0,)), ("three ships", "en", (3.0,)),
     ("fünf Tote", "de", (5.0,)), ("40 millioner", "nb", (40_000_000.0,))],
)  # fmt: skip
def test_figures(text: str, lang: str, figures: tuple[float, ...]) -> None:
    assert analyse_text(text, lang).figures == figures


@pytest.mark.parametrize(
    ("text", "lang", "dates"),
    [("am Montag", "de", ("wd:1",)), ("w sierpniu 2019", "pl", ("m:08", "2019")), ("He may go", "en", ()),
     ("in May", "en", ("m:05",))],
)  # fmt: skip
def test_dates(text: str, lang: str, dates: tuple[str, ...]) -> None:
    assert analyse_text(text, lang).dates == dates


@pytest.mark.parametrize(
    ("a", "lang_a", "b", "lang_b"),
    [("Selenskyj", "de", "Zelenskyy", "en"), ("Шойгу", "ru", "Szojgu", "pl"), ("Moskwy", "pl", "Moskva", "da"),
     ("Kavanaugha", "pl", "Kavanaugh", "en"), ("Tschetschenien", "de", "Tjetjenien", "da")],
)  # fmt: skip
def test_one_name_in_two_spellings_is_alike(a: str, lang_a: str, b: str, lang_b: str) -> None:
    assert key_similarity(cognate_key(a, lang_a), cognate_key(b, lang_b)) > 0


@pytest.mark.parametrize(("a", "b"), [("Kirby", "Watson"), ("Berlin", "Merkel"), ("Iran", "Irak")])
def test_two_names_are_not_alike(a: str, b: str) -> None:
    assert key_similarity(cognate_key(a, "en"), cognate_key(b, "en")) < 0.85
