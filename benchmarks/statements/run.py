"""The table of statements per corpus, half and language: `python -m benchmarks.statements.run --help`.

Reads the gold data from ../shared or the folder DEPESCHE_SHARED names. Some documents of each file are kept closed:
nobody reads their errors, so that their figures stay an estimate of unseen text. Floors: benchmarks/floors.toml.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.statements.standoff import read_flores, read_ntrex, read_press
from depesche.pipeline import annotate_report
from depesche.records import PublishedBy, Report, Source, Statement

SHARED = Path(os.environ.get("DEPESCHE_SHARED", Path(__file__).parents[2].parent / "shared"))
OWN = Path(__file__).parent / "own"  # our own reports, written blind: who wrote them had not seen the rules
CLOSED_OWN = tuple(f"-{n}" for n in (*range(12, 49, 2), *range(49, 73)))  # of 11 to 48 the even ones, all later ones
CLOSED_NTREX = ("dailymail.co.uk.298686",)
OPENED_NTREX = frozenset(  # closed until 22 November 2026, read since then
    {
        "upi.176266",
        "guardian.221754",
        "newsweek.51331",
        "bbc.381746",
        "upi.176251",
        "dailymail.co.uk.298692",
        "scotsman.133791",
        "bbc.381669",
        "telegraph.405404",
        "scotsman.133758",
    }
)
OPEN_WIKINEWS = 75  # documents from the start of the file
BINS = 10
Json = dict[str, Any]

STANDOFF = {"ntrex.more": read_ntrex, "press": read_press, "flores": read_flores}  # gold kept without the texts
CORPORA: tuple[tuple[str, Callable[[int, Json], bool], tuple[str, ...]], ...] = (
    ("own", lambda i, d: not d["id"].endswith(CLOSED_OWN), ()),
    ("ntrex.more", lambda i, d: not is_closed(d["id"].split("@")[0]), ()),
    ("press", lambda i, d: bool(d["open"]), ()),
    ("flores", lambda i, d: bool(d["open"]), ()),
    ("ntrex.dev", lambda i, d: not d["id"].startswith(CLOSED_NTREX), ()),
    ("seeds", lambda i, d: True, ()),
    ("wikinews-de.dev", lambda i, d: i < OPEN_WIKINEWS, ("--labels", "Direct,Indirect")),
    ("derived.dev", lambda i, d: i % 2 == 1, ()),
)


def _source(source: Source) -> Json:
    return {"name": source.name, "forms": list(source.forms)}


def _statement(s: Statement) -> Json:
    return {
        "content": s.content, "cue": s.cue, "speaker": s.speaker, "act": s.act.value, "kind": s.kind.value,
        "hedged": s.hedged, "confidence": s.confidence, "who": [_source(w) for w in s.who],
        "relay": [{"name": r.name, "forms": list(r.forms)} for r in s.relay], "said_on": s.said_on,
    }  # fmt: skip


def predict(document: Json) -> Json:
    """Annotate one gold document."""
    report = Report(
        id=document["id"],
        text=document["text"],
        language=document["language"],
        published=document.get("published"),
        published_by=PublishedBy.GIVEN if document.get("published") else None,
    )
    found = annotate_report(report).statements
    return {"id": document["id"], "text": document["text"], "statements": [_statement(s) for s in found]}


def score(gold: Iterable[Json], predicted: Iterable[Json], args: tuple[str, ...]) -> Json:
    """Run the scorer over one selection of documents."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")]
        for path, rows in zip(paths, (gold, predicted), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, str(SHARED / "tools" / "score.py"), "statements", *map(str, paths), *args]
        loaded: Json = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return loaded


def _line(name: str, half: str, language: str, row: Json, more: str = "") -> str:
    content = row["content"]
    who, act = (f"{row[k]:.3f}" if row.get(k) is not None else "  -  " for k in ("who", "act"))
    joint = row.get("joint_f1", row.get("joint", {}).get("f1", 0.0))
    return (
        f"{name:<16} {half:<7} {language:<4} P {content['p']:.3f} R {content['r']:.3f} F1 {content['f1']:.3f} "
        f"joint {joint:.3f} who {who} act {act} {more}"
    )


