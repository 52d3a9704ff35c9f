"""Tells a whole main clause, which can be content, from the first part of a sentence that goes on."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import (
    clause_end,
    is_finite,
    is_past_with_object,
    opens_clause,
    parts,
    word_count,
)
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import Speech, VerbForm

_STEM: Final = 2  # tokens of a clause that breaks off after its verb: "Det er"


def whole_clause(frame: Frame, start: int, comma: int, speech: Speech, subject_before: bool) -> bool:
    """Say whether [start, comma) is a main clause, not the first part of the verb's own sentence."""
    stretches = list(parts(frame, start, comma))
    if subject_before:
        return has_verb(frame, start, comma, speech)
    first = stretches[0][0] if stretches else start
    aside = speech.has("adversatives", frame.lower(first)) or opens_subordinate(frame, first, speech)
    while stretches and opens_subordinate(frame, stretches[0][0], speech):
        stretches.pop(0)
    if aside and speech.grammar.verb_final and not any(is_finite(frame, a, speech) for a, _ in stretches):
        return False  # "Nachdem er gesungen, getanzt und gelacht hatte, sagte er": the verb opens a main clause
    if not stretches:
        return False
    if len(stretches) == 1 and stretches[0][0] == start and speech.verbs is None:
        return True
    return any(
        any(
            is_finite(frame, j, speech) or lower_verb(frame, j, speech) or _negated_verb(frame, j, speech)
            for j in range(a, b)
        )
        for n, (a, b) in enumerate(stretches)
        if n == 0 or not (opens_subordinate(frame, a, speech) or _asks(frame, a, speech))
    )


