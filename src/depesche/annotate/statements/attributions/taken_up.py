"""What somebody says to a claim just reported: ", a charge the witness rejected", ", a claim denied by Kyiv"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, is_dash, is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.cues.cue_types import VerbCue, cues_from
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.records import Act, Span, StatementKind

_NOUN: Final = 3  # tokens behind the article in which the noun stands: "a bold new claim"
_SUBJECT: Final = 12  # tokens of the subject between the noun and its verb
_ANSWERS: Final = frozenset({Act.DENY, Act.CONFIRM})


@dataclass(slots=True)
class TakenUpFinder:
    """Finds the appositions of one frame that sum up what was said and tell who denies or confirms it."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def find(self) -> Iterator[Draft]:
        """Yield a statement for each such apposition; its content is the noun phrase that takes the claim up."""
        if not self.speech.words["summaries"] or not self._answered():
            return
        for j in self.extent.turns:
            if self.frame.tokens[j].text != "," and not is_dash(self.frame, j):
                continue
            noun = self._noun(j + 1)
            if noun is not None and (draft := self._denied_by(j + 1, noun) or self._denied(j + 1, noun)) is not None:
                yield draft

    def _answered(self) -> bool:
        """Say whether anything in the frame can deny or confirm: hardly any does."""
        if any(cue.verb.act in _ANSWERS for cue in self.extent.verbs):
            return True
        return not self.frame.words.isdisjoint(self.speech.answers)

    def _noun(self, a: int) -> int | None:
        """Return where the noun of an indefinite phrase at `a` stands that sums up what was said."""
        frame, speech = self.frame, self.speech
        if speech.has("summaries", frame.lower(a)):
            return None if speech.grammar.verb_medial else a  # ", hvilket ministeren afviser": see `clause`
        if not speech.has("indefinite", frame.lower(a)):
            return None
        for j in range(a + 1, min(a + 1 + _NOUN, len(frame.tokens))):
            word = frame.lower(j)
            if speech.has("summaries", word) or any(isinstance(e, Noun) for e in speech.index.get(word, ())):
                return j
        return None

    def _denied(self, start: int, noun: int) -> Draft | None:
        """Read ", a charge (that) the witness has rejected"."""
        frame = self.frame
        opened = self.speech.has("relative", frame.lower(noun + 1))
        a = noun + 2 if opened else noun + 1
        for cue in cues_from(self.extent.reporting, a + 1, a + _SUBJECT):
            if cue.voice != "active" or cue.verb.act not in _ANSWERS or cue.negated or cue.refusal is not None:
                continue
            subject = self.finder.right(a, cue.first)
            if subject is None or not self._subject(a, cue) or not self._closes(max(cue.parts) + 1):
                continue
            frame.taken.update((noun, cue.at))
            return self._draft(start, noun, cue.parts, subject, cue.verb.act)
        return None

    def _denied_by(self, start: int, noun: int) -> Draft | None:
        """Read ", a claim (flatly) denied by Kyiv"."""
        frame = self.frame
        at = noun + 2 if self.speech.has("adverbs", frame.lower(noun + 1)) else noun + 1
        verbs = [e.verb for e in self.speech.index.get(frame.lower(at), ()) if isinstance(e, VerbForm)]
        act = next((verb.act for verb in verbs if verb.act in _ANSWERS), None)
        if act is None or not self.speech.has("passive_by", frame.lower(at + 1)):
            return None
        agent = self.finder.right(at + 2)
        return self._draft(start, noun, (at,), agent, act) if agent is not None else None

    def clause(self, cue: VerbCue, drafts: Sequence[Draft]) -> Draft | None:
        """Read ", hvilket ministeren afviser": what is denied or confirmed is the clause before the comma."""
        frame = self.frame
        if cue.verb.act not in _ANSWERS or cue.voice != "active":
            return None
        near = range(cue.first - 1, max(0, cue.first - _SUBJECT), -1)
        comma = next((j for j in near if frame.tokens[j].text == ","), 0)
        start = self.extent.narration.taken_up(comma, cue) if comma else None
        subject = self.finder.right(start, cue.first) if start is not None else None
        if subject is None:
            return None
        content = next((d.content for d in drafts if self._ends_at(d, comma)), None)
        if content is None:
            span = self.extent.span(self._told_at(comma) or after_mark(frame, comma), comma)
            content = (span,) if span is not None else ()
        if not content:
            return None
        words = (Span(frame.tokens[cue.at].start, frame.tokens[cue.at].end),)
        kind = StatementKind.INDIRECT
        return Draft(frame, "backward", content, words, cue.verb.act, kind, subject, cue.verb, cue.negated, at=cue.at)

    def _told_at(self, comma: int) -> int | None:
        """Return where the clause opens that a sentence tells up to `comma`: "Bladet skrev, at | X er syg, hvilket"."""
        told = (j + 1 for j in range(comma - 1, after_mark(self.frame, comma), -1) if self._opens_told(j))
        return next(told, None)

    def _opens_told(self, j: int) -> bool:
        return self.speech.has("complementizers", self.frame.lower(j)) and self.frame.lower(j - 1) == ","

    def _ends_at(self, draft: Draft, comma: int) -> bool:
        """Say whether a statement ends at the comma, its cue behind its content or not: "X falder, skriver avisen"."""
        end, cue = self.frame.tokens[comma - 1].end, draft.cue[-1].start if draft.cue else 0
        return draft.content[-1].end == end or draft.content[-1].end < cue < end

    def _subject(self, a: int, cue: VerbCue) -> bool:
        """Say whether nothing but a subject stands in front of the verb."""
        between = range(a, cue.first)
        if any(self.frame.tokens[k].text in HARD or is_finite(self.frame, k, self.speech) for k in between):
            return False
        return self.finder.looks_nominal(a, cue.first) and self.frame.tokens[a].text != ","

    def _closes(self, j: int) -> bool:
        """Say whether the verb has no object of its own."""
        word = self.frame.lower(j)
        groups = ("conjunctions", "prepositions", "adverbs", "as_markers", "subordinators")
        return word in {"", ",", "."} or word in HARD or self.speech.has_any(groups, word)

    def _draft(self, start: int, noun: int, parts: tuple[int, ...], source: Phrase, act: Act) -> Draft:
        tokens = self.frame.tokens
        return Draft(
            self.frame,
            "object",
            (Span(tokens[start].start, tokens[noun].end),),
            tuple(Span(tokens[p].start, tokens[p].end) for p in parts),
            act,
            StatementKind.INDIRECT,
            source,
            at=parts[0],
        )
