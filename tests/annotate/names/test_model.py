"""The model file: small, without pickles, with its card."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

import numpy as np

MODELS = files("depesche.models").joinpath("names")


def test_the_model_is_plain_arrays_under_20_megabytes():
    blob = MODELS.joinpath("names.npz").read_bytes()

    assert len(blob) < 20_000_000
    with np.load(BytesIO(blob), allow_pickle=False) as data:
        assert {"rows", "weights", "scale", "transitions"} <= set(data.files)


def test_the_model_has_its_card():
    card = MODELS.joinpath("CARD.md").read_text("utf-8")

    for word in ("Trained on", "Licences", "Scores"):
        assert word in card
