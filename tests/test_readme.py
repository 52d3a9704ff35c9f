"""The README shows what the example really prints."""

from __future__ import annotations

from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.ingest.read import read_reports
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Report
from tests.conftest import EXAMPLES, ROOT


def test_the_readme_shows_the_real_output() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = readme.split("```text\n", 1)[1].split("\n…\n```", 1)[0]
    reports = [annotate_report(r) for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)]
    printed = render_text(build_page(make_brief(reports, Options()), "en"))
    assert printed.startswith(shown), "run `make brief` and put the beginning of its output into README.md"


def test_every_page_the_readme_links_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    links = [part.split(")", 1)[0] for part in readme.split("](")[1:]]
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []
