"""Content clauses without a complementizer: "said he would", "sagte, er werde", "sier de vil"."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses import (
    HARD,
    clause_end,
    is_dash,
    is_finite,
    is_reported,
    opens_clause,
    word_count,
)
from depesche.annotate.statements.content import MIN_CLAUSE, MIN_WORDS, REACH, Found
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import Frame
from depesche.annotate.statements.main_clauses import has_verb, opens_subordinate, surely_has_verb
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past

_ADDRESSEE = 4  # words of an addressee with an article: "a packed news conference"
_LISTENER = 4  # words of an addressee without one: "state television"
_LISTENERS = frozenset({"collective", "medium", "institution", "role", "role_m", "role_f", "human"})
_ASIDE = 24  # tokens between a verb and the comma before its clause, a relative clause between them
_SUBJECT = 8  # tokens from an article in which the verb of a main clause stands
MIN_NAMED = 4  # words of a clause that opens with a name, whose verb may be one the data don't know


@dataclass(slots=True)
class BareFinder:
    """Finds bare clauses after a verb."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def comma_clause(self, cue: VerbCue, after: int) -> bool:
        """Say whether a clause without "dass" follows the verb's comma at once: nothing there can be an apposition."""
        frame, speech = self.frame, self.speech
        if (
            not speech.grammar.bare_comma
            or frame.lower(after) != ","
            or speech.has("complementizers", frame.lower(after + 1))
        ):
            return False
        end = clause_end(frame, after, speech)
        return (
            end - after > MIN_CLAUSE
            and not opens_subordinate(frame, after + 1, speech)
            and self.finder.looks_nominal(after + 1, end)
        )

    def bare(self, cue: VerbCue, after: int, phrase: Phrase | None) -> Found | None:
        """A clause without complementizer right after the verb."""
        frame, speech = self.frame, self.speech
        if cue.voice == "passive" and speech.grammar.verb_medial:
            return None
        start = self._bare_start(after, cue, phrase)
        told = cue.verb.addressee and speech.grammar.subject_first  # "jurors were told he had lied"
        if start is None or (
            cue.voice == "passive" and not told and not self.impersonal(cue) and not self._reported(start)
        ):
            return None
        end = self.extent.end(start, cue)
        words = word_count(frame, start, end)
        if "object" in cue.verb.takes and not cue.verb.neutral:
            if speech.grammar.verb_medial and self._joined_verb(start, end):
                return None  # "krævede en undersøgelse og forlod salen"
            own = min(self.extent.own.beside(start, end), self.extent.own.joined(start, end))
            if speech.grammar.verb_medial:
                own = min(own, self._relative_behind(start, end))
            if speech.grammar.subject_first:
                own = min(own, self.extent.end(start, cue, verbless=True))
            if own < end and not surely_has_verb(frame, start, own, speech):
                return None  # "denied the charges when she appeared": the verb is that of the clause beside
        if words < MIN_WORDS or frame.is_quote(start):
            return None
        if speech.grammar.verb_final and self._has_object(cue, after, start):
            return None  # "verlangt Neuwahlen, ein Antrag fand keine Mehrheit"
        colon = self._colon_before_verb(start, end) if speech.grammar.verb_medial else None
        if colon is not None:
            return Found(((colon + 1, end),), "bare") if cue.verb.neutral else None
        opening = frame.lower(start)
        behind = speech.grammar.subject_first and phrase is not None and phrase.start > cue.at
        if behind and speech.has("beside_clauses", opening):
            return None  # ", said Price as he left"
        if cue.verb.written and speech.has("complementizers", opening):
            return None
        if speech.grammar.subject_first and speech.has("infinitive_marks", opening):
            return None
        if speech.grammar.subject_first and (self.finder.is_pronoun(start) or self._opens_content(start)):
            return Found(((start, end),), "bare")
        named = cue.verb.neutral and words >= MIN_NAMED and self.finder.name_at(start) is not None
        subjunctive = self._subjunctive_like(start, end)
        if cue.verb.written and frame.lower(start)[:1].isdigit():
            return Found(((start, end),), "bare")
        if words < 8 and not named and not subjunctive and not has_verb(frame, start, end, speech):
            return None
        stop = min(end, start + 14)
        if speech.table is not None and frame.lower(start - 1) == ":":
            return Found(((start, end),), "bare")  # "Policja apeluje: zostańcie w domach"
        verbs = any(v.voice == "active" and start <= v.at < stop for v in self.extent.verbs)
        if not (cue.verb.neutral or subjunctive or verbs or surely_has_verb(frame, start, stop, speech)):
            return None
        return Found(((start, end),), "bare")

    def _relative_behind(self, start: int, end: int) -> int:
        """Return the comma before a relative clause in [start, end): "annoncerede et nyt navn | , hvor han skrev"."""
        commas = (j for j in range(start, end) if self.frame.tokens[j].text == ",")
        return next((j for j in commas if self.speech.has("relative", self.frame.lower(j + 1))), end)

    def _joined_verb(self, start: int, end: int) -> bool:
        """Say whether the first verb of [start, end) follows a conjunction: an object stands before it, no clause.

        So it does where the only verb is that of a relative clause: "krever et møte med ministeren, som er bortreist".
        """
        verbs = [j for j in range(start, end) if is_finite(self.frame, j, self.speech)]
        first = verbs[0] if verbs else start
        if first == start:
            return False
        relative = self.frame.lower(first - 1) in self.speech.pronouns.get("relative", frozenset())
        if relative and self.speech.words["loose_relatives"]:
            closing = next((j for j in range(first, end) if self.frame.tokens[j].text == ","), end)
            return len(verbs) == 1 or (first < verbs[-1] < closing and self.frame.tokens[first - 2].text == ",")
        return self.speech.has("conjunctions", self.frame.lower(first - 1))

    def pronoun_clause(self, cue: VerbCue, after: int) -> bool:
        """Say whether a pronoun and its verb stand right behind an English verb: "accepted he was drunk"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or not self.finder.is_pronoun(after) or cue.voice == "passive":
            return False
        k = after + 1
        while self.finder.is_small(k):
            k += 1
        return is_finite(frame, k, speech) or is_past(frame.lower(k), speech.lang)

    def _has_object(self, cue: VerbCue, after: int, start: int) -> bool:
        """Say whether an object stands between a verb and the comma before a clause in the indicative."""
        if "object" not in cue.verb.takes or cue.verb.neutral or self.frame.lower(start - 1) != ",":
            return False
        end = clause_end(self.frame, start, self.speech)
        if any(is_reported(self.frame, j, self.speech) for j in range(start, end)):
            return False
        parts = set(cue.parts)
        words = [j for j in range(after, start - 1) if j not in parts and not self.finder.is_small(j)]
        return bool(words) and not self.speech.has("prepositions", self.frame.lower(words[0]))

    def _colon_before_verb(self, start: int, end: int) -> int | None:
        """Return the colon before which only an object stands, no clause: "afviser kritikken: Hun …"."""
        colon = next((j for j in range(start, end) if self.frame.tokens[j].text == ":"), None)
        if colon is None or any(is_finite(self.frame, j, self.speech) for j in range(start, colon)):
            return None
        return colon

    def _reported(self, start: int) -> bool:
        """Say whether a clause in the subjunctive starts here: "In dem Heft wird angedeutet, er sei krank"."""
        end = clause_end(self.frame, start, self.speech)
        return any(
            is_reported(self.frame, j, self.speech) and not self.speech.has("subjunctive_weak", self.frame.lower(j))
            for j in range(start, end)
        )

    def impersonal(self, cue: VerbCue) -> bool:
        return any(
            self.speech.has("impersonal", self.frame.lower(j)) for j in (cue.first - 1, cue.first + 1, cue.at + 1)
        )

    def _bare_start(self, after: int, cue: VerbCue, phrase: Phrase | None) -> int | None:
        frame, speech = self.frame, self.speech
        limit = self.frame.last()
        if speech.grammar.bare_comma:
            if phrase is not None and phrase.aside and phrase.start > cue.at:
                early = self._comma_start(phrase.end, limit)
                rest = range(phrase.aside[1], limit)
                if early is not None and (not rest or any(is_reported(frame, j, speech) for j in rest)):
                    return early
            return self._comma_start(after, limit)
        j = after
        while j < limit:
            word = frame.lower(j)
            time = self.finder.time_at(j)
            if self._opens_content(j):
                return j
            if time:
                j = time
            elif self.finder.is_small(j) and not self.finder.is_pronoun(j):
                j += 1
            elif speech.has("prepositions", word):
                following = self._after_prepositional(j, limit)
                if following is None:
                    return None
                j = following
            elif frame.tokens[j].text == ",":
                return j + 1 if self._after_comma(j + 1, cue) else None
            elif frame.tokens[j].text == ":" and speech.grammar.verb_medial and "quote" in cue.verb.takes:
                return j + 1  # "Ekspert advarer: Isen er for tynd"
            elif cue.verb.addressee and (told := self._told_end(j, limit) or self._addressee_end(j, limit)) is not None:
                return told
            else:
                return j
        return None

    def _opens_content(self, j: int) -> bool:
        """Say whether a small word after an English verb belongs to the content: "there", "between 3 and 4"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first:
            return False
        word = frame.lower(j)
        hyphen = frame.lower(j + 1) == "-" and not is_dash(frame, j + 1) and speech.has("prepositions", word)
        number = frame.lower(j + 1)[:1].isdigit() and not self.finder.time_at(j + 1)
        figure = (number or self._least(j)) and speech.has("prepositions", word)
        return hyphen or figure or speech.has("impersonal", word) or speech.has("negations", word)

    def _least(self, j: int) -> bool:
        """Say whether a figure follows a preposition and a word like "least": "at least 14", "up to 40"."""
        bound = self.speech.has("bounds", self.frame.lower(j + 1))
        return bound and self.frame.lower(j + 2)[:1].isdigit()

    def _after_comma(self, i: int, cue: VerbCue) -> bool:
        """Say whether a main clause follows the comma that Danish sets before all content: "Hun siger, det haster"."""
        if i - 2 in cue.parts and self.speech.has("impersonal", self.frame.lower(i)):
            return is_finite(self.frame, i + 1, self.speech)  # "Hun siger, der mangler penge": no relative clause
        if not self.speech.grammar.verb_second or not self.clause_opens(i, ","):
            return False
        return self.finder.is_pronoun(i) or self.finder.looks_nominal(i, clause_end(self.frame, i, self.speech))

    def _told_end(self, j: int, limit: int) -> int | None:
        """Return where an English clause starts after a known listener and adverbials: "told the court | water is"."""
        frame, speech = self.frame, self.speech
        end = self._known_listener(j, limit) if speech.grammar.subject_first else None
        while end is not None and end < limit:
            word = frame.lower(end)
            if self._opens_content(end) or frame.tokens[end].text == ",":
                break
            if (time := self.finder.time_at(end)) is not None:
                end = time
            elif self.finder.is_small(end) and not self.finder.is_pronoun(end):
                end += 1
            elif speech.has("prepositions", word):
                end = self._after_prepositional(end, limit)
            else:
                break
        if end is None or speech.has("complementizers", frame.lower(end)) or speech.has("question", frame.lower(end)):
            return None
        stop = min(limit, end + REACH)
        return end if surely_has_verb(frame, end + 1, stop, speech) else None

    def _known_listener(self, j: int, limit: int) -> int | None:
        """Return the index after a pronoun, name or noun for listeners at `j`; None where none stands there."""
        frame, speech = self.frame, self.speech
        if self._object_pronoun(j) and not speech.has("articles", frame.lower(j)):
            return j + 1
        k = j + 1 if speech.has("articles", frame.lower(j)) else j
        end = self.finder.name_at(k) if k < limit else None
        if end is not None:
            if frame.lower(end) == "-" and frame.tokens[end - 1].end == frame.tokens[end].start:
                end += 2  # "WKTV-TV"
            while end < limit and speech.noun_kind(frame.lower(end)) == "medium":
                end += 1
            return end if frame.lower(end) not in {"'s", "’s"} else None
        for at in range(k, min(limit, k + _LISTENER)):
            if not frame.tokens[at].text[0].islower() or is_finite(frame, at, speech):
                return None
            kinds = [speech.noun_kind(frame.lower(i)) for i in (at, at + 1)]
            if kinds[0] in _LISTENERS and kinds[1] not in _LISTENERS:
                return at + 1
        return None

    def _addressee_end(self, j: int, limit: int) -> int | None:
        """Return where content starts after the one told: "told the Daily Echo the club would", "told reporters he"."""
        frame, speech = self.frame, self.speech
        if self._object_pronoun(j) and self._opens_subject(j + 1):
            return j + 1  # "told her she was wrong"
        if (listener := self._listener_end(j, limit)) is not None:
            return listener
        k = j + 1 if speech.has("articles", frame.lower(j)) else j
        if k == j and speech.noun_kind(frame.lower(j)) is not None and self.finder.is_pronoun(j + 1):
            return j + 1  # "told police he was asleep"
        end = self.finder.name_at(k) if k < limit else None
        if end is None:
            end = k
            while end < limit and frame.tokens[end].text[0].isupper() and end - k < 5:
                end += 1
            if end == k and (k == j or k >= limit):
                return None
            if end == k:
                end = self._opening_after(k + 1, limit)
        while end < limit and self.speech.noun_kind(frame.lower(end)) is not None:
            end += 1
        opens = end < limit and (
            self.finder.is_pronoun(end)
            or speech.has("articles", frame.lower(end))
            or (self.finder.name_at(end) is not None and not self.finder.inside_name(end))
        )
        return end if opens else None

    def _object_pronoun(self, j: int) -> bool:
        word = self.frame.lower(j)
        return any(word in forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))

    def _opens_subject(self, j: int) -> bool:
        """Say whether a subject opens at `j`: a pronoun, an article, a name, "there"."""
        word = self.frame.lower(j)
        opens = self.speech.has("articles", word) or self.speech.has("impersonal", word)
        return opens or self.finder.is_pronoun(j) or self.finder.name_at(j) is not None

    def _listener_end(self, j: int, limit: int) -> int | None:
        """Return where content starts after listeners without an article: "told local radio it would take months"."""
        if not self.speech.grammar.subject_first or self.speech.has("articles", self.frame.lower(j)):
            return None
        for k in range(j, min(limit - 1, j + _LISTENER)):
            kind = self.speech.noun_kind(self.frame.lower(k))
            if kind in _LISTENERS and self._opens_subject(k + 1):
                return k + 1
            if not self.frame.tokens[k].text[0].islower() or is_finite(self.frame, k, self.speech):
                return None
        return None

    def _opening_after(self, k: int, limit: int) -> int:
        """Return where a clause opens after "told a …", `k` where none does soon: "told a news conference he"."""
        for j in range(k, min(limit, k + _ADDRESSEE)):
            if self.speech.has("prepositions", self.frame.lower(j)) or is_finite(self.frame, j, self.speech):
                break
            if self.finder.is_pronoun(j) or self.speech.has("articles", self.frame.lower(j)):
                return j
        return k

    def _comma_start(self, after: int, limit: int) -> int | None:
        """Return where a clause starts that the first comma or colon from `after` on opens."""
        frame, inside = self.frame, after
        for j in range(after, min(limit, after + _ASIDE)):
            text = frame.tokens[j].text
            if j < inside:
                continue
            if text in {",", ":"}:
                if j + 1 >= limit or frame.is_quote(j + 1):
                    return None
                if text == "," and inside == after and (closing := self._relative_end(j + 1, limit)) is not None:
                    inside = closing  # "sagten zwei Leute, die dabei waren, es sei …"
                    continue
                return j + 1 if self.clause_opens(j + 1, text) else None
            if text in HARD or is_finite(frame, j, self.speech):
                return None
        return None

    def _relative_end(self, i: int, limit: int) -> int | None:
        """Return the comma that ends a relative clause at `i`, None where none opens there or nothing follows it."""
        frame = self.frame
        if not self.speech.grammar.verb_final or not self.relative_here(i):
            return None
        end = clause_end(frame, i, self.speech)
        closed = end < limit and frame.tokens[end].text == "," and is_finite(frame, end - 1, self.speech)
        return end if closed else None

    def clause_opens(self, i: int, mark: str) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(i)
        if speech.has("relative", word) and not speech.has("articles", word):
            return False
        if speech.has("conjunctions", word) or opens_clause(frame, i, speech) or speech.has("infinitive_marks", word):
            return False
        if opens_subordinate(frame, i, speech) and not self._articled(i):
            return False
        if mark == "," and self.extent.narration.takes_over(i):
            return False
        end = clause_end(frame, i, speech)
        if mark == ":":
            return True
        if any(is_reported(frame, j, speech) for j in range(i, min(frame.last(), i + REACH))):
            return not self.relative_here(i)
        if self._subjunctive_like(i, end):
            return True
        if is_finite(frame, i, speech):
            return False
        return any(is_finite(frame, j, speech) for j in range(i, min(end, i + 14))) and not self.relative_here(i)

    def _subjunctive_like(self, a: int, b: int) -> bool:
        """Say whether a clause has a lower-case word in -e in second place that may be a subjunctive ("resultiere")."""
        frame, speech = self.frame, self.speech
        if not speech.words["subjunctive"]:
            return False
        for j in range(a + 1, b):
            token = frame.tokens[j]
            following = frame.tokens[j + 1].text if j + 1 < b else ""
            plain = token.text[0].islower() and len(token.text) > 4 and token.lower.endswith("e")
            if plain and frame.tokens[j - 1].text[0].isupper() and following[:1].islower():
                return not any(speech.has(g, token.lower) for g in ("articles", "adverbs", "prepositions"))
        return False

    def _articled(self, i: int) -> bool:
        """Say whether a word that is article or relative pronoun stands before its noun: ", die Gruppe habe"."""
        frame = self.frame
        if not self.speech.has("articles", frame.lower(i)):
            return False
        following = frame.tokens[i + 1] if i + 1 < len(frame.tokens) else None
        if following is None or self.speech.has("articles", following.lower):
            return False
        return following.text[0].isupper() or following.lower.endswith(("e", "en", "er", "em"))

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

    def _after_prepositional(self, j: int, limit: int) -> int | None:
        """Return where content starts after "in a statement (on) Friday"; None where the clause ends first."""
        frame, speech = self.frame, self.speech
        k = j + 1
        while k < limit:
            text = frame.tokens[k].text
            if text == "," or text in HARD:
                return None
            before = frame.lower(k - 1)
            opens = (
                self.finder.is_pronoun(k)
                or speech.has("articles", frame.lower(k))
                or self.finder.name_at(k) is not None
                or self.finder.time_at(k) is not None
            )
            bound = any(speech.has(g, before) for g in ("prepositions", "articles", "conjunctions"))
            if k > j + 1 and opens and not bound and not self.finder.inside_name(k):
                return k
            if speech.has("prepositions", frame.lower(k)) and k > j + 1:
                return k
            k += 1
        return None
