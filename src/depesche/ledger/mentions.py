"""Where a report names an occasion ("at a press conference", "in a letter to …"), and what it says was said there.

The nouns, and the words that lead to them, are data (`lang/<xx>/occasions.toml`). A noun alone is a topic; it names an
occasion where a preposition leads from the frame of a statement to it, where it is the source ("the letter says"), or
where the statement stands in its relative clause ("letters in which they promised").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from depesche.lang.schema.occasions import OccasionTable, OccasionWords, Phrase, load_occasions
from depesche.records import (
    AnnotatedReport,
    Name,
    NameType,
    OccasionKind,
    Sentence,
    Source,
    SourceType,
    Span,
    Statement,
    Time,
    Token,
)
from depesche.settings import OCCASION_NEAR, OCCASION_PARAGRAPHS, OCCASION_REACH

_PLACES = (NameType.PLACE, NameType.COUNTRY, NameType.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Phrases:
    """A noun of an occasion in a sentence, `span` with what leads to it and what completes it.

    `led` says that a preposition leads to it; `which` that a relative clause goes on from it, up to its place.
    """

    kind: OccasionKind
    span: Span
    noun: Span
    led: bool
    which: int | None
    counterpart: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An occasion as one report names it once; `statements` are those whose sentence puts them there, in order.

    `going_on` are those after them in which the same voice goes on, until something else comes between.
    """

    report: str
    kind: OccasionKind
    span: Span
    held_by: tuple[str, ...]
    counterpart: tuple[str, ...]
    when: str | None
    place: str | None
    statements: tuple[Statement, ...]
    going_on: tuple[Statement, ...] = ()


def find_mentions(report: AnnotatedReport) -> tuple[Mention, ...]:
    """Return the occasions a report names for its statements, in order of position."""
    table = load_occasions(report.language)
    if not table.kinds or not report.statements:
        return ()
    starts = [s.span.start for s in report.sentences]
    by_sentence: dict[int, list[Statement]] = {}
    for statement in report.statements:
        at = bisect_right(starts, (statement.cue or statement.content)[0].start) - 1
        by_sentence.setdefault(at, []).append(statement)
    out = []
    for at, told in sorted(by_sentence.items()):
        sentence = report.sentences[max(at, 0)]
        for phrase in find_phrases(sentence, table, report.names):
            placed = _statements_of(phrase, told, report.statements)
            if placed:
                out.append(_mention(report, phrase, placed, sentence))
    named = {s.id for mention in out for s in mention.statements}
    return tuple(replace(m, going_on=_going_on(report, m, named)) for m in out)


def find_phrases(sentence: Sentence, table: OccasionTable, names: Sequence[Name] = ()) -> tuple[Phrases, ...]:
    """Return the nouns of occasions in a sentence, with what stands around them."""
    words = [t.lower for t in sentence.tokens]
    inside = [n for n in names if sentence.span.start <= n.span.start and n.span.end <= sentence.span.end]
    out, i = [], 0
    while i < len(words):
        found = _noun_at(words, i, table)
        if found is None:
            i += 1
            continue
        size, kind = found
        out.append(_phrase(sentence.tokens, i, i + size, (kind, table), inside))
        i += size
    return tuple(out)


def _noun_at(words: Sequence[str], i: int, table: OccasionTable) -> tuple[int, OccasionWords] | None:
    for noun, kind in table.by_word.get(words[i], ()):
        if tuple(words[i : i + len(noun)]) == noun:
            return len(noun), kind
    for tail, kind in table.tails:
        if words[i].endswith(tail) and len(words[i]) > len(tail) + 2:
            return 1, kind
    return None


def _phrase(
    tokens: Sequence[Token], start: int, end: int, kind: tuple[OccasionWords, OccasionTable], names: Sequence[Name]
) -> Phrases:
    found, table = kind
    led = _led_from(tokens, start, found.after, table.barriers)
    counterpart, last = _counterpart(tokens, end, found, names)
    place, further = _place(tokens, max(last, end), table, names) if found.held else (None, 0)
    first = start if led is None else led
    span = Span(tokens[first].start, tokens[max(end, last, further) - 1].end)
    which = _which(tokens, end, table.in_which)
    noun = Span(tokens[start].start, tokens[end - 1].end)
    return Phrases(found.kind, span, noun, led is not None, which, counterpart, place)


