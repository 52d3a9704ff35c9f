"""Whether a clause opens at a token although no word says so: "said, | er werde", "told her | she was".

From which token on that is asked, `bare_starts` decides. Clauses with an opening word stand in `opened_clauses`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_end, is_dash, is_finite, is_reported, opens_clause
from depesche.annotate.statements.clauses.main_clauses import opens_subordinate
from depesche.annotate.statements.clauses.narration import Narration
from depesche.annotate.statements.clauses.neighbours import told_verb
from depesche.annotate.statements.content.shared import REACH
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Speech

_AMOUNTS: Final = ("unnamed", "any_words", "counts")  # groups of words that tell how many
_SUBJECT: Final = 8  # tokens from an article in which the verb of a main clause stands
_VERB: Final = 14  # tokens in which the verb of a clause stands that a comma opens


@dataclass(slots=True)
class BareOpenings:
    """Tells, for one frame, where bare clauses open."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    narration: Narration

    def opens(self, i: int, mark: str) -> bool:
        """Say whether a bare clause opens at `i`, behind a comma or colon (`mark`)."""
        frame, speech = self.frame, self.speech
        i += frame.lower(i) in MARKS
        word = frame.lower(i)
        if speech.has("relative", word) and not speech.has("articles", word):
            return False
        if mark == "," and self._clause_first(i):
            return True
        if speech.has("conjunctions", word) or opens_clause(frame, i, speech) or speech.has("infinitive_marks", word):
            return False
        if opens_subordinate(frame, i, speech) and not self._articled(i):
            return False
        if mark == "," and self.narration.takes_over(i):
            return False
        end = clause_end(frame, i, speech)
        if speech.grammar.verb_final and speech.has("question", word) and end >= frame.last():
            return False  # "entscheiden, ob die Brücke gebaut wird"
        if mark == ":":
            return True
        if any(is_reported(frame, j, speech) for j in range(i, min(frame.last(), i + REACH))):
            return not self.relative_here(i)
        if self.subjunctive_like(i, end):
            return True
        if is_finite(frame, i, speech):
            return False
        near = range(i, min(end, i + _VERB))
        return any(is_finite(frame, j, speech) or told_verb(frame, j, speech) for j in near) and not (
            self.relative_here(i)
        )

    def _clause_first(self, i: int) -> bool:
        """Say whether German content opens with a clause beside its main one, whose verb in the subjunctive follows:
        "sagte, | wenn es regne, falle das Spiel aus"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.verb_final or not speech.has("subordinators", frame.lower(i)):
            return False
        end = clause_end(frame, i, speech)
        return frame.lower(end) == "," and is_reported(frame, end + 1, speech)

    def behind_comma(self, i: int, cue: VerbCue) -> bool:
        """Say whether a main clause follows the comma that Danish sets before all content: "Hun siger, det haster"."""
        cleft = self.frame.lower(cue.first - 2) == ","  # "Det er manden, politiet siger, | der stod bag"
        if i - 2 in cue.parts and not cleft and self.speech.has("impersonal", self.frame.lower(i)):
            verb = i + 1  # "Hun siger, der (ikke) mangler penge": no relative clause
            verb += self.speech.has_any(("negations", "adverbs"), self.frame.lower(verb))
            return is_finite(self.frame, verb, self.speech)
        if self._relative_subject(i):
            return True
        if not self.speech.grammar.verb_second or not self.opens(i, ","):
            return False
        if self.opens_content(i):
            return True
        return self.finder.is_pronoun(i) or self.finder.looks_nominal(i, clause_end(self.frame, i, self.speech))

    def _relative_subject(self, i: int) -> bool:
        """Say whether a Danish subject with its relative clause and its verb opens at `i`: "siger, | elever, som
        mobber, skal smides ud"."""
        frame, speech = self.frame, self.speech
        comma = clause_end(frame, i, speech)
        if not speech.grammar.verb_medial or not 0 < comma - i < _SUBJECT or frame.lower(comma) != ",":
            return False
        relative = speech.has("relative", frame.lower(comma + 1)) and not opens_subordinate(frame, i, speech)
        closing = clause_end(frame, comma + 1, speech)
        return relative and frame.lower(closing) == "," and is_finite(frame, closing + 1, speech)

    def opens_content(self, j: int) -> bool:
        """Say whether a small word after an English verb belongs to the content: "there's", "between 3 and 4"; in
        Danish and Norwegian a bound before an amount: "mener | nesten alle må gå"."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_medial:
            amount = frame.lower(j + 1)[:1].isdigit() or speech.has_any(_AMOUNTS, frame.lower(j + 1))
            return amount and speech.has("bounds", frame.lower(j)) and not self.finder.time_at(j + 1)
        if not speech.grammar.subject_first:
            return False
        word = frame.lower(j)
        hyphen = frame.lower(j + 1) == "-" and not is_dash(frame, j + 1) and speech.has("prepositions", word)
        number = frame.lower(j + 1)[:1].isdigit() and not self.finder.time_at(j + 1)
        figure = (number or self._least(j)) and speech.has("prepositions", word)
        return hyphen or figure or speech.has_any(("impersonal", "negations", "contracted"), word)

    def _least(self, j: int) -> bool:
        """Say whether a figure follows a preposition and a word like "least": "at least 14", "up to 40"."""
        figure = self.frame.lower(j + 2)
        return self.speech.has("bounds", self.frame.lower(j + 1)) and (
            figure[:1].isdigit() or self.speech.has_any(("counts", "indefinite"), figure)
        )

    def opens_subject(self, j: int) -> bool:
        """Say whether a subject opens at `j`: a pronoun, an article, a name, "there"."""
        word = self.frame.lower(j)
        opens = self.speech.has_any(("articles", "impersonal", "contracted"), word)
        return opens or self.finder.is_pronoun(j) or self.finder.name_at(j) is not None

    def subjunctive_like(self, a: int, b: int) -> bool:
        """Say whether a clause has a lower-case word in -e in second place that may be a subjunctive ("resultiere")."""
        frame, speech = self.frame, self.speech
        if not speech.words["subjunctive"]:
            return False
        for j in range(a + 1, b):
            token = frame.tokens[j]
            following = frame.tokens[j + 1].text if j + 1 < b else ""
            plain = token.text[0].islower() and len(token.text) > 4 and token.lower.endswith("e")
            if plain and frame.tokens[j - 1].text[0].isupper() and following[:1].islower():
                return not speech.has_any(("articles", "adverbs", "prepositions"), token.lower)
        return False

    def relative_here(self, i: int) -> bool:
        """German "der/die/das" after a comma opens a relative clause when its verb stands last."""
        frame, speech = self.frame, self.speech
        if not speech.has("relative", frame.lower(i)):
            return False
        if self._articled(i) and frame.tokens[i + 1].text[0].isupper():
            return False
        end = min(clause_end(frame, i, speech), frame.last())
        early = [j for j in range(i + 1, min(end - 1, i + _SUBJECT)) if is_finite(frame, j, speech)]
        last = is_finite(frame, end - 1, speech) and not (early and is_reported(frame, early[0], speech))
        return not early or (last and early[0] > i + 1)  # "der nicht genannt | werden wollte"

    def _articled(self, i: int) -> bool:
        """Say whether a word that is article or relative pronoun stands before its noun: ", die Gruppe habe"."""
        frame = self.frame
        if not self.speech.has("articles", frame.lower(i)):
            return False
        following = frame.tokens[i + 1] if i + 1 < len(frame.tokens) else None
        if following is None or self.speech.has("articles", following.lower):
            return False
        return following.text[0].isupper() or following.lower.endswith(("e", "en", "er", "em"))
