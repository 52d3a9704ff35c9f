"""What a Polish verb reports and has before it, since word order is free: "O śmierci aktora poinformowała rodzina".

Endings tell a phrase from the next one; where they leave it open, it goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_start, is_finite, opens_clause
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE, VERBAL, cases, reading
from depesche.records import Act

_OBLIQUE: Final = frozenset("gdail")
_JOINS: Final = ("prepositions", "conjunctions")


@dataclass(frozen=True, slots=True)
class FreeOrder:
    """Reads phrases before the verbs of one frame."""

    finder: PhraseFinder

    def prepositional(self, cue: VerbCue, phrase: Phrase | None = None) -> tuple[int, int] | None:
        """Return what stands behind the verb's own preposition, which opens its clause: "O | śmierci aktora |"."""
        frame = self.finder.frame
        start = clause_start(frame, cue.first, self.finder.speech)
        while start < cue.first and (self.finder.is_small(start) or start in cue.parts):
            start += 1  # "Wniosek | o areszt złożyła prokuratura"
        if frame.lower(start) not in cue.verb.prepositions or start in cue.parts:
            return None
        subject = phrase is not None and phrase.kind == "np" and start + 1 < phrase.start < cue.first
        end = self.phrase_end(start + 1, phrase.start if subject and phrase is not None else cue.first)
        return (start + 1, end) if end > start + 1 and self._governed(start, end, cue) else None

    def _governed(self, at: int, end: int, cue: VerbCue) -> bool:
        """Say whether the preposition at `at` is the verb's own, by its case: no "na konferencji skarżył się"."""
        if any(self._has(j, group) for j in range(at + 1, end) for group in ("manners", "relative", "impersonal")):
            return False
        case = "l" if cue.verb.act is Act.ASSERT and self.finder.frame.lower(at).startswith("o") else "agi"
        found = {*self.finder.speech.reading(self.finder.frame.lower(at + 1))}
        points = self.finder.is_pronoun(at + 1) or self._has(at + 1, "articles")  # "z tą oceną nie zgadza się"
        return not points and (not found or not found.isdisjoint(case))

    def object(self, cue: VerbCue, phrase: Phrase | None) -> tuple[int, int] | None:
        """Return the noun phrase before a verb, and before its subject where that stands there, too."""
        finder, start = self.finder, self.finder.clause_opening(cue.first)
        before = phrase is not None and phrase.kind == "np" and phrase.start < cue.first
        limit = phrase.start if before and phrase is not None else cue.first
        limit = min([limit, *(p for p in cue.parts if p > start)])  # "Decyzję sądu | z ulgą przyjęli"
        if start >= limit or self._has(start, "prepositions") or finder.time_at(start) is not None:
            return None
        end = self.phrase_end(start, limit)
        return (start, end) if end > start and (not before or end >= min(limit, cue.first)) else None

    def phrase_end(self, a: int, b: int) -> int:
        """Return the index after the noun phrase at `a` with its genitives and what prepositions tie to it."""
        j, last, headed = a, a, False
        while j < b and not self._stops(j):
            if any(self._has(j, group) for group in _JOINS):
                j, headed = j + 1, False
                continue
            found = {*self.finder.speech.reading(self.finder.frame.lower(j))}
            if headed and not self._goes_on(j, found):
                break
            noun = "o" in found and not self._attribute(j, b)
            headed = headed or noun or self.finder.name_at(j) is not None or not found
            j = last = self._past(j, b)
        return last

    def _stops(self, j: int) -> bool:
        frame = self.finder.frame
        text = frame.tokens[j].text
        closed = text in HARD or text in ",()" or text == QUOTE
        return closed or opens_clause(frame, j, self.finder.speech) or is_finite(frame, j, self.finder.speech)

    def _attribute(self, j: int, b: int) -> bool:
        """Say whether a word that may be a noun itself belongs to the next one: "Tym | doniesieniom", "Nowe | cła"."""
        lang, frame = self.finder.speech.table or "", self.finder.frame
        if j + 1 >= b or not frame.tokens[j + 1].text[0].islower() or "j" not in reading(lang, frame.lower(j)):
            return False
        word, noun = frame.lower(j), frame.lower(j + 1)
        agree = not {*cases(lang, word)}.isdisjoint(cases(lang, noun))
        return agree and "o" in reading(lang, noun) and not _told(lang, word).isdisjoint(_told(lang, noun))

    def _goes_on(self, j: int, found: set[str]) -> bool:
        """Say whether the word at `j` can depend on the noun before it: an attribute, a genitive, a name, a figure."""
        token = self.finder.frame.tokens[j]
        if token.text in MARKS or token.text[0].isdigit() or (not found and token.text[0].isupper()):
            return True
        if self._has(j, "articles") or self.finder.inside_name(j):
            return True
        return "g" in found or ("j" in found and found.isdisjoint(VERBAL | {"o"}) and not found.isdisjoint(_OBLIQUE))

    def _past(self, j: int, b: int) -> int:
        """Return the index after a word, a name or words in quotation marks."""
        if self.finder.frame.tokens[j].text not in MARKS:
            return min(b, self.finder.name_at(j) or j + 1)
        closing = (k for k in range(j + 1, b) if self.finder.frame.tokens[k].text in MARKS)
        return next(closing, j) + 1

    def _has(self, j: int, group: str) -> bool:
        return self.finder.speech.has(group, self.finder.frame.lower(j))


def _told(lang: str, word: str) -> set[str]:
    """Return the cases a word can have by its ending, `n` for the nominative."""
    codes = {*reading(lang, word)}
    return (codes & _OBLIQUE) | ({"n"} if codes & NOMINATIVE else set())
