"""How a source without a name is worded: without its article, in the nominative, with what qualifies it.

Polish phrases get their base form in `base_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_dash, is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import OWNERS, Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrase_ends import leads_to_told
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past_participle
from depesche.records import NameType

_QUALIFIER: Final = 14  # tokens that may qualify a nameless source behind it
_CLOSING: Final = HARD | frozenset(",()")
_ARTICLE: Final = 4  # letters of a definite article at most: what is longer may be a possessive


@dataclass(frozen=True, slots=True)
class WordingReader:
    """Words the source phrases of one report."""

    text: str
    speech: Speech
    layers: Layers

    def wording(self, frame: Frame, phrase: Phrase) -> str:
        """Return a phrase as it stands, without the negation of the verb after it: "Szef rządu | nie chciał"."""
        end = phrase.end
        while end > phrase.start + 1 and self.speech.has("negations", frame.lower(end - 1)):
            end -= 1
        return self.text[frame.tokens[phrase.start].start : frame.tokens[end - 1].end]

    def cleaned(self, wording: str) -> str:
        """Return a phrase without its article; of "Polizeiangaben" the police."""
        wording = wording.strip("„“”\"»«'’‘ ") or wording
        if wording.endswith(")") and "(" in wording[1:]:
            wording = wording.rpartition("(")[0].rstrip()  # "Mannen (34)", "lokatorka (imię zmienione)"
        if self.speech.grammar.subject_first and wording[-2:] in OWNERS:
            wording = wording[:-2] if wording[-1] == "s" else wording[:-1]  # "the surgeon's advice"
        lower = wording.casefold()
        for noun in sorted(self.speech.words["report_nouns"]):
            if lower.endswith(noun) and 3 < len(lower) - len(noun) == len(wording) - len(noun) and " " not in wording:
                return wording[: -len(noun)].rstrip("-")
        first, _, rest = wording.partition(" ")
        if self.speech.has("prepositions", rest.partition(" ")[0].casefold()):
            return wording  # "sju av ti"
        article = len(first) <= _ARTICLE or self.speech.has("indefinite", first.casefold())
        return rest if rest and first.casefold() in self.speech.words["articles"] and article else wording

    def nominative(self, wording: str) -> str:
        """Return a German phrase with its noun in the nominative: "des Trainers", "Forschern"."""
        words = self.cleaned(wording).split(" ")
        for i, word in enumerate(words):
            entry = self.speech.noun_entry(word.casefold())
            if entry is not None and word.casefold().startswith(entry[1]):
                return " ".join([*words[:i], word[: len(entry[1])], *words[i + 1 :]])
        return wording

    def before_participle(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return an English source without the participle that describes it: "analysts | quoted by X"."""
        past = tuple(self.speech.words["past_endings"])
        if not self.speech.grammar.subject_first:
            return None
        for j in range(phrase.start + 1, phrase.end):
            word = frame.lower(j)
            described = j + 1 < phrase.end and self.speech.has("prepositions", frame.lower(j + 1))
            described = described or (j + 1 == phrase.end and self.speech.noun_kind(frame.lower(j - 1)) is not None)
            if described and (word.endswith(past) or is_past_participle(word, self.speech.lang)):
                return self.wording(frame, Phrase(phrase.start, j))
        return None

    def longer(self, draft: Draft, phrase: Phrase) -> str:
        """Return a nameless source with what qualifies it: "papers | filed at the district court"."""
        frame, j = draft.frame, phrase.end
        told = self.speech.grammar.verb_medial and frame.lower(j) in self.speech.pronouns["relative"]
        while j < min(frame.last(), phrase.end + _QUALIFIER):
            text = frame.tokens[j].text
            place = self.layers.names.get(frame.tokens[j + 1].start) if text == "," else None
            if place is not None and place.type is NameType.PLACE:
                j += 2  # "in Clark County, Nevada"
                continue
            if text in _CLOSING or text in MARKS or is_dash(frame, j):
                break
            if not told and is_finite(frame, j, self.speech):
                break  # "kilder | som kjenner saken" have a verb of their own
            if self._reports(draft, j) or self._ends_noun(frame, j):
                break
            j += 1
        return self.text[frame.tokens[phrase.start].start : frame.tokens[j - 1].end]

    def with_relative(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return a source with the relative clause that a comma parts from it: "zwei Personen, die den Fall kennen"."""
        first = phrase.end + 1
        if frame.lower(phrase.end) != "," or first + 1 >= len(frame.tokens):
            return None
        relative = self.speech.pronouns["relative"]
        if frame.lower(first + self.speech.has("prepositions", frame.lower(first))) not in relative:
            return None
        total = len(frame.tokens)
        within = range(first, min(frame.last() + 1, total))
        end = next((j for j in within if frame.tokens[j].text in _CLOSING), total)
        return self.text[frame.tokens[phrase.start].start : frame.tokens[end - 1].end]

    def _reports(self, draft: Draft, j: int) -> bool:
        """Say whether the word at `j` reports."""
        at = draft.frame.tokens[j].start
        return any(a <= at < b for a, b in draft.cue)

    def _ends_noun(self, frame: Frame, j: int) -> bool:
        """Say whether a word can't qualify a noun: a time, "that", a separated prefix."""
        word = frame.lower(j)
        apart = self.speech.has("complementizers", word) or self.speech.has("particles", word)
        apart = apart or leads_to_told(frame, self.speech, self.layers, j)
        return apart or (frame.tokens[j].start in self.layers.times and not frame.tokens[j].text.isdigit())
