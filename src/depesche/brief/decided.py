"""What people decided by hand, with who, when and why: a brief that follows decisions says so."""

from __future__ import annotations

from depesche.brief.builder import Builder
from depesche.brief.parts import Entry, Quote
from depesche.records import Judgement, ReportSpan, Span
from depesche.text.display import one_line


def make_decided(b: Builder) -> tuple[Entry, ...]:
    """Return the decisions the brief follows, in order of time."""
    statements = {
        s.id: ReportSpan(r.id, Span(s.content[0].start, s.content[-1].end))
        for r in b.brief.reports
        for s in r.statements
    }
    return tuple(_decision(b, judgement, statements) for judgement in b.brief.judgements)


def _decision(b: Builder, judgement: Judgement, statements: dict[str, ReportSpan]) -> Entry:
    sides = [side for side in (judgement.left, judgement.right) if side]
    quotes: tuple[Quote, ...] = tuple(b.glossed(statements[side]) for side in sides if side in statements)
    names = ", ".join(_name(b, side) for side in sides if side not in statements)
    head = b.words[f"judged_{judgement.kind}"] + (f": {names}" if names else "")
    return Entry(head, quotes, one_line(f"{judgement.author}, {judgement.time}: {judgement.reason}"))


def _name(b: Builder, side: str) -> str:
    """Return how a side is shown: a report with its number, an entity by its name, else as it was written."""
    if side in b.numbers:
        return f"[{b.numbers[side]}] {one_line(side)}"
    return b.name(side) if side in b.entities else one_line(side)
