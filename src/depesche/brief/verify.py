"""Proof: does a brief say what its reports say? Every wording, count and reference is checked against the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from depesche.brief.verify_claims import check_claims, cut
from depesche.records import OccasionKind
from depesche.text.hashing import content_id

Json = dict[str, Any]


def verify_brief(brief: Json, texts: Mapping[str, str]) -> list[str]:
    """Return what is wrong, one line each; an empty list is the proof. `texts` maps report ids to their texts.

    Never raises on a brief that is JSON of any shape: a field that is missing or of another type is a fault too.
    """
    faults: list[str] = []
    for check in (_check_reports, check_claims, _check_groups, _check_occasions, _check_references):
        try:
            faults.extend(check(brief, texts))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            faults.append(f"{check.__name__.removeprefix('_check_')}: not the shape of a brief ({error!r})")
    return faults


def _check_reports(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    ids = [r["id"] for r in brief["reports"]]
    if len(set(ids)) != len(ids):
        yield "reports: an id stands twice"
    for missing in sorted(set(ids) - set(texts)):
        yield f"reports: {missing!r} was not given"
    stories = {s["id"]: s for s in brief["stories"]}
    for report in brief["reports"]:
        if report["story"] is not None and report["id"] not in stories.get(report["story"], {"reports": ()})["reports"]:
            yield f"reports: {report['id']} is not in its story {report['story']}"


def _check_groups(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    story_of = {r["id"]: r["story"] for r in brief["reports"]}
    lines = {line["id"]: line["stories"] for line in brief["storylines"]}
    for story in brief["stories"]:
        wrong = [r for r in story["reports"] if story_of.get(r) != story["id"]]
        if wrong:
            yield f"stories: {story['id']} lists {', '.join(wrong)}"
        if story["id"] not in lines.get(story["storyline"], ()):
            yield f"stories: {story['id']} is not in its storyline {story['storyline']}"
    entities = {e["id"] for e in brief["entities"]}
    claims = {c["id"] for c in brief["claims"]}
    for entity in brief["entities"]:
        if entity["party"] is not None and entity["party"] not in entities:
            yield f"entities: {entity['id']} has the unknown party {entity['party']}"
        for role in entity["roles"]:
            if cut(texts, role["report"], role["span"]) != role["text"]:
                yield f"entities: a role of {entity['id']} is not the wording of {role['report']}"
    for entry in brief["timeline"]:
        if not set(entry["claims"]) <= claims:
            yield f"timeline: {entry['start']} names an unknown claim"
        first = entry["evidence"][0]
        if cut(texts, first["report"], first["span"]) != entry["text"]:
            yield f"timeline: the text of {entry['start']} is not the wording of {first['report']}"


def _check_occasions(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    entities = {e["id"] for e in brief["entities"]}
    claim_of = {s["statement"]: c["id"] for c in brief["claims"] for s in c["statements"] if s["statement"]}
    report_of = {s["statement"]: s["report"] for c in brief["claims"] for s in c["statements"] if s["statement"]}
    for occasion in brief["occasions"]:
        name = f"occasion {occasion['id']}"
        place = [occasion["place"]] if occasion["place"] is not None else []
        if {*occasion["held_by"], *occasion["counterpart"], *place} - entities:
            yield f"{name}: an unknown holder, counterpart or place"
        if occasion["kind"] not in set(OccasionKind):
            yield f"{name}: {occasion['kind']!r} is no kind of occasion"
        told = []
        for taken in occasion["taken"]:
            here = [*taken["statements"], *taken["going_on"]]
            told += here
            if any(report_of.get(s) != taken["report"] for s in here):
                yield f"{name}: {taken['report']} has no such statement"
            if not taken["named"] or any(n["report"] != taken["report"] for n in taken["named"]):
                yield f"{name}: {taken['report']} names it nowhere"
        if not told or occasion["claims"] != list(dict.fromkeys(claim_of[s] for s in told if s in claim_of)):
            yield f"{name}: its claims are not those of its statements"
        named = [n for t in occasion["taken"] for n in t["named"]]
        if occasion["id"] not in {content_id("occasion", n["report"], *n["span"]) for n in named}:
            yield f"{name}: its id is that of none of its places"


def _check_references(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    """Walk the whole brief: wherever report, span and text stand together, the span slices to the text."""
    stack: list[tuple[str, Any]] = [("brief", brief)]
    while stack:
        where, value = stack.pop()
        if isinstance(value, dict):
            if {"report", "span", "text"} <= value.keys() and cut(texts, value["report"], value["span"]) != value[
                "text"
            ]:
                yield f"{where}: {value['report']} {value['span']} is not {value['text'][:60]!r}"
            stack.extend((f"{where}.{key}", inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend((f"{where}[{n}]", inner) for n, inner in enumerate(value))
    known = set(texts)
    for use in brief["reuse"]:
        if use["from"] not in known or use["to"] not in known:
            yield f"reuse: {use['from']} or {use['to']} is no report"
        elif {e["report"] for e in use["evidence"]} - {use["from"], use["to"]}:
            yield f"reuse: {use['from']} and {use['to']} have evidence from another report"
    for part in brief["parts"]:
        if {e["report"] for e in part["evidence"]} != {part["from"], part["report"]} or part["from"] == part["report"]:
            yield f"parts: the evidence of {part['report']} and {part['from']} is not theirs"
