"""`quantities.toml`: how a language writes numbers, scales, units, money and approximation.

Times read numbers with the same tables ("three weeks ago"), so the number words live here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from depesche.lang.loader import read_toml


@dataclass(frozen=True, slots=True)
class Cases:
    """Examples a data file gives for itself: `holds` maps a text to what is found in it, `fails` lists traps."""

    holds: tuple[tuple[str, str], ...]
    fails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Number words and what surrounds figures in one language; every key is case-folded.

    `cardinals` and `ordinals` hold single words ("einundzwanzig", "one"), `tens` those that take a unit word
    after them ("twenty", "dwadzieścia"); `scales` multiply what stands before ("thousand", "mio").
    `groups` are the characters between groups of three digits, `decimal` the decimal mark.
    `units` maps a word or sign to (unit, factor); `currencies` to an ISO code. Entries of several words are in
    `phrases`, by first word, longest first: (rest, kind, value). `adjective_ends` tell what stands between a
    figure and the noun it counts; `people` are words that count persons without a noun ("killed", "getötet"),
    `nouns` plurals that don't look it ("men"). `number_labels` stand before a number that names ("Article 5"); near
    `weight_cues` pounds are a weight.
    """

    decimal: str
    groups: str
    cardinals: dict[str, float]
    ordinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
    fractions: dict[str, float]
    units: dict[str, tuple[str, float]]
    currencies: dict[str, str]
    approximators: frozenset[str]
    ranges: frozenset[str]
    between: frozenset[str]
    between_and: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    number_links: frozenset[str]
    cautious: frozenset[str]
    not_before_cautious: frozenset[str]
    not_counted: frozenset[str]
    number_labels: frozenset[str]
    score_cues: frozenset[str]
    weight_cues: frozenset[str]
    triggers: frozenset[str]
    money_scales: dict[str, float]
    minus: frozenset[str]
    time_units: frozenset[str]
    agreeing_ends: tuple[str, ...]
    ordinal_dot: bool
    ordinal_marks: frozenset[str]
    determiners: frozenset[str]
    bare_after_unit: bool
    people: frozenset[str]
    nouns: frozenset[str]
    plural_ends: tuple[str, ...]
    adjectives: frozenset[str]
    adjective_ends: tuple[str, ...]
    nouns_capitalised: bool
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]
    cases: Cases


