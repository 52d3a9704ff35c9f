"""Where the reports lie in time and which have another's text, as places of a drawing: one row a text.

The drawing repeats what the sections say; who can't see it misses nothing.
"""

from __future__ import annotations

from datetime import date

from depesche.brief.builder import Builder
from depesche.brief.days import show_day
from depesche.brief.hands import nearest_sources
from depesche.brief.parts import Arrow, Dot, Drawing
from depesche.records import Brief, ReuseKind
from depesche.settings import DRAWN_REPORTS

WIDTH, ROW, LEFT, TOP, STEP = 720, 34, 60, 26, 30  # units of the drawing


def make_drawing(b: Builder) -> Drawing | None:
    """Return the drawing; None for one report, and for more than fit on a page."""
    reports = b.brief.reports
    if not 1 < len(reports) <= DRAWN_REPORTS:
        return None
    days = {r.id: r.report.published[:10] for r in reports if r.report.published}
    column = _columns(sorted(set(days.values())))
    row = _rows(b.brief)
    taken: dict[tuple[int, int], int] = {}
    dots = {}
    for report in reports:
        place = (column[days[report.id]] if report.id in days else LEFT // 2, TOP + ROW // 2 + row[report.id] * ROW)
        shift = taken.get(place, 0)
        taken[place] = shift + 1
        title = f"[{b.numbers[report.id]}] {report.report.outlet or report.id}"
        when = show_day(days[report.id], b.words) if report.id in days else b.words["undated"]
        dots[report.id] = Dot(b.numbers[report.id], place[0] + shift * STEP, place[1], f"{title}, {when}")
    arrows = tuple(_arrow(b, dots[use.source], dots[use.to], use.kind) for use in nearest_sources(b.brief.reuse))
    width = max([WIDTH, *(dot.x + STEP for dot in dots.values())])
    height = TOP + ROW * (max(row.values()) + 1)
    ticks = tuple((x, show_day(day, b.words)) for day, x in _spread(column))
    undated = b.words["undated"] if len(days) < len(reports) else ""
    return Drawing(width, height, tuple(dots.values()), arrows, ticks, undated)


def _columns(days: list[str]) -> dict[str, int]:
    """Place days from left to right, true to the time between them but never closer than two dots."""
    if not days:
        return {}
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    span = max((last - first).days, 1)
    out: dict[str, int] = {}
    at = LEFT
    for day in days:
        wanted = LEFT + round((WIDTH - LEFT - 4 * STEP) * (date.fromisoformat(day) - first).days / span)
        at = max(wanted, at)
        out[day] = at
        at += 2 * STEP
    return out


def _spread(column: dict[str, int]) -> list[tuple[str, int]]:
    """Return the days that can be written without touching each other."""
    out: list[tuple[str, int]] = []
    for day, x in sorted(column.items()):
        if not out or x - out[-1][1] >= 4 * STEP:
            out.append((day, x))
    return out


def _rows(brief: Brief) -> dict[str, int]:
    """Give each text a row: reports that share one are in the row of their source."""
    source = {use.to: use.source for use in nearest_sources(brief.reuse) if use.kind is not ReuseKind.CREDIT}
    row_of_text: dict[str, int] = {}
    out: dict[str, int] = {}
    for report in sorted(brief.reports, key=lambda r: (r.report.published or "9999", r.id)):
        root, seen = report.id, {report.id}
        while (up := source.get(root)) is not None and up not in seen:
            root = up
            seen.add(up)
        text = min(seen) if source.get(root) is not None else root  # sources in a ring are one text
        out[report.id] = row_of_text.setdefault(text, len(row_of_text))
    return out


def _arrow(b: Builder, source: Dot, to: Dot, kind: ReuseKind) -> Arrow:
    title = f"[{to.number}] {b.words[kind.value]} [{source.number}]"
    return Arrow(source.x, source.y, to.x, to.y, kind.value, title)
