"""Known countries, places and organisations as concepts, so that "FN", "ONZ" and "UN" are one key.

A concept of an entity has the slug "@" + its id, its demonyms "@" + id + "~" with the entity as root. Persons are
left out: reports name them by surname alone, which their keys compare better than a phrase would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depesche.lang.loader import data_file, read_toml
from depesche.lang.schema.entities import KnownEntity, is_acronym, load_entities
from depesche.records import NameType

PERSONAL = frozenset({"person", "person-in-office"})


@dataclass(frozen=True, slots=True)
class NamedConcept:
    """An entity or its demonym. `lemmas` are base forms in one language, `stems` demonym stems with all endings on."""

    slug: str
    root: str
    kind: str
    lemmas: tuple[str, ...]
    acronyms: tuple[str, ...]
    made: tuple[str, ...]


def named_concepts(lang: str) -> Iterator[NamedConcept]:
    """Yield the entities of the table in one language, then the demonyms."""
    demonyms = read_toml(lang, "names.toml").get("demonyms", {}) if _own(lang) else {}
    endings = read_toml(lang, "names.toml").get("demonym_endings", [""]) if _own(lang) else []
    for entity in load_entities().values():
        if entity.type is NameType.PERSON or entity.kind in PERSONAL:
            continue
        lemmas = tuple(f for f in _forms(entity, lang) if not is_acronym(f))
        acronyms = tuple(dict.fromkeys((*entity.acronyms, *(f for f in _forms(entity, lang) if is_acronym(f)))))
        yield NamedConcept(f"@{entity.id}", f"@{entity.id}", "name", lemmas, acronyms, ())
    for key, stems in demonyms.items():
        if key in load_entities():
            made = tuple(word + ending for word in stems.split() for ending in endings)
            yield NamedConcept(f"@{key}~", f"@{key}", "adj", (), (), made)


def _own(lang: str) -> bool:
    return data_file(lang, "names.toml") is not None


def _forms(entity: KnownEntity, lang: str) -> tuple[str, ...]:
    """Forms of the language itself, without the leading article ("the", "die", "De")."""
    own = dict(entity.forms).get(lang) or (entity.name,)
    return tuple(dict.fromkeys(_bare(form) for form in (*own, *((entity.name,) if len(own) == 1 else ()))))


def _bare(form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if rest and first in {"the", "die", "der", "das", "The", "De", "Det", "Den"} else form
