"""What becomes of a claim: each kind of event, from made-up reports, and as the brief shows it."""

from __future__ import annotations

import pytest

from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, Claim, EventKind, Report, Stance

SAID = "The minister Ann Lee said on Monday that 60 houses had collapsed in Velby."


def brief_of(*texts: tuple[str, str]) -> Brief:
    reports = [Report(f"r{n}", text, language="en", published=day) for n, (text, day) in enumerate(texts)]
    return make_brief([annotate_report(r) for r in reports], Options())


def claim_with(brief: Brief, words: str) -> Claim:
    found = [c for c in brief.claims if any(words in s.text for s in c.statements)]
    assert len(found) == 1, [c.headline for c in brief.claims]
    return found[0]


def events(brief: Brief, words: str) -> list[tuple[str, str | None]]:
    return [(e.kind.value, e.day) for e in claim_with(brief, words).history]


def test_first_said_first_reported_and_repeated() -> None:
    brief = brief_of((SAID, "2024-05-07"), (SAID.replace("on Monday ", ""), "2024-05-09"))
    assert events(brief, "60 houses") == [
        ("first-said", "2024-05-06"),
        ("first-reported", "2024-05-07"),
        ("repeated", "2024-05-09"),
    ]


def test_denied() -> None:
    denial = "The builder Ola Nilsen denied that 60 houses had collapsed in Velby."
    brief = brief_of((SAID, "2024-05-07"), (denial, "2024-05-08"))
    assert ("denied", "2024-05-08") in events(brief, "60 houses")


def test_withdrawn_by_who_said_it() -> None:
    taken_back = "The minister Ann Lee retracted her statement that 60 houses had collapsed in Velby."
    brief = brief_of((SAID, "2024-05-07"), (taken_back, "2024-05-10"))
    assert ("withdrawn", "2024-05-10") in events(brief, "60 houses")
    claim = claim_with(brief, "60 houses")
    assert [s.withdraws for s in claim.statements if s.stance is Stance.DENIES] == [True]
    assert "withdraws: Ann Lee" in render_text(build_page(brief, "en"))


def test_what_another_retracts_is_not_withdrawn() -> None:
    other = "The builder Ola Nilsen retracted his statement that 90 houses had collapsed in Velby."
    brief = brief_of((SAID, "2024-05-07"), (other, "2024-05-10"))
    assert not any(e.kind is EventKind.WITHDRAWN for e in claim_with(brief, "60 houses").history)


@pytest.mark.parametrize("put_right", ["90 houses instead of 60", "90 houses, not 60,"])
def test_corrected_by_who_gave_the_figure(put_right: str) -> None:
    later = f"The minister Ann Lee said that {put_right} had collapsed in Velby."
    brief = brief_of((SAID, "2024-05-07"), (later, "2024-05-10"))
    correction = claim_with(brief, "90 houses")
    found = [e for e in claim_with(brief, "60 houses").history if e.kind is EventKind.CORRECTED]
    assert [(e.day, e.to) for e in found] == [("2024-05-10", correction.id)]


def test_told_more_firmly_by_the_same_voice() -> None:
    first = "The minister Ann Lee said that the old bridge in Velby had apparently collapsed after the flood."
    later = "The minister Ann Lee said that the old bridge in Velby had collapsed after the flood."
    brief = brief_of((first, "2024-05-07"), (later, "2024-05-09"))
    assert ("hardened", "2024-05-09") in events(brief, "had collapsed after")


def test_the_brief_shows_the_events_with_days() -> None:
    brief = brief_of((SAID, "2024-05-07"), (SAID.replace("on Monday ", ""), "2024-05-09"))
    shown = " ".join(render_text(build_page(brief, "en")).split())
    assert "said 6 May 2024; first reported 7 May 2024; repeated 9 May 2024" in shown


def test_a_series_has_each_figure_with_who_gave_it() -> None:
    later = "The police said that 90 houses had collapsed in Velby."
    brief = brief_of((SAID, "2024-05-07"), (later, "2024-05-10"))
    (series,) = build_page(brief, "en").series
    assert "60 (Ann Lee, 6 May 2024" in series.note
    assert "90 (" in series.note
