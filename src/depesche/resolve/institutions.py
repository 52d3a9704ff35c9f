"""Institutions that every state has one of: "Sudans hær", "armia sudańska", "the army" are one army, that of Sudan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from depesche.lang.schema.entities import KnownEntity, load_entities
from depesche.lang.schema.language import load_language
from depesche.lang.schema.names import load_names
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Token
from depesche.resolve.known import country_of
from depesche.resolve.parties import country_named
from depesche.text.tokens import tokenize

_LONGEST = 8  # words of a phrase that can be an institution and its country
_BESIDE = 3  # words between an institution and its country in a report's text


@dataclass(frozen=True, slots=True)
class Institution:
    """One kind of institution of one country; `country` is the id of the table of known entities."""

    kind: str
    country: str

    @property
    def name(self) -> str:
        """What depesche writes for it, in English: "army of Sudan"."""
        return f"{load_names('en').institutions[self.kind][0]} of {load_entities()[self.country].name}"


def institution_in(phrase: str, lang: str | None) -> tuple[str, str | None] | None:
    """Return kind and country of a source's phrase that names an institution and nothing else, else None.

    The country is None where the phrase doesn't tell it ("the army").
    """
    words = [t for t in tokenize(phrase) if t.text[0].isalnum()]
    if not words or len(words) > _LONGEST:
        return None
    found = next(((k, a, b) for k, a, b in _kinds(words, lang)), None)
    if found is None:
        return None
    kind, a, b = found
    rest = [w.text for j, w in enumerate(words) if not a <= j < b and w.lower != "s"]
    small = load_language(lang).stopwords
    rest = [w for w in rest if w.casefold() not in small or country_of(w, lang) is not None]
    if not rest:
        return kind, None
    country = country_of(rest[0], lang) if len(rest) == 1 else country_named(tuple(rest), lang)
    return (kind, country) if country is not None else None  # else "the army's spokesman", "the new army"


def institutions_told(report: AnnotatedReport) -> dict[str, str | None]:
    """Return, for each kind, the one country whose institution the report names; None where it names several."""
    told: dict[str, str | None] = {}
    for sentence in report.sentences:
        tokens = [t for t in sentence.tokens if t.text[0].isalnum()]
        for kind, a, b in _kinds(tokens, report.language):
            country = _country_beside(tokens, a, b, report.language)
            if country is not None:
                told[kind] = country if told.get(kind, country) == country else None
    return told


def _country_beside(tokens: Sequence[Token], a: int, b: int, lang: str | None) -> str | None:
    """Return the country right before an institution, or right behind it: "Sudan's army", "armia Sudanu"."""
    small = load_language(lang).stopwords
    for j in range(a - 1, max(a - _BESIDE, -1), -1):
        if (country := country_of(tokens[j].text, lang)) is not None:
            return country
        if tokens[j].lower != "s":
            break
    for j in range(b, min(b + _BESIDE, len(tokens))):
        if (country := country_of(tokens[j].text, lang)) is not None:
            return country
        if tokens[j].lower not in small:
            break
    return None


def _kinds(tokens: Sequence[Token], lang: str | None) -> Iterator[tuple[str, int, int]]:
    """Yield the institutions that tokens name: kind and tokens [a, b)."""
    table = _words(lang)
    for i, token in enumerate(tokens):
        for rest, kind in table.get(_base(token.lower, lang), ()):
            end = i + 1 + len(rest)
            if tuple(t.lower for t in tokens[i + 1 : end]) == rest:
                yield kind, i, end
                break


@lru_cache(maxsize=50_000)
def _base(word: str, lang: str | None) -> str:
    entry = load_speech(lang).noun_entry(word)
    return entry[1] if entry is not None else word


@cache
def _words(lang: str | None) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Map the first word of every name of an institution to (further words, kind), the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, listed in load_names(lang).institutions.items():
        for name in listed:
            first, *rest = name.casefold().split()
            table.setdefault(first, []).append((tuple(rest), kind))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in table.items()}


def known_institution(found: Institution) -> KnownEntity | None:
    """Return the row of the table of known entities that is this institution, by its usual English names."""
    country = load_entities()[found.country]
    for word in load_names("en").institutions[found.kind]:
        for owner in dict.fromkeys(form for lang, forms in country.forms if lang == "en" for form in forms):
            for form in (f"{owner}'s {word}", f"{owner} {word}"):
                if (known := _state_rows().get(form.casefold())) is not None:
                    return known
    return None


@cache
def _state_rows() -> dict[str, KnownEntity]:
    rows = load_entities().values()
    return {f.casefold(): k for k in rows for lang, forms in k.forms if lang == "en" for f in forms}
