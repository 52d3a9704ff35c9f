"""Do two statements tell of one event? What they say beside the names they share.

Reports of one story share their names in every second sentence, so that likeness alone takes one topic for one claim.
The core of a statement is what is left without names, countries and titles beside names: the action, its object, its
manner. Two statements of one claim share a good part of the core on both sides.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from depesche.interlingua import Meaning, Unit
from depesche.interlingua.compare import Link, align


@dataclass(frozen=True, slots=True)
class Agreement:
    """`least` and `cover`: the lesser share and the geometric mean of the shares of both cores that found a partner.

    `shared` is the lesser weight found, in nats. A statement of names alone has no core: its share counts as whole.
    """

    least: float
    cover: float
    shared: float


def core_agreement(left: Meaning, right: Meaning) -> Agreement:
    """Return how far the cores of two meanings agree; the same for both orders."""
    one = _share(left.units, align(left.units, right.units))
    other = _share(right.units, align(right.units, left.units))
    return Agreement(min(one[0], other[0]), math.sqrt(one[0] * other[0]), min(one[1], other[1]))


def _share(units: Sequence[Unit], links: Sequence[Link]) -> tuple[float, float]:
    found = {link.left: link.strength for link in links}
    core = [i for i, unit in enumerate(units) if is_core(unit)]
    total = sum(units[i].weight for i in core)
    shared = sum(units[i].weight * found.get(i, 0.0) for i in core)
    return (shared / total if total else 1.0, shared)


def is_core(unit: Unit) -> bool:
    """Say whether a unit is more than a name or country ("@ru", "@ru~")."""
    return not unit.name and not (unit.concepts and unit.concepts[0].startswith("@"))
