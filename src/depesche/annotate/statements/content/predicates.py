"""What a verb calls something: "called the deal a mistake", "bezeichnete den Plan als Farce", "omtalt som «terror»".

Objects that are no such predicate are in `objects`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.adverbials import before_occasion
from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, clause_start, is_finite, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.clauses.sayings import before_saying
from depesche.annotate.statements.content.free_order import FreeOrder
from depesche.annotate.statements.content.fronted_objects import FrontedObjects
from depesche.annotate.statements.content.prepositional import before_particle
from depesche.annotate.statements.content.shared import MIN_WORDS, Found, agent_follows, object_opening
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Noun, Speech
from depesche.lang.schema.tense import is_past

_DESCRIBED: Final = 8  # tokens after a passive in which "as" stands
_CALLED: Final = 4  # tokens of "det nye angrepet uakseptabelt"
_AGENT_BEFORE: Final = 16  # tokens before a German participle in which its agent stands
_AGENT: Final = 6  # tokens before a participle in which its agent begins


@dataclass(frozen=True, slots=True)
class PredicateFinder:
    """Finds what the verbs of one frame call something."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    middle: MiddleField
    fronted: FrontedObjects

    def find(self, cue: VerbCue, after: int, phrase: Phrase | None = None) -> Found | None:
        """Return what a verb calls something: "called the deal a mistake", "bezeichnete den Plan als Farce"."""
        if (found := self._called_by(cue) or self._described_before(cue, phrase)) is not None:
            return found
        frame, speech = self.frame, self.speech
        after = self.middle.past_relative(after) if speech.grammar.verb_final else after
        if speech.grammar.verb_final and (frame.lower(after) == "," or speech.has("conjunctions", frame.lower(after))):
            return None  # "hat den Bericht zurückgewiesen | und eine Klage angekündigt"
        described = speech.grammar.subject_first and cue.voice == "gerund" and frame.lower(cue.first - 1) != ","
        if described and speech.has("reflexives", frame.lower(after)):
            return None  # "A group calling | itself | the Sons of the Lake said"
        if cue.voice == "passive" and (found := self._described_passive(cue)) is not None:
            return found
        if self._qualifies(cue):
            return None
        if cue.voice == "passive" and (named := self._named_passive(cue)) is not None:
            return named
        if cue.voice == "passive" and not agent_follows(self.frame, cue, self.speech):
            return None  # "is called X" tells its name
        if cue.voice == "passive" and speech.grammar.verb_medial and frame.lower(after) == ",":
            return None  # "blev afvist af Berg | , der er ansvarlig for"
        if self.speech.grammar.drop_subject and not cue.verb.reflexive and self._reflexive(cue):
            return None  # "nazywa się", "uważa się za": nobody in particular
        end = before_particle(after, self.extent.end(after, cue, True, verbless=True), cue)
        if self.fronted.behind_verb(cue, phrase) and (opening := self._called_first(cue)) is not None:
            return Found((opening, (after, end)), "as") if after < end else None
        if speech.grammar.subject_first:
            end = self._past_aside(self.extent.own.beside(after, end, described=True), cue)
        if speech_of := self._instead_of_it(cue, after, end):
            return speech_of
        behind = speech.table is not None and phrase is not None and phrase.start < cue.first
        if not (behind and speech.has("as_markers", frame.lower(after))):
            after = object_opening(self.finder, cue, after, end)
        end = before_occasion(self.finder, after, end) if speech.grammar.verb_medial else end
        end = before_saying(self.finder, after, end, "as", cue.verb.act)
        opened = speech.grammar.verb_medial and speech.has("as_words", frame.lower(after))
        if speech.grammar.verb_medial and cue.voice == "passive" and frame.lower(after) == ",":
            return None  # "ble kritisert av Berg | , som kalte den"
        after += opened  # "det han omtalte som | «en skandale»"
        if opened and (called := self._called_behind(cue, phrase, after, end)) is not None:
            return called
        if speech.grammar.verb_final:
            after = self._past_adverbials(cue, after, end)
        what = self._what(phrase, cue)
        marked = what or self._marked(cue, after, end)
        if self.speech.grammar.verb_final and (cue.verb.prepositions or not marked):
            marked = self.middle.appraises(after, end, cue.verb.prepositions)
            if cue.verb.prepositions and not marked:
                return None  # "hält", "sieht": what is thought of a thing stands behind "für", "als"
        if speech.grammar.subject_first and frame.lower(after) in speech.words["as_markers"]:
            if cue.auxiliary is None and self._reduced(phrase):
                return None
            after += 1  # "what she described as a disgrace"
        if speech.table is not None and (so := self._called_before(cue, after, end, phrase)) is not None:
            return so
        fronted = self.fronted.find(cue) if self.fronted.behind_verb(cue, phrase) else None
        if fronted is not None and not cue.verb.prepositions:
            marked = marked or self.speech.has("evaluations", frame.lower(end - 1))  # "Den Plan nannte er falsch"
            marked = marked or self._second_object(cue, after, after, end)  # "Den Plan nannte er | einen Fehler"
        if not (marked or self.extent.has_marks(after, end)):
            return None
        if fronted is not None:
            return Found((*fronted.stretches, (after, end)), "as")
        lone = after == cue.at + 1 + opened and speech.grammar.verb_medial and self._quoted_word(after, end)
        alone = (speech.grammar.verb_final or lone) and self.extent.has_marks(after, end)  # "ortet „Chaos“"
        enough = alone or what or word_count(frame, after, end) >= MIN_WORDS
        return Found(((after, end),), "as") if enough else None

    def _called_behind(self, cue: VerbCue, phrase: Phrase | None, after: int, end: int) -> Found | None:
        """Return an object before a Danish or Norwegian verb with what somebody behind it calls that: "Ulykken |
        beskriver vitnet som | et mareritt"."""
        if phrase is None or phrase.start < cue.at or cue.voice != "active" or phrase.kind == "relative":
            return None
        before = self.finder.left(cue.first)
        if before is None or before.kind != "np" or self.finder.head_speaks(before) or after >= end:
            return None
        return Found(((before.start, before.end), (after, end)), "as")

    def _quoted_word(self, after: int, end: int) -> bool:
        """Say whether a word in marks, which is no name, is all that a thing is called: "som han kalte «feigt»"."""
        first = next((j for j in range(after, end) if self.frame.tokens[j].text[0].isalnum()), after)
        return first in self.frame.quoted and self.frame.tokens[first].text[0].islower()

    def _what(self, phrase: Phrase | None, cue: VerbCue) -> bool:
        """Say whether an English verb calls something so in a clause that "what" opens: "on what it called gossip".

        A relative word stands for what is called so where an article follows: "which critics called | a masterpiece".
        """
        if phrase is None or not self.speech.grammar.subject_first or not 0 < phrase.start < cue.first:
            return False
        opening = self.frame.lower(phrase.start - 1)
        object_before = opening in self.speech.pronouns["relative"] and cue.voice == "active"
        article = self.speech.has("noun_articles", self.frame.lower(cue.at + 1))
        return self.speech.has("free_relatives", opening) or (object_before and article)

    def _reduced(self, phrase: Phrase | None) -> bool:
        """Say whether who stands before an English verb without an object is called so: "a man | described as a loner".

        The object of an active verb stands before its subject: "which experts described as", "a plan critics called".
        """
        if phrase is None or phrase.kind == "relative":
            return phrase is not None
        before = phrase.start - 1
        word = self.frame.lower(before)
        closed = not word[:1].isalpha() or self.speech.has_any(("prepositions", "conjunctions", "auxiliaries"), word)
        return closed or is_finite(self.frame, before, self.speech) or is_past(word, self.speech.lang)

    def _called_first(self, cue: VerbCue) -> tuple[int, int] | None:
        """Return what a German sentence opens with that calls something so: "Als „absurd“ | bezeichnete er das"."""
        start = after_mark(self.frame, cue.first)
        word = self.frame.lower(start)
        calls = cue.verb.lemma not in self.speech.words["naming_verbs"]  # "Als Beispiel nannte er Kiel"
        opens = word in cue.verb.prepositions or (calls and self.speech.has("as_markers", word))
        aside = any(self.frame.tokens[j].text == "," for j in range(start, cue.first))
        return (start, cue.first) if opens and not aside and start + 1 < cue.first else None

    def _marked(self, cue: VerbCue, after: int, end: int) -> bool:
        """Say whether a word tells that [after, end) calls something so: "as", an article, an evaluation, "his own"."""
        frame, speech = self.frame, self.speech
        if any(speech.has("as_markers", frame.lower(j)) for j in range(after, end)):
            return True
        if speech.grammar.verb_medial and speech.has("appraising_verbs", cue.verb.lemma):
            return False  # "roste mannen sin", "forsvarte målet godt": what they call so stands behind "som"
        anywhere = range(0) if speech.grammar.verb_final else range(after + 1, end)
        if any(speech.has("evaluations", frame.lower(j)) for j in anywhere):
            return True
        near = range(after + 1, min(end, after + 4))
        if not speech.grammar.verb_final and any(
            speech.has("indefinite", frame.lower(j)) and not speech.has("prepositions", frame.lower(j - 1))
            for j in near
        ):
            return True
        if speech.grammar.subject_first and any(self._title(after, j) for j in near):
            return True
        if speech.has("naming_verbs", cue.verb.lemma) and any(self._best_of(j) for j in range(after + 1, end)):
            return True
        if any(self._second_object(cue, after, j, end) for j in range(after + 1, end)):
            return True
        owned = speech.pronouns.get("reflexive_possessive", frozenset())
        return any(frame.lower(j) in owned for j in near) or self._called(cue, after, end)

    def _best_of(self, j: int) -> bool:
        """Say whether a Danish or Norwegian owner opens what something is called: "kalder filmen | årets bedste"."""
        endings = tuple(f"{ending}s" for ending in self.speech.words["definite_endings"])
        word = self.frame.lower(j)
        return bool(endings) and word.endswith(endings) and not self.frame.lower(j - 1).endswith("s")

    def _past_adverbials(self, cue: VerbCue, after: int, end: int) -> int:
        """Go over German adverbials before what is called something: "wies | am Abend | die Kritik als falsch"."""
        wanted = self.speech.words["as_markers"] | cue.verb.prepositions
        marker = next((j for j in range(after, end) if self.frame.lower(j) in wanted), end)
        start = self.middle.past_adverbials(after, marker)
        return start if start < marker else after

    def _second_object(self, cue: VerbCue, after: int, j: int, end: int) -> bool:
        """Say whether a German article opens what a thing is called: "nannte den Plan aus Rom | einen Fehler"."""
        frame, speech = self.frame, self.speech
        names = speech.grammar.verb_final and cue.verb.lemma in speech.words["naming_verbs"] and j + 1 < end
        if not names or not speech.has("indefinite", frame.lower(j)):
            return False
        oblique = speech.has_any(("genitive_articles", "dative_articles"), frame.lower(j))
        return not oblique and (j == after or not speech.has_any(("prepositions", "conjunctions"), frame.lower(j - 1)))

    def _title(self, after: int, j: int) -> bool:
        """Say whether a definite article behind an English object opens what it is called: "Hill | the winner"."""
        frame, speech = self.frame, self.speech
        if not speech.has("noun_articles", frame.lower(j)) or speech.has("noun_articles", frame.lower(j - 1)):
            return False
        named = self.finder.name_at(after) == j or (j == after + 1 and self.finder.is_pronoun(after))
        return (named or speech.has("reflexives", frame.lower(j - 1))) and self.finder.time_at(j) is None

    def _described_before(self, cue: VerbCue, phrase: Phrase | None) -> Found | None:
        """Read "als" before a verb that ends its clause: "die viele als Farce bezeichnen"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or (cue.voice == "passive" and self._passive_agent(cue) is None):
            return None
        before = cue.auxiliary is not None and cue.auxiliary < cue.at
        start = cue.auxiliary + 1 if before and cue.auxiliary is not None else clause_start(frame, cue.at, speech)
        if phrase is not None and start <= phrase.start < cue.at:
            start = phrase.aside[1] if phrase.aside else phrase.end
        start = self.middle.after_joined(start, cue.at)
        relative = phrase is not None and speech.has("relative", frame.lower(phrase.start - 1))  # "den viele | als …"
        marked = any(speech.has("as_markers", frame.lower(j)) for j in range(start + (not relative), cue.at - 1))
        marked = marked or self.middle.appraises(start, cue.at, cue.verb.prepositions)
        if not marked or speech.has("prepositions", frame.lower(start)):
            return None
        return Found(((start, cue.at),), "as") if word_count(frame, start, cue.at) >= MIN_WORDS else None

    def _passive_agent(self, cue: VerbCue) -> int | None:
        """Return where the agent of a German passive opens before its participle: "wird von vielen als … gesehen"."""
        near = range(max(0, cue.at - _AGENT_BEFORE), cue.at)
        return next((j for j in near if self.speech.has("passive_by", self.frame.lower(j))), None)

    def _described_passive(self, cue: VerbCue) -> Found | None:
        """Return subject and predicate of "Planen betegnes af kritikere som en fejl", "blir omtalt som «terror»"."""
        frame, speech = self.frame, self.speech
        if not (speech.grammar.verb_medial or speech.grammar.subject_first):
            return None
        near = range(cue.at + 1, min(len(frame.tokens) - 1, cue.at + _DESCRIBED))
        markers = (j for j in near if speech.has("as_words", frame.lower(j)))
        marker = next((j for j in markers if not (speech.grammar.verb_medial and frame.lower(j - 1) == ",")), None)
        if marker is None or any(frame.tokens[j].text in HARD for j in range(cue.at, marker)):
            return None
        if speech.grammar.verb_medial and frame.lower(marker - 1) == ",":
            return None  # "ble kritisert av Berg, | som kalte den": a relative word
        end = self.extent.end(marker + 1, cue, True, verbless=True)
        by = any(speech.has("passive_by", frame.lower(j)) for j in range(max(0, cue.first - _AGENT), marker))
        agent = next((j for j in range(marker + 1, end) if speech.has("passive_by", frame.lower(j))), end)
        if speech.grammar.subject_first:
            by, end = by or agent < end, agent  # "condemned as cowardly | by the mayor"
        if not (by or self.extent.has_marks(marker, end)):
            return None
        between = cue.auxiliary is not None and cue.auxiliary + 1 < cue.at
        subject = self.finder.right(cue.auxiliary + 1, cue.at) if between and cue.auxiliary is not None else None
        subject = subject or self.finder.left(cue.first)
        if speech.grammar.subject_first and subject is not None:
            subject = self.whole_subject(subject, cue)
        if subject is None or subject.kind != "np":
            return Found(((marker + 1, end),), "as")
        return Found(((subject.start, subject.end), (marker + 1, end)), "as")

    def _qualifies(self, cue: VerbCue) -> bool:
        """Say whether an English participle behind a comma only describes what stands before it: "the law, branded
        "cruel" by nurses"."""
        bare = self.speech.grammar.subject_first and cue.voice == "active" and cue.auxiliary is None
        return bare and self.frame.lower(cue.first - 1) == "," and agent_follows(self.frame, cue, self.speech)

    def _named_passive(self, cue: VerbCue) -> Found | None:
        """Return subject and predicate of an English "The plan was branded a disgrace by X", no "is called Mia"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or cue.verb.lemma not in speech.words["naming_verbs"]:
            return None
        start, end = cue.at + 1, self.extent.end(cue.at + 1, cue, True, verbless=True)
        near = range(start, min(end, start + _DESCRIBED))
        by = (j for j in near if speech.has("passive_by", frame.lower(j)) and frame.tokens[j - 1].text != "-")
        agent = next(by, end)
        words = [j for j in range(start, agent) if frame.tokens[j].text[0].isalnum()]
        if not words or agent == end:
            return None
        called = speech.has("indefinite", frame.lower(words[0])) or speech.has("evaluations", frame.lower(words[-1]))
        called = called or (self.extent.has_marks(start, agent) and frame.tokens[words[0]].text[0].islower())
        subject = self.whole_subject(self.finder.left(cue.first), cue) if called else None
        if subject is None or subject.kind == "relative":
            return None
        return Found(((subject.start, subject.end), (start, agent)), "as")

    def whole_subject(self, subject: Phrase | None, cue: VerbCue) -> Phrase | None:
        """Return an English subject with the clause that belongs to it: "rumours that they had split | were"."""
        start = after_mark(self.frame, cue.first)
        if subject is not None and (subject.start <= start or self.frame.lower(subject.start - 1) == ","):
            return subject
        words = (self.frame.lower(j) for j in range(start + 1, cue.first))
        opens = next((j for j, w in enumerate(words, start) if self.speech.has("complementizers", w)), start)
        claim = self.frame.lower(opens)  # "The latest claim | that he lied"
        told = any(isinstance(e, Noun) for e in self.speech.index.get(claim, ()))
        return Phrase(start, cue.first) if told else None

    def _called_by(self, cue: VerbCue) -> Found | None:
        """Return subject and predicate of a German passive: "Die Forderung wurde von Weber als absurd bezeichnet"."""
        agent = self._passive_agent(cue) if self.speech.grammar.verb_final and cue.voice == "passive" else None
        if agent is None or cue.auxiliary is None or cue.auxiliary > agent:
            return None
        marker = next((j for j in range(agent + 1, cue.at) if self.speech.has("as_markers", self.frame.lower(j))), None)
        subject = self.finder.left(cue.auxiliary)
        if marker is None or subject is None or subject.kind != "np":
            return None
        return Found(((subject.start, subject.end), (marker, cue.at)), "as")

    def _called(self, cue: VerbCue, after: int, end: int) -> bool:
        """Say whether an adjective follows what is called so: "kaller angrepet uakseptabelt", "kaller det trist".

        In Polish its case tells: "nazwał zarzuty absurdalnymi".
        """
        frame, speech = self.frame, self.speech
        if speech.table is not None:
            named = cue.verb.lemma in speech.words["naming_verbs"]
            return named and any(self._instrumental(j) for j in range(after, end))
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

    def _instrumental(self, j: int) -> bool:
        found = {*self.speech.reading(self.frame.lower(j))}
        return "i" in found and found.isdisjoint("ag") and self.frame.tokens[j].text[0].islower()

    def _called_before(self, cue: VerbCue, after: int, end: int, phrase: Phrase | None) -> Found | None:
        """Return what stands before a Polish verb with what it calls that: "Wyrok | adwokat uznał | za krzywdzący"."""
        if after >= end:
            return None
        named = cue.verb.lemma in self.speech.words["naming_verbs"] and self._instrumental(after)
        if not (named or self.speech.has("as_markers", self.frame.lower(after))):
            return None
        before = FreeOrder(self.finder).object(cue, phrase)
        return Found((before, (after, end)), "as") if before is not None else None

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

    def _reflexive(self, cue: VerbCue) -> bool:
        return any(self.speech.has("reflexives", self.frame.lower(j)) for j in (cue.at - 1, cue.at + 1))
