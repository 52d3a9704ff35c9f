"""Walks the pattern tree from a token and returns the longest pattern that fits."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from depesche.annotate.times.edges import Reader
from depesche.annotate.times.figures import Edge
from depesche.annotate.times.line import Line
from depesche.lang.schema.time_patterns import Accept, Node, TimeRule

_DATES = frozenset({"YEAR", "YEARM", "MONTH", "MONTHX"})
_MAX_ELEMENTS = 14  # no pattern of the files is longer; bounds the walk


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: tokens [start, end) are its span, [outer_start, outer_end) with its context words."""

    rule: TimeRule
    start: int
    end: int
    outer_end: int
    captures: tuple[tuple[str, Any], ...]


class Matcher:
    """Finds patterns in one line; edges are computed once a token."""

    def __init__(self, reader: Reader, line: Line) -> None:
        self.reader = reader
        self.line = line
        self._edges: dict[int, list[Edge]] = {}

    def edges(self, i: int) -> list[Edge]:
        """Return the readings of token `i`."""
        if i not in self._edges:
            self._edges[i] = self.reader.edges(self.line, i)
        return self._edges[i]

    def longest(self, i: int) -> Match | None:
        """Return the pattern starting at token `i` that reaches furthest; of equals the last in the files."""
        best: tuple[int, int, int] = (0, 0, 0)
        found: Match | None = None
        stack: list[tuple[int, Node, tuple[tuple[str, Any, int, int], ...]]] = [(i, self.reader.words.root, ())]
        total = len(self.line.tokens)
        while stack:
            at, node, path = stack.pop()
            for accept in node.accepts:
                key = (path[accept.last - 1][3], at, accept.order)
                if key > best and self._allowed(accept, path, at):
                    best, found = key, _match(accept, path, at)
            if at >= total or len(path) >= _MAX_ELEMENTS or not node.next:
                continue
            for edge in self.edges(at):
                child = node.next.get(edge.symbol)
                if child is not None:
                    stack.append((edge.end, child, (*path, (edge.symbol, edge.value, at, edge.end))))
        return found

    def _allowed(self, accept: Accept, path: tuple[tuple[str, Any, int, int], ...], at: int) -> bool:
        rule, tokens = accept.rule, self.line.tokens
        first = path[0][2]
        if rule.not_after and first and tokens[first - 1].lower in rule.not_after:
            return False
        if rule.not_before and at < len(tokens) and tokens[at].lower in rule.not_before:
            return False
        if rule.closed and not self.is_closed(at):
            return False
        if rule.undated and at < len(tokens) and any(e.symbol in _DATES for e in self.edges(at)):
            return False
        if rule.glued:
            span = tokens[path[accept.first][2] : path[accept.last - 1][3]]
            if any(a.end != b.start for a, b in itertools.pairwise(span)):
                return False
        return True

    def is_closed(self, at: int) -> bool:
        """Say whether no noun follows: the end, a mark or a function word, not the full stop of an ordinal."""
        tokens = self.line.tokens
        if at >= len(tokens):
            return True
        if tokens[at].text[0].isalnum():
            return tokens[at].lower in self.reader.words.year_before
        return tokens[at].text != "." or at + 1 >= len(tokens) or at + 1 in self.line.starts


def _match(accept: Accept, path: tuple[tuple[str, Any, int, int], ...], at: int) -> Match:
    captures = tuple((symbol, value) for symbol, value, _, _ in path if symbol.isupper())
    return Match(accept.rule, path[accept.first][2], path[accept.last - 1][3], at, captures)
