"""The middle field of a German clause: adverbials and the one addressed, which stand between verb and object."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.clauses.neighbours import shaped_participle
from depesche.annotate.statements.cues.cue_types import matches
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Noun, Speech
from depesche.records import Act

_PEOPLE = frozenset({"role_m", "role_f", "role", "human", "collective", "institution", "anonymous", "medium"})
_OF_NAMES = ("s", "ß", "z", "x", "’", "'")  # endings of a name that may own the noun after it
_DESCRIBES = ("e", "en", "er", "em", "es")  # endings of a German adjective before its noun
_COMPOUND = 9  # letters from which a word may be a compound with a noun of reporting
_SIGN = 5  # letters of a sign like "RTN" at most
_HEAD = 5  # letters of that noun at least


@dataclass(frozen=True, slots=True)
class MiddleField:
    """Reads the phrases between a verb and the end of its clause in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def object_start(self, a: int, b: int) -> int | None:
        """Return where the object begins in [a, b); None where nothing but adverbials stands there."""
        j = self.past_adverbials(a, b)
        told = self._told_end(j, b)
        if told == b - 1 and self.speech.has("announcers", self.frame.lower(told)):
            return None  # "stimmte | ihm darin zu"
        if told is not None and self._opens_phrase(self.past_adverbials(told, b), b):
            j = self.past_adverbials(told, b)
        return j if j < b else None

    def past_relative(self, a: int) -> int:
        """Go over the relative clause of a subject behind its verb: "nannten Reisende, die dort waren, | das Land"."""
        frame, speech = self.frame, self.speech
        if frame.lower(a) != "," or not speech.has("relative", frame.lower(a + 1)):
            return a
        commas = (j for j in range(a + 2, frame.last()) if frame.tokens[j].text == ",")
        return next((j + 1 for j in commas if is_finite(frame, j - 1, speech)), a)

    def past_adverbials(self, a: int, b: int) -> int:
        """Go over what is no object: "am Rande eines Treffens in Brüssel | die Freilassung"."""
        j = a
        while j < b and (end := self._adverbial_end(j, b)) is not None:
            j = end
        return j

    def after_joined(self, a: int, b: int) -> int:
        """Return where the phrases of a second participle open: "hat den Bau gestoppt und | eine Prüfung gefordert"."""
        for j in range(b - 1, a, -1):
            joins = self.speech.has("conjunctions", self.frame.lower(j))
            if joins and shaped_participle(self.frame, j - 1, self.speech):
                return j + 1
        return a

    def object_end(self, a: int, b: int) -> int:
        """Return where an object that starts at `a` ends before adverbials: "den Abbau | auf Anfrage"."""
        for j in range(min(self.phrase_end(a, b), b), b):
            before = self.frame.tokens[j - 1]
            opened = self.speech.has("prepositions", before.lower) or self.speech.has("articles", before.lower)
            if opened or (before.text[0].islower() and not self.finder.is_small(j - 1)):
                continue  # "auf das trockene | Frühjahr"
            k = j
            while k < b and (end := self._surely_adverbial(k, b)) is not None:
                k = end
            if k >= b:
                return j
        return b

    def _surely_adverbial(self, j: int, b: int) -> int | None:
        """Return where a small word, a time, or the phrase ends in what, before whom or when something was said."""
        frame, speech = self.frame, self.speech
        if self.finder.is_small(j) and not (speech.has("prepositions", frame.lower(j)) and j + 1 < b):
            return j + 1
        part = speech.has("noun_prepositions", frame.lower(j))  # "die Reform | von 2008"
        time = self.finder.date_at(j) or (self.finder.date_at(j + 1) if j + 1 < b and not part else None)
        if time:
            return time
        if not speech.has("prepositions", frame.lower(j)):
            return None
        for words in speech.phrases.get("on_request_phrases", ()):
            if all(frame.lower(j + k) == w for k, w in enumerate(words)):
                return j + len(words)
        near = [frame.lower(k) for k in range(j + 1, min(j + 4, b))]
        vehicle = any(speech.noun_kind(w) in ("document", "medium") or speech.has("vehicles", w) for w in near[:3])
        vehicle = vehicle and speech.has("relay_prepositions", frame.lower(j))
        told = speech.has("told_prepositions", frame.lower(j))
        return self.phrase_end(j + 1, b) if told or vehicle else None

    def _adverbial_end(self, j: int, b: int) -> int | None:
        frame, speech = self.frame, self.speech
        word = frame.lower(j)
        for words in speech.phrases.get("adverbial_phrases", ()):
            if matches(frame, j, words):
                return j + len(words)
        if (offset := self._offset_end(j, b)) is not None:
            return offset
        if speech.has("prepositions", word) and not self.finder.name_at(j):
            return self.finder.time_at(j + 1) or self.phrase_end(j + 1, b)
        if self.finder.is_small(j) and not self.finder.is_pronoun(j):
            return j + 1
        plain = frame.tokens[j].text[0].islower() and not speech.has_any(("articles", "modals", "paired"), word)
        plain = plain and not self._object_pronoun(word)
        if plain and j + 1 < b and speech.has("articles", frame.lower(j + 1)) and not self.finder.is_pronoun(j):
            return j + 1  # "bezweifelte offen | die Eignung"
        time = self.finder.date_at(j)
        return time if time and time < b and not speech.has("articles", word) else None

    def _offset_end(self, j: int, b: int) -> int | None:
        """Return where a time told by another ends: "kurz nach dem Spiel | mehr Zeit", "zwei Tage vor X | mehr"."""
        frame, speech = self.frame, self.speech
        counted = speech.has_any(("quantifiers", "indefinite"), frame.lower(j)) or frame.tokens[j].text[0].isdigit()
        at = j if speech.has("since", frame.lower(j)) else j + 1
        if at > j and not (counted and speech.has("since", frame.lower(at))):
            return None
        if at + 1 < b and speech.has("adverbs", frame.lower(at + 1)):
            return at + 2  # "wenige Stunden später", "kurz darauf"
        led = at + 1 < b and speech.has("offsets", frame.lower(at + 1))
        return self.phrase_end(at + 2, b) if led and at + 2 < b else None

    def phrase_end(self, a: int, b: int) -> int:
        """Return where a noun phrase ends that starts at `a`: noun, genitives, a name behind it, what "und" joins."""
        frame, speech = self.frame, self.speech
        j = self._head_end(a, b)
        if j >= b:
            return b
        named = self.finder.name_at(j) or self.finder.quoted_end(j)
        if not named and len(frame.tokens[j].text) <= _SIGN and frame.tokens[j].text.isupper():
            named = j + 1  # "mit dem Sender | RTN", "auf der Plattform | X"
        if named and (named < b or frame.tokens[j].text not in MARKS):  # no "von allen | „mehr Mut“"
            return self.phrase_end(named, b) if named < b and self._genitive(named) else min(named, b)
        genitive = self._genitive(j) and j + 1 < b
        joined = speech.has("conjunctions", frame.lower(j)) and j + 2 < b and frame.tokens[j + 1].text[0].isupper()
        return self.phrase_end(j + (0 if genitive else 1), b) if genitive or joined else j

    def _genitive(self, j: int) -> bool:
        """Say whether a genitive opens at `j`: its article, or an adjective that shows it ("neuer Straßen")."""
        word = self.frame.lower(j)
        shown = word.endswith("er") and self.frame.tokens[j : j + 1] != [] and self.frame.tokens[j].text[0].islower()
        small = self.finder.is_small(j) or self.speech.has("prepositions", word) if shown else True
        return self.speech.has("genitive_articles", word) or (shown and not small)

    def _head_end(self, a: int, b: int) -> int:
        """Return the index after the noun or name of a phrase, the parts of a hyphenated word together."""
        frame, j = self.frame, self._past_attribute(a, b)
        while j < b:
            token = frame.tokens[j]
            if token.text in HARD or token.text in ",()":
                return j
            if token.text in MARKS and (quoted := self.finder.quoted_end(j)) is not None:
                return min(quoted, b)  # "laut | „Spiegel“"
            opens = not j and b > 1 and frame.tokens[1].text[0].isupper()  # "Höhere Löhne"
            noun = token.text[0].isupper() and not opens and not self.speech.has("articles", token.lower)
            head = self.finder.name_at(j) or (j + 1 if noun else None)
            j += 1
            if head is not None:
                j = head
                while j + 1 < b and frame.tokens[j].text == "-" and frame.tokens[j - 1].end == frame.tokens[j].start:
                    j = self.finder.quoted_end(j + 1) or j + 2  # "im ZDF-„Morgenmagazin“"
                return min(j, b)
        return b

    def _past_attribute(self, a: int, b: int) -> int:
        """Go over what a participle or adjective behind an article has before it: "einer auf Telegram | verbreiteten
        Botschaft", "der 19 Jahre | alten Klägerin"."""
        frame, speech = self.frame, self.speech
        if a + 3 >= b or not speech.has("articles", frame.lower(a)):
            return a
        led = speech.has("prepositions", frame.lower(a + 1))
        if not (led or frame.tokens[a + 1].text[0].isdigit()):
            return a
        inner = self._head_end(a + 2, b)
        word = frame.lower(inner) if inner + 1 < b else ""
        described = word.endswith(_DESCRIBES) and frame.tokens[inner].text[0].islower()
        return inner if described and not self.finder.is_small(inner) else a

    def _told_end(self, j: int, b: int) -> int | None:
        """Return where the dative ends that stands before an object: "warf | der Politik | Untätigkeit vor"."""
        if j >= b:
            return None
        word = self.frame.lower(j)
        told = self._object_pronoun(word) or self.speech.has("reflexives", word)
        if told and not self.speech.has("articles", word):
            return j + 1
        named = self.finder.name_at(j)
        if named:
            return named if not self.frame.lower(named - 1).endswith(_OF_NAMES) else None
        if not self.speech.has("dative_articles", word):
            return None
        plural = self.frame.lower(self._head_end(j, b) - 1).endswith(("n", "s"))
        return self.phrase_end(j, b) if plural or word != "den" else None

    def _object_pronoun(self, word: str) -> bool:
        return any(word in forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))

    def _opens_phrase(self, j: int, b: int) -> bool:
        """Say whether a noun phrase opens at `j`."""
        if j >= b or self.frame.tokens[j].text in ",()" or self.speech.has("conjunctions", self.frame.lower(j)):
            return False
        token = self.frame.tokens[j]
        if self.speech.has("as_markers", token.lower) or self.speech.has("infinitive_marks", token.lower):
            return False
        return token.text in MARKS or any(
            self.frame.tokens[k].text[0].isupper() or self.frame.tokens[k].text in MARKS for k in range(j, b)
        )

    def pointer(self, j: int, b: int) -> bool:
        """Say whether "das" or "dies" at `j` is an object, no article of a noun: "bestritt | das energisch"."""
        if not self.speech.has("pointers", self.frame.lower(j)):
            return False
        rest = next((k for k in range(j + 1, b) if self.frame.tokens[k].text[0].isupper()), b)
        parted = ("prepositions", "as_markers", "negations", "adverbs")
        return rest == b or self.speech.has_any(parted, self.frame.lower(j + 1))

    # -- what an object is ---------------------------------------------------------------------------------------
    def reporting_noun(self, j: int) -> bool:
        """Say whether a noun stands for something said, by itself or as a compound's last part: "Spionagevorwurf"."""
        word, index = self.frame.lower(j), self.speech.index
        if any(isinstance(e, Noun) for e in index.get(word, ())):
            return True
        if len(word) < _COMPOUND or not self.frame.tokens[j].text[0].isupper():
            return False
        tails = (word[k:] for k in range(3, len(word) - _HEAD + 1))
        return any(isinstance(e, Noun) for tail in tails for e in index.get(tail, ()))

    def only_somebody(self, a: int, b: int) -> bool:
        """Say whether [a, b) is no more than a person, house or name: nothing that could be said."""
        if any(self.frame.tokens[j].text in MARKS for j in range(a, b)):
            return False
        end = self.phrase_end(a, b)
        if end < b:
            return False
        head = self._head_end(a, b)
        named = any(self.finder.name_at(k) == head for k in range(a, head))
        return named or self.speech.noun_kind(self.frame.lower(head - 1)) in _PEOPLE

    def charged(self, a: int, b: int) -> bool:
        """Say whether a genitive tells of what somebody is accused: "beschuldigte | die Firma des Betrugs"."""
        last = b - 1
        owned = any(self.speech.has("genitive_articles", self.frame.lower(j)) for j in range(a + 1, last))
        return owned and self.single(last)

    def holds_charge(self, cue: VerbCue) -> bool:
        """Say whether a German passive has its charge between its verbs: "Dem Arzt wird | Betrug vorgeworfen"."""
        accused = self.speech.grammar.verb_final and cue.voice == "passive" and cue.verb.act is Act.ACCUSE
        return accused and cue.auxiliary is not None and cue.auxiliary < cue.at

    def single(self, j: int) -> bool:
        """Say whether one word can be an object: a noun for something, no person and no name."""
        token = self.frame.tokens[j]
        plain = token.text[0].isupper() and self.finder.name_at(j) is None
        return plain and (self.speech.noun_kind(token.lower) not in _PEOPLE or self.reporting_noun(j))

    def indefinite(self, a: int) -> bool:
        """Say whether a phrase brings up something new, so that it is a claim: "sprach von | einem Unglück"."""
        word = self.frame.lower(a)
        if self.finder.name_at(a) or word in self.speech.subjects or self.finder.time_at(a):
            return False
        new = self.speech.has("indefinite", word) or self.speech.has("quantifiers", word)
        return new or not self.speech.has("articles", word)

    def appraises(self, a: int, b: int, prepositions: frozenset[str]) -> bool:
        """Say whether [a, b) ends with what somebody thinks of a thing: "den Plan für falsch"."""
        if b - a > 1 and not prepositions:
            return self.speech.has("evaluations", self.frame.lower(b - 1))
        at = next((j for j in range(a, b - 1) if self.frame.lower(j) in prepositions), None)
        if at is None:
            return False
        plain = all(t.text[0].islower() or t.text in MARKS or t.text == "," for t in self.frame.tokens[at + 1 : b])
        return plain or self.speech.has("indefinite", self.frame.lower(at + 1))
