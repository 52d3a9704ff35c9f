"""What one report knows of an entity: its forms, its type, its language. The unit that resolution compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from depesche.lang.schema.entities import KnownEntity, find_known
from depesche.records import AnnotatedReport, Name, NameType
from depesche.resolve.known import is_shared, known_entities
from depesche.resolve.mentions import Mention, read_mentions


@dataclass(frozen=True, slots=True)
class Local:
    """An entity of one report. `key` orders it: date published, report id, first position.

    `words` are the base forms of each word of its longest name, `forms` the wordings by position.
    """

    report: str
    language: str | None
    local_id: str
    key: tuple[str, str, int, int]
    type: NameType
    name: str
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    known: KnownEntity | None

    @property
    def is_person(self) -> bool:
        return self.type is NameType.PERSON


def read_locals(report: AnnotatedReport) -> list[Local]:
    """Return the entities of a report whose names are linked, in order of their first name."""
    mentions = read_mentions(report.text, report.names, report.language)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.name.entity:
            groups.setdefault(mention.name.entity, []).append(mention)
    return [_local(report, entity, members) for entity, members in groups.items()]


def _local(report: AnnotatedReport, entity: str, members: Sequence[Mention]) -> Local:
    names: list[Name] = [m.name for m in members]
    found = known_entities(members, report.text, report.language)
    known = [
        k
        for m, k in zip(members, found, strict=True)
        if k and (m.name.name == k.name or not is_shared(m, report.language))
    ]
    types = Counter(n.type for n in names)
    longest = max(members, key=lambda m: (len(m.words), -m.index))
    first = names[0].span
    by_name = next((k for k in known if k.name == names[0].name), known[0] if known else None) or _by_label(names[0])
    return Local(
        report=report.id,
        language=report.language,
        local_id=entity,
        key=(report.report.published or "9999", report.id, first.start, first.end),
        type=by_name.type if by_name else min(types, key=lambda t: (-types[t], t.value)),
        name=names[0].name or names[0].lemma,
        lemmas=tuple(dict.fromkeys(n.lemma for n in names)),
        forms=tuple(dict.fromkeys(m.wording for m in members)),
        words=longest.words,
        known=by_name,
    )


def _by_label(name: Name) -> KnownEntity | None:
    """Return the known entity whose usual name a report's own resolution gave ("Putin" as Vladimir Putin)."""
    found = [k for k in find_known(name.name) if k.name == name.name and name.name != name.lemma]
    return (
        found[0] if len(found) == 1 and (found[0].type is NameType.PERSON) == (name.type is NameType.PERSON) else None
    )
