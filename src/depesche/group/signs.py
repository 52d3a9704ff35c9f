"""What a sentence shows of its footing: who is said to say it, whether it is hedged, what it counts and dates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.interlingua import Meaning, Unit, analyse_span
from depesche.interlingua.clues import parse_figure
from depesche.interlingua.compare import Link, align
from depesche.lang.schema.footing import holds_phrase, load_footing
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.speech import Parenthetical, SourcePhrase, Speech, VerbForm
from depesche.lang.schema.speech_files import load_speech
from depesche.records import Act, AnnotatedReport, SegmentKind, Span, Statement
from depesche.text.spans import overlap
from depesche.text.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Footing:
    """A sentence with its statements. `content` is the meaning of what they report, of the whole where there are none.

    `cue`: a word of speech stands in it, even if no statement was found. `hedged`: a sure sign of doubt; `doubtful`:
    any sign; `inferred`: it is only concluded from signs. `figures` are those of the content but the ones in times,
    `days` the single days it names, `acts` those of its statements, without any those of its verbs of speech.
    """

    span: Span
    title: bool
    statements: tuple[Statement, ...]
    content: Meaning
    cue: bool
    hedged: bool
    doubtful: bool
    inferred: bool
    figures: tuple[float, ...]
    days: frozenset[str]
    acts: frozenset[Act]


def read_footings(report: AnnotatedReport, span: Span) -> tuple[Footing, ...]:
    """Return what a sentence of a report shows, once for each of its statements, else once for the whole.

    A headline is one thing, whatever it reports ("dockers threaten to strike"). A language without data shows no cues
    and no doubt.
    """
    statements = [s for s in report.statements if _covers(s, span)]
    if any(s.kind is SegmentKind.TITLE and s.span.start <= span.start < s.span.end for s in report.segments):
        return (_read(report, span, tuple(statements), (span,)),)
    if not statements:
        return (_read(report, span, (), (span,)),)
    return tuple(_read(report, span, (s,), _said(s, span)) for s in statements)


def read_contents(report: AnnotatedReport, span: Span) -> list[tuple[Span, ...]]:
    """Return the parts of a sentence that its statements report, for each of them, else the whole."""
    return [_said(s, span) for s in report.statements if _covers(s, span)] or [(span,)]


def _read(report: AnnotatedReport, span: Span, statements: tuple[Statement, ...], parts: tuple[Span, ...]) -> Footing:
    content = analyse_span(report, parts)
    words = [token.lower for token in tokenize(report.text, *span)]
    doubt = load_footing(report.language)
    speech = load_speech(report.language) if report.language else None
    title = any(s.kind is SegmentKind.TITLE and s.span.start <= span.start < s.span.end for s in report.segments)
    undone = holds_phrase(words, doubt.undone)
    hedged = holds_phrase(words, doubt.hedges) or (title and (undone or holds_phrase(words, doubt.modals)))
    weak = undone or holds_phrase(words, doubt.open) or holds_phrase(words, doubt.modals) or "?" in words
    inferred = holds_phrase(words, doubt.evidence)
    return Footing(
        span=span,
        title=title,
        statements=statements,
        content=content,
        cue=_has_cue(words, speech) and not (title and _brings_in_nothing(words, speech)),
        hedged=hedged,
        doubtful=hedged or weak or inferred or any(s.hedged for s in statements),
        inferred=inferred,
        figures=_figures(report, parts, content),
        days=_days(report, parts),
        acts=frozenset(s.act for s in statements) or _verb_acts(words, speech),
    )


def _said(statement: Statement, span: Span) -> tuple[Span, ...]:
    """Return the parts of a sentence that a statement reports, in order."""
    parts = [part for part in statement.content if overlap(part, span)]
    return tuple(sorted(Span(max(p.start, span.start), min(p.end, span.end)) for p in parts))


def covers(left: Footing, right: Footing) -> tuple[float, float]:
    """Return how much of each content, by weight, has a counterpart in the other; figures apart."""
    ours, theirs = left.content.units, right.content.units
    return _cover(ours, align(ours, theirs)), _cover(theirs, align(theirs, ours))


def _cover(units: Sequence[Unit], links: Sequence[Link]) -> float:
    total = math.fsum(unit.weight for unit in units)
    return math.fsum(units[link.left].weight * link.strength for link in links) / total if total else 0.0


def _covers(statement: Statement, span: Span) -> bool:
    """Say whether a statement reports a good part of the sentence."""
    said = sum(overlap(part, span) for part in statement.content)
    return said * settings.SAID_SHARE >= span.end - span.start


def _verb_acts(words: Sequence[str], speech: Speech | None) -> frozenset[Act]:
    """Return the acts of the verbs that may report something here."""
    if speech is None:
        return frozenset()
    entries = (entry for word in words for entry in speech.index.get(word, ()))
    return frozenset(e.verb.act for e in entries if isinstance(e, VerbForm) and "that" in e.verb.takes)


def _has_cue(words: Sequence[str], speech: Speech | None) -> bool:
    """Say whether a verb that takes quotations, a source phrase or a parenthetical may stand here."""
    if speech is None:
        return False
    for i, word in enumerate(words):
        for entry in speech.index.get(word, ()):
            if isinstance(entry, VerbForm) and _speaks(entry):
                return True
            if not isinstance(entry, SourcePhrase | Parenthetical):
                continue
            said = entry.before if isinstance(entry, SourcePhrase) else entry.words
            if len(said) > 1 and tuple(words[i : i + len(said)]) == said:
                return True
    return False


def _brings_in_nothing(words: Sequence[str], speech: Speech | None) -> bool:
    """Say whether no mark or "that" stands in a headline where speech needs one: "Putin schrieb Kim Briefe"."""
    if speech is None or not speech.grammar.bare_comma:
        return False
    return all((word[0].isalnum() or word in ".!?…") and not speech.has("complementizers", word) for word in words)


def _speaks(form: VerbForm) -> bool:
    """Say whether a form of a verb can bring in a quotation by itself."""
    verb = form.verb
    alone = not (verb.with_words or verb.next_words or form.needs_particle)
    return alone and "quote" in verb.takes and form.kind in ("finite", "passive", "gerund")


def _figures(report: AnnotatedReport, parts: Sequence[Span], content: Meaning) -> tuple[float, ...]:
    """Return the figures of the content that are no part of a time, sorted."""
    decimal = load_forms(report.language).decimal
    left = list(content.figures)
    for quantity in report.quantities:
        if _within(quantity.span, parts) and not isinstance(quantity.value, tuple):
            left += [quantity.value] if quantity.value not in left else []
    for time in report.times:
        if _within(time.span, parts):
            for token in tokenize(report.text, *time.span):
                value = parse_figure(token.text, decimal) if token.text[0].isdigit() else None
                if value in left:
                    left.remove(value)
    return tuple(sorted(left))


def _days(report: AnnotatedReport, parts: Sequence[Span]) -> frozenset[str]:
    """Return the single days that a sentence names by their number: weekdays hang on tense and publication."""
    times = (t for t in report.times if t.begin and t.begin == t.end and _within(t.span, parts))
    times = (t for t in times if any(c.isdigit() for c in report.text[slice(*t.span)]))
    return frozenset(t.begin for t in times if t.begin)


def _within(span: Span, parts: Sequence[Span]) -> bool:
    return any(part.start <= span.start < part.end for part in parts)
