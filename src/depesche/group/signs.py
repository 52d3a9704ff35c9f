"""What a sentence shows of its footing: who is said to say it, whether it is hedged, what it counts and dates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from depesche.group.profile import read_features
from depesche.interlingua import Meaning, analyse_span
from depesche.interlingua.clues import parse_figure
from depesche.lang.schema.footing import holds_phrase, load_footing
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.speech import Parenthetical, SourcePhrase, Speech, VerbForm, load_speech
from depesche.records import Act, AnnotatedReport, SegmentKind, Span, Statement
from depesche.text.spans import overlap
from depesche.text.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Footing:
    """A sentence with its statements. `content` is the meaning of what they report, of the whole where there are none.

    `cue`: a word of speech stands in it, even if no statement was found. `hedged`: a sure sign of doubt; `doubtful`:
    any sign. `figures` are those of the content but the ones in times, `days` the single days it names, `acts` those of
    its statements, without any those of its verbs of speech.
    """

    span: Span
    title: bool
    statements: tuple[Statement, ...]
    content: Meaning
    cue: bool
    hedged: bool
    doubtful: bool
    figures: tuple[float, ...]
    days: frozenset[str]
    acts: frozenset[Act]


def read_footing(report: AnnotatedReport, span: Span) -> Footing:
    """Return what a sentence of a report shows; a language without data shows no cues and no doubt."""
    statements = tuple(s for s in report.statements if _covers(s, span))
    content = analyse_span(report, _said(statements, span) or (span,))
    tokens = tokenize(report.text, *span)
    words = [token.lower for token in tokens]
    doubt = load_footing(report.language)
    speech = load_speech(report.language) if report.language else None
    title = any(s.kind is SegmentKind.TITLE and s.span.start <= span.start < s.span.end for s in report.segments)
    hedged = holds_phrase(words, doubt.hedges) or (title and holds_phrase(words, doubt.modals))
    weak = holds_phrase(words, doubt.open) or holds_phrase(words, doubt.modals) or "?" in words
    return Footing(
        span=span,
        title=title,
        statements=statements,
        content=content,
        cue=_has_cue(words, speech),
        hedged=hedged,
        doubtful=hedged or weak or any(s.hedged for s in statements),
        figures=_figures(report, span, content),
        days=_days(report, span),
        acts=frozenset(s.act for s in statements) or _verb_acts(words, speech),
    )


def _said(statements: Sequence[Statement], span: Span) -> tuple[Span, ...]:
    """Return the parts of a sentence that its statements report, in order."""
    parts = {part for s in statements for part in s.content if overlap(part, span)}
    return tuple(sorted(Span(max(p.start, span.start), min(p.end, span.end)) for p in parts))


def same_matter(left: Footing, right: Footing) -> float:
    """Return how alike two contents are, figures apart (cosine, 0 to 1)."""
    a, b = _weights(left.content), _weights(right.content)
    shared = math.fsum(a[f] * b[f] for f in sorted(a.keys() & b.keys()))
    norms = [math.sqrt(math.fsum(w * w for w in side.values())) for side in (a, b)]
    return shared / (norms[0] * norms[1]) if min(norms) > 0 else 0.0


def _weights(meaning: Meaning) -> dict[str, float]:
    return {feature: nats for feature, nats, _ in read_features(meaning) if feature[0] != "#"}


def _covers(statement: Statement, span: Span) -> bool:
    """Say whether a statement reports a good part of the sentence."""
    said = sum(overlap(part, span) for part in statement.content)
    return said * 3 >= span.end - span.start


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


def _speaks(form: VerbForm) -> bool:
    """Say whether a form of a verb can bring in a quotation by itself."""
    verb = form.verb
    alone = not (verb.with_words or verb.next_words or form.needs_particle)
    return alone and "quote" in verb.takes and form.kind in ("finite", "passive", "gerund")


def _figures(report: AnnotatedReport, span: Span, content: Meaning) -> tuple[float, ...]:
    """Return the figures of the content that are no part of a time, sorted."""
    decimal = load_forms(report.language).decimal
    left = list(content.figures)
    for quantity in report.quantities:
        if span.start <= quantity.span.start < span.end and not isinstance(quantity.value, tuple):
            left += [quantity.value] if quantity.value not in left else []
    for time in report.times:
        if span.start <= time.span.start < span.end:
            for token in tokenize(report.text, *time.span):
                value = parse_figure(token.text, decimal) if token.text[0].isdigit() else None
                if value in left:
                    left.remove(value)
    return tuple(sorted(left))


def _days(report: AnnotatedReport, span: Span) -> frozenset[str]:
    times = (t for t in report.times if t.begin and t.begin == t.end and span.start <= t.span.start < span.end)
    return frozenset(t.begin for t in times if t.begin)
