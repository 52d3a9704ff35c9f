"""`occasions.toml`: how a language names the occasions at which, and the documents in which, something is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml, stand_in
from depesche.records import OccasionKind
from depesche.text.tokens import tokenize

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """One kind of occasion. Phrases are case-folded, a tuple of words each, the longest first.

    `after` leads to the noun, `counterpart` to the one it was addressed to or held with; `tails` are ends of compounds;
    `held` says that it has a place.
    """

    kind: OccasionKind
    nouns: tuple[Phrase, ...]
    tails: tuple[str, ...]
    after: tuple[Phrase, ...]
    counterpart: frozenset[str]
    held: bool
    holds: tuple[str, ...]
    fails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccasionTable:
    """`kinds` by first word of a noun in `by_word`; `tails` pairs the end of a compound with its kind."""

    by_word: dict[str, tuple[tuple[Phrase, OccasionWords], ...]]
    tails: tuple[tuple[str, OccasionWords], ...]
    barriers: frozenset[str]
    in_which: tuple[Phrase, ...]
    where: frozenset[str]
    kinds: tuple[OccasionWords, ...]


@cache
def load_occasions(lang: str | None) -> OccasionTable:
    """Return a language's table; empty for a language without one."""
    data = read_toml(stand_in(lang), "occasions.toml")
    kinds = tuple(
        OccasionWords(
            kind=OccasionKind(entry["kind"]),
            nouns=_phrases(entry["nouns"]),
            tails=tuple(t.casefold() for t in entry.get("tails", ())),
            after=_phrases(entry["after"]),
            counterpart=frozenset(entry.get("with", ())),
            held=bool(entry.get("held", False)),
            holds=tuple(entry["holds"]),
            fails=tuple(entry["fails"]),
        )
        for entry in data.get("occasion", ())
    )
    by_word: dict[str, list[tuple[Phrase, OccasionWords]]] = {}
    for kind in kinds:
        for noun in kind.nouns:
            by_word.setdefault(noun[0], []).append((noun, kind))
    return OccasionTable(
        {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in by_word.items()},
        tuple(sorted(((t, kind) for kind in kinds for t in kind.tails), key=lambda found: (-len(found[0]), found[0]))),
        frozenset(data.get("barriers", ())),
        _phrases(data.get("in_which", ())),
        frozenset(data.get("where", ())),
        kinds,
    )


def _phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    found = [tuple(token.lower for token in tokenize(text)) for text in texts]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
