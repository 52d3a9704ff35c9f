"""Dispatches as they grow: a report is compared with a few members of each, however many have its text already.

Two hundred outlets that carry one text are forty thousand pairs. All of them are one dispatch as soon as each has been
compared with a few of those before it, so that cost grows with the reports and not with their pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from depesche import settings

Neighbour = tuple[str, float]


class Dispatches:
    """Reports that pass on one text, joined as reuse is found; what is chosen depends on their order."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def choose(self, near: Iterable[Neighbour]) -> list[Neighbour]:
        """Return the likeliest few neighbours of each dispatch (`REUSE_COMPARED`), in order of their names."""
        of: dict[str, list[Neighbour]] = {}
        for name, likeness in near:
            of.setdefault(self._root(name), []).append((name, likeness))
        few = (sorted(found, key=lambda n: (-n[1], n[0]))[: settings.REUSE_COMPARED] for found in of.values())
        return sorted(neighbour for found in few for neighbour in found)

    def join(self, one: str, other: str) -> None:
        """Note that two reports pass on one text."""
        keep, drop = sorted((self._root(one), self._root(other)))
        self._first[drop] = keep

    def _root(self, name: str) -> str:
        while (up := self._first.get(name, name)) != name:
            self._first[name] = name = self._first.get(up, up)
        return name


def earlier_neighbours(
    order: Sequence[str], near: Iterable[tuple[str, str, float]]
) -> Iterator[tuple[str, Sequence[Neighbour]]]:
    """Yield each report of `order` that has neighbours before it, with these and their likeness."""
    place = {name: n for n, name in enumerate(order)}
    before: dict[str, list[Neighbour]] = {}
    for left, right, likeness in near:
        first, later = sorted((left, right), key=place.__getitem__)
        before.setdefault(later, []).append((first, likeness))
    yield from ((name, before[name]) for name in order if name in before)
