"""Figures of own sentences: value, unit, approximation and what is counted, sixty and more a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from depesche.annotate.quantities import find_quantities
from depesche.annotate.times import find_times
from depesche.records import Quantity

from ..times.paragraphs import paragraphs

LANGUAGES = ("da", "de", "en", "nb", "pl")
Row = tuple[str, str, str, str, str]


def quantities_in(text: str, lang: str) -> tuple[Quantity, ...]:
    sentences = paragraphs(text)
    return find_quantities(text, sentences, lang, find_times(text, sentences, lang, "2023-08-30"))


def _cases() -> list[tuple[str, str, tuple[Row, ...]]]:
    cases: dict[tuple[str, str], list[Row]] = {}
    for lang in LANGUAGES:
        lines = (Path(__file__).parent / f"cases_{lang}.tsv").read_text("utf-8").splitlines()
        for line in [x for x in lines if x and not x.startswith("#")][1:]:
            text, wording, value, unit, approx, of = line.split("\t")
            rows = cases.setdefault((lang, text), [])
            if wording:
                rows.append((wording, value, unit, approx, of))
    return [(lang, text, tuple(rows)) for (lang, text), rows in cases.items()]


def _row(text: str, quantity: Quantity) -> Row:
    value = quantity.value
    shown = f"{value[0]:.12g}..{value[1]:.12g}" if isinstance(value, tuple) else f"{value:.15g}"
    return (
        text[quantity.span.start : quantity.span.end],
        shown,
        quantity.unit or "",
        "~" if quantity.approx else "",
        quantity.of or "",
    )


@pytest.mark.parametrize(("lang", "text", "rows"), _cases())
def test_figures_of_a_sentence(lang: str, text: str, rows: tuple[Row, ...]) -> None:
    assert tuple(_row(text, q) for q in quantities_in(text, lang)) == rows


@pytest.mark.parametrize("lang", LANGUAGES)
def test_table_has_sixty_sentences(lang: str) -> None:
    assert len([1 for case in _cases() if case[0] == lang]) >= 60
