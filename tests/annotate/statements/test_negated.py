"""Negated cues turn: "did not confirm" declines, "did not deny" reports nothing, "schloss nicht aus" asserts."""

from __future__ import annotations

from pathlib import Path

import pytest

from depesche.pipeline import annotate_report
from depesche.records import Report

LINES = (Path(__file__).parent / "negated.tsv").read_text("utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")][1:]


@pytest.mark.parametrize(("language", "act", "still_open", "text"), CASES, ids=lambda cell: str(cell)[:50])
def test_act_of_a_negated_cue(
    language: str, act: str, still_open: str, text: str, request: pytest.FixtureRequest
) -> None:
    if still_open:
        request.applymarker(pytest.mark.xfail(reason="the engine's negation is not that far", strict=False))
    report = annotate_report(Report(id="case", text=text, language=language))
    assert [s.act.value for s in report.statements] == ([] if act == "none" else [act])
