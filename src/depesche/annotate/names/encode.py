"""Turns a sentence into feature rows: words by their types, neighbours, phrases of known entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import EMPTY, SIZE, Ids, WordFeatures, WordList, WordReader, pair_ids, phrase_ids
from depesche.annotate.names.gazetteer import find_matches
from depesche.text.hashing import content_id

_HEADLINE_SHARE: Final = 0.6  # share of capitalised words from which a sentence is written like a headline


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists a tagger reads with: parts of personal names, and common words as "lang:word"."""

    people: WordList
    common: WordList

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Return the lists as arrays to be saved."""
        people, common = self.people.arrays(), self.common.arrays()
        return {"people": people[0], "people_level": people[1], "common": common[0], "common_level": common[1]}

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Lists:
        """Return lists from saved arrays."""
        pair = lambda name: WordList(arrays[name], arrays[f"{name}_level"])  # type: ignore[arg-type]  # noqa: E731
        return cls(pair("people"), pair("common"))


def language_rows(rows: Ids, lang: str) -> Ids:
    """Return the rows of the language's own copy of features."""
    salt = int(content_id("names", lang), 16)
    return ((rows * 0x9E3779B1 + salt) >> 3) & (SIZE - 1)


def headline_mark(words: Sequence[str]) -> int:
    """Return 1 for a sentence most of whose words begin with a capital, 2 for one in capitals alone, else 0."""
    letters = [w for w in words if w[0].isalpha()]
    if len(letters) < 3:
        return 0
    if all(w.isupper() for w in letters):
        return 2
    return int(sum(w[0].isupper() for w in letters) >= _HEADLINE_SHARE * len(letters))


class Encoder:
    """Rows of whole sentences in one language, with a cache of word types."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang = lang
        self._reader = WordReader(lang, lists.people, lists.common)
        self._types: dict[str, WordFeatures] = {}

    def read(self, word: str) -> WordFeatures:
        """Return the features of a word type, without keeping them."""
        return self._reader.read(word)

    def features(self, word: str) -> WordFeatures:
        """Return the features of a word type."""
        found = self._types.get(word)
        if found is None:
            found = self._types[word] = self._reader.read(word)
        return found

    def rows(self, words: Sequence[str]) -> Ids:
        """Return the rows of each word of a sentence, -1 for none: shape (words, widest)."""
        types = [self.features(word) for word in words]
        padded = [EMPTY, EMPTY, *types, EMPTY, EMPTY]
        listed: list[list[int]] = []
        for i in range(len(words)):
            left2, left, own, right, right2 = padded[i : i + 5]
            row = list(own.own)
            row += [x ^ 0x55555 for x in left.near] + [x ^ 0xAAAAA for x in right.near]
            row += [x ^ 0x33333 for x in left2.far] + [x ^ 0xCCCCC for x in right2.far]
            row.append(position_row(i, len(words)))
            listed.append(row)
        for i, row_id in self.phrases(words):
            listed[i].append(row_id)
        small = np.array([(t.lower, t.form, t.flags) for t in padded], dtype=np.int64)
        pairs = self.pair_rows(words, small[:, 0], small[:, 1], small[:, 2])
        width = max(map(len, listed))
        out = np.full((len(words), width + pairs.shape[1]), -1, dtype=np.int64)
        for i, row in enumerate(listed):
            out[i, : len(row)] = row
        out[:, width:] = pairs
        return out

    def phrases(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return (word, row) for the known entities in the sentence."""
        spans = [(m.start, m.end, m.known.type.value, m.exact_language) for m in find_matches(words, self.lang)]
        return phrase_ids(len(words), spans)

    @staticmethod
    def pair_rows(words: Sequence[str], lower: Ids, form: Ids, flags: Ids) -> Ids:
        """Return the rows of pairs of neighbours; the arrays have two paddings on either side."""
        return pair_ids(lower, form, flags, np.full(len(words), headline_mark(words), dtype=np.int64))


def position_row(i: int, length: int) -> int:
    """Return the row that tells a sentence's first, last and only word from the others."""
    return 1 + (i == 0) + 2 * (i == length - 1)
