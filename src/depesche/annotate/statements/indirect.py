"""Reported content outside quotation marks: that-clauses, bare and fronted clauses, infinitives, objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses import HARD, clause_end, is_dash, is_finite, opens_clause, word_count
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import QUOTE, Frame
from depesche.annotate.statements.main_clauses import has_verb, opens_subordinate, surely_has_verb, whole_clause
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.speakers import SpeakerFinder
from depesche.lang.schema.speech import Noun, Speech
from depesche.records import Act, Span, StatementKind

_REACH: Final = 30  # tokens between a verb and the complementizer of its content
_MIN_CLAUSE: Final = 3  # words of a clause without complementizer
_MIN_BARE: Final = 2
_MIN_OBJECT: Final = 2
_MIN_OF: Final = 5
_SPEECH_ACTS: Final = frozenset({Act.DENY, Act.DEMAND, Act.PROMISE, Act.WARN, Act.CONFIRM})


@dataclass(frozen=True, slots=True)
class _Found:
    """Content in tokens, one or two stretches; `how` names the construction."""

    stretches: tuple[tuple[int, int], ...]
    how: str
    trailing: bool = False


@dataclass(slots=True)
class IndirectFinder:
    """Finds what the verbs of one frame report without quoting it whole."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    speakers: SpeakerFinder
    extent: Extent

    def find(self, cue: VerbCue) -> Draft | None:
        """Return the statement a verb reports, None where it reports nothing."""
        if cue.voice == "infinitive" and not (cue.refusal or self._phase(cue)):
            return None
        if cue.modal and cue.voice == "active" and not cue.negated and not cue.refusal:
            return None
        phrase, side = self.speakers.subject(cue)
        if cue.first == 0 and phrase is None and cue.voice == "active" and self.speech.grammar.base_form_nouns:
            return None
        if self._homograph(cue) and not self.finder.can_speak(phrase):
            return None
        found = self._content(cue, phrase, side)
        if found is None and phrase is not None and side == "right" and not self.speech.grammar.verb_second:
            phrase, side = self.finder.left(cue.first), "left"
            found = self._content(cue, phrase, side)
        loose = found is not None and found.how not in ("that", "bare", "fronted", "question")
        if found is None or (loose and cue.verb.human and not self.finder.can_speak(phrase)):
            return None
        spans = tuple(s for a, b in found.stretches if (s := self.extent.span(a, b)) is not None)
        if not spans:
            return None
        return self._draft(cue, found, spans, phrase, side)

    def _homograph(self, cue: VerbCue) -> bool:
        """Say whether the verb's form is also a reporting noun ("reports", "claims"): its subject must then be a speaker."""
        return any(isinstance(e, Noun) for e in self.speech.index.get(self.frame.lower(cue.at), ()))

    def _phase(self, cue: VerbCue) -> bool:
        """Say whether an infinitive goes on with speech: "went on to say", "valgte å si"."""
        return any(self.speech.has("phase", self.frame.lower(j)) for j in range(max(0, cue.at - 4), cue.at))

    def _draft(self, cue: VerbCue, found: _Found, spans: tuple[Span, ...], phrase: Phrase | None, side: str) -> Draft:
        quoted = any(self.extent.has_marks(a, b) for a, b in found.stretches)
        start = found.stretches[0][0]
        return Draft(
            self.frame,
            found.how,
            spans,
            self._cue_spans(cue),
            cue.refusal.act if cue.refusal else cue.verb.act,
            StatementKind.MIXED if quoted else StatementKind.INDIRECT,
            phrase,
            cue.verb,
            cue.negated,
            follows=phrase is None and side != "agent",
            anonymous=phrase is None and (side == "agent" or self.speakers.impersonal(cue)),
            at=cue.at,
            told=None
            if found.how in ("order", "object")
            else self.speakers.told(cue, start if start > cue.at else self.frame.last(), phrase),
            trailing=found.trailing,
            subject=self.speakers.sentence_subject(cue) if phrase is None and side != "agent" else None,
        )

    def _cue_spans(self, cue: VerbCue) -> tuple[Span, ...]:
        out: list[Span] = []
        tokens = self.frame.tokens
        for p in cue.parts:
            if out and p and out[-1].end == tokens[p - 1].end:
                out[-1] = Span(out[-1].start, tokens[p].end)
            else:
                out.append(Span(tokens[p].start, tokens[p].end))
        return tuple(out)

    # -- content ---------------------------------------------------------------------------------------------------
    def _content(self, cue: VerbCue, phrase: Phrase | None, side: str) -> _Found | None:
        takes = cue.verb.takes
        after = self._after(cue, phrase)
        steps = (
            ("that", self._that),
            ("question", self._question),
            ("inf", self._infinitive),
            ("order", self._order),
            ("of", self._preposition),
            ("as", self._as),
        )
        if "bare" in takes and phrase is not None and phrase.end <= cue.first and self._comma_clause(cue, after):
            early = self._bare(cue, after, phrase)
            if early is not None:
                return early
        if side == "right" and cue.first > 1 and frame_comma(self.frame, cue.first - 1) and takes & {"bare", "that"}:
            fronted = self._fronted(cue, phrase, side)
            if fronted is not None:
                return fronted
        for name, step in steps:
            if name in takes or (name == "question" and (cue.refusal or cue.negated)):
                found = step(cue, after)
                if found is not None and (name != "of" or self._preposition_reports(cue, found)):
                    return found
        if "question" in takes or cue.refusal is not None:
            asked = self._fronted_question(cue)
            if asked is not None:
                return asked
        if (takes & {"bare", "that"}) and cue.verb.act is not Act.DENY:
            fronted = self._fronted(cue, phrase, side)
            if fronted is not None:
                return fronted
        if "bare" in takes:
            bare = self._bare(cue, after, phrase)
            if bare is not None:
                return bare
        if "object" in takes:
            found = self._object(cue, after, phrase)
            return found if found is not None and self._object_reports(cue, found, phrase) else None
        if cue.refusal is not None:
            return self._refused(cue, after)
        return None

    def _comma_clause(self, cue: VerbCue, after: int) -> bool:
        """Say whether a clause without "dass" follows the verb's comma at once: nothing there can be an apposition."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.bare_comma or frame.lower(after) != "," or speech.has("complementizers", frame.lower(after + 1)):
            return False
        end = clause_end(frame, after, speech)
        return end - after > _MIN_CLAUSE and not opens_subordinate(frame, after + 1, speech) and self.finder.looks_nominal(
            after + 1, end
        )

    def _after(self, cue: VerbCue, phrase: Phrase | None) -> int:
        """Return the first token after verb, its particle where they touch, and a subject on its right."""
        i = cue.at + 1
        while i in cue.parts:
            i += 1
        if phrase is not None and phrase.start >= i:
            i = phrase.aside[1] + 1 if phrase.aside else phrase.end
        if cue.auxiliary is not None and cue.auxiliary >= i:
            i = cue.auxiliary + 1
        return i

    def _opening(self, i: int, group: str, cue: VerbCue) -> int | None:
        """Return where a word of `group` opens the content clause, looking from `i` through adverbials and asides."""
        frame, speech = self.frame, self.speech
        commas = 0
        for j in range(i, min(len(frame.tokens), i + _REACH)):
            text = frame.tokens[j].text
            joined = speech.has("conjunctions", frame.lower(j - 1)) and j > i
            if speech.has(group, frame.lower(j)) and not joined and self._may_open(j, i, group):
                return j
            if text in HARD or is_dash(frame, j):
                return None
            if text == ",":
                commas += 1
                if commas > 4 or (commas == 1 and not self._aside_or_opening(j, group)):
                    return None
            elif (is_finite(frame, j, speech) and j not in cue.parts and j != cue.auxiliary and commas == 0) or any(
                v.at == j and v.voice == "active" and v is not cue for v in self.extent.verbs
            ):
                return None
        return None

    def _may_open(self, j: int, i: int, group: str) -> bool:
        frame, speech = self.frame, self.speech
        if group == "complementizers" and speech.has("infinitive_marks", frame.lower(j)):
            return True
        if speech.grammar.bare_comma:
            before = frame.lower(j - 1)
            return (
                before == "," or speech.has("adverbs", before) or j == i or before in {":", "("} or group != "question"
            )
        return True

    def _aside_or_opening(self, comma: int, group: str) -> bool:
        frame = self.frame
        if self.speech.has(group, frame.lower(comma + 1)):
            return True
        return any(
            frame.tokens[k].text == "," for k in range(comma + 2, min(len(frame.tokens), comma + 14))
        ) and not self.speech.has("conjunctions", frame.lower(comma + 1))

    def _that(self, cue: VerbCue, after: int) -> _Found | None:
        j = self._opening(cue.at + 1, "complementizers", cue)
        if j is None or self._is_relative(j):
            return None
        return _Found(((j + 1, self.extent.end(j + 1, cue, True)),), "that")

    def _is_relative(self, j: int) -> bool:
        """ "a policy that denies": the word after a relative "that" is a verb."""
        return self.speech.has("relative", self.frame.lower(j)) and is_finite(self.frame, j + 1, self.speech)

    def _question(self, cue: VerbCue, after: int) -> _Found | None:
        j = self._opening(after, "question", cue)
        if j is None or not self._asks_here(after, j, cue):
            return None
        return _Found(((j, self.extent.end(j, cue)),), "question")

    def _asks_here(self, after: int, j: int, cue: VerbCue) -> bool:
        """Say whether a question word opens content, not a relative clause: nothing nominal but an addressee before it."""
        frame = self.frame
        words = [k for k in range(after, j) if frame.tokens[k].text[0].isalnum() and not self.finder.is_small(k)]
        if not self.speech.grammar.bare_comma and frame.lower(j - 1) == ",":
            return False
        return not words or (len(words) <= 4 and (cue.verb.addressee or self.finder.time_at(words[0]) is not None))

    def _infinitive(self, cue: VerbCue, after: int) -> _Found | None:
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final:
            return self._zu_clause(cue, after)
        if not speech.words["infinitive_marks"]:
            return self._bare_infinitive(cue, after)
        for j in range(after, min(after + 8, len(frame.tokens))):
            if speech.has("infinitive_marks", frame.lower(j)):
                following = frame.lower(j + 1)
                if speech.has("articles", following) or (
                    j + 1 < len(frame.tokens) and frame.tokens[j + 1].text[0].isupper()
                ):
                    return None
                return _Found(((j, self.extent.end(j, cue)),), "inf")
            if not (self.finder.is_small(j) or self.finder.is_pronoun(j) or self.finder.time_at(j)):
                return None
        return None

    def _bare_infinitive(self, cue: VerbCue, after: int) -> _Found | None:
        """Polish: the infinitive is known by its ending alone."""
        frame = self.frame
        for j in range(after, min(after + 6, len(frame.tokens))):
            word = frame.lower(j)
            if frame.tokens[j].text in HARD or frame.tokens[j].text == ",":
                return None
            if (
                len(word) > 3
                and word.endswith(("ć", "c"))
                and word.endswith(("ać", "eć", "ić", "yć", "ąć", "uć", "ść", "źć", "ec", "óc"))
            ):
                return _Found(((after, self.extent.end(j, cue)),), "inf")
        return None

    def _zu_clause(self, cue: VerbCue, after: int) -> _Found | None:
        """German: ", … zu gehen": a comma, then "zu" before the end of the clause, no finite verb."""
        frame, speech = self.frame, self.speech
        for j in range(after, min(after + _REACH, len(frame.tokens))):
            if frame.tokens[j].text in HARD:
                return None
            if frame.tokens[j].text == ",":
                end = clause_end(frame, j, speech)
                if self._has_zu(j + 1, end):
                    return _Found(((j + 1, self.extent.end(j + 1, cue)),), "inf")
                if self._has_zu(end, clause_end(frame, end, speech)) if end < len(frame.tokens) else False:
                    return _Found(((j + 1, self.extent.end(j + 1, cue)),), "inf")
                return None
        return None

    def _has_zu(self, a: int, b: int) -> bool:
        frame, speech = self.frame, self.speech
        for j in range(a, b):
            word = frame.lower(j)
            if speech.has("infinitive_marks", word) and j + 1 < b and frame.tokens[j + 1].text[0].islower():
                return frame.lower(j + 1).endswith(("n",))
            if len(word) > 6 and "zu" in word[2:6] and word.endswith("en") and frame.tokens[j].text[0].islower():
                return True
        return False

    def _order(self, cue: VerbCue, after: int) -> _Found | None:
        """Person and infinitive: the addressee belongs to what is demanded."""
        frame, speech = self.frame, self.speech
        if speech.grammar.verb_final:
            found = self._zu_clause(cue, after)
            return _Found(((after, found.stretches[0][1]),), "order") if found else None
        limit = min(after + 16, len(frame.tokens))
        for j in range(after, limit):
            word = frame.lower(j)
            if frame.tokens[j].text in HARD or is_finite(frame, j, speech):
                return None
            marked = speech.has("infinitive_marks", word) and j > after
            if marked or (not speech.words["infinitive_marks"] and j > after and self._polish_infinitive(j)):
                return _Found(((after, self.extent.end(j, cue)),), "order")
            if not speech.words["infinitive_marks"] and speech.has("purpose", word):
                return _Found(((after, self.extent.end(j, cue)),), "order")
        return None

    def _polish_infinitive(self, j: int) -> bool:
        word = self.frame.lower(j)
        return len(word) > 3 and word.endswith(("ać", "eć", "ić", "yć", "ąć", "uć", "ść", "źć"))

    def _preposition(self, cue: VerbCue, after: int) -> _Found | None:
        """The verb's own preposition opens the content, after it or, before a participle, in front of it."""
        frame, speech, wanted = self.frame, self.speech, cue.verb.prepositions
        for j in range(cue.at + 1, min(cue.at + 14, len(frame.tokens))):
            if frame.tokens[j].text in HARD or (
                is_finite(frame, j, speech) and j not in cue.parts and j != cue.auxiliary
            ):
                break
            if frame.lower(j) in wanted and j not in cue.parts:
                return _Found(((j + 1, self.extent.end(j + 1, cue)),), "of")
        if (cue.auxiliary is not None or cue.refusal) and speech.grammar.verb_final:
            lo = cue.first + 1 if cue.auxiliary is None else cue.auxiliary + 1 if cue.auxiliary < cue.at else max(0, cue.at - 25)
            for j in range(lo, cue.at):
                if frame.lower(j) in wanted and j not in cue.parts:
                    return _Found(((j, cue.at),), "of")
        return None

    def _preposition_reports(self, cue: VerbCue, found: _Found) -> bool:
        """ "warned of rain" says something, "spoke of rain" hardly: an asserting verb needs more after its preposition."""
        a, b = found.stretches[0]
        if cue.verb.act is not Act.ASSERT or self.extent.has_marks(a, b):
            return True
        opens = any(self.speech.has(g, self.frame.lower(a)) for g in ("complementizers", "question", "infinitive_marks"))
        return opens or word_count(self.frame, a, b) >= _MIN_OF

    def _as(self, cue: VerbCue, after: int) -> _Found | None:
        frame = self.frame
        end = self.extent.end(after, cue, True)
        marked = any(self.speech.has("as_markers", frame.lower(j)) for j in range(after, end))
        if word_count(frame, after, end) < 2 or not (marked or self.extent.has_marks(after, end)):
            return None
        return _Found(((after, end),), "as")

    def _object(self, cue: VerbCue, after: int, phrase: Phrase | None) -> _Found | None:
        """The object: after the verb, or between subject and participle or particle."""
        frame, speech = self.frame, self.speech
        last = max(cue.parts)
        if last > cue.at and not cue.verb.particle and not speech.grammar.verb_final:
            after = max(after, last + 1)
        if last > cue.at + 1 and last > after and cue.verb.particle:
            return _Found(((after, last),), "object") if word_count(frame, after, last) >= 2 else None
        if cue.voice == "passive":
            return self._passive_object(cue)
        if speech.grammar.verb_final and cue.auxiliary is not None:
            start = cue.auxiliary + 1 if cue.auxiliary < cue.at else None
            if start is not None and phrase is not None and start <= phrase.start < cue.at:
                start = phrase.end
            if start is not None and word_count(frame, start, cue.at) >= 2:
                return _Found(((start, cue.at),), "object")
        end = self.extent.end(after, cue)
        if after >= end or speech.has("prepositions", frame.lower(after)) or frame.tokens[after].text == ",":
            return None
        if self.finder.time_at(after) or opens_clause(frame, after, speech) or word_count(frame, after, end) < 2:
            return None
        return _Found(((after, end),), "object")

    def _object_reports(self, cue: VerbCue, found: _Found, phrase: Phrase | None) -> bool:
        """Say whether an object is something said: a reporting noun in it, or a verb that is all speech."""
        a, b = found.stretches[0]
        if not self.finder.can_speak(phrase):
            return False
        nouns = any(isinstance(e, Noun) for j in range(a, b) for e in self.speech.index.get(self.frame.lower(j), ()))
        if nouns:
            return True
        if phrase is None or cue.voice != "active":
            return False
        if cue.verb.act is Act.DENY and not self.extent.has_marks(a, b):
            gerund = self.speech.words["gerund_endings"]
            if gerund and self.frame.lower(a).endswith(tuple(gerund)):
                return True
            return any(self.speech.has("any_words", self.frame.lower(j)) for j in range(a, b))
        enough = word_count(self.frame, a, b) >= _MIN_OBJECT or self.extent.has_marks(a, b)
        if cue.verb.act is Act.ASSERT and self._prepositional(cue):
            return word_count(self.frame, a, b) >= _MIN_OF
        return cue.verb.act in _SPEECH_ACTS and enough

    def _prepositional(self, cue: VerbCue) -> bool:
        """Say whether a fixed preposition leads to the object: "minner om", "wskazał na"."""
        last = max(cue.parts)
        return last > cue.at and self.speech.has("prepositions", self.frame.lower(last))

    def _passive_object(self, cue: VerbCue) -> _Found | None:
        found = self.finder.left(cue.first)
        if found is None or found.kind != "np" or word_count(self.frame, found.start, found.end) < 2:
            return None
        return _Found(((found.start, found.end),), "object")

    def _refused(self, cue: VerbCue, after: int) -> _Found | None:
        frame, speech = self.frame, self.speech
        end = self.extent.end(after, cue)
        topic = speech.has("prepositions", frame.lower(after)) or speech.has("articles", frame.lower(after))
        topic = topic or speech.grammar.verb_final or speech.grammar.drop_subject
        return _Found(((after, end),), "object") if topic and word_count(frame, after, end) >= _MIN_BARE else None

    def _bare(self, cue: VerbCue, after: int, phrase: Phrase | None) -> _Found | None:
        """A clause without complementizer right after the verb."""
        frame, speech = self.frame, self.speech
        if cue.voice == "passive" and not self._impersonal(cue):
            return None
        start = self._bare_start(after, cue, phrase)
        if start is None:
            return None
        end = self.extent.end(start, cue)
        words = word_count(frame, start, end)
        if words < _MIN_BARE or frame.is_quote(start):
            return None
        if words < 8 and not has_verb(frame, start, end, speech):
            return None
        stop = min(end, start + 14)
        verbs = any(v.voice == "active" and start <= v.at < stop for v in self.extent.verbs)
        if not (cue.verb.neutral or verbs or surely_has_verb(frame, start, stop, speech)):
            return None
        return _Found(((start, end),), "bare")

    def _impersonal(self, cue: VerbCue) -> bool:
        return any(
            self.speech.has("impersonal", self.frame.lower(j)) for j in (cue.first - 1, cue.first + 1, cue.at + 1)
        )

    def _bare_start(self, after: int, cue: VerbCue, phrase: Phrase | None) -> int | None:
        frame, speech = self.frame, self.speech
        limit = self.frame.last()
        if speech.grammar.bare_comma:
            if phrase is not None and phrase.aside and phrase.start > cue.at:
                early = self._comma_start(phrase.end, limit)
                if early is not None and any(
                    speech.has("subjunctive", frame.lower(j)) for j in range(phrase.aside[1], limit)
                ):
                    return early
            return self._comma_start(after, limit)
        j = after
        while j < limit:
            word = frame.lower(j)
            time = self.finder.time_at(j)
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
                return None
            else:
                return j
        return None

    def _comma_start(self, after: int, limit: int) -> int | None:
        """Return where a clause starts that the first comma or colon from `after` on opens."""
        frame = self.frame
        for j in range(after, min(limit, after + 14)):
            text = frame.tokens[j].text
            if text in {",", ":"}:
                if j + 1 >= limit or frame.is_quote(j + 1):
                    return None
                return j + 1 if self._clause_opens(j + 1, text) else None
            if text in HARD or is_finite(frame, j, self.speech):
                return None
        return None

    def _clause_opens(self, i: int, mark: str) -> bool:
        frame, speech = self.frame, self.speech
        word = frame.lower(i)
        if speech.has("relative", word) and not speech.has("articles", word):
            return False
        if speech.has("conjunctions", word) or opens_clause(frame, i, speech) or speech.has("infinitive_marks", word):
            return False
        if opens_subordinate(frame, i, speech) and not self._articled(i):
            return False
        end = clause_end(frame, i, speech)
        if mark == ":":
            return True
        if any(speech.has("subjunctive", frame.lower(j)) for j in range(i, min(frame.last(), i + _REACH))):
            return not self._relative_here(i)
        if self._subjunctive_like(i, end):
            return True
        if is_finite(frame, i, speech):
            return False
        return any(is_finite(frame, j, speech) for j in range(i, min(end, i + 14))) and not self._relative_here(i)

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

    def _relative_here(self, i: int) -> bool:
        """German "der/die/das" after a comma opens a relative clause when its verb stands last."""
        frame, speech = self.frame, self.speech
        if not speech.has("relative", frame.lower(i)):
            return False
        if self._articled(i) and frame.tokens[i + 1].text[0].isupper():
            return False
        end = clause_end(frame, i, speech)
        early = any(is_finite(frame, j, speech) for j in range(i + 1, min(end - 1, i + 5)))
        return not early

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
            if k > j + 1 and opens and not speech.has("prepositions", before) and not speech.has("articles", before):
                if not speech.has("conjunctions", before) and not self.finder.inside_name(k):
                    return k
            if speech.has("prepositions", frame.lower(k)) and k > j + 1:
                return k
            k += 1
        return None

    # -- content before the verb ---------------------------------------------------------------------------------
    def _fronted_question(self, cue: VerbCue) -> _Found | None:
        """ "Ob sie zurücktritt, ließ sie offen", "Hvorvidt broen åbner, vil han ikke svare på"."""
        frame, speech = self.frame, self.speech
        comma = cue.first - 1
        if comma < 2 or frame.tokens[comma].text != "," or not speech.grammar.verb_second:
            return None
        start = comma
        while start > 0 and frame.tokens[start - 1].text not in HARD:
            start -= 1
        if not speech.has("question", frame.lower(start)) or word_count(frame, start, comma) < _MIN_CLAUSE:
            return None
        return _Found(((start, comma),), "question", trailing=True)

    def _fronted(self, cue: VerbCue, phrase: Phrase | None, side: str) -> _Found | None:
        """A clause before the verb and its comma, with what goes on after the verb's clause."""
        frame, speech = self.frame, self.speech
        if cue.voice not in ("active", "passive") or cue.refusal:
            return None
        opening = min(cue.first, phrase.start) if phrase is not None and side == "left" else cue.first
        comma = opening - 1
        as_word = comma >= 0 and speech.has("as_words", frame.lower(comma))
        if as_word:
            if comma == 0:
                return self._main_after(cue, phrase, side)
            comma -= 1
        if comma < 1 or not (frame.tokens[comma].text == "," or is_dash(frame, comma)):
            return None
        if not as_word and not self._follows_content(cue, phrase, side):
            return None
        if side == "left" and phrase is not None and phrase.kind == "relative":
            return None
        start = comma
        while start > 0 and frame.tokens[start - 1].text not in HARD:
            start -= 1
        start = start or frame.text_start()
        if word_count(frame, start, comma) < _MIN_CLAUSE:
            return None
        close = self._cue_clause_end(cue, phrase, side)
        if close is None or (side == "left" and not has_verb(frame, start, comma, speech)):
            return None
        if not as_word and not whole_clause(frame, start, comma, speech, side == "left"):
            return None
        if speech.grammar.bare_comma and close < frame.last() and frame.tokens[close].text == ",":
            verbless = not any(is_finite(frame, j, speech) for j in range(start, comma))
            if verbless and self._clause_opens(close + 1, ","):
                return None
        stretches = [(start, comma)]
        if close < frame.last() and frame.tokens[close].text == ",":
            rest = self._rest(close + 1, cue)
            if rest is not None:
                stretches.append(rest)
        return _Found(tuple(stretches), "fronted", trailing=len(stretches) == 1)

    def _follows_content(self, cue: VerbCue, phrase: Phrase | None, side: str) -> bool:
        """In a verb-second clause after its content the verb comes first and its subject next."""
        if not self.speech.grammar.verb_second:
            return True
        if cue.voice == "passive":
            return self._impersonal(cue)
        return side == "right" and phrase is not None and cue.first in (cue.at, cue.auxiliary)

    def _main_after(self, cue: VerbCue, phrase: Phrase | None, side: str) -> _Found | None:
        """ "As X said, …": the main clause is the content."""
        close = self._cue_clause_end(cue, phrase, side)
        if close is None or close >= self.frame.last() or self.frame.tokens[close].text != ",":
            return None
        return _Found(((close + 1, self.extent.end(close + 1, cue)),), "fronted")

    def _cue_clause_end(self, cue: VerbCue, phrase: Phrase | None, side: str) -> int | None:
        """Return where the verb's own clause ends: only subject, adverbials and the addressee may follow it."""
        frame, speech = self.frame, self.speech
        j = self._after(cue, phrase if side == "right" else None)
        limit = frame.last()
        while j < limit:
            text = frame.tokens[j].text
            if text in {",", QUOTE} or text in HARD or is_dash(frame, j):
                return j
            if j not in cue.parts and (is_finite(frame, j, speech) or speech.has("complementizers", frame.lower(j))):
                return j if speech.has("relative", frame.lower(j)) else None
            if (
                speech.has("conjunctions", frame.lower(j))
                and j + 1 < limit
                and not frame.tokens[j + 1].text[0].isupper()
            ):
                return j
            j += 1
        return limit

    def _rest(self, start: int, cue: VerbCue) -> tuple[int, int] | None:
        frame, speech = self.frame, self.speech
        end = self.extent.end(start, cue)
        word = frame.lower(start)
        if word_count(frame, start, end) < _MIN_CLAUSE or frame.is_quote(start):
            return None
        if any(v.at in range(start, start + 3) and v is not cue for v in self.extent.verbs):
            return None
        relative = speech.has("relative", word) and not speech.has("articles", word)
        if speech.has("prepositions", word) or relative or self.finder.time_at(start):
            return None
        if not any(is_finite(frame, j, speech) for j in range(start, end)):
            return None
        return start, end


def frame_comma(frame: Frame, i: int) -> bool:
    """Say whether the token at `i` is a comma."""
    return frame.tokens[i].text == ","
