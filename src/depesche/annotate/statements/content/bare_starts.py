"""Where a bare clause starts after its verb: behind adverbials, those told, and the comma or colon before it.

Whether a clause opens there at all stands in `bare_openings`, who is told in `listeners`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_end, is_finite, is_reported
from depesche.annotate.statements.clauses.main_clauses import surely_has_verb
from depesche.annotate.statements.clauses.verb_final import is_zu_infinitive
from depesche.annotate.statements.content.bare_openings import BareOpenings
from depesche.annotate.statements.content.listeners import Listeners
from depesche.annotate.statements.content.shared import REACH, opens_circumstance
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

_ROLES: Final = ("role_m", "role_f", "role")
_ASIDE: Final = 24  # tokens between a verb and the comma before its clause, a relative clause between them


@dataclass(slots=True)
class BareStarts:
    """Finds, in one frame, where bare clauses start."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    openings: BareOpenings
    listeners: Listeners = field(init=False)

    def __post_init__(self) -> None:
        self.listeners = Listeners(self.frame, self.speech, self.finder, self.openings)

    def start(self, after: int, cue: VerbCue, phrase: Phrase | None) -> int | None:
        """Return where a bare clause may start in the tokens from `after` on, None where none does.

        `phrase` is the subject: a clause may follow it before its apposition.
        """
        frame, limit = self.frame, self.frame.last()
        if self.speech.grammar.bare_comma:
            if phrase is not None and phrase.aside and phrase.start > cue.at:
                early = self._comma_start(phrase.end, limit)
                rest = range(phrase.aside[1], limit)
                if self._apposition(*phrase.aside):  # "sagte die Sprecherin, Eva Lang, | es gebe"
                    return self._comma_start(max(phrase.aside[1], *(p + 1 for p in cue.parts)), limit)
                if early is not None and (not rest or any(is_reported(frame, j, self.speech) for j in rest)):
                    return early
            return self._comma_start(after, limit)
        if self.speech.grammar.subject_first and self.speech.has("infinitive_marks", frame.lower(after)):
            return self.listeners.behind_preposition(after)  # no "a man believed to be her husband fled"
        j = self._past_adverbials(after, limit)
        if j is None or j >= limit:
            return None
        if self.speech.grammar.verb_medial and self.speech.has("complementizers", frame.lower(j)):
            return None  # "tror at det blir regn": no verb of thought takes it
        if self.speech.grammar.subject_first and j > after and self.speech.has("complementizers", frame.lower(j)):
            return j + 1  # "said before the trial began that | he was ill"
        if self.speech.grammar.verb_medial and opens_circumstance(frame, j, self.speech):
            return None  # "sa Moe | da han forlot retten"
        if self.openings.opens_content(j):
            return j
        if frame.tokens[j].text == ",":
            return j + 1 if self.openings.behind_comma(j + 1, cue) else None
        if frame.tokens[j].text == ":" and self.speech.grammar.verb_medial and "quote" in cue.verb.takes:
            return j + 1  # "Ekspert advarer: Isen er for tynd"
        told = self._past_listener(j, limit) if cue.verb.addressee else None
        return j if told is None else told

    def _past_adverbials(self, j: int, limit: int) -> int | None:
        """Go from `j` over times, small words and phrases with a preposition; None where the clause ends in one."""
        finder = self.finder
        while j < limit and not self.openings.opens_content(j):
            if time := finder.time_at(j):
                j = time
            elif finder.is_small(j) and not finder.is_pronoun(j):
                j += 1
            elif self.speech.has("prepositions", self.frame.lower(j)):
                behind = self._after_prepositional(j, limit)
                if behind is None:
                    return None
                j = behind
            else:
                break
        return j

    def _past_listener(self, j: int, limit: int) -> int | None:
        """Return where an English clause starts behind the one told: "told the court last week | water is"."""
        known = self.listeners.past_known(j, limit) if self.speech.grammar.subject_first else None
        end = self._past_adverbials(known, limit) if known is not None else None
        if end is not None and not any(
            self.speech.has(group, self.frame.lower(end)) for group in ("complementizers", "question")
        ):
            stop = min(limit, end + REACH)
            if surely_has_verb(self.frame, end + 1, stop, self.speech):
                return end
        return self.listeners.clause_behind(j, limit)

    def _comma_start(self, after: int, limit: int) -> int | None:
        """Return where a clause starts that the first comma or colon from `after` on opens."""
        frame, inside = self.frame, after
        for j in range(after, min(limit, after + _ASIDE)):
            text = frame.tokens[j].text
            if j < inside:
                continue
            if text in {",", ":"}:
                if j + 1 >= limit or frame.is_quote(j + 1):
                    return None
                if text == "," and inside == after and (closing := self._aside_end(j + 1, limit)) is not None:
                    inside = closing  # "sagten zwei Leute, die dabei waren, es sei …"
                    continue
                return j + 1 if self.openings.opens(j + 1, text) else None
            if text in HARD or is_finite(frame, j, self.speech):
                return None
        return None

    def _apposition(self, a: int, b: int) -> bool:
        """Say whether a German name, or a role without an article, stands between commas, before a clause."""
        frame = self.frame
        role = self.speech.noun_kind(frame.lower(a)) in _ROLES and frame.tokens[a].text[0].isupper()
        end = self.finder.name_at(a)
        named = end == b or (end is not None and frame.lower(end) == "(" and frame.lower(b - 1) == ")")
        if not self.speech.grammar.verb_final or not (role or named):
            return False
        verb = any(is_finite(frame, j, self.speech) for j in range(a, b))
        return not verb and frame.lower(b) == ","

    def _aside_end(self, i: int, limit: int) -> int | None:
        """Return the comma that ends a German clause beside at `i`: a relative one, "ohne Namen zu nennen"."""
        return self._relative_end(i, limit) or self._purpose_end(i, limit)

    def _purpose_end(self, i: int, limit: int) -> int | None:
        """Return the comma behind an infinitive that "ohne", "um" or "statt" opens at `i`."""
        frame, speech = self.frame, self.speech
        opens = speech.grammar.verb_final and speech.has("purpose", frame.lower(i))
        if not opens or speech.has("complementizers", frame.lower(i + 1)):
            return None
        end = clause_end(frame, i, speech)
        verb = speech.has("infinitive_marks", frame.lower(end - 2)) or is_zu_infinitive(frame, end - 1, speech)
        return end if verb and end < limit and frame.tokens[end].text == "," else None

    def _relative_end(self, i: int, limit: int) -> int | None:
        """Return the comma that ends a relative clause at `i`, None where none opens there or nothing follows it."""
        frame = self.frame
        if not self.speech.grammar.verb_final or not self.openings.relative_here(i):
            return None
        end = clause_end(frame, i, self.speech)
        closed = end < limit and frame.tokens[end].text == "," and is_finite(frame, end - 1, self.speech)
        return end if closed else None

    def _opens_behind_phrase(self, k: int) -> bool:
        """Say whether an English subject without an article opens at `k`: "in court | nothing was true", "in Leeds |
        police were slow"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first:
            return False
        if self.openings.opens_content(k) or speech.has_any(("unnamed", "any_words"), frame.lower(k)):
            helped = speech.has_any(("modals", "auxiliaries"), frame.lower(k - 1))  # "in the valley may not be"
            return not (helped or speech.has("prepositions", frame.lower(k)))
        people = speech.noun_kind(frame.lower(k)) in ("collective", "anonymous")
        return people and frame.tokens[k - 1].text[0].isupper() and frame.tokens[k].text[0].islower()

    def _after_prepositional(self, j: int, limit: int) -> int | None:
        """Return where content starts after "in a statement (on) Friday"; None where the clause ends first."""
        frame, speech = self.frame, self.speech
        k = j + 1
        when = self.finder.time_at(j + 1) if speech.grammar.subject_first else None
        while k < limit:
            text = frame.tokens[k].text
            if k == when and surely_has_verb(frame, k + 1, min(limit, k + REACH), speech):
                return k  # "said on Monday | jobs would go"
            if text == "," or text in HARD:
                return None
            if speech.grammar.verb_medial and speech.has("infinitive_marks", text.casefold()):
                return None  # "svarte ved å si at"
            before = frame.lower(k - 1)
            opens = (
                self.finder.is_pronoun(k)
                or speech.has("articles", frame.lower(k))
                or self.finder.name_at(k) is not None
                or self.finder.time_at(k) is not None
                or self._opens_behind_phrase(k)
            )
            bound = speech.has_any(("prepositions", "articles", "conjunctions"), before)
            if k > j + 1 and opens and not bound and not self.finder.inside_name(k):
                return k
            if speech.has("prepositions", frame.lower(k)) and k > j + 1:
                return k
            k += 1
        return None
