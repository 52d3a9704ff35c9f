"""The decoder finds the best path of each sentence, though it decodes only the stretches that can hold a name."""

from __future__ import annotations

import numpy as np
import pytest

from depesche.annotate.names.decode import NEVER, Decoder, Floats
from depesche.annotate.names.tagger import LABELS, load_model

_K = len(LABELS)


def _transitions(random: np.random.Generator) -> Floats:
    scores = random.normal(size=(_K + 1, _K)).astype(np.float32)
    for inside in range(2, _K, 2):
        for before in range(_K + 1):
            if before not in (inside - 1, inside):
                scores[before, inside] = NEVER
    return scores


def _best_path(emit: Floats, transitions: Floats) -> list[int]:
    """Return the best path of one sentence, word by word."""
    score, back = emit[0] + transitions[-1], []
    for row in emit[1:]:
        paths = score[:, None] + transitions[:-1]
        back.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    path = [int(score.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize("seed", range(40))
def test_paths_are_the_best(seed: int) -> None:
    random = np.random.default_rng(seed)
    transitions = _transitions(random)
    lengths = np.array([*random.integers(0, 12, size=6), 1])
    starts = np.concatenate([[0], np.cumsum(lengths + 2)[:-1]])
    emit = random.normal(size=(starts[-1] + 1, _K)).astype(np.float32) * 2
    emit[:, 0] += seed % 8  # from hardly any word without a name to hardly any with one
    best = Decoder(transitions).best_labels(emit.copy(), starts, lengths)
    for start, n in zip(starts.tolist(), lengths.tolist(), strict=True):
        if n:
            assert best[start : start + n] == _best_path(emit[start : start + n], transitions)


def test_rows_outside_sentences_have_no_label() -> None:
    emit = np.full((4, _K), 1, dtype=np.float32)
    emit[:, 1] = 50
    decoder = load_model().decoder
    assert decoder.best_labels(emit, np.array([0, 3]), np.array([1, 1])) == [1, 0, 0, 1]
