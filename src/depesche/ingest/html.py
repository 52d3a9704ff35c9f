"""HTML -> Report: the article of a page through trafilatura, with the metadata the page states."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import urlsplit

from depesche.errors import UnreadableReport
from depesche.records import PublishedBy, Report
from depesche.settings import MAX_HTML_CHARS, MIN_ARTICLE_WORDS, MIN_LOOSE_WORDS

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|meta)\b", re.I | re.S
)
_WORD = re.compile(r"[^\W\d_]+")
_TABLE = re.compile(r"<(/?)(?:table|tbody|tr|td|th|center|font)\b[^<>]{0,500}>", re.I)
_BREAK = re.compile(r"(?:<br\s{0,9}/?>\s{0,99}){2,99}|<br\s{0,9}/?>", re.I)
_PUBLISHER = re.compile(r'"publisher"\s{0,9}:\s{0,9}\{[^{}]{0,300}?"name"\s{0,9}:\s{0,9}"([^"\\]{1,80})"')
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_TIMED = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)")


def is_html(text: str) -> bool:
    """Say whether a text opens like an HTML page, whatever its file is called."""
    return bool(_LOOKS_LIKE_HTML.match(text[:4096]))


def _article(text: str, source: str) -> dict[str, Any]:
    """Return what trafilatura finds; a page laid out as a table is read a second time, less strictly."""
    for strict, least in ((True, MIN_ARTICLE_WORDS), (False, MIN_LOOSE_WORDS)):
        found = _extract(text, source, strict)
        if len(_WORD.findall(str(found.get("text") or ""))) >= least:
            return found
    raise UnreadableReport(source, "is an HTML page without an article", "give the page of one report, or its text")


def _extract(text: str, source: str, strict: bool) -> dict[str, Any]:
    import trafilatura  # slow to import, and only pages need it

    try:
        found = trafilatura.extract(
            text if strict else _TABLE.sub(r"<\1div>", _BREAK.sub("</p><p>", text)),
            output_format="json",
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_precision=strict,
            favor_recall=not strict,
        )
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableReport(
            source, f"is HTML that can't be parsed ({error})", "save the page again, or give its text"
        ) from None
    loaded: dict[str, Any] = json.loads(found) if found else {}
    return loaded


def _published(text: str, by_library: str | None) -> str | None:
    """Prefer an instant with its zone, as metadata often states it, over the library's day."""
    for name in ("article:published_time", "datePublished", "og:published_time", "date"):
        spot = text.find(name)
        stated = _TIMED.search(text, spot, spot + 300) if spot >= 0 else None
        if stated and (not by_library or stated.group(1) == by_library):
            zone = "+00:00" if stated.group(3) == "Z" else stated.group(3)
            zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
            return f"{stated.group(1)}T{stated.group(2)}:00{zone}"
    if not by_library or not _DAY.fullmatch(by_library):
        return None
    year, month, day = by_library.split("-")
    written = (by_library, f"{year}/{month}/{day}", f"{year}{month}{day}", f"{day}.{month}.{year}")
    # the library makes the first of January of a bare year; that day counts only where the page writes it
    return by_library if (month, day) != ("01", "01") or any(form in text for form in written) else None


def _outlet(text: str, found: dict[str, Any]) -> str | None:
    """Return the paper's name: as metadata has it, else the publisher of the page's JSON-LD, else its host."""
    name = found.get("source-hostname") or found.get("sitename")
    if not name or name == found.get("hostname"):
        stated = _PUBLISHER.search(text)
        name = html.unescape(stated[1]) if stated else name or found.get("hostname")
    return str(name) if name else None


def read_html(text: str, report_id: str, source: str) -> Report:
    """Return the article of a page as a report; its `text` is the extracted text, one block a line.

    Raises:
        UnreadableReport: no article is found, or the page is too large.
    """
    if len(text) > MAX_HTML_CHARS:
        raise UnreadableReport(
            source,
            f"is an HTML page of {len(text)} characters, over the limit of {MAX_HTML_CHARS}",
            "give its text",
        )
    found = _article(text, source)
    body = str(found["text"]).strip()
    title = str(found["title"]).strip() if found.get("title") else None
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    published = _published(text, found.get("date"))
    url = found.get("source") or found.get("url")
    return Report(
        id=report_id,
        text=body,
        title=title,
        outlet=_outlet(text, found),
        url=str(url) if url and urlsplit(str(url)).scheme in ("http", "https") else None,
        published=published,
        published_by=PublishedBy.MARKUP if published else None,
    )