def _asks(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a German question opens that ends with its verb: "Auf die Frage, | ob er gehe, sagte er, …"."""
    return speech.grammar.verb_final and speech.has("question", frame.lower(i))


def breaks_off(frame: Frame, start: int, comma: int, speech: Speech) -> bool:
    """Say whether [start, comma) is a clause that ends with its auxiliary: "Prisen er, siger han, for høj".

    In German with any finite verb: "Die Miete steige, sagte sie, bis Mai".
    """
    if speech.grammar.verb_final:
        return [j for j in range(start, comma) if is_finite(frame, j, speech) or frame.lower(j) == ","] == [comma - 1]
    if not speech.grammar.verb_medial or comma - start < _STEM:
        return False
    word = frame.lower(comma - 1)
    open_ended = speech.has("auxiliaries", word) or speech.has("modals", word)
    return open_ended and not speech.has("nonfinite", word)


def _negated_verb(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether "nie" before a word that need not be a noun makes it a Polish verb: "Most nie runie, …"."""
    if speech.table is None or not speech.has("negations", frame.lower(j - 1)) or not frame.tokens[j].text[0].islower():
        return False
    return not speech.has("prepositions", frame.lower(j - 2)) and "j" not in speech.reading(frame.lower(j))


def lower_verb(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the token at `j` is a finite form of a reporting verb."""
    if speech.grammar.verb_final and j and frame.tokens[j].text[0].isupper():
        return False  # "Preise" is no form of "preisen"
    return any(isinstance(e, VerbForm) and e.kind == "finite" for e in speech.index.get(frame.lower(j), ()))


def opens_subordinate(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a subordinate or relative clause opens at `i`, a preposition before the relative word included."""
    word = frame.lower(i)
    if speech.has("adverbs", word) and opens_clause(frame, i + 1, speech):
        return True  # "kurz nachdem", "selbst wenn"
    if opens_clause(frame, i, speech) or speech.has("as_words", word) or speech.has("including", word):
        return True
    after_comma = i > 0 and frame.tokens[i - 1].text == ","
    if speech.has("relative", word) and after_comma:
        return not (speech.grammar.verb_final and _demonstrates(frame, i, speech))
    if not (after_comma and speech.has("prepositions", word) and speech.has("relative", frame.lower(i + 1))):
        return False
    return not (speech.grammar.verb_final and _phrase_first(frame, i + 1, speech))


def told_condition(frame: Frame, comma: int, speech: Speech) -> bool:
    """Say whether the clause that ends at the comma only opens what is told: "at hvis isen brister, | lukker de".

    Danish and Norwegian: a subordinate clause right behind the word that opens the content; its main clause follows.
    """
    if not speech.grammar.verb_medial or frame.lower(comma) != ",":
        return False
    j = comma - 1
    while j > 0 and frame.lower(j) != "," and not opens_clause(frame, j, speech):
        j -= 1
    if frame.lower(j) == ",":
        return False
    if speech.has("complementizers", frame.lower(j)) and speech.has("subordinators", frame.lower(j - 1)):
        j -= 1  # "at etter at isen brast, | lukket de"
    opened = opens_clause(frame, j, speech) and not speech.has("complementizers", frame.lower(j))
    while opened and j > 0:
        at = j - 1 - (frame.lower(j - 1) == ",")  # "at, hvis isen brister, | lukker de"
        if speech.has("complementizers", frame.lower(at)):
            return True
        if not speech.has_any(("adverbs", "subordinators"), frame.lower(j - 1)):
            return False
        j -= 1
    return False


def _phrase_first(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a German main clause opens with a phrase whose article is at `i`: ", bei der Wahl | würden alle"."""
    k = i + 1
    while k < frame.last() and frame.tokens[k].text[0].isalnum() and not is_finite(frame, k, speech):
        k += 1
    noun = k > i + 1 and frame.tokens[k - 1].text[0].isupper()
    return noun and is_finite(frame, k, speech) and frame.lower(k + 1)[:1].isalnum()


def _demonstrates(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a German relative word is the subject of a main clause: ", das sei falsch", not ", das brannte"."""
    if not speech.has("articles", frame.lower(i)) or not is_finite(frame, i + 1, speech):
        return False
    end = min(clause_end(frame, i, speech), frame.last())
    return end > i + 2 and not is_finite(frame, end - 1, speech)


def has_verb(frame: Frame, a: int, b: int, speech: Speech) -> bool:
    """Say whether [a, b) may hold a finite verb: one the data know, any reporting verb, or enough words for one."""
    known = any(is_finite(frame, j, speech) or frame.lower(j) in speech.index for j in range(a, b))
    return known or word_count(frame, a, b) >= 5


def second_verb(frame: Frame, start: int, end: int, speech: Speech) -> int:
    """Return where the clause around an English one goes on with its verb: "the claim that he knew | was false".

    A second verb without a word before it that opens a clause of its own; `end` where there is none.
    """
    groups = ("conjunctions", "complementizers", "relative", "question", "subordinators")
    told = False
    for j in range(start, end):
        word = frame.lower(j)
        if frame.tokens[j].text == "," or speech.has_any(groups, word):
            return end
        if is_finite(frame, j, speech) or is_past_with_object(frame, j, speech):
            helped = any(speech.has(g, frame.lower(k)) for k in (j - 2, j - 1) for g in ("auxiliaries", "modals"))
            if (
                told
                and not (helped and not speech.has("auxiliaries", word))
                and not speech.has("auxiliaries", frame.lower(j - 1))
            ):
                return j
            told = True
    return end


def surely_has_verb(frame: Frame, a: int, b: int, speech: Speech) -> bool:
    """Say whether [a, b) holds a finite verb that the data know."""
    past = speech.words["past_endings"]
    return any(
        is_finite(frame, j, speech) or (past and len(frame.lower(j)) > 4 and frame.lower(j).endswith(tuple(past)))
        for j in range(a, b)
    )


def verb_behind_relative(frame: Frame, comma: int, speech: Speech) -> bool:
    """Say whether a comma opens a relative clause behind which a verb follows: "the girl | , who is six, was safe"."""
    if frame.lower(comma) != "," or not speech.has("relative", frame.lower(comma + 1)):
        return False
    closing = next((j for j in range(comma + 1, frame.last()) if frame.tokens[j].text == ","), frame.last())
    return closing < frame.last() and is_finite(frame, closing + 1, speech)


def main_clause_at(frame: Frame, start: int, end: int, speech: Speech) -> int:
    """Return the comma in [start, end) at which a Polish clause is complete and the one around it goes on, else `end`.

    "Wach, który twierdzi, że most runie | , wyjechał", "Po tym, jak sąd orzekł, że umowa wygasła | , kurs spadł".
    """
    stretches = list(parts(frame, start, end))
    told = False
    for a, b in stretches:
        verb = any(is_finite(frame, j, speech) for j in range(a, b))
        word, inner = frame.lower(a), frame.lower(a + 1)
        relative = speech.has("relative", word) or (speech.has("prepositions", word) and speech.has("relative", inner))
        joined = relative or opens_subordinate(frame, a, speech) or speech.has("conjunctions", word)
        if told and verb and not joined and frame.tokens[a - 1].text == ",":
            return a - 1
        told = told or verb or any(not VERBAL.isdisjoint(speech.reading(frame.lower(j))) for j in range(a, b))
    return end
