"""Do other hands' wordings of one claim meet, and near-misses stay apart? `python -m benchmarks.ledger.storylets`.

Each file of `own/` holds two or three short reports of one event, invented and written by hand before the rules they
measure. `{name: words}` marks a statement; those of one name are one claim, all others of the file are near-misses:
another figure, another day, the opposite, another stage, a part of it. Prints one JSON object: precision and recall of
the pairs of statements that are one claim, for the files that are open and for those that are closed (`closed`), whose
errors are never printed: `--errors` shows those of the open ones.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, PublishedBy, Report, Span

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "own"
_MARK = re.compile(r"\{(\w+): ([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A statement of the truth: the claim it belongs to, and where its words stand."""

    claim: str
    report: str
    span: Span
    words: str


def read_marked(text: str, report: str) -> tuple[str, list[Marked]]:
    """Return a text without its marks, and the statements marked in it."""
    plain, found, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        found.append(Marked(mark[1], report, Span(len(plain), len(plain) + len(mark[2])), mark[2]))
        plain, at = plain + mark[2], mark.end()
    return plain + text[at:], found


def brief_of(storylet: Json) -> tuple[Brief, list[Marked]]:
    """Return the brief of a storylet's reports, and its truth."""
    reports, truth = [], []
    for row in storylet["reports"]:
        text, found = read_marked(row["text"], row["id"])
        truth += found
        reports.append(Report(**{**row, "text": text, "published_by": PublishedBy.GIVEN}))
    return make_brief([annotate_report(r) for r in reports], Options()), truth


def claim_at(brief: Brief, marked: Marked) -> str | None:
    """Return the claim of the statement that shares most with the marked words; None where none shares half of them."""
    best, most = None, (marked.span.end - marked.span.start) // 2
    for claim in brief.claims:
        for told in claim.statements:
            if told.report == marked.report and told.statement:
                shared = sum(max(0, min(s.end, marked.span.end) - max(s.start, marked.span.start)) for s in told.spans)
                if shared > most:
                    best, most = claim.id, shared
    return best


def compare_pairs(brief: Brief, truth: list[Marked]) -> tuple[Json, list[str]]:
    """Count the pairs that are one claim in truth, in the brief, and in both; with a line for each that is wrong."""
    placed = [(m, claim_at(brief, m)) for m in truth]
    count, wrong = {"true": 0, "found": 0, "both": 0}, []
    for (one, here), (other, there) in itertools.combinations(placed, 2):
        same, joined = one.claim == other.claim, here is not None and here == there
        count["true"] += same
        count["found"] += joined
        count["both"] += same and joined
        if same != joined:
            kind = "MERGED" if joined else "split" if here and there else "not read"
            wrong.append(f"{kind}: {one.words} | {other.words}")
    return count, wrong


def rates(counts: list[Json]) -> Json:
    """Return precision and recall of the pairs of several storylets."""
    total = {key: sum(c[key] for c in counts) for key in ("true", "found", "both")}
    precision, recall = total["both"] / max(total["found"], 1), total["both"] / max(total["true"], 1)
    return {"p": round(precision, 4), "r": round(recall, 4), **total}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print what is wrong in the open storylets")
    options = parser.parse_args()
    counts: dict[str, list[Json]] = {"open": [], "closed": []}
    for path in sorted(FOLDER.glob("*.json")):
        storylet = json.loads(path.read_text("utf-8"))
        found, wrong = compare_pairs(*brief_of(storylet))
        counts["closed" if storylet["closed"] else "open"].append(found)
        if options.errors and not storylet["closed"]:
            print(*(f"{path.stem}  {line}" for line in wrong), sep="\n")
    print(json.dumps({half: rates(found) for half, found in counts.items()}, indent=1))


if __name__ == "__main__":
    main()
