"""Fixed report phrases without a speaker in the nominative: "hieß es (aus dem Ministerium)", "it was reported that"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, is_dash, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Parenthetical, Speech
from depesche.records import Span, StatementKind

_MIN_CONTENT: Final = 3
_MIN_FRONTED: Final = 2  # words of content before the phrase


@dataclass(slots=True)
class ParentheticalFinder:
    """Reads fixed report phrases in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def find(self, cue: PhraseCue) -> Draft | None:
        """Return the statement a fixed phrase reports."""
        frame, entry = self.frame, cue.entry
        assert isinstance(entry, Parenthetical)
        end = cue.end
        phrase: Phrase | None = None
        after = cue.end
        while self.speech.has("adverbs", frame.lower(after)):
            after += 1  # "lyder det kort fra ministeren"
        if frame.lower(after) in entry.sources:
            phrase = self.finder.right(after + 1)
            end = phrase.end if phrase else end
            phrase = self._maker(phrase) if phrase else None
        if phrase is None and cue.at > 1:
            phrase = self._source_before(cue.at, entry)
        if entry.sourced and not self._somebody(phrase):
            return None
        stretch = self._reported(cue, entry, end)
        if stretch is None or (stretch[1] <= cue.at and phrase is None and self._subject_behind(after)):
            return None
        span = self.extent.span(*stretch)
        if span is None:
            return None
        words = Span(frame.tokens[cue.at].start, frame.tokens[cue.end - 1].end)
        quoted = frame.is_quote(stretch[0]) and stretch[1] == stretch[0] + 1
        if entry.takes == {"quote"} and not quoted:
            return None
        kind = (
            StatementKind.DIRECT
            if quoted
            else (StatementKind.MIXED if self.extent.has_marks(*stretch) else StatementKind.INDIRECT)
        )
        return Draft(
            frame,
            "parenthetical",
            (span,),
            (words,),
            entry.act,
            kind,
            phrase,
            hedged=entry.hedged,
            anonymous=phrase is None,
            at=cue.at,
            trailing=stretch[1] <= cue.at,
        )

    def _somebody(self, phrase: Phrase | None) -> bool:
        """Say whether a phrase is somebody else than the reporter: "Für die Ärzte", no "Für den Sieg", "Für mich"."""
        if phrase is None or not self.finder.can_speak(phrase):
            return False
        return self.frame.within or not self.speech.has("participants", self.frame.lower(phrase.start))

    def _subject_behind(self, j: int) -> bool:
        """Say whether the pronoun of a Scandinavian phrase is the article of a subject: "lød det | store spørgsmål"."""
        frame, speech = self.frame, self.speech
        told = speech.has("articles", frame.lower(j - 1)) and speech.grammar.verb_medial
        if not told or not frame.lower(j)[:1].isalpha() or self.finder.time_at(j) is not None:
            return False
        groups = ("prepositions", "adverbs", "conjunctions", "complementizers", "subordinators", "relative")
        return not speech.has_any(groups, frame.lower(j))

    def _maker(self, phrase: Phrase) -> Phrase:
        """Return who made a German document: "in der Mitteilung | eines Sprechers"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final:
            return phrase
        for j in range(phrase.start + 1, phrase.end - 1):
            document = speech.noun_kind(frame.lower(j - 1)) == "document"
            if document and speech.has("genitive_articles", frame.lower(j)):
                return Phrase(j, phrase.end)
        return phrase

    def _source_before(self, at: int, entry: Parenthetical) -> Phrase | None:
        """Return the source in the adverbial before the phrase: "In der Mail, die er schrieb, | heißt es"."""
        if self.speech.grammar.verb_final and self.frame.lower(at - 1) == ",":
            commas = (j for j in range(at - 2, after_mark(self.frame, at - 1), -1) if self.frame.tokens[j].text == ",")
            opening = next(commas, None)
            if opening is None or not opens_subordinate(self.frame, opening + 1, self.speech):
                return None
            at = opening
        for j in range(at - 1, max(-1, at - 10), -1):
            if self.frame.tokens[j].text in HARD or self.frame.tokens[j].text == ",":
                return None
            if self.frame.lower(j) in entry.sources:
                return self.finder.right(j + 1, at)
        return None

    def _quoted_before(self, cue: PhraseCue) -> int | None:
        """Return the quotation right before a cue, a comma between allowed."""
        return next((j for j in (cue.at - 1, cue.at - 2) if self.frame.is_quote(j)), None)

    def _relative_behind(self, cue: PhraseCue, comma: int) -> bool:
        """Say whether a clause about the source follows, content before it: "…, hieß es in einer Mail, die …"."""
        fronted = not self.speech.grammar.subject_first and self.frame.lower(cue.at - 1) == ","
        if not fronted or self.frame.tokens[comma].text != ",":
            return False
        return opens_subordinate(self.frame, comma + 1, self.speech)

    def _opens(self, i: int) -> bool:
        return self.speech.has("complementizers", self.frame.lower(i))

    def _reported(self, cue: PhraseCue, entry: Parenthetical, end: int) -> tuple[int, int] | None:
        frame, speech = self.frame, self.speech
        last = frame.last()
        if speech.has("infinitive_marks", frame.lower(end)) and "that" not in entry.takes:
            return end, self.extent.end(end)
        for j in range(end, min(last, end + 14)):
            if speech.has("complementizers", frame.lower(j)):
                return j + 1, self.extent.end(j + 1)
            if frame.is_quote(j):
                return j, j + 1
            if frame.tokens[j].text == "," and self._quoted_before(cue) is not None:
                break  # '"…", heter det i et brev, som …'
            if self._relative_behind(cue, j):
                break
            if frame.tokens[j].text in {",", ":"} and word_count(frame, j, last) >= _MIN_CONTENT:
                if speech.grammar.verb_medial and entry.takes == {"that"} and not self._opens(j + 1):
                    return None
                start = j + 2 if speech.has("complementizers", frame.lower(j + 1)) else j + 1
                if speech.table is not None and speech.has_any(("conjunctions", "contrasts"), frame.lower(start)):
                    return None  # "Krążą plotki o zwolnieniach, ale zarząd milczy"
                return start, self.extent.end(start)
        if cue.at > 0 and (frame.tokens[cue.at - 1].text in {",", QUOTE} or is_dash(frame, cue.at - 1)):
            start = after_mark(frame, cue.at - 1)
            if (quoted := self._quoted_before(cue)) is not None:
                return quoted, quoted + 1
            if speech.grammar.verb_medial and speech.has("relative", frame.lower(start + 1)):
                return None  # "Det som gjorde ham sint, var svaret fra klubben"
            return (start, cue.at - 1) if word_count(frame, start, cue.at - 1) >= _MIN_FRONTED else None
        if speech.grammar.verb_medial and "bare" not in entry.takes:
            return None
        if not speech.grammar.bare_comma and word_count(frame, end, last) >= _MIN_CONTENT:
            return end, self.extent.end(end)
        return None
