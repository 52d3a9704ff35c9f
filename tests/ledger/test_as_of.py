"""The ledger as of a day is the ledger of what was published by then."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from benchmarks.stories.generate import generate
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Report
from depesche.serialize import brief_to_json


@cache
def stream(seed: int) -> tuple[AnnotatedReport, ...]:
    reports, _ = generate(14, seed)
    return tuple(annotate_report(Report(**r)) for r in reports)


def _shown(brief: Brief) -> dict[str, object]:
    return {key: value for key, value in brief_to_json(brief).items() if key != "as_of"}


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 3), st.integers(0, 8))
def test_the_ledger_as_of_a_day_knows_nothing_later(seed: int, days: int) -> None:
    reports = stream(seed)
    first = min(date.fromisoformat((r.report.published or "")[:10]) for r in reports)
    day = (first + timedelta(days=days)).isoformat()
    by_then = [r for r in reports if (r.report.published or "9999")[:10] <= day]
    assert _shown(make_brief(reports, Options(as_of=day))) == _shown(make_brief(by_then, Options()))


def test_an_undated_report_counts_only_without_as_of() -> None:
    reports = [annotate_report(Report("a", "The minister said the bridge had collapsed.", language="en"))]
    assert make_brief(reports, Options(as_of="2024-05-02")).claims == ()
    assert len(make_brief(reports, Options()).claims) == 1
