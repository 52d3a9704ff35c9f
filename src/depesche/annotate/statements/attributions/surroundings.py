"""What a source phrase speaks for: the clause around it, before it, after it or on both sides."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_end, is_finite, opens_clause, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import lower_verb, opens_subordinate
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.morphology import surely_finite
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act, Span, StatementKind

_MIN_CONTENT: Final = 2
_ASIDE: Final = 18  # tokens of an apposition or relative clause after a source phrase
_SUBJECT: Final = 12  # tokens of a subject before its verb
_NEAR: Final = 4  # tokens between a word that opens a clause and the source phrase inside it


def around_draft(
    frame: Frame,
    speech: Speech,
    extent: Extent,
    a: int,
    b: int,
    phrase: Phrase | None,
    parts: tuple[int, ...],
    act: Act,
    hedged: bool,
) -> Draft | None:
    """Return the statement that a source phrase in tokens [a, b) makes of its clause; None where there is no clause."""
    if phrase is not None and _unfinished(frame, speech, a):
        b = min(b, phrase.end)
    stretches = surrounding(frame, speech, extent, a, b)
    if not stretches:
        return None
    spans = tuple(s for x, y in stretches if (s := extent.span(x, y, 1)) is not None)
    if not spans:
        return None
    kind = StatementKind.INDIRECT
    if all(frame.is_quote(x) and all(frame.tokens[j].text == "," for j in range(x + 1, y)) for x, y in stretches):
        kind = StatementKind.DIRECT
    elif any(extent.has_marks(x, y) for x, y in stretches):
        kind = StatementKind.MIXED
    cue = tuple(Span(frame.tokens[p].start, frame.tokens[p].end) for p in parts)
    return Draft(
        frame,
        "source",
        spans,
        cue,
        act,
        kind,
        phrase,
        hedged=hedged,
        at=a,
        trailing=b >= frame.last() and a > 0,
        anonymous=phrase is None,
    )


def _unfinished(frame: Frame, speech: Speech, a: int) -> bool:
    """Say whether a verb group is broken off before a source phrase: "Bilen ble, ifølge Berg, | kjørt mot sentrum"."""
    word = frame.lower(a - 2) if a > 1 and frame.tokens[a - 1].text == "," else ""
    return speech.has("auxiliaries", word) or speech.has("modals", word)


def surrounding(frame: Frame, speech: Speech, extent: Extent, a: int, b: int) -> list[tuple[int, int]]:
    """Return the stretches of the clause around [a, b)."""
    last = frame.last()
    if speech.grammar.verb_medial and speech.has("adverbs", frame.lower(b)) and frame.lower(b + 1) == ",":
        b += 1  # ", ifølge banken selv,"
    b = skip_aside(frame, speech, b)
    start = _sentence_start(frame, a)
    if (
        speech.has("as_words", frame.lower(start))
        and all(frame.tokens[j].text != "," for j in range(start, a))
        and a > start
    ):
        return []  # "Wie das Blatt unter Berufung auf X berichtet": the clause is the reporter's
    opening = None if _closes_sentence(frame, speech, a, b) else _clause_opening(frame, speech, a)
    if opening is None:
        opening = _second_main_clause(frame, speech, start, a, b) or _joined_clause(frame, extent, start, a, b)
    first = opening if opening is not None else start
    first += speech.grammar.verb_medial and first < a - 1 and speech.has("adversatives", frame.lower(first))
    led = all(speech.has("conjunctions", frame.lower(j)) for j in range(first, a))
    if led or _only_relative(frame, speech, first, a) or _joins_main_clause(frame, speech, a, b):
        first = a  # "Men ifølge politiet er …"
    if speech.grammar.subject_first and first < a and speech.has("as_words", frame.lower(first)):
        return []  # "The dam was weak, as stated | in the report"
    before = (first, a)
    if (rest := _quotation_resumes(frame, first, a, b)) is not None:
        return [before, (rest, rest + 1)]
    after = (b, _end(frame, speech, extent, b) if b < last else b)
    joined = opening == a and speech.has("conjunctions", frame.lower(a - 1))
    if opening is not None and speech.grammar.verb_final and b < last and not joined:
        after = (b, min(after[1], clause_end(frame, b, speech)))
    if after[0] < last and frame.tokens[after[0]].text == "," and opens_subordinate(frame, after[0] + 1, speech):
        word = frame.lower(after[0] + 1)
        reason = (
            speech.grammar.verb_medial and not speech.has("relative", word) and not speech.has("adversatives", word)
        )
        after = (b, b) if not (speech.has("complementizers", word) or reason) else after
    if word_count(frame, *before) == 0 if before[0] < before[1] else True:
        return [after] if word_count(frame, *after) >= _MIN_CONTENT else []
    if frame.tokens[a - 1].text == "," and b < last and frame.tokens[b].text != ",":
        if speech.table is not None:
            return [after] if _opens_own(frame, speech, before, after) else [before]
        if _past_insertion(frame, speech, before, after):
            return [before, after]
        fresh = any(is_finite(frame, j, speech) for j in range(*after)) and word_count(frame, *after) >= _MIN_CONTENT
        opens = speech.grammar.verb_final and is_finite(frame, b, speech)  # "sagte, nach Angaben der Polizei | sei"
        whole = not opens and any(is_finite(frame, j, speech) for j in range(*before))
        return [after] if fresh and not whole else [before]
    stretches = [s for s in (before, after) if word_count(frame, *s) >= 1]
    return stretches if sum(word_count(frame, *s) for s in stretches) >= _MIN_CONTENT else []


def _opens_own(frame: Frame, speech: Speech, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Say whether a Polish source stands before a clause of its own: "Trener protestuje, jego zdaniem | był faul"."""
    told = any(is_finite(frame, j, speech) or surely_finite(speech.table or "", frame.lower(j)) for j in range(*after))
    return told and word_count(frame, *after) >= _MIN_CONTENT and word_count(frame, *before) >= _MIN_CONTENT


