"""The page in its formats: what a reader finds, and what no report can do to it."""

from __future__ import annotations

import re

import pytest

from depesche.brief.html import render_html
from depesche.brief.markdown import render_markdown
from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.brief.select import select_about, select_confident, select_since
from depesche.errors import InputError
from depesche.ingest.read import read_reports
from depesche.lang.loader import languages
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Report
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def reports() -> list[AnnotatedReport]:
    return [annotate_report(r) for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)]


@pytest.fixture(scope="module")
def brief(reports: list[AnnotatedReport]) -> Brief:
    return make_brief(reports, Options())


def test_text_fits_eighty_columns(brief: Brief) -> None:
    assert max(len(line) for line in render_text(build_page(brief, "en")).splitlines()) <= 80


def test_the_lead_has_at_most_five_lines_each_with_a_reference(brief: Brief) -> None:
    lead = build_page(brief, "en").lead
    assert 3 <= len(lead) <= 5
    assert all(quote.refs for line in lead for quote in line.quotes)


@pytest.mark.parametrize("lang", languages())
def test_every_format_is_written_in_every_language(brief: Brief, lang: str) -> None:
    page = build_page(brief, lang)
    for text in (render_text(page), render_markdown(page), render_html(page, brief, lang)):
        assert page.words["ledger"] in text


def test_no_reference_stands_twice_in_a_line(brief: Brief) -> None:
    page = build_page(brief, "en")
    for row in (row for story in page.stories for row in story.rows):
        for voice in row.voices:
            assert len(set(voice.refs)) == len(voice.refs)


def test_html_loads_nothing_and_leads_every_reference_to_its_wording(brief: Brief) -> None:
    html = render_html(build_page(brief, "en"), brief, "en")
    assert not re.search(r"<script|<link|<img|src=|url\((?!#)", html)
    targets = set(re.findall(r'id="(r\d+-\d+-\d+)"', html))
    assert set(re.findall(r'href="#(r\d+-\d+-\d+)"', html)) <= targets


def test_what_a_report_holds_is_no_markup() -> None:
    text = 'The minister said the bridge <script>alert("x")</script> had *collapsed* in [Velby](http://x).'
    brief = make_brief([annotate_report(Report("a", text, language="en", published="2024-05-02"))], Options())
    page = build_page(brief, "en")
    assert "<script>" not in render_html(page, brief, "en")
    assert "<script>" not in render_markdown(page)


def test_max_claims_says_what_it_leaves_out(brief: Brief) -> None:
    page = build_page(brief, "en", 3)
    assert sum(len(story.rows) for story in page.stories) == 3
    assert page.left_out == len(brief.claims) - 3


def test_about_keeps_one_entity_s_claims(brief: Brief) -> None:
    kept = select_about(brief, "Jevgenij Zjukov")
    assert 0 < len(kept.claims) < len(brief.claims)
    with pytest.raises(InputError, match="Nobody At All"):
        select_about(brief, "Nobody At All")


def test_since_keeps_what_is_new(brief: Brief) -> None:
    kept = select_since(brief, "2024-03-15")
    assert kept.claims
    assert all(any(s.report == "09-joint-statement" for s in c.statements) for c in kept.claims)


def test_confidence_keeps_what_is_read_surely(brief: Brief) -> None:
    kept = select_confident(brief, 0.7)
    assert 0 < len(kept.claims) < len(brief.claims)
    assert all(max(s.confidence for s in c.statements if s.statement) >= 0.7 for c in kept.claims)


def test_without_a_party_its_word_is_gone(reports: list[AnnotatedReport]) -> None:
    left = make_brief(reports, Options(without=("United States",)))
    names = {e.name for e in left.entities for c in left.claims if e.id in c.asserted_by}
    assert "United States" not in names


def test_without_a_report_is_the_brief_of_the_others(reports: list[AnnotatedReport]) -> None:
    others = [r for r in reports if r.id != "04-broadcaster"]
    assert make_brief(reports, Options(without=("04-broadcaster",))) == make_brief(others, Options())
