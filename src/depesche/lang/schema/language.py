"""`language.toml`: what a language is called, and how its sentences, quotations and small words look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class Language:
    """Facts of one language.

    `quotes` are pairs of opening and closing marks in use, the most usual first; `dash_quotes` whether a
    paragraph that opens with a dash is speech. `abbreviations` are case-folded, with their full stop.
    `ordinal_dot`: a number with a full stop can be an ordinal ("15. august"), but not behind one of the `clock_words`.
    `stopwords` are its function words.
    `capitals` says what is written with a capital beside names and beginnings: "nouns", "titles" (of texts) or "".
    `markers` are words that tell it from its nearest neighbours ("ikke jeg" tells nothing between da and nb);
    `neighbours` the codes of languages so near that letters alone confuse them.
    """

    code: str
    name: str
    quotes: tuple[tuple[str, str], ...]
    dash_quotes: bool
    ordinal_dot: bool
    capitals: str
    abbreviations: frozenset[str]
    closed_abbreviations: frozenset[str]
    stopwords: frozenset[str]
    markers: frozenset[str]
    neighbours: frozenset[str] = frozenset()
    clock_words: frozenset[str] = frozenset()

    @property
    def capital_nouns(self) -> bool:
        """Whether every noun has a capital, so that a capital tells no name."""
        return self.capitals == "nouns"


@cache
def load_language(lang: str | None) -> Language:
    """Return the language's facts, the shared defaults where it has no folder."""
    data = read_toml(lang, "language.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for line in data.get(key, []) for word in line.split())

    return Language(
        code=lang or "und",
        name=data.get("name", lang or "unknown"),
        quotes=tuple((a, b) for a, b in data.get("quotes", [])),
        dash_quotes=data.get("dash_quotes", False),
        ordinal_dot=data.get("ordinal_dot", False),
        capitals=data.get("capitals", ""),
        abbreviations=words("abbreviations"),
        closed_abbreviations=words("closed_abbreviations"),
        stopwords=words("stopwords"),
        markers=words("markers"),
        neighbours=frozenset(data.get("neighbours", ())),
        clock_words=words("clock_words"),
    )
