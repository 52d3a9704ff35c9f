"""`_shared/stages.toml`: which concepts put a matter at which stage, and which stages may stand in one claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class Stages:
    """`of` maps a concept slug to its stage; `compatible` holds the pairs that may occur together.

    `converse` maps a slug to those that tell the same from the other side.
    """

    of: dict[str, str]
    compatible: frozenset[frozenset[str]]
    converse: dict[str, frozenset[str]]


@cache
def load_stages() -> Stages:
    """Return the table of stages."""
    data = read_toml(None, "stages.toml")
    of = {slug: stage for stage, slugs in data.get("stages", {}).items() for slug in slugs}
    converse: dict[str, frozenset[str]] = {}
    for one, other in data.get("converse", []):
        converse |= {slug: frozenset(other) for slug in one} | {slug: frozenset(one) for slug in other}
    return Stages(of, frozenset(frozenset(pair) for pair in data.get("compatible", [])), converse)
