"""Which words of a Danish or Norwegian sentence are finite verbs that report nothing, told by the word before them."""

from __future__ import annotations

import pytest

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech_files import load_speech
from depesche.records import SegmentKind
from depesche.text.tokens import tokenize

CASES = [
    ("da", "Ministeren leder et udvalg .", ["leder"]),
    ("da", "Avisens leder er skarp .", ["er"]),
    ("da", "Den planlagte fabrik lukker .", ["lukker"]),
    ("da", "De arbejdede i tre timer .", ["arbejdede"]),
    ("da", "De savnede turister er fundet .", ["er"]),
    ("da", "Hun vil være alene .", ["vil"]),
    ("da", "Broen ved havnen stod tom .", ["stod"]),
    ("nb", "Partiets planer stanser her .", ["stanser"]),
    ("nb", "Arbeidet begynner når prisene stiger .", ["stiger"]),
    ("nb", "Huset brant , og brannfolkene kom raskt .", ["brant", "kom"]),
]


@pytest.mark.parametrize(("lang", "text", "finite"), CASES)
def test_finite_verbs_of_a_sentence(lang: str, text: str, finite: list[str]) -> None:
    frame = Frame(list(tokenize(text, 0, len(text))), 0, SegmentKind.BODY, {})
    speech = load_speech(lang)
    assert [t.text for j, t in enumerate(frame.tokens) if is_finite(frame, j, speech)] == finite
