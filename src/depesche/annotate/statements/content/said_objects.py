"""Says whether what stands as a verb's object, or behind its preposition, is something said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.content.shared import Found, agent_follows
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import NOMINATIVE
from depesche.lang.schema.speech import Noun, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act

MIN_OBJECT: Final = 2  # words of an object that is something said
_SHORT: Final = 4  # letters of the shortest noun with an article at its end
_WEAPON: Final = 3  # words of "en lang kniv"
_MONEY: Final = frozenset("$€£")
_DATED: Final = 6  # tokens of "statement late on Monday morning"
_LONG: Final = 5  # letters above which an ending tells a definite noun
_MIN_OF: Final = 5  # words behind the preposition of a verb that only asserts
_WISHES: Final = frozenset({Act.DEMAND, Act.PROMISE, Act.WARN, Act.ACCUSE})
_SPEECH_ACTS: Final = frozenset({Act.DENY, Act.DEMAND, Act.PROMISE, Act.WARN, Act.CONFIRM, Act.ACCUSE})


@dataclass(slots=True)
class SaidObjects:
    """Judges the objects of the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    middle: MiddleField

    def preposition_reports(self, cue: VerbCue, found: Found) -> bool:
        """ "warned of rain" says something, "spoke of rain" hardly: an asserting verb needs more content."""
        a, b = found.stretches[0]
        fronted = self.speech.table is not None and a < cue.at  # "O szczegółach | nie chciał mówić"
        refused = cue.refusal is not None and (
            self.speech.grammar.verb_final or self.speech.grammar.subject_first or fronted
        )
        if any(self.speech.has("weapons", self.frame.lower(j)) for j in range(a, min(b, a + _WEAPON))):
            return False  # "truede ham med en kniv"
        if self.speech.grammar.subject_first and self.finder.time_at(a) == b:
            return False  # "argued for hours"
        if self.speech.grammar.subject_first and b - a == 1 and self.speech.has("negations", self.frame.lower(a)):
            return False  # "agreed on nothing"
        if b - a == 1 and self.speech.has("question", self.frame.lower(a)):
            return False  # "ble spurt om hvordan"
        asked = self.speech.grammar.verb_medial and self.speech.has("ask_nouns", self.frame.lower(a))
        if asked and cue.verb.act is Act.ASSERT and not (cue.negated or cue.refusal):
            return False  # "svarte på spørsmål om skatten"
        if cue.verb.act is not Act.ASSERT or cue.verb.said or refused or self.verdict(a, cue):
            return True
        if self.extent.has_marks(a, b) or self._untold(cue) or self._appraises(cue, a, b):
            return True
        if self.speech.grammar.verb_medial and self._own_story(cue, a):
            return False
        if self._topic(cue, a):
            return False
        if cue.verb.said and self.speech.grammar.subject_first:
            return word_count(self.frame, a, b) >= MIN_OBJECT  # "complained of a lack of staff"
        counted = self.speech.table is not None and self.speech.has("quantifiers", self.frame.lower(a))
        if cue.verb.informs and (counted or not self.speech.has("articles", self.frame.lower(a))):
            return word_count(self.frame, a, b) >= MIN_OBJECT
        opens = any(
            self.speech.has(g, self.frame.lower(a)) for g in ("complementizers", "question", "infinitive_marks")
        )
        claimed = self.frame.lower(a - 1) in cue.verb.claims
        if self.speech.grammar.verb_medial:
            definite = self.frame.lower(a).endswith(tuple(self.speech.words["definite_endings"]))
            owned = self.speech.has("noun_articles", self.frame.lower(a)) or self.finder.name_at(a) is not None
            claimed = claimed and (self.speech.has("indefinite", self.frame.lower(a)) or not (definite or owned))
        else:
            claimed = claimed and (bool(cue.verb.with_words) or self.middle.indefinite(a))  # "hält nichts von dem Plan"
            claimed = claimed or self._news(cue, a)
        return opens or claimed or word_count(self.frame, a, b) >= _MIN_OF

    def _hangs_over(self, cue: VerbCue, a: int, phrase: Phrase | None) -> bool:
        """Say whether a Polish threat has what is feared as its subject: "Wójtowi grozi | wotum nieufności"."""
        feared = self.speech.table is not None and cue.verb.act is Act.WARN and phrase is None
        codes = {*self.speech.reading(self.frame.lower(a))}
        return feared and "i" not in codes and not NOMINATIVE.isdisjoint(codes)

    def verdict(self, a: int, cue: VerbCue) -> bool:
        """Say whether a Polish verb tells what it was by a noun that judges: "Rodzina mówi o | cudzie"."""
        led = cue.verb.act is Act.ASSERT and self.frame.lower(a - 1).startswith("o")
        return led and any(self.speech.has("verdicts", self.frame.lower(j)) for j in (a, a + 1))

    def deed(self, j: int) -> bool:
        """Say whether a Polish noun names what somebody did or decided, which others judge: "potępił | atak"."""
        word = self.frame.lower(j)
        return self.speech.table is not None and self.speech.has("deeds", word)

    def _news(self, cue: VerbCue, a: int) -> bool:
        """Say whether an English verb tells somebody of something new: "informed it of | 12 breaches"."""
        told = self.speech.grammar.subject_first and cue.verb.addressee and not cue.verb.neutral
        word = self.frame.lower(a)
        return told and (word[:1].isdigit() or self.speech.has_any(("indefinite", "counts", "amounts"), word))

    def _own_story(self, cue: VerbCue, a: int) -> bool:
        """Say whether a Scandinavian preposition only tells of what: "om | dengang, han …", "om | sin barndom"."""
        word = self.frame.lower(a)
        owned = any(word in forms for key, forms in self.speech.pronouns.items() if "possessive" in key)
        return self.frame.lower(a + 1) == "," or (cue.verb.neutral and owned)

    def _topic(self, cue: VerbCue, a: int) -> bool:
        """Say whether a German preposition only tells what the talk was about: "äußerte sich | zur Lage am Hafen"."""
        plain = self.speech.grammar.verb_final and (cue.verb.neutral or cue.verb.addressee) and not cue.negated
        return plain and self.speech.has("topic_prepositions", self.frame.lower(a - 1))

    def one_word(self, after: int, end: int, cue: VerbCue) -> bool:
        """Say whether a single word is enough of an object: a charge, quoted words, a definite noun of reporting."""
        if self.said(after) and cue.verb.act in _SPEECH_ACTS:
            return True
        if self.speech.grammar.verb_final:
            speaks = cue.verb.act in _SPEECH_ACTS or cue.verb.said or cue.refusal is not None
            return (speaks and self.middle.single(after)) or self.extent.has_marks(after, end)
        wishes = cue.verb.act in _WISHES or cue.verb.informs
        if self.speech.table is not None and wishes:
            return "o" in self.speech.reading(self.frame.lower(after))  # no article counts: "zapowiada odwet"
        word = self.frame.lower(after)
        if self.speech.grammar.subject_first and self.speech.has_any(("negations", "quantities", "amounts"), word):
            return False  # "agreed on nothing", "demanded little"
        judged = self.speech.table is not None and cue.verb.act is Act.ASSERT  # "krytykował | premiera": a mere topic
        judged = judged and not self.deed(after)
        if self.denied_pronoun(after, cue) or (cue.verb.said and not judged and not self.points(after)):
            return True
        if self.speech.grammar.verb_medial and self._appraises(cue, after, end):
            return True
        said = any(isinstance(e, Noun) for e in self.speech.index.get(word, ()))
        owned = cue.verb.act is Act.CONFIRM and {"that", "bare"} <= cue.verb.takes  # "innrømmer feilen"
        owned = owned and word.endswith(tuple(self.speech.words["definite_endings"])) and len(word) > _SHORT
        definite = self.speech.grammar.verb_medial and (said or owned or cue.negated or cue.refusal is not None)
        charged = self.speech.has("charges", word) or self.speech.has("positions", word)
        charged = charged or (cue.verb.act in (Act.DENY, Act.CONFIRM) and self._does_alone(after))
        told = self.speech.grammar.subject_first and cue.verb.informs and not self.points(after)
        return charged or told or self.extent.has_marks(after, end) or definite

    def names_act(self, j: int) -> bool:
        """Say whether a German noun is an act or a word of somebody: "Neuwahlen", "Gerüchte", "Betrug"."""
        word = self.frame.lower(j)
        deed = len(word) > _LONG and word.endswith(
            tuple(self.speech.words["deed_endings"] | self.speech.words["deeds"])
        )
        return deed or self.speech.has_any(("charges", "deeds"), word) or self.middle.reporting_noun(j)

    def denied_pronoun(self, j: int, cue: VerbCue) -> bool:
        """Say whether a pronoun stands for what somebody denies: "Selskapet tilbakeviste dette", "Dette avvises av"."""
        word = self.frame.lower(j)
        pointer = self.speech.has("pointers", word)
        if self.speech.grammar.verb_final:
            declined = cue.refusal is not None or (cue.negated and cue.verb.negated == "decline")
            return pointer and (declined or (cue.verb.act in (Act.DENY, Act.CONFIRM) and not cue.negated))
        if self.speech.grammar.subject_first:
            pointer = pointer or word in self.speech.pronouns["subject_n"]
            ends = not self.frame.lower(j + 1)[:1].isalnum()
            pointer = pointer or (ends and self.speech.has("complementizers", word))  # "She rejects that."
            return pointer and cue.verb.act is Act.DENY and "that" in cue.verb.takes and not cue.negated
        return self.speech.grammar.verb_medial and cue.verb.act is Act.DENY and not cue.negated and pointer

    def _untold(self, cue: VerbCue) -> bool:
        """Say whether somebody does not tell: "did not disclose the price"."""
        told = cue.negated and cue.voice == "active" and cue.verb.negated == "decline"
        return told and self.speech.grammar.subject_first

    def _said_so(self, cue: VerbCue) -> bool:
        """Say whether the object of a verb is something said; not that of a participle which qualifies a noun."""
        if cue.voice == "gerund":
            before = self.frame.lower(cue.first - 1)
            opens = before == "," or self.speech.has("gerund_prepositions", before)
            return cue.verb.said and (opens or self._of_document(cue))
        return cue.verb.said or self._untold(cue)

    def _of_document(self, cue: VerbCue) -> bool:
        """Say whether an English gerund tells what a document says: "a statement on Monday | announcing the arrest"."""
        if not self.speech.grammar.subject_first:
            return False
        for k in range(cue.first - 1, max(-1, cue.first - _DATED), -1):
            if self.speech.noun_kind(self.frame.lower(k)) == "document":
                led = k + 1 + self.speech.has("prepositions", self.frame.lower(k + 1))
                return k + 1 == cue.first or self.finder.time_at(led) == cue.first
        return False

    def points(self, j: int) -> bool:
        """Say whether a word alone says nothing: "denied it", "promised this", "urged him"."""
        word = self.frame.lower(j)
        if any(word in forms for forms in self.speech.pronouns.values()):
            return True
        return self.speech.has_any(("articles", "impersonal", "pointers", "as_words"), word)

    def said(self, j: int) -> bool:
        """Say whether a noun without an article names something said: "zaprzecza oskarżeniom"."""
        entries = self.speech.index.get(self.frame.lower(j), ())
        return self.speech.table is not None and any(isinstance(e, Noun) for e in entries)

    def object_reports(self, cue: VerbCue, found: Found, phrase: Phrase | None) -> bool:
        """Say whether an object is something said: a reporting noun in it, or a verb that is all speech."""
        a, b = found.stretches[0]
        armed = cue.verb.act is Act.WARN and self.speech.grammar.subject_first
        if armed and any(self.speech.has("weapons", self.frame.lower(j)) for j in range(a, b)):
            return False  # "threatened her with a knife"
        if self._informs(cue, a, phrase):
            return cue.voice == "passive" or self.finder.can_speak(phrase)
        if not (self.finder.can_speak(phrase) or (cue.verb.act is Act.DENY and self._unseen(phrase))):
            return False
        people = self.speech.grammar.verb_medial and cue.negated and cue.verb.act is Act.DENY
        if people and self.finder.head_speaks(Phrase(a, b)):
            return False  # "avviser ikke pasienter"
        if self._hangs_over(cue, a, phrase):
            return False
        if self._told_too(cue, a, b):
            return True
        if cue.verb.act is Act.DENY and self.speech.grammar.verb_medial and self._person(a):
            return False  # "afviste hende med et smil"
        if self.denied_pronoun(a, cue) or self._takes_position(cue, a, b) or self._finding(cue, phrase, a):
            return True
        if self._appraises(cue, a, b):
            return True
        if self.speech.has("gerund_verbs", cue.verb.lemma) and self._tells_of_doing(a, b):
            return cue.voice == "active"
        if cue.refusal is not None and self.speech.grammar.verb_second and phrase is not None:
            return True
        if cue.verb.act is Act.DENY and any(self.speech.has("petitions", self.frame.lower(j)) for j in range(a, b)):
            return False  # "odrzucił wniosek": a ruling
        told = self.speech.grammar.verb_medial and cue.verb.act is Act.PROMISE and "that" not in cue.verb.takes
        if told and self.finder.head_speaks(Phrase(a, b)):
            return False  # "varslet politiet": who was told
        if self.speech.grammar.verb_final:
            nouns = any(self.middle.reporting_noun(j) for j in range(a, b))
        else:
            entries = (e for j in range(a, b) for e in self.speech.index.get(self.frame.lower(j), ()))
            nouns = any(isinstance(e, Noun) for e in entries)
        fixed = bool(cue.verb.with_words)  # "machte den Fahrer verantwortlich"
        somebody = self.speech.grammar.verb_final and not fixed and self.middle.only_somebody(a, b)
        somebody = somebody and not (cue.verb.act is Act.ACCUSE and self.middle.charged(a, b))
        hurt = cue.verb.informs and self.speech.has("victims", self.frame.lower(b - 1)) and self.middle.indefinite(a)
        somebody = somebody and not hurt  # "meldete mehrere Verletzte"
        if self.speech.grammar.verb_final and cue.verb.informs and self._happened(a, b):
            clause = range(min(a, cue.first), max(b, cue.at))
            own = any(self.speech.has("reflexives", self.frame.lower(j)) for j in clause)  # "meldete sich zu Wort"
            return cue.voice == "active" and not somebody and not own
        if (
            nouns
            or self._told_of_thing(cue, a, b)
            or (not somebody and self._by_agent(cue, a, b, phrase))
            or (self._said_so(cue) and (cue.voice == "gerund" or self._does(cue)) and not somebody)
        ):
            return True
        if self.speech.table is not None and self._does(cue) and self._tells_all(cue, a, b, phrase):
            return True
        if self.middle.holds_charge(cue) and not somebody:
            return not self.speech.has("prepositions", self.frame.lower(a))  # no "wurde wegen Mordes angeklagt"
        if phrase is None or cue.voice != "active" or somebody:
            return False
        confessed = cue.verb.act is Act.CONFIRM and self.speech.grammar.subject_first
        if (cue.verb.act is Act.DENY or confessed) and not self.extent.has_marks(a, b):
            gerund = self.speech.words["gerund_endings"] | self.speech.words["verbal_noun_endings"]
            if gerund and self.frame.lower(a).endswith(tuple(gerund)):
                return True
            if confessed and "quote" in cue.verb.takes:  # "verified the discovery" tells of an act
                return word_count(self.frame, a, b) >= MIN_OBJECT or self.one_word(a, b, cue)
            return any(
                self.speech.has(group, self.frame.lower(j))
                for j in range(a, b)
                for group in ("any_words", "charges", "versions")
            )
        if phrase.kind == "relative" and not self._of_somebody(phrase):
            return False
        enough = word_count(self.frame, a, b) >= MIN_OBJECT or self.extent.has_marks(a, b) or self.said(a)
        enough = enough or self.one_word(a, b, cue)
        enough = enough or (
            cue.verb.act is Act.CONFIRM and not cue.negated and self.speech.has("charges", self.frame.lower(a))
        )
        if cue.verb.act is Act.ASSERT and self.prepositional(cue):
            long = word_count(self.frame, a, b) >= _MIN_OF and not self._definite(a)
            return long or self.characterizes(cue, a, b)
        if cue.verb.act is Act.ASSERT and (self._forecasts(cue, a, b) or self._found_out(cue, phrase, a)):
            return True
        return cue.verb.act in _SPEECH_ACTS and enough

    def _of_somebody(self, phrase: Phrase) -> bool:
        """Say whether a German relative word stands for one who speaks: "der Abt, | der | mehr Geld forderte"."""
        known = self.speech.grammar.verb_final and phrase.antecedent is not None
        return known and phrase.antecedent is not None and self.finder.can_speak(Phrase(*phrase.antecedent))

    def _person(self, a: int) -> bool:
        """Say whether "him", "her" or "me" stands at `a`."""
        persons = (self.speech.pronouns.get(f"object_{who}", frozenset()) for who in ("m", "f", "1"))
        return any(self.frame.lower(a) in forms for forms in persons)

    def _happened(self, a: int, b: int) -> bool:
        """Say whether a German object tells what happened: "einen Brand", "den Fund | einer Bombe"."""
        whose = any(self.speech.has("genitive_articles", self.frame.lower(j)) for j in range(a + 2, b - 1))
        return self.middle.indefinite(a) or (whose and self.speech.has("articles", self.frame.lower(a)))

    def _informs(self, cue: VerbCue, a: int, phrase: Phrase | None) -> bool:
        """Say whether an English object is news: "reported two deaths", never "the theft", "him" or "her brother".

        That of a passive stands before it: "Two deaths were reported".
        """
        if not self.speech.grammar.subject_first or not cue.verb.informs or cue.negated:
            return False
        word = self.frame.lower(a)
        fresh = not self.points(a) or self.speech.has_any(("indefinite", "counts", "amounts"), word)
        fresh = fresh and not self.finder.is_small(a)
        named = self.finder.name_at(a) is not None
        told = cue.voice == "active" and phrase is not None and phrase.kind != "relative"
        return (told or (cue.voice == "passive" and cue.auxiliary is not None)) and fresh and not named

    def _told_too(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether "and that" joins a clause to a Danish or Norwegian object: "meldte to brande, og at ingen …"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_medial or "that" not in cue.verb.takes or cue.voice != "active":
            return False
        later = (j for j in range(a + 2, b) if speech.has("complementizers", frame.lower(j)))
        at = next(later, None)
        return at is not None and frame.lower(at - 2) == "," and speech.has("conjunctions", frame.lower(at - 1))

    def _takes_position(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether somebody asserts guilt or innocence: "claimed responsibility", "maintained his innocence"."""
        told = cue.verb.act is Act.ASSERT and cue.voice in ("active", "gerund") and not cue.negated
        return told and any(self.speech.has("positions", self.frame.lower(j)) for j in range(a, min(b, a + 2)))

    def _appraises(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether an act or a word of others is praised or blamed: "welcomed the ruling", never "his guests"."""
        told = cue.voice != "passive" or (
            self.speech.grammar.verb_medial and agent_follows(self.frame, cue, self.speech)
        )
        if not told:
            return False
        if cue.voice == "gerund" and self.frame.lower(cue.first - 1) != "," and not self._of_document(cue):
            return False
        refused = cue.verb.act in (Act.DENY, Act.DECLINE)  # "lehnte | den Plan | ab"
        if self.speech.grammar.verb_final and not refused and word_count(self.frame, a, b) <= MIN_OBJECT:
            return False  # "begrüßte das Urteil": what it is about
        return self._judged(cue, a, b)

    def _judged(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether a verb praises or blames, and a noun for an act or a word heads what stands in [a, b)."""
        speech = self.speech
        if not speech.has("appraising_verbs", cue.verb.lemma.casefold()):
            return False
        groups = (
            "prepositions",
            "infinitive_marks",
            "relative",
            "complementizers",
            "conjunctions",
            "genitive_articles",
            "compound_prepositions",
        )
        stop = next((j for j in range(a + 1, b) if speech.has_any(groups, self.frame.lower(j))), b)
        head = self.frame.lower(stop - 1)
        deed = head.endswith(tuple(speech.words["deed_endings"])) and len(head) > _LONG
        compound = speech.grammar.verb_final and head.endswith(tuple(speech.words["deeds"]))
        return speech.has("deeds", head) or compound or (deed and speech.noun_kind(head) is None)

    def _finding(self, cue: VerbCue, phrase: Phrase | None, a: int) -> bool:
        """Say whether the object is what a study found: "Die Umfrage ergab einen Rückgang"."""
        told = cue.verb.act is Act.ASSERT and "that" in cue.verb.takes and cue.voice == "active" and cue.refusal is None
        words = range(phrase.start, phrase.end) if told and phrase is not None else ()
        if self.speech.grammar.verb_medial and not self._new(a):
            return False  # "Rapporten viser vejen"
        return any(self.speech.has("studies", self.frame.lower(j)) for j in words)

    def _told_of_thing(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether a passive with its agent tells of a thing: "Rejser frarådes af byen", "A review was demanded by
        nurses"; no German or Polish one."""
        frame, speech = self.frame, self.speech
        if not (speech.grammar.verb_medial or speech.grammar.subject_first) or cue.voice != "passive":
            return False
        led = (
            j for j in range(a + 1, b) if speech.grammar.subject_first and speech.has("prepositions", frame.lower(j))
        )
        head = Phrase(a, next(led, b))
        thing = not self.finder.can_speak(head)
        if not agent_follows(frame, cue, speech):
            return False
        if speech.grammar.verb_medial:  # "Overgangen er bekreftet av klubben"
            confirmed = cue.verb.act is Act.CONFIRM and self.one_word(a, b, cue)
            return confirmed or (thing and cue.verb.said and cue.verb.act is not Act.PROMISE and b - a > 1)
        wished = cue.verb.act is not Act.ASSERT and speech.has(
            "indefinite", frame.lower(a)
        )  # "An inquiry was promised"
        if not (thing or wished or self.finder.is_document(head)):
            return False
        confirmed = cue.verb.act is Act.CONFIRM and "quote" in cue.verb.takes
        promised = cue.verb.said or confirmed or self._judged(cue, a, b)
        return promised and cue.verb.act is not Act.WARN and not cue.negated

    def _by_agent(self, cue: VerbCue, a: int, b: int, phrase: Phrase | None) -> bool:
        """Say whether a German passive tells of a thing what its agent demands, denies or judges: "Ein Tempolimit wird
        von der Partei abgelehnt"; nobody is warned or charged so."""
        if not self.speech.grammar.verb_final or cue.voice != "passive" or phrase is None or cue.negated:
            return False
        wished = cue.verb.act in _SPEECH_ACTS - {Act.WARN, Act.ACCUSE}
        return wished or cue.verb.said or self._judged(cue, a, b)

    def _does(self, cue: VerbCue) -> bool:
        """Say whether a verb has an object of its own: an active one, or any in Polish ("zażądano okupu", ", żądając
        okupu")."""
        return cue.voice == "active" or (cue.voice in ("passive", "gerund") and self.speech.table is not None)

    def _tells_of_doing(self, a: int, b: int) -> bool:
        """Say whether an English gerund is what somebody tells of: "recalled hearing shots", "reported seeing it"."""
        word = self.frame.lower(a)
        gerund = word.endswith(tuple(self.speech.words["gerund_endings"])) and self.speech.noun_kind(word) is None
        return gerund and b - a > MIN_OBJECT and not self.speech.has("prepositions", self.frame.lower(a + 1))

    def _does_alone(self, a: int) -> bool:
        """Say whether an English gerund is all that somebody admits or denies: "admitted drinking"."""
        word = self.frame.lower(a)
        gerund = word.endswith(tuple(self.speech.words["gerund_endings"])) and self.speech.noun_kind(word) is None
        return self.speech.grammar.subject_first and gerund and len(word) > _LONG

    def _unseen(self, phrase: Phrase | None) -> bool:
        """Say whether a word with a capital opens a Danish or Norwegian sentence that may be a name nobody saw: no
        definite noun, which would be known if it spoke."""
        if phrase is None or not self.speech.grammar.verb_medial or phrase.end - phrase.start > 1:
            return False
        token = self.frame.tokens[phrase.start]
        return token.text[0].isupper() and not token.lower.endswith(tuple(self.speech.words["definite_endings"]))

    def characterizes(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether an indefinite phrase says what something is: "taler om ren afpresning", "melder om skader"."""
        frame, speech = self.frame, self.speech
        told = cue.verb.medium or not is_past(frame.lower(cue.at), speech.lang)
        if not speech.grammar.verb_medial or not told or frame.tokens[b - 1].text[0].isupper():
            return False
        head = next((j for j in range(a + 2, b) if speech.has("prepositions", frame.lower(j))), b) - 1
        first, last = frame.lower(a), frame.lower(head)  # "peker på flere svakheter | ved beredskapen"
        if speech.has("articles", first) and not (speech.has("indefinite", first) or speech.has("counts", first)):
            return False
        small = self.finder.is_pronoun(a) or speech.has("pointers", first) or self.finder.name_at(a) is not None
        last_definite = last.endswith(tuple(speech.words["definite_endings"]))
        return not (small or first.endswith("s") or self._definite(a) or last_definite)

    def _definite(self, a: int) -> bool:
        """Say whether a phrase opens with a definite noun, which is what is spoken about: "snakket om | skaden"."""
        word = self.frame.lower(a)
        return len(word) > _LONG and word.endswith(tuple(self.speech.words["definite_endings"] or {" "}))

    def _forecasts(self, cue: VerbCue, a: int, b: int) -> bool:
        """Say whether an object is a figure that is reckoned with: "venter et overskud på 80 millioner"."""
        figures = any(t.text[0].isdigit() or t.text[0] in _MONEY for t in self.frame.tokens[a:b])
        if self.speech.grammar.subject_first:  # "puts the toll at 14", "expects a profit of £4m"
            lead = not cue.verb.prepositions or any(self.frame.lower(j) in cue.verb.prepositions for j in range(a, b))
            figures = figures or any(self.speech.has("counts", self.frame.lower(j)) for j in range(a, b))
            past = not cue.verb.prepositions and is_past(self.frame.lower(cue.at), self.speech.lang)
            figures = figures and lead and not past
        elif self.speech.grammar.verb_medial:  # "venter et overskud på fire milliarder kroner"
            figures = figures or any(self.speech.has("amounts", self.frame.lower(j)) for j in range(a, b))
        return figures and self.speech.has("reckoning_verbs", cue.verb.lemma)

    def _found_out(self, cue: VerbCue, phrase: Phrase, a: int) -> bool:
        """Say whether something new is what a document found: "undersøkelsen avdekket flere feil", no "feilen"."""
        found = self.speech.has("finding_verbs", cue.verb.lemma) and self.finder.is_document(phrase)
        return found and self._new(a)

    def _new(self, a: int) -> bool:
        """Say whether an object is something new: no definite noun, pronoun or name."""
        if self.speech.has_any(("indefinite", "counts"), self.frame.lower(a)):
            return True
        return not (self._definite(a) or self.points(a) or self.finder.name_at(a) is not None)

    def _tells_all(self, cue: VerbCue, a: int, b: int, phrase: Phrase | None) -> bool:
        """Say whether a Polish object is what was said: a forecast, what is (not) ruled out, an event announced.

        The subject may be dropped: "Zapowiedział też kroki prawne."
        """
        if phrase is not None and phrase.kind == "relative":
            return False
        words = word_count(self.frame, a, b)
        if cue.verb.informs:
            return words >= MIN_OBJECT or "o" in self.speech.reading(self.frame.lower(a))
        if cue.verb.act is Act.ASSERT:
            if phrase is None or cue.negated or words < MIN_OBJECT:
                return False
            event = self.frame.lower(a).endswith(tuple(self.speech.words["verbal_noun_endings"]))
            return event or self._found_out(cue, phrase, a)
        subject = not NOMINATIVE.isdisjoint(self.speech.reading(self.frame.lower(a)))
        if cue.verb.act is Act.WARN and phrase is None and subject:
            return False  # "Wójtowi grozi wotum nieufności"
        if cue.verb.act is Act.WARN and not any("i" in self.speech.reading(self.frame.lower(j)) for j in (a, a + 1)):
            return False  # "grozi mu dożywocie"
        if cue.verb.act in _WISHES:
            return words >= MIN_OBJECT or self.one_word(a, b, cue)
        return False

    def prepositional(self, cue: VerbCue) -> bool:
        """Say whether a fixed preposition leads to the object: "minner om", "wskazał na"."""
        last = max(cue.parts)
        return last > cue.at and self.speech.has("prepositions", self.frame.lower(last))
