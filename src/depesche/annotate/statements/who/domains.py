"""What an office is over: "minister | zdrowia", "LO-leder". Two bearers with different domains are two persons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_WORDS: Final = 3  # words of a domain that count: "spraw zagranicznych"
_STEM: Final = 5  # letters by which the words of two domains are compared
Domain = tuple[str, ...]


def domain(frame: Frame, speech: Speech, layers: Layers, k: int) -> Domain:
    """Return the stems of the genitives right behind a Polish noun at `k`, else what a hyphen joins to it."""
    if speech.table is None:
        joined = k > 1 and frame.lower(k - 1) == "-" and frame.tokens[k - 1].end == frame.tokens[k].start
        return (frame.lower(k - 2),) if joined else ()
    behind = range(k + 1, min(k + 1 + _WORDS, len(frame.tokens)))
    return tuple(frame.lower(j)[:_STEM] for j in takewhile(lambda j: _genitive(frame, speech, layers, j), behind))


def told_domain(words: Sequence[str]) -> Domain:
    """Return the stems of the words behind a title in the name of a source."""
    return tuple(word[:_STEM] for word in words[:_WORDS])


def _genitive(frame: Frame, speech: Speech, layers: Layers, j: int) -> bool:
    name = layers.names.get(frame.tokens[j].start)
    if name is not None:
        return name.type is not NameType.PERSON
    word = frame.lower(j)
    small = speech.has_any(("prepositions", "adverbs", "conjunctions", "negations"), word)
    return "g" in speech.reading(word) and not small


def may_be_one(one: Domain, other: Domain) -> bool:
    """Say whether two domains don't tell two persons apart: one of them is not told, or they begin alike."""
    return all(a == b for a, b in zip(one, other, strict=False))
