"""What goes to standard error: problems, one line each, and how far long work is."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from depesche.errors import UnreadableReport
from depesche.ingest.judgements import name_unknown
from depesche.ingest.read import Read
from depesche.records import AnnotatedReport, Judgement, Report

T = TypeVar("T")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def one_line(message: str) -> str:
    """Write control characters as escapes: a file's name or an id must not break the line or steer a terminal."""
    return "".join(repr(char)[1:-1] if unicodedata.category(char) in _UNPRINTABLE else char for char in message)


class Problems:
    """Counts what went wrong; each problem is named once on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, message: str) -> None:
        self.count += 1
        print(f"depesche: {one_line(message)}", file=sys.stderr)

    @property
    def status(self) -> int:
        """Exit status: 1 when anything was left out."""
        return 1 if self.count else 0


def keep_readable(items: Iterable[Read], problems: Problems) -> Iterator[Report]:
    """Yield the reports; name what can't be read and go on."""
    for item in items:
        if isinstance(item, UnreadableReport):
            problems.report(str(item))
        else:
            yield item


def note_unknown(judgements: Sequence[Judgement], kept: Sequence[AnnotatedReport]) -> None:
    """Name on standard error the judgements that are about nothing in these reports; that is no failure."""
    statements = {s.id for report in kept for s in report.statements} if judgements else set()
    for line in name_unknown(judgements, {report.id for report in kept}, statements):
        print(f"depesche: note: {one_line(line)}", file=sys.stderr)


def show_progress(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Yield the items, with a progress bar on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # redirecting is for programs that print to a terminal; here it would send our output to standard error
    progress = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    with progress:
        yield from progress.track(items, total=total, description=what)
