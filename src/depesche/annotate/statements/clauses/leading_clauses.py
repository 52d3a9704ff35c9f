"""Clauses of the reporter's that open a sentence with a verb of reporting inside: "After X said that …, | Y left".

Content before its verb ("The road is closed, police said") stands in `fronted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite, is_reported
from depesche.annotate.statements.cues.cue_types import VerbCue, opens_phrase
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Speech

_OPENING: Final = 4  # tokens of "Po tym, jak"
_DAY_AS: Final = 3  # tokens of "samme dag som", "kort efter at"


@dataclass(slots=True)
class LeadingClauses:
    """Tells, for one frame, which verbs stand in a clause that opens it, and where the main clause follows.

    `reporting` holds the verb cues by the start of their group.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    reporting: dict[int, list[VerbCue]]

    def holds(self, cue: VerbCue) -> bool:
        """Say whether the verb stands in a subordinate clause that opens its sentence ("After X said that …, Y")."""
        frame = self.frame
        if self.speech.table is not None:
            return self._opens_late(cue)
        reach = _DAY_AS if self.speech.grammar.verb_medial else 2
        for j in range(min(reach, cue.first)):
            if self.speech.grammar.verb_medial and j and frame.lower(j - 1) == ",":
                return False  # "Regeringen, som var til stede, sagde, at"
            word = frame.lower(j)
            timed = self.speech.has_any(("time_nouns", "adverbs"), frame.lower(j - 1))
            as_clause = j == reach - 1 and timed and self.speech.has("as_words", word)  # "Samme dag som X sagde, at"
            single = self.speech.has("subordinators", word) and not (self._leads_phrase(j, cue) or self._compares(j))
            if as_clause or single or (j == 0 and self._opens_phrase()):  # "Selv om X mener at …, hevder"
                commas = [k for k in range(j, cue.first) if frame.tokens[k].text == ","]
                if not self.speech.grammar.verb_medial:
                    return not commas
                return not any(is_finite(frame, k + 1, self.speech) for k in commas)
        return False

    def _compares(self, j: int) -> bool:
        """Say whether an amount follows a Danish or Norwegian "than": "Etter mer | enn fire timer sa han at"."""
        following = self.frame.lower(j + 1)
        amount = following[:1].isdigit() or self.speech.has("counts", following)
        return self.speech.grammar.verb_medial and j > 0 and amount

    def _opens_phrase(self) -> bool:
        """Say whether the sentence opens with several words that open a clause: "Selv om", "Til tross for at"."""
        return opens_phrase(self.frame, 0, "subordinator_phrases", self.speech)

    def _opens_late(self, cue: VerbCue) -> bool:
        """Say whether a Polish sentence opens with the verb's own clause: "Choć X twierdzi", "Po tym, jak X"."""
        opening = range(min(_OPENING, cue.first))
        words = self.speech.words["subordinators"] | self.speech.words["as_words"]
        at = next((j for j in opening if self.frame.lower(j) in words), None)
        led = at is not None and (at > 1 or not self.speech.has("as_words", self.frame.lower(at)))
        after = range((at or 0) + 1, cue.first)
        return led and not any(self.frame.tokens[j].text == "," or is_finite(self.frame, j, self.speech) for j in after)

    def _leads_phrase(self, j: int, cue: VerbCue) -> bool:
        """Say whether a preposition that can open a clause leads a phrase here: "Før mødet sagde ministeren, at"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or not speech.has("prepositions", frame.lower(j)):
            return False
        if speech.has("complementizers", frame.lower(j + 1)):
            return False  # "Etter at X avviste planen, gikk"
        if cue.auxiliary is not None and cue.auxiliary < cue.at:
            return self.finder.right(cue.auxiliary + 1, cue.at) is not None  # "Etter møtet har han sagt at"
        return frame.lower(cue.at + 1) != "," and self.finder.right(cue.at + 1) is not None

    def opens_passive(self, cue: VerbCue) -> bool:
        """Say whether a participle opens the sentence: "Asked whether he knew, he said", "Announcing it, he said"."""
        participle = cue.voice in ("passive", "gerund")
        return self.speech.grammar.subject_first and participle and cue.first == cue.at == 0

    def main_clause_follows(self, i: int) -> bool:
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_second:
            verb = is_finite(frame, i, speech) or (speech.grammar.verb_medial and self._verb_first(i))
            return verb and not is_reported(frame, i, speech)
        if speech.table is not None:
            return False  # see main_clause_at
        return self.finder.looks_nominal(i, frame.last()) and not speech.has("relative", frame.lower(i))

    def inverted_verb(self, start: int, limit: int) -> int:
        """Return where a reporting verb and its subject follow without a comma: "Da han avlyste turen | skrev han"."""
        subjects = self.speech.subjects
        return next((j for j in self.reporting if start < j < limit and self.frame.lower(j + 1) in subjects), limit)

    def _verb_first(self, i: int) -> bool:
        """Say whether a main clause opens with its verb at `i`, reporting or spelt like a noun: ", lytter rederne"."""
        word = self.frame.lower(i)
        verb = any(form.kind == "finite" for form in self.speech.verb_forms.get(word, ()))  # ", tviler familien"
        verb = verb or self.speech.has("finite_or_noun", word)
        return i in self.reporting or (verb and self.finder.right(i + 1) is not None)
