"""`entities.tsv` and `countries.tsv`: the entities the news names most, who speaks through whom, and their forms.

`entities.tsv` is reviewed by hand; `countries.tsv` is made by a script from CLDR. Both are read as one table.
Forms are looked up folded (see text/fold.py); an acronym is found only as it is written, so that "who" is not WHO.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from depesche.errors import DataError
from depesche.lang.loader import read_toml, read_tsv
from depesche.records import NameType
from depesche.text.fold import fold

TABLES = ("entities.tsv", "countries.tsv")
FACTS = frozenset(
    {"id", "qid", "name", "type", "kind", "party", "acronyms", "other"}
)  # the other columns are languages

MEDIA_KINDS = frozenset({"news-agency", "broadcaster", "newspaper"})
STATE_KINDS = frozenset(
    {
        "seat-of-government", "government", "ministry", "agency", "armed-forces", "intelligence",
        "parliament", "central-bank", "capital", "country", "court",
    }
)  # fmt: skip
KINDS = (
    STATE_KINDS
    | MEDIA_KINDS
    | {"place", "person", "person-in-office", "party", "company", "club", "university"}
    | {"international-organisation", "militant"}
)


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """A row of the table. `forms` pairs a language ("" for further languages) with its forms, the usual one first.

    `party` is the id of the entity that speaks through it; its own id where it speaks for itself.
    """

    id: str
    qid: str | None
    name: str
    type: NameType
    kind: str
    party: str
    forms: tuple[tuple[str, tuple[str, ...]], ...]
    acronyms: tuple[str, ...]

    def forms_in(self, lang: str | None) -> tuple[str, ...]:
        """Return the forms of a language, the English ones where the table has none."""
        table = dict(self.forms)
        return table.get(lang or "en") or table["en"]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form)


def _known(row: dict[str, str]) -> KnownEntity:
    if row["kind"] not in KINDS:
        raise DataError(f"lang/_shared: {row['id']!r} has the unknown kind {row['kind']!r}; one of {sorted(KINDS)}")
    english = tuple(dict.fromkeys((row["name"], *_split(row["en"]))))
    forms = [("en", english)]
    forms += [(lang, _split(cell) or english[:1]) for lang, cell in row.items() if lang not in FACTS and lang != "en"]
    forms.append(("", _split(row.get("other", ""))))
    return KnownEntity(
        id=row["id"],
        qid=row["qid"] or None,
        name=row["name"],
        type=NameType(row["type"]),
        kind=row["kind"],
        party=row["party"] or row["id"],
        forms=tuple(forms),
        acronyms=_split(row["acronyms"]),
    )


@cache
def load_entities() -> dict[str, KnownEntity]:
    """Return all known entities by id, the reviewed ones first.

    Raises:
        DataError: an id stands twice, a kind is unknown, or a party names no row.
    """
    table: dict[str, KnownEntity] = {}
    for name in TABLES:
        for row in read_tsv(None, name):
            if row["id"] in table:
                raise DataError(f"lang/_shared/{name}: the id {row['id']!r} stands twice; rename one")
            table[row["id"]] = _known(row)
    for entity in table.values():
        if entity.party not in table:
            raise DataError(f"lang/_shared: the party {entity.party!r} of {entity.id!r} is no row; add it")
    return table


@cache
def _index() -> dict[str, tuple[tuple[str, KnownEntity], ...]]:
    index: dict[str, dict[tuple[str, str], KnownEntity]] = {}
    for entity in load_entities().values():
        for lang, forms in entity.forms:
            for form in forms:
                if not is_acronym(form):
                    index.setdefault(fold(form), {})[lang, entity.id] = entity
    return {form: tuple((lang, e) for (lang, _), e in found.items()) for form, found in index.items()}


@cache
def _acronyms() -> dict[str, tuple[KnownEntity, ...]]:
    index: dict[str, list[KnownEntity]] = {}
    for entity in load_entities().values():
        written = [f for _, forms in entity.forms for f in forms if is_acronym(f)]
        for form in dict.fromkeys((*entity.acronyms, *written)):
            index.setdefault(form, []).append(entity)
    return {form: tuple(found) for form, found in index.items()}


def is_acronym(form: str) -> bool:
    """Say whether a form is written in capitals alone and short ("NSC", "U.S.", "G7")."""
    return len(form) <= 6 and form.isupper() and " " not in form


def find_known(form: str, lang: str | None = None) -> tuple[KnownEntity, ...]:
    """Return the known entities that have this base form, those of the language first; () where there is none.

    The form must not be inflected; case and accents are folded, but an acronym is found only as it is written.
    """
    if found := _acronyms().get(form):
        return found
    rows = _index().get(fold(form))
    if not rows:
        return ()
    by_id = {entity.id: entity for code, entity in rows if code == lang}
    for _, entity in rows:
        by_id.setdefault(entity.id, entity)
    return tuple(by_id.values())


@cache
def of_kind(*kinds: str) -> tuple[KnownEntity, ...]:
    """Return the known entities of one or more kinds, in order of the table."""
    return tuple(e for e in load_entities().values() if e.kind in kinds)


def party_of(known: KnownEntity) -> KnownEntity:
    """Follow `party` to its end: a spokesman to his house, the house to its government."""
    table, seen = load_entities(), {known.id}
    while known.party not in seen:
        known = table[known.party]
        seen.add(known.id)
    return known


@lru_cache(maxsize=20_000)
def is_media(form: str, lang: str | None = None) -> bool:
    """Say whether a form names a news agency, broadcaster or newspaper of the table."""
    if form[:1].isupper() and fold(form) in _media_titles():
        return True
    return any(known.kind in MEDIA_KINDS for known in find_known(form, lang))


_SITE = re.compile(r"\w\.[a-z]{2,3}$")  # a site named by its address: "Kyst.no"


def is_site(form: str) -> bool:
    """Say whether a name is an address of the net."""
    return _SITE.search(form) is not None


@cache
def _media_words() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = read_toml(None, "media.toml")
    return frozenset(data.get("first", ())), frozenset(data.get("last", ())), tuple(data.get("endings", ()))


@cache
def _media_titles() -> frozenset[str]:
    return frozenset(fold(title) for title in read_toml(None, "media.toml").get("titles", ()))


@cache
def _titles_by_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    titles = {
        tuple(title.casefold().replace("+", " +").split()) for title in read_toml(None, "media.toml").get("titles", ())
    }
    ordered = sorted(titles, key=lambda t: (t[0], -len(t), t))
    return {word: tuple(group) for word, group in groupby(ordered, key=lambda t: t[0])}


def media_titles_from(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the titles of media.toml that start with a case-folded word, as case-folded words, longest first."""
    return _titles_by_word().get(word, ())


@lru_cache(maxsize=20_000)
def sounds_like_media(form: str) -> bool:
    """Say whether a name sounds like a paper's or station's: "Westport Herald", "Finansavisen", "kyst.no"."""
    words = form.casefold().split()
    first, last, endings = _media_words()
    if is_site(form) or (len(words) > 1 and (words[0] in first or words[-1] in last)):
        return True
    return words[-1].endswith(endings) and words[-1] not in endings


@cache
def media_names() -> frozenset[str]:
    """Return every form of every news agency, broadcaster and newspaper of the table, as written."""
    media = of_kind(*sorted(MEDIA_KINDS))
    return frozenset(form for known in media for _, forms in known.forms for form in forms) | frozenset(
        form for known in media for form in known.acronyms
    )
