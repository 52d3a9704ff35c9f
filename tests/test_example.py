"""The bundled example: what its reports were written to hold (examples/README.md)."""

from __future__ import annotations

import pytest

from depesche.ingest.read import read_reports
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, Claim, Entity, PublishedBy, Report, ReuseKind
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def brief() -> Brief:
    reports = [annotate_report(r) for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)]
    return make_brief(reports, Options())


def _names(brief: Brief, entities: tuple[str, ...]) -> set[str]:
    by_id = {e.id: e for e in brief.entities}
    return {by_id[e].name for e in entities}


def _entity(brief: Brief, form: str) -> Entity:
    found = [e for e in brief.entities if form in {f for _, forms in e.names for f in forms}]
    assert len(found) == 1, f"{form} is in {[e.name for e in found]}"
    return found[0]


def _claim_with(brief: Brief, report: str, words: str) -> Claim:
    """Return the one claim a statement of a report with these words is in."""
    found = [c for c in brief.claims if any(s.report == report and words in s.text for s in c.statements)]
    assert len(found) == 1, f"{report}: {words!r} is in {len(found)} claims"
    return found[0]


def test_the_unrelated_report_stands_alone(brief: Brief) -> None:
    lines = {line.id: line for line in brief.storylines}
    story = next(s for s in brief.stories if "08-unrelated" in s.reports)
    assert story.reports == ("08-unrelated",)
    assert lines[story.storyline].stories == (story.id,)


def test_copy_and_translation_are_found(brief: Brief) -> None:
    found = {(frozenset((r.source, r.to)), r.kind) for r in brief.reuse if r.kind is not ReuseKind.CREDIT}
    assert (frozenset(("01-agency", "02-agency-copy")), ReuseKind.COPY) in found
    assert (frozenset(("01-agency", "03-rewrite")), ReuseKind.TRANSLATION) in found


def test_the_report_with_a_weekday_alone_is_dated_through_its_story(brief: Brief) -> None:
    report = next(r for r in brief.reports if r.id == "05-weekday")
    assert report.report.published_by is PublishedBy.STORY
    assert report.report.published in ("2024-03-05", "2024-03-06")


def test_one_claim_through_several_dispatches(brief: Brief) -> None:
    claim = _claim_with(brief, "01-agency", "Belarusian officers had travelled to Asmara")
    assert "Dana Whitfield" in _names(brief, claim.asserted_by)
    passed = {r for d in claim.dispatches for r in d.reports}
    assert {"01-agency", "02-agency-copy"} <= passed
    assert any({"01-agency", "02-agency-copy"} <= set(d.reports) for d in claim.dispatches)
    assert claim.independent_sources == 1


def test_a_refusal_is_no_denial(brief: Brief) -> None:
    claim = _claim_with(brief, "01-agency", "how the information had been gathered")
    assert _names(brief, claim.declined_by) == {"Dana Whitfield"}
    assert claim.denied_by == ()


def test_the_stages_stay_apart(brief: Brief) -> None:
    negotiated = _claim_with(brief, "01-agency", "Belarus is negotiating the sale")
    delivered = _claim_with(brief, "07-update", "eingetroffen")
    assert negotiated.id != delivered.id


def test_a_denial_answers_no_later_claim(brief: Brief) -> None:
    denied = next(
        c for c in brief.claims if any(s.report == "06-denial" and s.stance.value == "denies" for s in c.statements)
    )
    assert not any(
        s.report in ("07-update", "09-joint-statement") and s.stance.value == "asserts" for s in denied.statements
    )


def test_the_minister_is_one_in_all_spellings(brief: Brief) -> None:
    forms = ("Yevgeny Zhukov", "Jewgeni Schukow", "Jewgienij Żukow", "Jevgenij Zjukov")
    assert len({_entity(brief, form).id for form in forms}) == 1
