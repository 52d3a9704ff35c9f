"""Whether a told clause ends at a mark or a conjunction: "said it was over; | he left", "…, | but critics deny it".

Behind a comma `narration` tells whether the reporter's own clause opens, behind "and" `joined_verbs`. Content without a
verb of its own may end at more places: `own_clauses`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from depesche.annotate.statements.clauses.boundaries import clause_end, clause_start, is_finite, is_reported
from depesche.annotate.statements.clauses.coordination import closes_clause, credited, denied_before
from depesche.annotate.statements.clauses.joined_verbs import JoinedVerbs
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate, told_condition
from depesche.annotate.statements.clauses.narration import Narration
from depesche.annotate.statements.cues.cue_types import VerbCue, cues_from
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.lang.schema.verbs import VerbKind

_ENDS = frozenset(",.;:!?")


def past_mark(frame: Frame, j: int) -> int:
    """Return where content ends at the mark `j`: behind quotation marks that enclose a comma ("a joke,")."""
    tokens = frame.tokens
    enclosed = tokens[j].text == "," and j + 1 < len(tokens) and tokens[j + 1].text in MARKS
    return j + 2 if enclosed and tokens[j].end == tokens[j + 1].start else j


@dataclass(slots=True)
class ClauseEnds:
    """Tells, for one frame, where told clauses end.

    `reporting` holds the verb cues by the start of their group, `breaking` where gerunds and source phrases start.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    reporting: dict[int, list[VerbCue]]
    narration: Narration
    breaking: frozenset[int]
    joined: JoinedVerbs = field(init=False)
    commas: dict[tuple[int, int], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.joined = JoinedVerbs(self.frame, self.speech, self.finder, self.reporting)

    def at(self, j: int, start: int, cue: VerbCue | None, through_quote: bool) -> bool:
        """Say whether a clause that starts at `start` ends at the token `j`, a mark or a conjunction."""
        frame = self.frame
        text = frame.tokens[j].text
        if text == ";":
            return True
        if text in "!?…":
            return self._ends_sentence(j)
        if text == QUOTE:
            return not (through_quote or self._called(j) or self._goes_on_quoted(j, start))
        if text == ":":
            return frame.is_quote(j + 1) and not through_quote
        if text == "," and through_quote and frame.is_quote(j + 1) and opens_subordinate(frame, start, self.speech):
            return False  # "said that if he won, "things would change"": the main clause of the content
        if text == ",":
            return self._at_comma(j, cue) and not told_condition(frame, j, self.speech)
        if self.speech.has("conjunctions", frame.lower(j)):
            if j + 1 in self.narration.refusals:
                return True
            if self.joined.tells_past(j + 1, cue) or self.joined.had_said(start, j):
                return False
            return self.joined.reports_again(j + 1, cue) or self.joined.resumes(j + 1, cue)
        return False

    def _goes_on_quoted(self, j: int, start: int) -> bool:
        """Say whether a clause goes on in marks with no mark before them: 'said he would "put it on. You wait."'."""
        before = j - 1
        return before > start and self.frame.lower(before)[-1:].isalpha() and before not in self.reporting

    def _called(self, j: int) -> bool:
        """Say whether quoted words at `j` are what somebody calls a thing: "comment on what they called "gossip""."""
        near = cues_from(self.reporting, j - 3, j)
        return any(v.at == j - 1 and "as" in v.verb.takes and self._what(v.first) for v in near)

    def _what(self, first: int) -> bool:
        """Say whether a question word and a subject stand before an English verb."""
        subject_first, question = self.speech.grammar.subject_first, self.speech.words["question"]
        return subject_first and any(self.frame.lower(k) in question for k in range(max(0, first - 4), first))

    def _ends_sentence(self, j: int) -> bool:
        following = self.frame.tokens[j + 1] if j + 1 < len(self.frame.tokens) else None
        return following is None or following.text[0].isupper()

    def _at_comma(self, j: int, cue: VerbCue | None) -> bool:
        """Say whether content ends at the comma. Which cue it belongs to matters only beside it or before "and"."""
        j = max(j, past_mark(self.frame, j) - 1)
        if cue is not None and self.narration.dated(j + 1, cue):
            return True
        own = cue is not None and (cue.at >= j or self.speech.has("conjunctions", self.frame.lower(j + 1)))
        key = (j, cue.at if cue is not None and own else -1 if cue is None else -2)
        hit = self.commas.get(key)
        if hit is None:
            hit = self.commas[key] = self._ends_at_comma(j, cue)
        return hit

    def _ends_at_comma(self, j: int, cue: VerbCue | None) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(j + 1)
        if frame.is_quote(j + 1):
            return True
        if self._past_adverbs(j + 1) in self.breaking or credited(frame, speech, self.reporting, j + 1):
            return True
        if j + 2 in self.breaking and speech.has("subordinators", word):
            return True  # "domaga się zmian, ponieważ według niej"
        after = self.reporting.get(j + 1, ())
        told = (v for v in after if j < v.at <= j + 2 and v.voice == "active" and v is not cue)
        if any(not (v.verb.listener and speech.grammar.subject_first) for v in told):  # "saw nothing, heard nothing"
            if speech.grammar.subject_first and any(v.first < v.at or v.verb.addressee for v in after):
                return False  # "said the woman, who lives here, has denied it": no inversion
            if speech.grammar.verb_final and is_reported(frame, j + 1, speech):
                return False  # "obwohl er teuer sei, | halte man daran fest"
            if self.awaits_verb(j):
                return False
            return not speech.grammar.verb_final or self._inverted(j + 1) or is_finite(frame, j - 1, speech)
        if speech.has("conjunctions", word):
            if (
                j + 2 in self.narration.refusals
                or self.narration.takes_over(j + 2)
                or closes_clause(frame, speech, self.reporting, j, cue)
            ):
                return True
            if self._nobody_reports(j + 2):
                return True
            if self.joined.tells_past(j + 2, cue):
                return False
            again = self.joined.reports_again(j + 2, cue) or self.joined.resumes(j + 2, cue)
            return again or (word in speech.words["adversatives"] and not denied_before(frame, speech, j, cue))
        if cue is not None and speech.has("afterwards", word) and not speech.grammar.subject_first:
            return not (self._complete_that(j) or self._told_too(j, cue))
        if speech.has("adversatives", word) or self._contrast(j + 1) or self.narration.takes_over(j + 1):
            return True
        if speech.has("subordinators", word) and self._adds(j):
            return True  # ", før han la til at"
        if self._steps_back(j):
            return True
        return self._subject_reports(j + 1, cue)

    def awaits_verb(self, j: int) -> bool:
        """Say whether a Polish relative clause ends at the comma `j` whose noun has no verb yet: "że kryzys, który
        minął, | nie powtórzy się"."""
        frame, speech = self.frame, self.speech
        opening = clause_start(frame, j, speech)
        led = opening + speech.has("prepositions", frame.lower(opening))
        if (
            speech.table is None
            or frame.lower(opening - 1) != ","
            or frame.lower(led) not in speech.pronouns["relative"]
        ):
            return False
        start = clause_start(frame, opening - 1, speech)
        if not speech.has("complementizers", frame.lower(start - 1)):
            return False
        return not any(is_finite(frame, k, speech) for k in range(start, opening - 1))

    def _complete_that(self, j: int) -> bool:
        """Say whether a German clause with "dass" closes at the comma `j`: a time behind it is told with it.

        Behind the subjunctive an indicative is the reporter's: "dass er gehe, | nachdem man ihn gewarnt hatte".
        """
        frame, start = self.frame, clause_start(self.frame, j, self.speech)
        if not (self.speech.grammar.verb_final and self.speech.has("complementizers", frame.lower(start - 1))):
            return False
        end = next((k for k in range(j + 1, len(frame.tokens)) if frame.tokens[k].text in _ENDS), len(frame.tokens))
        return not is_reported(frame, j - 1, self.speech) or is_reported(frame, end - 1, self.speech)

    def _told_too(self, j: int, cue: VerbCue) -> bool:
        """Say whether a German clause of time behind the comma `j` is told with what stands before it: it is in the
        subjunctive too, or in the present behind a verb in the past ("sagte, man müsse, ehe es zu spät ist")."""
        frame, verbs = self.frame, self.speech.verbs
        if not self.speech.grammar.verb_final or verbs is None or cue.at > j:
            return False
        last = min(clause_end(frame, j + 1, self.speech), frame.last()) - 1
        if is_reported(frame, last, self.speech):
            return True
        at = cue.at if cue.auxiliary is None else cue.auxiliary
        past = bool(verbs.kinds(frame.lower(at)) & VerbKind.PAST)
        kinds = verbs.kinds(frame.lower(last))
        return (
            past
            and is_finite(frame, last, self.speech)
            and bool(kinds & VerbKind.PRESENT)
            and not kinds & VerbKind.PAST
        )

    def _adds(self, j: int) -> bool:
        """Say whether a verb of going on follows the comma `j` with a clause or quotation: no ", hvis det gør"."""
        later = self.frame.tokens[j + 1 :]
        quoted = any(t.text in {":", QUOTE} for t in later)
        near = cues_from(self.reporting, j + 2, j + 4)
        return any(v.verb.continues and ("that" in v.verb.takes or quoted) for v in near)

    def _steps_back(self, j: int) -> bool:
        """Say whether a past follows what is told in the present: "siger, at broen er sikker | , inden han gik"."""
        frame, speech = self.frame, self.speech
        if not speech.has("turning_points", frame.lower(j + 1)):
            return False
        subject = frame.lower(j + 2)
        if not any(subject in speech.pronouns[f"subject_{who}"] for who in ("m", "f", "pl")):
            return False
        start = clause_start(frame, j, speech)
        told = [k for k in range(start, j) if is_finite(frame, k, speech)]
        past = any(is_past(frame.lower(k), speech.lang) for k in range(start, j))
        return bool(told) and not past and is_past(frame.lower(j + 3), speech.lang)

    def _past_adverbs(self, a: int) -> int:
        """Go over the adverbs before a gerund or source phrase: ", jednocześnie | zapewniając o wsparciu"."""
        small = ("adverbs", "negations")
        while a not in self.breaking and self.speech.has_any(small, self.frame.lower(a)):
            a += 1
        return a

    def _nobody_reports(self, a: int) -> bool:
        """Say whether the reporter tells what is or is not reported: ", men | det ble ikke meldt om skader"."""
        if not self.speech.grammar.verb_medial or not self.speech.has("pointers", self.frame.lower(a)):
            return False
        return any(v.voice == "passive" and v.verb.medium for v in cues_from(self.reporting, a + 1, a + 3))

    def _contrast(self, a: int) -> bool:
        """Say whether a subject with "however" after it takes over: ", die Behörden jedoch lehnten ab"."""
        if self.frame.words.isdisjoint(self.speech.words["contrasts"]) or is_finite(self.frame, a, self.speech):
            return False
        if self.speech.grammar.verb_final and self.speech.has("subordinators", self.frame.lower(a)):
            return False  # "wenn der Rat dagegen stimme"
        for k in range(a + 1, min(a + 5, self.frame.last())):
            if self.speech.has("contrasts", self.frame.lower(k)):
                return not self.speech.grammar.verb_final or is_finite(self.frame, k + 1, self.speech)
            if self.frame.tokens[k].text == "," or is_finite(self.frame, k, self.speech):
                return False
        return False

    def _inverted(self, v: int) -> bool:
        return self.finder.right(v + 1) is not None

    def _subject_reports(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether ", X said" follows: a short subject and a reporting verb that ends its clause."""
        if self.speech.grammar.verb_second:
            return self.speech.grammar.verb_final and cue is None and self._other_reports(a)
        for v in cues_from(self.reporting, a + 1, a + 9):
            if v is not cue and v.voice == "active":
                after = self.frame.lower(v.at + 1)
                closes = after in {"", ",", ".", QUOTE} or self._dated_end(v.at + 1)
                if closes and not any(is_finite(self.frame, k, self.speech) for k in range(a, v.first)):
                    return self.finder.looks_nominal(a, v.first)
        return False

    def _other_reports(self, a: int) -> bool:
        """Say whether somebody else's report follows a German source phrase: ", die Firma spricht von 200"."""
        for v in cues_from(self.reporting, a + 1, a + 9):
            plain = v.voice == "active" and v.first == v.at and is_finite(self.frame, v.at, self.speech)
            if plain and not is_reported(self.frame, v.at, self.speech):
                clause = any(is_finite(self.frame, k, self.speech) for k in range(a, v.first))
                last = not self.frame.lower(v.at + 1)[:1].isalnum()  # the verb of a relative clause
                article = self.speech.has("articles", self.frame.lower(a)) and not last
                opened = clause or (opens_subordinate(self.frame, a, self.speech) and not article)
                subject = Phrase(a, v.first)
                return not opened and self.finder.looks_nominal(a, v.first) and self.finder.can_speak(subject)
        return False

    def _dated_end(self, j: int) -> bool:
        """Say whether nothing but when something was said ends an English sentence: "said on Thursday"."""
        if not self.speech.grammar.subject_first:
            return False
        end = self.finder.time_at(j + 1) if self.speech.has("prepositions", self.frame.lower(j)) else None
        end = end or self.finder.time_at(j)
        return end is not None and end >= self.frame.last()
