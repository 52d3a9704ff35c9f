from __future__ import annotations

import string

import pytest

from depesche.brief.words import Words
from depesche.lang.loader import SHARED, languages, read_toml

DEFAULT = read_toml(SHARED, "brief.toml")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_word_with_the_same_places(lang: str) -> None:
    words = Words(lang)
    assert {key: _places(words[key]) for key in DEFAULT} == {key: _places(text) for key, text in DEFAULT.items()}
    assert set(read_toml(lang, "brief.toml")) <= set(DEFAULT)
