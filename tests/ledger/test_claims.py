"""One claim or two: what joins statements and what keeps them apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.lang.schema.stages import load_stages
from depesche.pipeline import annotate_report
from depesche.records import Act, Report, Stance
from tests.ledger.reports import ledger, told, with_text

BRIDGE = "the old bridge over the Vel collapsed after the flood"


def test_two_reports_of_one_statement_are_one_claim_on_one_foot() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, BRIDGE)),
        told("b", "2024-05-03", ("Ministry", Act.ASSERT, "the bridge over the Vel has collapsed after a flood")),
    )
    claim = with_text(claims, "collapsed after the flood")
    assert len(claims) == 1
    assert claim.asserted_by == ("Spokeswoman", "Ministry")
    assert [(p.party, p.voices) for p in claim.parties] == [("Norland", ("Spokeswoman", "Ministry"))]
    assert len(claim.dispatches) == 2
    assert claim.first_reported == "2024-05-02"


def test_co_signers_are_parties_that_say_so() -> None:
    (claim,) = ledger(told("a", "2024-05-02", ("Norland+Eastland", Act.ASSERT, BRIDGE)))
    assert claim.independent_sources == 2
    assert all(p.signed_with and "signs one statement with" in p.why for p in claim.parties)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, "the new tunnel under the harbour opens after the summer"),
        ("12 people were injured in the fire in Velby", "40 people were injured in the fire in Velby"),
        ("the minister met the farmers in Velby in 2019", "the minister met the farmers in Velby in 2022"),
        ("Norland has delivered the tanks to Eastland", "Norland has not delivered the tanks to Eastland"),
        ("the delegation visited the port of Velby", "the delegation criticised the port of Velby"),
    ],
)
def test_unlike_statements_stay_two(one: str, other: str) -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, one)),
        told("b", "2024-05-02", ("Agency", Act.ASSERT, other)),
    )
    assert len(claims) == 2


@pytest.mark.parametrize(("voice", "claims"), [("Spokeswoman", 1), ("Agency", 2)])
def test_one_voice_says_one_thing_in_two_wordings(voice: str, claims: int) -> None:
    found = ledger(
        told(
            "a",
            "2024-05-02",
            ("Spokeswoman", Act.ASSERT, "the owners of the harbour in Velby saw the robbery from a window"),
        ),
        told(
            "b",
            "2024-05-02",
            (voice, Act.ASSERT, "the shareholders of the harbour in Velby noticed a theft at breakfast"),
        ),
    )
    assert len(found) == claims


def test_others_say_it_in_two_wordings_where_each_word_has_its_partner() -> None:
    claims = ledger(
        told(
            "a",
            "2024-05-02",
            ("Spokeswoman", Act.ASSERT, "the negotiations on the fishing treaty begin in Velby on Monday"),
        ),
        told("b", "2024-05-02", ("Agency", Act.ASSERT, "the talks on the fishing contract begin in Velby on Monday")),
    )
    assert len(claims) == 1


def test_wordings_without_a_word_in_common_are_compared() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, "the danger is slight")),
        told("b", "2024-05-02", ("Agency", Act.ASSERT, "the risk is small")),
        told("c", "2024-05-02", ("Agency", Act.ASSERT, "the danger is huge")),
    )
    assert sorted(len(claim.statements) for claim in claims) == [1, 2]


def test_a_word_alone_is_no_claim_of_others() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Dockers", Act.ASSERT, "sabotage")),
        told("b", "2024-05-02", ("Spokeswoman", Act.ASSERT, "the sabotage begins on Monday at midnight")),
    )
    assert len(claims) == 2


def test_figures_that_differ_contradict() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Agency", Act.ASSERT, "12 people were injured in the fire in Velby")),
        told("b", "2024-05-02", ("Spokeswoman", Act.ASSERT, "40 people were injured in the fire in Velby")),
    )
    assert [link.kind for claim in claims for link in claim.links] == ["contradicts", "contradicts"]


def test_statements_of_two_storylines_are_two_claims() -> None:
    reports = (
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, "the negotiations about wages make good progress")),
        told("b", "2024-05-02", ("Agency", Act.ASSERT, "the negotiations about wages make good progress")),
    )
    assert len(ledger(*reports)) == 1
    assert len(ledger(*reports, line_of={"a": "one", "b": "other"})) == 2


def test_a_demand_is_not_what_is_demanded() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.DEMAND, "Eastland to close the mine near Velby")),
        told("b", "2024-05-02", ("Agency", Act.ASSERT, "Eastland closes the mine near Velby")),
    )
    assert len(claims) == 2


STAGED = {
    "sought": "Eastland is seeking 30 tanks from Norland",
    "offered": "Norland has offered 30 tanks to Eastland",
    "negotiated": "Norland is negotiating with Eastland about 30 tanks",
    "agreed": "Norland has signed a contract with Eastland for 30 tanks",
    "shipped": "Norland has delivered 30 tanks to Eastland",
    "received": "30 tanks from Norland have arrived in Eastland",
    "used": "Eastland has deployed 30 tanks from Norland",
}


@settings(max_examples=30, deadline=None)
@given(st.permutations(sorted(STAGED)), st.integers(2, len(STAGED)))
def test_stages_never_merge(order: list[str], size: int) -> None:
    reports = [told(f"r{n}", "2024-05-02", ("Spokeswoman", Act.ASSERT, STAGED[s])) for n, s in enumerate(order[:size])]
    compatible = load_stages().compatible
    stage_of = {text: stage for stage, text in STAGED.items()}
    for claim in ledger(*reports):
        stages = {stage_of[s.text] for s in claim.statements}
        assert all(frozenset(pair) in compatible for pair in itertools.combinations(sorted(stages), 2))


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    lines = [BRIDGE, "the bridge over the Vel has collapsed after a flood", *list(STAGED.values())[:3]]
    reports = [told(f"r{n}", f"2024-05-0{n + 1}", ("Spokeswoman", Act.ASSERT, text)) for n, text in enumerate(lines)]
    assert ledger(*[reports[n] for n in order]) == ledger(*reports)


def test_who_did_it_and_that_it_was_done_are_two_claims_of_two_parties() -> None:
    one = ("Agency", Act.ASSERT, "Norland had fired the rocket")
    other = ("Spokeswoman", Act.ASSERT, "the rocket was fired from an area that rebels held")
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", other))) == 2


@pytest.mark.parametrize(
    ("voices", "words", "claims"),
    [
        (("Spokeswoman", "Spokeswoman"), ("this was no accident", "das war kein Unfall"), 1),
        (("Spokeswoman", "Agency"), ("this was no accident", "das war kein Unfall"), 2),
        (("Spokeswoman", "Spokeswoman"), ("this was no accident", "das war ein Unfall"), 2),
        (("Spokeswoman", "Spokeswoman"), ("this was no accident", "das war kein Fehler"), 2),
    ],
)
def test_one_voice_repeats_its_few_words_in_another_language(
    voices: tuple[str, str], words: tuple[str, str], claims: int
) -> None:
    english = told("a", "2024-05-02", (voices[0], Act.ASSERT, words[0]))
    german = told("b", "2024-05-02", (voices[1], Act.ASSERT, words[1]), language="de")
    assert len(ledger(english, german)) == claims


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [("A fire in a hall of the depot", True), ("Explosion in a depot near the river", False)],
)
def test_a_sentence_without_a_source_states_only_what_it_shares_more_than_a_topic_with(
    sentence: str, stated: bool
) -> None:
    claim = told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, "a fire broke out in a hall of the depot"))
    other = annotate_report(Report("b", f"{sentence}\n\nNobody was there.", language="en", published="2024-05-02"))
    stances = {s.stance for c in ledger(claim, other) for s in c.statements}
    assert (Stance.STATES in stances) is stated
