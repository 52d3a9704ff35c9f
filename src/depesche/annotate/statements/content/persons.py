"""The first and second person of a Polish verb of speech within a quotation: "Mówiłam, że …", "Mówicie, że …".

The data hold the third person; `first_person` and `second_person` tell which ending stands for which of it. The present
of the first is left out: "mówię" is the talk of the one quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from depesche.lang.schema.speech import Speech, VerbForm


@cache
def _endings(pairs: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the endings of a list, the longest first, each with that of the third person."""
    parted = (pair.partition("=") for pair in sorted(pairs, key=len, reverse=True))
    return tuple((ending, third) for ending, _, third in parted)


def _third(word: str, group: str, speech: Speech) -> str | None:
    """Return the third person of a form in the person of `group`: "mówiłem" is "mówił"."""
    for ending, third in _endings(speech.words[group]):
        if word.endswith(ending):
            return word[: -len(ending)] + third
    return None


def is_first_person(word: str, speech: Speech) -> bool:
    """Say whether a past form is one's own: "mówiłem", "powiedzieliśmy"."""
    return _third(word, "first_person", speech) in speech.verb_forms


def is_second_person(word: str, speech: Speech) -> bool:
    """Say whether a form speaks to somebody: "mówiliście", "mówisz"."""
    return _third(word, "second_person", speech) in speech.verb_forms


def forms_of_speakers(word: str, speech: Speech) -> Sequence[VerbForm]:
    """Return the entries of a verb of speech in the first or second person."""
    thirds = (_third(word, group, speech) for group in ("first_person", "second_person"))
    found = next((speech.verb_forms[t] for t in thirds if t in speech.verb_forms), ())
    return tuple(form for form in found if form.kind == "finite")
