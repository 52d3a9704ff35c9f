"""Gives what the sentence before says to the source that a sentence only names: "Das teilte die Polizei mit.".

Which sentences point back, and what draft they make of the one before, stands in `backward`.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.attributions.sources import SourceFinder
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.quotations.backward import (
    answered,
    backward_draft,
    denied_draft,
    denies_this,
    pointing_back,
    pronoun_draft,
)
from depesche.annotate.statements.relays.find import Relays
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.annotate.statements.who.memory import Memory
from depesche.annotate.statements.who.resolve import Resolver
from depesche.lang.schema.speech import SourcePhrase, Verb
from depesche.records import Act, SegmentKind


@dataclass(slots=True)
class Crediting:
    """Reads sentences that point back; `before` holds the frame before and what it was found to report."""

    relays: Relays
    resolver: Resolver
    memory: Memory
    before: tuple[Extent, list[Draft]] | None = None

    def credit(self, extent: Extent, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts of a frame; one that only names a source has at most the frame before as content."""
        frame, speech, finder, verbs = extent.frame, extent.speech, extent.finder, extent.verbs
        before, said = self.before or (None, [])
        near = before is not None and frame.index == before.frame.index + 1 and before.frame.kind is SegmentKind.BODY
        cites = next((p for p in extent.phrases if isinstance(p.entry, SourcePhrase) and p.entry.cites), None)
        last = cites.at if cites is not None and speech.grammar.verb_final else frame.last()
        found = pointing_back(frame, speech, finder, verbs, last)
        passed = None
        if (no := denies_this(frame, speech, verbs)) is not None and near and before is not None:
            subject = SpeakerFinder(frame, speech, finder, verbs).subject(no)[0]
            drafts = [draft for draft in drafts if draft.at != no.at]
            return [*drafts, denied_draft(frame, no, subject, before, said)]
        if found is not None and answered(found[0], speech):
            return [*([pronoun_draft(frame, *found)] if near else []), *beside(drafts, found[1])]
        if found is not None:
            cue, phrase = found
            parts, verb = cue.parts, cue.verb
            cited = SourceFinder(frame, speech, finder, extent).cited(cites) if cites and last == cites.at else None
            if cited is not None and self.relays.is_medium(frame, phrase):  # "Das meldete X unter Berufung auf Y"
                passed, phrase = self.relays.relay(frame, phrase), cited
        elif len(drafts) == 1 and drafts[0].how == "orphan" and drafts[0].phrase is not None:
            parts, verb, phrase = (drafts[0].at,), None, drafts[0].phrase
        else:
            return [d for d in drafts if d.how != "orphan"]
        if not near or before is None:
            return []
        told = None
        if found is not None:
            told = SpeakerFinder(frame, speech, finder, verbs).agents.told(found[0], frame.last(), phrase)
        back = backward_draft(frame, before, parts, phrase, verb)
        if back is not None and passed is not None:
            back.by_relay.append(passed)
        if back is not None and told is not None and self.relays.is_medium(frame, told):
            listener = self.relays.relay(frame, told)
            back.by_relay += [listener] if listener else []
        more = beside(drafts, phrase)
        if said and (back is None or not self._told_of(said, frame, phrase, verb)):
            self._pass_back(said, back, frame, phrase)
            return more
        return [back, *more] if back else more

    def _told_of(self, said: list[Draft], frame: Frame, phrase: Phrase, verb: Verb | None) -> bool:
        """Say whether somebody tells of what others asked or promised: "Hun har bedt om svar. Det oplyser ministeriet".

        A medium passes it on; whoever speaks for the one that says it makes no statement of their own.
        """
        deeds = all(d.verb is not None and d.phrase is not None and d.act is not Act.ASSERT for d in said)
        return deeds and self.resolver.speech.grammar.verb_medial and not self._passes_on(frame, phrase, verb)

    def _passes_on(self, frame: Frame, phrase: Phrase, verb: Verb | None) -> bool:
        """Say whether a source is a medium, by its name or by what it does: "Det skriver Nordkurier"."""
        if self.relays.is_medium(frame, phrase):
            return True
        return verb is not None and verb.medium and self.relays.signs(frame, phrase)

    def _pass_back(self, said: list[Draft], back: Draft | None, frame: Frame, phrase: Phrase) -> None:
        """Give what was said before the source that a sentence names for it: a medium passes on what has a cue."""
        verb = back.verb if back is not None else None
        medium = self.relays.relay(frame, phrase) if self._passes_on(frame, phrase, verb) else None
        for draft in said:
            draft.credited = None if medium is None else frame.paragraph
            if draft.cue and medium is not None and self.relays.is_medium(draft.frame, draft.phrase):
                continue  # "Byrået AP erklærer, at … Det samme melder CNN": two media of their own
            if draft.cue or back is None:
                draft.by_relay += [medium] if medium else back.by_relay if back else []
                continue
            draft.frame, draft.phrase, draft.cue, draft.verb, draft.at = frame, phrase, back.cue, back.verb, back.at
            draft.by_relay += back.by_relay
            draft.how, draft.follows = "backward", False
            draft.who = self.resolver.resolve(draft)
            self.memory.note(draft)


def beside(drafts: list[Draft], phrase: Phrase) -> list[Draft]:
    """Return what a relative clause behind the source that points back reports: "Det bestrider X, som siger, at"."""
    return [d for d in drafts if d.at >= phrase.end and d.phrase is not None and d.phrase.kind == "relative"]
