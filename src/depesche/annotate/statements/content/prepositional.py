"""What a verb reports after its preposition: "warned of rain", "accused Berg of fraud", "ging von einem Unfall aus"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.adverbials import before_occasion, past_adverbials
from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    after_mark,
    clause_end,
    clause_start,
    is_finite,
    is_reported,
)
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import surely_has_verb
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.clauses.sayings import before_saying
from depesche.annotate.statements.clauses.verb_final import is_zu_infinitive, stands_last
from depesche.annotate.statements.content.bare_openings import BareOpenings
from depesche.annotate.statements.content.free_order import FreeOrder
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import VERBAL, is_perfective
from depesche.lang.schema.speech import Speech
from depesche.records import Act

_ATTRIBUTES: Final = 8  # tokens of prepositional attributes before a verb: "Zu den Kosten der Reise nach Rom"
_PRESENT: Final = frozenset("67")  # verbal codes of a present or future
_REACH: Final = 14  # tokens between a verb and its preposition
_DURATION: Final = 4  # tokens of "for two years"
_LISTENERS: Final = ("collective", "medium", "institution", "role", "role_m", "role_f", "human")
_PLACE: Final = 5  # tokens behind a preposition in which the noun for a place or listeners stands
_AGENT: Final = 6  # tokens after a participle in which its agent begins


def before_particle(after: int, end: int, cue: VerbCue) -> int:
    """Leave out a separable particle that closes the clause: "wies den Vorwurf als absurd zurück"."""
    last = max(cue.parts)
    return last if after < last < end and cue.verb.particle else end


def before_relative(frame: Frame, speech: Speech, cue: VerbCue, start: int, end: int) -> int:
    """Leave out what a relative clause adds to a Polish object: "odwołał koncert | , który miał się odbyć w maju".

    Of what is wished or promised it tells more while it is still to come: "zapowiada zmiany, które wejdą w maju".
    In marks it is what was said.
    """
    relative = speech.pronouns.get("relative", frozenset())
    if speech.table is None:
        return end
    commas = (j for j in range(start + 1, end) if frame.tokens[j].text == ",")
    at = next((j for j in commas if frame.lower(j + 1) in relative or frame.lower(j + 2) in relative), None)
    if at is None or at + 1 in frame.quoted:
        return end
    wished = cue.verb.act in (Act.DEMAND, Act.PROMISE)
    return end if wished and still_to_come(frame, speech, at + 1, end) else at


def still_to_come(frame: Frame, speech: Speech, a: int, b: int) -> bool:
    """Say whether the first verb of a Polish clause is no past, and reports nothing."""
    at = next((j for j in range(a, b) if VERBAL & {*speech.reading(frame.lower(j))}), None)
    if at is None:
        return False
    word = frame.lower(at)
    lemmas = {form.verb.lemma for form in speech.verb_forms.get(word, ()) if not form.verb.with_words}
    if lemmas and not any(is_perfective(speech.table or "", lemma) for lemma in lemmas):
        return False  # "zapowiada zmiany, które krytykuje opozycja"
    return word.endswith(tuple(speech.words["conditional_endings"])) or not _PRESENT.isdisjoint(speech.reading(word))


@dataclass(slots=True)
class PrepositionFinder:
    """Finds what a verb reports after its preposition."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    middle: MiddleField

    def _of_another(self, j: int) -> bool:
        """Say whether an English preposition belongs to the word before it: "speaking ahead | of the talks"."""
        return self.speech.has("compound_prepositions", self.frame.lower(j - 1))

    def find(self, cue: VerbCue, after: int, phrase: Phrase | None = None) -> Found | None:
        """The verb's own preposition opens the content, after it or, before a participle, in front of it."""
        frame, speech, wanted = self.frame, self.speech, cue.verb.prepositions
        gerund = speech.grammar.subject_first and frame.lower(after).endswith(tuple(speech.words["gerund_endings"]))
        if gerund and cue.verb.act in (Act.DENY, Act.CONFIRM):
            return None  # "admitted lying to police"
        aside = range(0)
        start = self._behind_parts(cue)
        for j in range(start, min(cue.at + _REACH, len(frame.tokens))):
            aside = self._relative_aside(j) or aside
            if j in aside:
                continue  # "beskyldte Holm, som styrer byen, for"
            if self._relative_opens(j):
                break  # "kritiseret af forskere | , der kalder det for naivt"
            if frame.tokens[j].text in HARD or (
                is_finite(frame, j, speech) and j not in cue.parts and j != cue.auxiliary
            ):
                break
            if frame.lower(j) in wanted and j not in cue.parts and not is_zu_infinitive(frame, j, speech):
                if speech.grammar.subject_first and (self._dates(j, wanted) or self._of_another(j)):
                    continue
                if speech.has("preposition_nouns", frame.lower(j - 1)):
                    continue  # "w związku | z"
                if (
                    self._told_by(j, cue)
                    or self._audience(j, cue)
                    or self._before_what(j)
                    or (j < after and speech.grammar.verb_medial)
                ):
                    continue  # "anklaget direktøren for museet naboen for"
                if self._estimates(j):
                    return None
                if speech.has("announcers", frame.lower(j)):
                    return None  # "ging davon aus, der Fahrer sei …"
                if self._other_reading(cue, j):
                    return None  # "nie zgodził się na | spotkanie z": that reading tells more
                if any(speech.has("anonymity", frame.lower(k)) for k in (j + 1, j + 2)):
                    return None  # "prosił o anonimowość": why he has no name
                if self._denies_before(cue, after, j) or self._tells(cue, j) or self._clause_behind(cue, j):
                    return None
                joins = speech.grammar.subject_first or speech.has("conjunctions", frame.lower(j + 2))
                if frame.lower(j + 1) == "," and joins:
                    return None  # "beskyldt for, og": its content stands before the verb
                end = before_particle(j + 1, self.extent.end(j + 1, cue, verbless=True), cue)
                end = before_relative(frame, speech, cue, j + 1, end)
                if speech.table is not None and phrase is not None and j + 1 < phrase.start < end:
                    end = phrase.start  # "zareagowała na te słowa | posłanka"
                if speech.grammar.subject_first:
                    end = self.extent.own.beside(j + 1, end)
                    end = before_saying(self.finder, j + 1, end, "of", cue.verb.act)
                end = self.extent.own.looking_back(j + 1, end)
                if speech.grammar.verb_medial:  # "advarte mot kutt | i et intervju"
                    end = before_occasion(self.finder, j + 1, end)
                facing = self._facing(j)  # "skeptisk over for | planen"
                start = self._accused(cue, after, j) or (after if self._asked(cue, after, j) else j + 1 + facing)
                if speech.grammar.verb_final:
                    end = self.extent.own.beside(j + 1, min([end, *(p for p in cue.parts if p > j + 1)]))
                return Found(((start, self._before_agent(start, end, cue)),), "of")
            if self._other_phrase(cue, j):
                break
        if speech.table is not None:
            before = FreeOrder(self.finder).prepositional(cue, phrase)
            return Found((before,), "of") if before is not None else None
        if not speech.grammar.verb_final:
            return None
        return self._before_verb(cue) or self._fronted_preposition(cue)

    def _estimates(self, j: int) -> bool:
        """Say whether an English preposition leads to a figure with a verb: "said | about 300 jobs were
        at risk"."""
        figure = self.frame.lower(j + 1)
        counted = figure[:1].isdigit() or self.speech.has_any(("counts", "amounts", "predeterminers"), figure)
        if not self.speech.grammar.subject_first or not counted:
            return False
        groups = ("relative", "conjunctions", "question")
        other = (k for k in range(j + 2, self.frame.last()) if self.speech.has_any(groups, self.frame.lower(k)))
        return surely_has_verb(self.frame, j + 2, next(other, self.frame.last()), self.speech)

    def _behind_parts(self, cue: VerbCue) -> int:
        """Return from where on a verb's preposition is looked for: behind a noun that takes it, "machte zum dritten Mal
        keine Angaben | zu X"."""
        last = max(cue.parts)
        noun = self.frame.tokens[last].text[0].isupper() and last > cue.at + 1
        follows = noun and self.speech.grammar.verb_final and self.frame.lower(last + 1) in cue.verb.prepositions
        return last + 1 if follows else cue.at + 1

    def _before_verb(self, cue: VerbCue) -> Found | None:
        """German: the preposition stands before a verb that ends its clause: "während das Amt von vierzig sprach"."""
        frame, speech, wanted = self.frame, self.speech, cue.verb.prepositions
        start = clause_start(frame, cue.at, speech)
        start += speech.has("adversatives", frame.lower(start))
        last = cue.verb.act is not Act.ASK and start < cue.at and stands_last(frame, cue, start, speech)
        if cue.auxiliary is None and not cue.refusal and not last:
            return None
        left = cue.first if cue.auxiliary is None else cue.auxiliary
        for j in range(left + 1 if left < cue.at else start, cue.at):
            if frame.lower(j) in wanted and j not in cue.parts and not self._audience(j, cue):
                return Found(((j + 1, min([cue.at, *(p for p in cue.parts if p > j)])),), "of")
        return None

    def _facing(self, j: int) -> bool:
        """Say whether two words make one preposition: "over for", "z powodu"."""
        speech = self.speech
        if speech.has("preposition_nouns", self.frame.lower(j + 1)):
            return True
        pair = speech.has("addressee_prepositions", self.frame.lower(j)) and self.frame.lower(j + 1)
        return speech.grammar.verb_medial and bool(pair) and speech.has("prepositions", str(pair))

    def _dates(self, j: int, wanted: frozenset[str]) -> bool:
        """Say whether an English preposition only says when, and another says of what: "warned | on Monday | of"."""
        end = self.finder.time_at(j + 1)
        return end is not None and self.frame.lower(end) in wanted

    def _asked(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether nothing but the one asked stands before a German verb's preposition: "mahnte beide zur Ruhe"."""
        if not self.speech.grammar.verb_final or cue.verb.act is not Act.DEMAND or after >= j:
            return False
        if self.speech.has("prepositions", self.frame.lower(after)):
            return False  # "bat | am Montag | um eine Pause"
        return "order" in cue.verb.takes and self.middle.phrase_end(after, j) == j

    def _denies_before(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether what is denied stands before the preposition: "nekter | straffskyld for drap"."""
        denies = self.speech.grammar.verb_medial and cue.verb.act is Act.DENY and "object" in cue.verb.takes
        return denies and after < j and past_adverbials(self.finder, after, j) < j

    def _tells(self, cue: VerbCue, j: int) -> bool:
        """Say whether an English "to" leads to who is told, a clause behind: "admitted | to police he had lied"."""
        frame, speech = self.frame, self.speech
        if "bare" not in cue.verb.takes or not speech.grammar.subject_first or j != cue.at + 1:
            return False
        k = j + 1 + speech.has("noun_articles", frame.lower(j + 1))
        listens = speech.noun_kind(frame.lower(k)) in _LISTENERS or speech.has("listeners", frame.lower(k))
        return listens and self.finder.is_pronoun(k + 1) and not speech.has("relative", frame.lower(k + 1))

    def _relative_aside(self, comma: int) -> range | None:
        """Return the relative clause between the comma and the next in a Danish or Norwegian object."""
        frame = self.frame
        if not self.speech.grammar.verb_medial or frame.tokens[comma].text != ",":
            return None
        if frame.lower(comma + 1) not in self.speech.pronouns.get("relative", frozenset()):
            return None
        closing = (j for j in range(comma + 2, min(comma + _REACH, frame.last())) if frame.tokens[j].text == ",")
        end = next(closing, None)
        return range(comma, end + 1) if end is not None else None

    def _relative_opens(self, comma: int) -> bool:
        """Say whether a Danish or Norwegian relative clause opens behind the comma, whose prepositions are its own."""
        relative = self.frame.lower(comma + 1) in self.speech.pronouns.get("relative", frozenset())
        return self.speech.grammar.verb_medial and self.frame.tokens[comma].text == "," and relative

    def _accused(self, cue: VerbCue, after: int, j: int) -> int | None:
        """Return where the one accused stands, part of a Danish or Norwegian charge: "anklager | USA for juks"."""
        if not self.speech.grammar.verb_medial or cue.voice != "active":
            return None
        deed = self.speech.has("infinitive_marks", self.frame.lower(j + 1))
        warned = cue.verb.addressee and cue.verb.act is Act.WARN and deed  # "advarer | bilister mod at køre"
        if not (cue.verb.act is Act.ACCUSE or warned):
            return None
        after = max([after, *(p + 1 for p in cue.parts if p < j)])
        start = past_adverbials(self.finder, after, j)
        aside = any(self.frame.tokens[k].text == "," for k in range(start, j))
        return start if after <= start < j and not aside else None

    def _fronted_preposition(self, cue: VerbCue) -> Found | None:
        """German: the verb's preposition opens the sentence: "Zu Einzelheiten wollte sie sich nicht äußern"."""
        start = after_mark(self.frame, cue.first)
        if self.frame.lower(start) not in cue.verb.prepositions or start + 1 >= cue.first:
            return None
        if self.middle.phrase_end(start + 1, cue.first) < cue.first - _ATTRIBUTES:
            return None
        closed = any(
            self.frame.tokens[j].text == "," or is_finite(self.frame, j, self.speech) for j in range(start, cue.first)
        )
        return None if closed else Found(((start + 1, cue.first),), "of")

    def _before_agent(self, a: int, end: int, cue: VerbCue) -> int:
        """Leave out the agent of a passive behind its content: "threatened with suspension | by the whips"."""
        if cue.voice != "passive" or not self.speech.grammar.subject_first:
            return end
        gerund = tuple(self.speech.words["gerund_endings"])
        for j in range(a + 1, min(end, a + _AGENT)):
            if self.speech.has("passive_by", self.frame.lower(j)) and not self.frame.lower(j + 1).endswith(gerund):
                return j
        return end

    def _told_by(self, j: int, cue: VerbCue) -> bool:
        """Say whether a Polish preposition leads to the one told, and another to what: "apelował do X o spokój"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or not speech.has("addressee_prepositions", frame.lower(j)):
            return False
        for k in range(j + 2, min(len(frame.tokens), j + 8)):
            if frame.tokens[k].text in HARD or frame.tokens[k].text == "," or is_finite(frame, k, speech):
                return False
            if frame.lower(k) in cue.verb.prepositions and frame.lower(k) != frame.lower(j):
                return True
        return False

    def _audience(self, j: int, cue: VerbCue) -> bool:
        """Say whether a German preposition leads to listeners, and again to what: "warnte vor Reportern vor Regen"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final:
            return False
        people = any(speech.noun_kind(frame.lower(k)) in ("collective", "human") for k in (j + 1, j + 2))
        listed = any(
            frame.lower(j) == words[0] and all(frame.lower(j + k) == w for k, w in enumerate(words))
            for words in speech.phrases.get("on_request_phrases", ())
        )
        if not (people or listed):
            return False
        last = frame.last() if cue.auxiliary is None else cue.at
        return any(frame.lower(k) == frame.lower(j) for k in range(j + 2, last))

    def _before_what(self, j: int) -> bool:
        """Say whether a German preposition only tells when: "warnte kurz | vor der Abstimmung"."""
        timed = self.speech.has("offsets", self.frame.lower(j)) and self.speech.has("since", self.frame.lower(j - 1))
        return self.speech.grammar.verb_final and timed

    def _clause_behind(self, cue: VerbCue, j: int) -> bool:
        """Say whether a German clause in the subjunctive behind the phrase is what was said: "sagte Berg | vom Verband,
        es gebe", "warnte vor Gericht, es werde". Of what somebody warns a clause can say more: "vor Panik, sie sei"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or "bare" not in cue.verb.takes:
            return False
        comma = next((k for k in range(j + 1, min(frame.last(), j + _REACH)) if frame.tokens[k].text in ",:"), None)
        if comma is None or any(is_finite(frame, k, speech) for k in range(j + 1, comma)):
            return False
        place = any(
            speech.noun_kind(frame.lower(k)) in ("collective", "human")
            or speech.has("venues", frame.lower(k))
            or frame.lower(k).endswith(tuple(speech.words["fronts"]))
            for k in range(j + 1, min(comma, j + _PLACE))
        )
        if frame.tokens[comma].text == ":" or frame.is_quote(comma + 1):
            return place and frame.is_quote(comma + 1)
        openings = BareOpenings(frame, speech, self.finder, self.extent.narration)
        if not (place or cue.verb.act is Act.ASSERT) or not openings.opens(comma + 1, ","):
            return False
        end = clause_end(frame, comma, speech)
        reported = any(is_reported(frame, k, speech) for k in range(comma + 1, end))
        return reported or openings.subjunctive_like(comma + 1, end)

    def _other_reading(self, cue: VerbCue, j: int) -> bool:
        """Say whether the preposition of another reading of a Polish verb stands before the one at `j`."""
        if self.speech.table is None:
            return False
        alike = (v for v in self.extent.reporting.get(cue.first, ()) if v.at == cue.at and v.verb is not cue.verb)
        between = {self.frame.lower(k) for k in range(cue.at + 1, j) if k not in cue.parts}
        return any("of" in v.verb.takes and not between.isdisjoint(v.verb.prepositions) for v in alike)

    def _other_phrase(self, cue: VerbCue, j: int) -> bool:
        """Say whether a clause or a phrase of its own opens at `j`: "said he acted out of fear" speaks of nothing."""
        speech, word = self.speech, self.frame.lower(j)
        if not speech.grammar.subject_first or j in cue.parts or self.finder.time_at(j) or "object" in cue.verb.takes:
            return False
        if j < max(cue.parts):
            return False  # "renewed its call for"
        counted = speech.has("quantities", word) and self.frame.lower(j + 1) in cue.verb.prepositions
        if counted or (speech.has("noun_articles", word) and not cue.verb.addressee):
            return True  # "has written a number of books"
        if word in speech.subjects or speech.has("contracted", word) or self.frame.tokens[j].text == ",":
            return True
        plain = "bare" in cue.verb.takes and not cue.verb.addressee and j > max(cue.parts)
        small = self.finder.is_small(j) or speech.has_any(("quantities", "addressee_prepositions"), word)
        if plain and not small and (speech.noun_kind(word) is not None or speech.noun_kind(self.frame.lower(j + 1))):
            return True  # "said | staff of the hospital were ready"
        near = range(j + 1, min(j + _DURATION, self.frame.last()))
        if self.finder.time_at(j + 1) or any(speech.has("time_units", self.frame.lower(k)) for k in near):
            return False  # "complained for years of noise", "warned on Monday of rain"
        return speech.has("prepositions", word) and not speech.has("addressee_prepositions", word)
