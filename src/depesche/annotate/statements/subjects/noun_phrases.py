"""Reads a noun phrase from its start: a subject after its verb, what follows "according to".

At which word it is over is in `phrase_ends`; a phrase that ends before its verb is read in `stretches`, `phrases`.
"""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_end, is_dash, is_finite, opens_clause
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.frames.words import Phrase, WordReader
from depesche.annotate.statements.subjects.phrase_ends import attribute_end, ends_phrase

_MAX_PHRASE: Final = 25  # tokens of a source phrase; longer stretches are no phrases
_MAX_APPOSITION: Final = 14
_FOUND_OUT: Final = ("document", "anonymous", "collective")  # what a medium has found or whom it has met


class NounPhraseReader(WordReader):
    """Reads phrases that start at a known token."""

    def right(self, i: int, limit: int | None = None) -> Phrase | None:
        """Return the phrase that starts at token `i` or after small words there."""
        frame, speech = self.frame, self.speech
        end = len(frame.tokens) if limit is None else limit
        i = self.skip_adverbials(i, end)
        if i >= end or self._blocks(i) or (frame.tokens[i].text in MARKS and not self.quoted_end(i)):
            return None
        word = frame.lower(i)
        if speech.has("conjunctions", word) or self._dative(i):
            return None
        if self.is_pronoun(i) and not speech.has("articles", word) and not self._whose(i):
            return Phrase(i, i + 1, "pronoun")
        named = self.name_at(i) is not None
        if not named and (speech.has("prepositions", word) or speech.has("infinitive_marks", word)):
            return None
        if self.is_pronoun(i) and self.pronoun_alone(i):
            return Phrase(i, i + 1, "pronoun")
        stop = self.phrase_end(i, end)
        if stop <= i or (is_finite(frame, i, speech) and not frame.tokens[i].text[0].isupper()):
            return None
        if speech.grammar.verb_final and not any(self._heads(j) for j in range(i, stop)):
            return None
        stop = self._list_end(stop, end)
        return Phrase(i, stop, aside=self._aside(stop, end))

    def _heads(self, j: int) -> bool:
        """Say whether the token at `j` can be the head of a German phrase: a noun, or "einer" and "andere" alone."""
        return self.nominal_token(j) or self.speech.has("unnamed", self.frame.lower(j))

    def _whose(self, i: int) -> bool:
        """Say whether a German relative word owns the noun behind it: "laut dessen Vorsitzendem"."""
        relative = self.speech.grammar.verb_final and self.frame.lower(i) in self.speech.pronouns["relative"]
        return relative and not self.pronoun_alone(i)

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

    def skip_adverbials(self, i: int, end: int, durations: bool = True) -> int:
        """Go over small words, times, and "in Berlin", "am Montag" before a subject."""
        frame, speech = self.frame, self.speech
        while i < end:
            time = self.time_at(i) if durations else self.date_at(i)
            if self.is_small(i) and not self.is_pronoun(i) and not self._leads(i):
                i = max(i + 1, time or 0)
            elif (after := self._including_end(i)) is not None:
                i = after
            elif time and not speech.has("articles", frame.lower(i)):
                i = time
            elif speech.has("prepositions", frame.lower(i)) and i + 1 < end and not self.name_at(i):
                k = i + 2 if speech.has("prepositions", frame.lower(i + 1)) and i + 2 < end else i + 1
                after = self.time_at(k) or self.name_at(k) or self._place_end(k, end)
                if after is None or after >= end or self._blocks(after) or self._attribute(after):
                    return i
                i = after
            else:
                return i
        return i

    def _leads(self, i: int) -> bool:
        """Say whether a German word that can be an adverb is a preposition here: "gegenüber CNN"."""
        speech = self.speech
        both = speech.grammar.verb_final and speech.has("prepositions", self.frame.lower(i))
        return both and (self.name_at(i + 1) is not None or speech.has("articles", self.frame.lower(i + 1)))

    def _including_end(self, i: int) -> int | None:
        """Return where a fixed adverbial ends before a phrase: "blant andre", "på det sterkeste"."""
        first = self.frame.lower(i)
        for group in ("including_phrases", "adverbial_phrases"):
            for words in self.speech.phrases.get(group, ()) if self.speech.may_open(group, first) else ():
                if words[0] == first and all(self.frame.lower(i + k) == w for k, w in enumerate(words)):
                    return i + len(words)
        return None

    def _place_end(self, i: int, end: int) -> int | None:
        """Return where "na platformie X" ends before a subject with a title: Polish, which has no articles."""
        speech, frame = self.speech, self.frame
        if not speech.grammar.drop_subject or speech.noun_kind(frame.lower(i)) in ("role_m", "role_f", "role"):
            return None
        for j in range(i + 1, min(i + 4, end)):
            if frame.tokens[j].text in ",–-—" or self._blocks(j):
                return None
            entry = speech.noun_entry(frame.lower(j))
            if entry is not None and entry[0] in ("role_m", "role_f", "role") and entry[1] == frame.lower(j):
                return j
        return None

    def _attribute(self, after: int) -> bool:
        """Say whether a Polish time only qualifies the noun after it: "w dzisiejszym programie"."""
        token = self.frame.tokens[after]
        thing = self.speech.noun_kind(token.lower) in (None, "medium", "document")
        return token.text[0].islower() and thing and self.speech.grammar.drop_subject

    def pronoun_alone(self, i: int) -> bool:
        """Say whether a word that is article or pronoun ("de", "sie") stands as a pronoun: nothing nominal follows."""
        following = i + 1
        if following >= len(self.frame.tokens) or self._blocks(following):
            return True
        token = self.frame.tokens[following]
        word = token.lower
        if self.speech.grammar.verb_final:
            quoted = token.text in MARKS and self.quoted_end(following) is not None  # "der „Neuen Welt“"
            noun = token.text[0].isupper() or token.text[0].isdigit()  # "so der 44-Jährige"
            held = attribute_end(self, i) > i  # "laut der in Kiel ansässigen Firma"
            return not (quoted or noun or held or self._adjective_follows(following))
        if self.speech.grammar.verb_medial and (self.name_at(following) or self.speech.has("indefinite", word)):
            return True  # "beskyldte de Hansen for"
        if self.speech.grammar.verb_medial and following + 1 < len(self.frame.tokens):
            later = self.frame.tokens[following + 1].lower
            if self.speech.noun_kind(later) is not None and self.speech.has("adverbs", word):
                return False  # "den tidligere ministeren"
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
            if self._blocks(j) or (j > i and self.bare_relative(j)):
                break
            name_end = self.name_at(j) or self.quoted_end(j)
            if name_end:
                named, j = True, name_end
                continue
            if j > i and ends_phrase(self, j, named, i):
                break
            j += 1
        while j > i + 1 and (
            speech.has("conjunctions", frame.lower(j - 1)) or speech.has("prepositions", frame.lower(j - 1))
        ):
            j -= 1
        return j

    def bare_relative(self, j: int) -> bool:
        """Say whether a relative clause without its word opens at `j`: "en rapport | VG har sett"."""
        speech = self.speech
        if not speech.grammar.verb_medial or speech.noun_kind(self.frame.lower(j - 1)) not in _FOUND_OUT:
            return False
        end = self.name_at(j) or (j + 1 if speech.noun_kind(self.frame.lower(j)) == "medium" else None)
        return end is not None and speech.has("perfect_auxiliaries", self.frame.lower(end))

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
        party = self.speech.grammar.verb_final and frame.tokens[stop].text == "," and frame.lower(end) == ")"
        end += party  # ", Timo Kranz (SPD)|,"
        if end == a or self._is_clause(a, end) or self._relative_with_list(a, end):
            return None
        if end < limit and frame.tokens[end].text == "," and frame.tokens[a].text.isdigit() and end == a + 1:
            more = self._aside(end, limit)  # "Nowak, 62, a voter in the capital"
            return (a, more[1]) if more else (a, end)
        return a, end

    def _relative_with_list(self, a: int, comma: int) -> bool:
        """Say whether a comma in a list parts a German relative clause from its verb: "der in Köln | , Bonn lebt"."""
        frame, speech = self.frame, self.speech
        opens = speech.grammar.verb_final and speech.has("relative", frame.lower(a))
        if not opens or frame.lower(comma) != "," or speech.has("relative", frame.lower(comma + 1)):
            return False
        return is_finite(frame, min(clause_end(frame, comma, speech), frame.last()) - 1, speech)

    def _is_clause(self, a: int, b: int) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(a)
        if speech.has("conjunctions", word) or opens_clause(frame, a, speech) or speech.has("as_words", word):
            return True
        if (speech.has("relative", word) and not speech.has("articles", word)) or "c" in speech.reading(word):
            return True  # "powiedział Nowak, zaznaczając, że": no apposition
        return any(is_finite(frame, j, speech) or self.is_reporting(j) for j in range(a, b))
