"""Knows which names in a phrase are the source itself, and which only qualify its head: an owner, a maker, a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_dash, is_finite
from depesche.annotate.statements.frames.frame import OWNERS, Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.names import bases
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_PLACE: Final = 8  # tokens of the place an office is in, with its comma
PERSON_ROLES: Final = frozenset({"role_m", "role_f", "role", "human"})
_MARKS: Final = 2  # marks around a nickname
_TITLE_WORDS: Final = 6  # tokens of a title before a name


@dataclass(slots=True)
class HeadReader:
    """Reads the names and the head noun of source phrases."""

    text: str
    speech: Speech
    layers: Layers

    def names(self, frame: Frame, a: int, b: int) -> list[Name]:
        found = (self.layers.names.get(t.start) for t in frame.tokens[a:b])
        end = frame.tokens[b - 1].end if b > a else 0
        return [n for n in found if n is not None and n.span.end <= end and not self._is_title(n)]

    def _is_title(self, name: Name) -> bool:
        """Say whether what was taken for a name is but a title: "Sgt"."""
        return self.speech.has("titles", self.text[name.span.start : name.span.end].casefold())

    def find(self, frame: Frame, phrase: Phrase, names: list[Name]) -> list[Name]:
        """Return the names that are the source itself, not what it is a spokesman of."""
        if self._some_of_several(frame, phrase):
            names = [n for n in names if self._uninflected(frame, phrase, n)]
        persons = [n for n in names if n.type is NameType.PERSON and not self._modifies(frame, phrase, n)]
        if persons:
            persons = [n for n, after in zip_longest(persons, persons[1:]) if not self._nicknamed(n, after)]
            return [n for k, n in enumerate(persons) if not k or self._joined(frame, persons[k - 1], n)]
        kind = self.kind(frame, phrase)
        free = [n for n in names if not self._modifies(frame, phrase, n)]
        if kind in PERSON_ROLES:
            return [n for n in names[-1:] if self._uninflected(frame, phrase, n)]
        if kind in ("collective", "anonymous"):
            return []
        if kind == "document":
            makers = [n for n in names if n.type is not NameType.PLACE and self._makes(frame, phrase, n)]
            makers.sort(key=lambda n: n.type is NameType.COUNTRY)  # "Norway's Institute for Policy Research"
            return makers[:1] or [n for n in free if n.type is NameType.ORGANIZATION]
        if kind == "institution":
            return [n for n in free if n.type is NameType.ORGANIZATION]
        return free

    def _some_of_several(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether somebody of a group speaks, no one named in it: "jeden z doradców prezydenta Kota"."""
        several = self.speech.has("noun_prepositions", frame.lower(phrase.start + 1))
        return self.speech.table is not None and several and self.speech.has("quantifiers", frame.lower(phrase.start))

    def _joined(self, frame: Frame, first: Name, second: Name) -> bool:
        """Say whether two names are listed, so that no preposition leads from the first to the second: "Kim West z
        domu maklerskiego Tillman"."""
        between = [t for t in frame.tokens if first.span.end <= t.start < second.span.start]
        for token in reversed(between):
            if token.text == "," or self.speech.has("conjunctions", token.lower):
                return True
            if self.speech.has("prepositions", token.lower):
                return False
        return True

    def _nicknamed(self, first: Name, second: Name | None) -> bool:
        """Say whether only words in marks stand between two names, which are one person's: 'Bo "Bulder" Holm'."""
        between = self.text[first.span.end : second.span.start].strip() if second is not None else ""
        return len(between) > _MARKS and between[0] in MARKS and between[-1] in MARKS

    def kind(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return the kind of the phrase's head noun: the first that names a source before any preposition."""
        for j in range(phrase.start, phrase.end):
            kind = self.speech.noun_kind(frame.lower(j))
            if kind == "role_m" and j == phrase.start + 1 and self.speech.has("articles_f", frame.lower(phrase.start)):
                return "collective"  # "die Forscher" are several
            if kind is not None:
                beside = j + 1 < phrase.end and self.speech.table is None  # a Polish genitive follows its head
                following = self.speech.noun_kind(frame.lower(j + 1)) if beside else None
                return following or kind
            if j > phrase.start and self.speech.has("prepositions", frame.lower(j)):
                break
        return None

    def named_behind(self, frame: Frame, phrase: Phrase) -> Name | None:
        """Return who holds the office of a phrase, named behind its place: "said the envoy to Oslo, | Ida Lund |"."""
        if self.kind(frame, phrase) not in PERSON_ROLES or not self.speech.has("prepositions", frame.lower(phrase.end)):
            return None
        reach = range(phrase.end, min(phrase.end + _PLACE, frame.last()))
        ends = (j for j in reach if frame.lower(j) == "," or is_finite(frame, j, self.speech))
        comma = next(ends, None)
        if comma is None or frame.lower(comma) != "," or comma + 1 >= frame.last():
            return None
        name = self.layers.names.get(frame.tokens[comma + 1].start)
        if name is None or name.type is not NameType.PERSON:
            return None
        end = next((j for j in range(comma + 1, len(frame.tokens)) if frame.tokens[j].start >= name.span.end), None)
        alone = end is None or end >= frame.last() or frame.lower(end) == ","
        return name if alone else None

    def _uninflected(self, frame: Frame, phrase: Phrase, name: Name) -> bool:
        """Say whether a full name after a Polish role stands in no genitive, so that it isn't what the role is of."""
        words = self.text[name.span.start : name.span.end].split()
        last = name.span.end == frame.tokens[phrase.end - 1].end
        if self.speech.table is None or not last or len(words) < 2:
            return False
        return all(len(bases(word, self.speech.lang)) == 1 and not word.isupper() for word in words)  # no "RMF FM"

    def _makes(self, frame: Frame, phrase: Phrase, name: Name) -> bool:
        """Say whether a name is who made a document: "a poll by X", "X's report", "vom Sender X durchgeführt"."""
        i = next(k for k in range(phrase.start, phrase.end) if frame.tokens[k].start == name.span.start)
        for k in range(i - 1, max(phrase.start - 1, i - 5), -1):
            word = frame.lower(k)
            if self.speech.has("passive_by", word) and self.speech.grammar.subject_first:
                return not self.speech.has("seen", frame.lower(k - 1))  # "a draft | obtained by the daily"
            if self.speech.has("passive_by", word) or self.speech.has("source_prepositions", word):
                return True
            if self.speech.has("prepositions", word):
                return False
        if self.speech.grammar.subject_first and self._of_owners(frame, phrase, name):
            return False
        return self._modifies(frame, phrase, name) or i == phrase.start

    def _of_owners(self, frame: Frame, phrase: Phrase, name: Name) -> bool:
        """Say whether an English name only tells whose people made a document: "a | UN | experts' report"."""
        behind = (t for t in frame.tokens[phrase.start : phrase.end] if t.start > name.span.end)
        return next((t.lower.endswith(OWNERS) for t in behind), False)

    def maker_beside(self, frame: Frame, a: int, b: int) -> Name | None:
        """Return who made a document according to the clause beside it: ", der blev foretaget af X,"."""
        agent = next((j for j in range(a, b) if self.speech.has("passive_by", frame.lower(j))), None)
        if agent is None:
            return None
        names = [n for n in self.names(frame, agent + 1, min(b, agent + 8)) if n.type is NameType.ORGANIZATION]
        return names[0] if names else None

    def _modifies(self, frame: Frame, phrase: Phrase, name: Name) -> bool:
        """Say whether a name only qualifies the phrase's head: a genitive before it, or behind a preposition."""
        tokens = frame.tokens
        i = next(k for k in range(phrase.start, phrase.end) if tokens[k].start == name.span.start)
        j = i
        while j < phrase.end and tokens[j].start < name.span.end:
            j += 1
        before = frame.lower(i - 1) if i > phrase.start else ""
        if self.speech.has("prepositions", before) and i - 1 >= phrase.start:
            return True
        k = i - 1
        while k > phrase.start and (self.speech.has("articles", frame.lower(k)) or self._adjective(frame, k)):
            k -= 1
            if self.speech.has("prepositions", frame.lower(k)):
                return True
        if not self.speech.grammar.verb_final and self._behind_noun(frame, phrase, i):
            return True
        if self._behind_title(frame, phrase, i):
            return True
        if self.text[name.span.end : name.span.end + 2].casefold() in ("'s", "’s", "' ", "’ ") and j < phrase.end:
            return True
        following = tokens[j] if j < phrase.end else None
        if following is None:
            return self._genitive_after(frame, phrase, i)
        if following.text == "-" or following.text in ",()" or is_dash(frame, j):
            return following.text == "-" and not is_dash(frame, j)
        if self.speech.has("conjunctions", following.lower) or self.speech.has("prepositions", following.lower):
            return False
        if name.type is not NameType.PERSON and following.start in self.layers.names:
            return self.layers.names[following.start].type is NameType.PERSON
        if self.speech.grammar.subject_first and following.lower.endswith(OWNERS):
            return True  # "the UN children's agency UNICEF"
        genitive = name.span.end > name.span.start and self.text[name.span.end - 1] in "s’'"
        noun = self.speech.noun_kind(following.lower) is not None
        if noun:
            return True
        return genitive and not self.speech.has("articles", following.lower) and following.text[0].isalpha()

    def _adjective(self, frame: Frame, k: int) -> bool:
        """Say whether an English word before a name can only qualify it: "rebels in | eastern | Karanda"."""
        word = frame.tokens[k].text
        if not self.speech.grammar.subject_first or not word.islower() or self.speech.noun_kind(word) is not None:
            return False
        groups = ("conjunctions", "prepositions", "titles", "complementizers", "relative")
        return not (self.speech.has_any(groups, word) or is_finite(frame, k, self.speech))

    def _behind_noun(self, frame: Frame, phrase: Phrase, i: int) -> bool:
        """Say whether "by the daily" leads to a name: "analysts quoted by the daily X", "Berg i meglerhuset X"."""
        k = i - 1
        endings = tuple(self.speech.words["definite_endings"])
        if endings and frame.tokens[k].text[0].islower() and frame.lower(k).endswith(endings):
            return k - 1 > phrase.start and self.speech.has("prepositions", frame.lower(k - 1))
        while k > phrase.start and self.speech.noun_kind(frame.lower(k)) == "medium":
            k -= 1
        while k > phrase.start and self.speech.has("articles", frame.lower(k)):
            k -= 1
        return k < i - 1 and self.speech.has("prepositions", frame.lower(k))

    def _behind_title(self, frame: Frame, phrase: Phrase, i: int) -> bool:
        """Say whether titles lead from a preposition to the name: "Der Anwalt von Ex-Präsident Trump"."""
        k = i - 1
        while k > phrase.start and i - k < _TITLE_WORDS:
            word = frame.lower(k)
            title = self.speech.noun_kind(word) in ("role_m", "role_f", "role") or self.speech.has("titles", word)
            if not (title or frame.tokens[k].text == "-" or frame.lower(k + 1) == "-"):
                break
            k -= 1
        return phrase.start < k < i - 1 and self.speech.has("prepositions", frame.lower(k))

    def _genitive_after(self, frame: Frame, phrase: Phrase, i: int) -> bool:
        """Say whether a name is the genitive of a noun before it: "armia Korei", "Chef der CDU"."""
        if not self.speech.grammar.case_marked or i == phrase.start:
            return False
        before = frame.tokens[i - 1]
        if owns_noun(self.text, self.speech, before.lower, self.layers.names[frame.tokens[i].start]):
            return True
        if self.speech.noun_kind(before.lower) in ("institution", "document", "collective", None):
            name = self.layers.names[frame.tokens[i].start]
            if name.type in (NameType.COUNTRY, NameType.PLACE):
                return before.text[0].isupper() or self.speech.noun_kind(before.lower) is not None
        word = before.lower
        return self.speech.has("articles", word) and i - 1 > phrase.start


def owns_noun(text: str, speech: Speech, noun: str, name: Name) -> bool:
    """Say whether a Polish name in the genitive only tells whose: "wnuczka Genowefy", "trener Warty"."""
    entry = speech.noun_entry(noun)
    if speech.table is None or name.type is not NameType.PERSON or entry is None or entry[1] != noun:
        return False
    wording = text[name.span.start : name.span.end].casefold()
    found = {*speech.reading(wording.split()[-1])} - {*"PQ"}
    genitive = "g" in found and " " not in wording  # "warty" is an adjective, too
    inflected = wording.split()[-1] != name.lemma.casefold().split()[-1]  # "rzecznik Busha"
    return (genitive or inflected or NOMINATIVE.isdisjoint(found)) and wording != name.lemma.casefold()
