"""Headlines: 'Minister: …', '… – Berg', quoted words whose speaker stands in the text below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_dash, is_finite, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.who.memory import Memory
from depesche.lang.schema.speech import Speech, VerbForm
from depesche.records import Act, NameType, SegmentKind, StatementKind
from depesche.text.tokens import tokenize

_SOURCE_WORDS: Final = 6
_MIN_WORDS: Final = 3
_INITIAL: Final = 2  # letters and the point of "J."
_MIN_SAID: Final = 2  # words behind a source and its colon in a live report: "9.05 Politiet: Bliv hjemme"
_MIN_SHARED: Final = 0.5  # share of a headline's quoted words that its statement in the text must have
_MIN_QUOTED: Final = 0.33  # the same of a quotation of the text
_LETTERS: Final = 4
_TOPIC: Final = ("about", "adverbial_prepositions")  # groups of prepositions behind a Danish or Norwegian source


def has_colon(frame: Frame) -> bool:
    """Say whether a colon stands among the first words, as after a source."""
    return any(t.text == ":" for t in frame.tokens[1 : _SOURCE_WORDS + 2])


def colon_draft(frame: Frame, speech: Speech, finder: PhraseFinder, extent: Extent) -> Draft | None:
    """Return 'NAME: content' as a statement where a person, organisation, country or role stands before the colon."""
    first = frame.text_start()
    colon = next((i for i, t in enumerate(frame.tokens) if t.text == ":" and i > first), None)
    least = _MIN_SAID if frame.kind is SegmentKind.SUBHEAD else _MIN_WORDS
    if colon is None or colon - first > _SOURCE_WORDS or word_count(frame, colon, len(frame.tokens)) < least:
        return None
    if frame.kind is SegmentKind.BODY and not first and not _says_clause(frame, colon, speech):
        return None
    if is_dash(frame, colon + 1):
        span = extent.span(colon + 2, frame.last())
        end = _before_topic(frame, first, colon, speech) if speech.grammar.verb_medial else colon
        known = can_be_source(frame, first, end, speech, finder)
        if span is not None:
            phrase = Phrase(first, end) if known else _leading_name(frame, colon, speech, finder)
            how = "title" if phrase is None else "headline"
            return Draft(frame, how, (span,), (), Act.ASSERT, StatementKind.DIRECT, phrase, anonymous=phrase is None)
    end = _before_topic(frame, first, colon, speech)
    known = can_be_source(frame, first, end, speech, finder)
    if not known and not _is_country(frame, colon, finder):
        return None
    quoted = [i for i in range(colon, len(frame.tokens)) if frame.is_quote(i)]
    span = extent.span(colon + 1, frame.last())
    if quoted or span is None:
        return None
    marked = extent.has_marks(colon, len(frame.tokens))
    kind = StatementKind.MIXED if marked else StatementKind.INDIRECT
    known &= marked or not _may_be_topic(frame, first, end, speech, finder)
    return Draft(frame, "headline" if known else "title", (span,), (), Act.ASSERT, kind, Phrase(first, end))


def _may_be_topic(frame: Frame, a: int, b: int, speech: Speech, finder: PhraseFinder) -> bool:
    """Say whether a title may only be about what stands before its colon: a name or house speaks where the text says
    so ("USA: Iran liefert Waffen"), but not in "Ida Lund: Singer changes her name", "Marwell prison: Six hurt"."""
    if frame.kind is not SegmentKind.TITLE:
        return False
    if any(speech.has("participants", frame.lower(j)) for j in range(b, frame.last())):
        return False
    named = [j for j in range(a, b) if frame.tokens[j].start in finder.layers.names]
    kinds = {speech.noun_kind(frame.lower(j)) for j in range(a, b)} - {None}
    return bool(named) and kinds <= {"institution"}


def _before_topic(frame: Frame, first: int, colon: int, speech: Speech) -> int:
    """Return where the source before a colon ends: "Berg | after the meeting: …", "Nowak | o wyborach: …", "Trainer |
    nach dem Spiel: …", "Berg | om sagen: …"."""
    if not first and speech.table is None and not (speech.grammar.verb_final or speech.grammar.verb_medial):
        return colon
    leading = (j for j in range(first + 1, colon) if speech.has("prepositions", frame.lower(j)))
    if speech.grammar.verb_medial:
        return next((j for j in leading if speech.has_any(_TOPIC, frame.lower(j))), colon)
    return next((j for j in leading if not speech.has("noun_prepositions", frame.lower(j))), colon)


def _says_clause(frame: Frame, colon: int, speech: Speech) -> bool:
    """Say whether a Polish source without a verb stands before a clause: "Wójt: nie zaryzykuję życia dzieci"."""
    verbs = [j for j in range(frame.last()) if is_finite(frame, j, speech)]
    return speech.table is not None and any(j > colon for j in verbs) and not any(j < colon for j in verbs)


