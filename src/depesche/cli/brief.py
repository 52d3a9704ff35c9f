"""`depesche brief`: a pile of reports -> one sourced brief."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from depesche.brief.select import select_about, select_confident, select_since
from depesche.cli.progress import Problems, keep_readable, note_unknown, show_progress
from depesche.errors import InputError
from depesche.ingest.judgements import read_judgements
from depesche.ingest.read import read_reports
from depesche.lang.loader import languages
from depesche.pipeline import Failure, Options, annotate_reports, make_brief
from depesche.records import AnnotatedReport, Brief
from depesche.serialize import brief_to_json


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def _render(made: Brief, form: Format, lang: str, max_claims: int | None, color: bool) -> str:
    if form is Format.JSON:
        return json.dumps(brief_to_json(made), ensure_ascii=False, indent=1) + "\n"
    from depesche.brief.page import build_page

    page = build_page(made, lang, max_claims)
    if form is Format.HTML:
        from depesche.brief.html import render_html

        return render_html(page, made, lang)
    if form is Format.MARKDOWN:
        from depesche.brief.markdown import render_markdown

        return render_markdown(page)
    from depesche.brief.plain import render_text

    return render_text(page, color=color)


def _write(text: str, out: str | None) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    try:
        Path(out).write_text(text, "utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise InputError(out, f"can't be written ({reason})", "give another file with --out") from None


def brief(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files and folders of reports: text, HTML, .jsonl; - reads JSONL from standard input."),
    ],
    form: Annotated[Format, typer.Option("--format", help="How to show the brief.")] = Format.TEXT,
    lang: Annotated[str, typer.Option(help="The reader's language: " + ", ".join(languages()) + ".")] = "en",
    out: Annotated[str | None, typer.Option(help="File to write to; else standard output.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to annotate with.")] = 1,
    judgements: Annotated[
        str | None, typer.Option(help="JSONL file of decisions by hand; they overrule what is computed.")
    ] = None,
    max_claims: Annotated[
        int | None, typer.Option(min=1, help="Show at most this many claims; JSON has all of them.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out claims whose surest statement is read less surely.")
    ] = 0.0,
    since: Annotated[
        str | None, typer.Option(help="Show only claims of reports published on this ISO day or later.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="Use only reports published by this ISO day or instant.")] = None,
    about: Annotated[str | None, typer.Option(help="Show only claims by, through or about this entity.")] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(help="Leave out a report, an outlet or a party, to see what still stands; repeatable."),
    ] = None,
) -> None:
    """Print who claims what, through whom, who denies it, on how many feet it stands, and what changed on the way."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if lang not in languages():
        raise typer.BadParameter(
            f"{lang!r} is no language here; use one of {', '.join(languages())}", param_hint="--lang"
        )
    problems = Problems()
    decisions = read_judgements(judgements) if judgements else ()
    options = Options(lang, _day(as_of, "--as-of"), tuple(without or ()), decisions)
    kept = _annotate(paths, jobs, problems)
    note_unknown(decisions, kept)
    made = make_brief(kept, options)
    if about:
        made = select_about(made, about)
    if min_confidence:
        made = select_confident(made, min_confidence)
    if since:
        made = select_since(made, (_day(since, "--since") or "")[:10])
    _write(_render(made, form, lang, max_claims, sys.stdout.isatty() and out is None), out)
    raise typer.Exit(problems.status)


def _annotate(paths: list[str], jobs: int, problems: Problems) -> list[AnnotatedReport]:
    kept: list[AnnotatedReport] = []
    reports = keep_readable(read_reports(paths, sys.stdin), problems)
    for done in show_progress(annotate_reports(reports, jobs), "annotating"):
        if isinstance(done, Failure):
            problems.report(f"{done.id}: {done.reason}")
        else:
            kept.append(done)
    return kept


def _day(value: str | None, option: str) -> str | None:
    """Check an ISO day or instant; an instant must carry its zone, since a clock without one means nothing."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no ISO 8601 day or instant", param_hint=option) from None
    if len(value) > len("2024-02-14") and moment.tzinfo is None:
        raise typer.BadParameter(f"{value!r} has no zone; write {value}+00:00 or the day alone", param_hint=option)
    return value
