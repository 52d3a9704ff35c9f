"""Finds a subject by its case and its agreement with the verb, in a language whose table of endings tells both."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from depesche.annotate.statements.attributions.origins import verb_clause_end
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.agreement import AGREES, PERSONS, Agreement
from depesche.annotate.statements.subjects.governed import GovernedReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINAL, NOMINATIVE
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_WITH_OBJECT: Final = frozenset({"object", "as"})
_DATIVE: Final = frozenset("djo")
_NOUN: Final = 5  # tokens after a preposition in which its noun stands


@dataclass(slots=True)
class CaseReader:
    """Reads nominatives in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    agreement: Agreement = field(init=False)
    governed: GovernedReader = field(init=False)

    def __post_init__(self) -> None:
        self.agreement = Agreement(self.frame, self.speech, self.finder)
        self.governed = GovernedReader(self.frame, self.speech, self.finder, self.agreement)

    def before(self, cue: VerbCue) -> Phrase | None:
        """Return the subject before a verb, None where nothing in its clause agrees with it."""
        if (paper := self._paper_before(cue.first)) is not None:
            return paper
        found = self.finder.left(cue.first)
        start = self.finder.clause_opening(cue.first)
        if found is not None and (found.kind != "np" or found.end < start):  # or what stands before an insertion
            return found if self._may_open(found, cue) else None
        if found is not None and found.start < start:
            start = found.start
        end = found.end if found is not None else cue.first
        at = self._nominative(start, end, cue)
        if at is None and found is not None and end < cue.first:
            found, start, end = None, end, cue.first  # "Dwa dni | po wyborach | Lis powiedział"
            at = self._nominative(start, end, cue)
        if at is None:
            return self._relative_opening(start, cue)
        named = self.finder.name_at(at)
        if named is not None and self._told_first(Phrase(at, named), cue.first, cue):
            found, at, end = None, named, cue.first  # "PAP | trener powiedział"
        if self.governed.alone(at, cue.first) and self._speaks_behind(cue):
            return None  # "Na antenie TVN24 | powiedział trener"
        if self.governed.moved(at, cue.first):
            start = at + 1
            if (at := self._nominative(start, cue.first, cue)) is None:
                return None  # "Wyraźnie wzruszona | powiedziała"
            found, end = None, cue.first
        noun = self._behind_participle(at, cue)
        if noun is None and self.speech.has("asked", self.frame.lower(at)):
            return None  # "Pytany o dymisję odparł, że"
        if noun is not None:
            found, at, end = None, noun, cue.first
        at = self._opened(at, start)
        end = next((j for j in range(at + 1, end) if self.speech.has("asked", self.frame.lower(j))), end)
        at = self._behind_own_object(at, end, cue)
        end = min([end, *(p for p in cue.parts if p > at)])  # "Rolnicy | z ulgą przyjęli"
        trimmed = self._without_adverbs(at, end)
        if found is not None and at == found.start and trimmed == end == found.end:
            return found
        end = self.finder.trimmed(at, trimmed)
        return Phrase(at, end, "pronoun" if end == at + 1 and self.finder.is_pronoun(at) else "np")

    def _speaks_behind(self, cue: VerbCue) -> bool:
        """Say whether somebody follows a verb who can be its subject."""
        behind = self.after(cue)
        return behind is not None and self.finder.can_speak(behind)

    def _may_open(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a word of a phrase can be a verb's subject: none of "Na pytanie, czy się | boi |, odparł"."""
        verb = self.agreement.verb_codes(cue)
        if found.kind == "relative":
            return not self._told_of(found, cue)
        if found.kind != "np":
            return True
        words = range(found.start, found.end)
        return not verb or any(self.agreement.agrees(j, verb, True) or self.finder.name_at(j) for j in words)

    def _relative_agrees(self, j: int, verb: frozenset[str]) -> bool:
        """Say whether a relative word is in the nominative and goes with a verb: no "które | nazwali"."""
        found = self.speech.reading(self.frame.lower(j))
        return not verb or not found or not {*found}.isdisjoint("".join(AGREES[c] for c in verb))

    def _told_of(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a relative word stands for a thing that somebody tells of: "długu, który | szacuje na 3 mln"."""
        if found.antecedent is None or "object" not in cue.verb.takes:
            return False
        before = Phrase(*found.antecedent)
        return not (self.finder.can_speak(before) or self.finder.tells(before))

    def _relative_opening(self, start: int, cue: VerbCue) -> Phrase | None:
        """Return the relative word that opens a verb's clause before adverbials: "który | w maju | powiedział"."""
        relatives = self.speech.pronouns["relative"]
        j = next((k for k in (start, start - 1) if k > 0 and self.frame.lower(k) in relatives), None)
        fits = j is not None and self._relative_agrees(j, self.agreement.verb_codes(cue))
        return self.finder.relative_at(j) if fits and j is not None else None

    def _behind_participle(self, at: int, cue: VerbCue) -> int | None:
        """Return where the noun is that a participle with its own phrase qualifies: "wydany przez NIK | raport"."""
        found = self.speech.reading(self.frame.lower(at))
        if "j" not in found or "o" in found or not self.speech.has("prepositions", self.frame.lower(at + 1)):
            return None
        return self._nominative(at + 1, cue.first, cue)

    def _behind_own_object(self, at: int, end: int, cue: VerbCue) -> int:
        """Go on from an object that might be a subject to one who can speak: "Wyrok sądu | adwokat | uznał za"."""
        speech, word = self.speech, self.frame.lower(at)
        thing = speech.noun_kind(word) in (None, "document") and not self._person(at)
        owned = thing and {"a", "o"} <= {*speech.reading(word)}
        if not owned or self.finder.name_at(at) or cue.verb.takes.isdisjoint(_WITH_OBJECT):
            return at
        verb = self.agreement.verb_codes(cue)
        behind = (j for j in range(at + 1, end) if self._person(j) and "g" not in speech.reading(self.frame.lower(j)))
        return next((j for j in behind if self.agreement.agrees(j, verb, False)), at)

    def _person(self, j: int) -> bool:
        word = self.frame.lower(j)
        return self.speech.noun_kind(word) in PERSONS or "h" in self.speech.reading(word) or self.agreement.person_at(j)

    def _paper_before(self, first: int) -> Phrase | None:
        """Return a paper or house named in marks before its verb, with the noun beside it: "dziennik „Fakt” pisze"."""
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
        titled = self.speech.noun_kind(self.frame.lower(opening - 1)) is not None
        start = opening - 1 if titled else opening
        before = self.frame.lower(start - 1)
        told = titled and NOMINATIVE.isdisjoint(self.speech.reading(self.frame.lower(start)))
        return None if told or self.speech.has("prepositions", before) else Phrase(start, first)

    def _without_adverbs(self, at: int, end: int) -> int:
        """Leave out adverbs and "temu" between subject and verb: "Berlin wkrótce zażąda", "mąż temu zaprzecza"."""
        tokens = self.frame.tokens
        while end > at + 1 and tokens[end - 1].text.islower():
            word = tokens[end - 1].lower
            if end > at + 2 and self._oblique(word) and not self.speech.has("noun_prepositions", tokens[end - 2].lower):
                end -= 2  # "Prezes | do mnie | zadzwonił"
                continue
            if self.speech.reading(word) != "x" and not self.speech.has("denied_pronouns", word):
                break
            end -= 1
        return end

    def _oblique(self, word: str) -> bool:
        """Say whether a word is a personal pronoun in another case than the nominative."""
        return self.speech.has("oblique_pronouns", word)

    def leading(self, a: int, b: int, cue: VerbCue) -> Phrase | None:
        """Return who can speak and opens [a, b) behind adverbials: "W liście | firma | przeprosiła i obiecała"."""
        end = min(verb_clause_end(self.frame, a, self.speech), b)
        at = self._nominative(a, end, cue)
        found = self.finder.right(self._opened(at, a), b) if at is not None else None
        return found if self.finder.can_speak(found) else None

    def opens_with(self, at: int, cue: VerbCue) -> bool:
        """Say whether the word at `at` can open the subject of a verb."""
        verb = self.agreement.verb_codes(cue)
        return not verb or self.agreement.agrees(at, verb, True)

    def _opened(self, at: int, start: int) -> int:
        """Go back over what belongs to a noun phrase before its first agreeing word: "79-", "jego", "coraz"."""
        while at > start:
            before, word = self.frame.tokens[at - 1], self.frame.lower(at)
            speech = self.speech
            belongs = (
                (speech.has("articles", before.lower) and not speech.has("impersonal", before.lower))
                or speech.has_any(("titles", "formerly"), before.lower)
                or before.text == "-"
                or (before.text[0].isdigit() and word == "-")
                or self._qualifies(at - 1)
            )
            cases = NOMINAL.intersection(speech.reading(before.lower))
            if not belongs or (cases and cases <= _DATIVE):
                break  # "dwa lata temu | władze"
            led = at > 1 and speech.has("prepositions", self.frame.lower(at - 2))
            if led and NOMINATIVE.isdisjoint(speech.reading(before.lower)) and speech.has("articles", before.lower):
                break  # "w związku z tym | trener"
            at -= 1
        return at

    def _qualifies(self, i: int) -> bool:
        """Say whether the word at `i` is an adjective in the nominative, or an adverb before one."""
        found, following = (self.speech.reading(self.frame.lower(k)) for k in (i, i + 1))
        if "j" in found and "o" not in found:
            return not (NOMINATIVE.isdisjoint(found) or self.finder.is_small(i))  # "też" could be a pronoun
        timed = i > 0 and self.speech.has("time_nouns", self.frame.lower(i - 1))  # "Dzień później | były burmistrz"
        return (
            not timed
            and found == "x"
            and "j" in following
            and self.frame.tokens[i + 1].text.islower()
            and not self._bound(i)
        )

    def _bound(self, i: int) -> bool:
        word = self.frame.lower(i)
        groups = ("prepositions", "conjunctions", "complementizers", "negations", "reflexives", "as_words")
        return self.speech.has_any(groups, word)

    def after(self, cue: VerbCue) -> Phrase | None:
        """Return the subject after a verb: the first nominative of its clause that agrees, one who can speak first."""
        end = verb_clause_end(self.frame, cue.at + 1, self.speech)
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

    def behind_object(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject behind a verb that has its object in front: "Pomoc zaoferowała | Japonia"."""
        if found.kind != "np":
            return None
        own = any(found.start <= p < found.end for p in cue.parts)  # "Wniosek o areszt złożyła | Anna Lis"
        if not ("object" in cue.verb.takes or own) or (behind := self.after(cue)) is None:
            return None
        if (own or self.finder.can_speak(found)) and not self._surely_behind(found, behind, own):
            return None
        nouns = (j for j in range(behind.start, behind.end) if "o" in self.speech.reading(self.frame.lower(j)))
        return behind if self.finder.can_speak(replace(behind, end=next(nouns, behind.end - 1) + 1)) else None

    def _surely_behind(self, found: Phrase, behind: Phrase, own: bool) -> bool:
        """Say whether only the second of two phrases must be in the nominative: "Zarzuty odrzucają | radni", "Wyrok
        krytykuje | Marek Wolny" in its base form; `own`: the first holds a fixed word of the verb."""
        if not own and "a" not in self.speech.reading(self.frame.lower(found.start)):
            return False
        if any(self.agreement.person_at(j) for j in range(behind.start, behind.end)):
            return not self.agreement.person_at(found.start)
        heads = (self.speech.reading(self.frame.lower(j)) for j in range(behind.start, behind.end))
        head = next((codes for codes in heads if "o" in codes), "")
        return bool(head) and "a" not in head and not NOMINATIVE.isdisjoint(head)

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
                after = self.governed.past(i + 1, b, verb, a > cue.at)
                unsure = unsure if unsure is not None else self._after_all(i + 1, after, verb, listed)
                i = after
            elif (later := self.finder.time_at(i)) is not None:
                i = later  # "dwa lata temu | władze"
            elif self.speech.has("time_nouns", self.frame.lower(i)):
                i += 1  # "Dzień później | trener"
            elif self.agreement.agrees(i, verb, listed) and not self._apposed(i, a):
                return i
            else:
                i = max(i + 1, self.finder.name_at(i) or 0)
                i += 2 * (self.frame.lower(i) == "-")  # "stacji ABS-CBN"
        return unsure

    def _apposed(self, i: int, a: int) -> bool:
        """Say whether a name belongs to an oblique title or medium before it: "krytykował prezydenta Putina"."""
        name = self.agreement.name(i)
        several = (self.finder.name_at(i) or i) > i + 1
        unseen = name is None and not self.frame.tokens[i].text.isupper()  # "stacji ABS"
        if (
            i < 1
            or not self.frame.tokens[i].text[0].isupper()
            or (several and name is not None and name.type is not NameType.ORGANIZATION)
        ):
            return False
        before = self.frame.lower(i - 1)
        found = self.speech.reading(before)
        beside = self.speech.noun_kind(before) in PERSONS | {"medium", "institution"}  # "powiedział agencji Reuters"
        if self.agreement.person_at(i) and self.speech.noun_kind(before) not in PERSONS:
            return False  # "W sądzie | Nowak powiedziała"
        if unseen and (self.speech.noun_kind(before) != "medium" or "d" not in found):
            return False  # "portalowi Onet", but "prezydenta Nowak"
        return beside and bool(found) and (NOMINATIVE.isdisjoint(found) or self.finder.dative_noun(i - 1))

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
            free = not (
                self.finder.inside_name(j) or (self.agreement.name(j) is not None and self.governed.titled(j - 1))
            )
            if headed and speaks and free and self.agreement.agrees(j, verb, listed):
                return j
            headed = headed or "o" in found or self.finder.name_at(j) is not None
        return None

    def _past_marks(self, i: int, b: int) -> int:
        """Go over words in quotation marks: the name of a paper that is told, an adjective's object."""
        closing = next((k for k in range(i + 1, b) if self.frame.tokens[k].text in MARKS), None)
        return closing + 1 if closing is not None else i + 1
