"""Clauses that who says them cuts in two: "The police, she says, did nothing", "Das sei, sagt er, wahr"."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import is_dash, is_finite, is_reported, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import breaks_off, opens_subordinate
from depesche.annotate.statements.content.bare import BareFinder
from depesche.annotate.statements.content.shared import MIN_CLAUSE, Found, opens_circumstance, verb_clause_end
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past


@dataclass(slots=True)
class PartedReader:
    """Reads the clauses of one frame that a verb of speech stands inside of."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    bare: BareFinder

    def find(self, cue: VerbCue, phrase: Phrase | None, side: str, start: int, comma: int) -> Found | None:
        """Read a clause that a subject and its verb cut in two: "The police, she says, did nothing"."""
        frame, close = self.frame, verb_clause_end(self.frame, self.speech, cue, phrase if side == "right" else None)
        if self.speech.table is not None:
            return self._subject_and_verb(cue, start, comma, close)
        if self.speech.grammar.verb_final:
            return self._parted(cue, side, start, comma, close)
        if phrase is None or side != "left" or not self.speech.grammar.subject_first or close is None:
            return None
        as_said = self.speech.has("as_words", frame.lower(comma + 1))  # "The Danes, as he says, feel"
        opening = comma + 1 + as_said
        alone = phrase.start == opening and close == cue.at + 1 and frame.lower(close) == ","
        if not alone or start >= comma or "bare" not in cue.verb.takes:
            return None
        copula = any(is_finite(frame, j, self.speech) for j in range(start, comma))
        subject = self.bare.openings.opens_subject(close + 1)
        copula = copula or (as_said and self.finder.looks_nominal(start, comma) and not subject)
        adverbial = self.speech.has("prepositions", frame.lower(start)) or self.finder.time_at(start) is not None
        copula = copula or (subject and adverbial)  # "After the second call, he said, the diver came up"
        if not (
            copula or is_finite(frame, close + 1, self.speech) or is_past(frame.lower(close + 1), self.speech.lang)
        ):
            return None
        return Found(((start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")

    def _parted(self, cue: VerbCue, side: str, start: int, comma: int, close: int | None) -> Found | None:
        """Read a German clause that verb and subject part: "Das sei, sagt er, falsch", "Die Stadt, sagt er, spare"."""
        frame, speech = self.frame, self.speech
        if close is None or frame.lower(close) != "," or side != "right" or "bare" not in cue.verb.takes:
            return None
        verbless = not any(is_finite(frame, j, speech) for j in range(start, comma))
        before = verbless and is_finite(frame, close + 1, speech) and not opens_subordinate(frame, start, speech)
        if not (before or breaks_off(frame, start, comma, speech)):
            return None
        return Found(((start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")

    def _subject_and_verb(self, cue: VerbCue, start: int, comma: int, close: int | None) -> Found | None:
        """Read a Polish clause that "jak" parts behind its subject: "Budżet, jak mówi wójt, wystarczy do zimy"."""
        frame = self.frame
        closed = close is not None and (frame.lower(close) == "," or is_dash(frame, close))
        parted = closed and self.speech.has("as_words", frame.lower(comma + 1))
        if close is None or not parted or not self.finder.looks_nominal(start, comma):
            return None
        end = self.extent.end(close + 1, cue)
        verb = any(is_finite(frame, j, self.speech) for j in range(close + 1, end))
        return Found(((start, comma), (close + 1, end)), "fronted") if verb else None

    def rest(self, start: int, cue: VerbCue, told: range) -> tuple[int, int] | None:
        """Return the clause from `start`, behind the comma of a verb's clause, that goes on with what is `told`."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_medial and self._when_said(start, cue, told):
            return None
        end = self.extent.end(start, cue)
        word = frame.lower(start)
        if word_count(frame, start, end) < MIN_CLAUSE or frame.is_quote(start):
            return None
        if any(v.at in range(start, start + 3) and v is not cue for v in self.extent.verbs):
            return None
        relative = speech.has("relative", word) and not speech.has("articles", word)
        if speech.has("prepositions", word) or relative or self.finder.time_at(start):
            return None
        if speech.grammar.bare_comma and self.bare.openings.relative_here(start):
            return None  # ", sagte Berg, der die Studie leitete"
        circumstance = speech.has_any(("afterwards", "as_markers", "adversatives"), word)
        if speech.grammar.verb_final and circumstance and not self._told(start, end):
            return None  # ", sagte Berg, nachdem der Saal geräumt worden war"
        if not any(is_finite(frame, j, speech) for j in range(start, end)):
            return None
        return start, end

    def _when_said(self, start: int, cue: VerbCue, told: range) -> bool:
        """Say whether a past tells when a present was reported: "Broen er lukket, sagde Moe, | da han kom ud"."""
        frame, lang = self.frame, self.speech.lang
        people = (self.speech.pronouns[f"subject_{who}"] for who in ("m", "f", "pl"))
        if not opens_circumstance(frame, start, self.speech) or not any(frame.lower(start + 1) in p for p in people):
            return False
        pasts = (is_finite(frame, j, self.speech) and is_past(frame.lower(j), lang) for j in told)
        return is_past(frame.lower(cue.at), lang) and is_past(frame.lower(start + 2), lang) and not any(pasts)

    def _told(self, start: int, end: int) -> bool:
        """Say whether a verb in [start, end) is in the subjunctive of reported speech."""
        return any(is_reported(self.frame, j, self.speech) for j in range(start, end))
