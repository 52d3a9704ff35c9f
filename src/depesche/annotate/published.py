"""Reads the publication date from a stamp, byline or dateline of the text; a date in running prose is none.

A stamp is a short line that holds a full date and beside it only labels ("Publisert", "Stand:"), clock times,
marks and, in a byline, names. A dateline opens a text: place, date, agency in brackets; its year, if it has
none, comes from another line of the page or from the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from depesche.annotate.times import find_times
from depesche.lang.schema.stamps import StampWords, load_stamp_words
from depesche.records import PublishedBy, Report, ResolvedBy, SegmentKind, Sentence, Span, Time, TimeType, Token
from depesche.text.tokens import tokenize

_MAX_STAMP = 160  # code points; a longer line is prose
_MAX_SMALL = 12  # words in small letters that are no labels: the dates and clock times of a stamp have fewer
_MAX_NAMES = 8  # capitalised words beside a labelled date or in a byline: author, place, paper
_DATELINE = re.compile(r"\(([^\W\d_][\w./& -]{1,40})\)\s*[-–—:]?|\s[-–—]{1,2}\s")
_DATELINE_REACH = 90  # code points from the start of a text within which a dateline ends
_BRACKETS = re.compile(r"\([^()]*\)")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?:/|-|$)")
# What a day with its year has in figures: four digits, or two not far behind another figure ("14.02.24", "3 May '24").
_DATED = re.compile(r"\d(?:\d{3}|\D{1,20}\d\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A date found, the better the lower its rank: labelled as published, bare, labelled as updated."""

    rank: int
    span: Span
    day: str


def read_publication(report: Report, sentences: tuple[Sentence, ...]) -> Report:
    """Return the report with its publication date, where it has none yet and the text shows it unmistakably."""
    if report.published is not None:
        return report
    words = load_stamp_words(report.language)
    stamps: list[_Stamp] = []
    kinds = {s.span.start: s.kind for s in sentences}
    for line in _short_lines(report.text, kinds):
        stamps += _stamps_of(report, line, words)
    if not stamps:
        stamps = _dateline(report, [tuple(g) for _, g in groupby(sentences, key=lambda s: s.paragraph)])
    if not stamps:
        return report
    best = min(stamps, key=lambda s: (s.rank, s.span))
    return replace(report, published=best.day, published_by=PublishedBy.TEXT, published_evidence=(best.span,))


def _short_lines(text: str, kinds: dict[int, SegmentKind]) -> Iterator[Sentence]:
    """Yield the lines short enough for a stamp that may hold a day with its year, page furniture included."""
    for number, match in enumerate(_LINE.finditer(text)):
        if match.end() - match.start() > _MAX_STAMP or not _DATED.search(match.group()):
            continue
        tokens = tuple(tokenize(text, match.start(), match.end()))
        if tokens:
            kind = kinds.get(tokens[0].start, SegmentKind.BOILERPLATE)
            yield Sentence(Span(tokens[0].start, tokens[-1].end), kind, number, tokens)


def _stamps_of(report: Report, line: Sentence, words: StampWords) -> list[_Stamp]:
    if sum(t.text[0].islower() and t.lower not in words.labels for t in line.tokens) > _MAX_SMALL:
        return []
    times = find_times(report.text, (line,), report.language, None)
    days = [t for t in times if _is_full_day(t)]
    if not days:
        return []
    rest = [token for token in line.tokens if not any(t.span.start <= token.start < t.span.end for t in times)]
    labels = [t.lower for t in rest if t.lower in words.labels]
    others = [t for t in rest if t.text[0].isalpha() and t.lower not in words.labels]
    is_credit = line.kind in (SegmentKind.BYLINE, SegmentKind.DATELINE) or bool(labels)
    if others and not (is_credit and len(others) <= _MAX_NAMES and all(t.text[0].isupper() for t in others)):
        return []
    if any(t.text[0].isdigit() for t in rest if not is_credit):
        return []
    return [_stamp(day, rest, words) for day in days]


def _stamp(day: Time, rest: list[Token], words: StampWords) -> _Stamp:
    """Rank a date by the nearest label before it in its line."""
    before = [t.lower for t in rest if t.start < day.span.start and t.lower in words.labels]
    label = next((w for w in reversed(before) if w in words.published or w in words.updated), None)
    rank = 1 if label is None else 0 if label in words.published else 2
    return _Stamp(rank, day.span, day.begin or "")


def _is_full_day(time: Time) -> bool:
    return (
        time.type in (TimeType.DATE, TimeType.TIME)
        and time.resolved_by is ResolvedBy.TEXT
        and time.begin is not None
        and time.begin == time.end
    )


def _dateline(report: Report, lines: list[tuple[Sentence, ...]]) -> list[_Stamp]:
    """Read "WASHINGTON, Aug 30 (Reuters)" at the head of the first lines of the body."""
    for line in [g for g in lines if g[0].kind in (SegmentKind.BODY, SegmentKind.DATELINE)][:2]:
        start = line[0].span.start
        head = report.text[start : start + _DATELINE_REACH]
        marks = list(_DATELINE.finditer(head))
        if not marks or not head[0].isupper():
            continue
        for time in find_times(report.text, line, report.language, None):
            if time.span.end > start + marks[-1].end():
                break
            if not _is_place(_BRACKETS.sub(" ", report.text[start : time.span.start])) or not any(
                _closes(report.text, time, start + mark.start(), start + mark.end()) for mark in marks
            ):
                continue
            if _is_full_day(time):
                return [_Stamp(1, time.span, time.begin or "")]
            day = re.fullmatch(r"XXXX-(\d\d-\d\d)", time.value)
            year = _year_of_page(report)
            if day and year:
                return [_Stamp(1, time.span, f"{year}-{day[1]}")]
    return []


def _closes(text: str, time: Time, a: int, b: int) -> bool:
    """Say whether a mark at text[a:b] ends the dateline that a time stands in: "(AFP) -" or "- " right behind it."""
    return time.span.end <= b and not re.search(r"\w", text[time.span.end : a])


def _is_place(before: str) -> bool:
    """Say whether what stands before the date is a place and nothing else: a few capitalised words."""
    words = re.findall(r"[^\W\d_]+", before)
    if re.search(r"\s[-–—]\s", before):
        return False  # the dateline ended before the date
    return len(words) <= 5 and all(w[0].isupper() or w in ("den", "am", "de", "of") for w in words)


def _year_of_page(report: Report) -> str | None:
    """Return the year of the address or of the copyright line."""
    if report.url and (found := _URL_DATE.search(report.url)):
        return found[1]
    years = {m[1] for m in _COPYRIGHT.finditer(report.text)}
    return years.pop() if len(years) == 1 else None
