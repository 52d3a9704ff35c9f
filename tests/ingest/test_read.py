from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depesche.errors import UnreadableReport
from depesche.ingest.decode import decode_text
from depesche.ingest.read import read_reports
from depesche.records import PublishedBy, Report

POLISH = "Zażółć gęślą jaźń, powiedział rzecznik. Śnieg spadł w Łodzi."
DANISH = "Ministeriet afviste påstanden. Også ø'en lukker."
PAGE = """<!doctype html><html><head><title>Bridge shut after storm</title>
<meta property="article:published_time" content="2024-02-14T09:15:00+01:00">
<meta property="og:site_name" content="Harbour News"></head><body><nav>Home</nav><article>
<h1>Bridge shut after storm</h1>
<p>The bridge over the fjord was shut on Monday after the storm, the council said in a statement to the press.</p>
<p>Traffic will go around the bay for at least three weeks, a spokesman added, and ferries will run every hour.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "utf-8"),
        (POLISH, "utf-8-sig"),
        (POLISH, "iso8859_2"),
        (POLISH, "cp1250"),
        (POLISH, "utf-16"),
        (POLISH, "utf-16-le"),
        (DANISH, "latin-1"),
        (DANISH, "cp1252"),
        (DANISH, "utf-16-be"),
        (DANISH, "utf-32"),
    ],
)
def test_encodings_are_read_to_the_character(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "report.txt") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 stuff", "is a PDF"),
        (b"PK\x03\x04abc", "is a ZIP"),
        (bytes(range(32)) * 40, "is binary"),
        ("Så sagde hun. Også på øen. Åh!".encode() + b"\xff" + b" og mere", "is broken UTF-8"),
        (b'<meta charset="cp1251"> \x98 ' + "слово".encode("cp1251") * 40, "is broken cp1251"),
    ],
)
def test_what_is_no_text_is_named_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason) as error:
        decode_text(data, "report.txt")
    assert "report.txt" in str(error.value)
    assert error.value.cure


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        assert isinstance(decode_text(data, "x"), str)
    except UnreadableReport as error:
        assert error.reason


def test_a_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (report,) = read_reports([str(tmp_path)])
    assert isinstance(report, Report)
    assert report.id == "page"
    assert report.title == "Bridge shut after storm"
    assert report.outlet == "Harbour News"
    assert report.published == "2024-02-14T09:15:00+01:00"
    assert report.published_by is PublishedBy.MARKUP
    assert "Home" not in report.text


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body></body></html>", "utf-8")
    (error,) = read_reports([str(tmp_path)])
    assert "without an article" in str(error)


def test_jsonl_keeps_text_to_the_character_and_names_the_broken_line(tmp_path: Path) -> None:
    text = "  First line.\r\n\u2028Second\u00a0line \u200b.\n"
    good = json.dumps({"id": "a", "text": text, "published": "2024-02-14", "language": "en"})
    lines = [
        good,
        "",
        '{"id": "b", "text": "Hei der"}',
        "{broken",
        '{"id": "a", "text": "Hei igjen"}',
        '{"text": "x"}',
        "[1]",
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(lines), "utf-8")
    found = list(read_reports([str(tmp_path / "r.jsonl")]))
    assert isinstance(found[0], Report)
    assert found[0].text == text
    assert isinstance(found[1], Report)
    messages = [str(e) for e in found[2:]]
    assert "line 4: is no JSON" in messages[0]
    assert "line 5" in messages[1]
    assert "line 1" in messages[1]
    assert 'line 6: has no "id"' in messages[2]
    assert "line 7" in messages[3]


@pytest.mark.parametrize("published", ["yesterday", "2024-13-01", "14.02.2024", "2024"])
def test_a_date_that_is_no_date_is_refused(tmp_path: Path, published: str) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "a", "text": "Some words", "published": published}), "utf-8")
    (error,) = read_reports([str(tmp_path / "r.jsonl")])
    assert "no ISO 8601 date" in str(error)


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(read_reports([str(tmp_path / "absent.txt"), str(tmp_path / "empty")]))
    assert "is not there" in str(found[0])
    assert "is a folder without reports" in str(found[1])


def test_standard_input_is_jsonl() -> None:
    (report,) = read_reports(["-"], ['{"id": "a", "text": "Words here"}\n'])
    assert isinstance(report, Report)


def test_two_files_with_one_name_are_an_error_that_names_both(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text("Some words here.", "utf-8")
    _, error = read_reports([str(tmp_path)])
    assert "one/same.txt" in str(error).replace("\\", "/")
    assert "two/same.txt" in str(error).replace("\\", "/")
