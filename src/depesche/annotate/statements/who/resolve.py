"""Who speaks: names in the source phrase, else what a pronoun, role or dropped subject stands for in the report.

This module chooses the way; pronouns are read in `pronouns`, names in `heads` and `unseen_names`, phrases without a
name in `nameless`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.dropped import DroppedSubjects
from depesche.annotate.statements.who.heads import PERSON_ROLES, HeadReader
from depesche.annotate.statements.who.joint_sources import joined, other_person
from depesche.annotate.statements.who.memory import Memory
from depesche.annotate.statements.who.nameless import MAX_SOURCES, NamelessReader
from depesche.annotate.statements.who.pronouns import Pronouns
from depesche.annotate.statements.who.source_wordings import WordingReader
from depesche.annotate.statements.who.two_named import TwoNamed
from depesche.annotate.statements.who.unattributed import Unattributed
from depesche.annotate.statements.who.unseen_names import UnseenNames
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Source, SourceType

_MAX_PAIR: Final = 3  # tokens of "the two companies"
_SHORT_ASIDE: Final = 4  # tokens of an apposition that is hardly more than a name


@dataclass(slots=True)
class Resolver:
    """Turns source phrases into sources, in order of text; `memory` knows what was said before by whom."""

    text: str
    speech: Speech
    layers: Layers
    memory: Memory
    heads: HeadReader = field(init=False)
    two: TwoNamed = field(init=False)
    pronouns: Pronouns = field(init=False)
    wordings: WordingReader = field(init=False)
    unseen: UnseenNames = field(init=False)
    nameless: NamelessReader = field(init=False)

    def __post_init__(self) -> None:
        self.heads = HeadReader(self.text, self.speech, self.layers)
        self.two = TwoNamed(self.text, self.speech, self.memory)
        self.pronouns = Pronouns(self.text, self.speech, self.memory, self.two)
        self.wordings = WordingReader(self.text, self.speech, self.layers)
        self.unseen = UnseenNames(self.text, self.speech, self.heads, self.wordings)
        report = (self.text, self.speech, self.layers, self.memory)
        self.nameless = NamelessReader(*report, self.heads, self.wordings, self.unseen)

    def resolve(self, draft: Draft, quoted: tuple[Source, ...] = ()) -> tuple[Source, ...]:
        """Return the sources of a draft; empty when nobody identifiable says it.

        `quoted` is who tells in a quotation that another said it.
        """
        phrase = draft.phrase
        if draft.anonymous:
            return self._gone_on(draft)
        own = phrase is not None and phrase.kind == "own"  # "nach eigenen Angaben"
        if own or (phrase is None and draft.subject is not None and self._subject_of(draft, draft.subject)):
            phrase = draft.subject
        if phrase is None:
            return self._dropped(draft, quoted) if draft.follows else self._gone_on(draft)
        if phrase.kind == "relative":
            if phrase.antecedent is None:
                return ()
            if draft.frame.lower(phrase.antecedent[0]) in self.speech.subjects and _single(phrase.antecedent):
                return self._pronoun(draft, Phrase(*phrase.antecedent, "pronoun"), quoted)  # "Det var hun som sa"
            last = self.heads.names(draft.frame, *phrase.antecedent)[-1:]
            end = draft.frame.tokens[phrase.antecedent[1] - 1].end
            if last and last[0].type is NameType.PERSON and last[0].span.end == end:
                return (self.memory.source(last[0], None),)  # "attacked by Ida Lund, who said"
            before = self._before_apposition(draft.frame, phrase.antecedent[0])
            if before is not None and not (last and last[0].type is NameType.PERSON):
                return (self.memory.source(before, None),)
            parted = draft.frame.lower(phrase.start - 1) == "," and self.speech.grammar.subject_first
            aside = (phrase.start, phrase.end) if parted else None  # "The mayor, who said": hardly the one before
            return self._nominal(draft, Phrase(*phrase.antecedent, aside=aside))
        if phrase.kind == "pronoun":
            return self._pronoun(draft, phrase, quoted)
        if self._own_words(draft.frame, phrase) and (speaker := self.memory.last_speaker(draft)):
            return speaker
        return self._nominal(draft, phrase)

    def _subject_of(self, draft: Draft, subject: Phrase) -> bool:
        """Say whether a verb without a subject shares that of its sentence, not the one who spoke in it before:
        "Asked by Berg why, | she | smiled and said"."""
        if not self.memory.spoke_in(draft.frame):
            return True
        before = self.memory.drafts[-1].phrase
        return before is not None and subject.start >= before.end

    def _gone_on(self, draft: Draft) -> tuple[Source, ...]:
        """Return whose words ", heißt es" goes on with: who speaks in the sentence before; nobody for any other."""
        sounds = draft.verb is not None and draft.verb.lemma in self.speech.words["sounding_verbs"]
        sounds = sounds and self.speech.has("impersonal", draft.frame.lower(draft.at + 1))  # "lyder det kort"
        if not (draft.how == "parenthetical" or sounds) or not draft.trailing or draft.hedged:
            return ()
        index = draft.frame.index - 1
        near = index >= 0 and self.memory.frames[index].paragraph == draft.frame.paragraph
        return next(reversed(self.memory.by_frame.get(index, [()])), ()) if near else ()

    def _own_words(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is only what somebody put out: "lyder det i en kommentar", "ifølge opslaget"."""
        names = self.heads.names(frame, phrase.start, phrase.end)
        alone = phrase.end == phrase.start + 1 or self.speech.has("indefinite", frame.lower(phrase.start))
        alone = alone and not names and phrase.aside is None
        if not alone or not self.speech.has("own_words", frame.lower(phrase.end - 1)):
            return False
        from_whom = self.speech.has("source_prepositions", frame.lower(phrase.end))
        return not from_whom and not frame.lower(phrase.end - 2).endswith("s")

    def _before_apposition(self, frame: Frame, start: int) -> Name | None:
        """Return the person whose apposition starts at `start`: "Mary Jones, a nurse, who says"."""
        role = self.speech.table is not None and self.speech.noun_kind(frame.lower(start)) in PERSON_ROLES
        if frame.lower(start - 1) != "," or not (role or self.speech.has("indefinite", frame.lower(start))):
            return None
        end = frame.tokens[start - 2].end if start > 1 else -1
        names = self.heads.names(frame, 0, start)
        return next((n for n in names if n.type is NameType.PERSON and n.span.end == end), None)

    def _dropped(self, draft: Draft, quoted: tuple[Source, ...]) -> tuple[Source, ...]:
        """Return whom a verb without a subject means."""
        dropped = DroppedSubjects(self.text, self.speech, self.memory, quoted)
        found = (dropped.announced(draft) or dropped.find(draft)) if self.speech.table else None
        if found is None:
            alone = draft.how == "continued" and not draft.cue
            return Unattributed(self.memory).speaker(draft) if alone else self.memory.last_speaker(draft)
        if found.frame is None or found.phrase is None:
            return found.who
        return self._nominal(replace(draft, frame=found.frame), found.phrase)

    # -- pronouns ------------------------------------------------------------------------------------------------
    def _pronoun(self, draft: Draft, phrase: Phrase, quoted: tuple[Source, ...]) -> tuple[Source, ...]:
        word = draft.frame.lower(phrase.start)
        groups = {key.split("_", 1)[1] for key, forms in self.speech.pronouns.items() if word in forms and "_" in key}
        if "1" in groups and len(groups) == 1:
            return ()
        if word in self.speech.words["both"]:
            return self.two.last_two(draft, frozenset(NameType))
        plural = "pl" in groups and not groups & {"m", "f"}
        if "pl" in groups and groups & {"m", "f"} and self.speech.grammar.verb_final:
            plural = self._plural_verb(draft, phrase)
        at = draft.frame.tokens[phrase.start].start
        here = any(n.type is NameType.PERSON for n in self.heads.names(draft.frame, 0, phrase.start))
        if self.speech.table is not None and not here:
            who = DroppedSubjects(self.text, self.speech, self.memory, quoted).pronoun(draft, frozenset(groups))
            if who:
                return who
        return self.pronouns.antecedent(draft, at, frozenset(groups), plural, quoted)

    def _plural_verb(self, draft: Draft, phrase: Phrase) -> bool:
        """German "sie" is plural when its verb ends in -en: "sie sagen", "sie haben gesagt", not "sie hat gelogen"."""
        frame = draft.frame
        beside = next((j for j in (phrase.end, phrase.start - 1) if is_finite(frame, j, self.speech)), None)
        if beside is None and draft.at >= 0:
            beside = draft.at + self.speech.has("auxiliaries", frame.lower(draft.at + 1))
        word = frame.lower(beside) if beside is not None else ""
        return word.endswith("en") or self.speech.has("plural_verbs", word)

    # -- phrases ---------------------------------------------------------------------------------------------------
    def _nominal(self, draft: Draft, phrase: Phrase) -> tuple[Source, ...]:
        frame = draft.frame
        if (both := joined(frame, phrase, self.speech, self.layers)) is not None:
            return tuple(who for part in both for who in self._nominal(draft, part))
        if (one := self.two.one(frame, phrase)) is not None:
            return (one,)
        if sexes := self._pointed_out(frame, phrase):
            return self._other_one(draft, phrase, sexes)
        if self._possessive(frame, phrase):
            return self._pronoun(draft, Phrase(phrase.start, phrase.start + 1, "pronoun"), ())
        names = self.heads.names(frame, phrase.start, phrase.end)
        heads = self.heads.find(frame, phrase, names)
        wording = self.wordings.wording(frame, phrase)
        if len(heads) > 1:  # "the Institute for War Studies (IWS)"
            heads = [n for n in heads if self.text[n.span.start - 1 : n.span.start] != "("] or heads
        if self.memory.known_media.title_end(frame, phrase.start) == phrase.end and not _one(heads, frame, phrase):
            return (Source(wording, (wording,), SourceType.NAMED),)  # "Se og Hør", of which the last word was a name
        if heads:
            return self._named(frame, phrase, heads, wording)
        maker_words = self._maker_words(frame, phrase)
        if maker_words is not None:
            return self._nominal(draft, maker_words)
        if phrase.aside is not None and (beside := self._beside(frame, phrase, phrase.aside, wording)) is not None:
            return (beside,)
        if phrase.aside is None and (holder := self.heads.named_behind(frame, phrase)) is not None:
            return (self.memory.source(holder, wording),)
        if couple := self.two.a_couple(frame, phrase):
            return couple
        if self._means_two(frame, phrase):
            pair = self.two.last_two(draft, self._kinds(frame, phrase))
            if pair:
                return pair
        if phrase.aside is not None and self._one_of_them(frame, phrase):  # "One, | a shopkeeper |, said"
            phrase = Phrase(*phrase.aside)
            return self.nameless.read(draft, phrase, self.wordings.wording(frame, phrase), [])
        return self.nameless.read(draft, phrase, wording, names)

    def _one_of_them(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether an English "one" has an apposition beside it that tells what he or she is."""
        if not self.speech.grammar.subject_first or phrase.aside is None or phrase.end != phrase.start + 1:
            return False
        alone = self.speech.has("unnamed", frame.lower(phrase.start))
        return alone and self.heads.kind(frame, Phrase(*phrase.aside)) in PERSON_ROLES

    def _named(self, frame: Frame, phrase: Phrase, heads: list[Name], wording: str) -> tuple[Source, ...]:
        """Return the bearers of the names that are the heads of a phrase."""
        if len(heads) > 1 and (house := self.unseen.one_house(heads)) is not None:
            return (house,)
        sources = tuple(self.memory.source(n, wording if len(heads) == 1 else None) for n in heads[:MAX_SOURCES])
        if heads[0].type is NameType.PERSON:
            before, behind = other_person(frame, phrase, self.speech, self.layers)
            first, last = ((self.memory.source(n, None),) if n is not None else () for n in (before, behind))
            sources = (*first, *sources, *last)
        return self.unseen.with_other_half(frame, phrase, heads, sources)

    def _beside(self, frame: Frame, phrase: Phrase, aside: tuple[int, int], wording: str) -> Source | None:
        """Return whom an apposition names: the maker of a document, the person of whom a phrase is the role."""
        kind = self.heads.kind(frame, phrase)
        if self.nameless.includes(frame, aside[0]) or self._relative(frame, *aside):
            return None
        if kind == "document" and (maker := self.heads.maker_beside(frame, *aside)) is not None:
            return self.memory.source(maker, wording)
        persons = [n for n in self.heads.names(frame, *aside) if n.type is NameType.PERSON]
        persons = [] if persons and self._led_to(frame, aside[0], persons[0]) else persons
        short = aside[1] - aside[0] <= _SHORT_ASIDE
        if persons and kind != "collective" and (short or kind in PERSON_ROLES):
            return self.memory.source(persons[0], wording)
        if kind == "institution" and short and (house := self._house_beside(frame, *aside)) is not None:
            return self.memory.source(house, wording)
        if kind in PERSON_ROLES and short and (unseen := self.unseen.capitals(frame, *aside)) is not None:
            return Source(unseen, (unseen, unseen.split()[-1], wording), SourceType.NAMED)
        return None

    def _led_to(self, frame: Frame, a: int, name: Name) -> bool:
        """Say whether a preposition leads to a name in an apposition at `a`: "the party, led | by Ida Lund |, said"."""
        j = next(k for k in range(a, len(frame.tokens)) if frame.tokens[k].start >= name.span.start) - 1
        while j > a and self.speech.has_any(("articles", "titles"), frame.lower(j)):
            j -= 1
        return j >= a and self.speech.has("prepositions", frame.lower(j))

    def _house_beside(self, frame: Frame, a: int, b: int) -> Name | None:
        """Return the organisation that all of an apposition between commas names: "the operator, | Orris |"."""
        houses = [n for n in self.heads.names(frame, a, b) if n.type is NameType.ORGANIZATION]
        end = frame.tokens[b - 1].end if b > a else -1
        led = frame.lower(a - 1) == "," and not any(
            self.speech.has("prepositions", frame.lower(j)) for j in range(a, b)
        )
        return houses[0] if len(houses) == 1 and houses[0].span.end == end and led else None

    def _relative(self, frame: Frame, a: int, b: int) -> bool:
        """Say whether [a, b) is a relative clause: "die Anwälte, | die Grace Hill vertreten |"."""
        if frame.lower(a) not in self.speech.pronouns["relative"]:
            return False
        return not self.speech.has("articles", frame.lower(a)) or frame.tokens[b - 1].text[0].islower()

    def _maker_words(self, frame: Frame, phrase: Phrase) -> Phrase | None:
        """Return the nouns for who put a document out: "en erklæring fra | ministeriet"."""
        if not self.speech.grammar.verb_medial or self.heads.kind(frame, phrase) != "document":
            return None
        inside = range(phrase.start + 1, phrase.end - 1)
        at = next((j for j in inside if self.speech.has("source_prepositions", frame.lower(j))), None)
        if at is None or frame.tokens[at + 1].text[0].isdigit():
            return None  # "en undersøgelse af 2.000 elever"
        kinds = {self.speech.noun_kind(frame.lower(j)) for j in range(at + 1, phrase.end)}
        makers = kinds & {"institution", "collective", "role", "role_m", "role_f"}
        return Phrase(at + 1, phrase.end) if makers else None

    def _pointed_out(self, frame: Frame, phrase: Phrase) -> frozenset[str]:
        """Return the sexes of the one a lone demonstrative means: "Ta odpowiedziała", "Dieser sagte"."""
        if phrase.end - phrase.start != 1:
            return frozenset()
        word = frame.lower(phrase.start)
        return frozenset(sex for sex in ("m", "f") if self.speech.has(f"pointing_{sex}", word))

    def _other_one(self, draft: Draft, phrase: Phrase, sexes: frozenset[str]) -> tuple[Source, ...]:
        """Return whom a demonstrative means: the nearest who agrees and does not speak in the sentence before."""
        if self.speech.grammar.verb_final and self._plural_verb(draft, phrase):
            return ()
        index, _, last = self.memory.spoken[-1] if self.memory.spoken else (-1, 0, ())
        spoken = last if index == draft.frame.index - 1 else ()
        if self.speech.table is not None:
            return DroppedSubjects(self.text, self.speech, self.memory, spoken).pronoun(draft, sexes)
        at = draft.frame.tokens[phrase.start].start
        return self.pronouns.antecedent(draft, at, sexes, plural=False, quoted=spoken)

    def _possessive(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is only whose something is: "by | his own | reckoning"."""
        first, alone = frame.lower(phrase.start), phrase.end - phrase.start == 1 + 1
        owner = any(key.startswith("possessive") and first in forms for key, forms in self.speech.pronouns.items())
        return alone and owner and self.speech.has("own", frame.lower(phrase.end - 1))

    def _kinds(self, frame: Frame, phrase: Phrase) -> frozenset[NameType]:
        """Return which names the noun of "the two companies" can mean, all where it leaves that open."""
        last = frame.lower(phrase.end - 1)
        kind = self.speech.noun_kind(last)
        if self.speech.has("countries", last):
            return frozenset({NameType.COUNTRY})
        if kind in PERSON_ROLES:
            return frozenset({NameType.PERSON})
        if kind == "institution" or self.speech.has("firms", last):
            return frozenset({NameType.ORGANIZATION})
        return frozenset({NameType.PERSON, NameType.ORGANIZATION, NameType.COUNTRY})

    def _means_two(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase takes up two just named: "both", "the two companies", "die beiden"."""
        if phrase.end - phrase.start > _MAX_PAIR:
            return False
        first, second = frame.lower(phrase.start), frame.lower(phrase.start + 1)
        definite = self.speech.has("articles", first) and not self.speech.has("indefinite", first)
        if self.speech.has("both", first):
            return True
        taken_up = self.speech.has("both", second) or self.speech.has("two", second)
        return definite and phrase.end - phrase.start > 1 and taken_up


def _single(tokens: tuple[int, int]) -> bool:
    return tokens[1] - tokens[0] == 1


def _one(heads: list[Name], frame: Frame, phrase: Phrase) -> bool:
    """Say whether one name covers a phrase."""
    return len(heads) == 1 and heads[0].span.start == frame.tokens[phrase.start].start
