"""`gloss.toml`: a language's small words in English and the endings a gloss reads number and tense from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from depesche.lang.loader import read_toml
from depesche.lang.schema.forms import load_irregulars


@dataclass(frozen=True, slots=True)
class GlossRules:
    """What is needed to gloss from a language. Endings stand the longest first.

    `strong` maps an irregular verb to its past forms and participles, from its table of irregular verbs.
    """

    words: dict[str, str]
    after_noun: dict[str, str]
    after_comma: dict[str, str]
    before_noun: dict[str, str]
    before_verb: dict[str, str]
    before_name: dict[str, str]
    purpose: frozenset[str]
    possessive: tuple[str, ...]
    auxiliary: frozenset[str]
    subordinate: frozenset[str]
    genitive: tuple[str, ...]
    plural: tuple[str, ...]
    past: tuple[str, ...]
    definite: tuple[str, ...]
    strong: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EnglishForms:
    """English forms that no rule makes, and what asks for a verb's base or participle."""

    past: dict[str, str]
    participle: dict[str, str]
    plural: dict[str, str]
    mass: frozenset[str]
    before_participle: frozenset[str]
    before_base: frozenset[str]
    plural_subjects: frozenset[str]
    after_many: dict[str, str]
    determiners: frozenset[str]


@cache
def load_gloss_rules(lang: str | None) -> GlossRules:
    """Return the rules of a source language; all empty where it has none."""
    data = read_toml(lang, "gloss.toml")
    return GlossRules(
        words=_pairs(data, "words"),
        after_noun=_pairs(data, "after_noun"),
        after_comma=_pairs(data, "after_comma"),
        before_noun=_pairs(data, "before_noun"),
        before_verb=_pairs(data, "before_verb"),
        before_name=_pairs(data, "before_name"),
        purpose=frozenset(_list(data, "purpose")),
        possessive=_endings(data, "possessive"),
        auxiliary=frozenset(_list(data, "auxiliary")),
        subordinate=frozenset(_list(data, "subordinate")),
        genitive=_endings(data, "genitive"),
        plural=_endings(data, "plural"),
        past=_endings(data, "past"),
        definite=_endings(data, "definite"),
        strong=_strong(lang),
    )


def _strong(lang: str | None) -> dict[str, tuple[str, ...]]:
    return {
        lemma: tuple(form for name, forms in columns if name != "present" for form in forms)
        for (pos, lemma), columns in (load_irregulars(lang) if lang else {}).items()
        if pos == "verb"
    }


@cache
def load_english_forms() -> EnglishForms:
    """Return the English forms."""
    data = read_toml("en", "gloss.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(word.replace("_", " ") for word in _list(data, key))

    return EnglishForms(
        past=_irregular("past") | _pairs(data, "past"),
        participle=_irregular("participle") | _pairs(data, "participle"),
        plural=_pairs(data, "plural"),
        mass=words("mass"),
        before_participle=words("before_participle"),
        before_base=words("before_base"),
        plural_subjects=words("plural_subjects"),
        after_many=_pairs(data, "after_many"),
        determiners=words("determiners"),
    )


def _irregular(column: str) -> dict[str, str]:
    """Return the first form in a column of the English table of irregular verbs, by lemma."""
    rows = ((lemma, dict(columns)[column]) for (pos, lemma), columns in load_irregulars("en").items() if pos == "verb")
    return {lemma: forms[0] for lemma, forms in rows if forms}


def _list(data: dict[str, Any], key: str) -> list[str]:
    return " ".join(data.get(key, [])).split()


def _pairs(data: dict[str, Any], key: str) -> dict[str, str]:
    entries = (entry.partition("=") for entry in _list(data, key))
    return {word: "" if put == "-" else put.replace("_", " ") for word, _, put in entries}


def _endings(data: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(sorted(data.get(key, ()), key=lambda ending: (-len(ending), ending)))
