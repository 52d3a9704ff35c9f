"""Given names of two syllables with a hyphen between, the second in lower case: "Lee Sung-jun", "Lai Ching-te"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from depesche.annotate.names.nouns import Found
from depesche.lang.loader import read_toml
from depesche.records import NameType, Token

_HYPHENS: Final = frozenset("-‐‑")
_ENDING: Final = 3  # letters of a case ending behind the last syllable: "Sung-junowi"


def join_syllables(tokens: Sequence[Token], spans: list[Found]) -> list[Found]:
    """Return the names of a sentence with those whole that a hyphen parts before a small letter.

    A surname beside the two syllables is needed, so that "Trump-led" is none; where the name found so overlaps others,
    they give way.
    """
    found = [] if _HYPHENS.isdisjoint([t.text for t in tokens]) else list(_whole(tokens))
    if not found:
        return spans
    taken = {i for start, end, _ in found for i in range(start, end)}
    return sorted([*(s for s in spans if taken.isdisjoint(range(s[0], s[1]))), *found])


def _whole(tokens: Sequence[Token]) -> Iterator[Found]:
    surnames = _surnames()
    for h in range(1, len(tokens) - 1):
        first, mark, second = tokens[h - 1 : h + 2]
        if mark.text not in _HYPHENS or first.end != mark.start or mark.end != second.start:
            continue
        if not (_capital(first) and second.text.islower() and _is_syllable(first.lower) and _ends_name(second.lower)):
            continue
        before = tokens[h - 2] if h > 1 else None
        after = tokens[h + 2] if h + 2 < len(tokens) else None
        if before is not None and _capital(before) and before.lower in surnames:
            yield h - 2, h + 2, NameType.PERSON
        elif after is not None and _capital(after) and after.lower in surnames:
            yield h - 1, h + 3, NameType.PERSON


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text[1:].islower() and token.text.isalpha()


def _is_syllable(word: str) -> bool:
    return _syllable().fullmatch(word) is not None


def _ends_name(word: str) -> bool:
    """Say whether a word is a syllable, or one with a case ending behind it."""
    ended = (len(word) - k for k in range(_ENDING + 1) if k < len(word))
    return any(_is_syllable(word[:at]) for at in ended)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(" ".join(read_toml(None, "hyphenated_names.toml")["surnames"]).split())


@cache
def _syllable() -> re.Pattern[str]:
    data = read_toml(None, "hyphenated_names.toml")
    onsets, vowels, codas = ("|".join(" ".join(data[key]).split()) for key in ("onsets", "vowels", "codas"))
    return re.compile(f"(?:{onsets})?(?:{vowels})(?:{codas})?")
