"""What a token can be in a pattern: its word, the classes of its word, the readings of a number.

An edge is (symbol, value, index after it); symbols are the lower-case word or a class of `times.toml`. Besides the
classes of the files there are CARD (a number, in words or digits), ORD (1st), NUM, DAY, DAYSURE (13 to 31), MNUM, DD
and MM (of two digits), YY, HOUR, MINUTE, CLOCK, CLOCKDOT, HHMM, DMY, DM, ROMAN, and for years YEAR, YEARM (any, beside
a month), YEARL (a likely one), YEARX (one even without context). MONTHX, WEEKDAYX, SEASONX: the word may
mean something else.
"""

from __future__ import annotations

import itertools
import re

from depesche.annotate.quantities.numbers import read_number
from depesche.annotate.times.figures import Edge, marked_edges, roman, short_edges
from depesche.annotate.times.line import Line
from depesche.annotate.times.years import YearReader
from depesche.lang.schema.quantities import QuantityWords
from depesche.lang.schema.times import TimeWords
from depesche.records import Token

_LOWER = frozenset({"PART", "SEASON", "REF"})  # classes whose words have no capital inside a sentence but in names
_ALONE = 2  # tokens of a line that is an entry of a calendar ("Pt.")
_GOES_ON = "NUMBER"  # no class of a pattern: what a number in words goes on with
_OF_NUMBERS = frozenset({"CARD", "ORD", "DAYWORD"})  # classes whose words are those of quantities.toml
_ROMAN = re.compile(r"[IVX]{1,5}")


