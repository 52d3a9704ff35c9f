"""`forms.toml`: how a language inflects and builds words, its small numbers, months, weekdays and negations.

`irregular_<pos>.tsv`: the lemmas of a part of speech that inflect otherwise; read when form tables are built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from depesche.errors import DataError
from depesche.lang.loader import read_toml, read_tsv


@dataclass(frozen=True, slots=True)
class Inflection:
    """A lemma of `pos` ending in `ends` loses `drop` letters and takes each of `add`; see lang/en/forms.toml.

    `before` is put before the stem: German "ge".
    """

    pos: str
    ends: str
    drop: int
    add: tuple[str, ...]
    double: bool
    example: tuple[str, str]
    before: str = ""


@dataclass(frozen=True, slots=True)
class Affix:
    """An unknown word that ends (begins) with `part` is read as the known word with `put` in its place."""

    part: str
    put: str
    negates: bool
    example: tuple[str, str]


class SmallPhrase(NamedTuple):
    """Words in a row, case-folded, that stand for one small word, and what that is in English."""

    words: tuple[str, ...]
    english: str


class Relational(NamedTuple):
    """An adjective that ends in `part` is one of the noun with `put` in its place: "magazynowa" of "magazyn"."""

    part: str
    put: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What one language's `forms.toml` says. Words are case-folded; months and weekdays map a form to 1..12, 1..7.

    `small_phrases` maps the first word of a phrase without content ("on account of") to its phrases, the longest
    first, each with what it is in English. `past` are the endings of past forms. `telling` are all words for numbers,
    months and weekdays. A verb with one of `verb_prefixes` inflects as without it; `spellings` pairs letters with
    others that may stand for them. `relational`: the longest endings first.
    """

    negation: frozenset[str]
    function_words: frozenset[str]
    numbers: dict[str, float]
    scales: dict[str, float]
    months: dict[str, int]
    weekdays: dict[str, int]
    telling: frozenset[str]
    decimal: str
    verb_before: frozenset[str]
    noun_before: frozenset[str]
    joins: frozenset[str]
    links: tuple[str, ...]
    shortest_part: int
    always_linked: tuple[str, ...]
    dropped: tuple[str, ...]
    relational: tuple[Relational, ...]
    inflections: tuple[Inflection, ...]
    suffixes: tuple[Affix, ...]
    prefixes: tuple[Affix, ...]
    verb_prefixes: frozenset[str]
    spellings: tuple[tuple[str, str], ...]
    past: tuple[str, ...]
    small_phrases: Mapping[str, tuple[SmallPhrase, ...]]


@cache
def load_forms(lang: str | None) -> Forms:
    """Return the language's `forms.toml`; all empty where it has none.

    Raises:
        DataError: a number is no number, or a rule lacks a field; names language and entry.
    """
    data = read_toml(lang, "forms.toml")
    compound = data.get("compound", {})
    numbers = _numbers(data, "numbers", lang)
    months, weekdays = _places(data.get("months", [])), _places(data.get("weekdays", []))
    return Forms(
        negation=frozenset(_words(data, "negation")),
        function_words=frozenset(_words(data, "function_words")),
        numbers=numbers,
        scales=_numbers(data, "scales", lang),
        months=months,
        weekdays=weekdays,
        telling=frozenset(numbers) | frozenset(months) | frozenset(weekdays),
        decimal=data.get("decimal", "."),
        verb_before=frozenset(_words(data, "verb_before")),
        noun_before=frozenset(_words(data, "noun_before")),
        joins=frozenset(_words(data, "joins")),
        links=tuple(compound.get("links", ())),
        shortest_part=compound.get("shortest", 4),
        always_linked=tuple(compound.get("always_linked", ())),
        dropped=tuple(compound.get("dropped", ("e",))),
        relational=_relational(data.get("relational", {})),
        inflections=tuple(_inflection(rule, lang) for rule in data.get("inflect", ())),
        suffixes=tuple(_affix(rule, "ends", lang) for rule in data.get("suffix", ())),
        prefixes=tuple(_affix(rule, "starts", lang) for rule in data.get("prefix", ())),
        verb_prefixes=frozenset(_words(data, "verb_prefixes")),
        spellings=tuple((old, new) for old, _, new in (pair.partition("=") for pair in _words(data, "spellings"))),
        past=tuple(_words(data, "past")),
        small_phrases=_small_phrases(data.get("small_phrases", ())),
    )


IRREGULAR = ("noun", "verb", "adj")  # parts of speech that a table of irregular lemmas may be there for


@cache
def load_irregulars(lang: str) -> Mapping[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return (part of speech, lemma) -> pairs of a column's name and its forms.

    Forms of a column are inflected further by the rules whose `pos` is the column's name.
    """
    return {
        (pos, row["lemma"]): tuple((name, tuple(cell.split())) for name, cell in row.items() if name != "lemma")
        for pos in IRREGULAR
        for row in read_tsv(lang, f"irregular_{pos}.tsv")
    }


def _small_phrases(entries: Sequence[str]) -> dict[str, tuple[SmallPhrase, ...]]:
    found: dict[str, list[SmallPhrase]] = {}
    for entry in entries:
        phrase, _, english = entry.partition("=")
        words = tuple(phrase.casefold().split())
        found.setdefault(words[0], []).append(SmallPhrase(words, english or phrase))
    return {first: tuple(sorted(phrases, key=lambda p: (-len(p.words), p.words))) for first, phrases in found.items()}


def _words(data: dict[str, Any], key: str) -> list[str]:
    return " ".join(data.get(key, [])).casefold().split()


def _numbers(data: dict[str, Any], key: str, lang: str | None) -> dict[str, float]:
    out = {}
    for entry in _words(data, key):
        word, _, value = entry.partition("=")
        try:
            out[word] = float(value)
        except ValueError as error:
            raise DataError(f"lang/{lang}/forms.toml, {key}: {entry!r}; write word=number") from error
    return out


def _places(lines: list[str]) -> dict[str, int]:
    return {word: place for place, line in enumerate(lines, 1) for word in line.casefold().split()}


def _relational(data: dict[str, Any]) -> tuple[Relational, ...]:
    pairs = [pair.partition("=") for pair in _words(data, "stems")]
    found = (Relational(part + ending, put) for part, _, put in pairs for ending in data.get("endings", ()))
    return tuple(sorted(found, key=lambda rule: -len(rule.part)))


def _inflection(rule: dict[str, Any], lang: str | None) -> Inflection:
    try:
        return Inflection(
            rule["pos"],
            rule["ends"],
            rule.get("drop", 0),
            tuple("" if a == "-" else a for a in rule["add"]),
            rule.get("double", False),
            (rule["example"][0], rule["example"][1]),
            rule.get("before", ""),
        )
    except (KeyError, IndexError) as error:
        raise DataError(f"lang/{lang}/forms.toml: inflect rule {rule} lacks {error}") from error


def _affix(rule: dict[str, Any], key: str, lang: str | None) -> Affix:
    try:
        put = "" if rule["put"] == "-" else rule["put"]
        return Affix(
            rule[key].casefold(), put.casefold(), rule.get("negates", False), (rule["example"][0], rule["example"][1])
        )
    except (KeyError, IndexError) as error:
        raise DataError(f"lang/{lang}/forms.toml: rule {rule} lacks {error}") from error
