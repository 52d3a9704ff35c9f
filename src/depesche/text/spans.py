"""Arithmetic on half-open spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from depesche.records import Span


def overlap(a: Span, b: Span) -> int:
    """Return how many code points two spans share (0 when they only touch)."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def wording(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """Return the words of one or more spans, in the order given."""
    return joint.join(text[start:end] for start, end in spans)


def merge(spans: Sequence[Span], gap: int = 0) -> tuple[Span, ...]:
    """Join spans that overlap or lie at most `gap` code points apart; the result is in order of position."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + gap:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
