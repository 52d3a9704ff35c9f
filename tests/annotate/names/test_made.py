"""Sentences made for training: every gap is filled, and labels stand on the names."""

from __future__ import annotations

import pytest
from training.names.corpora import LABELS, to_example
from training.names.made import Frames


@pytest.mark.parametrize("lang", ["en", "de", "da", "nb", "pl"])
def test_every_frame_is_filled_and_labelled(lang):
    frames = Frames(lang, ["Zabrandt", "Kolmerik"], ["Ostrava", "Bergen"], ["Haus", "Regen"], seed=1)

    rows = [frames.sentence() for _ in range(2000)]

    assert not any("{" in str(row["text"]) for row in rows)
    labelled = [example for row in rows if (example := to_example(row, lang))]
    assert len(labelled) > 1900
    assert {label for example in labelled for label in example.labels} == set(range(len(LABELS)))


def test_the_same_seed_makes_the_same_sentences():
    one, two = (Frames("en", ["Zabrandt"], ["Ostrava"], ["Rain"], seed=3) for _ in range(2))

    assert [one.sentence() for _ in range(50)] == [two.sentence() for _ in range(50)]
