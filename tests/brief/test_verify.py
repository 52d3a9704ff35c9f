"""depesche verify finds what doesn't hold, wherever a brief is touched."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest

from depesche.brief.verify import verify_brief
from depesche.ingest.read import read_reports
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Report
from depesche.serialize import brief_to_json
from tests.conftest import EXAMPLES

Json = dict[str, Any]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {r.id: r.text for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)}


@pytest.fixture(scope="module")
def brief() -> Json:
    reports = [annotate_report(r) for r in read_reports([str(EXAMPLES)]) if isinstance(r, Report)]
    made: Json = json.loads(json.dumps(brief_to_json(make_brief(reports, Options()))))
    return made


def test_a_brief_of_ours_holds(brief: Json, texts: dict[str, str]) -> None:
    assert verify_brief(brief, texts) == []


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [p for key, inner in value.items() for p in _leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [p for n, inner in enumerate(value) for p in _leaves(inner, (*path, n))]
    return [path] if value is not None else []


def _touches_proof(path: tuple[Any, ...]) -> bool:
    """Quotations, counts and references; reasons, glosses, scores and what is read from them are no proofs."""
    fields = [p for p in path if isinstance(p, str)]
    quoted = {"text", "spans", "span", "report", "reports", "cue", "statement"}
    if fields[0] == "claims":
        counted = {"independent_sources", "voices", "party", "who", "asserted_by", "denied_by", "declined_by"}
        referred = {"id", "story", "to", "headline", "first_reported", "first_said", "stance"}
        return fields[-1] in quoted | counted | referred or fields[1:] == ["figures", "value"]
    if fields[0] in ("reports", "stories", "storylines"):
        return fields[-1] in ("id", "reports", "stories", "story", "storyline")
    return fields[0] in ("timeline", "conflicts", "distortions", "reuse", "entities") and fields[-1] in quoted


def _is_spelled_out(brief: Json, path: tuple[Any, ...]) -> bool:
    """A figure in words ("two hundred") is read by annotate; verify reads digits alone and says so in docs/brief.md."""
    if path[-1] != "value" and path[-2] != "value":
        return False
    figure = brief["claims"][path[1]]["figures"][path[3]]
    return not any(c.isdecimal() for c in figure["text"])


def _mutate(brief: Json, path: tuple[Any, ...], rng: random.Random) -> Json:
    changed = copy.deepcopy(brief)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    old = place[path[-1]]
    if isinstance(old, int | float):
        place[path[-1]] = old + rng.choice((-1, 1)) if old else 1
    else:
        at = rng.randrange(len(old))
        place[path[-1]] = old[:at] + rng.choice("axz079") + old[at + 1 :]
        if place[path[-1]] == old:
            place[path[-1]] = old[:at] + old[at + 1 :]
    return changed


def test_single_character_mutations_are_found(brief: Json, texts: dict[str, str]) -> None:
    rng = random.Random(7)
    paths = [p for p in _leaves(brief) if _touches_proof(p) and not _is_spelled_out(brief, p)]
    missed = []
    for path in rng.choices(paths, k=1000):
        changed = _mutate(brief, path, rng)
        if not verify_brief(changed, texts):
            missed.append(path)
    assert missed == []


@pytest.mark.parametrize("broken", [{}, {"reports": 3}, {"claims": [{}], "reports": [], "stories": []}])
def test_what_is_no_brief_is_a_fault_not_a_traceback(broken: Json) -> None:
    assert verify_brief(broken, {})
