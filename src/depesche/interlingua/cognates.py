"""Keys for words in no row: names and loan words look alike across languages once spelling is evened out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from depesche import settings
from depesche.lang.loader import read_toml

_VOWELS = re.compile(r"[aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Spelling:
    letters: dict[int, str]
    pattern: re.Pattern[str]
    spellings: dict[str, str]
    endings: dict[str, tuple[str, ...]]


@cache
def _load() -> _Spelling:
    data = read_toml(None, "cognates.toml")

    def pairs(key: str) -> dict[str, str]:
        entries = (entry.partition("=") for entry in " ".join(data.get(key, [])).split())
        return {left: right for left, _, right in entries}

    spellings = pairs("spellings")
    longest_first = sorted(spellings, key=lambda s: (-len(s), s))
    return _Spelling(
        letters={ord(a): b for a, b in pairs("letters").items()},
        pattern=re.compile("|".join(map(re.escape, longest_first)) or "(?!)"),
        spellings=spellings,
        endings={
            code: tuple(sorted(endings, key=lambda e: (-len(e), e)))
            for code, endings in data.get("endings", {}).items()
        },
    )


def cognate_key(word: str, lang: str | None) -> str:
    """Return a word's key: transliterated to plain Latin letters, spelling evened out, inflection taken off.

    Empty when the word holds no letter or digit. Scripts without a table (Greek, Hangul) are kept as they are.
    """
    spelling = _load()
    text = word[: 2 * settings.LONGEST_KEY].casefold().translate(spelling.letters)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = "".join(c for c in text if c.isalnum())
    text = spelling.pattern.sub(lambda m: spelling.spellings[m.group()], text[: settings.LONGEST_KEY])
    text = _DOUBLE.sub(r"\1", text)
    for ending in spelling.endings.get(lang or "und", spelling.endings.get("und", ())):
        if text.endswith(ending) and len(text) - len(ending) >= settings.SHORTEST_STEM:
            return text[: len(text) - len(ending)]
    return text


@lru_cache(maxsize=settings.WORD_CACHE)
def skeleton(key: str) -> str:
    """Return the consonants of a key, at most five: what survives most transliterations of a name."""
    return key[:1] + _VOWELS.sub("", key[1:])[:4]


@lru_cache(maxsize=settings.WORD_CACHE)
def _similarity(left: str, right: str) -> float:
    if left == right:
        return 1.0
    short = min(len(left), len(right))
    if short < settings.SHORTEST_COGNATE:
        return 0.0
    alike = Levenshtein.normalized_similarity(left, right, score_cutoff=settings.COGNATE_FLOOR)
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), short)
    if shared >= settings.SHARED_PREFIX and shared >= short - 1:
        alike = max(alike, 0.85)
    if alike < settings.COGNATE_FLOOR and len(s := skeleton(left)) >= 4 and s == skeleton(right):
        alike = 0.75
    return float(alike)


def key_similarity(left: str, right: str) -> float:
    """Return how alike two keys are, 0 to 1; 0 below the floor at which likeness says nothing."""
    return _similarity(left, right) if left <= right else _similarity(right, left)