def words_of(text: str | Iterable[str], endings: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the words of a list; a final + stands for each of the language's endings, _ for a space."""
    for word in (text if isinstance(text, str) else " ".join(text)).split():
        if word.endswith("+"):
            yield from (word[:-1].casefold() + ending for ending in endings)
        else:
            yield word.casefold()


def _table(rows: dict[str, str], endings: tuple[str, ...] = ()) -> dict[str, float]:
    return {word: float(key) for key, words in rows.items() for word in words_of(words, endings)}


def _compound_numbers(data: dict[str, Any], simple: dict[str, float], tens: dict[str, float]) -> dict[str, float]:
    """Return the solid number words a language builds ("femogtyve", "einundzwanzig", "zweihundertfünfzig")."""
    rule = data.get("compounds", {})
    made: dict[str, float] = {}
    link, hundreds = rule.get("link", ""), rule.get("hundred", "").split()
    units = {w: v for w, v in simple.items() if 1 <= v <= 9 and w not in set(rule.get("not_before_tens", "").split())}
    for ten, ten_value in tens.items():
        for unit, unit_value in units.items():
            if rule.get("unit_first"):
                made[unit + link + ten] = ten_value + unit_value
            if rule.get("tens_first"):
                made[ten + unit] = ten_value + unit_value
    for word in hundreds:
        below = simple | tens | made if rule.get("solid_hundreds") else {}
        for unit, unit_value in ({"": 1.0} | {w: v for w, v in simple.items() if 1 <= v <= 19}).items():
            made[unit + word] = unit_value * 100
            made |= {unit + word + rest: unit_value * 100 + v for rest, v in below.items() if 0 < v < 100}
    if rule.get("thousand"):
        below_hundred = {w: v for w, v in (simple | tens | made).items() if 1 <= v < 1000}
        made |= {word + rule["thousand"]: value * 1000 for word, value in below_hundred.items()}
    return made


def _phrases(*tables: tuple[str, dict[str, Any]]) -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """Move the entries of several words out of the tables, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for kind, table in tables:
        for entry in [e for e in table if "_" in e]:
            first, *rest = entry.split("_")
            found.setdefault(first, []).append((tuple(rest), kind, table.pop(entry)))
    return {first: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for first, rows in sorted(found.items())}


def _units(data: dict[str, Any]) -> dict[str, tuple[str, float]]:
    shared = read_toml(None, "quantities.toml")
    rows: dict[str, tuple[str, float]] = {}
    for table in (shared.get("units", {}), data.get("units", {})):
        for key, words in table.items():
            unit, _, factor = key.partition("*")
            rows |= {w: (unit, float(factor or 1)) for w in words_of(words)}
    return rows


def _currencies(data: dict[str, Any]) -> dict[str, str]:
    shared = read_toml(None, "quantities.toml")
    tables = (shared.get("currencies", {}), data.get("currencies", {}))
    return {w: code for table in tables for code, words in table.items() for w in words_of(words)}


@cache
def load_quantities(lang: str | None) -> QuantityWords:
    """Return the language's tables, joined with the signs and units all languages share."""
    data = read_toml(lang, "quantities.toml")
    ends = tuple(data.get("endings", "").split())
    simple, tens = _table(data.get("cardinals", {}), ends), _table(data.get("tens", {}), ends)
    cardinals = simple | tens | _compound_numbers(data, simple, tens)
    units, currencies = _units(data), _currencies(data)
    approx: dict[str, Any] = dict.fromkeys(words_of(data.get("approximators", [])), True)
    scales = _table(data.get("scales", {}), ends)
    fractions = _table(data.get("fractions", {}), ends)

    def named(key: str) -> frozenset[str]:
        return frozenset(words_of(data.get(key, []), ends))

    phrases = _phrases(("approx", approx), ("unit", units), ("currency", currencies), ("cardinal", fractions))
    return QuantityWords(
        decimal=data.get("decimal", "."),
        groups=data.get("groups", " "),
        cardinals=cardinals,
        ordinals={w: int(v) for w, v in _table(data.get("ordinals", {}), ends).items()},
        tens={w: int(v) for w, v in tens.items()},
        scales=scales,
        fractions=fractions,
        units=units,
        currencies=currencies,
        approximators=frozenset(approx),
        ranges=named("ranges"),
        between=named("between"),
        between_and=named("between_and"),
        articles=named("articles"),
        links=named("links"),
        number_links=named("number_links"),
        cautious=named("cautious"),
        not_before_cautious=named("not_before_cautious"),
        not_counted=named("not_counted"),
        number_labels=named("number_labels"),
        score_cues=named("score_cues"),
        weight_cues=named("weight_cues"),
        triggers=frozenset(cardinals)
        | frozenset(fractions)
        | {w for w, rows in phrases.items() if any(k == "cardinal" for _, k, _ in rows)},
        minus=frozenset(words_of(read_toml(None, "quantities.toml").get("minus", []))),
        money_scales=_table(data.get("money_scales", {})),
        time_units=named("time_units"),
        agreeing_ends=tuple(data.get("agreeing_ends", "").split()),
        ordinal_dot=data.get("ordinal_dot", False),
        ordinal_marks=named("ordinal_marks"),
        determiners=named("determiners"),
        bare_after_unit=data.get("bare_after_unit", False),
        people=named("people"),
        nouns=named("nouns"),
        plural_ends=tuple(data.get("plural_ends", "").split()),
        adjectives=named("adjectives"),
        adjective_ends=tuple(data.get("adjective_ends", "").split()),
        nouns_capitalised=data.get("nouns_capitalised", False),
        phrases=phrases,
        cases=Cases(
            holds=tuple((a, b) for a, b in data.get("holds", [])),
            fails=tuple(data.get("fails", [])),
        ),
    )
