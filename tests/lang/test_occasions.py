"""Every kind of occasion in lang/<xx>/occasions.toml carries examples, and the reading holds them."""

from __future__ import annotations

import pytest

from depesche.annotate.sentences import split_sentences
from depesche.lang.loader import languages
from depesche.lang.schema.occasions import OccasionWords, load_occasions
from depesche.ledger.mentions import find_phrases
from depesche.records import OccasionKind, Segment, SegmentKind, Span

KINDS = [(lang, kind) for lang in languages() for kind in load_occasions(lang).kinds]


def _kinds_led_to(text: str, lang: str) -> set[OccasionKind]:
    segments = (Segment(Span(0, len(text)), SegmentKind.BODY),)
    sentences = split_sentences(text, segments, lang)
    return {p.kind for s in sentences for p in find_phrases(s, load_occasions(lang)) if p.led}


@pytest.mark.parametrize("lang", languages())
def test_every_language_names_every_kind(lang: str) -> None:
    assert {kind.kind for kind in load_occasions(lang).kinds} == set(OccasionKind)


@pytest.mark.parametrize(("lang", "kind"), KINDS, ids=[f"{lang}-{kind.kind.value}" for lang, kind in KINDS])
def test_every_kind_s_examples_hold(lang: str, kind: OccasionWords) -> None:
    assert kind.holds
    assert kind.fails
    assert [text for text in kind.holds if kind.kind not in _kinds_led_to(text, lang)] == []
    assert [text for text in kind.fails if _kinds_led_to(text, lang)] == []
