"""PATH... -> reports: files and folders in the order given, folders in the order of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from depesche.errors import DuplicateId, UnreadableReport
from depesche.ingest.decode import decode_text
from depesche.ingest.html import is_html, read_html
from depesche.ingest.jsonl import read_jsonl
from depesche.records import Report
from depesche.settings import MAX_REPORT_BYTES, MIN_LETTERS

TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ""})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
JSONL_ENDINGS = frozenset({".jsonl", ".ndjson"})
READABLE = TEXT_ENDINGS | HTML_ENDINGS | JSONL_ENDINGS

Read = Report | UnreadableReport


def read_reports(paths: Sequence[str], stdin: Iterable[str] = ()) -> Iterator[Read]:
    """Yield every report of `paths`, and an error for each thing that can't be read; nothing is raised.

    `-` reads JSONL from `stdin`. Two reports with one id yield an error that names both, in place of the second.
    """
    seen: dict[str, str] = {}
    for source, item in _read_all(paths, stdin):
        if isinstance(item, UnreadableReport):
            yield item
        elif item.id in seen:
            error = DuplicateId(
                source,
                f"has the id {item.id!r} that {seen[item.id]} has too",
                "rename one of them, ids must differ",
            )
            yield UnreadableReport(error.source, error.reason, error.cure)
        else:
            seen[item.id] = source
            yield item


def _read_all(paths: Sequence[str], stdin: Iterable[str]) -> Iterator[tuple[str, Read]]:
    for path in paths:
        if path == "-":
            yield from read_jsonl(stdin, "standard input")
        else:
            yield from _read_path(Path(path))


def _read_path(path: Path) -> Iterator[tuple[str, Read]]:
    name = str(path)
    if path.is_dir():
        found = False
        for inner in _files(path):
            found = True
            yield from _read_path(inner)
        if not found:
            yield (
                name,
                UnreadableReport(name, "is a folder without reports", "give a folder with .txt, .html or .jsonl files"),
            )
        return
    try:
        yield from _read_file(path)
    except UnreadableReport as error:
        yield name, error


def _files(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).parts)
    except OSError:
        return []
    return [
        p
        for p in inside
        if p.suffix.lower() in READABLE
        and p.is_file()
        and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    ]


def _load(path: Path) -> bytes:
    name = str(path)
    try:
        size = path.stat().st_size
        if size > MAX_REPORT_BYTES and path.suffix.lower() not in JSONL_ENDINGS:
            limit = MAX_REPORT_BYTES // 2**20
            raise UnreadableReport(name, f"has {size} bytes, over the limit of {limit} MiB", "split it into reports")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableReport(name, "is not there", "check the path") from None
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise UnreadableReport(name, f"can't be read ({reason})", "check the path and its permissions") from None


def _read_file(path: Path) -> Iterator[tuple[str, Read]]:
    name = str(path)
    text = decode_text(_load(path), name)
    if path.suffix.lower() in JSONL_ENDINGS:
        yield from read_jsonl(text.split("\n"), name)
    elif path.suffix.lower() in HTML_ENDINGS or is_html(text):
        yield name, read_html(text, path.stem, name)
    else:
        if sum(char.isalpha() for char in text[:10_000]) < MIN_LETTERS:
            raise UnreadableReport(name, "holds no text", "give a report with words in it")
        yield name, Report(id=path.stem, text=text)
