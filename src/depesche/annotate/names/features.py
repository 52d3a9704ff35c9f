"""What the tagger sees of a word: its letters, its shape, lists it stands in. Hashed, so that the model is one table.

Features of a word alone are computed once per word type; a sentence adds pairs of neighbours and phrases of known
entities. The same code serves training and reading; changing it means training anew (training/names/train.py).
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.wordlists import Lists
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
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) & _MASK


def latin(word: str) -> str:
    """Return a case-folded word in Latin letters where its script is Cyrillic, else unchanged."""
    return word if word.isascii() else word.translate(_CYRILLIC).replace("_", "")


def shape(word: str) -> str:
    """Return the word's letters as X, x, d or themselves, runs cut to two ("Putin" Xxx, "G20" Xdd, "iPhone" xXxx)."""
    out: list[str] = []
    for c in word[:24]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """Feature rows of a word where it stands, and as the left or right neighbour of another, next to it or two away.

    `lower`, `form`, `flags` and `classes` are small hashes for pairs of neighbours.
    """

    own: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    left2: tuple[int, ...]
    right2: tuple[int, ...]
    lower: int
    form: int
    flags: int
    classes: int


def small_hashes(word: WordFeatures) -> tuple[int, int, int, int]:
    """Return the hashes that pairs of neighbours are made of."""
    return word.lower, word.form, word.flags, word.classes


_EMPTY = WordFeatures((), (), (), (), (), 11, 13, 17, 19)


class WordReader:
    """Computes the features of word types in one language."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang, self._lists = lang, lists
        self._has_dictionary = f"{lang}:" in lists.known
        self._has_compounds = f"{lang}:+" in lists.known  # written in one word
        self._names = load_names(lang)
        language = load_language(lang)
        self._stopwords, self._capital_nouns = language.stopwords, language.capital_nouns
        forms = load_forms(lang)
        self._calendar = frozenset(forms.months) | frozenset(forms.weekdays)

    def _flags(self, word: str, low: str) -> str:
        names = self._names
        plain = low.strip(".")
        lists = (
            ("t", names.titles),
            ("o", names.org_heads),
            ("l", names.place_heads),
            ("d", names.demonyms),
            ("r", names.roles),
            ("s", self._stopwords),
        )
        flags = [name for name, words in lists if plain in words]
        if kind := names.context.get(plain):
            flags.append(_CONTEXT.get(kind, "z"))
        if plain in self._calendar:
            flags.append("m")
        if len(word) > 1 and word[0].isalpha() and (word[0].isupper() or not self.lang):
            folded = [fold(b) for b in bases(word, self.lang)[:8]]
            flags.append(f"p{max(self._lists.people.level(latin(b)) for b in folded)}")
            flags += ["g"] * any(self._lists.places.level(b) for b in folded)
            flags += ["h"] * any(self._lists.peoples.level(b) for b in folded)
        if self._has_dictionary:
            flags.append(f"k{self.knowledge(word, low)}")
            if word[0].isupper() and not self._capital_nouns:
                flags += ["x"] * (f"{self.lang}:{word}" in self._lists.known)
        flags.append(f"c{self._lists.common.level(f'{self.lang}:{low}')}")
        return "".join(flags)

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
        low = latin(word.casefold())
        form, flags = shape(word), self._flags(word, word.casefold())
        around = _surface(form, flags)
        classes = self._lists.classes.level(f"{self.lang}:{word.casefold()}")
        kinds = _class_rows(classes)
        data = low.encode("utf-8", "surrogatepass")
        bare = low
        if not low.isascii():
            bare = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
        own = [_seeded("0w", data), _seeded("0W", word.encode("utf-8", "surrogatepass"))]
        own += [
            _seeded("0a", bare.encode("utf-8", "surrogatepass")),
            _seeded("0es", (low[-3:] + form).encode("utf-8", "surrogatepass")),
        ]
        own += [_seeded("0e", end) for end in _cuts(low, data, ends=True)]
        own += [_seeded("0b", start) for start in _cuts(low, data, ends=False)]
        own.append(_seeded("0n", str(min(len(word), 12)).encode()))
        near_word, far_word = _seeded("1w", data), _seeded("2w", data)
        ending = _seeded("1e", low[-3:].encode("utf-8", "surrogatepass"))
        near, far = (near_word, ending, *around.near, *kinds[1]), (far_word, *around.far, *kinds[2])
        return WordFeatures(
            (*own, *around.own, *kinds[0]),
            tuple(row ^ 0x55555 for row in near),
            tuple(row ^ 0xAAAAA for row in near),
            tuple(row ^ 0x33333 for row in far),
            tuple(row ^ 0xCCCCC for row in far),
            zlib.crc32(data),
            around.form,
            around.flags,
            zlib.crc32(classes.to_bytes(4)),
        )


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
        zlib.crc32(form.encode("utf-8", "surrogatepass")),
        zlib.crc32(flags.encode("utf-8", "surrogatepass")),
    )


@lru_cache(maxsize=20_000)
def _class_rows(classes: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the rows of what a word can mean: for itself, for its neighbours, for words two away."""
    bits = [i for i in range(classes.bit_length()) if classes >> i & 1]
    own, near, far = (tuple(feature_id(f"{at}C{i}") for i in bits) for at in range(3))
    return own, near, far


