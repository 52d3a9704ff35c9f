"""Where the reporter's own clause follows content without a verb: "denied it | when she …", "blamed X | and left".

That content is an object, a noun phrase or an infinitive. Where a told clause ends, which has a verb of its own, stands
in `clause_ends` and `joined_verbs`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_end, is_finite, is_reported
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.clauses.neighbours import is_participle
from depesche.annotate.statements.cues.cue_types import VerbCue, cues_from, opens_phrase
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past, is_past_participle
from depesche.records import Act

_OWN_CLAUSE: Final = 14  # tokens after "after" in which a verb makes it a conjunction
_LOOK: Final = 6  # tokens after a conjunction in which its verb stands
_PAST: Final = frozenset("12345")  # verbal codes of a past
_GERUND: Final = 5  # letters of a gerund at least: no "king", "ring"


@dataclass(slots=True)
class OwnClauses:
    """Tells, for one frame, where the reporter goes on after content without a verb.

    `reporting` holds the verb cues by the start of their group, `turns` the tokens at which content may end.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    reporting: dict[int, list[VerbCue]]
    turns: list[int]

    def beside(self, after: int, end: int, described: bool = False) -> int:
        """Return where, in a noun phrase [after, end), the reporter's next clause opens: "denied it when she …"; else
        `end`."""
        frame, speech = self.frame, self.speech
        for j in range(after + 1, end):
            word = frame.lower(j)
            articled = speech.grammar.verb_final and speech.has("articles", word) and frame.lower(j - 1) != ","
            if speech.has("complementizers", word) or (speech.has("relative", word) and not articled):
                return end
            if described and speech.has("as_markers", word):
                continue  # "described the ruling as unfair"
            if speech.has("beside_clauses", word) and self._opens_clause(j) and not self._told_too(j):
                return j
        return end

    def _told_too(self, j: int) -> bool:
        """Say whether a German clause beside is in the subjunctive, and so told: "er gehe, | ehe er müsse"."""
        end = min(clause_end(self.frame, j, self.speech), self.frame.last())
        return self.speech.grammar.verb_final and is_reported(self.frame, end - 1, self.speech)

    def looking_back(self, after: int, end: int) -> int:
        """Return where, in a noun phrase [after, end), the reporter looks back: "roste laget | etter å ha sett det"."""
        for j in range(after, end):
            if self.speech.has("infinitive_marks", self.frame.lower(j)):
                return end  # "for å ha slått naboen etter å ha drukket"
            if j > after and self._looks_back(j):
                return j
        return end

    def _looks_back(self, j: int) -> bool:
        """Say whether "after" opens a Danish or Norwegian perfect infinitive: "etter å ha vunnet"."""
        frame, speech = self.frame, self.speech
        opened = speech.grammar.verb_medial and speech.has("beside_clauses", frame.lower(j))
        have = speech.has("nonfinite", frame.lower(j + 2))
        return opened and have and speech.has("infinitive_marks", frame.lower(j + 1))

    def joined(self, start: int, end: int) -> int:
        """Return the comma in [start, end) at which the reporter goes on after a noun phrase; else `end`."""
        commas = (j for j in self.turns[bisect_left(self.turns, start + 1) : bisect_left(self.turns, end)])
        return next((j for j in commas if self._joins_clause(start, j)), end)

    def ends_verbless(self, start: int, j: int) -> bool:
        """Say whether content without a verb ends at `j`: the reporter's own clause goes on or follows."""
        if self._goes_on_finite(j) or self._sets_against(j) or self._goes_on_past(start, j):
            return True
        if self._joins_clause(start, j) or self._loose_relative(start, j) or self._other_reports(j):
            return True
        return self._afterthought(start, j) or self._comments(j) or self._taken_up(j)

    def goes_beyond(self, start: int, j: int) -> bool:
        """Say whether the reporter's own clause follows an infinitive at `j`."""
        if self._goes_on_past(start, j) or self._joins_clause(start, j) or self._afterthought(start + 1, j):
            return True
        return self._loose_relative(start + 1, j)

    def _afterthought(self, start: int, j: int) -> bool:
        """Say whether the reporter sets something against or beside what was promised or refused, behind a comma.

        Danish and Norwegian: "nægtede at betale | , selv om kravet var rimeligt", "afviste kritikken | , da han …".
        """
        frame, speech = self.frame, self.speech
        if speech.table is not None:
            return self._then(j)
        if not speech.grammar.verb_medial or frame.tokens[j].text != ",":
            return False
        if not (
            speech.has("afterthoughts", frame.lower(j + 1))
            or opens_phrase(frame, j + 1, "afterthought_phrases", speech)
        ):
            return False
        return not any(self._opens_content(k) for k in range(start + 1, j))

    def _then(self, j: int) -> bool:
        """Say whether a Polish clause sets something against what was said or tells, in the past, when: "oskarżyła
        sąsiada o pobicie | , gdy znalazła psa"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j].text != "," or j in frame.quoted:
            return False
        if speech.has("afterthoughts", frame.lower(j + 1)):
            return True
        if not speech.has("beside_clauses", frame.lower(j + 1)):
            return False
        near = range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last()))
        first = next((found for k in near if (found := VERBAL & {*speech.reading(frame.lower(k))})), frozenset())
        return bool(first) and first <= _PAST

    def joins_participle(self, j: int, cue: VerbCue | None) -> bool:
        """Say whether a verb that shares the cue's auxiliary follows: "har bedt om hjælp | og fået at vide, at"."""
        shared = self.speech.grammar.verb_medial and cue is not None and cue.auxiliary is not None
        joined = shared and self.speech.has("conjunctions", self.frame.lower(j))
        return joined and is_participle(self.frame, j + 1, self.speech)

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

    def _goes_on_finite(self, j: int) -> bool:
        """Say whether "and" with a finite verb right after it goes on with the reporter's clause."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final and frame.tokens[j].text == ",":
            return self._second_main_clause(j + 1)
        if not speech.has("conjunctions", frame.lower(j)) or frame.tokens[j + 1 : j + 2] == []:
            return False
        if speech.grammar.verb_final and is_reported(frame, j + 1, speech):
            return False  # "gegen den Vorwurf, er sei reich und | zahle nichts"
        small = speech.grammar.verb_medial and self.finder.is_small(j + 1)  # "nægter skyld og har | kun | set det"
        return is_finite(frame, j + 1 + small, speech) or self._second_subject(j + 1)

    def _second_subject(self, a: int) -> bool:
        """Say whether another subject and its verb follow "und" in German: "verlangte Geld und | der Wirt zahlte".

        In English a pronoun is one: "is critical of the plan and | it urges a review".
        """
        if self.speech.grammar.subject_first:
            verb = is_finite(self.frame, a + 1, self.speech) or is_past(self.frame.lower(a + 1), self.speech.lang)
            return self.frame.lower(a) in self.speech.subjects and (verb or a + 1 in self.reporting)
        if not self.speech.grammar.verb_final:
            return False
        subject = self.finder.right(a)
        return subject is not None and is_finite(self.frame, subject.end, self.speech)

    def _goes_on_past(self, start: int, j: int) -> bool:
        """Say whether an English past or a clause behind "but" goes on with the reporter's clause.

        "promised a review | but bristled at questions", "was told to wait | but there was no room"; a participle
        beside another is none: "being beaten and robbed by soldiers".
        """
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or not speech.has("conjunctions", frame.lower(j)):
            return False
        if speech.has("opposing", frame.lower(j)) and self._clause_at(j + 1):
            return True
        at = j + 1
        while speech.has("adverbs", frame.lower(at)):
            at += 1
        participles = is_past(frame.lower(j - 1), speech.lang) or is_past_participle(frame.lower(j - 1), speech.lang)
        passive = any(speech.has("passive_auxiliaries", frame.lower(k)) for k in range(start, j))
        if not is_past(frame.lower(at), speech.lang) or participles or passive or frame.tokens[at].text[0].isupper():
            return False
        following = frame.lower(at + 1)
        governs = ("articles", "prepositions", "complementizers", "infinitive_marks", "question", "reflexives")
        return speech.has_any(governs, following) or any(following in forms for forms in speech.pronouns.values())

    def _clause_at(self, a: int) -> bool:
        """Say whether a clause with a verb of its own opens at `a`."""
        for k in range(a + 1, min(a + _OWN_CLAUSE, self.frame.last())):
            if self.frame.tokens[k].text in {",", QUOTE} or self._opens_content(k):
                return False
            if is_finite(self.frame, k, self.speech):
                return True
        return False

    def _second_main_clause(self, a: int) -> bool:
        """Say whether a main clause of the reporter follows a comma: ", warnte aber vor", ", ein Antrag fand keine"."""
        frame, speech = self.frame, self.speech
        if is_finite(frame, a, speech):
            return not is_reported(frame, a, speech)
        opened = opens_subordinate(frame, a, speech) and not speech.has("indefinite", frame.lower(a))
        if opened and not speech.has("articles", frame.lower(a)):
            return False
        for k in range(a + 1, min(a + _LOOK, frame.last() - 1)):
            if frame.tokens[k].text in ",:" or frame.is_quote(k) or speech.has("infinitive_marks", frame.lower(k)):
                return False
            if is_finite(frame, k, speech):
                return not is_reported(frame, k, speech) and not (opened and self._closes(a, k))
        return False

    def _closes(self, a: int, k: int) -> bool:
        """Say whether the verb at `k` closes a relative clause: ", die Rom | plant", not ", die Bank | plant mehr"."""
        following = self.frame.lower(k + 1)
        goes_on = following[:1].isalnum() and not self.speech.has("conjunctions", following)
        return not (goes_on and self.finder.looks_nominal(a, k))

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

    def _other_reports(self, j: int) -> bool:
        """Say whether somebody else reports behind a Polish comma: "żąda kary więzienia | , obrona wnosi o areszt"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or frame.tokens[j].text != "," or speech.has("relative", frame.lower(j + 1)):
            return False
        for v in cues_from(self.reporting, j + 2, j + 2 + _LOOK):
            subject = Phrase(j + 1, v.first)
            if v.voice == "active" and not any(frame.tokens[k].text == "," for k in range(j + 1, v.first)):
                return self.finder.looks_nominal(j + 1, v.first) and self.finder.can_speak(subject)
        return False

    def _taken_up(self, j: int) -> bool:
        """Say whether a Polish clause takes up all before it: "oskarżyła Kijów o atak | , czemu sztab zaprzeczył"."""
        if self.frame.tokens[j].text != ",":
            return False
        led = self.speech.has("prepositions", self.frame.lower(j + 1))  # ", od czego firma się odwołała"
        return self.speech.has("clause_relatives", self.frame.lower(j + 1 + led))

    def _loose_relative(self, start: int, j: int) -> bool:
        """Say whether the reporter tells more of an object behind a comma: "krever et møte med Berg | , som er syk"."""
        frame, speech = self.frame, self.speech
        if frame.tokens[j].text != ",":
            return False
        if self._judged_relative(j):
            return True
        if not speech.has("loose_relatives", frame.lower(j + 1)):
            return False
        opened = any(self._opens_content(k) or speech.has("as_words", frame.lower(k)) for k in range(start, j))
        return not (
            opened
            or any(speech.has("as_words", frame.lower(k)) for k in range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last())))
        )

    def _judged_relative(self, j: int) -> bool:
        """Say whether somebody judges the noun in a Danish or Norwegian relative clause: "34 brande | , som Berg
        kalder små", "planen, som Berg afviser"."""
        if not self.speech.grammar.verb_medial or self.frame.lower(j + 1) not in self.speech.pronouns["relative"]:
            return False
        for k in range(j + 3, min(j + 3 + _OWN_CLAUSE, self.frame.last())):
            if self.frame.tokens[k].text in {",", ":"}:
                return False
            for v in self.reporting.get(k, ()):
                judges = "as" in v.verb.takes or v.verb.act is Act.DENY
                if judges and v.voice == "active" and self.finder.looks_nominal(j + 2, k):
                    return True
        return False

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

    def _opens_clause(self, j: int) -> bool:
        """Say whether a conjunction opens a clause; one that is a preposition too, or "as", needs a verb after it."""
        frame, speech, word = self.frame, self.speech, self.frame.lower(j)
        if not speech.has_any(("prepositions", "as_words", "as_markers"), word):
            return True
        if self._looks_back(j):
            return True
        if speech.has("as_markers", word) and frame.lower(j + 1)[:1].isdigit():
            return False  # "mehr als 2000 Toten"
        reach = range(j + 2, min(j + 2 + _OWN_CLAUSE, frame.last()))
        if not speech.grammar.verb_final:  # "et overskud før skat i det år, der slutter i april"
            reach = range(j + 2, next((k for k in reach if frame.tokens[k].text == ","), reach.stop))
        return any(
            is_finite(frame, k, speech) or is_past(frame.lower(k), speech.lang) or k in self.reporting for k in reach
        )

    def _opens_content(self, k: int) -> bool:
        """Say whether a clause or infinitive opens at `k`."""
        word = self.frame.lower(k)
        if self.speech.has("prepositions", word) and self.frame.lower(k - 1) != ",":
            return False  # "påstanden om svindel"
        groups = ("complementizers", "infinitive_marks", "question", "relative")
        return self.speech.has_any(groups, word)
