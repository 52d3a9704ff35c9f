"""The commands as a user calls them: exit status, messages, JSON that fits its schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from depesche.cli.main import app
from tests.conftest import EXAMPLES, load_schema

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run() -> Run:
    runner = CliRunner()
    return lambda *args: runner.invoke(app, [str(a) for a in args])


@pytest.fixture(scope="module")
def annotated(run: Run) -> list[dict[str, object]]:
    done = run("annotate", EXAMPLES)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_annotations_fit_their_schema(annotated: list[dict[str, object]]) -> None:
    validator = jsonschema.Draft202012Validator(load_schema("annotation"))
    assert len(annotated) == 9
    for report in annotated:
        assert [e.message for e in validator.iter_errors(report)] == []


def test_every_span_slices_inside_its_text(annotated: list[dict[str, object]]) -> None:
    def spans(value: object) -> list[list[int]]:
        if isinstance(value, dict):
            return [s for v in value.values() for s in spans(v)]
        if isinstance(value, list):
            if len(value) == 2 and all(isinstance(v, int) for v in value):
                return [value]
            return [s for v in value for s in spans(v)]
        return []

    for report in annotated:
        text = str(report["text"])
        layers = {k: v for k, v in report.items() if k not in ("text", "quantities")}
        for start, end in spans(layers):
            assert 0 <= start < end <= len(text)


def test_a_brief_fits_its_schema(run: Run) -> None:
    done = run("brief", EXAMPLES, "--format", "json")
    assert done.exit_code == 0, done.stderr
    errors = jsonschema.Draft202012Validator(load_schema("brief")).iter_errors(json.loads(done.stdout))
    assert [e.message for e in errors] == []


def test_annotate_resolve_and_brief_agree_on_ids(run: Run) -> None:
    brief = json.loads(run("brief", EXAMPLES, "--format", "json").stdout)
    lines = [json.loads(line) for line in run("annotate", "--resolve", EXAMPLES).stdout.splitlines()]
    statements = {(r["id"], s["id"]) for r in lines for s in r["statements"]}
    told = {(s["report"], s["statement"]) for c in brief["claims"] for s in c["statements"] if s["statement"]}
    assert told == statements
    entities = {e["id"] for e in brief["entities"]}
    assert {n["entity"] for r in lines for n in r["names"]} <= entities


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_format_is_written(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "brief.out"
    done = run("brief", EXAMPLES, "--format", form, "--out", out)
    assert done.exit_code == 0, done.stderr
    assert "Whitfield" in out.read_text("utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The bridge is shut, the council said on Monday.", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("annotate", tmp_path, tmp_path / "absent.txt")
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good"]
    assert "empty.txt: is empty" in done.stderr
    assert "absent.txt: is not there" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "call", [["brief"], ["brief", "x", "--format", "pdf"], ["brief", "x", "--lang", "xx"], ["nothing"]]
)
def test_a_wrong_call_exits_with_2(run: Run, call: list[str]) -> None:
    assert run(*call).exit_code == 2


def test_a_broken_judgement_is_one_line_with_the_cure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").write_text('{"kind": "same", "left": "a"}', "utf-8")
    done = run("annotate", EXAMPLES, "--resolve", "--judgements", tmp_path / "j.jsonl")
    assert done.exit_code == 1
    assert "line 1: lacks" in str(done.exception)


def test_the_order_of_the_files_changes_only_the_order_of_the_reports(run: Run) -> None:
    files = sorted(EXAMPLES.iterdir())
    one = json.loads(run("brief", *files, "--format", "json").stdout)
    other = json.loads(run("brief", *reversed(files), "--format", "json").stdout)
    assert [r["id"] for r in other["reports"]] == [r["id"] for r in reversed(one["reports"])]
    one["reports"], other["reports"] = [], []
    assert one == other
