from __future__ import annotations

import pytest

from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Report
from depesche.text.display import one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n b\tc", "a b c"),
        ("a\x1b[31mred", "a\ufffd[31mred"),
        ("a\u202egnp.exe", "a\ufffdgnp.exe"),
        ("æ — “ok”", "æ — “ok”"),
    ],
)
def test_what_could_steer_a_display_is_replaced(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_a_report_cannot_steer_the_terminal() -> None:
    text = "Bridge shut\nThe mayor, \x1b]0;owned\x07 Ann Lee, said that the \x1b[2Jbridge was shut.\nIt is old.\n"
    page = build_page(make_brief([annotate_report(Report("r", text, language="en"))], Options()), "en")
    assert "\x1b" not in render_text(page)


def test_a_brief_of_nothing_says_so() -> None:
    page = build_page(make_brief([], Options()), "en")
    assert page.summary == page.words["nothing"]
