"""What stands between a Polish verb and its content: adverbs, times, the one told, phrases like "w rozmowie z PAP"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite, opens_clause
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.agreement import PERSONS
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Noun, Speech

_OBLIQUE: Final = frozenset("gdail")
_NO_ADVERB: Final = ("prepositions", "conjunctions", "complementizers", "as_words", "question", "relative")


@dataclass(frozen=True, slots=True)
class AdverbialReader:
    """Goes over adverbials by the cases of their words, in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def past(self, a: int, b: int, giving: bool = False) -> int:
        """Return where in [a, b) an object begins; `a` where nothing but adverbials stands there.

        With `giving` the verb's dative is gone over, too: "zarzucił | dyrektorowi szpitala | brak nadzoru".
        """
        j = a
        while j < b:
            end = self._adverbial_end(j, b)
            if end is None and giving:
                end, giving = self.told_end(j, b), False
            if end is None:
                return j
            j = end
        return a

    def _adverbial_end(self, j: int, b: int) -> int | None:
        frame, speech = self.frame, self.speech
        word, text = frame.lower(j), frame.tokens[j].text
        if text in HARD or text in ",()" or text == QUOTE or opens_clause(frame, j, speech):
            return None
        if speech.has("prepositions", word):
            time = self.finder.time_at(j) or self.finder.time_at(j + 1) or 0
            governed = self._governed_end(j + 1, b) or 0
            end = governed if self._attribute(time, {"a"}) else time  # "po raz | kolejny"
            return (end if time and end <= b else governed) or None
        if (dated := self.finder.time_at(j)) is not None:
            return dated
        if speech.has("contrasts", word):
            return j + 1
        if speech.has("negations", word) or speech.has_any(_NO_ADVERB, word):
            return None
        if self.finder.is_small(j):
            return j + 1
        plain = text[0].islower() and set(speech.reading(word)) == {"x"}
        return j + 1 if plain and not speech.has("articles", word) and not is_finite(frame, j, speech) else None

    def _governed_end(self, j: int, b: int) -> int | None:
        """Return the index after what a preposition governs: adjectives, noun, genitives that can be no object."""
        cases: set[str] | None = None
        while j < b:
            if self.frame.tokens[j].text in MARKS:
                closing = next((k for k in range(j + 1, b) if self.frame.tokens[k].text in MARKS), None)
                if closing is None or (cases is not None and self.frame.tokens[j + 1].text[0].islower()):
                    break
                j, cases = closing + 1, set()
                continue
            if name := self.finder.name_at(j):
                if cases is not None and not self.frame.tokens[j].text.isupper() and not self._genitive(j, b):
                    break
                j, cases = name, set()
                continue
            found = set(self.speech.reading(self.frame.lower(j)))
            if cases is None:
                if "o" in found:
                    cases = found & _OBLIQUE
                elif not (found & {"j"} or self.speech.has("articles", self.frame.lower(j)) or self._number(j)):
                    return None
            elif not (self._attribute(j, cases) or self._genitive(j, b)):
                break
            j += 1
        return j if cases is not None else None

    def _attribute(self, j: int, cases: set[str]) -> bool:
        """Say whether the adjective at `j` belongs to the noun before it, not to one that follows."""
        found, following = (set(self.speech.reading(self.frame.lower(k))) for k in (j, j + 1))
        adjective = "j" in found and "o" not in found and bool(found & cases)
        agrees = not (found & NOMINATIVE and following & NOMINATIVE and NOMINATIVE.isdisjoint(found & following))
        return adjective and not ("o" in following and found & following & _OBLIQUE and agrees)

    def _number(self, j: int) -> bool:
        return self.frame.tokens[j].text[0].isdigit()

    def _genitive(self, j: int, b: int) -> bool:
        """Say whether the noun at `j` can only own the one before it: "posiedzeniu | rządu", with more to come."""
        found = set(self.speech.reading(self.frame.lower(j)))
        said = any(isinstance(e, Noun) for e in self.speech.index.get(self.frame.lower(j), ()))
        more = any(self._nominal(k) for k in range(j + 1, b))
        return "g" in found and "a" not in found and not said and more

    def _nominal(self, k: int) -> bool:
        return "o" in self.speech.reading(self.frame.lower(k)) or self.finder.name_at(k) is not None

    def told_end(self, j: int, b: int) -> int | None:
        """Return the index after a dative with its genitives, where an object follows it."""
        headed = False
        while j < b:
            word, name = self.frame.lower(j), self.finder.name_at(j)
            found = set(self.speech.reading(word))
            if not headed:
                if ("d" not in found or "a" in found) and not (not found and word.endswith(("owi", "emu"))):
                    return None
                headed = name is not None or "o" in found
            elif not (name is not None or ("g" in found and not found & {*"aMFNPQ"}) or self._owner(j)):
                break
            j = name or j + 1
        return j if headed and j < b else None

    def _owner(self, j: int) -> bool:
        """Say whether a noun for a person or house is the genitive of the one before it: "władzom | miasta"."""
        word = self.frame.lower(j)
        kind = self.speech.noun_kind(word)
        return kind in PERSONS | {"institution"} and "g" in self.speech.reading(word)
