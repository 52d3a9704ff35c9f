"""Statements at one place of one dispatch: the copy or translation of a sentence says what the sentence says.

Likeness of words can fail on a short statement ("It is over"); its place in an aligned pair of sentences doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depesche.ledger.items import Item
from depesche.ledger.same import figures_clash, numbers_clash
from depesche.records import ReportSpan, Reuse, ReuseKind, Span

Pair = tuple[str, str]


def aligned_pairs(items: Iterable[Item], reuse: Sequence[Reuse]) -> set[Pair]:
    """Return pairs of item keys, each sorted, that stand in aligned sentences of a copy or translation.

    Two sentences' statements are paired in their order, and only where both hold equally many with the same acts.
    """
    by_report: dict[str, list[Item]] = {}
    for item in items:
        if item.statement is not None:
            by_report.setdefault(item.report.id, []).append(item)
    out: set[Pair] = set()
    for use in reuse:
        if use.kind is ReuseKind.CREDIT:
            continue
        for left, right in zip(use.evidence[::2], use.evidence[1::2], strict=False):
            a, b = _inside(by_report, left.report, left.span), _inside(by_report, right.report, right.span)
            if len(a) == len(b) and [i.act for i in a] == [i.act for i in b]:
                out |= {
                    (x.key, y.key) if x.key < y.key else (y.key, x.key)
                    for x, y in zip(a, b, strict=True)
                    if _may_stand(x, y)
                }
    return out


def _may_stand(a: Item, b: Item) -> bool:
    """Say whether the figures and days of two statements let one stand for the other."""
    return not figures_clash(a, b) and not numbers_clash(a, b)


def sentence_partners(items: Iterable[Item], reuse: Sequence[Reuse]) -> dict[ReportSpan, list[Item]]:
    """Return for each aligned sentence the statements that stand in the sentences of other reports it pairs with."""
    by_report: dict[str, list[Item]] = {}
    for item in items:
        by_report.setdefault(item.report.id, []).append(item)
    out: dict[ReportSpan, list[Item]] = {}
    for use in reuse:
        if use.kind is not ReuseKind.CREDIT:
            for left, right in zip(use.evidence[::2], use.evidence[1::2], strict=False):
                out.setdefault(left, []).extend(_inside(by_report, right.report, right.span))
                out.setdefault(right, []).extend(_inside(by_report, left.report, left.span))
    return out


def _inside(by_report: Mapping[str, Sequence[Item]], report: str, span: Span) -> list[Item]:
    """Return the statements whose content begins in a sentence, outermost first."""
    found = [i for i in by_report.get(report, ()) if span.start <= i.spans[0].start < span.end]
    return sorted(found, key=lambda i: (i.spans[0].start, -i.spans[-1].end))


def dispatch_groups(reuse: Sequence[Reuse]) -> dict[str, str]:
    """Map each report that shares its text with another to the least id of its group."""
    first: dict[str, str] = {}

    def root(report: str) -> str:
        while (up := first.setdefault(report, report)) != report:
            first[report] = report = first[up]
        return report

    for use in reuse:
        if use.kind is not ReuseKind.CREDIT:
            keep, drop = sorted((root(use.source), root(use.to)))
            first[drop] = keep
    return {report: root(report) for report in sorted(first)}
