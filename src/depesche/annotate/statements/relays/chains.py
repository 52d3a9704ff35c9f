"""Statements within statements: whom a medium's clause over another's statement makes a relay, and who goes on."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.relays.find import Relays
from depesche.annotate.statements.relays.told_media import interview
from depesche.lang.schema.speech import Speech
from depesche.records import Relay, SegmentKind, StatementKind


def pass_on(drafts: Sequence[Draft], found: Sequence[list[Relay]], speech: Speech) -> list[list[Relay]]:
    """Return the relays of drafts in order of position: who goes on speaking does so through the same medium.

    `found` are the media that the clause of each draft names. "In the interview he admits …" is the one told of last.
    """
    out: list[list[Relay]] = []
    for i, draft in enumerate(drafts):
        own = found[i]
        if not own and i and out[i - 1]:
            before, told = drafts[i - 1], out[i - 1] != drafts[i - 1].by_relay
            own = out[i - 1] if _goes_on(before, draft, told) else own
        if not own and i and (known := interview(draft, speech)) is not None:
            back = range(i - 1, -1 if known else i - 2, -1)
            own = next((out[j] for j in back if _interviewed(drafts[j], draft, out[j])), own)
        out.append(own)
    return out


def _same(before: Draft, draft: Draft) -> bool:
    return bool(draft.who) and [w.name for w in before.who] == [w.name for w in draft.who]


def _interviewed(before: Draft, draft: Draft, relays: Sequence[Relay]) -> bool:
    """Say whether a statement was made to a medium by who speaks now."""
    return bool(relays) and relays != before.by_relay and _same(before, draft)


def _goes_on(before: Draft, draft: Draft, told: bool) -> bool:
    """Say whether somebody goes on speaking: without a cue, with "added", after an "and", or quoted again.

    `told`: the medium was spoken to. Who is quoted by an agency is quoted again from elsewhere, unless a sentence of
    its own gave the agency for all of it ("Det skriver AP.").
    """
    if [w.name for w in before.who] != [w.name for w in draft.who]:
        return False
    if before.credited is not None and 0 <= draft.frame.paragraph - before.credited <= 1:
        return draft.phrase is not None and draft.phrase.kind == "pronoun"
    if not 0 <= draft.frame.paragraph - before.frame.paragraph <= 1:
        return False
    if before.frame.kind is not SegmentKind.BODY or draft.frame.kind is not SegmentKind.BODY:
        return False
    if not draft.cue:
        return True
    joined = draft.frame is before.frame and draft.phrase is None and draft.follows
    goes_on = draft.verb is not None and draft.verb.continues
    here = draft.frame.paragraph == before.frame.paragraph
    return told and (joined or goes_on or (here and draft.kind is StatementKind.DIRECT and bool(draft.who)))


def nest(drafts: list[Draft], relays: Relays) -> list[Draft]:
    """Turn a medium's trailing cue over another's statement into that statement's relay.

    "X promised to stay, the agency writes": the agency passes it on. Where the medium's clause holds no other
    statement, the medium is the source.
    """
    out: list[Draft] = []
    for draft in drafts:
        leads, trails = draft.how in ("that", "bare"), draft.trailing or draft.how in ("source", "fronted")
        medium = (leads or trails) and relays.is_medium(draft.frame, draft.phrase)
        passes_on = medium and trails
        second = draft.how == "source" and draft.trailing
        if medium and leads:
            _pass_on(draft, drafts, relays)
        if not passes_on and not second:
            out.append(draft)
            continue
        inner = [
            d
            for d in drafts
            if d.at != draft.at
            and d.frame is draft.frame
            and d.how not in ("hedge", "continued", "loose")
            and (_covers(draft, d) or _frames(draft, d))
            and not (d.how == "source" and d.trailing)
            and not (second and not passes_on and d.anonymous)  # "was charged with theft, according to Berg"
        ]
        if all(_beside(d) for d in inner) or draft.phrase is None:
            out.append(draft)
        if not inner or draft.phrase is None:
            continue
        passed = relays.relay(draft.frame, draft.phrase)
        for d in inner:
            if passed is not None and (d.by_relay or _outermost(d, inner)):
                d.by_relay.insert(0, passed)
    return out


def _beside(draft: Draft) -> bool:
    """Say whether a statement only tells more of somebody or something: "a man who denies the charge"."""
    return draft.how == "relative" or (draft.phrase is not None and draft.phrase.kind == "relative")


def _pass_on(draft: Draft, drafts: list[Draft], relays: Relays) -> None:
    """A medium that reports what another said is the relay of that, and stays the source of its own statement."""
    if draft.phrase is None:
        return
    passed = relays.relay(draft.frame, draft.phrase)
    inner = [d for d in drafts if d is not draft and d.frame is draft.frame and d.at > draft.at and _covers(draft, d)]
    for d in inner:
        if passed is not None and d.content != draft.content and _outermost(d, inner):
            d.by_relay.insert(0, passed)


def _covers(outer: Draft, inner: Draft) -> bool:
    a, b = outer.content[0].start, outer.content[-1].end
    cue = inner.cue[0].start if inner.cue else inner.content[0].start
    return (
        a <= inner.content[0].start and inner.content[-1].end <= b + 2 and a <= cue <= b + 1
    ) or inner.content == outer.content


def _frames(outer: Draft, inner: Draft) -> bool:
    """Say whether a source phrase stands in a clause whose verb reports what follows it: "Berg sagte laut dpa: …"."""
    a, b = outer.content[0].start, outer.content[-1].end
    told = bool(inner.cue) and all(a <= c.start and c.end <= b for c in inner.cue)
    return outer.how == "source" and told and (inner.content[0].start >= b or inner.content[-1].end <= a)


def _outermost(draft: Draft, drafts: list[Draft]) -> bool:
    return not any(d is not draft and _covers(d, draft) and d.content != draft.content for d in drafts)
