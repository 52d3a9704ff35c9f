"""Quotations over several lines of which a mark is missing: not set before the next line of the same speech, as many
papers print it, or lost.

A quotation left open and taken up by a mark at the start of a later paragraph is one; one whose mark is lost reaches
as far as the lines that speak of "I", "we" or "you", which reporters don't.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from depesche.annotate.statements.frames.frame import ENDERS
from depesche.annotate.statements.frames.marks import MARKS, Quotation
from depesche.lang.schema.speech import Speech
from depesche.records import SegmentKind, Sentence, Span, Token
from depesche.settings import MAX_OPEN_PARAGRAPHS

_DASHES: Final = frozenset("-–—―")
_PERSONAL: Final = frozenset("0")  # a verb that can only be of the first or second person


def mend_lost_marks(
    quotations: Sequence[Quotation], sentences: Sequence[Sentence], speech: Speech
) -> Sequence[Quotation]:
    """Return the quotations, those that go on in other paragraphs whole; their order stays."""
    if all(q.opened and q.closed for q in quotations):
        return quotations
    lines = _Lines(sentences, speech)
    out: list[Quotation] = []
    for i, quotation in enumerate(quotations):
        if not quotation.closed:
            limit = quotations[i + 1].outer.start if i + 1 < len(quotations) else None
            quotation = _stretched(quotation, quotation.outer.start, lines.spoken_until(quotation.outer.end, limit))
        elif not quotation.opened:
            start = lines.spoken_from(quotation.outer.start, out[-1].outer if out else Span(0, 0))
            quotation = _stretched(quotation, start, quotation.inner.end)
        if out and lines.takes_up(out[-1], quotation):
            before = out.pop()
            whole = Span(before.outer.start, quotation.outer.end), Span(before.inner.start, quotation.inner.end)
            quotation = replace(quotation, outer=whole[0], inner=whole[1], opened=before.opened)
        out.append(quotation)
    return out


def _stretched(quotation: Quotation, start: int, end: int) -> Quotation:
    """Return a quotation over the lines before or behind it whose marks are lost."""
    if not quotation.closed:
        whole = Span(quotation.outer.start, max(end, quotation.outer.end))
        return replace(quotation, outer=whole, inner=Span(quotation.inner.start, max(end, quotation.inner.end)))
    first = min(start, quotation.inner.start)
    return replace(quotation, outer=Span(first, quotation.outer.end), inner=Span(first, quotation.inner.end))


class _Lines:
    """The sentences of a text as the lines of a speech whose marks are lost."""

    def __init__(self, sentences: Sequence[Sentence], speech: Speech) -> None:
        self.sentences, self.speech = sentences, speech

    def spoken_until(self, end: int, limit: int | None) -> int:
        """Return the end of the last line behind `end`, before the quotation at `limit`, that is spoken."""
        i = bisect_left(self.sentences, end, key=lambda s: s.span.end)
        here = self.sentences[i].paragraph if i < len(self.sentences) else 0
        for j in range(i, len(self.sentences)):
            line = self.sentences[j]
            before_next = limit is None or line.span.end <= limit
            if not before_next or line.paragraph - here > MAX_OPEN_PARAGRAPHS or not self._may_go_on(line, here):
                break
            if self._ends_speech(line, here):
                return line.span.end
            if self._is_spoken(line):
                end = line.span.end
        return end

    def spoken_from(self, start: int, before: Span) -> int:
        """Return the start of the first spoken line before `start`, behind the quotation `before`; of all lines where
        that one is whole lines, so that its own closing mark came too early."""
        i = bisect_left(self.sentences, start, key=lambda s: s.span.end)
        here = self.sentences[i].paragraph if i < len(self.sentences) else 0
        for j in range(i - 1, -1, -1):
            line = self.sentences[j]
            if line.span.end == before.end and self._opens_line(before.start):
                return self.sentences[j + 1].span.start
            if line.span.start < before.end or here - line.paragraph > MAX_OPEN_PARAGRAPHS:
                break
            if not self._may_go_on(line, here):
                break
            if self._is_spoken(line):
                start = line.span.start
        return start

    def takes_up(self, before: Quotation, quotation: Quotation) -> bool:
        """Say whether a quotation goes on with the one before, which lacks its closing mark, or lacks itself the
        opening one: nothing else stands between their paragraphs."""
        if before.closed and quotation.opened:
            return False
        i = bisect_left(self.sentences, before.outer.end, key=lambda s: s.span.end)
        j = bisect_left(self.sentences, quotation.outer.start, key=lambda s: s.span.end)
        if j >= len(self.sentences) or self.sentences[i].span.end > before.outer.end:
            return False
        return (
            self._opens_line(quotation.outer.start) and self.sentences[j].paragraph - self.sentences[i].paragraph == 1
        )

    def _opens_line(self, start: int) -> bool:
        j = bisect_left(self.sentences, start + 1, key=lambda s: s.span.end)
        return self.sentences[j].span.start == start

    def _may_go_on(self, line: Sentence, here: int) -> bool:
        """Say whether a line can belong to a speech in another paragraph: it opens none itself."""
        if line.kind is not SegmentKind.BODY:
            return False
        return line.paragraph == here or not (line.tokens and line.tokens[0].text in MARKS | _DASHES)

    def _ends_speech(self, line: Sentence, here: int) -> bool:
        """Say whether a later line ends with a mark of another kind that closes a speech behind its full stop."""
        stopped = len(line.tokens) > 1 and line.tokens[-2].text in ENDERS and line.tokens[-1].text in MARKS
        return stopped and line.paragraph != here

    def _is_spoken(self, line: Sentence) -> bool:
        return any(self._is_participant(token) for token in line.tokens)

    def _is_participant(self, token: Token) -> bool:
        """Say whether a word is for who speaks or is spoken to: "I'm", "our"; in Polish a verb of that person, too."""
        if token.text.isupper() and len(token.text) > 1:
            return False  # "US"
        word = token.lower.replace("’", "'").partition("'")[0]
        if self.speech.has("participants", word):
            return True
        found = self.speech.reading(word) if self.speech.table is not None else ""
        return bool(found) and _PERSONAL.issuperset(found)
