"""`gloss.toml`: a language's small words in English, its helping verbs, and the endings a gloss reads forms from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from depesche.lang.loader import read_toml
from depesche.lang.schema.forms import load_irregulars


class Helper(NamedTuple):
    """A form of a helping verb: its role (be, have, become, modal), its forms as in `Slot.forms`, and its English."""

    role: str
    forms: str
    english: str


@dataclass(frozen=True, slots=True, eq=False)
class GlossRules:
    """What is needed to gloss from a language; docs/gloss.md says what each field does. Endings suit `str.endswith`."""

    words: dict[str, str]
    instead: dict[str, str]
    after_noun: dict[str, str]
    after_comma: dict[str, str]
    after_passive: dict[str, str]
    before_noun: dict[str, str]
    before_verb: dict[str, str]
    before_name: dict[str, str]
    before_event: dict[str, str]
    before_bare: dict[str, str]
    before_adj: dict[str, str]
    before_weekday: dict[str, str]
    behind: dict[str, str]
    opening: dict[str, str]
    before_infinitive: dict[str, str]
    double_negation: bool
    there: dict[str, str]
    possessives: frozenset[str]
    governs: frozenset[str]
    before_number: dict[str, str]
    before_time: dict[str, str]
    helpers: dict[str, Helper]
    moved: frozenset[str]
    mutual: frozenset[str]
    subordinate: frozenset[str]
    singular: frozenset[str]
    many: frozenset[str]
    either: frozenset[str]
    oblique: frozenset[str]
    dative: frozenset[str]
    nominative: frozenset[str]
    genitive: frozenset[str]
    locative: frozenset[str]
    with_infinitive: dict[str, str]
    prefer: dict[str, str]
    first_parts: dict[str, str]
    pointers: frozenset[str]
    inner_genitive: frozenset[str]
    reflexive: frozenset[str]
    nominal: frozenset[str]
    before_genitive: dict[str, str]
    ago: dict[str, str]
    verb_last: bool
    verb_second: bool
    plural: tuple[str, ...]
    plural_definite: tuple[str, ...]
    definite: tuple[str, ...]
    feminine: tuple[str, ...]
    same: tuple[str, ...]
    present: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]
    more: tuple[str, ...]
    most: tuple[str, ...]
    most_prefix: str
    inside: dict[str, str]
    plural_subject: dict[str, str]
    before_finite: dict[str, str]
    plural_verb: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnglishForms:
    """English forms that no rule makes, and what kind of word a small word is."""

    past: dict[str, str]
    participle: dict[str, str]
    plural: dict[str, str]
    mass: frozenset[str]
    mass_plural: frozenset[str]
    roles: dict[str, str]
    doubling: frozenset[str]
    degrees: dict[str, tuple[str, str]]
    short: frozenset[str]
    same_adverb: frozenset[str]
    quantifiers: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    ordinals: frozenset[str]
    times: frozenset[str]
    tells: frozenset[str]


@cache
def load_gloss_rules(lang: str | None) -> GlossRules:
    """Return the rules of a source language; all empty where it has none."""
    data = read_toml(lang, "gloss.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(_list(data, key))

    return GlossRules(
        words=_pairs(data, "words"),
        instead=_pairs(data, "instead"),
        after_noun=_pairs(data, "after_noun"),
        after_comma=_pairs(data, "after_comma"),
        after_passive=_pairs(data, "after_passive"),
        before_noun=_pairs(data, "before_noun"),
        before_verb=_pairs(data, "before_verb"),
        before_name=_pairs(data, "before_name"),
        before_event=_pairs(data, "before_event"),
        before_bare=_pairs(data, "before_bare"),
        before_adj=_pairs(data, "before_adj"),
        before_weekday=_pairs(data, "before_weekday"),
        behind=_pairs(data, "behind"),
        opening=_pairs(data, "opening"),
        before_infinitive=_pairs(data, "before_infinitive"),
        double_negation=data.get("double_negation", False),
        there=_pairs(data, "there"),
        possessives=words("possessives"),
        governs=words("governs"),
        before_number=_pairs(data, "before_number"),
        before_time=_pairs(data, "before_time"),
        helpers=dict(_helper(entry) for entry in _list(data, "helpers")),
        moved=words("moved"),
        mutual=words("mutual"),
        subordinate=words("subordinate"),
        singular=words("singular"),
        many=words("many"),
        either=words("either"),
        oblique=words("oblique"),
        dative=words("dative"),
        nominative=words("nominative"),
        genitive=words("genitive"),
        locative=words("locative"),
        with_infinitive=_pairs(data, "with_infinitive"),
        prefer=_pairs(data, "prefer"),
        first_parts=_pairs(data, "first_parts"),
        pointers=words("pointers"),
        inner_genitive=words("inner_genitive"),
        reflexive=words("reflexive"),
        nominal=words("nominal"),
        before_genitive=_pairs(data, "before_genitive"),
        ago=_pairs(data, "ago"),
        verb_last=data.get("verb_last", False),
        verb_second=data.get("verb_second", False),
        plural=tuple(data.get("plural", ())),
        plural_definite=tuple(data.get("plural_definite", ())),
        definite=tuple(data.get("definite", ())),
        feminine=tuple(data.get("feminine", ())),
        same=tuple(data.get("same", ())),
        present=tuple(data.get("present", ())),
        past=tuple(data.get("past", ())),
        participle=tuple(data.get("participle", ())),
        ing=tuple(data.get("ing", ())),
        more=tuple(_list(data, "more")),
        most=tuple(_list(data, "most")),
        most_prefix=data.get("most_prefix", [""])[0],
        before_finite=_pairs(data, "before_finite"),
        plural_subject=_pairs(data, "plural_subject"),
        plural_verb=tuple(data.get("plural_verb", ())),
        inside={word.replace("_", " "): put for word, put in _pairs(data, "inside").items()},
    )


def _helper(entry: str) -> tuple[str, Helper]:
    word, _, rest = entry.partition("=")
    role, forms, *english = rest.split(":")
    return word, Helper(role, forms, (english or [role])[0].replace("_", " "))


@cache
def load_english_forms() -> EnglishForms:
    """Return the English forms."""
    data = read_toml("en", "gloss.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(word.replace("_", " ") for word in _list(data, key))

    return EnglishForms(
        past=_irregular("past") | _pairs(data, "past"),
        participle=_irregular("participle") | _pairs(data, "participle"),
        plural=_irregular_nouns() | _pairs(data, "plural"),
        mass=words("mass"),
        mass_plural=words("mass_plural"),
        roles={word.replace("_", " "): role for role in SMALL_ROLES for word in _list(data, role)},
        doubling=words("doubling"),
        degrees={
            word: (more, most)
            for word, rest in _pairs(data, "degrees").items()
            for more, _, most in (rest.partition("="),)
        },
        short=words("short"),
        same_adverb=words("same_adverb"),
        quantifiers=words("quantifiers"),
        weekdays=words("weekdays"),
        months=words("months"),
        ordinals=words("ordinals"),
        times=words("times"),
        tells=words("tells"),
    )


SMALL_ROLES = ("preposition", "determiner", "subject", "object", "and", "conjunction", "amount")


def _irregular(column: str) -> dict[str, str]:
    """Return the first form in a column of the English table of irregular verbs, by lemma."""
    rows = ((lemma, dict(columns)[column]) for (pos, lemma), columns in load_irregulars("en").items() if pos == "verb")
    return {lemma: forms[0] for lemma, forms in rows if forms}


def _irregular_nouns() -> dict[str, str]:
    rows = (
        (lemma, dict(columns)["plural"]) for (pos, lemma), columns in load_irregulars("en").items() if pos == "noun"
    )
    return {lemma: forms[0] for lemma, forms in rows if forms}


def _list(data: dict[str, Any], key: str) -> list[str]:
    return " ".join(data.get(key, [])).split()


def _pairs(data: dict[str, Any], key: str) -> dict[str, str]:
    entries = (entry.partition("=") for entry in _list(data, key))
    return {word: "" if put == "-" else put.replace("_", " ") for word, _, put in entries}
