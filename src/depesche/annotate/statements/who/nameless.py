"""Whom a source phrase means that has no name as its head: someone the report named before, or the phrase itself.

What the report has told before is in `memory`, how such a source is worded in `source_wordings`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from depesche.annotate.statements.cues.cue_types import opens_phrase
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.frames.words import is_age
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.base_forms import base_form
from depesche.annotate.statements.who.heads import PERSON_ROLES, HeadReader
from depesche.annotate.statements.who.memory import Memory
from depesche.annotate.statements.who.source_wordings import WordingReader
from depesche.annotate.statements.who.unseen_names import UnseenNames
from depesche.lang.schema.speech import Noun, Speech
from depesche.records import Name, NameType, Source, SourceType

MAX_SOURCES: Final = 6  # sources of one statement
_TYPES: Final = {
    "role_m": SourceType.ROLE,
    "role_f": SourceType.ROLE,
    "role": SourceType.ROLE,
    "human": SourceType.ROLE,
    "institution": SourceType.ROLE,
    "document": SourceType.ROLE,
    "medium": SourceType.ROLE,
    "collective": SourceType.COLLECTIVE,
    "anonymous": SourceType.ANONYMOUS,
}


@dataclass(frozen=True, slots=True)
class NamelessReader:
    """Reads the source phrases of one report that have no name as their head."""

    text: str
    speech: Speech
    layers: Layers
    memory: Memory
    heads: HeadReader
    wordings: WordingReader
    unseen: UnseenNames

    def read(self, draft: Draft, phrase: Phrase, wording: str, names: list[Name]) -> tuple[Source, ...]:
        """Return who is meant by a phrase none of whose `names` is its head; nobody where it is no one who speaks."""
        frame = draft.frame
        if self.speech.table is not None and wording.casefold() in self.speech.words["others"]:
            return (Source(wording, (wording,), SourceType.COLLECTIVE),)
        if self._some(frame, phrase):
            return (Source(wording, (wording,), SourceType.ANONYMOUS),)
        if self._only_reports(draft, phrase) or self._only_speech(frame, phrase):
            return ()
        return self._by_noun(draft, phrase, wording, names)

    def _only_reports(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether a phrase is only a noun of reporting, no document that speaks itself: "according to reports"."""
        frame, speech = draft.frame, self.speech
        if self._definite_document(frame, phrase) or self._is_document(draft, phrase):
            return False
        inside = (frame.lower(j) for j in range(phrase.start, phrase.end))
        return all(word in speech.words["report_nouns"] or speech.has("articles", word) for word in inside)

    def _by_noun(self, draft: Draft, phrase: Phrase, wording: str, names: list[Name]) -> tuple[Source, ...]:
        """Return someone the report named with the role of a phrase, else the phrase itself."""
        frame = draft.frame
        if not names and (unseen := self.unseen.after_role(frame, phrase)) is not None:
            return (Source(unseen, (unseen, wording), SourceType.NAMED),)
        bearer = self.memory.by_surname(frame, phrase) if not names else None
        if bearer is not None:
            return (self.memory.source(bearer, wording),)
        others = any(frame.lower(j) in self.speech.words["others"] for j in range(phrase.start, phrase.end))
        included = self._included(frame, phrase, whole=others)
        if included and others:
            return tuple(self.memory.source(n, None) for n in included)
        kind = self.heads.kind(frame, phrase)
        known = self._known(draft, phrase, kind, names)
        if known is None:
            source = self._itself(draft, phrase, kind, named=bool(names))
        else:
            source = known if wording in known.forms else replace(known, forms=(*known.forms, wording))
        if kind in ("document", "medium", "institution"):
            self.memory.things.add(source.name)
        return (source, *(self.memory.source(n, None) for n in included))

    def _known(self, draft: Draft, phrase: Phrase, kind: str | None, names: list[Name]) -> Source | None:
        """Return whom the report told of before under the role, noun or description of a phrase."""
        frame = draft.frame
        known = self.memory.by_role(draft, phrase, kind)
        if known is None and kind == "institution" and not names:
            known = self.memory.by_house(frame, phrase)
        age = is_age(frame, phrase, self.speech)
        plural = kind == "collective" and self.speech.grammar.verb_final
        if known is None and not plural and not any(n.type is NameType.PERSON for n in names):
            known = self.memory.described(frame, phrase, age)
        placed = all(n.type is NameType.PLACE for n in names)  # "the Wellingborough MP"
        if known is None and placed and (kind in PERSON_ROLES or age):
            known = self._called_anew(draft, phrase)
        return known

    def _itself(self, draft: Draft, phrase: Phrase, kind: str | None, *, named: bool) -> Source:
        """Return the source that is only its phrase, with the forms it goes by; `named`: names qualify it."""
        frame, speech = draft.frame, self.speech
        wording = self.wordings.wording(frame, phrase)
        name = self.wordings.cleaned(wording)
        if speech.table is not None:
            name = base_form(name, speech)
        forms = [wording]
        if not named and (longer := self.wordings.longer(draft, phrase)) != wording:
            forms.append(longer)
        if (whole := self.wordings.with_relative(frame, phrase)) is not None:
            forms.append(whole)
        if (short := self.wordings.before_participle(frame, phrase)) is not None:
            forms.append(short)
            name = self.wordings.cleaned(short)  # "A study | published on Monday"
        if speech.grammar.verb_final and (plain := self.wordings.nominative(wording)) != wording:
            forms.append(plain)
        return Source(name, tuple(forms), self._type(frame, phrase, kind))

    def _type(self, frame: Frame, phrase: Phrase, kind: str | None) -> SourceType:
        if kind == "anonymous" or self._unnamed(frame, phrase):
            return SourceType.ANONYMOUS
        return SourceType.ROLE if is_age(frame, phrase, self.speech) else _TYPES.get(kind or "", SourceType.COLLECTIVE)

    def _some(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether words for some people stand alone: "another complained", "some say", "en anden skrev"."""
        return all(self.speech.has("unnamed", frame.lower(j)) for j in range(phrase.start, phrase.end))

    def _definite_document(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether one known document speaks: "the report said", not "according to reports"."""
        definite = self.speech.grammar.subject_first and self.speech.has("noun_articles", frame.lower(phrase.start))
        return definite and self.heads.kind(frame, phrase) == "document"

    def _is_document(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether a noun of reporting is a document or medium that speaks itself: "laut einer Umfrage"."""
        kind = self.heads.kind(draft.frame, phrase)
        articled = self.speech.has("articles", draft.frame.lower(phrase.start))
        return kind is not None and (draft.how == "headline" or (articled and self.speech.grammar.verb_final))

    def _only_speech(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is what was said, nobody who says it: "lød svaret"."""
        word = frame.lower(phrase.start)
        said = any(isinstance(e, Noun) for e in self.speech.index.get(word, ()))
        return said and phrase.end == phrase.start + 1 and self.speech.noun_kind(word) is None

    def _called_anew(self, draft: Draft, phrase: Phrase) -> Source | None:
        """Return who just spoke and goes on under a new description: "Nand said so. The MP added that …"."""
        frame, wording = draft.frame, self.wordings.wording(draft.frame, phrase)
        said = self.memory.drafts[-1] if self.memory.drafts else None
        if said is None or not wording.casefold().startswith("the "):
            return None
        near = frame.index - said.frame.index <= 2
        one = len(said.who) == 1 and said.who[0].name in self.memory.persons
        fresh = wording[4:] not in self.text[: frame.tokens[0].start]
        if self.memory.offices.is_office(frame, phrase.start, phrase.end):
            return None  # "The prime minister" is somebody else, unless the report calls that one so
        aged = is_age(frame, phrase, self.speech)
        if one and not aged and self.memory.roles.bears_other(said.who[0].name, phrase, frame):
            return None  # "Ida Lund, a lawyer, said so. The mayor added"
        return said.who[0] if near and one and fresh and phrase.aside is None else None

    def _unnamed(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase says why somebody knows instead of who it is: "people familiar with the matter"."""
        return any(self.speech.has("familiar", frame.lower(j)) for j in range(phrase.start + 1, phrase.end))

    def _included(self, frame: Frame, phrase: Phrase, whole: bool) -> list[Name]:
        """Return the names after "including" in the phrase or its aside, anywhere in the frame with `whole`."""
        limit = phrase.aside[1] if phrase.aside else phrase.end
        limit = len(frame.tokens) if whole else min(len(frame.tokens), max(limit, phrase.end) + 14)
        for j in range(phrase.start, limit if whole else min(limit, phrase.end + 3)):
            if self.includes(frame, j):
                return self._listed(frame, j + 1, limit)
        return []

    def _listed(self, frame: Frame, a: int, limit: int) -> list[Name]:
        """Return the names of a list that starts at `a`: the first, and those joined to it by commas and "and"."""
        found: list[Name] = []
        j = a
        while j < limit and len(found) < MAX_SOURCES:
            name = self.layers.names.get(frame.tokens[j].start)
            if name is not None:
                found.append(name)
                while j < limit and frame.tokens[j].start < name.span.end:
                    j += 1
            elif found and not (frame.tokens[j].text == "," or self.speech.has("conjunctions", frame.lower(j))):
                break
            else:
                j += 1
        return found

    def includes(self, frame: Frame, j: int) -> bool:
        """Say whether a word that names some of a group stands at `j`: "including", "herunder", "unter ihnen"."""
        if frame.lower(j) in self.speech.words["including"]:
            return True
        return opens_phrase(frame, j, "including_phrases", self.speech)
