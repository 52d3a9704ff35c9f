"""Refusals whose verb reports nothing else: "would not comment on the case", "lehnte eine Stellungnahme ab"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_start
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.verb_final import is_zu_infinitive
from depesche.annotate.statements.cues.find import PhraseCue, VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Refusal, Speech, Verb
from depesche.records import Act, Span, StatementKind

_REACH: Final = 7  # tokens between the words of a refusal and the verb or noun that completes them
_DECLINING: Final = Verb("", Act.DECLINE, frozenset({"object"}))


@dataclass(slots=True)
class RefusalFinder:
    """Reads refusals in one frame that no reporting verb has taken."""

    frame: Frame
    speech: Speech
    speakers: SpeakerFinder
    extent: Extent

    def find(self, cue: PhraseCue) -> Draft | None:
        """Return what somebody refuses to speak about as a statement; None where nothing is named."""
        entry = cue.entry
        assert isinstance(entry, Refusal)
        if self._of_relative(cue.at - 1):
            return None
        at = self._completion(cue, entry)
        if at is None:
            return self._infinitive_before(cue) if self.speech.table is not None and entry.speech else None
        refused = self.speech.table is not None and at >= cue.end
        start = self._group_start(cue, at) if refused else self._start(cue, entry, at)
        if self._tells_when(start):
            return None
        asked = self._question(start, cue.end)
        start = asked or start
        if self.frame.lower(start) == "," and "c" in self.speech.reading(self.frame.lower(start + 1)):
            return None  # "Sklep odmówił, żądając dowodu"
        end = self.extent.end(start, verbless=refused and not asked)
        while (
            self.speech.grammar.verb_final and end > start and self.speech.has("particles", self.frame.lower(end - 1))
        ):
            end -= 1
        if self._nothing_named(entry, start):
            start, end = cue.end - 2, cue.end  # "lehnte | eine Stellungnahme | ab"
        if self.speech.grammar.verb_final and self._only_verb(start):
            return None
        span, first = self.extent.span(start, end, minimum=1), self._after_subject(cue.at)
        if span is None:
            first = self._object_before(cue)
            span = self.extent.span(first, cue.at, minimum=1)
        if span is None:
            return None
        words = Span(self.frame.tokens[cue.at].start, self.frame.tokens[cue.end - 1].end)
        named = at >= cue.end and not refused
        parts = (words, Span(self.frame.tokens[at].start, self.frame.tokens[at].end)) if named else (words,)
        verb = VerbCue(_DECLINING, at, first, tuple(range(cue.at, cue.end)), "active")
        phrase, _ = self.speakers.subject(verb)
        polish = self.speech.table is not None and not asked
        spans = self._around_subject(cue, (start, end), phrase) if polish else None
        return Draft(
            self.frame, "refusal", spans or (span,), parts, entry.act, StatementKind.INDIRECT, phrase,
            follows=phrase is None, at=at,
        )  # fmt: skip

    def _around_subject(
        self, cue: PhraseCue, content: tuple[int, int], phrase: Phrase | None
    ) -> tuple[Span, ...] | None:
        """Return what a Polish refusal names where its subject stands behind it, with what opens the clause: "Tej
        sprawy | nie chce | komentować | rzecznik"."""
        start, end = content
        if phrase is None or not start <= phrase.start < end:
            return None
        opens = clause_start(self.frame, cue.at, self.speech)
        led = self.speech.has("topic_prepositions", self.frame.lower(opens))
        before = self.extent.span(opens + 1 if led else self._object_before(cue), cue.at, minimum=1)
        behind = self.extent.span(start, phrase.start, minimum=1)
        return tuple(span for span in (before, behind) if span is not None) or None

    def _after_subject(self, at: int) -> int:
        """Return where a Danish or Norwegian verb stands before a refusal's noun: "Berg | har foreløpig ingen
        kommentar"."""
        first = at
        while self.speech.grammar.verb_medial and self.speech.has("adverbs", self.frame.lower(first - 1)):
            first -= 1
        return first - 1 if first < at and self.speech.has("auxiliaries", self.frame.lower(first - 1)) else at

    def _of_relative(self, j: int) -> bool:
        """Say whether a Polish relative word at `j` is what is not told: "konto, | którego | nie ujawnia rodzicom"."""
        relative = self.speech.table is not None and self.frame.lower(j) in self.speech.pronouns["relative"]
        return relative and NOMINATIVE.isdisjoint(self.speech.reading(self.frame.lower(j)))

    def _tells_when(self, start: int) -> bool:
        """Say whether all that follows an English refusal is when: "would not comment | on Monday"."""
        speech, word = self.speech, self.frame.lower(start)
        when = speech.has("prepositions", word) and self.extent.finder.time_at(start + 1) is not None
        alone = self.extent.finder.is_small(start) and start + 1 >= self.frame.last()  # "would not comment | further"
        return speech.grammar.subject_first and (when or alone or speech.has_any(("offsets", "during"), word))

    def _only_verb(self, start: int) -> bool:
        """Say whether a bare infinitive is all behind a German refusal: "wollte keine Auskunft | geben"."""
        plain = self.frame.lower(start + 1) in {".", "", ","} and self.frame.lower(start).endswith("n")
        plain = plain and self.frame.tokens[start].text[0].islower()
        return plain or is_zu_infinitive(self.frame, start, self.speech)

    def _nothing_named(self, entry: Refusal, start: int) -> bool:
        """Say whether a German refusal of a statement has no topic behind it."""
        plain = self.speech.grammar.verb_final and not entry.speech and not entry.nouns
        return plain and not self.speech.has("topic_prepositions", self.frame.lower(start))

    def _start(self, cue: PhraseCue, entry: Refusal, at: int) -> int:
        """Return where content starts: after the words, or with the infinitive of taking part that they refuse."""
        if not self.speech.grammar.verb_medial:
            return at + 1
        if entry.nouns and self.speech.has("infinitive_marks", self.frame.lower(cue.end)):
            return cue.end  # "har ikke ønsket | at stille op til interview"
        start = at + 1 + self.speech.has("reflexives", self.frame.lower(at + 1))  # "nægter at udtale sig | om sagen"
        return start + self.speech.has("prepositions", self.frame.lower(start))  # "har ingen kommentarer til | sagen"

    def _group_start(self, cue: PhraseCue, at: int) -> int:
        """Return where the group of a refused Polish infinitive starts: "nie chciał | się do tego odnieść"."""
        speech, a = self.speech, at
        told = {w for key, forms in speech.pronouns.items() if key.startswith("object") for w in forms}
        while a > cue.end and (
            self.frame.lower(a - 1) in told
            or speech.has_any(("reflexives", "prepositions", "same"), self.frame.lower(a - 1))
        ):
            a -= 1
        return a

    def _question(self, start: int, after: int) -> int | None:
        """Return where the question opens nobody answers: "odmówił odpowiedzi na pytanie, | czy"."""
        if self.speech.table is None:
            return None
        commas = (j for j in range(after, min(start + _REACH, self.frame.last())) if self.frame.lower(j) == ",")
        opening = next(commas, None)
        return opening + 1 if opening and self.speech.has("question", self.frame.lower(opening + 1)) else None

    def _object_before(self, cue: PhraseCue) -> int:
        """Return where the object before a Polish refusal starts: "Policja | tego nie komentuje"."""
        if self.speech.table is None:
            return cue.at
        verb = VerbCue(_DECLINING, cue.end - 1, cue.at, tuple(range(cue.at, cue.end)), "active")
        a = cue.at
        while a > 0 and "g" in self.speech.reading(self.frame.lower(a - 1)):
            if self.speakers.cases.opens_with(a - 1, verb):
                break
            a -= 1
        return a

    def _infinitive_before(self, cue: PhraseCue) -> Draft | None:
        """Read a Polish refusal behind its infinitive: "Szczegółów podawać nie chciał"."""
        assert isinstance(cue.entry, Refusal)
        start = clause_start(self.frame, cue.at, self.speech)
        if not any(self.speech.has("answer_verbs", self.frame.lower(j)) for j in range(start, cue.at)):
            return None
        span = self.extent.span(start, cue.at, minimum=1)
        if span is None:
            return None
        words = Span(self.frame.tokens[cue.at].start, self.frame.tokens[cue.end - 1].end)
        verb = VerbCue(_DECLINING, cue.end - 1, cue.at, tuple(range(cue.at, cue.end)), "active")
        phrase = self.speakers.cases.after(verb)
        return Draft(
            self.frame, "refusal", (span,), (words,), cue.entry.act, StatementKind.INDIRECT, phrase,
            follows=phrase is None, at=cue.end - 1,
        )  # fmt: skip

    def _completion(self, cue: PhraseCue, entry: Refusal) -> int | None:
        """Return where the verb or noun stands that completes the refusal; its last word where it needs none."""
        for j in range(cue.end, min(len(self.frame.tokens), cue.end + _REACH)):
            if self.frame.tokens[j].text in HARD or self.frame.tokens[j].text == ",":
                break
            word = self.frame.lower(j)
            if self.speech.has("prepositions", self.frame.lower(j - 1)):
                continue  # "declined to describe the bomb in detail"
            if self.speech.table is not None and self.speech.has("reflexives", self.frame.lower(j + 1)):
                continue  # "nie zamierza podawać się do dymisji"
            if self.speech.has("answer_verbs", word) or word in entry.nouns:
                return j
        return None if entry.speech or (entry.nouns and self.speech.grammar.verb_second) else cue.end - 1
