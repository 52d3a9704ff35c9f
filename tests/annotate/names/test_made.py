"""Sentences made for training: every gap is filled, and labels stand on the names."""

from __future__ import annotations

import pytest
from training.names.corpora import LABELS, UNSAID, read_examples, to_example
from training.names.made import Frames


@pytest.mark.parametrize("lang", ["en", "de", "da", "nb", "pl"])
def test_every_frame_is_filled_and_labelled(lang):
    frames = Frames(lang, ["Zabrandt", "Kolmerik"], ["Ostrava", "Bergen"], ["Haus", "Regen"], seed=1)

    rows = [frames.sentence() for _ in range(2000)]

    assert not any("{" in str(row["text"]) for row in rows)
    labelled = [example for row in rows if (example := to_example(row, lang))]
    assert len(labelled) > 1900
    told = {UNSAID, *(i for i, label in enumerate(LABELS) if label[2:] in ("PER", "ORG", "LOC"))}
    assert {label for example in labelled for label in example.labels} == told


def test_the_same_seed_makes_the_same_sentences():
    one, two = (Frames("en", ["Zabrandt"], ["Ostrava"], ["Rain"], seed=3) for _ in range(2))

    assert [one.sentence() for _ in range(50)] == [two.sentence() for _ in range(50)]


def test_a_corpus_without_misc_leaves_it_open(tmp_path):
    place = '{"text": "Anna sang in Oslo.", "names": [{"span": [13, 17], "type": "LOC"}]}'
    work = '{"text": "Anna sang Tosca.", "names": [{"span": [10, 15], "type": "MISC"}]}'
    (tmp_path / "one.jsonl").write_text(place, "utf-8")
    (tmp_path / "two.jsonl").write_text(f"{place}\n{work}", "utf-8")

    (alone,) = read_examples(tmp_path / "one.jsonl", "en")
    _, marked = read_examples(tmp_path / "two.jsonl", "en")

    assert alone.labels == (UNSAID, UNSAID, UNSAID, LABELS.index("B-LOC"), UNSAID)
    assert marked.labels == (0, 0, LABELS.index("B-MISC"), 0)
