"""Proof: does a brief say what its reports say? Every wording, count and reference is checked against the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]
_QUOTATION_MARKS = frozenset('"„“”«»‚‘‹›')
_ASSERTING = ("asserts", "confirms", "warns", "accuses", "promises")
_SIDES = (("asserted_by", _ASSERTING), ("denied_by", ("denies",)), ("declined_by", ("declines",)))


def verify_brief(brief: Json, texts: Mapping[str, str]) -> list[str]:
    """Return what is wrong, one line each; an empty list is the proof. `texts` maps report ids to their texts.

    Never raises on a brief that is JSON of any shape: a field that is missing or of another type is a fault too.
    """
    faults: list[str] = []
    for check in (_check_reports, _check_claims, _check_groups, _check_references):
        try:
            faults.extend(check(brief, texts))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            faults.append(f"{check.__name__.removeprefix('_check_')}: not the shape of a brief ({error!r})")
    return faults


def _slice(texts: Mapping[str, str], report: str, span: list[int]) -> str | None:
    start, end = span
    if report not in texts or not 0 <= start < end <= len(texts[report]):
        return None
    return texts[report][start:end]


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
            if _slice(texts, role["report"], role["span"]) != role["text"]:
                yield f"entities: a role of {entity['id']} is not the wording of {role['report']}"
    for entry in brief["timeline"]:
        if not set(entry["claims"]) <= claims:
            yield f"timeline: {entry['start']} names an unknown claim"
        first = entry["evidence"][0]
        if _slice(texts, first["report"], first["span"]) != entry["text"]:
            yield f"timeline: the text of {entry['start']} is not the wording of {first['report']}"


def _check_references(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    """Walk the whole brief: wherever report, span and text stand together, the span slices to the text."""
    stack: list[tuple[str, Any]] = [("brief", brief)]
    while stack:
        where, value = stack.pop()
        if isinstance(value, dict):
            if {"report", "span", "text"} <= value.keys() and _slice(texts, value["report"], value["span"]) != value[
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


def _check_claims(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    entities = {e["id"] for e in brief["entities"]}
    published = {r["id"]: r["published"] for r in brief["reports"]}
    stories = {s["id"] for s in brief["stories"]}
    ids = {c["id"] for c in brief["claims"]}
    for claim in brief["claims"]:
        name = f"claim {claim['id']}"
        yield from (f"{name}: {fault}" for fault in _check_claim(claim, texts, entities))
        if claim["story"] is not None and claim["story"] not in stories:
            yield f"{name}: its story {claim['story']} is unknown"
        if {link["to"] for link in claim["links"]} - (ids - {claim["id"]}):
            yield f"{name}: a link leads nowhere"
        days = [published[s["report"]][:10] for s in claim["statements"] if published.get(s["report"])]
        if claim["first_reported"] != min(days, default=None):
            yield f"{name}: first reported {claim['first_reported']}, its reports say {min(days, default=None)}"
        said = [s["said_on"] for s in claim["statements"] if s["said_on"] and s["said_on"][:4].isdigit()]
        if claim["first_said"] != min(said, default=None):
            yield f"{name}: first said {claim['first_said']}, its statements say {min(said, default=None)}"


def _check_claim(claim: Json, texts: Mapping[str, str], entities: set[str]) -> Iterator[str]:
    for s in claim["statements"]:
        cut = [_slice(texts, s["report"], span) for span in s["spans"]]
        if None in cut or " … ".join(str(c) for c in cut) != s["text"]:
            yield f"{s['report']} {s['spans']} is not {s['text'][:60]!r}"
        if set(s["who"]) - entities or set(s["relay"]) - entities:
            yield f"a statement of {s['report']} has an unknown source"
        yield from _check_gloss(s["gloss"])
    for side, stances in _SIDES:
        held = {e for s in claim["statements"] if s["stance"] in stances for e in s["who"]}
        if held != set(claim[side]) or len(set(claim[side])) != len(claim[side]):
            yield f"{side} does not follow from its statements"
    voices = [v for party in claim["parties"] for v in party["voices"]]
    if sorted(voices) != sorted(claim["asserted_by"]):
        yield "the voices of its parties are not those that assert it"
    if claim["independent_sources"] != len(claim["parties"]):
        yield f"{claim['independent_sources']} independent sources, but {len(claim['parties'])} parties"
    passed = [r for d in claim["dispatches"] for r in d["reports"]]
    if sorted(passed) != sorted({s["report"] for s in claim["statements"]}):
        yield "its dispatches are not its reports"
    yield from _check_headline(claim)


def _check_headline(claim: Json) -> Iterator[str]:
    place = claim["headline_from"]
    if claim["headline_by"] == "gloss":
        yield from _check_gloss(claim["headline"])
        glosses = {s["gloss"] for s in claim["statements"] if place and s["report"] == place["report"]}
        if claim["headline"] not in glosses:
            yield "its headline is the gloss of none of its statements"
    elif claim["headline_by"] != "wording" or place is None:
        yield "its headline is neither wording nor gloss"
    elif claim["headline"] not in {s["text"] for s in claim["statements"] if s["report"] == place["report"]}:
        yield "its headline is not the wording of a statement"


def _check_gloss(gloss: str | None) -> Iterator[str]:
    if gloss is not None and _QUOTATION_MARKS & set(gloss) - set("‹›"):
        yield f"a gloss stands in quotation marks: {gloss[:60]!r}"