def _past_insertion(frame: Frame, speech: Speech, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Say whether a German main clause goes on behind an insertion: "hat heute, am Montag, laut X | gebrannt"."""
    comma = next((j for j in range(before[0], before[1] - 1) if frame.tokens[j].text == ","), None)
    if not speech.grammar.verb_final or comma is None:
        return False
    if is_finite(frame, before[1] - 2, speech) and speech.has("subordinators", frame.lower(comma + 1)):
        return False  # "Man müsse gehen, ehe es zu spät sei, so Berg in Kiel"
    begun = any(is_finite(frame, j, speech) for j in range(before[0], comma))
    return begun and not any(is_finite(frame, j, speech) for j in range(*after))


def _quotation_resumes(frame: Frame, first: int, a: int, b: int) -> int | None:
    """Return the second half of a quotation that only its source interrupts: '"X," so Berg weiter, "Y"'."""
    comma = next((j for j in range(b, min(b + _NEAR, frame.last())) if frame.tokens[j].text == ","), None)
    halves = comma is not None and frame.is_quote(first) and frame.is_quote(comma + 1)
    return comma + 1 if comma is not None and halves and a <= first + 2 else None


def _end(frame: Frame, speech: Speech, extent: Extent, b: int) -> int:
    """Return where a source's clause ends; "and" with a verb goes on: "according to X, they met and agreed to go"."""
    end = extent.end(b)
    goes_on = speech.grammar.subject_first or speech.grammar.verb_medial
    while goes_on and end + 1 in extent.reporting and speech.has("conjunctions", frame.lower(end)):
        end = extent.end(end + 1)
    return end


def _joins_main_clause(frame: Frame, speech: Speech, a: int, b: int) -> bool:
    """Say whether a source opens a second main clause behind "and": "Broen holder, og | ifølge X er | vejen åben"."""
    joined = speech.grammar.verb_second and a > 1 and speech.has("conjunctions", frame.lower(a - 1))
    return joined and is_finite(frame, b, speech)


def _only_relative(frame: Frame, speech: Speech, first: int, a: int) -> bool:
    """Say whether nothing but a Polish relative word stands before a source: "którzy | jej zdaniem uciekli"."""
    return speech.table is not None and a - first == 1 and frame.lower(first) in speech.pronouns["relative"]


def _closes_sentence(frame: Frame, speech: Speech, a: int, b: int) -> bool:
    """Say whether a source after a comma ends its sentence and speaks for all of it: "A, når B, ifølge X."."""
    return speech.grammar.verb_medial and b >= frame.last() and frame.lower(a - 1) == ","


def skip_aside(frame: Frame, speech: Speech, b: int) -> int:
    """Go over ", einem Manager der Firma," or ", die sich auf X stützt," after a source phrase."""
    if b >= frame.last() or frame.tokens[b].text != ",":
        return b
    closing = next((j for j in range(b + 2, min(frame.last(), b + _ASIDE)) if frame.tokens[j].text == ","), None)
    if closing is not None and speech.table is not None:
        # "Według raportu, który ujawnił X, most", "Jak podał X, powołując się na Y, most"
        aside = opens_subordinate(frame, b + 1, speech) or speech.reading(frame.lower(b + 1)) == "c"
        return closing + 1 if aside else b
    if closing is None or not speech.grammar.verb_second:
        return b
    inside = any(is_finite(frame, j, speech) for j in range(b + 1, closing))
    relative = opens_subordinate(frame, b + 1, speech)
    verb_next = is_finite(frame, closing + 1, speech) or not inside
    return closing + 1 if verb_next and (relative or not inside) else b


def _sentence_start(frame: Frame, a: int) -> int:
    start = a
    while start > 0 and (frame.tokens[start - 1].text not in HARD or frame.tokens[start - 1].text == QUOTE):
        start -= 1
        if frame.tokens[start].text == QUOTE and a - start > 3:
            break
    return max(start, frame.text_start()) if start == 0 else start


def _clause_opening(frame: Frame, speech: Speech, a: int) -> int | None:
    """Return where the subordinate clause starts that [a, …) stands in: "delays that, laut X, …"."""
    whole = False  # a clause ended before the source phrase
    trailing = speech.grammar.subject_first and frame.lower(a - 1) == ","  # "Prices rose as demand grew, according to"
    if speech.grammar.verb_final and a > 2 and frame.lower(a - 1) == "," and is_finite(frame, a - 2, speech):
        return None  # "Man müsse gehen, ehe es zu spät sei, so Berg"
    for j in range(a - 1, -1, -1):
        word = frame.lower(j)
        near = a - j <= _NEAR
        if frame.tokens[j].text in HARD:
            return None
        joined = speech.grammar.verb_medial and speech.has("as_words", frame.lower(j - 1))  # "som der"
        closed = speech.grammar.verb_final and j < a - 2 and frame.lower(a - 1) == ","  # ", dem Feiertag, laut X"
        if near and speech.has("relative", word) and (frame.lower(j - 1) == "," or joined) and not closed:
            return j + 1
        if near and speech.has("complementizers", word):
            return j + 1
        if opens_clause(frame, j, speech) and ((near and not trailing) or frame.lower(j - 1) == ",") and j > 0:
            return j
        if frame.tokens[j].text == "," and not near:
            inside = speech.grammar.verb_final and opens_subordinate(frame, j + 1, speech) and not whole
            return j + 1 if inside and not is_finite(frame, j + 2, speech) else None
        whole = whole or frame.tokens[j].text == ","
    return None


def _joined_clause(frame: Frame, extent: Extent, start: int, a: int, b: int) -> int | None:
    """Return where an English source phrase opens a second clause: "The road is shut and, | according to X, it will".

    A predicate alone goes on with the first: "He was hurt and, according to X, walked home".
    """
    speech, comma = extent.speech, frame.lower(a - 1) == ","
    if not speech.grammar.subject_first or not speech.has("conjunctions", frame.lower(a - 1 - comma)):
        return None
    b += frame.lower(b) == ","
    verbs = (j for j in range(b, min(b + _SUBJECT, frame.last())) if is_finite(frame, j, speech))
    verb = next(verbs, None)
    subject = verb is not None and verb > b and not is_past(frame.lower(b), speech.lang)
    whole = any(is_finite(frame, j, speech) for j in range(start, a - 1))
    return a if whole and subject and verb is not None and extent.finder.looks_nominal(b, verb) else None


def _verb_at(frame: Frame, speech: Speech, b: int) -> bool:
    """Say whether a main clause goes on with its verb behind a source, in Danish and Norwegian behind a comma, too."""
    if not speech.grammar.verb_medial:
        return is_finite(frame, b, speech)
    b += frame.lower(b) == ","
    return is_finite(frame, b, speech) or lower_verb(frame, b, speech)


def _second_main_clause(frame: Frame, speech: Speech, start: int, a: int, b: int) -> int | None:
    """Return where a second main clause starts that holds a source in [a, b).

    "Sie begannen 2000, 2004 waren sie laut X am Ziel", "Es brennt und | laut Polizei bleibt die Straße zu"
    """
    if not speech.grammar.verb_second:
        return None
    if speech.has("conjunctions", frame.lower(a - 1)) and _verb_at(frame, speech, b):
        told = any(is_finite(frame, j, speech) for j in range(start, a - 1))
        return a if told else None
    comma = next((j for j in range(a - 1, start, -1) if frame.tokens[j].text == ","), None)
    if comma is None or opens_subordinate(frame, comma + 1, speech) or is_finite(frame, comma + 1, speech):
        return None
    second = any(is_finite(frame, j, speech) for j in range(comma + 1, min(a, comma + 6)))
    return comma + 1 if second and any(is_finite(frame, j, speech) for j in range(start, comma)) else None
