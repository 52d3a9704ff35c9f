"""Sentences that mean the same score high in any two languages; what differs is named."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.interlingua import MeaningIndex, analyse_text, compare
from depesche.interlingua.compare import FEATURES
from depesche.interlingua.weights import load_weights

FERRY = {
    "en": "The minister denied on Monday that 40 passengers were injured when the ferry caught fire.",
    "da": "Ministeren afviste mandag, at 40 passagerer kom til skade, da færgen brød i brand.",
    "nb": "Ministeren avviste mandag at 40 passasjerer ble skadet da fergen tok fyr.",
    "de": "Der Minister bestritt am Montag, dass 40 Passagiere verletzt wurden, als die Fähre in Brand geriet.",
    "pl": "Minister zaprzeczył w poniedziałek, że 40 pasażerów zostało rannych, gdy zapalił się prom.",
}
STRIKE = {
    "en": "The trade union in Gdansk announced a strike at the shipyard for Thursday.",
    "da": "Fagforeningen i Gdansk varslede strejke på skibsværftet til torsdag.",
    "nb": "Fagforeningen i Gdansk varslet streik ved skipsverftet torsdag.",
    "de": "Die Gewerkschaft in Danzig kündigte für Donnerstag einen Streik in der Werft an.",
    "pl": "Związek zawodowy w Gdańsku zapowiedział na czwartek strajk w stoczni.",
}


@pytest.mark.parametrize(("a", "b"), list(combinations(FERRY, 2)))
def test_translations_score_higher_than_other_sentences(a: str, b: str) -> None:
    for one, other in ((FERRY, STRIKE), (STRIKE, FERRY)):
        same = compare(analyse_text(one[a], a), analyse_text(one[b], b)).score
        different = compare(analyse_text(one[a], a), analyse_text(other[b], b)).score
        assert same > 0.5 > different


@pytest.mark.parametrize(("a", "b"), [("en", "pl"), ("da", "de")])
def test_the_order_of_a_pair_changes_nothing(a: str, b: str) -> None:
    left, right = analyse_text(FERRY[a], a), analyse_text(FERRY[b], b)
    assert compare(left, right).score == pytest.approx(compare(right, left).score, abs=1e-12)


def test_reasons_name_what_is_shared() -> None:
    found = compare(analyse_text(FERRY["da"], "da"), analyse_text(FERRY["de"], "de"))
    assert any(reason.startswith("concept:") and "Passagiere".casefold() in reason for reason in found.why)
    assert "figure: 40" in found.why
    assert "date: wd:1" in found.why


def test_another_figure_speaks_against() -> None:
    other = FERRY["de"].replace("40", "12")
    same = compare(analyse_text(FERRY["da"], "da"), analyse_text(FERRY["de"], "de"))
    found = compare(analyse_text(FERRY["da"], "da"), analyse_text(other, "de"))
    assert "figure: 40 ≠ 12" in found.against
    assert found.score < same.score


def test_negation_on_one_side_speaks_against() -> None:
    found = compare(
        analyse_text("Die Regierung hat die Raketen geliefert.", "de"),
        analyse_text("The government has not delivered the missiles.", "en"),
    )
    assert "negated only right" in found.against


def test_a_name_on_one_side_speaks_against() -> None:
    found = compare(analyse_text("The letter came from Lindqvist.", "en"), analyse_text("Brevet kom fra Moreau.", "da"))
    assert "name only left: Lindqvist" in found.against


def test_transliterated_names_meet() -> None:
    found = compare(
        analyse_text("Wolodymyr Selenskyj empfing den Gesandten.", "de"),
        analyse_text("Volodymyr Zelenskyy received the envoy.", "en"),
    )
    assert sum(reason.startswith("name:") for reason in found.why) == 2


def test_a_language_without_a_folder_still_has_names_and_figures() -> None:
    found = compare(
        analyse_text("Шойгу посетил Пхеньян, где было 300 гостей.", "ru"),
        analyse_text("Shoigu visited Pyongyang, where there were 300 guests.", "en"),
    )
    assert "figure: 300" in found.why
    assert any("Шойгу" in reason for reason in found.why)


def test_weights_are_those_of_the_features() -> None:
    assert load_weights().features == FEATURES


def test_index_finds_the_counterpart_and_refuses_a_key_twice() -> None:
    index = MeaningIndex()
    index.add("ferry", analyse_text(FERRY["pl"], "pl"))
    index.add("strike", analyse_text(STRIKE["nb"], "nb"))
    assert index.candidates(analyse_text(FERRY["en"], "en"))[0][0] == "ferry"
    assert index.candidates(analyse_text(FERRY["en"], "en"), exclude={"ferry"})[0:1] != [("ferry", 1.0)]
    with pytest.raises(ValueError, match="in the index already"):
        index.add("ferry", analyse_text(FERRY["en"], "en"))


def test_index_does_not_depend_on_the_order_of_adding() -> None:
    texts = [(f"{lang}{n}", row[lang], lang) for lang in FERRY for n, row in enumerate((FERRY, STRIKE))]
    answers = []
    for order in (texts, texts[::-1]):
        index = MeaningIndex()
        for key, text, lang in order:
            index.add(key, analyse_text(text, lang))
        answers.append(index.candidates(analyse_text(STRIKE["de"], "de")))
    assert answers[0] == answers[1]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "da", "nb", "de", "pl", "ru", None]))
def test_any_text_is_analysed_and_is_like_itself(text: str, lang: str | None) -> None:
    meaning = analyse_text(text, lang)
    found = compare(meaning, meaning)
    assert 0.0 <= found.score <= 1.0
    assert all(unit.weight > 0 for unit in meaning.units)


@pytest.mark.parametrize(
    "text", ["", '"' * 10_000, "a" * 1_000_000, "x " * 50_000, "1.2.3:4,5 " * 2_000, "åäö" * 9_000]
)
def test_odd_text_takes_no_long_time(text: str) -> None:
    for lang in ("de", "pl"):
        analyse_text(text, lang)
