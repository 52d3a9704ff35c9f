"""German content that goes on behind the verb which closes its clause: "kündigte Hilfen an, die bis Mai fließen".

A relative clause, a purpose or a condition is moved behind a particle, a participle or an auxiliary and belongs to
the object or the prepositional phrase before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_end, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.verb_final import opens_infinitive
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech import Speech

_NOMINAL: Final = ("object", "of", "as")


@dataclass(slots=True)
class ExtraposedReader:
    """Finds, in one frame, what of a verb's content stands behind its clause."""

    frame: Frame
    speech: Speech
    extent: Extent

    def with_rest(self, cue: VerbCue, found: Found) -> Found:
        """Return the content with the clause behind its verb, as a stretch of its own."""
        if not self.speech.grammar.verb_final or found.how not in _NOMINAL or cue.refusal is not None:
            return found
        comma = found.stretches[-1][1]
        while comma in cue.parts or comma == cue.auxiliary:
            comma += 1
        closed = comma > found.stretches[-1][1] and self.frame.lower(comma) == ","
        if not closed or cue.at >= comma or not self._belongs(comma + 1, cue):
            return found
        return Found((*found.stretches, (comma + 1, self.extent.end(comma + 1, cue))), found.how, found.trailing)

    def _belongs(self, i: int, cue: VerbCue) -> bool:
        """Say whether a relative clause, a purpose, a condition or an infinitive that is no verb's own opens at `i`."""
        frame, speech = self.frame, self.speech
        if "inf" not in cue.verb.takes and "object" in cue.verb.takes and self._attribute(i):
            return True  # "hat den Plan kritisiert, | Akten zu vernichten"
        if speech.has("aims", frame.lower(i)):
            return opens_infinitive(frame, i + 1, speech)
        if speech.has_any(("conditional", "conditional_verbs"), frame.lower(i)):
            return True
        led = i + speech.has("prepositions", frame.lower(i))
        if not speech.has("relative", frame.lower(led)):
            return False
        end = min(clause_end(frame, led, speech), frame.last())
        return end > led + 1 and is_finite(frame, end - 1, speech)

    def _attribute(self, i: int) -> bool:
        """Say whether an infinitive opens at `i` with no small word before it: "ohne zu fragen" tells how."""
        opened = self.speech.has_any(("prepositions", "conjunctions", "subordinators"), self.frame.lower(i))
        return not opened and opens_infinitive(self.frame, i, self.speech)
