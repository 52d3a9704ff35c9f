"""Where content ends whose verb stands in a relative clause: "the man who denied stealing it | has died".

All other ends of content are decided by `extent`. Sources in relative clauses are read by `relative_sources`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import main_clause_at, second_verb
from depesche.annotate.statements.content.opened_clauses import OpenedClauseFinder
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past

_JOINS: Final = ("conjunctions", "complementizers", "subordinators", "question", "relative")


@dataclass(slots=True)
class RelativeEnds:
    """Ends content, in one frame, where the clause around its relative clause goes on."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    opened: OpenedClauseFinder

    def inside(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a verb stands in a clause of another: a relative one, a participle, one that opens in Polish."""
        if (phrase is not None and phrase.kind == "relative") or self._passive_relative(cue) or self.of_who(cue):
            return True
        if self.speech.grammar.subject_first and cue.voice == "passive" and cue.auxiliary is None:
            return True
        return self.speech.table is not None and self.extent.leading.holds(cue)

    def of_who(self, cue: VerbCue) -> bool:
        """Say whether "who" is the subject of an English verb, with or without a comma before it."""
        j = cue.first - 1
        while j > 0 and self.finder.is_small(j):
            j -= 1
        return j > 0 and self.speech.has("subject_relatives", self.frame.lower(j))

    def _passive_relative(self, cue: VerbCue) -> bool:
        """Say whether a relative word is the subject of a passive: "En mand, der er sigtet for vold, er løsladt"."""
        words = self.speech.pronouns.get("relative", frozenset())
        return self.speech.grammar.verb_medial and cue.voice == "passive" and self.frame.lower(cue.first - 1) in words

    def beside_object(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether an English relative word stands before the subject: "the man who police say | stole it"."""
        if phrase is None or not 0 < phrase.start < cue.first or not self.speech.grammar.subject_first:
            return False
        return self.frame.lower(phrase.start - 1) in self.speech.pronouns["relative"]

    def before_finite(self, found: Found) -> Found:
        """End content in a relative clause where the main verb comes: "the man who denied stealing it has died"."""
        (a, b), *rest = found.stretches
        verbs = (j for j in range(a + 1, b) if self._main_verb_at(j) and not self._infinitive(j))
        inner = self.speech.pronouns.get("relative", frozenset())
        finite = next(
            (j for j in verbs if not (self.speech.grammar.verb_medial and self.frame.lower(j - 1) in inner)), None
        )
        reported = self._reporting_verb(a, b, needs_verb=False)
        finite = reported if finite is None or (reported is not None and reported < finite) else finite
        if finite is not None and self.speech.table is not None:  # "który ostrzegał przed suszą | , od roku nie żyje"
            finite = next((j for j in range(finite - 1, a, -1) if self.frame.tokens[j].text == ","), finite)
        return found if finite is None else Found(((a, finite), *rest), found.how, found.trailing)

    def before_main_verb(self, cue: VerbCue, found: Found) -> Found:
        """End a clause inside a relative clause at the comma before the main verb: "Berg, som sier at X, har …"."""
        (a, b), *rest = found.stretches
        if self.speech.table is not None:
            return Found(((a, main_clause_at(self.frame, a, b, self.speech)), *rest), found.how, found.trailing)
        commas = [j for j in range(a + 1, b - 1) if self.frame.tokens[j].text == ","]
        end = next((j for j in commas if self.opened.main_verb(j + 1) or self._resumes(j + 1)), None)
        if end is None and self.speech.grammar.subject_first and is_finite(self.frame, a, self.speech):
            end = second_verb(self.frame, a, b, self.speech)  # "the man who police say was drunk | drove off"
        elif end is None and self._awaits_verb(cue):
            end = self._awaited(a, b)  # "the man who said the dam was safe | has died"
        if end is None:
            end = self._reporting_verb(a, b, needs_verb=True)
        return found if end is None else Found(((a, end), *rest), found.how, found.trailing)

    def _awaits_verb(self, cue: VerbCue) -> bool:
        """Say whether an English relative clause without a comma belongs to a subject whose verb is still to come."""
        frame, speech, start = self.frame, self.speech, self.frame.text_start()
        if not speech.grammar.subject_first:
            return False
        relative = next((j for j in range(cue.first - 1, start, -1) if speech.has("relative", frame.lower(j))), start)
        return relative > start and not any(
            frame.tokens[j].text == "," or is_finite(frame, j, speech) or is_past(frame.lower(j), speech.lang)
            for j in range(start, relative)
        )

    def _awaited(self, a: int, b: int) -> int | None:
        """Return where the verb stands that an English clause [a, b) was not to have: its second one."""
        frame, speech = self.frame, self.speech
        end = second_verb(frame, a, b, speech)
        if end < b:
            return end
        told = next((j for j in range(a, b) if is_finite(frame, j, speech)), b)
        groups = ("auxiliaries", "modals", "noun_articles", "prepositions", "conjunctions", "negations", "adverbs")
        pasts = (j for j in range(told + 1, b) if is_past(frame.lower(j), speech.lang))
        return next((j for j in pasts if not speech.has_any(groups, frame.lower(j - 1))), None)

    def _reporting_verb(self, a: int, b: int, needs_verb: bool) -> int | None:
        """Return where an English reporting verb takes up the subject around: "an aide who asked not to be named |
        said", "the man who said he saw the car | told police"; `needs_verb`: what is told has a verb of its own."""
        if not self.speech.grammar.subject_first:
            return None
        ready = not needs_verb
        for j in range(a + 1, b):
            word = self.frame.lower(j)
            if not word[0].isalpha() or self.speech.has_any(_JOINS, word):
                if j > a + 1 or not needs_verb:
                    return None
                continue
            active = any(v.voice == "active" and v.refusal is None for v in self.extent.reporting.get(j, ()))
            if active and ready:
                return j
            finite = is_finite(self.frame, j, self.speech) or is_past(word, self.speech.lang)
            ready = ready or (finite and not active)
        return None

    def _infinitive(self, j: int) -> bool:
        return self.speech.has("infinitive_marks", self.frame.lower(j - 1))

    def _main_verb_at(self, j: int) -> bool:
        """Say whether a finite verb stands at `j`; behind a comma also one spelt like a noun: "sagen, spiller"."""
        if is_finite(self.frame, j, self.speech):
            return True
        if self.frame.lower(j - 1) != ",":
            return False
        return self.speech.has("finite_or_noun", self.frame.lower(j)) or self._resumes(j)

    def _resumes(self, j: int) -> bool:
        """Say whether an English main verb stands at `j`: "Berg, who said the talks had failed, | has since left"."""
        if not self.speech.grammar.subject_first:
            return False
        while self.finder.is_small(j):
            j += 1
        return is_finite(self.frame, j, self.speech) or is_past(self.frame.lower(j), self.speech.lang)
