"""From which house or document a Danish or Norwegian verb reports that has nobody as its subject.

"I partiet mener man", "Fra ministeriet oplyses det", "I rapporten peges der på", "Det understreges fra klubben".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.records import NameType

_BEHIND: Final = 4  # tokens after a verb in which the house may stand: "understreges det fra"
_HOUSES: Final = frozenset({"institution", "document", "medium", "collective"})


@dataclass(frozen=True, slots=True)
class HouseReader:
    """Reads the houses and documents beside the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def find(self, cue: VerbCue) -> Phrase | None:
        """Return the house or document a verb without a speaker reports from; a document will do for any passive."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or speech.words["house_prepositions"].isdisjoint(frame.words):
            return None
        first = cue.first if cue.auxiliary is None else min(cue.first, cue.auxiliary)
        start = self.finder.clause_opening(first)
        if speech.has("house_prepositions", frame.lower(start)) and start + 1 < first:
            found = self.finder.right(start + 1, first)
            return self._house(found, start, first) if found is not None and found.end == first else None
        return self._behind(cue) if self._nobody(first) else None

    def _behind(self, cue: VerbCue) -> Phrase | None:
        """Return the house behind a verb: "Det oplyses | fra politiet |, at"."""
        for j in range(cue.at + 1, min(cue.at + _BEHIND, self.frame.last())):
            word = self.frame.lower(j)
            if word == "," or word in HARD or self.speech.has("complementizers", word):
                return None
            if self.speech.has("source_prepositions", word):
                found = self.finder.right(j + 1)
                return self._house(found, j, cue.first) if found is not None else None
        return None

    def _nobody(self, first: int) -> bool:
        """Say whether nobody does what the verb at `first` says: "det siges", "siges det", "siger man"."""
        return any(self.speech.has("impersonal", self.frame.lower(k)) for k in (first - 1, first + 1) if k >= 0)

    def _house(self, found: Phrase, preposition: int, first: int) -> Phrase | None:
        frame, speech = self.frame, self.speech
        words = [frame.lower(j) for j in range(found.start, found.end)]
        if speech.has("sides", words[-1]):  # "fra | fagforeningens | side", never "fra flere sider"
            owner = Phrase(found.start, found.end - 1)
            return owner if len(words) > 1 and words[-2].endswith("s") and self._speaks(owner) else None
        if any(speech.has("listeners", word) for word in words):
            return None
        if not self._nobody(first):
            return found if any(speech.noun_kind(word) == "document" for word in words) else None
        if speech.has("source_prepositions", frame.lower(preposition)):
            return found if self.finder.can_speak(found) else None
        return found if any(speech.noun_kind(word) in _HOUSES for word in words) or self._named(found) else None

    def _speaks(self, owner: Phrase) -> bool:
        last = self.frame.lower(owner.end - 1).removesuffix("s")
        return self.speech.noun_kind(last) is not None or self.finder.name_at(owner.start) is not None

    def _named(self, found: Phrase) -> bool:
        """Say whether a phrase is the name of a body, or of nobody known, no place: "hos DSB", not "i Danmark"."""
        token = self.frame.tokens[found.start]
        name = self.finder.layers.names.get(token.start)
        return token.text[0].isupper() if name is None else name.type is NameType.ORGANIZATION
