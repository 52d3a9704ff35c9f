"""Which verb a quotation belongs to: one behind it, '"X", said he', or one that announces it, 'he said: "X"'."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, is_dash, is_finite, opens_clause
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.cues.verb_groups import phase_at
from depesche.annotate.statements.frames.frame import ENDERS, QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

_AFTER: Final = 18  # tokens between a quotation and the verb after it: subject, title and apposition
_BEFORE: Final = 40  # tokens between a verb and the quotation it announces


def brings_quotation(cue: VerbCue) -> bool:
    """Say whether a verb in this form can bring in a quotation."""
    return (
        "quote" in cue.verb.takes
        and cue.voice in ("active", "passive", "gerund")
        and not (cue.modal and cue.voice == "infinitive")
    )


@dataclass(slots=True)
class QuoteVerbs:
    """Finds the verb of each quotation of one frame."""

    text: str
    frame: Frame
    speech: Speech
    finder: PhraseFinder
    verbs: list[VerbCue]

    def after(self, q: int, places: list[int]) -> VerbCue | None:
        """Return the verb after a quotation, with nothing but its subject between."""
        frame = self.frame
        limit = min((p for p in places if p > q), default=len(frame.tokens))
        behind = self._past_aside(q + 1)
        for cue in self.verbs:
            if not (behind <= cue.first <= q + _AFTER and cue.at < limit and brings_quotation(cue)):
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

    def any_verb(self, q: int) -> tuple[int, Phrase] | None:
        """Return verb and subject behind a German quotation that opens its sentence: '"Zu brav", haderte der Kapitän'.

        No list can hold all verbs that stand there; in this place each of them tells who speaks.
        """
        frame, speech = self.frame, self.speech
        at = q + 2
        if not speech.grammar.verb_final or q > 1 or frame.lower(q + 1) != "," or at in self.frame.taken:
            return None
        if not is_finite(frame, at, speech) or speech.has_any(("auxiliaries", "modals"), frame.lower(at)):
            return None
        i = at + 1
        while self.finder.is_small(i) or speech.has_any(("reflexives", "impersonal"), frame.lower(i)):
            i += 1
        phrase = self.finder.right(i)
        return (at, phrase) if phrase is not None and self.finder.can_speak(phrase) else None

    def before(self, q: int) -> VerbCue | None:
        """Return the verb that announces a quotation: nearest before it, colon or comma or nothing between."""
        frame = self.frame
        mark = frame.lower(q - 1)
        best: VerbCue | None = None
        for cue in self.verbs:
            if cue.at >= q or q - cue.at > _BEFORE or not (brings_quotation(cue) or self._used_to(cue, mark)):
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

    def _used_to(self, cue: VerbCue, mark: str) -> bool:
        """Say whether an infinitive before a colon tells what was said: 'Han kunne si: "X"', 'pleide å si: "X"'."""
        if not self.speech.grammar.verb_medial or mark != ":" or cue.voice != "infinitive":
            return False
        return "quote" in cue.verb.takes and phase_at(self.frame, cue, self.speech) is not None

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

    def goes_on(self, q: int, cue: VerbCue, following: int) -> bool:
        """Say whether the next quotation is the rest of this one: the sentence broke off at the cue."""
        frame = self.frame
        quotation = frame.quote(q)
        told = (self.speech.has("complementizers", frame.lower(j)) for j in range(cue.at + 1, following))
        if frame.tokens[following - 1].text[0].isalpha() and any(told):
            return False  # '"X," sagde hun og tilføjede, at hun tog "Y"'
        announced = frame.lower(following - 1) == ":"
        if announced and any(cue.at < v.at < following and brings_quotation(v) for v in self.verbs):
            return False  # '"X," skrev en leser, mens en annen spurte: "Y"'
        text_ends = frame.tokens[following - 1].text not in ENDERS
        inner_last = self.text[quotation.inner.start : quotation.inner.end].rstrip()[-1:]
        return text_ends and inner_last not in {".", "!", "?", "…"} and cue.at < following
