from __future__ import annotations

import string

import pytest

from depesche.lang.loader import SHARED, languages, read_toml

DEFAULT = read_toml(SHARED, "brief.toml")


def _places(value: object) -> object:
    """Return the places of a text, the length of a list, the keys of a table."""
    if isinstance(value, str):
        return {name for _, name, _, _ in string.Formatter().parse(value) if name}
    return len(value) if isinstance(value, list) else set(value)  # type: ignore[call-overload]


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_word_with_the_same_places(lang: str) -> None:
    own = read_toml(lang, "brief.toml")
    assert {key: _places(own[key]) for key in DEFAULT} == {key: _places(text) for key, text in DEFAULT.items()}
    assert set(own) == set(DEFAULT)
