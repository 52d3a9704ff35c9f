from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from typer.testing import CliRunner

from depesche.cli.main import app
from tests.conftest import load_schema


def test_matches_fit_their_schema_and_find_the_meaning(tmp_path: Path) -> None:
    (tmp_path / "left.txt").write_text("Det norske parlamentet vedtok budsjettet.\nTre skip sank i havnen.\n", "utf-8")
    (tmp_path / "right.txt").write_text(
        "Drei Schiffe sanken im Hafen.\nEs regnet.\nDas Parlament verabschiedete den Haushalt.\n", "utf-8"
    )
    done = CliRunner().invoke(app, ["match", str(tmp_path / "left.txt"), str(tmp_path / "right.txt")])
    assert done.exit_code == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    validator = jsonschema.Draft202012Validator(load_schema("match"))
    assert [e.message for match in found for e in validator.iter_errors(match)] == []
    assert [(m["left"], m["right"]) for m in found] == [(0, 2), (1, 0)]
