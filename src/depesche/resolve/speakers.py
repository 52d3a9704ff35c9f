"""Who said it, by a person's decision: judgements of kind "speaker" give a statement its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depesche.records import AnnotatedReport, Judgement, Source, SourceType, Statement
from depesche.text.fold import fold


def correct_speakers(reports: Sequence[AnnotatedReport], judgements: Sequence[Judgement]) -> Sequence[AnnotatedReport]:
    """Return the reports with the sources a person gave to statements, named by the statement's id.

    The source is named by any form of a name in a report, or by the id of an entity; of two decisions on one statement
    the later one stands.
    """
    decided = {j.left: j.right for j in judgements if j.kind == "speaker" and j.right}
    if not decided:
        return reports
    by_id = {name.entity: name.name for report in reports for name in report.names if name.entity}
    wanted = {statement: by_id.get(who, who) for statement, who in decided.items()}
    return [replace(r, statements=tuple(_corrected(r, s, wanted.get(s.id)) for s in r.statements)) for r in reports]


def _corrected(report: AnnotatedReport, statement: Statement, name: str | None) -> Statement:
    """Return the statement as said by somebody; the name of the report that has that form leads to its bearer."""
    if name is None:
        return statement
    there = [n for n in report.names if fold(name) in (fold(n.name), fold(report.text[slice(*n.span)]))]
    forms = tuple(dict.fromkeys(report.text[slice(*n.span)] for n in there)) or (name,)
    return replace(statement, who=(Source(name, forms, SourceType.NAMED, there[0].entity if there else None),))
