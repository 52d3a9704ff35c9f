"""Content before its verb: "The road is closed, police said", "Er komme, sagte sie, morgen".

Clauses no word marks; questions, "at" clauses and what a Polish relative word takes up stand in `fronted_opened`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import after_mark, is_dash, is_finite, parts, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import (
    breaks_off,
    has_verb,
    opens_subordinate,
    surely_has_verb,
    told_condition,
    whole_clause,
)
from depesche.annotate.statements.clauses.sayings import opens_asked
from depesche.annotate.statements.content.as_clauses import AsClauses
from depesche.annotate.statements.content.bare import BareFinder
from depesche.annotate.statements.content.parted_clauses import PartedReader
from depesche.annotate.statements.content.shared import MIN_CLAUSE, Found, verb_clause_end
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech

_ASKED: Final = 4  # tokens of "På et direkte spørsmål"
_LONG: Final = 8  # words from which a clause has a verb, known or not


@dataclass(frozen=True, slots=True)
class Place:
    """A verb, its subject and the side it is on, with what stands before it: tokens [start, comma) up to the mark.

    `as_word`: a word for "as" stands between the mark and the verb's clause ("…, wie er sagt").
    """

    cue: VerbCue
    phrase: Phrase | None
    side: str
    start: int
    comma: int
    as_word: bool


@dataclass(slots=True)
class FrontedFinder:
    """Finds clauses before a verb, and what goes on after the verb's clause."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    bare: BareFinder
    parted: PartedReader = field(init=False)
    as_clauses: AsClauses = field(init=False)

    def __post_init__(self) -> None:
        self.parted = PartedReader(self.frame, self.speech, self.finder, self.extent, self.bare)
        self.as_clauses = AsClauses(self.frame, self.speech, self.finder, self.extent)

    def fronted(self, cue: VerbCue, phrase: Phrase | None, side: str) -> Found | None:
        """A clause before the verb and its comma, with what goes on after the verb's clause."""
        frame = self.frame
        if not self._can_follow(cue, phrase, side):
            return None
        comma = self._mark_before(cue, phrase, side)
        if self.speech.grammar.verb_final and side == "left" and self._as_clause(cue):
            return self.as_clauses.main_after(cue, phrase, side) if "bare" in cue.verb.takes else None
        as_word = comma >= 0 and self.speech.has("as_words", frame.lower(comma))
        if as_word and (self._as_brings_other(cue, comma) or self._as_nobody(cue, phrase)):
            return None
        if as_word and comma == after_mark(frame, comma):
            lasts = cue.verb.continues and self.speech.grammar.subject_first  # "As the storm continued, prices fell"
            return None if lasts else self.as_clauses.main_after(cue, phrase, side)
        comma -= as_word or self._taken_up(comma)
        if comma < 1 or not (frame.tokens[comma].text == "," or is_dash(frame, comma)):
            return None
        if self.extent.clause_ends.awaits_verb(comma):
            return None
        start = after_mark(frame, comma) or frame.text_start()
        place = Place(cue, phrase, side, start, comma, as_word)
        if self._is_no_content(place):
            return None
        if self._verbless(place):
            return Found(((start, comma),), "fronted", trailing=True)
        if (inserted := self._inserted(place)) is not None:
            return inserted
        short = word_count(frame, start, comma) < MIN_CLAUSE and not self._short_clause(start, comma, side)
        if short and not self._broken_off(cue, phrase, side):
            return self.parted.find(cue, phrase, side, start, comma)
        led = self.speech.grammar.subject_first and self.speech.has("prepositions", frame.lower(start))
        if led and not surely_has_verb(frame, start, comma, self.speech):
            cut = self.parted.find(cue, phrase, side, start, comma)
            if cut is not None:
                return cut
        return self._clause_before(place)

    def _inserted(self, place: Place) -> Found | None:
        """Return a Danish or Norwegian clause around who says it: "Broen | er | , som Berg siger, | en fare"."""
        frame, cue, comma = self.frame, place.cue, place.comma
        open_ = place.as_word and self.speech.grammar.verb_medial and is_finite(frame, comma - 1, self.speech)
        close = verb_clause_end(frame, self.speech, cue, None) if open_ else None
        if close is None or frame.lower(close) != ",":
            return None
        return Found(((place.start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")

    def _can_follow(self, cue: VerbCue, phrase: Phrase | None, side: str) -> bool:
        """Say whether a verb can stand behind what it reports, as far as it and its subject tell."""
        if cue.voice not in ("active", "passive") or cue.refusal:
            return False
        if self.speech.table is not None and cue.verb.with_words and not cue.verb.takes & {"bare", "quote"}:
            return False  # "Innego zdania był Nowak, który …"
        spoken = not self.speech.grammar.verb_final or "quote" in cue.verb.takes or self.finder.can_speak(phrase)
        return side != "right" or spoken  # "…, er sei krank, erkannte das Urteil nicht an": an object

    def _mark_before(self, cue: VerbCue, phrase: Phrase | None, side: str) -> int:
        """Return the place of the mark, or the word for "as", before a verb and the subject on its left."""
        opening = min(cue.first, phrase.start) if phrase is not None and side == "left" else cue.first
        comma = self.frame.before(opening)
        if self.speech.grammar.verb_final and side == "left" and self.finder.is_small(comma):
            comma -= self.speech.has("as_words", self.frame.lower(comma - 1))  # "Wie schon der Verband sagte"
        if self.speech.grammar.subject_first and cue.voice == "passive" and comma > 0:
            comma -= self.speech.has("as_words", self.frame.lower(comma - 1))  # "as | first | reported by"
        return comma

    def _as_nobody(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether an English participle behind "as" names nobody: "as expected"."""
        return self.speech.grammar.subject_first and cue.voice == "passive" and phrase is None

    def _as_brings_other(self, cue: VerbCue, i: int) -> bool:
        """Say whether the word for "as" at `i` opens something else than who said what stands before it."""
        grammar, takes = self.speech.grammar, cue.verb.takes
        if grammar.verb_final and takes.isdisjoint({"bare", "quote"}):
            return True  # "…, wie der Täter die Tür eintrat"
        if grammar.verb_final and self._told_how(i - 2):
            return True  # "schilderte, wie er Kaffee angeboten habe"
        return grammar.verb_medial and "bare" not in takes  # "…, som Berg beskrev": a relative word

    def _is_no_content(self, place: Place) -> bool:
        """Say whether the clause before a verb's comma is none of its content, as their marks and first words tell."""
        frame, speech, comma = self.frame, self.speech, place.comma
        if not place.as_word and not self._follows_content(place.cue, place.phrase, place.side):
            return True
        if opens_asked(frame, place.start - 1, speech):
            return True  # "Asked when he would leave, Poole said soon"
        if self._closes_aside(comma) or told_condition(frame, comma, speech) or self._asked_before(place):
            return True
        loose = speech.table is not None and not place.as_word
        if loose and (place.side == "left" or frame.lower(place.cue.at + 1) in place.cue.verb.prepositions):
            return True  # "Ponieważ mosty runęły, wójt postanowił", "Kobieta witała gości, mówiła o podróżach"
        if place.as_word and speech.has("correlatives", frame.lower(comma - 1 - (frame.lower(comma - 1) == ","))):
            return True  # "po tym, jak pochwalił premiera"
        if place.side == "left" and place.phrase is not None and place.phrase.kind == "relative":
            return True
        inside = range(place.start + 1, comma)
        if place.as_word and speech.grammar.verb_final and any(speech.has("as_words", frame.lower(j)) for j in inside):
            return True  # "nicht so stark, wie die Behörden vermuten"
        goes_on = speech.grammar.drop_subject and not place.as_word
        return goes_on and speech.has("as_words", frame.lower(place.start))  # "Jak ustaliła gazeta, ofiara zgłaszała …"

    def _asked_before(self, place: Place) -> bool:
        """Say whether an answer has its question before it: "På spørsmål om hun angrer, svarte", "Na pytanie, czy"."""
        frame, speech = self.frame, self.speech
        if not (speech.grammar.verb_medial or speech.table) or not speech.has("prepositions", frame.lower(place.start)):
            return False
        near = range(place.start + 1, min(place.start + _ASKED, place.comma))
        return any(speech.has("ask_nouns", frame.lower(j)) for j in near)

    def _clause_before(self, place: Place) -> Found | None:
        """Return the clause before a verb's comma and what goes on behind the verb, if it is a clause of its own."""
        frame, speech, cue, start, comma = self.frame, self.speech, place.cue, place.start, place.comma
        close = verb_clause_end(frame, speech, cue, place.phrase if place.side == "right" else None)
        if close is not None and self._parts_condition(place, close):
            return Found(((start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")
        if close is None or not self._stands_alone(place, close):
            return None
        set_off = speech.table is not None and place.as_word and is_dash(frame, comma) and is_dash(frame, close)
        if set_off or (speech.grammar.subject_first and self._interrupts(place, close)):
            return Found(((start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")
        if speech.grammar.subject_first and not (place.as_word or self._reports_before(place, close)):
            return None
        stretches = [(start, comma)]
        if close < frame.last() and frame.tokens[close].text == ",":
            about_source = speech.grammar.verb_medial and speech.has("relative", frame.lower(close + 1))
            if breaks_off(frame, start, comma, speech) and not about_source:
                return Found(((start, comma), (close + 1, self.extent.end(close + 1, cue))), "fronted")
            rest = self.parted.rest(close + 1, cue, range(start, comma))
            if rest is not None:
                stretches.append(rest)
        return Found(tuple(stretches), "fronted", trailing=len(stretches) == 1)

    def _parts_condition(self, place: Place, close: int) -> bool:
        """Say whether verb and subject part a clause from its main clause: "Hvis det sker, siger Berg, lukker vi"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or place.side != "right" or close + 1 >= frame.last():
            return False
        commas = any(frame.tokens[j].text == "," for j in range(place.start, place.comma))
        inserted = frame.tokens[close].text == "," and is_finite(frame, close + 1, speech) and not commas
        return inserted and opens_subordinate(frame, place.start, speech)

    def _stands_alone(self, place: Place, close: int) -> bool:
        """Say whether what stands before a verb's comma is a whole clause; the verb's own ends at `close`."""
        frame, speech, start, comma = self.frame, self.speech, place.start, place.comma
        stranded = speech.has("prepositions", frame.lower(close - 1))
        if place.as_word and stranded and speech.grammar.verb_medial:
            return False  # "…, som de rapporterer til": a relative word
        if place.side == "left" and not has_verb(frame, start, comma, speech):
            return False
        subject_before = place.side == "left" or speech.grammar.subject_first
        parted = speech.table is not None and is_dash(frame, comma) and not opens_subordinate(frame, start, speech)
        if not (place.as_word or parted) and not whole_clause(frame, start, comma, speech, subject_before):
            return False
        if speech.grammar.bare_comma and close < frame.last() and frame.tokens[close].text == ",":
            verbless = not any(is_finite(frame, j, speech) for j in range(start, comma))
            return not (verbless and self.bare.openings.opens(close + 1, ","))
        return True

    def _closes_aside(self, dash: int) -> bool:
        """Say whether a dash closes an insertion behind a Polish subject: "Co piąty – nawet dzieci – zakłada konto"."""
        frame = self.frame
        if self.speech.table is None or not is_dash(frame, dash):
            return False
        start = after_mark(frame, dash)
        opened = any(is_dash(frame, j) for j in range(start + 1, dash))
        return opened and not any(is_finite(frame, j, self.speech) for j in range(start, dash))

    def _verbless(self, place: Place) -> bool:
        """Say whether a few words without a verb are all that is said: "Alles Unsinn, meint der Wirt.", "Not true, says
        the ministry."."""
        frame, cue, phrase, start, comma = self.frame, place.cue, place.phrase, place.start, place.comma
        if (
            not (self.speech.grammar.verb_final or self.speech.grammar.subject_first)
            or place.side != "right"
            or phrase is None
            or start != frame.text_start()
            or not {"bare", "quote"} <= cue.verb.takes
        ):
            return False
        if comma - start > _LONG or any(is_finite(frame, j, self.speech) for j in range(start, comma)):
            return False
        close = verb_clause_end(frame, self.speech, cue, phrase)
        if self.speech.grammar.subject_first and not self.finder.can_speak(phrase):
            return False
        return close is not None and (close >= frame.last() or frame.tokens[close].text == ":")

    def _told_how(self, i: int) -> bool:
        """Say whether a verb that takes a question ends its clause at `i`: "wie" opens that question."""
        return any(v.at == i and "question" in v.verb.takes for v in self.extent.verbs)

    def _taken_up(self, i: int) -> bool:
        """Say whether "det" takes up the clause before its comma: "To er døde, det oplyser politiet"."""
        if not self.speech.grammar.verb_medial or not self.speech.has("pointers", self.frame.lower(i)):
            return False
        return self.frame.lower(i - 1) == "," or is_dash(self.frame, i - 1)

    def _short_clause(self, start: int, comma: int, side: str) -> bool:
        """Say whether two words are a whole Polish sentence before its verb: "Most runął, powiedział wójt"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or side != "right" or start != frame.text_start():
            return False
        return any(is_finite(frame, j, speech) for j in range(start + 1, comma))

    def _as_clause(self, cue: VerbCue) -> bool:
        """Say whether the verb ends a clause that "wie" opens: "Wie X unter Berufung auf Y berichtet, …"."""
        frame = self.frame
        start = after_mark(frame, cue.first)
        closed = frame.lower(max(cue.at, cue.auxiliary or 0) + 1) == ","
        inside = any(frame.tokens[j].text == "," for j in range(start, cue.first))
        opens = self.speech.has("as_words", frame.lower(start)) and start + 1 < cue.first
        return opens and closed and not inside

    def _interrupts(self, place: Place, close: int) -> bool:
        """Say whether subject and verb alone stand inside somebody's clause: "The emails, they say, prove it"."""
        frame, cue, phrase, start, comma = self.frame, place.cue, place.phrase, place.start, place.comma
        if phrase is None or place.side != "left" or close >= frame.last() or frame.tokens[close].text != ",":
            return False
        opening = comma + 1 + self.speech.has("as_words", self.frame.lower(comma + 1))
        alone = phrase.start == opening and phrase.end == cue.first and close == cue.at + 1
        clause = any(is_finite(frame, j, self.speech) for j in range(start, comma))
        following = frame.lower(close + 1)  # "Police arrested two men, a spokesman said, | adding that"
        beside = following.endswith(tuple(self.speech.words["gerund_endings"]))
        beside = beside or self.speech.has_any(("subordinators", "conjunctions", "adversatives"), following)
        return alone and not (clause or beside) and "bare" in cue.verb.takes and self.finder.looks_nominal(start, comma)

    def _reports_before(self, place: Place, close: int) -> bool:
        """Say whether an English clause before the verb is its content: a clause, and the verb has no object.

        "The road is closed, police said on Monday", not "In May, the firm announced a deal".
        """
        frame, speech = self.frame, self.speech
        cue, side, start, comma = place.cue, place.side, place.start, place.comma
        if cue.voice == "passive":
            return cue.verb.cites or self.bare.impersonal_subject(cue)
        after = max(cue.parts) + 1
        if side == "left" and after < close and not (cue.verb.addressee or self.finder.time_at(after)):
            word = frame.lower(after)
            if not (self.finder.is_small(after) or speech.has("prepositions", word) or frame.tokens[after].text == "("):
                return False
        gerund = tuple(speech.words["gerund_endings"])
        for a, b in parts(frame, start, comma):
            word = frame.lower(a)
            opens = opens_subordinate(frame, a, speech)
            if word.endswith(gerund):
                opens = not any(is_finite(frame, j, speech) for j in range(a, b))
            clause = self.finder.is_pronoun(a) and word_count(frame, a, b) > MIN_CLAUSE  # "It plans cuts, he said"
            last = side == "right" or (close >= frame.last() and cue.verb.neutral)
            if (
                last and a == start
            ):  # "Two dead in the fire, said Berg", ", police said.": only speech comes before that
                clause = clause or (word_count(frame, a, b) > MIN_CLAUSE and not speech.has("prepositions", word))
            whole = (
                last and a == start and word_count(frame, start, comma) > _LONG
            )  # "The site, X.com, logs …, he said"
            clause = clause or (whole and not speech.has("prepositions", word))
            if not opens and (clause or surely_has_verb(frame, a, b, speech) or word_count(frame, a, b) > _LONG):
                return True
        return False

    def _broken_off(self, cue: VerbCue, phrase: Phrase | None, side: str) -> bool:
        """Say whether the clause goes on with its verb after the insertion: "Sagen, siger han, er slut"."""
        close = verb_clause_end(self.frame, self.speech, cue, phrase if side == "right" else None)
        if close is None or not self.speech.grammar.verb_medial:
            return False
        comma = self.frame.before(cue.first)
        if comma > 1 and is_finite(self.frame, comma - 1, self.speech) and phrase is not None:
            return True  # "Banken lukker, oplyser politiet"
        if self.frame.lower(close) != ",":
            return False
        return is_finite(self.frame, close + 1, self.speech) or breaks_off(
            self.frame, after_mark(self.frame, comma), comma, self.speech
        )

    def _follows_content(self, cue: VerbCue, phrase: Phrase | None, side: str) -> bool:
        """In a verb-second clause after its content the verb comes first and its subject next."""
        if not self.speech.grammar.verb_second:
            return True
        if cue.voice == "passive":
            return self.bare.impersonal_subject(cue)
        if cue.verb.lemma in self.speech.words["impersonal_verbs"] and self.speech.grammar.verb_medial:
            return True  # ", får VG opplyst"
        if side != "right" or phrase is None:
            return False
        hearsay = self.speech.grammar.verb_medial and cue.first < phrase.start < cue.at  # ", skal han ha sagt"
        return hearsay or cue.first in (cue.at, cue.auxiliary)
