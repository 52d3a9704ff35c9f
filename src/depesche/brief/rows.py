"""A claim as a row of the ledger: who says it through whom, who denies it, on how many feet it stands, since when."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.brief.builder import Builder, shortest
from depesche.brief.days import show_day
from depesche.brief.parts import ClaimRow, Voice
from depesche.records import Claim, ClaimStatement, EventKind, ReuseKind, Stance
from depesche.settings import BRIEF_LOW_CONFIDENCE

ASSERTING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.WARNS, Stance.ACCUSES, Stance.PROMISES)
_ORDER = (*ASSERTING, Stance.DEMANDS, Stance.ASKS, Stance.DENIES, Stance.DECLINES, Stance.STATES)
_EVENTS = {
    EventKind.FIRST_SAID: "first_said",
    EventKind.FIRST_REPORTED: "first_reported",
    EventKind.REPEATED: "again",
    EventKind.HARDENED: "hardened",
    EventKind.CORRECTED: "corrected",
    EventKind.DENIED: "denied_on",
    EventKind.WITHDRAWN: "withdrawn",
}
_SIDE = {Stance.DENIES: "denies", Stance.DECLINES: "declines", Stance.STATES: "states"}


def make_row(b: Builder, claim: Claim) -> ClaimRow:
    """Return a claim as shown."""
    told = [s.confidence for s in claim.statements if s.statement]
    copied = [
        b.words.fill("one_dispatch", reports=b.numbered(d.reports)) for d in claim.dispatches if len(d.reports) > 1
    ]
    return ClaimRow(
        label=b.labels[claim.id],
        claim=claim,
        head=b.head(claim),
        voices=_voices(b, claim),
        counts=count_feet(b, claim),
        why=tuple(dict.fromkeys([*_parties(b, claim), *copied])),
        dates=_history(b, claim),
        notes=_notes(b, claim),
        unsure=bool(told) and max(told) < BRIEF_LOW_CONFIDENCE,
    )


def _parties(b: Builder, claim: Claim) -> list[str]:
    """Say why voices were counted together, or apart though they speak in one statement."""
    reasons = []
    for party in claim.parties:
        others = [v for v in party.voices if b.name(v) != b.name(party.party)]
        described = [v for v in others if v in party.described]
        if described:
            reasons.append(b.words.fill("described", names=b.names(described), name=b.name(party.party)))
        alike = [v for v in others if v in party.alike and v not in described]
        if alike:
            reasons.append(b.words.fill("alike", names=b.names(alike), name=b.name(party.party)))
        others = [v for v in others if v not in (*described, *alike)]
        if others and len(party.voices) > 1:
            verb = b.words["speaks_for" if len({b.name(v) for v in others}) == 1 else "speak_for"]
            reasons.append(f"{b.names(others)} {verb} {b.name(party.party)}")
        if party.is_medium:
            reasons.append(b.words.fill("medium", name=b.name(party.party)))
    signed = [p.party for p in claim.parties if p.signed_with]
    return [*reasons, b.words.fill("co_signed", names=b.names(signed))] if len(signed) > 1 else reasons


def _voices(b: Builder, claim: Claim) -> tuple[Voice, ...]:
    grouped: dict[tuple[Stance, str, str], list[ClaimStatement]] = {}
    for s in claim.statements:
        names = "" if s.stance is Stance.STATES else b.names(s.who)
        through = b.names(s.relay) if s.relay else ""
        grouped.setdefault((s.stance, names, through), []).append(s)
    nobody = b.words["nobody"]
    out = []
    for (stance, names, through), told in sorted(grouped.items(), key=lambda g: (_ORDER.index(g[0][0]), g[0][1:])):
        if names == nobody and not through and _is_told_elsewhere(claim, told):
            continue
        notes = [f"{b.words['through']} {through}"] if through else []
        notes += _remarks(b, stance, told)
        refs = shortest(b.statement_ref(s) for s in told)
        verb = b.words["withdraws" if all(s.withdraws for s in told) else stance.value]
        out.append(Voice(verb, names, "; ".join(notes), refs, _SIDE.get(stance, "says")))
    return tuple(out)


def _is_told_elsewhere(claim: Claim, told: Sequence[ClaimStatement]) -> bool:
    """Say whether statements nobody is named for all stand inside statements of somebody."""
    named = [(s.report, s.spans[0].start, s.spans[-1].end) for s in claim.statements if s.who]
    return all(
        any(report == s.report and start <= s.spans[0].start and s.spans[-1].end <= end for report, start, end in named)
        for s in told
    )


def _remarks(b: Builder, stance: Stance, told: Sequence[ClaimStatement]) -> list[str]:
    notes = []
    if any(b.entities[e].type == "collective" for s in told for e in s.who if e in b.entities):
        notes.append(b.words["unnamed"])
    if all(s.hedged for s in told) and stance is not Stance.STATES:
        notes.append(b.words["hedged"])
    if stance is Stance.DENIES and not any(s.relay or s.said_on for s in told):
        notes.append(b.words["no_channel"])
    translated = {u.to for u in b.brief.reuse if u.kind is ReuseKind.TRANSLATION}
    if all(s.kind == "direct" and s.report in translated for s in told):
        notes.append(b.words["translated_quote"])
    return notes


def count_feet(b: Builder, claim: Claim) -> str:
    """Write the two counts: who could know, and in how many reports and texts of their own it stands."""
    reports = sum(len(d.reports) for d in claim.dispatches)
    told = b.words.count("report", reports)
    if len(claim.dispatches) < reports:
        told = b.words.fill("told_in", reports=told, dispatches=b.words.count("dispatch", len(claim.dispatches)))
    return f"{b.words.count('party', claim.independent_sources)}; {told}" if claim.parties else told


def _history(b: Builder, claim: Claim) -> str:
    """Write what became of a claim: its events by kind, each with its days; a correction names the claim."""
    by_label: dict[str, list[str]] = {}
    for event in claim.history:
        if event.kind is EventKind.DENIED and not claim.asserted_by:
            continue
        day = show_day(event.day, b.words) if event.day else b.words["undated"]
        to = f" ({b.labels[event.to]})" if event.to in b.labels else ""
        by_label.setdefault(b.words[_EVENTS[event.kind]], []).append(day + to)
    return "; ".join(f"{label} {', '.join(dict.fromkeys(found))}" for label, found in by_label.items())


def _notes(b: Builder, claim: Claim) -> tuple[str, ...]:
    kinds: dict[str, list[str]] = {}
    for link in claim.links:
        if link.to in b.labels:
            kinds.setdefault(link.kind, []).append(b.labels[link.to])
    notes = [f"{b.words[kind]} {', '.join(sorted(found, key=_place))}" for kind, found in sorted(kinds.items())]
    only = known_through(b, claim)
    return (f"{b.words['known_through']} {only}", *notes) if only else tuple(notes)


def _place(label: str) -> int:
    return int(label[1:])


def known_through(b: Builder, claim: Claim, *, other_side: bool = False) -> str | None:
    """Return the one medium of a state through which all that asserts a claim is known; None where there are more.

    The voice may be anybody's, the way to it is one side's. With `other_side` only where a voice is of another side:
    a president's letter of which nothing is known but what the other country's state agency tells.
    """
    told = [s for s in claim.statements if s.stance in ASSERTING and (s.who or s.relay)]
    return only_way(b, told, other_side=other_side)


def only_way(b: Builder, told: Sequence[ClaimStatement], *, other_side: bool = False) -> str | None:
    """Return the one medium of a state through which all of some statements are known; see `known_through`."""
    ways = [{e for e in (*s.relay, *s.who) if _speaks_for_state(b, e)} for s in told]
    if not ways or not all(ways):
        return None
    shared = set.intersection(*ways)
    relayed = {e for s in told for e in s.relay}
    found = sorted(shared & relayed, key=b.name)
    if other_side and found:
        side = b.entities[found[0]].party
        voices = {b.party(e) for s in told for e in s.who}
        found = found if voices - {side} else []
    return f"{b.name(found[0])} ({b.name(b.entities[found[0]].party or found[0])})" if found else None


def _speaks_for_state(b: Builder, entity: str) -> bool:
    known = b.entities.get(entity)
    return known is not None and known.type != "person" and bool(known.party) and known.party != entity