def _is_mark(token: Token) -> bool:
    return not any(c.isalnum() for c in token.text)


def _led_from(tokens: Sequence[Token], noun: int, after: Sequence[Phrase], barriers: frozenset[str]) -> int | None:
    """Return where the preposition begins that leads to a noun, at most `OCCASION_REACH` words before it."""
    for end in range(noun, max(noun - OCCASION_REACH - 1, 0), -1):
        for phrase in after:
            start = end - len(phrase)
            if start >= 0 and tuple(t.lower for t in tokens[start:end]) == phrase:
                return start
        if (_is_mark(tokens[end - 1]) and tokens[end - 1].text != "-") or tokens[end - 1].lower in barriers:
            return None
    return None


def _counterpart(
    tokens: Sequence[Token], end: int, kind: OccasionWords, names: Sequence[Name]
) -> tuple[tuple[str, ...], int]:
    """Return to whom or with whom, by name, and the place of the token after it; () where no name follows."""
    at = _after_adverbials(tokens, end, kind.counterpart)
    if at is None:
        return (), 0
    for i in range(at + 1, min(at + 1 + OCCASION_REACH, len(tokens))):
        if _is_mark(tokens[i]):
            return (), 0
        name = next((n for n in names if n.span.start == tokens[i].start and n.entity), None)
        if name is not None:
            last = next((j for j in range(i, len(tokens)) if tokens[j].end >= name.span.end), i)
            return (name.entity or "",), last + 1
    return (), 0


def _after_adverbials(tokens: Sequence[Token], end: int, words: frozenset[str]) -> int | None:
    """Return the place of one of `words` right after a noun, or after two other words ("on Monday with …")."""
    for i in range(end, min(end + 3, len(tokens))):
        if tokens[i].lower in words:
            return i
        if _is_mark(tokens[i]):
            return None
    return None


def _place(tokens: Sequence[Token], end: int, table: OccasionTable, names: Sequence[Name]) -> tuple[str | None, int]:
    """Return the place named right after a noun and the place of the token after it."""
    at = _after_adverbials(tokens, end, table.where)
    if at is None or at + 1 >= len(tokens):
        return None, 0
    for i in range(at + 1, min(at + 3, len(tokens))):
        name = next((n for n in names if n.span.start == tokens[i].start and n.entity and n.type in _PLACES), None)
        if name is not None:
            last = next((j for j in range(i, len(tokens)) if tokens[j].end >= name.span.end), i)
            return name.entity, last + 1
    return None, 0


def _which(tokens: Sequence[Token], end: int, in_which: Sequence[Phrase]) -> int | None:
    """Return where a relative clause begins right after a noun ("letters, in which …")."""
    at = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    for phrase in in_which:
        if tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            return tokens[at].start
    return None


