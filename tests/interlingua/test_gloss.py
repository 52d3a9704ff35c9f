"""Glosses: readable English, the same every time, nothing lost without a mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.interlingua import gloss
from depesche.interlingua.english import participle, past, plural, third_person


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Ministeren afviser de hemmelige forhandlinger.", "da", ["minister", "the secret negotiations"]),
        ("Der Minister sagte, dass die Regierung keine Waffen geliefert hat.", "de", ["government has", "no weapons"]),
        ("Rosja prowadzi rozmowy o sprzedaży amunicji.", "pl", ["Russia", "about sale", "of ammunition"]),
        ("Lederen skrev et brev onsdag.", "nb", ["leader", "a letter", "Wednesday"]),
    ],
)
def test_a_gloss_holds_the_words(text: str, lang: str, words: list[str]) -> None:
    shown = gloss(text, lang)
    assert [word for word in words if word not in shown] == [], shown


def test_an_unknown_word_is_kept_and_marked() -> None:
    assert "‹brimborsk›" in gloss("En brimborsk aftale", "da")


def test_a_name_is_kept_as_it_is() -> None:
    assert "Lindqvist" in gloss("Brevet kom fra Lindqvist.", "da")


def test_text_in_the_target_language_is_left_alone() -> None:
    assert gloss("He denies it.", "en") == "He denies it."


@pytest.mark.parametrize(
    ("text", "lang", "shown"),
    [
        ("Han gik og skrev et brev.", "da", "He went and wrote a letter."),
        ("Er schrieb einen Brief, der am Montag ankam.", "de", "He wrote a letter, which on Monday arrived."),
        ("Minister nie odpowiedział z powodu spotkania.", "pl", "Minister not answered because of meeting."),
        ("Hun ga et løfte om å bygge en bru ved siden av skolen.", "nb",
         "She gave a promise about to build a bridge next to the school."),
    ],
)  # fmt: skip
def test_tense_articles_and_small_phrases(text: str, lang: str, shown: str) -> None:
    assert gloss(text, lang) == shown


def test_a_gloss_in_another_language_than_english() -> None:
    assert "brev" in gloss("Der Brief", "de", "da")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["da", "nb", "de", "pl", "ru", None]))
def test_any_text_has_a_gloss_and_always_the_same(text: str, lang: str | None) -> None:
    assert gloss(text, lang) == gloss(text, lang)


@pytest.mark.parametrize(("word", "form"), [("treaty", "treaties"), ("woman", "women"), ("news", "news"),
                                            ("minister of defence", "ministers of defence")])  # fmt: skip
def test_plural(word: str, form: str) -> None:
    assert plural(word) == form


@pytest.mark.parametrize(("word", "form"), [("deny", "denied"), ("stop", "stopped"), ("call for", "called for"),
                                            ("write", "wrote"), ("agree", "agreed")])  # fmt: skip
def test_past(word: str, form: str) -> None:
    assert past(word) == form


def test_participle_and_third_person() -> None:
    assert participle("write") == "written"
    assert third_person("deny") == "denies"
    assert third_person("call for") == "calls for"
