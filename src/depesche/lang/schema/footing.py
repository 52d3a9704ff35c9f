"""`footing.toml`: the words by which a language marks what it tells as unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml

Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class FootingWords:
    """Phrases, case-folded word by word, under their first word.

    `hedges` mark doubt, `modals` do so in headlines, `open` are weaker signs of it; `evidence` marks a conclusion.
    `undone` marks what is only threatened, planned or offered.
    """

    hedges: Phrases
    modals: Phrases
    open: Phrases
    evidence: Phrases
    undone: Phrases


@cache
def load_footing(lang: str | None) -> FootingWords:
    """Return a language's words of doubt; none for a language without a folder."""
    data = read_toml(lang, "footing.toml")
    return FootingWords(*(_phrases(data.get(key, ())) for key in ("hedges", "modals", "open", "evidence", "undone")))


@cache
def load_verdict_words() -> frozenset[str]:
    """Return the concepts that add nothing to what is said of a subject: linking verbs, words of degree."""
    return frozenset(read_toml(None, "verdicts.toml")["empty"])


def holds_phrase(words: Sequence[str], phrases: Phrases) -> bool:
    """Say whether case-folded words hold one of the phrases."""
    return any(
        tuple(words[i : i + len(phrase)]) == phrase for i, word in enumerate(words) for phrase in phrases.get(word, ())
    )


def _phrases(texts: Sequence[str]) -> Phrases:
    out: dict[str, list[tuple[str, ...]]] = {}
    for text in texts:
        words = tuple(text.casefold().split())
        out.setdefault(words[0], []).append(words)
    return {word: tuple(found) for word, found in out.items()}
