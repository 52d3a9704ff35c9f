"""Page -> one self-contained HTML file: quotations link into their reports, nothing is loaded, no script is needed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from depesche.brief.parts import Page, Ref
from depesche.records import AnnotatedReport, Brief, SegmentKind, Span, Stance
from depesche.settings import MATRIX_REPORTS

_SIGN = {Stance.DENIES: "✗", Stance.DECLINES: "–", Stance.STATES: "○"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text; `anchors` are the ids of quotations that begin here."""

    text: str
    marked: bool
    anchors: tuple[str, ...]
    kind: str


def anchor(ref: Ref) -> str:
    """Return the id of a quotation in the page."""
    return f"r{ref.number}-{ref.place.span.start}-{ref.place.span.end}"


def _refs_of(page: Page) -> list[Ref]:
    rows = [row for story in page.stories for row in story.rows]
    refs = [r for row in rows for r in row.head.refs]
    refs += [r for row in rows for voice in row.voices for r in voice.refs]
    entries = [*page.lead, *(entry for _, found in page.sections() for entry in found)]
    refs += [r for entry in entries for r in entry.refs]
    refs += [r for entry in entries for quote in entry.quotes for r in quote.refs]
    return refs + [r for story in page.stories if story.title for r in story.title.refs]


def cut_pieces(report: AnnotatedReport, refs: Iterable[Ref]) -> tuple[Piece, ...]:
    """Cut a report's text where quotations or segments begin and end; the pieces join to the whole text."""
    text = report.text
    spans: dict[Span, str] = {ref.place.span: anchor(ref) for ref in refs}
    kinds = {s.span: s.kind for s in report.segments}
    cuts = sorted({0, len(text), *(p for s in spans for p in s), *(p for s in kinds for p in s)})
    events: dict[int, int] = {}
    for span in spans:
        events[span.start] = events.get(span.start, 0) + 1
        events[span.end] = events.get(span.end, 0) - 1
    kind_at = {span.start: kind.value for span, kind in kinds.items()}
    ends = {span.end for span in kinds}
    out, depth, kind = [], 0, ""
    for start, end in itertools.pairwise(cuts):
        depth += events.get(start, 0)
        if start in ends:
            kind = ""
        kind = kind_at.get(start, kind)
        names = tuple(sorted(name for span, name in spans.items() if span.start == start))
        out.append(Piece(text[start:end], depth > 0, names, kind))
    return tuple(out)


def _matrix(page: Page, brief: Brief) -> list[dict[str, Any]]:
    """One row a claim, one cell a report: who says it (●), denies it (✗), declines (–), states it unsourced (○).

    With more reports than fit on a page there is none: the rows say the same.
    """
    rows: list[dict[str, Any]] = []
    if len(brief.reports) > MATRIX_REPORTS:
        return rows
    for row in (r for story in page.stories for r in story.rows):
        cells: Mapping[str, set[str]] = {r.id: set() for r in brief.reports}
        for s in row.claim.statements:
            cells[s.report].add(_SIGN.get(s.stance, "●"))
        rows.append({"label": row.label, "head": row.head, "cells": ["".join(sorted(c)) for c in cells.values()]})
    return rows


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals["anchor"] = anchor
    source = files("depesche.brief").joinpath("templates", "brief.html.j2").read_text("utf-8")
    return environment.from_string(source)


def render_html(page: Page, brief: Brief, language: str) -> str:
    """Return the page as HTML with the reports' full texts below, each quotation marked where it stands."""
    by_report: dict[str, list[Ref]] = {}
    for ref in _refs_of(page):
        by_report.setdefault(ref.place.report, []).append(ref)
    reports = [
        {
            "number": page.numbers[r.id],
            "report": r.report,
            "pieces": cut_pieces(r, by_report.get(r.id, ())),
            "furniture": SegmentKind.BOILERPLATE.value,
        }
        for r in brief.reports
    ]
    rendered: str = _template().render(
        page=page, words=page.words, language=language, reports=reports, matrix=_matrix(page, brief)
    )
    return rendered
