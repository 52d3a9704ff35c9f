"""How many are dead or injured: read in any wording, one claim in two wordings, and what grows is no contradiction."""

from __future__ import annotations

import pytest

from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.ledger.tolls import read_tolls
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Act, Report, Span
from tests.ledger.reports import ledger, told, with_text


@pytest.mark.parametrize(
    ("lang", "text", "tolls"),
    [
        ("en", "A blast killed at least seven people and injured 19", [("dead", 7, True), ("injured", 19, False)]),
        ("en", "14 hikers are missing", []),  # hikers, not people: a group of its own
        ("en", "Four of the dead were nurses", []),
        ("da", "Mindst 16 mennesker er omkommet, og 40 er såret", [("dead", 16, True), ("injured", 40, False)]),
        ("nb", "Dødstallet har steget til 21", [("dead", 21, False)]),
        ("de", "Bei dem Brand sind 15 Menschen ums Leben gekommen", [("dead", 15, False)]),
        ("pl", "Co najmniej 17 osób zginęło, a 30 zostało rannych", [("dead", 17, True), ("injured", 30, False)]),
        ("en", "The fleet has 40 boats", []),
        ("en", "12 passengers who were on the barge have still not been found", [("missing", 12, False)]),
        ("de", "12 Menschen wurden noch nicht gefunden", [("missing", 12, False)]),
        ("pl", "12 osób dotąd nie odnaleziono", [("missing", 12, False)]),
        ("nb", "12 mennesker er funnet", []),
        ("pl", "12 osób zaginęło na morzu", [("missing", 12, False)]),
    ],
)
def test_a_figure_with_the_fate_beside_it(lang: str, text: str, tolls: list[tuple[str, float, bool]]) -> None:
    report = annotate_report(Report("a", f"{text}.", language=lang, published="2024-05-02"))
    found = read_tolls(report, (Span(0, len(text)),))
    assert [(t.kind, t.value, t.least) for t in found] == tolls


def test_one_office_counts_the_same_dead_in_two_wordings() -> None:
    one = ("Ministry", Act.ASSERT, "the death toll of the explosion at Velby has risen to 17")
    other = ("Ministry", Act.ASSERT, "17 people are known to have died in the explosion in Norland")
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", other))) == 1
    fewer = (other[0], other[1], other[2].replace("17", "18"))
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", fewer))) == 2


def test_the_same_toll_of_one_event_is_one_claim_whoever_else_is_told_of() -> None:
    one = ("Harbour office", Act.ASSERT, "12 passengers are missing after the barge Tove Lind hit a bridge at Velby")
    other = ("Coast guard", Act.ASSERT, "12 people who were on the Tove Lind have not been found")
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", other))) == 1
    found = (other[0], other[1], other[2].replace("have not been", "have been"))
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", found))) == 2
    elsewhere = (other[0], other[1], other[2].replace("the Tove Lind", "a raft"))
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", elsewhere))) == 2


@pytest.mark.parametrize(
    ("first", "later", "day", "kind"),
    [
        ("at least 17", "22", "2024-05-03", "follows"),
        ("at least 17", "22", "2024-05-02", "follows"),  # a lower bound holds
        ("17", "22", "2024-05-03", "follows"),
        ("17", "22", "2024-05-02", "contradicts"),
        ("22", "17", "2024-05-03", "contradicts"),  # nobody rises again
    ],
)
def test_a_toll_that_grows_is_no_contradiction(first: str, later: str, day: str, kind: str) -> None:
    words = "{} people died in the explosion at the mine of Velby"
    one = told("a", "2024-05-02", ("Ministry", Act.ASSERT, words.format(first)))
    other = told("b", day, ("Agency", Act.ASSERT, words.format(later)))
    assert {link.kind for claim in ledger(one, other) for link in claim.links} == {kind}


def test_a_series_lists_a_toll_once_for_each_figure_in_any_wording() -> None:
    texts = {
        "a": ("en", "A blast at the Velby mine killed 17 people, the Norland police said.", "2024-05-02"),
        "b": ("en", "17 people were killed by a blast at the Velby mine, the Norland fire service said.", "2024-05-02"),
        "c": ("nb", "Dødstallet etter eksplosjonen i Velby-gruven har steget til 22, opplyser politiet.", "2024-05-03"),
    }
    reports = [annotate_report(Report(k, t, language=lang, published=day)) for k, (lang, t, day) in texts.items()]
    text = render_text(build_page(make_brief(reports, Options()), "en"))
    (line,) = [line for line in text.splitlines() if line.startswith("dead ")]
    assert line.count("17 (") == 1 and "22 (" in " ".join(text.split())


def test_who_calls_it_absurd_means_what_was_claimed_not_how_many_died() -> None:
    report = told(
        "a",
        "2024-05-02",
        ("Agency", Act.ASSERT, "Norland blew up the mine of Velby"),
        ("Agency", Act.ASSERT, "22 people died in the mine of Velby"),
        ("Ministry", Act.DENY, 'the allegation as "absurd"'),
    )
    claims = ledger(report)
    assert with_text(claims, "blew up").denied_by == ("Ministry",)
    assert with_text(claims, "22 people").denied_by == ()


def test_who_denies_any_part_in_it_answers_what_he_is_accused_of() -> None:
    text = (
        "The lawmaker Oleg Varin said that the Norland Army had fired the rocket. "
        "The lawmaker Oleg Varin said that the bridge was closed. The Norland Army denied any involvement."
    )
    brief = make_brief([annotate_report(Report("a", text, language="en", published="2024-05-02"))], Options())
    names = {e.id: e.name for e in brief.entities}
    denied = {c.statements[0].text: [names[v] for v in c.denied_by] for c in brief.claims}
    assert denied["the Norland Army had fired the rocket"] == ["Norland Army"]
    assert denied["the bridge was closed"] == []


def test_a_denial_answers_the_claim_of_its_own_sentence() -> None:
    text = "Berichte, wonach die Armee Waffen aus dem Lager geholt habe, nannte das Ministerium „frei erfunden“."
    brief = make_brief([annotate_report(Report("a", text, language="de", published="2024-05-02"))], Options())
    (claim,) = [c for c in brief.claims if c.denied_by]
    assert any("Waffen" in s.text for s in claim.statements)


def test_how_many_died_and_how_it_came_about_are_two_claims() -> None:
    one = ("Spokeswoman", Act.ASSERT, "an explosion in an ammunition depot in the breakaway region killed 17 people")
    other = ("Ministry", Act.ASSERT, "the rocket that hit an ammunition depot in the breakaway region came from a ship")
    assert len(ledger(told("a", "2024-05-02", one), told("b", "2024-05-02", other))) == 2
