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
        if entry[1] == word.casefold() or not NOMINATIVE.isdisjoint(found):
            return wording
        gender = next((c for c in speech.reading(entry[1]) if c in _ADJECTIVES), None)
        before = [_adjective(w, gender) for w in words[:n]] if n else []
        if any(w is None for w in before):
            return wording
        return " ".join([*(w for w in before if w), entry[1], *words[n + 1 :]])
    return wording


def _adjective(word: str, gender: str | None) -> str | None:
    for oblique, ending in _ADJECTIVES.get(gender or "", ()):
        if word.casefold().endswith(oblique) and len(word) > len(oblique) + 1:
            stem = word[: -len(oblique)]
            soft = oblique == "iej" and not stem.endswith(_SOFT)
            return stem + ("i" if soft else "") + ending
    return None
