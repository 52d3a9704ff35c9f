"""Quotation marks in all their local forms, unbalanced ones, dash speech, quotations over paragraphs."""

from __future__ import annotations

import pytest

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.statements.frames.dashes import find_dash_speech
from depesche.annotate.statements.frames.lost_marks import mend_lost_marks
from depesche.annotate.statements.frames.marks import find_quotations
from depesche.lang.schema.speech_files import load_speech
from depesche.records import Sentence


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    return split_sentences(text, split_segments(text), language)


def quoted(text: str, language: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text, sentences(text, language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He said: “We stay here.”", "en"),
        ('He said: "We stay here."', "en"),
        ("He said: 'We stay here.'", "en"),
        ("He said: ‘We stay here.’", "en"),
        ("Er sagte: „We stay here.“", "de"),
        ("Er sagte: »We stay here.«", "de"),
        ("Er sagte: «We stay here.»", "de"),
        ("Er sagte: ‚We stay here.‘", "de"),
        ("Han sagde: »We stay here.«", "da"),
        ("Han sagde: ”We stay here.”", "da"),
        ("Han sa: «We stay here.»", "nb"),
        ("Powiedział: „We stay here.”", "pl"),
    ],
)
def test_local_pairs(text: str, language: str) -> None:
    assert quoted(text, language) == ["We stay here."]


def test_apostrophes_are_no_quotations() -> None:
    assert quoted("The carmakers' fears aren't Berg's, and it's 'rock 'n' roll' of the '90s.", "en") != []
    assert quoted("The carmakers' fears aren't Berg's.", "en") == []


def test_an_inner_quotation_stays_inside() -> None:
    assert quoted("“He called it ‘a joke’ and left,” she said.", "en") == ["He called it ‘a joke’ and left,"]


def test_a_mark_after_a_space_closes_before_its_verb() -> None:
    text = 'Vi bliver her, "sagde Berg.'
    cues = frozenset({"sagde"})
    found = find_quotations(text, sentences(text, "da"), cues)
    assert [text[q.inner.start : q.inner.end] for q in found] == ["Vi bliver her,"]
    assert not found[0].opened


@pytest.mark.parametrize(
    "text",
    [
        "`` We stay here, '' said Cole, `` whatever comes. ''",
        "“ We stay here, ” said Cole, “ whatever comes. ”",
        '" We stay here, " said Cole, " whatever comes. "',
    ],
)
def test_marks_apart_from_their_words_open_and_close_by_turns(text: str) -> None:
    assert quoted(text, "en") == ["We stay here,", "whatever comes."]


def test_a_mark_apart_from_words_that_nothing_closes_is_none() -> None:
    assert quoted('The screen is 5 " wide. Cole said so.', "en") == []


def test_an_open_quotation_ends_with_its_paragraph_when_the_next_opens_another() -> None:
    text = "She said: “We stay.\nHe said: “We go.”"
    assert quoted(text, "en") == ["We stay.", "We go."]


def test_a_quotation_over_two_paragraphs() -> None:
    text = "“We stay.\nWe do not go,” she said."
    assert quoted(text, "en") == ["We stay.\nWe do not go,"]


def test_each_paragraph_may_open_the_quotation_again() -> None:
    text = "“We stay.\n“We do not go,” she said."
    assert quoted(text, "en") == ["We stay.", "We do not go,"]


def test_single_marks_over_paragraphs_close_behind_a_full_stop() -> None:
    text = "She said: 'We stay.\nThe miners' wives stay too.\nNobody leaves.'"
    assert quoted(text, "en") == ["We stay.\nThe miners' wives stay too.\nNobody leaves."]


def test_single_marks_each_paragraph_may_open_again() -> None:
    text = "She said: 'We stay.\n'We won't go.'"
    assert quoted(text, "en") == ["We stay.", "We won't go."]


def test_the_same_marks_within_a_quotation() -> None:
    assert quoted('"They call it "art," and leave," she said.', "en") == ['They call it "art," and leave,']
    text = '"I saw no sense in it.\nNot in his "art" nor in yours.\nSo I left," she said.'
    assert quoted(text, "en") == [text.split('," she')[0][1:] + ","]


