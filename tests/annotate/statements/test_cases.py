"""Sentences of our own with the statements a reader finds in them, a file a language.

A line holds `language`, `text` and `statements`: content, speaker (words as they stand, spans joined by " … "), act
and, where it matters, `who` and `relay` (names, in order) and `hedged`. A statement found beyond those listed fails
the case.
`open` names what the engine can't do yet: such a case may fail, and is told when it passes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Report, Span, Statement

FOLDER = Path(__file__).parent
CASES = [
    json.loads(line)
    for path in sorted(FOLDER.glob("cases_*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]


def _words(text: str) -> str:
    """The text's letters and digits: marks at the edges of a span are judged elsewhere."""
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def _found(report: AnnotatedReport, expected: dict[str, Any], statement: Statement) -> dict[str, Any]:
    def wording(spans: tuple[Span, ...]) -> str:
        return " … ".join(report.text[a:b] for a, b in spans)

    out: dict[str, Any] = {
        "content": _words(wording(statement.content)),
        "speaker": _words(wording(statement.speaker)),
        "act": statement.act.value,
    }
    if "who" in expected:
        out["who"] = [source.name for source in statement.who]
    if "relay" in expected:
        out["relay"] = [relay.name for relay in statement.relay]
    if "hedged" in expected:
        out["hedged"] = statement.hedged
    return out


def _wanted(expected: dict[str, Any]) -> dict[str, Any]:
    return {**expected, "content": _words(expected["content"]), "speaker": _words(expected["speaker"])}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:50]}")
def test_statements_of_a_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "open" in case:
        request.applymarker(pytest.mark.xfail(reason=case["open"], strict=False))
    report = annotate_report(Report(id="case", text=case["text"], language=case["language"]))
    found = sorted(report.statements, key=lambda s: s.content[0])
    expected = case["statements"]
    blank: dict[str, Any] = {}
    got = [_found(report, expected[i] if i < len(expected) else blank, s) for i, s in enumerate(found)]
    assert got == [_wanted(e) for e in expected]
