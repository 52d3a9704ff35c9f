"""Measure both counts on a generated stream: who could know, and who passed it on.

    python -m benchmarks.stories.counts [--reports 500] [--seed 3] [--errors N]

Prints one JSON object. `true_claims` counts parties and dispatches of the statements of one true claim: what
resolution and reuse do. `brief_claims` takes the brief's own claim that holds most of it, so that a claim the ledger
splits or merges is wrong as well; denials are left out there, since they stand beside the claim they deny.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from typing import Any

from benchmarks.ledger.run import place_statements
from benchmarks.stories.generate import generate
from depesche.ledger.aligned import dispatch_groups
from depesche.ledger.dispatches import dispatches_of, parts_by_report
from depesche.ledger.voices import top_party
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Report, Statement

Json = dict[str, Any]


def rate(rows: list[tuple[bool, bool]]) -> Json:
    """Return the share of claims whose parties, dispatches, and both are exact."""
    n = max(len(rows), 1)
    shares = {
        "parties": sum(p for p, _ in rows) / n,
        "dispatches": sum(d for _, d in rows) / n,
        "both": sum(p and d for p, d in rows) / n,
    }
    return {key: round(value, 4) for key, value in shares.items()} | {"n": len(rows)}


def statement_at(report: AnnotatedReport, start: int, end: int) -> Statement | None:
    """Return the longest statement that begins in a span."""
    inside = [s for s in report.statements if start <= s.content[0].start < end]
    return max(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)


def count_true_claims(brief: Brief, truth: Json, errors: list[Json]) -> list[tuple[bool, bool]]:
    """Compare the counts of each true claim's statements with the truth; a source that is not known is a party."""
    reports = {r.id: r for r in brief.reports}
    entities = {e.id: e for e in brief.entities}
    groups, parts = dispatch_groups(brief.reuse), parts_by_report(brief.parts)
    rows = []
    for claim in truth["claims"]:
        parties = set()
        for gold in claim["statements"]:
            found = statement_at(reports[gold["report"]], *gold["span"])
            if found is not None:
                parties |= {top_party(w.entity or "", entities) for w in found.who} or {f"nobody in {gold['report']}"}
        told: dict[str, list[int]] = defaultdict(list)
        for gold in claim["statements"]:
            told[gold["report"]].append(gold["span"][0])
        dispatches = dispatches_of(told, brief.reuse, parts, groups)
        row = len(parties) == len(claim["parties"]), len(dispatches) == len(claim["dispatches"])
        if not all(row):
            names = sorted(entities[p].name if p in entities else p for p in parties)
            errors.append(
                {"claim": claim["id"], "parties": names, "dispatches": [d.reports for d in dispatches]}
                | {"true_dispatches": claim["dispatches"], "true_parties": claim["parties"]}
            )
        rows.append(row)
    return rows


def count_brief_claims(brief: Brief, truth: Json) -> list[tuple[bool, bool]]:
    """Compare the counts of the brief's claim that holds most of each true claim."""
    by_id = {c.id: c for c in brief.claims}
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for found, gold in place_statements(brief.claims, truth):
        held[gold][found] += 1
    rows = []
    for claim in truth["claims"]:
        if not claim["id"].endswith("deny"):
            best = by_id.get(held[claim["id"]].most_common(1)[0][0])
            parties, dispatches = (best.independent_sources, len(best.dispatches)) if best else (0, 0)
            rows.append((parties == len(claim["parties"]), dispatches == len(claim["dispatches"])))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    reports, truth = generate(args.reports, args.seed)
    brief = make_brief([annotate_report(Report(**r)) for r in reports], Options())
    errors: list[Json] = []
    out: Json = {
        "reports": len(reports),
        "true_claims": rate(count_true_claims(brief, truth, errors)),
        "brief_claims": rate(count_brief_claims(brief, truth)),
    }
    if args.errors:
        out["errors"] = errors[: args.errors]
    print(json.dumps(out, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
