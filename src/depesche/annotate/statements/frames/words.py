"""What single tokens are (a name, a time, a verb that reports), who can speak, and what a source phrase is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_dash, opens_clause
from depesche.annotate.statements.frames.frame import QUOTE, Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.lang.schema.speech import Entry, Noun, SourcePhrase, Speech, VerbForm
from depesche.records import TimeType

_ROLES: Final = ("role", "role_m", "role_f")
_SMALL: Final = ("adverbs", "negations", "reflexives")  # lists of words that are no part of a noun phrase


def owned_role(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a Danish or Norwegian role stands behind its owner: "mener avisens | anmelder", "siger DRs vært"."""
    before = frame.lower(i - 1) if i else ""
    if not speech.grammar.verb_medial or not before.endswith("s") or speech.noun_kind(frame.lower(i)) not in _ROLES:
        return False
    said = any(form.kind == "finite" for form in speech.verb_forms.get(frame.lower(i - 2), ()))
    return speech.noun_kind(before.removesuffix("s")) is not None or (said and frame.tokens[i - 1].text[0].isupper())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase in tokens [start, end). `aside` is its apposition; `kind` is np, pronoun, relative or own.

    A relative pronoun's antecedent is `antecedent`; "eigenen Angaben" are the subject's own.
    """

    start: int
    end: int
    kind: str = "np"
    aside: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None


class WordReader:
    """Reads tokens of one frame, with the names and times known there."""

    def __init__(self, frame: Frame, speech: Speech, layers: Layers) -> None:
        self.frame, self.speech, self.layers = frame, speech, layers

    def name_at(self, i: int) -> int | None:
        """Return the index after the name that starts at token `i`."""
        name = self.layers.names.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None
        if name is None:
            return None
        j = i + 1
        while j < len(self.frame.tokens) and self.frame.tokens[j].start < name.span.end:
            j += 1
        return j

    def time_attribute(self, i: int) -> bool:
        """Say whether a Danish or Norwegian adjective of time qualifies who follows: "klubbens | daglige | leder"."""
        attribute = self.speech.grammar.verb_medial and self.speech.has("time_attributes", self.frame.lower(i))
        return attribute and self.speech.noun_kind(self.frame.lower(i + 1)) is not None

    def time_at(self, i: int) -> int | None:
        """Return the index after the time expression that starts at token `i`."""
        time = self.layers.times.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None
        if time is None or self.time_attribute(i):
            return None
        j = i + 1
        while j < len(self.frame.tokens) and self.frame.tokens[j].start < time.span.end:
            j += 1
        compound = j < len(self.frame.tokens) and self.frame.tokens[j].text == "-"
        return None if compound and self.frame.tokens[j].start == time.span.end else j

    def date_at(self, i: int) -> int | None:
        """Return the index after the date or clock time that starts at token `i`: "otte års" belongs to its noun."""
        time = self.layers.times.get(self.frame.tokens[i].start) if i < len(self.frame.tokens) else None
        return None if time is None or time.type is TimeType.DURATION else self.time_at(i)

    def is_pronoun(self, i: int) -> bool:
        """Say whether the token at `i` is a pronoun that can be a subject."""
        return self.frame.lower(i) in self.speech.subjects

    def is_small(self, i: int) -> bool:
        word = self.frame.lower(i)
        if self.time_attribute(i):
            return False
        if "." in word and len(word) > 3:
            return not (self.name_at(i) or word.isupper() or self.frame.tokens[i].text.isupper() or word[0].isdigit())
        small = self.speech.has_any(_SMALL, word) and not self.speech.has("articles", word)
        return small and not (self.frame.tokens[i].text[0].isupper() and self.inside_name(i))  # "The Sun on Sunday"

    def _blocks(self, i: int) -> bool:
        """Say whether the token at `i` can't be inside a noun phrase."""
        text = self.frame.tokens[i].text
        if text in HARD or text in ",()" or text == QUOTE or is_dash(self.frame, i) or i >= self.frame.last():
            return True
        return opens_clause(self.frame, i, self.speech)

    def looks_nominal(self, a: int, b: int) -> bool:
        """Say whether [a, b) can be a subject: a pronoun, name, article or noun, not a prepositional phrase."""
        if a >= b:
            return False
        word = self.frame.lower(a)
        if self.speech.has("asked", word):
            return False
        if self.is_pronoun(a) or self.name_at(a) or self.speech.has("both", word):
            return True
        if self.time_at(a) and not self.speech.has("articles", word):
            return False
        if self.speech.has("prepositions", word) or self.is_small(a) or self.speech.has("question", word):
            return False
        if (self.speech.has("impersonal", word) and b - a == 1) or self.speech.reading(word) == "c":
            return False
        return not opens_clause(self.frame, a, self.speech)

    def nominal_token(self, j: int) -> bool:
        """A German noun or name is capitalised, a figure may stand for one."""
        text = self.frame.tokens[j].text
        if self.time_at(j):
            return False
        return text[0].isupper() or any(c.isdigit() for c in text) or self.speech.noun_kind(text.casefold()) is not None

    def quoted_end(self, j: int) -> int | None:
        """Return the index after a short name in marks: des „Spiegel“."""
        tokens = self.frame.tokens
        if tokens[j].text not in MARKS or j + 1 >= len(tokens) or not tokens[j + 1].text[0].isupper():
            return None
        return next((k + 1 for k in range(j + 2, min(len(tokens), j + 6)) if tokens[k].text in MARKS), None)

    def is_reporting(self, j: int) -> bool:
        token = self.frame.tokens[j]
        points = j == 1 and self.speech.grammar.verb_medial and self.speech.has("pointers", self.frame.lower(0))
        if token.text[0].isupper() or (self.speech.has("articles", self.frame.lower(j - 1)) and not points):
            return False  # but "Det bestrider X, som siger, at"
        if owned_role(self.frame, j, self.speech):
            return False
        if self.speech.has("noun_articles", self.frame.lower(j - 2)) and self.speech.nouns.get(token.lower):
            return False  # "its annual report"
        if self.speech.grammar.subject_first and self._behind_hyphen(j):
            return False  # "a 40-page report"
        following = self.frame.tokens[j + 1] if j + 1 < len(self.frame.tokens) else None
        if self.speech.grammar.subject_first and following is not None and self._compounds(j):
            return False  # "the national rail operator"
        noun = self.speech.grammar.subject_first and any(isinstance(e, Noun) for e in self.entries(j))
        if noun and (following is None or following.text == ","):
            return False  # "according to published reports, he died"
        if self.speech.grammar.verb_final and following is not None and following.text[0].isupper():
            return False  # "veröffentlichten Umfrage"
        return any(
            isinstance(e, VerbForm) and e.kind in ("finite", "joined") and self._completed(j, e)
            for e in self.speech.index.get(token.lower, ())
        )

    def _behind_hyphen(self, j: int) -> bool:
        """Say whether an article and a word with a hyphen stand before a noun that could be a verb."""
        hyphen = self.frame.lower(j - 2) == "-" and self.speech.has("noun_articles", self.frame.lower(j - 4))
        return hyphen and bool(self.speech.nouns.get(self.frame.lower(j)))

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

    def can_speak(self, phrase: Phrase | None) -> bool:
        """Say whether a phrase can be someone who speaks: a name, a pronoun, a noun for people, papers or houses."""
        if phrase is None or phrase.kind != "np":
            return True
        capitals = not self.speech.grammar.verb_final
        if phrase.aside is not None and self.frame.tokens[phrase.aside[0]].text.isdigit():
            return True
        if is_age(self.frame, phrase, self.speech) or self._some_of(phrase) or self._counted(phrase):
            return True
        return any(
            self.speech.noun_kind(self.frame.lower(j))
            or self.name_at(j)
            or (self.is_pronoun(j) and not (capitals and phrase.end - phrase.start > 1 and self._article(j)))
            or "h" in self.speech.reading(self.frame.lower(j))
            or (capitals and j > 0 and self.frame.tokens[j].text[0].isupper())
            or self._townspeople(j)
            for j in range(phrase.start, phrase.end)
        )

    def _some_of(self, phrase: Phrase) -> bool:
        """Say whether a Polish phrase is some of those just named: "jeden z nich", "połowa z nich"."""
        inside = range(phrase.start + 1, phrase.end)
        listed = self.speech.table is not None and self.speech.has("quantifiers", self.frame.lower(phrase.start))
        return listed and any(self.frame.lower(j) in self.speech.pronouns["object_pl"] for j in inside)

    def _counted(self, phrase: Phrase) -> bool:
        """Say whether a Danish or Norwegian phrase is a number of people: "alle tolv", "tre av fire"."""
        speech, words = self.speech, [self.frame.lower(j) for j in range(phrase.start, phrase.end)]
        if len(words) < 2 or not speech.grammar.verb_medial or not speech.has_any(("unnamed", "counts"), words[-1]):
            return False
        return all(speech.has_any(("unnamed", "counts", "articles", "source_prepositions"), word) for word in words)

    def _townspeople(self, j: int) -> bool:
        """Say whether a word with a capital names the people of a town: "Łodzianie"."""
        endings, token = self.speech.words["town_endings"], self.frame.tokens[j]
        return bool(endings) and token.text[0].isupper() and token.lower.endswith(tuple(endings))

    def _article(self, j: int) -> bool:
        return self.speech.has("articles", self.frame.lower(j))

    def head_speaks(self, phrase: Phrase) -> bool:
        """Say whether a phrase's head, what stands before its first preposition, is one who can speak."""
        opening = phrase.start + 1
        if self.speech.grammar.verb_medial and self.speech.has("source_prepositions", self.frame.lower(opening)):
            opening += 1  # "en af de ansatte", "flere af partierne"
        end = next(
            (j for j in range(opening, phrase.end) if self.speech.has("prepositions", self.frame.lower(j))),
            phrase.end,
        )
        said = any(
            isinstance(e, Noun) and (self.speech.noun_kind(self.frame.lower(j)) is None or self._of_what(e, j + 1, end))
            for j in range(phrase.start, end)
            for e in self.entries(j)
        )
        return not said and self.can_speak(Phrase(phrase.start, end, aside=phrase.aside))

    def _of_what(self, noun: Noun, j: int, end: int) -> bool:
        """Say whether a Danish noun that people have too tells of something said: "Anklagerne | om | snyd"."""
        led = self.speech.grammar.verb_medial and j == end and self.frame.lower(j) in noun.prepositions
        return led and not self.speech.has("source_prepositions", self.frame.lower(j))

    def past_about(self, a: int, b: int) -> int:
        """Return where a share of those asked starts behind a word for "about": "Omkring | 60 procent svarede"."""
        counted = a + 2 < b and self.frame.tokens[a + 1].text[0].isdigit()
        return a + (counted and self.speech.has("polled", self.frame.lower(a + 2)) and not self.name_at(a))

    def before_source(self, a: int, b: int) -> int:
        """Return where a phrase [a, b) ends before a word for a source: "advokaterne | ifølge Reuters | har kaldt"."""
        return next((j for j in range(a + 1, b) if any(_opens_source(e) for e in self.entries(j))), b)

    def entries(self, j: int) -> tuple[Entry, ...]:
        """Return what the data know of the token at `j` as a cue."""
        return self.speech.index.get(self.frame.lower(j), ())

    def tells(self, phrase: Phrase) -> bool:
        """Say whether a phrase is about something that was said or written: a report, a claim."""
        return any(
            self.speech.noun_kind(self.frame.lower(j)) == "document"
            or any(isinstance(e, Noun) for e in self.entries(j))
            for j in range(phrase.start, phrase.end)
        )

    def is_document(self, phrase: Phrase) -> bool:
        """Say whether a document is in a phrase: "the survey", "en ny rapport"."""
        return any(self.speech.noun_kind(self.frame.lower(j)) == "document" for j in range(phrase.start, phrase.end))

    def dative_noun(self, j: int) -> bool:
        """Say whether a noun at `j` names by its Polish ending the one told: "portalowi", "gazecie"."""
        word = self.frame.lower(j)
        found = {*self.speech.reading(word)}
        if "d" not in found or self.speech.noun_kind(word) in (None, "document"):
            return False
        return word.endswith(tuple(self.speech.words["dative_endings"])) or found.isdisjoint("gMFNPQ")

    def titled_name(self, j: int) -> int | None:
        """Return where the name starts that a title or several at `j` lead to: "prof. dr hab. | Ewa Mech"."""
        at = j
        while at < self.frame.last() and self.speech.has("titles", self.frame.lower(at)):
            at += 2 if self.frame.lower(at + 1) == "." else 1
        return at if at > j and self.name_at(at) is not None else None

    def inside_name(self, j: int) -> bool:
        return any(
            (name := self.layers.names.get(self.frame.tokens[k].start)) and name.span.end > self.frame.tokens[j].start
            for k in range(max(0, j - 6), j)
        )


def is_age(frame: Frame, phrase: Phrase, speech: Speech) -> bool:
    """Say whether a phrase names somebody by age: "the 29-year-old", "der 48-Jährige", "34-latek"."""
    endings = tuple(speech.words["age_endings"])
    tokens = frame.tokens[phrase.start : phrase.end]
    if not endings or not any(t.text[0].isdigit() for t in tokens):
        return False
    if (
        speech.grammar.verb_medial
        and speech.has("articles", tokens[0].lower)
        and not speech.has("indefinite", tokens[0].lower)
    ):
        return any(t.lower.endswith(endings) for t in tokens)  # "den 31-årige skuespiller"
    return "".join(t.lower for t in tokens).endswith(endings)


def _opens_source(entry: Entry) -> bool:
    """Say whether an entry is one word that a source follows."""
    if not isinstance(entry, SourcePhrase) or len(entry.before) != 1:
        return False
    return not (entry.after or entry.tail or entry.report)
