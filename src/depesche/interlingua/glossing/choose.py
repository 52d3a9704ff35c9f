"""Which reading of a word suits its place: the likeliest concept among the parts of speech its neighbours allow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from depesche import settings
from depesche.interlingua.glossing.endings import noun_form, verb_forms
from depesche.interlingua.lexicon import Entry, broad_concepts, load_lexicon
from depesche.interlingua.meaning import Unit
from depesche.interlingua.rarity import load_rarity
from depesche.interlingua.words import word_reader
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.gloss import load_english_forms, load_gloss_rules
from depesche.lang.schema.language import load_language
from depesche.lang.schema.morphology import cases
from depesche.records import Token

_LAST = 3  # a reading's place from which further ones are no less likely


class Reading(NamedTuple):
    """A concept with the case-folded form and the lemma that express it."""

    slug: str
    form: str
    lemma: str

    @classmethod
    def of(cls, unit: Unit, lang: str) -> Reading:
        """Return the likeliest reading of a unit, a phrase's head word standing for its form."""
        slug = unit.concepts[0] if unit.concepts else ""
        form, lemma = unit.form.casefold(), unit.lemma.casefold().replace("+", "")
        if " " in form:
            return _of_phrase(slug, form, lemma, unit, lang)
        entries = load_lexicon(lang).forms.get(form, ())
        if unit.concepts:
            slug = min(unit.concepts, key=_ranks(unit, entries, lang).__getitem__)
        entry = next((e for e in entries if slug in e.slugs), None)
        return cls(slug, form, entry.lemma.replace("+", "").casefold() if entry else lemma)


def _of_phrase(slug: str, form: str, lemma: str, unit: Unit, lang: str) -> Reading:
    """Return the reading of a phrase; of a verb apart from its particle, the verb's likeliest."""
    form, head = _head(form, lemma, lang)
    verb, _, particle = lemma.partition(" ")
    joined = load_lexicon(lang).forms.get(particle + verb, ())
    ranked = load_rarity().ranked(lang, joined) if particle and joined else ()
    if ranked and set(ranked) == set(unit.concepts):
        return Reading(ranked[0], form, particle + verb)
    return Reading(slug, form, head)


def _head(form: str, lemma: str, lang: str) -> tuple[str, str]:
    """Return the word of a phrase that inflects, and its lemma: the first unlike its base form, else the first."""
    pairs = list(zip(form.split(), lemma.split(), strict=False))
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[0] if pairs else (form, lemma))


def choose(unit: Unit, i: int, tokens: Sequence[Token], lang: str) -> Reading:
    """Return the reading of the word at token i that suits the words beside it best."""
    form = tokens[i].lower
    entries = [e for e in load_lexicon(lang).forms.get(form, ()) if not set(e.slugs).isdisjoint(unit.concepts)]
    if len(entries) < 2:
        return Reading.of(unit, lang)
    before, after = _beside(tokens, i, -1, lang), _beside(tokens, i, 1, lang)
    rank = _ranks(unit, entries, lang)
    fits = {entry: _fit(entry, form, lang, before, after, tokens[i]) for entry in entries}
    found = [
        (fits[entry] - settings.READING_STEP * min(rank[slug], _LAST), -rank[slug], entry, slug)
        for entry in entries
        for slug in entry.slugs
        if slug in rank
    ]
    broad = broad_concepts()
    *_, entry, slug = max(found, key=lambda item: (item[3] not in broad, item[0], item[1]))
    return Reading(slug, form, entry.lemma.replace("+", "").casefold())


def _ranks(unit: Unit, entries: Sequence[Entry], lang: str) -> dict[str, int]:
    """Return the places of a word's readings, what `gloss.toml` says of its lemmas first."""
    lemmas = {entry.lemma.casefold() for entry in entries} or {unit.lemma.casefold()}
    preferred = {load_gloss_rules(lang).prefer.get(lemma) for lemma in lemmas}
    first = [slug for slug in unit.concepts if slug in preferred]
    return {slug: n for n, slug in enumerate([*first, *(slug for slug in unit.concepts if slug not in first)])}


def _beside(tokens: Sequence[Token], i: int, step: int, lang: str) -> str:
    """Return what stands beside a word: a small word's role, "to", "start", "number" or parts of speech."""
    j = i + step
    if not 0 <= j < len(tokens) or not tokens[j].text[0].isalnum():
        return "start"
    lower = tokens[j].lower
    rules = load_gloss_rules(lang)
    if step < 0 and j and _asks_verb(tokens[j - 1].lower, lang) and _is_infinitive(lower, lang):
        return "verb"
    helper = rules.helpers.get(lower)
    if helper is not None:
        return helper.role
    if rules.before_verb.get(lower) == "to":
        return "to"
    if tokens[j].text[0].isdigit() or lower in load_forms(lang).numbers:
        return "number"
    put = rules.words.get(lower)
    if put is not None:
        if rules.before_noun.get(lower):
            return "determiner"
        return load_english_forms().roles.get(put, "not" if put == "not" else "adverb")
    kinds = {entry.pos for entry in load_lexicon(lang).forms.get(lower, ())}
    if not kinds and (parts := word_reader(lang).splitter.split(lower)):
        kinds = {entry.pos for entry in load_lexicon(lang).forms.get(parts[-1], ())}
    if tokens[j].text[0].isupper() and not kinds:
        return "name"
    return "/".join(sorted("noun" if kind == "name" else kind for kind in kinds))


