"""Days that are known by name: events that are commemorated, and observances that no rule computes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from depesche.lang.loader import read_toml, read_tsv


@dataclass(frozen=True, slots=True)
class Commemoration:
    """An event with its day; `words` maps a language to sets of word beginnings that name it."""

    name: str
    day: date
    source: str
    words: dict[str, tuple[tuple[str, ...], ...]]


@cache
def load_commemorations() -> tuple[Commemoration, ...]:
    """Return the events of `_shared/commemorations.toml`, those named by most words first."""
    rows = [
        Commemoration(
            row["name"],
            date.fromisoformat(row["date"]),
            row["source"],
            {lang: tuple(tuple(s.casefold().split()) for s in sets) for lang, sets in row["words"].items()},
        )
        for row in read_toml(None, "commemorations.toml").get("commemoration", [])
    ]
    return tuple(sorted(rows, key=lambda r: (-max((len(s) for v in r.words.values() for s in v), default=0), r.name)))


@cache
def load_observances() -> dict[str, tuple[date, ...]]:
    """Return the days of the observances that no rule computes, by name (`_shared/observances.tsv`)."""
    return {
        row["name"]: tuple(date.fromisoformat(day) for day in row["dates"].split())
        for row in read_tsv(None, "observances.tsv")
    }
