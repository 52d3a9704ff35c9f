"""Quotation marks: which open, which close, and what stands between them, over sentences and paragraphs.

All local pairs are read alike (“…”, „…“, »…«, «…», ”…”, "…", '…'): the place of a mark beside spaces and letters tells
opening from closing where the mark itself doesn't. One pass over the marks of a text; unbalanced ones cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from depesche.records import Sentence, Span, Token
from depesche.settings import MAX_OPEN_PARAGRAPHS, MAX_SINGLE_QUOTED

_DOUBLE: Final = frozenset('"„“”‟＂')
_ANGLE: Final = frozenset("«»")
_SINGLE: Final = frozenset("'‘’‚‛‹›")
MARKS: Final = _DOUBLE | _ANGLE | _SINGLE
_ALWAYS_OPEN: Final = frozenset("„‚‟‛")
_BEFORE_OPEN: Final = frozenset("([{-–—―/:;,.…")
_OPENERS_FAMILY: Final = {**dict.fromkeys(_DOUBLE, 2), **dict.fromkeys(_ANGLE, 3), **dict.fromkeys(_SINGLE, 1)}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between marks. `outer` includes the marks; `opened` is False where only the closing mark is there.

    `continues`: its paragraph reopens a quotation that the paragraph before left open. `dash`: speech after a dash.
    """

    outer: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    continues: bool = False
    dash: bool = False


class _Mark(NamedTuple):
    token: Token
    paragraph: int
    first: bool  # opens its paragraph
    sentence: int  # where its sentence starts
    end: int  # where its paragraph ends
    opens: bool
    closes: bool
    family: int
    cue_follows: bool  # `, "sagde han`: stands as if it opened, but a reporting verb follows


def _mark(
    text: str, token: Token, sentence: Sentence, paragraph: tuple[int, int], following: str, cues: frozenset[str]
) -> _Mark:
    """`opens` and `closes` say what the neighbours of a mark allow; either, both or none may hold."""
    start, end = paragraph
    first = token.start == start
    before = text[token.start - 1] if token.start > start else " "
    after = text[token.end] if token.end < end else " "
    free_before = before.isspace() or before in _BEFORE_OPEN or before in MARKS
    opens = not after.isspace() and free_before and (after.isalnum() or after in "([…$€£#@.-–" or after in MARKS)
    closes = not before.isspace() and (not after.isalnum())
    if token.text in _ALWAYS_OPEN:
        opens, closes = True, False
    cue_follows = following in cues and text[max(start, token.start - 4) : token.start].rstrip().endswith(
        (",", "?", "!")
    )
    return _Mark(
        token,
        sentence.paragraph,
        first,
        sentence.span.start,
        end,
        opens,
        closes,
        _OPENERS_FAMILY[token.text],
        cue_follows,
    )


def _collect(text: str, sentences: Sequence[Sentence], cues: frozenset[str]) -> list[_Mark]:
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    for s in sentences:
        starts.setdefault(s.paragraph, s.span.start)
        ends[s.paragraph] = s.span.end
    return [
        _mark(
            text,
            t,
            s,
            (starts[s.paragraph], ends[s.paragraph]),
            s.tokens[i + 1].lower if i + 1 < len(s.tokens) else "",
            cues,
        )
        for s in sentences
        for i, t in enumerate(s.tokens)
        if t.text in MARKS
    ]


def _single_closer(marks: list[_Mark], i: int) -> int | None:
    """Return the index of the mark that closes a single quotation opened at `i`: soon, and in its paragraph."""
    opening = marks[i]
    following = opening.token.end
    for j in range(i + 1, min(i + 12, len(marks))):
        m = marks[j]
        if m.paragraph != opening.paragraph or m.token.start - following > MAX_SINGLE_QUOTED:
            return None
        if m.family == 1 and m.closes:
            return j
    return None


class _Reader:
    """Walks over the marks; `open` is the mark that opened the present quotation, with whether it continues one."""

    def __init__(self, marks: list[_Mark]) -> None:
        self.marks = marks
        self.out: list[Quotation] = []
        self.open: _Mark | None = None
        self.continues = False
        self.nested = 0

    def close_at(self, end: int, mark: _Mark | None) -> None:
        assert self.open is not None
        start = self.open.token
        inner = Span(start.end, mark.token.start if mark else end)
        outer = Span(start.start, mark.token.end if mark else end)
        if inner.start < inner.end:
            self.out.append(Quotation(outer, inner, closed=mark is not None, continues=self.continues))
        self.open, self.continues, self.nested = None, False, 0

    def start(self, mark: _Mark, continues: bool = False) -> None:
        self.open, self.continues, self.nested = mark, continues, 0

    def unopened(self, mark: _Mark, floor: int) -> None:
        """A closing mark alone: what stands before it in its paragraph may be a quotation."""
        start = max(floor, mark.sentence)
        if mark.token.start > start:
            self.out.append(Quotation(Span(start, mark.token.end), Span(start, mark.token.start), opened=False))

    def outside(self, i: int) -> None:
        mark = self.marks[i]
        if mark.family == 1:
            if mark.opens and _single_closer(self.marks, i) is not None:
                self.start(mark)
        elif mark.opens and not mark.cue_follows:
            self.start(mark)
        elif mark.closes or mark.cue_follows:
            previous = self.out[-1].outer.end if self.out else 0
            self.unopened(mark, previous)

    def inside(self, mark: _Mark) -> None:
        assert self.open is not None
        if mark.family != self.open.family:
            return
        same_paragraph = mark.paragraph == self.open.paragraph
        directional = mark.token.text in _ALWAYS_OPEN or (mark.token.text in "“‘«»" and mark.opens and not mark.closes)
        if mark.first and mark.opens:
            continues = True
            self.close_at(self.open.end, None)
            self.start(mark, continues)
        elif directional and same_paragraph and mark.token.text == self.open.token.text:
            self.nested += 1
        elif self.nested and mark.closes:
            self.nested -= 1
        else:
            self.close_at(mark.token.end, mark)

    def leaves_open(self, i: int) -> bool:
        """Say whether the open quotation goes on to mark `i` in a later paragraph: only if that mark closes it."""
        assert self.open is not None
        mark = self.marks[i]
        if mark.paragraph - self.open.paragraph > MAX_OPEN_PARAGRAPHS:
            return False
        if mark.first and mark.opens:
            return True
        return mark.family == self.open.family and mark.closes and not mark.opens


def find_quotations(
    text: str, sentences: Sequence[Sentence], cues: frozenset[str] = frozenset()
) -> tuple[Quotation, ...]:
    """Return the outermost quotations between marks, in order of position; none overlaps another.

    `cues` are forms of reporting verbs: a mark between a comma and one of them closes, whatever its spacing.
    """
    marks = _collect(text, sentences, cues)
    reader = _Reader(marks)
    for i, mark in enumerate(marks):
        if reader.open and mark.paragraph != reader.open.paragraph and not reader.leaves_open(i):
            reader.close_at(reader.open.end, None)
        if reader.open:
            reader.inside(mark)
        else:
            reader.outside(i)
    if reader.open:
        reader.close_at(reader.open.end, None)
    return tuple(reader.out)
