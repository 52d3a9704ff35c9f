"""Language codes as people write them ("EN", "nb-NO", "deu", "Deutsch") -> the code a report is given.

The code is that of a language folder where one claims the writing as its own (`codes` and `name` in `language.toml`),
else the primary part of a well-formed BCP 47 tag in small letters ("zh-Hans" is "zh").
"""

from __future__ import annotations

import re
from functools import cache

from depesche.lang.loader import languages, read_toml

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,4}")


@cache
def _own_codes() -> dict[str, str]:
    own: dict[str, str] = {}
    for lang in languages():
        data = read_toml(lang, "language.toml")
        for code in (lang, *data.get("codes", ()), data.get("name", lang)):
            own.setdefault(code.casefold(), lang)
    return own


def canonical_code(given: str) -> str | None:
    """Return the canonical code of a language, None where `given` is neither a code nor a known language's name."""
    wanted = given.strip().casefold()
    if wanted in _own_codes():
        return _own_codes()[wanted]
    tag = _TAG.fullmatch(wanted)
    return _own_codes().get(tag[1], tag[1]) if tag else None
