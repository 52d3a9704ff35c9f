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
_FIELDS_OF_DECISION = (  # of two judgements of one field on one pair the later stands
    frozenset({"same", "different"}),
    frozenset({"copy", "not-a-copy"}),
    frozenset({"same-story", "different-stories"}),
    frozenset({"same-claim", "different-claims"}),
    frozenset({"speaker"}),
)
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


def _unknown(judgement: Judgement, reports: Set[str], statements: Set[str]) -> list[str]:
    """Return the reports or statements a judgement names that aren't there.

    Entities are named by any of their forms, and forms come and go with the reports: these are not looked up.
    """
    names = {judgement.left} if judgement.kind == "speaker" else {judgement.left, judgement.right or judgement.left}
    if judgement.kind in _OF_STATEMENTS:
        return sorted(names - statements)
    return sorted(names - reports) if judgement.kind in _OF_REPORTS else []


def name_unknown(judgements: Iterable[Judgement], reports: Set[str], statements: Set[str]) -> list[str]:
    """Return a line for each judgement that names a report or statement that isn't there, so that none fails unseen."""
    out = []
    for judgement in judgements:
        what = "statement" if judgement.kind in _OF_STATEMENTS else "report"
        for name in _unknown(judgement, reports, statements):
            told = f"the judgement {judgement.kind} of {judgement.author}"
            out.append(f"{told} names a {what} that isn't here, {name[:LONGEST_QUOTED]!r}, and is left out")
    return out


def standing(judgements: Iterable[Judgement], reports: Set[str], statements: Set[str]) -> tuple[Judgement, ...]:
    """Return the judgements, in order of time, that are about what is there and that no later one overrules."""
    last: dict[tuple[frozenset[str], ...], Judgement] = {}
    for judgement in judgements:
        if _unknown(judgement, reports, statements):
            continue
        field = next(group for group in _FIELDS_OF_DECISION if judgement.kind in group)
        about = {judgement.left} if judgement.kind == "speaker" else {judgement.left, judgement.right or ""}
        last.pop((field, frozenset(about)), None)
        last[field, frozenset(about)] = judgement
    return tuple(last.values())


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
