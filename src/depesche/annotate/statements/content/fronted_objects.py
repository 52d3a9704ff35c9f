"""Objects before their verb: "Kritikken af planen afviser ministeren", "Den Plan wies er zurück".

What is said before its verb as a clause is in `fronted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.fields import FieldReader
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.content.free_order import FreeOrder
from depesche.annotate.statements.content.said_objects import MIN_OBJECT, SaidObjects
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.openings import soon_after, tells_when
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Speech
from depesche.records import Act

_FIGURE: Final = 16  # tokens after a German verb in which the preposition of its figure stands


@dataclass(frozen=True, slots=True)
class FrontedObjects:
    """Finds the objects that stand before the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    said: SaidObjects

    def behind_verb(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a German subject stands after its verb, so that an object may stand before it."""
        behind = phrase is not None and phrase.kind != "relative" and phrase.start > cue.first > 0
        return self.speech.grammar.verb_final and behind

    def find(self, cue: VerbCue, phrase: Phrase | None = None) -> Found | None:
        """The object before a verb-second verb: "Kritikken af planen afviser ministeren"."""
        if self.speech.table is not None:
            return self._object_before(cue, phrase)
        if not self.speech.grammar.verb_second:
            return None
        found = self.finder.left(cue.first)
        if found is None or found.kind != "np" or tells_when(self.finder, found) or soon_after(self.finder, found):
            return None
        if self.speech.grammar.verb_final:
            return self._prefield(found, cue)
        if self.finder.head_speaks(found):
            return None
        words = word_count(self.frame, found.start, found.end)
        enough = words >= MIN_OBJECT or self.said.one_word(found.start, found.end, cue)
        return Found(((found.start, found.end),), "object") if enough else None

    def _prefield(self, found: Phrase, cue: VerbCue) -> Found | None:
        """Return the object that stands before a German verb, with the relative clause behind it."""
        if self.speech.has("prepositions", self.frame.lower(found.start)):
            return None
        if FieldReader(self.frame, self.speech, self.finder).subject_behind(found, cue) is None:
            return None
        end = cue.first - 1 if found.aside else found.end
        commas = any(self.frame.tokens[j].text == "," for j in range(found.start, end))
        if commas and not (found.aside and opens_subordinate(self.frame, found.aside[0], self.speech)):
            return None
        words = word_count(self.frame, found.start, end)
        enough = words >= MIN_OBJECT or self.said.one_word(found.start, end, cue)
        return Found(((found.start, end), *self._figure(cue)), "object") if enough else None

    def _figure(self, cue: VerbCue) -> tuple[tuple[int, int], ...]:
        """Return the figure, or what its cue leads to, behind the verb's own preposition: "Den Schaden beziffert die
        Polizei | auf 900 Euro"."""
        frame = self.frame
        near = range(cue.at + 1, min(cue.at + _FIGURE, frame.last()))
        at = next((j for j in near if frame.lower(j) in cue.verb.prepositions), None)
        if at is None or not (at in cue.parts or any(t.text[0].isdigit() for t in frame.tokens[at + 1 : at + 3])):
            return ()
        end = self.extent.end(at, cue, verbless=True)
        return ((at, min([end, *(p for p in cue.parts if p > at)])),)

    def _object_before(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """The object before a Polish verb, of which a word tells that it is one: "Tych doniesień nie potwierdza"."""
        found = FreeOrder(self.finder).object(cue, phrase)
        if found is None:
            return None
        judged = cue.verb.said and word_count(self.frame, *found) >= MIN_OBJECT  # "Plany resortu skrytykował wójt"
        judged = judged or (cue.verb.said and any(self.said.deed(j) for j in range(*found)))
        said = judged or any(self.said.said(j) for j in range(*found)) or self._wished(found, cue, phrase)
        return Found((found,), "object") if said else None

    def _wished(self, found: tuple[int, int], cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a phrase before a Polish verb is what is wished, promised, (not) ruled out or not told: "Pomoc
        zaoferowała Japonia", "Sprawy nie komentuje kuria"."""
        codes = [{*self.speech.reading(self.frame.lower(j))} for j in range(*found)]
        head = next((c for c in codes if "o" in c and ("a" in c or "g" in c or "d" in c)), set())
        untold = "g" in head and (cue.refusal is not None or (cue.negated and cue.verb.negated == "decline"))
        behind = phrase is not None and phrase.start > cue.at
        wished = cue.verb.act in (Act.PROMISE, Act.DEMAND) or (
            cue.verb.informs and (behind or cue.verb.act is not Act.ASSERT)
        )
        wished = wished or (behind and cue.verb.act is Act.CONFIRM)  # "Śmierć aktora potwierdziła rodzina"
        oblique = "a" in head or ("g" in head and cue.verb.act is Act.DEMAND)
        denied = cue.verb.act is Act.DENY and "d" in head and "h" not in head
        denied = denied and (behind or NOMINATIVE.isdisjoint(head))
        return untold or denied or (wished and oblique)
