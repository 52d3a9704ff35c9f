"""Tokens to units: phrases first, then single words, with names told from other words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from depesche import settings
from depesche.interlingua.bodies import countries_in, country_of_body
from depesche.interlingua.cognates import cognate_key
from depesche.interlingua.lexicon import Phrase
from depesche.interlingua.meaning import Unit
from depesche.interlingua.words import Part, WordReader
from depesche.lang.schema.language import load_language
from depesche.records import Name, Token

CLAUSE_END = frozenset(',;:.!?()–—"“”„«»')
SHORT_GAP = 5  # words between the parts of a phrase up to which only small words and figures may stand there
IDIOM_GAP = 12  # words between a verb and the row of words that ends its idiom ("put … on the table")
SENTENCE_START = frozenset('.!?:„“”"«»–-…')


class Item(NamedTuple):
    """The units that tokens with these indices make: one for a word or phrase, several for a compound.

    A phrase that stands for a small word makes none; `english` says what it is.
    """

    indices: tuple[int, ...]
    units: tuple[Unit, ...]
    english: str = ""


def read_items(
    tokens: Sequence[Token], reader: WordReader, used: frozenset[int] = frozenset(), names: Sequence[Name] = ()
) -> list[Item]:
    """Return the content of a row of tokens, in order; tokens in `used` (figures, dates) are left alone."""
    taken = set(used)
    items: list[Item] = []
    for i, token in enumerate(tokens):
        if i in taken:
            continue
        item = (
            _read_phrase(tokens, i, reader, taken)
            or _read_small_phrase(tokens, i, reader, taken)
            or _read_word(tokens, i, token, reader, names)
        )
        if item is not None:
            taken.update(item.indices)
            items.append(item)
    return items


def _read_phrase(tokens: Sequence[Token], i: int, reader: WordReader, taken: set[int]) -> Item | None:
    if tokens[i].lower not in reader.lexicon.phrases:
        return None
    hit = _phrase_at(tokens, i, reader, taken)
    if hit is None:
        return None
    phrase, indices = hit
    form = " ".join(tokens[j].text for j in indices)
    part = reader.part(phrase.lemma.casefold(), phrase.slugs, "phrase")
    inner = reader.roots_of(w for j in indices if (w := tokens[j].lower) not in reader.function_words)
    return Item(tuple(indices), (_unit(part._replace(parts=inner, lemma=phrase.lemma), form, named=False),))


def _read_small_phrase(tokens: Sequence[Token], i: int, reader: WordReader, taken: set[int]) -> Item | None:
    for phrase in reader.forms.small_phrases.get(tokens[i].lower, ()):
        indices = range(i, i + len(phrase.words))
        free = indices.stop <= len(tokens) and taken.isdisjoint(indices)
        if free and all(tokens[j].lower == word for j, word in zip(indices, phrase.words, strict=True)):
            return Item(tuple(indices), (), phrase.english)
    return None


def _read_word(tokens: Sequence[Token], i: int, token: Token, reader: WordReader, names: Sequence[Name]) -> Item | None:
    if len(token.text) < 2 or not token.text[0].isalpha():
        return None
    if token.text.isupper() and (slugs := reader.lexicon.slugs(token.text)):
        return Item((i,), (_unit(reader.part(token.text, slugs, "acronym"), token.text, named=True),))
    if _joins_name(tokens, i, reader):
        key = cognate_key(token.text, reader.lang)
        return Item((i,), (Unit(token.text, (), (), key, settings.NAME_RARITY, name=True),))
    if reader.is_skipped(token.lower):
        return None
    name = next((n for n in names if n.span.start <= token.start < n.span.end), None) if names else None
    named = name is not None or _is_name(tokens, i, reader)
    entity = name.entity if name is not None else None
    if named and not reader.known(token.lower):
        key = cognate_key(token.text.removesuffix("'s").removesuffix("’s"), reader.lang)
        return Item((i,), (Unit(token.text, (), (), key, settings.NAME_RARITY, name=True, entity=entity),))
    seen = (token.lower, _hint(tokens, i, reader), named, entity)
    units = reader.units.get(seen)
    if units is None:
        if len(reader.units) >= settings.WORD_CACHE:
            reader.units.clear()
        parts = reader.read(token.lower, seen[1])
        units = reader.units[seen] = tuple(_unit(part, part.form, named=named, entity=entity) for part in parts)
    return Item((i,), units)


def _joins_name(tokens: Sequence[Token], i: int, reader: WordReader) -> bool:
    """Say whether a word that looks small is part of a name: Polish "Kim" before a capital, "un" in "Jong-un"."""
    token = tokens[i]
    if i > 1 and tokens[i - 1].lower == "-" and tokens[i - 1].start == tokens[i - 2].end:
        return tokens[i - 2].text[0].isupper() and len(token.text) < 4 and token.lower not in reader.lexicon.forms
    if load_language(reader.lang).capitals or not token.text[0].isupper() or not reader.is_small(token.lower):
        return False
    inside = i > 0 and tokens[i - 1].text not in SENTENCE_START
    return inside and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper() and len(token.text) > 2


def _hint(tokens: Sequence[Token], i: int, reader: WordReader) -> str:
    """Return a word's part of speech by its place: its capital where nouns have one, the word before elsewhere."""
    if i == 0:
        return ""
    before = tokens[i - 1]
    if reader.capital_nouns:
        if tokens[i].text[0].isupper():
            return "" if before.text in SENTENCE_START else "noun"
        return "other"
    if before.lower in reader.forms.verb_before:
        return "verb"
    return "noun" if before.lower in reader.forms.noun_before else ""


