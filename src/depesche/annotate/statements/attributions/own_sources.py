"""Sources that are the subject of their own clause: "nach eigenen Angaben", "ifølge eget udsagn"."""

from __future__ import annotations

from depesche.annotate.statements.attributions.surroundings import around_draft
from depesche.annotate.statements.clauses.boundaries import after_mark, clause_start, is_finite, opens_clause
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import SourcePhrase, Speech


def own_draft(
    frame: Frame, speech: Speech, finder: PhraseFinder, extent: Extent, cue: PhraseCue, entry: SourcePhrase
) -> Draft | None:
    """Return what a clause says by its subject's own account; None where no such phrase stands at the cue."""
    bounds = _bounds(frame, speech, cue, entry)
    if bounds is None:
        return None
    a, b = bounds
    parts = (cue.at, b - 1) if entry.before else (b - 2, b - 1)
    own = Phrase(*((b - 2, b) if entry.before else (a, a + 2)), "own")
    draft = around_draft(frame, speech, extent, a, b, own, parts, entry.act, entry.hedged)
    if draft is not None:
        draft.subject = _subject(frame, speech, finder, a, b)
    return draft


def _bounds(frame: Frame, speech: Speech, cue: PhraseCue, entry: SourcePhrase) -> tuple[int, int] | None:
    """Return where the phrase starts and ends: "laut | eigenen Angaben |", "| eigenen Angaben zufolge |"."""
    at = cue.end if entry.before else cue.at - 2
    if not speech.has("own", frame.lower(at)) or frame.lower(at + 1) not in speech.words["report_nouns"]:
        return None
    return (cue.at, at + 2) if entry.before else (at, cue.end)


def _subject(frame: Frame, speech: Speech, finder: PhraseFinder, a: int, b: int) -> Phrase | None:
    """Return the subject of the clause around [a, b): before its verb, behind it, or where its verb stands last."""
    if is_finite(frame, b, speech):
        return finder.right(b + 1)
    start = after_mark(frame, a)
    clause = clause_start(frame, a, speech)
    if speech.grammar.verb_medial and clause > start and opens_clause(frame, clause - 1, speech):
        return finder.right(clause, a)  # "mens | hæren | efter eget udsagn slet ikke var"
    verb = next((j for j in range(a - 1, start, -1) if is_finite(frame, j, speech)), None)
    if verb is not None:
        return finder.left(verb) or finder.right(verb + 1, a)
    first = start + 1 if opens_clause(frame, start, speech) else start
    return finder.right(first, a) if first < a else None