def _is_infinitive(lower: str, lang: str) -> bool:
    entries = load_lexicon(lang).forms.get(lower, ())
    return any(e.pos in {"verb", "separable"} and e.lemma.replace("+", "") == lower for e in entries)


def _asks_verb(lower: str, lang: str) -> bool:
    rules = load_gloss_rules(lang)
    helper = rules.helpers.get(lower)
    return rules.before_verb.get(lower) == "to" or (helper is not None and helper.role == "modal")


# What a part of speech is worth after (before) a kind of word; about nats. Set by hand, checked on the training text.
_AFTER = {
    "noun": {
        "determiner": 2.0, "preposition": 1.5, "number": 1.5, "adj": 1.5, "amount": 1.5, "verb": 0.7, "start": 0.3,
        "conjunction": 0.3, "to": -2.0, "subject": -2.0, "modal": -0.5, "have": -0.5, "become": -0.5, "not": -0.5,
    },
    "verb": {
        "determiner": -2.0, "preposition": -2.0, "number": -1.5, "amount": -1.5, "adj": -1.0, "verb": -0.7,
        "start": -0.7, "subject": 1.5, "modal": 1.0, "have": 1.0, "become": 1.0, "name": 0.8, "be": 0.5, "not": 0.5,
        "noun": 0.5,
    },
    "adj": {
        "determiner": 1.2, "be": 1.0, "become": 0.7, "adverb": 0.5, "preposition": 0.3, "to": -2.0, "subject": -1.5,
        "noun": -0.5, "have": -0.3,
    },
    "adv": {"determiner": -1.5, "preposition": -1.0, "be": 0.3, "to": -1.0},
}  # fmt: skip
_BEFORE = {
    "noun": {"preposition": 0.3, "start": 0.3, "name": 0.2, "determiner": -0.3, "noun": -0.5},
    "verb": {
        "determiner": 0.7, "object": 0.7, "subject": 0.7, "not": 0.7, "conjunction": 0.5, "adverb": 0.3,
        "preposition": 0.2,
    },
    "adj": {"noun": 1.2, "adj/noun": 0.8, "adj": 0.3, "determiner": -0.7, "preposition": -0.2, "start": -0.2},
    "adv": {"noun": -1.0, "adj": 0.5, "verb": 0.3},
}  # fmt: skip


def _fit(entry: Entry, form: str, lang: str, before: str, after: str, token: Token) -> float:
    pos = {"separable": "verb", "name": "noun"}.get(entry.pos, entry.pos)
    worth = _AFTER.get(pos, {}).get(before, 0.0) + _BEFORE.get(pos, {}).get(after, 0.0)
    if pos == "verb":
        worth += _verb_fit(entry, form, lang, before, after)
    elif pos == "noun" and before != "determiner":
        rules = load_gloss_rules(lang)
        number, definite, _ = noun_form(form, entry.lemma.casefold(), lang, rules)
        # "31 såret" are no wounds, "to både manglet" no lack
        verb = before == "noun" and any(e.pos == "verb" for e in load_lexicon(lang).forms.get(form))
        worth += 0.0 if not definite else -3.0 if before == "number" else -2.0 if verb else 1.0
        if rules.definite and not number and form != entry.lemma.casefold():
            worth -= 2.0  # no form of a noun but for a dictionary's slip
    if load_language(lang).capital_nouns and before != "start":
        worth += 3.0 if (pos == "noun") == token.text[0].isupper() else -3.0
    return worth


def _verb_fit(entry: Entry, form: str, lang: str, before: str, after: str) -> float:
    """Say how well a verb's form suits the word before it: an infinitive "to", a participle "have"."""
    forms = verb_forms(form, entry.lemma.replace("+", "").casefold(), lang, load_gloss_rules(lang))
    if cases(lang, form) and not set(forms) & set("rpfbqu"):
        return -2.0 if not set(forms) & set("ng") else 0.0  # a Polish verbal noun has its own row
    if before == "to":
        return 2.5 if set(forms) & set("bs") else -2.5
    if before == "modal":
        return 0.5 if set(forms) & set("bsz") else -1.5
    if before in {"have", "be", "become"}:
        return 0.7 if set(forms) & set("nb") else -1.5
    if before in {"determiner", "preposition"} and "noun" in after and set(forms) & set("ng"):
        return 2.0  # "the killed soldiers": a participle is an adjective
    return -1.0 if forms in {"", "b"} and before in {"start", "noun", "subject"} else 0.0
