"""The language of single lines: cheaply, by which language's words they hold.

A report's language is identified by `annotate.language`; a line is short and there may be 200,000 of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from depesche import settings
from depesche.interlingua.lexicon import TARGETS, load_lexicon
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.language import load_language

_WORD = re.compile(r"[^\W\d_]+")

Identify = Callable[[str], str | None]


def identify_lines(lines: Sequence[str], identify: Identify) -> list[str | None]:
    """Return each line's language. `identify` is the classifier for whole texts.

    Where a sample of the lines agrees on a language, a line is taken to be in it unless its words say otherwise.
    """
    step = max(1, len(lines) // settings.LANGUAGE_LINES)
    sample = [identify(line) for line in lines[::step] if line.strip()]
    whole = identify(" ".join(lines[::step]))
    votes = sum(code == whole for code in sample if code is not None)
    if whole is not None and votes >= settings.LANGUAGE_AGREEMENT * max(1, len(sample)):
        if whole not in TARGETS:
            return [whole] * len(lines)
        return [whole if _share(line, whole) >= settings.KNOWN_SHARE else _best(line, whole) for line in lines]
    return [_best(line, None) or identify(line) for line in lines]


def _best(line: str, usual: str | None) -> str | None:
    """Return the language that knows most of a line's words; the usual one where none does clearly better."""
    shares = {lang: _share(line, lang) for lang in TARGETS}
    best = max(TARGETS, key=lambda lang: shares[lang])
    if usual is not None and shares[best] < shares[usual] + settings.LANGUAGE_MARGIN:
        return usual
    return best if shares[best] >= settings.LANGUAGE_MARGIN else usual


def _share(line: str, lang: str) -> float:
    """Return the share of a line's words that a language knows; words that mark it off from neighbours count double."""
    small, markers = _small_words(lang)
    forms = load_lexicon(lang).forms
    words = _WORD.findall(line[: settings.LINE_SAMPLE].casefold())
    known = sum(2 if word in markers else 1 for word in words if word in small or word in forms)
    return known / max(1, len(words))


@cache
def _small_words(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    language = load_language(lang)
    return language.stopwords | load_forms(lang).function_words, language.markers
