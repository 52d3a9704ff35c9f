"""Reads a form of a reporting verb as a cue: which verb it is, with its group and voice, and what a refusal means.

What a form needs beside it is in `fixed_words`, its group in `verb_groups`, its voice in `voices`; which word that
looks like a verb is a noun, in `nouns_alike`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_start, is_finite
from depesche.annotate.statements.cues.cue_types import VerbCue
from depesche.annotate.statements.cues.fixed_words import fixed_parts, other_verb
from depesche.annotate.statements.cues.verb_groups import (
    clause_left,
    infinitive_mark,
    modal_left,
    negated_right,
    own_auxiliary,
    phase_at,
    walk_left,
)
from depesche.annotate.statements.cues.voices import read_voice
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.lang.schema.speech import Refusal, Speech, Verb, VerbForm
from depesche.lang.schema.verbs import FINITE
from depesche.records import Act

_SENTENCE_ENDS: Final = frozenset({"", "."})
_WILL_NOT: Final = Refusal((), frozenset(), True, Act.DECLINE)  # "vil ikke si", "wollte sich nicht äußern"
_REFUSES: Final = {  # whose negation has an act of its own: "vil ikke udelukke", "kan ikke genkende"
    "assert": Refusal((), frozenset(), True, Act.ASSERT),
    "deny": Refusal((), frozenset(), True, Act.DENY),
    "none": Refusal((), frozenset(), True, Act.ASSERT),
}


def verb_cues(frame: Frame, i: int, forms: Sequence[VerbForm], speech: Speech) -> list[VerbCue]:
    """Return the readings of a verb form, those with fixed parts before the plain ones."""
    other = speech.verbs is not None and other_verb(frame, i, speech)
    unfit = speech.verbs is not None and bool(speech.verbs.kinds(frame.lower(i)) & FINITE)
    unfit = unfit and not is_finite(frame, i, speech)  # "die verdächtigen Personen"
    by_verb: dict[int, tuple[Verb, set[str], tuple[int, ...]]] = {}
    following = frame.lower(i + 1)
    reflexive = speech.grammar.verb_medial and speech.has("reflexives", following)
    for form in forms:
        foreign = reflexive and form.kind in ("finite", "participle") and not form.verb.reflexive
        if foreign and not any(following in words for words in form.verb.with_words):
            continue  # "planen viste sig at være": another verb
        people = speech.noun_kind(following) is not None or following in speech.subjects
        direct = speech.grammar.verb_medial and people  # "understreger ejeren | af butikken"
        near = (following,) if following == "," or direct else (following, frame.lower(i + 2))
        if form.verb.without and not form.verb.without.isdisjoint(near):
            continue  # "kündigt sich an", no "hat angekündigt, | sich zu beteiligen"
        if unfit and form.kind == "finite":
            continue
        parts = fixed_parts(frame, i, form, speech)
        if parts is not None and not (other and form.kind == "finite" and not parts):
            known = by_verb.setdefault(id(form.verb), (form.verb, set(), parts))
            known[1].add(form.kind)
    if not by_verb:
        return []
    ranked = sorted(by_verb.values(), key=lambda item: (-len(item[2]), not item[0].reflexive))
    tight = ranked[0][0].next_words or ranked[0][0].particle
    if tight:  # "asked for" is no "asked"; words farther off may belong to something else
        ranked = [item for item in ranked if len(item[2]) == len(ranked[0][2])]
    cues = [_verb_cue(frame, i, verb, kinds, parts, speech) for verb, kinds, parts in ranked]
    return [c for c in cues if c is not None]


def _verb_cue(
    frame: Frame, i: int, verb: Verb, kinds: set[str], parts: tuple[int, ...], speech: Speech
) -> VerbCue | None:
    first, negated, modal, nearest = walk_left(frame, i, speech)
    auxiliary = own_auxiliary(frame, i, kinds, speech, nearest)
    voice = read_voice(frame, i, verb, kinds, speech, auxiliary)
    if voice is None:
        return None
    cue = VerbCue(verb, i, first, parts, voice, negated, modal, None, auxiliary)
    if voice == "active" and kinds & {"finite", "joined"} and speech.grammar.verb_final and "infinitive" in kinds:
        _read_infinitive(frame, cue, speech)
    if cue.voice == "infinitive" and speech.grammar.verb_second:
        _read_refusal(frame, cue, speech)
    if cue.voice == "infinitive" and cue.refusal is None and speech.grammar.verb_final:
        _read_duty(frame, cue, speech)
    if cue.voice == "infinitive" and cue.refusal is None and speech.grammar.verb_medial:
        _read_inverted(frame, cue, speech)
    _reach_auxiliary(frame, cue, speech)
    if cue.auxiliary is None or cue.auxiliary > i:
        cue.negated = cue.negated or negated_right(frame, i, speech, cue.parts)
    cue.negated = cue.negated and cue.refusal is None
    cue.parts = tuple(sorted({i, *cue.parts}))
    return cue


def _read_infinitive(frame: Frame, cue: VerbCue, speech: Speech) -> None:
    """Take a German form in -en for the infinitive of a modal in its clause."""
    start = clause_start(frame, cue.at, speech)
    at = next((j for j in range(start, cue.at) if speech.has("modals", frame.lower(j))), None)
    if at is not None:
        cue.voice, cue.modal, cue.first = "infinitive", True, at


def _read_refusal(frame: Frame, cue: VerbCue, speech: Speech) -> None:
    """Note that somebody will not say: "vil ikke si", "wollte sich nicht äußern"."""
    i = cue.at
    mark = infinitive_mark(frame, i, speech) if speech.grammar.verb_medial else None
    start = clause_left(frame, i if mark is None else mark, speech)
    wills = [j for j in range(start, i) if speech.has("refusal_modals", frame.lower(j))]
    if speech.grammar.verb_medial:  # "kan ikke si", but "ønsker ikke å si"
        wills = [j for j in wills if speech.has("modals", frame.lower(j)) == (mark is None)]
    last = speech.grammar.verb_final and not wills and speech.has("refusal_modals", frame.lower(i + 1))
    nots = [j for j in range(start, i) if speech.has("negations", frame.lower(j))] if wills or last else []
    if last:
        if nots and nots[-1] > clause_start(frame, i, speech):  # "weil er es nicht | sagen wollte"
            cue.refusal = _REFUSES.get(cue.verb.negated or "", _WILL_NOT)
            cue.first, cue.modal, cue.auxiliary = nots[-1], True, i + 1
            cue.parts = (*cue.parts, nots[-1], i + 1)
        return
    if nots and (nots[-1] > wills[0] or speech.has_any(("neither", "paired"), frame.lower(nots[0]))):
        neither = any(speech.has("neither", frame.lower(j)) for j in nots)
        cue.refusal = _WILL_NOT if neither else _REFUSES.get(cue.verb.negated or "", _WILL_NOT)
        cue.first, cue.modal, cue.auxiliary = wills[0], True, wills[0]
        cue.parts = (*cue.parts, wills[0], *(j for j in nots if j > wills[0]))


def _read_duty(frame: Frame, cue: VerbCue, speech: Speech) -> None:
    """Read a German modal with which something is said all the same: "musste einräumen, dass"."""
    start = clause_start(frame, cue.at, speech)
    must = next((j for j in range(start, cue.at) if speech.has("said_modals", frame.lower(j))), None)
    if must is not None and not any(speech.has("negations", frame.lower(j)) for j in range(must, cue.at)):
        cue.first, cue.modal, cue.auxiliary = must, True, must


def _read_inverted(frame: Frame, cue: VerbCue, speech: Speech) -> None:
    """Take a modal right behind what was said and its infinitive for speech: "Skipet er reddet, kan vakta fortelle"."""
    modal, word = phase_at(frame, cue, speech), frame.lower(cue.at + 1)
    if modal is None or not speech.has("inverting_modals", frame.lower(modal)):
        return
    ends = not word[:1].isalpha() or speech.has("prepositions", word) or speech.has("adverbs", word)
    # "Det kan vakta bekrefte."
    points = modal == 1 and speech.has("pointers", frame.lower(0)) and word in _SENTENCE_ENDS
    if ends and modal + 1 < cue.at and (points or frame.lower(modal - 1) in {",", QUOTE}):
        cue.voice, cue.first, cue.auxiliary = "active", modal, modal


def _reach_auxiliary(frame: Frame, cue: VerbCue, speech: Speech) -> None:
    """Let the group start at an auxiliary farther off, or at the modal that governs it."""
    auxiliary = cue.auxiliary
    if auxiliary is None:
        return
    if auxiliary < cue.first and cue.voice in ("active", "passive"):
        between = range(auxiliary + 1, cue.first)
        cue.negated = cue.negated or any(speech.has("negations", frame.lower(j)) for j in between)
        cue.first = auxiliary
    if speech.has("nonfinite", frame.lower(auxiliary)) and cue.voice == "active":
        governs = modal_left(frame, auxiliary, speech)
        if governs is not None:
            cue.first, cue.modal = governs, not speech.has("hearsay_modals", frame.lower(governs))
