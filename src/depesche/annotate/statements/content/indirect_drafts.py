"""The statement a verb and its content make: spans, act, kind, who is told and whose subject it shares.

What the content is stands in `indirect` and its finders; what `acts` decides later goes before the act given here.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.speech import Speech
from depesche.records import Act, Span, StatementKind


@dataclass(slots=True)
class IndirectDrafter:
    """Makes drafts of the content of verbs in one frame."""

    frame: Frame
    speech: Speech
    speakers: SpeakerFinder
    extent: Extent

    def draft(self, cue: VerbCue, found: Found, spans: tuple[Span, ...], phrase: Phrase | None, side: str) -> Draft:
        quoted = any(self.extent.has_marks(a, b) for a, b in found.stretches)
        start = found.stretches[0][0]
        return Draft(
            self.frame,
            found.how,
            spans,
            self._cue_spans(cue, start),
            self._act(cue, found),
            StatementKind.MIXED if quoted else StatementKind.INDIRECT,
            phrase,
            cue.verb,
            cue.negated and not self._negates_inside(cue, found),
            follows=phrase is None and side != "agent" and (side == "inherit" or not self.speech.grammar.verb_medial),
            anonymous=phrase is None and (side == "agent" or self.speakers.agents.impersonal(cue)),
            at=cue.at,
            told=None
            if found.how in ("order", "object")
            else self.speakers.agents.told(cue, start if start > cue.at else self.frame.last(), phrase),
            trailing=found.trailing,
            subject=self._subject_before(cue, phrase, side, found.stretches),
        )

    def _negates_inside(self, cue: VerbCue, found: Found) -> bool:
        """Say whether the negation stands in a Danish or Norwegian bare clause: "tror | kommunen ikke lytter"."""
        start = found.stretches[0][0]
        if found.how != "bare" or not self.speech.grammar.verb_medial or start <= cue.at:
            return False
        return not any(self.speech.has("negations", self.frame.lower(j)) for j in range(cue.first, start))

    def _act(self, cue: VerbCue, found: Found) -> Act:
        """Return the act of a verb: who denies an infinitive of answering declines ("nektet å svare på")."""
        if cue.refusal is not None:
            return cue.refusal.act
        answers = any(self.speech.has("answer_verbs", self.frame.lower(found.stretches[0][0] + k)) for k in (0, 1))
        told = cue.verb.act is Act.ASSERT and cue.verb.neutral
        if (found.how == "order" and (told or cue.verb.act is Act.ASK)) or (
            found.how == "inf" and cue.verb.act is Act.ASK
        ):
            return Act.DEMAND  # "told him to leave", "asked to see it"
        before = self.frame.lower(found.stretches[0][0] - 1)
        wished = self.speech.table is not None and self.speech.has("purpose", before)
        if found.how == "that" and told and wished and not cue.negated:
            return Act.DEMAND  # "powiedział, żeby czekali"
        if found.how == "inf" and cue.verb.act is Act.DENY and self.speech.grammar.verb_medial:
            refuses = cue.verb.negated == "none" and self._does(found.stretches[0][0])  # "nekter å gå av"
            return Act.DECLINE if answers or refuses else Act.DENY
        return cue.verb.act

    def _does(self, mark: int) -> bool:
        """Say whether an infinitive is something done now, no state and nothing past: "å gå av", not "å ha løyet"."""
        words = (self.frame.lower(mark), self.frame.lower(mark + 1))
        stative = any(self.speech.has("nonfinite", w) or self.speech.has("states", w) for w in words)
        return bool(self.speech.words["states"]) and not stative

    def _subject_before(
        self, cue: VerbCue, phrase: Phrase | None, side: str, stretches: tuple[tuple[int, int], ...]
    ) -> Phrase | None:
        """Return the subject at the sentence start for a verb without one (a medial verb shares it after "og" only)."""
        if phrase is not None or side == "agent" or (side != "inherit" and self.speech.grammar.verb_medial):
            return None
        found = self.speakers.sentence_subject(cue)
        inside = found is not None and any(a <= found.start < b for a, b in stretches)
        return None if inside else found  # "Kobiety żyją dłużej, wyjaśnia."

    def _cue_spans(self, cue: VerbCue, start: int) -> tuple[Span, ...]:
        out: list[Span] = []
        tokens = self.frame.tokens
        for p in cue.parts:
            if p == cue.at and start == cue.at:
                continue  # the infinitive is content
            if out and p and out[-1].end == tokens[p - 1].end:
                out[-1] = Span(out[-1].start, tokens[p].end)
            else:
                out.append(Span(tokens[p].start, tokens[p].end))
        return tuple(out)
