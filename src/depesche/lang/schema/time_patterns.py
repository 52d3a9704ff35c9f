"""The patterns of `times.toml` and the tree in which they are looked up (notation: `schema.times`)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TimeRule:
    """What a pattern means. `give` maps a field of a time to a constant or to a class name; `glued` forbids blanks,
    `closed` a noun after it, `undated` a year or month after it ("18 år | siden 1978").

    `not_after` and `not_before` are words next to which the pattern is no time.
    """

    name: str
    give: tuple[tuple[str, Any], ...]
    not_after: frozenset[str]
    not_before: frozenset[str]
    glued: bool
    closed: bool
    undated: bool
    needs_ref: bool


@dataclass(frozen=True, slots=True)
class Accept:
    """The end of a pattern: its rule, which elements belong to the span, and how far down the files it stands."""

    rule: TimeRule
    first: int
    last: int
    order: int


@dataclass(slots=True)
class Node:
    """A state of the pattern tree; `next` maps a word or class to the state after it."""

    next: dict[str, Node] = field(default_factory=dict)
    accepts: list[Accept] = field(default_factory=list)


def _alternatives(element: str) -> list[str]:
    return element.split("|") if len(element) > 1 else [element]


def expand_pattern(pattern: str) -> list[tuple[list[str], int, int]]:
    """Return every sequence a pattern stands for, with the half-open range of elements that make its span."""
    elements = pattern.split()
    options: list[list[str | None]] = []
    for element in elements:
        optional = len(element) > 1 and element.endswith("?")
        choices: list[str | None] = list(_alternatives(element[:-1] if optional else element))
        options.append([*choices, None] if optional else choices)
    found = []
    for choice in itertools.product(*options):
        sequence: list[str] = []
        first, last = 0, -1
        for symbol in choice:
            if symbol == "[":
                first = len(sequence)
            elif symbol == "]":
                last = len(sequence)
            elif symbol is not None:
                sequence.append(symbol)
        found.append((sequence, first, len(sequence) if last < 0 else last))
    return found
