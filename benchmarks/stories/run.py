"""Measure grouping on a generated stream: stories, reuse, distortions, and what a report costs.

    python benchmarks/stories/generate.py --reports 1000 --out FOLDER
    python benchmarks/stories/run.py FOLDER [--limit N] [--errors N]

Prints one JSON object. Times are of one core, after annotation; entities are left within reports.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from depesche.group.cluster import name_groups
from depesche.group.distortions import find_distortions
from depesche.group.parts import find_parts
from depesche.group.profile import Profile, profile_report
from depesche.group.reuse import find_reuse
from depesche.group.stories import group_profiles, group_stories
from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Distortion, PartKind, Report, ReportPart, Reuse, ReuseKind

Json = dict[str, Any]
Pairs = set[frozenset[str]]


def read_reports(path: Path, limit: int | None) -> list[AnnotatedReport]:
    """Annotate the first `limit` reports of a stream."""
    out = []
    with path.open(encoding="utf-8") as file:
        for line in itertools.islice(file, limit):
            out.append(annotate_report(Report(**json.loads(line))))
    return out


def pairs_of(groups: Iterable[Iterable[str]]) -> Pairs:
    """Return all pairs inside groups."""
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(group), 2)}


def rates(found: int, predicted: int, gold: int) -> Json:
    """Return precision, recall and F1."""
    p, r = found / max(predicted, 1), found / max(gold, 1)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / max(p + r, 1e-9), 4), "n": gold}


def score_reuse(reuse: Iterable[Reuse], truth: Json, kept: set[str]) -> Json:
    """Compare reuse, directions apart, with the closure of the truth: copies of one dispatch are all reuse."""
    origin = {x["to"]: x["from"] for x in truth["reuse"]}
    groups: dict[str, list[str]] = defaultdict(list)
    for report in kept:
        groups[origin.get(report, report)].append(report)
    gold = pairs_of(groups.values())
    got = {frozenset((x.source, x.to)) for x in reuse if x.kind is not ReuseKind.CREDIT}
    return rates(len(gold & got), len(got), len(gold)) | {"wrong": sorted(map(sorted, got - gold))[:5]}


def score_parts(found: Iterable[ReportPart], truth: Json, reuse: Iterable[Reuse], kept: set[str], errors: int) -> Json:
    """Compare the passages taken from elsewhere: report and source by their dispatches, and at least half of each."""
    home = name_groups(kept, [(u.source, u.to) for u in reuse if u.kind is not ReuseKind.CREDIT])
    gold = [p for p in truth["parts"] if {p["report"], p["from"]} <= kept]
    got = [p for p in found if p.kind is not PartKind.BESIDE]
    hits = [[i for i, g in enumerate(gold) if _same_part(p, g, home)] for p in got]
    known = {i for found in hits for i in found}
    out: Json = rates(len(known), len(got), len(gold)) | {"p": round(sum(map(bool, hits)) / max(len(got), 1), 4)}
    if errors:
        wrong = [[p.kind.value, p.source, p.report, list(p.span)] for p, hit in zip(got, hits, strict=True) if not hit]
        out |= {"wrong": wrong[:errors], "missed": [g for i, g in enumerate(gold) if i not in known][:errors]}
    return out


def _same_part(found: ReportPart, gold: Json, home: Mapping[str, str]) -> bool:
    start, end = gold["span"]
    shared = min(found.span.end, end) - max(found.span.start, start)
    one_text = home[found.report] == home[gold["report"]] and home[found.source] == home[gold["from"]]
    return one_text and (
        found.report != gold["report"] or 2 * shared >= max(found.span.end - found.span.start, end - start)
    )


def score_distortions(found: Iterable[Distortion], truth: Json, kept: set[str], errors: int) -> Json:
    """Compare distortions by kind and by the sentence they stand in; those between a copy and a copy are left out."""
    gold = [d for d in truth["distortions"] if d["to"]["report"] in kept]
    direct = {(x["from"], x["to"]) for x in truth["reuse"]}
    tellings = [d for d in found if (d.source.report, d.to.report) in direct or d.source.report == d.to.report]
    hits, right = set(), 0
    wrong = []
    for d in tellings:
        match = [i for i, g in enumerate(gold) if _same(d, g)]
        hits.update(match)
        right += bool(match)
        if not match:
            wrong.append([d.kind.value, d.source.report, d.to.report, list(d.to.span), d.why])
    missed = [g for i, g in enumerate(gold) if i not in hits]
    out: Json = {
        "p": round(right / max(len(tellings), 1), 4),
        "r": round(len(hits) / max(len(gold), 1), 4),
        "n": len(gold),
    }
    if errors:
        out |= {"wrong": wrong[:errors], "missed": [[g["kind"], g["from"], g["to"]] for g in missed[:errors]]}
    return out


def _same(found: Distortion, gold: Json) -> bool:
    start, end = gold["to"]["span"]
    inside = found.to.span.start < end and start < found.to.span.end
    return bool(found.kind.value == gold["kind"] and found.to.report == gold["to"]["report"] and inside)


def measure(reports: list[AnnotatedReport], truth: Json, errors: int) -> Json:
    """Group, find reuse and distortions, and score all of it."""
    kept = {r.id for r in reports}
    started = time.process_time()
    grouping = group_stories(reports)
    grouped = time.process_time()
    reuse = find_reuse(reports, grouping)
    parts = find_parts(reports, grouping, reuse)
    reused = time.process_time()
    distortions = find_distortions(reports, reuse)
    done = time.process_time()
    events: dict[str, list[str]] = defaultdict(list)
    for report in kept:
        events[truth["events"][report]].append(report)
    gold, got = pairs_of(events.values()), pairs_of(s.reports for s in grouping.stories)
    merged = {frozenset((truth["events"][a], truth["events"][b])) for a, b in map(sorted, got - gold)}
    look = [frozenset(x) for x in truth["lookalikes"] if x[0] in events and x[1] in events]
    return {
        "reports": len(reports),
        "stories": rates(len(gold & got), len(got), len(gold)),
        "lookalikes_merged": round(sum(x in merged for x in look) / max(len(look), 1), 4),
        "reuse": score_reuse(reuse, truth, kept),
        "parts": score_parts(parts, truth, reuse, kept, errors),
        "distortions": score_distortions(distortions, truth, kept, errors),
        "reports_per_s": {
            "grouping": round(len(reports) / (grouped - started)),
            "reuse": round(len(reports) / (reused - grouped)),
            "distortions": round(len(reports) / (done - reused)),
            "all": round(len(reports) / (done - started)),
        },
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def measure_scale(path: Path, limits: list[int]) -> list[Json]:
    """Profile the reports one by one, then group the first so many: what a report costs in a growing archive."""
    profiles: list[Profile] = []
    started = time.process_time()
    spent = 0.0
    with path.open(encoding="utf-8") as file:
        for line in itertools.islice(file, max(limits)):
            report = annotate_report(Report(**json.loads(line)))
            begun = time.process_time()
            profiles.append(profile_report(report))
            spent += time.process_time() - begun
    rows = []
    for limit in sorted(limits):
        started = time.process_time()
        grouping = group_profiles(profiles[:limit])
        seconds = time.process_time() - started + spent * limit / len(profiles)
        rows.append(
            {
                "reports": limit,
                "stories": len(grouping.stories),
                "ms_per_report": round(1000 * seconds / limit, 2),
                "reports_per_s": round(limit / seconds),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument(
        "--scale", type=int, nargs="+", help="only group so many reports; several numbers, one run each"
    )
    args = parser.parse_args()
    if args.scale:
        print(json.dumps(measure_scale(args.folder / "reports.jsonl", args.scale), indent=1))
        return
    truth = json.loads((args.folder / "truth.json").read_text("utf-8"))
    reports = read_reports(args.folder / "reports.jsonl", args.limit)
    print(json.dumps(measure(reports, truth, args.errors), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
