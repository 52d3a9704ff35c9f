"""`_shared/steps.toml`: verbs that tell how far a thing has gone, in pairs no translator puts for one another."""

from __future__ import annotations

from functools import cache

from depesche.lang.loader import read_toml

Steps = tuple[frozenset[str], frozenset[str]]


@cache
def load_steps() -> tuple[Steps, ...]:
    """Return the pairs of groups of concept slugs, the earlier or weaker step first."""
    return tuple((frozenset(weak), frozenset(strong)) for weak, strong in read_toml(None, "steps.toml")["steps"])