def _statements_of(
    phrase: Phrases, told: Sequence[Statement], everything: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return which of a sentence's statements a phrase belongs to: that of the nearest cue, and its voice's others."""
    scope = _scope(phrase.noun.start, everything)
    there = [s for s in told if _scope(_anchor(s), everything, s.id) == scope and not _holds(s, phrase.noun.start)]
    as_source = [s for s in told if any(_inside(phrase.noun, span) for span in s.speaker)]
    if as_source:
        return tuple(as_source)
    if phrase.which is not None:
        within = [s for s in told if _anchor(s) >= phrase.which]
        return tuple(sorted(within, key=_anchor)[:1])
    if not phrase.led or not there:
        return ()
    nearest = min(there, key=lambda s: (abs(_anchor(s) - phrase.noun.start), s.content))
    voice = [w.entity for w in nearest.who]
    return tuple(s for s in there if s is nearest or ([w.entity for w in s.who] == voice and voice))


def _anchor(statement: Statement) -> int:
    return (statement.cue or statement.content)[0].start


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _holds(statement: Statement, at: int) -> bool:
    return any(span.start <= at < span.end for span in statement.content)


def _scope(at: int, statements: Sequence[Statement], without: str = "") -> str:
    """Return the id of the shortest statement whose content holds a place; "" for the report's own text."""
    holding = [s for s in statements if s.id != without and _holds(s, at)]
    return min(holding, key=lambda s: sum(b - a for a, b in s.content)).id if holding else ""


def _mention(report: AnnotatedReport, phrase: Phrases, placed: Sequence[Statement], sentence: Sentence) -> Mention:
    noun = report.text[phrase.noun.start : phrase.noun.end].casefold()
    voices = [w for s in placed for w in s.who if w.entity and not _is_document(w, noun)]
    held = tuple(dict.fromkeys(w.entity or "" for w in voices))
    kind = phrase.kind
    if kind is OccasionKind.STATEMENT and any(len(s.who) > 1 for s in placed):
        kind = OccasionKind.JOINT_STATEMENT
    counterpart = tuple(e for e in phrase.counterpart if e not in held)
    if kind is OccasionKind.INTERVIEW and not counterpart:
        counterpart = _asked_by(placed, sentence)
    when = _when(report.times, phrase, placed, sentence)
    return Mention(report.id, kind, phrase.span, held, counterpart, when, phrase.place, tuple(placed))


def _is_document(source: Source, noun: str) -> bool:
    """Say whether a source is the document itself ("a survey says"): nobody is known to stand behind it."""
    return source.type is not SourceType.NAMED and any(noun in form.casefold() for form in source.forms)


def _asked_by(placed: Sequence[Statement], sentence: Sentence) -> tuple[str, ...]:
    """Return the medium an interview was given to, where its sentence names it as the way the report has it."""
    found = [r.entity for s in placed for r in s.relay if r.entity and _inside(r.span, sentence.span)]
    return tuple(dict.fromkeys(found))


def _when(times: Sequence[Time], phrase: Phrases, placed: Sequence[Statement], sentence: Sentence) -> str | None:
    """Return the date in a phrase or right after it ("a report of March"), else that on which it was said.

    A statement's date is a day, month or year; where the sentence names a week of that year, the week.
    """
    dated = [t for t in times if _inside(t.span, sentence.span) and t.type.value in ("DATE", "TIME")]
    dated = [t for t in dated if not t.value.endswith("_REF") and not any(_holds(s, t.span.start) for s in placed)]
    near = [t for t in dated if phrase.span.start <= t.span.start < phrase.span.end + OCCASION_NEAR]
    if near:
        return near[0].value
    said = next((s.said_on for s in placed if s.said_on), None)
    weeks = [t.value for t in dated if said and t.value.startswith(f"{said}-W")]
    return weeks[0] if weeks else said


def _going_on(report: AnnotatedReport, mention: Mention, named: set[str]) -> tuple[Statement, ...]:
    """Return the statements after a mention's with the same voice, way and day; `named` are those with an occasion."""
    last = mention.statements[-1]
    out: list[Statement] = []
    for statement in sorted(report.statements, key=lambda s: s.content) if mention.held_by else ():
        if statement.content <= last.content or all(_holds(last, start) for start, _ in statement.content):
            continue
        far = _paragraph(report, statement) - _paragraph(report, last) > OCCASION_PARAGRAPHS
        if statement.id in named or far or not _goes_on(statement, last):
            break
        out.append(statement)
        last = statement
    return tuple(out)


def _goes_on(statement: Statement, last: Statement) -> bool:
    same = [w.entity for w in statement.who] == [w.entity for w in last.who]
    way = [r.name for r in statement.relay] == [r.name for r in last.relay]
    return same and way and (statement.said_on is None or statement.said_on == last.said_on)


def _paragraph(report: AnnotatedReport, statement: Statement) -> int:
    at = bisect_right(report.sentences, statement.content[0].start, key=lambda s: s.span.start) - 1
    return report.sentences[max(at, 0)].paragraph
