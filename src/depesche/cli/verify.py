"""`depesche verify`: a brief against the reports it was made from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from depesche.brief.verify import verify_brief
from depesche.cli.progress import Problems, keep_readable
from depesche.errors import InputError
from depesche.ingest.read import read_reports


def _load(path: str) -> dict[str, Any]:
    cure = "give the JSON that depesche brief --format json wrote"
    try:
        data = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise InputError(path, f"can't be read ({(error.strerror or '').lower()})", "check the path") from None
    except (ValueError, RecursionError):
        raise InputError(path, "is no JSON", cure) from None
    if not isinstance(data, dict):
        raise InputError(path, "is no brief", cure)
    return data


def verify(
    brief: Annotated[str, typer.Argument(help="JSON written by depesche brief --format json.")],
    paths: Annotated[list[str], typer.Argument(help="The reports it was made from, as given to depesche brief.")],
) -> None:
    """Check a brief against its reports: every wording, count and reference. Exit status 1 when anything is wrong."""
    problems = Problems()
    texts = {r.id: r.text for r in keep_readable(read_reports(paths, sys.stdin), problems)}
    data = _load(brief)
    faults = verify_brief(data, texts)
    for fault in faults:
        problems.report(fault)
    if not faults:
        claims = len(data["claims"])
        typer.echo(
            f"{brief}: {claims} claims from {len(data['reports'])} reports; every wording, count and reference holds."
        )
    raise typer.Exit(problems.status)