def _is_country(frame: Frame, colon: int, finder: PhraseFinder) -> bool:
    """Say whether a title opens with a country or capital and a colon."""
    if frame.kind is not SegmentKind.TITLE or finder.name_at(0) != colon:
        return False
    return finder.layers.names[frame.tokens[0].start].type in (NameType.COUNTRY, NameType.PLACE)


def _leading_name(frame: Frame, colon: int, speech: Speech, finder: PhraseFinder) -> Phrase | None:
    """Return the person a title opens with before a clause: "Ole Lund bryder tavsheden: – Jeg er uskyldig"."""
    end = finder.name_at(0)
    if not speech.grammar.verb_medial or end is None or end > colon:
        return None
    named = finder.layers.names[frame.tokens[0].start].type.value == "person"
    return Phrase(0, end) if named else None


def tail_draft(frame: Frame, speech: Speech, finder: PhraseFinder, extent: Extent) -> Draft | None:
    """Return 'content: SOURCE' and 'content – SOURCE' as a statement: the way agencies attribute a headline."""
    at = next(
        (i for i in range(len(frame.tokens) - 1, 0, -1) if frame.tokens[i].text == ":" or is_dash(frame, i)), None
    )
    if at is None or frame.last() - at - 1 > _SOURCE_WORDS or word_count(frame, 0, at) < _MIN_WORDS:
        return None
    answer = _answer(frame, at + 1, speech)
    end, act = answer or (frame.last(), Act.ASSERT)
    if answer is None and (not can_be_source(frame, at + 1, end, speech, finder) or _tells(frame, at + 1, speech)):
        return None
    alone = at + 2 == frame.last() or finder.name_at(at + 1) == frame.last()
    if speech.grammar.verb_medial and answer is None and not alone:
        return None  # "Brand i Odense: Flere kørt på hospitalet", "Storm på vej: Politiet advarer"
    span = extent.span(0, at)
    if span is None:
        return None
    kind = StatementKind.MIXED if extent.has_marks(0, at) else StatementKind.INDIRECT
    return Draft(frame, "headline", (span,), (), act, kind, Phrase(at + 1, end))


def _answer(frame: Frame, a: int, speech: Speech) -> tuple[int, Act] | None:
    """Return the verb without an object in the end of a German title that owns up to or denies what stands before it,
    with its act: "Kasse des Klubs leer – Wirt | gesteht vor Gericht"."""
    nouns = speech.grammar.verb_final and frame.tokens[a].text[0].isupper()
    for j in range(a + 1, frame.last() if nouns else a):
        forms = (e for e in speech.index.get(frame.lower(j), ()) if isinstance(e, VerbForm) and e.kind == "finite")
        plain = (e.verb for e in forms if not (e.needs_particle or e.rest) and e.verb.act in (Act.CONFIRM, Act.DENY))
        if (verb := next(plain, None)) is not None:
            after = frame.lower(j + 1)
            aside = speech.has("prepositions", after) and after not in verb.prepositions
            return (j, verb.act) if aside or j + 1 == frame.last() else None
    return None


def _tells(frame: Frame, a: int, speech: Speech) -> bool:
    """Say whether what a German title ends with from `a` on is news, no source: ": Behörden ermitteln", ": Urteil im
    Mai"."""
    if not speech.grammar.verb_final:
        return False
    last = frame.tokens[frame.last() - 1].text
    led = (j for j in range(a, frame.last()) if speech.has("prepositions", frame.lower(j)))
    news = any(not speech.has("noun_prepositions", frame.lower(j)) for j in led)
    return news or last[0].islower() or is_finite(frame, a, speech)


def can_be_source(frame: Frame, a: int, b: int, speech: Speech, finder: PhraseFinder) -> bool:
    """Say whether [a, b) is one who can speak, not a topic ("Brexit:", "Israel:")."""
    clause = any(is_finite(frame, i, speech) and frame.tokens[i].text[0].islower() for i in range(a, b))
    if clause and (speech.grammar.verb_medial or speech.table is not None):
        return False  # "Kæde fyrer 800: …": a clause
    if speech.grammar.verb_final and _has_verb(frame, a, b, speech, finder):
        return False
    noun = (i for i in range(a, b) if speech.table is not None and {*"o"} <= {*speech.reading(frame.lower(i))})
    head = next(noun, b - 1)  # "Śmierć | księgowej": what follows a Polish noun is none who speaks
    head = _head_end(frame, a, b, speech) - 1 if speech.grammar.verb_final else head
    kinds = {speech.noun_kind(frame.lower(i)) for i in range(a, head + 1)}
    if kinds & {"role_m", "role_f", "role", "institution", "collective", "document", "medium"}:
        return True
    if speech.table is not None and {"h", "P"} <= {*speech.reading(frame.lower(a))}:
        return True  # "Energetycy: …"
    if speech.table is not None and frame.tokens[a].text.endswith(".") and len(frame.tokens[a].text) > _INITIAL:
        a += 1  # "Kpt. | Jan Nowak: …"
    if finder.name_at(a) != b:
        return False
    return finder.layers.names[frame.tokens[a].start].type.value in ("person", "organization")


