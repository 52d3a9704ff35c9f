"""Which words beside a name can tell its bearer's role: title, office, apposition, what he or she is said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.frames.frame import ENDERS, Frame, Layers
from depesche.lang.schema.genders import gender
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_ROLE_WORDS: Final = 3  # words between a role and the name it belongs to
_PERSONS: Final = frozenset({"role_m", "role_f", "role", "human", "collective"})  # nouns for whom a name can name
_OFFICE: Final = 2  # tokens before a name that an office needs


def words_beside(frame: Frame, speech: Speech, i: int, j: int) -> Iterator[int]:
    """Yield the tokens that can tell the role of the name [i, j)."""
    yield from _title(frame, speech, i)
    yield from _apposition(frame, speech, j)
    if i >= _OFFICE and frame.tokens[i - 1].text == ",":
        if j < len(frame.tokens) and frame.tokens[j].text in {",", "(", *ENDERS}:
            yield i - 2  # "byens borgmester, Bo Krag,"
    elif speech.grammar.verb_medial:
        yield from _office(frame, speech, i)
    if speech.grammar.verb_medial:
        yield from _predicate(frame, speech, j)


def _title(frame: Frame, speech: Speech, i: int) -> Iterator[int]:
    """Yield the words before a name that can be its title: no comma, preposition or verb between."""
    for k in range(i - 1, max(-1, i - 1 - _ROLE_WORDS), -1):
        if not frame.tokens[k].text[0].isalnum() and frame.tokens[k].text != "-":
            return
        if speech.has("prepositions", frame.lower(k)) or _is_verb(frame, speech, k):
            return  # "The minister accused | Berg"
        yield k


def _is_verb(frame: Frame, speech: Speech, k: int) -> bool:
    """Say whether a verb stands at `k`, reporting or not; no title spelt like one ("Anklager Berg")."""
    word = frame.lower(k)
    noun = speech.noun_kind(word) is not None and not (speech.grammar.verb_final and frame.tokens[k].text[0].islower())
    return not noun and (word in speech.verb_forms or is_finite(frame, k, speech))


def _apposition(frame: Frame, speech: Speech, j: int) -> Iterator[int]:
    """Yield the words of an apposition after a name: ", Sprecherin des Rats"."""
    if j >= len(frame.tokens) or frame.tokens[j].text not in {",", "("}:
        return
    for k in range(j + 1, min(len(frame.tokens), j + 2 + _ROLE_WORDS)):
        if not frame.tokens[k].text[0].isalnum() and frame.tokens[k].text != "-":
            return
        if speech.has("prepositions", frame.lower(k)):
            return
        yield k


def _office(frame: Frame, speech: Speech, i: int) -> Iterator[int]:
    """Yield the office before a name: "formand for Venstre Bo Krag"."""
    k = i - 1
    while k > 0 and i - k < _ROLE_WORDS and frame.tokens[k].text[0].isupper():
        k -= 1
    if 0 < k < i - 1 and speech.has("prepositions", frame.lower(k)):
        yield k - 1


def _predicate(frame: Frame, speech: Speech, j: int) -> Iterator[int]:
    """Yield what a name is said to be: "Bo Krag (S) er borgmester"."""
    tokens = frame.tokens
    if j < len(tokens) and tokens[j].text == "(":
        j = next((k + 1 for k in range(j, min(len(tokens), j + _ROLE_WORDS)) if tokens[k].text == ")"), j)
    if not speech.has("passive_auxiliaries", frame.lower(j)):
        return
    for k in range(j + 1, min(len(tokens), j + 1 + _ROLE_WORDS)):
        word = frame.lower(k)
        if not word[0].isalnum() or speech.has("prepositions", word) or speech.has("negations", word):
            return
        yield k


def retype_titled(frames: Sequence[Frame], layers: Layers, speech: Speech) -> None:
    """Make a person of what was taken for a place behind a title: "The mayor, Bob Hill, said", "Dr Emilia Stein"."""
    places = {
        n.span.start: n
        for n in layers.names.values()
        if n.type is NameType.PLACE and gender(n.name or n.lemma) is not None
    }
    for frame in frames if places else ():
        for i, name in layers.names_in(frame):
            end = next((j for j in range(i, len(frame.tokens)) if frame.tokens[j].start >= name.span.end), i)
            if name.span.start not in places or end <= i:
                continue
            kinds = {speech.noun_kind(frame.lower(k)) for k in words_beside(frame, speech, i, end)}
            if not kinds.isdisjoint(_PERSONS):
                layers.names[name.span.start] = replace(name, type=NameType.PERSON)
        frame.names = None
