"""German objects without an article right behind the subject: "forderte die Polizei | Hilfe"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from depesche.annotate.statements.content.said_objects import SaidObjects
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.records import NameType


@dataclass(frozen=True, slots=True)
class BareNouns:
    """Parts, in one frame, subjects from the objects read as part of them."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    said: SaidObjects

    def before(self, cue: VerbCue, phrase: Phrase | None) -> Phrase | None:
        """Return a German subject without the noun behind it that has no article: "forderte die Polizei | Hilfe"."""
        frame, speech = self.frame, self.speech
        if phrase is None or phrase.kind != "np" or phrase.aside or not speech.grammar.verb_final:
            return None
        if "object" not in cue.verb.takes:
            return None
        for j in range(phrase.start + 1, phrase.end):
            before, noun = frame.tokens[j - 1], frame.tokens[j].text[0].isupper()
            noun = noun and not (j + 1 < phrase.end and frame.tokens[j + 1].text[0].isupper())
            follows = frame.lower(j + 1)
            fresh = speech.has("articles", follows) and not speech.has("genitive_articles", follows)
            if not (noun and before.text[0].isupper()) or speech.has("articles", before.lower) or fresh:
                continue
            named = any(self.finder.name_at(k) == j for k in range(phrase.start, j)) and self.said.middle.single(j)
            if named or (self.said.names_act(j) and not self._of_name(j)):
                return replace(phrase, end=j)
        return None

    def _of_name(self, j: int) -> bool:
        """Say whether the noun at `j` belongs to a name, none of a person or behind a house: "Deutsche Umwelthilfe"."""
        start = next((k for k in range(j - 1, -1, -1) if (self.finder.name_at(k) or 0) > j), None)
        if start is None:
            return False
        name = self.finder.layers.names[self.frame.tokens[start].start]
        house = any(self.speech.noun_kind(self.frame.lower(k)) for k in range(start, j))
        return not house and not (name.type is NameType.PERSON and j > start + 1)
