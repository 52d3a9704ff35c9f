"""`_shared/stages.toml`: which concepts put a matter at which stage, and which stages may stand in one claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class Stages:
    """`of` maps a concept slug to its stage; `compatible` holds the pairs that may occur together.

    `converse` maps a slug to those that tell the same from the other side. `layers` run from what is said of a thing to
    the thing itself; each stage stands in one. `governing` are verbs that make an intention of what they govern; what
    stands at a stage of `forward` is told as what will be, too. `wanting` before a verb plans what the verb tells.
    """

    of: dict[str, str]
    compatible: frozenset[frozenset[str]]
    converse: dict[str, frozenset[str]]
    layers: tuple[frozenset[str], ...]
    governing: frozenset[str]
    forward: frozenset[str]
    wanting: frozenset[str]

    def outermost(self, stages: frozenset[str]) -> frozenset[str]:
        """Return those of some stages that count: a delivery that is promised is promised, not delivered."""
        return next((stages & layer for layer in self.layers if stages & layer), stages)


@cache
def load_stages() -> Stages:
    """Return the table of stages."""
    data = read_toml(None, "stages.toml")
    of = {slug: stage for stage, slugs in data.get("stages", {}).items() for slug in slugs}
    converse: dict[str, frozenset[str]] = {}
    for one, other in data.get("converse", []):
        converse |= {slug: frozenset(other) for slug in one} | {slug: frozenset(one) for slug in other}
    return Stages(
        of,
        frozenset(frozenset(pair) for pair in data.get("compatible", [])),
        converse,
        tuple(frozenset(layer) for layer in data.get("layers", [])),
        frozenset(data.get("governing", ())),
        frozenset(data.get("forward", ())),
        frozenset(data.get("wanting", ())),
    )
