"""Which known entity (lang/_shared) a mention can be, given its words, its type and what else the report names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from depesche.lang.schema.entities import STATE_KINDS, KnownEntity, find_known, load_entities, party_of
from depesche.lang.schema.names import bases, country_of_demonym, load_names
from depesche.records import NameType
from depesche.resolve.mentions import Mention
from depesche.text.fold import fold

_REACH = 40  # characters beside a mention in which its neighbour is looked for
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)['’]?s? $")
_FIRST_WORD = re.compile(r" ([^\W\d_]+)")
_MAX_READINGS = 64  # combinations of base forms tried for one name


def _compatible(found: NameType, known: NameType) -> bool:
    if NameType.PERSON in (found, known):
        return found is known
    return True  # a country or capital is tagged as an organisation where it acts


def known_entity(mention: Mention, lang: str | None) -> KnownEntity | None:
    """Return the known entity a mention's full form names; None where there is none or several are as likely."""
    for form in _readings(mention, lang):
        found = [k for k in find_known(form, lang) if _compatible(mention.name.type, k.type)]
        exact = [k for k in found if k.type is mention.name.type] or found
        own = [k for k in exact if any(code == lang and _holds(forms_, form) for code, forms_ in k.forms)] or exact
        if len(own) == 1:
            return own[0]
        if own:
            return None
    return None


def known_entities(mentions: Sequence[Mention], text: str, lang: str | None) -> list[KnownEntity | None]:
    """Return the known entity of each mention where it stands, looked for once for all mentions worded alike."""
    alike: dict[tuple[str, str, NameType], KnownEntity | None] = {}
    for m in mentions:
        key = m.wording, m.name.lemma, m.name.type
        if key not in alike:
            alike[key] = known_entity(m, lang)
    return [_known_here(m, alike[m.wording, m.name.lemma, m.name.type], text, lang) for m in mentions]


def _known_here(mention: Mention, known: KnownEntity | None, text: str, lang: str | None) -> KnownEntity | None:
    """Return what a mention is known as, None where its place tells otherwise: "irańskie MSZ" is none of Poland."""
    if known is None or known.kind not in STATE_KINDS or known.kind in ("country", "capital"):
        return known
    country = party_of(known).id
    told = {c for word in _beside(mention, text) if (c := country_of(word, lang)) is not None}
    return known if not told or country in told else None


def is_shared(mention: Mention, lang: str | None) -> bool:
    """Say whether many states have a body of that name: "Supreme Court", "Senatet"."""
    return fold(mention.wording) in load_names(lang).shared_bodies


def _beside(mention: Mention, text: str) -> Iterator[str]:
    """Yield the word before a mention and the word after it."""
    start, end = mention.name.span
    if before := _LAST_WORD.search(text[max(start - _REACH, 0) : start]):
        yield before[1]
    if after := _FIRST_WORD.match(text[end : end + _REACH]):
        yield after[1]


def country_of(word: str, lang: str | None) -> str | None:
    """Return the id of the country a word names or belongs to."""
    if (country := country_of_demonym(word, lang)) is not None:
        return country
    forms = (word, *bases(word, lang)) if word[0].isupper() else ()
    return next((k.party for form in forms for k in find_known(form, lang) if k.kind in ("country", "capital")), None)


def _readings(mention: Mention, lang: str | None) -> list[str]:
    """Return the forms to look up: as it stands, uninflected, and without a country before it ("USA's Kongres")."""
    forms = [mention.wording, mention.name.lemma]
    forms += [" ".join(reading) for reading in islice(product(*mention.words), _MAX_READINGS)]
    if len(mention.words) > 2 and _is_country(mention.words[0], lang):
        forms += [" ".join(reading) for reading in islice(product(*mention.words[1:]), _MAX_READINGS)]
    return list(dict.fromkeys(forms))


def _is_country(words: tuple[str, ...], lang: str | None) -> bool:
    found = (k for base in words for form in (base, base.upper()) for k in find_known(form, lang))
    return any(k.kind == "country" for k in found)


def _holds(forms: tuple[str, ...], form: str) -> bool:
    return any(fold(f) == fold(form) for f in forms)


@cache
def _by_surname() -> dict[str, tuple[KnownEntity, ...]]:
    index: dict[str, dict[str, KnownEntity]] = {}
    for known in load_entities().values():
        if known.type is NameType.PERSON:
            for _, forms in known.forms:
                for form in forms:
                    words = fold(form).split()
                    if len(words) > 1:
                        index.setdefault(words[-1], {})[known.id] = known
    return {surname: tuple(found.values()) for surname, found in index.items()}


def known_by_surname(mention: Mention) -> KnownEntity | None:
    """Return the known person, one with a party, whose surname alone a one-word mention is; None where two share it."""
    if len(mention.words) != 1 or not mention.is_person:
        return None
    for base in mention.words[0]:
        found = _by_surname().get(base, ())
        if found:
            return found[0] if len(found) == 1 and found[0].party != found[0].id else None
    return None
