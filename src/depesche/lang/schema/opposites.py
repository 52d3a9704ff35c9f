"""`_shared/opposites.toml`: concepts of which news tells one or the other, never both of one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml

Pole = tuple[int, int]  # the number of an opposition, and which of its two sides


@dataclass(frozen=True, slots=True)
class Opposites:
    """`poles` maps a concept to where it stands; `turned` to those that say the same when one of the two is negated."""

    poles: dict[str, frozenset[Pole]]
    turned: dict[str, frozenset[str]]

    def of(self, slugs: Iterable[str]) -> frozenset[Pole]:
        """Return the poles that some concepts name; none of an opposition of which they name both."""
        found = frozenset(pole for slug in slugs for pole in self.poles.get(slug, ()))
        return frozenset((number, side) for number, side in found if (number, 1 - side) not in found)


@cache
def load_opposites() -> Opposites:
    """Return the table of opposites."""
    data = read_toml(None, "opposites.toml")
    entries = [*data.get("either", ()), *data.get("contrary", ())]
    poles: dict[str, frozenset[Pole]] = {}
    for number, sides in enumerate(entries):
        for side, slugs in enumerate(sides):
            for slug in slugs:
                poles[slug] = poles.get(slug, frozenset()) | {(number, side)}
    turned: dict[str, frozenset[str]] = {}
    for one, other in data.get("either", ()):
        for slug, partners in [*((s, other) for s in one), *((s, one) for s in other)]:
            turned[slug] = turned.get(slug, frozenset()) | frozenset(partners)
    return Opposites(poles, turned)
