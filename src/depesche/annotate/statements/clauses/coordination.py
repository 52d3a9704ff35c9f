"""Whose clause stands behind a comma or "and": the reporter's or that of the one reported.

Of a Polish verb its number, gender and tense tell, of a clause the comma and the conjunction before it; of a Danish or
Norwegian one also where its adverb stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past

_PERSONAL: Final = VERBAL - frozenset("089")
_PAST: Final = frozenset("12345")
_SINGULAR: Final = frozenset("1236")
_CONTENT: Final = 12  # tokens of the object or addressee between a verb and the clause it opens
_LOOK: Final = 6  # tokens after a conjunction in which its verb stands
_NOMINAL: Final = frozenset({"object", "of", "as", "inf", "order"})


def goes_on_inside(frame: Frame, speech: Speech, cue: VerbCue, verb: VerbCue, own_subject: bool) -> bool:
    """Say whether a verb behind "i" goes on with what `cue` reports: "podała, że uciekł i | przyznał się".

    With a subject of its own only tense tells: "mówił, że płacą, a opozycja | straszy".
    """
    if cue.at >= verb.at:
        return False
    outer, second = _forms(frame, speech, cue.at), _forms(frame, speech, verb.at)
    if not outer or not second:
        return False
    inner = next((found for j in range(cue.at + 1, verb.first) if (found := _clause_verb(frame, speech, j))), "")
    parallel = bool(inner) and _past(inner) == _past(second) != _past(outer)
    if own_subject:
        return parallel
    if not _agree(outer, second):
        return True
    if not inner or not _agree(inner, second):
        return False
    return parallel or not _tells(frame, speech, verb)


def closes_clause(
    frame: Frame, speech: Speech, reporting: Mapping[int, list[VerbCue]], j: int, cue: VerbCue | None
) -> bool:
    """Say whether a comma before "and" ends the clause told: "twierdzi, że most stoi | , i odmawia dopłat"."""
    if cue is None or not (speech.grammar.verb_medial or speech.has("additives", frame.lower(j + 1))):
        return False
    commas = sum(frame.tokens[k].text == "," for k in range(cue.at + 1, j))
    if speech.grammar.verb_medial:
        opening = next((k for k in range(cue.at + 1, j) if speech.has("complementizers", frame.lower(k))), None)
        plain = opening is not None and frame.lower(opening - 1) != ","  # Norwegian, where no comma opens the clause
        if plain and speech.has("auxiliaries", frame.lower(j + 2)):
            return False  # "opplyser at mannen er funnet, og er kjørt hjem"
        return commas == 1 - plain and _main_verb(frame, speech, j + 1)
    near = range(j + 2, min(j + 2 + _LOOK, frame.last()))
    verb = any(is_finite(frame, k, speech) or k in reporting for k in near)
    return commas == 1 and verb and not speech.has("complementizers", frame.lower(j + 2))


def _main_verb(frame: Frame, speech: Speech, j: int) -> bool:
    """Say whether the reporter's verb follows the conjunction at `j`: ", og gik hjem", ", men vil ikke gå".

    Behind "but" an adverb after it tells: in the clause told it stands before the verb (", men ikke vil gå").
    """
    if not (is_finite(frame, j + 1, speech) or is_past(frame.lower(j + 1), speech.lang)):
        return False
    after = frame.lower(j + 2)
    return speech.has("additives", frame.lower(j)) or speech.has_any(("negations", "adverbs"), after)


def denied_before(frame: Frame, speech: Speech, j: int, cue: VerbCue | None) -> bool:
    """Say whether "but" sets right what the content denies: "mówi, że to nie tylko skrót, lecz symbol"."""
    start = cue.at + 1 if cue is not None and cue.at < j else 0
    return any(speech.has("negations", frame.lower(k)) for k in range(start, j))


def credited(frame: Frame, speech: Speech, reporting: Mapping[int, list[VerbCue]], a: int) -> bool:
    """Say whether an as-clause ends the sentence and tells who said it: ", jak podał rzecznik"."""
    if speech.table is None or not speech.has("as_words", frame.lower(a)):
        return False
    near = (v for j in (a + 1, a + 2) for v in reporting.get(j, ()))
    said = next((v for v in near if v.voice == "active" and "bare" in v.verb.takes), None)
    return said is not None and not any(is_finite(frame, k, speech) for k in range(said.at + 1, frame.last()))


def _forms(frame: Frame, speech: Speech, j: int) -> str:
    """Return the personal forms that the word at `j` can be."""
    return "".join(code for code in speech.reading(frame.lower(j)) if code in _PERSONAL)


def _clause_verb(frame: Frame, speech: Speech, j: int) -> str:
    """Return the forms of the word at `j` if it is nothing but a verb."""
    nominal = not frame.tokens[j].text[0].islower() or not VERBAL.issuperset(speech.reading(frame.lower(j)))
    return "" if nominal else _forms(frame, speech, j)


def _past(forms: str) -> bool:
    return not _PAST.isdisjoint(forms)


def _agree(one: str, other: str) -> bool:
    """Say whether two verbs can have one subject: the same number, and two pasts the same gender."""
    for a in one:
        for b in other:
            both = a in _PAST and b in _PAST
            if (a == b) if both else ((a in _SINGULAR) == (b in _SINGULAR)):
                return True
    return False


def _tells(frame: Frame, speech: Speech, verb: VerbCue) -> bool:
    """Say whether a verb can report as it stands: with an object, or with a clause or quotation behind it."""
    if verb.verb.takes & _NOMINAL or verb.refusal is not None:
        return True
    for j in range(verb.at + 1, min(verb.at + _CONTENT, frame.last())):
        text = frame.tokens[j].text
        if text in HARD:
            return True
        if text == ",":
            following = frame.lower(j + 1)
            return speech.has_any(("complementizers", "question"), following)
    return False
