"""How long matching takes and how much memory: `python -m benchmarks.matching.speed`.

200,000 lines are made by joining halves of sentences at random (seeded): as long as news, with its word types.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from training.matching.corpora import find_data, read_table, read_training

MANY, SOME, FEW = 200_000, 1_200, 200


def main() -> None:
    """Print seconds and megabytes for both tasks."""
    data = find_data()
    rows = read_table(data / "parallel" / "ntrex.dev.tsv") + read_table(data / "parallel" / "flores.tsv")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "en", [row["en"] for row in rows[:SOME]])
        write(folder / "pl", [row["pl"] for row in rows[:SOME]])
        write(folder / "da", [row["da"] for row in rows[:FEW]])
        write(folder / "many", many_lines(data))
        print(json.dumps({"1200 x 1200": timed(folder, "en", "pl"), "200 x 200000": timed(folder, "da", "many")}))


def many_lines(data: Path) -> list[str]:
    """Return lines of German that hold the words of the training sets in ever new company."""
    chance = random.Random(3)
    lines = [row["de"].split() for _, rows in read_training(data) for row in rows if "de" in row]
    made = []
    for _ in range(MANY):
        a, b = chance.choice(lines), chance.choice(lines)
        made.append(" ".join(a[: len(a) // 2] + b[len(b) // 2 :]))
    return made


def write(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), "utf-8")


def timed(folder: Path, left: str, right: str) -> dict[str, float]:
    """Run the command and return its wall time, processor time and largest memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "depesche", "match", str(folder / left), str(folder / right)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(time.perf_counter() - started, 1),
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "megabytes": round(after.ru_maxrss / 1024),
    }


if __name__ == "__main__":
    main()
