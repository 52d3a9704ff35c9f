"""What each line of a report is: title, body, subhead, caption, byline, dateline or boilerplate.

A report's text is read line by line; patterns in `lang/*/segments.toml` name what stands beside the text,
and the shape and place of a line tell titles and subheads from running text.
"""

from __future__ import annotations

import re

from depesche.lang.schema.segments import load_line_tests, load_needs
from depesche.records import Segment, SegmentKind, Span
from depesche.settings import MAX_PATTERN_LINE, MAX_SUBHEAD, MAX_TITLE

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”“’‘»«)\]]*$")
_SLUG = re.compile(r"[\w'’]+(?:-[\w'’]+){4,}|[^\W\dA-ZÀ-Þ_]+(?:-[^\W\dA-ZÀ-Þ_]+){2,}")  # "sturm-hafen-sperrung"


def _is_running_text(line: str) -> bool:
    """Say whether a line reads like part of a text: it ends a sentence, or is too long for a heading."""
    return bool(_ENDS_SENTENCE.search(line[-8:])) or len(line) > MAX_SUBHEAD


def _kind_by_pattern(line: str) -> SegmentKind | None:
    if len(line) > MAX_PATTERN_LINE:
        return None
    if _SLUG.fullmatch(line):
        return SegmentKind.BOILERPLATE
    lower = line.lower()
    held = frozenset([need for need in load_needs() if need in lower])
    return next((test.kind for test in load_line_tests() if test.matches(line, lower, held)), None)


def _is_title(line: str, following: str | None) -> bool:
    """The first line that is no page furniture is a title when it is short, ends no sentence and text follows."""
    if following is None or len(line) > MAX_TITLE:
        return False
    return not re.search(r"(?<!\bU\.S)[.:;,…]$", line)


def split_segments(text: str) -> tuple[Segment, ...]:
    """Return the lines of `text` that hold anything, each trimmed, with its kind, in order of position."""
    lines: list[tuple[Span, str, SegmentKind | None]] = []
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if not line:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        lines.append((Span(start, start + len(line)), line, _kind_by_pattern(line)))
    if len(lines) == 1:
        return (Segment(lines[0][0], SegmentKind.BODY),)  # a line alone stands beside nothing
    plain = [i for i, (_, _, kind) in enumerate(lines) if kind is None]
    out: list[Segment] = []
    for i, (span, line, kind) in enumerate(lines):
        if kind is None:
            kind = _kind_by_place(i, line, lines, plain)
        out.append(Segment(span, kind))
    return tuple(out)


def _kind_by_place(
    i: int, line: str, lines: list[tuple[Span, str, SegmentKind | None]], plain: list[int]
) -> SegmentKind:
    first = plain[0]
    if i == first:
        following = lines[plain[1]][1] if len(plain) > 1 else None
        return SegmentKind.TITLE if _is_title(line, following) else SegmentKind.BODY
    if _is_running_text(line) or i == plain[-1]:
        return SegmentKind.BODY
    if line.startswith(("„", "“", "»", "«", '"')) and not line.endswith(("“", "”", "«", "»", '"', "‘", "’")):
        return SegmentKind.BODY  # a quotation that goes on in the next line
    return SegmentKind.SUBHEAD
