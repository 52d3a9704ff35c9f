"""Whom a pronoun stands for: who says its clause, one named before it, a pair, or the group a sentence opens with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.who.memory import FRAMES_BACK, Memory
from depesche.annotate.statements.who.noun_antecedents import NounAntecedents
from depesche.annotate.statements.who.two_named import TwoNamed
from depesche.lang.schema.speech import Speech
from depesche.records import Act, Name, NameType, Source, SourceType

_GROUP: Final = 4  # tokens of a sentence in which its subject's noun stands: "The three young men"


@dataclass(frozen=True, slots=True)
class _Search:
    """What a pronoun at `at` may stand for. `meant`: a person; `other` is the sex it excludes, `quoted` who says it."""

    at: int
    wanted: frozenset[NameType]
    plural: bool
    neuter: bool
    meant: bool
    other: str | None
    quoted: tuple[Source, ...]


@dataclass(slots=True)
class Pronouns:
    """Looks back over a report for whom its pronouns mean."""

    text: str
    speech: Speech
    memory: Memory
    two: TwoNamed
    nouns: NounAntecedents = field(init=False)

    def __post_init__(self) -> None:
        self.nouns = NounAntecedents(self.text, self.speech, self.memory)

    def antecedent(
        self, draft: Draft, at: int, groups: frozenset[str], plural: bool, quoted: tuple[Source, ...] = ()
    ) -> tuple[Source, ...]:
        """Return who a pronoun at `at` stands for: one named before it in its sentence, else a subject before that.

        `quoted`: who says the pronoun of another.
        """
        neuter = groups == {"n"}
        wanted = self._wanted(plural, neuter)
        common = neuter and self.nouns.common(draft, at)
        if common:
            wanted = wanted - {NameType.COUNTRY}  # "den" is no country in Danish, "det" is
        meant = groups & {"m", "f"}
        other = {"m": "f", "f": "m"}[min(meant)] if len(meant) == 1 and not plural else None
        outer = () if quoted else self._outer_speaker(draft, plural, neuter, other)
        if outer:
            return outer
        if plural and (group := self.two.joined(draft.frame.index, at) or self._group(draft.frame.index, at)):
            return group
        search = _Search(at, wanted, plural, neuter, bool(meant), other, quoted)
        for index in range(draft.frame.index, max(-1, draft.frame.index - FRAMES_BACK), -1):
            found = self._in_frame(draft, index, search)
            if found:
                return found
        last = self.memory.last_speaker(draft)
        fits = last and last != quoted and self._agrees(last, plural, neuter) and not self.nouns.is_other(last, other)
        return last if fits else ()

    def _in_frame(self, draft: Draft, index: int, search: _Search) -> tuple[Source, ...]:
        """Return whom one sentence offers: who speaks in it, who has the pronoun's sex, its subject, the first name."""
        plural, neuter, other = search.plural, search.neuter, search.other
        here = index == draft.frame.index
        named = [n for n in self.memory.frame_names[index] if n.span.end <= search.at and n.type in search.wanted]
        if here:
            told = self._fronted(index)
            named = [n for n in named if n not in told and not self.nouns.told_of(draft, n.span.start)]
        sexes = {n.span.start: self.memory.genders.of(n.name or n.lemma) for n in named}
        named = [n for n in named if other is None or sexes[n.span.start] != other]
        if not here and (carried := self._carried(index, other)) is not None:
            named = [n for n in named if n.span.end <= carried]
        if search.quoted:
            named = [n for n in named if self.memory.source(n, None).name != search.quoted[0].name]
        said = [who for who in self.memory.by_frame.get(index, ()) if self._agrees(who, plural, neuter)]
        said = [who for who in said if who != search.quoted]
        said = [who for who in said if not self.nouns.is_other(who, other) and not (here and self._asks(draft, who))]
        if said and not (here and named and not plural):
            return said[0] if here else said[-1]
        if plural:
            return () if here else self.two.joined(index, search.at) or self._group(index, search.at)
        sure = [
            n for n in named if other is not None and self.memory.genders.of(n.name or n.lemma) not in (None, other)
        ]
        if sure:
            return (self.memory.source(sure[0], None),)
        gendered = self.speech.grammar.verb_final and search.meant and not named
        if (neuter or gendered) and not here:
            gender = "n" if neuter else {"m": "f", "f": "m"}.get(other or "")
            if gender is not None and (house := self.nouns.house(draft, index, gender)) is not None:
                return (house,)
        if neuter and self.speech.grammar.verb_medial:
            paper = self.nouns.paper(draft, index, search.at)
            if paper is not None:
                return (paper,)
        if (
            search.meant
            and not (here and named)
            and (role := self.nouns.role(draft, index, search.at, other)) is not None
        ):
            return (role,)
        if named or here or not search.meant:
            return (self.memory.source(named[0], None),) if named else ()
        person = self.nouns.person_told(draft, index, other)
        return (person,) if person is not None else ()

    def _asks(self, draft: Draft, who: tuple[Source, ...]) -> bool:
        """Say whether somebody only asks in a sentence, whose pronoun is another: "Asked by Berg why, she said"."""
        return any(d.frame is draft.frame and d.who == who and d.act is Act.ASK for d in self.memory.drafts[-2:])

    def _carried(self, index: int, other: str | None) -> int | None:
        """Return where a sentence has the pronoun already: whom it names after that is another one.

        "He began to sing and thanked Berg. 'I am glad,' he said."
        """
        if other is None:
            return None
        same = self.speech.pronouns.get("subject_m" if other == "f" else "subject_f", frozenset())
        return next((t.start for t in self.memory.frames[index].tokens if t.lower in same), None)

    def _fronted(self, index: int) -> list[Name]:
        """Return the names behind a preposition that open a sentence; its pronoun means none: "To Berg, she said"."""
        frame, found = self.memory.frames[index], []
        first = frame.lower(frame.text_start()) if frame.tokens else ""
        if not (self.speech.has("prepositions", first) or self.speech.has("as_words", first)):
            return []
        for i, name in self.memory.layers.names_in(frame):
            if any(is_finite(frame, j, self.speech) for j in range(i)):
                break
            before = i - 1
            while before > 0 and self.speech.has("titles", frame.lower(before)):
                before -= 1
            owner = self.text[name.span.end : name.span.end + 2] in ("'s", "’s")
            if self.speech.has("prepositions", frame.lower(before)) and not owner:
                found.append(name)
        return found

    def _outer_speaker(self, draft: Draft, plural: bool, neuter: bool, other: str | None) -> tuple[Source, ...]:
        """Return who says the clause that the pronoun stands in: "the firm said it would not comment"."""
        at = draft.cue[0].start if draft.cue else draft.start
        for outer in reversed(self.memory.drafts):
            if outer.frame is not draft.frame:
                break
            if not outer.who or not any(a <= at < b for a, b in outer.content):
                continue
            fits = self._agrees(outer.who, plural, neuter)
            if fits and not self.nouns.is_other(outer.who, other):
                return outer.who
        return ()

    def _group(self, index: int, at: int) -> tuple[Source, ...]:
        """Return the group of people a sentence opens with before `at` ("Researchers at MIT found"), for "they"."""
        frame = self.memory.frames[index]
        for j in range(min(_GROUP, len(frame.tokens))):
            if frame.tokens[j].end > at:
                return ()
            if self.speech.noun_kind(frame.lower(j)) != "collective":
                if self.speech.has("prepositions", frame.lower(j)) or not frame.tokens[j].text[0].isalnum():
                    return ()
                continue
            start = 1 if self.speech.has("articles", frame.lower(0)) and j else 0
            wording = self.text[frame.tokens[start].start : frame.tokens[j].end]
            forms = [wording]
            at = j + 3 if self.speech.has("titles", frame.lower(j + 2)) else j + 2
            name = self.memory.layers.names.get(frame.tokens[at].start) if at < len(frame.tokens) else None
            if name is not None and self.speech.has("prepositions", frame.lower(j + 1)):
                forms.append(self.text[frame.tokens[start].start : name.span.end])
            return (Source(forms[-1], tuple(forms), SourceType.COLLECTIVE),)
        return ()

    def _wanted(self, plural: bool, neuter: bool) -> frozenset[NameType]:
        if neuter or plural:
            return frozenset({NameType.ORGANIZATION, NameType.COUNTRY})
        return frozenset({NameType.PERSON})

    def _agrees(self, who: tuple[Source, ...], plural: bool, neuter: bool) -> bool:
        if plural:
            house = (
                not self._is_person(who[0]) and not self.speech.grammar.verb_final
            )  # "Die Polizei" is never "sie sagen"
            return len(who) > 1 or who[0].type is SourceType.COLLECTIVE or house
        if neuter:
            human = who[0].type is SourceType.ROLE and who[0].name not in self.memory.things
            human = human or who[0].type is SourceType.ANONYMOUS
            return not (self._is_person(who[0]) or (human and self.speech.grammar.subject_first))
        role = who[0].type is SourceType.ROLE and who[0].name not in self.memory.things
        return len(who) == 1 and (self._is_person(who[0]) or role)

    def _is_person(self, source: Source) -> bool:
        return source.name in self.memory.persons
