"""The word lists of the name tagger: hashed sets of words, small enough to ship."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import numpy.typing as npt

_REST: Final = 18  # bits of a key left after those by which its place is looked up
PERSON_CLASS: Final = 1  # the bit of Lists.classes for words that mean a person


def word_key(word: str, before: int = 0) -> int:
    """Return the 32-bit key under which word lists keep a folded word; `before` is the key of what it goes on from."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"), before)


class WordList:
    """A set of words kept as sorted 32-bit keys, each with a level or bits (0: not in the list)."""

    def __init__(self, keys: npt.NDArray[np.uint32], levels: npt.NDArray[Any]) -> None:
        self._keys, self._levels = keys, levels
        # Single look-ups by bisection in a view: numpy's own search takes three times as long for one key. It begins
        # among the keys with the same first bits: four steps are left instead of twenty.
        self._key_view, self._level_view = keys.data, levels.data
        self._first = np.searchsorted(keys, np.arange(0, (1 << 32) + 1, 1 << _REST)).astype(np.int32).data

    def arrays(self) -> tuple[npt.NDArray[np.uint32], npt.NDArray[Any]]:
        """Return keys and levels."""
        return self._keys, self._levels

    def level(self, word: str) -> int:
        """Return the level of a word."""
        return self.level_of(word_key(word))

    def level_of(self, key: int) -> int:
        """Return the level of the word with a key."""
        keys, first, at = self._key_view, self._first, key >> _REST
        end = first[at + 1]
        i = bisect_left(keys, key, first[at], end)
        return self._level_view[i] if i < end and keys[i] == key else 0


class WordFilter:
    """A large set of words kept as a Bloom filter: a word in it is always found, one outside rarely (about 3 %)."""

    HASHES: Final = 3

    def __init__(self, bits: npt.NDArray[np.uint8]) -> None:
        self._bits, self._size = bits, len(bits) * 8
        self._view = bits.data

    @classmethod
    def places(cls, word: str, size: int) -> list[int]:
        """Return the bits of a word in a filter of `size` bits."""
        first, step = _two_hashes(word)
        return [(first + k * step) % size for k in range(cls.HASHES)]

    def __contains__(self, word: str) -> bool:
        view, size = self._view, self._size
        at, step = _two_hashes(word)
        for _ in range(self.HASHES):  # most words end at the first
            bit = at % size
            if not view[bit >> 3] >> (bit & 7) & 1:
                return False
            at += step
        return True

    def arrays(self) -> npt.NDArray[np.uint8]:
        """Return the bits."""
        return self._bits


def _two_hashes(word: str) -> tuple[int, int]:
    data = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(data), zlib.adler32(data) * 0x9E3779B1 & 0xFFFFFFFF | 1


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists a tagger reads with, all folded.

    `people` holds parts of personal names, `common` common words as "lang:word", `places` names of places of one or
    more words, `peoples` names of inhabitants; `classes` what a word of a language ("lang:word") can mean, one bit a
    class; `known` the dictionaries of some languages as "lang:word", unfolded.
    """

    people: WordList
    common: WordList
    places: WordList
    peoples: WordList
    classes: WordList
    known: WordFilter

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return the lists as arrays to be saved."""
        out: dict[str, npt.NDArray[Any]] = {}
        for field in fields(self)[:-1]:
            keys, levels = getattr(self, field.name).arrays()
            out |= {field.name: keys, f"{field.name}_level": levels}
        return out | {"known": self.known.arrays()}

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Lists:
        """Return lists from saved arrays."""
        people, common, places, peoples, classes = (
            WordList(arrays[f.name], arrays[f"{f.name}_level"]) for f in fields(cls)[:-1]
        )
        return cls(people, common, places, peoples, classes, WordFilter(arrays["known"]))
