"""Reads a noun phrase from its start: a subject after its verb, what follows "according to"."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses import HARD, is_dash, is_finite, opens_clause
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.words import Phrase, WordReader
from depesche.lang.schema.speech import VerbForm
from depesche.records import NameType

_MAX_PHRASE: Final = 25  # tokens of a source phrase; longer stretches are no phrases
_MAX_APPOSITION: Final = 14
_GROUP_WORDS: Final = 5  # words from the noun for a number of people to the noun for the people
_DEFINITE: Final = 5  # letters of a noun whose ending is its article
_FOUND_OUT: Final = ("document", "anonymous", "collective")  # what a medium has found or whom it has met
_GENITIVE_LETTERS: Final = frozenset("aeiouyąęówhj")  # Polish attributes in the genitive end in these


class NounPhraseReader(WordReader):
    """Reads phrases that start at a known token."""

    def right(self, i: int, limit: int | None = None) -> Phrase | None:
        """Return the phrase that starts at token `i` or after small words there."""
        frame, speech = self.frame, self.speech
        end = len(frame.tokens) if limit is None else limit
        i = self.skip_adverbials(i, end)
        if i >= end or self._blocks(i) or (frame.tokens[i].text in MARKS and not self._quoted_end(i)):
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
        if speech.grammar.verb_final and not any(self._nominal_token(j) for j in range(i, stop)):
            return None
        stop = self._list_end(stop, end)
        return Phrase(i, stop, aside=self._aside(stop, end))

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

    def _nominal_token(self, j: int) -> bool:
        """A German noun or name is capitalised, a figure may stand for one."""
        text = self.frame.tokens[j].text
        if self.time_at(j):
            return False
        return text[0].isupper() or any(c.isdigit() for c in text) or self.speech.noun_kind(text.casefold()) is not None

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
            for words in self.speech.phrases.get(group, ()):
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
            quoted = token.text in MARKS and self._quoted_end(following) is not None  # "der „Neuen Welt“"
            return not (quoted or token.text[0].isupper() or self._adjective_follows(following))
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

    def bare_relative(self, j: int) -> bool:
        """Say whether a relative clause without its word opens at `j`: "en rapport | VG har sett"."""
        speech = self.speech
        if not speech.grammar.verb_medial or speech.noun_kind(self.frame.lower(j - 1)) not in _FOUND_OUT:
            return False
        end = self.name_at(j) or (j + 1 if speech.noun_kind(self.frame.lower(j)) == "medium" else None)
        return end is not None and speech.has("perfect_auxiliaries", self.frame.lower(end))

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
        if self.time_at(j) and not (frame.tokens[j].text.isdigit() or self._inside_title(j)):
            return True
        former = speech.grammar.verb_medial and speech.has("articles", frame.lower(j - 1))  # "en tidligere ansatt"
        if (self.is_small(j) and not former) or is_finite(frame, j, speech) or speech.has("infinitive_marks", word):
            return True
        if speech.has("nonfinite", word):
            return True
        if frame.tokens[j].text in MARKS or speech.has("as_words", word):
            return True
        if speech.has("relative", word) and not speech.has("articles", word):
            return True
        if self.speech.has("familiar", word):
            return False  # "people familiar with the matter"
        if any(self.speech.has("familiar", frame.lower(k)) for k in range(max(start, j - 4), j)):
            return self._is_reporting(j)
        if self._after_head(j, named):
            return True
        if self._is_reporting(j):
            return True
        if speech.has("prepositions", word):
            following = j + 1
            if following < len(frame.tokens) and self.time_at(following):
                return True
            if any(self._follows(j, words) for words in speech.phrases.get("on_request_phrases", ())):
                return True  # "eine Sprecherin | auf Anfrage"
            kind = self.speech.noun_kind(frame.lower(j - 1))
            headed = named or kind is not None or speech.grammar.verb_final
            person = not named and kind in ("role_m", "role_f", "role", "human", "collective", "anonymous")
            vehicle = self._vehicle(j) and (headed or not speech.has("passive_by", word))
            if vehicle or self._leads_to_told(j):
                return True
            return headed and not person and not self._joins_names(j)
        fresh = speech.has("articles", word) and not speech.has("conjunctions", frame.lower(j - 1))
        if speech.grammar.verb_final and fresh and not speech.has("genitive_articles", word):
            return True
        figure = frame.tokens[j].text[0].isdigit() and frame.tokens[j - 1].text[0].islower()
        if speech.grammar.verb_medial and figure and j > start and speech.noun_kind(frame.lower(j - 1)) is not None:
            return True  # "fikk ifølge kommisjonen | 41,9 prosent"
        if self._fresh_article(j, start) or self._second_definite(j) or self._fresh_people(j):
            return True
        if named and speech.has("articles", word) and not speech.has("conjunctions", frame.lower(j - 1)):
            return not speech.grammar.case_marked or self._after_name(j)
        return False

    def _follows(self, j: int, words: tuple[str, ...]) -> bool:
        return all(self.frame.lower(j + k) == w for k, w in enumerate(words))

    def _fresh_article(self, j: int, start: int) -> bool:
        """Say whether an article after a noun begins another phrase: "70 procent | de vil", "ministeren | en skam"."""
        grammar, before = self.speech.grammar, self.frame.tokens[j - 1]
        if not grammar.verb_medial or not self.speech.has("articles", self.frame.lower(j)):
            return False
        adjective = before.lower.endswith(("ig", "e")) and self.speech.noun_kind(before.lower) is None
        if not before.text[-1].isalpha() or adjective:
            return False
        groups = ("articles", "conjunctions", "prepositions", "adverbs", "both", "negations")
        return j > start and not any(self.speech.has(group, before.lower) for group in groups)

    def _fresh_people(self, j: int) -> bool:
        """Say whether people follow a definite noun: "oppfordret regjeringen | foreldre til å vente"."""
        frame, speech = self.frame, self.speech
        pair = [speech.noun_kind(frame.lower(k)) for k in (j - 1, j)]
        definite = frame.lower(j - 1).endswith(tuple(speech.words["definite_endings"] or {" "}))
        return definite and None not in pair and frame.tokens[j].text[0].islower()

    def _second_definite(self, j: int) -> bool:
        """Say whether a definite noun opens a phrase of its own: "ba lederen | statsministeren møte dem".

        Danish and Norwegian put it behind an article with an adjective, behind a preposition or "hele", never behind
        a name, an owner or another noun.
        """
        frame, speech = self.frame, self.speech
        word, before = frame.lower(j), frame.tokens[j - 1]
        endings = tuple(speech.words["definite_endings"])
        if not endings or len(word) < _DEFINITE or not word.endswith(endings) or not frame.tokens[j].text[0].islower():
            return False
        inflected = before.lower.endswith("e") or (
            before.lower.endswith("t") and speech.has("articles", frame.lower(j - 2))  # "en synligt rystet mand"
        )
        adjective = inflected and speech.noun_kind(before.lower) is None and not self._capital(j - 1)
        groups = ("articles", "conjunctions", "prepositions", "adverbs", "both", "negations", "any_words")
        return before.text[-1].isalpha() and not adjective and not any(speech.has(g, before.lower) for g in groups)

    def _capital(self, j: int) -> bool:
        return self.frame.tokens[j].text[0].isupper() and j > 0

    def _inside_title(self, j: int) -> bool:
        """Say whether a time is part of an English name: "the Daily Echo", "Today"."""
        following = self.frame.tokens[j + 1].text if j + 1 < len(self.frame.tokens) else ""
        if self._attributive(j):
            return True
        capitals = self.frame.tokens[j].text[0].isupper() and following[:1].isupper()
        return capitals and self.speech.grammar.subject_first and self.speech.has("articles", self.frame.lower(j - 1))

    def _attributive(self, j: int) -> bool:
        """Say whether a time qualifies the noun after it: "its annual report", "the weekly magazine"."""
        if not self.speech.grammar.subject_first or self.layers.times[self.frame.tokens[j].start].span.end > (
            self.frame.tokens[j].end
        ):
            return False
        before, after = self.frame.lower(j - 1), self.frame.lower(j + 1)
        return self.speech.has("noun_articles", before) and self.speech.noun_kind(after) is not None

    def _vehicle(self, j: int) -> bool:
        """Say whether a preposition leads to what something was said in, no part of who said it: "in der Erklärung"."""
        if (self.speech.grammar.verb_medial or self.speech.table is not None) and self._occasion(j):
            return True
        return any(self.speech.noun_kind(self.frame.lower(k)) in ("document", "medium") for k in (j + 1, j + 2))

    def _occasion(self, j: int) -> bool:
        """Say whether "with a smile" or "in a joint statement" follows: manner, or a document behind an adjective."""
        frame, speech = self.frame, self.speech
        near = range(j + 1, j + 4)
        if speech.table is not None:
            near = range(j + 1, next((k for k in near if speech.has("prepositions", frame.lower(k))), j + 4))
        if any(speech.has("manners", frame.lower(k)) for k in near):
            return True  # "sagde træneren | med et skævt smil"
        new = speech.has("indefinite", frame.lower(j + 1))
        return new and speech.noun_kind(frame.lower(j + 3)) == "document"

    def _leads_to_told(self, j: int) -> bool:
        """Say whether a preposition leads to the medium told, no part of who speaks: "the Portuguese to TV 2"."""
        listeners = self.speech.noun_kind(self.frame.lower(j + 1)) in ("collective", "medium")
        if self.speech.grammar.verb_medial and listeners:
            return self.speech.has("addressee_prepositions", self.frame.lower(j))  # "presidenten | til journalistene"
        if not self.speech.has("addressee_prepositions", self.frame.lower(j)):
            return False
        name = self.layers.names.get(self.frame.tokens[j + 1].start) if j + 1 < len(self.frame.tokens) else None
        if name is None:  # "vaktleder Moe i politiet | til TV Nord", with a name that nobody saw
            unseen = self.speech.grammar.verb_medial and j + 1 < len(self.frame.tokens)
            return unseen and self.frame.tokens[j + 1].text[0].isupper()
        return name.type is NameType.ORGANIZATION

    def _after_head(self, j: int, named: bool) -> bool:
        """Say whether a plain word follows a whole phrase: "fylkeslegen manglet", "Polonia wyniesie"."""
        frame, speech = self.frame, self.speech
        token, before = frame.tokens[j], frame.tokens[j - 1]
        if speech.grammar.verb_final and token.text[0].isupper() and before.text[0].isupper():
            titled = named or speech.noun_kind(before.lower) is None or self.name_at(j) is not None
            return not titled and speech.noun_kind(token.lower) in ("human", "collective", "document")
        if not token.text[0].isalpha() or token.text[0].isupper():
            return False
        if any(speech.has(g, token.lower) for g in ("prepositions", "conjunctions", "articles")):
            return False
        if speech.grammar.verb_medial and len(before.text) > 1 and before.text.isupper():
            return True  # "B.T. | skilt"
        if speech.noun_kind(token.lower) is not None:
            return False
        if speech.has("groups_of", before.lower) and self._names_people(j):
            return False  # "et hold danske forskere"
        if speech.grammar.verb_final:
            return before.text[0].isupper() and before.text[0].isalpha()
        if speech.grammar.drop_subject and speech.noun_kind(before.lower) is not None:
            return token.lower[-1] not in _GENITIVE_LETTERS  # "zdaniem analityków kurs spadnie"
        if speech.grammar.verb_medial and before.text[0].isupper() and before.text.endswith("s"):
            return is_finite(frame, j, speech) or self._is_reporting(j)  # "Kongressens utredningsorgan"
        if before.start in self.layers.names or (named and before.text[0].isupper()):
            return True
        return not speech.grammar.case_marked and speech.noun_kind(before.lower) is not None

    def _names_people(self, j: int) -> bool:
        """Say whether the noun of a group follows within a few words: "et hold | danske og svenske forskere"."""
        near = range(j, min(j + _GROUP_WORDS, len(self.frame.tokens)))
        return any(self.speech.noun_kind(self.frame.lower(k)) == "collective" for k in near)

    def _after_name(self, j: int) -> bool:
        return self.frame.tokens[j - 1].text[0].isupper()

    def _joins_names(self, j: int) -> bool:
        """A preposition right before another name may belong to the phrase ("Spokesman X of the Y")."""
        return self.frame.lower(j) in self.speech.words["noun_prepositions"]

    def _is_reporting(self, j: int) -> bool:
        token = self.frame.tokens[j]
        if token.text[0].isupper() or self.speech.has("articles", self.frame.lower(j - 1)):
            return False
        if self.speech.has("noun_articles", self.frame.lower(j - 2)) and self.speech.nouns.get(token.lower):
            return False  # "its annual report"
        following = self.frame.tokens[j + 1] if j + 1 < len(self.frame.tokens) else None
        if self.speech.grammar.subject_first and following is not None and self._compounds(j):
            return False  # "the national rail operator"
        if self.speech.grammar.verb_final and following is not None and following.text[0].isupper():
            return False  # "veröffentlichten Umfrage"
        return any(
            isinstance(e, VerbForm) and e.kind in ("finite", "joined") and self._completed(j, e)
            for e in self.speech.index.get(token.lower, ())
        )

    def _compounds(self, j: int) -> bool:
        """Say whether a base form that is no verb of a plural subject stands before the noun it belongs to."""
        word = self.frame.lower(j)
        base = any(isinstance(e, VerbForm) and e.verb.lemma == word for e in self.speech.index.get(word, ()))
        followed = self.speech.noun_kind(self.frame.lower(j + 1)) not in (None, "document")
        return base and followed and not self.frame.lower(j - 1).endswith("s")

    def _completed(self, j: int, form: VerbForm) -> bool:
        """Say whether the words follow that a verb needs right behind it: "own up", no "the minister's own aide"."""
        needed = form.verb.next_words
        if not needed or not self.speech.grammar.subject_first:
            return True
        return any(words[0] in (self.frame.lower(j + 1), self.frame.lower(j + 2)) for words in needed)

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
        if (speech.has("relative", word) and not speech.has("articles", word)) or "c" in speech.reading(word):
            return True  # "powiedział Nowak, zaznaczając, że": no apposition
        return any(is_finite(frame, j, speech) or self._is_reporting(j) for j in range(a, b))
