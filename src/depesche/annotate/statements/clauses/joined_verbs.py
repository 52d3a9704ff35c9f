"""Whose verb follows "and": the reporter's, who goes on ("said … and | added that"), or that of the one reported.

What English and Scandinavian tell by tense, Polish tells by agreement (`coordination`). `clause_ends` asks. Behind
content without a verb of its own `own_clauses` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite, is_reported
from depesche.annotate.statements.clauses.coordination import goes_on_inside
from depesche.annotate.statements.clauses.embedded import perfect_inside, subject_inside, tells_in_present
from depesche.annotate.statements.cues.cue_types import VerbCue, cues_from
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act

_LOOK: Final = 6  # tokens after a conjunction in which a second reporting verb stands


@dataclass(slots=True)
class JoinedVerbs:
    """Tells, for one frame, whose verb stands behind a conjunction.

    `reporting` holds the verb cues by the start of their group.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    reporting: dict[int, list[VerbCue]]

    def had_said(self, start: int, j: int) -> bool:
        """Say whether "had" before "and" holds for the verb after it: "wrote that he had phoned and told of it"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j - 1].text == "," or not any(
            speech.has("past_perfect", frame.lower(k)) for k in range(start, j)
        ):
            return False
        after = (v.verb for v in self.reporting.get(j + 1, ()) if v.at == j + 1 and v.voice == "active")
        return any(verb.act is Act.ASSERT and frame.lower(j + 2) in verb.prepositions for verb in after)

    def tells_past(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether a past goes on after "and" in what a present verb reports: "claims he fell and told her so"."""
        frame, speech = self.frame, self.speech
        if cue is None or not tells_in_present(frame, speech, cue):
            return False
        for j in range(a, min(a + _LOOK, frame.last())):
            if frame.tokens[j].text in {",", QUOTE} or speech.has("complementizers", frame.lower(j)):
                return False
            past = self._past(j)
            if j in self.reporting and self._another_says(a, j):
                return False
            if j in self.reporting:
                subject = subject_inside(frame, speech, self.finder, cue, a)
                return past and (subject is None or self.finder.can_speak(subject))
            if past or is_finite(frame, j, speech):
                return past
        return False

    def _another_says(self, a: int, verb: int) -> bool:
        """Say whether Danish or Norwegian "but" opens somebody else's report: ", men | en af dem | sagde, at"."""
        speech = self.speech
        if not speech.grammar.verb_medial or verb <= a or not speech.has("opposing", self.frame.lower(a - 1)):
            return False
        told = speech.has("complementizers", self.frame.lower(verb + 1 + (self.frame.lower(verb + 1) == ",")))
        return told and self.finder.looks_nominal(a, verb) and not self.finder.is_pronoun(a)

    def _past(self, j: int) -> bool:
        """Say whether a word is a past, no name or preposition spelt like one: "Mette", "for"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j].text[0].isupper() or speech.has("prepositions", frame.lower(j)):
            return False
        if speech.grammar.verb_medial and speech.has("articles", frame.lower(j - 1)):
            return False  # "de ansatte"
        return is_past(frame.lower(j), speech.lang)

    def reports_again(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether a second reporting verb of the reporter's own clause starts at `a` ("and added that")."""
        speech = self.speech
        for v in cues_from(self.reporting, a, a + _LOOK + 1):
            said = v.voice in ("active", "gerund") or v.refusal is not None
            would = v.modal and v.refusal is None and speech.grammar.subject_first  # "and would ask the firm to"
            if v is cue or not said or would or self._subordinate(a, v.at) or self._told(v, cue):
                continue
            if cue is not None and (self._gerunds(a, v, cue) or self._has_done(a, v, cue)):
                continue
            if (
                cue is not None
                and speech.table is not None
                and goes_on_inside(self.frame, speech, cue, v, self.finder.looks_nominal(a, v.first))
            ):
                continue
            between = range(a, v.first)
            if self.speech.grammar.verb_final and v.first < v.at and v.auxiliary is None:
                continue  # "…, aber nicht antwortete": the verb stands last, as in the clause before
            if not between:
                return True
            small = all(self.speech.has("adverbs", self.frame.lower(k)) for k in between)
            small = small or (len(between) == 1 and self.speech.has("pointers", self.frame.lower(a)))
            if small:
                return True
            if self._adverbial(a, v.first) or self._dates(a, v.first):
                return True
            if any(is_finite(self.frame, k, self.speech) or self.frame.tokens[k].text == "," for k in between):
                continue
            if speech.has("conjunctions", self.frame.lower(v.first - 1)):
                continue  # "for | borgerne og lovede at": that one joins the verb
            if not self.finder.looks_nominal(a, v.first):
                continue
            comma = self.frame.lower(a - 2) == ","
            if self.speech.has("complementizers", self.frame.lower(v.at + 1)) or (
                comma and self.finder.can_speak(Phrase(a, v.first))
            ):
                return True
        return False

    def _told(self, verb: VerbCue, cue: VerbCue | None) -> bool:
        """Say whether a German verb is reported by `cue`: "sagte, er sei da, und die Partei | habe zugestimmt"."""
        if not self.speech.grammar.verb_final or not self._reported(verb):
            return False
        return cue is None or not self._reported(cue)

    def _reported(self, verb: VerbCue) -> bool:
        return is_reported(self.frame, verb.at if verb.auxiliary is None else verb.auxiliary, self.speech)

    def _gerunds(self, a: int, verb: VerbCue, cue: VerbCue) -> bool:
        """Say whether "and" joins an English gerund to one that is reported: "before crossing and | continuing"."""
        comma = self.frame.lower(a - 2) == ","
        gerund = verb.voice == "gerund" and self.speech.grammar.subject_first
        return gerund and cue.voice in ("active", "passive") and cue.at < a and not comma

    def _has_done(self, a: int, verb: VerbCue, cue: VerbCue) -> bool:
        """Say whether "and has" at `a` tells more of somebody in what a verb reports."""
        if verb.first != a or not perfect_inside(self.frame, self.speech, cue, verb):
            return False
        told = subject_inside(self.frame, self.speech, self.finder, cue, a)
        return told is not None and not self.finder.is_document(told) and self.finder.can_speak(told)

    def _subordinate(self, a: int, b: int) -> bool:
        """Say whether "not" before the finite verb keeps it in the clause told: ", men ennå ikke har svart"."""
        frame, speech = self.frame, self.speech
        negated = (speech.has("negations", frame.lower(k)) and is_finite(frame, k + 1, speech) for k in range(a, b))
        return speech.grammar.verb_medial and any(negated)

    def _dates(self, a: int, b: int) -> bool:
        """Say whether a time alone stands before a Polish verb: "żąda dopłat i w ubiegłym tygodniu | zarzucił"."""
        if self.speech.table is None:
            return False
        opened = self.speech.has("prepositions", self.frame.lower(a)) or self.finder.is_small(a)
        return b in (self.finder.time_at(a), self.finder.time_at(a + 1) if opened else None)

    def _adverbial(self, a: int, b: int) -> bool:
        """Say whether an English phrase between commas stands before the verb: "and, in a letter to staff, warned"."""
        frame, speech = self.frame, self.speech
        a += frame.tokens[a].text == ","
        if not speech.grammar.subject_first or frame.tokens[b - 1].text != "," or a >= b - 1:
            return False
        inside = range(a, b - 1)
        closed = any(frame.tokens[k].text == "," or is_finite(frame, k, speech) for k in inside)
        return speech.has("prepositions", frame.lower(a)) and not closed

    def resumes(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether the reporter's tense comes back after "and": "has said he will not vote, and a boycott has …"."""
        frame, speech = self.frame, self.speech
        if cue is None or speech.grammar.verb_final:
            return False
        if speech.grammar.verb_medial and cue.auxiliary is None and frame.lower(a - 2) != ",":
            return False
        for k in range(a, min(a + _LOOK + 2, frame.last())):
            word = frame.lower(k)
            if speech.has("perfect_auxiliaries", word):
                own = cue.auxiliary is not None and frame.lower(cue.auxiliary) == word
                return (own or k == a) and (k == a or self.finder.looks_nominal(a, k))
            if is_finite(frame, k, speech) or frame.tokens[k].text == "," or speech.has("complementizers", word):
                return False
        return False
