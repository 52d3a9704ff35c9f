"""Measure names and entities on the gold files: `python -m benchmarks.names.measure [--half open|closed|all]`.

Half of each file is `open`, whose errors may be read while working; the other half stays closed. Prints one JSON line
a file and language: precision, recall, F1; then B-cubed of entities over all NTREX documents, and words a second.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from depesche.annotate.names import find_names
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.records import AnnotatedReport, Report
from depesche.resolve.across import resolve_entities
from depesche.resolve.within import link_names

SHARED = Path(os.environ.get("DEPESCHE_SHARED", Path(__file__).parents[3] / "shared"))
FILES = ("ntrex", "da", "nb", "de", "pl", "en", "ru")
CLOSED = frozenset({"rt.com.91334", "dailymail.co.uk.298686"})  # NTREX documents; elsewhere every second line
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "country": "LOC"}
Json = dict[str, Any]


def read_gold(name: str, half: str) -> Iterator[Json]:
    """Yield the documents of a gold file that belong to the half."""
    lines = (SHARED / f"data/names/{name}.dev.jsonl").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        row: Json = json.loads(line)
        is_open = row["id"].split("@")[0] not in CLOSED if name == "ntrex" else number % 2 == 0
        if half == "all" or (half == "open") == is_open:
            yield row


def annotate(row: Json) -> AnnotatedReport:
    """Find and link the names of a gold document."""
    sentences = split_sentences(row["text"], split_segments(row["text"]), row["language"])
    report = Report(row["id"], row["text"], language=row["language"], published=row.get("published"))
    names = find_names(row["text"], sentences, row["language"])
    return link_names(AnnotatedReport(report, sentences=sentences, names=names))


def f1(hits: int, found: int, gold: int) -> Json:
    """Return precision, recall and F1."""
    p, r = hits / max(found, 1), hits / max(gold, 1)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(p + r, 1e-9), 4), "gold": gold}


def measure_names(name: str, half: str) -> None:
    """Print one line a language."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    words, seconds = 0, 0.0
    for row in read_gold(name, half):
        started = process_time()
        report = annotate(row)
        seconds += process_time() - started
        words += sum(len(s.tokens) for s in report.sentences)
        gold = {(*n["span"], n["type"]) for n in row["names"] if n["type"] in TYPES.values()}
        found = {(*n.span, TYPES[n.type.value]) for n in report.names}
        for i, n in enumerate((len(gold & found), len(found), len(gold))):
            counts[row["language"]][i] += n
    for lang, (hits, found_n, gold_n) in sorted(counts.items()):
        line = {"file": name, "half": half, "language": lang} | f1(hits, found_n, gold_n)
        print(json.dumps(line | {"words_per_second": round(words / max(seconds, 1e-9))}))


def measure_entities(half: str) -> None:
    """Print B-cubed over all documents; a name that was not found stands alone."""
    rows = list(read_gold("ntrex", half))
    items: list[tuple[object, str]] = []
    for row, report in zip(rows, resolve_entities([annotate(r) for r in rows]).reports, strict=True):
        entity = {tuple(n.span): n.entity for n in report.names}
        items += [(entity.get(tuple(n["span"])) or (row["id"], *n["span"]), n["who"]) for n in row["names"]]
    by_found, by_gold = defaultdict(set), defaultdict(set)
    for i, (found, gold) in enumerate(items):
        by_found[found].add(i)
        by_gold[gold].add(i)
    shared = [len(by_found[a] & by_gold[b]) for a, b in items]
    p = sum(n / len(by_found[a]) for n, (a, _) in zip(shared, items, strict=True)) / max(len(items), 1)
    r = sum(n / len(by_gold[b]) for n, (_, b) in zip(shared, items, strict=True)) / max(len(items), 1)
    print(
        json.dumps({"entities": half, "p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(p + r, 1e-9), 4)})
    )


def main() -> None:
    """Measure every file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("open", "closed", "all"), default="open")
    half = parser.parse_args().half
    for name in FILES:
        measure_names(name, half)
    measure_entities(half)


if __name__ == "__main__":
    main()
