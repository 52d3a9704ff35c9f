"""Sentences that only name a source for what stands before them: "Det skriver AP.", "Das teilte die Polizei mit."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from depesche.annotate.statements.clauses.adverbials import past_adverbials
from depesche.annotate.statements.clauses.boundaries import is_finite, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech, Verb
from depesche.records import Act, Span, StatementKind

_MAX_WORDS: Final = 24
_LONG_SLACK: Final = 14  # such words where no verb is among them: "in an article in the journal X", "i et opslag på Y"
_OPENING: Final = 5  # tokens before the verb in "Zu genau diesem Schluss kommt"
_SLACK: Final = 6  # words beside verb and source: "in ihrer Onlineausgabe", "onsdag"


def pointing_back(
    frame: Frame, speech: Speech, finder: PhraseFinder, verbs: Sequence[VerbCue], last: int
) -> tuple[VerbCue, Phrase] | None:
    """Return verb and source of a sentence whose object is the sentence before ("that"), None for all others.

    `last` is where the sentence ends for this: whom a medium cites stands behind it.
    """
    if speech.table is not None:
        return _behind_about(frame, speech, finder, verbs)
    for cue in verbs:
        if (
            (cue.voice != "active" and not _refuses(cue, speech))
            or not _points(frame, speech, cue)
            or word_count(frame, 0, last) > _MAX_WORDS
        ):
            continue
        start = cue.at + 1 if cue.auxiliary is None or cue.auxiliary > cue.at else cue.auxiliary + 1
        if _refuses(cue, speech):
            start = cue.first + 1
        while start in cue.parts:
            start += 1
        from_what = speech.grammar.verb_final and "of" not in cue.verb.takes  # "Das geht aus einem Bericht hervor"
        if from_what and frame.lower(start) in cue.verb.prepositions:
            start += 1
        if speech.grammar.verb_medial:  # "Det mener | blant andre | Berg"
            start = past_adverbials(finder, start, last)
        found = finder.right(start, last)
        if found is not None and _nobody(frame, speech, found):  # "Sådan lyder det fra ministeren"
            from_whom = speech.has("from_prepositions", frame.lower(found.end))
            found = finder.right(found.end + 1, last) if from_whom else None
        if found is None:
            return None
        if speech.grammar.verb_medial and not _tells(cue, found, finder):
            return None
        rest = range(found.aside[1] if found.aside else found.end, last)
        if speech.grammar.verb_final:  # ", deren Arbeit am Montag erschienen ist"
            comma = (j for j in rest if frame.tokens[j].text == "," and opens_subordinate(frame, j + 1, speech))
            rest = range(rest.start, next(comma, rest.stop))
        if speech.grammar.verb_medial:  # ", som bladet har set"
            comma = (j for j in rest if frame.tokens[j].text == "," and speech.has("relative", frame.lower(j + 1)))
            rest = range(rest.start, next(comma, rest.stop))
        parts = set(cue.parts)
        told = speech.grammar.verb_medial and not any(is_finite(frame, j, speech) for j in rest)
        slack = _LONG_SLACK if told else _SLACK
        if sum(1 for j in rest if j not in parts and frame.tokens[j].text[0].isalnum()) > slack:
            return None
        asks = range(max(rest.start, cue.at), rest.stop) if _refuses(cue, speech) else rest
        if any(speech.has("complementizers", frame.lower(j)) or frame.is_quote(j) for j in asks):
            return None
        return cue, found
    return None


def _nobody(frame: Frame, speech: Speech, found: Phrase) -> bool:
    """Say whether a subject is "it" or "one"; a Danish or Norwegian "one" with a noun behind is its article."""
    alone = found.end - found.start == 1 or not speech.grammar.verb_medial
    return alone and speech.has("impersonal", frame.lower(found.start))


def _tells(cue: VerbCue, found: Phrase, finder: PhraseFinder) -> bool:
    """Say whether a Danish or Norwegian phrase speaks; what "that" takes does not: "Det krever en ny avtale"."""
    if _shows(cue, found, finder):
        return True
    new = finder.speech.has("indefinite", finder.frame.lower(found.start)) and finder.is_document(found)
    if new and cue.verb.act is Act.DEMAND:
        return False
    return cue.verb.neutral or finder.head_speaks(found)


def _shows(cue: VerbCue, found: Phrase, finder: PhraseFinder) -> bool:
    """Say whether a Danish or Norwegian document tells what stands before: "Det viser en rapport"."""
    speech = finder.speech
    tells = cue.verb.written or speech.has_any(("finding_verbs", "origin_verbs"), cue.verb.lemma)
    tells = tells or speech.has("copulas", finder.frame.lower(cue.at))  # "Det er konklusjonen i | en rapport"
    return tells and finder.is_document(found)


def _refuses(cue: VerbCue, speech: Speech) -> bool:
    """Say whether a modal and its infinitive refuse, the source between them: "Det vil ministeren ikke kommentere"."""
    return speech.grammar.verb_medial and cue.refusal is not None and cue.first < cue.at


def answered(cue: VerbCue, speech: Speech) -> bool:
    """Say whether somebody says no to what a pronoun takes up: "Det afviser ministeren", "Det kommenterer hun ikke"."""
    no = cue.verb.act is Act.DENY or cue.negated or cue.refusal is not None
    return speech.grammar.verb_second and no


def denies_this(frame: Frame, speech: Speech, verbs: Sequence[VerbCue]) -> VerbCue | None:
    """Return the verb of a short Polish sentence that denies the one before: "Firma temu zaprzecza."."""
    if speech.table is None or word_count(frame, 0, len(frame.tokens)) > _MAX_WORDS:
        return None
    cue = next((v for v in verbs if v.verb.act is Act.DENY and v.voice == "active" and not v.negated), None)
    if cue is None or any(speech.has("complementizers", t.lower) for t in frame.tokens):
        return None
    if speech.has("denied_pronouns", frame.lower(cue.first - 1)):
        return replace(cue, first=cue.first - 1)  # the subject ends before it
    alone = cue.at + 1 >= frame.last() and len(cue.parts) == 1  # "Siostra zaprzecza."
    return cue if alone or speech.has("denied_pronouns", frame.lower(cue.at + 1)) else None


def denied_draft(frame: Frame, cue: VerbCue, phrase: Phrase | None, before: Extent, said: Sequence[Draft]) -> Draft:
    """Return what was said in the sentence before, else the sentence itself, as what somebody denies."""
    previous = before.frame
    whole = before.span(previous.text_start(), previous.last())
    content = said[-1].content if said else (whole,) if whole is not None else ()
    words = tuple(Span(frame.tokens[p].start, frame.tokens[p].end) for p in cue.parts)
    return Draft(
        frame,
        "backward",
        content,
        words,
        Act.DENY,
        StatementKind.INDIRECT,
        phrase,
        cue.verb,
        at=cue.at,
        follows=phrase is None,
    )


def pronoun_draft(frame: Frame, cue: VerbCue, phrase: Phrase) -> Draft:
    """Return the pronoun at the start of a sentence as what its source says no to."""
    content = (Span(frame.tokens[0].start, frame.tokens[0].end),)
    words = tuple(Span(frame.tokens[p].start, frame.tokens[p].end) for p in cue.parts)
    act = cue.refusal.act if cue.refusal is not None else cue.verb.act
    kind = StatementKind.INDIRECT
    return Draft(frame, "object", content, words, act, kind, phrase, cue.verb, cue.negated, at=cue.at)


def _points(frame: Frame, speech: Speech, cue: VerbCue) -> bool:
    """Say whether a sentence opens with what takes up the one before: "das", "davon", "zu diesem Schluss"."""
    opening = frame.lower(0)
    same = speech.grammar.verb_medial and speech.has("same", frame.lower(1))  # "Det samme | melder AP"
    if cue.first == 2 and same and speech.has("pointers", opening):
        return True
    if cue.first == 1 and speech.has("pointers", opening):
        return True
    if not speech.grammar.verb_final:
        return False
    if cue.first == 1 and speech.has("announcers", opening):
        asks = cue.verb.act is Act.ASK  # "danach fragte": afterwards
        return not asks and opening.removeprefix("da").removeprefix("r") in cue.verb.prepositions
    noun = any(p < cue.first for p in cue.parts)
    determined = any(speech.has("demonstratives", frame.lower(j)) for j in range(min(cue.first, _OPENING)))
    return noun and determined and cue.first <= _OPENING


def _behind_about(
    frame: Frame, speech: Speech, finder: PhraseFinder, verbs: Sequence[VerbCue]
) -> tuple[VerbCue, Phrase] | None:
    """Read a Polish sentence that points back: "Poinformowała o tym policja.", "Tak wynika z raportu."."""
    if word_count(frame, 0, len(frame.tokens)) > _MAX_WORDS:
        return None
    cue = next((v for v in verbs if v.voice == "active" and v.first <= 2), None)
    if cue is None or cue.negated or any(speech.has("complementizers", t.lower) for t in frame.tokens):
        return None
    about = frame.lower(0) == "o" and speech.has("back_phrases", frame.lower(1)) and cue.first == 2
    pointed = cue.first == 1 and speech.has("pointers", frame.lower(0))
    start = cue.at + 1
    if not (about or pointed):
        if cue.first or frame.lower(start) != "o" or not speech.has("back_phrases", frame.lower(start + 1)):
            return None
        start += 2
    if cue.verb.lemma in speech.words["impersonal_verbs"] and speech.has("from_prepositions", frame.lower(start)):
        start += 1
    found = finder.right(start)
    if found is None or not (finder.can_speak(found) or finder.tells(found)):
        return None
    rest = range(found.aside[1] if found.aside else found.end, frame.last())
    words = sum(1 for j in rest if frame.tokens[j].text[0].isalnum())
    return (cue, found) if words <= _SLACK else None


def backward_draft(
    frame: Frame, before: Extent, parts: tuple[int, ...], phrase: Phrase, verb: Verb | None
) -> Draft | None:
    """Return the sentence before as the content of a source named after it."""
    previous = before.frame
    start, end = previous.text_start(), previous.last()
    span = before.span(start, end)
    if span is None:
        return None
    kind = StatementKind.MIXED if before.has_marks(start, end) else StatementKind.INDIRECT
    if end - start == 1 and previous.is_quote(start):
        kind = StatementKind.DIRECT
    words = tuple(Span(frame.tokens[p].start, frame.tokens[p].end) for p in parts)
    act = verb.act if verb else Act.ASSERT
    return Draft(frame, "backward", (span,), words, act, kind, phrase, verb, at=parts[0])
