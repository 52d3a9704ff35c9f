"""PATH... -> reports: files and folders in the order given, folders in the order of their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from depesche.errors import DuplicateId, UnreadableReport
from depesche.ingest.decode import decode_lines, decode_text
from depesche.ingest.html import is_html, read_html
from depesche.ingest.jsonl import read_jsonl
from depesche.records import Report
from depesche.settings import LONGEST_QUOTED, MAX_REPORT_BYTES, MAX_REPORT_CHARS, MIN_LETTERS

TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ""})
HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
JSONL_ENDINGS = frozenset({".jsonl", ".ndjson"})
# Reports saved in another format: in a folder they are named, not passed over as pictures are.
OTHER_ENDINGS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".gz", ".zip", ".eml", ".mht", ".mhtml"})
READABLE = TEXT_ENDINGS | HTML_ENDINGS | JSONL_ENDINGS

Read = Report | UnreadableReport


def read_reports(paths: Sequence[str], stdin: Iterable[str | bytes] = ()) -> Iterator[Read]:
    """Yield every report of `paths`, and an error for each thing that can't be read; nothing is raised.

    `-` reads JSONL from `stdin`. Two reports with one id yield an error that names both, in place of the second.
    """
    seen: dict[str, str] = {}
    for source, item in _read_all(paths, stdin):
        if isinstance(item, UnreadableReport):
            yield item
        elif len(item.text) > MAX_REPORT_CHARS:
            yield _too_long(source, len(item.text))
        elif item.id in seen:
            shown = item.id if len(item.id) <= LONGEST_QUOTED else f"{item.id[:LONGEST_QUOTED]}…"
            error = DuplicateId(
                source,
                f"has the id {shown!r} that {seen[item.id]} has too",
                "rename one of them, ids must differ",
            )
            yield UnreadableReport(error.source, error.reason, error.cure)
        else:
            seen[item.id] = source
            yield item


def _too_long(source: str, length: int) -> UnreadableReport:
    return UnreadableReport(
        source,
        f"has {length} characters, over the limit of {MAX_REPORT_CHARS} for one report",
        "split it into reports",
    )


def _read_all(paths: Sequence[str], stdin: Iterable[str | bytes]) -> Iterator[tuple[str, Read]]:
    for path in paths:
        if path == "-":
            yield from read_jsonl(stdin, "standard input")
        elif not path:
            yield path, UnreadableReport("''", "is an empty path", "name a file or folder, . for this one")
        else:
            yield from _read_path(Path(path))


def _read_path(path: Path) -> Iterator[tuple[str, Read]]:
    name = str(path)
    if not path.is_dir():
        yield from _read_one(path)
        return
    found = False
    for inner in _files(path):
        found = True
        if isinstance(inner, UnreadableReport):
            yield inner.source, inner
        else:
            yield from _read_one(inner)
    if not found:
        cure = "give a folder with .txt, .html or .jsonl files"
        yield name, UnreadableReport(name, "is a folder without reports", cure)


def _read_one(path: Path) -> Iterator[tuple[str, Read]]:
    try:
        yield from _read_file(path)
    except UnreadableReport as error:
        yield str(path), error


def _files(folder: Path) -> Iterator[Path | UnreadableReport]:
    """Yield a folder's files in order of their names, links to folders followed once, hidden ones left out."""
    found: list[tuple[tuple[str, ...], Path | UnreadableReport]] = []
    seen: set[str] = set()

    def note(error: OSError) -> None:
        place = Path(str(error.filename))
        found.append((_parts(place, folder), _unreadable(place, error)))

    for where, folders, names in os.walk(folder, onerror=note, followlinks=True):
        real = os.path.realpath(where)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(where, name)
            is_report = path.suffix.lower() in READABLE | OTHER_ENDINGS and not name.startswith(".")
            if is_report and (path.is_file() or not path.exists()):
                found.append((_parts(path, folder), path))
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0]))


def _parts(path: Path, folder: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


def _unreadable(path: Path, error: OSError) -> UnreadableReport:
    name = str(path)
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return UnreadableReport(name, f"is a link to {os.readlink(path)}, which is not there", "mend the link")
        return UnreadableReport(name, "is not there", "check the path")
    reason = (error.strerror or "unknown error").lower()
    return UnreadableReport(name, f"can't be read ({reason})", "check the path and its permissions")


def _load(path: Path) -> bytes:
    """Return a file's bytes; a pipe is read too, so that `<(command)` works, but nobody is waited for."""
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise UnreadableReport(str(path), "is a device or socket, not a file", "give the file of a report")
        limit = None if path.suffix.lower() in JSONL_ENDINGS else MAX_REPORT_BYTES
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if stat.S_ISFIFO(mode):
                os.set_blocking(file.fileno(), True)
            data = file.read() if limit is None else file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    if limit is not None and len(data) > limit:
        reason = f"has more than {limit // 2**20} MiB"
        raise UnreadableReport(str(path), reason, "give the file of one report, or reports as .jsonl")
    return data


def _id(path: Path) -> str:
    """Return the file's name without its ending; bytes of the name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path.stem).decode("utf-8", "replace")


def _read_file(path: Path) -> Iterator[tuple[str, Read]]:
    name = str(path)
    data = _load(path)
    if path.suffix.lower() in JSONL_ENDINGS:
        yield from read_jsonl(decode_lines(data, name), name)
        return
    text = decode_text(data, name)
    if path.suffix.lower() in HTML_ENDINGS or is_html(text):
        yield name, read_html(text, _id(path), name)
    elif sum(char.isalpha() for char in text[:10_000]) < MIN_LETTERS:
        raise UnreadableReport(name, "holds no text", "give a report with words in it")
    else:
        yield name, Report(id=_id(path), text=text)
