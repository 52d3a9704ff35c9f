"""Builds the entities of a resolution: names by language, roles, party, evidence; sources without a name too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from depesche.lang.schema.entities import KnownEntity, find_known, load_entities
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Entity, Role, Source, SourceType
from depesche.resolve.clusters import Clusters
from depesche.resolve.institutions import Institution, institution_in, institutions_told, known_institution
from depesche.resolve.local import Local
from depesche.resolve.parties import known_party, party_in_phrase
from depesche.resolve.roles import StatedRole, find_roles, role_kind
from depesche.settings import MAX_ROLE_WORDS
from depesche.text.fold import fold
from depesche.text.hashing import content_id

_MANY_HAVE = frozenset({"government", "police", "parliament"})  # "the police" may be that of any town
_ROLE_STEM = 5  # letters two words of a role share where they are one ("presidenten", "president")


class Composer:
    """Entities in the making. Named ones come from the classes of local entities; others are added as met."""

    def __init__(
        self,
        found: Sequence[Local],
        clusters: Clusters,
        against: Mapping[int, Sequence[str]],
        reports: Mapping[str, AnnotatedReport],
        story_of: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._story_of = story_of
        self._told: dict[str, dict[str, str | None]] = {}  # by report: kind of institution, whose one it names
        self._persons: dict[tuple[str, str], str | None] = {}  # story and full name -> the person; None where several
        self._entities: dict[str, Entity] = {}
        self._by_local: dict[str, str] = {}
        self._by_known: dict[str, str] = {}
        self._by_name: dict[str, str | None] = {}
        self._classes = [[found[i] for i in members] for members in clusters.classes()]
        # By report: kind of a stated role, its words, whom it speaks for, the person.
        self._stated: dict[str, list[tuple[str, str, str, str]]] = {}
        roles = _roles_by_local(reports)
        for members, indices in zip(self._classes, clusters.classes(), strict=True):
            self._file(members)
            evidence = [*clusters.evidence.get(clusters.root(indices[0]), ())]
            evidence += [f"not merged: {why}" for i in indices for why in against.get(i, ())]
            self._entities[members[0].local_id] = _named(members, evidence)
        for members in self._classes:
            self._add_party(members, [role for m in members for role in roles.get(m.local_id, ())], reports)

    def _file(self, members: Sequence[Local]) -> None:
        entity = members[0].local_id
        for member in members:
            self._by_local[member.local_id] = entity
            if member.is_person and len(member.words) > 1 and member.report in self._story_of:
                full = {words for form in (member.name, *member.lemmas, *member.forms) if (words := _last_words(form))}
                for words in sorted(full):
                    place = self._story_of[member.report], words
                    self._persons[place] = entity if self._persons.get(place, entity) == entity else None
            for form in (member.name, *member.lemmas, *member.forms):
                key = fold(form)
                self._by_name[key] = entity if self._by_name.get(key, entity) == entity else None
        known = next((m.known for m in members if m.known), None)
        if known:
            self._by_known.setdefault(known.id, entity)

    def _add_party(
        self, members: Sequence[Local], roles: Sequence[tuple[StatedRole, str]], reports: Mapping[str, AnnotatedReport]
    ) -> None:
        entity = self._entities[members[0].local_id]
        for role, report in roles:
            if party := self._party_of_role(role, reports[report]):
                wording = reports[report].text[role.span.start : role.span.end]
                self._stated.setdefault(report, []).append((role.kind, wording, party, entity.id))
        stated = tuple(
            Role(reports[report].text[role.span.start : role.span.end], report, role.span) for role, report in roles
        )
        party, why = self._party(members, roles, reports)
        evidence = (*entity.evidence, *((why,) if why else ()))
        self._entities[entity.id] = Entity(
            entity.id, entity.type, entity.name, entity.names, stated, party if party != entity.id else None, evidence
        )

    def _party(
        self, members: Sequence[Local], roles: Sequence[tuple[StatedRole, str]], reports: Mapping[str, AnnotatedReport]
    ) -> tuple[str | None, str]:
        """Return whom an entity speaks for: by the reviewed table, else by the roles the reports state."""
        known = next((m.known for m in members if m.known), None)
        if known and (party := known_party(known)):
            return self.of_known(party).id, f"{known.name} speaks for {party.name} (table of known entities)"
        votes: Counter[tuple[str, str]] = Counter()
        for role, report in roles if not known or known.kind in ("person", "person-in-office") else ():
            wording = reports[report].text[role.span.start : role.span.end]
            if above := self._party_of_role(role, reports[report]):
                votes[above, f"{wording!r} in {report}"] += 1
        if not votes:
            return None, ""
        totals: Counter[str] = Counter()
        for (entity, _), n in votes.items():
            totals[entity] += n
        best = min(totals, key=lambda e: (-totals[e], e))
        return best, f"speaks for {self._entities[best].name}: {min(why for e, why in votes if e == best)}"

    def _party_of_role(self, role: StatedRole, report: AnnotatedReport) -> str | None:
        """Return the entity a stated role speaks for: the institution in its phrase, else the country."""
        house = report.names[role.house].entity if role.house is not None else None
        if house and house in self._by_local:
            return self._by_local[house]
        return self.of_known(load_entities()[role.country]).id if role.country else None

    def _by_role(self, report: AnnotatedReport, phrase: str, party: str) -> Entity | None:
        """Return the one person of the report with the role a phrase names, for the same house."""
        words = [w for w in fold(phrase).split() if role_kind(w, report.language)]
        found = {
            person
            for kind, wording, above, person in self._stated.get(report.id, ())
            for word in words
            if above == party
            and role_kind(word, report.language) == kind
            and any(w[:_ROLE_STEM] == word[:_ROLE_STEM] for w in fold(wording).split())
        }
        return self._entities[found.pop()] if len(found) == 1 else None

    def of_local(self, local_id: str | None) -> Entity | None:
        """Return the entity a report's own id stands for."""
        found = self._by_local.get(local_id or "")
        return self._entities[found] if found else None

    def of_name(self, name: str) -> Entity | None:
        """Return the one entity with that form; None where there is none or several."""
        found = self._by_name.get(fold(name))
        return self._entities[found] if found else None

    def of_known(self, known: KnownEntity) -> Entity:
        """Return the entity of a table row, added where no report names it."""
        found = self._by_known.get(known.id)
        if found is None:
            found = self._by_known[known.id] = content_id("known", known.id)
            self._entities[found] = Entity(found, known.type.value, known.name)
            party = known_party(known)
            if party:
                why = f"{known.name} speaks for {party.name} (table of known entities)"
                above = self.of_known(party).id
                self._entities[found] = Entity(found, known.type.value, known.name, party=above, evidence=(why,))
        return self._entities[found]

    def of_source(self, report: AnnotatedReport, source: Source) -> Entity:
        """Return the entity behind a statement: a capital gives its country; a nameless source one of its own."""
        named = self.of_local(source.entity)
        if (institution := self._institution(report, source)) is not None:
            return institution
        if named is None and source.type is not SourceType.ANONYMOUS:
            known = find_known(source.name, report.language)
            named = self.of_known(known[0]) if len(known) == 1 else self.of_name(source.name)
        if named is None:
            named = self._beside_name(report, source)
        if named is None:
            return self._nameless(report, source)
        capital = next((k for k in find_known(named.name) if k.kind == "capital"), None)
        if capital and named.type == "place":
            return self.of_known(load_entities()[capital.party])
        return named

    def _institution(self, report: AnnotatedReport, source: Source) -> Entity | None:
        """Return the institution of a country that a source's wording names, one for all reports and languages."""
        phrase = institution_in(source.name, report.language) if source.type is not SourceType.ANONYMOUS else None
        if phrase is None:
            return None
        kind, country = phrase
        if country is None and kind not in _MANY_HAVE:
            if report.id not in self._told:
                self._told[report.id] = institutions_told(report)
            country = self._told[report.id].get(kind)
        if country is None:
            return None
        found = Institution(kind, country)
        if (known := known_institution(found)) is not None:
            return self.of_known(known)
        above = self.of_known(load_entities()[country])
        key = content_id("institution", kind, country)
        names = dict(self._entities[key].names) if key in self._entities else {}
        lang = report.language or "und"
        names[lang] = tuple(dict.fromkeys((*names.get(lang, ()), source.name)))
        why = f"an institution of {above.name}, by its name"
        self._entities[key] = Entity(
            key, "organization", found.name, tuple(sorted(names.items())), (), above.id, (why,)
        )
        return self._entities[key]

    def _beside_name(self, report: AnnotatedReport, source: Source) -> Entity | None:
        """Return whom a phrase names that ends in a full name: "police chief Ada Holt", though Ada Holt looked like a
        firm, or like no name at all where another report of the story names her. An inflected name is another's
        ("rzecznik Polskiego Radia"), and so is one behind a preposition."""
        if source.type is SourceType.ANONYMOUS or not report.language:
            return None
        small = load_speech(report.language).words["prepositions"]
        phrase = max((source.name, *source.forms), key=len)
        for name in report.names:
            wording = report.text[name.span.start : name.span.end]
            before = phrase.removesuffix(wording).split()
            if " " not in wording or not before or len(before) > MAX_ROLE_WORDS or not phrase.endswith(wording):
                continue
            if fold(name.lemma) == fold(wording) and not {w.casefold() for w in before} & small:
                found = self.of_local(name.entity)
                return found if found and not find_known(found.name) else None
        if not _last_words(phrase) or small & {word.casefold() for word in phrase.split()}:
            return None
        place = self._story_of.get(report.id, ""), _last_words(phrase)
        return self._entities.get(self._persons.get(place) or "")

    def _nameless(self, report: AnnotatedReport, source: Source) -> Entity:
        """Return a source without a name of its own: one per report and wording; one per story where the wording ends
        in two words with capitals, which is a name that nobody found."""
        named = source.type is not SourceType.ANONYMOUS and _last_words(source.name)
        where = self._story_of.get(report.id, report.id) if named else report.id
        entity = content_id("source", where, source.type.value, fold(source.name))
        phrase = max((source.name, *source.forms), key=len)
        party = party_in_phrase(phrase, report.language) if source.type is not SourceType.ANONYMOUS else None
        if party and (person := self._by_role(report, phrase, self.of_known(party).id)):
            return person
        if entity not in self._entities:
            why = (f"{phrase!r} names {party.name}",) if party else ()
            above = self.of_known(party).id if party else None
            names = ((report.language or "und", tuple(dict.fromkeys((source.name, *source.forms)))),)
            type_ = "organization" if source.type is SourceType.NAMED else source.type.value
            self._entities[entity] = Entity(entity, type_, source.name, names, (), above, why)
        return self._entities[entity]

    def entities(self) -> tuple[Entity, ...]:
        """Return all entities by id."""
        return tuple(self._entities[key] for key in sorted(self._entities))


