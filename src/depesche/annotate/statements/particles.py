"""Separable particles at the end of their clause: "teilte am Montag mit". Where each stands is found once a frame."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from depesche.annotate.statements.frames import QUOTE, ClauseEnds, Frame
from depesche.lang.schema.speech import Speech, VerbForm

REACH: Final = 45  # tokens between a German finite verb and its particle at the end of the clause
_ENDS: Final = frozenset({"", ",", ".", ":", ";", "!", "?", ")", "-", "–", "—", QUOTE})


def find_particle(frame: Frame, i: int, particle: str, speech: Speech) -> int | None:
    """Return where the separable particle of the verb at `i` stands."""
    ends = frame.ends
    if ends is None:
        ends = frame.ends = _clause_ends(frame, speech)
    places = ends.places.get(particle, ())
    at = bisect_right(places, i)
    if at >= len(places) or places[at] >= i + REACH:
        return None
    barrier = bisect_right(ends.barriers, i)
    stopped = barrier < len(ends.barriers) and ends.barriers[barrier] < places[at]
    return None if stopped else places[at]


def _clause_ends(frame: Frame, speech: Speech) -> ClauseEnds:
    places: dict[str, list[int]] = {}
    barriers = []
    for j, token in enumerate(frame.tokens):
        following = frame.lower(j + 1)
        # after "und" with a verb stands the particle of that verb: "sprach von X und kündigte Y an"
        second = speech.has("conjunctions", token.lower) and _verb_at(frame, j + 1, speech)
        if token.text in ";:" or token.text == QUOTE or second:
            barriers.append(j)
        ended = following in _ENDS or speech.has("conjunctions", following) or speech.has("complementizers", following)
        if ended and token.text[0].isalpha():
            places.setdefault(token.lower, []).append(j)
    return ClauseEnds(places, barriers)


def _verb_at(frame: Frame, i: int, speech: Speech) -> bool:
    finite = any(isinstance(e, VerbForm) and e.kind == "finite" for e in speech.index.get(frame.lower(i), ()))
    return finite and frame.tokens[i].text[0].islower()
