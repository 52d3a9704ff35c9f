"""`segments.toml`: lines that stand in a page beside its text, by kind, each pattern with its examples.

All languages' patterns are tried on every report: a German page can end in "Leave a Reply".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from depesche.errors import DataError
from depesche.lang.loader import SHARED, languages, read_toml
from depesche.records import SegmentKind

_ESCAPE = re.compile(r"\\.")  # "\S" is no capital
KINDS = (SegmentKind.BOILERPLATE, SegmentKind.CAPTION, SegmentKind.BYLINE, SegmentKind.DATELINE)


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A regular expression that must match a whole trimmed line; `holds` and `fails` are its examples.

    `needs`: lower-case strings of which a line that matches holds one. To look for these is much faster than to try
    an expression that may begin anywhere in the line.
    """

    kind: SegmentKind
    pattern: str
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    where: str
    needs: tuple[str, ...] = ()


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
            if not _tells_case(entry["pattern"]) and (letters := _ESCAPE.sub("", entry["pattern"])) != letters.lower():
                raise DataError(f"{where}: a capital, but the case of letters tells nothing here; write small letters")
            holds, fails, needs = (tuple(entry.get(key, ())) for key in ("holds", "fails", "needs"))
            out.append(LinePattern(kind, entry["pattern"], holds, fails, where, needs))
    return tuple(out)


def _tells_case(pattern: str) -> bool:
    """Say whether a pattern asks for capitals somewhere; all others are tried on the line in small letters, which
    takes half the time."""
    return "(?-i:" in pattern


class LineTest(NamedTuple):
    """One expression over all patterns of a kind that need one of the same strings; () for those that need none.

    Those that tell small letters from capitals are apart.
    """

    kind: SegmentKind
    needs: tuple[str, ...]
    tells_case: bool
    expression: re.Pattern[str]

    def matches(self, line: str, lower: str, held: frozenset[str]) -> bool:
        """Say whether a line, `lower` in small letters, is of this kind; `held` are those of `load_needs` it holds."""
        wanted = not self.needs or not held.isdisjoint(self.needs)
        return wanted and self.expression.fullmatch(line if self.tells_case else lower) is not None


@cache
def load_needs() -> tuple[str, ...]:
    """Return all strings that some test needs: looked for once a line, since several tests need the same."""
    return tuple(sorted({need for test in load_line_tests() for need in test.needs}))


@cache
def load_line_tests() -> tuple[LineTest, ...]:
    """Return the tests over all folders' patterns, by kind in the order they are tried."""
    folders = [SHARED, *languages()]
    everything = [p for lang in folders if read_toml(lang, "segments.toml") for p in read_patterns(lang)]
    gathered: dict[tuple[SegmentKind, tuple[str, ...], bool], dict[str, None]] = {}
    for p in everything:
        gathered.setdefault((p.kind, p.needs, _tells_case(p.pattern)), {})[f"(?:{p.pattern})"] = None
    order = sorted(gathered, key=lambda key: (KINDS.index(key[0]), *key[1:]))
    return tuple(
        LineTest(*key, re.compile("|".join(gathered[key]), re.IGNORECASE if key[2] else re.NOFLAG)) for key in order
    )
