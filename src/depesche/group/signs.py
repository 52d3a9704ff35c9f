"""What a sentence shows of its footing: who is said to say it, whether it is hedged, denied, or told as fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depesche.interlingua import Meaning, analyse_span
from depesche.lang.schema.speech import Hedge, Noun, Parenthetical, SourcePhrase, Speech, VerbForm, load_speech
from depesche.records import Act, AnnotatedReport, Span, Statement, Token
from depesche.text.spans import overlap
from depesche.text.tokens import tokenize

HEDGING = frozenset(
    {
        "possibly",
        "probably",
        "apparently",
        "allegedly",
        "reportedly",
        "perhaps",
        "maybe",
        "presumably",
        "likely",
        "seem",
    }
)  # concept slugs


@dataclass(frozen=True, slots=True)
class Footing:
    """A sentence with its statements. `cue`: a word of reporting stands in it, even if no statement was found."""

    span: Span
    statements: tuple[Statement, ...]
    meaning: Meaning
    cue: bool
    hedged: bool

    @property
    def attributed(self) -> bool:
        return bool(self.statements)

    @property
    def acts(self) -> frozenset[Act]:
        return frozenset(s.act for s in self.statements)


def read_footing(report: AnnotatedReport, span: Span) -> Footing:
    """Return what a sentence of a report shows; a language without speech data shows no cues of its own."""
    statements = tuple(s for s in report.statements if _covers(s, span))
    meaning = analyse_span(report, (span,))
    speech = load_speech(report.language) if report.language else None
    tokens = tokenize(report.text, *span)
    hedged = any(s.hedged for s in statements) or _has_hedge(tokens, speech)
    hedged = hedged or any(slug in HEDGING for unit in meaning.units for slug in unit.concepts[:1])
    return Footing(span, statements, meaning, _has_cue(tokens, speech), hedged)


def _covers(statement: Statement, span: Span) -> bool:
    """Say whether a statement reports a good part of the sentence."""
    said = sum(overlap(part, span) for part in statement.content)
    return said * 3 >= span.end - span.start


def _has_cue(tokens: Sequence[Token], speech: Speech | None) -> bool:
    if speech is None:
        return False
    return any(
        isinstance(entry, VerbForm | Noun | SourcePhrase | Parenthetical)
        for token in tokens
        for entry in speech.index.get(token.lower, ())
    )


def _has_hedge(tokens: Sequence[Token], speech: Speech | None) -> bool:
    if speech is None:
        return False
    words = [token.lower for token in tokens]
    for i, word in enumerate(words):
        for entry in speech.index.get(word, ()):
            if not isinstance(entry, Hedge) or tuple(words[i : i + len(entry.words)]) != entry.words:
                continue
            if not entry.then or entry.then & set(words[i:]):
                return True
    return False
