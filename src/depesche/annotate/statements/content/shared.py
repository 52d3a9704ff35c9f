"""What the finders of reported content share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.adverbials import past_adverbials
from depesche.annotate.statements.clauses.boundaries import HARD, is_dash, is_finite, opens_clause
from depesche.annotate.statements.clauses.case_adverbials import AdverbialReader
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

REACH: Final = 30  # tokens between a verb and the word that opens its content
MIN_CLAUSE: Final = 3  # words of a clause without complementizer
MIN_WORDS: Final = 2
_CONTACT: Final = 5  # tokens of a clause without its relative word up to its verb
_AGENT: Final = 6  # tokens after a participle in which its agent begins


@dataclass(frozen=True, slots=True)
class Found:
    """Content in tokens, one or two stretches; `how` names the construction."""

    stretches: tuple[tuple[int, int], ...]
    how: str
    trailing: bool = False


def after_verb(frame: Frame, cue: VerbCue, phrase: Phrase | None) -> int:
    """Return the first token after verb, its particle where they touch, and a subject on its right."""
    i = cue.at + 1
    while i in cue.parts:
        i += 1
    if phrase is not None and phrase.start >= i:
        i = phrase.aside[1] + 1 if phrase.aside and phrase.aside[1] < frame.last() else phrase.end
        while i in cue.parts:
            i += 1  # "quoted her as saying"
    if cue.auxiliary is not None and cue.auxiliary >= i:
        i = cue.auxiliary + 1
    return i


def object_opening(finder: PhraseFinder, cue: VerbCue, after: int, end: int) -> int:
    """Return where in [after, end) the object of a verb opens, behind adverbials and the one told."""
    speech = finder.speech
    if speech.table is not None:
        giving = cue.verb.lemma in speech.words["giving_verbs"]
        return AdverbialReader(finder.frame, speech, finder).past(after, end, giving)
    return past_adverbials(finder, after, end) if speech.grammar.verb_medial else after


def agent_follows(frame: Frame, cue: VerbCue, speech: Speech) -> bool:
    """Say whether a passive names who acts behind its participle; German may name it anywhere."""
    words = (frame.lower(j) for j in range(cue.at + 1, min(cue.at + _AGENT, len(frame.tokens))))
    return speech.grammar.verb_final or any(speech.has("passive_by", word) for word in words)


def verb_clause_end(frame: Frame, speech: Speech, cue: VerbCue, phrase: Phrase | None) -> int | None:
    """Return where the clause of a verb before which content stands ends: only adverbials and the addressee may follow.

    `phrase` is the subject on its right.
    """
    j, limit = after_verb(frame, cue, phrase), frame.last()
    if phrase is not None and phrase.start > cue.at:
        j = _past_contact(frame, speech, j, limit)
        if speech.grammar.verb_final and frame.lower(j - 1) == "," and speech.has("relative", frame.lower(j)):
            return j - 1  # "sagte der Chef, Timo Kranz|, der seit Mai im Amt ist"
    while j < limit:
        text = frame.tokens[j].text
        if text in {",", QUOTE} or text in HARD or is_dash(frame, j):
            return j
        if speech.grammar.subject_first and speech.has("beside_clauses", frame.lower(j)) and j not in cue.parts:
            return j  # "said Price | as he left the court"
        if speech.grammar.verb_medial and j not in cue.parts and opens_circumstance(frame, j, speech):
            return j  # "sa Moe | da han forlot retten"
        if j not in cue.parts and (is_finite(frame, j, speech) or speech.has("complementizers", frame.lower(j))):
            return j if speech.has("relative", frame.lower(j)) else None
        if speech.has("conjunctions", frame.lower(j)) and j + 1 < limit and not frame.tokens[j + 1].text[0].isupper():
            return j
        j += 1
    return limit


def opens_circumstance(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a clause opens at `j` that tells when or why something is said: "da han forlot", "etter at han"."""
    return speech.has("beside_clauses", frame.lower(j)) and (
        opens_clause(frame, j, speech) or speech.has("complementizers", frame.lower(j + 1))
    )


def _past_contact(frame: Frame, speech: Speech, j: int, limit: int) -> int:
    """Go over a clause without its relative word behind a Danish or Norwegian subject: "viser tall | NTB har laget"."""
    if not speech.grammar.verb_medial:
        return j
    verb = next((k for k in range(j + 1, min(j + _CONTACT, limit)) if is_finite(frame, k, speech)), None)
    if verb is None or not speech.has("perfect_auxiliaries", frame.lower(verb)):
        return j
    subject = range(j, verb)
    closed = ("prepositions", "conjunctions", "complementizers", "relative", "question", "adverbs")
    if any(frame.lower(k) == "," or speech.has_any(closed, frame.lower(k)) for k in subject):
        return j
    return next((k for k in range(verb, limit) if frame.lower(k) == ","), limit)
