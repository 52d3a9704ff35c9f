"""Hearsay: "allegedly", "angeblich", "soll … haben" mark a statement, or make one that nobody is named for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses import HARD, clause_start, word_count
from depesche.annotate.statements.cues import PhraseCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import Frame
from depesche.lang.schema.speech import Hedge, Speech
from depesche.records import Act, Span, StatementKind

_REACH: Final = 30  # tokens between "soll" and its infinitive
_MIN_WORDS: Final = 4


@dataclass(slots=True)
class HedgeFinder:
    """Reads hedges in one frame."""

    frame: Frame
    speech: Speech
    extent: Extent

    def holds(self, cue: PhraseCue) -> bool:
        """Say whether the hedge is one here: the words it needs after it are there."""
        assert isinstance(cue.entry, Hedge)
        if not cue.entry.then:
            return True
        frame = self.frame
        for j in range(cue.end, min(len(frame.tokens), cue.end + _REACH)):
            if frame.tokens[j].text in HARD:
                return False
            if frame.lower(j) in cue.entry.then:
                return not self.speech.grammar.verb_final or self._ends_clause(j)
        return False

    def governs(self, cue: PhraseCue, at: int) -> bool:
        """Say whether a hedge stands right before the reporting verb at `at`: "skal ha fortalt at"."""
        between = range(cue.end, at)
        return cue.end <= at <= cue.end + 2 and all(self.speech.has("adverbs", self.frame.lower(j)) for j in between)

    def _ends_clause(self, j: int) -> bool:
        following = self.frame.lower(j + 1)
        return following in {"", ",", ".", ")", ";", ":", "!", "?"} or self.speech.has("conjunctions", following)

    def draft(self, cue: PhraseCue) -> Draft | None:
        """Return the hedged sentence as a statement that nobody is named for."""
        frame = self.frame
        assert isinstance(cue.entry, Hedge)
        start = clause_start(frame, cue.at, self.speech)
        if start >= cue.at - 1:
            start = max((j + 1 for j in range(cue.at) if frame.tokens[j].text in HARD), default=0)
        while self.speech.has("conjunctions", frame.lower(start)) and start < cue.at:
            start += 1
        before = frame.lower(start - 1) if start else ""
        if self.speech.grammar.verb_medial and self.speech.has("complementizers", before):
            return None  # "målet er at alle skal ha fått opplæring"
        end = self.extent.end(max(start, cue.at))
        span = self.extent.span(start, end)
        if span is None or word_count(frame, start, end) < _MIN_WORDS:
            return None
        words = Span(frame.tokens[cue.at].start, frame.tokens[cue.end - 1].end)
        kind = StatementKind.MIXED if self.extent.has_marks(start, end) else StatementKind.INDIRECT
        return Draft(frame, "hedge", (span,), (words,), Act.ASSERT, kind, hedged=True, anonymous=True, at=cue.at)
