"""Who speaks, or is told, where no subject says it: the agent of a passive, whom a medium cites, from whom it is known.

The subject is in `speakers`; phrases like "according to the police", which need no verb, in `sources`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.inversion import InversionReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Noun, Speech

_AGENT: Final = 12  # tokens of an agent before the verb's own preposition
_BEHIND: Final = 6  # tokens from a passive to its agent
_BEHIND_NAME: Final = 9  # the same behind what somebody is called: "branded a danger to the public by"
_PEOPLE: Final = frozenset({"role_m", "role_f", "role", "human", "collective", "anonymous"})
_ABSOLUTE: Final = 12  # tokens of the subject that a gerund has of its own
_GIVEN: Final = 6  # tokens after "får opplyst" in which stands from whom


@dataclass(frozen=True, slots=True)
class AgentReader:
    """Reads who speaks beside the subject of the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    inversion: InversionReader

    def agent(self, cue: VerbCue) -> Phrase | None:
        """Return who does what a passive says: "it was said by the mayor", "Das wird von der Polizei bestätigt"."""
        found = self._by_whom(cue)
        if found is None and self.speech.grammar.subject_first:
            return self._written(cue)
        return found if found is not None or not self.speech.grammar.verb_medial else self._document(cue)

    def _written(self, cue: VerbCue) -> Phrase | None:
        """Return the document in which something is said behind "as": "as stated | in the report"."""
        at = max(cue.parts) + 1
        if not self.speech.has("as_words", self.frame.lower(cue.first - 1)) or not self._leads_in(at):
            return None
        found = self.finder.right(at + 1)
        return found if found is not None and self.finder.is_document(found) else None

    def _leads_in(self, j: int) -> bool:
        return self.speech.has("venue_prepositions", self.frame.lower(j))

    def _by_whom(self, cue: VerbCue) -> Phrase | None:
        called = self.speech.grammar.subject_first and cue.verb.lemma in self.speech.words["naming_verbs"]
        called = called or (self.speech.grammar.verb_final and cue.auxiliary == cue.at + 1)  # "Gelobt wurde"
        reach = _BEHIND_NAME if called else _BEHIND
        for j in range(cue.at + 1, min(max(cue.parts) + reach, len(self.frame.tokens))):
            told = self.speech.has("complementizers", self.frame.lower(j)) or self._deed(j, cue)
            if (told and self.speech.grammar.verb_medial) or self.frame.tokens[j].text in HARD:
                return None  # "det anslås at | 13 prosent av husene er tomme", "beskyldt for å | leve av juks"
            if self.speech.grammar.verb_final and j > max(cue.parts) and self.frame.tokens[j].text == ",":
                break  # "wird vorgeworfen, | von dem Plan gewusst zu haben"
            if self.speech.has("passive_by", self.frame.lower(j)):
                own = (k for k in range(j + 2, min(j + _AGENT, len(self.frame.tokens))) if self._governed(k, cue))
                return self.finder.right(j + 1, next(own, None))
        if self.speech.grammar.verb_second and cue.auxiliary is not None:
            for j in range(cue.auxiliary, cue.at):
                if self.speech.has("passive_by", self.frame.lower(j)):
                    return self.finder.right(j + 1, cue.at)
            return self._opening(cue)
        return None

    def _opening(self, cue: VerbCue) -> Phrase | None:
        """Return the agent that opens a sentence: "Von Ärzten | wird der Plan kritisiert", no "Durch Zufall"."""
        start = self.frame.text_start() if self.speech.grammar.verb_final else 0
        if not self.speech.has("passive_by", self.frame.lower(start)):
            return None
        found = self.finder.right(start + 1, cue.at)
        german = self.speech.grammar.verb_final
        return found if not german or (found is not None and found.end == cue.auxiliary) else None

    def _document(self, cue: VerbCue) -> Phrase | None:
        """Return the document a Danish or Norwegian sentence opens with: "I dommen | slås det fast at"."""
        frame, speech, start = self.frame, self.speech, self.frame.text_start()
        led = speech.has("from_prepositions", frame.lower(start)) and not speech.has("passive_by", frame.lower(start))
        behind = (frame.lower(cue.first + k) for k in (1, 2))
        if not led or not any(speech.has("impersonal", word) for word in behind):
            return None
        found = self.finder.right(start + 1, cue.first)
        if found is None or found.end != cue.first or not self.finder.is_document(found):
            return None
        return found

    def _deed(self, j: int, cue: VerbCue) -> bool:
        """Say whether the verb's own preposition leads to an infinitive, whose words no agent follows."""
        own = self.frame.lower(j) in cue.verb.prepositions
        return own and self.speech.has("infinitive_marks", self.frame.lower(j + 1))

    def _governed(self, k: int, cue: VerbCue) -> bool:
        """Say whether the verb's own preposition ends an agent: "accused by prosecutors | of taking bribes"."""
        return self.speech.grammar.subject_first and self.frame.lower(k) in cue.verb.prepositions

    def cited(self, cue: VerbCue) -> tuple[Phrase, str] | None:
        """Return whom a medium quotes: the subject of a passive, else the object: "was quoted by X", "X quoted him"."""
        if cue.voice == "passive":
            found = self.inversion.after_auxiliary(cue) if self.speech.grammar.verb_final else None
            found = found or self.inversion.subject(cue) or self.finder.left(cue.first)
            return (found, "left") if found is not None else None
        last = next((p for p in cue.parts if p > cue.at), None)
        found = self.finder.right(cue.at + 1, last)
        if not self.speech.table and self._object_pronoun(cue.at + 1):
            found = Phrase(cue.at + 1, cue.at + 2, "pronoun")  # "zitierte ihn | die Agentur", "quoted him as saying"
        return (found, "right") if found is not None and self.finder.can_speak(found) else None

    def _object_pronoun(self, j: int) -> bool:
        word = self.frame.lower(j)
        objects = (forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))
        return any(word in forms for forms in objects) and not self.speech.has("articles", word)

    def of_gerund(self, cue: VerbCue) -> Phrase | None:
        """Return the subject that a gerund has of its own, or the people right before it that it describes."""
        return self._absolute(cue) or self._described(cue)

    def _absolute(self, cue: VerbCue) -> Phrase | None:
        """Return the subject a gerund has of its own: ", with the club's doctor saying he will be out"."""
        for j in range(cue.first - 2, max(0, cue.first - _ABSOLUTE), -1):
            if self.speech.has("absolutes", self.frame.lower(j)):
                own = self.frame.lower(j - 1) == "," and self.finder.looks_nominal(j + 1, cue.first)
                return Phrase(j + 1, cue.first) if own else None
            if self.frame.tokens[j].text == "," or self.frame.tokens[j].text in HARD:
                return None
        return None

    def _described(self, cue: VerbCue) -> Phrase | None:
        """Return the people an English gerund right behind them describes: "police stopped | a man | claiming"."""
        found = self.finder.left(cue.first) if self.speech.grammar.subject_first else None
        if found is None or found.kind != "np" or found.end != cue.first:
            return None
        return found if self.speech.noun_kind(self.frame.lower(found.end - 1)) in _PEOPLE else None

    def origin(self, cue: VerbCue) -> Phrase | None:
        """Return out of what something is learned: "Det fremgår af dommen, at", "Af rapporten fremgår det"."""
        at = next((p for p in cue.parts if self.speech.has("source_prepositions", self.frame.lower(p))), None)
        if at is None:
            return None
        return self.finder.right(at + 1, cue.first if at < cue.first else None)

    def given_by(self, cue: VerbCue) -> Phrase | None:
        """Return from whom the report learned something: "får vi opplyst fra politiet"."""
        if self.speech.grammar.verb_final:
            return self._from_what(cue)
        for j in range(max(cue.parts) + 1, min(max(cue.parts) + _GIVEN, len(self.frame.tokens))):
            if self.frame.tokens[j].text in HARD or self.speech.has("complementizers", self.frame.lower(j)):
                return None
            if self.speech.has("source_prepositions", self.frame.lower(j)):
                return self.finder.right(j + 1)
        return None

    def _from_what(self, cue: VerbCue) -> Phrase | None:
        """Return the document that something emerges from: "Aus dem Brief, den X schrieb, geht hervor, dass"."""
        for j in range(after_mark(self.frame, cue.first), max(cue.parts)):
            if self.frame.lower(j) in cue.verb.prepositions and j not in cue.parts:
                return self.finder.right(j + 1)
        return None

    def behind_words(self, found: Phrase, side: str) -> tuple[Phrase | None, str]:
        """Return who says the words that are the subject: "lød hans vurdering", "ministerens svar", "svaret fra X"."""
        frame, speech = self.frame, self.speech
        for j in range(found.start, min(found.end + 1, len(frame.tokens))):
            if speech.has("source_prepositions", frame.lower(j)) and (maker := self.finder.right(j + 1)) is not None:
                return maker, side
        said = next((j for j in range(found.start, found.end) if self._words_said(j)), None)
        if said is None:
            return found, side
        if said == found.start or (said == found.start + 1 and speech.has("articles", frame.lower(found.start))):
            owned = any(frame.lower(found.start) in forms for forms in self._possessives())
            return (Phrase(found.start, found.start + 1, "pronoun"), side) if owned else (None, "agent")
        return Phrase(found.start, said), side

    def _possessives(self) -> list[frozenset[str]]:
        return [forms for key, forms in self.speech.pronouns.items() if key.startswith("possessive")]

    def _words_said(self, j: int) -> bool:
        """Say whether the noun at `j` is something said, which sounds itself: "svaret", "hans vurdering"."""
        word = self.frame.lower(j)
        return self.speech.has("own_words", word) or any(
            isinstance(e, Noun) and self.speech.noun_kind(word) in (None, "document")
            for e in self.speech.index.get(word, ())
        )

    def impersonal(self, cue: VerbCue) -> bool:
        """Say whether a verb without a subject is meant of nobody: "mówi się, że", "wynika, że"."""
        if cue.verb.lemma in self.speech.words["impersonal_verbs"]:
            return True
        reflexive = any(self.speech.has("reflexives", self.frame.lower(j)) for j in (cue.at - 1, cue.at + 1))
        singular = bool({*"36"} & {*self.speech.reading(self.frame.lower(cue.at))})
        return self.speech.grammar.drop_subject and reflexive and not cue.verb.reflexive and singular

    def from_nobody(self, found: Phrase) -> Phrase | None:
        """Return the source after an impersonal subject: "lyder det fra ministeren"; None where there is none."""
        at = found.end
        while self.speech.grammar.verb_medial and self.speech.has("adverbs", self.frame.lower(at)):
            at += 1  # "lyder det kort fra ministeren"
        if self.speech.has("from_prepositions", self.frame.lower(at)):
            return self.finder.right(at + 1)
        return None

    def told(self, cue: VerbCue, limit: int, subject: Phrase | None) -> Phrase | None:
        """Return the addressee between a verb and its content: "told the BBC", "said to reporters", "sa til VG"."""
        i = cue.at + 1
        if cue.verb.lemma in self.speech.words["impersonal_verbs"] and self.speech.grammar.verb_medial:
            return self._learner(cue)
        if cue.verb.cites:
            return self.agent(cue) if cue.voice == "passive" else self.finder.left(cue.first)
        if (medium := self._medium_told(i, limit, subject)) is not None:
            return medium
        if subject is not None and subject.start >= i and subject.start < limit:
            i = subject.aside[1] if subject.aside else subject.end
        for j in range(i, min(limit, i + 8)):
            if self.frame.tokens[j].text in HARD:
                break
            if self.speech.has("addressee_prepositions", self.frame.lower(j)):
                double = self.speech.grammar.verb_medial and self.speech.has("prepositions", self.frame.lower(j + 1))
                return self.finder.right(j + 2 if double else j + 1, limit)  # "over for Ritzau"
        if cue.verb.addressee and i < limit:
            return self.finder.right(i, limit)
        return None

    def _medium_told(self, i: int, limit: int, subject: Phrase | None) -> Phrase | None:
        """Return the medium right behind a Polish verb, told: "powiedziała | agencji Reuters | Ewa Lis"."""
        if self.speech.table is None or i >= limit or (subject is not None and subject.start <= i < subject.end):
            return None
        tokens, entry = self.frame.tokens, self.speech.noun_entry(self.frame.lower(i))
        noun = entry is not None and self._is_press(i) and entry[1] != self.frame.lower(i)
        sign = subject is not None and len(tokens[i].text) > 1 and tokens[i].text.isupper()  # "FAKT", "TVN24"
        if not (noun and i + 1 < limit and tokens[i + 1].text[0].isupper()) and not sign:
            return None
        first = i + noun
        end = self.finder.name_at(first) or first + 1
        compound = self.frame.lower(end) == "-" and end + 1 < limit and tokens[end + 1].text.isupper()  # "ABS-CBN"
        return Phrase(i, min(end + 2 * compound, limit))

    def _is_press(self, i: int) -> bool:
        return self.speech.noun_kind(self.frame.lower(i)) == "medium" or self.speech.has(
            "agencies", self.frame.lower(i)
        )

    def _learner(self, cue: VerbCue) -> Phrase | None:
        """Return who learned it, the medium that passes it on: "får VG opplyst", "NRK får bekreftet"."""
        between = self.finder.right(cue.at + 1, max(cue.parts)) if cue.at + 1 < max(cue.parts) else None
        return between or self.finder.left(cue.first)
