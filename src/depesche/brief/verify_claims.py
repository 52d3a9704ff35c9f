"""Proof of the claims: wordings, ids, sides, counts and figures follow from the statements and the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from depesche.records import EventKind, Stance
from depesche.text.hashing import content_id

Json = dict[str, Any]
_QUOTATION_MARKS = frozenset('"„“”«»')
_STANCES = frozenset(Stance)
_EVENTS = frozenset(EventKind)
_ASSERTING = ("asserts", "confirms", "warns", "accuses", "promises")
_SIDES = (("asserted_by", _ASSERTING), ("denied_by", ("denies",)), ("declined_by", ("declines",)))


def cut(texts: Mapping[str, str], report: str, span: list[int]) -> str | None:
    """Return a report's wording at a span; None where the report or the span doesn't exist."""
    start, end = span
    if report not in texts or not 0 <= start < end <= len(texts[report]):
        return None
    return texts[report][start:end]


def check_claims(brief: Json, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the claims, one line each."""
    entities = {e["id"] for e in brief["entities"]}
    published = {r["id"]: r["published"] for r in brief["reports"]}
    stories = {s["id"] for s in brief["stories"]}
    ids = {c["id"] for c in brief["claims"]}
    told_in = {c["id"]: {s["report"] for s in c["statements"]} for c in brief["claims"]}
    if len(ids) != len(brief["claims"]):
        yield "claims: an id stands twice"
    for claim in brief["claims"]:
        name = f"claim {claim['id']}"
        yield from (f"{name}: {fault}" for fault in _check_claim(claim, texts, entities))
        if claim["story"] is not None and claim["story"] not in stories:
            yield f"{name}: its story {claim['story']} is unknown"
        if {link["to"] for link in claim["links"]} - (ids - {claim["id"]}):
            yield f"{name}: a link leads nowhere"
        yield from (f"{name}: {fault}" for fault in _check_history(claim, published))
        yield from (f"{name}: {fault}" for fault in _check_events(claim, published, told_in))


def _check_history(claim: Json, published: Mapping[str, str | None]) -> Iterator[str]:
    days = [str(published[s["report"]])[:10] for s in claim["statements"] if published.get(s["report"])]
    if claim["first_reported"] != min(days, default=None):
        yield f"first reported {claim['first_reported']}, its reports say {min(days, default=None)}"
    said = [s["said_on"] for s in claim["statements"] if s["said_on"] and _is_day(s["said_on"])]
    if claim["first_said"] != min(said, default=None):
        yield f"first said {claim['first_said']}, its statements say {min(said, default=None)}"
    told = [s for s in claim["statements"] if s["statement"] is not None]
    told.sort(key=lambda s: (published.get(s["report"]) or "9999", s["report"], s["spans"]))
    first = told[0]
    if claim["id"] != content_id("claim", first["report"], f"{first['report']}#{first['statement']}"):
        yield "its id is not that of its first statement"


def _check_events(claim: Json, published: Mapping[str, str | None], told_in: Mapping[str, set[str]]) -> Iterator[str]:
    """Each event is of a report of the claim, or of the claim that corrects it, and has that report's day."""
    for event in claim["history"]:
        where = f"its event {event['kind']} of {event['day']}"
        shows = told_in[claim["id"]] if event["to"] is None else told_in.get(event["to"], set())
        if event["report"] not in shows:
            yield f"{where} is shown by no statement of {event['report']}"
            continue
        if event["kind"] not in _EVENTS or (event["to"] is not None) is not (event["kind"] == "corrected"):
            yield f"{where} is of no known kind"
        day = claim["first_said"] if event["kind"] == "first-said" else (published[event["report"]] or "")[:10] or None
        if event["day"] != day:
            yield f"{where} has not the day of {event['report']}"


def _is_day(value: str) -> bool:
    return len(value) >= len("2024-02-14") and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit()


