"""What a person decided about texts: judgements of kind "copy" and "not-a-copy" overrule the reuse that was found."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from depesche.records import AnnotatedReport, Judgement, ReportPart, Reuse, ReuseKind

Pair = frozenset[str]


def decide_reuse(
    reuse: Sequence[Reuse], reports: Sequence[AnnotatedReport], judgements: Sequence[Judgement]
) -> tuple[Reuse, ...]:
    """Return the reuse as decided, in order of source and target; of two decisions on one pair the later one stands.

    Two reports that are no copies are parted altogether: where further reports still tie them together, the least sure
    link between them goes, until none is left.
    """
    language = {r.id: r.language for r in reports}
    decided = _by_pair(judgements, language)
    out = [use for use in reuse if frozenset((use.source, use.to)) not in decided]
    for pair, judgement in sorted(decided.items(), key=lambda item: sorted(item[0])):
        if judgement.kind == "copy":
            one, other = judgement.left, judgement.right or ""
            kind = ReuseKind.COPY if language[one] == language[other] else ReuseKind.TRANSLATION
            evidence = next((use.evidence for use in reuse if {use.source, use.to} == pair), ())
            out.append(Reuse(one, other, kind, 1.0, evidence, judgement.why))
    for pair, judgement in sorted(decided.items(), key=lambda item: sorted(item[0])):
        while judgement.kind == "not-a-copy" and (links := _links_between(out, *sorted(pair))):
            out.remove(min(links, key=lambda use: (use.decided is not None, use.score, use.source, use.to)))
    return tuple(sorted(out, key=lambda use: (use.source, use.to)))


def decide_parts(parts: Sequence[ReportPart], judgements: Sequence[Judgement]) -> tuple[ReportPart, ...]:
    """Return the parts without those between two reports that a person called no copies."""
    decided = _by_pair(judgements, {p.report: None for p in parts} | {p.source: None for p in parts})
    apart = {pair for pair, judgement in decided.items() if judgement.kind == "not-a-copy"}
    return tuple(p for p in parts if frozenset((p.report, p.source)) not in apart)


def _by_pair(judgements: Sequence[Judgement], known: Mapping[str, str | None]) -> dict[Pair, Judgement]:
    told = (j for j in judgements if j.kind in ("copy", "not-a-copy"))
    return {frozenset((j.left, j.right)): j for j in told if j.right and {j.left, j.right} <= known.keys()}


def _links_between(reuse: Sequence[Reuse], start: str, goal: str) -> list[Reuse]:
    """Return a shortest way from one report to another by reuse other than credit, empty where there is none."""
    ways: dict[str, list[Reuse]] = {}
    for use in reuse:
        if use.kind is not ReuseKind.CREDIT:
            ways.setdefault(use.source, []).append(use)
            ways.setdefault(use.to, []).append(use)
    came: dict[str, Reuse | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        at = waiting.popleft()
        for use in ways.get(at, ()):
            there = use.to if use.source == at else use.source
            if there not in came:
                came[there] = use
                waiting.append(there)
    out: list[Reuse] = []
    at = goal
    while (step := came.get(at)) is not None:
        out.append(step)
        at = step.source if step.to == at else step.to
    return out
