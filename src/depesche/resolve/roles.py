"""Roles that a report states beside a name: "Russian defence minister Sergei Shoigu", "Watson, a spokeswoman for …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.names import country_of_demonym, load_names
from depesche.records import AnnotatedReport, Name, NameType, Sentence, Span, Token
from depesche.settings import MAX_ROLE_WORDS

_BREAKS = frozenset('.;:!?()"“”„«»–—')
_JOINS = frozenset("-‐‑'’/")


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role beside the name at `name`: its kind, its wording, and whom it belongs to.

    `house` is the place in the report's names of the institution or country in the phrase, `country` the id of the
    country an adjective in it tells.
    """

    name: int
    kind: str
    span: Span
    house: int | None
    country: str | None


@lru_cache(maxsize=20_000)
def role_kind(word: str, lang: str | None) -> str | None:
    """Return the kind of role a case-folded word names, compounds and endings seen through; else None."""
    names, compounds = load_names(lang), bool(load_forms(lang).links)
    roles = names.roles
    for ending in names.role_endings:
        stem = word[: len(word) - len(ending)] if ending and word.endswith(ending) else word
        if stem in roles:
            return roles[stem]
        if compounds:
            for role, kind in roles.items():
                if len(role) > 5 and len(stem) > len(role) and stem.endswith(role):
                    return kind
    return None


def find_roles(report: AnnotatedReport) -> list[StatedRole]:
    """Return the roles stated beside persons' names, in order of position; one a name's mention."""
    found: list[StatedRole] = []
    names = list(enumerate(report.names))
    at = 0
    for sentence in report.sentences:
        while at < len(names) and names[at][1].span.start < sentence.span.start:
            at += 1
        inside = []
        while at < len(names) and names[at][1].span.end <= sentence.span.end:
            inside.append(names[at])
            at += 1
        reader = _Sentence(sentence, inside, report.language)
        for index, name in inside:
            if name.type is NameType.PERSON and (role := reader.before(index, name) or reader.after(index, name)):
                found.append(role)
    return found


class _Sentence:
    """A sentence's words with the names in it."""

    def __init__(self, sentence: Sentence, names: Sequence[tuple[int, Name]], lang: str | None) -> None:
        self.tokens, self.lang = sentence.tokens, lang
        self.names = names
        self.owner: dict[int, int] = {}
        for index, name in names:
            for i, token in enumerate(self.tokens):
                if token.start < name.span.end and token.end > name.span.start:
                    self.owner[i] = index
        self.type_of = {index: name.type for index, name in names}

    def before(self, index: int, name: Name) -> StatedRole | None:
        """Read the words before a name: a title, or a phrase that a comma parts from it."""
        end = next((i for i, t in enumerate(self.tokens) if t.start >= name.span.start), len(self.tokens))
        start, commas = end, 0
        while start > 0 and end - start < MAX_ROLE_WORDS:
            token = self.tokens[start - 1]
            if token.text in _BREAKS or self._other_person(start - 1):
                break
            if token.text == ",":
                if commas or start != end:
                    break
                commas += 1
            start -= 1
        words = range(start, end)
        at = next((i for i in reversed(words) if role_kind(self.tokens[i].lower, self.lang)), None)
        if at is None or not self._plain(range(at + 1, end - commas), close=not commas):
            return None
        return self._role(index, at, self._first(start, at), end - commas)

    def after(self, index: int, name: Name) -> StatedRole | None:
        """Read the apposition after a name: ", Sprecherin des Rats,"."""
        at = next((i for i, t in enumerate(self.tokens) if t.start >= name.span.end), len(self.tokens))
        if at >= len(self.tokens) or self.tokens[at].text not in {",", "("}:
            return None
        end = at + 1
        while end < len(self.tokens) and end - at <= MAX_ROLE_WORDS:
            if self.tokens[end].text in _BREAKS or self.tokens[end].text == "," or self._other_person(end):
                break
            end += 1
        role = next((i for i in range(at + 1, min(end, at + 7)) if role_kind(self.tokens[i].lower, self.lang)), None)
        if role is None:
            return None
        return self._role(index, role, at + 1, end)

    def _other_person(self, i: int) -> bool:
        return self.type_of.get(self.owner.get(i, -1)) is NameType.PERSON

    def _plain(self, words: range, close: bool) -> bool:
        """Say whether nothing between role and name parts them: names and a few small words may stand there."""
        loose = [i for i in words if i not in self.owner and self.tokens[i].text not in _JOINS]
        if any(self.tokens[i].text[0].isdigit() for i in loose):
            return False
        return len(loose) <= (3 if close else 5)

    def _first(self, start: int, at: int) -> int:
        """Return where the role's phrase begins: adjectives of countries, names and joins before the role's noun."""
        first = at
        for i in range(at - 1, max(start, at - 4) - 1, -1):
            token = self.tokens[i]
            if token.text == ",":
                break
            if i in self.owner or token.text in _JOINS or country_of_demonym(token.lower, self.lang):
                first = i
        return first

    def _role(self, index: int, at: int, start: int, end: int) -> StatedRole:
        span = Span(self.tokens[start].start, self.tokens[end - 1].end)
        owners = [self.owner[i] for i in range(start, end) if i in self.owner and self.owner[i] != index]
        organisations = [o for o in owners if self.type_of[o] is NameType.ORGANIZATION]
        house = next(iter(organisations or owners), None)
        country = next((c for t in self._words(start, end) if (c := country_of_demonym(t.lower, self.lang))), None)
        kind = role_kind(self.tokens[at].lower, self.lang) or "official"
        return StatedRole(index, kind, span, house, country)

    def _words(self, start: int, end: int) -> list[Token]:
        return list(self.tokens[max(0, start - 1) : end])
