"""What is sought, offered, negotiated, agreed, promised, planned, threatened, refused, shipped, received, used or ended
is never one claim, in whatever language and order it is told."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.lang.schema.stages import load_stages
from depesche.ledger.items import make_item
from depesche.pipeline import annotate_report
from depesche.records import Act, AnnotatedReport, Report
from tests.ledger.reports import ledger, told

# {n} things of {what} between Norland, who gives, and Eastland, who gets them.
WORDINGS = {
    "en": {
        "sought": "Eastland is asking for {n} {what} from Norland",
        "offered": "Norland has offered to deliver {n} {what} to Eastland",
        "negotiated": "Norland is negotiating with Eastland about the delivery of {n} {what}",
        "agreed": "Norland has signed a contract with Eastland for the delivery of {n} {what}",
        "promised": "Norland has promised to deliver {n} {what} to Eastland",
        "threatened": "Norland threatens to deliver {n} {what} to Eastland",
        "refused": "Norland refuses to deliver {n} {what} to Eastland",
        "shipped": "Norland has delivered {n} {what} to Eastland",
        "received": "Eastland has received {n} {what} from Norland",
        "used": "Eastland has used {n} {what} from Norland",
        "ended": "Norland has stopped the delivery of {n} {what} to Eastland",
    },
    "da": {
        "sought": "Eastland anmoder om {n} {what} fra Norland",
        "offered": "Norland har tilbudt at levere {n} {what} til Eastland",
        "negotiated": "Norland forhandler med Eastland om levering af {n} {what}",
        "agreed": "Norland har underskrevet en kontrakt med Eastland om levering af {n} {what}",
        "promised": "Norland har lovet at levere {n} {what} til Eastland",
        "threatened": "Norland truer med at levere {n} {what} til Eastland",
        "refused": "Norland nægter at levere {n} {what} til Eastland",
        "shipped": "Norland har leveret {n} {what} til Eastland",
        "received": "Eastland har modtaget {n} {what} fra Norland",
        "used": "Eastland har anvendt {n} {what} fra Norland",
        "ended": "Norland har stoppet leveringen af {n} {what} til Eastland",
    },
    "nb": {
        "sought": "Eastland ber om {n} {what} fra Norland",
        "offered": "Norland har tilbudt å levere {n} {what} til Eastland",
        "negotiated": "Norland har ført forhandlinger med Eastland om levering av {n} {what}",
        "agreed": "Norland har undertegnet en kontrakt med Eastland om levering av {n} {what}",
        "promised": "Norland har lovet å levere {n} {what} til Eastland",
        "threatened": "Norland truer med å levere {n} {what} til Eastland",
        "refused": "Norland nekter å levere {n} {what} til Eastland",
        "shipped": "Norland har levert {n} {what} til Eastland",
        "received": "Eastland har mottatt {n} {what} fra Norland",
        "used": "Eastland har brukt {n} {what} fra Norland",
        "ended": "Norland har stanset leveringen av {n} {what} til Eastland",
    },
    "de": {
        "sought": "Eastland bittet um {n} {what} aus Norland",
        "offered": "Norland hat angeboten, {n} {what} an Eastland zu liefern",
        "negotiated": "Norland verhandelt mit Eastland über die Lieferung von {n} {what}",
        "agreed": "Norland hat mit Eastland einen Vertrag über die Lieferung von {n} {what} unterzeichnet",
        "promised": "Norland hat versprochen, {n} {what} an Eastland zu liefern",
        "threatened": "Norland droht, {n} {what} an Eastland zu liefern",
        "refused": "Norland weigert sich, {n} {what} an Eastland zu liefern",
        "shipped": "Norland hat {n} {what} an Eastland geliefert",
        "received": "Eastland hat {n} {what} aus Norland erhalten",
        "used": "Eastland hat {n} {what} aus Norland eingesetzt",
        "ended": "Norland hat die Lieferung von {n} {what} an Eastland gestoppt",
    },
    "pl": {
        "sought": "Eastland prosi o {n} {what} z Norland",
        "offered": "Norland zaoferował dostarczenie {n} {what} dla Eastland",
        "negotiated": "Norland negocjuje z Eastland dostawę {n} {what}",
        "agreed": "Norland podpisał z Eastland umowę na dostawę {n} {what}",
        "promised": "Norland obiecał dostarczyć {n} {what} dla Eastland",
        "threatened": "Norland grozi, że dostarczy {n} {what} dla Eastland",
        "refused": "Norland odmawia dostarczenia {n} {what} dla Eastland",
        "shipped": "Norland dostarczył {n} {what} dla Eastland",
        "received": "Eastland otrzymał {n} {what} od Norland",
        "used": "Eastland użył {n} {what} od Norland",
        "ended": "Norland wstrzymał dostawę {n} {what} dla Eastland",
    },
}
GOODS = {
    "tanks": {"en": "tanks", "da": "kampvogne", "nb": "stridsvogner", "de": "Panzer", "pl": "czołgów"},
    "vaccines": {"en": "vaccines", "da": "vacciner", "nb": "vaksiner", "de": "Impfstoffe", "pl": "szczepionek"},
    "ships": {"en": "ships", "da": "skibe", "nb": "skip", "de": "Schiffe", "pl": "statków"},
}
STAGES = sorted(WORDINGS["en"])
TOLD = [(lang, stage) for lang in WORDINGS for stage in STAGES]


def _told(n: int, lang: str, stage: str, what: str) -> AnnotatedReport:
    text = WORDINGS[lang][stage].format(n=30, what=GOODS[what][lang])
    return told(f"r{n}-{stage}", "2024-05-02", ("Spokeswoman", Act.ASSERT, text), language=lang)


@pytest.mark.parametrize(("lang", "stage"), TOLD)
def test_a_wording_stands_at_its_stage_alone(lang: str, stage: str) -> None:
    text = WORDINGS[lang][stage].format(n=30, what=GOODS["tanks"][lang])
    report = annotate_report(Report("a", text, language=lang))
    assert make_item(report, (report.sentences[0].span,), None).stages == {stage}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TOLD), min_size=2, max_size=7, unique=True), st.sampled_from(sorted(GOODS)))
def test_stages_never_merge_in_any_language(drawn: list[tuple[str, str]], what: str) -> None:
    reports = [_told(n, lang, stage, what) for n, (lang, stage) in enumerate(drawn)]
    compatible = load_stages().compatible
    for claim in ledger(*reports):
        stages = {s.report.split("-")[1] for s in claim.statements}
        assert all(frozenset(pair) in compatible for pair in itertools.combinations(sorted(stages), 2))


@pytest.mark.parametrize(
    ("language", "intended", "done"),
    [
        ("en", "Norland plans to close the port of Velby", "Norland has closed the port of Velby"),
        ("en", "Norland threatens to close the port of Velby", "Norland closes the port of Velby"),
        ("en", "Norland tries to buy 30 tanks from Eastland", "Norland buys 30 tanks from Eastland"),
        ("en", "Norland offers 30 tanks to Eastland", "Norland gives Eastland 30 tanks"),
        ("da", "Norland truer med at lukke havnen i Velby", "Norland har lukket havnen i Velby"),
        ("nb", "Norland truer med å stenge havna i Velby", "Norland har stengt havna i Velby"),
        ("de", "Norland plant, den Hafen von Velby zu schließen", "Norland hat den Hafen von Velby geschlossen"),
        ("pl", "Norland planuje zamknąć port w Velby", "Norland zamknął port w Velby"),
    ],
)
def test_what_is_only_intended_is_not_what_is_done(language: str, intended: str, done: str) -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, intended), language=language),
        told("b", "2024-05-02", ("Spokeswoman", Act.ASSERT, done), language=language),
    )
    assert len(claims) == 2
    assert [link.kind for claim in claims for link in claim.links] == ["follows", "follows"]


def test_a_second_matter_tells_no_stage_of_the_first() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, "the letters are friendly, but the talks on tanks go on")),
        told(
            "b", "2024-05-02", ("Spokeswoman", Act.ASSERT, "the letters are friendly, while tanks are being delivered")
        ),
    )
    assert len(claims) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minister Karl Dahl threatened to close the port of Velby."),
        ("da", "Minister Karl Dahl truede med at lukke havnen i Velby."),
        ("nb", "Statsråd Karl Dahl truet med å stenge havna i Velby."),
        ("de", "Minister Karl Dahl drohte, den Hafen von Velby zu schließen."),
        ("pl", "Minister Karl Dahl zagroził, że zamknie port w Velby."),
    ],
)
def test_what_is_threatened_in_the_words_that_report_it_is_only_intended(language: str, text: str) -> None:
    report = annotate_report(Report("a", text, language=language))
    assert [make_item(report, s.content, s).intends for s in report.statements] == [True]


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("310 dockers of Norharbour want to strike in May", "310 dockers of Norharbour plan to strike in May", 1),
        ("Eastland wants 30 tanks from Norland", "Eastland plans the delivery of 30 tanks from Norland", 2),
    ],
)
def test_who_wants_to_do_something_plans_it(one: str, other: str, claims: int) -> None:
    reports = [told(name, "2024-05-02", ("V", Act.ASSERT, text)) for name, text in zip("ab", (one, other), strict=True)]
    assert len(ledger(*reports)) == claims
