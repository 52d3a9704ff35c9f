"""Finds the known entities (lang/_shared) in a sentence: longest match over base forms, acronyms only as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from depesche.lang.schema.entities import KnownEntity, is_acronym, load_entities
from depesche.lang.schema.names import bases, load_names
from depesche.text.fold import fold

_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Match:
    """Words [start, end) of the sentence are a form of `known`."""

    start: int
    end: int
    known: KnownEntity
    exact_language: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The folded words of a form, and which of them are written with a capital."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    lang: str
    known: KnownEntity


@dataclass(frozen=True, slots=True)
class _Opening:
    """The forms that a word can begin, the longest first, and the entity whose acronym it is.

    `seconds` are the second words of the longer forms, `alone` the first form that has no other word.
    """

    phrases: tuple[_Phrase, ...]
    seconds: frozenset[str]
    alone: _Phrase | None
    acronym: KnownEntity | None


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Return the forms of the table by their first folded word, the longest first."""
    index: dict[str, dict[tuple[tuple[str, ...], str, str], _Phrase]] = {}
    for known in load_entities().values():
        for lang, forms in known.forms:
            for form in forms:
                parts = [w for w in form.replace("-", " ").split() if fold(w)]
                if is_acronym(form) or not parts or (len(parts) > 1 and parts[0].islower()):
                    continue  # "the russian foreign ministry" in small letters describes and names nothing
                words = tuple(fold(w) for w in parts)
                phrase = _Phrase(words, tuple(w[0].isupper() for w in parts), lang, known)
                index.setdefault(words[0], {}).setdefault((words, known.id, lang), phrase)
    return {
        first: tuple(sorted(found.values(), key=lambda p: (-len(p.words), p.lang, p.known.id)))
        for first, found in index.items()
    }


@cache
def _small_initials() -> frozenset[str]:
    """Return the first letters of the forms that begin small; no case form has another."""
    return frozenset(first[0] for first, found in _phrases().items() if not all(p.capitals[0] for p in found))


@cache
def _acronyms() -> dict[str, KnownEntity]:
    index: dict[str, KnownEntity] = {}
    for known in load_entities().values():
        for form in (*known.acronyms, *(f for _, forms in known.forms for f in forms if is_acronym(f))):
            index.setdefault(form, known)
    return index


@lru_cache(maxsize=100_000)
def folded_bases(word: str, lang: str | None) -> frozenset[str]:
    """Return the base forms a word of a name can have, folded."""
    return frozenset(fold(base) for base in bases(word, lang))


@lru_cache(maxsize=100_000)
def _opening(word: str, lang: str | None) -> _Opening | None:
    """Return what a word can begin; None for nothing, as most words."""
    phrases = _candidates(word, lang) if word[0].isalpha() else ()
    acronym = _acronyms().get(word)
    if not phrases and acronym is None:
        return None
    seconds = frozenset(phrase.words[1] for phrase in phrases if len(phrase.words) > 1)
    alone = next((phrase for phrase in phrases if len(phrase.words) == 1), None)
    return _Opening(phrases, seconds, alone, acronym)


def _candidates(word: str, lang: str | None) -> tuple[_Phrase, ...]:
    phrases = _phrases()
    if not word[0].isupper() and fold(word[0]) not in _small_initials():  # nearly all small words
        return ()
    found = [phrase for base in sorted(folded_bases(word, lang)) for phrase in phrases.get(base, ())]
    if not found:
        return ()
    if not word[0].isupper():
        found = [phrase for phrase in found if not phrase.capitals[0]]
    if word.casefold() in load_names(lang).demonyms:  # "Ukrainer" is no case of "Ukraine"
        found = [phrase for phrase in found if len(phrase.words) > 1 or phrase.words[0] == fold(word)]
    own = [p for p in found if p.lang in (lang, "en", "")] if lang else found
    return tuple(sorted(own, key=lambda p: (-len(p.words), p.lang != lang)))


def find_matches(words: Sequence[str], lang: str | None) -> list[Match]:
    """Return the longest matches from left to right; they don't overlap. `words` are the sentence's tokens.

    A word that the table writes with a capital must have one in the sentence; hyphens between words are skipped.
    """
    matches: list[Match] = []
    end = 0
    for i, word in enumerate(words):
        opening = _opening(word, lang)
        if opening is None or i < end:  # nothing begins with most words
            continue
        best = _best_match(words, i, opening, lang)
        if opening.acronym and (best is None or best.end == i + 1):
            best = Match(i, i + 1, opening.acronym, True)
        if best:
            matches.append(best)
            end = best.end
    return matches


def _best_match(words: Sequence[str], start: int, opening: _Opening, lang: str | None) -> Match | None:
    at = start + 2 if start + 1 < len(words) and words[start + 1] in _HYPHENS else start + 1
    if at >= len(words) or opening.seconds.isdisjoint(folded_bases(words[at], lang)):
        alone = opening.alone  # no longer form goes on with the next word
        return Match(start, start + 1, alone.known, alone.lang == lang) if alone else None
    for phrase in opening.phrases:
        if end := _match_end(words, start, phrase, lang):
            return Match(start, end, phrase.known, phrase.lang == lang)
    return None


def _match_end(words: Sequence[str], start: int, phrase: _Phrase, lang: str | None) -> int:
    """Return the end of the phrase that starts at `start`, where its first word stands; 0 where it does not match."""
    at, n = start + 1, len(words)
    for want, capital in zip(phrase.words[1:], phrase.capitals[1:], strict=True):
        if at < n and words[at] in _HYPHENS:
            at += 1
        if at >= n or (capital and not words[at][0].isupper()):
            return 0
        if want not in folded_bases(words[at], lang):
            return 0
        at += 1
    return at
