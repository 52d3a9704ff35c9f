"""Which figures and days of two statements must agree."""

from __future__ import annotations

import pytest

from depesche.ledger.items import make_item
from depesche.pipeline import annotate_report
from depesche.records import Act, Report, Span
from tests.ledger.reports import ledger, told


@pytest.mark.parametrize(
    ("language", "text", "figures", "days"),
    [
        ("en", "62 people died in the mine on 19 May", {62.0}, {"05-19"}),
        ("en", "62 people died in the mine on Friday", {62.0}, set()),
        ("en", "the mine lost 600 jobs instead of 850", {600.0}, set()),
        ("da", "62 mennesker døde i minen den 19. maj 2024", {62.0}, {"05-19"}),
        ("nb", "62 mennesker døde i gruven 19. mai", {62.0}, {"05-19"}),
        ("de", "62 Menschen starben am 19. Mai im Bergwerk", {62.0}, {"05-19"}),
        ("pl", "19 maja w kopalni zginęły 62 osoby", {62.0}, {"05-19"}),
    ],
)
def test_a_day_is_no_figure(language: str, text: str, figures: set[float], days: set[str]) -> None:
    report = annotate_report(Report("a", text, language=language, published="2024-05-21"))
    item = make_item(report, (Span(0, len(text)),), None)
    assert (item.figures, item.numbered) == (figures, days)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mine near Velby will cut 850 jobs", "the mine near Velby will cut 600 jobs instead of 850"),
        ("the drivers of the buses stop work on 18 May", "the drivers of the buses stop work on 20 May"),
        ("the data of the patients is safe", "the data of the patients was stolen"),
    ],
)
def test_one_voice_says_two_things(one: str, other: str) -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, one)),
        told("b", "2024-05-02", ("Spokeswoman", Act.ASSERT, other)),
    )
    assert len(claims) == 2
