"""`names.toml`: how names inflect, what stands beside them, which adjectives and roles tell a country or an office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from depesche.errors import DataError
from depesche.lang.loader import read_toml
from depesche.text.fold import fold


@dataclass(frozen=True, slots=True)
class InflectRule:
    """A name ending in `ends` has the base ending in `put`; `holds` is an example, form and base."""

    ends: str
    put: str
    holds: tuple[str, str]


@dataclass(frozen=True, slots=True)
class NameData:
    """What one language's `names.toml` says. Words are case-folded unless they are endings of names.

    `honorifics` are titles that only a surname follows, whatever else the word means ("Mrs May").
    `solid_heads` end compounds that name an organisation where they have a capital inside a sentence.
    `numbered` are heads that a number follows in a name ("Radio 4"), `no_names` capitalised words that are none here;
    `inside` small words that stand inside names ("of"), only where headlines capitalise all other words.
    `context` maps small words and verbs of saying to their kind (article, place, of, and, saying, pronoun, by).
    `never_inside`, `never_last`, `time_parts` before `of_time` tell where a house's name is over ("Bank | am Telefon").
    `behind` are letters in capitals that follow a full name and are no part of it ("KC").
    `demonyms` maps a word form to the id of its country in the table of known entities.
    `shared_bodies` are folded names of bodies that many states have ("supreme court").
    `roles` maps a word to its kind: spokesperson, minister, head, official; `offices` and
    `institutions` an office or institution of a state to its words;
    `not_holding` say that somebody does not hold it ("former", "deputy"). `inflect` holds the rules by the last letter
    of the form, in the order of the file. `nominative` are endings of surnames that stand in no other case. `genitive`
    is the ending that is put to an owner's name without a mark ("Putins"), "" where there is none, and `genitive_like`
    are endings of names that only look so ("Davis"). `every_word`: all words of a name are inflected, not its last
    alone. `oblique` are endings of surnames in no nominative, with the bearer's sex. `role_endings` may follow a role's
    word or stand in a compound's end.
    """

    possessive: tuple[str, ...]
    titles: frozenset[str]
    honorifics: frozenset[str]
    org_heads: frozenset[str]
    place_heads: frozenset[str]
    solid_heads: frozenset[str]
    numbered: frozenset[str]
    no_names: frozenset[str]
    inside: frozenset[str]
    context: dict[str, str]
    demonyms: dict[str, str]
    shared_bodies: frozenset[str]
    roles: dict[str, str]
    institutions: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    not_holding: frozenset[str]
    behind: frozenset[str]
    never_inside: frozenset[str]
    never_last: frozenset[str]
    time_parts: frozenset[str]
    of_time: frozenset[str]
    nominative: tuple[str, ...]
    oblique: tuple[tuple[str, str], ...]
    genitive: str
    genitive_like: tuple[str, ...]
    every_word: bool
    role_endings: tuple[str, ...]
    irregular: dict[str, str]
    inflect: dict[str, tuple[InflectRule, ...]]


@cache
def load_names(lang: str | None) -> NameData:
    """Return the language's name data, the shared defaults where it has none.

    Raises:
        DataError: the example of a rule does not follow from the rule; names language and rule.
    """
    data = read_toml(lang, "names.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(" ".join(data.get(key, [])).casefold().split())

    return NameData(
        possessive=tuple(data.get("possessive", [])),
        titles=words("titles"),
        honorifics=words("honorifics"),
        org_heads=words("org_heads"),
        place_heads=words("place_heads"),
        solid_heads=words("solid_heads"),
        numbered=words("numbered"),
        no_names=words("no_names"),
        inside=words("inside"),
        context={w: kind for kind, found in data.get("context", {}).items() for w in " ".join(found).split()},
        demonyms=dict(_demonyms(data.get("demonyms", {}), data.get("demonym_endings", [""]))),
        shared_bodies=frozenset(fold(name) for name in data.get("shared_bodies", ())),
        roles={word.casefold(): kind for kind, found in data.get("roles", {}).items() for word in found},
        institutions={kind: tuple(found) for kind, found in data.get("institutions", {}).items()},
        offices={office: tuple(found) for office, found in data.get("offices", {}).items()},
        not_holding=words("not_holding"),
        behind=words("behind"),
        never_inside=words("never_inside"),
        never_last=words("never_last"),
        time_parts=words("time_parts"),
        of_time=words("of_time"),
        nominative=tuple(data.get("nominative", ())),
        oblique=tuple((end, sex) for sex in "mf" for end in " ".join(data.get(f"oblique_{sex}", ())).split()),
        genitive=data.get("genitive", ""),
        genitive_like=tuple(" ".join(data.get("genitive_like", ())).split()),
        every_word=data.get("every_word", False),
        role_endings=("", *" ".join(data.get("role_endings", ())).split()),
        irregular=dict(data.get("irregular", {})),
        inflect=_by_last_letter([_rule(lang, rule) for rule in data.get("inflect", ())]),
    )


def _demonyms(stems: dict[str, str], endings: list[str]) -> Iterator[tuple[str, str]]:
    for country, listed in stems.items():
        for stem in listed.split():
            for ending in endings:
                yield stem.casefold() + ending, country


def _by_last_letter(rules: list[InflectRule]) -> dict[str, tuple[InflectRule, ...]]:
    letters = sorted({rule.ends[-1] for rule in rules})
    return {letter: tuple(rule for rule in rules if rule.ends[-1] == letter) for letter in letters}


def _rule(lang: str | None, rule: dict[str, str]) -> InflectRule:
    form, _, base = rule["holds"].partition(" ")
    if not form.endswith(rule["ends"]) or form[: len(form) - len(rule["ends"])] + rule["put"] != base:
        raise DataError(f"lang/{lang}/names.toml: {rule['holds']!r} is no example of {rule['ends']!r}; mend it")
    return InflectRule(rule["ends"], rule["put"], (form, base))


_SHORTEST_STEM = 2  # letters that must be left of a name when its ending is taken off


@lru_cache(maxsize=100_000)
def bases(word: str, lang: str | None) -> tuple[str, ...]:
    """Return the base forms a word of a name can have, the word itself first, then by the order of the rules.

    A word in capitals is inflected like one in small letters and keeps its capitals.
    """
    data = load_names(lang)
    if irregular := data.irregular.get(word):
        return (irregular, word)
    found = [word]
    capitals = len(word) > 4 and word.isupper()
    form = word.lower() if capitals else word
    for rule in data.inflect.get(form[-1:], ()):
        if form.endswith(rule.ends) and len(form) - len(rule.ends) >= _SHORTEST_STEM:
            base = form[: len(form) - len(rule.ends)] + rule.put
            found.append(base.upper() if capitals else base)
    return tuple(dict.fromkeys(found))


def country_of_demonym(word: str, lang: str | None) -> str | None:
    """Return the id of the country an adjective or inhabitant's name belongs to ("russische": ru), else None."""
    return load_names(lang).demonyms.get(word.casefold())
