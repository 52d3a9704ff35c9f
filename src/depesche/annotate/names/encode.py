"""Turns a sentence into feature rows: words by their types, neighbours, phrases of known entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import (
    EMPTY,
    LEFT,
    LEFT2,
    RIGHT,
    RIGHT2,
    SIZE,
    Ids,
    WordFeatures,
    WordReader,
    phrase_ids,
)
from depesche.annotate.names.gazetteer import Match, find_matches
from depesche.annotate.names.pairs import PAIRS, pair_ids
from depesche.annotate.names.wordlists import Lists, word_key
from depesche.text.fold import fold
from depesche.text.hashing import content_id

_PLACE_WORDS: Final = 4  # the longest listed name of a place
_HEADLINE_SHARE: Final = 0.6  # share of capitalised words from which a sentence is written like a headline


def corpus_rows(rows: Ids, corpus: str) -> Ids:
    """Return the rows that a training corpus has of its own beside the shared ones."""
    salt = int(content_id("names", corpus), 16)
    return ((rows * 0x9E3779B1 + salt) >> 3) & (SIZE - 1)


def headline_mark(words: Sequence[str]) -> int:
    """Return 1 for a sentence most of whose words begin with a capital, 2 for one in capitals alone, else 0."""
    initials = [c for w in words if (c := w[0]).isalpha()]
    if len(initials) < 3 or sum(map(str.isupper, initials)) < _HEADLINE_SHARE * len(initials):
        return 0
    return 2 if all(w.isupper() for w in words if w[0].isalpha()) else 1


class Encoder:
    """Rows of whole sentences in one language, with a cache of word types."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang = lang
        self._reader = WordReader(lang, lists)
        self._places = lists.places
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
        places = position_rows(len(words))
        listed: list[list[int]] = []
        for i in range(len(words)):
            left2, left, own, right, right2 = padded[i : i + 5]
            near = [row ^ LEFT for row in left.near] + [row ^ RIGHT for row in right.near]
            far = [row ^ LEFT2 for row in left2.far] + [row ^ RIGHT2 for row in right2.far]
            listed.append([*own.own, *near, *far, places[i]])
        for i, row_id in self.phrases(words, find_matches(words, self.lang)):
            listed[i].append(row_id)
        small = np.array([t.small for t in padded], dtype=np.uint32)
        pairs = pair_ids(small, np.full(len(words), headline_mark(words), dtype=np.uint32))
        width = max(map(len, listed))
        out = np.full((len(words), width + pairs.shape[1]), -1, dtype=np.int64)
        for i, row in enumerate(listed):
            out[i, : len(row)] = row
        out[:, width:] = pairs
        return out

    @staticmethod
    def lexical_columns(width: int) -> npt.NDArray[np.bool_]:
        """Return which columns of `rows` know the word itself: its three forms and the pairs with a neighbour."""
        columns = np.zeros(width, dtype=np.bool_)
        columns[:3] = True
        columns[[width - PAIRS, width - PAIRS + 1]] = True
        return columns

    def phrases(self, words: Sequence[str], matches: Sequence[Match]) -> list[tuple[int, int]]:
        """Return (word, row) for the known entities and listed places in the sentence."""
        spans = [(m.start, m.end, m.known.type.value, m.exact_language) for m in matches]
        spans += [(start, end, "listed", False) for start, end in self._listed(words)]
        return phrase_ids(len(words), spans)

    def _listed(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return names of places of two to four words that stand in the list of places."""
        out: list[tuple[int, int]] = []
        capitals = [i for i, word in enumerate(words) if word[0].isupper()]
        free = 0
        for n, i in enumerate(capitals):
            ends = [last + 1 for last in capitals[n + 1 : n + _PLACE_WORDS] if last < i + _PLACE_WORDS]
            if ends and i >= free and (end := self._longest_place(words, i, ends)):
                out.append((i, end))
                free = end
        return out

    def _longest_place(self, words: Sequence[str], start: int, ends: Sequence[int]) -> int:
        """Return the last of `ends` up to which the words are a listed place, 0 for none."""
        found, key = 0, word_key(fold(words[start]))
        for i in range(start + 1, ends[-1]):
            if folded := fold(words[i]):
                key = word_key(f" {folded}", key)
            if i + 1 in ends and self._places.level_of(key):
                found = i + 1
        return found


def position_rows(length: int) -> list[int]:
    """Return the rows that tell a sentence's first (2), last (3) and only (4) word from the others (1)."""
    return [4] if length == 1 else [2, *[1] * (length - 2), 3] if length else []
