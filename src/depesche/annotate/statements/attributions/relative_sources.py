"""Sources taken up by a relative word: "ein Gutachten, laut dem die Brücke hält", "Berichte, wonach …"."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import HARD, clause_end, is_finite, opens_clause
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import SourcePhrase, Speech
from depesche.records import Span, StatementKind


@dataclass(slots=True)
class RelativeSourceFinder:
    """Reads relative clauses with a source phrase in one frame, where clauses end in their verb."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def find(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        """Return what the noun before the comma says; None where no relative clause follows the source words."""
        if self.speech.table is not None:
            return None if entry.report else self._taken_up(cue, entry)
        start = self._start(cue)
        if start is None:
            return None
        phrase = self._antecedent(cue.at - 1)
        if phrase is None or (entry.report and not self.finder.tells(phrase)):
            return None
        return self._draft(cue, entry, start, self.extent.end(start), phrase)

    def _taken_up(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        """Return what a Polish relative clause says: "ekspertyza, według której …", "Wach, którego zdaniem …"."""
        frame, relative = self.frame, self.speech.pronouns["relative"]
        word = cue.end if entry.before else cue.at - 1
        comma = min(word, cue.at) - 1
        if comma < 1 or frame.lower(word) not in relative or frame.lower(comma) != ",":
            return None
        start = max(word + 1, cue.end)
        first = comma
        while first > 0 and not (frame.tokens[first - 1].text in HARD or frame.tokens[first - 1].text == ","):
            if is_finite(frame, first - 1, self.speech) or opens_clause(frame, first - 1, self.speech):
                break
            first -= 1
        while first < comma and (self.finder.is_small(first) or self.speech.has("prepositions", frame.lower(first))):
            first += 1
        if entry.noun and not any(self.speech.has("said_nouns", frame.lower(j)) for j in range(first, comma)):
            return None
        resumed = (j for j in range(start + 1, frame.last()) if frame.tokens[j].text == ",")
        end = next((j for j in resumed if is_finite(frame, j + 1, self.speech)), frame.last())
        phrase = Phrase(word, word + 1, "relative", antecedent=(first, comma) if first < comma else None)
        return self._draft(cue, entry, start, min(end, self.extent.end(start)), phrase)

    def _draft(self, cue: PhraseCue, entry: SourcePhrase, start: int, end: int, phrase: Phrase) -> Draft | None:
        span = self.extent.span(start, end)
        if span is None:
            return None
        kind = StatementKind.MIXED if self.extent.has_marks(start, end) else StatementKind.INDIRECT
        last = start - 1 if phrase.kind == "np" else cue.end - 1
        words = (Span(self.frame.tokens[cue.at].start, self.frame.tokens[last].end),)
        return Draft(self.frame, "source", (span,), words, entry.act, kind, phrase, hedged=entry.hedged, at=cue.at)

    def _start(self, cue: PhraseCue) -> int | None:
        """Return where the clause begins that ", laut dem" or ", wonach" opens and a finite verb ends."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or frame.lower(cue.at - 1) != ",":
            return None
        start = cue.end
        if not speech.has("whence", frame.lower(cue.at)):
            if frame.lower(start) not in speech.pronouns["relative"]:
                return None
            start += 1
        last = min(clause_end(frame, start, speech), frame.last()) - 1
        return start if last > start and is_finite(frame, last, speech) else None

    def _antecedent(self, end: int) -> Phrase | None:
        """Return the noun phrase before the comma at `end`, without what follows its noun: "liegt ein Brief vor"."""
        frame, speech = self.frame, self.speech
        first = end
        while first > 0 and not speech.has("articles", frame.lower(first)) and not is_finite(frame, first - 1, speech):
            if frame.tokens[first - 1].text in HARD or frame.tokens[first - 1].text == ",":
                break
            first -= 1
        while end > first + 1 and frame.tokens[end - 1].text[0].islower():
            end -= 1
        first += speech.has("prepositions", frame.lower(first))  # "verwies auf | Studien, nach denen"
        return Phrase(first, end) if first < end else None
