"""Whether a word can be the subject of a verb: case, number and gender of the one, person and gender of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.genders import gender
from depesche.lang.schema.morphology import NOMINATIVE, VERBAL
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

# Which nominatives go with a verb's form; a numeral with a genitive plural takes the neuter singular.
AGREES: Final = {"1": "M", "2": "F", "3": "N", "4": "P", "5": "Q", "6": "MFN", "7": "PQ", "8": "", "0": ""}
_PRONOUNS: Final = {
    "subject_m": frozenset("16"),
    "subject_f": frozenset("26"),
    "subject_n": frozenset("36"),
    "subject_pl": frozenset("457"),
    "subject_1": frozenset("0"),
}
PLURAL: Final = frozenset("457")
_COUNTED: Final = frozenset("36")
_ONE: Final = frozenset("16")  # forms of a verb that one man can be the subject of
_SHORT: Final = 2  # letters of an ending that names may have, too: "Gazprom"
PERSONS: Final = frozenset({"role_m", "role_f", "role", "human"})


@dataclass(slots=True)
class Agreement:
    """Compares the words of one frame with the forms of its verbs."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def verb_codes(self, cue: VerbCue) -> frozenset[str]:
        """Return the verbal codes of the finite verb of a cue's group."""
        for j in (cue.at, *range(cue.first, cue.at)):
            found = VERBAL & set(self.speech.reading(self.frame.lower(j)))
            if found:
                return found
        return frozenset()

    def agrees(self, i: int, verb: frozenset[str], listed: bool) -> bool:
        """Say whether the word at `i` can open the subject of a verb of these forms."""
        frame, speech = self.frame, self.speech
        word = frame.lower(i)
        if self.finder.is_pronoun(i):
            return any(word in speech.pronouns.get(key, ()) and bool(verb & codes) for key, codes in _PRONOUNS.items())
        if i and frame.tokens[i - 1].text == "-" and frame.tokens[i].text[0].isupper():
            return False  # the second half of a name: "powiedział stacji ABS-CBN"
        if (titled := self.finder.titled_name(i)) is not None:
            return self.agrees(titled, verb, listed)  # "prof. Ewa Mech", of which the table knows another "prof"
        name = self.name(i)
        if name is not None:
            return self._name_agrees(i, name, verb) or (listed and bool(verb & PLURAL) and self.is_base(i, name))
        if word.isdigit() and frame.lower(i + 1) == "-" and speech.has("age_endings", frame.lower(i + 2)):
            aged = {*speech.reading(frame.lower(i + 2))}
            if aged.isdisjoint(NOMINATIVE):  # "34-latek", of which the table knows the genitive of another word
                return bool(verb & _ONE)
            return not aged.isdisjoint("".join(AGREES[c] for c in verb))
        if verb & _COUNTED and (word.isdigit() or speech.has("quantifiers", word)):
            return True
        if self.finder.is_small(i) or self.finder.time_at(i) or speech.has("question", word):
            return False
        if speech.has_any(("impersonal", "pointers"), word) or speech.has("as_markers", frame.lower(i - 1)):
            return False  # "Inaczej widzi to wójt": an object, and as a subject nobody; "jako pierwszy podał to Fakt"
        found = speech.reading(word) + self._office_code(word)
        if speech.has("unnamed", word) and NOMINATIVE.isdisjoint(found):
            return bool(verb & {"1", "6"})  # "ktoś powiedział"
        if (
            i == 0
            and speech.words["town_endings"]
            and verb <= PLURAL
            and word.endswith(tuple(speech.words["town_endings"]))
        ):
            return True  # "Łodzianie odrzucają": people of a town, since a noun in -nie takes no plural verb
        if frame.tokens[i].text[0].isupper() and i > 0:
            return not found or not NOMINATIVE.isdisjoint(found)
        wanted = set("".join(AGREES[c] for c in verb))
        if listed and verb & PLURAL:
            wanted |= set("MFN")
        if verb & {"2"} and speech.noun_kind(word) in PERSONS:
            wanted.add("M")  # "minister Anna Nowak powiedziała"
        return not wanted.isdisjoint(found)

    def _office_code(self, word: str) -> str:
        """Return the nominative of a person's noun in its base form, if its ending tells none: "sołtyska", "rywal"."""
        entry = self.speech.noun_entry(word)
        if entry is None or entry[1] != word or entry[0] not in PERSONS:
            return ""
        if word.endswith("a"):
            return "F" if entry[0] == "role_f" else ""
        return "M" if self.speech.reading(word) == "0" else ""

    def _name_agrees(self, i: int, name: Name, verb: frozenset[str]) -> bool:
        """Say whether a name stands in its base form and fits the verb's number, a person's also its gender."""
        if not self.is_base(i, name):
            return self._headed_name(i, name, verb)
        if verb.isdisjoint(PLURAL) and self._dative_name(i):
            return False  # "Reutersowi | szef banku powiedział"
        if verb.isdisjoint(PLURAL) and self.speech.has("plural_places", self.frame.lower(i)):
            return False  # "Unia skrytykowała | Węgry"
        if verb <= PLURAL:
            found = self.speech.reading(self.frame.lower(i))
            return name.type is not NameType.PERSON and (
                self.frame.tokens[i].text.isupper() or bool({*"PQ"} & {*found})
            )
        if name.type is not NameType.PERSON or not verb <= {"1", "2"}:
            return True
        known = gender(name.lemma)
        return known is None or known == ("m" if "1" in verb else "f")

    def _dative_name(self, i: int) -> bool:
        """Say whether the last word of a name at `i` can't be a nominative singular, but is a dative by its ending."""
        word = self.frame.lower((self.finder.name_at(i) or i + 1) - 1)
        found = {*self.speech.reading(word)}
        endings = tuple(e for e in self.speech.words["dative_endings"] if len(e) > _SHORT)
        return "d" in found and found.isdisjoint("MFN") and word.endswith(endings)

    def _headed_name(self, i: int, name: Name, verb: frozenset[str]) -> bool:
        """Say whether an organisation's name of several words, or one that opens the sentence, has a noun that agrees
        in front: "Klub Zielona Gmina"."""
        several = ((self.finder.name_at(i) or i) > i + 1 or i == 0) and name.type is NameType.ORGANIZATION
        found = self.speech.reading(self.frame.lower(i))
        return several and "o" in found and not {*found}.isdisjoint("".join(AGREES[c] for c in verb))

    def is_base(self, i: int, name: Name) -> bool:
        """Say whether a name may stand in the nominative: as its lemma has it, or with its given name as there."""
        tokens = self.frame.tokens[i : self.finder.name_at(i)]
        wording = "".join(t.lower for t in tokens)
        if wording == "".join(name.lemma.casefold().split()) or all(t.text.isupper() for t in tokens):
            return True
        given = name.lemma.casefold().split()[:1]
        found = self.speech.reading(tokens[-1].lower)
        return len(tokens) > 1 and given == [tokens[0].lower] and (not found or not NOMINATIVE.isdisjoint(found))

    def name(self, i: int) -> Name | None:
        return self.finder.layers.names.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None

    def person_at(self, i: int) -> bool:
        name = self.name(i)
        return name is not None and name.type is NameType.PERSON

    def is_title(self, word: str) -> bool:
        entry = self.speech.noun_entry(word)
        return entry is not None and entry[0] in PERSONS and entry[1] == word
