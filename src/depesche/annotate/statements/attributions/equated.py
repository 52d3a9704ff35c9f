"""What somebody's word is said to be: "Die Forderung der Ärzte lautet, …", "Budskabet fra politiet er, at …"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.attributions.owners import OwnerReader
from depesche.annotate.statements.clauses.boundaries import after_mark, clause_end, is_finite, is_reported
from depesche.annotate.statements.clauses.verb_final import opens_infinitive
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Noun, Speech

_OPENS: Final = 5  # tokens of "Først blant de mange"
_BETWEEN: Final = 6  # tokens between such a verb and its clause: "richtet sich vor allem dagegen, dass"


@dataclass(frozen=True, slots=True)
class EquatedReader:
    """Reads the clauses that reporting nouns of one frame are said to be."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    owners: OwnerReader

    def start(self, at: int, j: int, noun: Noun) -> int | None:
        """Return where the clause opens behind the verb at `j`, whose subject is the noun at `at`."""
        frame, speech = self.frame, self.speech
        if not speech.has("copulas", frame.lower(j)):
            return None
        if speech.grammar.verb_final:
            return self._german(at, j, noun)
        k = j + 1
        while self.finder.is_small(k) or frame.lower(k) == ",":
            k += 1
        clause = speech.has("complementizers", frame.lower(k)) and not is_finite(frame, k + 1, speech)
        return k + 1 if clause and (self._opens(at) or self._owned(at, j)) else None

    def _opens(self, at: int) -> bool:
        """Say whether a noun opens its sentence, alone or as one of several: "Blant | anbefalingene | er at"."""
        start = after_mark(self.frame, at)
        return at - start <= _OPENS and not any(
            self.frame.tokens[j].text == "," or is_finite(self.frame, j, self.speech) for j in range(start, at)
        )

    def _owned(self, at: int, j: int) -> bool:
        return self.owners.after(at, j) is not None or self.owners.before(at) is not None

    def _german(self, at: int, j: int, noun: Noun) -> int | None:
        """Return where "dass", an infinitive, a subjunctive or what stands behind a colon opens."""
        frame, speech = self.frame, self.speech
        weak = speech.has("auxiliaries", frame.lower(j))
        if weak and not self._owned(at, j):
            return None  # "Der Verdacht ist, dass"
        k = next((k for k in range(j + 1, min(j + _BETWEEN, frame.last())) if frame.tokens[k].text in ",:"), None)
        if k is None or any(frame.tokens[i].text[0].isupper() for i in range(j + 1, k)):
            return None
        if frame.tokens[k].text == ":":
            told = not weak or any(is_finite(frame, i, speech) for i in range(k + 1, frame.last()))
            return k + 1 if told and not frame.is_quote(k + 1) else None
        if speech.has("complementizers", frame.lower(k + 1)):
            return k + 2
        infinitive = "inf" in noun.takes and opens_infinitive(frame, k + 1, speech)
        end = clause_end(frame, k + 1, speech)
        return k + 1 if infinitive or any(is_reported(frame, i, speech) for i in range(k + 2, end)) else None
