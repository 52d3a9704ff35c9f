"""Every command and option is in docs/cli.md, and nothing else is."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer

from depesche.cli.main import app
from tests.conftest import ROOT

COMMANDS: dict[str, Any] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
PAGE = (ROOT / "docs" / "cli.md").read_text("utf-8")
SECTIONS = {part.split(None, 1)[0]: part for part in PAGE.split("\n## depesche ")[1:]}


def test_the_page_has_every_command() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_page_has_every_option(name: str) -> None:
    options = {o for p in COMMANDS[name].params for o in p.opts if o.startswith("--")} - {"--help"}
    assert set(re.findall(r"\| `(--[\w-]+)`", SECTIONS[name])) == options
