"""Quotation marks: which open, which close, and what stands between them, over sentences and paragraphs.

All local pairs are read alike (“…”, „…“, »…«, «…», ”…”, "…", '…'): the place of a mark beside spaces and letters tells
opening from closing where the mark itself doesn't. Marks that stand apart from all words, as in texts cut into tokens,
open and close by turns, `` and '' among them. One pass over the marks of a text; unbalanced ones cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from depesche.records import Sentence, Span, Token
from depesche.settings import MAX_OPEN_PARAGRAPHS, MAX_SINGLE_QUOTED

_DOUBLE: Final = frozenset('"„“”‟＂')
_ANGLE: Final = frozenset("«»")
_SINGLE: Final = frozenset("'‘’‚‛‹›")
MARKS: Final = _DOUBLE | _ANGLE | _SINGLE
_TYPED_OPEN, _TYPED_CLOSE = "``", "''"  # as typesetters and corpora write double marks
_ALWAYS_OPEN: Final = frozenset("„‚‟‛") | {_TYPED_OPEN}
_BEFORE_OPEN: Final = frozenset("([{-–—―/:;,.…")
_MARKS_AHEAD: Final = 12  # marks looked at for the end of a quotation
_CLOSERS: Final = 2  # marks that close a quotation and the one that holds it
_STOPS: Final = frozenset(".,!?…")
_OPENERS_FAMILY: Final = {
    **dict.fromkeys((*_DOUBLE, _TYPED_OPEN, _TYPED_CLOSE), 2),
    **dict.fromkeys(_ANGLE, 3),
    **dict.fromkeys(_SINGLE, 1),
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between marks. `outer` includes the marks; `opened` is False where only the closing mark is there.

    `dash`: speech after a dash.
    """

    outer: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    dash: bool = False


class _Mark(NamedTuple):
    token: Token
    paragraph: int
    first: bool  # opens its paragraph
    sentence: int  # where its sentence starts
    end: int  # where its paragraph ends
    opens: bool
    closes: bool
    apart: bool  # no word or other mark touches it: it opens or closes by turns
    family: int
    cue_follows: bool  # `, "sagde han`: stands as if it opened, but a reporting verb follows
    after_colon: bool
    after_stop: bool

    @property
    def only_opens(self) -> bool:
        return self.opens and not self.closes

    @property
    def only_closes(self) -> bool:
        return self.closes and not self.opens


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
    apart = token.text in _DOUBLE and before.isspace() and after.isspace()
    if token.text in _ALWAYS_OPEN:
        opens, closes = True, False
    elif apart or token.text == _TYPED_CLOSE:
        opens, closes = False, True
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
        apart,
        _OPENERS_FAMILY[token.text],
        cue_follows,
        text[max(start, token.start - 2) : token.start].rstrip().endswith(":"),
        before in _STOPS,
    )


def _collect(text: str, sentences: Sequence[Sentence], cues: frozenset[str]) -> list[_Mark]:
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    for s in sentences:
        starts.setdefault(s.paragraph, s.span.start)
        ends[s.paragraph] = s.span.end
    typed = bool(sentences) and text.find(_TYPED_OPEN, sentences[0].span.start, sentences[-1].span.end) >= 0
    out: list[_Mark] = []
    for s in sentences:
        tokens = _typed(s.tokens) if typed else s.tokens
        for i, t in enumerate(tokens):
            if t.text in _OPENERS_FAMILY:
                following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
                out.append(_mark(text, t, s, (starts[s.paragraph], ends[s.paragraph]), following, cues))
    return out


