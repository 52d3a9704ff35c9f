"""When it was said: a date in the sentence of the cue, outside the content.

Works on finished statements, so that it can be run again when a report's dates become known through its story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Sentence, Statement, Time, TimeType

_NEAR: Final = 90  # characters between cue and date
_RUN_ON: Final = 200  # characters between a statement and the quotation that goes on with it
_CLOSING: Final = frozenset(",;:()–—")
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def date_statements(report: AnnotatedReport, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements, in order of position, each with the date on which it was said as far as `times` tell.

    A quotation that goes on without a cue has the date of what it goes on with.
    """
    starts = [s.span.start for s in report.sentences]
    times = [t.span.start for t in report.times]
    out: list[Statement] = []
    occasion: Statement | None = None  # the statement with a date of its own that was read last
    for statement in statements:
        date = None
        if statement.cue:
            at = bisect_right(starts, statement.cue[0].start) - 1
            if at >= 0:
                date = _date_near(statement, report.sentences[at], report.times, times, report.language)
        elif out and out[-1].who == statement.who and statement.content[0].start - out[-1].content[-1].end < _RUN_ON:
            date = out[-1].said_on
        if date is not None and _after(date, report.report.published):
            date = None  # "la ned påstand om 18 års fengsel": no day on which it can have been said
        if date is None:
            date = _ticked(report, statement, times)
        if date is not None and statement.cue:
            occasion = replace(statement, said_on=date)
        elif date is None and occasion is not None and _same_occasion(report, occasion, statement):
            date = occasion.said_on
        out.append(replace(statement, said_on=date))
    return tuple(out)


def _after(date: str, published: str | None) -> bool:
    """Say whether a date lies after the report came out."""
    return published is not None and date > published[: len(date)]


def _ticked(report: AnnotatedReport, statement: Statement, starts: Sequence[int]) -> str | None:
    """Return the day of the entry of a live ticker that a statement stands in: its paragraph opens with a clock."""
    at = bisect_right(report.sentences, statement.content[0].start, key=lambda s: s.span.start) - 1
    while at > 0 and report.sentences[at - 1].paragraph == report.sentences[at].paragraph:
        at -= 1
    i = bisect_right(starts, report.sentences[max(at, 0)].span.start - 1)
    if at < 0 or i == len(starts) or starts[i] != report.sentences[at].span.start:
        return None
    time = report.times[i]
    return _value(time) if time.type is TimeType.TIME and report.text[time.span.start].isdigit() else None


def _same_occasion(report: AnnotatedReport, dated: Statement, statement: Statement) -> bool:
    """Say whether somebody goes on speaking: the same source, in the same or the next paragraph."""
    if not statement.who or [w.name for w in statement.who] != [w.name for w in dated.who]:
        return False
    first, second = (_paragraph(report, s.content[0].start) for s in (dated, statement))
    return 0 <= second - first <= 1


def _paragraph(report: AnnotatedReport, at: int) -> int:
    i = bisect_right(report.sentences, at, key=lambda s: s.span.start) - 1
    return report.sentences[max(i, 0)].paragraph


class _Clauses:
    """Tells what lies in a clause beside that of the cue: "the army, which has fought since May, said"."""

    def __init__(self, sentence: Sentence, lang: str | None) -> None:
        words = load_speech(lang).words
        opening = words["relative"] | words["subordinators"]
        self.tokens = sentence.tokens
        self.starts = [t.start for t in sentence.tokens]
        self.opened = [
            i
            for i, token in enumerate(sentence.tokens)
            if token.lower in opening and (i == 0 or not sentence.tokens[i - 1].text[0].isalnum())
        ]

    def is_apart(self, at: int, cue: int) -> bool:
        """Say whether a subordinate clause opens before `at`, ends after it and does not hold the cue."""
        i, c = bisect_right(self.starts, at) - 1, bisect_right(self.starts, cue) - 1
        for opens in self.opened:
            closes = next((j for j in range(opens + 1, len(self.tokens)) if self.tokens[j].text in _CLOSING), None)
            if opens <= i and (closes is None or i < closes) and not (opens <= c and (closes is None or c < closes)):
                return True
        return False


def _date_near(
    statement: Statement, sentence: Sentence, times: Sequence[Time], starts: Sequence[int], lang: str | None
) -> str | None:
    """Return the date nearest to the cue in its sentence; what lies in the content is not when it was said."""
    best: tuple[int, str] | None = None
    cue = statement.cue[0]
    clauses = _Clauses(sentence, lang)
    for i in range(bisect_right(starts, sentence.span.start - 1), len(times)):
        time = times[i]
        if time.span.start >= sentence.span.end:
            break
        value = _value(time)
        if value is None or any(a <= time.span.start < b for a, b in statement.content):
            continue
        if clauses.is_apart(time.span.start, cue.start):
            continue
        distance = max(time.span.start - cue.end, cue.start - time.span.end, 0)
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = distance, value
    return best[1] if best else None


def _value(time: Time) -> str | None:
    """Return the day, month or year of a time expression, without its hour."""
    if time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    match = _DATE.match(time.value)
    return match.group() if match else None
