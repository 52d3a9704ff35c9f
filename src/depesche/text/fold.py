"""Folding: one form for spellings that differ in case, accents, hyphens or apostrophes alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
)
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # those of European letters
_MARKS = str.maketrans(dict.fromkeys('-‐‑–—/.,_·„“”"«»', " ") | {"'": None, "`": None, "ʼ": None})


@lru_cache(maxsize=200_000)
def fold(form: str) -> str:
    """Return the form in lower case, without accents and apostrophes, with single spaces for hyphens and full stops.

    Scripts are kept: "Шойгу" folds to "шоигу", not to Latin letters.
    """
    if form.isascii() and form.isalnum():  # most words; nothing to take off
        return form.lower()
    plain = form.casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        if not (bare := _ACCENTS.sub("", plain)).isascii():
            bare = "".join(c for c in plain if not unicodedata.combining(c))
        plain = bare
    return " ".join(plain.translate(_MARKS).split())
