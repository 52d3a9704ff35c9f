"""Which language a report is in: a kept classifier over its letters, our own markers between near neighbours.

py3langid knows 97 languages but tells Danish from Bokmål poorly on short text; there the languages' own
`markers` (words one has and the other hasn't) decide.
"""

from __future__ import annotations

from functools import cache

from depesche.lang.codes import canonical_code
from depesche.lang.loader import languages
from depesche.lang.schema.language import load_language
from depesche.settings import (
    FUNCTION_WORD_GAP,
    FUNCTION_WORD_SHARE,
    LANGUAGE_MIN_WORDS,
    LANGUAGE_SAMPLE,
    MARKER_GAP,
    MARKER_WEIGHT,
    MIN_LANGUAGE_LETTERS,
    NEIGHBOUR_WORD_SHARE,
)
from depesche.text.tokens import tokenize


@cache
def _family(lang: str) -> frozenset[str]:
    """Return the language and those near it, whichever of the two folders says so.

    A letter model confuses them; its answer inside a family is only a hint.
    """
    near = set(load_language(lang).neighbours) if lang in languages() else set()
    near |= {other for other in languages() if lang in load_language(other).neighbours}
    return frozenset(near | {lang}) if near else frozenset()


def _rank(sample: str) -> list[str]:
    """Return the classifier's codes, likeliest first."""
    import py3langid  # loads its model at the first call, so only where a report doesn't give its language

    return [canonical_code(code) or code for code, _ in py3langid.rank(sample)]


def _marker_scores(sample: str, candidates: frozenset[str]) -> dict[str, float]:
    words = [token.lower for token in tokenize(sample)]
    total = max(len(words), 1)
    own = {lang: load_language(lang).markers | load_language(lang).stopwords for lang in candidates}
    scores = {}
    for lang in sorted(own):
        others: frozenset[str] = frozenset().union(*(own[o] for o in own if o != lang))
        scores[lang] = sum(word in own[lang] and word not in others for word in words) / total
    return scores


def _by_function_words(sample: str) -> str | None:
    """Return the language whose function words fill the text as only its own do; None where that is not plain.

    It spares the classifier's loading for nearly every report of a language with a folder.
    """
    words = [token.lower for token in tokenize(sample) if token.text[0].isalpha()]
    if len(words) < LANGUAGE_MIN_WORDS:
        return None
    shares = {lang: sum(w in load_language(lang).stopwords for w in words) / len(words) for lang in languages()}
    ranked = sorted(shares, key=lambda lang: (-shares[lang], lang))
    best = ranked[0]
    family = _family(best)
    rivals = [lang for lang in ranked[1:] if lang not in family]
    least = NEIGHBOUR_WORD_SHARE if family else FUNCTION_WORD_SHARE
    if shares[best] < least or shares[best] - max((shares[r] for r in rivals), default=0.0) < FUNCTION_WORD_GAP:
        return None
    if len(family & frozenset(languages())) < 2:
        return best
    evidence = _marker_scores(sample, family & frozenset(languages()))
    first, second = sorted(evidence.values(), reverse=True)[:2]
    return max(sorted(evidence), key=lambda lang: evidence[lang]) if first - second >= MARKER_GAP else None


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code (nb for Bokmål) of the language most of `text` is in; None for too little text."""
    sample = text[:LANGUAGE_SAMPLE]
    if sum(char.isalpha() for char in sample) < MIN_LANGUAGE_LETTERS:
        return None
    plain = _by_function_words(sample)
    if plain is not None:
        return plain
    ranked = _rank(sample)
    best = ranked[0]
    family = _family(best)
    if not family:
        return best
    candidates = family & frozenset(languages())
    prior: dict[str, float] = {}
    for place, code in enumerate(ranked[:6]):
        prior.setdefault(code, 1.0 - place / 6)
    evidence = _marker_scores(sample, candidates)
    known = {lang: prior.get(lang, 0.0) + MARKER_WEIGHT * evidence[lang] for lang in candidates}
    return max(sorted(known), key=lambda lang: known[lang])
