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
_OTHER: Final = 4  # tokens behind the name of a medium in which somebody else opens
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
            if headed and (housed := self._housed(i, b, verb)) is not None:
                i = housed
                continue
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
            unseen = self.frame.tokens[i].text[0].isupper() and self.speech.has("prepositions", self.frame.lower(i - 1))
            if "o" in found or unseen or self.speech.noun_kind(word) == "institution":  # "na X", "w sądzie"
                headed, cases = True, _OBLIQUE & found
            i += 1
        return i

    def moved(self, at: int, first: int) -> bool:
        """Say whether a mood at `at` is nobody who speaks: "Wyraźnie wzruszony | trener", "Wzruszona | powiedziała"."""
        led = at > 0 and self.speech.reading(self.frame.lower(at - 1)) == "x"
        return self.speech.has("moods", self.frame.lower(at)) and (led or at + 1 == first)

    def alone(self, at: int, first: int) -> bool:
        """Say whether the name of a medium is all that stands between its noun and a verb: "na antenie | TVN24 |"."""
        closing = self.finder.name_at(at) or at + 1
        return closing == first and self._houses(at)

    def _houses(self, i: int) -> bool:
        """Say whether a name at `i` stands behind the oblique noun of a medium or occasion that a preposition leads."""
        speech, word = self.speech, self.frame.lower(i - 1)
        if i < 2 or not self.frame.tokens[i].text[0].isupper() or self.agreement.person_at(i):
            return False
        medium = speech.noun_kind(word) == "medium" or speech.has_any(("press", "manners"), word)
        return medium and not self.frame.tokens[i - 1].text[0].isdigit() and NOMINATIVE.isdisjoint(speech.reading(word))

    def _housed(self, i: int, b: int, verb: frozenset[str]) -> int | None:
        """Return where the name of a house ends at `i`, if somebody follows before `b`: "w Radiu | Zet | trener"."""
        if not self._houses(i):
            return None
        end = self.finder.name_at(i) or i + 1
        while end < b and self.frame.tokens[end].text[0].isupper() and self.finder.name_at(end) is None:
            end += 1
        near = range(end, min(b, end + _OTHER))
        return end if any(self.agreement.agrees(j, verb, False) for j in near) else None

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
        fresh = "o" in found or cases is None or found.isdisjoint(cases)
        fresh = fresh or self.speech.has_any(("articles", "quantifiers"), word)
        return cases is not None and ((fresh and "g" not in found) or self.agreement.is_title(word))
