"""Where reports date or count one thing differently: listed with both wordings, never decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from depesche import settings
from depesche.group.alignment import Matrix, Passage, passage_likeness, read_passages, telling_likeness
from depesche.group.cluster import connect
from depesche.group.stories import Grouping
from depesche.records import AnnotatedReport, Conflict, Quantity, ReportSpan, Reuse, Time
from depesche.text.spans import overlap


@dataclass(frozen=True, slots=True)
class _Difference:
    """Two sentences on one thing, and how they differ."""

    kind: str
    left: ReportSpan
    right: ReportSpan
    why: str


def find_conflicts(
    reports: Sequence[AnnotatedReport], grouping: Grouping, reuse: Sequence[Reuse] = ()
) -> tuple[Conflict, ...]:
    """Return the conflicts inside each storyline, in order of the first place.

    Reports that have their text from each other are left out: what they change is a distortion.
    """
    by_id = {report.id: report for report in reports}
    same_text = {frozenset((r.source, r.to)) for r in reuse}
    lines: dict[str, list[str]] = {}
    for story in grouping.stories:
        lines.setdefault(story.storyline, []).extend(i for i in story.reports if i in by_id)
    found: list[_Difference] = []
    for members in lines.values():
        if 1 < len(members) <= settings.CONFLICT_REPORTS:
            found += _inside(sorted(members), by_id, same_text)
    return tuple(sorted(_merge(found), key=lambda c: (c.between, c.kind)))


def _inside(
    members: Sequence[str], by_id: dict[str, AnnotatedReport], same_text: set[frozenset[str]]
) -> Iterator[_Difference]:
    passages = {i: read_passages(by_id[i]) for i in members}
    for n, a in enumerate(members):
        for b in members[n + 1 :]:
            if passages[a] and passages[b] and frozenset((a, b)) not in same_text:
                yield from _between(by_id[a], passages[a], by_id[b], passages[b])


def _between(
    left: AnnotatedReport, ours: Sequence[Passage], right: AnnotatedReport, theirs: Sequence[Passage]
) -> Iterator[_Difference]:
    likeness = passage_likeness(ours, theirs)
    times = [_times(left, p) for p in ours], [_times(right, p) for p in theirs]
    for i, j in _rivals(likeness, [len(t) == 1 for t in times[0]], [len(t) == 1 for t in times[1]]):
        a, b = times[0][i][0], times[1][j][0]
        if _dates_differ(a, b):
            yield _difference("date", left, a, right, b)
    figures = [_figures(left, p) for p in ours], [_figures(right, p) for p in theirs]
    for i, j in _rivals(likeness, [len(f) == 1 for f in figures[0]], [len(f) == 1 for f in figures[1]]):
        c, d = figures[0][i][0], figures[1][j][0]
        if _figures_differ(c, d) and telling_likeness(ours[i : i + 1], theirs[j : j + 1]) >= settings.SAME_NAMED:
            yield _difference("figure", left, c, right, d)


def _rivals(likeness: Matrix, ours: Sequence[bool], theirs: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield pairs of sentences that are alike enough, each the other's best of those that name one time or figure."""
    kept = likeness * np.outer(ours, theirs)
    for i, j in zip(*(kept >= settings.CONFLICT_SAME).nonzero(), strict=True):
        if int(kept[i].argmax()) == j and int(kept[:, j].argmax()) == i:
            yield int(i), int(j)


def _difference(
    kind: str, left: AnnotatedReport, ours: Time | Quantity, right: AnnotatedReport, theirs: Time | Quantity
) -> _Difference:
    one, other = left.text[slice(*ours.span)], right.text[slice(*theirs.span)]
    why = f"{one} ({ours.value}) against {other} ({theirs.value})"
    return _Difference(kind, ReportSpan(left.id, ours.span), ReportSpan(right.id, theirs.span), why)


def _times(report: AnnotatedReport, passage: Passage) -> list[Time]:
    """Return the dated times of a sentence, of what its statements report where it has any: not when it was said."""
    inside = [t for t in report.times if t.begin and passage.span.start <= t.span.start < passage.span.end]
    said = [s for s in report.statements if any(overlap(part, passage.span) for part in (*s.content, *s.cue))]
    if not said:
        return inside
    return [t for t in inside if any(overlap(t.span, part) for s in said for part in s.content)]


def _figures(report: AnnotatedReport, passage: Passage) -> list[Quantity]:
    return [q for q in report.quantities if passage.span.start <= q.span.start < passage.span.end]


def _dates_differ(left: Time, right: Time) -> bool:
    """Say whether two times of like length lie apart, but not so far that two things must be meant."""
    if left.begin is None or left.end is None or right.begin is None or right.end is None:
        return False
    a, b = (date.fromisoformat(x) for x in (left.begin, left.end))
    c, d = (date.fromisoformat(x) for x in (right.begin, right.end))
    shorter, longer = sorted(((b - a).days + 1, (d - c).days + 1))
    if longer > settings.CONFLICT_SPAN_DAYS or longer > settings.CONFLICT_LENGTHS * shorter:
        return False
    gap = (max(a, c) - min(b, d)).days
    return 0 < gap <= settings.CONFLICT_GAP_DAYS


def _figures_differ(left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit or left.approx or right.approx:
        return False
    if isinstance(left.value, tuple) or isinstance(right.value, tuple):
        return False
    low, high = sorted((left.value, right.value))
    return low >= settings.LEAST_FIGURE and high / low >= settings.FIGURE_APART


def _merge(found: Sequence[_Difference]) -> Iterator[Conflict]:
    """Join differences that share a place into one conflict."""
    for kind in ("date", "figure"):
        mine = [d for d in found if d.kind == kind]
        names = {_name(p): p for d in mine for p in (d.left, d.right)}
        for group in connect(names, ((_name(d.left), _name(d.right)) for d in mine)):
            places = tuple(sorted(names[n] for n in group))
            why = "; ".join(sorted(d.why for d in mine if d.left in places))
            yield Conflict(kind, places, why)


def _name(place: ReportSpan) -> str:
    return f"{place.report}\x1f{place.span.start:09}\x1f{place.span.end:09}"
