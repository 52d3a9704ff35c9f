"""The language of single lines: cheaply, by which language's words they hold.

A report's language is identified by `annotate.language`; a line is short and there may be 200,000 of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from depesche import settings
from depesche.interlingua.lexicon import load_lexicon, targets
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
        if whole not in targets():
            return [whole] * len(lines)
        return [whole if _share(line, whole) >= settings.KNOWN_SHARE else _best(line, whole) for line in lines]
    return [_best(line, None) or identify(line) for line in lines]


def _best(line: str, usual: str | None) -> str | None:
    """Return the language that knows most of a line's words; the usual one where none does clearly better."""
    shares = {lang: _share(line, lang) for lang in targets()}
    best = max(targets(), key=lambda lang: shares[lang])
    if usual is not None and shares[best] < shares[usual] + settings.LANGUAGE_MARGIN:
        return usual
    return best if shares[best] >= settings.LANGUAGE_MARGIN else usual


def _share(line: str, lang: str) -> float:
    """Return the share of a line's words that a language knows; words that mark it off from neighbours count double."""
    words = _WORD.findall(line[: settings.LINE_SAMPLE].casefold())
    return sum(map(_knowledge(lang).__getitem__, words)) / max(1, len(words))


class _Knowledge(dict[str, int]):
    """What a word counts for its language: 0 for an unknown one; kept, since lines repeat their words."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        language = load_language(lang)
        self._small = language.stopwords | load_forms(lang).function_words
        self._markers = language.markers
        self._forms = load_lexicon(lang).forms

    def __missing__(self, word: str) -> int:
        if len(self) >= settings.WORD_CACHE:
            self.clear()
        known = word in self._small or word in self._forms
        self[word] = worth = (2 if word in self._markers else 1) if known else 0
        return worth


@cache
def _knowledge(lang: str) -> _Knowledge:
    return _Knowledge(lang)
