"""Whom words for two stand for: "both", "the two companies", "the couple", and which of two is "the latter"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.memory import FRAMES_BACK, Memory
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Source

_PAIR_BACK: Final = 3  # frames in which the two are looked for that "both" or "the latter" stands for
_TWO: Final = 2
_KINDS: Final = (NameType.PERSON, NameType.ORGANIZATION, NameType.COUNTRY)


@dataclass(frozen=True, slots=True)
class TwoNamed:
    """Finds two whom one report has named together or in turn."""

    text: str
    speech: Speech
    memory: Memory

    def last_two(self, draft: Draft, kinds: frozenset[NameType]) -> tuple[Source, ...]:
        """Return the two that "both" stands for: a pair in the sentences before, else who the report tells most of.

        What stands nearest is often an aside ("their victory over Japan"): a sentence that names just two persons, two
        organisations or two countries is looked for first, in this order; after that who the report is about, since
        they recur, of the kind of name mentioned last. `kinds`: which of these "the two companies" can be.
        """
        for index in range(draft.frame.index - 1, max(-1, draft.frame.index - 1 - _PAIR_BACK), -1):
            for kind in (k for k in _KINDS if k in kinds):
                pair = {_key(n): n for n in self.memory.frame_names[index] if n.type is kind}
                if len(pair) == _TWO:
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
                found.setdefault(_key(name), []).append(name)
        ranked = sorted(found.values(), key=lambda names: (-len(names), -names[-1].span.start))
        return tuple(self.memory.source(names[-1], None) for names in ranked[:_TWO]) if len(ranked) > 1 else ()

    def joined(self, index: int, at: int) -> tuple[Source, ...]:
        """Return the names of one kind that a sentence joins before `at` ("Hill and Price wrote"), for "they"."""
        frame, names = self.memory.frames[index], [n for n in self.memory.frame_names[index] if n.span.end <= at]
        for first, second in pairwise(names):
            between = self.text[first.span.end : second.span.start].strip(" ,").casefold()
            kinds = {first.type, second.type}
            joined = self.speech.has("conjunctions", between) and frame.tokens[0].start <= first.span.start
            if joined and len(kinds) == 1 and NameType.PLACE not in kinds:
                return tuple(self.memory.source(name, None) for name in (first, second))
        return ()

    def a_couple(self, frame: Frame, phrase: Phrase) -> tuple[Source, ...]:
        """Return the two persons whom a noun for a pair means: joined in one sentence, or the report's only two."""
        if not self._means_couple(frame, phrase):
            return ()
        at = frame.tokens[phrase.start].start
        persons: dict[str, Name] = {}
        for index in range(frame.index, -1, -1):
            names = [n for n in self.memory.frame_names[index] if n.type is NameType.PERSON and n.span.end <= at]
            couple = self.joined(index, at)
            if couple and any(self.memory.source(n, None) == couple[0] for n in names):
                return couple
            persons = {_key(n): n for n in names} | persons
        return tuple(self.memory.source(n, None) for n in persons.values()) if len(persons) == _TWO else ()

    def _means_couple(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a definite noun for a pair stands alone: "parret", "das Paar", "małżonkowie"."""
        first = frame.lower(phrase.start)
        articled = self.speech.has("articles", first) and not self.speech.has("indefinite", first)
        alone = phrase.end - phrase.start == 1 + articled
        return alone and self.speech.has("couples", frame.lower(phrase.end - 1))

    def one(self, frame: Frame, phrase: Phrase) -> Source | None:
        """Return which of the two named before "the former" or "the latter" means; None for any other phrase."""
        word = frame.lower(phrase.end - 1)
        last = self.speech.has("last_named", word)
        articled = all(self.speech.has("articles", frame.lower(j)) for j in range(phrase.start, phrase.end - 1))
        bare = phrase.end - phrase.start == 1 and not self.speech.grammar.verb_second
        if bare or not articled or not (last or self.speech.has("first_named", word)):
            return None
        two = self._in_turn(frame, frame.tokens[phrase.start].start)
        return self.memory.source(two[-1 if last else 0], None) if two else None

    def _in_turn(self, frame: Frame, at: int) -> list[Name]:
        """Return the two of one kind named last before `at`, in order; those of one sentence go before others."""
        seen: dict[str, Name] = {}
        for index in range(frame.index, max(-1, frame.index - 1 - _PAIR_BACK), -1):
            names = [n for n in self.memory.frame_names[index] if n.span.end <= at and n.type in _KINDS]
            for kind in _KINDS:
                here = {_key(n): n for n in names if n.type is kind}
                if len(here) == _TWO and not seen:
                    return sorted(here.values(), key=lambda n: n.span.start)
            for name in reversed(names):
                seen.setdefault(_key(name), name)
            for kind in _KINDS:
                last = [n for n in seen.values() if n.type is kind][:_TWO]
                if len(last) == _TWO:
                    return last[::-1]
        return []


def _key(name: Name) -> str:
    return name.entity or name.name or name.lemma
