"""The table of opposites names concepts, and what it says of two statements."""

from __future__ import annotations

import pytest

from depesche.lang.loader import read_toml
from depesche.lang.schema.concepts import load_concepts
from depesche.lang.schema.footing import load_verdict_words
from depesche.lang.schema.opposites import load_opposites
from depesche.lang.schema.paraphrases import load_paraphrases
from depesche.lang.schema.steps import load_steps
from depesche.records import Act
from tests.ledger.reports import ledger, told

TABLE = read_toml(None, "opposites.toml")
ENTRIES = [*TABLE["either"], *TABLE["contrary"]]


def test_every_slug_is_a_concept_that_tells_more_than_a_family() -> None:
    rows = {row.slug: row.table for row in load_concepts()}
    named = {slug for sides in ENTRIES for side in sides for slug in side}
    assert not sorted(named - set(rows))
    assert not sorted(slug for slug in named if rows[slug].endswith("near_synonyms.tsv"))


def test_what_adds_nothing_to_a_verdict_is_a_concept() -> None:
    assert not sorted(load_verdict_words() - {row.slug for row in load_concepts()})


def test_steps_are_concepts_and_none_stands_on_both_sides() -> None:
    rows = {row.slug for row in load_concepts()}
    for weak, strong in load_steps():
        assert not sorted((weak | strong) - rows)
        assert not weak & strong


def test_no_concept_is_its_own_opposite_nor_a_paraphrase_of_it() -> None:
    for one, other in ENTRIES:
        assert not set(one) & set(other)
        assert not [(a, b) for a in one for b in other if b in load_paraphrases().get(a, ())]


def test_naming_both_sides_tells_neither() -> None:
    assert load_opposites().of(["open", "close"]) == frozenset()
    assert load_opposites().of(["open"])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "the bridge over the Vel near Velby is open", "the bridge over the Vel near Velby is closed"),
        ("da", "priserne på brød steg i Velby i maj", "priserne på brød faldt i Velby i maj"),
        ("nb", "retten i Velby fant ordføreren skyldig", "retten i Velby mener at ordføreren er uskyldig"),
        ("de", "die Polizei in Velby hat den Reporter verhaftet", "die Polizei in Velby hat den Reporter freigelassen"),
        ("pl", "klub z Velby wygrał mecz o puchar", "klub z Velby przegrał mecz o puchar"),
    ],
)
def test_opposites_are_two_claims(language: str, one: str, other: str) -> None:
    reports = [
        told(name, "2024-05-02", ("V", Act.ASSERT, text), language=language)
        for name, text in zip("ab", (one, other), strict=True)
    ]
    assert len(ledger(*reports)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("three sailors of the Albatros are missing", "three sailors of the Albatros have not been found"),
        ("four miners in Velby died in the explosion", "four miners in Velby did not survive the explosion"),
    ],
)
def test_what_is_not_one_is_the_other(one: str, other: str) -> None:
    reports = [told(name, "2024-05-02", ("V", Act.ASSERT, text)) for name, text in zip("ab", (one, other), strict=True)]
    assert len(ledger(*reports)) == 1
