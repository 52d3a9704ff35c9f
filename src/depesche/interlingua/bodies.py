"""A country's bodies by their wording: a ministry that no country is named with is nobody's in particular."""

from __future__ import annotations

from functools import cache

from depesche.interlingua.lexicon import load_lexicon
from depesche.lang.loader import read_toml
from depesche.lang.schema.entities import STATE_KINDS, load_entities
from depesche.text.tokens import tokenize

_LINKS = frozenset({"of", "the"})


def body_name(slug: str, english: str, wording: str, lang: str) -> str:
    """Return a body's English name, its country left out where the wording doesn't name one.

    "Ministerstwo Spraw Wewnętrznych" is Poland's in a table of entities and Moldova's beside "mołdawskie".
    """
    country = country_of_body(slug)
    if not country or country in {c for token in tokenize(wording) for c in countries_in(token.text, lang)}:
        return english
    return _without_country(english, country)


@cache
def country_of_body(slug: str) -> str:
    """Return the id of the country whose body a slug is; "" for anything else."""
    entity = load_entities().get(slug.removeprefix("@"))
    if entity is None or entity.kind not in STATE_KINDS or entity.party == entity.id:
        return ""
    return entity.party


def countries_in(word: str, lang: str | None) -> set[str]:
    """Return the ids of the countries that a word names or is the adjective of."""
    slugs = load_lexicon(lang).slugs(word if word.isupper() else word.casefold())
    ids = {slug[1:].rstrip("~") for slug in slugs if slug.startswith("@")}
    return {i for i in ids if i in load_entities() and load_entities()[i].kind == "country"}


@cache
def _without_country(english: str, country: str) -> str:
    """Take a country's names and adjectives off a name, with the small words that join them to it."""
    kept = f" {english} "
    for word in _country_words(country):
        kept = kept.replace(f" {word} ", " | ")
    before, mark, after = kept.partition(" | ")
    words = before.split()
    while mark and words and words[-1] in _LINKS:
        words.pop()
    return " ".join([*words, *after.split()]) or english


@cache
def _country_words(country: str) -> tuple[str, ...]:
    """Return the English words for a country and its people as they stand in names, the longest first."""
    stems = read_toml("en", "names.toml").get("demonyms", {}).get(country, "").split()
    names = load_entities()[country].forms_in("en") if country in load_entities() else ()
    return tuple(sorted({*names, *(stem.title() for stem in stems)}, key=lambda word: (-len(word), word)))
