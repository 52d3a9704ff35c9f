"""The compiled tables are those of the rows, and every rule of inflection makes its example."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from depesche.interlingua import concept_slugs
from depesche.interlingua.words import word_reader
from depesche.lang.loader import languages
from depesche.lang.schema.concepts import load_concepts, tables_digest
from depesche.lang.schema.forms import load_forms

ROOT = Path(__file__).resolve().parents[2]
LANGS = ("en", "da", "nb", "de", "pl")


def test_compiled_tables_are_those_of_the_rows() -> None:
    compiled = (ROOT / "src/depesche/models/forms/digest.txt").read_text("utf-8").strip()
    assert compiled == tables_digest(), "rows or forms have changed: run `make lexicon` and commit models/forms"


def test_rows_have_one_slug_each_and_words_in_every_language() -> None:
    rows = load_concepts()
    slugs = [row.slug for row in rows]
    assert len(slugs) == len(set(slugs))
    assert [row.slug for row in rows if any(not row.words(lang) for lang in LANGS)] == []


def test_bases_are_rows() -> None:
    slugs = {row.slug for row in load_concepts()}
    assert [row.slug for row in load_concepts() if row.base and row.base not in slugs] == []


@pytest.mark.parametrize("lang", [lang for lang in languages() if load_forms(lang).inflections])
def test_inflection_rules_make_their_examples(lang: str) -> None:
    if importlib.util.find_spec("simplemma") is None:
        pytest.skip("simplemma, a training dependency, is not installed")
    from training.forms.inflect import apply_rules

    for rule in load_forms(lang).inflections:
        lemma, form = rule.example
        assert form in apply_rules(lemma, rule.pos, (rule,)), (lang, rule)


@pytest.mark.parametrize(
    ("lemma", "pos", "lang", "form"),
    [
        ("withdraw", "verb", "en", "withdrew"),
        ("Hochhaus", "noun", "de", "hochhäusern"),
        ("vergeben", "verb", "de", "vergibt"),
        ("vergeben", "verb", "de", "vergeben"),
        ("nordmann", "noun", "nb", "nordmennene"),
        ("udgive", "verb", "da", "udgivne"),
    ],
)
def test_compounds_inflect_as_their_last_part(lemma: str, pos: str, lang: str, form: str) -> None:
    if importlib.util.find_spec("simplemma") is None:
        pytest.skip("simplemma, a training dependency, is not installed")
    from training.forms.inflect import irregular_forms

    assert form in {f.casefold() for f in irregular_forms(lemma, pos, lang)}


def test_a_short_word_at_the_end_of_another_is_no_part_of_it() -> None:
    if importlib.util.find_spec("simplemma") is None:
        pytest.skip("simplemma, a training dependency, is not installed")
    from training.forms.inflect import irregular_forms

    assert irregular_forms("brand", "noun", "da") == set()


@pytest.mark.parametrize("lang", LANGS)
def test_affixes_make_their_examples(lang: str) -> None:
    for affix in load_forms(lang).suffixes:
        word, base = (part.casefold() for part in affix.example)
        assert word.endswith(affix.part) and word[: len(word) - len(affix.part)] + affix.put == base, affix
    for affix in load_forms(lang).prefixes:
        word, base = (part.casefold() for part in affix.example)
        assert word.startswith(affix.part) and affix.put + word[len(affix.part) :] == base, affix


@pytest.mark.parametrize(
    ("word", "lang", "slug"),
    [
        ("amunicji", "pl", "ammunition"),
        ("poinformowano", "pl", "inform"),
        ("Stanach", "pl", "state"),
        ("brevene", "da", "letter-mail"),
        ("forhandlingerne", "da", "negotiation"),
        ("avtalene", "nb", "agreement"),
        ("Waffen", "de", "weapon"),
        ("ausgetauscht", "de", "exchange"),
        ("mitzuteilen", "de", "inform"),
        ("negotiating", "en", "negotiate"),
        ("denied", "en", "deny"),
        ("won", "en", "win"),
        ("thieves", "en", "thief"),
        ("fiel", "de", "fall"),
        ("fällt", "de", "fall"),
        ("angegriffenen", "de", "attack"),
        ("stjålne", "da", "steal"),
        ("bøgerne", "da", "book"),
        ("brakte", "nb", "bring"),
        ("trærne", "nb", "tree"),
        ("widziałem", "pl", "see"),
        ("uznaliśmy", "pl", "recognise-state"),
        ("otrzymałyby", "pl", "receive"),
    ],
)
def test_a_form_expresses_its_concept(word: str, lang: str, slug: str) -> None:
    assert slug in concept_slugs(word, lang)


@pytest.mark.parametrize(
    ("word", "lang", "slugs"),
    [
        ("våbenforhandlinger", "da", {"weapon", "negotiation"}),
        ("munitionsverkäufen", "de", {"ammunition", "sale"}),
        ("rakettoppskyting", "nb", {"rocket", "launch"}),
        ("regierungsbriefe", "de", {"government", "letter-mail"}),
    ],
)
def test_a_compound_expresses_its_parts(word: str, lang: str, slugs: set[str]) -> None:
    reader = word_reader(lang)
    parts = reader.read(word)
    found = {slug for part in parts for slug in (*part.slugs, *part.roots, *part.parts)}
    roots = {reader.read(slug)[0].slugs for slug in ()} | found
    assert all(any(slug.split("-")[0] in candidate for candidate in roots) for slug in slugs), found


@pytest.mark.parametrize(("word", "lang"), [("FN", "da"), ("ONZ", "pl"), ("UN", "en"), ("UNO", "de")])
def test_an_acronym_is_one_key_in_all_languages(word: str, lang: str) -> None:
    assert "@org-un" in word_reader(lang).lexicon.slugs(word)
