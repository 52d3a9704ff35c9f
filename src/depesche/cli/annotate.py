"""`depesche annotate`: one line of JSON a report, streaming."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from depesche.cli.progress import Problems, keep_readable, note_unknown, show_progress
from depesche.ingest.judgements import read_judgements
from depesche.ingest.read import read_reports
from depesche.pipeline import Failure, annotate_reports, resolve_reports
from depesche.records import AnnotatedReport
from depesche.serialize import annotation_to_json


def _print(report: AnnotatedReport) -> None:
    sys.stdout.write(json.dumps(annotation_to_json(report), ensure_ascii=False) + "\n")


def annotate(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files and folders of reports: text, HTML, .jsonl; - reads JSONL from standard input."),
    ],
    resolve: Annotated[
        bool,
        typer.Option("--resolve", help="Read all input first; an entity id means the same entity in every report."),
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to annotate with.")] = 1,
    judgements: Annotated[
        str | None,
        typer.Option(help="JSONL file of decisions by hand; with --resolve they overrule what is computed."),
    ] = None,
) -> None:
    """Print what stands in each report: segments, names, times, figures, statements. One JSON object a line."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    problems = Problems()
    decisions = read_judgements(judgements) if judgements else ()
    reports = keep_readable(read_reports(paths, sys.stdin), problems)
    kept: list[AnnotatedReport] = []
    for done in show_progress(annotate_reports(reports, jobs), "annotating"):
        if isinstance(done, Failure):
            problems.report(f"{done.id}: {done.reason}")
        elif resolve:
            kept.append(done)
        else:
            _print(done)
    if resolve:
        note_unknown(decisions, kept)
        for report in resolve_reports(kept, decisions):
            _print(report)
    raise typer.Exit(problems.status)
