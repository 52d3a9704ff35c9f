"""Hearsay: "allegedly", "angeblich", "soll … haben" mark a statement, or make one that nobody is named for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    clause_end,
    clause_start,
    is_finite,
    opens_clause,
    word_count,
)
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate, whole_clause
from depesche.annotate.statements.clauses.neighbours import is_participle, shaped_participle
from depesche.annotate.statements.cues.find import PhraseCue
from depesche.annotate.statements.cues.verb_groups import walk_left
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import Hedge, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Span, StatementKind

_REACH: Final = 30  # tokens between "soll" and its infinitive
_MIN_WORDS: Final = 3
_INSIDE: Final = 2  # words of a relative clause behind its hedge: "der angiveligt | er ægte |"


@dataclass(slots=True)
class HedgeFinder:
    """Reads hedges in one frame."""

    frame: Frame
    speech: Speech
    extent: Extent
    finder: PhraseFinder

    def holds(self, cue: PhraseCue) -> bool:
        """Say whether the hedge is one here: the words it needs after it are there."""
        assert isinstance(cue.entry, Hedge)
        if cue.entry.infinitive:
            return self._said_to_have(cue)
        if self.speech.grammar.subject_first:
            first = walk_left(self.frame, cue.at, self.speech)[0]
            return not self.speech.has("question", self.frame.lower(first - 1)) or self._relative(first - 1)
        if not cue.entry.then:
            if self.speech.grammar.verb_medial and self._reckoned(cue):
                return False
            return not (self.speech.table is not None and cue.entry.alone and self._before_attribute(cue.end))
        closing = self._closing(cue)
        if closing is None:
            return False
        if self.speech.grammar.verb_medial:
            return self._tells_past(cue, closing)
        return not cue.entry.own or self._claims(cue)

    def _reckoned(self, cue: PhraseCue) -> bool:
        """Say whether a modal makes it the reporter's own verdict: "Det må siges at være fortjent"."""
        marked = self.speech.has("infinitive_marks", self.frame.lower(cue.end - 1))
        return marked and self.speech.has("modals", self.frame.lower(cue.at - 1))

    def _relative(self, j: int) -> bool:
        """Say whether a relative word stands at `j`, no "what": "the ring, which is said to be old"."""
        return self.frame.lower(j) in self.speech.pronouns["relative"]

    def _in_relative(self, j: int) -> bool:
        """Say whether nothing but a relative word behind its comma stands before `j`: ", który | podobno uciekł"."""
        return self.frame.lower(j - 2) == "," and self.speech.has("relative", self.frame.lower(j - 1))

    def _tells_past(self, cue: PhraseCue, closing: int) -> bool:
        """Say whether "skal … have" tells what happened: "skal have stjålet en bil", not "skal have ret til en bil".

        A past in what somebody says is no hearsay but a duty: "siger, at vejen skulle have været lukket".
        """
        frame, speech = self.frame, self.speech
        while speech.has("adverbs", frame.lower(closing + 1)) or speech.has("negations", frame.lower(closing + 1)):
            closing += 1
        if not is_participle(frame, closing + 1, speech):
            return False
        start = clause_start(frame, cue.at, speech)
        told = start > 0 and speech.has("complementizers", frame.lower(start - 1))
        return not told or frame.lower(cue.at).endswith(tuple(speech.words["present_endings"]))

    def _said_to_have(self, cue: PhraseCue) -> bool:
        """Say whether a Polish "was to" tells what somebody did: "miał bić żonę", not "miał wrócić w środę"."""
        frame, speech = self.frame, self.speech
        start, end = clause_start(frame, cue.at, speech), clause_end(frame, cue.at, speech)
        words = [frame.lower(j) for j in range(start, min(end, frame.last()))]
        infinitive = next((w for w in words[cue.at - start + 1 :] if "9" in speech.reading(w)), None)
        if infinitive is None or speech.has("planned", infinitive) or speech.has("impersonal", words[0]):
            return False
        return not any(speech.has(group, w) for w in words for group in ("planned_for", "negations", "relative"))

    def _closing(self, cue: PhraseCue) -> int | None:
        """Return where the word stands that the hedge needs: at the clause's end or before its last verb."""
        assert isinstance(cue.entry, Hedge)
        frame, final = self.frame, self.speech.grammar.verb_final
        if final and frame.lower(cue.at - 1) in cue.entry.then and self._ends_clause(cue.end - 1):
            return cue.at - 1
        for j in range(cue.end, min(len(frame.tokens), cue.end + _REACH)):
            if frame.tokens[j].text in HARD or (self.speech.grammar.verb_medial and frame.tokens[j].text == ","):
                return None
            if frame.lower(j) in cue.entry.then:
                return j if not final or self._ends_clause(j) else None
        return None

    def _claims(self, cue: PhraseCue) -> bool:
        """Say whether "will … gesehen haben" stands here, no wish: a participle before the last verb."""
        closing = self._closing(cue)
        if closing is None or closing - 1 <= cue.at < closing or self._claimant(cue) is None:
            return False
        return shaped_participle(self.frame, closing - 1, self.speech)

    def _claimant(self, cue: PhraseCue) -> Phrase | None:
        """Return who claims: the subject before the verb, or after it where something else stands first."""
        found = self.finder.left(cue.at)
        return found if found is not None else self.finder.right(cue.end)

    def _before_attribute(self, j: int) -> bool:
        """Say whether a hedge only qualifies a Polish adjective in an oblique case: "rzekomo przerwanej tamy"."""
        found = set(self.speech.reading(self.frame.lower(j)))
        return "j" in found and not found & {*"MFNPQ"} and not found & VERBAL

    def governs(self, cue: PhraseCue, at: int) -> bool:
        """Say whether a hedge stands right before the reporting verb at `at`: "skal ha fortalt at"."""
        if self.speech.grammar.verb_medial and isinstance(cue.entry, Hedge) and cue.entry.then:
            closing = self._closing(cue)
            return (
                closing is not None
                and closing < at
                and not any(not self.speech.has("adverbs", self.frame.lower(j)) for j in range(closing + 1, at))
            )
        between = range(cue.end, at)
        return cue.end <= at <= cue.end + 2 and all(self.speech.has("adverbs", self.frame.lower(j)) for j in between)

    def _ends_clause(self, j: int) -> bool:
        following = self.frame.lower(j + 1)
        return following in {"", ",", ".", ")", ";", ":", "!", "?"} or self.speech.has("conjunctions", following)

    def draft(self, cue: PhraseCue) -> Draft | None:
        """Return the hedged sentence as a statement that nobody is named for."""
        frame = self.frame
        assert isinstance(cue.entry, Hedge)
        if cue.entry.own:
            return self._claimed(cue)
        if (told := self._told_inside(cue)) is not None:
            return self._made(cue, *told, _INSIDE)
        start = clause_start(frame, cue.at, self.speech)
        aside = self.speech.table is not None and frame.lower(start - 1) == "("  # "Anna P. (podobno wracała)"
        if start >= cue.at - 1 and not aside:
            first = max((j + 1 for j in range(cue.at) if frame.tokens[j].text in HARD), default=0)
            second = (
                self.speech.grammar.verb_final and start > first
            )  # "Sie galten als Paar, | nun soll alles aus sein"
            if not (second and start < cue.at and whole_clause(frame, first, start - 1, self.speech, False)):
                opened = self.speech.grammar.verb_medial and opens_clause(frame, start - 1, self.speech)
                start = start if opened and start < cue.at else first  # "fyret, da | han angiveligt kom for sent"
        if self.speech.grammar.verb_final and start and opens_subordinate(frame, start, self.speech):
            start += 2 if self.speech.has("prepositions", frame.lower(start)) else 1
        while self.speech.has("conjunctions", frame.lower(start)) and start < cue.at:
            start += 1
        before = frame.lower(start - 1) if start else ""
        if self.speech.grammar.verb_medial and self.speech.has("complementizers", before):
            return None  # "målet er at alle skal ha fått opplæring"
        if self.speech.grammar.verb_medial and self.speech.has("question", frame.lower(start)):
            return None  # "Hvem der skal have stjålet bilen, vides ikke"
        inside = self.speech.table is not None and self._in_relative(cue.at)
        if inside or (self.speech.table is not None and start == cue.at):
            start = cue.end  # "Podobno | wyjechał", ", co rzekomo | opóźniło pomoc"
        end = (
            min(clause_end(frame, cue.at, self.speech), frame.last()) if inside else self.extent.end(max(start, cue.at))
        )
        if cue.entry.infinitive:
            return self._around(cue, start, end)
        if aside:
            return self._made(cue, cue.end, end)
        if cue.entry.then and self.speech.grammar.verb_final and frame.lower(cue.at - 1) in cue.entry.then:
            end = (
                cue.at if clause_start(frame, cue.at, self.speech) < start else end
            )  # "…, der sie bestohlen haben | soll"
        if cue.entry.then and self.speech.grammar.verb_final:
            end = next((j for j in range(cue.end, end) if frame.tokens[j].text == ":"), end)
        return self._made(cue, start, end)

    def _told_inside(self, cue: PhraseCue) -> tuple[int, int] | None:
        """Return what Danish or Norwegian hearsay tells in a relative clause or behind "and", without what is before.

        "Ringen, der | angiveligt | er ægte, blev solgt", "…, hvilket | angiveligt | skyldes regnen", "… og | menes at".
        """
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or cue.at < _MIN_WORDS:
            return None
        before, word = frame.lower(cue.at - 2), frame.lower(cue.at - 1)
        summed = before == "," and speech.has("summaries", word)
        relative = summed or (before == "," and word in speech.pronouns["relative"])
        opened = any(speech.has("infinitive_marks", frame.lower(j)) for j in range(cue.at, cue.end))
        if not relative and not (opened and speech.has("conjunctions", word)):
            return None
        end = self.extent.end(cue.end)
        return cue.end, end if summed else self._before_reporter(cue.end, end, inside=True)

    def parted(self, cue: PhraseCue) -> Draft | None:
        """Read English hearsay beside or inside another clause.

        "Two men | are said | to have fled, which …", "The ring, | thought | to be old, was …", "Lee, who | allegedly |
        stole it, has left": what the reporter tells of it is no part of the statement; None where it has a clause.
        """
        if not self.speech.grammar.subject_first:
            return None
        frame, relatives = self.frame, self.speech.pronouns["relative"]
        at = next((j for j in range(cue.at, cue.end) if self.speech.has("infinitive_marks", frame.lower(j))), None)
        inside = frame.lower(cue.at - 1) in relatives and frame.lower(cue.at - 2) == ","
        if at is None and not inside:
            return None
        end = self.extent.end(cue.end if at is None else at)
        if at is None:
            return self._made(cue, cue.at - 1, self._before_reporter(cue.at, end, inside=True))
        beside = frame.lower(cue.at - 1) == ","
        first, negated, _, _ = walk_left(frame, cue.at, self.speech)
        subject = self.finder.left(cue.at - 1 if beside else first)
        told_inside = beside or (subject is not None and subject.kind == "relative")
        made = self._made(cue, at, self._before_reporter(at, end, inside=told_inside))
        if subject is None or made is None:
            return made
        a, b = subject.antecedent or (subject.start, subject.end)
        before = self.extent.span(a, cue.at if negated else b, 1)
        if before is not None:
            made.content = (before, *made.content)
        return made

    def _before_reporter(self, start: int, end: int, *, inside: bool) -> int:
        """Return the comma in [start, end) at which the reporter goes on: ", which …", inside a clause its verb."""
        frame = self.frame
        commas = (j for j in range(start + 1, end - 1) if frame.tokens[j].text == ",")
        for j in commas:
            k = j + 1
            while self.finder.is_small(k):
                k += 1
            verb = is_finite(frame, k, self.speech) or is_past(frame.lower(k), self.speech.lang)
            if frame.lower(j + 1) in self.speech.pronouns["relative"] or (inside and verb):
                return j
        return end

    def _claimed(self, cue: PhraseCue) -> Draft | None:
        """Return what somebody says of himself: "Ein Zeuge will | den Mann gesehen haben |"."""
        phrase, closing = self._claimant(cue), self._closing(cue)
        if phrase is None or closing is None:
            return None
        start = cue.end if phrase.end <= cue.at else phrase.end
        if closing < cue.at:
            start = phrase.end
        made = self._made(cue, start, closing + 1)
        if made is not None:
            made.phrase, made.anonymous, made.hedged = phrase, False, False
        return made

    def _around(self, cue: PhraseCue, start: int, end: int) -> Draft | None:
        """Return a clause without the verb that hedges it: "Sąsiad | bić żonę"."""
        made = self._made(cue, cue.end, end)
        before = self.extent.span(start, cue.at, 1)
        if made is not None and before is not None:
            made.content = (before, *made.content)
        return made

    def _made(self, cue: PhraseCue, start: int, end: int, least: int = _MIN_WORDS) -> Draft | None:
        frame = self.frame
        span = self.extent.span(start, end)
        if span is None or word_count(frame, start, end) < least:
            return None
        words = Span(frame.tokens[cue.at].start, frame.tokens[cue.end - 1].end)
        kind = StatementKind.MIXED if self.extent.has_marks(start, end) else StatementKind.INDIRECT
        assert isinstance(cue.entry, Hedge)
        hedged, act = not cue.entry.sure, cue.entry.act
        return Draft(frame, "hedge", (span,), (words,), act, kind, hedged=hedged, anonymous=True, at=cue.at)
