"""An English gloss of a sentence from concepts and names: readable, deterministic, never a translation.

A word in no row stands as it is between ‹ and ›; wherever a gloss is shown it must be marked as one. The steps are in
`glossing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from depesche.interlingua.glossing.joints import drop_commas, join_small_words
from depesche.interlingua.glossing.order import ordered, split_clauses
from depesche.interlingua.glossing.phrases import put_small_words, settle_nouns, shape_nouns
from depesche.interlingua.glossing.read import read_slots
from depesche.interlingua.glossing.slots import Slot
from depesche.interlingua.glossing.verbs import VerbForms
from depesche.interlingua.lexicon import targets
from depesche.lang.schema.gloss import load_gloss_rules
from depesche.records import AnnotatedReport, Span

OPENING = frozenset('„“«»("‚‘[›‹')
SENTENCE_END = frozenset(".!?")
_NO_VOWEL = ("eu", "uni", "use", "usu", "one", "once")  # vowel letters with the sound of a consonant


def gloss(text: str, lang: str | None, target: str = "en") -> str:
    """Return a gloss of a text; a text already in the target language is returned as it is."""
    if lang == target or target not in targets():
        return text
    slots = read_slots(text, lang, target)
    return _joined([slot for slot in (_in_english(slots, lang) if target == "en" else slots) if slot.text])


def gloss_span(report: AnnotatedReport, spans: Sequence[Span], target: str = "en") -> str:
    """Return a gloss of spans of a report."""
    return " … ".join(gloss(report.text[s:e], report.language, target) for s, e in spans)


def _in_english(slots: list[Slot], lang: str | None) -> list[Slot]:
    rules = load_gloss_rules(lang)
    slots = shape_nouns(join_small_words(put_small_words(slots, rules), rules), rules)
    clauses = list(split_clauses(slots, rules))
    slots = [slot for clause in ordered(clauses, rules) for slot in clause]
    return list(drop_commas(list(settle_nouns(list(VerbForms(rules).put(slots))))))


def _joined(slots: Sequence[Slot]) -> str:
    out: list[str] = []
    for i, slot in enumerate(slots):
        text = slot.text
        if text == "a" and i + 1 < len(slots) and slots[i + 1].text == "other":
            continue
        if text == "other" and i and slots[i - 1].text == "a":
            text = "another"
        if slot.kind != "mark" and i and slots[i - 1].text in SENTENCE_END:
            text = text[:1].upper() + text[1:]
        if text.split(" ")[-1] == "a" and slot.kind == "small" and i + 1 < len(slots):
            text = _before_vowel(text, slots[i + 1].text)
        if _links(slots, i):
            continue  # "EU-landene": the EU countries
        joined = i > 0 and slots[i - 1].text == "-" and not slot.spaced and not _links(slots, i - 1)
        opened = bool(out) and out[-1][-1:] in OPENING
        tight = not out or joined or (not slot.spaced and (slot.kind == "mark" or opened))
        out.append(text if tight else f" {text}")
    text = "".join(out)
    first = next((i for i, char in enumerate(text) if char.isalnum()), None)
    return text if first is None else text[:first] + text[first].upper() + text[first + 1 :]


def _links(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a hyphen joins a name or number to a noun."""
    if slots[i].text != "-" or slots[i].spaced or not i or i + 1 >= len(slots):
        return False
    return slots[i + 1].kind == "noun" and not slots[i + 1].spaced and slots[i - 1].kind in {"name", "noun", "number"}


def _before_vowel(put: str, following: str) -> str:
    """Return "an" for "a" before a vowel letter that sounds like one."""
    vowel = following[:1].casefold() in set("aeiou") and not following.casefold().startswith(_NO_VOWEL)
    return f"{put}n" if vowel else put
