from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depesche.annotate.language import identify_language

CASES = [
    ("en", "The council said on Monday that the bridge would stay shut for three weeks, and that ferries would run."),
    (
        "da",
        "Kommunen oplyste mandag, at broen bliver lukket i tre uger, og at der vil sejle færger hver time i stedet.",
    ),
    ("nb", "Kommunen opplyste mandag at broen blir stengt i tre uker, og at det vil gå ferger hver time i stedet."),
    ("de", "Die Gemeinde teilte am Montag mit, dass die Brücke drei Wochen lang gesperrt bleibt und Fähren fahren."),
    ("pl", "Gmina podała w poniedziałek, że most będzie zamknięty przez trzy tygodnie i że będą kursować promy."),
    ("sv", "Kommunen meddelade i måndags att bron är stängd i tre veckor och att färjor går varje timme i stället."),
    (
        "fr",
        "La commune a annoncé lundi que le pont restera fermé pendant trois semaines et que des ferries circuleront.",
    ),
    ("ru", "Администрация сообщила в понедельник, что мост будет закрыт три недели и что будут ходить паромы."),
]


@pytest.mark.parametrize(("language", "text"), CASES)
@pytest.mark.parametrize("times", [1, 4])
def test_language_by_report(language: str, text: str, times: int) -> None:
    assert identify_language("\n".join([text] * times)) == language


@pytest.mark.parametrize("text", ["", "12 %", "—"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert identify_language(text) is None


@given(st.text(max_size=200))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    found = identify_language(text)
    assert found is None or 2 <= len(found) <= 3
