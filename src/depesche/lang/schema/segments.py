"""`segments.toml`: lines that stand in a page beside its text, by kind, each pattern with its examples.

All languages' patterns are tried on every report: a German page can end in "Leave a Reply".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from depesche.errors import DataError
from depesche.lang.loader import SHARED, languages, read_toml
from depesche.records import SegmentKind

KINDS = (SegmentKind.BOILERPLATE, SegmentKind.CAPTION, SegmentKind.BYLINE, SegmentKind.DATELINE)


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A regular expression that must match a whole trimmed line; `holds` and `fails` are its examples."""

    kind: SegmentKind
    pattern: str
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    where: str


def read_patterns(lang: str) -> tuple[LinePattern, ...]:
    """Return the line patterns of one folder.

    Raises:
        DataError: a pattern is no regular expression or has no example.
    """
    data = read_toml(lang, "segments.toml")
    out = []
    for kind in KINDS:
        for entry in data.get(kind.value, []):
            where = f"lang/{lang}/segments.toml [[{kind.value}]] {entry.get('pattern')!r}"
            if not entry.get("holds"):
                raise DataError(f'{where}: no example; add holds = ["…"]')
            try:
                re.compile(entry["pattern"])
            except re.error as error:
                raise DataError(f"{where}: {error}; mend the pattern") from error
            out.append(LinePattern(kind, entry["pattern"], tuple(entry["holds"]), tuple(entry.get("fails", ())), where))
    return tuple(out)


@cache
def load_line_patterns() -> tuple[tuple[SegmentKind, re.Pattern[str]], ...]:
    """Return, for each kind in the order they are tried, one expression over all folders' patterns."""
    folders = [SHARED, *languages()]
    everything = [p for lang in folders if read_toml(lang, "segments.toml") for p in read_patterns(lang)]
    unique = {(p.kind, p.pattern): None for p in everything}
    out = []
    for kind in KINDS:
        alternatives = [f"(?:{pattern})" for k, pattern in unique if k is kind]
        if alternatives:
            out.append((kind, re.compile("|".join(alternatives), re.IGNORECASE)))
    return tuple(out)
