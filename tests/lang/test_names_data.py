"""The names data of the languages: every rule holds its example, every country is found by its forms."""

from __future__ import annotations

import pytest

from depesche.lang.loader import languages
from depesche.lang.schema.entities import STATE_KINDS, find_known, is_media, load_entities, of_kind, party_of
from depesche.lang.schema.names import bases, country_of_demonym, load_names

RULES = [(lang, rule) for lang in languages() for rules in load_names(lang).inflect.values() for rule in rules]


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=lambda value: value if isinstance(value, str) else value.holds[0])
def test_a_rule_finds_the_base_of_its_example(lang, rule):
    form, base = rule.holds

    assert base in bases(form, lang)


@pytest.mark.parametrize("lang", languages())
def test_demonyms_name_rows_of_the_table(lang):
    assert set(load_names(lang).demonyms.values()) <= set(load_entities())


@pytest.mark.parametrize(
    ("word", "lang", "country"),
    [
        ("russische", "de", "ru"),
        ("rosyjskiego", "pl", "ru"),
        ("nordkoreanske", "nb", "kp"),
        ("Polish", "en", "pl"),
        ("ukrainske", "da", "ua"),
        ("grün", "de", None),
    ],
)
def test_demonyms(word, lang, country):
    assert country_of_demonym(word, lang) == country


@pytest.mark.parametrize(
    ("form", "lang", "known"),
    [
        ("Nordkorea", "da", "kp"),
        ("Korea Północna", "pl", "kp"),
        ("Nord-Korea", "nb", "kp"),
        ("KRLD", "pl", "kp"),
        ("Biały Dom", "pl", "white-house"),
        ("Det hvite hus", "nb", "white-house"),
        ("ONZ", "pl", "org-un"),
        ("FN", "da", "org-un"),
        ("UNO", "de", "org-un"),
        ("Kijów", "pl", "city-kyiv"),
        ("Siergiej Szojgu", "pl", "shoigu"),
    ],
)
def test_forms_in_five_languages_find_their_entity(form, lang, known):
    assert find_known(form, lang)[0].id == known


def test_an_acronym_is_found_only_as_it_is_written():
    assert find_known("WHO")
    assert not find_known("who")


def test_every_country_has_a_form_in_every_language():
    for country in of_kind("country"):
        for lang in ("en", "da", "nb", "de", "pl"):
            assert country.forms_in(lang)


@pytest.mark.parametrize(
    ("form", "country"), [("Moskau", "ru"), ("Kreml", "ru"), ("Biały Dom", "us"), ("Warszawa", "pl"), ("London", "gb")]
)
def test_a_capital_and_a_seat_of_government_stand_for_their_country(form, country):
    parties = {party_of(known).id for known in find_known(form) if known.kind in STATE_KINDS}

    assert parties == {country}


def test_every_party_leads_to_its_end():
    for known in load_entities().values():
        end = party_of(known)
        assert end.party == end.id


def test_media_are_told_from_others():
    assert is_media("Reuters")
    assert is_media("Süddeutsche Zeitung", "de")
    assert not is_media("Toyota")
