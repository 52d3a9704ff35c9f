"""From the words of a text to slots: content by its concept, small words by `gloss.toml`, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from depesche.interlingua import english
from depesche.interlingua.analyse import analyse_items
from depesche.interlingua.bodies import body_name
from depesche.interlingua.glossing.choose import Reading, choose
from depesche.interlingua.glossing.endings import degree_of, noun_form, verb_forms
from depesche.interlingua.glossing.slots import Slot
from depesche.interlingua.lexicon import Concept, load_concepts_table, load_lexicon, targets
from depesche.interlingua.meaning import Unit
from depesche.interlingua.reading import Item
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.gloss import GlossRules, load_english_forms, load_gloss_rules
from depesche.lang.schema.language import load_language
from depesche.lang.schema.morphology import cases
from depesche.lang.schema.morphology import reading as reading_of
from depesche.records import Token
from depesche.text.tokens import tokenize

_HEAD, _THOUSANDS = re.compile(r"\d{1,3}(,\d{3})*"), re.compile(r"\d{3}")  # "12 500"
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"\d+,\d+")
_ARTICLES = frozenset({"a", "an"})


class Source(NamedTuple):
    """A text on its way to slots of another language."""

    tokens: Sequence[Token]
    lang: str
    rules: GlossRules
    place: int  # of the target language among a concept's lemmas
    english: bool


def read_slots(text: str, lang: str | None, target: str) -> list[Slot]:
    """Return the slots of a text, one or more a word, in the order of the text."""
    source = Source(tokenize(text), lang or "", load_gloss_rules(lang), targets().index(target), target == "en")
    slots = list(_slots(source, analyse_items(source.tokens, lang)))
    return _one_number(slots) if source.english and load_forms(lang).decimal == "," else slots


def _one_number(slots: Sequence[Slot]) -> list[Slot]:
    """Join a number whose thousands stand apart: "12 500"."""
    out: list[Slot] = []
    for slot in slots:
        before = out[-1] if out else None
        if before is not None and _HEAD.fullmatch(before.text) and _THOUSANDS.fullmatch(slot.text):
            out[-1] = replace(before, text=f"{before.text},{slot.text}", source=f"{before.source} {slot.source}")
        else:
            out.append(slot)
    return out


def _slots(source: Source, found: Sequence[Item]) -> Iterator[Slot]:
    covered = {i for item in found for i in item.indices} | _articles_inside(source, found)
    starts = {item.indices[0]: item for item in found}
    numbers = load_forms(source.lang).numbers
    for i, token in enumerate(source.tokens):
        spaced = i == 0 or source.tokens[i - 1].end < token.start
        item = starts.get(i)
        alone = i not in covered or (item is not None and len(item.indices) == 1)
        if source.english and alone and (token.lower in source.rules.helpers or token.lower in source.rules.instead):
            yield _small_slot(token, source, spaced=spaced)
        elif item is not None:
            if item.english:
                yield _phrase_slot(item, source, spaced=spaced)
            yield from _item_slots(item, i, source, spaced=spaced)
        elif i not in covered:
            slot = _small_slot(token, source, spaced=spaced)
            yield replace(slot, counts=True) if token.lower in numbers else slot


def _articles_inside(source: Source, found: Sequence[Item]) -> set[int]:
    """Return the articles within a phrase that is one word in the target: "ga | et | løfte" is "promised"."""
    gaps = {j for item in found for j in range(item.indices[0], item.indices[-1])}
    gaps -= {j for item in found for j in item.indices}
    return {j for j in gaps if source.english and _small_slot(source.tokens[j], source, spaced=True).text in _ARTICLES}


def _phrase_slot(item: Item, source: Source, *, spaced: bool) -> Slot:
    wording = " ".join(source.tokens[j].text for j in item.indices)
    text = item.english if source.english else f"‹{wording}›"
    return Slot(text, "small", wording.casefold(), spaced, role=_role(item.english))


def _role(put: str) -> str:
    roles = load_english_forms().roles
    if put in roles or put in load_english_forms().quantifiers:
        return roles.get(put, "")
    *first, last = put.split(" ")
    return "preposition" if first and roles.get(last) == "preposition" else ""


def _small_slot(token: Token, source: Source, *, spaced: bool) -> Slot:
    if not token.text[0].isalnum():
        return Slot(token.text, "mark", token.text, spaced)
    if token.text[0].isdigit():
        return Slot(_english_number(token.text, source) if source.english else token.text, "number", token.text, spaced)
    helper = source.rules.helpers.get(token.lower)
    if helper is not None and source.english:
        return Slot(helper.english, "small", token.lower, spaced, role=helper.role, forms=helper.forms)
    put = source.rules.instead.get(token.lower, source.rules.words.get(token.lower))
    if put is None and source.english and (noun := _small_noun(token.lower, source)):
        noun = f"{noun}'s" if noun in load_english_forms().weekdays else noun
        return Slot(noun, "adj", token.lower, spaced, cases=cases(source.lang, token.lower))
    if put is None or not source.english:
        return Slot(f"‹{token.text}›", "unknown", token.lower, spaced, cases=cases(source.lang, token.lower))
    role = "conjunction" if token.lower in source.rules.subordinate else _role(put)
    adjective = any(entry.pos == "adj" for entry in load_lexicon("en").forms.get(put, ()))
    if not role and adjective and token.lower in source.rules.instead:
        return Slot(put, "adj", token.lower, spaced, lemma=token.lower, cases=cases(source.lang, token.lower))
    return Slot(put, "small", token.lower, spaced, role=role)


def _small_noun(lower: str, source: Source) -> str:
    """Return the English of the weekday or month that an adjective is made of: Polish "wtorkowy"."""
    english_forms = load_english_forms()
    for part, put in load_forms(source.lang).relational:
        noun = source.rules.words.get(lower.removesuffix(part) + put, "") if lower.endswith(part) else ""
        if noun in english_forms.weekdays or noun in english_forms.months:
            return noun
    return ""


def _english_number(text: str, source: Source) -> str:
    """Return a number with the marks that English has: "20.000" and "3,5" of German are 20,000 and 3.5."""
    if load_forms(source.lang).decimal != ",":
        return text
    if _GROUPED.fullmatch(text):
        whole, comma, rest = text.partition(",")
        return whole.replace(".", ",") + comma.replace(",", ".") + rest
    return text.replace(",", ".") if _DECIMAL.fullmatch(text) else text


def _item_slots(item: Item, i: int, source: Source, *, spaced: bool) -> Iterator[Slot]:
    token = source.tokens[i]
    last = len(item.units) - 1
    capital = token.text[0].isupper() and not load_language(source.lang).capital_nouns
    if last > 0 and capital and not item.units[0].concepts:
        yield Slot(token.text, "name", token.lower, spaced, place=True)  # no compound but a name no table knows
        return
    if capital and i and source.tokens[i - 1].text[0].isalnum() and _is_mere_verb(token, source):
        yield Slot(token.text, "name", token.lower, spaced, place=True)  # "utenfor Lasta"
        return
    for n, unit in enumerate(item.units):
        alone = last == 0 and len(item.indices) == 1
        reading = choose(unit, i, source.tokens, source.lang) if alone else Reading.of(unit, source.lang)
        slot = _content_slot(unit, reading, token, source)
        if n < last and unit.form in source.rules.first_parts and source.english:
            slot = Slot(source.rules.first_parts[unit.form], "noun", token.lower, lemma=slot.lemma)
        if n < last:
            slot = _first_part(slot)
        yield replace(slot, spaced=spaced or n > 0, first_part=n < last)


def _is_mere_verb(token: Token, source: Source) -> bool:
    entries = load_lexicon(source.lang).forms.get(token.lower)
    return bool(entries) and not token.text.isupper() and all(entry.pos in {"verb", "separable"} for entry in entries)


def _first_part(slot: Slot) -> Slot:
    """Return a compound's first part as English has it: no owner, no number, a verb with -ing."""
    if slot.kind == "verb":
        return replace(slot, kind="noun", text=english.gerund(slot.text), forms="1")
    return replace(slot, owns=False, definite=False)


