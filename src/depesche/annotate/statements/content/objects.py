"""Objects as content: "denied the claims", "wies die Vorwürfe zurück", and what a refusal is about.

What a verb calls something is in `predicates`, objects before their verb in `fronted_objects`, what stands behind a
verb's preposition in `prepositional`; whether an object is something said, in `said_objects`.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.adverbials import before_occasion
from depesche.annotate.statements.clauses.boundaries import after_mark, opens_clause, word_count
from depesche.annotate.statements.clauses.case_adverbials import AdverbialReader
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.clauses.sayings import before_saying
from depesche.annotate.statements.clauses.verb_final import stands_last
from depesche.annotate.statements.content.bare_nouns import BareNouns
from depesche.annotate.statements.content.fronted_objects import FrontedObjects
from depesche.annotate.statements.content.passive_subjects import PassiveSubjects
from depesche.annotate.statements.content.predicates import PredicateFinder
from depesche.annotate.statements.content.prepositional import PrepositionFinder, before_particle, before_relative
from depesche.annotate.statements.content.relative_objects import RelativeObjects
from depesche.annotate.statements.content.said_objects import MIN_OBJECT, SaidObjects
from depesche.annotate.statements.content.shared import MIN_WORDS, Found, agent_follows, object_opening
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.once import once
from depesche.annotate.statements.subjects.openings import soon_after, tells_when
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.records import Act


@dataclass
class ObjectFinder:
    """Finds what a verb reports as its object."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    @once
    def middle(self) -> MiddleField:
        return MiddleField(self.frame, self.speech, self.finder)

    @once
    def said(self) -> SaidObjects:
        return SaidObjects(self.frame, self.speech, self.finder, self.extent, self.middle)

    @once
    def prepositional(self) -> PrepositionFinder:
        return PrepositionFinder(self.frame, self.speech, self.finder, self.extent, self.middle)

    @once
    def fronted(self) -> FrontedObjects:
        return FrontedObjects(self.frame, self.speech, self.finder, self.extent, self.said)

    @once
    def bare_nouns(self) -> BareNouns:
        return BareNouns(self.frame, self.speech, self.finder, self.said)

    @once
    def relatives(self) -> RelativeObjects:
        return RelativeObjects(self.frame, self.speech, self.finder, self.middle)

    @once
    def passives(self) -> PassiveSubjects:
        return PassiveSubjects(self.frame, self.speech, self.middle)

    @once
    def predicates(self) -> PredicateFinder:
        return PredicateFinder(self.frame, self.speech, self.finder, self.extent, self.middle, self.fronted)

    def object(self, cue: VerbCue, after: int, phrase: Phrase | None) -> Found | None:
        """The object: after the verb, or between subject and participle or particle."""
        frame, speech = self.frame, self.speech
        if cue.verb.act is Act.DENY and speech.has("denied_pronouns", frame.lower(cue.first - 1)) and not cue.negated:
            return Found(((cue.first - 1, cue.first),), "object")  # "ale rzecznik | temu | zaprzecza"
        last = max(cue.parts)
        if last > cue.at and not cue.verb.particle and not speech.grammar.verb_final:
            after = max(after, last + 1)
        if speech.grammar.verb_final and (cue.voice != "passive" or self.middle.holds_charge(cue)):
            return self._of_middle_field(cue, self.middle.past_relative(after), phrase)
        if last > cue.at + 1 and last > after and cue.verb.particle:
            enough = word_count(frame, after, last) >= MIN_OBJECT or self.said.one_word(after, last, cue)
            return Found(((after, last),), "object") if enough else None
        if cue.voice == "passive" and (speech.table is None or cue.auxiliary is not None):  # no "zażądano okupu"
            return self._passive_object(cue, phrase)
        verb = cue.first if speech.grammar.verb_medial else cue.at
        if phrase is not None and phrase.kind != "relative" and phrase.start > verb and cue.first > 0:
            fronted = self.fronted.find(cue, phrase)
            if fronted is not None:
                return fronted
        end = before_particle(after, self.extent.end(after, cue, verbless=True), cue)
        if speech.grammar.verb_medial:
            end = self._before_colon(after, end)
        own = cue.verb.reflexive or speech.grammar.drop_subject
        if cue.verb.act is not Act.DENY:  # "zaprzecza | istnieniu listy": the dative is what is denied
            after = self._past_told(after, end)
        while after < end and own and speech.has("reflexives", frame.lower(after)):
            after += 1
        while end > after and cue.negated and speech.has("negations", frame.lower(end - 1)):
            end -= 1
        after = object_opening(self.finder, cue, after, end)
        if speech.table is not None and phrase is not None and phrase.start == after and phrase.kind != "relative":
            return None  # "Sprawy nie komentuje | kuria"
        after = self._past_joined_verb(after)
        if after >= end or speech.has("prepositions", frame.lower(after)) or frame.tokens[after].text == ",":
            return None
        time = self.finder.date_at(after) if speech.grammar.verb_medial else self.finder.time_at(after)
        if self._only_pronoun(after):
            return None  # "krytykował go wielokrotnie"
        if speech.grammar.subject_first and speech.has("reflexives", frame.lower(after)):
            return None  # "promised herself a holiday"
        if speech.grammar.verb_medial and self._only_that(cue, after):
            return None
        if time or (opens_clause(frame, after, speech) and not self.said.denied_pronoun(after, cue)):
            return None
        if speech.grammar.verb_medial and speech.has("conjunctions", frame.lower(after)):
            return None  # "verken bekrefte | eller avkrefte historien"
        after -= speech.grammar.subject_first and self._does(cue, after)
        end = self._before_vehicle(after, self.extent.own.beside(after, end))
        end = before_relative(frame, speech, cue, after, end)
        if speech.grammar.verb_medial:
            end = before_occasion(self.finder, after, end, cue.verb.act in (Act.CONFIRM, Act.DENY))
        end = before_saying(self.finder, after, end, "object", cue.verb.act)
        few = word_count(frame, after, end) < MIN_OBJECT and not self.said.one_word(after, end, cue)
        if few and not (self.said.prepositional(cue) and self.said.characterizes(cue, after, end)):
            return None
        return Found(((after, end),), "object")

    def _past_joined_verb(self, after: int) -> int:
        """Return where the object starts that a verb has in common with the next: "confirm nor deny | it", in German
        "kritisierte und rügte | den Plan"."""
        grammar = self.speech.grammar
        joins = grammar.subject_first or grammar.verb_final
        if not joins or not self.speech.has("conjunctions", self.frame.lower(after)):
            return after
        joined = self.speech.index.get(self.frame.lower(after + 1), ())
        return after + 2 if any(isinstance(e, VerbForm) and e.kind != "gerund" for e in joined) else after

    def _does(self, cue: VerbCue, after: int) -> bool:
        """Say whether an infinitive follows the "to" of an English verb, that is part of it: "agreed | to meet"."""
        frame, speech, word = self.frame, self.speech, self.frame.lower(after)
        if after - 1 not in cue.parts or not speech.has("infinitive_marks", frame.lower(after - 1)):
            return False
        endings = (*speech.words["deed_endings"], *speech.words["gerund_endings"])
        noun = speech.has_any(("articles", "noun_articles", "counts", "amounts"), word) or word.endswith(endings)
        named = frame.tokens[after].text[0].isupper() or speech.noun_kind(word) is not None
        return not (noun or named) and not any(isinstance(e, Noun) for e in speech.index.get(word, ()))

    def _only_pronoun(self, j: int) -> bool:
        """Say whether a Polish pronoun stands as the object, before no noun of its own."""
        forms = (f for key, f in self.speech.pronouns.items() if key.startswith("object"))
        pronoun = self.speech.table is not None and any(self.frame.lower(j) in f for f in forms)
        adverb = self.finder.is_small(j + 1) or self.speech.reading(self.frame.lower(j + 1)) == "x"
        return pronoun and (adverb or self.finder.pronoun_alone(j))

    def _only_that(self, cue: VerbCue, j: int) -> bool:
        """Say whether a mere "that" is said in Danish or Norwegian, not denied or confirmed: "siger det i dag"."""
        alone = self.speech.has_any(("prepositions", "adverbs"), self.frame.lower(j + 1))
        return cue.verb.act is Act.ASSERT and alone and self.speech.has("pointers", self.frame.lower(j))

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
        if self.fronted.behind_verb(cue, phrase) and (fronted := self.fronted.find(cue)) is not None:
            return fronted
        start, end = self._field(cue, after, phrase)
        while end > start and cue.negated and speech.has("negations", frame.lower(end - 1)):
            end -= 1
        while end > start and end in cue.parts and speech.has("prepositions", frame.lower(end - 1)):
            end -= 1  # "stellte Hilfe | in Aussicht"
        if start >= end or frame.tokens[start].text == "," or opens_clause(frame, start, speech):
            return None
        start = self._past_joined_verb(start)
        inside = self._inside(cue, start, end)
        at = self.middle.past_adverbials(start, end) if inside else self.middle.object_start(start, end)
        closed = ("as_markers", "modals", "conjunctions", "complementizers")  # "ablehnen | müsse", "auf X, | dass"
        if at is None or at > (inside or end) or frame.lower(at) == "," or speech.has_any(closed, frame.lower(at)):
            return None
        if self.middle.pointer(at, end):
            return Found(((at, at + 1),), "object") if self.said.denied_pronoun(at, cue) else None
        end = self.middle.object_end(at, self.extent.own.beside(at, end))
        enough = word_count(frame, at, end) >= MIN_OBJECT or self.said.one_word(at, end, cue)
        return Found((*self._for_what(cue), (at, end)), "object") if enough else None

    def _for_what(self, cue: VerbCue) -> tuple[tuple[int, int], ...]:
        """Return what a German verb's preposition leads to before it: "Für den Brand | macht er die Firma haftbar"."""
        start = after_mark(self.frame, cue.first)
        if start >= cue.first or self.frame.lower(start) not in cue.verb.prepositions:
            return ()
        named = self.finder.right(start + 1, cue.first)
        return ((start, cue.first),) if named is not None and named.end == cue.first else ()

    def _field(self, cue: VerbCue, after: int, phrase: Phrase | None) -> tuple[int, int]:
        """Return the stretch of a German clause that its verb's object stands in, before what closes the clause."""
        before = cue.auxiliary is not None and cue.auxiliary < cue.at
        while after - 1 > cue.at and self._within(after - 1, cue):
            after -= 1
        if self.speech.has("as_markers", self.frame.lower(after)):
            after = self._past_parts(after, cue)
        closing = [p for p in sorted({cue.at, *cue.parts}) if not self._within(p, cue)]
        relative = phrase is not None and phrase.kind == "relative"
        if (
            phrase is not None
            and phrase.end < cue.first
            and stands_last(self.frame, cue, phrase.start + relative, self.speech)
        ):
            return phrase.end, min(p for p in closing if p > phrase.start)
        held = cue.voice == "active" or cue.refusal is not None or self.middle.holds_charge(cue)
        if before and cue.auxiliary is not None and held:
            behind = phrase is not None and cue.auxiliary < phrase.start < cue.at
            start = cue.auxiliary + 1
            if behind and phrase:  # "hat der Chef, Timo Kranz, | mehr Geld gefordert"
                start = phrase.aside[1] + 1 if phrase.aside else phrase.end
            end = min(p for p in closing if p > cue.auxiliary)
            return self.middle.after_joined(start, end), end
        if cue.verb.particle and max(cue.parts) > after:
            return after, max(cue.parts)
        end = next((p for p in closing if p >= after), after)
        if end > after:
            return after, end
        return after, before_particle(after, self.extent.end(after, cue, verbless=True), cue)

    def _past_parts(self, j: int, cue: VerbCue) -> int:
        """Go over fixed words that stand before the object: "nannte | als Grund | hohe Kosten"."""
        while j in cue.parts:
            j += 1
        return j

    def _within(self, j: int, cue: VerbCue) -> bool:
        """Say whether a fixed word is part of what is said: "gab ihm die | Schuld daran", "führt es | auf X zurück"."""
        if j == cue.at or j not in cue.parts or cue.refusal is not None:
            return False
        led = self.speech.has_any(("prepositions", "as_markers"), self.frame.lower(j - 1))  # "nannte | als Grund"
        noun = self.frame.tokens[j].text[0].isupper() and not led
        return noun or self.frame.lower(j) in cue.verb.prepositions or self.speech.has("negations", self.frame.lower(j))

    def _inside(self, cue: VerbCue, a: int, b: int) -> int | None:
        """Return where the first fixed word of a verb stands inside the phrases [a, b)."""
        return next((j for j in cue.parts if a <= j < b and self._within(j, cue)), None)

    def _before_vehicle(self, after: int, end: int) -> int:
        """Leave out in what or when a Polish object was said: "zdementował te plotki | w mediach społecznościowych"."""
        frame, speech = self.frame, self.speech
        if speech.table is None:
            return end
        for j in range(after + 1, end):
            if speech.has("relay_prepositions", frame.lower(j)) and not speech.has("laws", frame.lower(j + 1)):
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

    def _passive_object(self, cue: VerbCue, agent: Phrase | None) -> Found | None:
        speech, found = self.speech, self.finder.left(cue.first)
        if found is None or (speech.grammar.verb_final and self._no_subject(found, cue, agent)):
            found = self.passives.find(cue, agent)
        if speech.grammar.verb_final and agent is None and cue.verb.act is Act.DECLINE:
            return None  # "Der Antrag wurde abgelehnt": nobody's word
        if speech.grammar.verb_medial:
            if cue.verb.act is Act.ASSERT and not agent_follows(self.frame, cue, self.speech):
                return None  # "rådene er beregnet på dem"
            if cue.auxiliary is not None and cue.auxiliary + 1 < cue.at:
                inner = self.finder.right(cue.auxiliary + 1, cue.at)
                found = inner if inner is not None and inner.start not in cue.parts else found
        if speech.grammar.subject_first:
            found = self.predicates.whole_subject(found, cue)
        if found is None or (found.kind != "np" and not self.said.denied_pronoun(found.start, cue)):
            return None
        if speech.grammar.verb_medial:
            found = self._with_clause(found, cue)
        if speech.grammar.subject_first and cue.verb.informs and not agent_follows(self.frame, cue, speech):
            return self._reported(cue, found)
        few = word_count(self.frame, found.start, found.end) < MIN_OBJECT
        if speech.table is not None:  # "Lek jest polecany przez lekarzy": a thing, nothing said
            few = few and not (self.said.said(found.start) or self.said.deed(found.start))
            return (
                None
                if few or not agent_follows(self.frame, cue, speech)
                else Found(((found.start, found.end),), "object")
            )
        able = cue.refusal is not None and not speech.has("passive_auxiliaries", self.frame.lower(cue.auxiliary or 0))
        told = agent_follows(self.frame, cue, self.speech) and not cue.negated and not able  # "kan ikke bekreftes"
        if few and not (told and self.said.one_word(found.start, found.end, cue)):
            return None
        return Found(((found.start, found.end),), "object")

    def _no_subject(self, found: Phrase, cue: VerbCue, agent: Phrase | None) -> bool:
        """Say whether a time, or an agent, opens the sentence of a German passive: "Kurz darauf | wurde von Ärzten"."""
        timed = tells_when(self.finder, found) or soon_after(self.finder, found)
        return timed or (agent is not None and agent.start < cue.first)

    def _with_clause(self, found: Phrase, cue: VerbCue) -> Phrase:
        """Take in the clause of a Danish or Norwegian claim: "Rygtet om | , at han rejser, | afvises af klubben"."""
        frame, speech = self.frame, self.speech
        end = found.end
        led = speech.has("prepositions", frame.lower(end - 1))
        clause = led and speech.has("complementizers", frame.lower(end + (frame.lower(end) == ",")))
        closes = frame.lower(cue.first - 1) == "," and cue.first - 1 > end
        return Phrase(found.start, cue.first - 1) if clause and closes else found

    def _reported(self, cue: VerbCue, found: Phrase) -> Found | None:
        """Return an English subject that is news, with what follows: "Two deaths | were reported | in Kent"."""
        frame, after = self.frame, cue.at + 1
        if self.speech.has("infinitive_marks", frame.lower(after)):
            return None  # "is reported to have fled" is hearsay
        end = self.extent.end(after, cue, verbless=True)
        end = next((j for j in range(after, end) if frame.tokens[j].text == ","), end)
        return Found(((found.start, found.end), (after, end)), "object")

    def refused(self, cue: VerbCue, after: int, phrase: Phrase | None = None) -> Found | None:
        """What somebody won't speak about, in Polish also before the verb: "Sprawy | nie komentuje kuria"."""
        frame, speech = self.frame, self.speech
        if speech.table is not None and phrase is not None and phrase.start == after:
            return self.fronted.find(cue, phrase)
        end = self.extent.end(after, cue)
        if speech.grammar.verb_medial and speech.has("conjunctions", frame.lower(after)):
            return None
        if speech.grammar.verb_final:
            after = next((j for j in range(after, end) if not self.finder.is_small(j)), end)
        topic = speech.has("prepositions", frame.lower(after)) or speech.has("articles", frame.lower(after))
        if speech.grammar.subject_first and not self._topic_opens(cue, after):
            return None
        topic = topic or speech.grammar.verb_final or speech.grammar.drop_subject
        return Found(((after, end),), "object") if topic and word_count(frame, after, end) >= MIN_WORDS else None

    def _topic_opens(self, cue: VerbCue, j: int) -> bool:
        """Say whether what an English speaker won't speak about opens at `j`, no time or place: "declined to comment |
        on Friday"."""
        word = self.frame.lower(j)
        if word in cue.verb.prepositions:
            return self.finder.time_at(j + 1) is None
        return not self.speech.has("prepositions", word)
