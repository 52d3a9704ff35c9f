"""Base forms of Polish phrases that name a source in an oblique case: "brytyjskiego wywiadu", "ekspertów"."""

from __future__ import annotations

from typing import Final

from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Speech

_MAX_ATTRIBUTES: Final = 3  # adjectives before a noun
# Endings of adjectives in the genitive, dative or instrumental with those of the nominative, by the noun's gender.
_ADJECTIVES: Final = {
    "M": (("iego", "i"), ("ego", "y"), ("iemu", "i"), ("emu", "y"), ("im", "i"), ("ym", "y")),
    "F": (("iej", "a"), ("ej", "a"), ("ą", "a")),
    "N": (("iego", "ie"), ("ego", "e"), ("iemu", "ie"), ("emu", "e"), ("im", "ie"), ("ym", "e")),
}
_SOFT: Final = ("k", "g")  # letters before which "i" only spells the ending: "polskiej"


def base_form(wording: str, speech: Speech) -> str:
    """Return a phrase with its head noun and the adjectives before it in the nominative, unchanged where unsure."""
    words = wording.split()
    for n, word in enumerate(words[: _MAX_ATTRIBUTES + 1]):
        entry = speech.noun_entry(word.casefold())
        if entry is None:
            continue
        found = speech.reading(word.casefold())
        oblique = any(_is_oblique(w, speech) for w in words[:n])
        if entry[1] == word.casefold() or not (NOMINATIVE.isdisjoint(found) or oblique):
            return wording
        gender = next((c for c in speech.reading(entry[1]) if c in _ADJECTIVES), None)
        before = [_attribute(words, k, gender, speech) for k in range(n)]
        if any(w is None for w in before):
            return wording
        return " ".join([*(w for w in before if w), entry[1], *words[n + 1 :]])
    return wording


def _attribute(words: list[str], k: int, gender: str | None, speech: Speech) -> str | None:
    """Return an adjective before the head in the nominative, a noun with its own as it stands: "wysokiej rangi"."""
    if _is_noun(words[k], speech):
        return words[k]
    base = _adjective(words[k], gender)
    return words[k] if base is None and _is_noun(words[k + 1], speech) else base


def _is_oblique(word: str, speech: Speech) -> bool:
    """Say whether an adjective stands in a man's genitive, so that its noun does: "byłego"."""
    found = speech.reading(word.casefold())
    return "j" in found and NOMINATIVE.isdisjoint(found) and word.casefold().endswith("ego")


def _is_noun(word: str, speech: Speech) -> bool:
    """Say whether a word is a noun that names no source: "rangi"."""
    found = speech.reading(word.casefold())
    return "o" in found and "j" not in found and speech.noun_entry(word.casefold()) is None


def _adjective(word: str, gender: str | None) -> str | None:
    for oblique, ending in _ADJECTIVES.get(gender or "", ()):
        if word.casefold().endswith(oblique) and len(word) > len(oblique) + 1:
            stem = word[: -len(oblique)]
            soft = oblique == "iej" and not stem.endswith(_SOFT)
            return stem + ("i" if soft else "") + ending
    return None