def _content_slot(unit: Unit, reading: Reading, token: Token, source: Source) -> Slot:
    concept = load_concepts_table().get(reading.slug)
    word = concept.lemmas[source.place] if concept is not None else ""
    if concept is None or not word:
        return _unread_slot(unit, token, source, known=unit.name or concept is not None)
    if token.text.isupper() and source.english and reading.slug in load_lexicon("en").slugs(token.text):
        word = token.text
    elif source.english and concept.pos == "name":
        word = body_name(concept.slug, word, unit.form, source.lang)
    form, lemma = reading.form, reading.lemma.casefold()
    if unit.negated:
        word = f"not {word}"
    slot = Slot(
        word, concept.pos, token.lower, slug=concept.slug, lemma=lemma, event=_is_event(concept), place=unit.name
    )
    if slot.kind == "verb" and _is_made_noun(token, form, source):
        return replace(slot, kind="noun", text=english.gerund(slot.text), forms="1", event=True)
    if slot.kind == "verb":
        return _verb_slot(slot, form, source)
    if slot.kind == "noun" and _is_relational(token, form, source):
        return replace(slot, kind="adj", cases=cases(source.lang, form))
    if slot.kind in {"noun", "name"}:
        number, definite, owns = noun_form(form, lemma, source.lang, source.rules)
        owns = owns or (concept.pos == "name" and form == lemma + "s")
        slot = replace(slot, person=_is_person(concept))
        return replace(slot, forms=number, definite=definite, owns=owns, cases=cases(source.lang, form))
    if slot.kind == "adj" and source.english and (degree := degree_of(form, lemma, source.lang, source.rules)):
        slot = replace(slot, text=english.degree(slot.text, most=degree == "most"))
    return replace(slot, cases=cases(source.lang, form) if slot.kind == "adj" else "")


