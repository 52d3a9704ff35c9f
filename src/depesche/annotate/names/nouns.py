"""Common nouns beside names: where both have a capital, as in German, the tagger takes some nouns for names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.names.features import WordReader, latin
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.wordlists import PERSON_CLASS, Lists
from depesche.lang.schema.language import load_language
from depesche.lang.schema.names import bases, load_names
from depesche.lang.schema.speech_files import load_speech
from depesche.records import NameType
from depesche.text.fold import fold

_OFFICES: Final = frozenset({"role", "role_m", "role_f"})
_BASES: Final = 6  # base forms of a word that are looked up
Found = tuple[int, int, NameType]  # words [start, end) and type


class Nouns:
    """What the dictionaries and lists of one language say of a word."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang, self._lists = lang, lists
        self._reader = WordReader(lang, lists)
        self._names = load_names(lang)
        self.genitive, self.have_capitals = self._names.genitive, load_language(lang).capital_nouns
        self.every_word = self._names.every_word

    def person_level(self, word: str) -> int:
        """Return how common the word is as a part of personal names, 0 to 3."""
        return self._lists.people.level(latin(fold(word)))

    def is_place(self, word: str) -> bool:
        """Say whether the word is in the list of places."""
        return self._lists.places.level(fold(word)) > 0

    def is_common(self, word: str) -> bool:
        """Say whether a word is in the dictionary and no name of the lists."""
        key = f"{self.lang}:{word if self.have_capitals else word.casefold()}"
        return key in self._lists.known and self.person_level(word) < 2 and not self.is_place(word)

    def is_unknown(self, word: str) -> bool:
        """Say whether neither the word nor its parts are in the dictionary."""
        return self._reader.knowledge(word, word.casefold()) == 0

    def is_unlisted(self, word: str) -> bool:
        """Say whether no base of the word is in a list of names."""
        return not any(self.person_level(base) or self.is_place(base) for base in bases(word, self.lang))

    def is_noun(self, word: str) -> bool:
        """Say whether a word is in the dictionary and in no list of names, in no case form."""
        return self.is_common(word) and self.is_unlisted(word)

    def is_plain(self, word: str) -> bool:
        """Say whether a word is a common noun or a compound of such, and no head of an organisation's name."""
        if self._is_headed(word):
            return False
        return word[0].islower() or (not self.is_unknown(word) and self.is_unlisted(word))

    def is_owned(self, word: str) -> bool:
        """Say whether a word is a common noun, even if a surname too, and no head of an organisation's name."""
        if self._is_headed(word):
            return False
        return self.has_meaning(word) or (word[0].isupper() and self.is_plain(word))

    def has_meaning(self, word: str) -> bool:
        """Say whether the wordnet has the word, in any form, as no name."""
        return self._classes(word) > 0

    def is_thing(self, word: str) -> bool:
        """Say whether a word means something else than a person, though it is a rare name too."""
        return self._classes(word) > PERSON_CLASS and all(self.person_level(b) < 2 for b in bases(word, self.lang))

    def is_rank(self, word: str) -> bool:
        """Say whether a word can mean a person: "Ritter", also where it is a surname too."""
        return bool(self._classes(word) & PERSON_CLASS)

    def is_role(self, word: str) -> bool:
        """Say whether a case-folded word is a role or a title."""
        return word in self._names.roles or word in self._names.titles

    def is_office(self, word: str) -> bool:
        """Say whether a case-folded word is a role or a title, or means one in any case form."""
        return self.is_role(word) or load_speech(self.lang).noun_kind(word) in _OFFICES

    def is_source(self, word: str) -> bool:
        """Say whether a word is a noun for who speaks, or for what one reads."""
        return self.is_office(word.casefold()) or load_speech(self.lang).noun_kind(word.casefold()) is not None

    def is_given(self, word: str) -> bool:
        """Say whether a word is a common part of personal names in any case form."""
        return self.given_level(word) > 1

    def given_level(self, word: str) -> int:
        """Return how common any base of the word is as a part of personal names, 0 to 3."""
        return max(self.person_level(base) for base in bases(word, self.lang)[:_BASES])

    def _classes(self, word: str) -> int:
        return self._lists.classes.level(f"{self.lang}:{word.casefold()}")

    def _is_headed(self, word: str) -> bool:
        low = word.casefold()
        return any(low.endswith(head) for head in self._names.org_heads if len(head) > 2)


