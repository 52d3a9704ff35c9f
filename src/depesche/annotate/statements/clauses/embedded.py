"""A past that goes on inside what a present verb reports: "claims he fell and told her so"."""

from __future__ import annotations

from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past


def tells_in_present(frame: Frame, speech: Speech, cue: VerbCue) -> bool:
    """Say whether a verb reports in the present, so that a past after it is not the reporter's own."""
    plain = cue.voice == "active" and cue.auxiliary is None and cue.refusal is None
    if endings := speech.words["present_endings"]:
        return plain and frame.lower(cue.at).endswith(tuple(endings))
    return plain and not any(is_past(frame.lower(j), speech.lang) for j in range(cue.first, cue.at + 1))


def subject_inside(frame: Frame, speech: Speech, finder: PhraseFinder, cue: VerbCue, before: int) -> Phrase | None:
    """Return the subject of the clause a verb reports; None where it has none of its own."""
    j = cue.at + 1
    while j < before and (frame.lower(j) == "," or speech.has("complementizers", frame.lower(j))):
        j += 1
    return finder.right(j, before)


def perfect_inside(frame: Frame, speech: Speech, outer: VerbCue, verb: VerbCue) -> bool:
    """Say whether "and has" goes on with who is told of: "opplyser at mannen er pågrepet og | har erkjent drapet".

    Danish and Norwegian, without a comma and behind a verb that has no perfect itself.
    """
    before = frame.lower(verb.first - 2)
    if not speech.grammar.verb_medial or outer.auxiliary is not None or before == ",":
        return False
    joined = speech.has("conjunctions", frame.lower(verb.first - 1))
    return joined and verb.first < verb.at and speech.has("perfect_auxiliaries", frame.lower(verb.first))