def _last_words(phrase: str) -> str:
    """Return the last two words of a phrase or name, case-folded, if both have capitals; else ""."""
    last = phrase.split()[-2:]
    return fold(" ".join(last)) if len(last) == 2 and all(w[0].isupper() for w in last) else ""


def _roles_by_local(reports: Mapping[str, AnnotatedReport]) -> dict[str, list[tuple[StatedRole, str]]]:
    found: dict[str, list[tuple[StatedRole, str]]] = {}
    for report_id in sorted(reports):
        report = reports[report_id]
        for role in find_roles(report):
            if entity := report.names[role.name].entity:
                found.setdefault(entity, []).append((role, report_id))
    return found


def _named(members: Sequence[Local], evidence: Sequence[str]) -> Entity:
    known = next((m.known for m in members if m.known), None)
    names: dict[str, list[str]] = {}
    for member in members:
        names.setdefault(member.language or "und", []).extend((*member.lemmas, *member.forms))
    types = Counter(m.type for m in members)
    type_ = known.type if known else min(types, key=lambda t: (-types[t], t.value))
    name = known.name if known else _usual_name(members)
    listed = tuple((lang, tuple(dict.fromkeys(forms))) for lang, forms in sorted(names.items()))
    return Entity(members[0].local_id, type_.value, name, listed, (), None, tuple(dict.fromkeys(evidence)))


def _usual_name(members: Sequence[Local]) -> str:
    """Return the English form, else the one most languages have, else the commonest; the longest of equals."""
    most = max(len(m.words) for m in members)
    whole = [m for m in members if len(m.words) == most]
    english = [m for m in whole if m.language == "en"] or whole
    counts = Counter(m.name for m in english)
    return min(counts, key=lambda form: (-counts[form], form))
