"""Whom a verb without a subject means, by the gender and number of its form: "Dodała, że …", "Domagają się …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.agreement import AGREES, PERSONS, PLURAL
from depesche.annotate.statements.subjects.cases import CaseReader
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.who.memory import FRAMES_BACK, Memory
from depesche.lang.schema.morphology import NOMINATIVE, VERBAL
from depesche.lang.schema.speech import Speech, Verb
from depesche.records import Act, Name, NameType, Source, SourceType, StatementKind

_TELLING: Final = Verb("", Act.ASSERT, frozenset())  # any verb whose subject is looked for
_SUBJECT: Final = 6  # tokens from a sentence's start in which its subject begins
_FORMS: Final = {"m": "1", "f": "2", "pl": "45"}  # the past a pronoun of a group would take
_PRESENT: Final = frozenset("67")  # a verb of either number and any gender
_OTHER: Final = {"1": "f", "2": "m"}  # the gender a past form excludes


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who is meant: sources known already, or a phrase of an earlier frame."""

    who: tuple[Source, ...] = ()
    frame: Frame | None = None
    phrase: Phrase | None = None


@dataclass(slots=True)
class DroppedSubjects:
    """Looks back over a report for one who agrees with a verb; `quoted` tells that another said it."""

    text: str
    speech: Speech
    memory: Memory
    quoted: tuple[Source, ...] = ()

    def find(self, draft: Draft) -> Antecedent | None:
        """Return the nearest that agrees; None where the verb's form tells nothing and anybody may be meant."""
        forms = VERBAL & set(self.speech.reading(draft.frame.lower(draft.at))) - {"0", "8"}
        if not forms or draft.verb is None:
            return None
        return self._asked(draft, draft.verb, forms) or self.agreeing(draft, forms)

    def _asked(self, draft: Draft, verb: Verb, forms: frozenset[str]) -> Antecedent | None:
        """Return who was asked just before: "Zapytała ministra, czy odejdzie. Zapewnił, że nie ma takich planów"."""
        last = self.memory.drafts[-1] if self.memory.drafts else None
        goes_on = verb.continues or draft.act is Act.ASK
        if last is None or goes_on or last.act is not Act.ASK or last.told is None:
            return None
        near = draft.frame.index - last.frame.index <= 1 and self._told_fits(last.frame, last.told, forms)
        return Antecedent((), last.frame, last.told) if near else None

    def _told_fits(self, frame: Frame, told: Phrase, forms: frozenset[str]) -> bool:
        """Say whether one told, in any case, agrees with a verb of these forms."""
        start, end = frame.tokens[told.start].start, frame.tokens[told.end - 1].end
        names = [n for n in self.memory.frame_names[frame.index] if start <= n.span.start < end]
        if names:
            return self._fits((self.memory.source(names[-1], None),), forms)
        heads = (self.speech.noun_entry(frame.lower(j)) for j in range(told.start, told.end))
        base = next((entry[1] for entry in heads if entry is not None), None)
        return base is not None and bool(set("".join(AGREES[c] for c in forms)) & set(self.speech.reading(base)))

    def announced(self, draft: Draft) -> Antecedent | None:
        """Return the subject of the sentence before dash speech without a verb: "Wójt nie ma wątpliwości. – Runie."."""
        index = draft.frame.index - 1
        near = index >= 0 and self.memory.frames[index].paragraph == draft.frame.paragraph
        if not near or not draft.frame.dash or draft.cue or self.memory.by_frame.get(index):
            return None
        return next(self._in_frame(index, draft, _PRESENT), None)

    def pronoun(self, draft: Draft, groups: frozenset[str]) -> tuple[Source, ...]:
        """Return whom a pronoun of these groups means among those who spoke before, houses included: "w jej ocenie"."""
        forms = frozenset("".join(_FORMS.get(group, "") for group in groups))
        return self.agreeing(draft, forms).who if forms else ()

    def agreeing(self, draft: Draft, forms: frozenset[str]) -> Antecedent:
        """Return the nearest before a draft that agrees with a verb of these forms."""
        for index in range(draft.frame.index, max(-1, draft.frame.index - FRAMES_BACK), -1):
            found = next(self._in_frame(index, draft, forms), None)
            if found is not None:
                return found
        return Antecedent(self._mentioned(draft, forms))

    def _mentioned(self, draft: Draft, forms: frozenset[str]) -> tuple[Source, ...]:
        """Return the person named last in any case who agrees: "Od przyjazdu Obamy … Powiedział, że"."""
        for index in range(draft.frame.index - 1, max(-1, draft.frame.index - FRAMES_BACK), -1):
            for name in reversed(self.memory.frame_names[index]):
                source = self.memory.source(name, None)
                if name.type is NameType.PERSON and (source,) != self.quoted and self._fits((source,), forms):
                    return (source,)
        return ()

    def _in_frame(self, index: int, draft: Draft, forms: frozenset[str]) -> Iterator[Antecedent]:
        """Yield those of one frame who agree: who spoke there last, who is named there, what its subject is."""
        for who in reversed(self.memory.by_frame.get(index, ())):
            if who != self.quoted and self._fits(who, forms) and not self._is_document(who[0]):
                yield Antecedent(who)
        if index == draft.frame.index:
            return
        for name in self.memory.frame_names[index]:
            if name.type is NameType.PERSON and not forms <= PLURAL and self._is_subject(name):
                source = self.memory.source(name, None)
                if (source,) != self.quoted and self._fits((source,), forms):
                    yield Antecedent((source,))
        frame = self.memory.frames[index]
        phrase = self._people(frame, forms) if forms <= PLURAL else self._subject(frame, forms, draft)
        if phrase is not None:
            yield Antecedent((), frame, phrase)

    def _is_subject(self, name: Name) -> bool:
        """Say whether a name stands in its base form."""
        wording = self.text[name.span.start : name.span.end]
        return wording.casefold() == name.lemma.casefold()

    def _subject(self, frame: Frame, forms: frozenset[str], draft: Draft) -> Phrase | None:
        """Return the subject of a sentence that names no person: "Wątpliwości ma Rada Gminy.", "Minister wrócił."."""
        at = next((j for j in range(len(frame.tokens)) if is_finite(frame, j, self.speech)), None)
        if at is None or frame.quotes:
            return None
        finder = PhraseFinder(frame, self.speech, self.memory.layers)
        cases, verb = CaseReader(frame, self.speech, finder), VerbCue(_TELLING, at, at, (at,), "active")
        found = cases.before(verb) or cases.after(verb)
        if found is None or found.kind != "np":
            return None
        heads = (self.speech.noun_entry(frame.lower(j)) for j in range(found.start, found.end))
        kind = next((entry[0] for entry in heads if entry is not None), None)
        voiced = draft.verb is not None and self.speech.has("voiced", draft.verb.lemma)  # houses don't say so
        voiced = voiced or draft.kind is StatementKind.DIRECT
        if kind not in PERSONS and (voiced or kind not in ("institution", "medium")):
            return None
        words = range(found.start, found.end)
        if any((name := cases.agreement.name(j)) is not None and name.type is NameType.PERSON for j in words):
            return None  # "Radny Lech Broda wrócił" is no woman, whatever "broda" is
        return found if any(cases.agreement.agrees(j, forms, False) for j in words) else None

    def _people(self, frame: Frame, forms: frozenset[str]) -> Phrase | None:
        """Return the people a sentence opens with: "Kibice czekają na wyjaśnienia."."""
        wanted = set("".join(AGREES[c] for c in forms))
        for i in range(min(_SUBJECT, len(frame.tokens))):
            word = frame.lower(i)
            if is_finite(frame, i, self.speech) or self.speech.has("prepositions", word):
                return None
            found = set(self.speech.reading(word))
            if "o" in found and wanted & found and ("h" in found or self.speech.noun_kind(word) is not None):
                return PhraseFinder(frame, self.speech, self.memory.layers).right(0)
        return None

    # -- agreement --------------------------------------------------------------------------------------------------
    def _fits(self, who: tuple[Source, ...], forms: frozenset[str]) -> bool:
        """Say whether sources agree with a verb of these forms."""
        if forms <= PLURAL:
            return len(who) > 1 or who[0].type is SourceType.COLLECTIVE
        if len(who) > 1:
            return False
        source = who[0]
        if source.name in self.memory.persons:
            known = self.memory.genders.of(source.name) or self._by_ending(source.name)
            return known is None or (all(_OTHER.get(c) != known for c in forms) and forms != {"3"})
        found = self._head_codes(source)
        if not found:
            return source.type is not SourceType.COLLECTIVE
        wanted = set("".join(AGREES[c] for c in forms))
        return bool(wanted & found) or (forms == {"2"} and source.type is SourceType.ROLE and self._titled(source))

    def _by_ending(self, name: str) -> str | None:
        """A woman's given name ends in -a, and few men's do; a surname alone tells by -ska and -ski."""
        first, *rest = name.casefold().split()
        if rest:
            if first.endswith("a"):
                return "f" if first not in self.speech.words["men_in_a"] else "m"
            return "m" if first.endswith("y") else None
        endings = (("f", self.speech.words["surnames_f"]), ("m", self.speech.words["surnames_m"]))
        return next((g for g, words in endings if words and first.endswith(tuple(words))), None)

    def _head_codes(self, source: Source) -> set[str]:
        """Return the nominative codes of the noun that heads a source's wording, of its base form if known."""
        for word in (source.forms[0] if source.forms else source.name).casefold().split():
            entry = self.speech.noun_entry(word)
            found = set(self.speech.reading(entry[1] if entry is not None else word))
            if "o" in found:
                return found & NOMINATIVE
        return set()

    def _is_document(self, source: Source) -> bool:
        """Say whether a source is something written, which no dropped subject takes up: "W jej ocenie"."""
        kinds = (self.speech.noun_kind(word) for word in source.name.casefold().split())
        return next((kind for kind in kinds if kind is not None), None) == "document"

    def _titled(self, source: Source) -> bool:
        words = source.name.casefold().split()
        return any((entry := self.speech.noun_entry(w)) is not None and entry[0] in PERSONS for w in words[:2])
