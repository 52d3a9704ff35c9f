"""What the tagger sees of a word: its letters, its shape, lists it stands in. Hashed, so that the model is one table.

Features of a word alone are computed once per word type; a sentence adds pairs of neighbours and phrases of known
entities. The same code serves training and reading; changing it means training anew (training/names/train.py).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize
from zlib import crc32

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.wordlists import Lists, word_key
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.language import load_language
from depesche.lang.schema.names import bases, load_names
from depesche.text.fold import fold

BITS: Final = 21
SIZE: Final = 1 << BITS  # rows of the weight table
_MASK: Final = SIZE - 1
# Flags of kinds of small words; one letter each, since flags are read letter by letter.
_CONTEXT: Final = {"article": "a", "place": "q", "of": "u", "and": "y", "saying": "v", "pronoun": "n", "by": "b"}
_LATIN: Final = "a b v g d e e zh z i j k l m n o p r s t u f h ts ch sh shch _ y _ e ju ja i ji je g u"
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
            _LATIN.split(),
            strict=True,
        )
    )
)

Ids = npt.NDArray[np.int64]


def feature_id(text: str) -> int:
    """Return the row of a feature; the same on every machine."""
    return crc32(text.encode("utf-8", "surrogatepass")) & _MASK


def latin(word: str) -> str:
    """Return a case-folded word in Latin letters where its script is Cyrillic, else unchanged."""
    return word if word.isascii() else word.translate(_CYRILLIC).replace("_", "")


def shape(word: str) -> str:
    """Return the word's letters as X, x, d or themselves, runs cut to two ("Putin" Xxx, "G20" Xdd, "iPhone" xXxx)."""
    if word.isalpha():
        first, rest = word[0], word[1:3]
        if word.islower():
            return "x" + "x" * (len(word) > 1)
        if first.isupper() and (word[1:].islower() or not rest):
            return "X" + "x" * len(rest)
    out: list[str] = []
    for c in word[:24]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


class WordFeatures(NamedTuple):
    """Rows of a word where it stands, and as the neighbour of another: next to it, two away.

    Which side it stands on is told by the masks below. `small` are the hashes that pairs of neighbours are made of
    (see pairs.py). A tuple, since one is made for every new word type and a frozen record takes three times as long.
    """

    own: tuple[int, ...]
    near: tuple[int, ...]
    far: tuple[int, ...]
    small: tuple[int, int, int, int]


# A word left of another has other rows than right of it: its rows as a neighbour, turned by a mask of its place.
LEFT, RIGHT, LEFT2, RIGHT2 = 0x55555, 0xAAAAA, 0x33333, 0xCCCCC
EMPTY: Final = WordFeatures((), (), (), (11, 13, 17, 19))


class WordReader:
    """Computes the features of word types in one language."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang, self._lists = lang, lists
        self._has_dictionary = f"{lang}:" in lists.known
        self._has_compounds = f"{lang}:+" in lists.known  # written in one word
        names, language, forms = load_names(lang), load_language(lang), load_forms(lang)
        self._capital_nouns, self._context = language.capital_nouns, names.context
        self._kinds: tuple[tuple[str, Collection[str]], ...] = (
            ("t", names.titles),
            ("o", names.org_heads),
            ("l", names.place_heads),
            ("d", names.demonyms),
            ("r", names.roles),
            ("s", language.stopwords),
        )
        self._calendar = frozenset(forms.months) | frozenset(forms.weekdays)
        self._listed = self._calendar.union(names.context, *(words for _, words in self._kinds))

    def _flags(self, word: str, low: str) -> str:
        flags = self._listed_flags(low.strip("."))
        if len(word) > 1 and word[0].isalpha() and (word[0].isupper() or not self.lang):
            flags += self._name_flags([fold(base) for base in bases(word, self.lang)[:8]])
        if self._has_dictionary:
            flags.append(f"k{self.knowledge(word, low)}")
            if word[0].isupper() and not self._capital_nouns:
                flags += ["x"] * (f"{self.lang}:{word}" in self._lists.known)
        flags.append(f"c{self._lists.common.level(f'{self.lang}:{low}')}")
        return "".join(flags)

    def _name_flags(self, folded: list[str]) -> list[str]:
        """Return how common a name one of the base forms is, and whether one names a place or its people."""
        lists, keys = self._lists, [*map(word_key, folded)]
        flags = [f"p{max(map(lists.people.level, map(latin, folded)))}"]
        if any(map(lists.places.level_of, keys)):
            flags.append("g")
        if any(map(lists.peoples.level_of, keys)):
            flags.append("h")
        return flags

    def _listed_flags(self, plain: str) -> list[str]:
        if plain not in self._listed:  # nearly every word
            return []
        flags = [name for name, words in self._kinds if plain in words]
        if kind := self._context.get(plain):
            flags.append(_CONTEXT.get(kind, "z"))
        return [*flags, "m"] if plain in self._calendar else flags

    def knowledge(self, word: str, low: str) -> int:
        """Return 2 for a word of the dictionary, 1 for a compound whose parts are in it, else 0."""
        lang, known = self.lang, self._lists.known
        if f"{lang}:{low}" in known or (self._capital_nouns and f"{lang}:{word}" in known):
            return 2
        if self._has_compounds and len(low) > 8 and word[1:].islower():
            as_noun = str.capitalize if self._capital_nouns else str.lower
            for cut in range(4, min(len(low), 24) - 3):
                head, tail = low[:cut], low[cut:]
                if f"{lang}:{as_noun(tail)}" in known and f"{lang}:{as_noun(head.rstrip('s'))}" in known:
                    return 1
        return 0

    def read(self, word: str) -> WordFeatures:
        """Return the features of a word type."""
        lower = word.casefold()
        low, form, flags = latin(lower), shape(word), self._flags(word, lower)
        around = _surface(form, flags)
        classes = self._lists.classes.level(f"{self.lang}:{lower}")
        kinds = _class_rows(classes)
        data, ending = _bytes(low), _bytes(low[-3:])
        bare = data if low.isascii() else _bytes("".join(c for c in normalize("NFKD", low) if not combining(c)))
        own = (
            crc32(data, _WORD) & _MASK,
            crc32(word.encode("utf-8", "surrogatepass"), _AS_WRITTEN) & _MASK,
            crc32(bare, _BARE) & _MASK,
            crc32(form.encode("utf-8", "surrogatepass"), crc32(ending, _END_AND_FORM)) & _MASK,
            *[crc32(end, _END) & _MASK for end in _ends(low, data)],
            *[crc32(start, _START) & _MASK for start in _starts(low, data)],
            _LENGTHS[min(len(word), len(_LENGTHS) - 1)],
            *around.own,
            *kinds[0],
        )
        near = (crc32(data, _NEAR_WORD) & _MASK, crc32(ending, _NEAR_END) & _MASK, *around.near, *kinds[1])
        far = (crc32(data, _FAR_WORD) & _MASK, *around.far, *kinds[2])
        return WordFeatures(own, near, far, (crc32(data), around.form, around.flags, crc32(classes.to_bytes(4))))


@dataclass(frozen=True, slots=True)
class _Surface:
    """Rows that depend on a word's shape and flags alone: few of them, so they are kept."""

    own: tuple[int, ...]
    near: tuple[int, ...]
    far: tuple[int, ...]
    form: int
    flags: int


