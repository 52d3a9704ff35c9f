"""When it was said: a date in the sentence of the cue, outside the content.

Works on finished statements, so that it can be run again when a report's dates become known through its story.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from depesche.lang.schema.speech import Speech
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Sentence, Span, Statement, Time, TimeType

_NEAR: Final = 90  # characters between cue and date
_RUN_ON: Final = 200  # characters between a statement and the quotation that goes on with it
_CLOSING: Final = frozenset(",;:()–—")
_DAY: Final = 10  # characters of a day; a month or year is no occasion on which somebody goes on speaking
_SMALL: Final = 3  # tokens of "on late", "in the" before a date
_BESIDE: Final = 8  # statements on either side that may share a sentence with one
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


def date_statements(report: AnnotatedReport, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements, in order of position, each with the date on which it was said as far as `times` tell.

    A quotation that goes on without a cue has the date of what it goes on with.
    """
    speech = load_speech(report.language)
    starts = [s.span.start for s in report.sentences]
    times = [t.span.start for t in report.times]
    out: list[Statement] = []
    occasion: Statement | None = None  # the statement with a date of its own that was read last
    for k, statement in enumerate(statements):
        date = None
        if statement.cue:
            at = bisect_right(starts, statement.cue[0].start) - 1
            if at >= 0 and _holds_time(report.sentences[at], times):
                near = (i for i, s in enumerate(statements[max(0, k - _BESIDE) : k + _BESIDE + 1], max(0, k - _BESIDE)))
                reported = [span for i in near if i != k for span in statements[i].content]
                date = _date_near(statement, reported, report.sentences[at], report.times, times, speech)
        elif out and out[-1].who == statement.who and statement.content[0].start - out[-1].content[-1].end < _RUN_ON:
            date = out[-1].said_on
        if date is not None and _after(date, report.report.published):
            date = None  # "la ned påstand om 18 års fengsel": no day on which it can have been said
        if date is None:
            date = _ticked(report, statement, times)
        dated = date is not None and bool(statement.cue) and len(date) == _DAY
        if date is None and occasion is not None and _same_occasion(report, occasion, statement):
            date = occasion.said_on
        out.append(statement if statement.said_on == date else replace(statement, said_on=date))
        occasion = out[-1] if dated else occasion
    return tuple(out)


def _holds_time(sentence: Sentence, starts: Sequence[int]) -> bool:
    """Say whether one of the times that start at `starts` stands in a sentence: few do."""
    first = bisect_left(starts, sentence.span.start)
    return first < len(starts) and starts[first] < sentence.span.end


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
    """Tells which dates of a sentence stand in the clause of a cue: "The army, which has fought since May, said".

    A clause is what stands between commas and the like; a date that opens the sentence belongs to its main clause,
    whatever is put in after it.
    """

    def __init__(self, sentence: Sentence, speech: Speech) -> None:
        self.tokens, self.speech = sentence.tokens, speech
        self.starts = [t.start for t in sentence.tokens]
        self.segment: list[int] = []
        current, inside = 0, False
        for token in sentence.tokens:  # what stands in brackets interrupts nothing
            inside = (inside or token.text == "(") and token.text != ")"
            current += not inside and (token.text in _CLOSING)
            self.segment.append(-1 if inside else current)

    def of_cue(self, cue: int, start: int, end: int) -> bool:
        """Say whether the date at [start, end) stands in the clause of the cue at `cue`."""
        c, i, j = self._at(cue), self._at(start), self._at(end - 1)
        if self.segment[i] != self.segment[c]:
            return self._opens_sentence(i) and not self._subordinate(c) and self.segment[c] >= 0
        between = range(j + 1, c) if i < c else range(c + 1, i)
        return not any(self._opens_clause(k) for k in between)

    def is_beside(self, start: int) -> bool:
        """Say whether a date only bounds another time ("since Monday") or dates a thing ("the deal of March").

        What is said in a letter or report has its date: "in a letter of Monday".
        """
        i = self._at(start)
        for k in range(i - 1, max(-1, i - 1 - _SMALL), -1):
            word, before = self.tokens[k].lower, self.tokens[k - 1].lower if k else ""
            if self.speech.has("beside_times", word):
                return True
            if self.speech.has("of_times", word):
                return not (self.speech.has("own_words", before) or self.speech.noun_kind(before) == "document")
            if not self.speech.has("articles", word):
                return False
        return False

    def same(self, cue: int, at: int) -> bool:
        """Say whether nothing is put in between cue and date."""
        return self.segment[self._at(cue)] == self.segment[self._at(at)]

    def _at(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def _opens_sentence(self, i: int) -> bool:
        """Say whether a date stands in the adverbial that opens the sentence: "On Monday", "In a letter of Monday"."""
        first = next((k for k, t in enumerate(self.tokens) if t.text[0].isalnum()), 0)
        opening = i <= first + _SMALL or self.speech.has("prepositions", self.tokens[first].lower)
        return opening and self.segment[i] == self.segment[first] and not any(map(self._opens_clause, range(first, i)))

    def _subordinate(self, c: int) -> bool:
        """Say whether the cue's clause is subordinate: "after a newspaper alleged", "who said"."""
        first = self.segment.index(self.segment[c]) if self.segment[c] >= 0 else c
        return any(self._opens_clause(k) for k in range(first, c))

    def _opens_clause(self, k: int) -> bool:
        """Say whether a word opens a clause; a relative word that is an article too does so after a comma only."""
        word = self.tokens[k].lower
        if self.speech.has("subordinators", word) or self.speech.has("complementizers", word):
            return True
        free = k > 0 and not self.tokens[k - 1].text[0].isalnum()
        return self.speech.has("relative", word) and (free or not self.speech.has("articles", word))


def _date_near(
    statement: Statement,
    reported: Sequence[Span],
    sentence: Sentence,
    times: Sequence[Time],
    starts: Sequence[int],
    speech: Speech,
) -> str | None:
    """Return the date nearest to the cue in its clause; what lies in content tells when something happened.

    `reported` is the content of the other statements of the report that begin in this sentence.
    """
    best: tuple[bool, int, str] | None = None
    cue = statement.cue[0]
    clauses = _Clauses(sentence, speech)
    for i in range(bisect_right(starts, sentence.span.start - 1), len(times)):
        time = times[i]
        if time.span.start >= sentence.span.end:
            break
        value, at = _value(time), time.span.start
        if value is None or clauses.is_beside(at) or not clauses.of_cue(cue.start, at, time.span.end):
            continue
        if any(a <= at < b for a, b in statement.content):
            continue
        if any(a <= at < b and not a <= cue.start < b for a, b in reported):
            continue
        distance = max(at - cue.end, cue.start - time.span.end, 0)
        apart = not clauses.same(cue.start, at)
        if distance <= _NEAR and (best is None or (apart, distance) < best[:2]):
            best = apart, distance, value
    return best[2] if best else None


def _value(time: Time) -> str | None:
    """Return the day, month or year of a time expression, without its hour; None for a week or season."""
    if time.type not in (TimeType.DATE, TimeType.TIME):
        return None
    match = _DATE.fullmatch(time.value.partition("T")[0])
    return match.group() if match else None
