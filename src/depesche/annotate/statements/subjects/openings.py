"""Which opening of a verb-second sentence is no subject, so that the subject stands behind the verb: "Dagen etter | sa
treneren", "Kurz vor der Wahl | erklärte das Amt", "Der Zeitung | sagte der Trainer".

An adjective or an object that opens the sentence is read in `inversion`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite, opens_clause
from depesche.annotate.statements.clauses.main_clauses import lower_verb
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.inversion import InversionReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import SourcePhrase, Speech

_HEAD: Final = 4  # tokens in which the noun of a time or the preposition of an adverbial stands
_CLAUSE: Final = 8  # tokens between a subject and the word or mark that opens what it says


def tells_when(finder: PhraseFinder, found: Phrase) -> bool:
    """Say whether a phrase before a verb-second verb tells when or in answer to what: "Dagen etter", "Som svar"."""
    frame, speech = finder.frame, finder.speech
    before, first = frame.lower(found.start - 1) if found.start else "", frame.text_start()
    compared = speech.grammar.verb_medial and first < found.start and speech.has("as_words", frame.lower(first))
    if compared and all(frame.tokens[j].text[0].isalnum() for j in range(first, found.start)):
        return True  # "Som svar på kritikken | sa treneren", "Som leder for utvalget | sa Foss"
    return _names_time(finder, found) or _led(finder, found) or speech.has("adverbial_prepositions", before)


def _names_time(finder: PhraseFinder, found: Phrase) -> bool:
    """Say whether the head of a phrase is a time: "Dagen etter", "Zwei Tage nach der Wahl", "Samme aften"."""
    near = range(found.start, min(found.end, found.start + _HEAD))
    if any(finder.name_at(j) for j in near):
        return False
    head = next((j for j in near if finder.speech.has("prepositions", finder.frame.lower(j))), near.stop)
    times = range(found.start, max(head, found.start + 1))
    left_out = range(found.end, found.end + (found.end - found.start == 1))  # "Samme | kveld"
    return any(finder.speech.has("time_nouns", finder.frame.lower(j)) for j in (*times, *left_out))


def _led(finder: PhraseFinder, found: Phrase) -> bool:
    """Say whether a small word and a preposition open a phrase: "Like før avstemningen", "Kurz vor der Wahl"."""
    first, second = finder.frame.lower(found.start), finder.frame.lower(found.start + 1)
    if finder.name_at(found.start) or finder.speech.noun_kind(first) is not None or found.end - found.start < 2:
        return False
    return finder.speech.has_any(("beside_times", "adverbial_prepositions"), second)


def soon_after(finder: PhraseFinder, found: Phrase) -> bool:
    """Say whether nothing but a time told by another opens the sentence: "Kurz darauf | erklärte das Amt"."""
    first, second = finder.frame.lower(found.start), finder.frame.lower(found.start + 1)
    return finder.speech.has("since", first) and finder.speech.has("adverbs", second)


@dataclass(slots=True)
class OpeningReader:
    """Finds the subject behind an adverbial or an addressee that opens a sentence, in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    inversion: InversionReader

    def subject_behind(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject behind the verb where `found` before it is none; None where `found` may be the subject."""
        if not self.speech.grammar.verb_second or found.kind != "np" or found.aside is not None:
            return None
        right = self._right(cue)
        if right is not None and soon_after(self.finder, found):
            return right
        if right is None or not self._can_be_subject(right):
            return None
        mute = self._cannot_speak(found, cue) and self._tells(right, cue)
        return right if mute or tells_when(self.finder, found) or self._addressed(found) else None

    def behind_clause(self, found: Phrase, cue: VerbCue) -> Phrase | None:
        """Return the subject behind a Danish or Norwegian verb that no comma parts from the clause before it, of which
        `found` is the subject: "Da han gikk ut | sa | treneren at"."""
        frame, speech, opening = self.frame, self.speech, found.start - 1
        opens = speech.grammar.verb_medial and opening == frame.text_start() and opens_clause(frame, opening, speech)
        inside = range(found.end, cue.first)
        if not opens or not any(is_finite(frame, j, speech) or lower_verb(frame, j, speech) for j in inside):
            return None
        right = self._right(cue)
        return right if right is not None and self._can_be_subject(right) else None

    def _right(self, cue: VerbCue) -> Phrase | None:
        if cue.auxiliary is not None and cue.auxiliary < cue.at:
            return self.inversion.after_auxiliary(cue)
        return None if cue.voice != "active" else self.inversion.right(cue, cue.at + 1)

    def _can_be_subject(self, right: Phrase) -> bool:
        """Say whether a phrase behind a verb is one who can speak, and in German no dative."""
        word = self.frame.lower(right.start)
        if right.kind == "pronoun":
            return word in self.speech.subjects
        if self.speech.has("pure_datives", word) or self._feminine_dative(right):
            return False
        return self.finder.head_speaks(right)

    def _addressed(self, found: Phrase) -> bool:
        """Say whether a German dative or accusative opens the sentence: "Der Zeitung", "Den Tränen nahe"."""
        if not self.speech.grammar.verb_final:
            return False
        word = self.frame.lower(found.start)
        oblique = self.speech.has("pure_datives", word) or self.speech.has("accusative_articles", word)
        oblique = oblique or self._quoted_feminine(found)
        entries = self.speech.last_index.get(self.frame.lower(found.end - 1), ())
        behind = any(isinstance(e, SourcePhrase) for e in entries)  # "Der Agentur zufolge"
        return oblique or behind or self._feminine_dative(found)

    def _feminine_dative(self, phrase: Phrase) -> bool:
        """Say whether "der" stands before a noun that is feminine by its ending."""
        if not self.speech.has("articles_m", self.frame.lower(phrase.start)):
            return False
        endings = tuple(self.speech.words["feminine_endings"])
        nouns = (j for j in range(phrase.start + 1, phrase.end) if self.frame.tokens[j].text[0].isupper())
        head = next(nouns, None)
        return head is not None and bool(endings) and self.frame.lower(head).endswith(endings)

    def _quoted_feminine(self, phrase: Phrase) -> bool:
        """Say whether "der" stands before a title in marks that ends as a feminine noun: "Der „Neuen Zeitung“"."""
        marked = self.frame.lower(phrase.start + 1) in MARKS
        if not marked or not self.speech.has("articles_m", self.frame.lower(phrase.start)):
            return False
        nouns = [j for j in range(phrase.start + 2, phrase.end) if self.frame.tokens[j].text[0].isupper()]
        return bool(nouns) and self.frame.lower(nouns[-1]).endswith(tuple(self.speech.words["feminine_endings"]))

    def _cannot_speak(self, found: Phrase, cue: VerbCue) -> bool:
        """Say whether a Danish or Norwegian opening is nobody who speaks, before a verb that names no addressee."""
        bare = found.end - found.start == 1 and not self.frame.lower(found.start).endswith(
            tuple(self.speech.words["definite_endings"] or {" "})
        )
        if not self.speech.grammar.verb_medial or (cue.verb.addressee and not bare):
            return False  # "Meldingen opplyste politiet om at"
        return not self.finder.head_speaks(found) and not self.finder.tells(found)

    def _tells(self, right: Phrase, cue: VerbCue) -> bool:
        """Say whether what is said opens behind a subject, with its word or a mark, before any other verb."""
        end = right.aside[1] if right.aside else right.end
        for j in range(end, min(end + _CLAUSE, len(self.frame.tokens))):
            word = self.frame.lower(j)
            if word in {":", QUOTE} or self.speech.has("complementizers", word):
                return True
            if is_finite(self.frame, j, self.speech) and j not in cue.parts:
                return False
        return False
