"""Sources that a phrase joins: a house and another source are two ("police and prosecutors"), people are a group."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Name, NameType

_LONGEST: Final = 8  # tokens of a phrase that joins two
_OFFICES: Final = frozenset({"role", "role_m", "role_f"})


def joined(frame: Frame, phrase: Phrase, speech: Speech, layers: Layers) -> tuple[Phrase, Phrase] | None:
    """Return both parts of a phrase that joins a house and another source; None for any other, and for two names."""
    start = phrase.start + speech.has("both", frame.lower(phrase.start))
    if not 2 < phrase.end - start <= _LONGEST or phrase.aside is not None:
        return None
    words = [frame.lower(j) for j in range(start, phrase.end)]
    paired = speech.has("paired", frame.lower(start - 1))  # "Weder | der Verein noch der Spieler"
    joints = [
        k
        for k, word in enumerate(words)
        if speech.has("conjunctions", word) or (paired and speech.has("paired_ends", word))
    ]
    led = any(speech.has("prepositions", word) for word in words)
    if len(joints) != 1 or led:
        return None
    parts = Phrase(start, start + joints[0]), Phrase(start + joints[0] + 1, phrase.end)
    named = [any(frame.tokens[j].start in layers.names for j in range(part.start, part.end)) for part in parts]
    kinds = [_kind(frame, part, speech) for part in parts]
    if any(named):
        house = kinds[named.index(False)] == "institution" if named.count(True) == 1 else False
        return parts if house and _is_name(frame, parts[named.index(True)], layers) else None
    if None in kinds:
        return None
    bodies = any(speech.has("bodies", word) for word in (words[joints[0] - 1], words[-1]))
    return parts if bodies or "institution" in kinds or _OFFICES.issuperset(kinds) else None


def _is_name(frame: Frame, part: Phrase, layers: Layers) -> bool:
    """Say whether a part is nothing but the name of an organisation or person: "regeringen og | Røde Kors"."""
    name = layers.names.get(frame.tokens[part.start].start)
    whole = name is not None and name.span.end == frame.tokens[part.end - 1].end
    return whole and name is not None and name.type is not NameType.PLACE


def _kind(frame: Frame, part: Phrase, speech: Speech) -> str | None:
    """Return the kind of the noun that ends a part; an office needs an article: "a farmer and mayor" is one."""
    if part.start >= part.end:
        return None
    first, last = frame.lower(part.start), frame.lower(part.end - 1)
    kind = speech.noun_kind(last)
    definite = speech.has("articles", first) or last.endswith(tuple(speech.words["definite_endings"] or {" "}))
    if kind in _OFFICES:
        return kind if definite else None
    return kind if kind in ("institution", "collective") else None


def other_person(frame: Frame, phrase: Phrase, speech: Speech, layers: Layers) -> tuple[Name | None, Name | None]:
    """Return the persons joined to a named one across an apposition, before it and behind it.

    "Anna Moss, head of the firm, and | sales manager Tim Ray | said"; a Polish phrase is the first of the two.
    """
    before, behind, start = None, None, phrase.start
    if speech.has("conjunctions", frame.lower(start - 1)) and frame.lower(start - 2) == ",":
        commas = [j for j in range(start - 2) if frame.tokens[j].text == ","]
        plain = len(commas) == 1 and not any(_verb(frame, j, speech) for j in range(start - 2))
        before = _person_ending(frame, commas[0], layers) if plain else None
    at = phrase.aside[1] if phrase.aside is not None and speech.table is not None else frame.last()
    if frame.lower(at) == "," and speech.has("conjunctions", frame.lower(at + 1)):
        reach = range(at + 2, min(at + _LONGEST, frame.last()))
        verb = next((j for j in reach if is_finite(frame, j, speech)), None)
        behind = _person_ending(frame, verb, layers) if verb is not None else None
    return before, behind


def _verb(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a word can be a verb, so that a clause stands where an apposition would."""
    return is_finite(frame, j, speech) or (speech.grammar.subject_first and is_past(frame.lower(j), speech.lang))


def _person_ending(frame: Frame, end: int, layers: Layers) -> Name | None:
    """Return the person whose name ends before the token at `end`."""
    at = frame.tokens[end - 1].end
    near = (layers.names.get(t.start) for t in frame.tokens[max(0, end - _LONGEST) : end])
    return next((n for n in near if n is not None and n.type is NameType.PERSON and n.span.end == at), None)
