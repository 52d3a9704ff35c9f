"""The drawing of who has it from whom: every report is a dot that leads to its text, every shared text an arrow."""

from __future__ import annotations

import re

import pytest

from depesche.brief.html import render_html
from depesche.brief.page import build_page
from depesche.ingest.read import read_reports
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, Report
from depesche.settings import DRAWN_REPORTS
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def brief() -> Brief:
    reports = [annotate_report(r) for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)]
    return make_brief(reports, Options())


def test_every_report_is_a_dot_of_its_own(brief: Brief) -> None:
    drawing = build_page(brief, "en").drawing
    assert drawing is not None
    assert sorted(dot.number for dot in drawing.dots) == list(range(1, 10))
    assert len({(dot.x, dot.y) for dot in drawing.dots}) == 9
    assert all(0 < dot.x < drawing.width and 0 < dot.y < drawing.height for dot in drawing.dots)


def test_a_copy_lies_in_the_row_of_its_source(brief: Brief) -> None:
    drawing = build_page(brief, "en").drawing
    assert drawing is not None
    row = {dot.number: dot.y for dot in drawing.dots}
    assert row[1] == row[2] == row[3]
    assert row[4] != row[1]
    assert "[2] is a copy of [1]" in {arrow.title for arrow in drawing.arrows}


def test_later_reports_lie_further_right(brief: Brief) -> None:
    drawing = build_page(brief, "en").drawing
    assert drawing is not None
    column = {dot.number: dot.x for dot in drawing.dots}
    assert column[5] < column[1] < column[3] < column[6] < column[9]


def test_dots_lead_to_their_reports(brief: Brief) -> None:
    html = render_html(build_page(brief, "en"), brief, "en")
    assert set(re.findall(r'<a href="#(report-\d+)" aria-label', html)) <= set(re.findall(r'id="(report-\d+)"', html))


def test_more_reports_than_can_be_read_are_not_drawn() -> None:
    reports = [annotate_report(Report(f"r{n}", "The bridge is shut.", language="en")) for n in range(DRAWN_REPORTS + 1)]
    assert build_page(make_brief(reports, Options()), "en").drawing is None
