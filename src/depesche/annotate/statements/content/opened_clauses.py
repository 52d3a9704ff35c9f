"""Knows the clauses a word opens as content: "that", "dass", "at", and the questions after "whether" or "how"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from depesche.annotate.statements.clauses.adverbials import past_adverbials
from depesche.annotate.statements.clauses.boundaries import (
    HARD,
    clause_end,
    clause_start,
    is_dash,
    is_finite,
    is_reported,
)
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import lower_verb
from depesche.annotate.statements.clauses.middle_field import MiddleField
from depesche.annotate.statements.clauses.sayings import opens_asked
from depesche.annotate.statements.content.bare_openings import BareOpenings
from depesche.annotate.statements.content.infinitives import InfinitiveFinder
from depesche.annotate.statements.content.shared import REACH, Found, opens_circumstance
from depesche.annotate.statements.cues.cue_types import opens_phrase
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Entry, Noun, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act

_LISTENER: Final = 4  # tokens of who is told before the comma of a question
_EQUATED: Final = 8  # tokens between a verb and the word for "is" behind its clause
_CLAIM: Final = 5  # tokens between a noun for a claim and the clause that tells it
_ADVERBIAL: Final = ("prepositions", "subordinators", "question")  # "said | while touring the plant | that"
_ANSWERS: Final = frozenset({Act.DENY, Act.CONFIRM, Act.DECLINE})


@dataclass(slots=True)
class OpenedClauseFinder:
    """Finds the clauses that a complementizer or a question word opens after the verbs of one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    openings: BareOpenings
    infinitives: InfinitiveFinder

    def that(self, cue: VerbCue, after: int) -> Found | None:
        """Return the clause a complementizer opens, or the infinitive after an "at" that is a mark of it."""
        if (equal := self._equated(cue)) is not None:
            return Found(((equal, self.extent.end(equal, cue, True)),), "that")
        own = cue.at + 1 in cue.parts and self.speech.has("infinitive_marks", self.frame.lower(cue.at + 1))
        j = self._opening(cue.at + 1 + own, "complementizers", cue)  # "fik at vide, | at"
        if j is None or self._is_relative(j) or self._after_object(cue, after, j) or self._after_claim(cue, j):
            return None
        if (
            self._of_aim(cue, j)
            or self._of_noun(cue, after, j)
            or self._within_object(cue, after, j)
            or (j > after and self._asked(j))
        ):
            return None
        if self._marks_infinitive(cue, j):
            if cue.voice == "passive" and cue.verb.thought:
                return None  # "forventes at vinde"
            if not (cue.verb.takes & {"inf", "order"} or self.frame.lower(j - 1) in cue.verb.prepositions):
                return None
            told = "order" in cue.verb.takes or (cue.verb.act is Act.WARN and cue.verb.addressee)
            if self.speech.grammar.verb_medial and told and j > after + 1:
                return None  # "bønfaldt dem om ikke at grave", "advarede dem mod at grave": who is told is part of it
            denied = self.speech.has("negations", self.frame.lower(j - 1)) and not cue.negated
            end = self.extent.end(j + 1, cue, infinitive=True)
            return Found(((j - denied, end),), "inf")  # "har lovet | ikke at sige mere"
        if self.speech.grammar.subject_first and not self.frame.lower(j + 1)[:1].isalnum() and not self._marked(j + 1):
            return None  # "She rejects that."
        end = self.extent.end(j + 1, cue, True)
        if self.speech.grammar.subject_first and all(self.finder.is_small(k) for k in range(j + 1, end)):
            return None  # "He told me that too."
        if self._points(cue, after, j, end):
            return Found(((j, end),), "object")
        return Found(((after, end),), "object") if self._of_claim(cue, after, j) else Found(((j + 1, end),), "that")

    def _points(self, cue: VerbCue, after: int, j: int, end: int) -> bool:
        """Say whether an English "that" points to what somebody answers: "disputed | that account"."""
        if not self.speech.grammar.subject_first or "object" not in cue.verb.takes or j != after:
            return False
        pointed = end - j == 2 and self.frame.tokens[j + 1].text[0].islower()
        return pointed and not self.speech.has("verb_particles", self.frame.lower(j + 1))

    def _equated(self, cue: VerbCue) -> int | None:
        """Return where the clause opens that is all somebody said: "Det eneste hun vil si, er at | mannen lever"."""
        frame, speech = self.frame, self.speech
        start = clause_start(frame, cue.first, speech)
        if cue.negated or not speech.grammar.verb_medial or not speech.has("free_relatives", frame.lower(start)):
            return None
        near = range(max(cue.parts) + 1, min(max(cue.parts) + _EQUATED, frame.last()))
        j = next((k for k in near if speech.has("copulas", frame.lower(k))), None)
        if j is None or any(is_finite(frame, k, speech) for k in range(near.start, j)):
            return None
        j += 1
        while self.finder.is_small(j) or frame.lower(j) == ",":
            j += 1
        return j + 1 if speech.has("complementizers", frame.lower(j)) else None

    def _of_aim(self, cue: VerbCue, j: int) -> bool:
        """Say whether a clause belongs to what an English verb is done for: "wrote to the club | to demand that"."""
        aim = self.speech.has("infinitive_marks", self.frame.lower(j - 2)) and cue.at < j - 2
        return aim and self.speech.has("turning_verbs", self.frame.lower(cue.at))

    def _asked(self, j: int) -> bool:
        """Say whether an English "that" points to a thing that is asked about: "would not say | who that man was"."""
        return self.speech.grammar.subject_first and self.speech.has("question", self.frame.lower(j - 1))

    def _marked(self, j: int) -> bool:
        """Say whether more than the end of the verb's clause stands at `j`: quoted words, a comma before an aside."""
        following = self.frame.lower(j + 1)
        goes_on = following.endswith(tuple(self.speech.words["gerund_endings"]))
        goes_on = goes_on or self.speech.has("conjunctions", following)  # "denied that, saying he was ill"
        return self.frame.lower(j) not in {"", ".", ";", "?", "!"} and not (self.frame.lower(j) == "," and goes_on)

    def _marks_infinitive(self, cue: VerbCue, j: int) -> bool:
        """Say whether a Danish "at" leads an infinitive; none stands behind a comma: "siger, at hele byen sov"."""
        if not self.speech.has("infinitive_marks", self.frame.lower(j)) or not self.infinitives.base_form(j + 1):
            return False
        if self.frame.tokens[j + 1].text[0].isupper():
            return False  # "forklarede, at Bo løj"
        wished = cue.verb.act is not Act.ASSERT and cue.verb.takes & {"inf", "order"}
        return self.frame.lower(j - 1) != "," or bool(wished and j > cue.at + 2)

    def _of_claim(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether the clause tells of a claim that somebody denies or confirms: "rejected accusations that"."""
        act = cue.verb.act if cue.refusal is None else cue.refusal.act
        if act not in _ANSWERS or self.speech.grammar.verb_final or after >= j:
            return False
        if self.speech.grammar.subject_first and self.speech.has("prepositions", self.frame.lower(after)):
            return False  # "denied | in a statement | that"
        taken_up = self.speech.grammar.subject_first and self.speech.has("summaries", self.frame.lower(j - 1))
        near = [k for k in (j - 1, j - 2) if k >= after and any(isinstance(e, Noun) for e in self._entries(k))]
        if self.speech.grammar.verb_medial and not self._leads(j - 1 - (self.frame.lower(j - 1) == ",")):
            near = [k for k in near if not self._behind_preposition(k, after)]
        return taken_up or bool(near)

    def _entries(self, k: int) -> tuple[Entry, ...]:
        return self.speech.index.get(self.frame.lower(k), ())

    def question(self, cue: VerbCue, after: int) -> Found | None:
        """Return the indirect question after a verb."""
        j = self._opening(after, "question", cue)
        if j is not None and self.speech.grammar.verb_medial and self.frame.lower(j + 1) == ",":
            j += 2 * self.speech.has("question", self.frame.lower(j + 2))  # "fortalte om, | hvordan"
        if j is None or not self._asks_here(after, j, cue) or self._only_about(j, cue):
            return None
        if self._of_nobody(after, j):
            return None
        if opens_asked(self.frame, j, self.speech):
            return None  # "told residents to wait | when asked by reporters"
        led = self.speech.grammar.bare_comma and self._leads(j - 1) and self.frame.lower(j - 2) == ","
        return Found(((j - led, self.extent.end(j, cue)),), "question")  # "fragte, | an welchem Tag"

    def _of_nobody(self, after: int, j: int) -> bool:
        """Say whether an English "who" tells of the pronoun before it: "says | nobody | who knew her was surprised"."""
        speech, word = self.speech, self.frame.lower(j - 1)
        if not speech.grammar.subject_first or j <= after or not speech.has("relative", self.frame.lower(j)):
            return False
        return speech.has_any(("negations", "any_words", "quantities", "unnamed"), word)

    def _joined(self, j: int, i: int, cue: VerbCue) -> bool:
        """Say whether a conjunction before the word at `j` joins it to what stands before."""
        frame, speech = self.frame, self.speech
        led = frame.lower(j - 1) in cue.verb.prepositions or j - 1 in cue.parts
        if led and not speech.has("infinitive_marks", frame.lower(j)):
            return False  # "nekter for at", "gir uttrykk for at": Norwegian "for" joins nothing here
        return j > i and speech.has("conjunctions", frame.lower(j - 1))

    def _opening(self, i: int, group: str, cue: VerbCue) -> int | None:
        """Return where a word of `group` opens the content clause, looking from `i` through adverbials and asides."""
        frame, speech = self.frame, self.speech
        opening = speech.words[group]
        commas = 0
        if frame.words.isdisjoint(opening):
            return None
        aside = speech.grammar.subject_first and speech.has("beside_clauses", frame.lower(i))  # "said as he left that"
        aside = aside or (speech.grammar.verb_medial and opens_circumstance(frame, i, speech))
        for j in range(i, min(len(frame.tokens), i + REACH)):
            text, word = frame.tokens[j].text, frame.tokens[j].lower
            if speech.has("infinitive_marks", word) and speech.has("beside_infinitives", frame.lower(j - 1)):
                continue  # "sa uten å nøle | at"
            opens = word in opening and not self._joined(j, i, cue) and self._may_open(j, i, group)
            if opens and not self._beside(j, i, cue):
                return None if self._of_impersonal(j, i) else j
            if text in HARD or is_dash(frame, j):
                return self._behind_aside(j, opening)
            if speech.grammar.verb_medial and j > i and commas != 1 and speech.has("infinitive_marks", word):
                return None  # "advarte mot å tro at": another verb's clause
            if speech.has("reason_nouns", word):
                return None  # "afviste sagen med den begrundelse, at": the noun's clause
            if text == ",":
                commas += 1
                joins = self.speech.grammar.verb_medial and self.speech.has("conjunctions", frame.lower(j + 1))
                if self.main_verb(j + 1) or joins:
                    return None
                if commas > 4 or (commas == 1 and not self._aside_or_opening(j, group)) or self._bare_here(j + 1):
                    return None
            elif j in frame.quoted:
                continue  # "fortalte «Nei betyr nei»-aksjonistene at"
            elif aside and speech.grammar.verb_medial and self.main_verb(j):
                aside = False  # "sa mens han ventet på bussen | at"
            elif aside and is_finite(frame, j, speech) and j not in self.extent.reporting:
                aside = False
            elif (is_finite(frame, j, speech) and j not in cue.parts and j != cue.auxiliary and commas == 0) or any(
                v.at == j and v.voice in ("active", "gerund") and v is not cue and not self._reason_aside(v, opening)
                for v in self.extent.verbs
            ):
                return None
        return None

    def _of_impersonal(self, j: int, i: int) -> bool:
        """Say whether English "it" and a verb stand before "that": "apologised after it emerged | that he had lied"."""
        speech, verb = self.speech, self.frame.lower(j - 1)
        if not speech.grammar.subject_first or j < i + 2 or not speech.has("impersonal", self.frame.lower(j - 2)):
            return False
        return is_past(verb, speech.lang) or is_finite(self.frame, j - 1, speech) or verb.endswith("s")

    def _beside(self, j: int, i: int, cue: VerbCue) -> bool:
        """Say whether a Danish or Norwegian "at" only tells when: "krevde erstatning | etter at avtalen ble brutt"."""
        before, speech = self.frame.lower(j - 1), self.speech
        beside = speech.grammar.verb_medial and j > i + 1
        if not beside or not opens_phrase(self.frame, j - 1, "afterthought_phrases", speech):
            return False
        if before in cue.verb.prepositions or j - 1 in cue.parts:
            return False
        if speech.has_any(("time_units", "prepositions"), self.frame.lower(j - 2)):
            return False  # "erklærte kort tid | etter at hun vinner"
        start = past_adverbials(self.finder, i, j - 1)
        return start < j - 1 and not speech.has("prepositions", self.frame.lower(start))

    def _reason_aside(self, verb: VerbCue, opening: frozenset[str]) -> bool:
        """Say whether an English gerund between commas goes before the clause: "said, citing low demand, | that"."""
        frame = self.frame
        if not self.speech.grammar.subject_first or verb.voice != "gerund" or frame.lower(verb.first - 1) != ",":
            return False
        commas = (k for k in range(verb.at + 1, min(verb.at + REACH, len(frame.tokens))) if frame.tokens[k].text == ",")
        closing = next(commas, None)
        return closing is not None and frame.lower(closing + 1) in opening

    def _behind_aside(self, j: int, opening: frozenset[str]) -> int | None:
        """Return where a clause opens behind what stands between two dashes: "powiedział – po namyśle – | że"."""
        frame = self.frame
        if self.speech.table is None or not is_dash(frame, j):
            return None
        near = range(j + 1, min(j + REACH, frame.last()))
        closing = next((k for k in near if is_dash(frame, k) or frame.tokens[k].text in HARD), j)
        at = closing + 1 + (frame.lower(closing + 1) == ",")
        return at if closing > j and is_dash(frame, closing) and frame.lower(at) in opening else None

    def main_verb(self, i: int) -> bool:
        """Say whether a verb right after a comma opens the main clause: "Da krigen sluttede, førte det til, at"."""
        if not self.speech.grammar.verb_medial:
            return False
        return is_finite(self.frame, i, self.speech) or lower_verb(self.frame, i, self.speech)

    def _bare_here(self, i: int) -> bool:
        """Say whether content without "dass" begins at `i`: a later "dass" is part of it."""
        word = self.frame.lower(i)
        if not self.speech.grammar.bare_comma or self.speech.has_any(("complementizers", "question"), word):
            return False
        if not self.openings.opens(i, ","):
            return False
        return any(is_reported(self.frame, j, self.speech) for j in range(i, clause_end(self.frame, i, self.speech)))

    def _may_open(self, j: int, i: int, group: str) -> bool:
        frame, speech = self.frame, self.speech
        if group == "complementizers" and speech.has("infinitive_marks", frame.lower(j)):
            return True
        if speech.grammar.bare_comma:
            before = frame.lower(j - 2 if self._leads(j - 1) and group == "question" else j - 1)
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

    def _after_object(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether "that" belongs to an object of the verb, no content: "offer packages that include breakfast"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or cue.verb.addressee or len(cue.parts) > 1 or after >= j:
            return False
        if self.finder.is_small(after) or self.finder.time_at(after) or speech.has("impersonal", frame.lower(after)):
            return False
        said = speech.has("summaries", frame.lower(j - 1)) and cue.verb.act in _ANSWERS  # "dismissed the idea that"
        if said or any(isinstance(e, Noun) for e in speech.index.get(frame.lower(j - 1), ())):
            return False  # "rejected the accusation that"
        if frame.tokens[after].text in ",(-–—" or speech.has_any(_ADVERBIAL, frame.lower(after)):
            return False
        counted = (
            after + 1 if frame.tokens[after].text.isdigit() or speech.has("articles", frame.lower(after)) else after
        )
        return not speech.has("time_units", frame.lower(counted))  # "said | minutes before the vote | that"

    def _after_claim(self, cue: VerbCue, j: int) -> bool:
        """Say whether a Polish clause tells what claim is denied: "odrzuca | zarzut, że wiedział"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or cue.verb.act is not Act.DENY or "object" not in cue.verb.takes:
            return False
        near = range(max(cue.at + 1, j - _CLAIM), j)
        said = any(isinstance(e, Noun) for k in near for e in speech.index.get(frame.lower(k), ()))
        return said and frame.lower(j - 1) == ","

    def _within_object(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether the relative clause of a Polish object goes on at `j`: "zapowiada plan, który sprawi, | że"."""
        frame, speech = self.frame, self.speech
        if speech.table is None or cue.verb.takes.isdisjoint({"object", "as"}) or cue.verb.addressee:
            return False
        comma = next((k for k in range(after, j - 1) if frame.tokens[k].text == ","), after)
        return comma > after and any(frame.lower(k) in speech.pronouns["relative"] for k in (comma + 1, comma + 2))

    def _of_noun(self, cue: VerbCue, after: int, j: int) -> bool:
        """Say whether "that" belongs to a noun somebody answers: "afviste beskyldninger om, at sagen er politisk"."""
        speech = self.speech
        if speech.grammar.subject_first and "of" in cue.verb.takes:  # "expressed concern over reports that"
            governs = any(self.frame.lower(k) in cue.verb.prepositions for k in range(cue.at + 1, j - 1))
            return governs and any(isinstance(e, Noun) for e in self._entries(j - 1))
        if not speech.grammar.verb_medial or cue.verb.act not in _ANSWERS or "object" not in cue.verb.takes:
            return False
        led = speech.has("prepositions", self.frame.lower(j - 1 - (self.frame.lower(j - 1) == ",")))
        nouns = (k for k in range(after, j) if any(isinstance(e, Noun) for e in self._entries(k)))
        return any(led or not self._behind_preposition(k, after) for k in nouns)

    def _behind_preposition(self, k: int, after: int) -> bool:
        """Say whether a preposition leads to the noun at `k`: "bekræfter | trods kritikken |, at"."""
        if any(self._has(("beside_infinitives",), i) for i in range(after, k)):
            return True  # "innrømmet etter å ha lest rapporten at"
        groups = ("noun_articles", "articles")
        start = next((i for i in range(k - 1, max(after, k - 3) - 1, -1) if self._has(groups, i)), k)
        return start > after and self._leads(start - 1)

    def _has(self, groups: tuple[str, ...], i: int) -> bool:
        return self.speech.has_any(groups, self.frame.lower(i))

    def _is_relative(self, j: int) -> bool:
        """ "a policy that denies": the word after a relative "that" is a verb."""
        return self.speech.has("relative", self.frame.lower(j)) and is_finite(self.frame, j + 1, self.speech)

    def _only_about(self, j: int, cue: VerbCue) -> bool:
        """Say whether "om" is no "whether" but "about": no verb follows in its clause ("fortalte om skudd").

        A clause that a comma cuts off is not its own: "fortalte om dengang, | han boede i Rom".
        """
        both = self.speech.has("prepositions", self.frame.lower(j)) and self.speech.grammar.verb_medial
        if not both:
            return False
        clause = takewhile(lambda k: not self._past_question(k), range(j + 1, self.extent.end(j, cue)))
        return not any(is_finite(self.frame, k, self.speech) or lower_verb(self.frame, k, self.speech) for k in clause)

    def _past_question(self, k: int) -> bool:
        """Say whether a comma or another verb of the sentence stands at `k`: "spurgt om sagen | og svarede, at"."""
        if self.frame.lower(k) == ",":
            return True
        return self.speech.has("conjunctions", self.frame.lower(k)) and self.main_verb(k + 1)

    def _tells_before(self, k: int) -> bool:
        """Say whether the word at `k` shows that a clause stands before a question word: a subject or a past."""
        past = self.frame.tokens[k].text[0].islower() and is_past(self.frame.lower(k), self.speech.lang)
        return past or self.finder.is_pronoun(k)

    def _leads(self, k: int) -> bool:
        """Say whether a preposition leads to a question: "redegjorde for, hvordan"."""
        return self.speech.has("prepositions", self.frame.lower(k))

    def _told(self, words: Sequence[int], cue: VerbCue) -> bool:
        """Say whether the words before a comma and a Scandinavian question are who is asked: "spurgte ham, hvorfor"."""
        listener = Phrase(words[0], words[-1] + 1)
        near = self.speech.grammar.verb_medial and words[-1] - words[0] < _LISTENER
        asks = cue.verb.addressee or cue.verb.act is Act.ASK
        objects = (forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))
        pronoun = any(self.frame.lower(words[0]) in forms for forms in objects)
        return near and asks and (pronoun or self.finder.can_speak(listener))

    def _asks_here(self, after: int, j: int, cue: VerbCue) -> bool:
        """Say whether a question word opens content, no relative clause: at most an addressee stands before it."""
        frame = self.frame
        words = [k for k in range(after, j) if frame.tokens[k].text[0].isalnum() and not self.finder.is_small(k)]
        if self.speech.grammar.verb_final and words and frame.lower(j - 1) == ",":
            middle = MiddleField(frame, self.speech, self.finder)  # "schilderte vor Gericht, wie …"
            words = list(range(middle.past_adverbials(after, j - 1), j - 1))
        words = [k for k in words if k not in cue.parts and not (k >= j - 2 and self._leads(k))]
        if self.speech.grammar.subject_first and any(self._tells_before(k) for k in words):
            return False  # "told police he fired when he saw the man"
        if frame.lower(j - 1) == "," and not self.speech.grammar.bare_comma:
            return self.speech.grammar.verb_second and (not words or self._told(words, cue))
        return not words or (len(words) <= 4 and (cue.verb.addressee or self.finder.time_at(words[0]) is not None))
