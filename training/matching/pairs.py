"""Pairs of sentences with features: translations, and what is easily taken for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from depesche.interlingua.compare import compare
from depesche.interlingua.lines import LineIndex
from depesche.interlingua.meaning import Meaning

LOOKALIKES = 2  # wrong lines most like a line, taken as negatives beside its neighbours


class Pair(NamedTuple):
    """Features of two sentences; `group` names the left one: of a group's pairs exactly one is right."""

    features: tuple[float, ...]
    same: bool
    group: int


def make_pairs(texts: Sequence[dict[str, Meaning]], keep: range) -> Iterator[Pair]:
    """Yield pairs for the rows in `keep`: the translation, the neighbours in the document, the likest wrong lines."""
    group = 0
    langs = sorted({lang for row in texts for lang in row})
    for a, b in permutations(langs, 2):
        rows = [i for i, row in enumerate(texts) if a in row and b in row]
        right = [texts[i][b] for i in rows]
        index = LineIndex(right, right.__getitem__, len(right))
        for place, i in enumerate(rows):
            if i not in keep:
                continue
            wrong = {j for j in (place - 1, place + 1) if 0 <= j < len(rows)}
            likest = [j for j, _ in index.candidates(texts[i][a], LOOKALIKES + 1) if j != place]
            group += 1
            for j in [place, *sorted(wrong | set(likest[:LOOKALIKES]))]:
                yield Pair(compare(texts[i][a], right[j]).features, j == place, group)
