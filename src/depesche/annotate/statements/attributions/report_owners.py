"""Whose report a phrase names: "nach Polizeiangaben", "in his view", "nach Angaben des Ministers"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.attributions.named_sources import NamedSourceReader
from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.frames.frame import OWNERS, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

_BEFORE_NOUN: Final = 6  # tokens between "nach" and its noun of reporting
OWNED: Final = 1  # words between an owner and a noun of reporting: "his own view"
_SPOKEN: Final = 2  # tokens from a verb to in what it is said: "noted earlier in a report"
_COMPOUND: Final = 9  # letters from which a word may be a compound with a noun of reporting


@dataclass(slots=True)
class ReportOwners:
    """Finds, behind a preposition, a noun of reporting and its owner: before it, after it, or inside the noun."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    named: NamedSourceReader

    def read(self, cue: PhraseCue) -> tuple[int, int, Phrase | None] | None:
        """Return the place of the noun, where the whole phrase ends and its owner; None where none stands there."""
        frame = self.frame
        at = self._report_noun(cue.end)
        if at is None or self._beside_verb(cue.at):
            return None
        end = at + 1
        phrase = self._owner_before(cue.end, at)
        if phrase is None:
            phrase = self._owner_after(at + 1)
            end = phrase.end if phrase else end
        if phrase is None and self.speech.table is not None and at == cue.end:
            return None  # "Nie przebierał w słowach"
        at_large = self.speech.grammar.subject_first and (phrase is None or at - phrase.end > OWNED) and cue.end < at
        if at_large and not self.speech.has("articles", frame.lower(cue.end)):
            return None  # "by public opinion", "in other words"
        if phrase is None and frame.lower(at) not in self.speech.words["report_nouns"]:
            first = cue.end if self._only_hyphens(cue.end, at) else at
            phrase = Phrase(first, at + 1)
        return at, end, phrase

    def _beside_verb(self, at: int) -> bool:
        """Say whether an English preposition only tells in what a verb before it speaks: "noted | in a report"."""
        near = (v.at for v in self.extent.verbs if v.voice == "active")
        return self.speech.grammar.subject_first and any(0 < at - k <= _SPOKEN for k in near)

    def _report_noun(self, start: int) -> int | None:
        frame, speech = self.frame, self.speech
        nouns = speech.words["report_nouns"]
        heads = tuple(n for n in nouns if len(n) > 4) if speech.grammar.verb_final else ()
        for j in range(start, min(len(frame.tokens), start + _BEFORE_NOUN)):
            text, word = frame.tokens[j].text, frame.lower(j)
            if word in nouns or (len(word) > _COMPOUND and word.endswith(heads)):
                return j
            if text in HARD or text in ",()" or is_finite(frame, j, speech) or speech.has("prepositions", word):
                return None
        return None

    def _only_hyphens(self, a: int, b: int) -> bool:
        return a < b and all(self.frame.tokens[k].text == "-" for k in range(a + 1, b, 2))

    def _owner_before(self, a: int, at: int) -> Phrase | None:
        """The possessor between preposition and noun: "seinen", "Celebis", "the minister's"."""
        for j in range(a, at):
            word = self.frame.lower(j)
            if any(word in forms for key, forms in self.speech.pronouns.items() if "possessive" in key):
                return Phrase(j, j + 1, "pronoun")
            end = self.finder.name_at(j)
            if end is not None and end <= at and self.frame.tokens[end - 1].text[-1] in "s’'":
                return Phrase(j, end)
            if self.speech.noun_kind(word) and word[-2:] in OWNERS:
                return Phrase(a, j + 1)
        return None

    def _owner_after(self, i: int) -> Phrase | None:
        """The owner after the noun: a genitive or "of X"."""
        frame, speech = self.frame, self.speech
        word = frame.lower(i)
        if speech.has("noun_prepositions", word) and not speech.has("articles", word):
            return self.finder.right(i + 1)
        if speech.grammar.case_marked and (
            speech.has("genitive_articles", word) or not speech.grammar.verb_final or self.finder.name_at(i)
        ):
            found = self.finder.right(i)
            return self.named.genitive_run(found) if found else None
        return None
