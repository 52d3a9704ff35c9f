"""Stages don't import each other; pipeline.py hands things on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import depesche

ROOT = Path(depesche.__file__).parent
STAGES = ("ingest", "annotate", "resolve", "group", "ledger", "brief")
# what each part of the house may import from the house, besides itself
ALLOWED = {
    "text": {"records"},
    "lang": {"records", "errors", "text"},
    "interlingua": {"records", "errors", "settings", "text", "lang", "models"},
    **{s: {"records", "errors", "settings", "text", "lang", "interlingua", "models"} for s in STAGES},
}


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("depesche.")}
    return found


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(extra)
        for path in sorted((ROOT / part).rglob("*.py"))
        if (extra := _imports(path) - ALLOWED[part] - {part})
    }
    assert wrong == {}


def test_stages_open_no_socket_and_read_no_clock() -> None:
    forbidden = {"socket", "urllib.request", "http.client", "requests", "time", "sqlite3"}
    wrong = []
    for stage in STAGES:
        for path in sorted((ROOT / stage).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                wrong += [f"{path.name}: {name}" for name in names if name in forbidden]
    assert wrong == []
