"""Quotations with their reporting verb: "X", said he · he said: "X" · "X", sagte er, "Y" · NAME: "X"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from depesche.annotate.statements.clauses import HARD, after_mark, is_dash, is_finite, opens_clause
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import ENDERS, QUOTE, Frame
from depesche.annotate.statements.main_clauses import breaks_off, opens_subordinate
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.speakers import SpeakerFinder
from depesche.lang.schema.speech import Parenthetical, SourcePhrase, Speech, Verb
from depesche.records import Act, Span, StatementKind

_AFTER: Final = 18  # tokens between a quotation and the verb after it: subject, title and apposition
_BEFORE: Final = 40  # tokens between a verb and the quotation it announces
_COLON_WORDS: Final = 14
_SPEAKING: Final = Verb("", Act.ASSERT, frozenset({"quote"}))  # any verb before a colon


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
            cue = self._cue_after(q, places) or self._cue_before(q)
            joined = [q]
            if cue is not None and n + 1 < len(places) and cue.at > q and self._goes_on(q, cue, places[n + 1]):
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

    # -- which verb ------------------------------------------------------------------------------------------
    def _usable(self, cue: VerbCue) -> bool:
        return (
            "quote" in cue.verb.takes
            and cue.voice in ("active", "passive", "gerund")
            and not (cue.modal and cue.voice == "infinitive")
        )

    def _cue_after(self, q: int, places: list[int]) -> VerbCue | None:
        """Return the verb after a quotation, with nothing but its subject between."""
        frame = self.frame
        limit = min((p for p in places if p > q), default=len(frame.tokens))
        behind = self._past_aside(q + 1)
        for cue in self.verbs:
            if not (behind <= cue.first <= q + _AFTER and cue.at < limit and self._usable(cue)):
                continue
            if self._in_relative(q, cue):
                continue
            a = behind
            while a < cue.first and (frame.tokens[a].text in {",", ")"} or is_dash(frame, a)):
                a += 1
            if a == cue.first or (self.speech.has("as_words", frame.lower(a)) and a + 1 == cue.first):
                return cue
            subject = self.finder.left(cue.first) if frame.lower(cue.first - 1) == "," else None
            if subject is not None and subject.aside is not None and subject.start == a:
                return cue
            if any(is_finite(frame, k, self.speech) for k in range(a, cue.first)):
                return None
            if frame.tokens[a].text in HARD or self.speech.has("conjunctions", frame.lower(a)):
                return None
            adverbial = self.speech.has("as_words", frame.lower(a))
            if adverbial or self.finder.looks_nominal(a, cue.first):
                return cue
            return None
        return None

    def _past_aside(self, i: int) -> int:
        """Go over what stands in brackets behind a quotation: '"Basta" (Schluss damit), sagte er'."""
        tokens = self.frame.tokens
        if self.frame.lower(i) != "(":
            return i
        return next((j + 1 for j in range(i, min(i + _AFTER, len(tokens))) if tokens[j].text == ")"), i)

    def _in_relative(self, q: int, cue: VerbCue) -> bool:
        """Say whether a verb stands in an insertion: '"X," a man, who asked not to be named, said'."""
        before = self.speech.pronouns.get("relative", frozenset())
        inserted = cue.first - 1 > q + 1 and self.frame.lower(cue.first - 1) in before
        return inserted and any(v.first > cue.at and self.frame.lower(v.first - 1) == "," for v in self.verbs)

    def _cue_before(self, q: int) -> VerbCue | None:
        """Return the verb that announces a quotation: nearest before it, colon or comma or nothing between."""
        frame = self.frame
        mark = frame.lower(q - 1)
        best: VerbCue | None = None
        for cue in self.verbs:
            if cue.at >= q or q - cue.at > _BEFORE or not self._usable(cue):
                continue
            between = [t.text for t in frame.tokens[cue.at + 1 : q]]
            if self._has_infinitive(cue, q) or self._describes(cue, q):
                continue
            ending = [t for t, following in zip_longest(between, between[1:], fillvalue="") if following not in MARKS]
            if any(t in ENDERS for t in ending) or any(t == ";" or t == QUOTE for t in between):
                continue
            if (
                mark == ":"
                or between in ([], [","])
                or (mark == "," and len(between) <= 12)
                or (mark not in {",", ":"} and len(between) <= 10 and not self._has_clause(cue.at + 1, q))
            ):
                second = self.speech.grammar.verb_second and best is not None and mark == ":"
                if second and not self._takes_over(best, cue):  # type: ignore[arg-type]
                    continue  # the verb of a verb-second clause is its first; what follows are participles
                best = cue
        return best

    def _takes_over(self, first: VerbCue, second: VerbCue) -> bool:
        """Say whether a second verb before a colon has a clause of its own: 'kalte det "X" og sa: "Y"'."""
        frame = self.frame
        comma = any(t.text == "," for t in frame.tokens[first.at : second.at])
        if comma or self.speech.grammar.verb_final:
            return comma
        if self.speech.has("conjunctions", frame.lower(second.first - 1)):
            return True
        opening = range(after_mark(frame, first.at), first.first)
        return any(opens_clause(frame, j, self.speech) for j in opening)  # 'Da han avlyste turen skrev han: "X"'

    def _describes(self, cue: VerbCue, q: int) -> bool:
        """Say whether quoted words say what something is called: 'called the report "nonsense from start to end"'."""
        calls = self.speech.grammar.subject_first and "as" in cue.verb.takes and not cue.verb.addressee
        if not calls or self.frame.lower(q - 1) in {",", ":"} or cue.at + 1 >= q:
            return False
        opening = self.finder.right(cue.at + 1, q)
        return opening is not None and opening.end >= q - 1

    def _has_infinitive(self, cue: VerbCue, q: int) -> bool:
        """Say whether a verb before a colon has content of its own: 'afviser at gå af: "X"'."""
        if not self.speech.grammar.verb_medial or "inf" not in cue.verb.takes or self.frame.lower(q - 1) != ":":
            return False
        return self.speech.has("infinitive_marks", self.frame.lower(cue.at + 1))

    def _has_clause(self, a: int, b: int) -> bool:
        return any(
            self.speech.has("complementizers", self.frame.lower(j)) or is_finite(self.frame, j, self.speech)
            for j in range(a, b)
        )

    def _goes_on(self, q: int, cue: VerbCue, following: int) -> bool:
        """Say whether the next quotation is the rest of this one: the sentence broke off at the cue."""
        frame = self.frame
        quotation = frame.quote(q)
        told = (self.speech.has("complementizers", frame.lower(j)) for j in range(cue.at + 1, following))
        if frame.tokens[following - 1].text[0].isalpha() and any(told):
            return False  # '"X," sagde hun og tilføjede, at hun tog "Y"'
        if frame.lower(following - 1) == ":" and any(cue.at < v.at < following and self._usable(v) for v in self.verbs):
            return False  # '"X," skrev en leser, mens en annen spurte: "Y"'
        text_ends = frame.tokens[following - 1].text not in ENDERS
        inner_last = self.text[quotation.inner.start : quotation.inner.end].rstrip()[-1:]
        return text_ends and inner_last not in {".", "!", "?", "…"} and cue.at < following

    # -- drafts --------------------------------------------------------------------------------------------------
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
        if frame.lower(q - 1) == ":" and not self._phrase_reports(q - 1):
            phrase = self._colon_phrase(q - 1)
            if phrase is not None:
                return Draft(frame, "colon", content, (), Act.ASSERT, StatementKind.DIRECT, phrase)
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

    def _phrase_reports(self, colon: int) -> bool:
        """Say whether a fixed phrase before a colon reports, so that nobody else speaks: 'Dort heißt es: "X"'."""
        start = after_mark(self.frame, colon)
        return any(start <= p.at < colon and isinstance(p.entry, Parenthetical) for p in self.extent.phrases)

    def _before_last_verb(self, a: int, colon: int) -> int:
        """Return where a phrase ends that a verb the data don't know may follow: "The question on the ballot read:"."""
        last = self.frame.tokens[colon - 1]
        verb = colon - a > 2 and last.text[0].islower() and self.speech.noun_kind(last.lower) is None
        return colon - 1 if verb else colon

    def _case_phrase(self, start: int, colon: int) -> Phrase | None:
        """Return the subject before a colon where case tells it, or the one a source phrase names: "Zdaniem X …:"."""
        for entry in self.speech.index.get(self.frame.lower(start), ()):
            if isinstance(entry, SourcePhrase) and entry.before and not entry.after and not entry.report:
                return self.finder.right(start + len(entry.before), colon)
        at = next((j for j in range(start, colon) if is_finite(self.frame, j, self.speech)), None)
        if at is None:
            return None
        verb = VerbCue(_SPEAKING, at, at, (at,), "active")
        before = self.speakers.cases.before(verb)
        return before if before is not None else self.speakers.cases.after(verb)

    def _verb_at(self, j: int) -> bool:
        """Say whether a finite verb stands at `j`, reporting or not."""
        reporting = self.speech.grammar.verb_medial and any(v.first == j for v in self.verbs)
        return reporting or is_finite(self.frame, j, self.speech)

    def before_colon(self) -> Phrase | None:
        """Return the source before the colon that ends the frame: of its last verb of speech, else who stands there."""
        usable = [v for v in self.verbs if self._usable(v)]
        found = self.speakers.subject(usable[-1])[0] if usable else None
        return found if found is not None else self._colon_phrase(len(self.frame.tokens) - 1)

    def _colon_phrase(self, colon: int) -> Phrase | None:
        """Return the source before a colon: 'Berg: "X"', 'Berg was angry: "X"'."""
        start = after_mark(self.frame, colon) or self.frame.text_start()
        if colon - start > _COLON_WORDS * 2:
            return None
        if self.speech.table is not None and (known := self._case_phrase(start, colon)) is not None:
            return known
        a = start
        if self.finder.participial(start):  # "Asked about it, he shrugged: "X"."
            a = next((j + 1 for j in range(start, colon) if self.frame.tokens[j].text == ","), start)
        while a < colon and (
            self.finder.is_small(a)
            or self.speech.has("conjunctions", self.frame.lower(a))
            or not self.frame.tokens[a].text[0].isalnum()
        ):
            a += 1
        if not self.finder.looks_nominal(a, colon):
            finite = next((j for j in range(a, colon) if is_finite(self.frame, j, self.speech)), None)
            inverted = self.speech.grammar.verb_second and finite is not None
            return self.finder.right(finite + 1, colon) if inverted and finite is not None else None
        end = next((j for j in range(a + 1, colon) if self._verb_at(j)), None)
        if self.speech.grammar.subject_first and self.finder.is_pronoun(a):
            end = a + 1  # "he shrugged: "X"."
        end = end or self._before_last_verb(a, colon)
        if self.finder.is_pronoun(a) and end == a + 1:
            return Phrase(a, end, "pronoun")
        return Phrase(a, end) if end > a else None
