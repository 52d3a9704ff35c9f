"""Feature rows of neighbouring words: small hashes of two to four words or their kinds, mixed to one row."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import SIZE, Ids

_PRIMES: Final = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_SMALL: Final = 4  # hashes of a word: its letters, its shape, its flags, what it can mean
_PLACES: Final = 5  # two words left, one left, the word itself, one right, two right
_HEADLINE: Final = _SMALL * _PLACES  # where the mark of the sentence stands, after all hashes
# Each pair as the hashes it is made of: place and kind, those of few parts first.
_PAIRS: Final = {
    1: "left.word word", 2: "word right.word", 5: "left.word form", 6: "form right.word", 11: "left.class form",
    12: "form right.class",
    3: "left.form form right.form", 4: "left.flags flags right.flags", 7: "left2.word left.word form",
    8: "form right.word right2.word", 9: "flags form headline", 13: "class form left.form",
    10: "left.flags left.form flags form",
}  # fmt: skip
PAIRS: Final = len(_PAIRS)


def _column(part: str) -> int:
    if part == "headline":
        return _HEADLINE
    place, _, kind = part.rpartition(".")
    at = ("left2", "left", "", "right", "right2").index(place)
    return at * _SMALL + ("word", "form", "flags", "class").index(kind)


def _parts() -> list[npt.NDArray[np.intp]]:
    """Return the columns of the first parts of all pairs, of the second ones and so on; the last pairs have most."""
    columns = [[_column(part) for part in pair.split()] for pair in _PAIRS.values()]
    return [np.array([c[k] for c in columns if len(c) > k]) for k in range(len(_PRIMES))]


_PARTS: Final = _parts()
_SALTS: Final = np.array([[salt * _PRIMES[0] & 0xFFFFFFFF] for salt in _PAIRS], dtype=np.uint32)
_ORDER: Final = np.argsort(list(_PAIRS))


def pair_ids(small: npt.NDArray[np.uint32], headline: npt.NDArray[np.uint32]) -> Ids:
    """Return the rows of each word's pairs with its neighbours, shape (words, PAIRS); the first two hold the word.

    `small` holds the hashes of a sentence's words (WordFeatures.small) with two paddings on either side; `headline` is
    not 0 where a sentence is written mostly in capitals, for each word without padding.
    """
    n = len(headline)
    around = np.concatenate([small.T[:, at : at + n] for at in range(_PLACES)] + [headline[None]])
    total = np.repeat(_SALTS, n, axis=1)
    for prime, columns in zip(_PRIMES, _PARTS, strict=True):
        rows = total[-len(columns) :]
        rows ^= around[columns]
        rows *= np.uint32(prime)
        rows ^= rows >> np.uint32(15)
    total ^= total >> np.uint32(13)
    total &= np.uint32(SIZE - 1)
    return total[_ORDER].T.astype(np.int64)
