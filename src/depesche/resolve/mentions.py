"""Mentions: a report's names made comparable, word by word, by every base form each word can have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from depesche.lang.schema.names import bases, load_names
from depesche.lang.schema.speech_files import load_speech
from depesche.records import Name, NameType
from depesche.text.fold import fold

_TITLE = 12  # characters looked at for a title before a name
_SPLIT = str.maketrans(dict.fromkeys("-‐‑–", " "))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at its place. `words` holds, for each word, the folded base forms it can have, the likeliest first;
    `addressed` is the sex that the title before it tells ("Mrs Calder": f), None where there is none."""

    index: int
    name: Name
    wording: str
    words: tuple[tuple[str, ...], ...]
    addressed: str | None = None

    @property
    def is_person(self) -> bool:
        return self.name.type is NameType.PERSON


@lru_cache(maxsize=50_000)
def word_bases(wording: str, lang: str | None) -> tuple[tuple[str, ...], ...]:
    """Return, for each word of a name, its folded base forms; hyphens part words."""
    titles = load_names(lang).titles
    parts = [w for w in wording.translate(_SPLIT).split() if fold(w)]
    while len(parts) > 1 and parts[0].casefold().strip(".") in titles:
        parts = parts[1:]
    return tuple(tuple(dict.fromkeys(fold(b) for b in bases(w.strip(".,"), lang))) for w in parts if w.strip(".,"))


def read_mentions(text: str, names: Iterable[Name], lang: str | None) -> list[Mention]:
    """Return the report's names as mentions, in order of position."""
    mentions = []
    for index, name in enumerate(names):
        wording = text[name.span.start : name.span.end]
        told = _addressed(text, name, lang)
        mentions.append(Mention(index, name, wording, word_bases(wording, lang), told))
    return mentions


def _addressed(text: str, name: Name, lang: str | None) -> str | None:
    """Return "f" for "Mrs", "m" for "Mr" right before a person's name of one word."""
    if name.type is not NameType.PERSON or " " in text[name.span.start : name.span.end]:
        return None
    before = text[max(0, name.span.start - _TITLE) : name.span.start].split()
    words = load_speech(lang).words
    told = (sex for sex in "mf" if before and before[-1].casefold() in words[f"titles_{sex}"])
    return next(told, None)


def same_words(a: tuple[tuple[str, ...], ...], b: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether two names can be one: as many words, each pair with a base form in common."""
    return len(a) == len(b) > 0 and all(not set(x).isdisjoint(y) for x, y in zip(a, b, strict=True))


def is_initials(acronym: str, words: tuple[str, ...]) -> bool:
    """Say whether an acronym holds the first letters of the words, small words left out or not."""
    letters = [c for c in acronym.casefold() if c.isalpha()]
    big = [w[0].casefold() for w in words if w[0].isupper()]
    every = [w[0].casefold() for w in words]
    return len(letters) >= 2 and (letters in (big, every))
