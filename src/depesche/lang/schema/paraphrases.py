"""`_shared/paraphrases.toml`: which concepts stand for each other where one thing is told twice."""

from __future__ import annotations

from functools import cache

from depesche.lang.loader import read_toml


@cache
def load_paraphrases() -> dict[str, frozenset[str]]:
    """Map a concept to those that can stand in its place, itself left out."""
    out: dict[str, frozenset[str]] = {}
    for group in read_toml(None, "paraphrases.toml").get("groups", []):
        for slug in group:
            out[slug] = out.get(slug, frozenset()) | (frozenset(group) - {slug})
    return out
