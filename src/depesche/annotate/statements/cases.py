"""Finds a subject by its case and its agreement with the verb, in a language whose table of endings tells both."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from depesche.annotate.statements.agreement import PERSONS, Agreement
from depesche.annotate.statements.clauses import HARD, is_dash, is_finite, opens_clause
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.frames import QUOTE, Frame
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_OBLIQUE: Final = frozenset("gdail")
_INFLECTED: Final = frozenset("dil")
_NOUN: Final = 5  # tokens after a preposition in which its noun stands


@dataclass(slots=True)
class CaseReader:
    """Reads nominatives in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    agreement: Agreement = field(init=False)

    def __post_init__(self) -> None:
        self.agreement = Agreement(self.frame, self.speech, self.finder)

    def before(self, cue: VerbCue) -> Phrase | None:
        """Return the subject before a verb, None where nothing in its clause agrees with it."""
        if (paper := self._paper_before(cue.first)) is not None:
            return paper
        found = self.finder.left(cue.first)
        start = self.finder.clause_opening(cue.first)
        if found is not None and (found.kind != "np" or found.end < start):
            return found  # a relative pronoun, or what stands before an insertion
        if found is not None and found.start < start:
            start = found.start
        end = found.end if found is not None else cue.first
        at = self._nominative(start, end, cue)
        if at is None:
            return None
        noun = self._behind_participle(at, cue)
        if noun is not None:
            found, at, end = None, noun, cue.first
        at = self._opened(at, start)
        end = next((j for j in range(at + 1, end) if self.speech.has("asked", self.frame.lower(j))), end)
        trimmed = self._without_adverbs(at, end)
        if found is not None and at == found.start and trimmed == end:
            return found
        end = self.finder.trimmed(at, trimmed)
        return Phrase(at, end, "pronoun" if end == at + 1 and self.finder.is_pronoun(at) else "np")

    def _behind_participle(self, at: int, cue: VerbCue) -> int | None:
        """Return where the noun is that a participle with its own phrase qualifies: "wydany przez NIK | raport"."""
        found = self.speech.reading(self.frame.lower(at))
        if "j" not in found or "o" in found or not self.speech.has("prepositions", self.frame.lower(at + 1)):
            return None
        return self._nominative(at + 1, cue.first, cue)

    def _paper_before(self, first: int) -> Phrase | None:
        """Return a paper named in marks right before its verb, with the noun it goes with: "dziennik „Fakt” pisze"."""
        tokens = self.frame.tokens
        if first < 3 or tokens[first - 1].text not in MARKS:
            return None
        opening = next((k for k in range(first - 3, max(-1, first - 8), -1) if tokens[k].text in MARKS), None)
        if (
            opening is None
            or not tokens[opening + 1].text[0].isupper()
            or (opening and tokens[opening - 1].text == ":")
        ):
            return None
        medium = self.speech.noun_kind(self.frame.lower(opening - 1)) == "medium"
        start = opening - 1 if medium else opening
        before = self.frame.lower(start - 1)
        told = medium and NOMINATIVE.isdisjoint(self.speech.reading(self.frame.lower(start)))
        return None if told or self.speech.has("prepositions", before) else Phrase(start, first)

    def _without_adverbs(self, at: int, end: int) -> int:
        """Leave out adverbs between subject and verb: "Berlin wkrótce zażąda"."""
        tokens = self.frame.tokens
        while end > at + 1 and tokens[end - 1].text.islower() and self.speech.reading(tokens[end - 1].lower) == "x":
            end -= 1
        return end

    def opens_with(self, at: int, cue: VerbCue) -> bool:
        """Say whether the word at `at` can open the subject of a verb."""
        verb = self.agreement.verb_codes(cue)
        return not verb or self.agreement.agrees(at, verb, True)

    def origin(self, cue: VerbCue) -> Phrase | None:
        """Return where something follows from: "z raportu wynika", "wynika z sondażu"."""
        start, end = self.finder.clause_opening(cue.first), self._clause_end(cue.at + 1)
        for j in (*range(start, cue.first), *range(cue.at + 1, end)):
            relative = self.speech.has("relative", self.frame.lower(j + 1))
            if self.speech.has("from_prepositions", self.frame.lower(j)) and not relative:
                found = self.finder.right(j + 1, cue.first if j < cue.first else None)
                return self._whose_words(found) if found is not None else None
        return None

    def _whose_words(self, found: Phrase) -> Phrase:
        """Leave out that it is words that something follows from: "ze słów | trenera wynika"."""
        words = (j for j in range(found.start, found.end - 1) if self.speech.has("accounts", self.frame.lower(j)))
        said = next(words, None)
        return found if said is None else replace(found, start=said + 1)

    def document(self, cue: VerbCue) -> Phrase | None:
        """Return in what something was put down: "W liście do rady napisano", "podkreślono w komunikacie"."""
        start, end = self.finder.clause_opening(cue.first), self._clause_end(cue.at + 1)
        for j in (*range(start, cue.first), *range(cue.at + 1, end)):
            near = (self.speech.noun_kind(self.frame.lower(k)) for k in range(j + 1, min(j + _NOUN, end)))
            if self.speech.has("document_prepositions", self.frame.lower(j)) and "document" in near:
                return self.finder.right(j + 1, cue.first if j < cue.first else None)
        return None

    def _opened(self, at: int, start: int) -> int:
        """Go back over what belongs to a noun phrase before its first agreeing word: "79-", "jego", "coraz"."""
        while at > start:
            before, word = self.frame.tokens[at - 1], self.frame.lower(at)
            speech = self.speech
            belongs = (
                (speech.has("articles", before.lower) and not speech.has("impersonal", before.lower))
                or speech.has("titles", before.lower)
                or before.text == "-"
                or (before.text[0].isdigit() and word == "-")
                or self._qualifies(at - 1)
            )
            if not belongs:
                break
            at -= 1
        return at

    def _qualifies(self, i: int) -> bool:
        """Say whether the word at `i` is an adjective in the nominative, or an adverb before one."""
        found, following = (self.speech.reading(self.frame.lower(k)) for k in (i, i + 1))
        if "j" in found and "o" not in found:
            return not NOMINATIVE.isdisjoint(found)
        return found == "x" and "j" in following and self.frame.tokens[i + 1].text.islower() and not self._bound(i)

    def _bound(self, i: int) -> bool:
        word = self.frame.lower(i)
        groups = ("prepositions", "conjunctions", "complementizers", "negations", "reflexives", "as_words")
        return any(self.speech.has(group, word) for group in groups)

    def after(self, cue: VerbCue) -> Phrase | None:
        """Return the subject after a verb: the first nominative of its clause that agrees, one who can speak first."""
        end = self._clause_end(cue.at + 1)
        first: Phrase | None = None
        i = cue.at + 1
        while (at := self._nominative(i, end, cue)) is not None:
            start = self._opened(at, i)
            found = self.finder.right(start)
            if found is None or found.start != start:
                i = at + 1
                continue
            if self.finder.can_speak(found) and not self._told_first(found, end, cue):
                return found
            first = first or (found if self._has_noun(found) else None)
            i = max(found.end, at + 1)
        return first or self._quoted_name(cue.at + 1)

    def pronoun_behind(self, cue: VerbCue) -> Phrase | None:
        """Return the pronoun behind a verb that is its subject: "W wywiadzie dla CNBC powiedział | on"."""
        at, verb = max(cue.parts) + 1, self.agreement.verb_codes(cue)
        if at >= self.frame.last() or not verb or not self.finder.is_pronoun(at):
            return None
        return Phrase(at, at + 1, "pronoun") if self.agreement.agrees(at, verb, False) else None

    def _has_noun(self, found: Phrase) -> bool:
        return any("o" in self.speech.reading(self.frame.lower(j)) for j in range(found.start, found.end))

    def _quoted_name(self, i: int) -> Phrase | None:
        """Read a paper's name in marks behind its verb: donosi „Le Figaro”, dowiedział się „Fakt”."""
        while i < len(self.frame.tokens) and self.finder.is_small(i):
            i += 1
        if i < len(self.frame.tokens) and self.frame.tokens[i].text in MARKS:
            return self.finder.right(i)
        return None

    def _told_first(self, found: Phrase, end: int, cue: VerbCue) -> bool:
        """Say whether a name that never inflects is the one told: "powiedział PAP rzecznik"."""
        name = self.agreement.name(found.start)
        if name is None or name.type is NameType.PERSON or found.end >= end:
            return False
        following = self._nominative(found.end, end, cue)
        return following == found.end and (
            self.agreement.person_at(following)
            or self.speech.noun_kind(self.frame.lower(following)) in PERSONS
            or "h" in self.speech.reading(self.frame.lower(following))
        )

    def _clause_end(self, i: int) -> int:
        frame = self.frame
        while i < frame.last():
            text = frame.tokens[i].text
            if text in {",", "("} or text in HARD or is_dash(frame, i) or opens_clause(frame, i, self.speech):
                return i
            i += 1
        return i

    def _nominative(self, a: int, b: int, cue: VerbCue) -> int | None:
        """Return where the first noun phrase of [a, b) starts that can be the verb's subject."""
        verb = self.agreement.verb_codes(cue)
        if not verb:
            return a if a < b else None
        listed = any(self.speech.has("conjunctions", self.frame.lower(k)) for k in range(a, b))
        listed = listed or (self.frame.lower(b) == "," and self.finder.name_at(b + 1) is not None)
        i, unsure = a, None
        while i < b:
            text = self.frame.tokens[i].text
            if text in MARKS or text == QUOTE:
                i = self._past_marks(i, b)
            elif self.speech.has("prepositions", self.frame.lower(i)):
                after = self._past_governed(i + 1, b, verb, a > cue.at)
                unsure = unsure if unsure is not None else self._after_all(i + 1, after, verb, listed)
                i = after
            elif self.agreement.agrees(i, verb, listed) and not self._apposed(i, a):
                return i
            else:
                i = max(i + 1, self.finder.name_at(i) or 0)
                i += 2 * (self.frame.lower(i) == "-")  # "stacji ABS-CBN"
        return unsure

    def _apposed(self, i: int, a: int) -> bool:
        """Say whether a single name belongs to an oblique title before it: "krytykował prezydenta Putina"."""
        if i <= a or self.agreement.name(i) is None or (self.finder.name_at(i) or i) > i + 1:
            return False
        before = self.frame.lower(i - 1)
        found = self.speech.reading(before)
        beside = self.speech.noun_kind(before) in PERSONS | {"medium", "institution"}  # "powiedział agencji Reuters"
        return beside and bool(found) and NOMINATIVE.isdisjoint(found)

    def _after_all(self, a: int, b: int, verb: frozenset[str], listed: bool) -> int | None:
        """Return the first word for somebody in [a, b), after a preposition's own noun, that may be the subject."""
        headed = False
        for j in range(a, b):
            word = self.frame.lower(j)
            if self.speech.has("prepositions", word):
                headed = False
                continue
            found = self.speech.reading(word)
            speaks = self.agreement.person_at(j) or "h" in found or self.speech.noun_kind(word) is not None
            free = not (self.finder.inside_name(j) or (self.agreement.name(j) is not None and self._titled(j - 1)))
            if headed and speaks and free and self.agreement.agrees(j, verb, listed):
                return j
            headed = headed or "o" in found or self.finder.name_at(j) is not None
        return None

    def _past_marks(self, i: int, b: int) -> int:
        """Go over words in quotation marks: the name of a paper that is told, an adjective's object."""
        closing = next((k for k in range(i + 1, b) if self.frame.tokens[k].text in MARKS), None)
        return closing + 1 if closing is not None else i + 1

    def _past_governed(self, i: int, b: int, verb: frozenset[str], inverted: bool) -> int:
        """Return the index after what a preposition governs: its noun, and genitives after that.

        After a verb a name that never inflects belongs to it, too ("w audycji Radia ZET"), unless it is a person's.
        """
        headed, cases = False, frozenset[str]()
        while i < b:
            name = self.agreement.name(i)
            if name is not None:
                free = self._opens_name(i) or name.type is NameType.PERSON or not inverted
                if headed and free and not self._titled(i - 1) and self.agreement.agrees(i, verb, False):
                    return i
                i, headed = self.finder.name_at(i) or i + 1, True
                continue
            word = self.frame.lower(i)
            found = set(self.speech.reading(word))
            if self.speech.has("prepositions", word):
                i, headed = i + 1, False
                continue
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

    def _titled(self, i: int) -> bool:
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
