"""The main clause behind "as X said, …", which is what X said."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.attributions.surroundings import skip_aside
from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.content.shared import Found, verb_clause_end
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE, VERBAL
from depesche.lang.schema.speech import Speech


@dataclass(slots=True)
class AsClauses:
    """Reads, in one frame, what follows a clause that the word for "as" opens."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def main_after(self, cue: VerbCue, phrase: Phrase | None, side: str) -> Found | None:
        """Return the main clause behind the verb's; `phrase` is its subject."""
        frame, speech, behind = self.frame, self.speech, phrase if side == "right" else None
        if behind is not None and behind.aside is not None and speech.table is not None:
            start = self._behind_aside(*behind.aside)
            return Found(((start, self.extent.end(start, cue)),), "fronted") if start < frame.last() else None
        close = verb_clause_end(frame, speech, cue, behind)
        if close is None or close >= frame.last() or frame.tokens[close].text != ",":
            return None
        start = max(close + 1, skip_aside(frame, speech, close) if speech.table is not None else 0)
        return Found(((start, self.extent.end(start, cue)),), "fronted")

    def _behind_aside(self, a: int, close: int) -> int:
        """Return where a Polish main clause starts behind the apposition [a, close), or at `a` where it is none.

        "Jak mówi Jan Nowak, ekonomista, autor książek, | ceny spadną".
        """
        frame = self.frame
        if close >= frame.last():
            return a  # "Jak mówi Jan Nowak, | to koniec"
        while not self._opens_main(a, close):
            closing = self._comma(close + 1)
            verb = any(is_finite(frame, j, self.speech) for j in range(close + 1, closing))
            if closing >= frame.last() or verb or "h" not in self.speech.reading(frame.lower(close + 1)):
                close += frame.lower(close) == ")"
                return max(close + 1, skip_aside(frame, self.speech, close))
            a, close = close + 1, closing
        return a

    def _comma(self, i: int) -> int:
        return next((j for j in range(i, self.frame.last()) if self.frame.tokens[j].text == ","), self.frame.last())

    def _opens_main(self, a: int, comma: int) -> bool:
        """Say whether a Polish noun with what qualifies it is the subject of a main clause, no apposition.

        "Jak mówi komendant, | kierowca, zatrzymany w nocy, był trzeźwy"; "Jak mówi Nowak, rzecznik, | most runął".
        """
        frame, speech = self.frame, self.speech
        if speech.has("prepositions", frame.lower(a)):
            return True  # "Jak podał urząd, | od maja, czyli po wyborach, leki stanieją"
        if frame.lower(comma) != "," or not self._qualifies(comma + 1, a):
            return False
        closing = self._comma(comma + 1)
        for j in range(closing + 1, frame.last()):
            if is_finite(frame, j, speech) or (j == closing + 1 and VERBAL & {*speech.reading(frame.lower(j))}):
                return True
            if "o" in speech.reading(frame.lower(j)) or not frame.tokens[j].text[0].isalpha():
                return False
        return False

    def _qualifies(self, i: int, a: int) -> bool:
        """Say whether a clause opens at `i`, a name, or an adjective that agrees with the noun in [a, i)."""
        speech, word = self.speech, self.frame.lower(i)
        after_preposition = speech.has("prepositions", word) and self.frame.lower(i + 1) in speech.pronouns["relative"]
        if opens_subordinate(self.frame, i, speech) or after_preposition or self.finder.name_at(i) is not None:
            return True
        found = speech.reading(word)
        agrees = (NOMINATIVE & {*speech.reading(self.frame.lower(j))} & {*found} for j in range(a, i - 1))
        return "j" in found and (any(agrees) or self.finder.name_at(a) is not None)
