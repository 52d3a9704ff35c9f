"""Speech after a dash: "– Vi kommer, sier Berg.", "– Przyjdziemy – powiedział Nowak. – Jutro."

A paragraph that opens with a dash is speech, up to a comma or a dash with a reporting verb after it; the verb's clause
runs to the end of its sentence or the next dash, after which speech goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import Final

from depesche.annotate.statements.frames.frame import DASHES, ENDERS
from depesche.annotate.statements.frames.framing import report_phrase_at
from depesche.annotate.statements.frames.marks import MARKS, Quotation
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import SourcePhrase, Speech, VerbForm
from depesche.records import Sentence, Span, Token

_BREAKS: Final = frozenset({",", "?", "!", "…", "...", *DASHES, *MARKS})
_SPEAKER: Final = 10  # tokens of a reporting clause inside speech
_AGAIN: Final = 3  # tokens that speech has at least where it goes on behind a comma
_LOOK: Final = 4  # tokens after a comma in which the reporter's next verb would stand: ", men tilføjer"
_SOURCE: Final = 9  # tokens of a source phrase after speech
_LINES: Final = 5  # paragraphs over which speech may run before its verb
_MIN_WORDS: Final = 1  # words after the dash; a list of things bought has them too, but no reporting verb


def _spaced(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the token at `i` has space around it, as a dash between clauses has."""
    before = i == 0 or tokens[i - 1].end < tokens[i].start
    after = i + 1 >= len(tokens) or tokens[i].end < tokens[i + 1].start
    return before and after


