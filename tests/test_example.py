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


# What a careful desk makes of the nine reports, row by row: words of one statement, who asserts, who denies, who gives
# no answer, on how many independent sources it stands, reports that say the same.
ROWS = [
    ("01-agency", "Belarus is negotiating the sale", {"United States"}, {"Belarus", "Eritrea", "Selam Berhane"},
     set(), 1,
     {"02-agency-copy", "03-rewrite", "05-weekday", "06-denial"}),
    ("01-agency", "Belarusian officers had travelled to Asmara", {"Dana Whitfield", "United States"}, set(),
     set(), 1,
     {"02-agency-copy", "03-rewrite", "05-weekday", "06-denial"}),
    ("01-agency", "the talks between Minsk and Asmara are advancing", {"Dana Whitfield"}, set(), set(), 1,
     {"02-agency-copy", "03-rewrite"}),
    ("01-agency", "the letters are at an early stage", {"Dana Whitfield"}, set(), set(), 1, {"03-rewrite"}),
    ("01-agency", "how the information had been gathered", set(), set(), {"Dana Whitfield"}, 0, {"02-agency-copy"}),
    ("01-agency", "Such a deal would endanger shipping", {"Dana Whitfield"}, set(), set(), 1,
     {"02-agency-copy", "03-rewrite", "05-weekday"}),
    ("01-agency", "Belarus is offering", {"United States"}, set(), set(), 1, set()),
    ("05-weekday", "om 60 missiler", {"Dana Whitfield"}, set(), set(), 1, set()),
    ("04-broadcaster", "wysłał list", {"Białoruska telewizja państwowa"}, set(), set(), 1, set()),
    ("04-broadcaster", "rocznicy", {"Białoruska telewizja państwowa"}, set(), set(), 1, set()),
    ("04-broadcaster", "bliższą współpracę", {"Yevgeny Zhukov"}, set(), set(), 1, set()),
    ("08-unrelated", "12 tysięcy", {"urząd miasta"}, set(), set(), 1, set()),
    ("04-broadcaster", "współpracę wojskową", {"Yevgeny Zhukov"}, set(), set(), 1, set()),
    ("04-broadcaster", "długa przyjaźń", {"Yevgeny Zhukov"}, set(), set(), 1, set()),
    ("06-denial", "Det finnes ingen forhandlinger", {"Andrej Kovalenko"}, set(), set(), 1, set()),
    ("06-denial", "i desember", {"Andrej Kovalenko"}, set(), set(), 1, set()),
    ("06-denial", "brevene", set(), set(), {"Yevgeny Zhukov"}, 0, set()),
    ("07-update", "eingetroffen", {"United States"}, {"foreign ministry of Belarus"}, set(), 1, set()),
    ("07-update", "90 statt um 60", {"Dana Whitfield"}, set(), set(), 1, set()),
    ("07-update", "die Raketen zurückzugeben", set(), set(), set(), 0, set()),
    ("07-update", "über das Schwarze Meer", set(), set(), set(), 0, set()),
    ("07-update", "der Lieferung", set(), set(), {"Yevgeny Zhukov"}, 0, set()),
    ("08-unrelated", "48 milionów", {"Hanna Wilczek"}, set(), set(), 1, set()),
    ("08-unrelated", "długo czekali", {"Hanna Wilczek"}, set(), set(), 1, set()),
    ("09-joint-statement", "any transfer of missiles", {"Norway", "Poland", "United Kingdom"}, set(), set(), 3, set()),
    ("09-joint-statement", "90 missiles were unloaded", {"three governments"}, set(), set(), 1, set()),
    ("09-joint-statement", "has delivered nothing", {"foreign ministry of Belarus"}, set(), set(), 1, set()),
    ("09-joint-statement", "paid for with gold", {"officials familiar with the matter"}, set(), set(), 1, set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "words", "asserted", "denied", "declined", "sources", "others"),
    [pytest.param(*row, id=row[1]) for row in ROWS],
)
def test_every_row_of_the_ledger(
    brief: Brief,
    report: str,
    words: str,
    asserted: set[str],
    denied: set[str],
    declined: set[str],
    sources: int,
    others: set[str],
) -> None:
    claim = _claim_with(brief, report, words)
    assert {name.removeprefix("the ") for name in _names(brief, claim.asserted_by)} == asserted
    assert _names(brief, claim.denied_by) == denied
    assert _names(brief, claim.declined_by) == declined
    assert claim.independent_sources == sources
    assert {s.report for s in claim.statements} == {report, *others}


def test_every_claim_has_a_row(brief: Brief) -> None:
    stated = {_claim_with(brief, row[0], row[1]).id for row in ROWS}
    assert [claim.headline for claim in brief.claims if claim.id not in stated] == []


def test_every_occasion_is_read(brief: Brief) -> None:
    found = {(o.kind.value, *sorted(_names(brief, o.held_by)), o.when) for o in brief.occasions}
    assert found == {
        ("briefing", "Dana Whitfield", "2024-03-05"),
        ("letter", "Yevgeny Zhukov", None),
        ("joint-statement", "Norway", "Poland", "United Kingdom", "2024-03-15"),
    }


def test_copies_are_one_dispatch(brief: Brief) -> None:
    claim = _claim_with(brief, "01-agency", "Belarusian officers had travelled to Asmara")
    assert any({"01-agency", "02-agency-copy"} <= set(d.reports) for d in claim.dispatches)


def test_what_is_denied_in_other_words_contradicts(brief: Brief) -> None:
    delivered, nothing = (
        _claim_with(brief, "07-update", "eingetroffen"),
        _claim_with(brief, "09-joint-statement", "has delivered nothing"),
    )
    assert nothing.id in {link.to for link in delivered.links if link.kind == "contradicts"}


def test_those_who_sign_one_statement_are_named_so(brief: Brief) -> None:
    claim = _claim_with(brief, "09-joint-statement", "any transfer of missiles")
    assert all(party.signed_with for party in claim.parties)


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
