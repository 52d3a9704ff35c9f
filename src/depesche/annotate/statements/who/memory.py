"""What the report has said so far: who spoke, who was named, and whom a role, house or medium named again means.

Which names bear which role is in `roles`, whom a description fits in `descriptions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.relays.media import Media
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.descriptions import Descriptions
from depesche.annotate.statements.who.domains import Domain, domain, may_be_one, told_domain
from depesche.annotate.statements.who.genders import Genders
from depesche.annotate.statements.who.offices import Offices
from depesche.annotate.statements.who.roles import Roles
from depesche.lang.schema.entities import find_known, party_of
from depesche.lang.schema.names import bases, country_of_demonym
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Relay, SegmentKind, Source, SourceType, Span

FRAMES_BACK: Final = 8  # frames in which the last speaker, or whom a pronoun or a bare verb means, is looked for
_BEARERS: Final = frozenset({"role_m", "role_f", "role", "human", "anonymous"})  # nouns that one person bears
_NEAR: Final = 8  # statements that may share a sentence with one
_QUALIFIED: Final = 2  # words of a name that says more than its noun


@dataclass(slots=True)
class Memory:
    """Grows with the statements of one report, in order of text."""

    text: str
    language: str | None
    published: str | None
    speech: Speech
    layers: Layers
    frames: Sequence[Frame]
    forms: dict[str, tuple[str, ...]]
    known_media: Media
    spoken: list[tuple[int, int, tuple[Source, ...]]] = field(default_factory=list)
    frame_names: list[list[Name]] = field(default_factory=list)
    by_frame: dict[int, list[tuple[Source, ...]]] = field(default_factory=dict)
    countries: dict[str, str | None] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    poll: tuple[int, Relay] | None = None
    drafts: list[Draft] = field(default_factory=list)
    heard: dict[str, dict[str, Source]] = field(default_factory=dict)
    nameless: dict[str, str | None] = field(default_factory=dict)
    descriptions: Descriptions = field(init=False)
    genders: Genders = field(init=False)
    offices: Offices = field(init=False)
    roles: Roles = field(init=False)

    def __post_init__(self) -> None:
        self.offices = Offices(self.language, self.published, self.speech, self.layers)
        self.roles = Roles(self.text, self.speech, self.layers, self.frames, self.offices)
        for frame in self.frames:
            self.frame_names.append([n for i, n in self.layers.names_in(frame) if not self._programme(frame, i, n)])
            self._note_names(frame)
        self.genders = Genders(self.speech, self.layers, self.frames, self.frame_names, self.roles.known)
        self.descriptions = Descriptions(self.speech, self.layers, self.frames, self.frame_names, self.genders)

    def _programme(self, frame: Frame, i: int, name: Name) -> bool:
        """Say whether what was taken for a person is a programme: "in the podcast Second Helping"."""
        before = i - 2 if i > 1 and frame.tokens[i - 1].text in MARKS else i - 1
        small = before >= 0 and frame.tokens[before].text[0].islower()
        return small and name.type is NameType.PERSON and self.known_media.noun_at(frame, before)

    def _note_names(self, frame: Frame) -> None:
        """Note the media, persons, countries and bearers of roles that a frame names."""
        names, named = self.layers.names, 0
        for i, token in enumerate(frame.tokens):
            if not token.text[0].isupper() and token.start not in names:
                continue
            name = names.get(token.start)
            if name is None and token.start < named:
                continue  # "The | Sun on Sunday"
            named = max(named, name.span.end) if name is not None else named
            if name is None:
                if (end := self.known_media.title_end(frame, i)) is not None:
                    span = Span(token.start, frame.tokens[end - 1].end)
                    title = self.text[span.start : span.end]
                    self.known_media.note(Name(span, NameType.ORGANIZATION, title, title))
                continue
            if name.type is NameType.PERSON:
                self.persons.add(name.name or name.lemma)
            elif name.name:
                self.countries.setdefault(name.name, name.entity)
            if self.known_media.is_medium(name):
                self.known_media.note(name)
            self.roles.note(frame, i, name)

    # -- sources ----------------------------------------------------------------------------------------------------
    def source(self, name: Name, wording: str | None) -> Source:
        """Return a name's bearer as a source, with all forms the report has of it and the phrase as it stands."""
        forms = self.forms.get(entity_key(name), ())
        government = self._government(name)
        if government is not None:
            return Source(government[0], (*forms, government[0]), SourceType.NAMED, government[1])
        if wording and wording not in forms:
            forms = (*forms, wording)
        return Source(name.name or name.lemma, forms, SourceType.NAMED, name.entity)

    def _government(self, name: Name) -> tuple[str, str | None] | None:
        """Return the country that a capital speaks for, with its entity in this report."""
        if name.type not in (NameType.PLACE, NameType.COUNTRY):
            return None
        forms = dict.fromkeys((name.name, name.lemma))
        known = next(
            (k for form in forms if form for k in find_known(form, self.language) if k.kind == "capital"), None
        )
        if known is None:
            return None
        country = party_of(known).name
        return country, self.countries.get(country)

    def note(self, draft: Draft) -> None:
        """Remember who a statement was by, and by which nouns it was named."""
        if not draft.who:
            return
        self.spoken.append((draft.frame.index, draft.at, draft.who))
        at = draft.cue[0].start if draft.cue else draft.start
        inner = any(d.frame is draft.frame and any(a <= at < b for a, b in d.content) for d in self.drafts[-_NEAR:])
        here = self.by_frame.setdefault(draft.frame.index, [])
        self.drafts.append(draft)
        here.insert(0 if inner else len(here), draft.who)  # who is said to say something stands behind who says so
        if draft.phrase is not None and draft.phrase.kind == "np" and len(draft.who) == 1:
            end = draft.phrase.end
            if draft.who[0].type is SourceType.ROLE:
                house = self.offices.house(draft.frame, draft.phrase.start, end)
                self.nameless.setdefault(draft.who[0].name, house)
            for j in range(draft.phrase.start, end):
                entry = self.speech.noun_entry(draft.frame.lower(j))
                if entry is not None and entry[0] in _BEARERS:
                    self.heard.setdefault(entry[1], {})[draft.who[0].name] = draft.who[0]
                if self.speech.has("prepositions", draft.frame.lower(j)):
                    break

    def persons_before(self, index: int) -> Iterator[Name]:
        """Yield the persons whom the sentences near and up to one name."""
        for names in self.frame_names[max(0, index - FRAMES_BACK) : index + 1]:
            yield from (n for n in names if n.type is NameType.PERSON)

    def spoke_in(self, frame: Frame) -> bool:
        """Say whether someone has spoken in this frame already."""
        return bool(self.spoken) and self.spoken[-1][0] == frame.index

    def last_speaker(self, draft: Draft) -> tuple[Source, ...]:
        """Return who spoke last before a draft, not too far back."""
        index, who = next(((i, w) for i, _, w in reversed(self.spoken) if i <= draft.frame.index), (-1, ()))
        if draft.verb is not None and draft.cue:
            for later in range(draft.frame.index - 1, max(index, draft.frame.index - 3), -1):
                named = [n for n in self.frame_names[later] if n.type is NameType.PERSON]
                if named:
                    return (self.source(named[0], None),)
        return who if draft.frame.index - index <= FRAMES_BACK else ()

    # -- roles ------------------------------------------------------------------------------------------------------
    def described(self, frame: Frame, phrase: Phrase, age: bool) -> Source | None:
        """Return whom a description means: the only person or house of the report that it fits."""
        country = self._countryman(frame, phrase)
        own = self.roles.of_country(country, frame.tokens[phrase.start].start) if country is not None else None
        if own is not None:
            return self.source(own, None)
        media = frozenset(n.entity or n.name or n.lemma for n in self.known_media.named)
        found = self.descriptions.bearer(frame, phrase, age, media)
        if found is None:
            return None
        told = (country_of_demonym(frame.lower(j), self.language) for j in range(phrase.start, phrase.end))
        own_country = next((c for c in told if c is not None), None)  # "the French player" is no Russian
        foreign = own_country is not None and (
            self.roles.is_foreign(found, own_country) or self.offices.is_other(found, own_country)
        )
        return None if foreign else self.source(found, None)

    def _countryman(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return the country whose bearer of an office a phrase means: "the Dane", "her Norwegian counterpart"."""
        last = frame.lower(phrase.end - 1)
        alone = phrase.end - phrase.start == 1 + self.speech.has("articles", frame.lower(phrase.start))
        counterpart = self.speech.has("counterparts", last)
        if not (alone or counterpart) or self.speech.has("indefinite", frame.lower(phrase.start)):
            return None
        told = range(phrase.start, phrase.end) if counterpart else (phrase.end - 1,)
        found = (country_of_demonym(frame.lower(j), self.language) for j in told)
        return next((country for country in found if country is not None), None)

    def by_surname(self, frame: Frame, phrase: Phrase) -> Name | None:
        """Return the one person whose surname ends a phrase that was not seen as a name: "Insp Gaskin", "Webers"."""
        last = frame.tokens[phrase.end - 1]
        alike = {last.text, *bases(last.text, self.language)}
        if not last.text[0].isupper() or self.speech.noun_kind(last.lower) is not None:
            return None
        at = frame.tokens[phrase.start].start
        fits = {
            (n.entity or n.name): n
            for names in self.frame_names[: frame.index + 1]
            for n in names
            if n.type is NameType.PERSON and n.span.end <= at and not alike.isdisjoint(self._called(n, phrase))
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _called(self, name: Name, phrase: Phrase) -> tuple[str, ...]:
        """Return by which of a person's names a phrase may call them: the surname, alone also the given name."""
        parts = (name.name or name.lemma).split()
        return (parts[0], parts[-1]) if phrase.end == phrase.start + 1 else (parts[-1],)

    def by_house(self, frame: Frame, phrase: Phrase) -> Source | None:
        """Return the institution that a bare noun takes up, the nearest named by it: "Russia's Defense Ministry said
        … | the ministry", "das Verteidigungsministerium … | das Ministerium"."""
        first, word = frame.lower(phrase.start), frame.lower(phrase.end - 1)
        entry = self.speech.noun_entry(word)
        alone = phrase.end - phrase.start == 1 + self.speech.has("articles", first)
        if entry is None or not alone or self.speech.has("indefinite", first):
            return None
        at = frame.tokens[phrase.start].start
        for index in range(frame.index, max(-1, frame.index - FRAMES_BACK), -1):
            named = [n for n in self.frame_names[index] if n.type is NameType.ORGANIZATION and n.span.end <= at]
            found = next((n for n in reversed(named) if self._is_house(n.name or n.lemma, entry[1])), None)
            if found is not None:
                return self.source(found, None)
            said = [who[0] for who in reversed(self.by_frame.get(index, ())) if len(who) == 1]
            hit = next((who for who in said if any(self._is_house(f, entry[1]) for f in who.forms)), None)
            if hit is not None:
                return hit
        return None

    def _is_house(self, name: str, noun: str) -> bool:
        """Say whether a name or phrase is headed by a noun, a qualified one or a compound of it."""
        words = name.casefold().split()
        if len(words) < _QUALIFIED and (not words or words[0] == noun):
            return False
        for word in words:
            entry = self.speech.noun_entry(word)
            if entry is not None and entry[1].endswith(noun):
                return True
            if entry is not None and entry[0] != "institution":
                return False  # "a spokeswoman for the commission"
        return False

    def medium_meant(self, frame: Frame, phrase: Phrase) -> Source | None:
        """Return the medium that a bare noun for one means: "the paper", "samme byrå"."""
        if self.speech.noun_kind(frame.lower(phrase.end - 1)) != "medium":
            return None
        return self.last_medium(frame, phrase) if self.known_media.only_noun(frame, phrase) else None

    def last_medium(self, frame: Frame, phrase: Phrase) -> Source | None:
        """Return the newspaper or agency named last before a phrase."""
        last = self.known_media.last_before(frame.tokens[phrase.start].start)
        return self.source(last, None) if last is not None else None

    def _heard(self, frame: Frame, phrase: Phrase, noun: str) -> Source | None:
        """Return who alone has spoken under a noun that now stands by itself: "a source close to …", "the source"."""
        words = [frame.lower(j) for j in range(phrase.start, phrase.end)]
        rest = words[1:] if self.speech.has("articles", words[0]) else words
        known = self.heard.get(noun) or {
            name: who for key in self.heard if key.endswith(noun) for name, who in self.heard[key].items()
        }  # "handelsrepresentanten … | representanten"
        return next(iter(known.values())) if len(rest) == 1 and len(known) == 1 else None

    def by_role(self, draft: Draft, phrase: Phrase, kind: str | None) -> Source | None:
        """Return the bearer of a role that the report gave a name to earlier, nearest first."""
        frame = draft.frame
        if kind == "medium" and self.known_media.only_noun(frame, phrase):
            noun = self.speech.noun_entry(frame.lower(phrase.end - 1))
            named = self.last_medium(frame, phrase)
            return named or (self._unnamed(noun[1], None) if noun is not None else None)
        if self.speech.has("indefinite", frame.lower(phrase.start)):
            return None
        house = self.offices.house(frame, phrase.start, phrase.end)
        if kind not in _BEARERS and self.roles.office_entry(frame, phrase.start) is None:
            alone = house is not None and self.offices.compound(frame.lower(phrase.end - 1)) is not None
            holder = self.roles.holder(frame, phrase, house) if house is not None and alone else None
            return self.source(holder, None) if holder is not None else None
        for j in range(phrase.start, phrase.end):
            entry = self.roles.office_entry(frame, j) or self.speech.noun_entry(frame.lower(j))
            if entry is None:
                continue
            if (said := self._heard(frame, phrase, entry[1])) is not None:
                return said
            over = domain(frame, self.speech, self.layers, j)
            before = self.roles.bearers(entry[1], house, over, frame, frame.tokens[phrase.start].start)
            bearers = {n.entity or n.name or n.lemma for n in before}
            if len(bearers) == 1:
                return self.source(before[-1], None)
            if house is not None and (holder := self.roles.holder(frame, phrase, house)) is not None:
                return self.source(holder, None)
            if not before:
                return self._unnamed(entry[1], house, over)
        return None

    def _unnamed(self, role: str, house: str | None, over: Domain = ()) -> Source | None:
        """Return the nameless bearer of a role who spoke before: "En talsperson for X" is "talspersonen" later."""
        for index, _, who in reversed(self.spoken):
            if self.frames[index].kind is SegmentKind.TITLE and self.speech.grammar.subject_first:
                continue  # whom a title calls "Tory MP" is named below it
            if len(who) == 1 and who[0].type is SourceType.ROLE:
                if house is not None and self.nameless.get(who[0].name) not in (None, house):
                    continue
                words = who[0].name.casefold().split()
                entries = [self.speech.noun_entry(word) for word in words]
                at = next((i for i, entry in enumerate(entries) if entry is not None and entry[1] == role), None)
                told = told_domain(words[at + 1 :]) if at is not None else ()
                if at is not None and (not over or (told and may_be_one(over, told))):
                    return who[0]
        return None


def forms_by_entity(names: Iterable[Name], text: str) -> dict[str, tuple[str, ...]]:
    """Return the wordings of every entity in a report, commonest order of appearance."""
    found: dict[str, list[str]] = defaultdict(list)
    for n in names:
        wording = text[n.span.start : n.span.end]
        key = entity_key(n)
        if wording not in found[key]:
            found[key].append(wording)
    return {key: tuple(forms) for key, forms in found.items()}


def entity_key(name: Name) -> str:
    """Return what tells one bearer of names from another inside a report."""
    return name.entity or f"name:{name.name or name.lemma}"