def is_closed(document: str) -> bool:
    """Half of the NTREX documents, by a checksum of their id, but those opened: nobody reads what is found there."""
    return zlib.crc32(document.encode()) % 2 == 1 and document not in OPENED_NTREX


def read_documents(name: str) -> list[Json]:
    """Return the gold documents of one corpus."""
    if name in STANDOFF:
        return list(STANDOFF[name](SHARED))
    paths = sorted(OWN.glob("*.jsonl")) if name == "own" else [SHARED / "data" / "statements" / f"{name}.jsonl"]
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def _print_half(name: str, half: str, chosen: list[tuple[Json, Json]], args: tuple[str, ...]) -> None:
    found = score((g for g, _ in chosen), (p for _, p in chosen), args)
    marks = " ".join(
        f"{k} {found[k]['accuracy']:.3f}"
        for k in ("speaker_span", "kind", "relay", "said_on")
        if found[k]["accuracy"] is not None
    )
    macro = found["act_macro_f1_beside_assert"]
    flat = {**found, "who": found["who"]["accuracy"], "act": found["act"]["accuracy"]}
    print(_line(name, half, "all", flat, f"{marks}" + (f" acts {macro:.3f}" if macro is not None else "")))
    for language, row in found["by_language"].items():
        print(_line(name, half, language, row))


def report_corpus(name: str, is_open: Callable[[int, Json], bool], args: tuple[str, ...]) -> list[tuple[Json, Json]]:
    """Print the lines of one corpus; return its documents with their predictions."""
    pairs = [(d, predict(d)) for d in read_documents(name)]
    for half in ("open", "closed"):
        chosen = [pair for i, pair in enumerate(pairs) if is_open(i, pair[0]) == (half == "open")]
        if chosen:
            _print_half(name, half, chosen, args)
    return pairs


def calibration(half: str, pairs: Iterable[tuple[Json, Json]]) -> None:
    """Print, for ten bins of confidence, how many statements are right in content, source and act."""
    sys.path.insert(0, str(SHARED / "tools"))
    scorer = importlib.import_module("score")
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for gold, predicted in pairs:
        matched = scorer.match_statements(gold["text"], gold["statements"], predicted["statements"])[1]
        for j, p in enumerate(predicted["statements"]):
            g = gold["statements"][matched[j]] if j in matched else None
            right = g is not None and g["act"] == p["act"] and scorer.same_sources(g["who"], p["who"])
            bins[min(int(p["confidence"] * BINS), BINS - 1)].append((p["confidence"], right))
    total = sum(len(b) for b in bins)
    error = 0.0
    for i, items in enumerate(bins):
        if items:
            said, true = (sum(x) / len(items) for x in zip(*items, strict=True))
            error += abs(said - true) * len(items) / total
            low, high = i / BINS, (i + 1) / BINS
            print(f"{half:<7} confidence {low:.1f} to {high:.1f}: n {len(items):>4} says {said:.3f} right {true:.3f}")
    print(f"{half:<7} calibration error {error:.3f}")


def main() -> int:
    """Print the whole table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calibration", action="store_true", help="bins of confidence on ntrex.dev and own too")
    parser.add_argument("--corpus", choices=[name for name, _, _ in CORPORA], help="one corpus alone")
    args = parser.parse_args()
    if not (SHARED / "data").is_dir():
        print(f"no gold data at {SHARED}: nothing is measured (set DEPESCHE_SHARED)")
        return 0
    unread: list[tuple[Json, Json]] = []
    for name, is_open, more in CORPORA:
        if args.corpus not in (None, name):
            continue
        pairs = report_corpus(name, is_open, more)
        if name in ("own", *STANDOFF):
            unread += [pair for i, pair in enumerate(pairs) if not is_open(i, pair[0])]
        if name in ("own", "ntrex.dev", *STANDOFF) and args.calibration:
            halves = {True: "open", False: "closed"}
            for wanted, half in halves.items():
                calibration(half, [pair for i, pair in enumerate(pairs) if is_open(i, pair[0]) == wanted])
            calibration("all", pairs)
    if args.corpus is None:
        _print_half("all unread", "closed", unread, ())
    return 0


if __name__ == "__main__":
    sys.exit(main())