@cache
def _seed(prefix: str) -> int:
    return zlib.crc32(prefix.encode())


def _seeded(prefix: str, data: bytes) -> int:
    """Return feature_id(prefix + data) without joining them."""
    return zlib.crc32(data, _seed(prefix)) & _MASK


def _cuts(low: str, data: bytes, ends: bool) -> list[bytes]:
    """Return the word's last five to one (first four to one) letters, those shorter than the word."""
    sizes = [k for k in ((1, 2, 3, 4, 5) if ends else (1, 2, 3, 4)) if len(low) > k]
    if len(data) == len(low):
        return [data[-k:] for k in sizes] if ends else [data[:k] for k in sizes]
    return [(low[-k:] if ends else low[:k]).encode("utf-8", "surrogatepass") for k in sizes]


def _split_flags(flags: str) -> list[str]:
    out: list[str] = []
    for c in flags:
        if c.isdigit():
            out[-1] += c
        else:
            out.append(c)
    return out


_PRIMES = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1)


def mix(salt: int, *parts: Ids) -> Ids:
    """Return rows for tuples of small hashes, elementwise."""
    total = np.full(parts[0].shape, (salt * 0x9E3779B1) & 0xFFFFFFFF, dtype=np.int64)
    for prime, part in zip(_PRIMES, parts, strict=False):
        total = ((total ^ part) * prime) & 0xFFFFFFFF
        total ^= total >> 15
    return (total ^ (total >> 13)) & _MASK


PAIRS: Final = 13  # pairs of neighbours; the first two hold the word itself


def pair_ids(small: Ids, headline: Ids) -> Ids:
    """Return the rows of each word's pairs with its neighbours, shape (words, PAIRS).

    `small` holds the small hashes of a sentence's words with two paddings on either side; `headline` is 1 where a
    sentence is written mostly in capitals, else 0, for each word without padding.
    """
    lower, form, flags, classes = small.T
    l1, l2, r1, r2 = lower[1:-3], lower[:-4], lower[3:-1], lower[4:]
    w, s, f = lower[2:-2], form[2:-2], flags[2:-2]
    c, cl, cr = classes[2:-2], classes[1:-3], classes[3:-1]
    sl, sr, fl, fr = form[1:-3], form[3:-1], flags[1:-3], flags[3:-1]
    return np.stack(
        [
            mix(1, l1, w), mix(2, w, r1), mix(3, sl, s, sr), mix(4, fl, f, fr), mix(5, l1, s),
            mix(6, s, r1), mix(7, l2, l1, s), mix(8, s, r1, r2), mix(9, f, s, headline), mix(10, fl, sl, f, s),
            mix(11, cl, s), mix(12, s, cr), mix(13, c, s, sl),
        ],
        axis=1,
    )  # fmt: skip


PHRASE_KINDS: Final = ("person", "organization", "place", "country")


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


EMPTY: Final = _EMPTY
