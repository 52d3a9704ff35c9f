"""Which finders read a frame and in which order: quotations first, then verbs, then all other cues; hedges go on top.

Each function takes the `Extent` of a frame, which knows its cues and phrases. What a draft says stands in the finders.
"""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.statements.attributions.hedges import HedgeFinder
from depesche.annotate.statements.attributions.nouns import NounFinder
from depesche.annotate.statements.attributions.parentheticals import ParentheticalFinder
from depesche.annotate.statements.attributions.refusals import RefusalFinder
from depesche.annotate.statements.attributions.sources import SourceFinder
from depesche.annotate.statements.attributions.taken_up import TakenUpFinder
from depesche.annotate.statements.clauses.boundaries import is_reported
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.content.indirect import IndirectFinder
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.quotations.direct import DirectFinder
from depesche.annotate.statements.quotations.headlines import colon_draft, quoted_title, tail_draft
from depesche.annotate.statements.quotations.runon import (
    behind_semicolon,
    elliptic_draft,
    forerun_draft,
    hence_draft,
    subjunctive_draft,
)
from depesche.annotate.statements.relays.find import Relays
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.speech import Hedge, Noun, Parenthetical, Refusal, SourcePhrase
from depesche.records import SegmentKind


def find_drafts(text: str, extent: Extent, phrases: Sequence[PhraseCue], relays: Relays) -> list[Draft]:
    """Return what the quotations, verbs and `phrases` of a frame report; a verb makes one statement at most."""
    frame, speech, finder, verbs = extent.frame, extent.speech, extent.finder, extent.verbs
    speakers = SpeakerFinder(frame, speech, finder, verbs)
    drafts: list[Draft] = []
    if frame.quotes:
        drafts += DirectFinder(text, frame, speech, finder, speakers, extent, verbs).find()
    taken_up = TakenUpFinder(frame, speech, finder, extent)
    drafts += taken_up.find()
    if verbs:
        indirect = IndirectFinder(frame, speech, finder, speakers, extent)
    for cue in verbs:
        if cue.at in frame.taken:
            continue
        found = indirect.find(cue) or taken_up.clause(cue, drafts)
        if found is not None:
            frame.taken.update(cue.parts)  # "gav ordre til": the noun is told with its verb
            drafts.append(found)
    if phrases:
        _add_phrases(drafts, extent, phrases, speakers, relays)
    return drafts


def _add_phrases(
    drafts: list[Draft], extent: Extent, phrases: Sequence[PhraseCue], speakers: SpeakerFinder, relays: Relays
) -> None:
    """Add what source phrases, parentheticals, refusals and nouns report that no verb has taken."""
    frame, shared = extent.frame, (extent.frame, extent.speech, extent.finder, extent)
    for phrase in phrases:  # hardly ever two of a kind, so that each has its finder
        draft: Draft | None = None
        if isinstance(phrase.entry, SourcePhrase):
            sources = SourceFinder(*shared)
            cited = sources.cited(phrase) if phrase.entry.cites else None
            if cited is not None and relays.cite(frame, cited, phrase.at, drafts):
                continue
            draft = sources.find(phrase)
            if sources.orphan(phrase, draft):
                draft = sources.alone(phrase)
        elif isinstance(phrase.entry, Parenthetical):
            draft = ParentheticalFinder(*shared).find(phrase)
        elif isinstance(phrase.entry, Refusal):
            taken = any(d.cue and d.cue[0].start <= frame.tokens[phrase.at].start < d.cue[-1].end for d in drafts)
            draft = None if taken else RefusalFinder(frame, extent.speech, speakers, extent).find(phrase)
        elif isinstance(phrase.entry, Noun) and phrase.at not in frame.taken:  # "anklager Ukraine for at": a verb
            draft = NounFinder(*shared).find(phrase)
        if draft is not None:
            drafts.append(draft)


def add_hedges(drafts: list[Draft], extent: Extent) -> None:
    """Mark the statements a hedge stands in; one that stands in none may make a statement itself."""
    frame, speech = extent.frame, extent.speech
    hedges = HedgeFinder(frame, speech, extent, extent.finder)
    for phrase in extent.phrases:
        if not isinstance(phrase.entry, Hedge) or not hedges.holds(phrase):
            continue
        if drafts and speech.has("complementizers", frame.lower(phrase.at)):
            continue
        at = frame.tokens[phrase.at].start
        inside = [
            d
            for d in drafts
            if d.content[0].start <= at < d.content[-1].end
            or hedges.governs(phrase, d.at if d.frame is frame else -1)
            or any(a <= at < b for a, b in d.cue)
            or at == d.content[-1].end
        ]
        if phrase.entry.infinitive and inside:
            continue
        governed = any(d.frame is frame and hedges.governs(phrase, d.at) for d in drafts)
        if phrase.entry.alone and not governed and (parted := hedges.parted(phrase)) is not None:
            drafts.append(parted)
            continue
        if phrase.entry.own:
            inside = []
        for draft in inside:
            draft.hedged = draft.hedged or not phrase.entry.sure
        if not inside and phrase.entry.alone:
            made = hedges.draft(phrase)
            drafts += [made] if made is not None else []


def told_around(extent: Extent, drafts: Sequence[Draft], previous: Draft | None) -> Draft | None:
    """Return the German sentence in reported speech that the `drafts` stand in: "Er habe gestanden, dass …"."""
    frame = extent.frame
    if not extent.speech.grammar.verb_final or frame.kind is not SegmentKind.BODY:
        return None
    if (behind := behind_semicolon(frame, extent.speech, extent, drafts[-1])) is not None:
        return behind
    if previous is None or frame.index - previous.frame.index > 1 or any(d.verb is None for d in drafts):
        return None
    told = subjunctive_draft(frame, extent.speech, extent)
    if told is None or told.how != "runon":
        return None
    span = told.content[0]
    within = all(span.start <= d.content[0].start and d.content[-1].end <= span.end for d in drafts)
    at = next(j for j in range(frame.last()) if is_reported(frame, j, extent.speech))
    verb = frame.tokens[at].start
    return told if within and not any(a <= verb < b for d in drafts for a, b in d.content) else None


def without_cue(extent: Extent, previous: Draft | None) -> Draft | None:
    """Return what a frame without a cue tells: a headline, or speech that goes on from the statement before."""
    frame, speech, finder = extent.frame, extent.speech, extent.finder
    found = colon_draft(frame, speech, finder, extent)
    if found is None and frame.kind is SegmentKind.TITLE:
        found = tail_draft(frame, speech, finder, extent) or quoted_title(frame, extent)
    if found is not None or frame.kind is not SegmentKind.BODY or frame.text_start() == 1:
        return found
    here = previous is not None and frame.paragraph == previous.frame.paragraph
    beside = previous is not None and frame.index - previous.frame.index <= 1
    if previous is None or not (here or beside) or previous.how == "forerun":
        return forerun_draft(frame, speech, extent)
    found = subjunctive_draft(frame, speech, extent)
    if found is None and beside:
        return hence_draft(frame, speech, extent) or elliptic_draft(frame, speech, extent, previous)
    return None if found is not None and found.how == "runon-weak" and not (here and beside) else found
