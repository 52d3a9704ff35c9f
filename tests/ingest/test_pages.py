"""Pages as sites make them: what is article, title, outlet and date, and what is no date at all."""

from __future__ import annotations

from pathlib import Path

from depesche.ingest.read import read_reports
from depesche.records import Report

PARAGRAPHS = (
    "Der Hafen von Norderby bleibt nach dem Sturm bis mindestens Freitag gesperrt, teilte die Behörde am Mittwoch mit.",
    "„Wir können die Sicherheit der Schiffe nicht garantieren“, sagte Hafenchefin Greta Lund vor Journalisten.",
    "Nach Angaben des Ministeriums wurden elf Menschen verletzt. Die Opposition forderte eine Untersuchung.",
)
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def read(tmp_path: Path, page: str) -> Report:
    (tmp_path / "page.html").write_text(page, "utf-8")
    (report,) = read_reports([str(tmp_path / "page.html")])
    assert isinstance(report, Report), str(report)
    return report


def test_a_portal_page_is_its_article(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        f"""<!DOCTYPE html><html lang="de"><head><title>Hafen gesperrt | Küstenblatt</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Hafen gesperrt",
"datePublished": "2024-02-14T09:15:00+01:00", "dateModified": "2024-02-15T10:00:00+01:00",
"publisher": {{"@type": "Organization", "name": "Küstenblatt"}}}}</script></head><body>
<div id="cookie">Wir verwenden Cookies.</div><nav><a href="/">Startseite</a><a href="/p">Politik</a></nav>
<article><h1>Hafen gesperrt</h1>{BODY}<h2>Kritik der Reeder</h2><p>Man sei nicht gefragt worden.</p></article>
<aside><a href="/x">Sturm trifft Bucht</a></aside><section id="comments"><p>Hans schreibt: Unfassbar!</p></section>
<footer>Impressum</footer></body></html>""",
    )
    assert (report.title, report.outlet) == ("Hafen gesperrt", "Küstenblatt")
    assert report.published == "2024-02-14T09:15:00+01:00"
    assert all(p in report.text for p in (*PARAGRAPHS, "Kritik der Reeder"))
    assert not any(w in report.text for w in ("Cookies", "Startseite", "Hans", "Impressum", "Bucht"))


def test_a_page_laid_out_as_a_table_is_read(tmp_path: Path) -> None:
    rows = "<br><br>".join(PARAGRAPHS)
    report = read(
        tmp_path, f"<html><body><table><tr><td><b>Hafen gesperrt</b><br>{rows}</td></tr></table></body></html>"
    )
    assert all(p in report.text.split("\n") for p in PARAGRAPHS)


def test_a_bare_year_on_the_page_is_no_date(tmp_path: Path) -> None:
    page = f"<html><head><title>Hafen</title></head><body><article>{BODY}</article><p>© 2024</p></body></html>"
    assert read(tmp_path, page).published is None
