"""Who is behind a statement: roles, pronouns, lists, governments, media that pass on; made-up reports."""

from __future__ import annotations

import pytest

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.statements import find_statements
from depesche.records import AnnotatedReport, Name, NameType, Report, SourceType, Span, Statement

P, ORG, C = NameType.PERSON, NameType.ORGANIZATION, NameType.COUNTRY


def read(language: str, text: str, names: dict[str, NameType]) -> tuple[Statement, ...]:
    """Annotate with the names given: every place where one stands, the same form the same entity."""
    segments = split_segments(text)
    found = [
        Name(Span(i, i + len(form)), kind, form, form, f"e-{form}")
        for form, kind in names.items()
        for i in range(len(text))
        if text.startswith(form, i)
    ]
    return find_statements(
        AnnotatedReport(
            report=Report(id="r", text=text, language=language),
            segments=segments,
            sentences=split_sentences(text, segments, language),
            names=tuple(sorted(found, key=lambda n: n.span)),
        )
    )


def who(statement: Statement) -> list[str]:
    return [source.name for source in statement.who]


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("en", "Ann Lowe, the mayor, said the bridge was safe.", {"Ann Lowe": P}, ["Ann Lowe"]),
        ("en", "Ann Lowe visited the bridge. She said it was safe.", {"Ann Lowe": P}, ["Ann Lowe"]),
        ("en", "Both Norway and Poland said the talks had failed.", {"Norway": C, "Poland": C}, ["Norway", "Poland"]),
        ("de", "Die Brücke sei sicher, sagte Bürgermeisterin Anna Berg am Montag.", {"Anna Berg": P}, ["Anna Berg"]),
        ("de", "Norwegen und Polen erklärten, die Gespräche seien gescheitert.", {"Norwegen": C, "Polen": C},
         ["Norwegen", "Polen"]),
        ("nb", "– Brua er trygg, sier ordfører Anne Berg.", {"Anne Berg": P}, ["Anne Berg"]),
        ("da", "Anne Berg mødte Jens Holm efter sejren over Sverige og Norge. Begge nægter, at broen lukker.",
         {"Anne Berg": P, "Jens Holm": P, "Sverige": C, "Norge": C}, ["Anne Berg", "Jens Holm"]),
        ("da", "Borgmester Anne Berg siger, at broen er sikker.", {"Anne Berg": P}, ["Anne Berg"]),
        ("pl", "Anna Nowak obejrzała most. Powiedziała, że jest bezpieczny.", {"Anna Nowak": P}, ["Anna Nowak"]),
    ],
)  # fmt: skip
def test_who(language: str, text: str, names: dict[str, NameType], expected: list[str]) -> None:
    statements = read(language, text, names)
    assert [who(s) for s in statements] == [expected]


def test_a_quotation_that_goes_on_is_its_speakers() -> None:
    found = read("en", '"We stay," said Ann Lowe. "We always have."', {"Ann Lowe": P})
    assert [(who(s), bool(s.cue)) for s in found] == [(["Ann Lowe"], True), (["Ann Lowe"], False)]


def test_dash_paragraphs_wait_for_their_speaker() -> None:
    found = read("nb", "Brua er stengt.\n– Vi blir her.\n– Og vi venter, sier Anne Berg.", {"Anne Berg": P})
    assert [who(s) for s in found] == [["Anne Berg"], ["Anne Berg"]]


def test_the_medium_told_is_a_relay() -> None:
    (found,) = read("en", "Ann Lowe told Reuters that the bridge was safe.", {"Ann Lowe": P, "Reuters": ORG})
    assert who(found) == ["Ann Lowe"]
    assert [r.name for r in found.relay] == ["Reuters"]


def test_a_medium_that_passes_on_is_a_relay_of_what_it_reports() -> None:
    names = {"Anne Berg": P, "NTB": ORG}
    (found,) = read("nb", "Anne Berg lover å bygge brua om igjen, skriver NTB.", names)
    assert who(found) == ["Anne Berg"]
    assert [r.name for r in found.relay] == ["NTB"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A spokesman said the bridge was safe.", SourceType.ROLE),
        ("Two officials said the bridge was safe.", SourceType.COLLECTIVE),
        ("A source said the bridge was safe.", SourceType.ANONYMOUS),
    ],
)
def test_types_of_sources(text: str, kind: SourceType) -> None:
    (found,) = read("en", text, {})
    assert [w.type for w in found.who] == [kind]


def test_hearsay_has_no_speaker() -> None:
    (found,) = read("de", "Der Buchhalter soll das Geld mit nach Hause genommen haben.", {})
    assert found.hedged
    assert not found.who


def test_captions_yield_nothing() -> None:
    text = "The bridge was closed on Monday.\nAnn Lowe said it was safe. Photo: Reuters\nThe work goes on."
    assert not read("en", text, {"Ann Lowe": P})
