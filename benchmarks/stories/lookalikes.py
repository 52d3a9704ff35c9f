"""Measure how many pairs of look-alike events of ECB+ become one story.

    python -m benchmarks.stories.lookalikes

Prints one JSON object: B-cubed F1, and for how many topics one story holds at least half of both events (`mostly`),
or any report of both (`any`); even and odd topics apart, since rules were written with the errors of even ones in view.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from benchmarks.floors import SHARED
from benchmarks.ledger.run import b_cubed
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Report

Json = dict[str, Any]


def measure(story_of: Mapping[str, str], event_of: Mapping[str, str]) -> Json:
    """Return the measures over the reports of `event_of`, whose events are named topic and a or b."""
    topics = sorted({event[:-1] for event in event_of.values()})
    mostly = some = 0
    for topic in topics:
        one, other = (Counter(story_of[i] for i, e in event_of.items() if e == f"{topic}{side}") for side in "ab")
        some += any(story in other for story in one)
        mostly += any(2 * one[s] >= one.total() and 2 * other[s] >= other.total() for s in one)
    found = b_cubed([(story_of[i], event) for i, event in event_of.items()])
    return {"topics": len(topics), "mostly": mostly, "any": some, **found}


def main() -> None:
    path = SHARED / "data" / "stories" / "ecbplus.en.jsonl"
    if not path.is_file():
        raise SystemExit(f"no gold data at {SHARED} (set DEPESCHE_SHARED)")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    reports = [annotate_report(Report(row["id"], row["text"], language=row["language"])) for row in rows]
    story_of = make_brief(reports, Options()).story_of
    event_of = {row["id"]: row["event"] for row in rows}
    halves = {"all": (0, 1), "even": (0,), "odd": (1,)}
    kept = {name: {i: e for i, e in event_of.items() if int(e[:-1]) % 2 in rest} for name, rest in halves.items()}
    print(json.dumps({name: measure(story_of, events) for name, events in kept.items()}, indent=1))


if __name__ == "__main__":
    main()
