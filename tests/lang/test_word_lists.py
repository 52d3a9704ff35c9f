"""The lists of words in lang/<xx>/speech.toml and clauses.toml: each is known, read and in one file."""

from __future__ import annotations

import pytest

from depesche.errors import DataError
from depesche.lang.schema.speech_files import LISTS, join_word_lists


def test_names_are_sorted_and_once() -> None:
    assert sorted(set(LISTS)) == LISTS


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(DataError, match="da: no list 'adverb' is read; mend its name"):
        join_word_lists("da", {"adverb": ["nu"]}, {})


def test_a_list_in_both_files_is_named() -> None:
    with pytest.raises(DataError, match="da: 'adverbs' is in both"):
        join_word_lists("da", {"adverbs": ["nu"]}, {"adverbs": ["da"]})


def test_lists_of_both_files_are_joined() -> None:
    joined = join_word_lists("da", {"adverbs": ["nu"], "fixed_phrases": ["på ny"]}, {"finite_endings": ["te"]})
    assert joined == {"adverbs": ["nu"], "fixed_phrases": ["på ny"], "finite_endings": ["te"]}
