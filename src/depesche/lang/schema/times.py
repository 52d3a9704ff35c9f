"""`times.toml`: the words for time in a language, and the patterns in which they are a time.

A file has `[words.CLASS]` tables (value = "its words") and `[[rule]]` entries. A rule's `match` lists patterns of
class names (upper case), words (lower case), `a|b` for alternatives, a final `?` for what may be missing, and
square brackets around what belongs to the span where the rest is context. `give` says what the pattern means:
a name in upper case takes the value that class had ("-CARD" its negative), anything else stands for itself.
`holds` are examples, "text | value[, value] [| anchor date]"; `fails` texts without any time.
The shared file's rules hold in every language.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from depesche.errors import DataError
from depesche.lang.loader import read_toml
from depesche.lang.schema.language import load_language
from depesche.lang.schema.quantities import load_quantities, words_of
from depesche.lang.schema.speech import VerbForm
from depesche.lang.schema.speech_files import load_speech
from depesche.lang.schema.time_patterns import Accept, Node, TimeRule, expand_pattern

_SURE_OF_YEAR = frozenset({"MONTHX", "SEASONX", "jahr", "jahres", "roku", "rok", "r", "året", "year"})
_ADULT = 12  # years; whom the news names with an age is mostly older
_CLASS = re.compile(r"[A-Z]{2,}\d?")


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the values of all its times, in order, for a report published on `anchor`."""

    text: str
    values: tuple[str, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A language's words and patterns for time.

    `classes` maps a word to its (class, value) pairs, `dotted` a word that is one only with its full stop, and
    `phrases` the first of several words to (rest, class, value). `weak` words are times only inside a pattern
    that says so; `capital_names` with a capital inside a sentence are a name ("Mars"). `joins` may stand between
    two parts of one time, `lists` between two times; a weekday after one of `deadlines` lies ahead unless a verb says
    otherwise ("by Friday"), so does one beside a form of `present` ("sails on Sunday") where none nearer looks back.
    `past` holds the words of the file, with each of its `past_prefixes` too.
    """

    root: Node
    literals: frozenset[str]
    classes: dict[str, tuple[tuple[str, Any], ...]]
    dotted: dict[str, tuple[tuple[str, Any], ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]
    weak: frozenset[str]
    surnames: frozenset[str]
    capital_names: frozenset[str]
    lower_parts: bool
    ordinal_suffixes: tuple[tuple[str, ...], ...]
    month_first: bool
    possessives: tuple[str, ...]
    joins: frozenset[tuple[str, ...]]
    lists: frozenset[str]
    range_words: frozenset[str]
    deadlines: frozenset[str]
    future: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    past_weak: frozenset[str]
    past_ends: tuple[str, ...]
    not_past: frozenset[str]
    clause_words: frozenset[str]
    passive_after: frozenset[str]
    year_after: frozenset[str]
    year_before: frozenset[str]
    count_before: frozenset[str]
    count_after: frozenset[str]
    nouns_capitalised: bool
    examples: tuple[Example, ...]
    traps: tuple[str, ...]


def _value(key: str) -> Any:
    return int(key) if re.fullmatch(r"-?\d+", key) else key


def _examples(rule: dict[str, Any], where: str) -> list[Example]:
    made = []
    for line in rule.get("holds", []):
        text, *rest = [part.strip() for part in line.split(" | ")]
        if not rest:
            raise DataError(f"{where}: the example {line!r} has no value; write 'text | value'")
        made.append(
            Example(text, tuple(v.strip() for v in rest[0].split(",")), rest[1] if len(rest) > 1 else "2023-08-30")
        )
    return made


class _Builder:
    """Collects words and patterns of the shared and the language's own file."""

    def __init__(self, endings: tuple[str, ...]) -> None:
        self.endings = endings
        self.root = Node()
        self.literals: set[str] = set()
        self.classes: dict[str, list[tuple[str, Any]]] = {}
        self.dotted: dict[str, list[tuple[str, Any]]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
        self.examples: list[Example] = []
        self.traps: list[str] = []
        self.order = 0

    def add_words(self, tables: dict[str, dict[str, str]]) -> None:
        for name, table in tables.items():
            for key, words in table.items():
                for word in words_of(words, self.endings):
                    self._add_word(word, name, _value(key))

    def _add_word(self, word: str, name: str, value: Any) -> None:
        if "_" in word:
            first, *rest = word.split("_")
            self.phrases.setdefault(first, []).append((tuple(rest), name, value))
        elif word.endswith(".") and len(word) > 1 and "." not in word[:-1]:
            self.dotted.setdefault(word[:-1], []).append((name, value))
        else:
            self.classes.setdefault(word, []).append((name, value))

    def mark_singulars(self) -> None:
        """Give the class UNITSG (CUNITSG) to unit words that are not only plural: "a week", never "a weeks"."""
        for rows in self.classes.values():
            names = {name for name, _ in rows}
            for unit in ("UNIT", "CUNIT"):
                if unit + "PL" in names and unit not in names:
                    rows += [(unit, value) for name, value in rows if name == unit + "PL"]
                if unit in names and not names & {unit + "PL", "DECADES"}:
                    rows += [(unit + "SG", value) for name, value in rows if name == unit]

    def add_rules(self, rules: list[dict[str, Any]], where: str) -> None:
        for row in rules:
            name = row.get("name", "?")
            rule = TimeRule(
                name=name,
                give=tuple(row["give"].items()),
                not_after=frozenset(words_of(row.get("not_after", []), self.endings)),
                not_before=frozenset(words_of(row.get("not_before", []), self.endings)),
                glued=row.get("glued", False),
                closed=row.get("closed", False),
                undated=row.get("undated", False),
                needs_ref=row.get("needs_ref", False),
            )
            for pattern in row["match"]:
                for sequence, first, last in expand_pattern(pattern):
                    self._add_pattern(sequence, Accept(rule, first, last, self.order))
            self.order += 1
            self.examples += _examples(row, f"{where}, rule {name!r}")
            self.traps += row.get("fails", [])

    def _add_pattern(self, sequence: list[str], accept: Accept) -> None:
        if accept.first >= accept.last:
            return
        node = self.root
        if _SURE_OF_YEAR & set(sequence):  # beside a month any four digits are a year
            sequence = ["YEARM" if symbol == "YEAR" else symbol for symbol in sequence]
        for symbol in sequence:
            if not _CLASS.fullmatch(symbol):
                symbol = symbol.casefold()
                self.literals.add(symbol)
            node = node.next.setdefault(symbol, Node())
        node.accepts.append(accept)


def _compound_words(tables: dict[str, dict[str, str]], links: list[str]) -> dict[str, dict[str, str]]:
    """Return weekday and part of day written as one word ("Mittwochabend", "fredagskvelden")."""
    made: dict[str, list[str]] = {}
    for (day, day_words), (part, part_words) in itertools.product(
        tables.get("WEEKDAY", {}).items(), tables.get("PART", {}).items()
    ):
        words = [
            d + link + p
            for d in day_words.split()
            if "_" not in d and not d.endswith(".") and len(d) > 3
            for p in part_words.split()
            if "_" not in p
            for link in links
        ]
        made.setdefault(f"{day}T{part}", []).extend(words)
    return {"WEEKDAYPART": {key: " ".join(words) for key, words in made.items()}}


def _length_words(ends: dict[str, list[str]], cardinals: dict[str, float]) -> dict[str, list[tuple[str, Any]]]:
    """Return number and unit in one adjective ("dreitägig", "femårig", "dwuletni"), up to a hundred.

    The unit YA stands for years that may also be an age ("zehnjährig"): they need a noun that lasts; YO for years
    that are an age only from the teens on.
    """
    return {
        number + end: [
            (
                "YEARLENGTH" if unit == "YA" or (unit == "YO" and value > _ADULT) else "LENGTH",
                (int(value), "Y" if unit in ("YA", "YO") else unit),
            )
        ]
        for unit, words in ends.items()
        for end in words
        for number, value in cardinals.items()
        if 1 <= value <= 100
    }


@cache
def load_times(lang: str | None) -> TimeWords:
    """Return the language's words and patterns, after the shared ones.

    Raises:
        DataError: an example without a value.
    """
    shared = read_toml(None, "times.toml")
    own = read_toml(lang, "times.toml")
    if own is shared:
        own = {}
    builder = _Builder(tuple(own.get("endings", "").split()))
    for data, where in ((shared, "lang/_shared/times.toml"), (own, f"lang/{lang}/times.toml")):
        builder.add_words(data.get("words", {}))
        if data.get("compound_links") is not None:
            builder.add_words(_compound_words(data["words"], data["compound_links"]))
        builder.add_rules(data.get("rule", []), where)
    builder.mark_singulars()
    ends = {unit: list(words_of(words, builder.endings)) for unit, words in own.get("length_ends", {}).items()}
    stems = {w: float(k) for k, words in own.get("length_stems", {}).items() for w in words.split()}
    for word, rows in _length_words(ends, stems or load_quantities(lang).cardinals).items():
        builder.classes.setdefault(word, []).extend(rows)
    return _assemble(builder, own, lang)


def _listed_presents(lang: str | None, ends: tuple[str, ...]) -> frozenset[str]:
    """Return the verb forms of `clauses.toml` with an ending of the present, none that says something."""
    saying = load_speech(lang).index
    return frozenset(
        form
        for form in load_speech(lang).words["finite"]
        if ends and form.endswith(ends) and not any(isinstance(entry, VerbForm) for entry in saying.get(form, ()))
    )


def _assemble(builder: _Builder, own: dict[str, Any], lang: str | None) -> TimeWords:

    def named(key: str) -> frozenset[str]:
        return frozenset(words_of(own.get(key, []), builder.endings))

    return TimeWords(
        root=builder.root,
        literals=frozenset(builder.literals),
        classes={w: tuple(v) for w, v in builder.classes.items()},
        dotted={w: tuple(v) for w, v in builder.dotted.items()},
        phrases={w: tuple(sorted(v, key=lambda r: (-len(r[0]), r[0], r[1]))) for w, v in builder.phrases.items()},
        weak=named("weak"),
        surnames=named("surnames"),
        capital_names=named("capital_names"),
        lower_parts=own.get("lower_parts", False),
        ordinal_suffixes=tuple(tuple(s.split()) for s in own.get("ordinal_suffixes", [])),
        month_first=own.get("month_first", False),
        possessives=tuple(own.get("possessives", [])),
        joins=frozenset(tuple(j.split()) for j in ["", ",", *own.get("joins", [])]),
        lists=named("lists") | {",", "-", "–", "—", "/", "+", "&"},
        range_words=named("range_words") | {"-", "–", "—"},
        deadlines=named("deadlines"),
        future=named("future"),
        present=named("present") | _listed_presents(lang, tuple(own.get("present_ends", "").split())),
        past=named("past") | {p + word for p in own.get("past_prefixes", "").split() for word in named("past")},
        past_weak=named("past_weak"),
        past_ends=tuple(own.get("past_ends", "").split()),
        not_past=named("not_past"),
        clause_words=named("clause_words"),
        passive_after=named("passive_after"),
        year_after=named("year_after"),
        count_before=named("count_before"),
        year_before=(named("year_before") | load_language(lang).stopwords) - named("count_before"),
        count_after=named("count_after"),
        nouns_capitalised=own.get("nouns_capitalised", False),
        examples=tuple(builder.examples),
        traps=tuple(builder.traps),
    )