def _is_relational(token: Token, form: str, source: Source) -> bool:
    """Say whether a word that is read as a noun by its derivation is an adjective: "magazynowa"."""
    if token.lower != form or load_lexicon(source.lang).forms.get(form):
        return False
    return any(form.endswith(rule.part) for rule in load_forms(source.lang).relational)


def _is_made_noun(token: Token, form: str, source: Source) -> bool:
    """Say whether a word that is read as a verb by its derivation is a noun: "Intensivierung"."""
    if token.lower != form or load_lexicon(source.lang).forms.get(form):
        return False
    return form.endswith(tuple(source.rules.nominal))


def _is_person(concept: Concept) -> bool:
    """Say whether a noun stands for people: Polish has a case of its own for them."""
    lemma = concept.lemmas[targets().index("pl")] if "pl" in targets() else ""
    return "h" in reading_of("pl", lemma.casefold().partition(" ")[0])


def _is_event(concept: Concept) -> bool:
    """Say whether a noun is something that happens: a kind of event, or made of a verb."""
    root = load_concepts_table().get(concept.root)
    return bool(concept.event) or (concept.pos == "noun" and root is not None and root.pos == "verb")


def _verb_slot(slot: Slot, form: str, source: Source) -> Slot:
    forms = verb_forms(form, slot.lemma, source.lang, source.rules)
    case = cases(source.lang, form)
    if case and not forms.strip("ng"):
        if "n" in forms or "g" in forms:
            return replace(slot, forms=forms, cases=case)
        return replace(slot, kind="noun", text=english.gerund(slot.text), cases=case, forms="1")
    return replace(slot, forms=forms)


def _unread_slot(unit: Unit, token: Token, source: Source, *, known: bool) -> Slot:
    """Return a name as it stands, a small word in English, or a word in no row between its marks."""
    if token.text == unit.form and (not known or (source.english and _small_noun(token.lower, source))):
        return _small_slot(token, source, spaced=True)
    if not known:
        return Slot(f"‹{unit.form}›", "unknown", token.lower, cases=cases(source.lang, token.lower))
    case = cases(source.lang, token.lower)
    owns = source.rules.verb_second and not case and unit.form.endswith("s") and not unit.form.isupper()
    return Slot(unit.form, "name", token.lower, place=True, cases=case, owns=owns, person=True)
