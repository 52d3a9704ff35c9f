"""Who speaks before a colon that opens a quotation: 'Berg: "X"', 'Berg was angry: "X"', 'Zdaniem Nowaka: „X”'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import after_mark, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.quotations.quote_verbs import brings_quotation
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import Parenthetical, SourcePhrase, Speech, Verb
from depesche.records import Act

_WORDS: Final = 28  # tokens of a sentence before a colon in which a source is looked for
_SPEAKING: Final = Verb("", Act.ASSERT, frozenset({"quote"}))  # any verb before a colon


@dataclass(slots=True)
class ColonReader:
    """Finds the source before a colon of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    speakers: SpeakerFinder
    extent: Extent
    verbs: list[VerbCue]

    def phrase_reports(self, colon: int) -> bool:
        """Say whether a fixed phrase before a colon reports, so that nobody else speaks: 'Dort heißt es: "X"'."""
        start = after_mark(self.frame, colon)
        return any(start <= p.at < colon and isinstance(p.entry, Parenthetical) for p in self.extent.phrases)

    def _before_last_verb(self, a: int, colon: int) -> int:
        """Return where a phrase ends that a verb the data don't know may follow: "The question on the ballot read:"."""
        last = self.frame.tokens[colon - 1]
        led = self.speech.has_any(
            ("articles", "prepositions"), self.frame.lower(colon - 2)
        )  # "residents of the | block"
        verb = colon - a > 2 and last.text[0].islower() and self.speech.noun_kind(last.lower) is None and not led
        if self.speech.table is not None and not VERBAL & {*self.speech.reading(last.lower)}:
            verb = False  # "Minister spraw | zagranicznych"
        return colon - 1 if verb else colon

    def _before_topic(self, a: int, end: int) -> int:
        """Return where a Polish source ends before what it speaks about or where: "Nowak | o umowie: „X”"."""
        if self.speech.table is None:
            return end
        leading = (j for j in range(a + 1, end) if self.speech.has("prepositions", self.frame.lower(j)))
        return next((j for j in leading if not self.speech.has("noun_prepositions", self.frame.lower(j))), end)

    def _case_phrase(self, start: int, colon: int) -> Phrase | None:
        """Return the subject before a colon where case tells it, or the one a source phrase names: "Zdaniem X …:"."""
        for entry in self.speech.index.get(self.frame.lower(start), ()):
            if isinstance(entry, SourcePhrase) and entry.before and not entry.after and not entry.report:
                return self.finder.right(start + len(entry.before), colon)
        at = next((j for j in range(start, colon) if is_finite(self.frame, j, self.speech)), None)
        if at is None:
            return None
        verb = VerbCue(_SPEAKING, at, at, (at,), "active")
        before = self.speakers.cases.before(verb)
        return before if before is not None else self.speakers.cases.after(verb)

    def _sender(self, start: int, colon: int) -> Phrase | None:
        """Return whose words a clause before a colon tells of: "Hun fikk en melding fra rektor:"."""
        for j in range(start, colon - 2):
            said = self.speech.has("own_words", self.frame.lower(j))
            if said and self.speech.has("source_prepositions", self.frame.lower(j + 1)):
                found = self.finder.right(j + 2, colon)
                return found if self.finder.can_speak(found) else None
        return None

    def _verb_at(self, j: int) -> bool:
        """Say whether a finite verb stands at `j`, reporting or not."""
        reporting = self.speech.grammar.verb_medial and any(v.first == j for v in self.verbs)
        return reporting or is_finite(self.frame, j, self.speech)

    def before(self) -> Phrase | None:
        """Return the source before the colon that ends the frame: of its last verb of speech, else who stands there."""
        usable = [v for v in self.verbs if brings_quotation(v)]
        found = self.speakers.subject(usable[-1])[0] if usable else None
        return found if found is not None else self.source(len(self.frame.tokens) - 1)

    def source(self, colon: int) -> Phrase | None:
        """Return the source before a colon: 'Berg: "X"', 'Berg was angry: "X"'."""
        start = after_mark(self.frame, colon) or self.frame.text_start()
        if colon - start > _WORDS:
            return None
        if self.speech.table is not None and (known := self._case_phrase(start, colon)) is not None:
            return known
        if self.speech.grammar.verb_medial and (sender := self._sender(start, colon)) is not None:
            return sender
        a = start
        if self.finder.participial(start):  # "Asked about it, he shrugged: "X"."
            a = next((j + 1 for j in range(start, colon) if self.frame.tokens[j].text == ","), start)
        while a < colon and (
            self.finder.is_small(a)
            or self.speech.has("conjunctions", self.frame.lower(a))
            or not self.frame.tokens[a].text[0].isalnum()
        ):
            a += 1
        if not self.finder.looks_nominal(a, colon):
            finite = next((j for j in range(a, colon) if is_finite(self.frame, j, self.speech)), None)
            inverted = self.speech.grammar.verb_second and finite is not None
            return self.finder.right(finite + 1, colon) if inverted and finite is not None else None
        end = next((j for j in range(a + 1, colon) if self._verb_at(j)), None)
        if self.speech.grammar.subject_first and self.finder.is_pronoun(a):
            end = a + 1  # "he shrugged: "X"."
        end = self._before_topic(a, end or self._before_last_verb(a, colon))
        if self.finder.is_pronoun(a) and end == a + 1:
            return Phrase(a, end, "pronoun")
        return Phrase(a, end) if end > a else None
