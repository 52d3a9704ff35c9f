"""Whose word a reporting noun stands for: "the claim of the ministry", "Moskaus Behauptung", "wniosek spółki"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.neighbours import is_participle
from depesche.annotate.statements.frames.frame import OWNERS, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech, VerbForm

_OWNER: Final = 5  # tokens before a noun in which its owner stands


@dataclass(frozen=True, slots=True)
class OwnerReader:
    """Reads who owns the reporting nouns of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def after(self, at: int, start: int) -> Phrase | None:
        """The source after the noun: "of the ministry", "fra USA", a genitive name."""
        frame, speech = self.frame, self.speech
        j = at + 1
        if j >= start:
            return None
        word = frame.lower(j)
        if speech.has("source_prepositions", word) or speech.has("noun_prepositions", word):
            return self.finder.right(j + 1, start)
        owner = speech.table is not None and speech.noun_kind(word) is not None and "g" in speech.reading(word)
        if speech.table is not None and not owner:
            return self._genitive_owner(j, start)
        if self.finder.name_at(j) or owner or (speech.grammar.case_marked and speech.has("articles", word)):
            return self.finder.right(j, start)
        return None

    def _genitive_owner(self, j: int, start: int) -> Phrase | None:
        """Return a Polish owner with its attributes: "doniesienia | lokalnych mediów |", "wniosek | obrony"."""
        k = j
        while k < start and {*self.speech.reading(self.frame.lower(k))} & {*"goj"} == {*"gj"}:
            k += 1
        kind = self.speech.noun_kind(self.frame.lower(k)) is not None and "g" in self.speech.reading(
            self.frame.lower(k)
        )
        named = self.finder.name_at(k) is not None
        return self.finder.right(j, start) if k < start and (kind or named) else None

    def reason_giver(self, at: int) -> Phrase | None:
        """The subject of a sentence that ends with its reason: "Kommunen har afslået det med den begrundelse, at"."""
        frame, speech = self.frame, self.speech
        if not speech.has("reason_nouns", frame.lower(at)):
            return None
        before = range(at - 1, after_mark(frame, at), -1)
        verbs = (j for j in before if is_finite(frame, j, speech) or self.extent.reporting.get(j))
        return next((found for j in verbs if (found := self.finder.left(j)) is not None), None)

    def holder(self, at: int) -> Phrase | None:
        """The subject that has the thought a Danish or Norwegian noun names: "Politiet har en teori om", "Rektoren er
        af den opfattelse"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or not speech.has("held_nouns", frame.lower(at)):
            return None
        for j in range(at - 1, max(-1, at - _OWNER), -1):
            word = frame.lower(j)
            led = speech.has("copulas", word) and speech.has("source_prepositions", frame.lower(j + 1))
            if led or speech.has("perfect_auxiliaries", word) or speech.has("past_perfect", word):
                return self.finder.left(j) or self.finder.right(j + 1, at)
            if frame.tokens[j].text in HARD or frame.lower(j) == "," or is_participle(frame, j, speech):
                return None  # "har fået oplysninger om, at": those of others
        return None

    def before(self, at: int) -> Phrase | None:
        """The possessor before the noun: "his claim", "Moskaus Behauptung", "USA's påstand"."""
        frame, speech = self.frame, self.speech
        for j in range(at - 1, max(-1, at - _OWNER), -1):
            word = frame.lower(j)
            if frame.tokens[j].text in HARD or frame.tokens[j].text == ",":
                return None
            if any(word in forms for key, forms in speech.pronouns.items() if key.startswith("possessive")):
                return Phrase(j, j + 1, "pronoun")
            if speech.grammar.verb_medial and word.endswith("s") and speech.noun_kind(word[:-1]) is not None:
                return Phrase(j, j + 1)  # "politiets opfattelse"
            if word.endswith(OWNERS) and speech.grammar.subject_first and speech.noun_kind(word[:-2]) is not None:
                return Phrase(j - speech.has("articles", frame.lower(j - 1)), j + 1)  # "the union's main demand"
            start = next((k for k in range(max(0, j - 5), j + 1) if self.finder.name_at(k) == j + 1), None)
            if start is not None:
                return Phrase(start, j + 1)
            if speech.has("prepositions", word) or is_finite(frame, j, speech) or self._reports(j):
                return None
        return None

    def _reports(self, j: int) -> bool:
        """Say whether a reporting verb stands at `j`, whose subject owns no noun after it; German nouns look alike."""
        entries = () if self.speech.grammar.verb_final else self.speech.index.get(self.frame.lower(j), ())
        return any(isinstance(e, VerbForm) for e in entries) and self.frame.tokens[j].text[0].islower()
