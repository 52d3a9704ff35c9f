"""What form a word can be by its ending: case, gender and number, or the person of a verb. Polish alone has a table.

A reading is a string of codes, one for every form the word can be:
nominative `M` `F` `N` singular by gender, `P` plural with men, `Q` plural without; `g` genitive, `d` dative,
`a` accusative, `i` instrumental, `l` locative; `o` as a noun, `h` as one for a man or for people, `j` as an adjective
or numeral; verbs: past `1` `2` `3` singular by gender, `4` plural with men, `5` without; `6` third person singular,
`7` plural, `8` impersonal ("podano"), `0` first or second person and imperative, `9` infinitive,
`c` adverbial participle; `x` a word that never inflects.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

WHOLE: Final = "^"  # opens a row that holds for this word alone
VERBAL: Final = frozenset("012345678")
NOMINATIVE: Final = frozenset("MFNPQ")
NOMINAL: Final = NOMINATIVE | frozenset("gdailohj")
_MEMORY: Final = 1 << 16  # words whose reading is kept


@cache
def _endings(lang: str) -> dict[str, str]:
    path = files("depesche.models").joinpath("morphology", f"{lang}.tsv")
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def has_readings(lang: str | None) -> bool:
    """Say whether the language has a table of endings."""
    return bool(lang) and bool(_endings(lang or ""))


@lru_cache(_MEMORY)
def reading(lang: str, word: str) -> str:
    """Return the codes of a case-folded word; "" where nothing is known of it."""
    rows = _endings(lang)
    whole = rows.get(WHOLE + word)
    if whole is not None or not word.isalpha():
        return whole or ""
    for cut in range(len(word) + 1):
        found = rows.get(word[cut:])
        if found is not None:
            return found
    return ""


@cache
def _cases(lang: str) -> dict[str, str]:
    path = files("depesche.models").joinpath("morphology", f"{lang}.cases.tsv")
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@lru_cache(_MEMORY)
def cases(lang: str, word: str) -> str:
    """Return the cases a case-folded noun or adjective can have; "" where nothing is known of it.

    Letters as above, `n` for the nominative; a small one stands for the singular, a capital for the plural.
    """
    rows = _cases(lang)
    keys = (WHOLE + word, *(word[cut:] for cut in range(len(word))))
    return next((rows[key] for key in keys if key in rows), "")


@cache
def _perfective(lang: str) -> frozenset[str]:
    path = files("depesche.models").joinpath("morphology", f"{lang}.perfective.txt")
    if not path.is_file():
        return frozenset()
    return frozenset(line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))


def is_perfective(lang: str, lemma: str) -> bool:
    """Say whether a verb's present form tells the future."""
    return lemma in _perfective(lang)


@lru_cache(_MEMORY)
def surely_finite(lang: str, word: str) -> bool:
    """Say whether a word can be nothing but a finite verb or an impersonal one."""
    found = reading(lang, word)
    return bool(found) and set(found) <= VERBAL
