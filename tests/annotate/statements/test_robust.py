"""Whatever the text: no exception, spans inside it, the same answer twice, work in proportion to its length."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.statements import find_statements
from depesche.records import AnnotatedReport, Name, NameType, Report, Span, Statement

LANGUAGES = ("da", "de", "en", "nb", "pl", "xx", None)
SAID = "said sagte sier siger powiedział according to laut ifølge według that dass at że wollte nicht vil ikke nie"
MORE = "he er han on the der den minister Berg Anna Nowak Oslo 15. U.S. soll haben , . ; : ? ! … – - ( )"
WORDS = (*SAID.split(" "), *MORE.split(" "), *"\"“”„«»‘’'", "\n", "\n\n")


def annotated(text: str, language: str | None) -> AnnotatedReport:
    segments = split_segments(text)
    sentences = split_sentences(text, segments, language)
    names = tuple(
        Name(Span(t.start, t.end), NameType.PERSON, t.text, t.text, f"e-{t.lower}")
        for s in sentences
        for t in s.tokens
        if t.text in ("Berg", "Anna", "Nowak")
    )
    report = Report(id="x", text=text, language=language)
    return AnnotatedReport(report=report, segments=segments, sentences=sentences, names=names)


def check(text: str, statements: tuple[Statement, ...]) -> None:
    assert list(statements) == sorted(statements, key=lambda s: s.content[0].start)
    for s in statements:
        assert s.content
        assert 0 <= s.confidence <= 1
        for start, end in (*s.content, *s.cue, *s.speaker, *(r.span for r in s.relay)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=80), st.sampled_from(LANGUAGES), st.booleans())
def test_any_mixture_of_words_and_marks(words: list[str], language: str | None, spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    report = annotated(text, language)
    found = find_statements(report)
    check(text, found)
    assert find_statements(report) == found


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str | None) -> None:
    check(text, find_statements(annotated(text, language)))


@pytest.mark.parametrize("mark", ['"', "“", "”", "„", "«", "»", "'", "’", "–", "(", ",", ":"])
@pytest.mark.parametrize("language", ["da", "de", "en", "nb", "pl"])
def test_ten_thousand_marks(mark: str, language: str) -> None:
    for text in (mark * 10_000, f"{mark} " * 10_000, f"ord {mark}" * 5_000, f"{mark}ord\n" * 5_000):
        check(text, find_statements(annotated(text, language)))


LONG = {
    "en": "Anna Berg said on Monday that the bridge was closed, and the mayor denied it. ",
    "de": "Anna Berg sagte am Montag, dass die Brücke gesperrt sei, und der Bürgermeister bestritt das. ",
    "nb": "– Brua er stengt, sier Anna Berg. Ordføreren hevder at den er åpen. ",
    "pl": "Anna Nowak powiedziała w poniedziałek, że most jest zamknięty. „Tak” – dodała. ",
    "da": "»Broen er lukket,« siger Anna Berg. Ifølge borgmesteren er den åben. ",
}


def work(text: str, language: str) -> int:
    """Count the calls, of functions and built-ins, that a report takes."""
    report, count = annotated(text, language), 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        find_statements(report)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("language", sorted(LONG))
@pytest.mark.parametrize("joint", ["", "\n"])
def test_work_grows_with_length_alone(language: str, joint: str) -> None:
    sentence = LONG[language] + joint
    work(sentence, language)  # loads the data
    small, large = work(sentence * 50, language), work(sentence * 400, language)
    assert large < small * 8 * 1.5, f"{small} calls for 1, {large} calls for 8"


def test_a_line_of_a_million_characters() -> None:
    text = "Anna Berg said that " + "word " * 200_000
    check(text, find_statements(annotated(text, "en")))
