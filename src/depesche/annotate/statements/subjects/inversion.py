"""Knows the subject that stands after its verb: behind content, behind an object, behind an auxiliary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, is_finite, parts
from depesche.annotate.statements.clauses.fields import FieldReader
from depesche.annotate.statements.clauses.main_clauses import lower_verb, opens_subordinate, verb_behind_relative
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.subjects.cases import CaseReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act

_WITH_OBJECT: Final = frozenset({"object", "as"})


@dataclass(slots=True)
class InversionReader:
    """Reads what follows the verbs of one frame as their subject."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    verbs: list[VerbCue]
    cases: CaseReader
    fields: FieldReader = field(init=False)

    def __post_init__(self) -> None:
        self.fields = FieldReader(self.frame, self.speech, self.finder)

    def subject(self, cue: VerbCue) -> Phrase | None:
        """Return the subject after a verb that follows its content directly: ", said X", ", sagte X"."""
        before = self.frame.lower(self.frame.before(cue.first))
        opens = (
            cue.first == 0
            or (self.speech.has("as_words", before) and not self._relative_verb(before))
            or before in {",", QUOTE}
            or (before == ")" and not (self.speech.grammar.verb_second and self._after_bracket(cue.first - 1)))
            or before in HARD
            or before in {"-", "–", "—"}
        )
        if not opens or cue.voice != "active" or (self.speech.grammar.subject_first and not self._may_invert(cue)):
            return None
        if before == "," and "question" in cue.verb.takes and self._asked_behind(cue):
            return None  # "Berg, who fled, recounted how"
        if before == "," and (closing := self._closing_subject(cue)) is not None:
            return closing
        if before == "," and (self._after_insertion(cue.first - 1) or self._after_apposition(cue.first - 1)):
            return None
        if self.finder.dash_behind_subject(cue.first - 1):
            return None
        if self.speech.grammar.verb_medial and cue.auxiliary is not None and cue.auxiliary < cue.at:
            return self.after_auxiliary(cue)  # ", skal naboen ha fortalt politiet"
        right = self.right(cue, cue.at + 1 if cue.auxiliary is None or cue.auxiliary < cue.at else cue.auxiliary + 1)
        if right is not None and self.opens_content(right):
            return None  # "Mange som bor i gata, sier de er redde"
        if (
            right is not None
            and cue.first == 0
            and self.speech.grammar.drop_subject
            and not self.finder.can_speak(right)
        ):
            return None
        if right is None or self.speech.grammar.verb_second or self.speech.grammar.drop_subject:
            if (
                right is not None
                and right.end < len(self.frame.tokens)
                and cue.first != 0
                and not self._closes(right.end)
            ):
                return right if self.speech.grammar.verb_second else None
            return right
        if any(right.start <= p < right.end for p in cue.parts):
            return None  # "Berg, the premier, issued | a statement"
        return right if cue.first and self._ends_sentence(right) else None

    def _asked_behind(self, cue: VerbCue) -> bool:
        """Say whether a question follows an English verb right away."""
        return self.speech.grammar.subject_first and self.speech.has("question", self.frame.lower(cue.at + 1))

    def _may_invert(self, cue: VerbCue) -> bool:
        """Say whether an English subject can follow a verb: none of a compound tense (", has ruled out talks") or of a
        verb that names the one told (", told reporters")."""
        tells = cue.verb.addressee and cue.verb.act in (Act.ASSERT, Act.PROMISE)
        return cue.first == cue.at and not tells and "quote" in cue.verb.takes

    def opens_content(self, right: Phrase) -> bool:
        """Say whether a pronoun behind a Danish or Norwegian verb has a verb of its own: content, no subject."""
        alone = self.speech.grammar.verb_medial and right.end == right.start + 1
        pronoun = alone and self.frame.lower(right.start) in self.speech.subjects
        return pronoun and is_finite(self.frame, right.end, self.speech)

    def right(self, cue: VerbCue, start: int) -> Phrase | None:
        """Return the subject that follows a verb, from token `start` on."""
        return self.cases.after(cue) if self.speech.table else self.finder.right(start)

    def pronoun_behind(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a pronoun after a verb-second verb is its subject: what stands first is no one who speaks."""
        word = self.frame.lower(cue.first + 1)
        if not self.speech.grammar.verb_medial or found.kind != "np" or self.speech.has("articles", word):
            return False
        small = all(self.finder.is_small(k) for k in range(self.frame.text_start(), found.start - 1))
        if small and found.start and self.speech.has("as_words", self.frame.lower(found.start - 1)):
            return word in self.speech.subjects  # "Allerede som barn sagde hun"
        return word in self.speech.subjects and not self.finder.head_speaks(found)

    def behind_other(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject after a verb that an adjective or an object opens, `found`; None where that is it."""
        return self._behind_adjective(found, cue) or self._behind_object(found, cue)

    def _behind_adjective(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return who stands after a verb-second verb where an adjective with its phrase opens the sentence: "Glad for
        sejren | sagde | træner Lund"."""
        speech, first = self.speech, self.frame.text_start()
        if not speech.grammar.verb_second or found.kind != "np" or cue.verb.addressee or cue.first <= first + 2:
            return None
        before = self.frame.lower(first + 1)
        led = speech.has("prepositions", before) and not speech.has("source_prepositions", before)  # "Ett av barna"
        opens = found.start in (first, first + 2) and found.aside is None
        noun = self.finder.name_at(first) is not None or speech.noun_kind(self.frame.lower(first)) is not None
        if not led or not opens or noun:
            return None
        right = self.finder.right(cue.first + 1)
        named = right is not None and any(self.finder.name_at(j) for j in range(right.start, right.end))
        return right if right is not None and (named or right.kind == "pronoun") else None

    def _behind_object(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject after a verb-second verb whose object stands first: "Kritikken afviser ministeren"."""
        if self.speech.table is not None:
            return self.cases.behind_object(found, cue)
        if not self.speech.grammar.verb_second or found.kind != "np" or cue.verb.takes.isdisjoint(_WITH_OBJECT):
            return None
        if "object" not in cue.verb.takes and not self.speech.grammar.verb_final:
            return None
        if self.speech.grammar.verb_final:
            return self.fields.subject_behind(found, cue)
        before = self.frame.lower(found.start - 1) if found.start else ""
        if self.finder.head_speaks(found) or self.speech.has("infinitive_marks", before):
            return None
        right = self.finder.right(cue.first + 1)
        if right is None:
            return None
        end = self._past_bracket(right.aside[1] if right.aside else right.end)
        while self.speech.has("adverbs", self.frame.lower(end)) or end in cue.parts:
            end += 1
        clause = self.frame.lower(end) == "," and self.speech.has("complementizers", self.frame.lower(end + 1))
        told = clause and (cue.verb.addressee or found.aside is not None)
        called = self.speech.grammar.verb_medial and "as" in cue.verb.takes
        called = called and self.speech.has("as_words", self.frame.lower(end))  # "Ulykken beskriver vitnet | som"
        if told or not (called or self._closes(end)):
            return None  # "Vikaren forklarede | politiet |, at": the one told
        return right if right.kind == "pronoun" or self.finder.head_speaks(right) else None

    def _past_bracket(self, j: int) -> int:
        """Go over the bracket that ends an aside: "vil rådmand Friis (SF | ) | ikke udelukke"."""
        return j + (self.speech.grammar.verb_medial and self.frame.lower(j) == ")")

    def after_auxiliary(self, cue: VerbCue) -> Phrase | None:
        """Read the subject between auxiliary and participle: "I dag har partiet sagt"."""
        if cue.auxiliary is None or cue.auxiliary > cue.at or not self.speech.grammar.verb_second:
            return None
        if cue.first < cue.auxiliary and self.speech.has("nonfinite", self.frame.lower(cue.auxiliary)):
            return self.finder.right(cue.first + 1, cue.auxiliary)  # "skal guttene ha fortalt"
        return self.finder.right(cue.auxiliary + 1, cue.at)

    def before_parts(self, found: Phrase, cue: VerbCue) -> Phrase:
        """Leave out of a subject behind a verb-second verb the words that belong to that: "hält | Berg | für möglich",
        "slo | Berg | fast at"."""
        inside = (p for p in cue.parts if self.speech.grammar.verb_second and found.start < p < found.end)
        part = min(inside, default=found.end)
        end = part - self.speech.has("prepositions", self.frame.lower(part - 1))
        return Phrase(found.start, end, found.kind) if part < found.end and found.start < end < found.end else found

    def _after_bracket(self, closing: int) -> bool:
        """Say whether a bracket that closes before a verb stands behind a subject: "Jonas Friis (SF) kalder"."""
        opening = next((k for k in range(closing - 1, max(-1, closing - 12), -1) if self.frame.lower(k) == "("), 0)
        return opening > 0 and self.frame.tokens[opening - 1].text[0].isalpha()

    def _relative_verb(self, before: str) -> bool:
        """Say whether "som" right before a verb is its subject, no "as": "loven, som nekter dem adgang"."""
        return self.speech.grammar.verb_medial and self.speech.has("relative", before)

    def _after_insertion(self, comma: int) -> bool:
        """Say whether the comma closes an insertion after the subject: "Eine Umfrage, die …, ergab"."""
        start = after_mark(self.frame, comma)
        stretches = list(parts(self.frame, start, comma))
        if len(stretches) == 1 and self.finder.relative_inside(*stretches[0]) is not None:
            return True
        if len(stretches) < 2 or not opens_subordinate(self.frame, stretches[1][0], self.speech):
            return False
        if self.speech.verbs is not None and any(is_finite(self.frame, a, self.speech) for a, _ in stretches[2:]):
            return False  # the subject has its verb: "Die Zeit, die er bekam, war zu kurz, sagte"
        if self.speech.grammar.verb_medial and self.speech.has("prepositions", self.frame.lower(stretches[0][1] - 1)):
            return False  # "Spørgsmålet om, hvorvidt hun går, ville ministeren"
        if self.speech.grammar.verb_medial and any(self._verb_opens(a) for a, _ in stretches[2:]):
            return False
        return not any(
            is_finite(self.frame, j, self.speech) or lower_verb(self.frame, j, self.speech)
            for j in range(*stretches[0])
        )

    def _verb_opens(self, a: int) -> bool:
        """Say whether the main verb follows the comma that ends an insertion: "Skolen, der er gammel, lukker"."""
        return is_finite(self.frame, a, self.speech) or lower_verb(self.frame, a, self.speech)

    def _after_apposition(self, comma: int) -> bool:
        """Say whether ", 45, told" follows a subject: after a quotation, nominal stretches without a verb."""
        start = after_mark(self.frame, comma)
        stretches = list(parts(self.frame, start, comma))
        if not stretches or (self.frame.lower(start - 1) != QUOTE and len(stretches) < 2):
            return False
        if self.speech.grammar.verb_second and not (len(stretches) == 2 and self._names_either(stretches)):
            return False
        verbs = any(v.voice == "active" and start <= v.at < comma for v in self.verbs)
        verbless = not verbs and not any(is_finite(self.frame, j, self.speech) for j in range(start, comma))
        return verbless and self.finder.looks_nominal(*stretches[0])

    def _names_either(self, stretches: list[tuple[int, int]]) -> bool:
        """Say whether one of two stretches is somebody, in a verb-medial language also the first, by title and name."""
        first = self.speech.grammar.verb_medial and self._names_somebody(*stretches[0])
        return first or self._names_somebody(*stretches[1]) or self._role_of(*stretches)

    def _role_of(self, first: tuple[int, int], second: tuple[int, int]) -> bool:
        """Say whether a German name has its role behind it: "Berg, Ökonom an der Universität Kiel, hält"."""
        if not self.speech.grammar.verb_final or self.speech.noun_kind(self.frame.lower(second[0])) is None:
            return False
        return any(self.finder.name_at(j) == first[1] for j in range(*first))

    def _closing_subject(self, cue: VerbCue) -> Phrase | None:
        """Return the subject that ends an English sentence after its verb: ", said officer Brad Baehr."."""
        speech = self.speech
        if not speech.grammar.subject_first or cue.verb.addressee or "object" in cue.verb.takes or cue.first != cue.at:
            return None
        right = self.finder.right(cue.at + 1)
        if right is None or right.kind != "np" or not self._ends_sentence(right):
            return None
        told = (t for t in self.frame.tokens[right.start : right.end] if t.text[0].islower())
        if any(right.start <= p < right.end for p in cue.parts) or any(is_past(t.lower, speech.lang) for t in told):
            return None  # "The head of the team, Ann Berg, said three shells landed in the yard."
        named = any(self.finder.name_at(j) for j in range(right.start, right.end))
        named = named or self.frame.tokens[right.end - 1].text[0].isupper()
        people = any(speech.noun_kind(self.frame.lower(j)) is not None for j in range(right.start, right.end))
        return right if named or people else None

    def _names_somebody(self, a: int, b: int) -> bool:
        """Say whether a stretch begins with a name, or in a verb-medial language with a title and a name."""
        if self.finder.name_at(a) is not None:
            return True
        if self.speech.grammar.verb_final:  # "Sein Stellvertreter, ein früherer Richter, verlangte"
            return self.speech.has("indefinite", self.frame.lower(a)) and self.finder.can_speak(Phrase(a, b))
        return self.speech.grammar.verb_medial and any(self.finder.name_at(j) == b for j in range(a, b))

    def _ends_sentence(self, right: Phrase) -> bool:
        """Say whether hardly more than a subject stands after ", said": no clause, no infinitive."""
        end = right.aside[1] if right.aside else right.end
        if self.speech.has("subject_relatives", self.frame.lower(end)):
            return True  # "said an aide | who asked not to be named"
        if self._goes_on(right):
            return False
        if not self._closes(end):
            return False
        for j in range(end, len(self.frame.tokens)):
            word = self.frame.lower(j)
            if word in {",", QUOTE} or word in HARD or self._beside_clause(j):
                return True
            marked = self.speech.has("infinitive_marks", word) and not self._to_somebody(j + 1)
            if is_finite(self.frame, j, self.speech) or marked:
                return False
        return True

    def _goes_on(self, right: Phrase) -> bool:
        """Say whether a verb follows a phrase and its relative clause: "said the girl, who is six, | was safe"."""
        return verb_behind_relative(self.frame, (right.aside[0] - 1) if right.aside else right.end, self.speech)

    def _to_somebody(self, j: int) -> bool:
        """Say whether a noun follows "to", no infinitive: "wrote Berg in a note to clients"."""
        word = self.frame.lower(j)
        noun = self.speech.has("noun_articles", word) or self.speech.noun_kind(word) is not None
        met = any(self.speech.has("venues", self.frame.lower(k)) for k in (j, j + 1))  # "to loud applause"
        return (
            noun or met or word.endswith("s") or self.frame.tokens[min(j, len(self.frame.tokens) - 1)].text[0].isupper()
        )

    def _beside_clause(self, i: int) -> bool:
        """Say whether a clause of the reporter opens at `i`: ", said Price | as he left the court"."""
        speech = self.speech
        described = speech.has("as_markers", self.frame.lower(i)) and self.frame.lower(i + 1) not in speech.subjects
        return speech.has("beside_clauses", self.frame.lower(i)) and not described

    def _closes(self, i: int) -> bool:
        """Say whether nothing of a content clause follows a subject that ends before token `i`."""
        if i >= self.frame.last():
            return True
        word = self.frame.lower(i)
        if word in {",", "(", QUOTE, "-", "–", "—"} or word in HARD or self.finder.time_at(i):
            return True
        counted = i + self.speech.has_any(("articles", "counts"), word)  # "said Price | two hours before the vote"
        if self.speech.grammar.subject_first and (
            self._beside_clause(i) or self.speech.has("time_units", self.frame.lower(counted))
        ):
            return True
        return self.speech.has_any(("prepositions", "adverbs"), word) and not is_finite(self.frame, i, self.speech)