def _reports(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether a reporting clause starts at `i`: a finite verb that takes quotations, no first person after it."""
    if i >= len(tokens):
        return False
    if _source_phrase(tokens, i, speech):
        return tokens[i - 1].text == "," and _closes(tokens, i)
    if speech.has("negations", tokens[i].lower) and i + 1 < len(tokens):
        return any(  # "– nie krył trener"
            isinstance(e, VerbForm) and e.kind == "finite" and (tokens[i].lower,) in e.verb.with_words
            for e in speech.index.get(tokens[i + 1].lower, ())
        )
    forms = [
        e
        for e in speech.index.get(tokens[i].lower, ())
        if isinstance(e, VerbForm) and e.kind in ("finite", "joined", "passive") and "quote" in e.verb.takes
        if _has_fixed(tokens, i, e)
    ]
    if not forms:
        return report_phrase_at(tokens, i, speech) or (speech.grammar.verb_medial and _parted_verb(tokens, i, speech))
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return following not in speech.pronouns.get("subject_1", frozenset())


def _has_fixed(tokens: Sequence[Token], i: int, form: VerbForm) -> bool:
    """Say whether the words a verb needs stand near it: "legger hun til", not ", tar de feil"."""
    needed = form.verb.with_words or form.verb.next_words
    near = {t.lower for t in tokens[i : i + _SPEAKER]} if needed else set()
    return not needed or any(near.issuperset(words) for words in needed)


def _opens_main(tokens: Sequence[Token], start: int, i: int, verb: int, speech: Speech) -> bool:
    """Say whether a verb behind the first clause of speech goes on with it: "– Da jeg ringte, sa han ja, sier Moe"."""
    if not speech.grammar.verb_medial or not speech.has("subordinators", tokens[start].lower):
        return False
    if any(t.text in ENDERS or t.text == "," for t in tokens[start:i]):
        return False
    sentence = takewhile(lambda k: tokens[k].text not in ENDERS, range(verb + 1, len(tokens)))
    return any(_break(tokens, k, speech) is not None for k in sentence)


def _told_of(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether who is quoted tells of speech to him: "– Gå hjem, sa de til meg. Jeg gikk, forteller Moe"."""
    clause = takewhile(lambda t: t.text not in _BREAKS and t.text not in ENDERS, tokens[i : i + _SPEAKER])
    return speech.grammar.verb_medial and any(speech.has("participants", t.lower) for t in clause)


def _parted_verb(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether auxiliary, subject and verb of a reporting clause follow: "– Det går bra, har Berg uttalt"."""
    first = tokens[i].lower
    told = speech.has("auxiliaries", first) or speech.has("hearsay_modals", first)
    if not told and not speech.has("inverting_modals", first):
        return False
    kind = "participle" if told else "infinitive"
    for token in tokens[i + 1 : i + _SPEAKER]:
        if token.text in _BREAKS or token.text in ENDERS or token.lower in speech.pronouns["subject_1"]:
            return False
        forms = (e for e in speech.verb_forms.get(token.lower, ()) if e.kind == kind and not e.verb.with_words)
        if any("quote" in form.verb.takes for form in forms):
            return True
    return False


def _source_phrase(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether the words from `i` on introduce a source: "ifølge", "w opinii", "etter Bergs mening"."""
    near = [t.lower for t in tokens[i : i + _SOURCE]]
    return any(
        isinstance(e, SourcePhrase)
        and not (e.tail or e.report)
        and tuple(near[: len(e.before)]) == e.before
        and all(word in near for word in e.after)
        and not speech.has("participants", next(iter(near[len(e.before) :]), ""))
        for e in speech.index.get(tokens[i].lower, ())
    )


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a source phrase from `i` on ends the paragraph's speech: "…, ifølge politiet."."""
    end = next((j for j in range(i, len(tokens)) if tokens[j].text in ENDERS), len(tokens))
    return end - i <= _SOURCE and all(t.text != "," for t in tokens[i:end])


def _break(tokens: Sequence[Token], i: int, speech: Speech, marked: bool = True) -> int | None:
    """Return the index of the verb when tokens[i] is a mark that ends the speech before a reporting clause; quotation
    marks do where the speech itself is `marked`, not round a name in it ("– „Orzeł” zapewnia dopłaty – mówi Kos")."""
    if tokens[i].text not in _BREAKS or (tokens[i].text in DASHES and not _spaced(tokens, i)):
        return None
    if tokens[i].text in MARKS and not marked:
        return None
    j = i + 1
    while j < len(tokens) and j < i + 3 and tokens[j].text in _BREAKS:
        j += 1
    return j if _reports(tokens, j, speech) else None


def _resume(tokens: Sequence[Token], i: int, speech: Speech) -> int | None:
    """Return the index of the dash or comma after which speech goes on, looking from the reporting verb at `i`."""
    inside = speech.grammar.verb_medial
    for j in range(i, len(tokens)):
        if tokens[j].text in DASHES and _spaced(tokens, j):
            return j
        inside = inside and tokens[j].text not in ENDERS and j <= i + _SPEAKER
        if inside and tokens[j].text == "," and _speech_again(tokens, j + 1, speech):
            return j
    return None


def _speech_again(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether the one quoted goes on at `i`: "– Prisen, siger Lund, er for høj", ", men ikke uansvarlig"."""
    near = [t.lower for t in tokens[i : i + _AGAIN]]
    if len(near) < _AGAIN or any(_reports(tokens, k, speech) for k in range(i, min(len(tokens), i + _LOOK))):
        return False
    if speech.has("conjunctions", near[0]):
        third = speech.pronouns.get("subject_m", frozenset()) | speech.pronouns.get("subject_f", frozenset())
        told = any(isinstance(e, VerbForm) and e.kind == "finite" for e in speech.index.get(near[1], ()))
        return not told and near[1] not in third  # "…, siger Lund, og han smiler", "og peker på": the reporter
    return speech.has_any(("auxiliaries", "modals", "finite"), near[0])


def _next_break(tokens: Sequence[Token], start: int, speech: Speech) -> tuple[int, int | None]:
    """Return where speech from `start` on ends, and the verb that reports it: none that who is quoted tells of."""
    marked = tokens[start].text in MARKS
    breaks = ((i, verb) for i in range(start, len(tokens)) if (verb := _break(tokens, i, speech, marked)) is not None)
    told: tuple[int, int] | None = None
    for found in breaks:
        if not (_told_of(tokens, found[1], speech) or _opens_main(tokens, start, *found, speech)):
            return found
        told = told or found
    return told or (len(tokens), None)


def _speech_runs(tokens: Sequence[Token], speech: Speech) -> Iterator[tuple[int, int, int | None]]:
    """Yield (first token after the dash, token after the last, verb) for every run of speech in a dash paragraph."""
    start: int | None = 1
    while start is not None and start < len(tokens):
        end, verb = _next_break(tokens, start, speech)
        if end > start:
            yield start, end, verb
        if verb is None:
            return
        dash = _resume(tokens, verb, speech)
        start = dash + 1 if dash is not None else None


def _quotation(tokens: Sequence[Token], a: int, b: int, opening: int, verb: int | None) -> Quotation | None:
    while a < b and tokens[a].text in MARKS:
        a += 1
    end = b
    if verb is not None and tokens[b].text in "?!…...":
        end = b + 1  # the mark belongs to what was said
    if a >= end or sum(1 for t in tokens[a:end] if t.text[0].isalnum()) < _MIN_WORDS:
        return None
    return Quotation(
        Span(tokens[opening].start, tokens[end - 1].end), Span(tokens[a].start, tokens[end - 1].end), dash=True
    )


def find_dash_speech(sentences: Sequence[Sentence], speech: Speech) -> tuple[Quotation, ...]:
    """Return the runs of speech in paragraphs that open with a dash, in order of position.

    The speech ends before a sentence that only names its speaker. A paragraph without any reporting verb counts only
    beside one that has one, or when it ends like a sentence.
    """
    out: list[Quotation] = []
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
    for n, paragraph in enumerate(paragraphs):
        first = next((i for i, s in enumerate(paragraph) if _opening(s.tokens) is not None), None)
        if first is None:
            continue
        spoken = takewhile(lambda s: not _points_back(s.tokens, speech), paragraph[first + 1 :])
        announced = _opening(paragraph[first].tokens) or 0
        tokens = [t for s in (paragraph[first], *spoken) for t in s.tokens][announced:]
        runs = list(_speech_runs(tokens, speech))
        silent = all(verb is None for _, _, verb in runs)
        if silent and speech.table is not None and (lines := _next_lines(paragraphs[n + 1 : n + _LINES], speech)):
            tokens = [*tokens, *lines]
            runs, silent = list(_speech_runs(tokens, speech)), False
        inside = first and not announced and not _has_verb(tokens, speech)
        if silent and (inside or tokens[-1].text not in ENDERS | MARKS):
            continue
        for a, b, verb in runs:
            quotation = _quotation(tokens, a, b, a - 1, verb)
            if quotation:
                out.append(quotation)
    return tuple(out)


def _has_verb(tokens: Sequence[Token], speech: Speech) -> bool:
    """Say whether a Polish sentence has a verb: no list of things is speech."""
    return speech.table is not None and any(not VERBAL.isdisjoint(speech.reading(t.lower)) for t in tokens)


def _next_lines(paragraphs: Sequence[Sequence[Sentence]], speech: Speech) -> list[Token]:
    """Return the lines on which Polish speech goes on to a verb that ends them: "– A.", "B.", "C – mówi."."""
    tokens: list[Token] = []
    for paragraph in paragraphs:
        line = [t for s in paragraph for t in s.tokens]
        if not line or any(_opening(s.tokens) is not None for s in paragraph):
            return []
        tokens += line
        verbs = (verb for i in range(len(line)) if (verb := _break(line, i, speech)) is not None)
        if (verb := next(verbs, None)) is not None:
            return tokens if all(t.text in ENDERS for t in line[verb + 1 :]) else []
    return []


def _points_back(tokens: Sequence[Token], speech: Speech) -> bool:
    """Say whether the reporter names the speaker in a sentence of his own: "Det sier Berg til NTB.", not "Det må hun
    svare for."."""
    if not tokens or tokens[0].lower not in speech.words["pointers"] or not _reports(tokens, 1, speech):
        return False
    last = next((t.lower for t in reversed(tokens) if t.text not in ENDERS), "")
    return not speech.has("prepositions", last)


def _opening(tokens: Sequence[Token]) -> int | None:
    """Return where the dash stands that opens speech in a sentence: first of all, or after a colon ("Berg: – Ja.")."""
    for i in range(len(tokens) - 2):
        if tokens[i].text in DASHES and (i == 0 or tokens[i - 1].text == ":"):
            return i if tokens[i + 1].text[0].isalnum() or tokens[i + 1].text in MARKS else None
    return None
