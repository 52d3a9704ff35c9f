"""Finds the persons, organisations, places and countries of a report, with type and base form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from depesche.annotate.names.document import settle_document
from depesche.annotate.names.gazetteer import find_matches
from depesche.annotate.names.hyphenated import join_syllables
from depesche.annotate.names.lemma import Lemmatizer
from depesche.annotate.names.rules import NameRules
from depesche.annotate.names.tagger import load_model, tagger
from depesche.lang.schema.names import load_names
from depesche.lang.schema.speech import VerbForm
from depesche.lang.schema.speech_files import load_speech
from depesche.records import Name, Sentence, Span, Token
from depesche.text.fold import fold

_NO_NOUN: Final = ("prepositions", "conjunctions", "auxiliaries", "modals", "complementizers", "negations", "finite")


Tokens = Sequence[Token]


def cut_possessive(token: Token, endings: tuple[str, ...]) -> Token:
    """Return the token without an English 's."""
    if "'" not in token.text and "’" not in token.text:
        return token
    for ending in endings:
        if len(token.text) > len(ending) and token.text.endswith(ending):
            end = token.end - len(ending)
            return Token(token.start, end, token.text[: -len(ending)], token.lower[: -len(ending)])
    return token


def _cut_possessives(tokens: Tokens, endings: tuple[str, ...]) -> Tokens:
    return [cut_possessive(token, endings) for token in tokens] if endings else tokens


def _owners(cut: Tokens, tokens: Tokens) -> frozenset[int]:
    """Return the places of the words that lost an 's."""
    return frozenset(i for i, (a, b) in enumerate(zip(cut, tokens, strict=True)) if a.end != b.end)


def find_names(text: str, sentences: tuple[Sentence, ...], lang: str | None) -> tuple[Name, ...]:
    """Return the names in order of position; they don't overlap.

    `lemma` is the uninflected form, `name` repeats it. Works for any language; best for those with a folder.
    """
    endings, lists = load_names(lang).possessive, load_model().lists
    tokens = [_cut_possessives(sentence.tokens, endings) for sentence in sentences]
    words = [["–" if token.text == "--" else token.text for token in cut] for cut in tokens]
    matches = [find_matches(sentence, lang) for sentence in words]
    rules = name_rules(lang)
    tagged = []
    found_by_tagger = tagger(lang).spans(words, matches)
    for sentence, cut, texts, found, known in zip(sentences, tokens, words, found_by_tagger, matches, strict=True):
        owners = () if cut is sentence.tokens else _owners(cut, sentence.tokens)
        tagged.append((texts, join_syllables(cut, rules.apply(texts, found, known, owners))))
    settled = settle_document(tagged, rules)
    attested = {
        fold(cut[i].text)
        for cut, found in zip(tokens, settled, strict=True)
        for start, end, _ in found
        for i in range(start, end)
    }
    placed = [(cut, *name) for cut, settled_here in zip(tokens, settled, strict=True) for name in settled_here]
    followed = [end >= len(cut) or _may_be_owned(cut[end].text, lang) for cut, _, end, _ in placed]
    whole = {fold(cut[end - 1].text) for (cut, _, end, _), owns in zip(placed, followed, strict=True) if not owns}
    lemmas = Lemmatizer(lang, lists, attested, whole)
    names: list[Name] = []
    for cut, start, end, type_ in placed:
        span = Span(cut[start].start, cut[end - 1].end)
        parts = [t.text for t in cut[start:end] if t.text[0].isalnum()]
        lemma = lemmas.base_form(text[span.start : span.end], parts, type_)
        names.append(Name(span, type_, lemma, lemma))
    return tuple(names)


@lru_cache(maxsize=20_000)
def _may_be_owned(following: str, lang: str | None) -> bool:
    """Say whether the word after a name can be what a genitive owns: no mark, small word or verb of saying."""
    speech, word = load_speech(lang), following.casefold()
    small = speech.has_any(_NO_NOUN, word)
    return following[0].isalnum() and not small and not any(isinstance(e, VerbForm) for e in speech.index.get(word, ()))


@cache
def name_rules(lang: str | None) -> NameRules:
    """Return the rules of a language."""
    return NameRules(lang, load_model().lists)
