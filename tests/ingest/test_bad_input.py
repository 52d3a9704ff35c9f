"""Input nobody should give: each is named with its cure, and the reports beside it are read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from depesche.errors import JudgementError, UnreadableReport
from depesche.ingest.judgements import read_judgements
from depesche.ingest.read import read_reports
from depesche.records import Report
from depesche.settings import MAX_REPORT_CHARS

GOOD = "The bridge is shut, the council said on Monday."


def problems(*paths: Path | str) -> list[str]:
    found = list(read_reports([str(p) for p in paths]))
    assert all(item.cure for item in found if isinstance(item, UnreadableReport))
    return [str(item) for item in found if isinstance(item, UnreadableReport)]


def lines(tmp_path: Path, *rows: str | bytes) -> Path:
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"\n".join(r if isinstance(r, bytes) else r.encode() for r in rows))
    return path


def report_line(**fields: object) -> str:
    return json.dumps({"id": "a", "text": GOOD, **fields})


def test_a_report_as_long_as_a_dump_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("word " * (MAX_REPORT_CHARS // 5 + 1), "utf-8")
    (message,) = problems(tmp_path)
    assert "over the limit" in message


def test_loops_links_and_things_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text(GOOD, "utf-8")
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(read_reports([str(tmp_path)]))
    assert [r.id for r in found if isinstance(r, Report)] == ["one"]
    messages = problems(tmp_path)
    assert len(messages) == 2
    assert "is a link to nowhere.txt, which is not there" in messages[0]
    assert "self.txt: can't be read" in messages[1]
    assert "is empty" in problems(tmp_path / "pipe.txt")[0]
    assert "is a device or socket" in problems(os.devnull)[0]
    assert "is an empty path" in problems("")[0]


def test_other_formats_in_a_folder_are_named_and_pictures_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.png").write_bytes(b"\x89PNG")
    (message,) = problems(tmp_path)
    assert "a.pdf: is a PDF" in message


def test_a_name_that_is_no_utf8_gives_a_printable_id(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/br\xe5.txt"
    Path(os.fsdecode(path)).write_text(GOOD, "utf-8")
    (report,) = read_reports([os.fsdecode(path)])
    assert isinstance(report, Report)
    assert report.id.encode("utf-8")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"id": "x", "te', "is no JSON"),
        (b"\x00\x00", "is no JSON"),
        ("[" * 100_000, "nested too deep"),
        ('{"a":' * 100_000, "nested too deep"),
        ('{"id": "x", "text": "ok", "n": ' + "9" * 5000 + "}", "a number too long"),
        ('{"id": "x", "text": "half \\ud800"}', 'half a surrogate pair in its "text"'),
        ('{"id": "x", "text": "ok", "title": "\\udfff"}', 'half a surrogate pair in its "title"'),
        (b'{"id": "x", "text": "bad \xff byte"}', "is no UTF-8 (byte 25 is 0xff)"),
        ('{"id": "x", "text": "ok", "language": "../en"}', "no language code"),
        ('{"id": "a", "text": "again"}', "line 1 has too"),
        ("null", "no object"),
    ],
)
def test_one_bad_line_spoils_no_other(tmp_path: Path, row: str | bytes, reason: str) -> None:
    path = lines(tmp_path, report_line(), row, report_line(id="b"))
    found = list(read_reports([str(path)]))
    assert [r.id for r in found if isinstance(r, Report)] == ["a", "b"]
    (message,) = problems(path)
    assert "line 2" in message
    assert reason in message


def test_byte_order_marks_crlf_and_line_separators_in_jsonl(tmp_path: Path) -> None:
    inside = json.dumps({"id": "b", "text": "one\u2028two \u0085 three"}, ensure_ascii=False)
    data = ("\ufeff" + report_line() + "\r\n" + inside + "\r\n").encode()
    (tmp_path / "r.jsonl").write_bytes(data)
    one, two = read_reports([str(tmp_path)])
    assert isinstance(one, Report) and one.text == GOOD
    assert isinstance(two, Report) and two.text == "one\u2028two \u0085 three"
    (tmp_path / "r.jsonl").write_bytes(data.decode().encode("utf-16"))
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-02-14", "2024-02-14"),
        (" 2024-02-14\n", "2024-02-14"),
        ("2024-02-14 09:15", "2024-02-14"),
        ("2024-02-14T09:15:00Z", "2024-02-14T09:15:00+00:00"),
        ("2024-02-14t09:15:00z", "2024-02-14T09:15:00+00:00"),
        ("2024-02-14T09:15+0100", "2024-02-14T09:15+01:00"),
        ("2024-02-14T09:15:00+01", "2024-02-14T09:15:00+01:00"),
        ("2024-02-14T09:15:00,5Z", "2024-02-14T09:15:00.5+00:00"),
        ("", None),
    ],
)
def test_publication_dates_as_people_write_them(tmp_path: Path, given: str, read: str | None) -> None:
    (report,) = read_reports([str(lines(tmp_path, report_line(published=given)))])
    assert isinstance(report, Report)
    assert report.published == read


@pytest.mark.parametrize(
    "given",
    ["2024-02-30", "2024-02-14T29:15:00Z", "0000-01-01", "2024-02-14T09:15:00+99:99", "１２３４-01-01", "2024-W07"],
)
def test_dates_that_no_calendar_has(tmp_path: Path, given: str) -> None:
    (message,) = problems(lines(tmp_path, report_line(published=given)))
    assert "no ISO 8601 date" in message


def test_an_empty_jsonl_file_is_named(tmp_path: Path) -> None:
    assert "is empty" in problems(lines(tmp_path, "", " "))[0]
    assert [str(e) for e in read_reports(["-"], [])] == [
        'standard input: is empty; give one report a line: {"id": …, "text": …}'
    ]


@pytest.mark.parametrize(
    "page", ["<html><body><nav><a href='/'>Home</a></nav></body></html>", "<html>" + "<div>" * 20_000]
)
def test_a_page_of_navigation_or_of_nothing_but_nesting_has_no_article(tmp_path: Path, page: str) -> None:
    (tmp_path / "p.html").write_text(page, "utf-8")
    assert "without an article" in problems(tmp_path)[0]


MADE = '"left": "a", "right": "b", "author": "x", "reason": "r"'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "is no JSON"),
        ('{"n": ' + "9" * 5000 + "}", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "no JSON object"),
        ('{"kind": "same"}', "lacks left"),
        ('{"kind": [], "time": "2024-01-01", ' + MADE + "}", "lacks kind"),
        ('{"kind": "equal", "time": "2024-01-01", ' + MADE + "}", "has the kind 'equal'"),
        ('{"kind": "same", "time": "yesterday", ' + MADE + "}", "has the time 'yesterday'"),
        ('{"kind": "copy", "time": "2024-01-01", ' + MADE.replace('"b"', '"a"') + "}", "names 'a' twice"),
    ],
)
def test_a_judgement_that_is_none_names_its_line(tmp_path: Path, line: str, reason: str) -> None:
    good = '{"kind": "same", "time": "2024-01-01", ' + MADE + "}"
    (tmp_path / "j.jsonl").write_text(f"{good}\r\n\n{line}\n", "utf-8")
    with pytest.raises(JudgementError, match="line 3") as error:
        read_judgements(str(tmp_path / "j.jsonl"))
    assert reason in str(error.value)
