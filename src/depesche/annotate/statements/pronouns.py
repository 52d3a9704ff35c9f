"""Whom a pronoun stands for: who says its clause, one named before it, a pair, or the group a sentence opens with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from depesche.annotate.statements.clauses import is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames import Frame
from depesche.annotate.statements.main_clauses import lower_verb
from depesche.annotate.statements.memory import FRAMES_BACK, Memory
from depesche.annotate.statements.phrases import Phrase
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act, Name, NameType, Source, SourceType

_PAIR_BACK: Final = 3  # frames in which the two are looked for that "both" stands for
_OFFICES: Final = frozenset({"role", "role_m", "role_f", "human"})
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

    def antecedent(
        self, draft: Draft, at: int, groups: frozenset[str], plural: bool, quoted: tuple[Source, ...] = ()
    ) -> tuple[Source, ...]:
        """Return who a pronoun at `at` stands for: one named before it in its sentence, else a subject before that.

        `quoted`: who says the pronoun of another.
        """
        neuter = groups == {"n"}
        wanted = self._wanted(plural, neuter)
        common = neuter and self._common(draft, at)
        if common:
            wanted = wanted - {NameType.COUNTRY}  # "den" is no country in Danish, "det" is
        meant = groups & {"m", "f"}
        other = {"m": "f", "f": "m"}[min(meant)] if len(meant) == 1 and not plural else None
        outer = () if quoted else self._outer_speaker(draft, plural, neuter, other)
        if outer:
            return outer
        if plural and (group := self._pair(draft.frame.index, at) or self._group(draft.frame.index, at)):
            return group
        search = _Search(at, wanted, plural, neuter, bool(meant), other, quoted)
        for index in range(draft.frame.index, max(-1, draft.frame.index - FRAMES_BACK), -1):
            found = self._in_frame(draft, index, search)
            if found:
                return found
        last = self.memory.last_speaker(draft)
        fits = last and last != quoted and self._agrees(last, plural, neuter) and not self._is_other(last, other)
        return last if fits else ()

    def _in_frame(self, draft: Draft, index: int, search: _Search) -> tuple[Source, ...]:
        """Return whom one sentence offers: who speaks in it, who has the pronoun's sex, its subject, the first name."""
        plural, neuter, other = search.plural, search.neuter, search.other
        here = index == draft.frame.index
        named = [n for n in self.memory.frame_names[index] if n.span.end <= search.at and n.type in search.wanted]
        if here:
            told = self._fronted(index)
            named = [n for n in named if n not in told and not self._told_of(draft, n.span.start)]
        sexes = {n.span.start: self.memory.genders.of(n.name or n.lemma) for n in named}
        named = [n for n in named if other is None or sexes[n.span.start] != other]
        if not here and (carried := self._carried(index, other)) is not None:
            named = [n for n in named if n.span.end <= carried]
        if search.quoted:
            named = [n for n in named if self.memory.source(n, None).name != search.quoted[0].name]
        said = [who for who in self.memory.by_frame.get(index, ()) if self._agrees(who, plural, neuter)]
        said = [who for who in said if who != search.quoted]
        said = [who for who in said if not self._is_other(who, other) and not (here and self._asks(draft, who))]
        if said and not (here and named and not plural):
            return said[0] if here else said[-1]
        if plural:
            return () if here else self._pair(index, search.at) or self._group(index, search.at)
        sure = [
            n for n in named if other is not None and self.memory.genders.of(n.name or n.lemma) not in (None, other)
        ]
        if sure:
            return (self.memory.source(sure[0], None),)
        if neuter and not here and (house := self._house(draft, index)) is not None:
            return (house,)
        if neuter and self.speech.grammar.verb_medial:
            paper = self._paper(draft, index, search.at)
            if paper is not None:
                return (paper,)
        if search.meant and not (here and named) and (role := self._role(draft, index, search.at, other)) is not None:
            return (role,)
        if named or here or not search.meant:
            return (self.memory.source(named[0], None),) if named else ()
        told = self._person_told(draft, index, other)
        return (told,) if told is not None else ()

    def _common(self, draft: Draft, at: int) -> bool:
        """Say whether the pronoun at `at` is of the common gender: Danish and Norwegian "den"."""
        word = next((t.lower for t in draft.frame.tokens if t.start == at), "")
        return self.speech.grammar.verb_medial and self.speech.has("common_pronouns", word)

    def _paper(self, draft: Draft, index: int, at: int) -> Source | None:
        """Return the document that a Danish or Norwegian sentence names before `at` and that "den" or "det" agrees
        with: "Kommissionen fremlagde rapporten. | Den | advarer om, at"."""
        frame = self.memory.frames[index]
        ending = tuple(self.speech.words["common_endings" if self._common(draft, at) else "neuter_endings"])
        for j, token in enumerate(frame.tokens):
            if token.start >= at or not ending:
                break
            entry = self.speech.noun_entry(token.lower)
            definite = entry is not None and token.lower != entry[1] and token.lower.endswith(ending)
            if entry is None or entry[0] != "document" or not definite or self._told_of(draft, token.start):
                continue
            if not self.speech.has("prepositions", frame.lower(j - 1)):
                wording = self.text[token.start : token.end]
                return Source(wording, (wording,), SourceType.ROLE)
        return None

    def _person_told(self, draft: Draft, index: int, other: str | None) -> Source | None:
        """Return the one person without a name that a Danish or Norwegian sentence tells of: "Politiet anholdt
        | en 40-årig mand |. Han siger"."""
        frame = self.memory.frames[index]
        if not self.speech.grammar.verb_medial:
            return None
        for j, token in enumerate(frame.tokens):
            entry = self.speech.noun_entry(token.lower)
            if entry is None or entry[0] not in _OFFICES or entry[0] == f"role_{other}" or self._sex(token.lower, other):
                continue
            if self.speech.has("prepositions", frame.lower(j - 1)) or self._told_of(draft, token.start):
                continue
            opening = range(max(0, j - _GROUP - 2), j)
            new = next((k for k in opening if self.speech.has("indefinite", frame.lower(k))), None)
            definite = token.lower != entry[1] and token.lower.endswith(tuple(self.speech.words["definite_endings"]))
            if new is not None and not any(frame.tokens[k].text == "," for k in range(new, j)):
                whole, wording = (self.text[frame.tokens[k].start : token.end] for k in (new, new + 1))
                return Source(wording, (wording, whole), SourceType.ROLE)
            if definite:
                phrase = Phrase(j, j + 1)
                bearer = self.memory.by_role(replace(draft, frame=frame), phrase, entry[0])
                bearer = bearer or self.memory.described(frame, phrase, age=False)
                if bearer is not None or any(self.memory.persons_before(index)):
                    return bearer if bearer is not None and not self._is_other((bearer,), other) else None
                return Source(token.text, (token.text,), SourceType.ROLE)
        return None

    def _sex(self, word: str, other: str | None) -> bool:
        """Say whether a noun is only for people of the sex a pronoun excludes."""
        return other is not None and self.speech.has("males" if other == "m" else "females", word)

    def _asks(self, draft: Draft, who: tuple[Source, ...]) -> bool:
        """Say whether somebody only asks in a sentence, whose pronoun is another: "Asked by Berg why, she said"."""
        return any(d.frame is draft.frame and d.who == who and d.act is Act.ASK for d in self.memory.drafts[-2:])

    def _told_of(self, draft: Draft, at: int) -> bool:
        """Say whether a place lies in what a pronoun says, which names another: "Berg is ill, she said"."""
        return any(a <= at < b for a, b in draft.content)

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

    def _is_other(self, who: tuple[Source, ...], other: str | None) -> bool:
        """Say whether a given name or the noun of a role shows a person of the `other` sex: "ein Sprecher", "sie"."""
        if other is None:
            return False
        words = who[0].name.casefold().split()
        kinds = (self.speech.noun_kind(w) for w in words)
        role = next((k for k in kinds if k is not None), None) if who[0].type is SourceType.ROLE else None
        return self.memory.genders.of(who[0].name) == other or role == f"role_{other}"

    def last_two(self, draft: Draft, kinds: frozenset[NameType]) -> tuple[Source, ...]:
        """Return the two that "both" stands for: a pair in the sentences before, else who the report tells most of.

        What stands nearest is often an aside ("their victory over Japan"): a sentence that names just two persons, two
        organisations or two countries is looked for first, in this order; after that who the report is about, since
        they recur, of the kind of name mentioned last. `kinds`: which of these "the two companies" can be.
        """
        for index in range(draft.frame.index - 1, max(-1, draft.frame.index - 1 - _PAIR_BACK), -1):
            for kind in (k for k in (NameType.PERSON, NameType.ORGANIZATION, NameType.COUNTRY) if k in kinds):
                pair = {n.entity or n.name or n.lemma: n for n in self.memory.frame_names[index] if n.type is kind}
                if len(pair) == 2:
                    return tuple(self.memory.source(name, None) for name in pair.values())
        before = [
            n
            for index in range(draft.frame.index)
            for n in self.memory.frame_names[index]
            if n.type is not NameType.PLACE and n.type in kinds
        ]
        near = [
            n
            for index in range(max(0, draft.frame.index - FRAMES_BACK), draft.frame.index)
            for n in self.memory.frame_names[index]
        ]
        last = next((n for n in reversed(near) if n.type is not NameType.PLACE and n.type in kinds), None)
        if last is None:
            return ()
        found: dict[str, list[Name]] = {}
        for name in before:
            if name.type is last.type:
                found.setdefault(name.entity or name.name or name.lemma, []).append(name)
        ranked = sorted(found.values(), key=lambda names: (-len(names), -names[-1].span.start))
        return tuple(self.memory.source(names[-1], None) for names in ranked[:2]) if len(ranked) > 1 else ()

    def _outer_speaker(self, draft: Draft, plural: bool, neuter: bool, other: str | None) -> tuple[Source, ...]:
        """Return who says the clause that the pronoun stands in: "the firm said it would not comment"."""
        at = draft.cue[0].start if draft.cue else draft.start
        for outer in reversed(self.memory.drafts):
            if outer.frame is not draft.frame:
                break
            if not outer.who or not any(a <= at < b for a, b in outer.content):
                continue
            fits = self._agrees(outer.who, plural, neuter)
            if fits and not self._is_other(outer.who, other):
                return outer.who
        return ()

    def _pair(self, index: int, at: int) -> tuple[Source, ...]:
        """Return the names of one kind that a sentence joins before `at` ("Hill and Price wrote"), for "they"."""
        frame, names = self.memory.frames[index], [n for n in self.memory.frame_names[index] if n.span.end <= at]
        for first, second in pairwise(names):
            between = self.text[first.span.end : second.span.start].strip(" ,").casefold()
            kinds = {first.type, second.type}
            joined = self.speech.has("conjunctions", between) and frame.tokens[0].start <= first.span.start
            if joined and len(kinds) == 1 and NameType.PLACE not in kinds:
                return tuple(self.memory.source(name, None) for name in (first, second))
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

    def _role(self, draft: Draft, index: int, at: int, other: str | None) -> Source | None:
        """Return the one a sentence opens with by office alone ("Statsministeren er orienteret"), for "she" or "he"."""
        frame = self.memory.frames[index]
        if self.speech.table is not None or not frame.tokens or frame.tokens[0].end > at:
            return None
        start = self._past_time(frame, frame.text_start())
        if self._told_of(draft, frame.tokens[start].start):
            return None
        new = self.speech.has("indefinite", frame.lower(start))
        j = start + 1 if self.speech.has("articles", frame.lower(start)) else start
        aged = j + 1 < len(frame.tokens) and frame.tokens[j].text.isdigit()  # its hyphens are tokens, too
        while j < start + _GROUP * (1 + aged) and new and self.speech.noun_kind(frame.lower(j)) is None:
            j += 1  # "En 41-årig mand er sigtet"
        word = frame.lower(j)
        entry = self.speech.noun_entry(word)
        if entry is None or entry[0] not in _OFFICES or entry[0] == f"role_{other}" or self._sex(word, other):
            return None
        definite = word != entry[1] and word.endswith(tuple(self.speech.words["definite_endings"]))
        verb = is_finite(frame, j + 1, self.speech) or lower_verb(frame, j + 1, self.speech)
        if self.speech.grammar.subject_first:
            definite = self.speech.has("noun_articles", frame.lower(start))
            verb = verb or is_past(frame.lower(j + 1), self.speech.lang)
        if self.speech.grammar.verb_final:  # "Der Kapitän, ein 52-Jähriger, wurde gerettet"
            definite = j > start and not new
        verb = verb or frame.lower(j + 1) == ","
        if not (definite or new) or not verb:
            return None
        if new:
            whole, wording = (self.text[frame.tokens[k].start : frame.tokens[j].end] for k in (start, start + 1))
            return Source(wording, (wording, whole), SourceType.ROLE)
        phrase = Phrase(start, j + 1)
        bearer = self.memory.by_role(replace(draft, frame=frame), phrase, entry[0])
        bearer = bearer or self.memory.described(frame, phrase, age=False)
        if bearer is not None and self._is_other((bearer,), other):
            bearer = None
        wording = self.text[frame.tokens[j].start : frame.tokens[j].end]
        return bearer or Source(wording, (wording,), SourceType.ROLE)

    def _past_time(self, frame: Frame, j: int) -> int:
        """Go over the time that opens an English sentence: "At 6.41am | the defendant dialled 999"."""
        if not self.speech.grammar.subject_first or not self.speech.has("prepositions", frame.lower(j)):
            return j
        k = j + 1
        time = self.memory.layers.times.get(frame.tokens[k].start) if k < len(frame.tokens) else None
        while time is not None and k < len(frame.tokens) and frame.tokens[k].start < time.span.end:
            k += 1
        return k + (frame.lower(k) == ",") if time is not None and k < len(frame.tokens) else j

    def _house(self, draft: Draft, index: int) -> Source | None:
        """Return the firm or office an English sentence opens with by its noun ("The company has put out a …")."""
        frame = self.memory.frames[index]
        start = frame.text_start() if frame.tokens else 0
        if not self.speech.grammar.subject_first or not self.speech.has("noun_articles", frame.lower(start)):
            return None
        for j in range(start + 1, start + _GROUP):
            kind, following = (self.speech.noun_kind(frame.lower(k)) for k in (j, j + 1))
            if kind in ("institution", "document") and following is None:
                phrase = Phrase(start, j + 1)
                meant = self.memory.by_role(replace(draft, frame=frame), phrase, kind)
                meant = meant or self.memory.described(frame, phrase, age=False)
                wording = self.text[frame.tokens[start + 1].start : frame.tokens[j].end]
                return meant or Source(wording, (wording,), SourceType.ROLE)
        return None

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
