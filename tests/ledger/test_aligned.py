"""Statements at one place of a text and its translation."""

from __future__ import annotations

import pytest

from depesche.ledger.claims import build_claims
from depesche.ledger.items import Archive
from depesche.records import Act, Entity, ReportSpan, Reuse, ReuseKind
from tests.ledger.reports import told


def claims_at_one_place(english: str, danish: str) -> int:
    """Return how many claims two sentences give that an alignment pairs."""
    one = told("a", "2024-05-02", ("Captain", Act.ASSERT, english))
    other = told("b", "2024-05-02", ("Captain", Act.ASSERT, danish), language="da")
    places = tuple(ReportSpan(r.id, r.sentences[0].span) for r in (one, other))
    reuse = Reuse("a", "b", ReuseKind.TRANSLATION, 0.9, places)
    entities = {"Captain": Entity("Captain", "person", "Captain", (("en", ("Captain",)),), (), None)}
    return len(build_claims(Archive((one, other), entities, {"a": "s", "b": "s"}, (reuse,)), "en"))


def test_short_wordings_at_one_place_are_one_claim() -> None:
    assert claims_at_one_place("it went quickly", "det gik stærkt") == 1


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("it went quickly", "tre blev ramt"),
        ("the ship was checked in May", "ingen så noget"),
        ("30 tonnes of oil ran into the bay", "80 ton olie løb ud i bugten"),
        ("the ship sails on 3 May", "skibet sejler den 9. maj"),
    ],
)
def test_a_translation_keeps_figures_days_and_negation(english: str, danish: str) -> None:
    assert claims_at_one_place(english, danish) == 2