class Reader:
    """Finds the edges at a token; one for each language, without state of a text."""

    def __init__(self, words: TimeWords, numbers: QuantityWords) -> None:
        self.words = words
        self.numbers = numbers
        self._years = YearReader(words, numbers)
        self.first = frozenset(words.root.next)
        self.triggers = self._triggers()
        self.alone = self._words_alone()
        self._classes = self._classes_by_word()
        self._followers: dict[str, frozenset[str]] = {}

    def _triggers(self) -> frozenset[str]:
        """Return the words at which a pattern can begin; everything else is passed over with one look-up."""
        words, first = self.words, self.first
        found = {w for w in words.literals if w in first}
        for table in (words.classes, words.dotted):
            found |= {w for w, rows in table.items() if any(c in first or c + "X" in first for c, _ in rows)}
        found |= {w for w, rows in words.phrases.items() if any(c in first for _, c, _ in rows)}
        found |= set(self.numbers.cardinals) | set(self.numbers.ordinals)
        found |= set(self.numbers.triggers)
        return frozenset(found)

    def _words_alone(self) -> frozenset[str]:
        """Return the words that can be a time all alone."""
        words = self.words
        accepting = {symbol for symbol, node in words.root.next.items() if node.accepts}
        return frozenset(
            {w for w, rows in words.classes.items() if any(c in accepting or c + "X" in accepting for c, _ in rows)}
            | (accepting & words.literals)
        )

    def _classes_by_word(self) -> dict[str, tuple[str, ...]]:
        """Return for each word the classes that it can begin; equal tuples are one."""
        words, numbers = self.words, self.numbers
        found: dict[str, set[str]] = {}
        for table in (words.classes, words.dotted):
            for word, rows in table.items():
                found.setdefault(word, set()).update(name for name, _ in rows)
        for word, phrases in words.phrases.items():
            found.setdefault(word, set()).update(name for _, name, _ in phrases)
        for names in found.values():
            names -= _OF_NUMBERS
            names |= {f"{name}X" for name in names}
        goes_on = (*numbers.scales, *numbers.cardinals, *numbers.number_links, "-")
        of_numbers = {"CARD": (*numbers.triggers, *numbers.scales), _GOES_ON: goes_on}
        for name, listed in (of_numbers | dict.fromkeys(("ORD", "DAYWORD"), (*numbers.ordinals,))).items():
            for word in listed:
                found.setdefault(word, set()).add(name)
        shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        tuples = ((word, tuple(sorted(names))) for word, names in found.items())
        return {word: shared.setdefault(names, names) for word, names in tuples}

    def _followers_of(self, word: str) -> frozenset[str]:
        """Return the words and classes that may come second where `word` opens a pattern; computed once a word."""
        known = self._followers.get(word)
        if known is not None:
            return known
        words, found = self.words, set[str]()
        symbols = {word} | {c for c, _ in words.classes.get(word, ())} | {c for c, _ in words.dotted.get(word, ())}
        if word in self.numbers.triggers:
            symbols.add("CARD")
            found.add(_GOES_ON)
            found |= {rest[0] for rest, _, _ in self.numbers.phrases.get(word, ())}
        if word in self.numbers.ordinals:
            symbols |= {"ORD", "DAYWORD"}
            found.add("ORD")
        if word in words.dotted:
            found.add(".")
        found |= {rest[0] for rest, _, _ in words.phrases.get(word, ())}
        for symbol in symbols | {s + "X" for s in symbols}:
            found |= words.root.next[symbol].next.keys() if symbol in words.root.next else set()
        self._followers[word] = frozenset(found)
        return self._followers[word]

    def openings(self, tokens: list[Token]) -> list[int]:
        """Return the tokens at which a pattern can begin, in order."""
        triggers = self.triggers
        likely = [i for i, t in enumerate(tokens) if t.lower in triggers or t.text[0].isdigit() or t.text[0] in "IVX"]
        return [i for i in likely if self.may_start(tokens, i)]

    def may_start(self, tokens: list[Token], i: int) -> bool:
        """Say whether a pattern can begin at token `i`; decides most tokens with a look-up or two.

        "i", "på", "the" open a pattern only before a word that can follow them there, or a figure.
        """
        token = tokens[i]
        first = token.text[0]
        if first.isdigit() or (first in "IVX" and _ROMAN.fullmatch(token.text)):
            return True
        if token.lower in self.triggers:
            if token.lower in self.alone or i + 1 >= len(tokens):
                return True
            after = tokens[i + 1]
            first = after.text[0]
            followers = self._followers.get(token.lower) or self._followers_of(token.lower)
            return (
                first.isdigit()
                or first in "IVX"
                or after.lower in followers
                or not followers.isdisjoint(self._classes.get(after.lower, ()))
            )
        return False

    def edges(self, line: Line, i: int) -> list[Edge]:
        """Return all readings of token `i`."""
        token = line.tokens[i]
        if token.text[0].isdigit():
            return self._number_edges(line, i)
        found: list[Edge] = []
        word = token.lower
        if word in self.words.literals:
            found.append(Edge(word, word, i + 1))
        rows = self.words.classes.get(word)
        if rows:
            found += self._class_edges(line, i, rows, i + 1)
        rows = self.words.dotted.get(word)
        if rows and i + 2 not in line.starts and i + 1 < len(line.tokens) and line.tokens[i + 1].text == ".":
            found += self._class_edges(line, i, rows, i + 2)
        if word in self.words.phrases:
            found += self._phrase_edges(line, i)
        if word in self.numbers.triggers or word in self.numbers.scales:
            found += self._card_edges(line, i)
        ordinal = self.numbers.ordinals.get(word)
        if ordinal is not None:
            found += self._ordinal_pair(line, i, ordinal)
            found.append(Edge("ORD", ordinal, i + 1))
            if ordinal <= 31:
                found.append(Edge("DAYWORD", ordinal, i + 1))
        if token.text[0] in "IVX" and _ROMAN.fullmatch(token.text):
            found.append(Edge("ROMAN", roman(token.text), i + 1))
        return found

    def _ordinal_pair(self, line: Line, i: int, tens: int) -> list[Edge]:
        """Read an ordinal of two words ("dwudziestego pierwszego")."""
        if tens % 10 or tens < 20 or i + 1 >= len(line.tokens):
            return []
        unit = self.numbers.ordinals.get(line.tokens[i + 1].lower)
        if unit is None or unit > 9:
            return []
        return [Edge("ORD", tens + unit, i + 2), Edge("DAYWORD", tens + unit, i + 2)]

    def _class_edges(self, line: Line, i: int, rows: tuple[tuple[str, object], ...], end: int) -> list[Edge]:
        found = []
        if line.named and line.tokens[i].lower in line.named and not self._has_number_beside(line, i, end):
            return []
        for name, value in rows:
            if name in ("MONTH", "WEEKDAY", "SEASON"):
                found.append(Edge(name + "X", value, end))
                if self._is_doubtful(line, i):
                    continue
            if name in _LOWER and self.words.lower_parts and self._is_capital_inside(line, i):
                continue  # "Evening Standard", "Winter Palace", "Apocalypse Now"
            found.append(Edge(name, value, end))
        return found

    def _has_number_beside(self, line: Line, i: int, end: int) -> bool:
        tokens = line.tokens
        return (i > 0 and tokens[i - 1].text[0].isdigit()) or (end < len(tokens) and tokens[end].text[0].isdigit())

    @staticmethod
    def _is_capital_inside(line: Line, i: int) -> bool:
        if i in line.starts or not line.tokens[i].text[0].isupper() or line.tokens[i].text.isupper():
            return False
        before = line.tokens[i - 1].text  # after a colon, a dash, a quotation mark a sentence opens too
        return before[-1].isalnum() or before in ",.'’\")"

    def _is_doubtful(self, line: Line, i: int) -> bool:
        """Say whether a word is also another ("may", "sun"), or a name because of its capital ("Środa", "Mars")."""
        lower = line.tokens[i].lower
        if lower in self.words.weak:
            return len(line.tokens) > _ALONE
        return lower in self.words.capital_names and self._is_capital_inside(line, i)

    def _phrase_edges(self, line: Line, i: int) -> list[Edge]:
        found: list[Edge] = []
        if i + 1 == len(line.tokens):
            return found
        second = line.tokens[i + 1].lower
        for rest, name, value in self.words.phrases[line.tokens[i].lower]:
            end = i + 1 + len(rest)
            if rest[0] == second and tuple(t.lower for t in line.tokens[i + 1 : end]) == rest:
                found.append(Edge(name, value, end))
        return found

    def _card_edges(self, line: Line, i: int) -> list[Edge]:
        read = read_number(line.tokens, i, self.numbers, line.text)
        if read is None:
            return []
        value: float = int(read[0]) if read[0] == int(read[0]) else read[0]
        return [Edge("CARD", value, read[1])]

    def _number_edges(self, line: Line, i: int) -> list[Edge]:
        token = line.tokens[i]
        if not token.text.isascii():
            return []
        if not token.text.isdigit():
            return marked_edges(token.text, i, self.numbers, self.words.month_first)
        found: list[Edge] = []
        number, size = int(token.text[:9]), len(token.text)
        if token.text in self.words.literals:
            found.append(Edge(token.text, token.text, i + 1))
        found.append(Edge("NUM", number, i + 1))
        found += self._card_edges(line, i)
        if size <= 2:
            found += short_edges(number, size, i)
            ends = [i + 1 + len(s) for s in self.words.ordinal_suffixes if self._has_suffix(line, i, s)]
            for end in ends:
                found.append(Edge("ORD", number, end))
                if 1 <= number <= 31:
                    found.append(Edge("DAY", number, end))
        elif size == 3 and any(self._has_suffix(line, i, s) for s in self.words.ordinal_suffixes):
            found += [
                Edge("ORD", number, i + 1 + len(s)) for s in self.words.ordinal_suffixes if self._has_suffix(line, i, s)
            ]
        elif size == 4:
            found += self._years.edges(line, i, number)
        return found

    def _has_suffix(self, line: Line, i: int, suffix: tuple[str, ...]) -> bool:
        end = i + 1 + len(suffix)
        if end > len(line.tokens) or line.tokens[i + 1].lower != suffix[0]:
            return False
        tokens = line.tokens[i:end]
        return (
            all(a.end == b.start for a, b in itertools.pairwise(tokens))
            and tuple(t.lower for t in tokens[1:]) == suffix
        )
