"""Verbs of reporting that report nothing: nobody says it, a thing is the subject, or the verb tells what happened.

Asked before and after content is found, by `indirect`. What a verb is negated to say stands in `acts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_start, is_finite, is_reported
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import lower_verb
from depesche.annotate.statements.content.shared import Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.cues.verb_groups import caused_at, phase_at, purpose_start
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.entities import is_media, sounds_like_media
from depesche.lang.schema.genders import gender
from depesche.lang.schema.speech import Noun, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act, NameType

_OPENING: Final = 4  # tokens of a clause in which "nobody" is its subject
_CLAUSES: Final = ("that", "bare", "question")
_DEGREE: Final = 3  # words before a comma in which "so" may stand: "so hoch geschätzt, dass"


@dataclass(slots=True)
class UnsaidReader:
    """Tells which verbs of one frame report nothing."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def idle(self, cue: VerbCue) -> bool:
        """Say whether a verb is no speech, whoever its subject is: an infinitive, behind a modal, reported itself."""
        finite = cue.at if cue.auxiliary is None else cue.auxiliary
        if cue.verb.thought and is_reported(self.frame, finite, self.speech):
            return True  # "Man rechne damit, dass …"
        if cue.voice == "infinitive":
            led = phase_at(self.frame, cue, self.speech), purpose_start(self.frame, cue, self.speech)
            caused = not cue.verb.thought and caused_at(self.frame, cue, self.speech) is not None
            return not (cue.refusal or self.could(cue) or caused) and led == (None, None)
        light = self.speech.grammar.subject_first and cue.verb.with_words and cue.voice == "active"
        if light and min(cue.parts) < cue.first:
            return True  # "promises made to patients"
        told = cue.negated or cue.refusal or self.announced(cue)
        return cue.modal and cue.voice == "active" and not told

    def _degree(self, start: int) -> bool:
        """Say whether a German clause tells how much or in what way: "so hoch geschätzt, dass", "so beschrieben, wie".

        "Er schilderte es so, dass" with nothing behind the "so" reports.
        """
        comma = next((j for j in (start - 2, start - 1) if self.frame.lower(j) == ","), 0)
        near = range(max(0, comma - _DEGREE), comma - 1)
        return any(self._has("degrees", j) and self.frame.tokens[j + 1].text[0].islower() for j in near)

    def announced(self, cue: VerbCue) -> bool:
        """Say whether a speech is announced: "The minister will tell the party on Monday that"."""
        will = cue.first < cue.at and self._has("previews", cue.first)
        return will and cue.voice == "active" and not self.frame.within and not cue.negated

    def could(self, cue: VerbCue) -> bool:
        """Say whether a modal that may report stands before an infinitive: "konnte bestätigen, dass"."""
        return cue.auxiliary is not None and self._has("said_modals", cue.auxiliary) and cue.voice == "infinitive"

    def by_subject(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether the subject of a verb, or that it has none, shows that nobody says anything."""
        frame, grammar = self.frame, self.speech.grammar
        if cue.first == 0 and cue.voice == "active":
            if phrase is None and grammar.base_form_nouns:
                return True
            if grammar.verb_second and self._named_after(cue):
                return True
            if grammar.verb_medial and phrase is not None and self._condition(cue):
                return True
        if (cue.verb.written and not self._written(phrase)) or (cue.verb.press and not self._by_press(phrase)):
            return True
        if grammar.verb_medial and (self._shown(cue, phrase) or self._supposed(cue, phrase)):
            return True
        if self._asked_by_all() or (cue.voice == "infinitive" and not cue.refusal and self._written(phrase)):
            return True  # "Who says that it is over?"; "analyses will show that"
        if self._unsaid_by_anyone(cue, phrase) or self._by_reporter(phrase):
            return True
        if phrase is not None and grammar.verb_final and self._word_is(cue, phrase):
            return True
        if phrase is not None and grammar.drop_subject and self._points(phrase):
            return True
        if phrase is None and cue.negated and cue.verb.with_words and self._has("existentials", cue.at):
            return True  # "Nie ma wątpliwości, że"
        if phrase is None and self._has("clause_relatives", cue.first - 1) and frame.lower(cue.first - 2) == ",":
            return True  # "…, co potwierdza, że się bał"
        impersonal = phrase is not None and cue.verb.lemma in self.speech.words["impersonal_verbs"]
        if impersonal and phrase is not None and phrase.end - phrase.start == 1 and self._has("articles", phrase.start):
            return True  # "Wynika z tego, że"
        if phrase is None and self.speech.table is not None and self._only_this(cue.first - 1):
            return True  # "To potwierdza, że się bał"
        return self._homograph(cue) and not self.finder.can_speak(phrase)

    def _word_is(self, cue: VerbCue, phrase: Phrase) -> bool:
        """Say whether somebody's word is the subject, of which its noun tells: "Der Vorwurf der Anklage lautet, …"."""
        behind = phrase.start > cue.at or self.frame.within or self.frame.quotes
        if behind or cue.verb.with_words or not self._has("copulas", cue.at):
            return False
        words = (j for j in range(phrase.start, phrase.end) if not self._has("articles", j))
        head = next((j for j in words if self.frame.tokens[j].text[0].isupper()), phrase.start)
        nouns = (e for e in self.speech.index.get(self.frame.lower(head), ()) if isinstance(e, Noun))
        possessives = (w for key, w in self.speech.pronouns.items() if key.startswith("possessive"))
        owned = phrase.end > head + 1 or any(self.frame.lower(phrase.start) in words for words in possessives)
        return owned and any(e.takes != {"question"} for e in nouns)

    def by_content(self, cue: VerbCue, found: Found, phrase: Phrase | None, side: str) -> bool:
        """Say whether content of this kind makes no statement with such a verb and subject."""
        refused = cue.refusal is not None and Act.DECLINE in (cue.verb.act, cue.refusal.act)
        if self.could(cue) and found.how not in _CLAUSES and not refused:
            return True  # "musste den Saal räumen"
        if self.could(cue) and found.how == "question" and cue.refusal is None and cue.verb.negated == "decline":
            return True  # "konnte sagen, was sie wollte"
        if found.how in ("that", "question") and self._degree(found.stretches[0][0]):
            return True
        asked = cue.voice == "passive" and cue.auxiliary is None and cue.verb.act is Act.ASK
        if asked and found.how == "of" and self.speech.grammar.subject_first:
            return True  # "shrugged when asked about the plan": only a topic
        loose = found.how not in (*_CLAUSES, "fronted")
        weak = loose or "quote" not in cue.verb.takes
        if weak and cue.voice == "infinitive" and not cue.refusal and self._able(cue):
            return True
        polish = self.speech.table is not None and cue.voice == "infinitive" and not cue.refusal
        if polish and found.how == "question" and cue.verb.act is Act.ASSERT:
            return True  # "próbują ustalić, czy hamulce działały"
        if self.announced(cue) and (found.how in ("inf", "of", "as", "question") or not self.finder.can_speak(phrase)):
            return True
        if loose and cue.verb.human and not self.finder.can_speak(phrase):
            return True
        if (loose or cue.verb.human) and self._speechless(phrase):
            return True
        if found.how == "bare" and phrase is not None and self._inverted_around(cue, phrase):
            return True
        unspoken = phrase is not None and (loose or cue.voice == "infinitive") and self._no_person(phrase)
        if unspoken and not self._told_of_house(cue, found):
            return True  # "Det krever mot", "Det vil si at"
        called = found.how == "as" and cue.voice == "active" and self.speech.grammar.verb_final
        return phrase is None and side == "agent" and (called or self._unsaid(cue, found))  # "so nennt man das"

    def _inverted_around(self, cue: VerbCue, phrase: Phrase) -> bool:
        """Say whether what stands before an English verb and its comma can't speak: "Not so, said the head of"."""
        if not self.speech.grammar.subject_first or phrase.end != cue.first - 1 or self.frame.lower(phrase.end) != ",":
            return False
        return phrase.kind == "np" and phrase.aside is None and not self.finder.can_speak(phrase)

    def _has_lemma(self, group: str, cue: VerbCue) -> bool:
        return cue.verb.lemma in self.speech.words[group]

    def _has(self, group: str, j: int) -> bool:
        return self.speech.has(group, self.frame.lower(j))

    def _asked_by_all(self) -> bool:
        """Say whether a sentence asks who says or thinks what: the reporter's question."""
        tokens = self.frame.tokens
        if self.frame.within or tokens[-1].text != "?" or self.frame.quotes:
            return False
        first = next((j for j, token in enumerate(tokens) if token.text[0].isalnum()), 0)
        return self._has("question", first) or (self._has("conjunctions", first) and self._has("question", first + 1))

    def _unsaid_by_anyone(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a verb names what nobody has said yet: "nobody said", "if he says", "anyone who says"."""
        if phrase is None and cue.refusal is None and self._by_nobody(cue):
            return True
        if self.speech.grammar.verb_final:
            mine = phrase is not None and self.frame.lower(phrase.start) in self.speech.pronouns["subject_1"]
            reporter = mine and not self.frame.within and cue.verb.act is not Act.ASK  # "Ich finde, dass"
            anyone = phrase is not None and self._anyone(phrase, cue.refusal is not None)
            return reporter or anyone or (cue.negated and cue.first == 0 and cue.at == 1)  # "Niemand glaubte"
        if self.speech.table is not None:
            start = clause_start(self.frame, cue.first, self.speech)
            wished = self._has("purpose", start) or self._has("purpose", start - 1)
            wished = wished and cue.voice != "infinitive"  # "chce, żeby powiedział, kto", no "by powiedzieć, że"
            return wished or self._has("conditional", start) or self._has("conditional", start - 1)  # "jeśli uzna, że"
        if self.speech.grammar.verb_medial and phrase is not None:  # "Der er ingen, der har taget ansvaret"
            nobody = phrase.antecedent[1] - 1 if phrase.antecedent else phrase.start
            alone = phrase.antecedent is not None or phrase.end == phrase.start + 1
            return alone and self._has("negations", nobody)  # "Ingen kan svare på, hvor", no "ingen af dem"
        if not self.speech.grammar.subject_first:
            return False
        subject = self.finder.left(cue.first) if cue.voice == "passive" else phrase
        if subject is None or subject.start >= cue.first:
            return False
        if subject.antecedent is not None:
            return subject.antecedent[0] + 1 >= subject.antecedent[1] and self._has("anyone", subject.antecedent[0])
        nobody = self._has("negations", subject.start)
        nobody = nobody or (self._has("anyone", subject.start) and cue.voice != "passive")
        numbered = self.frame.tokens[subject.start + 1].text[0].isdigit()  # "No 10"
        return (nobody and not numbered) or self._has("conditional", subject.start - 1)

    def _by_nobody(self, cue: VerbCue) -> bool:
        """Say whether a pronoun for nobody opens a German or Polish clause: "Niemand hat uns gesagt, wo", "Nikt nie
        mówił, dokąd"."""
        nobody, start = self.speech.words["nobody"], clause_start(self.frame, cue.first, self.speech)
        return bool(nobody) and any(self.frame.lower(j) in nobody for j in range(start, min(cue.at, start + _OPENING)))

    def _anyone(self, phrase: Phrase, refused: bool) -> bool:
        """Say whether a German subject is a mere "this", whoever may, or nobody: "Das zeigt, dass", "Wer sagt, dass",
        "Keiner der Minister sagte, dass"; "Keiner wollte sich äußern" is a refusal."""
        alone = phrase.end == phrase.start + 1 and phrase.kind != "relative" and self._has("pointers", phrase.start)
        none = self._has("negations", phrase.start) and not refused
        return alone or none or self._has("anyone", phrase.start)

    def _by_reporter(self, phrase: Phrase | None) -> bool:
        """Say whether "I", "we" or "you" outside a quotation is the subject: the author of a comment, or the reader."""
        if phrase is None or self.frame.within or self.frame.dash:
            return False
        word = self.frame.lower(phrase.start)
        alone = self.speech.grammar.verb_medial and phrase.end == phrase.start + 1
        reader = alone and self.speech.has("participants", word)  # "Lurer du på hva det koster?"
        return reader or word in self.speech.pronouns.get("subject_1", ())

    def _shown(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a thing shows something: "Målet bekreftet at", "Forestillingen minner om at"."""
        if phrase is None or not self.speech.has("showing_verbs", cue.verb.lemma):
            return False
        if self._no_person(phrase) and not self.frame.within:
            return True  # "Det krever at alle hjelper til"
        if phrase.kind != "np" or self._has("sides", phrase.end):
            return False  # "Fra fagforeningens side kræves det"
        acts = tuple(self.speech.words["agent_endings"])  # "taleren", "solisten": whoever does it
        agent = any(self.frame.lower(j).endswith(acts) for j in range(phrase.start, phrase.end))
        return not (agent or self.finder.can_speak(phrase) or self.finder.tells(phrase))

    def _supposed(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a verb tells what may be said, not what was: "hvis han sier at", "man kan si at"."""
        frame = self.frame
        if phrase is None or phrase.start >= cue.first:
            return phrase is None and cue.voice == "infinitive" and self._has("people", cue.first - 1)
        return self._has("conditional", phrase.start - 1) and not frame.within

    def _points(self, phrase: Phrase) -> bool:
        """Say whether a subject is a mere "this" or the one spoken to: "To potwierdza, że …", "Pyta pan, czy …"."""
        word = self.frame.lower(phrase.start)
        alone = phrase.end == phrase.start + 1
        return alone and (self.speech.has("impersonal", word) or self.speech.has("titles", word))

    def _only_this(self, j: int) -> bool:
        """Say whether nothing but "to" stands before a Polish verb in its clause."""
        opens = j == 0 or (j > 0 and not self.frame.tokens[j - 1].text[0].isalnum())
        return opens and self._has("impersonal", j)

    def _written(self, phrase: Phrase | None) -> bool:
        """Say whether a subject is a document: "the survey found"."""
        if phrase is not None and phrase.antecedent is not None and self.speech.grammar.verb_second:
            phrase = Phrase(*phrase.antecedent)  # "en rapport, der viser, at"
        if phrase is None or phrase.kind == "relative":
            return False
        if phrase.kind == "pronoun":
            return self._has("impersonal", phrase.start) and self.speech.grammar.subject_first  # "It found"
        return self.finder.is_document(phrase)

    def _by_press(self, phrase: Phrase | None) -> bool:
        """Say whether a subject is a medium's name or a noun for one: "The Herald understands", "this paper has"."""
        if phrase is None or phrase.kind != "np":
            return False
        words = range(phrase.start, phrase.end)
        if self.speech.noun_kind(self.frame.lower(phrase.end - 1)) == "medium":
            return True
        names = (self.finder.layers.names.get(self.frame.tokens[j].start) for j in words)
        found = {form for n in names if n is not None and n.type is not NameType.PERSON for form in (n.name, n.lemma)}
        return any(form and (is_media(form, self.speech.lang) or sounds_like_media(form)) for form in found)

    def _homograph(self, cue: VerbCue) -> bool:
        """Say whether the verb's form is also a reporting noun ("claims"): its subject must then be a speaker."""
        return any(isinstance(e, Noun) for e in self.speech.index.get(self.frame.lower(cue.at), ()))

    def _named_after(self, cue: VerbCue) -> bool:
        """Say whether a word that opens a verb-second sentence is a title: "Anklager Helle Berg siger"."""
        end = self.finder.name_at(cue.at + 1)
        if end is None:
            return False
        return any(v.first == end for v in self.extent.verbs) or is_finite(self.frame, end, self.speech)

    def _condition(self, cue: VerbCue) -> bool:
        """Say whether a sentence opens with "if" told by its verb alone: "Nekter firmaet å betale, ryker saken"."""
        frame = self.frame
        commas = (j for j in range(cue.at + 2, frame.last()) if frame.tokens[j].text == ",")
        return any(is_finite(frame, j + 1, self.speech) or lower_verb(frame, j + 1, self.speech) for j in commas)

    def _able(self, cue: VerbCue) -> bool:
        """Say whether a modal makes the infinitive speech ("kan bekræfte, at"), or in German any verb ("versuchte zu
        erklären, dass"): then a clause must tell what."""
        at = phase_at(self.frame, cue, self.speech)
        return at is not None and (self.speech.grammar.verb_final or self.speech.has("modals", self.frame.lower(at)))

    def _no_person(self, phrase: Phrase) -> bool:
        """Say whether "it" or "this" is the subject: without a clause the verb tells what happened, not who spoke."""
        word = self.frame.lower(phrase.start)
        alone = phrase.end - phrase.start == 1 and phrase.kind != "relative"  # Danish "der" is both
        return alone and (self.speech.has("impersonal", word) or self.speech.has("pointers", word))

    def _speechless(self, phrase: Phrase | None) -> bool:
        """Say whether a Polish subject is a thing that says nothing: "Zdjęcia wskazują na różnice"."""
        if phrase is None or self.speech.table is None:
            return False
        word = self.frame.tokens[phrase.start]
        if phrase.end == phrase.start + 1 and (gender(word.text) or "M" in self.speech.reading(word.lower)):
            return False  # a word that opens its sentence may be anybody's name: "Kit", "Lena"
        return not (self.finder.can_speak(phrase) or self.finder.tells(phrase))

    def _told_of_house(self, cue: VerbCue, found: Found) -> bool:
        """Say whether "it" is a firm or an office: "It promised to pay", no "It promises to be a long night"."""
        past = is_past(self.frame.lower(cue.at), self.speech.lang) or cue.auxiliary is not None
        a, b = found.stretches[0]
        state = any(self._has("passive_auxiliaries", j) for j in range(a, min(b, a + 2)))
        if found.how == "object" and self.speech.grammar.subject_first:  # "It denied the claims", no "It threatened us"
            opinion = (
                cue.verb.said or self._has_lemma("appraising_verbs", cue) or self._has_lemma("reckoning_verbs", cue)
            )
            spoken = past or cue.verb.lemma in self.speech.words["pure_verbs"]
            spoken = spoken and cue.verb.act not in (Act.WARN, Act.CONFIRM)
            return spoken and (cue.verb.act in (Act.DENY, Act.DECLINE) or opinion)
        return self.speech.grammar.subject_first and past and not state

    def _unsaid(self, cue: VerbCue, found: Found) -> bool:
        """Say whether a passive without an agent only tells what happened: "wurden zur Wahl aufgerufen"."""
        nominal = found.how == "of" and cue.verb.act in (Act.ASSERT, Act.DEMAND)
        if (
            nominal
            and self.speech.grammar.verb_medial
            and self.frame.lower(found.stretches[0][0] - 1) in cue.verb.claims
        ):
            return False  # "Det ble meldt om sammenstøt"
        asked = self.speech.grammar.verb_final and self.frame.lower(found.stretches[0][0] - 1) in cue.verb.claims
        if nominal and asked and cue.auxiliary and cue.auxiliary < cue.at:
            return False  # "Es wird um Hinweise gebeten", no "Wird er um Geld gebeten, …"
        if self.speech.grammar.verb_medial and self._has("infinitive_marks", found.stretches[0][0]):
            return False  # "Beboerne blir bedt om å lukke vinduene"
        if nominal and self.speech.table is not None and cue.verb.act is Act.DEMAND:
            at = found.stretches[0][0]
            doing = self.frame.lower(at).endswith(tuple(self.speech.words["verbal_noun_endings"]))
            return not (doing or self.frame.lower(at - 1).startswith("o"))  # "wezwano go do domu"
        return nominal and not self.extent.has_marks(*found.stretches[0])

    def nameless(self, cue: VerbCue, found: Found) -> bool:
        """Say whether somebody only asks not to be named: "en kilde, som ber om å få være anonym, sier"."""
        a, b = found.stretches[0]
        asks = cue.verb.act in (Act.DEMAND, Act.ASK, Act.DECLINE)
        return asks and any(self.speech.has("nameless", self.frame.lower(j)) for j in range(a, b))
