"""Annotation against the yardstick, in one run over one file: `python -m benchmarks.speed.run [REPORTS.jsonl]`.

Prints documents and tokens a second on one core for `annotate` and for the spaCy pipeline of the same work
(../shared/tools/spacy_yardstick.py), which needs a Python with spaCy: DEPESCHE_YARDSTICK_PYTHON, else this one.
Then the cost per character of reports of growing length, and the memory at the end.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from depesche.annotate.statements import find_statements
from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Report

SHARED = Path(os.environ.get("DEPESCHE_SHARED", Path(__file__).parents[2].parent / "shared"))
LENGTHS = (2_000, 20_000, 200_000, 2_000_000)
PARAGRAPH = (
    "Anna Berg said on Monday that the bridge near Leeds was closed. “Nobody was hurt,” she told reporters. "
    "According to the council, 4,000 people were affected; the ministry denied any delay.\n"
)


def _annotate(reports: list[Report]) -> tuple[list[AnnotatedReport], float]:
    start = time.perf_counter()
    done = [annotate_report(r) for r in reports]
    return done, time.perf_counter() - start


def _print(name: str, documents: int, tokens: int, seconds: float) -> None:
    print(f"{name:<22} {documents / seconds:>9.1f} documents/s {tokens / seconds:>10.0f} tokens/s {seconds:>7.2f} s")


def measure(path: Path) -> float:
    """Print the speed of annotating a file and of its statements alone; return documents a second."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    reports = [Report(id=row["id"], text=row["text"], language=row.get("language")) for row in rows]
    _annotate(reports[:20])  # loads data and models, as the yardstick does
    done, seconds = _annotate(reports)
    tokens = sum(len(s.tokens) for report in done for s in report.sentences)
    _print("annotate", len(reports), tokens, seconds)
    start = time.perf_counter()
    for report in done:
        find_statements(report)
    _print("  statements alone", len(reports), tokens, time.perf_counter() - start)
    return len(reports) / seconds


def yardstick(path: Path) -> float | None:
    """Run the yardstick over the same file; None where there is no spaCy."""
    python = os.environ.get("DEPESCHE_YARDSTICK_PYTHON", sys.executable)
    command = [python, str(SHARED / "tools" / "spacy_yardstick.py"), str(path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )
    if done.returncode:
        print(f"no yardstick: {done.stderr.strip().splitlines()[-1] if done.stderr else 'it failed'}")
        return None
    row = json.loads(done.stdout)
    _print("spaCy yardstick", row["documents"], row["tokens"], row["seconds"])
    return float(row["documents_per_s"])


def growth() -> None:
    """Print microseconds a character for reports of growing length: the same, whatever the length."""
    for length in LENGTHS:
        text = PARAGRAPH * (length // len(PARAGRAPH) + 1)
        _, seconds = _annotate([Report(id="x", text=text[:length], language="en")])
        print(f"{length:>9} characters: {seconds / length * 1e6:.2f} microseconds a character")


def main() -> int:
    """Print everything; return 1 when annotation is under three times the yardstick."""
    default = SHARED / "data" / "statements" / "ntrex.dev.jsonl"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    if not path.is_file():
        print(f"no file {path}: nothing is measured (set DEPESCHE_SHARED)")
        return 0
    own, other = measure(path), yardstick(path)
    growth()
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if other is None:
        return 0
    print(f"{own / other:.2f} times the yardstick")
    return int(own < 3 * other)


if __name__ == "__main__":
    sys.exit(main())
