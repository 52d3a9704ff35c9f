"""English forms for a gloss: plural, past, participle, third person. Phrases inflect their verb or their head."""

from __future__ import annotations

from depesche.lang.schema.gloss import load_english_forms

_VOWELS = "aeiou"
_PREFIXES = ("over", "under", "out", "mis", "with", "fore", "re", "un")  # before an irregular verb


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
    return _irregular(word, load_english_forms().past) + space + rest


def participle(verb: str) -> str:
    """Return the past participle."""
    word, space, rest = verb.partition(" ")
    forms = load_english_forms()
    return _irregular(word, forms.past | forms.participle) + space + rest


def _irregular(word: str, table: dict[str, str]) -> str:
    """Look a verb up, without its prefix too: "mislead" as "lead"; a verb in no table is regular."""
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix) and word[len(prefix) :] in table:
            return prefix + table[word[len(prefix) :]]
    return _regular(word)


def _regular(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + word[-1] + "ed" if _doubles(word) else word + "ed"


def _doubles(word: str) -> bool:
    """Say whether a verb's last letter is doubled before an ending; longer ones that do are listed."""
    if len(word) not in (3, 4):
        return word in load_english_forms().doubling
    return word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS


def degree(adjective: str, *, most: bool) -> str:
    """Return the comparative or superlative of an adjective; longer ones take "more" and "most"."""
    forms = load_english_forms()
    if adjective in forms.degrees:
        return forms.degrees[adjective][most]
    y = adjective.endswith("y") and len(adjective) > 3 and adjective[-2] not in _VOWELS
    short = adjective.isalpha() and (_syllables(adjective) == 1 or (y and _syllables(adjective) < 3))
    if not short and adjective not in forms.short:
        return f"{'most' if most else 'more'} {adjective}"
    stem = adjective[:-1] + "i" if y else adjective.removesuffix("e")
    stem += stem[-1] if stem == adjective and len(adjective) < 5 and _doubles(adjective) else ""
    return stem + ("est" if most else "er")


def _syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowel letters, a mute -e left out."""
    groups = sum(
        char in "aeiouy" and (i == 0 or word[i - 1] not in "aeiouy") for i, char in enumerate(word.removesuffix("e"))
    )
    return max(1, groups)


def adverb(adjective: str) -> str:
    """Return the adverb of an adjective; a phrase or an irregular one is left as it is."""
    if adjective in load_english_forms().same_adverb or not adjective.isalpha() or adjective.endswith("ly"):
        return adjective
    if adjective.endswith(("y", "ll")):
        return adjective + "y" if adjective.endswith("ll") else adjective[:-1] + "ily"
    if adjective.endswith("ic"):
        return adjective + "ally"
    return adjective[:-1] + "y" if adjective.endswith("le") and len(adjective) > 4 else adjective + "ly"


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


def gerund(verb: str) -> str:
    """Return the form in -ing ("call for" -> "calling for")."""
    word, space, rest = verb.partition(" ")
    if word.endswith("ie"):
        stem = word[:-2] + "y"
    elif word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        stem = word[:-1]
    else:
        stem = word + word[-1] if _doubles(word) else word
    return f"{stem}ing{space}{rest}"
