"""Where the reporter takes the word again behind a comma: ", though critics say", ", a claim Kyiv denies"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.cues.cue_types import VerbCue, cues_from, opens_phrase
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Noun, Speech, VerbForm

_SUBJECT: Final = 8  # tokens of a subject between a conjunction and its reporting verb
_REACTION: Final = 4  # tokens of "angry calls", "a storm"
_SUMMARY: Final = 3  # tokens in which the noun stands that sums content up: "a bold new claim"
_JUDGED: Final = 12  # tokens after it in which somebody says what they think of it
_OFFSET: Final = 5  # tokens of "just a few days after"
_DATED: Final = 12  # tokens before a verb in which its date may stand: "On Friday the harbour board denied"


@dataclass(slots=True)
class Narration:
    """Tells, for one frame, which clauses behind a comma are the reporter's own and no more what somebody said.

    `reporting` holds the verb cues by the start of their group, `refusals` where other refusals start.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    reporting: dict[int, list[VerbCue]]
    refusals: frozenset[int]

    def takes_over(self, a: int) -> bool:
        """Say whether the clause at `a`, right behind a comma, is the reporter's own."""
        frame, speech, word = self.frame, self.speech, self.frame.lower(a)
        if opens_phrase(frame, a, "break_phrases", speech):
            return True
        if speech.has("gerund_prepositions", word) and any(v.voice == "gerund" for v in self.reporting.get(a + 1, ())):
            return True
        if self._draws_reaction(a):
            return True
        if speech.has("concessives", word):
            return self.subject_reports(a + 1) or self._dropped_subject(a + 1)
        if speech.grammar.subject_first and speech.has("relative", word) and self._judged(a + 1):
            return True
        if speech.has("absolutes", word):
            return any(
                v.voice == "gerund" and self.finder.looks_nominal(a + 1, v.first)
                for v in cues_from(self.reporting, a + 2, a + 2 + _SUBJECT)
            )
        return self._sums_up(a)

    def dated(self, a: int, cue: VerbCue) -> bool:
        """Say whether ", a day after …" at `a` dates a verb that has a date of its own: "said on Monday that …"."""
        speech = self.speech
        if not speech.words["offsets"]:
            return False
        for j in range(a, min(a + _OFFSET, self.frame.last())):
            if speech.has("time_units", self.frame.lower(j)):
                if speech.has("afterwards", self.frame.lower(j + 1)) and self._to_come(cue, a):
                    return True
                beside = range(max(0, cue.first - _DATED), min(cue.at + 4, a))
                return speech.has("offsets", self.frame.lower(j + 1)) and any(self.finder.time_at(k) for k in beside)
        return False

    def _to_come(self, cue: VerbCue, a: int) -> bool:
        """Say whether an English verb reports up to `a` what is still to come, so that an "after" there is no part of
        it: "said it would close, | days after it denied that"."""
        told = range(cue.at + 1, a)
        return self.speech.grammar.subject_first and any(self.speech.has("futures", self.frame.lower(j)) for j in told)

    def _draws_reaction(self, a: int) -> bool:
        """Say whether a gerund at `a` tells what followed upon what was said: ", drawing boos from the gallery"."""
        frame, speech = self.frame, self.speech
        if not speech.words["reactions"] or a in self.reporting:
            return False
        if not frame.lower(a).endswith(tuple(speech.words["gerund_endings"])):
            return False
        for j in range(a + 1, min(a + 1 + _REACTION, frame.last())):
            if speech.has("reactions", frame.lower(j)):
                return True
            if speech.has("prepositions", frame.lower(j)) or frame.tokens[j].text == ",":
                return False
        return False

    def subject_reports(self, a: int) -> bool:
        """Say whether a short subject at `a` reports or refuses: "they concede that", "it gave no details"."""
        for v in cues_from(self.reporting, a + 1, a + 1 + _SUBJECT):
            before = v.auxiliary is not None and not (
                v.negated or v.refusal or self.speech.has("perfect_auxiliaries", self.frame.lower(v.auxiliary))
            )
            said = v.refusal is not None or (v.voice == "active" and not before)
            if said and self._subject(a, v.first):
                return True
        return any(k in self.refusals and self._subject(a, k) for k in range(a + 1, a + 1 + _SUBJECT))

    def _dropped_subject(self, a: int) -> bool:
        """Say whether a Polish verb without a subject goes on at `a`: ", choć | przyznaje, że mniej"."""
        here = self.reporting.get(a, ())
        opens = any(v.voice == "active" and v.first == a and "that" in v.verb.takes for v in here)
        return opens and self.speech.table is not None

    def _subject(self, a: int, b: int) -> bool:
        between = range(a, b)
        if any(self.frame.tokens[k].text in {",", QUOTE} or is_finite(self.frame, k, self.speech) for k in between):
            return False
        return self.finder.looks_nominal(a, b)

    def taken_up(self, comma: int, cue: VerbCue) -> int | None:
        """Return where the subject of `cue` stands if all its clause does is take up what stands before `comma`."""
        speech, word = self.speech, self.frame.lower(comma + 1)
        which = speech.grammar.subject_first and speech.has("relative", word)
        if not which and not (speech.grammar.verb_medial and speech.has("summaries", word)):
            return None
        start = self._past_relative(comma + 2)
        return start if self._judges(cue, start) else None

    def _judged(self, a: int) -> bool:
        """Say whether a subject at `a` says nothing but what it thinks of all that: ", which he denies"."""
        return any(self._judges(v, a) for v in cues_from(self.reporting, a + 1, a + 1 + _JUDGED))

    def _answered_beside(self, a: int) -> bool:
        """Say whether an English subject at `a` can't or won't answer: ", something | the firm declined to confirm"."""
        near = cues_from(self.reporting, a + 1, a + 1 + _JUDGED)
        refused = (v for v in near if v.refusal is not None and a < v.first)
        return self.speech.grammar.subject_first and any(self._subject(a, v.first) for v in refused)

    def _judges(self, cue: VerbCue, a: int) -> bool:
        ends = self.frame.lower(self._past_parts(cue)) in {"", ",", ".", QUOTE}
        return cue.voice == "active" and ends and a < cue.first and self._subject(a, cue.first)

    def _past_parts(self, cue: VerbCue) -> int:
        """Go over what a Danish or Norwegian verb keeps behind it of its own: "noe X sier | seg enig i"."""
        frame, speech, j = self.frame, self.speech, cue.at + 1
        while speech.grammar.verb_medial and (
            j in cue.parts or speech.has_any(("prepositions", "reflexives"), frame.lower(j))
        ):
            j += 1
        return j

    def _sums_up(self, a: int) -> bool:
        """Say whether a noun for what was said opens an apposition in which somebody reports: ", a claim he denies"."""
        speech, frame = self.speech, self.frame
        if not speech.words["summaries"] or not speech.has("indefinite", frame.lower(a)):
            summed = speech.has("summaries", frame.lower(a))
            return summed and (self._judged(self._past_relative(a + 1)) or self._answered_beside(a + 1))
        for j in range(a + 1, min(a + 1 + _SUMMARY, frame.last())):
            word = frame.lower(j)
            if speech.has("summaries", word) or any(isinstance(e, Noun) for e in speech.index.get(word, ())):
                end = min(j + 1 + _JUDGED, frame.last())
                by = any(speech.has("passive_by", frame.lower(k + 1)) and self._said(k) for k in range(j + 1, end))
                return by or any(v.voice in ("active", "passive") for v in cues_from(self.reporting, j + 1, end))
        return False

    def _past_relative(self, a: int) -> int:
        """Go over the relative word that may stand behind "something": ", noget som han afviser"."""
        word = self.frame.lower(a)
        return a + 1 if self.speech.grammar.verb_medial and self.speech.has("relative", word) else a

    def _said(self, k: int) -> bool:
        """Say whether a form of a reporting verb stands at `k`: "a claim dismissed by Kyiv"."""
        return any(isinstance(e, VerbForm) for e in self.speech.index.get(self.frame.lower(k), ()))
