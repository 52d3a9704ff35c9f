"""Speech that goes on without a cue: the German subjunctive, and quotations that continue."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite, is_reported, opens_clause, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech import Speech
from depesche.records import Act, Span, StatementKind

_MIN_WORDS: Final = 3
_ELLIPTIC: Final = 7  # tokens of a subject whose verb is left out


def subjunctive_draft(frame: Frame, speech: Speech, extent: Extent) -> Draft | None:
    """Return a sentence in the subjunctive of reported speech as a statement of whoever spoke before."""
    if not speech.words["subjunctive"] or any(t.text == "\ufffc" for t in frame.tokens):
        return None
    end = frame.last()
    if (told := behind_colon(frame, speech, extent)) is not None:
        return told
    at = next((i for i in range(end) if is_reported(frame, i, speech) and _in_main_clause(frame, i, speech)), None)
    if at is None or word_count(frame, 0, end) < _MIN_WORDS:
        return None
    weak = frame.tokens[at].lower in speech.words["subjunctive_weak"]
    conditional = any(speech.has("conditional", frame.lower(i)) for i in range(end))
    if weak and (conditional or speech.has("modals", frame.lower(at))):
        return None
    span = extent.span(0, end)
    if span is None:
        return None
    kind = StatementKind.MIXED if extent.has_marks(0, end) else StatementKind.INDIRECT
    return Draft(frame, "runon-weak" if weak else "runon", (span,), (), Act.ASSERT, kind, follows=True)


def forerun_draft(frame: Frame, speech: Speech, extent: Extent) -> Draft | None:
    """Return a sentence in the subjunctive before which nobody speaks: who does is named next, or at its colon."""
    told = subjunctive_draft(frame, speech, extent)
    if told is None or told.phrase is not None:
        return told
    if told.how == "runon-weak" or speech.has("question", frame.lower(frame.text_start())):
        return None
    told.how, told.follows = "forerun", False
    return told


def behind_colon(frame: Frame, speech: Speech, extent: Extent) -> Draft | None:
    """Read "Die Opposition war empört: Das sei ein Skandal": the clause behind the colon is what its subject says."""
    colon = next((i for i, t in enumerate(frame.tokens) if t.text == ":"), None)
    if (
        not speech.words["subjunctive"]
        or colon is None
        or not any(is_finite(frame, j, speech) for j in range(1, colon))
    ):
        return None
    words = range(colon + 1, frame.last())
    at = next((i for i in words if is_reported(frame, i, speech)), None)
    if at is None or frame.lower(at) in speech.words["subjunctive_weak"] or opens_clause(frame, colon + 1, speech):
        return None
    span = extent.span(colon + 1, frame.last())
    if span is None or any(frame.tokens[j].text == "," for j in range(colon + 1, at)):
        return None
    kind = StatementKind.MIXED if extent.has_marks(colon, frame.last()) else StatementKind.INDIRECT
    verb = next(j for j in range(1, colon) if is_finite(frame, j, speech))
    phrase = extent.finder.left(verb) or extent.finder.right(verb + 1, colon)
    speaker = phrase if phrase is not None and extent.finder.can_speak(phrase) else None
    return Draft(frame, "runon", (span,), (), Act.ASSERT, kind, speaker, follows=speaker is None)


def behind_semicolon(frame: Frame, speech: Speech, extent: Extent, previous: Draft) -> Draft | None:
    """Read "Es fehle an Betten, sagte sie; mancherorts gebe es keine": the second clause is hers as well."""
    mark = next((i for i in range(frame.last() - 1, 0, -1) if frame.tokens[i].text == ";"), None)
    if mark is None or previous.content[-1].end > frame.tokens[mark].start or opens_clause(frame, mark + 1, speech):
        return None
    comma = next((j for j in range(mark + 1, frame.last()) if frame.tokens[j].text == ","), frame.last())
    if not any(is_reported(frame, j, speech) for j in range(mark + 1, comma)):
        return None
    span = extent.span(mark + 1, frame.last())
    kind = StatementKind.MIXED if extent.has_marks(mark, frame.last()) else StatementKind.INDIRECT
    if span is None:
        return None
    return Draft(frame, "runon", (span,), (), Act.ASSERT, kind, follows=True, at=mark + 1)


def hence_draft(frame: Frame, speech: Speech, extent: Extent) -> Draft | None:
    """Return a sentence like "Demnach sank die Zahl" as a statement of the source before."""
    if not speech.has("hence", frame.lower(0)) or not is_finite(frame, 1, speech):
        return None
    span = extent.span(1, frame.last())
    if span is None or frame.quotes:
        return None
    kind = StatementKind.MIXED if extent.has_marks(1, frame.last()) else StatementKind.INDIRECT
    cue = (Span(frame.tokens[0].start, frame.tokens[0].end),)
    return Draft(frame, "runon", (span,), cue, Act.ASSERT, kind, follows=True)


def elliptic_draft(frame: Frame, speech: Speech, extent: Extent, previous: Draft) -> Draft | None:
    """Return what others say where the verb is the one before: "Jedni mówią, że zdąży. | Inni, że już przegrał."."""
    if speech.table is None or previous.how != "that" or previous.frame.paragraph != frame.paragraph:
        return None
    comma = next((j for j in range(1, min(_ELLIPTIC, frame.last())) if frame.tokens[j].text in (",", "–")), None)
    if comma is None or not speech.has("complementizers", frame.lower(comma + 1)):
        return None
    phrase = extent.finder.right(0, comma)
    whole = phrase is not None and phrase.end == comma
    span = extent.span(comma + 2, extent.end(comma + 2))
    if not whole or span is None or any(is_finite(frame, j, speech) for j in range(comma)):
        return None
    kind = StatementKind.MIXED if extent.has_marks(comma, frame.last()) else StatementKind.INDIRECT
    return Draft(frame, "that", (span,), (), previous.act, kind, phrase)


def _in_main_clause(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the verb at `i` belongs to the main clause: no word that opens a subordinate clause before it."""
    for j in range(i - 1, -1, -1):
        text = frame.tokens[j].text
        if text == ",":
            return _verb_second_after(frame, j, i, speech)
        if opens_clause(frame, j, speech) or is_finite(frame, j, speech):
            return False  # "Dort steht eine | dichte Wolke": a main clause has one finite verb
    return i <= 14


def _verb_second_after(frame: Frame, comma: int, i: int, speech: Speech) -> bool:
    """After a fronted subordinate clause the verb of the main clause comes first: "Wenn …, sei das …"."""
    return i == comma + 1
