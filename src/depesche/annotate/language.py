"""Which language a report is in: a kept classifier over its letters, our own markers between near neighbours.

py3langid knows 97 languages but tells Danish from Bokmål poorly on short text; there the languages' own
`markers` (words one has and the other hasn't) decide.
"""

from __future__ import annotations

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

# One family of standards that a letter model confuses; the classifier's answer inside it is only a hint.
# Swedish is not among them: its letters tell it apart. Nynorsk has no folder and is read with Bokmål's.
NEIGHBOURS = frozenset({"da", "nb", "nn"})
_CANONICAL = {"no": "nb"}


def _rank(sample: str) -> list[str]:
    """Return the classifier's codes, likeliest first."""
    import py3langid  # loads its model at the first call, so only where a report doesn't give its language

    return [_CANONICAL.get(code, code) for code, _ in py3langid.rank(sample)]


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
    rivals = [lang for lang in ranked[1:] if not {lang, best} <= NEIGHBOURS]
    least = NEIGHBOUR_WORD_SHARE if best in NEIGHBOURS else FUNCTION_WORD_SHARE
    if shares[best] < least or shares[best] - max((shares[r] for r in rivals), default=0.0) < FUNCTION_WORD_GAP:
        return None
    if best not in NEIGHBOURS:
        return best
    evidence = _marker_scores(sample, NEIGHBOURS & frozenset(languages()))
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
    if best not in NEIGHBOURS:
        return best
    candidates = NEIGHBOURS & frozenset(languages())
    prior: dict[str, float] = {}
    for place, code in enumerate(ranked[:6]):
        prior.setdefault(code, 1.0 - place / 6)
    evidence = _marker_scores(sample, candidates)
    known = {lang: prior.get(lang, 0.0) + MARKER_WEIGHT * evidence[lang] for lang in candidates}
    return max(sorted(known), key=lambda lang: known[lang])