def _unit(part: Part, form: str, *, named: bool, entity: str | None = None) -> Unit:
    named = named or (bool(part.slugs) and part.slugs[0].startswith("@"))
    return Unit(
        form, part.slugs, part.roots, part.key, part.weight, named, part.negates, entity, part.parts, part.lemma
    )


def _is_name(tokens: Sequence[Token], i: int, reader: WordReader) -> bool:
    """Guess from capitals: where nouns have one a word that no table knows, elsewhere any inside a sentence."""
    token = tokens[i]
    if not token.text[0].isupper():
        return False
    if reader.capital_nouns or i == 0 or tokens[i - 1].text in SENTENCE_START:
        return not reader.known(token.lower) and all(p.how == "key" for p in reader.read(token.lower))
    return True


def _phrase_at(tokens: Sequence[Token], i: int, reader: WordReader, taken: set[int]) -> tuple[Phrase, list[int]] | None:
    """Return the longest phrase beginning at token i and the indices of its words; None where none begins."""
    best: tuple[Phrase, list[int]] | None = None
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    for phrase in reader.lexicon.phrases.get(tokens[i].lower, ()):
        if not phrase.gap and following not in phrase.rest[0]:
            continue
        indices = _match(tokens, i, phrase, taken, reader)
        if indices and _is_described(phrase, tokens, indices, reader):
            continue
        if indices and (best is None or len(indices) > len(best[1])):
            best = (phrase, indices)
    return best


def _is_described(phrase: Phrase, tokens: Sequence[Token], indices: Sequence[int], reader: WordReader) -> bool:
    """Say whether words only describe what a name's words mean: they have no capital, or are another country's.

    "ministerstwo obrony narodowej" is any country's, "Rada Najwyższa" beside "Kirgistanu" isn't Ukraine's.
    """
    if not phrase.slugs[0].startswith("@"):
        return False
    if not phrase.lemma.islower() and all(tokens[j].text.islower() for j in indices):
        return True
    country = country_of_body(phrase.slugs[0])
    beside = [tokens[j] for j in (indices[0] - 1, indices[-1] + 1) if 0 <= j < len(tokens)]
    others = {c for token in beside for c in countries_in(token.text, reader.lang)}
    return bool(country and others) and country not in others


def _match(tokens: Sequence[Token], i: int, phrase: Phrase, taken: set[int], reader: WordReader) -> list[int] | None:
    indices = [i]
    for place, wanted in enumerate(phrase.rest):
        gap = 0 if place and phrase.gap == IDIOM_GAP else phrase.gap
        j, stop = indices[-1] + 1, min(len(tokens), indices[-1] + 2 + gap)
        while j < stop and not (tokens[j].lower in wanted and j not in taken):
            between = tokens[j]
            large = between.lower not in reader.function_words and j not in taken
            ends = between.text in CLAUSE_END and not (between.text == "." and tokens[j - 1].text.isdigit())
            if ends or (phrase.gap <= SHORT_GAP and large):
                return None  # "tar det opp" is one verb, "finder sted på" isn't "finder på"
            j += 1
        if j >= stop:
            return None
        indices.append(j)
    whole = phrase.gap == IDIOM_GAP and len(phrase.rest) > 1
    if (
        phrase.gap > SHORT_GAP
        and not whole
        and indices[-1] + 1 < len(tokens)
        and tokens[indices[-1] + 1].text[0].isalnum()
    ):
        following = tokens[indices[-1] + 1].lower
        return indices if following in reader.forms.joins else None  # a separated particle ends its clause
    return indices
