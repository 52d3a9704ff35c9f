"""The learned tagger: a linear-chain CRF over hashed features (models/names), read with numpy.

The weights of a word type are summed once and kept, so that a sentence costs a few table look-ups a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.encode import Encoder, Lists, language_rows, position_row
from depesche.annotate.names.features import EMPTY, SIZE, Ids, WordFeatures
from depesche.records import NameType

LABELS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_K: Final = len(LABELS)
_TYPE: Final = {"PER": NameType.PERSON, "ORG": NameType.ORGANIZATION, "LOC": NameType.PLACE}
_MAX_TYPES: Final = 200_000  # word types kept per language
_NEVER: Final = -1e4  # score of a label that may not follow (I-PER after O)

Floats = npt.NDArray[np.float32]


class Model:
    """The weight table and what it was trained with."""

    def __init__(self, blob: bytes) -> None:
        with np.load(BytesIO(blob), allow_pickle=False) as data:
            self.lists = Lists.load(data)
            self._index = np.zeros(SIZE, dtype=np.int32)
            self._index[data["rows"]] = np.arange(1, len(data["rows"]) + 1, dtype=np.int32)
            weights = data["weights"]
            self._weights = np.concatenate([np.zeros((1, _K), dtype=np.int8), weights])
            self._scale = float(data["scale"])
            self.transitions = _forbid(data["transitions"].astype(np.float32))

    def scores(self, rows: Ids) -> Floats:
        """Return the weights of rows, shape rows.shape + (labels,)."""
        return self._weights[self._index[rows]].astype(np.float32) * self._scale  # type: ignore[no-any-return]


def _forbid(transitions: Floats) -> Floats:
    for i, label in enumerate(LABELS):
        if label.startswith("I-"):
            for j, before in enumerate((*LABELS, "O")):
                if before[2:] != label[2:]:
                    transitions[j, i] = _NEVER
    return transitions


@cache
def load_model() -> Model:
    """Return the model; read once."""
    return Model(files("depesche.models").joinpath("names", "names.npz").read_bytes())


class Tagger:
    """Tags sentences of one language; `lang` None, or a language without training data, uses the shared weights."""

    def __init__(self, lang: str | None) -> None:
        self._model = load_model()
        self._lang = lang
        self._encoder = Encoder(lang, self._model.lists)
        self._rows_of: dict[str, int] = {}
        self._types: list[WordFeatures] = [EMPTY]
        self._table = np.zeros((1024, 5, _K), dtype=np.float32)  # by word type: own, left, right, two left, two right
        self._small = np.zeros((1024, 3), dtype=np.int64)
        self._small[0] = (EMPTY.lower, EMPTY.form, EMPTY.flags)

    def _sum(self, rows: Sequence[int]) -> Floats:
        ids = np.array(rows, dtype=np.int64)
        if not len(ids):
            return np.zeros(_K, dtype=np.float32)
        both = np.concatenate([ids, language_rows(ids, self._lang)]) if self._lang else ids
        return self._model.scores(both).sum(axis=0)  # type: ignore[no-any-return]

    def _type(self, word: str) -> int:
        found = self._rows_of.get(word)
        if found is not None:
            return found
        number = len(self._rows_of) + 1
        if number >= len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._small = np.concatenate([self._small, np.zeros_like(self._small)])
        f = self._encoder.read(word)
        near, far = np.array(f.near, dtype=np.int64), np.array(f.far, dtype=np.int64)
        parts = (f.own, near ^ 0x55555, near ^ 0xAAAAA, far ^ 0x33333, far ^ 0xCCCCC)
        self._table[number] = [self._sum(part) for part in parts]  # type: ignore[arg-type]
        self._small[number] = (f.lower, f.form, f.flags)
        self._rows_of[word] = number
        return number

    def emissions(self, words: Sequence[str]) -> Floats:
        """Return the score of each label for each word."""
        if len(self._rows_of) > _MAX_TYPES:
            self._rows_of.clear()
        types = np.array([0, 0, *map(self._type, words), 0, 0], dtype=np.int64)
        n = len(words)
        table = self._table
        out = table[types[2 : n + 2], 0] + table[types[1 : n + 1], 1] + table[types[3 : n + 3], 2]
        out += table[types[:n], 3] + table[types[4:], 4]
        small = self._small[types]
        pairs = self._encoder.pair_rows(words, small[:, 0], small[:, 1], small[:, 2])
        rows = np.concatenate([pairs, np.array([[position_row(i, n)] for i in range(n)], dtype=np.int64)], axis=1)
        out += self._score(rows).sum(axis=1)
        phrases = self._encoder.phrases(words)
        if phrases:
            at, ids = zip(*phrases, strict=True)
            np.add.at(out, np.array(at), self._score(np.array(ids, dtype=np.int64)))
        return out  # type: ignore[no-any-return]

    def _score(self, rows: Ids) -> Floats:
        scores = self._model.scores(rows)
        return scores + self._model.scores(language_rows(rows, self._lang)) if self._lang else scores

    def tag(self, words: Sequence[str]) -> list[int]:
        """Return the number of the best label of each word (see LABELS)."""
        if not words:
            return []
        emit, trans = self.emissions(words), self._model.transitions
        score = emit[0] + trans[_K]
        back = np.zeros((len(words), _K), dtype=np.int64)
        for i in range(1, len(words)):
            step = score[:, None] + trans[:_K]
            back[i] = step.argmax(axis=0)
            score = step.max(axis=0) + emit[i]
        path = [int(score.argmax())]
        for i in range(len(words) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return path[::-1]

    def spans(self, words: Sequence[str]) -> list[tuple[int, int, NameType]]:
        """Return the names of a sentence as spans of words with their type."""
        out: list[tuple[int, int, NameType]] = []
        for i, number in enumerate(self.tag(words)):
            label = LABELS[number]
            if label.startswith("B-"):
                out.append((i, i + 1, _TYPE[label[2:]]))
            elif label.startswith("I-") and out and out[-1][1] == i:
                out[-1] = (out[-1][0], i + 1, out[-1][2])
        return out


@cache
def tagger(lang: str | None) -> Tagger:
    """Return the tagger of a language; its cache of word types grows with use."""
    return Tagger(lang)
