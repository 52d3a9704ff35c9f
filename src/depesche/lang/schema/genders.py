"""Which given names are a man's, which a woman's: for pronouns only, and only where a name leaves no doubt."""

from __future__ import annotations

from functools import cache

from depesche.lang.loader import read_toml


@cache
def _genders() -> dict[str, str]:
    data = read_toml(None, "genders.toml")
    known: dict[str, str] = {}
    for key in ("m", "f"):
        for group in data.get(key, ()):
            known.update(dict.fromkeys(group.split(), key))
    return known


def gender(name: str) -> str | None:
    """Return "m" or "f" for a person's name by its given name; None where it tells nothing."""
    words = name.casefold().split()
    return _genders().get(words[0].split("-")[0]) if len(words) > 1 else None
