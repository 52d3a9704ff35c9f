"""What a German relative word stands for: "der Vorwurf, | den | Berg bestritt", "der Streik, zu | dem | er aufrief"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_start
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.clauses.verb_final import stands_last
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.records import Act

_SAID: Final = frozenset({Act.DENY, Act.DEMAND, Act.PROMISE, Act.WARN, Act.CONFIRM})
_LONGEST: Final = 12  # tokens of what a relative word stands for


@dataclass(frozen=True, slots=True)
class RelativeObjects:
    """Reads, in one frame, the relative clauses whose word is what their verb reports."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    middle: MiddleField

    def find(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """Return what stands before the comma as content of the verb that ends the relative clause behind it."""
        if not self.speech.grammar.verb_final or phrase is None or phrase.kind == "relative" or cue.voice == "passive":
            return None
        at = self._opening(cue)
        if at is None or not at < phrase.start <= phrase.end <= cue.first:
            return None
        closing = min([cue.at, *(p for p in cue.parts if p > phrase.start)])
        if self.middle.past_adverbials(phrase.end, closing) < closing or not stands_last(
            self.frame, cue, at + 1, self.speech
        ):
            return None
        comma = at - 1 if self.frame.lower(at - 1) == "," else at - 2
        found = self.finder.relative_at(comma + 1)
        if found.antecedent is None or not self._said(cue, *found.antecedent):
            return None
        start, end = found.antecedent
        return Found(((start, end),), "relative") if end == comma and end - start <= _LONGEST else None

    def _opening(self, cue: VerbCue) -> int | None:
        """Return where the relative word stands: the object, or behind the verb's own preposition."""
        frame, start = self.frame, clause_start(self.frame, cue.at, self.speech)
        led = frame.lower(start) in cue.verb.prepositions and "of" in cue.verb.takes
        at = start + led
        fits = led or ("object" in cue.verb.takes and self.speech.has("object_relatives", frame.lower(at)))
        if not fits or not self.speech.has("relative", frame.lower(at)) or not start:
            return None
        return at if frame.lower(start - 1) == "," else None

    def _said(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether such a verb has said what stands in [a, b): its own speech, or a noun of reporting."""
        if self.middle.only_somebody(a, b) or (self.finder.is_pronoun(a) and b == a + 1):
            return False
        told = cue.verb.act in _SAID or cue.refusal is not None
        return told or (cue.verb.said and any(self.middle.reporting_noun(j) for j in range(a, b)))
