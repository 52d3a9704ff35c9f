"""Sentences as the news writes them: every time is found with its value, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from depesche.annotate.times import find_times

from .paragraphs import sentences

PUBLISHED = "2024-09-18"  # a Wednesday
LANGUAGES = ("en", "da", "nb", "de", "pl")
_MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def read_cases(lang: str) -> list[str]:
    lines = (Path(__file__).parent / f"cases_{lang}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


CASES = [(lang, line) for lang in LANGUAGES for line in read_cases(lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_sixty_sentences(lang: str) -> None:
    assert len(read_cases(lang)) >= 60


@pytest.mark.parametrize(("lang", "line"), CASES)
def test_times_of_a_news_sentence(lang: str, line: str) -> None:
    text = _MARKED.sub(r"\1", line)
    found = find_times(text, sentences(text, lang), lang, PUBLISHED)
    assert [(text[t.span.start : t.span.end], t.value) for t in found] == _MARKED.findall(line)
