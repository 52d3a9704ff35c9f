"""Decides on which side of a reporting verb its subject stands, and reads it.

Who speaks in another place (agents, whom a medium cites) is in `agents`; what follows a verb as its subject, in
`inversion`; where case tells the subject, in `cases`.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.attributions.origins import OriginReader
from depesche.annotate.statements.clauses.boundaries import after_mark, clause_start, is_finite
from depesche.annotate.statements.clauses.embedded import perfect_inside, subject_inside, tells_in_present
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.cues.verb_groups import answers_by, caused_at, phase_start, purpose_start
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.once import once
from depesche.annotate.statements.subjects.agents import AgentReader
from depesche.annotate.statements.subjects.agreement import AGREES
from depesche.annotate.statements.subjects.cases import CaseReader
from depesche.annotate.statements.subjects.clause_subjects import ClauseSubjects
from depesche.annotate.statements.subjects.houses import HouseReader
from depesche.annotate.statements.subjects.inversion import InversionReader
from depesche.annotate.statements.subjects.openings import OpeningReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act


@dataclass
class SpeakerFinder:
    """Finds who speaks, for the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    verbs: list[VerbCue]

    @once
    def cases(self) -> CaseReader:
        return CaseReader(self.frame, self.speech, self.finder)

    @once
    def inversion(self) -> InversionReader:
        return InversionReader(self.frame, self.speech, self.finder, self.verbs, self.cases)

    @once
    def openings(self) -> OpeningReader:
        return OpeningReader(self.frame, self.speech, self.finder, self.inversion)

    @once
    def clauses(self) -> ClauseSubjects:
        return ClauseSubjects(self.frame, self.speech, self.finder)

    @once
    def origins(self) -> OriginReader:
        return OriginReader(self.frame, self.speech, self.finder)

    @once
    def houses(self) -> HouseReader:
        return HouseReader(self.frame, self.speech, self.finder)

    @once
    def agents(self) -> AgentReader:
        return AgentReader(self.frame, self.speech, self.finder, self.inversion)

    def subject(self, cue: VerbCue) -> tuple[Phrase | None, str]:
        """Return the source phrase of a verb with the side it stands on: left, right, agent, inherit or none."""
        found, side = self._subject(cue)
        if found is not None and side == "right":
            found = self.inversion.before_parts(found, cue)
        if found is None and self.speech.table and self.agents.impersonal(cue):
            return None, "agent"
        if found is not None and cue.verb.lemma in self.speech.words["sounding_verbs"] and found.kind == "np":
            return self.agents.behind_words(found, side)
        if found is None or found.end - found.start != 1:
            return found, side
        if side == "right" and self.speech.has("impersonal", self.frame.lower(found.start)):
            if (behind := self._behind_placeholder(found, cue)) is not None:
                return behind, side
            source = self.agents.from_nobody(found)
            return (source, side) if source is not None else (None, "agent")
        return found, side

    def _subject(self, cue: VerbCue) -> tuple[Phrase | None, str]:
        if cue.verb.cites and (cited := self.agents.cited(cue)) is not None:
            return cited
        if cue.refusal is None and (caused := caused_at(self.frame, cue, self.speech)) is not None:
            cue.voice = "active"  # what they say counts as if they said it of themselves
            return self._made_speak(*caused), "left"
        if cue.voice == "infinitive" and cue.refusal is None:
            cue.first = phase_start(self.frame, cue, self.speech)
            if cue.first < cue.at and answers_by(self.frame, cue, self.speech):
                cue.voice = "active"
            if (purpose := purpose_start(self.frame, cue, self.speech)) is not None:
                return self.finder.right(after_mark(self.frame, purpose - 1), purpose), "left"
        if (elsewhere := self._elsewhere(cue)) is not None:
            return elsewhere
        inverted = self.inversion.subject(cue)
        if inverted is None and cue.refusal is not None and self.frame.lower(cue.first - 1) == ",":
            inverted = self._after_modal(cue)  # "…, ville ministeren ikke svare på"
        if inverted is None and self.speech.table:
            inverted = self.cases.pronoun_behind(cue)
        if inverted is not None and self._placeholder(inverted, cue):
            return None, "inherit"
        if inverted is not None:
            return inverted, "right"
        found = self._before(cue)
        if found is not None and self.inversion.pronoun_behind(found, cue):
            return Phrase(cue.first + 1, cue.first + 2, "pronoun"), "right"
        if found is not None and (behind := self.inversion.behind_other(found, cue)) is not None:
            return behind, "right"
        behind = self.openings.subject_behind(found, cue) or self.openings.behind_clause(found, cue) if found else None
        if behind is not None:
            return behind, "right"
        if found is not None and not self._plausible(found, cue):
            found = self._after_verb(found, cue)
        elif found is not None and self.speech.grammar.verb_medial:
            found = self._behind_bare_verb(found, cue) or found
        if found is not None and not (self._adverbial(found, cue) or self._listener(found)):
            return found, "left"
        between = self.inversion.after_auxiliary(cue) or self._after_modal(cue)
        if between is not None:
            return between, "right"
        if self.speech.grammar.verb_second or self.speech.grammar.drop_subject:
            right = self.inversion.right(cue, cue.at + 1)
            if right is not None and self.inversion.opens_content(right):
                return None, "none"
            if right is not None and (self.speech.grammar.verb_second or self.finder.can_speak(right)):
                return right, "right"
        return None, "none"

    def _made_speak(self, verb: int, mark: int) -> Phrase | None:
        """Return whom somebody makes say something: "fik | lederen af havnen | til at indrømme, at"."""
        objects = (forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))
        if mark == verb + 2 and any(self.frame.lower(verb + 1) in forms for forms in objects):
            return Phrase(verb + 1, mark, "pronoun")
        start = verb + 1
        if mark - verb > 2 and self.frame.lower(verb + 1) in self.speech.subjects:
            start += 1  # "I går fik han | direktøren | til at love"
        return self.finder.right(start, mark)

    def _placeholder(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether what follows a German verb behind a comma is part of what it says, so that the verb shares the
        subject before: "sagte dies, lehnte | es | ab zu gehen", "machte aber | keine Angaben |"."""
        if not self.speech.grammar.verb_final or self.frame.lower(cue.first - 1) != ",":
            return False
        inside = any(p in cue.parts for p in range(found.start, min(found.start + 2, found.end)))
        return inside or (len(cue.parts) > 1 and self.speech.has("impersonal", self.frame.lower(found.start)))

    def _behind_placeholder(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject behind a German "es" that stands for an infinitive: "Gestern lehnte es | der Rat ab"."""
        if not self.speech.grammar.verb_final or "inf" not in cue.verb.takes:
            return None
        behind = self.finder.right(found.end)
        return behind if behind is not None and self.finder.can_speak(behind) else None

    def _elsewhere(self, cue: VerbCue) -> tuple[Phrase | None, str] | None:
        """Return who speaks where a verb has no subject of its own; None where one is to be looked for."""
        if cue.voice == "passive":
            agent = self.agents.agent(cue) or self.houses.find(cue)
            return agent if agent is not None or not self.speech.table else self.origins.document(cue), "agent"
        if cue.voice == "gerund":
            own = self.agents.of_gerund(cue)
            return own, "left" if own is not None else "inherit"
        if cue.verb.lemma in self.speech.words["impersonal_verbs"]:
            return self.origins.origin(cue) if self.speech.table else self.agents.given_by(cue), "agent"
        if cue.verb.lemma in self.speech.words["origin_verbs"]:
            return self.agents.origin(cue), "agent"
        if self._coordinated(cue.first):
            return self._shared_subject(cue), "inherit"
        if self.speech.grammar.drop_subject and cue.first == 0 and "order" in cue.verb.takes:
            return None, "none"
        return (self.houses.find(cue), "agent") if self._nobody(cue) else None

    def _before(self, cue: VerbCue) -> Phrase | None:
        """Return what stands before a verb as its subject would."""
        found = self.cases.before(cue) if self.speech.table else self.finder.left(cue.first)
        if self.speech.grammar.verb_final:
            if self.clauses.described(cue):
                return None
            found = self.clauses.before(found, cue)
            found = None if found is not None and self.clauses.participial(found, cue.first) else found
        if found is not None and found.kind == "relative" and self._takes_up(found, cue):
            return None  # ", co potwierdził wójt"
        return self._said_by(found) if found is not None else None

    def _said_by(self, found: Phrase) -> Phrase:
        """Leave out what stands for all that somebody says: "Det eneste | politiet | vil si, er at"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or not speech.has("free_relatives", frame.lower(found.start)):
            return found
        start = found.start + 1
        start += speech.has("superlatives", frame.lower(start))
        inner = self.finder.right(start, found.end) if start < found.end else None
        return inner if inner is not None and inner.end == found.end else found

    def _takes_up(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a relative word is no subject: it stands for the whole clause before it, or agrees with another
        verb than its own: "pozwą gazetę za zarzuty, | które | nazwali kłamstwem"."""
        if self.speech.has("clause_relatives", self.frame.lower(found.start)):
            return True
        verb = self.cases.agreement.verb_codes(cue)
        wanted = set("".join(AGREES[c] for c in verb))
        told = NOMINATIVE.intersection(self.speech.reading(self.frame.lower(found.start)))
        return bool(told and wanted) and wanted.isdisjoint(told)

    def _after_modal(self, cue: VerbCue) -> Phrase | None:
        """Return the subject between a modal and its infinitive: "Mandag kunne avisen fortælle"."""
        if not self.speech.grammar.verb_medial or cue.first >= cue.at:
            return None
        if cue.voice != "infinitive":  # "I går svarede | ministeren | med at kræve"
            answered = answers_by(self.frame, cue, self.speech) and cue.first < cue.at - 3
            return self.finder.right(cue.first + 1, cue.at - 2) if answered else None
        return self.finder.right(cue.first + 1, cue.at)

    def _nobody(self, cue: VerbCue) -> bool:
        """Say whether "man" is the subject, before its verb or after it: "det, man kalder", "Overalt erkender man"."""
        said = self.speech.grammar.verb_medial or (self.speech.grammar.verb_final and cue.verb.act is Act.ASSERT)
        if not said:
            return False  # "Gerüchte kommentiere man nicht": a German house of itself
        j = cue.first - 1
        while j > 0 and self.finder.is_small(j):
            j -= 1
        people = self.speech.words["people"]
        return (j >= 0 and self.frame.lower(j) in people) or self.frame.lower(cue.first + 1) in people

    def _plausible(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a stretch before a verb can be its subject: no other verb in it, and one who can speak."""
        if self.speech.grammar.verb_final or found.kind != "np":
            return True
        inside = self._verbs_inside(found, cue)
        if any(not self._reduced(v.at) for v in inside):
            return False
        if self.speech.grammar.verb_second:
            return True
        opened = found.start > 0 and (
            self.frame.tokens[found.start - 1].text == ","
            or self.speech.has("question", self.frame.lower(found.start - 1))
        )
        return not (self.speech.grammar.drop_subject and opened and not self.finder.can_speak(found))

    def _verbs_inside(self, found: Phrase, cue: VerbCue) -> list[VerbCue]:
        """Return the other verbs in a phrase; a word that opens a verb-second sentence is a title ("Anklager Berg")."""
        start = found.start + 1 if self.speech.grammar.verb_medial else found.start
        return [v for v in self.verbs if v is not cue and v.voice == "active" and start <= v.at < found.end]

    def _after_verb(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject between two verbs: "people said creditors had asked"."""
        inside = self._verbs_inside(found, cue)
        if not inside:
            return None
        right = self.finder.right(inside[-1].at + 1, cue.first)
        return right if right is not None and right.end == cue.first else None

    def _behind_bare_verb(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject of a clause inside a bare clause: "Hun tror | Moe | aldri innrømmer feilen"."""
        inside = [v for v in self.verbs if v.voice == "active" and found.end <= v.first and v.at < cue.first - 1]
        if not inside or "bare" not in inside[-1].verb.takes:
            return None
        right = self.finder.right(inside[-1].at + 1, cue.first)
        if right is None or self.speech.has("conjunctions", self.frame.lower(cue.first - 1)):
            return None
        return right if all(self.finder.is_small(k) for k in range(right.end, cue.first)) else None

    def _reduced(self, at: int) -> bool:
        """Say whether a participle qualifies the noun before it: "a poll published last Monday by X"."""
        word = self.frame.lower(at + 1)
        small = self.speech.has_any(("passive_by", "prepositions", "resultatives"), word)
        return small or self.finder.time_at(at + 1) is not None

    def sentence_subject(self, cue: VerbCue) -> Phrase | None:
        """Return the subject at the start of a verb's sentence, for a verb that has none of its own."""
        frame = self.frame
        start = after_mark(frame, cue.first) or frame.text_start()
        if self.speech.table and start == cue.first and frame.lower(start - 1) == ":":
            start = frame.text_start()  # "Lekarze nie mają złudzeń: zapowiadają …"
        if self.finder.participial(start):
            start = next((j + 1 for j in range(start, cue.first) if frame.tokens[j].text == ","), start)
        start += self.speech.grammar.subject_first and self.speech.has("conjunctions", frame.lower(start))
        if self.speech.grammar.subject_first and not self.finder.looks_nominal(start, cue.first):
            commas = (j + 1 for j in range(start, cue.first) if frame.tokens[j].text == ",")
            plain = (j for j in commas if not is_past(frame.lower(j), self.speech.lang))  # ", called Rosa, he went"
            start = next((j for j in plain if self.finder.looks_nominal(j, cue.first)), start)
        if start >= cue.first or not self.finder.looks_nominal(start, cue.first):
            return None
        found = self.finder.right(start, cue.first)
        if found is None or found.end >= cue.first:
            return None
        opens = not self.speech.table or any(self.cases.opens_with(k, cue) for k in range(found.start, found.end))
        return found if opens else None

    def _shared_subject(self, cue: VerbCue) -> Phrase | None:
        """Return the subject of a coordinated verb from its sentence's start; None where a statement before has it."""
        frame = self.frame
        if self.speech.grammar.verb_final:
            return self.clauses.main_subject(cue)
        start = after_mark(frame, cue.first) or frame.text_start()
        refused = self.speech.grammar.verb_medial  # "afviste at svare, men lovede"
        before = [
            v
            for v in self.verbs
            if start <= v.at < cue.at and (v.voice == "active" or (refused and v.refusal is not None))
        ]
        if before and (inside := self._subject_inside(before[-1], cue)) is not None:
            return inside
        if before:
            return self._subject_of_first(before)
        if not self.finder.looks_nominal(start, cue.first):
            return self.cases.leading(start, cue.first, cue) if self.speech.table is not None else None
        found = self.finder.right(start, cue.first)
        return found if found is not None and found.end < cue.first - 1 else None

    def _subject_inside(self, outer: VerbCue, cue: VerbCue) -> Phrase | None:
        """Return the subject of what a present verb reports, where a past or perfect goes on with it."""
        past = is_past(self.frame.lower(cue.at), self.speech.lang)
        past = past or perfect_inside(self.frame, self.speech, outer, cue)
        clause = not outer.verb.takes.isdisjoint({"that", "bare"})  # no "put the number at 40 and appealed"
        if not (past and clause and tells_in_present(self.frame, self.speech, outer)):
            return None
        found = subject_inside(self.frame, self.speech, self.finder, outer, cue.first)
        return found if self.finder.can_speak(found) else None

    def _subject_of_first(self, before: list[VerbCue]) -> Phrase | None:
        """Return the subject of the first of the verbs before that is not a relative clause's own."""
        if not self.speech.grammar.verb_medial and self.speech.table is None:
            return None
        for cue in before:
            found, side = self.subject(cue)
            if found is None or found.kind != "relative":
                return found if side in ("left", "right", "inherit") else None
        return None

    def _listener(self, found: Phrase) -> bool:
        """Say whether a German dative before its verb is the one told: "Dem Blatt sagten zwei Zeugen"."""
        return self.speech.grammar.verb_final and self.speech.has("pure_datives", self.frame.lower(found.start))

    def _adverbial(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a single word before a verb-second verb is an adverb: a subject follows the verb."""
        pointer = self.speech.has("pointers", self.frame.lower(found.start))
        if not self.speech.grammar.verb_second or found.end - found.start > 1 or (found.kind != "np" and not pointer):
            return False
        word = self.frame.lower(found.start)
        if self.speech.has("pointers", word):
            return (
                self.finder.can_speak(self.finder.right(cue.first + 1)) and self.finder.right(cue.first + 1) is not None
            )
        if self.finder.name_at(found.start) or self.speech.noun_kind(word) or self.speech.has("both", word):
            return False
        right = self.finder.right(cue.first + 1)
        return right is not None and (right.kind == "pronoun" or self.finder.name_at(right.start) is not None)

    def _coordinated(self, first: int) -> bool:
        """Say whether a conjunction stands right before a verb group: its subject is that of the verb before."""
        j = first - 1
        if j >= 0 and self.speech.has("as_words", self.frame.lower(j)):
            return False
        while j >= 0 and self._beside_verb(self.frame.lower(j)):
            j -= 1
        return j > 0 and self.speech.has("conjunctions", self.frame.lower(j)) and not self._set_off(j)

    def _set_off(self, j: int) -> bool:
        """Say whether "aber" at `j` only sets off the subject before it: "Die Ministerin aber sagte"."""
        frame, start = self.frame, clause_start(self.frame, j, self.speech)
        start += self.speech.has("as_words", frame.lower(start))
        nominal = self.speech.has("contrasts", frame.lower(j)) and self.finder.looks_nominal(start, j)
        return nominal and not any(is_finite(frame, k, self.speech) for k in range(start, j))

    def _beside_verb(self, word: str) -> bool:
        """Say whether a word may stand between subject and verb: an adverb, a Polish "jednak"."""
        if self.speech.table is not None and self.speech.has("contrasts", word):
            return True
        return self.speech.has("adverbs", word) and not self.speech.has("conjunctions", word)