def cut_nouns(words: Sequence[str], span: Found, matches: Sequence[Match], nouns: Nouns) -> Found:
    """Cut nouns with a capital off a name: "Bergers Rücktritt" to "Bergers"; an empty span for a noun alone."""
    start, end, type_ = span
    if not nouns.have_capitals:
        return span
    known = [m for m in matches if m.start < end and m.end > start]
    if known:
        return _keep_known(words, span, known[-1], nouns)
    if type_ is NameType.ORGANIZATION:
        return _cut_owned(words, span, nouns)
    while end - start > 1 and _owns(words[end - 2], nouns) and _is_noun_or_role(words[end - 1], nouns):
        end -= 1
    start, end, type_ = _cut_owned(words, (start, end, type_), nouns)
    if end - start > 1 and type_ is NameType.PERSON and nouns.is_rank(words[start]):
        return start + 1, end, type_
    while end - start > 1 and type_ is NameType.PERSON and nouns.is_noun(words[start]):
        start += 1
    alone = end - start == 1 and (nouns.is_noun(words[start]) or nouns.is_thing(words[start]))
    return (start, start, type_) if alone else (start, end, type_)


def cut_beside(words: Sequence[str], span: Found, nouns: Nouns) -> Found:
    """Cut off a full name what only stands before it where every word is inflected.

    That is the place or club of a title ("burmistrz | Lądka | Jan Nowak"), and an unknown word that has its capital
    from the sentence ("Ordynatorka | Anna Nowak").
    """
    start, end, type_ = span
    if not nouns.every_word or type_ is not NameType.PERSON or end - start < 3 or not nouns.is_given(words[start + 1]):
        return span
    if start:
        beside = nouns.is_office(words[start - 1].casefold()) and not nouns.person_level(words[start])
    else:
        beside = nouns.given_level(words[0]) < nouns.given_level(words[1])
    return (start + 1, end, type_) if beside else span


def _keep_known(words: Sequence[str], span: Found, known: Match, nouns: Nouns) -> Found:
    """Cut nouns before a known person or place, and what a known name owns: "Toyotas Vorstand" to "Toyotas"."""
    start, end, type_ = span
    if known.end == end and type_ is not NameType.ORGANIZATION:
        return (known.start, end, type_) if all(nouns.is_noun(word) for word in words[start : known.start]) else span
    rest = [word for word in words[known.end : end] if word[0].isalpha()]
    tied = known.start == start and known.known.type is not NameType.PERSON and len(rest) > 1
    if tied and all(nouns.is_common(word) or not nouns.is_unknown(word) for word in rest):
        return start, known.end, known.known.type  # "US-Regierung Kampfdrohnen"
    owns = known.start == start and known.end < end and _owns(words[known.end - 1], nouns)
    return (start, known.end, known.known.type) if owns and nouns.is_owned(words[known.end]) else span


def _cut_owned(words: Sequence[str], span: Found, nouns: Nouns) -> Found:
    """Cut what is owned off a name of one word: "Lenskis Werkstatt" and "Abreise Lenskis" to "Lenskis"."""
    start, end, _ = span
    if end - start != 2:
        return span
    for at, owned in ((start, start + 1), (start + 1, start)):
        owner, stem = words[at], words[at][:-1]
        is_base = nouns.person_level(owner) > 1 or nouns.has_meaning(owner)  # "Hans Meister", "Haus Meister"
        if _owns(owner, nouns) and not is_base and nouns.is_owned(words[owned]):
            is_person = nouns.person_level(stem) > 0 and not nouns.is_place(stem)
            return at, at + 1, NameType.PERSON if is_person else NameType.PLACE
    return span


def first_owner(words: Sequence[str], nouns: Nouns) -> list[Found]:
    """Return the person a sentence begins with as owner of a noun with a capital ("Putins Sprecher")."""
    if not nouns.have_capitals or len(words) < 2 or not _owns(words[0], nouns):
        return []
    is_person = nouns.person_level(words[0][:-1]) > 0 and nouns.is_unknown(words[0])
    return [(0, 1, NameType.PERSON)] if is_person and _is_noun_or_role(words[1], nouns) else []


def _owns(word: str, nouns: Nouns) -> bool:
    return bool(nouns.genitive) and word.endswith(nouns.genitive)


def _is_noun_or_role(word: str, nouns: Nouns) -> bool:
    return nouns.is_noun(word) or nouns.is_role(word.casefold())  # "Sprecher" is a surname too
