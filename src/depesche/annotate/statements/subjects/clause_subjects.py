"""The subject of a German clause whose verb stands last, and of a main clause that goes on behind "und".

Which side of another verb its subject stands on is decided in `speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import after_mark, clause_start, is_finite
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.clauses.neighbours import shaped_participle
from depesche.annotate.statements.clauses.verb_final import stands_last
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech


@dataclass(slots=True)
class ClauseSubjects:
    """Reads the subjects of German clauses in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def before(self, found: Phrase | None, cue: VerbCue) -> Phrase | None:
        """Return the subject before a verb where `found` is all that stands there."""
        if found is None:
            return self._behind_adversative(cue)
        return self._behind_as(found) or self._in_relative(found, cue) or self._first_of_clause(found, cue) or found

    def _in_relative(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject of a relative clause: "den | Kritiker | als Fehler sehen", "| der | in Kiel sagte"."""
        frame, speech, start = self.frame, self.speech, found.start
        word = frame.lower(start)
        if found.kind != "np" or word not in speech.pronouns["relative"] or frame.lower(start - 1) != ",":
            return None
        if not stands_last(frame, cue, start + 1, speech) or start + 1 >= cue.first:
            return None
        inner = self.finder.right(start + 1, cue.first) if not self.finder.is_small(start + 1) else None
        if inner is None or speech.has_any(("accusative_articles", "pure_datives"), frame.lower(inner.start)):
            return self.finder.relative_at(start)
        if speech.has("accusative_articles", word):
            return inner  # "der Vorwurf, | den | Berg bestritt"
        closed = cue.auxiliary is not None and cue.auxiliary > cue.at
        if inner.end == cue.first and not (closed or speech.has("articles", frame.lower(inner.start))):
            return None  # ", die Behörde warnte": perhaps no relative clause
        return inner if word != "der" and self.finder.can_speak(inner) else self.finder.relative_at(start)

    def participial(self, found: Phrase, first: int) -> bool:
        """Say whether a phrase before the verb at `first` is a participle's: "Darauf angesprochen | sagte sie"."""
        last = found.end - 1
        if found.kind != "np" or found.end < first or not self.frame.tokens[last].text[0].islower():
            return False
        if self.finder.right(first + 1) is None:
            return False
        present = self.frame.lower(last).endswith(tuple(self.speech.words["participle_endings"]))
        return present or shaped_participle(self.frame, last, self.speech)

    def described(self, cue: VerbCue) -> bool:
        """Say whether what stands before a verb only tells as what: "Als Grund | nannte er", no "als er kam, sagte"."""
        frame, start = self.frame, after_mark(self.frame, cue.first)
        if not self.speech.has("as_markers", frame.lower(start)) or not frame.tokens[start + 1].text[0].isupper():
            return False
        commas = any(frame.tokens[j].text == "," for j in range(start, cue.first))
        return not commas and cue.at == cue.first and frame.lower(cue.at + 1) not in {",", ""}

    def _behind_as(self, found: Phrase) -> Phrase | None:
        """Return the subject that opens a wie-clause, where more stands between it and the verb."""
        start = clause_start(self.frame, found.start, self.speech)
        if not self.speech.has("as_words", self.frame.lower(start)):
            return None
        if any(self.frame.tokens[j].text == "," for j in range(start, found.end)):
            return None
        first = self.finder.right(start + 1, found.end)
        return first if first is not None and first.end < found.end and first.kind == "np" else None

    def _first_of_clause(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject of a clause that its verb ends: "nachdem | die Polizei | Hilfe forderte"."""
        if not stands_last(self.frame, cue, found.start, self.speech):
            return None
        first = self.finder.right(found.start, found.end)
        return first if first is not None and first.end < found.end else None

    def _behind_adversative(self, cue: VerbCue) -> Phrase | None:
        """Return the subject of a German clause that "während" opens: "während | die Post | von Unfällen sprach"."""
        start = clause_start(self.frame, cue.first, self.speech)
        opens = self.speech.has("adversatives", self.frame.lower(start))
        return self.finder.right(start + 1, cue.first) if opens else None

    def main_subject(self, cue: VerbCue) -> Phrase | None:
        """Return the subject of the German main clause a verb behind "und" goes on: "Er kam spät und | forderte"."""
        frame, speech = self.frame, self.speech
        start = after_mark(frame, cue.first) or frame.text_start()
        inner = opens_subordinate(frame, start, speech)  # "Als er kam, rief sie … und forderte"
        verbs = (j for j in range(start, cue.first - 1) if is_finite(frame, j, speech))
        verb = next((j for j in verbs if not inner or frame.lower(j - 1) == ","), None)
        if verb is None:
            return None
        fronted = inner or verb == start or speech.has("prepositions", frame.lower(start))
        left = None if fronted else self.finder.left(verb)
        if left is not None and self.finder.can_speak(left):
            return left
        right = self.finder.right(verb + 1, cue.first - 1)
        return right if right is not None and self.finder.can_speak(right) else None
