"""Check every measured figure against its floor: `python -m benchmarks.floors` (or `make floors`).

The floors stand in `floors.toml`. A floor is lowered only on purpose, with a sentence why in the same commit.
Without the gold data (../shared, or the folder DEPESCHE_SHARED names) nothing is measured, and that is said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DEPESCHE_SHARED", HERE.parent.parent / "shared"))
Json = dict[str, Any]


def _run(*command: str | Path) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def _predict(kind: str, gold: Path, folder: Path) -> Path:
    """Annotate (`annotate`, `resolve`) or brief (`brief`) a gold file once; later calls reuse the file."""
    out = folder / f"{kind}-{gold.parent.parent.name}-{gold.parent.name}-{gold.stem}.json"
    if not out.exists():
        command = {
            "annotate": ["annotate"],
            "resolve": ["annotate", "--resolve"],
            "brief": ["brief", "--format", "json"],
        }[kind]
        out.write_text(_run("-m", "depesche", *command, gold), "utf-8")
    return out


def _gold(path: str) -> Path:
    """Return a gold file: one of ours beside its benchmark ("own: statements/own/en.jsonl"), or of the shared data."""
    own = path.removeprefix("own: ")
    return HERE / own if own != path else SHARED / "data" / path


def _score(task: Json, folder: Path) -> Json:
    """Run the scorer, or the benchmark of ours that an entry names, and return its JSON."""
    if "benchmark" in task:
        ours: Json = json.loads(_run("-m", task["benchmark"]))
        return ours
    gold, source = _gold(str(task["gold"])), _gold(str(task.get("reports", task["gold"])))
    command: list[str | Path] = [SHARED / "tools" / "score.py", task["score"], gold]
    if task["score"] in ("stories", "bcubed", "reuse"):
        command.append(_predict("brief", source, folder))
    elif task["score"] in ("claims", "ledger"):
        command += [_predict("resolve", source, folder), "--brief", _predict("brief", source, folder)]
        command += ["--gold-statements", source] if task["score"] == "ledger" else []
    else:
        command.append(_predict("resolve" if task["score"] == "entities" else "annotate", source, folder))
    loaded: Json = json.loads(_run(*command, *task.get("args", [])))
    return loaded


def _value(found: Json, path: str) -> float:
    value: Any = found
    for step in path.split("."):
        value = value[step]
    return float(value or 0.0)


def main() -> int:
    """Print each figure beside its floor; return 1 when one lies below."""
    if not (SHARED / "data").is_dir():
        print(f"no gold data at {SHARED}: no floor is checked (set DEPESCHE_SHARED)")
        return 0
    tasks = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["measure"]
    below = 0
    with tempfile.TemporaryDirectory() as folder:
        for task in tasks:
            found = _score(task, Path(folder))
            for path, floor in task["floors"].items():
                value = _value(found, path)
                sign = "ok   " if value >= floor else "BELOW"
                below += value < floor
                print(f"{sign} {task['name']:<34} {path:<34} {value:.4f}  floor {floor}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
