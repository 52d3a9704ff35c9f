"""What the modules of this folder pass on: the sentence being read and the figure read so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depesche.lang.schema.quantities import QuantityWords
from depesche.records import Token

DASHES = frozenset({"-", "–", "—", "−"})
CUE_REACH = (
    12  # tokens around a figure in which a word of games makes it a score, one of weighing makes pounds a weight
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read: tokens [start, end) with its sign and unit."""

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence while it is read; `busy` tells which tokens are part of a time."""

    text: str
    tokens: Sequence[Token]
    busy: frozenset[int]
    words: QuantityWords
    stopwords: frozenset[str]


def glued_before(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a mark or word hangs on the number from the left ("F-16", "Covid-19", "#3")."""
    if i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1].text
    if before in DASHES:
        return i > 1 and tokens[i - 2].end == tokens[i - 1].start
    return before[-1].isalnum() or before in "#@/_.:"
