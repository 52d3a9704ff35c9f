"""How far reported content runs: to the end of its sentence, unless the reporter takes the word again before that."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses import has_words, is_dash, is_finite, is_reported
from depesche.annotate.statements.coordination import closes_clause, credited, denied_before, goes_on_inside
from depesche.annotate.statements.cues import PhraseCue, VerbCue
from depesche.annotate.statements.embedded import subject_inside, tells_in_present
from depesche.annotate.statements.frames import DASHES, QUOTE, Frame
from depesche.annotate.statements.main_clauses import opens_subordinate
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.narration import Narration
from depesche.annotate.statements.neighbours import is_participle
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.verb_final import matrix_resumes
from depesche.lang.schema.speech import Refusal, SourcePhrase, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act, SegmentKind, Span

_TURNS: Final = frozenset({*"();:,!?…", "?!", "!?", QUOTE})  # marks at which content may end
_OPENING: Final = 4  # tokens of "Po tym, jak"
_DAY_AS: Final = 3  # tokens of "samme dag som", "kort efter at"
_LOOK: Final = 6  # tokens after a conjunction in which a second reporting verb stands
_MIN_WORDS: Final = 2
_OWN_CLAUSE: Final = 14  # tokens after "after" in which a verb makes it a conjunction
_GERUND: Final = 5  # letters of a gerund at least: no "king", "ring"
_REPORT_NOUN: Final = 4  # tokens after a preposition in which its noun of reporting stands


@dataclass(slots=True)
class Extent:
    """Finds the end of content in one frame, with the cues known there."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    verbs: list[VerbCue]
    phrases: list[PhraseCue]
    gerunds: frozenset[int] = field(init=False)
    sources: frozenset[int] = field(init=False)
    reporting: dict[int, list[VerbCue]] = field(init=False)
    turns: list[int] = field(init=False)
    marked: list[int] = field(init=False)
    commas: dict[tuple[int, int], bool] = field(default_factory=dict)
    narration: Narration = field(init=False)

    def __post_init__(self) -> None:
        """Index cues and possible ends by place: many cues that look through all of them would cost their square."""
        tokens = list(enumerate(self.frame.tokens))
        turning = _TURNS | DASHES | self.speech.words["conjunctions"] | self._title_breaks()
        self.turns = [j for j, t in tokens if t.lower in turning]
        marks = MARKS - {"'", "’"} | {QUOTE}
        self.marked = [j for j, t in tokens if t.text in marks or j in self.frame.quoted]
        self.gerunds = frozenset(v.at for v in self.verbs if v.voice == "gerund")
        self.sources = frozenset(p.at for p in self.phrases if isinstance(p.entry, SourcePhrase) and self._leads(p))
        self.reporting = {}
        for v in self.verbs:
            self.reporting.setdefault(v.first, []).append(v)
        refusals = frozenset(p.at for p in self.phrases if isinstance(p.entry, Refusal) and not p.entry.speech)
        self.narration = Narration(self.frame, self.speech, self.finder, self.reporting, refusals)

    def _title_breaks(self) -> frozenset[str]:
        """Return the words at which a noun phrase ends in a title: "denies closing the border as …"."""
        title = self.frame.kind is SegmentKind.TITLE
        return self.speech.words["headline_breaks"] if title else frozenset()

    def _leads(self, cue: PhraseCue) -> bool:
        """Say whether a preposition leads to a noun of reporting ("in his view"); other source phrases need none."""
        if not isinstance(cue.entry, SourcePhrase) or not cue.entry.report:
            return True
        nouns = self.speech.words["report_nouns"]
        return any(self.frame.lower(j).endswith(tuple(nouns)) for j in range(cue.end, cue.end + _REPORT_NOUN))

    def _reporting(self, a: int, b: int) -> list[VerbCue]:
        """Return the verb cues whose group starts in [a, b)."""
        return [v for j in range(a, b) for v in self.reporting.get(j, ())]

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
        fronted = cue is not None and (self.in_fronted_clause(cue) or self._opens_passive(cue))
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
            elif depth == 0 and is_dash(frame, j):
                closing = next((k for k in self.turns[bisect_right(self.turns, j) :] if is_dash(frame, k)), limit)
                if closing >= limit and j > start:
                    return j
                after_dash = closing + 1 if closing < limit else j
            elif (
                (fronted and depth == 0 and frame.tokens[j].text == "," and self._main_clause_follows(j + 1))
                or (depth == 0 and j > start and self._stops(j, start, cue, through_quote))
                or (verbless and depth == 0 and j > start and self._ends_verbless(start, j))
                or (plain and depth == 0 and j > start and self._goes_beyond(start, j))
                or (verbless and depth == 0 and j > start and self._joins_participle(j, cue))
                or (depth == 0 and j > start and self._matrix_resumes(start, j, cue))
            ):
                return self._past_mark(j)
            elif depth == 0 and j > start and frame.lower(j) in breaks:
                return j
        return limit

    def _matrix_resumes(self, start: int, j: int, cue: VerbCue | None) -> bool:
        """Say whether a German clause is complete at the comma `j` and the one around it goes on."""
        behind = cue is None or cue.at < start
        return behind and self.speech.grammar.verb_final and matrix_resumes(self.frame, start, j, self.speech)

    def _past_mark(self, j: int) -> int:
        """Return where content ends at the mark `j`: behind quotation marks that enclose a comma ("a joke,")."""
        tokens = self.frame.tokens
        enclosed = tokens[j].text == "," and j + 1 < len(tokens) and tokens[j + 1].text in MARKS
        return j + 2 if enclosed and tokens[j].end == tokens[j + 1].start else j

    def own_clause(self, after: int, end: int, described: bool = False) -> int:
        """Return where, in a noun phrase [after, end), the reporter's next clause opens: "denied it when she …"; else
        `end`."""
        frame, speech = self.frame, self.speech
        for j in range(after + 1, end):
            word = frame.lower(j)
            articled = speech.grammar.verb_final and speech.has("articles", word)
            if speech.has("complementizers", word) or (speech.has("relative", word) and not articled):
                return end
            if described and speech.has("as_markers", word):
                continue  # "described the ruling as unfair"
            if speech.has("beside_clauses", word) and self._opens_clause(j):
                return j
        return end

    def _opens_clause(self, j: int) -> bool:
        """Say whether a conjunction opens a clause; one that is a preposition too, or "as", needs a verb after it."""
        frame, speech, word = self.frame, self.speech, self.frame.lower(j)
        if not any(speech.has(group, word) for group in ("prepositions", "as_words", "as_markers")):
            return True
        reach = range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last()))
        if speech.grammar.verb_medial:  # "et overskud før skat i det år, der slutter i april"
            reach = range(j + 2, next((k for k in reach if frame.tokens[k].text == ","), reach.stop))
        return any(
            is_finite(frame, k, speech) or is_past(frame.lower(k), speech.lang) or k in self.reporting for k in reach
        )

    def _leads_phrase(self, j: int, cue: VerbCue) -> bool:
        """Say whether a preposition that can open a clause leads a phrase here: "Før mødet sagde ministeren, at"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or not speech.has("prepositions", frame.lower(j)):
            return False
        return frame.lower(cue.at + 1) != "," and self.finder.right(cue.at + 1) is not None

    def _opens_passive(self, cue: VerbCue) -> bool:
        """Say whether a participle opens the sentence: "Asked whether he knew, he said", "Announcing it, he said"."""
        participle = cue.voice in ("passive", "gerund")
        return self.speech.grammar.subject_first and participle and cue.first == cue.at == 0

    def in_fronted_clause(self, cue: VerbCue) -> bool:
        """Say whether the verb stands in a subordinate clause that opens its sentence ("After X said that …, Y")."""
        frame = self.frame
        if self.speech.table is not None:
            return self._opens_late(cue)
        reach = _DAY_AS if self.speech.grammar.verb_medial else 2
        for j in range(min(reach, cue.first)):
            word = frame.lower(j)
            as_clause = j == reach - 1 and self.speech.has("as_words", word)  # "Samme dag som X sagde, at …, faldt"
            if as_clause or (self.speech.has("subordinators", word) and not self._leads_phrase(j, cue)):
                commas = [k for k in range(j, cue.first) if frame.tokens[k].text == ","]
                if not self.speech.grammar.verb_medial:
                    return not commas
                return not any(is_finite(frame, k + 1, self.speech) for k in commas)
        return False

    def _opens_late(self, cue: VerbCue) -> bool:
        """Say whether a Polish sentence opens with the verb's own clause: "Choć X twierdzi", "Po tym, jak X"."""
        opening = range(min(_OPENING, cue.first))
        words = self.speech.words["subordinators"] | self.speech.words["as_words"]
        at = next((j for j in opening if self.frame.lower(j) in words), None)
        led = at is not None and (at > 1 or not self.speech.has("as_words", self.frame.lower(at)))
        after = range((at or 0) + 1, cue.first)
        return led and not any(self.frame.tokens[j].text == "," or is_finite(self.frame, j, self.speech) for j in after)

    def _main_clause_follows(self, i: int) -> bool:
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_second:
            verb = is_finite(frame, i, speech) or (speech.grammar.verb_medial and self._verb_first(i))
            return verb and not is_reported(frame, i, speech)
        if speech.table is not None:
            return False  # see main_clause_at
        return self.finder.looks_nominal(i, frame.last()) and not speech.has("relative", frame.lower(i))

    def _verb_first(self, i: int) -> bool:
        """Say whether a main clause opens with its verb at `i`, reporting or spelt like a noun: ", lytter rederne"."""
        noun = self.speech.has("finite_or_noun", self.frame.lower(i)) and self.finder.right(i + 1) is not None
        return noun or i in self.reporting

    def _stops(self, j: int, start: int, cue: VerbCue | None, through_quote: bool) -> bool:
        frame = self.frame
        text = frame.tokens[j].text
        if text == ";":
            return True
        if text in "!?…":
            return self._ends_sentence(j)
        if text == QUOTE:
            return not through_quote
        if text == ":":
            return frame.is_quote(j + 1) and not through_quote
        if text == "," and through_quote and frame.is_quote(j + 1) and opens_subordinate(frame, start, self.speech):
            return False  # "said that if he won, "things would change"": the main clause of the content
        if text == ",":
            return self._comma_stops(j, cue)
        if self.speech.has("conjunctions", frame.lower(j)):
            if j + 1 in self.narration.refusals:
                return True
            if self._tells_past(j + 1, cue) or self._had_said(start, j):
                return False
            return self._reports_again(j + 1, cue) or self._resumes(j + 1, cue)
        return False

    def _had_said(self, start: int, j: int) -> bool:
        """Say whether "had" before "and" holds for the verb after it: "wrote that he had phoned and told of it"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j - 1].text == "," or not any(
            speech.has("past_perfect", frame.lower(k)) for k in range(start, j)
        ):
            return False
        after = (v.verb for v in self.reporting.get(j + 1, ()) if v.at == j + 1 and v.voice == "active")
        return any(verb.act is Act.ASSERT and frame.lower(j + 2) in verb.prepositions for verb in after)

    def _tells_past(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether a past goes on after "and" in what a present verb reports: "claims he fell and told her so"."""
        frame, speech = self.frame, self.speech
        if cue is None or not tells_in_present(frame, speech, cue):
            return False
        for j in range(a, min(a + _LOOK, frame.last())):
            if frame.tokens[j].text in {",", QUOTE} or speech.has("complementizers", frame.lower(j)):
                return False
            past = self._past(j)
            if j in self.reporting:
                subject = subject_inside(frame, speech, self.finder, cue, a)
                return past and (subject is None or self.finder.can_speak(subject))
            if past or is_finite(frame, j, speech):
                return past
        return False

    def _past(self, j: int) -> bool:
        """Say whether a word is a past, no name or preposition spelt like one: "Mette", "for"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j].text[0].isupper() or speech.has("prepositions", frame.lower(j)):
            return False
        return is_past(frame.lower(j), speech.lang)

    def _sets_against(self, j: int) -> bool:
        """Say whether a comma and a conjunction open the reporter's next Polish clause: ", a premier zwołała radę"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or frame.tokens[j].text != "," or not speech.has("conjunctions", frame.lower(j + 1)):
            return False
        if speech.has("asked", frame.lower(j + 2)):
            return True
        for k in range(j + 2, min(j + 2 + _LOOK, frame.last())):
            if frame.tokens[k].text == ",":
                return False
            if is_finite(frame, k, speech):
                return True
        return False

    def _goes_on_finite(self, j: int) -> bool:
        """Say whether "and" with a finite verb right after it goes on with the reporter's clause."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final and frame.tokens[j].text == ",":
            return self._second_main_clause(j + 1)
        if not speech.has("conjunctions", frame.lower(j)) or frame.tokens[j + 1 : j + 2] == []:
            return False
        word, following = frame.lower(j + 1), frame.lower(j + 2)
        small = speech.grammar.verb_medial and self.finder.is_small(j + 1)  # "nægter skyld og har | kun | set det"
        if is_finite(frame, j + 1 + small, speech):
            return True
        past = tuple(speech.words["past_endings"])
        determined = speech.has("articles", following) or any(
            following in forms for group, forms in speech.pronouns.items() if group.startswith("possessive")
        )
        return bool(past) and len(word) > 4 and word.endswith(past) and determined

    def _second_main_clause(self, a: int) -> bool:
        """Say whether a main clause of the reporter follows a comma: ", warnte aber vor", ", ein Antrag fand keine"."""
        frame, speech = self.frame, self.speech
        if is_finite(frame, a, speech):
            return not is_reported(frame, a, speech)
        if opens_subordinate(frame, a, speech) and not speech.has("indefinite", frame.lower(a)):
            return False
        for k in range(a + 1, min(a + _LOOK, frame.last() - 1)):
            if frame.tokens[k].text in ",:" or frame.is_quote(k) or speech.has("infinitive_marks", frame.lower(k)):
                return False
            if is_finite(frame, k, speech):
                return not is_reported(frame, k, speech)
        return False

    def _ends_verbless(self, start: int, j: int) -> bool:
        """Say whether content without a verb ends at `j`: the reporter's own clause goes on or follows."""
        if self._goes_on_finite(j) or self._sets_against(j) or self._joins_clause(start, j):
            return True
        return self._loose_relative(start, j) or self._comments(j) or self._taken_up(j)

    def _taken_up(self, j: int) -> bool:
        """Say whether a Polish clause takes up all before it: "oskarżyła Kijów o atak | , czemu sztab zaprzeczył"."""
        return self.frame.tokens[j].text == "," and self.speech.has("clause_relatives", self.frame.lower(j + 1))

    def _goes_beyond(self, start: int, j: int) -> bool:
        """Say whether the reporter's own clause follows an infinitive at `j`."""
        return self._joins_clause(start, j) or self._loose_relative(start + 1, j)

    def _joins_participle(self, j: int, cue: VerbCue | None) -> bool:
        """Say whether a verb that shares the cue's auxiliary follows: "har bedt om hjælp | og fået at vide, at"."""
        shared = self.speech.grammar.verb_medial and cue is not None and cue.auxiliary is not None
        joined = shared and self.speech.has("conjunctions", self.frame.lower(j))
        return joined and is_participle(self.frame, j + 1, self.speech)

    def _loose_relative(self, start: int, j: int) -> bool:
        """Say whether the reporter tells more of an object behind a comma: "krever et møte med Berg | , som er syk"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j].text != "," or not speech.has("loose_relatives", frame.lower(j + 1)):
            return False
        opened = any(self._opens_content(k) or speech.has("as_words", frame.lower(k)) for k in range(start, j))
        return not (
            opened
            or any(speech.has("as_words", frame.lower(k)) for k in range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last())))
        )

    def _comments(self, j: int) -> bool:
        """Say whether the reporter comments on an English noun phrase: ", which began in May", ", prompting anger"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or frame.tokens[j].text != ",":
            return False
        word = frame.lower(j + 1)
        if word in speech.pronouns["relative"] or speech.has("places", word):
            return True
        gerund = len(word) > _GERUND and word.endswith(tuple(speech.words["gerund_endings"]))
        return gerund and speech.noun_kind(word) is None and not speech.has("prepositions", word)

    def joined_clause(self, start: int, end: int) -> int:
        """Return the comma in [start, end) at which the reporter goes on after a noun phrase; else `end`."""
        commas = (j for j in self.turns[bisect_left(self.turns, start + 1) : bisect_left(self.turns, end)])
        return next((j for j in commas if self._joins_clause(start, j)), end)

    def _joins_clause(self, start: int, j: int) -> bool:
        """Say whether ", and" joins the reporter's own clause to a noun phrase: "ba om hjelp, og to er på vei"."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final or speech.table is not None or frame.tokens[j].text != ",":
            return False
        if not speech.has("conjunctions", frame.lower(j + 1)) or any(
            self._opens_content(k) for k in range(start + 1, j)
        ):
            return False
        for k in range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last())):
            if frame.tokens[k].text == "," or self._opens_content(k):
                return False
            if is_finite(frame, k, speech) or k in self.reporting:
                return True
        return False

    def _opens_content(self, k: int) -> bool:
        """Say whether a clause or infinitive opens at `k`."""
        word = self.frame.lower(k)
        if self.speech.has("prepositions", word) and self.frame.lower(k - 1) != ",":
            return False  # "påstanden om svindel"
        groups = ("complementizers", "infinitive_marks", "question", "relative")
        return any(self.speech.has(group, word) for group in groups)

    def _resumes(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether the reporter's tense comes back after "and": "has said he will not vote, and a boycott has …"."""
        frame, speech = self.frame, self.speech
        if cue is None or speech.grammar.verb_final:
            return False
        if speech.grammar.verb_medial and cue.auxiliary is None and frame.lower(a - 2) != ",":
            return False
        for k in range(a, min(a + _LOOK + 2, frame.last())):
            word = frame.lower(k)
            if speech.has("perfect_auxiliaries", word):
                own = cue.auxiliary is not None and frame.lower(cue.auxiliary) == word
                return (own or k == a) and (k == a or self.finder.looks_nominal(a, k))
            if is_finite(frame, k, speech) or frame.tokens[k].text == "," or speech.has("complementizers", word):
                return False
        return False

    def _ends_sentence(self, j: int) -> bool:
        following = self.frame.tokens[j + 1] if j + 1 < len(self.frame.tokens) else None
        return following is None or following.text[0].isupper()

    def _comma_stops(self, j: int, cue: VerbCue | None) -> bool:
        """Say whether content ends at the comma. Which cue it belongs to matters only beside it or before "and"."""
        j = max(j, self._past_mark(j) - 1)
        if cue is not None and self.narration.dated(j + 1, cue):
            return True
        own = cue is not None and (cue.at >= j or self.speech.has("conjunctions", self.frame.lower(j + 1)))
        key = (j, cue.at if cue is not None and own else -1 if cue is None else -2)
        hit = self.commas.get(key)
        if hit is None:
            hit = self.commas[key] = self._ends_at_comma(j, cue)
        return hit

    def _ends_at_comma(self, j: int, cue: VerbCue | None) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(j + 1)
        if frame.is_quote(j + 1):
            return True
        if j + 1 in self.gerunds or j + 1 in self.sources or credited(frame, speech, self.reporting, j + 1):
            return True
        after = self.reporting.get(j + 1, ())
        if any(j < v.at <= j + 2 and v.voice == "active" and v is not cue for v in after):
            if speech.grammar.subject_first and any(v.first < v.at or v.verb.addressee for v in after):
                return False  # "said the woman, who lives here, has denied it": no inversion
            return not speech.grammar.verb_final or self._inverted(j + 1) or is_finite(frame, j - 1, speech)
        if speech.has("conjunctions", word):
            if (
                j + 2 in self.narration.refusals
                or self.narration.takes_over(j + 2)
                or closes_clause(frame, speech, self.reporting, j, cue)
            ):
                return True
            if self._tells_past(j + 2, cue):
                return False
            again = self._reports_again(j + 2, cue) or self._resumes(j + 2, cue)
            return again or (word in speech.words["adversatives"] and not denied_before(frame, speech, j, cue))
        if cue is not None and speech.has("afterwards", word):
            return True
        if speech.has("adversatives", word) or self._contrast(j + 1) or self.narration.takes_over(j + 1):
            return True
        if speech.has("subordinators", word) and any(v.verb.continues for v in self._reporting(j + 2, j + 4)):
            return True  # ", før han la til at"
        return self._subject_reports(j + 1, cue)

    def _contrast(self, a: int) -> bool:
        """Say whether a subject with "however" after it takes over: ", die Behörden jedoch lehnten ab"."""
        if is_finite(self.frame, a, self.speech):
            return False
        for k in range(a + 1, min(a + 5, self.frame.last())):
            if self.speech.has("contrasts", self.frame.lower(k)):
                return not self.speech.grammar.verb_final or is_finite(self.frame, k + 1, self.speech)
            if self.frame.tokens[k].text == "," or is_finite(self.frame, k, self.speech):
                return False
        return False

    def _inverted(self, v: int) -> bool:
        return self.finder.right(v + 1) is not None

    def _subject_reports(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether ", X said" follows: a short subject and a reporting verb that ends its clause."""
        if self.speech.grammar.verb_second:
            return False
        for v in self._reporting(a + 1, a + 9):
            if v is not cue and v.voice == "active":
                after = self.frame.lower(v.at + 1)
                closes = after in {"", ",", ".", QUOTE} or self._dated_end(v.at + 1)
                if closes and not any(is_finite(self.frame, k, self.speech) for k in range(a, v.first)):
                    return self.finder.looks_nominal(a, v.first)
        return False

    def _dated_end(self, j: int) -> bool:
        """Say whether nothing but when something was said ends an English sentence: "said on Thursday"."""
        if not self.speech.grammar.subject_first:
            return False
        end = self.finder.time_at(j + 1) if self.speech.has("prepositions", self.frame.lower(j)) else None
        end = end or self.finder.time_at(j)
        return end is not None and end >= self.frame.last()

    def _reports_again(self, a: int, cue: VerbCue | None) -> bool:
        """Say whether a second reporting verb of the reporter's own clause starts at `a` ("and added that")."""
        speech = self.speech
        for v in self._reporting(a, a + _LOOK + 1):
            said = v.voice in ("active", "gerund") or v.refusal is not None
            would = v.modal and v.refusal is None and speech.grammar.subject_first  # "and would ask the firm to"
            if v is cue or not said or would:
                continue
            if (
                cue is not None
                and speech.table is not None
                and goes_on_inside(self.frame, speech, cue, v, self.finder.looks_nominal(a, v.first))
            ):
                continue
            between = range(a, v.first)
            if self.speech.grammar.verb_final and v.first < v.at and v.auxiliary is None:
                continue  # "…, aber nicht antwortete": the verb stands last, as in the clause before
            if not between:
                return True
            small = all(self.speech.has("adverbs", self.frame.lower(k)) for k in between)
            small = small or (len(between) == 1 and self.speech.has("pointers", self.frame.lower(a)))
            if small:
                return True
            if self._adverbial(a, v.first) or self._dates(a, v.first):
                return True
            if any(is_finite(self.frame, k, self.speech) or self.frame.tokens[k].text == "," for k in between):
                continue
            if speech.has("conjunctions", self.frame.lower(v.first - 1)):
                continue  # "for | borgerne og lovede at": that one joins the verb
            if not self.finder.looks_nominal(a, v.first):
                continue
            comma = self.frame.lower(a - 2) == ","
            if self.speech.has("complementizers", self.frame.lower(v.at + 1)) or (
                comma and self.finder.can_speak(Phrase(a, v.first))
            ):
                return True
        return False

    def _dates(self, a: int, b: int) -> bool:
        """Say whether a time alone stands before a Polish verb: "żąda dopłat i w ubiegłym tygodniu | zarzucił"."""
        if self.speech.table is None:
            return False
        opened = self.speech.has("prepositions", self.frame.lower(a)) or self.finder.is_small(a)
        return b in (self.finder.time_at(a), self.finder.time_at(a + 1) if opened else None)

    def _adverbial(self, a: int, b: int) -> bool:
        """Say whether an English phrase between commas stands before the verb: "and, in a letter to staff, warned"."""
        frame, speech = self.frame, self.speech
        a += frame.tokens[a].text == ","
        if not speech.grammar.subject_first or frame.tokens[b - 1].text != "," or a >= b - 1:
            return False
        inside = range(a, b - 1)
        closed = any(frame.tokens[k].text == "," or is_finite(frame, k, speech) for k in inside)
        return speech.has("prepositions", frame.lower(a)) and not closed

    # -- spans ------------------------------------------------------------------------------------------------
    def span(self, a: int, b: int, minimum: int = _MIN_WORDS) -> Span | None:
        """Return the span of tokens [a, b) without commas, dashes and opening words at its ends."""
        frame = self.frame
        while a < b and (frame.tokens[a].text in ",:;" or is_dash(frame, a) or frame.tokens[a].text == ")"):
            a += 1
        while b > a and (frame.tokens[b - 1].text in ",:;(" or is_dash(frame, b - 1)):
            b -= 1
        if b > a + 1 and self.speech.has("conjunctions", frame.lower(b - 1)):
            b -= 1
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
