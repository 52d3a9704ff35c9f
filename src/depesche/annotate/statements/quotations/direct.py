"""Quotations with their reporting verb: "X", said he · he said: "X" · "X", sagte er, "Y" · NAME: "X"."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from depesche.annotate.statements.clauses.boundaries import after_mark, is_dash, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import breaks_off, opens_subordinate
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.quotations.colons import ColonReader
from depesche.annotate.statements.quotations.headlines import can_be_source
from depesche.annotate.statements.quotations.quote_verbs import QuoteVerbs
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.speech import Speech
from depesche.records import Act, Span, StatementKind


@dataclass(slots=True)
class DirectFinder:
    """Attributes the quotations of one frame."""

    text: str
    frame: Frame
    speech: Speech
    finder: PhraseFinder
    speakers: SpeakerFinder
    extent: Extent
    verbs: list[VerbCue]
    choice: QuoteVerbs = field(init=False)
    colons: ColonReader = field(init=False)

    def __post_init__(self) -> None:
        self.choice = QuoteVerbs(self.text, self.frame, self.speech, self.finder, self.verbs)
        self.colons = ColonReader(self.frame, self.speech, self.finder, self.speakers, self.extent, self.verbs)

    def find(self) -> list[Draft]:
        """Return one draft for each quotation; those that a cue interrupts are joined, those without a cue follow."""
        frame = self.frame
        places = [i for i in range(len(frame.tokens)) if frame.tokens[i].text == QUOTE]
        drafts: list[Draft] = []
        used: set[int] = set()
        for n, q in enumerate(places):
            if q in used:
                continue
            used.add(q)
            cue = self.choice.after(q, places) or self.choice.before(q)
            joined = [q]
            if cue is not None and n + 1 < len(places) and cue.at > q and self.choice.goes_on(q, cue, places[n + 1]):
                joined.append(places[n + 1])
                used.add(places[n + 1])
            elif cue is None or cue.at < q:
                joined += self._listed(places[n:])
                used.update(joined)
            drafts.append(self._draft(joined, cue, n))
        return drafts

    def _listed(self, places: list[int]) -> list[int]:
        """Return the quotations that only an "and" or a comma parts from the first one: 'said: "X" and "Y"'."""
        for n, (a, b) in enumerate(pairwise(places)):
            between = range(a + 1, b)
            if not all(
                self.frame.lower(j) == "," or self.speech.has("conjunctions", self.frame.lower(j)) for j in between
            ):
                return places[1 : n + 1]
        return places[1:]

    def _draft(self, places: list[int], cue: VerbCue | None, n: int) -> Draft:
        frame = self.frame
        content = tuple(frame.quote(p).inner for p in places)
        if cue is None:
            return self._without_verb(places[0], content, n)
        frame.taken.add(cue.at)
        before = cue.at < places[0]
        phrase, side = self.speakers.subject(cue)
        kind = StatementKind.DIRECT
        spans = list(content)
        if before and cue.voice != "passive":
            clause = self._clause_between(cue, phrase, places[0]) or self._stem(cue, places[0])
            if clause is not None:
                spans, kind = [clause, *content], StatementKind.MIXED
        return Draft(
            frame,
            "quote",
            tuple(spans),
            tuple(self._token_spans(cue)),
            self._act(cue),
            kind,
            phrase,
            cue.verb,
            cue.negated,
            follows=phrase is None and side in ("inherit", "none"),
            at=cue.at,
            trailing=not before,
            told=self.speakers.agents.told(cue, self._told_limit(cue, places), phrase),
            subject=self.speakers.sentence_subject(cue) if phrase is None and side in ("inherit", "none") else None,
        )

    def _told_limit(self, cue: VerbCue, places: list[int]) -> int:
        after = [p for p in places if p > cue.at]
        return after[0] if after else self.frame.last()

    def _act(self, cue: VerbCue) -> Act:
        return cue.refusal.act if cue.refusal else cue.verb.act

    def _token_spans(self, cue: VerbCue) -> list[Span]:
        return [Span(self.frame.tokens[p].start, self.frame.tokens[p].end) for p in cue.parts]

    def _clause_between(self, cue: VerbCue, phrase: Phrase | None, q: int) -> Span | None:
        """Return the indirect clause between verb and colon, 'said his members are worried: "X"', or one whose main
        clause is quoted: 'said that if she won, "X"'."""
        frame, speech = self.frame, self.speech
        if frame.lower(q - 1) not in {":", ","} or not cue.verb.takes & {"that", "bare"}:
            return None
        for j in range(cue.at + 1, q - 1):
            if speech.has("complementizers", frame.lower(j)):
                whole = frame.lower(q - 1) == ":" or opens_subordinate(frame, j + 1, speech)
                return self.extent.span(j + 1, q - 1) if whole else None
        if frame.lower(q - 1) == ",":
            return None
        if speech.grammar.bare_comma or "bare" not in cue.verb.takes:
            return None
        start = phrase.end if phrase and phrase.start > cue.at else cue.at + 1
        words = list(range(start, q - 1))
        if (
            len(words) >= 4
            and any(is_finite(frame, j, speech) for j in words)
            and self.finder.looks_nominal(start, q - 1)
        ):
            return self.extent.span(start, q - 1)
        return None

    def _stem(self, cue: VerbCue, q: int) -> Span | None:
        """Return the clause before the verb that the quotation ends: 'Prisen er, siger han, "helt ude af trit"'."""
        comma = cue.first - 1
        if self.frame.lower(q - 1) != "," or comma < 2 or self.frame.lower(comma) != ",":
            return None
        start = after_mark(self.frame, comma)
        return self.extent.span(start, comma) if breaks_off(self.frame, start, comma, self.speech) else None

    def _without_verb(self, q: int, content: tuple[Span, ...], n: int) -> Draft:
        frame = self.frame
        if frame.lower(q - 1) == ":" and not self.colons.phrase_reports(q - 1):
            phrase = self.colons.source(q - 1)
            if phrase is not None:
                return Draft(frame, "colon", content, (), Act.ASSERT, StatementKind.DIRECT, phrase)
        if (signature := self._signed(q)) is not None:
            return Draft(frame, "colon", content, (), Act.ASSERT, StatementKind.DIRECT, signature)
        inverted = None if self._fixed(q + 2) else self.choice.any_verb(q)
        if inverted is not None:
            at, phrase = inverted
            cue = (Span(frame.tokens[at].start, frame.tokens[at].end),)
            return Draft(frame, "quote", content, cue, Act.ASSERT, StatementKind.DIRECT, phrase, at=at, trailing=True)
        return Draft(
            frame,
            "continued" if (n == 0 and q <= 1) or frame.lower(q - 1) == ":" else "loose",
            content,
            (),
            Act.ASSERT,
            StatementKind.DIRECT,
            None,
            follows=True,
        )

    def _signed(self, q: int) -> Phrase | None:
        """Return who signs a quotation that is all of a paragraph: '"X." – Ida Lund, engineer', '"X" (Ida Lund)'."""
        frame = self.frame
        at = q + 1 + (frame.lower(q + 1) == ".")
        if q > frame.text_start() or not (is_dash(frame, at) or frame.lower(at) == "("):
            return None
        ends = (j for j in range(at + 1, len(frame.tokens)) if frame.tokens[j].text in {",", ")"})
        end = min(next(ends, frame.last()), frame.last())
        alone = not any(is_finite(frame, j, self.speech) for j in range(end, frame.last()))
        source = can_be_source(frame, at + 1, end, self.speech, self.finder) if end > at + 1 else False
        return Phrase(at + 1, end) if alone and source else None

    def _fixed(self, at: int) -> bool:
        """Say whether a fixed phrase opens at `at`: '"X", hieß es aus dem Amt'."""
        return any(p.at == at for p in self.extent.phrases)
