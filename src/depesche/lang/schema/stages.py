"""`_shared/stages.toml`: which concepts put a matter at which stage, and which stages may stand in one claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class Stages:
    """`of` maps a concept slug to its stage; `compatible` holds the pairs that may occur together."""

    of: dict[str, str]
    compatible: frozenset[frozenset[str]]


@cache
def load_stages() -> Stages:
    """Return the table of stages."""
    data = read_toml(None, "stages.toml")
    of = {slug: stage for stage, slugs in data.get("stages", {}).items() for slug in slugs}
    return Stages(of, frozenset(frozenset(pair) for pair in data.get("compatible", [])))
