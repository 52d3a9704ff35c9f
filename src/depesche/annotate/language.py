"""Which language a report is in: a kept classifier over its letters, our own markers between near neighbours.

py3langid knows 97 languages but tells Danish from Bokmål poorly on short text; there the languages' own
`markers` (words one has and the other hasn't) decide.
"""

from __future__ import annotations

from depesche.lang.loader import languages
from depesche.lang.schema.language import load_language
from depesche.settings import LANGUAGE_SAMPLE, MARKER_WEIGHT, MIN_LANGUAGE_LETTERS
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


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code (nb for Bokmål) of the language most of `text` is in; None for too little text."""
    sample = text[:LANGUAGE_SAMPLE]
    if sum(char.isalpha() for char in sample) < MIN_LANGUAGE_LETTERS:
        return None
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
