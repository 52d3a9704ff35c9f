"""Descriptions in a name's place: "the 29-year-old", "der Stürmer", "the company" stand for the one they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.genders import Genders
from depesche.lang.schema.names import country_of_demonym
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_BACK: Final = 2  # frames in which the only person, or who opens the sentence before, is the one described
_NEAR: Final = 3  # frames back in which the one described was named, where the report names several
_OPENING: Final = 4  # tokens of a sentence in which the person stands that it opens with


class Descriptions:
    """Knows, for one report, who is how old and who was named in which frame."""

    def __init__(
        self,
        speech: Speech,
        layers: Layers,
        frames: Sequence[Frame],
        frame_names: Sequence[Sequence[Name]],
        genders: Genders,
    ) -> None:
        self.speech = speech
        self.genders = genders
        self.frames = frames
        self.frame_names = frame_names
        self.ages: dict[str, set[str]] = {}
        self.bearers: dict[str, Name] = {}
        for frame in frames:
            self._note_ages(frame, layers)

    def _note_ages(self, frame: Frame, layers: Layers) -> None:
        """Note ages beside names: "Berg, 34,", "Berg (34)", "34-year-old Anna Berg"."""
        tokens = frame.tokens
        for i, name in layers.names_in(frame):
            if name.type is not NameType.PERSON:
                continue
            self.bearers.setdefault(_key(name), name)
            j = i
            while j < len(tokens) and tokens[j].start < name.span.end:
                j += 1
            if j + 1 < len(tokens) and tokens[j].text in {",", "("} and tokens[j + 1].text.isdigit():
                self.ages.setdefault(tokens[j + 1].text, set()).add(_key(name))
            for k in range(max(0, i - 4), i):
                if tokens[k].lower.endswith(tuple(self.speech.words["age_endings"])) and tokens[k].text[0].isalnum():
                    digits = _digits(tokens[k].text) or (
                        tokens[k - 1].text if k and tokens[k - 1].text.isdigit() else ""
                    )
                    self.ages.setdefault(digits, set()).add(_key(name))

    def bearer(self, frame: Frame, phrase: Phrase, age: bool, excluded: frozenset[str]) -> Name | None:
        """Return whom a definite description without a name means, None where more than one fits.

        `excluded` holds the keys of media: "the company" never means who passes a report on.
        """
        words = [frame.lower(j) for j in range(phrase.start, phrase.end)]
        if self.speech.grammar.verb_medial and words[-1] == ")" and "(" in words[1:]:
            words = words[: words.index("(")]  # "Programlederen (38)" takes up who was named before
        elif phrase.aside is not None and not self._relative(frame, phrase.aside[0]):
            return None  # "the model, 27," is somebody new
        if self.speech.has("indefinite", words[0]) or self._owned(words[0]):
            return None
        if age:
            number = next((_digits(w) for w in words if _digits(w)), "")
            known = self.ages.get(number, set())
            if len(known) == 1:
                return self.bearers[next(iter(known))]
        at = next((k for k, w in enumerate(words) if k and self.speech.has("prepositions", w)), len(words))
        named = (w for k, w in enumerate(words[1:at], 1) if k + 1 == at or not self._demonym(w))
        heads = [w for w in named if self.speech.has("descriptors", w)] or words[-1:]
        if self.speech.table is not None and self.speech.noun_kind(words[0]) is not None:
            heads = words[:1]  # "kanclerz Niemiec" is no German
            complement = words[1] if len(words) > 1 else ""
            if "g" in self.speech.reading(complement) and frame.tokens[phrase.start + 1].text[0].islower():
                return None  # "poseł opozycji" is somebody new
        head = (
            heads[-1] if self.speech.noun_kind(heads[-1]) != "human" else words[-1]
        )  # "the mother of three" may be new
        former = len(words) > 1 and self.speech.has("former", words[1])
        if age or former or self.speech.has("descriptors", head):
            found = self._only(frame, phrase, NameType.PERSON, frozenset(), only=age or former)
            if found is None and (age or former):
                found = self._opens(frame, alone=not age)
            if age and found is not None and any(_key(found) in keys for keys in self.ages.values()):
                return None  # that one is known to be of another age
            meant = self._gender(words[0], head)
            known_as = self.genders.of(found.name or found.lemma) if found is not None else None
            return found if None in (meant, known_as) or meant == known_as else None
        if self.speech.has("firms", words[-1]):
            return self._only(frame, phrase, NameType.ORGANIZATION, excluded | self._offices())
        return None

    def _demonym(self, word: str) -> bool:
        """Say whether a word is of a country, an adjective before its noun: "the | American | president"."""
        return country_of_demonym(word, self.speech.lang) is not None

    def _owned(self, first: str) -> bool:
        """Say whether somebody's own is described, who is another than he or she: "her coach"."""
        owners = ("possessive_m", "possessive_f", "possessive_pl")
        return any(first in self.speech.pronouns.get(key, frozenset()) for key in owners)

    def _offices(self) -> frozenset[str]:
        """Return the keys of the houses whose own noun shows that they are no firm: "Københavns Politi"."""
        firms = self._nouns(self.speech.words["firms"])
        named = (n for names in self.frame_names for n in names if n.type is NameType.ORGANIZATION)
        own = ((n, self._nouns((n.name or n.lemma).casefold().split())) for n in named)
        return frozenset(_key(n) for n, nouns in own if nouns and nouns.isdisjoint(firms))

    def _nouns(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(entry[1] for word in words if (entry := self.speech.noun_entry(word)) is not None)

    def _relative(self, frame: Frame, j: int) -> bool:
        """Say whether an English relative clause stands beside a description: "The 52-year-old, who trained them,"."""
        return self.speech.grammar.subject_first and frame.lower(j) in self.speech.pronouns["relative"]

    def _gender(self, first: str, head: str) -> str | None:
        """Return the gender that an article tells, or the noun itself where no woman's office goes by a man's word."""
        if self.speech.has("articles_m", first):
            return "m"
        if self.speech.has("articles_f", first):
            return "f"
        found = self.speech.reading(head)
        if self.speech.noun_kind(head) not in (None, "human") and "j" not in found:
            return None  # "minister" may be a woman, "podejrzany" not
        told = {"M", "F"}.intersection(found)
        return next(iter(told)).lower() if len(told) == 1 else None

    def _only(
        self, frame: Frame, phrase: Phrase, kind: NameType, excluded: frozenset[str], only: bool = False
    ) -> Name | None:
        """Return the only name of a kind before a phrase; without `only` of several the one the frames nearby know."""
        at, index = frame.tokens[phrase.start].start, frame.index
        here = [n for n in self.frame_names[index] if n.span.end <= at]
        earlier = [*self.frame_names[:index], here]
        before = [n for names in earlier for n in names if n.type is kind and _key(n) not in excluded]
        if len({_key(n) for n in before}) == 1:
            return before[-1]
        near = {_key(n): n for names in earlier[max(0, index - _NEAR) :] for n in names if n in before}
        if len(near) != 1 and kind is NameType.PERSON:  # "Paul Vogt was angry. 'We slept,' said the striker."
            for k in range(index, max(-1, index - _BACK), -1):
                if last := self._persons(earlier[k]):
                    opens = self.frames[k].tokens[0].start == next(iter(last.values())).span.start
                    return next(iter(last.values())) if len(last) == 1 or (opens and k < index) else None
            return None
        return next(iter(near.values())) if len(near) == 1 and not only else None

    def _opens(self, frame: Frame, alone: bool) -> Name | None:
        """Return the person the sentence before opens with, whom Danish and Norwegian news then call by age or past
        office: "Bo Krag mødte Ida Lund. Den 31-årige forsvarer sagde"."""
        if not self.speech.grammar.verb_medial or not frame.index:
            return None
        persons = [n for n in self.frame_names[frame.index - 1] if n.type is NameType.PERSON]
        before = self.frames[frame.index - 1]
        near = before.tokens[min(len(before.tokens), before.text_start() + _OPENING) - 1].end if before.tokens else 0
        if alone and len({_key(n) for n in persons}) > 1:
            return None
        return persons[0] if persons and persons[0].span.start < near else None

    def _persons(self, names: Sequence[Name]) -> dict[str, Name]:
        return {_key(n): n for n in names if n.type is NameType.PERSON}


def _key(name: Name) -> str:
    return name.entity or name.name or name.lemma


def _digits(word: str) -> str:
    head = word.split("-")[0]
    return head if head.isdigit() else ""
