"""What is an occasion, who held it, what was taken from it, and when two reports tell of one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Occasion, OccasionKind, Report


def read(report_id: str, text: str, day: str = "2024-05-07", language: str = "en") -> AnnotatedReport:
    return annotate_report(Report(report_id, text, language=language, published=day))


def names(brief: Brief, entities: tuple[str, ...]) -> list[str]:
    by_id = {e.id: e.name for e in brief.entities}
    return [by_id[e] for e in entities]


def only(brief: Brief) -> Occasion:
    assert len(brief.occasions) == 1, [o.kind.value for o in brief.occasions]
    return brief.occasions[0]


def taken(brief: Brief, occasion: Occasion, *, going_on: bool = False) -> set[str]:
    """Return the words of what reports took from an occasion."""
    text = {s.statement: s.text for c in brief.claims for s in c.statements}
    return {text[s] for t in occasion.taken for s in (t.going_on if going_on else t.statements)}


BRIEFING = """The mayor of Velby, Ann Lee, said at a press conference in Velby on Monday that the bridge was safe.

Lee said the tunnel would open in June.

The engineer Ola Nilsen said the bridge had cracks.

Lee said the ferry would run again."""


def test_a_briefing_has_a_holder_a_day_a_place_and_what_was_said_there() -> None:
    brief = make_brief([read("a", BRIEFING)], Options())
    occasion = only(brief)
    assert occasion.kind is OccasionKind.BRIEFING
    assert names(brief, occasion.held_by) == ["Ann Lee"]
    assert occasion.when == "2024-05-06"
    assert names(brief, (occasion.place or "",)) == ["Velby"]
    assert taken(brief, occasion) == {"the bridge was safe"}


def test_the_same_voice_goes_on_until_another_speaks() -> None:
    brief = make_brief([read("a", BRIEFING)], Options())
    assert taken(brief, only(brief), going_on=True) == {"the tunnel would open in June"}


def test_a_joint_statement_has_its_signatories() -> None:
    text = "Norway and Poland said in a joint statement on Friday that the border would open in June."
    brief = make_brief([read("a", text)], Options())
    assert only(brief).kind is OccasionKind.JOINT_STATEMENT
    assert sorted(names(brief, only(brief).held_by)) == ["Norway", "Poland"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "holder"),
    [
        ("en", "In a letter to Ola Nilsen, Ann Lee wrote that the dam was leaking.", "letter", "Ann Lee"),
        ("da", "I et brev til Ola Nilsen skrev Ann Lee, at dæmningen lækkede.", "letter", "Ann Lee"),
        ("nb", "I et brev til Ola Nilsen skrev Ann Lee at demningen lekket.", "letter", "Ann Lee"),
        ("de", "In einem Brief an Ola Nilsen schrieb Ann Lee, dass der Damm undicht sei.", "letter", "Ann Lee"),
        ("pl", "Anna Nowak napisała w liście do Marka Wilka, że tama przecieka.", "letter", "Anna Nowak"),
    ],
)
def test_a_letter_has_a_writer_and_an_addressee(language: str, text: str, kind: str, holder: str) -> None:
    brief = make_brief([read("a", text, language=language)], Options())
    assert only(brief).kind.value == kind
    assert names(brief, only(brief).held_by) == [holder]
    assert len(only(brief).counterpart) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that the letter to the council had been lost.",
        "Ann Lee said that she would hold a press conference in Velby on Monday.",
        "After a press conference in Velby the police said that the road was open.",
        "The trade in letters has fallen, the post office said.",
    ],
)
def test_what_is_talked_about_is_no_occasion(text: str) -> None:
    assert make_brief([read("a", text)], Options()).occasions == ()


ONE_DAY = (
    "The minister Ann Lee said at a press conference on Monday that the old bridge was safe.",
    "At a news conference in Velby on Monday the minister Ann Lee said that the tunnel would open in June.",
    "In an interview on Monday the minister Ann Lee said that the ferry would run again.",
)


def test_one_speaker_s_briefing_of_one_day_is_one_in_two_reports() -> None:
    brief = make_brief([read("a", ONE_DAY[0]), read("b", ONE_DAY[1])], Options())
    occasion = only(brief)
    assert [t.report for t in occasion.taken] == ["a", "b"]
    assert occasion.why == "same kind, speaker and day"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (read("a", ONE_DAY[0]), read("b", ONE_DAY[2])),
        (read("a", ONE_DAY[0]), read("b", ONE_DAY[1], "2024-05-14")),
        (read("a", ONE_DAY[0]), read("b", ONE_DAY[1].replace("Ann Lee", "Ola Nilsen"))),
        (read("a", ONE_DAY[0].replace(" on Monday", "")), read("b", ONE_DAY[1].replace(" on Monday", ""))),
    ],
    ids=["another kind", "another day", "another speaker", "no day"],
)
def test_without_evidence_two_stay_two(one: AnnotatedReport, other: AnnotatedReport) -> None:
    assert len(make_brief([one, other], Options()).occasions) == 2


@settings(max_examples=10, deadline=None)
@given(st.permutations([read(f"r{n}", text) for n, text in enumerate((*ONE_DAY, BRIEFING))]))
def test_the_order_of_reports_changes_no_occasion(reports: list[AnnotatedReport]) -> None:
    expected = make_brief(sorted(reports, key=lambda r: r.id), Options()).occasions
    assert make_brief(reports, Options()).occasions == expected
