"""Relative clauses beside a subject: those that end it, those it goes on behind, and those the verb stands in."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    after_mark,
    is_finite,
    is_past_with_object,
    opens_clause,
)
from depesche.annotate.statements.frames.words import Phrase
from depesche.annotate.statements.subjects.stretches import StretchReader
from depesche.lang.schema.tense import is_past

_RELATIVE: Final = 10  # tokens of a relative clause before a word that opens another in it


class RelativeReader(StretchReader):
    """Reads the relative clauses that stand between a subject and its verb, or around a verb, in one frame."""

    def _relative_before(self, start: int, first: int) -> Phrase | None:
        """Read "som (nå)" right before a verb, or "som i sitt brev": no other subject stands between."""
        speech = self.speech
        if not speech.grammar.verb_medial:
            return None
        relatives = speech.pronouns.get("relative", frozenset())
        j = first - 1
        while j > 0 and (self.is_small(j) or self.time_at(j)) and not self.is_pronoun(j):
            j -= 1
        j = self._before_preposition(j)
        if j > 0 and self.frame.lower(j) in relatives:
            return None if self._compares(j) else self.relative_at(j)
        at = start if self.frame.lower(start) in relatives else start - 1
        if at < 1 or self.frame.lower(at) not in relatives or at + 1 >= first or self._compares(at):
            return None
        adverbial = speech.has("prepositions", self.frame.lower(at + 1)) or self.time_at(at + 1) is not None
        return self.relative_at(at) if adverbial else None

    def _before_preposition(self, j: int) -> int:
        """Return the place before a preposition whose time has been gone over: "som | i august"."""
        timed = j > 0 and self.speech.has("prepositions", self.frame.lower(j)) and self.time_at(j + 1) is not None
        return j - 1 if timed else j

    def _compares(self, j: int) -> bool:
        """Say whether "som" at `j` has only small words before it: "Så sent | som i august lovede hun"."""
        return all(self.is_small(k) for k in range(self.frame.text_start(), j))

    def _bare_relative(self, j: int) -> bool:
        """ "disruption which the industry says": a relative word without a comma bounds a clause."""
        word, speech = self.frame.lower(j), self.speech
        if speech.grammar.verb_final or not speech.has("relative", word) or speech.has("articles", word):
            return False
        if self._subject_relative(j):
            return False  # "youths who have protested since May vowed": the subject stands before it
        return j > 0 and not self.is_small(j + 1) and not self.time_at(j + 1)

    def _subject_relative(self, j: int) -> bool:
        return (
            self.speech.grammar.subject_first
            and j > 0
            and self.speech.has("relative", self.frame.lower(j))
            and (is_finite(self.frame, j + 1, self.speech) or self._opens_with_verb(j))
        )

    def _owner_relative(self, j: int, first: int) -> bool:
        """Say whether "whose" opens a clause with a verb of its own before the one at `first`: "Residents | whose homes
        were flooded | said"."""
        return self.speech.has("owner_relatives", self.frame.lower(j)) and self._verb_in(j + 2, first)

    def _that_of_subject(self, j: int) -> bool:
        """Say whether an English "that" opens a relative clause beside a subject whose verb comes behind it: "The
        operator of a ferry | that caught fire on Tuesday has rejected it", no "He said | that"."""
        frame, speech = self.frame, self.speech
        start = after_mark(frame, j)
        word, before = frame.lower(j), frame.lower(j - 1)
        if not (speech.grammar.subject_first and speech.has("relative", word) and speech.has("complementizers", word)):
            return False
        verb = j + 1
        while self.is_small(verb) and not is_finite(frame, verb, speech):
            verb += 1
        if start == j or not (is_finite(frame, verb, speech) or is_past(frame.lower(verb), speech.lang)):
            return False
        if self.is_reporting(j - 1) or self._blocks(j - 1) or speech.has("prepositions", before):
            return False
        return not any(
            is_finite(frame, k, speech) or is_past_with_object(frame, k, speech) or self.is_reporting(k)
            for k in range(start, j)
        )

    def _opens_relative(self, j: int) -> bool:
        return super()._opens_relative(j) or self._that_of_subject(j)

    def _relative_around(self, j: int) -> int | None:
        """Return where the relative clause opens that the word at `j` stands in: "people who died days after | it"."""
        for k in range(j - 1, max(0, j - _RELATIVE), -1):
            text = self.frame.tokens[k].text
            if text == "," or text in HARD:
                return None
            if self.speech.has("complementizers", self.frame.lower(k)):
                return k if self._that_of_subject(k) else None
            if self._subject_relative(k):
                return k
        return None

    def _opens_with_verb(self, j: int) -> bool:
        """Say whether a verb follows "who": "people who live there", no "a man who police say"."""
        frame, speech = self.frame, self.speech
        word = frame.lower(j + 1)
        if not speech.has("subject_relatives", frame.lower(j)) or frame.tokens[j].text.isupper():
            return False
        named = frame.tokens[j + 1].text[0].isupper() or speech.noun_kind(word) is not None
        if named or self.is_pronoun(j + 1) or speech.has("noun_articles", word):
            return False
        governs = speech.has_any(("noun_articles", "prepositions"), frame.lower(j + 2))
        return governs or not word.endswith("s")

    def relative_inside(self, a: int, b: int) -> int | None:
        """Return where a relative clause opens in a subject [a, b) that a comma closes: "En mann | som så alt, sier".

        None where there is none, or where the stretch is a clause of its own.
        """
        relatives = self.speech.pronouns.get("relative", frozenset())
        if not self.speech.grammar.verb_medial or opens_clause(self.frame, a, self.speech):
            return None
        at = next((j for j in range(a + 1, b - 1) if self.frame.lower(j) in relatives or self.bare_relative(j)), None)
        return at if at is not None and self._subject_like(a, at) and self._verb_in(at + 1, b) else None

    def _verb_in(self, a: int, b: int) -> bool:
        return any(is_finite(self.frame, j, self.speech) or self.is_reporting(j) for j in range(a, b))

    def _subject_like(self, a: int, b: int) -> bool:
        while a < b and (self.speech.has("conjunctions", self.frame.lower(a)) or self.is_small(a)):
            a += 1
        return self.looks_nominal(a, b) and not any(is_finite(self.frame, j, self.speech) for j in range(a, b))
