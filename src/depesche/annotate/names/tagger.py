"""The learned tagger: a linear-chain CRF over hashed features (models/names), read with numpy.

The weights of a word type are summed once and kept, so that a sentence costs a few table look-ups a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.decode import NEVER, Decoder, Floats
from depesche.annotate.names.encode import Encoder, corpus_rows, headline_mark, position_rows
from depesche.annotate.names.features import EMPTY, LEFT, LEFT2, RIGHT, RIGHT2, SIZE, Ids
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.pairs import pair_ids
from depesche.annotate.names.wordlists import Lists
from depesche.records import NameType

# MISC (works, products, events) is told apart from no name, but not given out.
LABELS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
_K: Final = len(LABELS)
_TYPE: Final = {"PER": NameType.PERSON, "ORG": NameType.ORGANIZATION, "LOC": NameType.PLACE}
_TYPES: Final = [_TYPE.get(label[2:]) for label in LABELS]
_PLACES: Final = 5  # where a word stands to the one that is tagged: itself, left, right, two left, two right
_BATCH: Final = 512  # sentences tagged at once: what a long report needs in memory does not grow with it
_MAX_TYPES: Final = 200_000  # word types kept per language

Weights = npt.NDArray[np.int8]
Sums = npt.NDArray[np.int16]  # of some eighty weights at most


class Model:
    """The weight table and what it was trained with."""

    def __init__(self, blob: bytes) -> None:
        with np.load(BytesIO(blob), allow_pickle=False) as data:
            self.lists = Lists.load(data)
            self._weights = np.zeros((SIZE, _K), dtype=np.int8)  # of all rows, seen in training or not
            self._weights[data["rows"]] = data["weights"]
            self.own = dict(entry.split("=") for entry in data["own"].tolist()) if "own" in data else {}
            self.scale = np.float32(data["scale"])
            self.decoder = Decoder(_forbid(data["transitions"].astype(np.float32)))

    def weights(self, rows: Ids) -> Weights:
        """Return the whole-numbered weights of rows, shape rows.shape + (labels,); times `scale` they are scores."""
        return self._weights.take(rows, axis=0)  # four times as fast as self._weights[rows]


def _forbid(transitions: Floats) -> Floats:
    for i, label in enumerate(LABELS):
        if label.startswith("I-"):
            for j, before in enumerate((*LABELS, "O")):
                if before[2:] != label[2:]:
                    transitions[j, i] = NEVER
    return transitions


@cache
def load_model() -> Model:
    """Return the model; read once."""
    return Model(files("depesche.models").joinpath("names", "names.npz").read_bytes())


class Tagger:
    """Tags sentences of one language. The weights are the same for all, unless a corpus of it was kept."""

    def __init__(self, lang: str | None) -> None:
        self._model = load_model()
        self._corpus = self._model.own.get(lang or "")
        self._encoder = Encoder(lang, self._model.lists)
        self._rows_of: dict[str, int] = {}
        self._sums = np.zeros((_PLACES, 1024, _K), dtype=np.int16)  # by place and word type
        self._small = np.zeros((1024, len(EMPTY.small)), dtype=np.uint32)
        self._small[0] = EMPTY.small

    def _learn(self, words: list[str]) -> None:
        """Sum the weights of word types not met before: all of them in one look-up."""
        features = [self._encoder.read(word) for word in words]
        first, end = len(self._rows_of) + 1, len(self._rows_of) + 1 + len(words)
        while end > len(self._small):
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)], axis=1)
            self._small = np.concatenate([self._small, np.zeros_like(self._small)])
        self._sums[:1, first:end] = self._sum_parts([f.own for f in features], 0)
        self._sums[1:3, first:end] = self._sum_parts([f.near for f in features], LEFT, RIGHT)
        self._sums[3:, first:end] = self._sum_parts([f.far for f in features], LEFT2, RIGHT2)
        self._small[first:end] = [f.small for f in features]
        self._rows_of.update(zip(words, range(first, end), strict=True))

    def _sum_parts(self, parts: Sequence[tuple[int, ...]], *masks: int) -> Sums:
        """Return the sum of the weights of each part's rows under each mask: shape (masks, parts, labels)."""
        rows = np.array([*chain.from_iterable(parts)], dtype=np.int64)
        ends = np.cumsum([len(part) for part in parts])
        weights = self._weigh(rows ^ np.array(masks, dtype=np.int64)[:, None])
        return np.add.reduceat(weights, [0, *ends[:-1]], axis=1)

    def emissions(self, sentences: Sequence[Sequence[str]], matches: Sequence[Sequence[Match]]) -> Floats:
        """Return the score of each label for each word, sentences one after another with two paddings around each."""
        if len(self._rows_of) > _MAX_TYPES:
            self._rows_of.clear()
        new = {word for words in sentences for word in words}.difference(self._rows_of)
        if new:
            self._learn(sorted(new))
        types: list[int] = [0, 0]
        marks: list[int] = []
        places: list[int] = []
        extra: list[tuple[int, int]] = []
        for words, found in zip(sentences, matches, strict=True):
            offset, n = len(types) - 2, len(words)
            types += [*map(self._rows_of.__getitem__, words), 0, 0]
            marks += [headline_mark(words)] * n + [0, 0]
            extra += [(offset + i, row) for i, row in self._encoder.phrases(words, found)]
            places += [*position_rows(n), 0, 0]
        ids = np.array(types, dtype=np.int64)
        own, left, right, left2, right2 = self._sums
        out = own.take(ids[2:-2], axis=0).astype(np.int32)
        out += left.take(ids[1:-3], axis=0)
        out += right.take(ids[3:-1], axis=0)
        out += left2.take(ids[:-4], axis=0)
        out += right2.take(ids[4:], axis=0)
        head = np.array(marks[: len(out)], dtype=np.uint32)
        out += np.einsum("ijk->ik", self._weigh(pair_ids(self._small[ids], head)))  # a sum, faster than sum()
        out += self._weigh(np.arange(5, dtype=np.int64))[places[: len(out)]]
        if extra:
            at, rows = np.array(extra, dtype=np.int64).T
            np.add.at(out, at, self._weigh(rows))
        return out * self._model.scale

    def _weigh(self, rows: Ids) -> Sums:
        """Return the weights of rows, those of the language's own corpus added."""
        weights = self._model.weights(rows).astype(np.int16)
        if self._corpus:
            weights += self._model.weights(corpus_rows(rows, self._corpus))
        return weights

    def tag(self, sentences: Sequence[Sequence[str]], matches: Sequence[Sequence[Match]]) -> list[list[int]]:
        """Return the number of the best label of each word (see LABELS); all sentences at once."""
        if not any(sentences):
            return [[] for _ in sentences]
        lengths = np.array([len(words) for words in sentences])
        starts = np.concatenate([[0], np.cumsum(lengths + 2)[:-1]])
        best = self._model.decoder.best_labels(self.emissions(sentences, matches), starts, lengths)
        return [best[start : start + n] for start, n in zip(starts.tolist(), lengths.tolist(), strict=True)]

    def spans(
        self, sentences: Sequence[Sequence[str]], matches: Sequence[Sequence[Match]]
    ) -> list[list[tuple[int, int, NameType]]]:
        """Return the names of each sentence as spans of words with their type."""
        batches = range(0, len(sentences), _BATCH)
        tagged = (self.tag(sentences[i : i + _BATCH], matches[i : i + _BATCH]) for i in batches)
        return [_spans(path) for paths in tagged for path in paths]


def _spans(path: Sequence[int]) -> list[tuple[int, int, NameType]]:
    out: list[tuple[int, int, NameType]] = []
    if not any(path):  # O alone
        return out
    for i, number in enumerate(path):
        if (type_ := _TYPES[number]) is None:
            continue
        if LABELS[number][0] == "B":
            out.append((i, i + 1, type_))
        elif out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return out


@cache
def tagger(lang: str | None) -> Tagger:
    """Return the tagger of a language; its cache of word types grows with use."""
    return Tagger(lang)
