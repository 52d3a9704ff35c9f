"""How well sentences find their translations: `python -m benchmarks.matching.measure`.

For each of the 20 ordered pairs of the five languages, every sentence of ntrex.dev seeks its counterpart among all
786, as `depesche match` does. Calibration is measured on true pairs and two kinds of hard negatives: neighbouring
sentences of the same document, and the likest wrong sentence of any.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import permutations
from pathlib import Path

import numpy as np
from training.matching.calibration import ece
from training.matching.corpora import LANGS, find_data, read_table

from depesche.interlingua.analyse import analyse_text
from depesche.interlingua.compare import compare
from depesche.interlingua.lines import LineIndex, match_lines
from depesche.interlingua.meaning import Meaning

FLOORS = Path(__file__).parent / "floors.json"


def main() -> None:
    """Print the figures as JSON; with --check say which floor is missed and exit with 1 where one is."""
    found = measure(find_data())
    print(json.dumps(found, indent=1))
    if "--check" in sys.argv[1:]:
        sys.exit(check(found, json.loads(FLOORS.read_text("utf-8"))))


def check(found: dict[str, float | dict[str, float]], floors: dict[str, float]) -> int:
    """Return 1 and say so where a figure lies below its floor, or a calibration error above its ceiling."""
    missed = [name for name in ("mean", "worst", "mean_closed") if found[name] < floors[name]]  # type: ignore[operator]
    errors = found["calibration"]
    assert isinstance(errors, dict)
    missed += [kind for kind, error in errors.items() if error > floors["calibration_ceiling"]]
    for name in missed:
        print(f"matching: {name} misses its floor", file=sys.stderr)
    return 1 if missed else 0


def measure(data: Path) -> dict[str, float | dict[str, float]]:
    """Return recall at 1 by pair, over open (even) and closed (odd) documents too, and calibration errors."""
    rows = read_table(data / "parallel" / "ntrex.dev.tsv")
    place = {name: i for i, name in enumerate(sorted({row["document"] for row in rows}))}
    halves = np.array([place[row["document"]] % 2 for row in rows])
    started = time.perf_counter()
    meanings = {lang: [analyse_text(row[lang], lang) for row in rows] for lang in LANGS}
    hits = {}
    for a, b in permutations(LANGS, 2):
        found = match_lines(meanings[a], meanings[b].__getitem__, len(rows))
        hits[f"{a}-{b}"] = np.array([match.left == match.right for match in found])
    recall = {pair: round(float(hit.mean()), 4) for pair, hit in hits.items()}
    return {
        "recall_at_1": recall,
        "mean": round(float(np.mean(list(recall.values()))), 4),
        "worst": min(recall.values()),
        "mean_open": round(float(np.mean([hit[halves == 0].mean() for hit in hits.values()])), 4),
        "mean_closed": round(float(np.mean([hit[halves == 1].mean() for hit in hits.values()])), 4),
        "calibration": calibration([row["document"] for row in rows], meanings),
        "seconds": round(time.perf_counter() - started, 1),
    }


def calibration(documents: list[str], meanings: dict[str, list[Meaning]]) -> dict[str, float]:
    """Return the expected calibration error (10 bins) by kind of negatives; 0.05 is what is asked."""
    scores: dict[str, list[tuple[float, bool]]] = {"neighbours": [], "neighbours and lookalikes": []}
    for a, b in permutations(LANGS, 2):
        right = meanings[b]
        index = LineIndex(right, right.__getitem__, len(right))
        for i, meaning in enumerate(meanings[a]):
            near = [j for j in (i - 1, i, i + 1) if 0 <= j < len(right) and documents[j] == documents[i]]
            likest = [j for j, _ in index.candidates(meaning, 3) if j not in near][:1]
            for j in [*near, *likest]:
                score = compare(meaning, right[j]).score
                scores["neighbours and lookalikes"].append((score, i == j))
                if j in near:
                    scores["neighbours"].append((score, i == j))
    out = {}
    for kind, pairs in scores.items():
        p, y = np.array([s for s, _ in pairs]), np.array([same for _, same in pairs])
        out[kind] = round(ece(p, y), 4)
    return out


if __name__ == "__main__":
    main()
