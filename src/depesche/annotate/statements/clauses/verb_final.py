"""German clauses whose verb stands last: complete with it; a finite verb behind their comma is the reporter's."""

from __future__ import annotations

from collections.abc import Iterator

from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    clause_start,
    is_finite,
    is_reported,
    opens_clause,
    parts,
)
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.cues.cue_types import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.verbs import FINITE

_REACH = 40  # tokens of an infinitive clause
_PREFIX = 2  # letters of a separable prefix at least: "ab-zu-lehnen"


def is_zu_infinitive(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether an infinitive with its mark stands at `j`: "zu gehen" (at the mark), "zurückzutreten"."""
    word = frame.lower(j)
    if j >= len(frame.tokens) or not frame.tokens[j].text[0].islower():
        return False
    if speech.has("infinitive_marks", word):
        following = frame.lower(j + 1)
        return following.endswith("n") and frame.tokens[j + 1].text[0].islower() and not _to_noun(frame, j + 1, speech)
    return word.endswith("n") and any(_parted(word, mark, speech) for mark in speech.words["infinitive_marks"])


def _to_noun(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether an article or an adjective at `j` leads to a noun: "zu | neuen landesweiten Protesten"."""
    if speech.has("articles", frame.lower(j)):
        return True
    if speech.verbs is None or speech.verbs.kinds(frame.lower(j)) & FINITE:
        return False
    while j < frame.last() and frame.tokens[j].text[0].islower() and frame.lower(j).endswith("n"):
        j += 1
    return frame.tokens[j].text[0].isupper()


def _parted(word: str, mark: str, speech: Speech) -> bool:
    """Say whether a verb stands behind the mark inside a word: "zurück|zu|treten", not "un|zu|verlässigen"."""
    at = word.find(mark, _PREFIX)
    while at > 0:
        rest = word[at + len(mark) :]
        if speech.verbs is not None and speech.verbs.kinds(rest) & FINITE:
            return True
        at = word.find(mark, at + 1)
    return False


def opens_infinitive(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a clause in the infinitive opens at `i`, clauses inside it left out: "das Werk, das ruht, zu …"."""
    for n, (a, b) in enumerate(parts(frame, i, min(frame.last(), i + _REACH))):
        if n and _opens(frame, a, b, speech):
            continue
        for j in range(a, b):
            if is_zu_infinitive(frame, j, speech):
                return True
            if frame.tokens[j].text in HARD or is_finite(frame, j, speech):
                return False
    return False


def stands_last(frame: Frame, cue: VerbCue, start: int, speech: Speech) -> bool:
    """Say whether a verb ends the subordinate clause that a word before `start` opens."""
    end = max(cue.at, cue.auxiliary or 0) + 1
    if frame.lower(end)[:1].isalnum() or not 0 < start <= cue.first:
        return False
    opened = opens_clause(frame, start - 1, speech) or speech.has("adversatives", frame.lower(start - 1))
    led = start - 2 - speech.has("prepositions", frame.lower(start - 2))  # ", in der er"
    opened = opened or (led >= 0 and frame.lower(led) == "," and speech.has("relative", frame.lower(start - 1)))
    return opened and all(frame.tokens[j].text != "," for j in range(start, cue.at))


def ends_subordinate(frame: Frame, cue: VerbCue, speech: Speech) -> bool:
    """Say whether a verb ends a subordinate or relative clause: "nachdem sie es bemerkt hatten | , …"."""
    start = clause_start(frame, cue.at, speech)
    return stands_last(frame, cue, start + speech.has("relative", frame.lower(start)), speech)


def matrix_resumes(frame: Frame, start: int, j: int, speech: Speech) -> bool:
    """Say whether the reporter's clause goes on at the comma `j` with its verb, perhaps after "und".

    "Der Vorwurf, er habe gelogen, | traf sie", "sagte, dass er komme, | und verließ den Saal". Content from `start` on
    must be complete there: each clause it opens has its verb.
    """
    if frame.tokens[j].text != ",":
        return False
    verb = j + 2 if speech.has("conjunctions", frame.lower(j + 1)) else j + 1
    if not is_finite(frame, verb, speech) or is_reported(frame, verb, speech) or _owns(frame, verb, speech):
        return False
    if speech.has("subjunctive_weak", frame.lower(verb)):
        return False
    last = speech.has("complementizers", frame.lower(start - 1)) or speech.has("whence", frame.lower(start - 1))
    last = last or speech.has("question", frame.lower(start))
    if not last and not _reported_or_infinitive(frame, start, j, speech):
        return False
    return _complete(frame, start, j, last, speech)


def _owns(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether "sein" at `j` is a possessive, no verb."""
    return any(frame.lower(j) in forms for key, forms in speech.pronouns.items() if key.startswith("possessive"))


def _reported_or_infinitive(frame: Frame, start: int, end: int, speech: Speech) -> bool:
    """Say whether content without an opening word shows that it is reported: by its subjunctive, or by "zu"."""
    for a, b in parts(frame, start, end):
        if _opens(frame, a, b, speech):
            continue
        if any(is_zu_infinitive(frame, k, speech) for k in range(a, b)):
            return True
        finite = next((k for k in range(a, b) if is_finite(frame, k, speech)), None)
        if finite is not None:
            return is_reported(frame, finite, speech)
    return False


def complete(frame: Frame, start: int, end: int, speech: Speech) -> bool:
    """Say whether a clause that a word opened, and each that opens in it, has its verb in [start, end)."""
    return _complete(frame, start, end, True, speech)


def _complete(frame: Frame, start: int, end: int, last: bool, speech: Speech) -> bool:
    """Say whether each clause that opens in [start, end) has its verb there; the first is opened before if `last`."""
    opened = 1
    for n, (a, b) in enumerate(parts(frame, start, end)):
        opened += not (n == 0 and last) and _opens(frame, a, b, speech)
        opened -= any(_closes(frame, a, b, speech))
    return opened <= 0


def _opens(frame: Frame, a: int, b: int, speech: Speech) -> bool:
    """Say whether [a, b) is a subordinate clause; one that "die" opens has its verb last, and no noun right behind."""
    if not opens_subordinate(frame, a, speech):
        return False
    led = a + speech.has("prepositions", frame.lower(a))
    if not speech.has("articles", frame.lower(led)) or led + 1 >= b:
        return True
    if led > a:  # "von dem Plan gewusst zu haben"
        return is_finite(frame, b - 1, speech) and not is_zu_infinitive(frame, b - 2, speech)
    return frame.tokens[a + 1].text[0].islower() and is_finite(frame, b - 1, speech)


def _closes(frame: Frame, a: int, b: int, speech: Speech) -> Iterator[bool]:
    for k in range(a, b):
        yield frame.tokens[k].text == QUOTE or is_finite(frame, k, speech) or is_zu_infinitive(frame, k, speech)
