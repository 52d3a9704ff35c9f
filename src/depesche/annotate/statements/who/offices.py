"""Offices with their country or body: "the Russian president" is not the American one, whoever was named last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from depesche.annotate.statements.frames.frame import ENDERS, Frame, Layers
from depesche.lang.schema.entities import STATE_KINDS, KnownEntity, find_known, party_of
from depesche.lang.schema.names import country_of_demonym, load_names
from depesche.lang.schema.offices import office_words, terms_of
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_REACH: Final = 6  # words on either side of a name in which the country of its bearer's office stands
_SHORTEST: Final = 4  # letters of either part of a compound
_ASIDE: Final = frozenset({",", "("})
_HYPHENS: Final = frozenset("-‐‑")


class Offices:
    """Tells, for one report, of which house a role is, and who of the persons it names holds it."""

    def __init__(self, language: str | None, published: str | None, speech: Speech, layers: Layers) -> None:
        self.language, self.published, self.speech, self.layers = language, published, speech, layers
        self.single = frozenset(words[0] for words, _ in office_words(language) if len(words) == 1)

    def house(self, frame: Frame, a: int, b: int) -> str | None:
        """Return the id of the country or body that tokens[a:b] name: "Russian", "Nordkoreas", "Kremlchef"."""
        found = dict.fromkeys(h for j in range(a, b) if (h := self._house_at(frame, j)) is not None)
        return next(iter(found)) if len(found) == 1 else None

    def _house_at(self, frame: Frame, j: int) -> str | None:
        token = frame.tokens[j]
        name = self.layers.names.get(token.start)
        if name is not None:
            return None if name.type is NameType.PERSON else self._house_of(name.name or name.lemma)
        if (country := country_of_demonym(token.lower, self.language)) is not None:
            return country
        return self.compound(token.lower)

    def compound(self, word: str) -> str | None:
        """Return the house in a word that ends in an office: "kremlchef", "kreml-sjefen"."""
        split = self._split(word)
        return split[0] if split is not None else None

    def _split(self, word: str) -> tuple[str, str] | None:
        """Return (house, office) of a compound of both."""
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            office = self._base(word[cut:])
            if office in self.single:
                head = word[:cut].rstrip("-‐‑")
                if (house := self._house_of(head) or self._house_of(head.rstrip("s"))) is not None:
                    return house, office
        return None

    def _house_of(self, form: str) -> str | None:
        known = next(iter(find_known(form, self.language)), None)
        if known is None or known.type is NameType.PERSON:
            return None
        return party_of(known).id if known.kind in STATE_KINDS else known.id

    def beside(self, frame: Frame, i: int, j: int) -> str | None:
        """Return the house that is named beside the person's name at tokens[i:j], as part of title or apposition."""
        before = i - 1 if j < len(frame.tokens) and self._apposed(frame, i, j) else i
        while before > max(0, i - _REACH) and self._is_title(frame, before - 1):
            before -= 1
        if (house := self.house(frame, before, i)) is not None or j >= len(frame.tokens):
            return house
        if frame.tokens[j].text not in _ASIDE:
            return None
        after = j + 1
        while after < min(len(frame.tokens), j + _REACH) and self._is_title(frame, after):
            after += 1
        return self.house(frame, j + 1, after)

    def _apposed(self, frame: Frame, i: int, j: int) -> bool:
        """Say whether a name stands between commas: "the Danish prime minister, Karen Friis, "."""
        return frame.lower(i - 1) == "," and frame.tokens[j].text in _ASIDE | ENDERS

    def _is_title(self, frame: Frame, j: int) -> bool:
        """Say whether a token can stand inside a title: no mark, no "and", no other person."""
        token = frame.tokens[j]
        name = self.layers.names.get(token.start)
        if name is not None and name.type is NameType.PERSON:
            return False
        word = token.text[0].isalnum() or token.text in _HYPHENS
        return word and not self.speech.has("conjunctions", token.lower)

    def is_other(self, name: Name, house: str) -> bool:
        """Say whether a person is known to have held offices, and none in this house."""
        known = self._known(name)
        terms = terms_of().get(known.id, ()) if known is not None else ()
        return bool(terms) and all(term.house != house for term in terms)

    def holder(self, frame: Frame, a: int, b: int, house: str, persons: Iterable[Name]) -> Name | None:
        """Return who of `persons` alone holds the office of `house` that tokens[a:b] name when the report comes out."""
        offices = self._offices(frame, a, b)
        found: dict[str, Name] = {}
        for name in persons if offices else ():
            known = self._known(name)
            for term in terms_of().get(known.id, ()) if known is not None else ():
                if term.house == house and term.offices & offices and term.covers(self.published):
                    found.setdefault(term.person, name)
        return next(iter(found.values())) if len(found) == 1 else None

    def is_office(self, frame: Frame, a: int, b: int) -> bool:
        """Say whether tokens[a:b] name an office that states have and one person holds: "The prime minister"."""
        return bool(self._offices(frame, a, b))

    def is_unheld(self, frame: Frame, a: int, b: int) -> bool:
        """Say whether a word in tokens[a:b] says that somebody doesn't hold an office: "former", "shadow"."""
        return any(frame.lower(j) in load_names(self.language).not_holding for j in range(max(0, a), b))

    def _offices(self, frame: Frame, a: int, b: int) -> frozenset[str]:
        """Return the offices that the words of a role can mean, those of its longest words."""
        base = [self._base(frame.lower(j)) for j in range(a, b)]
        if any(word in load_names(self.language).not_holding for word in base):
            return frozenset()
        base = [split[1] if (split := self._split(word)) is not None else word for word in base]
        for words, offices in office_words(self.language):
            for k in range(len(base) - len(words) + 1):
                rest = all(w in (base[k + n], frame.lower(a + k + n)) for n, w in enumerate(words[1:], 1))
                if base[k] == words[0] and rest:
                    return offices
        return frozenset()

    def _base(self, word: str) -> str:
        entry = self.speech.noun_entry(word)
        return entry[1] if entry is not None else word

    def _known(self, name: Name) -> KnownEntity | None:
        found = find_known(name.name or name.lemma, self.language)
        return next((known for known in found if known.type is NameType.PERSON), None)
