"""Every entry of speech.toml has an example; most yield the statement the entry stands for."""

from __future__ import annotations

import pytest

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.statements import find_statements
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Report, Statement

LANGUAGES = ("da", "de", "en", "nb", "pl")
FOUND = 0.85  # share of examples that must yield a statement; raise it as the engine learns


def statements(language: str, text: str) -> tuple[Statement, ...]:
    segments = split_segments(text)
    report = AnnotatedReport(
        report=Report(id="example", text=text, language=language),
        segments=segments,
        sentences=split_sentences(text, segments, language),
    )
    return find_statements(report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_an_example(language: str) -> None:
    bare = [name for name, example in load_speech(language).examples if not example]
    assert not bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_yield_statements(language: str) -> None:
    examples = load_speech(language).examples
    silent = [f"{name}: {example}" for name, example in examples if not statements(language, example)]
    share = 1 - len(silent) / len(examples)
    assert share >= FOUND, f"{share:.3f} of {len(examples)}; without a statement:\n" + "\n".join(silent)
