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

from depesche.annotate.names.encode import Encoder, corpus_rows, headline_mark, position_rows
from depesche.annotate.names.features import EMPTY, SIZE, Ids, pair_ids, small_hashes
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.wordlists import Lists
from depesche.records import NameType

# MISC (works, products, events) is told apart from no name, but not given out.
LABELS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
_K: Final = len(LABELS)
_TYPE: Final = {"PER": NameType.PERSON, "ORG": NameType.ORGANIZATION, "LOC": NameType.PLACE}
_BATCH: Final = 512  # sentences tagged at once: what a long report needs in memory does not grow with it
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
            self.own = dict(entry.split("=") for entry in data["own"].tolist()) if "own" in data else {}
            self._scale = float(data["scale"])
            self.transitions = _forbid(data["transitions"].astype(np.float32))

    def scores(self, rows: Ids) -> Floats:
        """Return the weights of rows, shape rows.shape + (labels,)."""
        return self._weights[self._index[rows]].astype(np.float32) * self._scale


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
    """Tags sentences of one language. The weights are the same for all, unless a corpus of it was kept."""

    def __init__(self, lang: str | None) -> None:
        self._model = load_model()
        self._corpus = self._model.own.get(lang or "")
        self._encoder = Encoder(lang, self._model.lists)
        self._rows_of: dict[str, int] = {}
        self._table = np.zeros((1024, 5, _K), dtype=np.float32)  # by word type: own, left, right, two left, two right
        self._small = np.zeros((1024, len(small_hashes(EMPTY))), dtype=np.int64)
        self._small[0] = small_hashes(EMPTY)

    def _learn(self, words: list[str]) -> None:
        """Sum the weights of word types not met before: all of them in one look-up."""
        features = [self._encoder.read(word) for word in words]
        parts = [part for f in features for part in (f.own, f.left, f.right, f.left2, f.right2)]
        rows = np.array([row for part in parts for row in part], dtype=np.int64)
        starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
        first = len(self._rows_of) + 1
        while first + len(words) > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._small = np.concatenate([self._small, np.zeros_like(self._small)])
        sums = np.add.reduceat(self._score(rows), starts, axis=0)
        self._table[first : first + len(words)] = sums.reshape(len(words), 5, _K)
        self._small[first : first + len(words)] = [small_hashes(f) for f in features]
        self._rows_of.update(zip(words, range(first, first + len(words)), strict=True))

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
        table, small = self._table, self._small[ids]
        out = table[ids[2:-2], 0] + table[ids[1:-3], 1] + table[ids[3:-1], 2] + table[ids[:-4], 3] + table[ids[4:], 4]
        head = np.array(marks[: len(out)], dtype=np.int64)
        out += self._score(pair_ids(small, head)).sum(axis=1)
        out += self._score(np.arange(5, dtype=np.int64))[places[: len(out)]]
        if extra:
            at, rows = np.array(extra, dtype=np.int64).T
            np.add.at(out, at, self._score(rows))
        return out  # type: ignore[no-any-return]

    def _score(self, rows: Ids) -> Floats:
        scores = self._model.scores(rows)
        return scores + self._model.scores(corpus_rows(rows, self._corpus)) if self._corpus else scores

    def tag(self, sentences: Sequence[Sequence[str]], matches: Sequence[Sequence[Match]]) -> list[list[int]]:
        """Return the number of the best label of each word (see LABELS); all sentences at once."""
        if not any(sentences):
            return [[] for _ in sentences]
        lengths = np.array([len(words) for words in sentences])
        emit = self.emissions(sentences, matches)
        starts = np.concatenate([[0], np.cumsum(lengths + 2)[:-1]])
        order = np.argsort(-lengths, kind="stable")
        paths = _viterbi(emit, starts[order], lengths[order], self._model.transitions)
        return [paths[i] for i in np.argsort(order, kind="stable")]

    def spans(
        self, sentences: Sequence[Sequence[str]], matches: Sequence[Sequence[Match]]
    ) -> list[list[tuple[int, int, NameType]]]:
        """Return the names of each sentence as spans of words with their type."""
        batches = range(0, len(sentences), _BATCH)
        tagged = (self.tag(sentences[i : i + _BATCH], matches[i : i + _BATCH]) for i in batches)
        return [_spans(path) for paths in tagged for path in paths]


def _viterbi(emit: Floats, starts: Ids, lengths: Ids, trans: Floats) -> list[list[int]]:
    """Return the best path of each sentence; they come longest first, so that those still running are a prefix."""
    width = int(lengths[0])
    score = emit[np.minimum(starts, len(emit) - 1)] + trans[_K]
    back = np.zeros((width, len(starts), _K), dtype=np.int8)
    for i in range(1, width):
        running = int(np.searchsorted(-lengths, -i, side="left"))
        step = score[:running, :, None] + trans[None, :_K]
        back[i, :running] = step.argmax(axis=1)
        score[:running] = step.max(axis=1) + emit[starts[:running] + i]
    best = score.argmax(axis=1)
    paths = []
    for s, n in enumerate(lengths.tolist()):
        path = [int(best[s])] if n else []
        for i in range(n - 1, 0, -1):
            path.append(int(back[i, s, path[-1]]))
        paths.append(path[::-1])
    return paths


def _spans(path: Sequence[int]) -> list[tuple[int, int, NameType]]:
    out: list[tuple[int, int, NameType]] = []
    for i, number in enumerate(path):
        label = LABELS[number]
        if label[2:] not in _TYPE:
            continue
        if label[0] == "B":
            out.append((i, i + 1, _TYPE[label[2:]]))
        elif out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return out


@cache
def tagger(lang: str | None) -> Tagger:
    """Return the tagger of a language; its cache of word types grows with use."""
    return Tagger(lang)
