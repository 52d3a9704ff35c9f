"""Quotations of which a mark was lost: one that nobody closes goes on while somebody says "I", one closed too early
goes on up to the next closing mark.

Translated and converted texts lose marks where a speech runs over several lines; what is left tells its ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from depesche.annotate.statements.marks import MARKS, Quotation
from depesche.lang.schema.speech import Speech
from depesche.records import SegmentKind, Sentence, Span
from depesche.settings import MAX_OPEN_PARAGRAPHS

_STOPS: Final = frozenset(".!?…")
_SILENT: Final = 1  # paragraphs of a speech in a row without "I" or "we"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    body: bool
    mine: bool  # holds "I" or "we"


def close_lost(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], speech: Speech
) -> list[Quotation]:
    """Return the quotations of a text, those with a lost mark as long as the speech seems to be."""
    if all(q.closed and q.opened for q in quotations):
        return list(quotations)
    paragraphs = _paragraphs(sentences, frozenset(speech.pronouns.get("subject_1", ())))
    starts = [p.start for p in paragraphs]
    out: list[Quotation] = []
    for i, q in enumerate(quotations):
        if out and q.outer.start < out[-1].outer.end:
            continue
        at = bisect_right(starts, q.inner.end - 1) - 1
        if not q.closed:
            following = next((f.outer.start for f in quotations[i + 1 :] if f.opened), len(text))
            out.append(_go_on(text, q, paragraphs[at + 1 : at + 1 + MAX_OPEN_PARAGRAPHS], following))
        elif (
            not q.opened and out and _is_rest(q, out[-1], paragraphs, bisect_right(starts, out[-1].inner.start) - 1, at)
        ):
            before = out.pop()
            out.append(
                replace(
                    before, outer=Span(before.outer.start, q.outer.end), inner=Span(before.inner.start, q.inner.end)
                )
            )
        else:
            out.append(q)
    return out


def _paragraphs(sentences: Sequence[Sentence], own: frozenset[str]) -> list[_Paragraph]:
    out = []
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        inside = list(group)
        mine = any(t.lower in own for s in inside for t in s.tokens)
        body = inside[0].kind is SegmentKind.BODY
        out.append(_Paragraph(inside[0].span.start, inside[-1].span.end, body, mine))
    return out


def _go_on(text: str, quotation: Quotation, paragraphs: Sequence[_Paragraph], following: int) -> Quotation:
    """Return an unclosed quotation up to a closing mark of another kind, else to the last paragraph with "I" in it."""
    end, silent = quotation.inner.end, 0
    for paragraph in paragraphs:
        if not paragraph.body or following < paragraph.end or silent > _SILENT:
            break
        if text[paragraph.end - 1] in MARKS and text[paragraph.end - 2] in _STOPS:
            outer = Span(quotation.outer.start, paragraph.end)
            return Quotation(outer, Span(quotation.inner.start, paragraph.end - 1))
        silent = 0 if paragraph.mine else silent + 1
        end = paragraph.end if paragraph.mine else end
    return replace(quotation, outer=Span(quotation.outer.start, end), inner=Span(quotation.inner.start, end))


def _is_rest(q: Quotation, before: Quotation, paragraphs: Sequence[_Paragraph], first: int, last: int) -> bool:
    """Say whether the end of an unopened quotation closes the one `before` it, which fills its paragraph."""
    fills = before.outer == Span(paragraphs[first].start, paragraphs[first].end)
    whole = q.outer.end == paragraphs[last].end and 0 < last - first <= MAX_OPEN_PARAGRAPHS
    return fills and whole and all(p.body for p in paragraphs[first : last + 1])
