"""What a denial answers, and what it doesn't."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.records import Act, Stance
from tests.ledger.reports import ledger, told, with_text

DELIVERED = "Norland has delivered tanks to Eastland"


def test_a_denial_that_points_back_answers_the_claim_before_it() -> None:
    report = told(
        "a",
        "2024-05-02",
        ("Agency", Act.ASSERT, "Norland has smuggled timber through the port of Velby"),
        ("Agency", Act.ASSERT, DELIVERED),
        ("Ministry", Act.DENY, "such claims"),
    )
    claims = ledger(report)
    assert with_text(claims, DELIVERED).denied_by == ("Ministry",)
    assert with_text(claims, "timber").denied_by == ()


def test_a_denial_with_content_answers_the_claim_that_holds_it() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Agency", Act.ASSERT, "Norland has delivered 30 tanks to Eastland in April")),
        told("b", "2024-05-03", ("Ministry", Act.DENY, "Norland has delivered tanks to Eastland")),
    )
    claim = with_text(claims, "30 tanks")
    assert claim.asserted_by == ("Agency",)
    assert claim.denied_by == ("Ministry",)


def test_a_denial_of_a_coming_deal_does_not_answer_a_past_delivery() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Agency", Act.ASSERT, DELIVERED)),
        told("b", "2024-05-03", ("Ministry", Act.DENY, "Norland is planning to sell tanks to Eastland")),
    )
    assert with_text(claims, DELIVERED).denied_by == ()


def test_nobody_denies_what_he_says() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Spokeswoman", Act.ASSERT, DELIVERED)),
        told("b", "2024-05-03", ("Ministry", Act.DENY, DELIVERED)),
    )
    assert all(not c.denied_by for c in claims if c.asserted_by)


def test_a_refusal_is_no_denial() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Agency", Act.ASSERT, DELIVERED), ("Ministry", Act.DECLINE, "comment on the delivery"))
    )
    assert with_text(claims, "comment").declined_by == ("Ministry",)
    assert not any(c.denied_by for c in claims)


def test_what_is_said_not_to_be_so_contradicts() -> None:
    claims = ledger(
        told("a", "2024-05-02", ("Agency", Act.ASSERT, DELIVERED)),
        told("b", "2024-05-03", ("Ministry", Act.ASSERT, "Norland has not delivered tanks to Eastland")),
    )
    assert {link.kind for c in claims for link in c.links} == {"contradicts"}


CLAIMS = (
    DELIVERED,
    "Norland has delivered 30 tanks to Eastland",
    "tanks from Norland were delivered to Eastland in April",
)
DENIALS = (DELIVERED, "tanks were delivered to Eastland", "such claims", "Norland has ever delivered any tanks")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 3), st.one_of(st.none(), st.integers(1, 9))), min_size=2, max_size=6
    )
)
def test_no_denial_answers_a_later_claim(drawn: list[tuple[bool, int, int | None]]) -> None:
    reports = []
    for n, (denies, which, day) in enumerate(drawn):
        line = ("Ministry", Act.DENY, DENIALS[which]) if denies else ("Agency", Act.ASSERT, CLAIMS[which % 3])
        reports.append(told(f"r{n}", f"2024-05-0{day}" if day else None, line))
    published = {r.id: r.report.published for r in reports}
    for claim in ledger(*reports):
        if not claim.asserted_by:
            continue
        first = min(published[s.report] or "9999" for s in claim.statements if s.stance is Stance.ASSERTS)
        for s in claim.statements:
            if s.stance is Stance.DENIES:
                assert (published[s.report] or "") >= first
