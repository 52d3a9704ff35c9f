"""What a verb form needs beside itself: its separated particle, fixed words, a reflexive; where each of them stands.

A particle stands at the end of its clause: "teilte am Montag mit". Where each stands is found once a frame.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_start
from depesche.annotate.statements.cues.cue_types import matches
from depesche.annotate.statements.frames.frame import QUOTE, ClauseEnds, Frame
from depesche.lang.schema.speech import Speech, VerbForm

_REACH: Final = 45  # tokens between a German finite verb and its particle at the end of the clause
_NEAR: Final = 8  # tokens between a verb and its reflexive pronoun or fixed words
_VENUE: Final = 4  # tokens of "on his Instagram"
_ENDS: Final = frozenset({"", ",", ".", ":", ";", "!", "?", ")", "-", "–", "—", QUOTE})


def fixed_parts(frame: Frame, i: int, form: VerbForm, speech: Speech) -> tuple[int, ...] | None:
    """Return the tokens a form needs beside itself; None where one is missing."""
    parts: tuple[int, ...] = ()
    if form.rest:
        if not matches(frame, i + 1, form.rest):
            return None
        parts += tuple(range(i + 1, i + 1 + len(form.rest)))
    if form.needs_particle:
        at = _find_particle(frame, i, form.verb.particle or "", speech)
        if at is None:
            return None
        parts += (at,)
    if form.verb.next_words:
        following = next((p for w in form.verb.next_words if (p := _following(frame, i, w, speech)) is not None), None)
        if following is None:
            return None
        parts += following
    if form.verb.with_words:
        found = next((p for w in form.verb.with_words if (p := _near(frame, i, w, speech)) is not None), None)
        if found is None:
            return None
        parts += found
    if form.verb.reflexive:
        lo = clause_start(frame, i, speech) if speech.grammar.verb_final else max(0, i - _NEAR)
        lo, hi = min(lo, max(0, i - _NEAR)), min(len(frame.tokens), i + _NEAR)
        if speech.grammar.verb_medial:  # "har erkendt vold, men | nægter sig skyldig": another verb's
            hi = next((j for j in range(i + 1, hi) if frame.tokens[j].text == ","), hi)
        if not any(speech.has("reflexives", frame.lower(j)) for j in range(lo, hi)):
            return None
    return parts


def other_verb(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a particle at the end of the clause makes a finite form another verb: "fand am Montag statt"."""
    for j in range(i, min(len(frame.tokens), i + _REACH)):
        following = frame.lower(j + 1)
        if following in {",", "", ".", ";", ":", "!", "?", QUOTE} or speech.has("conjunctions", following):
            return speech.has("particles", frame.lower(j))
    return False


def _near(frame: Frame, i: int, words: tuple[str, ...], speech: Speech) -> tuple[int, ...] | None:
    """Return where the fixed words stand near `i`, first after it, then before."""
    if words[0] not in frame.words:
        return None
    tokens = frame.tokens
    reach = _REACH if speech.grammar.verb_final else _NEAR
    for j in range(i + 1, min(len(tokens), i + 1 + reach)):
        if tokens[j].text in ";:" or tokens[j].text == QUOTE or (tokens[j].text == "," and reach == _NEAR):
            break
        if speech.grammar.verb_final and speech.has("complementizers", tokens[j].lower):
            break  # "gab an, dass der Fall | bekannt war"
        if tokens[j].lower == words[0] and j not in frame.quoted and matches(frame, j, words):
            return tuple(range(j, j + len(words)))
        if speech.grammar.verb_medial and speech.has("complementizers", tokens[j].lower):
            break  # "kommer etter at | partiet kom med krav"
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if tokens[j].text in ";:" or tokens[j].text == QUOTE:
            break
        if tokens[j].text == "," and speech.grammar.verb_second:
            break
        if tokens[j].lower == words[0] and j not in frame.quoted and matches(frame, j, words):
            return tuple(range(j, j + len(words)))
    return None


def _following(frame: Frame, i: int, words: tuple[str, ...], speech: Speech) -> tuple[int, ...] | None:
    """Return where the words stand right after `i`, an adverb between allowed ("went quietly on")."""
    for j in (i + 1, i + 2):
        if matches(frame, j, words):
            return None if _says_where(frame, j, speech) else tuple(range(j, j + len(words)))
        if not speech.has("adverbs", frame.lower(j)) or speech.has("compound_prepositions", frame.lower(j)):
            break
    return None


def _says_where(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the English preposition at `i` leads to where or when it was said: "insisted | on Facebook that"."""
    if not speech.grammar.subject_first or not speech.has("venue_prepositions", frame.lower(i)):
        return False
    behind = range(i + 2, min(i + 2 + _VENUE, len(frame.tokens)))
    that = next((j for j in behind if speech.has("complementizers", frame.lower(j))), None)
    if that is None:
        return False
    last = frame.tokens[that - 1]
    return speech.has("venues", last.lower) or last.text[0].isupper() or last.text.isdigit()  # no "a deal that works"


def _find_particle(frame: Frame, i: int, particle: str, speech: Speech) -> int | None:
    """Return where the separable particle of the verb at `i` stands."""
    ends = frame.ends
    if ends is None:
        ends = frame.ends = _clause_ends(frame, speech)
    places = ends.places.get(particle, ())
    at = bisect_right(places, i)
    if at >= len(places) or places[at] >= i + _REACH:
        return None
    barrier = bisect_right(ends.barriers, i)
    stopped = barrier < len(ends.barriers) and ends.barriers[barrier] < places[at]
    told = frame.lower(i + 1) == "," and all(frame.lower(j) != "," for j in range(i + 2, places[at]))
    return None if stopped or told else places[at]  # "sagte, die Brücke sei zu": shut, she didn't promise it


def _clause_ends(frame: Frame, speech: Speech) -> ClauseEnds:
    places: dict[str, list[int]] = {}
    barriers = []
    for j, token in enumerate(frame.tokens):
        following = frame.lower(j + 1)
        # after "und" with a verb stands the particle of that verb: "sprach von X und kündigte Y an"
        second = speech.has("conjunctions", token.lower) and _verb_at(frame, j + 1, speech)
        if token.text in ";:" or token.text == QUOTE or second:
            barriers.append(j)
        ended = following in _ENDS or speech.has("conjunctions", following) or speech.has("complementizers", following)
        if ended and token.text[0].isalpha():
            places.setdefault(token.lower, []).append(j)
    return ClauseEnds(places, barriers)


def _verb_at(frame: Frame, i: int, speech: Speech) -> bool:
    finite = any(isinstance(e, VerbForm) and e.kind == "finite" for e in speech.index.get(frame.lower(i), ()))
    return finite and frame.tokens[i].text[0].islower()
