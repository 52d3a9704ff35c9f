"""Finds the noun that a figure counts, without a parser: the head of the run of words after it."""

from __future__ import annotations

from depesche.annotate.quantities.reading import Reading
from depesche.lang.schema.quantities import QuantityWords
from depesche.records import Token

_MAX_RUN = 5  # words between a figure and the end of its noun phrase


def counted_noun(reading: Reading, at: int, has_unit: bool) -> str | None:
    """Return the noun counted by a figure that ends before token `at`, as it stands in the text, or None.

    After a unit the noun needs a link ("20 tonnes of grain") or, in German, none ("20 Tonnen Getreide").
    """
    tokens, words = reading.tokens, reading.words
    first = _after_link(reading, at, has_unit)
    if first is None:
        return None
    at = first
    run: list[Token] = []
    while at < len(tokens) and len(run) < _MAX_RUN:
        token = tokens[at]
        if at in reading.busy or not _may_stand(token, reading):
            break
        run.append(token)
        at += 1
    if not run:
        return None
    return _head_capitalised(run, words) if words.nouns_capitalised else _head(run, words)


def _after_link(reading: Reading, at: int, has_unit: bool) -> int | None:
    tokens, words = reading.tokens, reading.words
    if at < len(tokens) and tokens[at].lower in words.links:
        at += 1
        while at < len(tokens) and tokens[at].lower in words.determiners:
            at += 1
        return at
    if not has_unit or words.nouns_capitalised:
        return at
    return at if words.bare_after_unit else None


def _may_stand(token: Token, reading: Reading) -> bool:
    word = token.lower
    return (
        token.text[0].isalpha()
        and word not in reading.stopwords
        and word not in reading.words.not_counted
        and word not in reading.words.cardinals
    )


def _head_capitalised(run: list[Token], words: QuantityWords) -> str | None:
    """Nouns have capitals: the first one after adjectives; a participle where there is none ("384 getötet")."""
    for i, token in enumerate(run):
        if token.text[0].isupper():
            if not token.lower.endswith("er") or i + 1 >= len(run) or not run[i + 1].text[0].isupper():
                return token.text
        elif not token.lower.endswith(words.adjective_ends or ("\0",)):
            break
    return run[0].text if run[0].lower in words.people else None


def _head(run: list[Token], words: QuantityWords) -> str | None:
    """Skip adjectives while a word follows; what is left first is the noun."""
    for i, token in enumerate(run[1:], 1):
        before = [t.lower for t in run[:i]]
        if not words.agreeing_ends or not all(w.endswith(words.agreeing_ends) for w in before):
            break
        if _is_plural(token.lower, words) and not any(w in words.nouns for w in before):
            return token.text
    for i, token in enumerate(run):
        if token.lower in words.nouns or _is_plural(token.lower, words):
            return token.text
        is_last = i + 1 == len(run)
        if is_last or not (_is_adjective(token, words) or _stands_before_noun(run[i + 1].lower, words)):
            return token.text
    return None


def _stands_before_noun(after: str, words: QuantityWords) -> bool:
    """Say whether a noun only qualifies the plural after it ("two enemy factions"); English alone writes so."""
    return not words.agreeing_ends and (after in words.nouns or _is_plural(after, words))


def _is_plural(word: str, words: QuantityWords) -> bool:
    return bool(words.plural_ends) and word.endswith(words.plural_ends) and word not in words.adjectives


def _is_adjective(token: Token, words: QuantityWords) -> bool:
    word = token.lower
    return word in words.adjectives or (bool(words.adjective_ends) and word.endswith(words.adjective_ends))
