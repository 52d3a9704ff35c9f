"""Content clauses without a complementizer: "said he would", "sagte, er werde", "sier de vil".

Here is what makes such a clause content of its verb. Where it starts stands in `bare_starts`; one before its verb in
`fronted`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_end, is_finite, is_reported, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import (
    has_verb,
    lower_verb,
    opens_subordinate,
    surely_has_verb,
    verb_behind_relative,
)
from depesche.annotate.statements.clauses.neighbours import told_verb
from depesche.annotate.statements.clauses.verb_final import ends_subordinate
from depesche.annotate.statements.content.bare_openings import BareOpenings
from depesche.annotate.statements.content.bare_starts import BareStarts
from depesche.annotate.statements.content.shared import MIN_CLAUSE, MIN_WORDS, Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act

_MIN_NAMED: Final = 4  # words of a clause that opens with a name, whose verb may be one the data don't know
_LONG: Final = 8  # words from which a clause has a verb, known or not
_ANSWERED: Final = 4  # tokens of "nei på spørsmålet"
_TALE: Final = 4  # tokens of "the whole sad story"
_VERB: Final = 14  # tokens in which the verb of a clause stands


@dataclass(slots=True)
class BareFinder:
    """Finds bare clauses after a verb."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    openings: BareOpenings = field(init=False)
    starts: BareStarts = field(init=False)

    def __post_init__(self) -> None:
        shared = self.frame, self.speech, self.finder
        self.openings = BareOpenings(*shared, self.extent.narration)
        self.starts = BareStarts(*shared, self.openings)

    def comma_clause(self, cue: VerbCue, after: int) -> bool:
        """Say whether a clause without "dass" follows the verb's comma at once: nothing there can be an apposition."""
        frame, speech = self.frame, self.speech
        if (
            not speech.grammar.bare_comma
            or frame.lower(after) != ","
            or speech.has("complementizers", frame.lower(after + 1))
        ):
            return False
        end = clause_end(frame, after, speech)
        return (
            end - after > MIN_CLAUSE
            and not opens_subordinate(frame, after + 1, speech)
            and self.finder.looks_nominal(after + 1, end)
        )

    def bare(self, cue: VerbCue, after: int, phrase: Phrase | None) -> Found | None:
        """A clause without complementizer right after the verb."""
        frame, speech = self.frame, self.speech
        if cue.voice == "passive" and speech.grammar.verb_medial:
            return None
        if cue.voice == "passive" and speech.grammar.verb_final and speech.has("contrasts", frame.lower(after + 1)):
            return None  # "Es werde ermittelt, | allerdings richte sich das Verfahren gegen niemanden"
        start = self.starts.start(after, cue, phrase)
        told = cue.verb.addressee or cue.verb.cites  # "jurors were told he had lied", "was quoted as saying he lied"
        told = told and speech.grammar.subject_first
        if start is None or (
            cue.voice == "passive" and not told and not self.impersonal_subject(cue) and not self._reported(start)
        ):
            return None
        if (
            speech.table is not None
            and phrase is not None
            and phrase.kind == "relative"
            and frame.lower(start - 1) == ","
        ):
            return None  # "Wójt, który obiecał basen, | dziś milczy"
        beside = speech.grammar.verb_final and ends_subordinate(frame, cue, speech)
        if beside and (is_finite(frame, start, speech) or not self._reported(start)):
            return None  # "Als er den Fehler bemerkte, | zog er die Bremse"
        if speech.grammar.verb_final and self._goes_on(cue, start):
            return None
        end = self.extent.end(start, cue)
        if (
            word_count(frame, start, end) < MIN_WORDS
            or frame.is_quote(start)
            or self._is_object(cue, after, start, end)
        ):
            return None
        colon = self._colon_before_verb(start, end) if speech.grammar.verb_medial else None
        if colon is not None:
            return Found(((colon + 1, end),), "bare") if cue.verb.neutral else None
        if self._other_opening(cue, phrase, start) or not self._is_clause(cue, start, end):
            return None
        return Found(((start, end),), "bare")

    def _is_object(self, cue: VerbCue, after: int, start: int, end: int) -> bool:
        """Say whether an object of the verb stands before the first clause, which then is the reporter's."""
        speech, own = self.speech, self.extent.own
        if "object" not in cue.verb.takes or cue.verb.neutral:
            return False
        if speech.grammar.verb_medial and self._joined_verb(start, end):
            return True  # "krævede en undersøgelse og forlod salen"
        if (speech.grammar.verb_final or speech.table is not None) and self._has_object(cue, after, start):
            return True  # "verlangt Neuwahlen, ein Antrag fand keine Mehrheit"
        near = min(own.beside(start, end), own.joined(start, end))
        if speech.grammar.verb_medial:
            near = min(near, self._relative_behind(start, end))
        if speech.grammar.subject_first:
            near = min(near, self.extent.end(start, cue, verbless=True))
            if verb_behind_relative(self.frame, near, speech):
                return False  # "claimed the girl, who is six, was safe"
        # "denied the charges when she appeared": the verb is that of the clause beside
        return near < end and not surely_has_verb(self.frame, start, near, speech)

    def _other_opening(self, cue: VerbCue, phrase: Phrase | None, start: int) -> bool:
        """Say whether the word at `start` opens something else: a clause of the reporter's, an infinitive."""
        speech, opening = self.speech, self.frame.lower(start)
        near = (self.frame.lower(j) for j in range(start + 1, start + _ANSWERED))
        if speech.has("answering", self.frame.lower(cue.at)) and any(speech.has("ask_nouns", w) for w in near):
            return True  # "svarte | nei på spørsmålet om han hadde drukket"
        if cue.verb.written and speech.has("complementizers", opening):
            return True
        led = speech.has("prepositions", opening) and speech.has("clause_relatives", self.frame.lower(start + 1))
        if led and speech.table is not None:
            return True  # "zapowiada budowę, | od czego odwołali się radni"
        if not speech.grammar.subject_first:
            return False
        beside = speech.has("beside_clauses", opening) or (
            speech.has("beside_clauses", self.frame.lower(cue.at + 1)) and cue.at + 1 < start
        )
        behind = beside and phrase is not None and (phrase.start > cue.at or self._behind_clause(phrase))
        joined = (
            speech.has("conjunctions", opening) and self.frame.lower(start - 1) != ":"
        )  # "promised an inquiry | and urged"
        return behind or joined or speech.has("infinitive_marks", opening)  # ", said Price as he left"

    def beside_content(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether an English clause tells when something was said that stands before it."""
        if not self.speech.grammar.subject_first or phrase is None or phrase.start > cue.at or cue.verb.act is Act.ASK:
            return False
        return self.speech.has("beside_clauses", self.frame.lower(cue.at + 1)) and self._behind_clause(phrase)

    def _behind_clause(self, phrase: Phrase) -> bool:
        """Say whether a clause with its comma stands before an English subject: "All is lost, he | said as he left"."""
        at, start = phrase.start - 1, self.frame.text_start()
        if at < 1 or self.frame.tokens[at].text != "," or opens_subordinate(self.frame, start, self.speech):
            return False
        return any(is_finite(self.frame, j, self.speech) for j in range(start, at))

    def _is_clause(self, cue: VerbCue, start: int, end: int) -> bool:
        """Say whether [start, end) is a clause by its subject or verb; after a neutral verb length will do."""
        frame, speech = self.frame, self.speech
        if speech.grammar.subject_first and self._is_tale(cue, start, end):
            return False
        if speech.grammar.subject_first and (self.finder.is_pronoun(start) or self.openings.opens_content(start)):
            return True
        if cue.verb.written and frame.lower(start)[:1].isdigit():
            return True
        if speech.grammar.verb_medial:
            return self._verb_near(cue, start, end)
        words = word_count(frame, start, end)
        named = cue.verb.neutral and words >= _MIN_NAMED and self.finder.name_at(start) is not None
        subjunctive = self.openings.subjunctive_like(start, end)
        if words < _LONG and not named and not subjunctive and not has_verb(frame, start, end, speech):
            return False
        if speech.table is not None and frame.lower(start - 1) == ":":
            return True  # "Policja apeluje: zostańcie w domach"
        stop = min(end, start + _VERB)
        verbs = any(v.voice == "active" and start <= v.at < stop for v in self.extent.verbs)
        neutral = cue.verb.neutral and not cue.verb.continues  # "added another $20,000 to the pot"
        return neutral or subjunctive or verbs or surely_has_verb(frame, start, stop, speech)

    def _is_tale(self, cue: VerbCue, start: int, end: int) -> bool:
        """Say whether what is told is no clause in English: "told the story of Ida", "said nothing about it"."""
        frame, speech = self.frame, self.speech
        tale = next((j for j in range(start, min(end, start + _TALE)) if speech.has("tales", frame.lower(j))), end)
        if any(is_finite(frame, j, speech) for j in range(start, tale)):
            return False
        nothing = speech.has_any(("negations", "quantities", "amounts"), frame.lower(start))
        if nothing and speech.has("topic_prepositions", frame.lower(start + 1)):
            return True
        return cue.verb.addressee and tale < end

    def _verb_near(self, cue: VerbCue, start: int, end: int) -> bool:
        """Say whether a verb follows what opens at `start` before a comma or "and": "mener | han må gå".

        Else an object of the verb does: "erklærede | undtagelsestilstand og lovede". A verb without objects has a
        subject of two parts behind it: "mener | skole og helse må vente".
        """
        lone = "object" not in cue.verb.takes and not cue.verb.takes.isdisjoint({"that"})
        told = {v.at for v in self.extent.verbs if v.voice == "active"}
        for j in range(start + 1, end):
            if self.frame.tokens[j].text == ",":
                return self._behind_relative(j + 1, end)
            verb = j in told or is_finite(self.frame, j, self.speech) or told_verb(self.frame, j, self.speech)
            if self.speech.has("conjunctions", self.frame.lower(j)):
                if not lone or lower_verb(self.frame, j + 1, self.speech) or is_finite(self.frame, j + 1, self.speech):
                    return False
            elif verb:
                relative = j > start + 1 and self.speech.has("relative", self.frame.lower(j - 1))
                return not relative or self._behind_relative(j - 1, end)
        return False

    def _behind_relative(self, j: int, end: int) -> bool:
        """Say whether a verb follows the relative clause that opens at `j`, which then belongs to the subject: "mener
        folk | som bor her må flytte", no "krever tiltak | som virker"."""
        frame, speech, told = self.frame, self.speech, {v.at for v in self.extent.verbs}
        if not speech.has("relative", frame.lower(j)):
            return False
        commas = frame.lower(j - 1) == ","
        for k in range(j + 2, end - 1):
            if frame.tokens[k].text == ",":
                return is_finite(frame, k + 1, speech) and k + 1 not in told
            joined = speech.has_any(("conjunctions", "modals", "relative"), frame.lower(k - 1))
            if not commas and is_finite(frame, k, speech) and k not in told and not joined:
                return not opens_subordinate(frame, k, speech)
        return False

    def _relative_behind(self, start: int, end: int) -> int:
        """Return the comma before a relative clause in [start, end): "annoncerede et nyt navn | , hvor han skrev"."""
        commas = (j for j in range(start, end) if self.frame.tokens[j].text == ",")
        behind = next((j for j in commas if self.speech.has("relative", self.frame.lower(j + 1))), end)
        return end if self._behind_relative(behind + 1, end) else behind

    def _joined_verb(self, start: int, end: int) -> bool:
        """Say whether the first verb of [start, end) follows a conjunction: an object stands before it, no clause.

        So it does where the only verb is that of a relative clause: "krever et møte med ministeren, som er bortreist".
        """
        verbs = [j for j in range(start, end) if is_finite(self.frame, j, self.speech)]
        first = verbs[0] if verbs else start
        if first == start:
            return False
        relative = self.frame.lower(first - 1) in self.speech.pronouns.get("relative", frozenset())
        if relative and self.speech.words["loose_relatives"]:
            closing = next((j for j in range(first, end) if self.frame.tokens[j].text == ","), end)
            return len(verbs) == 1 or (first < verbs[-1] < closing and self.frame.tokens[first - 2].text == ",")
        return self.speech.has("conjunctions", self.frame.lower(first - 1))

    def pronoun_clause(self, cue: VerbCue, after: int) -> bool:
        """Say whether a pronoun and its verb stand right behind an English verb: "accepted he was drunk"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or not self.finder.is_pronoun(after) or cue.voice == "passive":
            return False
        k = after + 1
        while self.finder.is_small(k):
            k += 1
        return is_finite(frame, k, speech) or is_past(frame.lower(k), speech.lang)

    def _has_object(self, cue: VerbCue, after: int, start: int) -> bool:
        """Say whether an object stands between a verb and the comma before a clause in the indicative."""
        if self.frame.lower(start - 1) != ",":
            return False
        end = clause_end(self.frame, start, self.speech)
        if any(is_reported(self.frame, j, self.speech) for j in range(start, end)):
            return False
        parts = set(cue.parts)
        words = [j for j in range(after, start - 1) if j not in parts and not self.finder.is_small(j)]
        if self.speech.grammar.verb_final and all(self.frame.tokens[j].text[0].islower() for j in words):
            return False  # "beklagte sichtlich erschöpft, die Frau, die …, sei"
        return bool(words) and not self.speech.has("prepositions", self.frame.lower(words[0]))

    def _colon_before_verb(self, start: int, end: int) -> int | None:
        """Return the colon before which only an object stands, no clause: "afviser kritikken: Hun …"."""
        colon = next((j for j in range(start, end) if self.frame.tokens[j].text == ":"), None)
        if colon is None or any(is_finite(self.frame, j, self.speech) for j in range(start, colon)):
            return None
        return colon

    def _reported(self, start: int) -> bool:
        """Say whether a clause in the subjunctive starts here: "In dem Heft wird angedeutet, er sei krank"."""
        end = clause_end(self.frame, start, self.speech)
        return any(
            is_reported(self.frame, j, self.speech) and not self.speech.has("subjunctive_weak", self.frame.lower(j))
            for j in range(start, end)
        )

    def _goes_on(self, cue: VerbCue, start: int) -> bool:
        """Say whether a German reporter goes on in the past: "Er beruhigte das Kind, | es schlief bald ein"."""
        frame, speech = self.frame, self.speech
        if cue.verb.neutral or not is_past(frame.lower(cue.at), speech.lang):
            return False
        near = range(start + 1, min(start + _ANSWERED, clause_end(frame, start, speech)))
        small = (t.lower for t in (frame.tokens[j] for j in near) if t.text[0].islower() and t.text[-2:] != "en")
        verb = next((word for word in small if is_past(word, speech.lang)), "")
        mood = speech.has_any(("modals", "auxiliaries", "subjunctive", "subjunctive_weak"), verb)
        return bool(verb) and not mood and not self._reported(start)

    def impersonal_subject(self, cue: VerbCue) -> bool:
        """Say whether "it" stands beside the verb: "it was said", "es wird berichtet"."""
        return any(
            self.speech.has("impersonal", self.frame.lower(j)) for j in (cue.first - 1, cue.first + 1, cue.at + 1)
        )
