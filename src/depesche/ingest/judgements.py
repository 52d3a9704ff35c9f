"""`--judgements FILE.jsonl`: decisions by hand, one a line, that overrule what is computed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from datetime import datetime
from pathlib import Path

from depesche.errors import JudgementError, UnreadableReport
from depesche.ingest.decode import decode_text
from depesche.records import Judgement
from depesche.settings import LONGEST_QUOTED

KINDS = frozenset(
    {
        "same",
        "different",
        "copy",
        "not-a-copy",
        "speaker",
        "same-claim",
        "different-claims",
        "same-story",
        "different-stories",
    }
)
_OF_REPORTS = frozenset({"copy", "not-a-copy", "same-story", "different-stories"})
_OF_STATEMENTS = frozenset({"same-claim", "different-claims", "speaker"})  # "speaker" by its left side alone
_FIELDS = ("kind", "left", "author", "time", "reason")
_CURE = 'write {"kind": "same", "left": …, "right": …, "author": …, "time": …, "reason": …}'


def _read_line(line: str, source: str) -> Judgement:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise JudgementError(source, "is no JSON", _CURE) from None
    if not isinstance(data, dict):
        raise JudgementError(source, "is no JSON object", _CURE)
    missing = [name for name in (*_FIELDS, "right") if not isinstance(data.get(name), str) or not data[name]]
    if missing:
        raise JudgementError(source, f"lacks {', '.join(missing)}", _CURE)
    if data["kind"] not in KINDS:
        raise JudgementError(
            source, f"has the kind {data['kind'][:LONGEST_QUOTED]!r}", f"use one of {', '.join(sorted(KINDS))}"
        )
    if data["left"] == data["right"]:
        shown = data["left"][:LONGEST_QUOTED]
        raise JudgementError(source, f"names {shown!r} twice", "name two things that are to be one, or to be two")
    try:
        datetime.fromisoformat(data["time"])
    except ValueError:
        shown = data["time"][:LONGEST_QUOTED]
        raise JudgementError(source, f"has the time {shown!r}", 'write it as ISO 8601, "2024-02-14"') from None
    return Judgement(data["kind"], data["left"], data["right"], data["author"], data["time"], data["reason"])


def name_unknown(judgements: Iterable[Judgement], reports: Set[str], statements: Set[str]) -> list[str]:
    """Return a line for each judgement that names a report or statement that isn't there, so that none fails unseen.

    Entities are named by any of their forms, and forms come and go with the reports: these are not looked up.
    """
    out = []
    for judgement in judgements:
        what = "statement" if judgement.kind in _OF_STATEMENTS else "report"
        names = {judgement.left} if judgement.kind == "speaker" else {judgement.left, judgement.right or judgement.left}
        known = statements if what == "statement" else reports
        for name in sorted(names - known) if judgement.kind in _OF_STATEMENTS | _OF_REPORTS else ():
            told = f"the judgement {judgement.kind} of {judgement.author}"
            out.append(f"{told} names a {what} that isn't here, {name[:LONGEST_QUOTED]!r}, and is left out")
    return out


def read_judgements(path: str) -> tuple[Judgement, ...]:
    """Return the judgements of a file in order of time, author, kind, so that their order in the file is no matter.

    Raises:
        JudgementError: the file can't be read, or a line isn't a judgement; names the line and the cure.
    """
    try:
        text = decode_text(Path(path).read_bytes(), path)
    except OSError as error:
        raise JudgementError(path, f"can't be read ({(error.strerror or '').lower()})", "check the path") from None
    except UnreadableReport as error:
        raise JudgementError(path, error.reason, error.cure) from None
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    found = [_read_line(line, f"{path}, line {number}") for number, line in lines]
    return tuple(sorted(found, key=lambda j: (j.time, j.author, j.kind, j.left, j.right or "")))
