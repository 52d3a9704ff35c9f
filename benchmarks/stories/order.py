"""Show that neither the order of the reports nor how they were batched changes stories, reuse or counts.

    python -m benchmarks.stories.order [--reports 500] [--seed 3] [--orders 20] [--batches 5]

Prints one JSON object: how many of the runs gave the same as the first. A batching annotates the reports anew, in
batches of random size and order, and briefs what came out of all of them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from typing import Any

from benchmarks.stories.generate import generate
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Report

Json = dict[str, Any]


def summarise(reports: Sequence[AnnotatedReport]) -> Json:
    """Return what must not change: stories, storylines, reuse, distortions, and both counts of every claim."""
    brief = make_brief(reports, Options())
    return {
        "stories": brief.stories,
        "storylines": brief.storylines,
        "reuse": brief.reuse,
        "distortions": brief.distortions,
        "counts": [(c.id, c.independent_sources, c.parties, c.dispatches) for c in brief.claims],
    }


def shuffle(reports: Sequence[AnnotatedReport], seed: int) -> list[AnnotatedReport]:
    """Return the reports in a random order."""
    return random.Random(seed).sample(reports, len(reports))


def annotate_in_batches(reports: Sequence[Report], seed: int) -> list[AnnotatedReport]:
    """Annotate the reports in a random order, batch by batch."""
    rng = random.Random(seed)
    left, done = rng.sample(reports, len(reports)), []
    while left:
        size = rng.randrange(1, 100)
        batch, left = left[:size], left[size:]
        done += [annotate_report(report) for report in batch]
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--batches", type=int, default=5)
    args = parser.parse_args()
    reports = [Report(**record) for record in generate(args.reports, args.seed)[0]]
    annotated = [annotate_report(report) for report in reports]
    expected = summarise(annotated)
    runs = [shuffle(annotated, seed) for seed in range(args.orders)]
    runs += [annotate_in_batches(reports, seed) for seed in range(args.batches)]
    found = [summarise(run) for run in runs]
    same = [all(f[key] == expected[key] for key in expected) for f in found]
    out: Json = {
        "reports": len(reports),
        "orders_the_same": f"{sum(same[: args.orders])} of {args.orders}",
        "batchings_the_same": f"{sum(same[args.orders :])} of {args.batches}",
        "differ_in": sorted({key for f in found for key in expected if f[key] != expected[key]}),
    }
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
