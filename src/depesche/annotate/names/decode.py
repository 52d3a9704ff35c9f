"""The best labels of a report's words: Viterbi over the stretches in which a name can be.

More than half of all words are no part of a name whatever the labels around them. They part the sentences into
stretches of a few words, and these are decoded side by side: a step costs the same for one stretch as for all.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import Ids

NEVER: Final = -1e4  # score of a label that may not follow (I-PER after O)
_MARGIN: Final = 1e-3  # far above what sums of float32 are off by

Floats = npt.NDArray[np.float32]


class Decoder:
    """Finds the best path of sentences. Labels are O, then B- and I- of each type.

    `transitions` holds the score of each label (column) after each other, its last row that of a sentence's first.
    """

    def __init__(self, transitions: Floats) -> None:
        self._transitions = transitions
        self._moves = transitions[:-1]
        self._back = np.ascontiguousarray(self._moves.T)
        self._to_other, self._to_inside = _gains(transitions)

    def best_labels(self, emit: Floats, starts: Ids, lengths: Ids) -> list[int]:
        """Return the number of the best label of each row of `emit`, 0 outside the sentences; `emit` is used up."""
        is_word, opens = np.zeros(len(emit) + 1, dtype=np.bool_), np.zeros(len(emit), dtype=np.bool_)
        for start, n in zip(starts.tolist(), lengths.tolist(), strict=True):
            is_word[start : start + n] = True
            opens[start : start + (n > 0)] = True
        is_open = np.zeros(len(emit) + 2, dtype=np.bool_)
        is_open[1:-1] = is_word[:-1] & ~self._surely_none(emit)
        edges = np.flatnonzero(is_open[1:] != is_open[:-1])
        first, end = edges[::2], edges[1::2]
        best = np.zeros(len(emit), dtype=np.int64)
        if len(first):
            emit[first] += np.where(opens[first, None], self._transitions[-1], self._moves[0])
            emit[end - 1] += np.where(is_word[end, None], self._moves[:, 0], np.float32(0))
            self._decode(emit, first, end - first, best)
        return best.tolist()

    def _surely_none(self, emit: Floats) -> npt.NDArray[np.bool_]:
        """Return which rows have the label O on every best path: put there, it would make any other path better."""
        inside = np.zeros((len(emit), len(self._to_other) // 2), dtype=np.float32)
        inside[:-1] = np.maximum(emit[1:, 2::2] - emit[1:, 1::2], 0)  # what the next word loses as B- instead of I-
        gains = np.maximum(self._to_other, self._to_inside + inside.repeat(2, axis=1))
        return (emit[:, :1] - emit[:, 1:] > gains + _MARGIN).all(axis=1)  # type: ignore[no-any-return]

    def _decode(self, emit: Floats, starts: Ids, lengths: Ids, best: Ids) -> None:
        """Write the best path of each stretch to its rows of `best`."""
        order = np.argsort(-lengths, kind="stable")  # longest first, so that those still running are a prefix
        starts, lengths = starts[order], lengths[order]
        places = np.arange(int(lengths[0]))
        running = np.searchsorted(-lengths, -places).tolist()  # stretches with a word at each place
        at = np.minimum(starts + places[:, None], len(emit) - 1)
        score = emit.take(at, axis=0)  # by place and stretch; becomes that of the best path that ends in each label
        for i, k in enumerate(running[1:], 1):
            score[i, :k] += np.maximum.reduce(score[i - 1, :k, :, None] + self._moves, axis=1)
        paths = np.zeros(at.shape, dtype=np.int64)
        goes_on = 0
        for i in range(len(places) - 1, -1, -1):
            ends = score[i, : running[i]]
            if goes_on:
                ends[:goes_on] += self._back.take(paths[i + 1, :goes_on], axis=0)
            goes_on = running[i]
            ends.argmax(axis=1, out=paths[i, :goes_on])
        inside = places[:, None] < lengths
        best[at[inside]] = paths[inside]


def _gains(transitions: Floats) -> tuple[Floats, Floats]:
    """Return how much more than O each other label can get at most from the labels beside it.

    First where O or B- follows it. Then where I- does, which becomes B- once O stands before it.
    """
    size = transitions.shape[1]
    to_other, to_inside = np.zeros((2, size - 1), dtype=np.float32)
    for label in range(1, size):
        begin = label - 1 + label % 2
        inside = begin + 1
        before = max(row[label] - row[0] for row in transitions if row[label] > NEVER)
        after = transitions[label] - transitions[0]
        then = (transitions[inside] - transitions[begin])[[0, inside, *range(1, size, 2)]]
        to_other[label - 1] = before + max(0.0, after[0], *after[1::2])
        to_inside[label - 1] = before + transitions[label, inside] - transitions[0, begin] + max(0.0, *then)
    return to_other, to_inside
