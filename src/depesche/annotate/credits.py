"""Agencies and outlets credited for a report or its pictures: credit lines, captions, "(AFP)" beside the text."""

from __future__ import annotations

import re

from depesche.records import AnnotatedReport, Credit, SegmentKind, Span

# What a credit line opens with, in any language: it ends with a colon ("Foto:", "Source:") or stands for one.
_MARKER = re.compile(r"(?:[^\W\d_]*\s)?[^\W\d_]*:\s*|\b[Ff]ot\.\s*|[©(\[]")
_PART = re.compile(r"[^/,;|()\[\]©–]+")
_PERSON = re.compile(r"[A-ZÀ-Þ][a-zà-þł’'-]+\s+[A-ZÀ-Þ][\w.’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)?")
_INLINE = re.compile(r"\(\s*([A-Z][\w.&-]{1,14}(?:\s?/\s?[A-Z][\w.&-]{1,14}){0,3})\s*\)\s*(?:[-–—]|$)")


def _parts(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    out = []
    for match in _PART.finditer(text, start, end):
        name = match.group().strip(" .:\t")
        if len(name) > 1:
            at = match.start() + match.group().index(name)
            out.append((name, Span(at, at + len(name))))
    return out


def _line_credits(text: str, span: Span, known: frozenset[str]) -> list[Credit]:
    """Read the names after the last marker of a line; a photographer's name is left out, a lone house kept."""
    start = span.start
    for match in _MARKER.finditer(text, *span):
        start = match.end()
    parts = _parts(text, start, span.end)
    credits = []
    for i, (name, place) in enumerate(parts):
        is_house = name.casefold() in known or name.isupper() or (i > 0 and i == len(parts) - 1)
        if is_house or (name.casefold() in known or not _PERSON.fullmatch(name)):
            credits.append(Credit(name, place))
    return credits


def find_credits(report: AnnotatedReport, known: frozenset[str]) -> tuple[Credit, ...]:
    """Return the credits in order of position. `known` holds case-folded names of media and agencies."""
    text = report.text
    found: list[Credit] = []
    for segment in report.segments:
        line = text[segment.span.start : segment.span.end]
        if segment.kind is SegmentKind.CAPTION or (segment.kind is SegmentKind.BYLINE and not line[:1].isalpha()):
            found += _line_credits(text, segment.span, known)
        elif segment.kind is SegmentKind.BYLINE:
            found += [c for c in _line_credits(text, segment.span, known) if c.name.casefold() in known or ":" in line]
        elif segment.kind is SegmentKind.BODY:
            for match in _INLINE.finditer(line[:120]):
                offset = segment.span.start + match.start(1)
                found += [
                    Credit(name, place)
                    for name, place in _parts(text, offset, offset + len(match.group(1)))
                    if name.casefold() in known
                ]
    unique = {credit.span: credit for credit in found}
    return tuple(unique[span] for span in sorted(unique))
