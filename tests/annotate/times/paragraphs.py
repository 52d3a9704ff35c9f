"""Cuts a text into the sentences of its lines, as the pipeline does."""

from __future__ import annotations

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.records import SegmentKind, Sentence, Span
from depesche.text.tokens import tokenize


def paragraphs(text: str) -> tuple[Sentence, ...]:
    """Return one sentence a line."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        tokens = tuple(tokenize(text, start, start + len(line)))
        if tokens:
            found.append(Sentence(Span(tokens[0].start, tokens[-1].end), SegmentKind.BODY, number, tokens))
        start += len(line) + 1
    return tuple(found)


def sentences(text: str, lang: str | None) -> tuple[Sentence, ...]:
    """Return the sentences the pipeline would make."""
    return split_sentences(text, split_segments(text), lang)
