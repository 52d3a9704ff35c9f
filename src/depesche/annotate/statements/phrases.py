"""Finds the phrase that stands as the source: the subject before or after a verb, or what follows "according to"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from depesche.annotate.statements.clauses import HARD, is_dash, is_finite, opens_clause
from depesche.annotate.statements.frames import DASHES, QUOTE, Frame, Layers
from depesche.annotate.statements.marks import MARKS
from depesche.lang.schema.speech import Speech, VerbForm

_MAX_PHRASE: Final = 25  # tokens of a source phrase; longer stretches are no phrases
_MAX_APPOSITION: Final = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase in tokens [start, end). `aside` is its apposition; `kind` is np, pronoun or relative.

    A relative pronoun's antecedent is `antecedent`.
    """

    start: int
    end: int
    kind: str = "np"
    aside: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None


class PhraseFinder:
    """Reads phrases in one frame, with the names and times known there."""

    def __init__(self, frame: Frame, speech: Speech, layers: Layers) -> None:
        self.frame, self.speech, self.layers = frame, speech, layers

    # -- what a token is ------------------------------------------------------------------------------------
    def name_at(self, i: int) -> int | None:
        """Return the index after the name that starts at token `i`."""
        name = self.layers.names.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None
        if name is None:
            return None
        j = i + 1
        while j < len(self.frame.tokens) and self.frame.tokens[j].start < name.span.end:
            j += 1
        return j

    def time_at(self, i: int) -> int | None:
        """Return the index after the time expression that starts at token `i`."""
        time = self.layers.times.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None
        if time is None:
            return None
        j = i + 1
        while j < len(self.frame.tokens) and self.frame.tokens[j].start < time.span.end:
            j += 1
        return j

    def is_pronoun(self, i: int) -> bool:
        word = self.frame.lower(i)
        return any(word in forms for key, forms in self.speech.pronouns.items() if key.startswith("subject"))

    def is_small(self, i: int) -> bool:
        word, has = self.frame.lower(i), self.speech.has
        if "." in word and len(word) > 3:
            return not (self.name_at(i) or word.isupper() or self.frame.tokens[i].text.isupper() or word[0].isdigit())
        return (has("adverbs", word) or has("negations", word) or has("reflexives", word)) and not has("articles", word)

    def _blocks(self, i: int) -> bool:
        """Say whether the token at `i` can't be inside a noun phrase."""
        text = self.frame.tokens[i].text
        if text in HARD or text in ",()" or text == QUOTE or is_dash(self.frame, i) or i >= self.frame.last():
            return True
        return opens_clause(self.frame, i, self.speech)

    def looks_nominal(self, a: int, b: int) -> bool:
        """Say whether [a, b) can be a subject: a pronoun, name, article, capital or noun, not a prepositional phrase."""
        if a >= b:
            return False
        word = self.frame.lower(a)
        if self.is_pronoun(a) or self.name_at(a) or self.speech.has("both", word):
            return True
        if self.time_at(a) and not self.speech.has("articles", word):
            return False
        if self.speech.has("prepositions", word) or self.is_small(a) or self.speech.has("question", word):
            return False
        if self.speech.has("impersonal", word) and b - a == 1:
            return False
        return not opens_clause(self.frame, a, self.speech)

    def can_speak(self, phrase: Phrase | None) -> bool:
        """Say whether a phrase can be someone who speaks: a name, a pronoun, a noun for people, papers or houses."""
        if phrase is None or phrase.kind != "np":
            return True
        capitals = not self.speech.grammar.verb_final
        return any(
            self.speech.noun_kind(self.frame.lower(j))
            or self.name_at(j)
            or self.is_pronoun(j)
            or (capitals and j > 0 and self.frame.tokens[j].text[0].isupper())
            for j in range(phrase.start, phrase.end)
        )

    # -- after the verb ---------------------------------------------------------------------------------------
    def right(self, i: int, limit: int | None = None) -> Phrase | None:
        """Return the phrase that starts at token `i` or after small words there."""
        frame, speech = self.frame, self.speech
        end = len(frame.tokens) if limit is None else limit
        i = self._skip_adverbials(i, end)
        if i >= end or self._blocks(i) or frame.tokens[i].text in MARKS:
            return None
        word = frame.lower(i)
        if speech.has("conjunctions", word) or self._dative(i):
            return None
        if self.is_pronoun(i) and not speech.has("articles", word):
            return Phrase(i, i + 1, "pronoun")
        if speech.has("prepositions", word) or speech.has("infinitive_marks", word):
            return None
        if self.is_pronoun(i) and self.pronoun_alone(i):
            return Phrase(i, i + 1, "pronoun")
        stop = self.phrase_end(i, end)
        if stop <= i or (is_finite(frame, i, speech) and not frame.tokens[i].text[0].isupper()):
            return None
        if speech.grammar.verb_final and not any(self._nominal_token(j) for j in range(i, stop)):
            return None
        stop = self._list_end(stop, end)
        return Phrase(i, stop, aside=self._aside(stop, end))

    def _dative(self, i: int) -> bool:
        """Say whether a Polish noun after a verb names the one told: "powiedział dziennikarzom"."""
        endings, token = self.speech.words["dative_endings"], self.frame.tokens[i]
        return (
            bool(endings) and token.text[0].islower() and len(token.text) > 4 and token.lower.endswith(tuple(endings))
        )

    def _list_end(self, stop: int, limit: int) -> int:
        """Go over a list of names: ", Großbritannien, Südkorea und Japan"."""
        frame, j = self.frame, stop
        while j + 1 < limit and frame.tokens[j].text == ",":
            k = j + 2 if self.speech.has("articles", frame.lower(j + 1)) else j + 1
            after = self.name_at(k) if k < limit else None
            if after is None:
                return stop
            j = after
            if j + 1 < limit and self.speech.has("conjunctions", frame.lower(j)):
                k = j + 2 if self.speech.has("articles", frame.lower(j + 1)) else j + 1
                return (self.name_at(k) or stop) if k < limit else stop
        return stop

    def _list_start(self, a: int, first: int) -> int:
        """Go back over the names before "B and C": "A, B and C said"."""
        frame = self.frame
        if not any(self.speech.has("conjunctions", frame.lower(k)) for k in range(a, first)):
            return a
        while a >= 2 and frame.tokens[a - 1].text == ",":
            k = a - 2
            while k > 0 and self.name_at(k) != a - 1 and a - k < 6:
                k -= 1
            if self.name_at(k) != a - 1:
                return a
            a = k
        return a

    def _nominal_token(self, j: int) -> bool:
        """A German noun or name is capitalised, a figure may stand for one."""
        text = self.frame.tokens[j].text
        if self.time_at(j):
            return False
        return text[0].isupper() or any(c.isdigit() for c in text) or self.speech.noun_kind(text.casefold()) is not None

    def _skip_adverbials(self, i: int, end: int) -> int:
        """Go over small words, times, and "in Berlin", "am Montag" before a subject."""
        frame, speech = self.frame, self.speech
        while i < end:
            time = self.time_at(i)
            if self.is_small(i) and not self.is_pronoun(i):
                i = max(i + 1, time or 0)
            elif time and not speech.has("articles", frame.lower(i)):
                i = time
            elif speech.has("prepositions", frame.lower(i)) and i + 1 < end:
                after = self.time_at(i + 1) or self.name_at(i + 1)
                if after is None or after >= end or self._blocks(after):
                    return i
                i = after
            else:
                return i
        return i

    def pronoun_alone(self, i: int) -> bool:
        """Say whether a word that is article or pronoun ("de", "sie") stands as a pronoun: nothing nominal follows."""
        following = i + 1
        if following >= len(self.frame.tokens) or self._blocks(following):
            return True
        token = self.frame.tokens[following]
        word = token.lower
        if self.speech.grammar.verb_final:
            return not token.text[0].isupper() and not self._adjective_follows(following)
        return any(
            self.speech.has(group, word)
            for group in (
                "auxiliaries",
                "modals",
                "adverbs",
                "negations",
                "prepositions",
                "complementizers",
                "infinitive_marks",
            )
        )

    def _adjective_follows(self, i: int) -> bool:
        following = self.frame.tokens[i + 1] if i + 1 < len(self.frame.tokens) else None
        return following is not None and following.text[0].isupper() and self.frame.lower(i).endswith(("e", "en", "er"))

    def phrase_end(self, i: int, limit: int) -> int:
        """Return the index after the noun phrase that starts at `i`."""
        frame, speech = self.frame, self.speech
        j = i
        named = False
        while j < min(limit, i + _MAX_PHRASE):
            frame.lower(j)
            if self._blocks(j):
                break
            name_end = self.name_at(j) or self._quoted_end(j)
            if name_end:
                named, j = True, name_end
                continue
            if j > i and self._ends_phrase(j, named, i):
                break
            j += 1
        while j > i + 1 and (
            speech.has("conjunctions", frame.lower(j - 1)) or speech.has("prepositions", frame.lower(j - 1))
        ):
            j -= 1
        return j

    def _quoted_end(self, j: int) -> int | None:
        """Return the index after a short name in marks: des „Spiegel“."""
        tokens = self.frame.tokens
        if tokens[j].text not in MARKS or j + 1 >= len(tokens) or not tokens[j + 1].text[0].isupper():
            return None
        return next((k + 1 for k in range(j + 2, min(len(tokens), j + 6)) if tokens[k].text in MARKS), None)

    def _ends_phrase(self, j: int, named: bool, start: int) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(j)
        if speech.grammar.verb_final and not any(self._nominal_token(k) for k in range(start, j)):
            return False  # "einer am Montag veröffentlichten Umfrage": the noun is still to come
        if self.time_at(j) and not (frame.tokens[j].text.isdigit()):
            return True
        if self.is_small(j) or is_finite(frame, j, speech) or speech.has("infinitive_marks", word):
            return True
        if frame.tokens[j].text in MARKS or speech.has("as_words", word):
            return True
        if speech.has("relative", word) and not speech.has("articles", word):
            return True
        if self._after_head(j, named):
            return True
        if self._is_reporting(j):
            return True
        if speech.has("prepositions", word):
            following = j + 1
            if following < len(frame.tokens) and self.time_at(following):
                return True
            kind = self.speech.noun_kind(frame.lower(j - 1))
            headed = named or kind is not None or (j - start > 1 and speech.grammar.verb_final)
            person = not named and kind in ("role_m", "role_f", "role", "human", "collective", "anonymous")
            return headed and not person and not self._joins_names(j)
        if speech.grammar.verb_final and speech.has("articles", word) and not speech.has("genitive_articles", word):
            if not speech.has("conjunctions", frame.lower(j - 1)):
                return True
        if named and speech.has("articles", word) and not speech.has("conjunctions", frame.lower(j - 1)):
            return not speech.grammar.case_marked or self._after_name(j)
        return False

    def _after_head(self, j: int, named: bool) -> bool:
        """Say whether a plain word follows a whole phrase: "fylkeslegen manglet", "Polonia wyniesie"."""
        frame, speech = self.frame, self.speech
        token, before = frame.tokens[j], frame.tokens[j - 1]
        if not token.text[0].isalpha() or token.text[0].isupper():
            return False
        if any(speech.has(g, token.lower) for g in ("prepositions", "conjunctions", "articles")):
            return False
        if speech.noun_kind(token.lower) is not None:
            return False
        if speech.grammar.verb_final:
            return before.text[0].isupper() and before.text[0].isalpha()
        if before.start in self.layers.names or (named and before.text[0].isupper()):
            return True
        return not speech.grammar.case_marked and speech.noun_kind(before.lower) is not None

    def _after_name(self, j: int) -> bool:
        return self.frame.tokens[j - 1].text[0].isupper()

    def _joins_names(self, j: int) -> bool:
        """A preposition right before another name may belong to the phrase ("Spokesman X of the Y")."""
        return self.frame.lower(j) in self.speech.words["noun_prepositions"]

    def _is_reporting(self, j: int) -> bool:
        token = self.frame.tokens[j]
        if token.text[0].isupper() or self.speech.has("articles", self.frame.lower(j - 1)):
            return False
        following = self.frame.tokens[j + 1] if j + 1 < len(self.frame.tokens) else None
        if self.speech.grammar.verb_final and following is not None and following.text[0].isupper():
            return False  # "veröffentlichten Umfrage"
        return any(
            isinstance(e, VerbForm) and e.kind in ("finite", "joined") for e in self.speech.index.get(token.lower, ())
        )

    def _aside(self, stop: int, limit: int) -> tuple[int, int] | None:
        """Return the apposition after a phrase: ", 79,", ", Toyota's managing director", "(62)"."""
        frame = self.frame
        if stop >= limit or frame.tokens[stop].text not in {",", "("}:
            return None
        a = stop + 1
        end = a
        while end < min(limit, a + _MAX_APPOSITION) and not (
            frame.tokens[end].text in HARD or frame.tokens[end].text in ",)" or is_dash(frame, end)
        ):
            end += 1
        if end == a or self._is_clause(a, end):
            return None
        if end < limit and frame.tokens[end].text == "," and frame.tokens[a].text.isdigit() and end == a + 1:
            more = self._aside(end, limit)  # "Nowak, 62, a voter in the capital"
            return (a, more[1]) if more else (a, end)
        return a, end

    def _is_clause(self, a: int, b: int) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(a)
        if speech.has("conjunctions", word) or opens_clause(frame, a, speech) or speech.has("as_words", word):
            return True
        if speech.has("relative", word) and not speech.has("articles", word):
            return True
        return any(is_finite(frame, j, speech) or self._is_reporting(j) for j in range(a, b))

    # -- before the verb ----------------------------------------------------------------------------------------
    def left(self, first: int) -> Phrase | None:
        """Return the subject that ends before the verb group at `first`; None where the clause has none there."""
        start, boundary = self._boundary(first)
        if boundary == "," and start < first:
            start = self._list_start(self._attributive_start(start), first)
        if start == first:
            if boundary == ",":
                return self._before_insertion(start - 1)
            return self._inherited(first)
        return self._in_stretch(start, first)

    def _boundary(self, first: int) -> tuple[int, str]:
        """Walk left to what bounds the subject: a mark or a word that opens a clause."""
        frame = self.frame
        j = first - 1
        while j >= 0:
            text = frame.tokens[j].text
            if text == ")" and (opening := self._bracket(j)) is not None:
                j = opening - 1
                continue
            if text == "," or text in HARD or text in "()" or is_dash(frame, j):
                return j + 1, text
            if opens_clause(frame, j, self.speech) or (j < first - 1 and self._bare_relative(j)):
                return j + 1, "word"
            j -= 1
        return 0, ""

    def _bracket(self, j: int) -> int | None:
        """Return where the bracket opens that closes at `j`."""
        return next((k for k in range(j - 1, max(-1, j - 15), -1) if self.frame.tokens[k].text == "("), None)

    def _bare_relative(self, j: int) -> bool:
        """ "disruption which the industry says": a relative word without a comma bounds a clause."""
        word, speech = self.frame.lower(j), self.speech
        if speech.grammar.verb_final or not speech.has("relative", word) or speech.has("articles", word):
            return False
        return j > 0 and not self.is_small(j + 1) and not self.time_at(j + 1)

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
        return j if article and bare and not self._blocks(j) else start

    def _before_insertion(self, comma: int) -> Phrase | None:
        """Return the subject before an insertion that ends at `comma`: "Berg, who leads the club, said"."""
        frame = self.frame
        hard = comma
        while hard > 0 and frame.tokens[hard - 1].text not in HARD:
            hard -= 1
        stretches: list[tuple[int, int]] = []
        start = hard
        for j in range(hard, comma + 1):
            if frame.tokens[j].text in ",(" or is_dash(frame, j):
                if j > start:
                    stretches.append((start, j))
                start = j + 1
        while len(stretches) > 1 and not self._subject_like(*stretches[0]):
            stretches.pop(0)
        if not stretches or not self._subject_like(*stretches[0]):
            return None
        a, b = stretches[0]
        found = self._in_stretch(a, b)
        if found is None or len(stretches) < 2:
            return found
        return replace(found, aside=(stretches[1][0], stretches[-1][1])) if found.end == b else found

    def _subject_like(self, a: int, b: int) -> bool:
        while a < b and (self.speech.has("conjunctions", self.frame.lower(a)) or self.is_small(a)):
            a += 1
        return self.looks_nominal(a, b) and not any(is_finite(self.frame, j, self.speech) for j in range(a, b))

    def _inherited(self, first: int) -> Phrase | None:
        return None

    def _in_stretch(self, a: int, b: int) -> Phrase | None:
        """Return the subject in [a, b): what is left without conjunctions, adverbials and what stands before it."""
        frame, speech = self.frame, self.speech
        a = self._strip_left(a, b)
        if a >= b:
            return self._inherited(b)
        relative = self._relative(a, b)
        if relative is not None:
            return relative
        a = self._after_relative(a, b)
        if speech.has("prepositions", frame.lower(a)) or not self.looks_nominal(a, b):
            a = self._after_adverbial(a, b)
            if a >= b:
                return None
        b = self._trim_right(a, b)
        if b - a > 1 and self.is_pronoun(b - 1) and not speech.has("articles", frame.lower(b - 1)):
            return Phrase(b - 1, b, "pronoun")
        a = self._after_conjunct(a, b)
        if b - a == 1 and self.is_pronoun(a):
            return Phrase(a, b, "pronoun")
        return Phrase(a, b) if a < b <= a + _MAX_PHRASE * 2 else None

    def _strip_left(self, a: int, b: int) -> int:
        frame, speech = self.frame, self.speech
        while a < b:
            word = frame.lower(a)
            if (
                frame.tokens[a].text in MARKS
                or frame.tokens[a].text in DASHES
                or speech.has("as_words", word)
                or speech.has("conjunctions", word)
                or self.is_small(a)
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

    def _relative(self, a: int, b: int) -> Phrase | None:
        """Read "who (yesterday)" before a verb; the antecedent stands before its comma."""
        frame, speech = self.frame, self.speech
        word = frame.lower(a)
        if word not in speech.pronouns.get("relative", frozenset()) and not (
            speech.has("relative", word) and not speech.has("articles", word)
        ):
            return None
        if speech.has("articles", word) and not (a and frame.tokens[a - 1].text == ","):
            return None
        if speech.has("articles", word) and b - a > 1 and not self.is_small(a + 1) and not self.time_at(a + 1):
            return None
        end = a
        while end > 0 and frame.tokens[end - 1].text in {",", "("}:
            end -= 1
        start = end
        while start > 0 and not self._blocks(start - 1):
            start -= 1
        return Phrase(a, a + 1, "relative", antecedent=(start, end) if start < end else None)

    def _after_adverbial(self, a: int, b: int) -> int:
        """Return where the subject starts after a fronted adverbial without a comma ("In a note the ministry"); b if none."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_second and not self._verb_final_here(a):
            return b
        for j in range(b - 1, a, -1):
            before = frame.lower(j - 1)
            opens = self.is_pronoun(j) or speech.has("articles", frame.lower(j)) or self.name_at(j) is not None
            if opens and not speech.has("prepositions", before) and not speech.has("articles", before):
                if speech.has("conjunctions", before) or self.inside_name(j):
                    continue
                return j
        return b

    def inside_name(self, j: int) -> bool:
        return any(
            (name := self.layers.names.get(self.frame.tokens[k].start)) and name.span.end > self.frame.tokens[j].start
            for k in range(max(0, j - 6), j)
        )

    def _verb_final_here(self, a: int) -> bool:
        return a > 0 and opens_clause(self.frame, a - 1, self.speech)

    def _trim_right(self, a: int, b: int) -> int:
        frame, speech = self.frame, self.speech
        b = self._drop_trailing(a, b)
        for j in range(a + 1, b):
            if self.is_pronoun(a) and not speech.has("articles", frame.lower(a)):
                return a + 1
            word = frame.lower(j)
            if (
                speech.has("relative", word)
                and not speech.has("articles", word)
                and not speech.has("complementizers", word)
            ):
                return j
        return b

    def _drop_trailing(self, a: int, b: int) -> int:
        """Leave out times and small words right before the verb: "der Minister am Montag" → "der Minister"."""
        frame, speech = self.frame, self.speech
        for j in range(a + 1, b):
            k = j
            while k < b and (
                self.is_small(k)
                or self.time_at(k)
                or (speech.has("prepositions", frame.lower(k)) and k + 1 < b and self.time_at(k + 1) is not None)
            ):
                k = max(k + 1, self.time_at(k) or 0)
            if k >= b and k > j:
                return j
        return b

    def _after_conjunct(self, a: int, b: int) -> int:
        """Cut off a clause joined before the subject: "it rained and the mayor" → "the mayor"."""
        frame, speech = self.frame, self.speech
        cut = a
        for j in range(a, b - 1):
            if speech.has("conjunctions", frame.lower(j)) and any(is_finite(frame, k, speech) for k in range(cut, j)):
                cut = j + 1
        return cut