def _typed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with `` and '' each as one mark."""
    out: list[Token] = []
    for t in tokens:
        both = out[-1].text + t.text if out and out[-1].end == t.start else ""
        if both in (_TYPED_OPEN, _TYPED_CLOSE):
            out[-1] = Token(out[-1].start, t.end, both, both)
        else:
            out.append(t)
    return out


def _single_closer(marks: list[_Mark], i: int) -> int | None:
    """Return the index of the mark that closes a single quotation opened at `i`, over others within it.

    In its paragraph it has to come soon, else it is an apostrophe; in a later one only a mark behind a full stop or a
    comma closes.
    """
    opening = marks[i]
    depth, nearest = 0, None
    for j in range(i + 1, min(i + _MARKS_AHEAD, len(marks))):
        m = marks[j]
        if m.paragraph != opening.paragraph or m.token.start - opening.token.end > MAX_SINGLE_QUOTED:
            break
        if m.family != 1:
            continue
        if m.closes and not depth:
            return j
        nearest = j if m.closes and nearest is None else nearest
        depth += 1 if m.only_opens else -m.closes
    return nearest if nearest is not None else _later_closer(marks, i)


def _later_closer(marks: list[_Mark], i: int) -> int | None:
    """Return the mark in a later paragraph that closes, or takes up, a single quotation that opens a speech at `i`."""
    opening = marks[i]
    if not (opening.first or opening.after_colon):
        return None
    for j in range(i + 1, min(i + _MARKS_AHEAD, len(marks))):
        m = marks[j]
        later = m.paragraph - opening.paragraph
        if m.family != 1 or later > MAX_OPEN_PARAGRAPHS:
            return None
        if later and ((m.first and m.opens) or (m.only_closes and m.after_stop)):
            return j
    return None


def _holds_another(marks: list[_Mark], i: int) -> bool:
    """Say whether mark `i` opens a quotation within one of the same marks: two that close follow it."""
    following: list[_Mark] = []
    for j in range(i + 1, min(i + _MARKS_AHEAD, len(marks))):
        if marks[j].family == marks[i].family:
            following.append(marks[j])
        if len(following) == _CLOSERS:
            break
    if len(following) < _CLOSERS or following[-1].paragraph - marks[i].paragraph > MAX_OPEN_PARAGRAPHS:
        return False
    return marks[i].only_opens and all(m.only_closes for m in following)


class _Reader:
    """Walks over the marks. `open` opened the present quotation, at `closer` a single one ends."""

    def __init__(self, marks: list[_Mark]) -> None:
        self.marks = marks
        self.out: list[Quotation] = []
        self.open: _Mark | None = None
        self.nested = 0
        self.closer: int | None = None

    def close_at(self, end: int, mark: _Mark | None) -> None:
        assert self.open is not None
        start = self.open.token
        inner = Span(start.end, mark.token.start if mark else end)
        outer = Span(start.start, mark.token.end if mark else end)
        if inner.start < inner.end:
            self.out.append(Quotation(outer, inner, closed=mark is not None))
        self.open, self.nested, self.closer = None, 0, None

    def start(self, i: int) -> None:
        mark = self.marks[i]
        self.open, self.nested = mark, 0
        self.closer = _single_closer(self.marks, i) if mark.family == 1 else None

    def unopened(self, mark: _Mark, floor: int) -> None:
        """A closing mark alone: what stands before it in its paragraph may be a quotation."""
        start = max(floor, mark.sentence)
        if mark.token.start > start:
            self.out.append(Quotation(Span(start, mark.token.end), Span(start, mark.token.start), opened=False))

    def outside(self, i: int) -> None:
        mark = self.marks[i]
        if mark.family == 1:
            if mark.opens and _single_closer(self.marks, i) is not None:
                self.start(i)
        elif (mark.opens and not mark.cue_follows) or (mark.apart and self._comes_again(i)):
            self.start(i)
        elif (mark.closes and not mark.apart) or mark.cue_follows:
            previous = self.out[-1].outer.end if self.out else 0
            self.unopened(mark, previous)

    def _comes_again(self, i: int) -> bool:
        """Say whether mark `i`, which stands apart from all words, has its like further on in the paragraph."""
        following = self.marks[i + 1 : i + _MARKS_AHEAD]
        return any(m.family == 2 and m.closes and m.paragraph == self.marks[i].paragraph for m in following)

    def inside(self, i: int) -> None:
        assert self.open is not None
        mark = self.marks[i]
        if mark.family != self.open.family:
            return
        again = mark.paragraph == self.open.paragraph and mark.token.text == self.open.token.text
        again &= mark.token.text in _ALWAYS_OPEN or (mark.token.text in "“‘«»" and mark.only_opens)
        if mark.first and mark.opens:
            self.close_at(self.open.end, None)
            self.start(i)
        elif mark.family == 1:
            if i == self.closer:
                self.close_at(mark.token.end, mark)
        elif again or _holds_another(self.marks, i):
            self.nested += 1
        elif self.nested and mark.closes:
            self.nested -= 1
        else:
            self.close_at(mark.token.end, mark)

    def leaves_open(self, i: int) -> bool:
        """Say whether the open quotation goes on to mark `i` in a later paragraph: only if that mark closes it."""
        assert self.open is not None
        if self.open.family == 1:
            return self.closer is not None and i <= self.closer
        mark = self.marks[i]
        if mark.first and mark.opens:
            return mark.paragraph - self.open.paragraph <= MAX_OPEN_PARAGRAPHS
        within = range(i, min(i + _MARKS_AHEAD, len(self.marks)))
        j = next((j for j in within if self.marks[j].family == self.open.family), i)
        mark = self.marks[j]
        if mark.paragraph - self.open.paragraph > MAX_OPEN_PARAGRAPHS or mark.family != self.open.family:
            return False
        return mark.only_closes or _holds_another(self.marks, j)


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
            reader.inside(i)
        else:
            reader.outside(i)
    if reader.open:
        reader.close_at(reader.open.end, None)
    return tuple(_trim(text, quotation) for quotation in reader.out)


def _trim(text: str, quotation: Quotation) -> Quotation:
    """Return a quotation without the blanks inside its marks."""
    start, end = quotation.inner
    if not (text[start].isspace() or text[end - 1].isspace()):
        return quotation
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
    return replace(quotation, inner=Span(start, end)) if start < end else quotation
