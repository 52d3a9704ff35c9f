"""Which of a report's names bear which role: "minister biznesu Greg Clark", "Watson, Sprecherin des Rats".

Which words beside a name can tell it is in `beside_names`; of which country or body a role is, in `offices`; over what,
in `domains`. Who without a name has spoken under a role is in `memory`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.beside_names import words_beside
from depesche.annotate.statements.who.domains import Domain, domain, may_be_one
from depesche.annotate.statements.who.heads import owns_noun
from depesche.annotate.statements.who.offices import Offices
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_TITLE_REACH: Final = 4  # frames from the start of a report in which a role is named before its bearer
_ADJECTIVES: Final = 3  # tokens of a title before its noun: "Shadow Health | Secretary"


class Roles:
    """Knows the bearers of roles in one report, once `note` has seen its names."""

    def __init__(
        self,
        text: str,
        speech: Speech,
        layers: Layers,
        frames: Sequence[Frame],
        offices: Offices,
    ) -> None:
        self.text, self.speech, self.layers, self.frames, self.offices = text, speech, layers, frames, offices
        self.persons: list[Name] = []  # in order of text
        self.known: dict[str, list[tuple[int, Name, str | None]]] = {}
        self.domains: dict[tuple[str, int], Domain] = {}
        self.unheld: set[tuple[str, int]] = set()  # roles, by place, that their bearer doesn't hold: "former"
        self.houses: dict[str, tuple[set[str], Name]] = {}  # of which country or body a person is said to be
        pairs = (item.partition("=") for item in sorted(speech.words["same_office"]))
        self.same_office = {phrase: role for phrase, _, role in pairs}

    def note(self, frame: Frame, i: int, name: Name) -> None:
        """Note which nouns of a role stand beside the name at token `i`."""
        if name.type is NameType.PERSON:
            self.persons.append(name)
        j = i
        while j < len(frame.tokens) and frame.tokens[j].start < name.span.end:
            j += 1
        for k in words_beside(frame, self.speech, i, j):
            entry = self.office_entry(frame, k) or self.speech.noun_entry(frame.tokens[k].lower)
            owner = k == i - 1 and owns_noun(self.text, self.speech, frame.lower(k), name)
            if entry is not None and self._fits(entry[0], name) and not owner:
                house = self.offices.beside(frame, i, j) if name.type is NameType.PERSON else None
                self.known.setdefault(entry[1], []).append((name.span.start, name, house))
                if house is not None:
                    self.houses.setdefault(_key(name), (set(), name))[0].add(house)
                if self.offices.is_unheld(frame, k - _ADJECTIVES, k):
                    self.unheld.add((entry[1], name.span.start))
                self.domains[entry[1], name.span.start] = domain(frame, self.speech, self.layers, k)

    def office_entry(self, frame: Frame, k: int) -> tuple[str, str] | None:
        """Return the noun for an office that two words at `k` paraphrase: "szefowa resortu" is the "minister"."""
        if k + 1 >= len(frame.tokens) or not self.same_office:
            return None
        role = self.same_office.get(f"{frame.lower(k)}_{frame.lower(k + 1)}")
        return self.speech.noun_entry(role) if role is not None else None

    def _fits(self, kind: str, name: Name) -> bool:
        if kind in ("role_m", "role_f", "role"):
            return name.type is NameType.PERSON
        return kind in ("institution", "medium") and name.type is NameType.ORGANIZATION

    def bearers(self, role: str, house: str | None, over: Domain, frame: Frame, at: int) -> list[Name]:
        """Return who bears a role before `at` or, in a title, just after; "the minister" may be that of transport.

        With a house ("the Russian president") only those whose own is the same or not told, the same ones first; with
        a domain only those whose own is not another.
        """
        known = self._of_house(self.known.get(role, []), house)
        soon = self.frames[min(len(self.frames), frame.index + _TITLE_REACH) - 1].tokens[-1].end
        ahead = [n for place, n, _ in known if at < place < soon]
        if ahead and frame.index < _TITLE_REACH:
            return self._of_domain(role, over, ahead)
        if not known:
            every = [item for key in sorted(self.known) if key.endswith(role) for item in self.known[key]]
            known = self._of_house(every, house)
        before = [n for place, n, _ in sorted(known, key=lambda item: item[0]) if place < at]
        return self._held(role, frame, at, self._of_domain(role, over, before))

    def _held(self, role: str, frame: Frame, at: int, names: list[Name]) -> list[Name]:
        """Leave out who only had an office or is to have it: "the health secretary" is never the shadow one."""
        if not self.unheld:
            return names
        start = next((j for j, t in enumerate(frame.tokens) if t.start >= at), 0)
        if self.offices.is_unheld(frame, start, min(len(frame.tokens), start + _ADJECTIVES)):
            return names
        held = [n for n in names if (role, n.span.start) not in self.unheld]
        return held if held or self.offices.is_office(frame, start, start + _ADJECTIVES) else names

    def bears_other(self, name: str, phrase: Phrase, frame: Frame) -> bool:
        """Say whether a person is told to have a role before a phrase that names another."""
        at = frame.tokens[phrase.start].start
        return any(n.name == name and place < at for bearers in self.known.values() for place, n, _ in bearers)

    def of_country(self, country: str, at: int) -> Name | None:
        """Return the one person named before `at` who is said to hold an office of a country."""
        found = [n for houses, n in self.houses.values() if country in houses and n.span.start < at]
        return found[0] if len(found) == 1 else None

    def is_foreign(self, name: Name, country: str) -> bool:
        """Say whether a person is only known to hold offices of other countries."""
        known = self.houses.get(_key(name))
        return known is not None and country not in known[0]

    def holder(self, frame: Frame, phrase: Phrase, house: str) -> Name | None:
        """Return who of the report's persons is known to hold the office of `house` that a phrase names."""
        return self.offices.holder(frame, phrase.start, phrase.end, house, self.persons)

    def _of_house(
        self, known: list[tuple[int, Name, str | None]], house: str | None
    ) -> list[tuple[int, Name, str | None]]:
        if house is None:
            return known
        same = [item for item in known if item[2] == house]
        return same or [item for item in known if item[2] is None and not self.offices.is_other(item[1], house)]

    def _of_domain(self, role: str, over: Domain, names: list[Name]) -> list[Name]:
        return [n for n in names if may_be_one(over, self.domains.get((role, n.span.start), ()))]


def _key(name: Name) -> str:
    return name.entity or name.name or name.lemma
