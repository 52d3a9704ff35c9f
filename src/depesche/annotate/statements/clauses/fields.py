"""German main clauses: says whether what stands before the finite verb is its object, and what follows its subject."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import HARD, is_dash
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.words import is_age
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Noun, Speech

_NOBODY, _PAPER, _SOMEBODY = 0, 1, 2  # how likely a phrase speaks: a thing, a document, a person or house


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the fields of a main clause in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def subject_behind(self, before: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject behind its verb where the phrase `before` it is the object: "Die Kritik wies er zurück".

        Case decides where an article shows it, else who of the two can speak.
        """
        frame, speech = self.frame, self.speech
        right = self.finder.right(cue.first + 1)
        if right is None or not self._closed(right, cue):
            return None
        if speech.has("accusative_articles", frame.lower(right.start)):
            return None  # "Die Prüfer haben | den Vorwurf | zurückgewiesen"
        opens = frame.lower(before.start)
        speaks = self._rank(right)
        if speech.has("accusative_articles", opens):
            return right if speaks or speech.has("articles_m", frame.lower(right.start)) else None
        if cue.verb.addressee or speech.has("articles_m", opens):
            return None
        return right if speaks > self._rank(before) else None

    def _closed(self, subject: Phrase, cue: VerbCue) -> bool:
        """Say whether nothing but adverbials and parts of the verb follow, or what a thing is called."""
        frame, speech = self.frame, self.speech
        j = subject.aside[1] + 1 if subject.aside else subject.end
        middle = MiddleField(frame, speech, self.finder)
        while j < frame.last():
            if frame.tokens[j].text in HARD or frame.tokens[j].text in ",(" or is_dash(frame, j):
                return True
            after = middle.past_adverbials(j, frame.last())
            if after == j and not (j in cue.parts or speech.has("negations", frame.lower(j))):
                return "as" in cue.verb.takes or speech.has("conjunctions", frame.lower(j))
            j = max(after, j + 1)
        return True

    def _rank(self, phrase: Phrase) -> int:
        """Say how likely a phrase is to speak, by its first noun: "die Preise der Konzerne" are a thing."""
        if phrase.kind != "np" or is_age(self.frame, phrase, self.speech):
            return _SOMEBODY
        for j in range(phrase.start, self._head_end(phrase)):
            kind = self.speech.noun_kind(self.frame.lower(j))
            if kind == "document":
                return _PAPER
            word = self.frame.lower(j)
            if kind or self.finder.name_at(j) or self.speech.has("partitives", word):
                return _SOMEBODY
            people = self.finder.is_pronoun(j) or self.speech.has("unnamed", word)
            if people and not self.speech.has("articles", word):
                return _SOMEBODY
            if any(isinstance(e, Noun) for e in self.finder.entries(j)):
                return _NOBODY
        return _NOBODY

    def _head_end(self, phrase: Phrase) -> int:
        """Return where the attributes behind a phrase's first noun begin."""
        frame, speech = self.frame, self.speech
        for j in range(phrase.start + 1, phrase.end):
            behind = frame.tokens[j - 1].text[0].isupper() and not speech.has("articles", frame.lower(j - 1))
            if speech.has("prepositions", frame.lower(j)) or (
                behind and speech.has("genitive_articles", frame.lower(j))
            ):
                return j
        return phrase.end
