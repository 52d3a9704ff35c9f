"""Which reports have another's text, what was lost or shifted on the way, what they tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.brief.builder import Builder
from depesche.brief.parts import Entry
from depesche.records import Distortion, DistortionKind, ReportPart, Reuse, ReuseKind
from depesche.settings import HANDS_LINES


def make_hands(b: Builder) -> tuple[Entry, ...]:
    """Return who has it from whom, a line a report or passage, then distortions and conflicts; these are bounded."""
    out = [_passed_on(b, use) for use in nearest_sources(b.brief.reuse)]
    out += [_from_elsewhere(b, part) for part in b.brief.parts]
    shown = sorted(b.brief.distortions, key=_worth)[:HANDS_LINES]
    out += [_changed(b, d) for d in b.brief.distortions if d in shown]
    for c in b.brief.conflicts[:HANDS_LINES]:
        out.append(Entry(f"{b.words['conflict']}: {b.words[c.kind]}", tuple(b.glossed(p) for p in c.between), c.why))
    return tuple(out)


def nearest_sources(reuse: Sequence[Reuse]) -> tuple[Reuse, ...]:
    """Return for each report that has another's text the likeliest reuse: a copy before a translation."""
    order = {ReuseKind.COPY: 0, ReuseKind.TRANSLATION: 1, ReuseKind.CREDIT: 2}
    best: dict[str, Reuse] = {}
    for use in sorted(reuse, key=lambda u: (u.to, order[u.kind], -u.score, u.source)):
        best.setdefault(use.to, use)
    return tuple(best[to] for to in sorted(best))


def _passed_on(b: Builder, use: Reuse) -> Entry:
    head = f"[{b.numbers[use.to]}] {b.words[use.kind.value]} [{b.numbers[use.source]}]"
    shown = use.evidence[:2] if use.kind is ReuseKind.TRANSLATION else use.evidence[:1]
    return Entry(head, tuple(b.glossed(e) for e in shown), use.decided or "")


def _from_elsewhere(b: Builder, part: ReportPart) -> Entry:
    """Show the first sentence of a passage with its counterpart, and through whom the other report has it."""
    report, source = b.numbers[part.report], b.numbers[part.source]
    where = f"[{report}:{part.span.start}–{part.span.end}]"
    head = b.words.fill(f"part_{part.kind.value}", report=where, source=f"[{source}]")
    media = {"media": ", ".join(part.unnamed), "report": f"[{report}]", "source": f"[{source}]"}
    note = b.words.fill("part_unnamed", **media) if part.unnamed else ""
    return Entry(head, (b.glossed(part.evidence[1]), b.glossed(part.evidence[0])), note)


def _worth(d: Distortion) -> tuple[bool, str, str]:
    return (d.kind is DistortionKind.HEADLINE_HARDER, d.source.report, d.to.report)


def _changed(b: Builder, d: Distortion) -> Entry:
    head = f"{b.words[d.kind.value]}: [{b.numbers[d.source.report]}] → [{b.numbers[d.to.report]}]"
    return Entry(head, (b.glossed(d.source), b.glossed(d.to)), d.why)