def _head_end(frame: Frame, a: int, b: int, speech: Speech) -> int:
    """Return where the head of a German phrase ends, before what only qualifies it: "Wahl | der Kanzlerin"."""
    groups = ("prepositions", "noun_prepositions", "genitive_articles")
    return next((j for j in range(a + 1, b) if speech.has_any(groups, frame.lower(j))), b)


def _has_verb(frame: Frame, a: int, b: int, speech: Speech, finder: PhraseFinder) -> bool:
    """Say whether a small word that can only be a verb stands behind a German noun: "Polizei | sucht Zeugen"."""
    groups = ("prepositions", "articles", "conjunctions", "genitive_articles")
    small = (j for j in range(a + 1, b) if frame.tokens[j].text[0].islower() and frame.tokens[j - 1].text[0].isupper())
    return any(not speech.has_any(groups, frame.lower(j)) and (finder.name_at(j - 1) or 0) <= j for j in small)


def quoted_title(frame: Frame, extent: Extent) -> Draft | None:
    """Return a title with quoted words but no source as a statement whose source is still to be found."""
    marks = extent.has_marks(0, len(frame.tokens))
    if not marks:
        return None
    start = next((i + 1 for i, t in enumerate(frame.tokens) if t.text == ":"), 0)
    if start > _SOURCE_WORDS or start >= frame.last():
        start = 0
    span = extent.span(start, frame.last())
    if span is None or word_count(frame, start, frame.last()) < _MIN_WORDS:
        return None
    whole = frame.is_quote(start) and frame.last() == start + 1
    kind = StatementKind.DIRECT if whole else StatementKind.MIXED
    return Draft(frame, "title", (span,), (), Act.ASSERT, kind, anonymous=True)


def _stems(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(
        t.lower[:5] for t in tokenize(text, start, end) if len(t.lower) >= _LETTERS and t.lower[0].isalpha()
    )


def _find_source(text: str, title: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the statement of the text that a title repeats: the one that shares most of its words."""
    wanted = _stems(text, title.content[0].start, title.content[-1].end)
    best, score = None, _MIN_SHARED
    for draft in drafts:
        if draft is title or not draft.who:
            continue
        words = frozenset(w for start, end in draft.content for w in _stems(text, start, end))
        shared = len(words & wanted) / max(len(wanted), 1)
        if draft.kind is StatementKind.DIRECT and shared >= _MIN_QUOTED:
            shared += _MIN_SHARED - _MIN_QUOTED  # words of one who is quoted in the text as well
        if shared > score or (shared == score and best is None):
            best, score = draft, shared
    return best


def _same_speaker(title: Draft, source: Draft, memory: Memory) -> bool:
    """Say whether who stands before a title's colon says it in the text; for a country, others may."""
    if title.phrase is None:
        return True
    named = memory.layers.names.get(title.frame.tokens[title.phrase.start].start)
    country = named is not None and named.type in (NameType.COUNTRY, NameType.PLACE)
    return country or not {w.name for w in title.who}.isdisjoint({w.name for w in source.who})


def _is_heading(draft: Draft) -> bool:
    return draft.frame.kind is SegmentKind.SUBHEAD and not draft.cue and draft.how == "continued"


def settle_titles(text: str, drafts: list[Draft], memory: Memory) -> None:
    """Give titles without a source the source of the statement they repeat; drop those that repeat none."""
    names = (n for f in memory.frames if f.kind is SegmentKind.TITLE for n in memory.frame_names[f.index])
    named = next((n for n in names if n.type is NameType.PERSON), None)
    for draft in drafts:  # „Mam dość”. Anna Lis odchodzi z klubu
        titled = draft.frame.kind is SegmentKind.TITLE and not draft.cue and draft.how == "continued"
        if titled and not draft.who and named is not None:
            draft.who = (memory.source(named, None),)
    for draft in [d for d in drafts if _is_heading(d)]:
        below = [d for d in drafts if d.frame.index > draft.frame.index]
        draft.who = source.who if (source := _find_source(text, draft, below)) is not None else draft.who
    for draft in [d for d in drafts if d.how == "title"]:
        source = _find_source(text, draft, drafts)
        if source is None or not _same_speaker(draft, source, memory):
            drafts.remove(draft)
        else:
            draft.act = source.act
            draft.who = draft.who if draft.phrase is not None else source.who