def _check_claim(claim: Json, texts: Mapping[str, str], entities: set[str]) -> Iterator[str]:
    for s in claim["statements"]:
        yield from _check_statement(s, texts, entities)
    for side, stances in _SIDES:
        held = {e for s in claim["statements"] if s["stance"] in stances for e in s["who"]}
        if held != set(claim[side]) or len(set(claim[side])) != len(claim[side]):
            yield f"{side} does not follow from its statements"
    voices = [v for party in claim["parties"] for v in party["voices"]]
    if sorted(voices) != sorted(claim["asserted_by"]):
        yield "the voices of its parties are not those that assert it"
    parties = [party["party"] for party in claim["parties"]]
    if set(parties) - entities or len(set(parties)) != len(parties):
        yield "its parties are unknown or stand twice"
    if claim["independent_sources"] != len(parties):
        yield f"{claim['independent_sources']} independent sources, but {len(parties)} parties"
    passed = [r for d in claim["dispatches"] for r in d["reports"]]
    if sorted(passed) != sorted({s["report"] for s in claim["statements"]}):
        yield "its dispatches are not its reports"
    yield from _check_headline(claim)
    yield from _check_figures(claim)


def _check_statement(s: Json, texts: Mapping[str, str], entities: set[str]) -> Iterator[str]:
    where = f"{s['report']} {s['spans']}"
    pieces = [cut(texts, s["report"], span) for span in s["spans"]]
    if None in pieces or " … ".join(str(piece) for piece in pieces) != s["text"]:
        yield f"{where} is not {s['text'][:60]!r}"
    if any(cut(texts, s["report"], span) is None for span in s["cue"]):
        yield f"{where}: its cue lies outside the report"
    # the same hash as annotate's: report, content spans, wording of the cue
    spans = " ".join(f"{start}-{end}" for start, end in s["spans"])
    cue = " ".join(str(cut(texts, s["report"], span)) for span in s["cue"])
    if s["statement"] is not None and s["statement"] != content_id(s["report"], spans, cue):
        yield f"{where}: its id {s['statement']} is not that of its content and cue"
    if s["stance"] not in _STANCES:
        yield f"{where}: {s['stance']!r} is no stance"
    if (s["statement"] is None) is not (s["stance"] == "states"):
        yield f"{where}: what a report states on its own account has no statement"
    if set(s["who"]) - entities or set(s["relay"]) - entities:
        yield f"{where}: an unknown source"
    yield from check_gloss(s["gloss"])


def _check_headline(claim: Json) -> Iterator[str]:
    place = claim["headline_from"]
    if place is None:
        yield "its headline comes from nowhere"
        return
    there = [
        s
        for s in claim["statements"]
        if s["report"] == place["report"] and [s["spans"][0][0], s["spans"][-1][1]] == place["span"]
    ]
    if claim["headline_by"] == "gloss":
        yield from check_gloss(claim["headline"])
        if claim["headline"] not in {s["gloss"] for s in there}:
            yield "its headline is the gloss of none of its statements"
    elif claim["headline_by"] != "wording" or claim["headline"] not in {s["text"] for s in there}:
        yield "its headline is not the wording of a statement"


def _check_figures(claim: Json) -> Iterator[str]:
    told = {s["statement"]: s for s in claim["statements"] if s["statement"] is not None}
    for figure in claim["figures"]:
        statement = told.get(figure["statement"])
        if statement is None or statement["report"] != figure["report"]:
            yield f"the figure {figure['value']} is of none of its statements"
            continue
        start, end = figure["span"]
        if not any(a <= start and end <= b for a, b in statement["spans"]):
            yield f"the figure {figure['value']} does not stand in its statement"
        values = figure["value"] if isinstance(figure["value"], list) else [figure["value"]]
        digits = _digits(figure["text"])
        if digits and not any(_digits(f"{value:.10g}") == digits for value in values) and not _parts(values, digits):
            yield f"the figure {figure['value']} is not {figure['text']!r}"
        if figure["of"] is not None and figure["of"] not in statement["text"]:
            yield f"the figure {figure['value']} counts {figure['of']!r}, which its statement does not say"


def _parts(values: list[float], digits: str) -> bool:
    """Say whether a range's two numbers make up the digits of its wording."""
    joined = "".join(_digits(f"{value:.10g}") for value in values)
    return len(values) > 1 and joined.replace("0", "") == digits.replace("0", "")


def _digits(text: str) -> str:
    """Return the digits of a number that its scale doesn't change: "48 milionów" and 48000000 are both 48."""
    return "".join(c for c in text if c.isdecimal()).strip("0")


def check_gloss(gloss: str | None) -> Iterator[str]:
    """Yield a fault where a gloss looks like a quotation."""
    if gloss is not None and _QUOTATION_MARKS & set(gloss):
        yield f"a gloss stands in quotation marks: {gloss[:60]!r}"