@lru_cache(maxsize=20_000)
def _surface(form: str, flags: str) -> _Surface:
    single = [f"f{flag}" for flag in _split_flags(flags)]
    own = [f"S{form}", f"F{flags}", f"SF{form}|{flags}", *single]
    near = [f"S{form}", f"F{flags}", *single]
    return _Surface(
        tuple(feature_id("0" + f) for f in own),
        tuple(feature_id("1" + f) for f in near),
        (feature_id(f"2SF{form}|{flags}"),),
        crc32(form.encode("utf-8", "surrogatepass")),
        crc32(flags.encode("utf-8", "surrogatepass")),
    )


@lru_cache(maxsize=20_000)
def _class_rows(classes: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the rows of what a word can mean: for itself, for its neighbours, for words two away."""
    bits = [i for i in range(classes.bit_length()) if classes >> i & 1]
    own, near, far = (tuple(feature_id(f"{at}C{i}") for i in bits) for at in range(3))
    return own, near, far


# Where the hashes of a word's features begin: feature_id(name + rest) is crc32(rest, crc32(name)).
_WORD, _AS_WRITTEN, _BARE, _END_AND_FORM, _END, _START, _NEAR_WORD, _NEAR_END, _FAR_WORD = (
    crc32(name.encode()) for name in ("0w", "0W", "0a", "0es", "0e", "0b", "1w", "1e", "2w")
)
_LENGTHS = tuple(feature_id(f"0n{length}") for length in range(13))  # longer words count as the longest


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _ends(low: str, data: bytes) -> list[bytes]:
    """Return the word's last one to five letters, those shorter than the word."""
    sizes = range(1, min(len(low), 6))
    return [data[-k:] for k in sizes] if len(data) == len(low) else [_bytes(low[-k:]) for k in sizes]


def _starts(low: str, data: bytes) -> list[bytes]:
    """Return the word's first one to four letters, those shorter than the word."""
    sizes = range(1, min(len(low), 5))
    return [data[:k] for k in sizes] if len(data) == len(low) else [_bytes(low[:k]) for k in sizes]


def _split_flags(flags: str) -> list[str]:
    out: list[str] = []
    for c in flags:
        if c.isdigit():
            out[-1] += c
        else:
            out.append(c)
    return out


def phrase_ids(length: int, spans: Sequence[tuple[int, int, str, bool]]) -> list[tuple[int, int]]:
    """Return (word, row) for words in known phrases; a span is start, end, type, whether the language's own form."""
    out = []
    for start, end, kind, own in spans:
        size = min(end - start, 4)
        for i in range(start, end):
            place = "S" if size == 1 else "B" if i == start else "E" if i == end - 1 else "I"
            out.append((i, feature_id(f"G{kind}{place}{own}")))
            out.append((i, feature_id(f"G{kind}{place}{size}")))
        if start:
            out.append((start - 1, feature_id(f"G>{kind}")))
        if end < length:
            out.append((end, feature_id(f"G<{kind}")))
    return out
