"""Who speaks for whom: a spokesman for his house, a ministry, army or capital for its country."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from depesche.lang.schema.entities import STATE_KINDS, KnownEntity, find_known, load_entities
from depesche.lang.schema.names import bases, country_of_demonym, load_names
from depesche.text.fold import fold
from depesche.text.tokens import tokenize

_LONGEST_FORM = 5  # words of a known form looked for in a phrase


def known_party(known: KnownEntity) -> KnownEntity | None:
    """Return who speaks through a known entity by the reviewed table; None where it speaks for itself."""
    return load_entities()[known.party] if known.party != known.id else None


@lru_cache(maxsize=10_000)
def party_in_phrase(phrase: str, lang: str | None) -> KnownEntity | None:
    """Return the state body or country a source's wording names ("Südkoreas Militär"), else None.

    An institution counts before a country, since it has one of its own.
    """
    words = [token.text for token in tokenize(phrase)][:40]
    found = [k for k in _known_in(words, lang) if k.kind in STATE_KINDS or k.kind == "international-organisation"]
    found.sort(key=lambda k: k.kind == "country")
    if found:
        return found[0]
    country = next((c for word in words if (c := country_of_demonym(word, lang))), None)
    return load_entities().get(country) if country else None


def country_named(words: tuple[str, ...], lang: str | None) -> str | None:
    """Return the id of the country that several words name, inflected or not ("Korei Południowej")."""
    found = _find(words, lang)
    return found.party if found is not None and found.kind in ("country", "capital") else None


def _known_in(words: list[str], lang: str | None) -> Iterable[KnownEntity]:
    i = 0
    while i < len(words):
        for size in range(min(_LONGEST_FORM, len(words) - i), 0, -1):
            if not words[i][0].isupper():
                break
            found = _find(tuple(words[i : i + size]), lang)
            if found:
                yield found
                i += size - 1
                break
        i += 1


@lru_cache(maxsize=20_000)
def _find(words: tuple[str, ...], lang: str | None) -> KnownEntity | None:
    forms = [" ".join(words)]
    if len(words) == 1:
        forms += bases(words[0].removesuffix("'s").removesuffix("’s"), lang)
    elif lang and load_names(lang).every_word:
        forms += [" ".join(f) for f in _readings(words, lang)]
    else:
        forms += [" ".join((*words[:-1], base)) for base in bases(words[-1], lang)]
    for form in forms:
        found = find_known(form, lang)
        if len(found) == 1 and fold(form):
            return found[0]
    return None


def _readings(words: tuple[str, ...], lang: str) -> list[tuple[str, ...]]:
    readings: list[tuple[str, ...]] = [()]
    for word in words:
        readings = [(*r, base) for r in readings for base in bases(word, lang)][:64]
    return readings
