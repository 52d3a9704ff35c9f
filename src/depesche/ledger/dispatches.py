"""Who passed a claim on (dispatches): copies and translations of one text are one, as is a passage taken from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from depesche.ledger.aligned import dispatch_groups
from depesche.records import Dispatch, PartKind, ReportPart, Reuse, ReuseKind

_TAKEN = {PartKind.COPY: "copied", PartKind.TRANSLATION: "translated"}


def parts_by_report(parts: Iterable[ReportPart]) -> dict[str, tuple[ReportPart, ...]]:
    """Return the parts of each report that has any."""
    out: dict[str, tuple[ReportPart, ...]] = {}
    for part in parts:
        out[part.report] = (*out.get(part.report, ()), part)
    return out


def group_dispatches(
    report_ids: Iterable[str], reuse: Sequence[Reuse], dispatch: Mapping[str, str] | None = None
) -> tuple[Dispatch, ...]:
    """Group reports that pass on one text; copies and translations are one dispatch, each with its reason.

    `dispatch` is `dispatch_groups(reuse)` where it is known. Two reports can have one text by way of a third, which
    need not be among those asked for.
    """
    dispatch = dispatch_groups(reuse) if dispatch is None else dispatch
    members: dict[str, list[str]] = {}
    for report in sorted(set(report_ids)):
        members.setdefault(dispatch.get(report, report), []).append(report)
    shared = {report for found in members.values() if len(found) > 1 for report in found}
    uses: dict[str, list[Reuse]] = {}
    for use in reuse:
        if use.source in shared and use.to in shared and use.kind is not ReuseKind.CREDIT:
            uses.setdefault(dispatch[use.to], []).append(use)
    return tuple(Dispatch(tuple(found), _why_one(found, uses.get(key, ()))) for key, found in sorted(members.items()))


def _why_one(reports: Sequence[str], uses: Sequence[Reuse]) -> str:
    """Say which report has whose text."""
    if len(reports) == 1:
        return "no other report here shares its text"
    why = []
    for use in sorted(uses, key=lambda u: (u.source, u.to)):
        word = "a copy" if use.kind is ReuseKind.COPY else "a translation or rewrite"
        why.append(f"{use.to} is {word} of {use.source}" + (f", {use.decided}" if use.decided else ""))
    named = {report for use in uses for report in (use.source, use.to)}
    why += [f"{report} has the same text by way of a further report" for report in reports if report not in named]
    return "; ".join(why)


def dispatches_of(
    told: Mapping[str, Sequence[int]],
    reuse: Sequence[Reuse],
    parts: Mapping[str, Sequence[ReportPart]],
    dispatch: Mapping[str, str],
) -> tuple[Dispatch, ...]:
    """Return the dispatches of a claim: `told` maps reports to where they tell it, `parts` to their passages.

    A report that has all it says of the claim in a passage taken from another one is of that one's dispatch here;
    `dispatch` maps each report that shares its whole text to its dispatch.
    """
    taken = _taken_from(told, parts, dispatch)
    homes = {report: dispatch.get(part.source, part.source) for report, part in taken.items()}
    found = group_dispatches(told, reuse, {**dispatch, **homes} if homes else dispatch)
    return tuple(_with_passages(d, taken) for d in found) if taken else found


def _taken_from(
    told: Mapping[str, Sequence[int]], parts: Mapping[str, Sequence[ReportPart]], dispatch: Mapping[str, str]
) -> dict[str, ReportPart]:
    """Return for reports that tell a claim in a passage alone that passage, if its source tells it too."""
    out: dict[str, ReportPart] = {}
    for report, starts in told.items():
        for part in parts.get(report, ()):
            home = dispatch.get(part.source, part.source)
            inside = all(part.span.start <= start < part.span.end for start in starts)
            there = any(dispatch.get(other, other) == home for other in told if other != report)
            if part.kind in _TAKEN and inside and there:
                out[report] = part
    return out


def _with_passages(found: Dispatch, taken: Mapping[str, ReportPart]) -> Dispatch:
    """Add to a dispatch's reason which report has it in a passage of which."""
    parts = [taken[report] for report in found.reports if report in taken and len(found.reports) > 1]
    why = [f"{p.report} has it in a passage {_TAKEN[p.kind]} from {p.source}" for p in parts]
    shared = [found.why] if len(found.reports) > len(parts) + 1 else []
    return replace(found, why="; ".join((*shared, *why))) if why else found
