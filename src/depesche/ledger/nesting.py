"""Statements inside statements: who reports another's words doesn't say them himself.

"He said the North had delivered missiles, despite its denials": the denial answers what it stands in.
"The state agency reports that the leader hopes for …": the medium passes on what the leader says, one claim.
"Washington says the leader expects …": two claims; the inner one is known through Washington.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from depesche.interlingua import analyse_span
from depesche.lang.schema.denials import load_denial_words
from depesche.ledger.agreement import is_core
from depesche.ledger.items import ASSERTING, Item
from depesche.records import Act, Span
from depesche.settings import NESTED_REST


def is_nested(a: Item, b: Item) -> bool:
    """Say whether one statement's content lies in the other's."""
    return a.report.id == b.report.id and (_inside(a.spans, b.spans) or _inside(b.spans, a.spans))


def _inside(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    return all(any(o.start <= s.start and s.end <= o.end for o in outer) for s in inner)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def nearest_around(item: Item, items: Iterable[Item]) -> Item | None:
    """Return the shortest statement an item lies in, cue and all; None where it lies in none."""
    around = [
        i
        for i in items
        if i.key != item.key
        and i.statement is not None
        and _inside(item.spans, i.spans)
        and _length(i.spans) > _length(item.spans)
    ]
    return min(around, key=lambda i: (_length(i.spans), i.key), default=None)


def inherit_parties(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give a statement nobody is named for the parties of the one it stands in ("data that show that …")."""
    by_report: dict[str, list[Item]] = {}
    everything = tuple(items)
    for item in everything:
        by_report.setdefault(item.report.id, []).append(item)
    out = []
    for item in everything:
        around = None if item.who or not item.statement else nearest_around(item, by_report[item.report.id])
        out.append(replace(item, parties=around.parties) if around else item)
    return tuple(out)


def denies_around(denial: Item, around: Item) -> bool:
    """Say whether a denial inside a statement answers it, not merely is what is told there.

    A noun of denial after a concessive word ("despite its denials") stands beside the main clause. So does a cue
    around which the statement goes on; a cue that begins the statement is its main clause.
    """
    cue = denial.statement.cue if denial.statement else ()
    if denial.act is not Act.DENY or around.act not in ASSERTING or not cue:
        return False
    before = around.report.text[max(0, cue[0].start - 40) : cue[0].start].casefold()
    words = load_denial_words(around.report.language).concessive
    return any(f" {word} " in f" {before} " for word in words)


def passes_on(around: Item, inner: Item, media: frozenset[str]) -> bool:
    """Say whether the outer statement is a medium's report of the inner and holds little else.

    What nobody is named for ("data that show …") is said by whoever says the whole.
    """
    if inner.act not in ASSERTING or around.act not in ASSERTING or not inner.statement or not around.who:
        return False
    if not inner.who:
        return True
    if set(around.who) != set(inner.who) and not all(voice in media for voice in around.who):
        return False
    told = [*inner.spans, *inner.statement.cue, *inner.statement.speaker]
    rest = _without(around.spans, told)
    left = analyse_span(around.report, rest).units if rest else ()
    return sum(u.weight for u in left if is_core(u)) <= NESTED_REST


def _without(spans: Iterable[Span], cut: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of `spans` without `cut`."""
    left = list(spans)
    for gone in cut:
        pieces = []
        for span in left:
            if gone.end <= span.start or span.end <= gone.start:
                pieces.append(span)
                continue
            pieces += [Span(span.start, gone.start)] if span.start < gone.start else []
            pieces += [Span(gone.end, span.end)] if gone.end < span.end else []
        left = pieces
    return tuple(left)
