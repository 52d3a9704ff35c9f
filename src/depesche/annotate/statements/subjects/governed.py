"""What a Polish preposition governs, beside which a subject is looked for: "w Warszawie | Ministerstwo Obrony"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.agreement import PERSONS, Agreement
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_TITLE: Final = 8  # tokens of a title in marks
_OBLIQUE: Final = frozenset("gdail")
_INFLECTED: Final = frozenset("dil")


@dataclass(frozen=True, slots=True)
class GovernedReader:
    """Goes over governed phrases in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    agreement: Agreement

    def past(self, i: int, b: int, verb: frozenset[str], inverted: bool) -> int:
        """Return the index after what a preposition governs: its noun, and genitives after that.

        After a verb a name that never inflects belongs to it, too ("w audycji Radia ZET"), unless it is a person's.
        """
        headed, cases = False, frozenset[str]()
        while i < b:
            name = self.agreement.name(i)
            if name is not None:
                free = self._opens_name(i) or name.type is NameType.PERSON or not inverted
                if headed and free and not self.titled(i - 1) and self.agreement.agrees(i, verb, False):
                    return i
                i, headed = self.finder.name_at(i) or i + 1, True
                continue
            if self.frame.tokens[i].text in MARKS and i > 0:
                closing = (k for k in range(i + 2, min(b, i + _TITLE)) if self.frame.tokens[k].text in MARKS)
                i, headed = next(closing, i) + 1, True  # "w programie „Kropka nad i” | rzecznik"
                continue
            word = self.frame.lower(i)
            found = set(self.speech.reading(word))
            if self.speech.has("prepositions", word):
                i, headed = i + 1, False
                continue
            aged = word.isdigit() and self.frame.lower(i + 1) == "-"
            if headed and aged and self.speech.has("age_endings", self.frame.lower(i + 2)):
                return i  # "przez telefon | 45-latek"
            if self.finder.time_at(i) or word.isdigit():
                i, headed = self.finder.time_at(i) or i + 1, headed or bool(self.finder.time_at(i))
                continue
            if self.speech.has("conjunctions", word) and i + 1 < b:
                headed = False
            elif self._opens_anew(i, found, cases if headed else None):
                return i
            if "o" in found:
                headed, cases = True, _OBLIQUE & found
            i += 1
        return i

    def _opens_name(self, i: int) -> bool:
        """Say whether a name opens with a noun in the nominative: "w Warszawie | Ministerstwo Obrony"."""
        found = {*self.speech.reading(self.frame.lower(i))}
        several = (self.finder.name_at(i) or i) > i + 1 and not self.agreement.person_at(i)
        return several and "o" in found and bool(found & NOMINATIVE) and found.isdisjoint("gdil")

    def titled(self, i: int) -> bool:
        """Say whether a woman's title that never inflects stands at `i`: "do premier | May", "z kanclerz | Merkel"."""
        found = self.speech.reading(self.frame.lower(i))
        return self.speech.noun_kind(self.frame.lower(i)) in PERSONS and "M" in found and _INFLECTED.isdisjoint(found)

    def _opens_anew(self, i: int, found: set[str], cases: frozenset[str] | None) -> bool:
        """Say whether a word can't go on with what a preposition governs; `cases` are those of its noun, if there."""
        word = self.frame.lower(i)
        if cases is not None and self.speech.has("unnamed", word):
            return True  # "mówił o zmierzchu | jeden z ratowników"
        if NOMINATIVE.isdisjoint(found) and not is_finite(self.frame, i, self.speech):
            return False
        if _OBLIQUE.isdisjoint(found):
            return True
        fresh = "o" in found or cases is None or found.isdisjoint(cases) or self.speech.has("articles", word)
        return cases is not None and ((fresh and "g" not in found) or self.agreement.is_title(word))
