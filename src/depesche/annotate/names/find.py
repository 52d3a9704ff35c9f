"""Finds the persons, organisations, places and countries of a report, with type and base form."""

from __future__ import annotations

from depesche.annotate.names.gazetteer import find_matches
from depesche.annotate.names.lemma import base_form
from depesche.lang.schema.names import load_names
from depesche.records import Name, NameType, Sentence, Span, Token


def _cut_possessive(token: Token, endings: tuple[str, ...]) -> Token:
    for ending in endings:
        if len(token.text) > len(ending) and token.text.endswith(ending):
            end = token.end - len(ending)
            return Token(token.start, end, token.text[: -len(ending)], token.lower[: -len(ending)])
    return token


def find_names(text: str, sentences: tuple[Sentence, ...], lang: str | None) -> tuple[Name, ...]:
    """Return the names in order of position; they don't overlap.

    `lemma` is the uninflected form, `name` repeats it. Works for any language; best for those with a folder.
    """
    endings = load_names(lang).possessive
    names: list[Name] = []
    for sentence in sentences:
        tokens = [_cut_possessive(token, endings) for token in sentence.tokens]
        for start, end, type_ in _spans(tokens, lang):
            span = Span(tokens[start].start, tokens[end - 1].end)
            lemma = base_form(text[span.start : span.end], type_, lang)
            names.append(Name(span, type_, lemma, lemma))
    return tuple(names)


def _spans(tokens: list[Token], lang: str | None) -> list[tuple[int, int, NameType]]:
    words = [token.text for token in tokens]
    found = [(m.start, m.end, m.known.type) for m in find_matches(words, lang)]
    taken = {i for start, end, _ in found for i in range(start, end)}
    data = load_names(lang)
    i = 0
    while i < len(words):
        j = i
        while j < len(words) and j not in taken and words[j][0].isupper() and words[j].casefold() not in data.titles:
            j += 1
        if j - i >= 2:
            heads = {word.casefold() for word in words[i:j]}
            found.append((i, j, NameType.ORGANIZATION if heads & data.org_heads else NameType.PERSON))
        i = max(j, i + 1)
    return sorted(found)
