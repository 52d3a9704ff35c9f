"""Noun phrases as content: "denied the claims", "called the deal a mistake" (`prepositional`: "warned of rain")."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.adverbials import before_occasion, past_adverbials
from depesche.annotate.statements.case_adverbials import AdverbialReader
from depesche.annotate.statements.clauses import HARD, clause_start, is_finite, opens_clause, word_count
from depesche.annotate.statements.content import MIN_WORDS, Found
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.fields import FieldReader
from depesche.annotate.statements.frames import Frame
from depesche.annotate.statements.main_clauses import opens_subordinate
from depesche.annotate.statements.middle_field import MiddleField
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.prepositional import PrepositionFinder, before_particle, before_relative
from depesche.annotate.statements.said_objects import MIN_OBJECT, SaidObjects
from depesche.annotate.statements.verb_final import stands_last
from depesche.lang.schema.speech import Speech
from depesche.records import Act

_DESCRIBED: Final = 8  # tokens after a passive in which "as" stands
_CALLED: Final = 4  # tokens of "det nye angrepet uakseptabelt"
_AGENT_BEFORE: Final = 16  # tokens before a German participle in which its agent stands
_AGENT: Final = 6  # tokens after a participle in which its agent begins


@dataclass(slots=True)
class ObjectFinder:
    """Finds what a verb reports as its object."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    middle: MiddleField = field(init=False)
    said: SaidObjects = field(init=False)
    prepositional: PrepositionFinder = field(init=False)

    def __post_init__(self) -> None:
        self.middle = MiddleField(self.frame, self.speech, self.finder)
        shared = (self.frame, self.speech, self.finder, self.extent, self.middle)
        self.said, self.prepositional = SaidObjects(*shared), PrepositionFinder(*shared)

    def _described_before(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """Read "als" before a verb that ends its clause: "die viele als Farce bezeichnen"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or (cue.voice == "passive" and self.passive_agent(cue) is None):
            return None
        before = cue.auxiliary is not None and cue.auxiliary < cue.at
        start = cue.auxiliary + 1 if before and cue.auxiliary is not None else clause_start(frame, cue.at, speech)
        if phrase is not None and start <= phrase.start < cue.at:
            start = phrase.aside[1] if phrase.aside else phrase.end
        marked = any(speech.has("as_markers", frame.lower(j)) for j in range(start + 1, cue.at - 1))
        marked = marked or self.middle.appraises(start, cue.at, cue.verb.prepositions)
        if not marked or speech.has("prepositions", frame.lower(start)):
            return None
        return Found(((start, cue.at),), "as") if word_count(frame, start, cue.at) >= MIN_WORDS else None

    def passive_agent(self, cue: VerbCue) -> int | None:
        """Return where the agent of a German passive opens before its participle: "wird von vielen als … gesehen"."""
        near = range(max(0, cue.at - _AGENT_BEFORE), cue.at)
        return next((j for j in near if self.speech.has("passive_by", self.frame.lower(j))), None)

    def described(self, cue: VerbCue, after: int, phrase: Phrase | None = None) -> Found | None:
        """Return what a verb calls something: "called the deal a mistake", "bezeichnete den Plan als Farce"."""
        if (found := self._called_by(cue) or self._described_before(cue, phrase)) is not None:
            return found
        frame, speech = self.frame, self.speech
        if cue.voice == "passive" and (found := self._described_passive(cue)) is not None:
            return found
        if cue.voice == "passive" and not self._agent_follows(cue):
            return None  # "is called X" tells its name
        if self.speech.grammar.drop_subject and not cue.verb.reflexive and self._reflexive(cue):
            return None  # "nazywa się", "uważa się za": nobody in particular
        end = before_particle(after, self.extent.end(after, cue, True, verbless=True), cue)
        if speech.grammar.subject_first:
            end = self._past_aside(self.extent.own.beside(after, end, described=True), cue)
        if speech_of := self._instead_of_it(cue, after, end):
            return speech_of
        after = self._past_adverbials(after, end, cue)
        end = before_occasion(self.finder, after, end) if speech.grammar.verb_medial else end
        marked = any(self.speech.has("as_markers", frame.lower(j)) for j in range(after, end))
        anywhere = range(0) if self.speech.grammar.verb_final else range(after + 1, end)
        marked = marked or any(self.speech.has("evaluations", frame.lower(j)) for j in anywhere)
        marked = marked or any(
            self.speech.has("indefinite", frame.lower(j)) and not self.speech.has("prepositions", frame.lower(j - 1))
            for j in range(after + 1, min(end, after + 4))
        )
        owned = self.speech.pronouns.get("reflexive_possessive", frozenset())
        marked = marked or any(frame.lower(j) in owned for j in range(after + 1, min(end, after + 4)))
        marked = marked or self._called(cue, after, end)
        if self.speech.grammar.verb_final and (cue.verb.prepositions or not marked):
            marked = self.middle.appraises(after, end, cue.verb.prepositions)
            if cue.verb.prepositions and not marked:
                return None  # "hält", "sieht": what is thought of a thing stands behind "für", "als"
        if speech.grammar.subject_first and frame.lower(after) in speech.words["as_markers"]:
            after += 1  # "what she described as a disgrace"
        fronted = self._fronted_object(cue) if self._behind_verb(cue, phrase) else None
        if fronted is not None and not cue.verb.prepositions:
            marked = marked or self.speech.has("evaluations", frame.lower(end - 1))  # "Den Plan nannte er falsch"
        if not (marked or self.extent.has_marks(after, end)):
            return None
        if fronted is not None:
            return Found((*fronted.stretches, (after, end)), "as")
        alone = self.speech.grammar.verb_final and self.extent.has_marks(after, end)  # "ortet „Chaos“"
        return Found(((after, end),), "as") if alone or word_count(frame, after, end) >= MIN_WORDS else None

    def _past_aside(self, end: int, cue: VerbCue) -> int:
        """Go over an English relative clause before "as": "described the firms, which mine coal, as criminal"."""
        frame = self.frame
        if frame.lower(end) != ",":
            return end
        closing = next((j for j in range(end + 1, frame.last()) if frame.tokens[j].text == ","), end)
        marked = closing > end and self.speech.has("as_markers", frame.lower(closing + 1))
        return self.extent.end(closing + 1, cue, True, verbless=True) if marked else end

    def _instead_of_it(self, cue: VerbCue, after: int, end: int) -> Found | None:
        """German "sah es als erwiesen an, dass …": the clause that "es" stands for is what is said."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or not speech.has("impersonal", frame.lower(after)):
            return None
        opening = next((j for j in range(end, min(end + 4, frame.last())) if frame.lower(j) == ","), None)
        if opening is None or not speech.has("complementizers", frame.lower(opening + 1)):
            return None
        return Found(((opening + 2, self.extent.end(opening + 2, cue)),), "that")

    def _behind_verb(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a German subject stands after its verb, so that an object may stand before it."""
        behind = phrase is not None and phrase.kind != "relative" and phrase.start > cue.first > 0
        return self.speech.grammar.verb_final and behind

    def _described_passive(self, cue: VerbCue) -> Found | None:
        """Return subject and predicate of "Planen betegnes af kritikere som en fejl", "blir omtalt som «terror»"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial:
            return None
        near = range(cue.at + 1, min(len(frame.tokens) - 1, cue.at + _DESCRIBED))
        marker = next((j for j in near if speech.has("as_words", frame.lower(j))), None)
        if marker is None or any(frame.tokens[j].text in HARD for j in range(cue.at, marker)):
            return None
        end = self.extent.end(marker + 1, cue, True, verbless=True)
        by = any(speech.has("passive_by", frame.lower(j)) for j in range(max(0, cue.first - _AGENT), marker))
        if not (by or self.extent.has_marks(marker, end)):
            return None
        between = cue.auxiliary is not None and cue.auxiliary + 1 < cue.at
        subject = self.finder.right(cue.auxiliary + 1, cue.at) if between and cue.auxiliary is not None else None
        subject = subject or self.finder.left(cue.first)
        if subject is None or subject.kind != "np":
            return Found(((marker + 1, end),), "as")
        return Found(((subject.start, subject.end), (marker + 1, end)), "as")

    def _called_by(self, cue: VerbCue) -> Found | None:
        """Return subject and predicate of a German passive: "Die Forderung wurde von Weber als absurd bezeichnet"."""
        agent = self.passive_agent(cue) if self.speech.grammar.verb_final and cue.voice == "passive" else None
        if agent is None or cue.auxiliary is None or cue.auxiliary > agent:
            return None
        marker = next((j for j in range(agent + 1, cue.at) if self.speech.has("as_markers", self.frame.lower(j))), None)
        subject = self.finder.left(cue.auxiliary)
        if marker is None or subject is None or subject.kind != "np":
            return None
        return Found(((subject.start, subject.end), (marker, cue.at)), "as")

    def _called(self, cue: VerbCue, after: int, end: int) -> bool:
        """Say whether an adjective follows what is called so: "kaller angrepet uakseptabelt", "kaller det trist"."""
        frame, speech = self.frame, self.speech
        if (
            not speech.grammar.verb_medial
            or cue.verb.lemma not in speech.words["naming_verbs"]
            or end - after > _CALLED
        ):
            return False
        definite = speech.has("pointers", frame.lower(after)) or frame.lower(after) in speech.words["impersonal"]
        definite = definite or frame.lower(end - 2).endswith(tuple(speech.words["definite_endings"]))
        word = frame.tokens[end - 1]
        plain = (
            word.text[0].islower() and speech.noun_kind(word.lower) is None and not speech.has("adverbs", word.lower)
        )
        return definite and plain and not any(speech.has("prepositions", frame.lower(j)) for j in range(after, end))

    def _reflexive(self, cue: VerbCue) -> bool:
        return any(self.speech.has("reflexives", self.frame.lower(j)) for j in (cue.at - 1, cue.at + 1))

    def object(self, cue: VerbCue, after: int, phrase: Phrase | None) -> Found | None:
        """The object: after the verb, or between subject and participle or particle."""
        frame, speech = self.frame, self.speech
        last = max(cue.parts)
        if last > cue.at and not cue.verb.particle and not speech.grammar.verb_final:
            after = max(after, last + 1)
        if speech.grammar.verb_final and cue.voice != "passive":
            return self._of_middle_field(cue, after, phrase)
        if last > cue.at + 1 and last > after and cue.verb.particle:
            enough = word_count(frame, after, last) >= MIN_OBJECT or self.said.one_word(after, last, cue)
            return Found(((after, last),), "object") if enough else None
        if cue.voice == "passive":
            return self._passive_object(cue)
        verb = cue.first if speech.grammar.verb_medial else cue.at
        if phrase is not None and phrase.kind != "relative" and phrase.start > verb and cue.first > 0:
            fronted = self._fronted_object(cue)
            if fronted is not None:
                return fronted
        end = before_particle(after, self.extent.end(after, cue, verbless=True), cue)
        if speech.grammar.verb_medial:
            end = self._before_colon(after, end)
        own = cue.verb.reflexive or speech.grammar.drop_subject
        after = self._past_told(after, end)
        while after < end and own and speech.has("reflexives", frame.lower(after)):
            after += 1
        while end > after and cue.negated and speech.has("negations", frame.lower(end - 1)):
            end -= 1
        after = self._past_adverbials(after, end, cue)
        if after >= end or speech.has("prepositions", frame.lower(after)) or frame.tokens[after].text == ",":
            return None
        time = self.finder.date_at(after) if speech.grammar.verb_medial else self.finder.time_at(after)
        if time or opens_clause(frame, after, speech):
            return None
        if speech.grammar.verb_medial and speech.has("conjunctions", frame.lower(after)):
            return None  # "verken bekrefte | eller avkrefte historien"
        end = before_relative(
            self.frame, self.speech, after, self._before_vehicle(after, self.extent.own.beside(after, end))
        )
        end = before_occasion(self.finder, after, end) if speech.grammar.verb_medial else end
        few = word_count(frame, after, end) < MIN_OBJECT and not self.said.one_word(after, end, cue)
        if few and not (self.said.prepositional(cue) and self.said.characterizes(cue, after, end)):
            return None
        return Found(((after, end),), "object")

    def _before_colon(self, after: int, end: int) -> int:
        """Leave out the words that lead to a quotation, with their clause: "et nyt navn | , hvor han skrev: …"."""
        frame, speech = self.frame, self.speech
        colon = next((j for j in range(after, min(end + 1, len(frame.tokens))) if frame.tokens[j].text == ":"), None)
        if colon is None:
            return end
        commas = (j for j in range(colon - 1, after, -1) if frame.tokens[j].text == ",")
        comma = next(commas, None)
        return comma if comma is not None and speech.has("relative", frame.lower(comma + 1)) else min(end, colon)

    def _of_middle_field(self, cue: VerbCue, after: int, phrase: Phrase | None) -> Found | None:
        """German: the object before the verb it is fronted to, else the one that its middle field holds."""
        frame, speech = self.frame, self.speech
        if self._behind_verb(cue, phrase) and (fronted := self._fronted_object(cue)) is not None:
            return fronted
        before = cue.auxiliary is not None and cue.auxiliary < cue.at
        closing = [p for p in (cue.at, *cue.parts) if p >= after]
        if phrase is not None and phrase.end < cue.first and stands_last(frame, cue, phrase.start, speech):
            start, end = phrase.end, min(p for p in (cue.at, *cue.parts) if p > phrase.start)
        elif before and cue.auxiliary is not None and (cue.voice == "active" or cue.refusal):
            behind = phrase is not None and cue.auxiliary < phrase.start < cue.at
            start, end = (
                (phrase.end if behind and phrase else cue.auxiliary + 1),
                min(p for p in (cue.at, *cue.parts) if p > cue.auxiliary),
            )
        elif cue.verb.particle and max(cue.parts) > after:
            start, end = after, max(cue.parts)
        elif closing and min(closing) > after:
            start, end = after, min(closing)
        else:
            start, end = after, before_particle(after, self.extent.end(after, cue, verbless=True), cue)
        while end > start and cue.negated and speech.has("negations", frame.lower(end - 1)):
            end -= 1
        while end > start and end in cue.parts and speech.has("prepositions", frame.lower(end - 1)):
            end -= 1  # "stellte Hilfe | in Aussicht"
        if start >= end or frame.tokens[start].text == "," or opens_clause(frame, start, speech):
            return None
        at = self.middle.object_start(start, end)
        if at is None or speech.has("as_markers", frame.lower(at)):
            return None
        end = self.middle.object_end(at, self.extent.own.beside(at, end))
        enough = word_count(frame, at, end) >= MIN_OBJECT or self.said.one_word(at, end, cue)
        return Found(((at, end),), "object") if enough else None

    def _fronted_object(self, cue: VerbCue) -> Found | None:
        """The object before a verb-second verb: "Kritikken af planen afviser ministeren"."""
        if self.speech.table is not None:
            return self._object_before(cue)
        if not self.speech.grammar.verb_second:
            return None
        found = self.finder.left(cue.first)
        if found is None or found.kind != "np":
            return None
        if self.speech.grammar.verb_final:
            return self._prefield(found, cue)
        if self.finder.head_speaks(found):
            return None
        words = word_count(self.frame, found.start, found.end)
        enough = words >= MIN_OBJECT or self.said.one_word(found.start, found.end, cue)
        return Found(((found.start, found.end),), "object") if enough else None

    def _prefield(self, found: Phrase, cue: VerbCue) -> Found | None:
        """Return the object that stands before a German verb, with the relative clause behind it."""
        if self.speech.has("prepositions", self.frame.lower(found.start)):
            return None
        if FieldReader(self.frame, self.speech, self.finder).subject_behind(found, cue) is None:
            return None
        end = cue.first - 1 if found.aside else found.end
        commas = any(self.frame.tokens[j].text == "," for j in range(found.start, end))
        if commas and not (found.aside and opens_subordinate(self.frame, found.aside[0], self.speech)):
            return None
        words = word_count(self.frame, found.start, end)
        enough = words >= MIN_OBJECT or self.said.one_word(found.start, end, cue)
        return Found(((found.start, end), *self._figure(cue)), "object") if enough else None

    def _figure(self, cue: VerbCue) -> tuple[tuple[int, int], ...]:
        """Return the figure behind the verb's own preposition: "Den Schaden beziffert die Polizei | auf 900 Euro"."""
        frame = self.frame
        near = range(cue.at + 1, min(cue.at + _DESCRIBED + _DESCRIBED, frame.last()))
        at = next((j for j in near if frame.lower(j) in cue.verb.prepositions), None)
        figure = at is not None and any(t.text[0].isdigit() for t in frame.tokens[at + 1 : at + 3])
        return ((at, self.extent.end(at, cue, verbless=True)),) if at is not None and figure else ()

    def _object_before(self, cue: VerbCue) -> Found | None:
        """The object before a Polish verb whose subject follows: "Doniesień tych nie potwierdziło dowództwo"."""
        start = self.finder.clause_opening(cue.first)
        end = next((j for j in range(start, cue.first) if self.finder.is_small(j)), cue.first)
        said = any(self.said.said(j) for j in range(start, end)) or self._wished(start, cue)
        plain = start < end and self.finder.looks_nominal(start, end) and not is_finite(self.frame, start, self.speech)
        return Found(((start, end),), "object") if said and plain else None

    def _wished(self, j: int, cue: VerbCue) -> bool:
        """Say whether a noun before a Polish verb is what is wished or promised: "Pomoc zaoferowała Japonia"."""
        found = self.speech.reading(self.frame.lower(j))
        oblique = "a" in found or ("g" in found and cue.verb.act is Act.DEMAND)
        return cue.verb.act in (Act.PROMISE, Act.DEMAND) and "o" in found and oblique

    def _before_vehicle(self, after: int, end: int) -> int:
        """Leave out in what or when a Polish object was said: "zdementował te plotki | w mediach społecznościowych"."""
        frame, speech = self.frame, self.speech
        if speech.table is None:
            return end
        for j in range(after + 1, end):
            if speech.has("relay_prepositions", frame.lower(j)):
                near = (speech.noun_kind(frame.lower(k)) in ("document", "medium") for k in (j + 1, j + 2) if k < end)
                met = any(speech.has("manners", frame.lower(k)) for k in range(j + 1, min(j + 3, end)))
                if (any(near) or met) and "o" in speech.reading(frame.lower(j - 1)):
                    return j
        return end

    def _past_told(self, after: int, end: int) -> int:
        """Go over whom a Polish verb tells: "zaleca im", "zarzuca resortowi", "domaga się od rządu"."""
        frame, speech = self.frame, self.speech
        if speech.table is None:
            return after
        told = {w for key, forms in speech.pronouns.items() if key.startswith("object") for w in forms}
        start = after
        while start < end and (speech.has("reflexives", frame.lower(start)) or self.finder.is_small(start)):
            start += 1
        word = frame.lower(start)
        if speech.has("from_prepositions", word) and word.startswith("o"):
            start += 2
        elif word in told and self.finder.pronoun_alone(start):
            start += 1
        elif {*speech.reading(word)} & {*"dagi"} == {"d"} and not self.said.said(start):
            start = AdverbialReader(frame, speech, self.finder).told_end(start, end) or start + 1
        else:
            return after
        while start < end and self.finder.is_small(start):
            start += 1
        return start if start < end else after

    def _agent_follows(self, cue: VerbCue) -> bool:
        words = (self.frame.lower(j) for j in range(cue.at + 1, min(cue.at + _AGENT, len(self.frame.tokens))))
        return self.speech.grammar.verb_final or any(self.speech.has("passive_by", w) for w in words)

    def _past_adverbials(self, after: int, end: int, cue: VerbCue) -> int:
        """Go over what stands between a verb and its object."""
        if self.speech.table is not None:
            giving = cue.verb.lemma in self.speech.words["giving_verbs"]
            return AdverbialReader(self.frame, self.speech, self.finder).past(after, end, giving)
        return past_adverbials(self.finder, after, end) if self.speech.grammar.verb_medial else after

    def _passive_object(self, cue: VerbCue) -> Found | None:
        found = self.finder.left(cue.first)
        if self.speech.grammar.verb_medial:
            if cue.verb.act is Act.ASSERT and not self._agent_follows(cue):
                return None  # "rådene er beregnet på dem"
            if cue.auxiliary is not None and cue.auxiliary + 1 < cue.at:
                found = self.finder.right(cue.auxiliary + 1, cue.at) or found
        if found is None or (found.kind != "np" and not self.said.denied_pronoun(found.start, cue)):
            return None
        few = word_count(self.frame, found.start, found.end) < MIN_OBJECT
        told = self._agent_follows(cue) and not cue.negated and cue.refusal is None
        if few and not (told and self.said.one_word(found.start, found.end, cue)):
            return None
        return Found(((found.start, found.end),), "object")

    def refused(self, cue: VerbCue, after: int) -> Found | None:
        frame, speech = self.frame, self.speech
        end = self.extent.end(after, cue)
        if speech.grammar.verb_medial and speech.has("conjunctions", frame.lower(after)):
            return None
        if speech.grammar.verb_final:
            after = next((j for j in range(after, end) if not self.finder.is_small(j)), end)
        topic = speech.has("prepositions", frame.lower(after)) or speech.has("articles", frame.lower(after))
        topic = topic or speech.grammar.verb_final or speech.grammar.drop_subject
        return Found(((after, end),), "object") if topic and word_count(frame, after, end) >= MIN_WORDS else None
