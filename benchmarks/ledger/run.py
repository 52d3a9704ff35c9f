"""Measure the ledger on a generated stream: claims (B-cubed), denials at their claim, counts, and what it costs.

    python -m benchmarks.ledger.run [--reports 500] [--seed 3]

Prints one JSON object. Times are of one core, after annotation. In the truth a denial is a claim of its own
so a denial that the ledger puts beside the claim it denies counts as an error of `claims`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from typing import Any

from benchmarks.stories.generate import generate
from depesche.ledger.claims import build_claims
from depesche.ledger.items import Archive
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, Claim, Report

Json = dict[str, Any]


def b_cubed(pairs: list[tuple[str, str]]) -> Json:
    """Return precision, recall and F1 over (found, true) clusters of each statement."""
    found, true, both = Counter(p for p, _ in pairs), Counter(t for _, t in pairs), Counter(pairs)
    precision = sum(both[x] / found[x[0]] for x in pairs) / max(len(pairs), 1)
    recall = sum(both[x] / true[x[1]] for x in pairs) / max(len(pairs), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "n": len(pairs)}


def place_statements(claims: tuple[Claim, ...], truth: Json) -> list[tuple[str, str]]:
    """Pair each true statement's claim with the claim its words are in; one that was not found stands alone."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in claims:
        for s in claim.statements:
            if s.statement:
                places[s.report].append((s.spans[0].start, s.spans[-1].end, claim.id))
    pairs = []
    for gold in truth["claims"]:
        for n, statement in enumerate(gold["statements"]):
            start, end = statement["span"]
            inside = [p for p in places[statement["report"]] if start <= p[0] and p[1] <= end]
            best = max(inside, key=lambda p: p[1] - p[0], default=(0, 0, f"alone:{gold['id']}:{n}"))
            pairs.append((best[2], gold["id"]))
    return pairs


def score_counts(claims: tuple[Claim, ...], pairs: list[tuple[str, str]], truth: Json) -> Json:
    """Return for how many true claims the claim that holds most of it has the right number of parties."""
    by_id = {c.id: c for c in claims}
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for found, gold in pairs:
        held[gold][found] += 1
    right = whole = 0
    for gold in truth["claims"]:
        claim = by_id.get(held[gold["id"]].most_common(1)[0][0])
        if claim is None or gold["id"].endswith("deny"):
            continue
        whole += 1
        right += claim.independent_sources == len(gold["parties"])
    return {"parties_right": round(right / max(whole, 1), 4), "scored": whole}


def time_one_storyline(brief: Brief, seconds: float) -> Json:
    """Build the ledger anew as if all reports were of one storyline: the worst case for its candidates."""
    entities = {e.id: e for e in brief.entities}
    reports = tuple(sorted(brief.reports, key=lambda r: r.id))
    archive = Archive(reports, entities, brief.story_of, brief.reuse, (), {r.id: "one" for r in reports})
    started = time.perf_counter()
    claims = build_claims(archive, "en")
    return {
        "brief_s": round(seconds, 2),
        "one_storyline_ledger_s": round(time.perf_counter() - started, 2),
        "claims": len(claims),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args()
    reports, truth = generate(args.reports, args.seed)
    annotated = [annotate_report(Report(**r)) for r in reports]
    started = time.perf_counter()
    brief = make_brief(annotated, Options())
    seconds = time.perf_counter() - started
    pairs = place_statements(brief.claims, truth)
    found = {
        "claims": b_cubed(pairs),
        **score_counts(brief.claims, pairs, truth),
        "time": time_one_storyline(brief, seconds),
    }
    print(json.dumps({"reports": len(reports), **found}, indent=1))


if __name__ == "__main__":
    main()
