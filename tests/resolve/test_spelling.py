"""Spellings of one name across languages and scripts."""

from __future__ import annotations

import pytest

from depesche.resolve.spelling import likeness, spelling_key
from depesche.text.fold import fold


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Shoigu", "Szojgu"),
        ("Schoigu", "Шойгу"),
        ("Sergei", "Siergiej"),
        ("Selenskyj", "Zelenskyy"),
        ("Lawrow", "Ławrow"),
        ("Medwedew", "Miedwiediew"),
        ("Poroschenko", "Poroszenko"),
        ("William", "Bill"),
    ],
)
def test_one_name(a, b):
    assert likeness(fold(a), fold(b))[0] >= 0.9


@pytest.mark.parametrize(("a", "b"), [("Johnson", "Jensen"), ("Hansen", "Olsen"), ("Kim", "Lim"), ("Duda", "Rada")])
def test_two_names(a, b):
    assert likeness(fold(a), fold(b))[0] == 0.0


def test_a_key_is_plain_letters():
    assert spelling_key("Chruschtschow").isascii()
