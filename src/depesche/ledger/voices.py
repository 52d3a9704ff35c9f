"""Who speaks for whom: the way up from a voice to the party that could know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from depesche.records import Entity


def top_party(entity: str, entities: Mapping[str, Entity]) -> str:
    """Follow `party` upwards to the last; a loop ends where it closes."""
    seen = [entity]
    while (found := entities.get(seen[-1])) and found.party and found.party not in seen:
        seen.append(found.party)
    return seen[-1]


def parties_of(voices: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Return the parties behind some voices."""
    return frozenset(top_party(voice, entities) for voice in voices)
