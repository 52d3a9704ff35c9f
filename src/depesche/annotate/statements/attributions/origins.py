"""Out of what a Polish verb without a speaker reports: "z raportu wynika", "w liście napisano"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_dash, opens_clause
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

_NOUN: Final = 5  # tokens after a preposition in which its noun stands


def verb_clause_end(frame: Frame, i: int, speech: Speech) -> int:
    """Return where the clause of a verb ends that stands before token `i`: at a mark, or where another one opens."""
    while i < frame.last():
        text = frame.tokens[i].text
        if text in {",", "("} or text in HARD or is_dash(frame, i) or opens_clause(frame, i, speech):
            return i
        i += 1
    return i


@dataclass(frozen=True, slots=True)
class OriginReader:
    """Reads the phrases beside the verbs of one frame that tell what is quoted."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def origin(self, cue: VerbCue) -> Phrase | None:
        """Return where something follows from: "z raportu wynika", "wynika z sondażu"."""
        start, end = self.finder.clause_opening(cue.first), verb_clause_end(self.frame, cue.at + 1, self.speech)
        for j in (*range(start, cue.first), *range(cue.at + 1, end)):
            relative = self.speech.has("relative", self.frame.lower(j + 1))
            if self.speech.has("from_prepositions", self.frame.lower(j)) and not relative:
                found = self.finder.right(j + 1, cue.first if j < cue.first else None)
                return self._whose_words(found) if found is not None else None
        return None

    def _whose_words(self, found: Phrase) -> Phrase:
        """Leave out that it is words that something follows from: "ze słów | trenera wynika"."""
        words = (j for j in range(found.start, found.end - 1) if self.speech.has("accounts", self.frame.lower(j)))
        said = next(words, None)
        return found if said is None else replace(found, start=said + 1)

    def document(self, cue: VerbCue) -> Phrase | None:
        """Return in what something was put down: "W liście do rady napisano", "podkreślono w komunikacie"."""
        start, end = self.finder.clause_opening(cue.first), verb_clause_end(self.frame, cue.at + 1, self.speech)
        end = end if cue.auxiliary is None else cue.at  # "zostali poproszeni o zgodę na badanie"
        for j in (*range(start, cue.first), *range(cue.at + 1, end)):
            near = (self.speech.noun_kind(self.frame.lower(k)) for k in range(j + 1, min(j + _NOUN, end)))
            if self.speech.has("document_prepositions", self.frame.lower(j)) and "document" in near:
                return self.finder.right(j + 1, cue.first if j < cue.first else None)
        return None
