from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "reports"


def shared_folder() -> Path:
    """The folder of gold data beside the clone, or the one DEPESCHE_SHARED names."""
    return Path(os.environ.get("DEPESCHE_SHARED", ROOT.parent / "shared"))


@pytest.fixture
def shared() -> Path:
    folder = shared_folder()
    if not (folder / "data").is_dir():
        pytest.skip(f"no gold data at {folder}: set DEPESCHE_SHARED to measure against it")
    return folder


@cache
def load_schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text("utf-8"))
    return loaded
