"""How far reported content runs: to the end of its sentence, unless the reporter takes the word again before that.

Here is the walk over the places where it may end, and the span it makes. What is decided there stands in `clause_ends`
(told clauses), `own_clauses` (content without a verb), `leading_clauses` (the verb's clause opens the sentence) and
`verb_final`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import has_words, is_dash, is_finite
from depesche.annotate.statements.clauses.clause_ends import ClauseEnds, past_mark
from depesche.annotate.statements.clauses.leading_clauses import LeadingClauses
from depesche.annotate.statements.clauses.narration import Narration
from depesche.annotate.statements.clauses.own_clauses import OwnClauses
from depesche.annotate.statements.clauses.verb_final import matrix_resumes
from depesche.annotate.statements.cues.find import PhraseCue, VerbCue, matches
from depesche.annotate.statements.frames.frame import DASHES, ENDERS, QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.once import once
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Refusal, SourcePhrase, Speech
from depesche.records import SegmentKind, Span

_TURNS: Final = frozenset({*"();:,!?…", "?!", "!?", QUOTE}) | DASHES  # marks at which content may end
_MARKED: Final = MARKS - {"'", "’"} | {QUOTE}
_MIN_WORDS: Final = 2
_CLOSING: Final = 8  # tokens between the words on both sides of a source: "in the minister's view"
_REPORT_NOUN: Final = 4  # tokens after a preposition in which its noun of reporting stands


@dataclass
class Extent:
    """Finds the end of content in one frame, with the cues known there; `turns` are the tokens where it may end.

    Cues and possible ends are held by place: many cues that look through all of them would cost their square.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    verbs: list[VerbCue]
    phrases: list[PhraseCue]
    reporting: dict[int, list[VerbCue]] = field(init=False)

    def __post_init__(self) -> None:
        self.reporting = {}  # made at once: a verb's group may grow to the left while its subject is looked for
        for v in self.verbs:
            self.reporting.setdefault(v.first, []).append(v)

    @once
    def turns(self) -> list[int]:
        ends = _TURNS | self.speech.words["conjunctions"] | self._title_breaks()
        return [j for j, t in enumerate(self.frame.tokens) if t.lower in ends]

    @once
    def marked(self) -> list[int]:
        quoted = self.frame.quoted
        return [j for j, t in enumerate(self.frame.tokens) if t.text in _MARKED or j in quoted]

    @once
    def narration(self) -> Narration:
        refusals = frozenset(p.at for p in self.phrases if isinstance(p.entry, Refusal) and not p.entry.speech)
        return Narration(self.frame, self.speech, self.finder, self.reporting, refusals)

    @once
    def clause_ends(self) -> ClauseEnds:
        breaking = {v.at for v in self.verbs if v.voice == "gerund"}
        breaking |= {p.at for p in self.phrases if isinstance(p.entry, SourcePhrase) and self._reports(p, p.entry)}
        shared = self.frame, self.speech, self.finder, self.reporting
        return ClauseEnds(*shared, self.narration, frozenset(breaking))

    @once
    def leading(self) -> LeadingClauses:
        return LeadingClauses(self.frame, self.speech, self.finder, self.reporting)

    @once
    def own(self) -> OwnClauses:
        return OwnClauses(self.frame, self.speech, self.finder, self.reporting, self.turns)

    def _reports(self, cue: PhraseCue, entry: SourcePhrase) -> bool:
        """Say whether a preposition leads to a noun of reporting or the end of its phrase ("in his view", "nach Bergs
        Worten"); other source phrases need none."""
        if entry.after:
            near = range(cue.end, cue.end + _CLOSING) if entry.after[0] in self.frame.words else range(0)
            return any(matches(self.frame, j, entry.after) for j in near)
        if not entry.report:
            return True
        nouns = tuple(self.speech.words["report_nouns"])
        return any(self.frame.lower(j).endswith(nouns) for j in range(cue.end, cue.end + _REPORT_NOUN))

    def _title_breaks(self) -> frozenset[str]:
        """Return the words at which a noun phrase ends in a title: "denies closing the border as …"."""
        title = self.frame.kind is SegmentKind.TITLE
        return self.speech.words["headline_breaks"] if title else frozenset()

    def end(
        self,
        start: int,
        cue: VerbCue | None = None,
        through_quote: bool = False,
        verbless: bool = False,
        infinitive: bool = False,
    ) -> int:
        """Return the index after the last token of content that starts at `start`.

        Content that is `verbless` ends where a second main verb follows: "accused X of lying and summoned the envoy",
        an `infinitive` without a mark ("ba ham gå") where a clause of the reporter does.
        """
        frame, limit = self.frame, self.frame.last()
        fronted = cue is not None and (self.leading.holds(cue) or self.leading.opens_passive(cue))
        if fronted and self.speech.grammar.verb_medial:
            limit = self.leading.inverted_verb(start, limit)
        depth = 0
        after_dash = start
        plain = verbless or infinitive or self.speech.has("infinitive_marks", frame.lower(start))
        breaks = self._title_breaks() if plain else frozenset()
        for j in self.turns[bisect_left(self.turns, start) : bisect_left(self.turns, limit)]:
            if j < after_dash:
                continue
            text = frame.tokens[j].text
            if text == "(":
                depth += 1
            elif text == ")":
                if depth == 0:
                    return j
                depth -= 1
            elif depth:
                continue
            elif is_dash(frame, j):
                closing = next((k for k in self.turns[bisect_right(self.turns, j) :] if is_dash(frame, k)), limit)
                if closing >= limit and j > start and not self._said_on(j + 1):
                    return j
                after_dash = closing + 1 if closing < limit else j
            elif (fronted and text == "," and self.leading.main_clause_follows(j + 1)) or (
                j > start
                and (
                    self.clause_ends.at(j, start, cue, through_quote)
                    or (verbless and (self.own.ends_verbless(start, j) or self.own.joins_participle(j, cue)))
                    or (plain and self.own.goes_beyond(start, j))
                    or self._matrix_resumes(start, j, cue)
                )
            ):
                return past_mark(frame, j)
            elif j > start and frame.lower(j) in breaks:
                return j
        return limit

    def _said_on(self, i: int) -> bool:
        """Say whether a single dash parts only what is said: "– that life should be better", "– og bli i partiet"."""
        speech, word = self.speech, self.frame.lower(i)
        if speech.has("conjunctions", word):
            return not is_finite(self.frame, i + 1, speech)
        return speech.has("complementizers", word)

    def _matrix_resumes(self, start: int, j: int, cue: VerbCue | None) -> bool:
        """Say whether a German clause is complete at the comma `j` and the one around it goes on."""
        behind = cue is None or cue.at < start
        return behind and self.speech.grammar.verb_final and matrix_resumes(self.frame, start, j, self.speech)

    # -- spans ------------------------------------------------------------------------------------------------
    def span(self, a: int, b: int, minimum: int = _MIN_WORDS) -> Span | None:
        """Return the span of tokens [a, b) without commas, dashes and opening words at its ends."""
        frame = self.frame
        while a < b and (frame.tokens[a].text in ",:;" or is_dash(frame, a) or frame.tokens[a].text == ")"):
            a += 1
        while b > a and (frame.tokens[b - 1].text in ",:;(" or is_dash(frame, b - 1)):
            b -= 1
        stranded = self.speech.has("prepositions", frame.lower(b - 1)) and frame.lower(b) in ENDERS
        if b > a + 1 and self.speech.has("conjunctions", frame.lower(b - 1)) and not stranded:
            b -= 1  # "hva han er siktet | for" keeps its preposition
        if a >= b or (frame.tokens[a].text != QUOTE and not has_words(frame, a, b, minimum)):
            return None
        start, end = frame.tokens[a].start, frame.tokens[b - 1].end
        if b - a == 1 and frame.is_quote(a):
            return frame.quote(a).inner
        return Span(start, end)

    def has_marks(self, a: int, b: int) -> bool:
        """Say whether [a, b) holds quoted words."""
        at = bisect_left(self.marked, a)
        return at < len(self.marked) and self.marked[at] < b
