"""Infinitives as content: "vowed to fight", "versprach, … zu gehen", "ordered judges to stop"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.adverbials import past_adverbials
from depesche.annotate.statements.clauses.boundaries import HARD, clause_end, is_finite, opens_clause
from depesche.annotate.statements.clauses.case_adverbials import AdverbialReader
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.neighbours import is_participle
from depesche.annotate.statements.clauses.verb_final import is_zu_infinitive, opens_infinitive
from depesche.annotate.statements.content.shared import REACH, Found
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Speech, VerbForm

_INFINITIVE: Final = 10  # tokens between a Polish verb and its infinitive


@dataclass(slots=True)
class InfinitiveFinder:
    """Finds demands and promises in the infinitive."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def infinitive(self, cue: VerbCue, after: int) -> Found | None:
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final:
            return self._zu_clause(cue, after)
        if not speech.words["infinitive_marks"]:
            return self._bare_infinitive(cue, after)
        if speech.grammar.verb_medial and cue.voice == "passive" and cue.verb.thought:
            return None  # "forventes at vinde"
        behind = max(cue.parts) + 1
        if behind > after and speech.has("infinitive_marks", frame.lower(behind)):
            after = behind  # "ga elevene beskjed om | å gå"
        after = self._past_told(self._past_aside(after))
        for j in range(after, min(after + 8, len(frame.tokens))):
            if speech.has("infinitive_marks", frame.lower(j)):
                following = frame.lower(j + 1)
                capital = j + 1 < len(frame.tokens) and frame.tokens[j + 1].text[0].isupper()
                if speech.has("articles", following) or capital or self._told(j + 1):
                    return None
                denied = j - 1 > cue.at and not cue.negated and speech.has("negations", frame.lower(j - 1))
                start = j - 1 if denied else j  # "har lovet | ikke at sige mere"
                return Found(((start, self._before_date(j, self.extent.end(j, cue))),), "inf")
            if not (self.finder.is_small(j) or self.finder.is_pronoun(j) or self.finder.time_at(j)):
                return self._past_adverbial(cue, j)
        return None

    def _told(self, j: int) -> bool:
        """Say whether people behind an English "to" are told, no verb: "admitted to | police | he had lied"."""
        clause = any(self.frame.lower(j + 1) in self.speech.pronouns[f"subject_{who}"] for who in ("m", "f", "pl"))
        people = self.speech.grammar.subject_first and self.speech.noun_kind(self.frame.lower(j)) is not None
        return people and clause

    def _before_date(self, mark: int, end: int) -> int:
        """Leave out when a quoted infinitive was said: 'vowed to "raise the people's army" | today at a rally'."""
        k = mark + 1
        while k < end and k in self.frame.quoted:
            k += 1
        led = k + self.speech.has("prepositions", self.frame.lower(k))
        dated = mark + 1 < k < end and self.finder.time_at(led) is not None
        return k if dated else end

    def _past_adverbial(self, cue: VerbCue, i: int) -> Found | None:
        """Return an English infinitive behind where or when it was said: "vowed in a letter to staff to fight on"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or not speech.has("prepositions", frame.lower(i)):
            return None
        for j in range(i + 1, min(i + REACH, frame.last())):
            if frame.tokens[j].text in HARD or frame.tokens[j].text == "," or is_finite(frame, j, speech):
                return None
            if speech.has("infinitive_marks", frame.lower(j)) and self._opens_infinitive(j + 1):
                return Found(((j, self.extent.end(j, cue)),), "inf")
        return None

    def _opens_infinitive(self, j: int) -> bool:
        """Say whether the word after "to" is a verb: no name, noun for a source, article or time."""
        frame, speech, word = self.frame, self.speech, self.frame.lower(j)
        noun = speech.noun_kind(word) is not None or speech.has("articles", word) or self.finder.is_pronoun(j)
        small = j < len(frame.tokens) and frame.tokens[j].text[0].islower()
        return small and not noun and self.finder.time_at(j) is None

    def _past_told(self, after: int) -> int:
        """Go over whom somebody promises to do something: "lovet | investorene | å senke kostnadene"."""
        if not self.speech.grammar.verb_medial:
            return after
        start = past_adverbials(self.finder, after, min(after + 8, len(self.frame.tokens)))
        told = self.finder.right(start)
        direct = told is not None and self.speech.has("infinitive_marks", self.frame.lower(told.end))
        return told.end if direct and told is not None and self.finder.can_speak(told) else start

    def _past_aside(self, after: int) -> int:
        """Go over a clause between commas: "lover, hvis det vinner valget, å senke skatten"."""
        if not self.speech.grammar.verb_medial or self.frame.lower(after) != ",":
            return after
        if not opens_clause(self.frame, after + 1, self.speech):
            return after
        end = clause_end(self.frame, after + 1, self.speech)
        return end + 1 if self.frame.lower(end) == "," else after

    def _bare_infinitive(self, cue: VerbCue, after: int) -> Found | None:
        """Polish: the infinitive is known by its ending alone."""
        frame = self.frame
        for j in range(after, min(after + _INFINITIVE, len(frame.tokens))):
            word = frame.lower(j)
            if frame.tokens[j].text in HARD or frame.tokens[j].text == ",":
                return None
            if self._polish_infinitive(j) or (len(word) > 3 and word.endswith(("ec", "óc")) and self._no_noun(word)):
                return Found(((self._past_adverbials(after, j), self.extent.end(j, cue)),), "inf")
        return None

    def _past_adverbials(self, after: int, j: int) -> int:
        """Go over "się" and adverbials before a Polish infinitive: "zobowiązał się w środę | zwolnić zakładników"."""
        reader = AdverbialReader(self.frame, self.speech, self.finder)
        start = reader.past(after, j + 1)
        while start < j and self.speech.has("reflexives", self.frame.lower(start)):
            start = reader.past(start + 1, j + 1)
        return start

    def _zu_clause(self, cue: VerbCue, after: int) -> Found | None:
        """German: ", … zu gehen": "zu" before the end of the clause, no finite verb; the comma is often left out."""
        frame, speech = self.frame, self.speech
        end = clause_end(frame, after, speech) if after < len(frame.tokens) else after
        marked = frame.lower(after) not in HARD and frame.lower(after) != "," and self._has_zu(after + 1, end)
        if marked and not any(is_finite(frame, j, speech) for j in range(after, end)):
            return Found(((after, self.extent.end(after, cue)),), "inf")
        for j in range(after, min(after + REACH, len(frame.tokens))):
            if frame.tokens[j].text in HARD or self._joins_verb(after, j):
                return None
            if frame.tokens[j].text == ",":
                beside = speech.has("purpose", frame.lower(j + 1))  # ", ohne den Gast anzusehen"
                opens = not beside and opens_infinitive(frame, j + 1, speech)
                return Found(((j + 1, self.extent.end(j + 1, cue)),), "inf") if opens else None
        return None

    def _joins_verb(self, after: int, j: int) -> bool:
        """Say whether a German conjunction behind an object joins the next verb, whose infinitive follows: "versprach
        Aufklärung | und | bat darum, nicht zu spekulieren"."""
        joins = j > after and self.speech.has("conjunctions", self.frame.lower(j))
        return joins and (is_finite(self.frame, j + 1, self.speech) or j + 1 in self.extent.reporting)

    def _has_zu(self, a: int, b: int) -> bool:
        return any(is_zu_infinitive(self.frame, j, self.speech) for j in range(a, b))

    def order(self, cue: VerbCue, after: int) -> Found | None:
        """Person and infinitive: the addressee belongs to what is demanded."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final:
            found = self._zu_clause(cue, after)
            return Found(((after, found.stretches[0][1]),), "order") if found else None
        own = speech.grammar.subject_first and frame.lower(after) in cue.verb.prepositions
        if own and not speech.has("addressee_prepositions", frame.lower(after)):
            return None  # "warns of losses as staff prepare to walk out"
        if speech.grammar.subject_first and self._clause_behind_pronoun(after):
            return None
        limit = min(after + 16, len(frame.tokens))
        if speech.grammar.verb_medial:
            after = past_adverbials(self.finder, after, limit)
        relative = False  # "ber folk som så noe, om å ringe"
        for j in range(after, limit):
            word = frame.lower(j)
            relative = relative or (j > after and word in speech.pronouns.get("relative", frozenset()))
            verb = is_finite(frame, j, speech) and not (speech.grammar.verb_medial and (relative or j == after))
            if frame.tokens[j].text in HARD or verb:
                return self._unmarked(cue, after, limit)
            marked = speech.has("infinitive_marks", word) and (j > after or self._passive(cue))
            marked = marked and not self._to_somebody(j)
            if speech.grammar.verb_medial and self._joins_participle(j):
                return None  # "bedt om hjælp og fået at vide, at": what follows is another verb's
            if marked and speech.grammar.verb_medial and self._opens_clause(j):
                return None  # "ville have gjort det samme, og at …"
            if marked or (not speech.words["infinitive_marks"] and j > after and self._polish_infinitive(j)):
                led = j == after + 1 and frame.lower(after) in cue.verb.prepositions  # "ble bedt om | å forklare seg"
                return Found(((j if led else after, self.extent.end(j, cue)),), "order")
            if not speech.words["infinitive_marks"] and speech.has("purpose", word):
                return Found(((after, self.extent.end(j, cue)),), "order")
        return self._unmarked(cue, after, limit)

    def _clause_behind_pronoun(self, j: int) -> bool:
        """Say whether a clause follows the pronoun of the one told: "told him | the two waiters refused to serve"."""
        told = any(self.frame.lower(j) in self.speech.pronouns[key] for key in ("object_m", "object_pl", "object_1"))
        opens = self.speech.has_any(("noun_articles", "contracted"), self.frame.lower(j + 1))
        opens = opens or self.finder.is_pronoun(j + 1)
        return told and (opens or self.finder.name_at(j + 1) is not None)

    def _to_somebody(self, j: int) -> bool:
        """Say whether the English "to" at `j` is a preposition: "told reporters it was news | to them"."""
        if not self.speech.grammar.subject_first:
            return False
        following = self.frame.lower(j + 1)
        person = any(following in forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))
        return person or self.speech.has("noun_articles", following)

    def _joins_participle(self, j: int) -> bool:
        """Say whether a conjunction joins a second participle at `j`."""
        return self.speech.has("conjunctions", self.frame.lower(j - 1)) and is_participle(self.frame, j, self.speech)

    def _opens_clause(self, j: int) -> bool:
        """Say whether "at" behind a comma or "og" is "that", no mark of an infinitive."""
        before = self.frame.lower(j - 1)
        return before == "," or self.speech.has("conjunctions", before)

    def _passive(self, cue: VerbCue) -> bool:
        """Say whether the one told is the subject: "passengers were told to stay away"."""
        return cue.voice == "passive" and self.speech.grammar.subject_first

    def _unmarked(self, cue: VerbCue, after: int, limit: int) -> Found | None:
        """Norwegian "ba ham gå": the infinitive without "å" stands right behind the one asked."""
        if not self.speech.grammar.verb_medial or after >= limit:
            return None
        word = self.frame.lower(after)
        person = any(word in forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))
        asked = None if person else self.finder.right(after, limit)
        end = after + 1 if person else asked.end if asked is not None else limit
        while end < limit and self.finder.is_small(end):
            end += 1
        if end >= limit or not self.base_form(end):
            return None
        return Found(((after, self.extent.end(end, cue, infinitive=True)),), "order")

    def base_form(self, j: int) -> bool:
        """Say whether a word is an infinitive: its present only adds an "r"."""
        word = self.frame.lower(j)
        present = word + "r"
        known = self.speech.has("finite", present) or self.speech.has("finite_or_noun", present)
        listed = any(isinstance(e, VerbForm) and e.kind == "infinitive" for e in self.speech.index.get(word, ()))
        return known or listed or self.speech.has("nonfinite", word)

    def _polish_infinitive(self, j: int) -> bool:
        word = self.frame.lower(j)
        endings = ("ać", "eć", "ić", "yć", "ąć", "uć", "ść", "źć")
        return len(word) > 3 and word.endswith(endings) and self._no_noun(word)

    def _no_noun(self, word: str) -> bool:
        """Say whether a Polish word with an infinitive's ending is no noun: "ostrożność" is one."""
        found = self.speech.reading(word)
        return not found or "9" in found
