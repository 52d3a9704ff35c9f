"""English forms for a gloss: plural, past, participle, third person. Phrases inflect their verb or their head."""

from __future__ import annotations

from depesche.lang.schema.gloss import load_english_forms

_VOWELS = "aeiou"


def plural(noun: str) -> str:
    """Return the plural of a noun or noun phrase; its last word inflects, the one before "of" where there is one."""
    head, of, rest = noun.partition(" of ")
    before, space, last = head.rpartition(" ")
    return f"{before}{space}{_plural(last)}{of}{rest}"


def _plural(word: str) -> str:
    forms = load_english_forms()
    if word in forms.mass or not word:
        return word
    if word in forms.plural:
        return forms.plural[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word if word.endswith("s") and not word.endswith("ss") else word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def past(verb: str) -> str:
    """Return the past tense of a verb or verb phrase ("call for" -> "called for")."""
    word, space, rest = verb.partition(" ")
    return load_english_forms().past.get(word, _regular(word)) + space + rest


def participle(verb: str) -> str:
    """Return the past participle."""
    word, space, rest = verb.partition(" ")
    forms = load_english_forms()
    return forms.participle.get(word, forms.past.get(word, _regular(word))) + space + rest


def _regular(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    doubles = len(word) in (3, 4) and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    return word + word[-1] + "ed" if doubles else word + "ed"


def third_person(verb: str) -> str:
    """Return the form after he, she or it."""
    word, space, rest = verb.partition(" ")
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if word in special:
        return special[word] + space + rest
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es" + space + rest
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies" + space + rest
    return word + "s" + space + rest