def test_an_apostrophe_does_not_end_a_quotation_over_paragraphs() -> None:
    text = '"They bullied me.\nThey took the boys\' coats.\nThen they left," he said.'
    assert quoted(text, "en") == ["They bullied me.\nThey took the boys' coats.\nThen they left,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He wrote: "We like it here.\nIt is cold.\nBut we stay.\nThe town is old.\nThe school is new.', 3),
        ('He wrote: "We like it here.\nThe town is old.\nThe school is new.', 1),
        ("He wrote: \"We like it here.\nIt is cold.\nIt is far.\nThe wine is bad.\nThe school is new.'\nSo it is.", 5),
        ("He wrote: \"We like it here.\nThe school is new.'\nSo it is.", 2),
        ('The town.\n"We like it here."\nIt is cold.\nBut the school is new."\nSo it is.', 3),
        ('The town.\n"We like it here," he said.\nIt is cold.\nBut the school is new."\nSo it is.', 1),
    ],
)
def test_a_speech_with_a_lost_mark_ends_where_its_paragraphs_tell(text: str, expected: int) -> None:
    inside = sentences(text, "en")
    found = mend_lost_marks(find_quotations(text, inside), inside, load_speech("en"))
    assert text[found[0].inner.start : found[0].inner.end].count("\n") + 1 == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("– Vi blir her, sier Berg.", "nb", ["Vi blir her"]),
        ("- Vi bliver her. Altid, siger Berg til DR.", "da", ["Vi bliver her. Altid"]),
        ("– Zostajemy – powiedział Nowak. – Na zawsze.", "pl", ["Zostajemy", "Na zawsze."]),
        ("Berg er sint. – Vi blir her, sier hun.", "nb", ["Vi blir her"]),
        ("– Blir dere? spør Berg.", "nb", ["Blir dere?"]),
        ("- melk og brød\n- ost", "nb", []),
    ],
)
def test_dash_speech(text: str, language: str, expected: list[str]) -> None:
    found = find_dash_speech(sentences(text, language), load_speech(language))
    assert [text[q.inner.start : q.inner.end] for q in found] == expected


def mended(text: str, language: str) -> list[str]:
    split = sentences(text, language)
    found = mend_lost_marks(find_quotations(text, split), split, load_speech(language))
    return [text[q.inner.start : q.inner.end] for q in found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('Berg wrote: "The kiln is cold.\n"Nobody has paid for coal.\n"The shop is shut," and left.', "en"),
        ("She added: 'The kiln is cold.\n'Nobody has paid for coal.\n'The shop is shut.'", "en"),
        ("Sie schrieb: „Der Ofen ist kalt.\n„Niemand hat Kohle bezahlt.\n„Der Laden ist zu.“", "de"),
        ("Hun skrev: «Ovnen er kald.\n«Ingen har betalt for kull.\n«Butikken er stengt.»", "nb"),
    ],
)
def test_a_speech_taken_up_by_an_opening_mark_is_one(text: str, language: str) -> None:
    assert len(mended(text, language)) == 1
    assert mended(text, language)[0].count("\n") == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('Berg wrote: "The kiln is cold.\nWe have no coal.\nThe shop will open on Monday.', "en"),
        ("Berg schrieb: „Der Ofen ist kalt.\nUns fehlt die Kohle.\nDer Laden öffnet am Montag.", "de"),
        ('Berg skrev: "Ovnen er kold.\nVi mangler kul.\nButikken åbner mandag.', "da"),
        (
            "Berg napisała: „Piec jest zimny.\nNie mamy węgla, bo zapłaciliśmy za późno.\nSklep ruszy w poniedziałek.",
            "pl",
        ),
    ],
)
def test_a_lost_closing_mark_leaves_the_lines_that_say_we(text: str, language: str) -> None:
    (found,) = mended(text, language)
    assert found.count("\n") == 1


def test_a_lost_opening_mark_leaves_the_lines_that_say_we() -> None:
    text = 'The kiln stood still.\nWe have no coal.\nIt is a shame," Berg said.'
    assert mended(text, "en") == ["We have no coal.\nIt is a shame,"]
