"""A German form is a finite verb by its neighbours: not before its noun, after "zu" or a modal, beside "haben"."""

from __future__ import annotations

import pytest

from depesche.annotate.statements.clauses.boundaries import is_finite, is_reported
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech_files import load_speech
from depesche.records import SegmentKind
from depesche.text.tokens import tokenize


def frame_of(text: str) -> Frame:
    return Frame(list(tokenize(text)), 0, SegmentKind.BODY, {})


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Am Montag veröffentlichte die Bank neue Zahlen.", ["veröffentlichte"]),
        ("Eine am Montag veröffentlichte Studie sorgt für Streit.", ["sorgt"]),
        ("Die verletzte Frau rief um Hilfe.", ["rief"]),
        ("Ein Hund verletzte die Frau.", ["verletzte"]),
        ("Sie versprach, das Haus zu verkaufen.", ["versprach"]),
        ("Er will das Haus verkaufen.", ["will"]),
        ("Viele Bauern verkaufen ihre Höfe.", ["verkaufen"]),
        ("Der Zoll hat die Ware bestätigt.", ["hat"]),
        ("Der Zoll bestätigt den Fund.", ["bestätigt"]),
        ("Er sagt, dass der Konzern das Werk schließt.", ["sagt", "schließt"]),
        ("Berichte über den Fund gab es viele.", ["gab"]),
    ],
)
def test_finite_verbs(text: str, finite: list[str]) -> None:
    frame, speech = frame_of(text), load_speech("de")
    assert [t.text for j, t in enumerate(frame.tokens) if is_finite(frame, j, speech)] == finite


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Er handhabe das anders.", ["handhabe"]),
        ("Dort gäbe es keine Züge.", ["gäbe"]),
        ("Die offene Tür steht im Weg.", []),
        ("Das Werk schließt im Mai.", []),
    ],
)
def test_subjunctives(text: str, reported: list[str]) -> None:
    frame, speech = frame_of(text), load_speech("de")
    assert [t.text for j, t in enumerate(frame.tokens) if is_reported(frame, j, speech)] == reported
