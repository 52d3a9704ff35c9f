"""Reporting nouns: "the claim that …", "Zusagen, keine Waffen zu liefern", "påstander fra USA om at …"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.attributions.equated import EquatedReader
from depesche.annotate.statements.attributions.owners import OwnerReader
from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    after_mark,
    clause_end,
    is_finite,
    is_reported,
    word_count,
)
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import main_clause_at, opens_subordinate, second_verb
from depesche.annotate.statements.clauses.verb_final import complete, opens_infinitive
from depesche.annotate.statements.content.free_order import FreeOrder
from depesche.annotate.statements.content.prepositional import still_to_come
from depesche.annotate.statements.cues.cue_types import PhraseCue, cues_from
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.lang.schema.tense import is_past
from depesche.records import Act, Span, StatementKind

_REACH: Final = 9  # tokens between the noun and its content: the source may stand there
_MIN_WORDS: Final = 2
_CLEAR: Final = 8  # tokens from "is" to the colon: "er ikke til at tage fejl af:"
_OWNER: Final = 5  # tokens after a noun in which its clause opens
_CAME: Final = 4  # tokens before a noun in which the verb stands that it is the subject of
_OPENING: Final = 4  # tokens of "The minister's bold claim"
_DENIED: Final = 4  # tokens before a noun in which a "no" or "not" stands


@dataclass(slots=True)
class NounFinder:
    """Reads reporting nouns in one frame. Only content that a clause or infinitive spells out counts."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    owners: OwnerReader = field(init=False)
    equated: EquatedReader = field(init=False)

    def __post_init__(self) -> None:
        self.owners = OwnerReader(self.frame, self.speech, self.finder, self.extent)
        self.equated = EquatedReader(self.frame, self.speech, self.finder, self.owners)

    def find(self, cue: PhraseCue) -> Draft | None:
        """Return the statement a noun stands for; its source is its possessor, else unknown."""
        assert isinstance(cue.entry, Noun)
        start = self._start(cue.at, cue.entry)
        if start is None or self._is_denied(cue.at):
            return None
        asks = self._asks(cue.entry)
        end = self._question_end(start) if asks else self._content_end(cue.at, start, cue.entry.act)
        span = self.extent.span(start, end)
        if span is None or word_count(self.frame, start, end) < _MIN_WORDS:
            return None
        token = self.frame.tokens[cue.at]
        phrase = self.owners.after(cue.at, start) or self.owners.before(cue.at) or self.owners.reason_giver(cue.at)
        phrase = phrase or self.owners.holder(cue.at)
        kind = StatementKind.MIXED if self.extent.has_marks(start, end) else StatementKind.INDIRECT
        return Draft(
            self.frame,
            "noun",
            (span,),
            (Span(token.start, token.end),),
            cue.entry.act,
            kind,
            phrase,
            anonymous=phrase is None,
            at=cue.at,
        )

    def _content_end(self, at: int, start: int, act: Act) -> int:
        """Return where the clause of a noun ends: before the main verb where the noun is the subject.

        "Påstanden om, at broen falder, | blev afvist"
        """
        frame, speech = self.frame, self.speech
        clause = speech.table is None or speech.has("complementizers", frame.lower(start - 1))
        end = self.extent.end(start, verbless=not clause)
        if not clause:
            phrase_end = FreeOrder(self.finder).phrase_end(start, end)
            return end if self._wished(phrase_end, end, act) else phrase_end
        if any(is_finite(frame, j, speech) for j in range(after_mark(frame, at), at)):
            return end
        if speech.grammar.subject_first and any(speech.has("copulas", frame.lower(j)) for j in range(at + 1, start)):
            return end  # "Its main demand is that"
        if speech.table is not None:
            return main_clause_at(frame, start, end, speech)
        if speech.grammar.subject_first:
            second = second_verb(frame, start, end, speech)
            return self._main_past(at, start, end) if second == end else second
        if not speech.grammar.verb_medial:
            return end
        commas = (j for j in range(end - 2, start + 1, -1) if frame.tokens[j].text == ",")
        return next((j for j in commas if self._verb_at(j + 1) and self._told(start, j)), end)

    def _verb_at(self, j: int) -> bool:
        """Say whether the main verb stands at `j`, a reporting one in the passive too: "Kritikken … | afvises af"."""
        passive = any(v.voice == "passive" for v in self.extent.reporting.get(j, ()))
        return passive or is_finite(self.frame, j, self.speech)

    def _main_past(self, at: int, start: int, end: int) -> int:
        """Return the English past that goes on with a sentence which a noun opens: "The claim that he knew | angered
        voters"; else `end`. A participle has an auxiliary before it."""
        frame, speech = self.frame, self.speech
        if at - after_mark(frame, at) > _OPENING or end < frame.last():
            return end
        told = False
        for j in range(start + 1, end - 1):
            led = speech.has_any(
                ("auxiliaries", "modals", "noun_articles", "prepositions", "adverbs"), frame.lower(j - 1)
            )
            if frame.tokens[j].text == "," or speech.has_any(
                ("conjunctions", "relative", "subordinators"), frame.lower(j)
            ):
                return end
            past = is_past(frame.lower(j), speech.lang) and not led and frame.tokens[j].text[0].islower()
            if past and told and not speech.has_any(("prepositions", "passive_by"), frame.lower(j + 1)):
                return j
            told = told or past or is_finite(frame, j, speech)
        return end

    def _wished(self, a: int, b: int, act: Act) -> bool:
        """Say whether a relative clause goes on with a Polish wish: "wezwanie do ustawy | , która pomoże rodzinom"."""
        if act not in (Act.DEMAND, Act.PROMISE) or self.frame.lower(a) != ",":
            return False
        relative = self.frame.lower(a + 1) in self.speech.pronouns["relative"]
        return relative and still_to_come(self.frame, self.speech, a + 1, b)

    def _told(self, a: int, b: int) -> bool:
        """Say whether [a, b) has its verb, so that another after it is the main clause's."""
        lang = self.speech.lang
        return any(is_finite(self.frame, j, self.speech) or is_past(self.frame.lower(j), lang) for j in range(a, b))

    def _asks(self, noun: Noun) -> bool:
        return noun.takes == {"question"}

    def _question(self, at: int) -> int | None:
        """Return where the question starts that somebody then answers: "Auf die Frage, ob er bleibe, sagte er"."""
        frame, speech = self.frame, self.speech
        comma = next(
            (j for j in range(at + 1, min(len(frame.tokens), at + _REACH)) if frame.tokens[j].text == ","), None
        )
        if comma is None or not speech.has("question", frame.lower(comma + 1)):
            return None
        end = self._question_end(comma + 1)
        answers = any(v.first >= end and v.voice == "active" for v in self.extent.verbs)
        return comma + 1 if answers else None

    def _question_end(self, start: int) -> int:
        """Return where a question ends, in German with its verb: "wann das Werk, das ruht, öffnet"."""
        frame, speech = self.frame, self.speech
        end = clause_end(frame, start, speech)
        while speech.grammar.verb_final and frame.lower(end) == "," and not complete(frame, start, end, speech):
            end = clause_end(frame, end + 1, speech)
        return end

    def _is_denied(self, at: int) -> bool:
        """Say whether there is no such word at all: "no indication that", "ikke egne opplysninger om at"."""
        if self.speech.grammar.subject_first and at and self.frame.lower(at - 1) in self.speech.pronouns["subject_n"]:
            return True  # "It promises to be a long night": a verb
        for j in range(at - 1, max(at - _DENIED, -1), -1):
            word = self.frame.lower(j)
            if self.speech.has("negations", word):
                lacks = self.speech.table is not None and self.speech.has("arrivals", self.frame.lower(j + 1))
                return not lacks  # "Nie brak | opinii, że"
            is_verb = any(isinstance(e, VerbForm) for e in self.speech.index.get(word, ()))
            if is_verb or not self.frame.tokens[j].text[0].isalnum():
                return False  # "didn't confirm reports that": the verb is denied
        return False

    def _start(self, at: int, noun: Noun) -> int | None:
        frame, speech = self.frame, self.speech
        if self._asks(noun):
            return self._question(at)
        for j in range(at + 1, min(len(frame.tokens), at + _REACH)):
            word = frame.lower(j)
            following = frame.lower(j + 1)
            if word == "," and (speech.has("conjunctions", following) or speech.has("whence", following)):
                return None
            if speech.has("reason_nouns", word):
                return None  # "afviste kritikken med den begrundelse, at"
            if speech.grammar.subject_first and j > at + 1 and (self._of_another(at, j) or self._told_by_verb(j)):
                return None
            opened = j == at + 2 and speech.has("complementizers", word)
            if speech.grammar.subject_first and opened and frame.lower(j - 1) == ",":
                return None  # "said, citing low demand, | that"
            if (
                "that" in noun.takes
                and speech.has("complementizers", word)
                and not self._led_elsewhere(noun, at, j)
                and not (speech.grammar.subject_first and is_finite(frame, j + 1, speech))
                and not (speech.has("relative", word) and not self._subject_follows(j + 1))
            ):
                return j + 1
            if "inf" in noun.takes and speech.has("infinitive_marks", word) and not speech.grammar.verb_final:
                return None if self._leads_to_noun(j) else j
            if (
                "inf" in noun.takes
                and speech.grammar.verb_final
                and frame.tokens[j].text == ","
                and opens_infinitive(frame, j + 1, speech)
            ):
                return j + 1
            if "that" in noun.takes and word == "," and self._subjunctive_clause(j + 1, weak=j == at + 1):
                return j + 1
            if (equal := self.equated.start(at, j, noun)) is not None:
                return equal
            if frame.tokens[j].text == ":" and self._announces(at, j):
                return j + 1
            another = speech.grammar.verb_medial and j in self.extent.reporting
            verb = is_finite(frame, j, speech) and not self._is_clear(at, j)
            if frame.tokens[j].text in HARD or another or verb:
                return None  # "afviste udtalelserne og | opfordrede parterne til at"
            if "of" in noun.takes and word in noun.prepositions and self._subject_with_infinitive(j + 1):
                return j
            if self._names(noun, at, j):
                return j + 1
            if self._wished_deed(noun, at, j):
                return j
            opened = speech.has("complementizers", following)
            if (
                "of" in noun.takes
                and word in noun.prepositions
                and (opened or speech.has("infinitive_marks", following))
            ):
                return j + 2 if opened else j + 1
        return None

    def _led_elsewhere(self, noun: Noun, at: int, j: int) -> bool:
        """Say whether "at" follows a preposition that is not the noun's: "et svar | uden at nøle", or the noun alone as
        an infinitive: "argumenter | at hente"."""
        if not self.speech.grammar.verb_medial:
            return False
        before = self.frame.lower(j - 1)
        if self.speech.has("prepositions", before):
            return before not in noun.prepositions
        infinitive = self.speech.has("infinitive_marks", self.frame.lower(j))
        subject = self.finder.right(j + 1) if infinitive and j == at + 1 and noun.act is Act.ASSERT else None
        if subject is not None and is_finite(self.frame, subject.end, self.speech):
            return False  # "Det er rettens opfattelse at | loven gælder"
        return infinitive and j == at + 1 and noun.act is Act.ASSERT

    def _names(self, noun: Noun, at: int, j: int) -> bool:
        """Say whether a phrase tells what is said: "plotki o | wyłączeniu prądu", with its owner "wniosek spółki o"."""
        opened = self.speech.has("complementizers", self.frame.lower(j + 1))
        if self.speech.table is None or self.frame.lower(j) not in noun.prepositions or opened:
            return False
        if "object" in noun.takes or self._arrives(at):
            return True
        return "of" in noun.takes and self.owners.after(at, j) is not None

    def _arrives(self, at: int) -> bool:
        """Say whether a Polish noun is the subject of a verb before it that says it came up: "Nasilają się | apele"."""
        near = (self.frame.lower(j) for j in range(max(0, at - _CAME), at))
        return self.speech.table is not None and any(self.speech.has("arrivals", word) for word in near)

    def _wished_deed(self, noun: Noun, at: int, j: int) -> bool:
        """Say whether what is demanded stands in the genitive behind a noun: "żądania | wprowadzenia zakazu"."""
        deed = self.frame.lower(j).endswith(tuple(self.speech.words["verbal_noun_endings"]))
        return j == at + 1 and deed and noun.act is Act.DEMAND and self._arrives(at)

    def _is_clear(self, at: int, j: int) -> bool:
        """Say whether hardly more than "is" stands between somebody's word and a colon: "Rådet fra legen er klart:"."""
        frame, speech = self.frame, self.speech
        near = (frame.tokens[k].text for k in range(j + 1, min(j + _CLEAR, len(frame.tokens))))
        return speech.has("copulas", frame.lower(j)) and ":" in near and self._opens_sentence(at)

    def _opens_sentence(self, at: int) -> bool:
        """Say whether a Danish or Norwegian noun opens its sentence, alone or behind its owner: "Bergs svar"."""
        if not self.speech.grammar.verb_medial or at > _OWNER:
            return False
        owner = self.owners.before(at) if at else None
        return at == 0 or (owner is not None and owner.start == self.frame.text_start())

    def _announces(self, at: int, colon: int) -> bool:
        """Say whether a noun leads to the clause behind a colon as a subject: "Nå kom beskjeden: Kampen er avlyst"."""
        frame, speech = self.frame, self.speech
        if frame.is_quote(colon + 1) or not speech.grammar.verb_second:
            return False
        if speech.grammar.verb_final:  # "Seine Begründung: Das Geld fehlt"
            owned = at < _OWNER and (self.owners.before(at) or self.owners.after(at, colon)) is not None
            return owned and any(is_finite(frame, k, speech) for k in range(colon + 1, frame.last()))
        came = speech.has("arrivals", frame.lower(at - 1)) or speech.has("copulas", frame.lower(at - 1))
        clear = self._opens_sentence(at) and any(speech.has("copulas", frame.lower(k)) for k in range(at + 1, colon))
        verb = any(is_finite(frame, k, speech) for k in range(colon + 1, frame.last()))
        return (came or clear) and (verb or (clear and at > 0 and colon + _MIN_WORDS < frame.last()))

    def _subjunctive_clause(self, i: int, weak: bool = False) -> bool:
        """German ", das Gericht sei …" after a noun: the subjunctive stands in for "dass"."""
        frame, speech = self.frame, self.speech
        if not speech.words["subjunctive"] or (
            opens_subordinate(frame, i, speech) and not speech.has("articles", frame.lower(i))
        ):
            return False
        end = min(clause_end(frame, i, speech), i + 8)
        return any(
            is_reported(frame, j, speech) and (weak or not speech.has("subjunctive_weak", frame.lower(j)))
            for j in range(i + 1, end)
        )

    def _subject_follows(self, i: int) -> bool:
        """ "the claim that it knew": a relative "that" has its verb next, a complementizer a subject.

        "a pledge that critics say was never costed": a relative one, whose verb has no subject of its own.
        """
        frame, speech = self.frame, self.speech
        if i >= len(frame.tokens) or is_finite(frame, i, speech):
            return False
        inside = cues_from(self.extent.reporting, i + 1, i + _OWNER)
        return not (
            speech.grammar.subject_first and any(v.first == v.at and is_finite(frame, v.at + 1, speech) for v in inside)
        )

    def _of_another(self, at: int, j: int) -> bool:
        """Say whether "that" at `j` goes on with a later noun: "divided opinion with an advert | that"."""
        frame, speech = self.frame, self.speech
        later = any(speech.has("indefinite", frame.lower(k)) for k in range(at + 1, j))
        return later and speech.has("prepositions", frame.lower(at + 1)) and speech.has("relative", frame.lower(j))

    def _told_by_verb(self, j: int) -> bool:
        """Say whether a reporting verb stands before "that": "The report concludes | that" tells no report's claim."""
        return any(v.voice == "active" and v.at == j - 1 for v in self.extent.reporting.get(j - 1, ()))

    def _leads_to_noun(self, j: int) -> bool:
        """Say whether "to" at `j` is a preposition: "an instruction to that effect", "a letter to members"."""
        word = self.frame.lower(j + 1)
        if (
            self.speech.grammar.subject_first
            and self.frame.tokens[min(j + 1, len(self.frame.tokens) - 1)].text[0].isupper()
        ):
            return True
        plural = self.speech.grammar.subject_first and word.endswith("s") and self.speech.noun_kind(word) is not None
        if plural:
            return True
        return self.speech.has_any(("noun_articles", "complementizers", "pointers"), word)

    def _subject_with_infinitive(self, i: int) -> bool:
        """Say whether "for" opens a clause in the infinitive: "calls for the mayor to resign"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first:
            return False
        for j in range(i + 1, min(len(frame.tokens), i + _REACH)):
            if frame.tokens[j].text in HARD or frame.tokens[j].text == "," or is_finite(frame, j, speech):
                return False
            if speech.has("infinitive_marks", frame.lower(j)):
                return True
        return False
