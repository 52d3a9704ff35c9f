"""Content before its verb that a word marks: "Whether she resigns, she left open", "At den lukker, afviser hun".

In verb-second languages a question or an "at" opens it, in Polish a relative word behind it takes it up. Clauses
without such a word stand in `fronted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import after_mark, is_finite, word_count
from depesche.annotate.statements.content.shared import MIN_CLAUSE, Found, verb_clause_end
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.records import Act

_ASKED: Final = 5  # tokens of "Spørgsmålet om," before the question
_TAKEN_UP: Final = 4  # tokens of ", o czym już" before a verb


@dataclass(slots=True)
class FrontedOpenedFinder:
    """Finds marked content before the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def question(self, cue: VerbCue) -> Found | None:
        """ "Ob sie zurücktritt, ließ sie offen", "Hvorvidt broen åbner, vil han ikke svare på"."""
        frame, speech = self.frame, self.speech
        comma = cue.first - 1
        if comma < 2 or frame.tokens[comma].text != "," or not speech.grammar.verb_second:
            return None
        start = after_mark(frame, comma)
        if speech.grammar.verb_medial:
            start = self._after_asked(start, comma)
        if word_count(frame, start, comma) < MIN_CLAUSE:
            return None
        if not speech.has("question", frame.lower(start)):
            return self._question_named(cue, start, comma)
        condition = speech.grammar.verb_medial and speech.has("subordinators", frame.lower(start))
        if condition and cue.refusal is None and cue.verb.act is not Act.ASK:
            return None  # "Hvis partiet vinder, siger Berg, bliver …"
        return Found(((start, comma),), "question", trailing=True)

    def asked_directly(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """Return an English question without marks before its verb: "Is this not a mistake, | asks Berg"."""
        frame, speech = self.frame, self.speech
        if phrase is None or cue.voice != "active" or cue.verb.act is not Act.ASK:
            return None
        comma, start = min(cue.first, phrase.start) - 1, frame.text_start()
        if max(cue.at + 1, phrase.end) < frame.last() or comma < start + MIN_CLAUSE or frame.lower(comma) != ",":
            return None
        word = frame.lower(start)
        inverted = speech.has("auxiliaries", word) or speech.has("modals", word)
        asked = speech.has("question", word) and not speech.has("subordinators", word)
        return Found(((start, comma),), "question", trailing=True) if inverted or asked else None

    def _after_asked(self, start: int, comma: int) -> int:
        """Go over "Spørgsmålet om, | hvorvidt hun går, ville hun ikke svare på"."""
        asked = (
            j for j in range(start, min(comma, start + _ASKED)) if self.speech.has("question", self.frame.lower(j))
        )
        later = next((j for j in asked if self.frame.lower(j - 1) == "," and j > start + 1), None)
        return later if later is not None else start

    def _question_named(self, cue: VerbCue, start: int, comma: int) -> Found | None:
        """Return the question after a noun for it: "Spørsmålet om hvorvidt broen åbner, vil han ikke svare på"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or cue.refusal is None or not speech.has("ask_nouns", frame.lower(start)):
            return None
        asked = next((j for j in range(start + 1, start + 4) if speech.has("question", frame.lower(j))), None)
        if asked is None:
            return None
        if speech.has("question", frame.lower(asked + 1)):
            asked += 1  # "om hvorvidt"
        return Found(((asked, comma),), "question", trailing=True)

    def that(self, cue: VerbCue) -> Found | None:
        """ "At fabrikken lukker, afviser direktøren": the clause an "at" opens before a verb-second verb."""
        frame, speech, comma = self.frame, self.speech, cue.first - 1
        if comma < 2 or frame.tokens[comma].text != "," or not speech.grammar.verb_second:
            return None
        start = after_mark(frame, comma)
        if not speech.has("complementizers", frame.lower(start)) or word_count(frame, start, comma) < MIN_CLAUSE:
            return None
        return Found(((start + 1, comma),), "that", trailing=True)

    def whole_sentence(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """Return the Polish clause that a relative word takes up: "Most jest otwarty, co potwierdził wójt"."""
        frame, speech = self.frame, self.speech
        opening = min(cue.first, phrase.start) if phrase is not None else cue.first
        at = next((j for j in range(opening - 1, max(0, opening - _TAKEN_UP), -1) if frame.lower(j - 1) == ","), 0)
        about = at + 1 if speech.has("prepositions", frame.lower(at)) else at
        if not at or not speech.has("clause_relatives", frame.lower(about)):
            return None
        if not all(self.finder.is_small(j) or j == about for j in range(at, opening) if j != at):
            return None
        start, close = after_mark(frame, at), verb_clause_end(frame, speech, cue, phrase)
        sure = cue.verb.act in (Act.CONFIRM, Act.DENY) and "as" not in cue.verb.takes
        if not sure and ("that" not in cue.verb.takes or is_finite(frame, at - 2, speech)):
            return None  # "Nikt nie wie, co powiedział wójt"
        if close is None or not self.finder.can_speak(phrase) or word_count(frame, start, at - 1) < MIN_CLAUSE:
            return None
        return Found(((start, at - 1),), "fronted", trailing=close >= frame.last())
