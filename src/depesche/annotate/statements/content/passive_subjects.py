"""The subject of a German passive behind its auxiliary, which is what its agent says."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import HARD
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import Speech


@dataclass(frozen=True, slots=True)
class PassiveSubjects:
    """Finds the subjects of the passives of one frame."""

    frame: Frame
    speech: Speech
    middle: MiddleField

    def find(self, cue: VerbCue, agent: Phrase | None) -> Phrase | None:
        """Return the subject: "Am Montag wurde | der Plan | von Ärzten kritisiert", "Gefordert wird von Ärzten | mehr
        Geld"; None for a passive without an agent, or where it stands before the auxiliary."""
        if not self.speech.grammar.verb_final or agent is None or cue.auxiliary is None:
            return None
        start = cue.auxiliary + 1
        end = cue.at if cue.auxiliary < cue.at else self._clause_end(start)
        if agent.start >= end:
            return None
        led = self._before_agent(agent.start, start) if agent.start > start else start
        at = self.middle.object_start(start, led) if led > start else None
        if at is None:  # "wurde von Ulms Rektorin Ute Rahn | mehr Geld verlangt"
            at = self.middle.object_start(agent.end if agent.end > start else start, end)
        else:
            end = led
        if at is None or self._marks(at):
            return None
        end = min([end, *(p for p in cue.parts if p > at)])  # "wurde die Öffnung | in Aussicht gestellt"
        while self.speech.has("prepositions", self.frame.lower(end - 1)):
            end -= 1
        end = self.middle.object_end(at, end)
        named = any(self.frame.tokens[j].text[0].isupper() for j in range(at, end))
        return Phrase(at, end) if named else None

    def _marks(self, j: int) -> bool:
        """Say whether what a thing is called opens at `j`: "wurde von Ärzten | als Fehler kritisiert"."""
        return self.speech.has_any(("as_markers", "prepositions", "conjunctions"), self.frame.lower(j))

    def _clause_end(self, start: int) -> int:
        tokens = self.frame.tokens
        stops = (j for j in range(start, self.frame.last()) if tokens[j].text in HARD or tokens[j].text == ",")
        return next(stops, self.frame.last())

    def _before_agent(self, start: int, least: int) -> int:
        """Return where what leads to an agent begins: "die Entscheidung | auch von der Partei"."""
        j = start
        while j > least and self.frame.tokens[j - 1].text[0].islower():
            j -= 1
        return j
