"""One paragraph while its times are found."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from depesche.records import Token


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one paragraph; `starts` are the indexes at which its sentences begin.
    `named` are months that are a person's name in this text."""

    text: str
    tokens: list[Token]
    starts: frozenset[int]
    named: frozenset[str] = frozenset()
    bounds: tuple[int, ...] = (0,)

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the tokens [start, end) of the sentence that token `i` is in."""
        at = bisect_right(self.bounds, i)
        end = self.bounds[at] if at < len(self.bounds) else len(self.tokens)
        return self.bounds[at - 1] if at else 0, end
