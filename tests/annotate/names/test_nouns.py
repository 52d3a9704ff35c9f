"""Common nouns beside names, in German."""

from __future__ import annotations

import pytest

from depesche.annotate.names.nouns import Nouns, cut_nouns
from depesche.annotate.names.tagger import load_model
from depesche.records import NameType


@pytest.mark.parametrize(
    ("wording", "type_", "kept"),
    [
        ("Abreise Zelinkas", NameType.ORGANIZATION, "Zelinkas"),
        ("Zelinkas Leben", NameType.ORGANIZATION, "Zelinkas"),
        ("Hans Meister", NameType.PERSON, "Hans Meister"),
        ("Kaiser Rotbart", NameType.PERSON, "Rotbart"),
        ("Universität Kassel", NameType.ORGANIZATION, "Universität Kassel"),
        ("Kulturen", NameType.PLACE, ""),
    ],
)
def test_nouns_are_cut_off(wording, type_, kept):
    words = wording.split()

    start, end, _ = cut_nouns(words, (0, len(words), type_), [], Nouns("de", load_model().lists))

    assert " ".join(words[start:end]) == kept


def test_other_languages_keep_their_capitals():
    words = ["Abreise", "Zelinkas"]

    kept = cut_nouns(words, (0, 2, NameType.ORGANIZATION), [], Nouns("en", load_model().lists))

    assert kept == (0, 2, NameType.ORGANIZATION)
