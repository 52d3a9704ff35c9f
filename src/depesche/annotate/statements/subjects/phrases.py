"""Finds the phrase that stands as the source: here the subject before a verb; see `noun_phrases` for those after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    after_mark,
    is_dash,
    is_finite,
    is_past_with_object,
    opens_clause,
)
from depesche.annotate.statements.frames.frame import OWNERS
from depesche.annotate.statements.frames.words import Phrase
from depesche.annotate.statements.subjects.relatives import RelativeReader
from depesche.lang.schema.tense import is_past, is_past_participle
from depesche.records import NameType

_PLACE: Final = 6  # tokens of a town's name before the comma

__all__ = ["Phrase", "PhraseFinder"]


class PhraseFinder(RelativeReader):
    """Reads the phrases of one frame: `left` finds a subject before a verb, `right` one after it."""

    def _list_start(self, a: int, first: int) -> int:
        """Go back over the names before "B and C": "A, B and C said"."""
        frame = self.frame
        if not any(self.speech.has("conjunctions", frame.lower(k)) for k in range(a, first)):
            return a
        while a >= 2 and frame.tokens[a - 1].text == ",":
            if self.speech.has("conjunctions", frame.lower(a)):
                return a
            k = a - 2
            while k > 0 and self.name_at(k) != a - 1 and a - k < 6:
                k -= 1
            if self.name_at(k) != a - 1:
                return a
            a = k
        return a

    def _before_place(self, start: int, first: int) -> int:
        """Return where a subject starts whose town has its state behind a comma: "Politiet i Waco, Texas meddelte"."""
        frame, k = self.frame, start - 2
        alone = self.speech.grammar.verb_medial and self._is_place(start) and self.name_at(start) == first
        while alone and k > 0 and self.name_at(k) != start - 1 and start - k < _PLACE:
            k -= 1
        if not alone or k < 1 or self.name_at(k) != start - 1 or not self._is_place(k):
            return start
        return self._boundary(k)[0] if self.speech.has("prepositions", frame.lower(k - 1)) else start

    def _is_place(self, i: int) -> bool:
        name = self.layers.names.get(self.frame.tokens[i].start)
        return name is not None and name.type in (NameType.PLACE, NameType.COUNTRY)

    def left(self, first: int) -> Phrase | None:
        """Return the subject that ends before the verb group at `first`; None where the clause has none there."""
        if first > 1 and self._manner(first - 1) and self.frame.tokens[first - 2].text == ",":
            first -= 1  # "Berg, the mayor, | proudly said"
        start, boundary = self._boundary(first)
        if boundary in ("word", "") and self._opens_with_infinitive(start - 1 if boundary else start + 1):
            return None
        if boundary == "," and start < first:
            start = self._list_start(self._attributive_start(start), first)
            start = self._domain_list(start, first)
            placed = self._before_place(start, first)
            if placed != start and self.speech.has("prepositions", self.frame.lower(placed)):
                return None  # "I Waco, Texas | siger politiet"
            start = placed
        if self.speech.grammar.subject_first:
            start = self._after_offset(self._after_other_verb(start, first), first)
        relative = self._relative_before(start, first)
        if relative is not None:
            return relative
        if start == first or all(self.is_small(k) for k in range(start, first)):
            if boundary == "," or self.dash_behind_subject(start - 1):
                return self._before_insertion(start - 1)
            return self._relative_that(start - 1) if boundary == "word" else None
        found = self._in_stretch(start, first)
        if found is None and boundary == "," and self.speech.grammar.verb_final:
            opening = self._after_as(after_mark(self.frame, start - 1), start - 1)
            if opening and self.speech.has("as_words", self.frame.lower(opening - 1)):
                return self._before_insertion(start - 1)  # "wie der Chef, Ole Berg, | am Montag | sagte"
        return found

    def _opens_with_infinitive(self, j: int) -> bool:
        """Say whether the sentence opens with a preposition and a Danish infinitive: "Uden | at tøve sagde han", no
        "Efter | at politiet sagde"."""
        mark = self.speech.grammar.verb_medial and self.speech.has("infinitive_marks", self.frame.lower(j))
        noun = mark and (self._heads(j + 1) or self.is_pronoun(j + 1))
        opens = mark and not noun and j - 1 == self.frame.text_start()
        return opens and self.speech.has("prepositions", self.frame.lower(j - 1))

    def _manner(self, j: int) -> bool:
        """Say whether an English adverb of manner stands at `j`."""
        token = self.frame.tokens[j]
        plain = token.text[0].islower() and self.speech.noun_kind(token.lower) is None
        return self.speech.grammar.subject_first and plain and token.lower.endswith("ly")

    def dash_behind_subject(self, closing: int) -> bool:
        """Say whether a dash closes what stands beside a subject: "Der Rat – ein Gremium aus Laien – warnte"."""
        if self.speech.table is not None or not is_dash(self.frame, closing):
            return False
        start = after_mark(self.frame, closing)
        opening = next((j for j in range(start + 1, closing - 1) if is_dash(self.frame, j)), None)
        return opening is not None and self._subject_like(start, opening)

    def _relative_that(self, j: int) -> Phrase | None:
        """Return "that" as the subject of an English relative clause: "two opinions that said"."""
        speech = self.speech
        word = self.frame.lower(j)
        if not speech.grammar.subject_first or not speech.has("relative", word) or not j:
            return None
        if self.is_reporting(j - 1) or self._blocks(j - 1) or speech.has("prepositions", self.frame.lower(j - 1)):
            return None
        start = j
        while start > 0 and not self._blocks(start - 1):
            start -= 1
        start = self._after_other_verb(start, j)
        articles = (k for k in range(j - 1, start, -1) if speech.has("noun_articles", self.frame.lower(k)))
        start = next(articles, start)
        return Phrase(j, j + 1, "relative", antecedent=(start, j)) if start < j else None

    def _boundary(self, first: int) -> tuple[int, str]:
        """Walk left to what bounds the subject: a mark or a word that opens a clause."""
        frame = self.frame
        j = first - 1
        while j >= 0:
            text = frame.tokens[j].text
            if text == ")" and (opening := self._bracket(j)) is not None:
                j = opening - 1
                continue
            if text == "," and self.inside_name(j):
                j -= 1  # "the Ministry of Trade, Energy and Mines"
                continue
            if text == "," or text in HARD or text in "()" or is_dash(frame, j):
                return j + 1, text
            if opens_clause(frame, j, self.speech) or (j < first - 1 and self._bare_relative(j)):
                beside = self._owner_relative(j, first) or (j < first - 2 and self._that_of_subject(j))
                who = j if beside else self._relative_around(j)
                if who is None:
                    return j + 1, "word"
                j = who
            j -= 1
        start = frame.text_start()
        return (start if start < first else 0), ""

    def clause_opening(self, first: int) -> int:
        """Return where the stretch starts that a subject before the verb group at `first` stands in."""
        return self._strip_left(self._boundary(first)[0], first)

    def trimmed(self, a: int, b: int) -> int:
        """Return where a subject that starts at `a` ends before its verb at `b`."""
        return self._trim_right(a, b)

    def _bracket(self, j: int) -> int | None:
        """Return where the bracket opens that closes at `j`."""
        return next((k for k in range(j - 1, max(-1, j - 15), -1) if self.frame.tokens[k].text == "("), None)

    def _after_offset(self, start: int, first: int) -> int:
        """Return where the subject starts behind "a day after": "hours after | the army said"."""
        for j in range(first - 2, start, -1):
            if (
                self.speech.has("offsets", self.frame.lower(j))
                and self.speech.has("time_units", self.frame.lower(j - 1))
                and self._relative_around(j) is None
            ):
                return j + 1
        return start

    def _after_other_verb(self, start: int, first: int) -> int:
        """Return where the subject of the verb at `first` starts when another clause's verb stands before it.

        "police said the firm denied": the firm; "shares fell after the firm announced": the firm. English only, where
        a subject always stands right before its verb.
        """
        speech = self.speech
        opened = (j for j in range(start, first) if self._subject_relative(j) or self._owner_relative(j, first))
        relative = next(opened, first)
        for k in range(min(relative, first - 1) - 1, start - 1, -1):
            if not self.looks_nominal(k + 1, first):
                continue
            if (
                self._other_verb(k)
                or (speech.has("question", self.frame.lower(k)) and not self.frame.tokens[k].text.isupper())
                or (self._opens_adverbial(k) and (self._clause_before(start, k, first) or self._whole(k, first)))
            ):
                return self._past_object(k, first)
        return start

    def _clause_before(self, start: int, k: int, first: int) -> bool:
        """Say whether [start, k) is a clause with a verb, so that what follows `k` is one too."""
        if any(self._other_verb(j) for j in range(start, k)):
            return True
        pasts = (is_past(self.frame.lower(j), self.speech.lang) for j in range(start + 1, k))
        return any(pasts) and self.can_speak(Phrase(k + 1, first))

    def _whole(self, k: int, first: int) -> bool:
        """Say whether one phrase stands between the word that opens a sentence and its verb: "After the firm said"."""
        if k:
            return False
        small = ("prepositions", "conjunctions")
        for j in range(k + 2, first):
            before = self.frame.tokens[j - 1]
            if self.is_pronoun(j) or self.speech.has("articles", self.frame.lower(j)):
                if not self.speech.has_any(small, before.lower):
                    return False
            elif self.name_at(j) is not None and not self.inside_name(j):
                led = before.text[0].isupper() or not before.text[0].isalpha() or self.speech.noun_kind(before.lower)
                if not (led or self.speech.has_any(small, before.lower)):
                    return False  # "After the vote | Okafor said"
        return self.time_at(k + 1) is None

    def _opens_adverbial(self, k: int) -> bool:
        """Say whether a word can open a clause or a phrase: "after the firm announced", "after the strike"."""
        word = self.frame.lower(k)
        return self.speech.has("subordinators", word) and self.speech.has("prepositions", word)

    def _other_verb(self, k: int) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(k)
        if word.endswith(tuple(speech.words["gerund_endings"])):
            return False
        if is_finite(frame, k, speech) or is_past_with_object(frame, k, speech):
            return True
        if frame.lower(k - 1).endswith(OWNERS):
            return False  # "the experts' report"
        past = word.endswith(tuple(speech.words["past_endings"])) and not self._has_subject(k)
        if speech.has("resultatives", frame.lower(k + 1)):
            return False  # "a nurse found dead"
        return self.is_reporting(k) and (not past or self.name_at(k + 1) is not None)

    def _has_subject(self, k: int) -> bool:
        """Say whether a pronoun stands before a past, so that it is no participle: "he claimed officers had"."""
        return k > 0 and self.is_pronoun(k - 1) and not self.speech.has("articles", self.frame.lower(k - 1))

    def _attributive_start(self, start: int) -> int:
        """Join "Eine andere, vom Sender durchgeführte Umfrage" across its comma: an article without noun before it."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or start < 2:
            return start
        j = start - 2
        while j > 0 and start - j < 5 and not self._blocks(j - 1):
            j -= 1
        article = speech.has("articles", frame.lower(j))
        bare = not any(frame.tokens[k].text[0].isupper() for k in range(j + 1, start - 1))
        if speech.has("as_words", frame.lower(start)) or any(is_finite(frame, k, speech) for k in range(j, start)):
            return start  # "Das sei falsch, | wie die Mutter einräumte"
        return j if article and bare and not self._blocks(j) else start

    def _before_insertion(self, comma: int) -> Phrase | None:
        """Return the subject before an insertion that ends at `comma`: "Berg, who leads the club, said"."""
        frame = self.frame
        hard = after_mark(frame, comma) or frame.text_start() * self.speech.grammar.subject_first
        stretches: list[tuple[int, int]] = []
        start = hard
        if self.speech.grammar.verb_medial and opens_clause(frame, hard, self.speech):
            start = hard + 1  # "Når han i bladet, Posten, siger"
        if self.speech.grammar.subject_first:
            start = self._after_opening(hard, comma)
        if self.speech.grammar.verb_final:
            start = hard = self._after_as(hard, comma)
        for j in range(start, comma + 1):
            if frame.tokens[j].text in ",(" or is_dash(frame, j):
                if j > start:
                    stretches.append((start, j))
                start = j + 1
        while len(stretches) > 1 and not self._opens_with_subject(*stretches[0]):
            stretches.pop(0)
        if len(stretches) == 1 and (relative := self.relative_inside(*stretches[0])) is not None:
            found = self._in_stretch(stretches[0][0], relative)
            alone = found is not None and found.kind == "pronoun"  # "De som mistet jobben, krever"
            return Phrase(stretches[0][0], comma) if alone else found
        if not stretches or not self._subject_like(*stretches[0]):
            return None
        a, b = stretches[0]
        found = self._in_stretch(a, b)
        if found is None or len(stretches) < 2:
            return found
        return replace(found, aside=(stretches[1][0], stretches[-1][1])) if found.end == b else found

    def _after_as(self, a: int, comma: int) -> int:
        """Return where the subject of a German clause opens that "wie" opens in [a, comma): "…, wie | der Chef, Ole
        Berg, sagte"; else `a`."""
        words = (j for j in range(comma - 1, a - 1, -1) if self.speech.has("as_words", self.frame.lower(j)))
        return next((j + 1 for j in words if j == a or self.frame.lower(j - 1) == ","), a)

    def _after_opening(self, a: int, comma: int) -> int:
        """Return where the clause of an insertion up to `comma` starts: "It says that | a party, …, has"."""
        first = next((j for j in range(a, comma) if self.frame.tokens[j].text == ","), comma)
        opening = max((j + 1 for j in range(a, first) if opens_clause(self.frame, j, self.speech)), default=a)
        start = self._after_other_verb(opening, first)
        return start if start > a and self.is_reporting(start - 1) else opening

    def participial(self, j: int) -> bool:
        """Say whether a participle opens an adverbial at `j`: "Opening the debate, the minister said"."""
        speech, word = self.speech, self.frame.lower(j)
        endings = (*speech.words["gerund_endings"], *speech.words["past_endings"])
        if not speech.grammar.subject_first or not (word.endswith(endings) or is_past_participle(word, speech.lang)):
            return False
        following = self.frame.lower(j + 1)
        groups = ("prepositions", "articles", "question", "complementizers", "infinitive_marks", "reflexives")
        return speech.has_any(groups, following) or self.name_at(j + 1) is not None

    def _opens_with_subject(self, a: int, b: int) -> bool:
        """Say whether a stretch is a subject, no participle's or adverbial clause, no time: "As the fire spread, X"."""
        frame, speech = self.frame, self.speech
        if not self._subject_like(a, b) or self.participial(a):
            return False
        if not speech.grammar.subject_first or self.name_at(a) is not None:
            return True
        if speech.has("subordinators", frame.lower(a)) or speech.has("subordinators", frame.lower(a - 1)):
            return False
        return not any(speech.has("time_units", frame.lower(j)) for j in range(a, min(b, a + 3)))
