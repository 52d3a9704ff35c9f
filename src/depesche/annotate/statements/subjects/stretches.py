"""Cuts the stretch before a verb down to its subject: without adverbials, times, relative words and joined clauses."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import after_mark, is_finite, is_past_with_object, opens_clause
from depesche.annotate.statements.frames.frame import DASHES
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.frames.words import Phrase
from depesche.annotate.statements.subjects.noun_phrases import NounPhraseReader
from depesche.annotate.statements.subjects.phrase_ends import of_author, vehicle
from depesche.annotate.statements.subjects.unmarked_openings import past_opening
from depesche.lang.schema.speech import VerbForm
from depesche.lang.schema.tense import is_past, is_past_participle

_ADVERB: Final = 5  # letters of an adverb of manner at least
_MAX_PHRASE: Final = 25  # tokens of a source phrase; longer stretches are no phrases


class StretchReader(NounPhraseReader):
    """Reads the subject in a stretch of one frame that ends before a verb."""

    def _in_stretch(self, a: int, b: int) -> Phrase | None:
        """Return the subject in [a, b): what is left without conjunctions, adverbials and what stands before it."""
        frame, speech = self.frame, self.speech
        a = self.past_about(self._strip_left(a, b), b)
        if a >= b:
            return None
        relative = self._relative(a, b)
        if relative is not None:
            return relative
        a = self._after_relative(a, b) + self._leads_clause(a, b)
        led = speech.has("prepositions", frame.lower(a)) or not self.looks_nominal(a, b)
        if led and not self._from_outside(a, b):
            a = self._after_adverbial(a, b)
            if a >= b:
                return None
        if speech.grammar.subject_first:
            a = past_opening(self, a, b)
        b = self._trim_right(a, b)
        governed = speech.table is not None and speech.has("prepositions", frame.lower(b - 2))  # "wielu z nich"
        if b - a > 1 and self.is_pronoun(b - 1) and not (speech.has("articles", frame.lower(b - 1)) or governed):
            return Phrase(b - 1, b, "pronoun")
        a = self._after_conjunct(a, b)
        if b - a == 1 and self.is_pronoun(a):
            return Phrase(a, b, "pronoun")
        return Phrase(a, b) if a < b <= a + _MAX_PHRASE * 2 else None

    def _from_outside(self, a: int, b: int) -> bool:
        """Say whether an English preposition qualifies several people here: "| outside experts | urged caution"."""
        people = self.speech.noun_kind(self.frame.lower(b - 1)) in ("collective", "anonymous")
        return self.speech.has("attributive_prepositions", self.frame.lower(a)) and b == a + 2 and people

    def _past_object(self, k: int, first: int) -> int:
        """Return where a subject starts behind a verb at `k` and its object: "told him | two guests", "told the court |
        his wife"."""
        if (behind := self._past_listener(k, first)) is not None:
            return behind
        objects = ("object_m", "object_pl", "object_1")
        told = any(self.frame.lower(k + 1) in self.speech.pronouns[key] for key in objects)
        start = k + 1 + (told and k + 2 < first)
        if self.is_reporting(k) or not is_finite(self.frame, k, self.speech):
            return start
        joins = (j + 1 for j in range(start, first - 1) if self.speech.has("conjunctions", self.frame.lower(j)))
        subjects = (j for j in joins if self.looks_nominal(j, first) and self.can_speak(Phrase(j, first)))
        return next(subjects, start)

    def _past_listener(self, k: int, first: int) -> int | None:
        """Return where an article opens a second phrase behind the one who is told something."""
        frame, speech = self.frame, self.speech
        if not any(form.verb.addressee for form in speech.verb_forms.get(frame.lower(k), ())):
            return None
        for j in range(k + 2, first):
            listener = frame.tokens[j - 1].text[0].isupper() or speech.noun_kind(frame.lower(j - 1)) is not None
            if (
                listener
                and speech.has("noun_articles", frame.lower(j))
                and not speech.has("titles", frame.lower(j - 1))
            ):
                return j
        return None

    def _domain_list(self, start: int, first: int) -> int:
        """Return where a subject starts that lists its domains: "the minister of trade, energy and transport"."""
        frame, speech = self.frame, self.speech
        opening = after_mark(frame, first) or frame.text_start()
        alone = self.name_at(start) is not None and not self.inside_name(start)
        joined = any(speech.has("conjunctions", frame.lower(k)) for k in range(start + 1, first))
        if not speech.grammar.subject_first or alone or not joined or opening + 1 >= start:
            return start
        comma = next((j for j in range(opening, start) if frame.tokens[j].text == ","), start)
        led = any(speech.has("noun_prepositions", frame.lower(k)) for k in range(opening + 1, comma))
        clause = any(is_finite(frame, k, speech) for k in range(opening, first))
        role = any(speech.noun_kind(frame.lower(k)) for k in range(opening, comma))
        return opening if led and role and not clause and self.looks_nominal(opening, comma) else start

    def _strip_left(self, a: int, b: int) -> int:
        frame, speech = self.frame, self.speech
        while a < b:
            word = frame.lower(a)
            if (end := self.time_at(a)) and a + 1 < end <= b and not speech.has("articles", word):
                a = end
            elif (
                frame.tokens[a].text in MARKS
                or frame.tokens[a].text in DASHES
                or speech.has("as_words", word)
                or speech.has("conjunctions", word)
                or (self.is_small(a) and not self._leads(a))
            ):
                a += 1
            elif (end := self.time_at(a)) and end < b and not speech.has("articles", word):
                a = end
            else:
                break
        return a

    def _after_relative(self, a: int, b: int) -> int:
        """Go over "von der", "hvori", "w którym" at the start of a subordinate clause."""
        frame, speech = self.frame, self.speech
        if not a or frame.tokens[a - 1].text != ",":
            return a
        if speech.has("prepositions", frame.lower(a)) and speech.has("relative", frame.lower(a + 1)) and a + 2 < b:
            return a + 2
        return a + 1 if speech.has("question", frame.lower(a)) and a + 1 < b else a

    def _leads_clause(self, a: int, b: int) -> bool:
        """Say whether "efter" or "før" opens a clause at `a` with its subject up to `b`: "efter Holm sagde, at"."""
        frame, speech = self.frame, self.speech
        both = speech.has("prepositions", frame.lower(a)) and speech.has("subordinators", frame.lower(a))
        if not speech.grammar.verb_medial or not both or (a and frame.tokens[a - 1].text != ","):
            return False
        after = b + 1
        while speech.has("adverbs", frame.lower(after)) or self._is_participle(after):
            after += 1
        groups = ("complementizers", "prepositions", "infinitive_marks")
        closed = frame.lower(after) == "," or speech.has_any(groups, frame.lower(after))
        return closed and (self.is_pronoun(a + 1) or self.head_speaks(Phrase(a + 1, b)))

    def _is_participle(self, j: int) -> bool:
        entries = self.speech.index.get(self.frame.lower(j), ())
        return any(isinstance(e, VerbForm) and e.kind == "participle" for e in entries)

    def _relative(self, a: int, b: int) -> Phrase | None:
        """Read "who (yesterday)" before a verb; the antecedent stands before its comma."""
        frame, speech = self.frame, self.speech
        word = frame.lower(a)
        if self._partitive(a, b):
            return replace(self.relative_at(a), end=b)
        shouted = len(word) > 1 and frame.tokens[a].text.isupper()  # "WHO confirms"
        if shouted or (speech.grammar.verb_medial and a == frame.text_start()):  # "Der hævder han, at"
            return None
        if word not in speech.pronouns.get("relative", frozenset()) and not (
            speech.has("relative", word) and not speech.has("articles", word)
        ):
            return None
        if speech.has("articles", word) and not (a and frame.tokens[a - 1].text == ","):
            return None
        if speech.has("articles", word) and b - a > 1 and not self.is_small(a + 1) and not self.time_at(a + 1):
            return None
        return self.relative_at(a)

    def _partitive(self, a: int, b: int) -> bool:
        """Say whether [a, b) is "both of whom", "many of which" behind a comma."""
        frame, speech = self.frame, self.speech
        taken_up = speech.grammar.subject_first and frame.lower(b - 1) in speech.pronouns.get("relative", frozenset())
        return (
            taken_up and b - a > 2 and speech.has("noun_prepositions", frame.lower(b - 2)) and frame.lower(a - 1) == ","
        )

    def relative_at(self, a: int) -> Phrase:
        """Return the relative word at `a` with its antecedent."""
        frame, end = self.frame, a
        while end > 0 and frame.tokens[end - 1].text in {",", "("}:
            end -= 1
        start = end
        while start > 0 and not (self._blocks(start - 1) or self._verb_between(start - 1)):
            start -= 1
        if start and self.speech.grammar.subject_first and self.speech.has("auxiliaries", frame.lower(start - 1)):
            start += is_past(frame.lower(start), self.speech.lang)  # "has angered | farmers, who"
        parted = self.speech.grammar.verb_medial or self.speech.grammar.subject_first
        while parted and start < end and self._opens_no_phrase(start):
            start += 1
        if self.speech.grammar.verb_final:
            start, end = self._phrase_before(start, end)
            start += start + 1 < end and self.speech.has("prepositions", frame.lower(start))
        start = self._past_pronoun(start, end)
        agent = (j + 1 for j in range(start, end - 1) if self._participle_by(j))
        start = self._who_speaks(next(agent, start), end)
        while (
            self.speech.grammar.subject_first
            and self.speech.has("conjunctions", self.frame.lower(start))
            and start < end
        ):
            start += 1  # "But | one woman, who"
        return Phrase(a, a + 1, "relative", antecedent=(start, end) if start < end else None)

    def _past_pronoun(self, start: int, end: int) -> int:
        """Return where an English noun phrase opens behind a pronoun and its verb: "she met | five guests, who"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or frame.lower(start) not in speech.subjects:
            return start
        groups = ("articles", "counts", "plural_articles")
        opens = (j for j in range(start + 2, end) if speech.has_any(groups, frame.lower(j)) or self.name_at(j))
        return next(opens, start)

    def _phrase_before(self, start: int, end: int) -> tuple[int, int]:
        """Return the German noun phrase that ends a clause [start, end), before its verb: "zu | einer Petition mit
        tausend Unterschriften | geführt, die …"."""
        frame, speech = self.frame, self.speech
        last = end
        while last > start + 1 and frame.tokens[last - 1].text[0].islower():
            last -= 1
        for j in range(last - 1, start, -1):
            if is_finite(frame, j, speech):
                return j + 1, last
            article, before = speech.has("articles", frame.lower(j)), frame.tokens[j - 1]
            if not article and not speech.has("prepositions", frame.lower(j)):
                continue
            led = article and speech.has("prepositions", before.lower)
            attribute = before.text[0].isupper() and not (
                article and not speech.has("genitive_articles", frame.lower(j))
            )
            if not led and not attribute:
                return (j if article else j + 1), last
        return start, last

    def _who_speaks(self, start: int, end: int) -> int:
        """Return where the one a relative word takes up starts in [start, end): "motstand fra | Høyre, som mener"."""
        speech = self.speech
        parted = speech.grammar.verb_medial or speech.grammar.subject_first
        if not parted or not self.can_speak(Phrase(start, end)):
            return start
        leading = "source_prepositions" if speech.grammar.verb_medial else "prepositions"
        for j in range(start + 1, end - 1):
            if speech.has(leading, self.frame.lower(j)):
                return start if self.can_speak(Phrase(start, j)) else j + 1
        return start

    def _participle_by(self, j: int) -> bool:
        """Say whether "by" at `j` leads to an agent, which the relative word takes up: "kritiseret af partier, der"."""
        if not self.speech.has("passive_by", self.frame.lower(j)):
            return False
        if self.speech.grammar.subject_first:
            return True
        if not self.speech.grammar.verb_medial:
            return False
        entries = self.speech.index.get(self.frame.lower(j - 1), ()) if j else ()
        return any(isinstance(e, VerbForm) and e.kind in ("participle", "passive") for e in entries)

    def _opens_no_phrase(self, j: int) -> bool:
        """Say whether a word stands between a verb and the noun after it: "kastede | sig over | medlemmer, der"."""
        leads = self.speech.has_any(("prepositions", "infinitive_marks"), self.frame.lower(j))
        return self.is_small(j) or (leads and not self.name_at(j))

    def _verb_between(self, j: int) -> bool:
        """Say whether a verb stands before a relative word's noun: "mener | Kripos, som", "byli | tacy, którzy"."""
        if self.speech.grammar.subject_first:
            return is_finite(self.frame, j, self.speech) or is_past_with_object(self.frame, j, self.speech)
        parted = self.speech.grammar.verb_medial or self.speech.table is not None
        return parted and (is_finite(self.frame, j, self.speech) or self.is_reporting(j))

    def _after_adverbial(self, a: int, b: int) -> int:
        """Return where the subject starts after a fronted adverbial ("In a note the ministry"); b if there is none."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_second and not self._verb_final_here(a):
            return b
        for j in range(b - 1, a, -1):
            before = frame.lower(j - 1)
            opens = self.is_pronoun(j) or speech.has("articles", frame.lower(j)) or self.name_at(j) is not None
            if speech.grammar.drop_subject and (entry := speech.noun_entry(frame.lower(j))) is not None:
                opens = opens or (entry[0] in ("role_m", "role_f", "role") and entry[1] == frame.lower(j))
            if opens and not speech.has("prepositions", before) and not speech.has("articles", before):
                if speech.has("conjunctions", before) or self.inside_name(j):
                    continue
                return j
        bare = speech.noun_kind(frame.lower(b - 1)) in ("collective", "anonymous")
        if speech.grammar.subject_first and bare and a < b - 1 and not speech.has("prepositions", frame.lower(b - 2)):
            return b - 1  # "In Atlanta police said"
        return b

    def _verb_final_here(self, a: int) -> bool:
        return a > 0 and opens_clause(self.frame, a - 1, self.speech)

    def _trim_right(self, a: int, b: int) -> int:
        frame, speech = self.frame, self.speech
        b = self.before_source(a, self._before_vehicle(a, self._drop_trailing(a, b)))
        for j in range(a + 1, b):
            if self.is_pronoun(a) and not speech.has("articles", frame.lower(a)):
                return a + 1
            if self._opens_relative(j):
                return j
        return b

    def _opens_relative(self, j: int) -> bool:
        """Say whether a word inside a subject opens its relative clause: "the man | who lives here"."""
        word = self.frame.lower(j)
        if not self.speech.has("relative", word) or self.speech.has("articles", word):
            return False
        return not self.speech.has("complementizers", word) and not self.frame.tokens[j].text.isupper()  # "the WHO"

    def _tells_when(self, j: int, b: int) -> bool:
        """Say whether a Polish preposition tells when or why, not whose: "trener | po meczu", no "wdowa po pisarzu"."""
        if not self.speech.has("adverbial_prepositions", self.frame.lower(j)):
            return False
        persons = ("role_m", "role_f", "role", "human")
        for k in range(j + 1, min(j + 3, b)):
            word = self.frame.lower(k)
            found = self.speech.reading(word)
            person = self.name_at(k) or self.speech.noun_kind(word) in persons or "h" in found
            if person and (not found or "l" in found):  # what "po" takes
                return False
        return True

    def _before_vehicle(self, a: int, b: int) -> int:
        """Leave out in what something was said, before the verb: "Riksadvokaten | i samme brev | skriver"."""
        if self.speech.table is not None:
            opening = (j for j in range(a + 1, b - 1) if self.speech.has("prepositions", self.frame.lower(j)))
            return next((j for j in opening if vehicle(self, j) or self._tells_when(j, b)), b)
        if not self.speech.grammar.verb_medial:
            return b
        documents = (
            j
            for j in range(a + 1, b - 1)
            if self.speech.has("prepositions", self.frame.lower(j))
            and not of_author(self, j)
            and any(self.speech.noun_kind(self.frame.lower(k)) == "document" for k in range(j + 1, min(j + 4, b)))
        )
        return next(documents, b)

    def _drop_trailing(self, a: int, b: int) -> int:
        """Leave out times and small words right before the verb: "der Minister am Montag" → "der Minister"."""
        frame, speech = self.frame, self.speech
        for j in range(a + 1, b):
            k = j
            while k < b and (
                self.is_small(k)
                or self._manner(k)
                or speech.has("contrasts", frame.lower(k))
                or self.time_at(k)
                or self._including_end(k)  # "Berg | på sin side"
                or (speech.has("prepositions", frame.lower(k)) and k + 1 < b and self.time_at(k + 1) is not None)
                or self._age(k, b)
            ):
                k = max(k + 1, self.time_at(k) or 0, self._including_end(k) or 0)
            if k >= b and k > j:
                return j - self._dated_participle(a, j)
        return b

    def _dated_participle(self, a: int, j: int) -> bool:
        """Say whether an English participle that its time dated ends a phrase: "A study | published | on Monday"."""
        speech, word = self.speech, self.frame.lower(j - 1)
        if not speech.grammar.subject_first or j - 2 < a or speech.noun_kind(self.frame.lower(j - 2)) is None:
            return False
        return word.endswith(tuple(speech.words["past_endings"])) or is_past_participle(word, speech.lang)

    def _age(self, k: int, b: int) -> bool:
        """Say whether an age ends a Danish or Norwegian subject, or its preposition stands at `k`: "Bo | på 44"."""
        at = k + self.speech.has("prepositions", self.frame.lower(k))
        led = at > k or self.speech.has("prepositions", self.frame.lower(k - 1))  # "TV 2" is a name
        return self.speech.grammar.verb_medial and led and at + 1 == b and self.frame.tokens[at].text.isdigit()

    def _manner(self, k: int) -> bool:
        """Say whether an English adverb of manner stands at `k`: "Berg | proudly | called"."""
        token = self.frame.tokens[k]
        small = (
            self.speech.grammar.subject_first and token.text[0].islower() and self.speech.noun_kind(token.lower) is None
        )
        return small and len(token.lower) > _ADVERB and token.lower.endswith("ly")

    def _after_conjunct(self, a: int, b: int) -> int:
        """Cut off a clause joined before the subject: "it rained and the mayor" → "the mayor"."""
        frame, speech = self.frame, self.speech
        cut = a
        for j in range(a, b - 1):
            if speech.has("conjunctions", frame.lower(j)) and any(is_finite(frame, k, speech) for k in range(cut, j)):
                cut = j + 1
        return cut
