"""The table of stages names concepts that exist, each at one stage."""

from __future__ import annotations

from collections import Counter

from depesche.lang.loader import read_toml
from depesche.lang.schema.concepts import load_concepts
from depesche.lang.schema.stages import load_stages

TABLE = read_toml(None, "stages.toml")
LANGS = ("en", "da", "nb", "de", "pl")
# Words that stand for two stages in their language itself: no table can part them, only the sentence can.
SHARED_BY_LANGUAGE = {
    ("en", "conclude"),
    ("en", "launch"),
    ("de", "starten"),
    ("de", "Start"),
    ("pl", "start"),
}


def test_every_slug_is_a_concept() -> None:
    known = {row.slug for row in load_concepts()}
    sides = {slug for pair in TABLE.get("converse", ()) for side in pair for slug in side}
    named = {slug for slugs in TABLE["stages"].values() for slug in slugs} | set(TABLE["pointing"]) | sides
    assert not sorted(named - known)


def test_a_concept_stands_at_one_stage() -> None:
    times = Counter(slug for slugs in TABLE["stages"].values() for slug in slugs)
    assert not [slug for slug, count in times.items() if count > 1]


def test_no_row_of_near_synonyms_tells_a_stage() -> None:
    near = {row.slug for row in load_concepts() if row.table.endswith("near_synonyms.tsv")}
    assert not near & set(load_stages().of)


def test_paraphrases_are_concepts_and_reach_across_no_stages() -> None:
    known = {row.slug for row in load_concepts()}
    of = load_stages().of
    for group in read_toml(None, "paraphrases.toml")["groups"]:
        assert len(set(group)) > 1
        assert set(group) <= known
        assert len({of[slug] for slug in group if slug in of}) < 2, group


def test_compatible_stages_exist() -> None:
    assert {stage for pair in TABLE["compatible"] for stage in pair} <= set(TABLE["stages"])


def test_stages_share_no_word() -> None:
    """A word of two stages, of one part of speech, is a row not yet split, or listed above."""
    stage_of = load_stages().of
    stages_of_word: dict[tuple[str, str, str], set[str]] = {}
    for row in load_concepts():
        if row.slug in stage_of:
            for lang, word in [(code, word) for code in LANGS for word in row.words(code)]:
                stages_of_word.setdefault((lang, row.pos, word), set()).add(stage_of[row.slug])
    shared = {(lang, word): stages for (lang, _, word), stages in stages_of_word.items() if len(stages) > 1}
    assert {key: shared[key] for key in sorted(shared) if key not in SHARED_BY_LANGUAGE} == {}
