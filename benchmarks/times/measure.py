"""Score times against the gold files, open and closed half apart, and time both annotators.

`python -m benchmarks.times.measure` prints value F1 for each file, `--speed` microseconds a token. The closed half
(odd lines; in ntrex.dev two documents) is for scores only: its errors are not read by whoever works on the rules.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from depesche.annotate.quantities import find_quantities
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.annotate.times import find_times
from depesche.records import Time

SHARED = Path(os.environ.get("DEPESCHE_SHARED", Path(__file__).parents[3] / "shared"))
OWN = Path(__file__).parent / "own"  # our own reports, written by somebody who had not seen the rules
CLOSED_DOCUMENTS = ("rt.com.91334", "dailymail.co.uk.298686")
FILES = {
    "own": tuple(f"{lang}.jsonl" for lang in ("en", "da", "nb", "de", "pl")),
    "ntrex": ("names/ntrex.dev.jsonl",),
    "krauts": ("times/de.dolomiten100.jsonl", "times/de.dolomiten42.jsonl"),
    "meantime": ("times/en.meantime.jsonl",),
    **{f"phrases.{lang}": (f"times/phrases.{lang}.jsonl",) for lang in ("da", "nb", "de", "pl", "en")},
}
Document = dict[str, Any]


def read_documents(names: tuple[str, ...]) -> Iterator[tuple[bool, Document]]:
    """Yield (is in the closed half, document)."""
    for name in names:
        folder = SHARED / "data" if "/" in name else OWN
        for number, line in enumerate((folder / name).read_text("utf-8").splitlines()):
            document = json.loads(line)
            named = name.startswith("names/")
            yield document["id"].startswith(CLOSED_DOCUMENTS) if named else number % 2 == 1, document


def read_times(document: Document) -> tuple[Time, ...]:
    text, lang = document["text"], document["language"]
    sentences = split_sentences(text, split_segments(text), lang)
    return find_times(text, sentences, lang, document.get("published"))


def count_right(document: Document) -> tuple[int, int, int]:
    """Return right values, times found, times in the gold; pairs by overlap as `score.py times` does."""
    gold = [t for t in document["times"] if t.get("value")]
    found, used, right = read_times(document), set[int](), 0
    for wanted in gold:
        start, end = wanted["span"]
        shared = [(min(end, t.span.end) - max(start, t.span.start), -i) for i, t in enumerate(found) if i not in used]
        best = max(shared, default=(0, 0))
        if best[0] > 0:
            used.add(-best[1])
            right += found[-best[1]].value == wanted["value"]
    return right, len(found), len(gold)


def f1(counts: list[tuple[int, int, int]]) -> float:
    right, found, gold = (sum(c[i] for c in counts) for i in range(3))
    return round(2 * right / (found + gold), 4) if found + gold else 0.0


def measure() -> dict[str, dict[str, float]]:
    """Return value F1 by file, or language of own and ntrex, for the open half, the closed one and both."""
    table: dict[str, dict[str, list[tuple[int, int, int]]]] = {}
    for name, files in FILES.items():
        for closed, document in read_documents(files):
            key = f"{name}.{document['language']}" if name in ("ntrex", "own") else name
            counts = count_right(document)
            row = table.setdefault(key, {"open": [], "closed": [], "all": []})
            row["closed" if closed else "open"].append(counts)
            row["all"].append(counts)
    return {key: {half: f1(counts) for half, counts in row.items()} for key, row in table.items()}


def measure_speed() -> dict[str, dict[str, float]]:
    """Return microseconds a token for times and quantities, the best of five runs."""
    texts: dict[str, list[str]] = {}
    for _, document in read_documents(FILES["ntrex"]):
        texts.setdefault(document["language"], []).append(document["text"])
    speeds = {}
    for lang, parts in texts.items():
        text = "\n".join(parts)
        sentences = split_sentences(text, split_segments(text), lang)
        tokens, best = sum(len(s.tokens) for s in sentences), [1.0, 1.0]
        for _ in range(5):
            start = time.perf_counter()
            times = find_times(text, sentences, lang, "2018-09-30")
            middle = time.perf_counter()
            find_quantities(text, sentences, lang, times)
            best = [min(best[0], middle - start), min(best[1], time.perf_counter() - middle)]
        speeds[lang] = {"times": round(best[0] / tokens * 1e6, 2), "quantities": round(best[1] / tokens * 1e6, 2)}
    return speeds


if __name__ == "__main__":
    print(json.dumps(measure_speed() if "--speed" in sys.argv[1:] else measure(), indent=1))
