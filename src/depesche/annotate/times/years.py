"""Four digits: a year ("2014 führte …") or a count ("1945 men"), told by what stands around them."""

from __future__ import annotations

from depesche.annotate.times.figures import Edge
from depesche.annotate.times.line import Line
from depesche.lang.schema.quantities import QuantityWords
from depesche.lang.schema.times import TimeWords
from depesche.records import Token

_FIRST_YEAR, _LAST_YEAR = 1000, 2199  # what four digits may be as a year beside a month or a preposition
_FIRST_LIKELY, _LAST_LIKELY = 1900, 2049  # and without any context
_FIRST_GERMAN = 1300  # where nouns have capitals a count shows by the noun after it
_FIRST_SURE = 1800  # from here a figure that is not round is a year more often than a count


class YearReader:
    """Finds the edges at a figure of four digits; one for each language, without state of a text."""

    def __init__(self, words: TimeWords, numbers: QuantityWords) -> None:
        self.words = words
        self.numbers = numbers

    def edges(self, line: Line, i: int, number: int) -> list[Edge]:
        """Return the readings of token `i`, four digits worth `number`, as a year or a clock time."""
        found = []
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            found.append(Edge("YEARM", number, i + 1))
            if _FIRST_YEAR < number <= _LAST_LIKELY and self._opens_with_year(line, i):
                found.append(Edge("YEARX", number, i + 1))
        if _FIRST_YEAR <= number <= _LAST_YEAR and self._fits_year(line, i, number):
            found.append(Edge("YEAR", number, i + 1))
            first = _FIRST_GERMAN if self.words.nouns_capitalised else _FIRST_LIKELY
            if first <= number <= _LAST_LIKELY:
                found.append(Edge("YEARL", number, i + 1))
                if self._is_year(line, i):
                    found.append(Edge("YEARX", number, i + 1))
        if number // 100 < 24 and number % 100 < 60:
            found.append(Edge("HHMM", (number // 100, number % 100), i + 1))
        return found

    def _opens_with_year(self, line: Line, i: int) -> bool:
        """German and Polish open a sentence with the bare year of centuries past."""
        if i not in line.starts and line.tokens[i - 1].text != ".":
            return False
        after = line.tokens[i + 1] if i + 1 < len(line.tokens) else None
        return self.words.nouns_capitalised and after is not None and self._is_past(after)

    def _fits_year(self, line: Line, i: int, number: int) -> bool:
        """A round or early figure before a noun is a count whatever stands before it ("von 1000 Dollar")."""
        after = line.tokens[i + 1] if i + 1 < len(line.tokens) else None
        if after is not None and after.text[0] in "%$€£¥°":
            return False
        if number >= _FIRST_SURE and number % 100:
            return True
        return (
            after is None
            or not after.text[0].isalpha()
            or after.lower in self.words.literals
            or (after.lower in self.words.year_before or self._is_past(after))
        )

    def _is_past(self, token: Token) -> bool:
        """Say whether a word is a past form: a year may stand before it ("1624 gründete", "I 1624 etablerte")."""
        if token.lower in self.words.past:
            return True
        ends = self.words.past_ends
        return bool(ends) and len(token.text) > 4 and token.text[0].islower() and token.lower.endswith(ends)

    def _is_year(self, line: Line, i: int) -> bool:
        """Say whether four digits without a pattern are a year rather than a count ("1945 men") or a label."""
        words, tokens = self.words, line.tokens
        if not words.past and not int(tokens[i].text) % 100:
            return False  # a language without a folder: only a figure that is not round
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if before is not None:
            if before.lower in words.year_after:
                return after is None or not self._is_counted(line, i + 1, after)
            if before.lower in words.count_after or before.text[-1] in "$€£#№§@+=<>~*%":
                return False
            if before.end == tokens[i].start and before.text not in "('‘„“\"/–—-«":
                return False
        if after is None:
            return True
        if after.lower in words.year_before or after.text in ',;:)!?…”»«“"–—/':
            return True
        if after.text == ".":
            return True
        if after.text[0] in "%$€£°*":
            return False
        if before is not None and self._names_event(line, i, before, after):
            return True
        return not self._is_counted(line, i + 1, after) and self._may_follow_year(line, i, after)

    def _names_event(self, line: Line, i: int, before: Token, after: Token) -> bool:
        """Say whether a year is part of a name that stands before a verb ("Ryder Cup 2018 ended")."""
        if i - 1 in line.starts or not before.text[0].isupper() or not after.text[0].islower():
            return False
        counted = self.numbers.nouns | set(self.numbers.units) | set(self.numbers.scales) | set(self.numbers.currencies)
        return (
            int(line.tokens[i].text) % 100 != 0
            and before.lower not in self.words.classes
            and after.lower not in counted
        )

    def _is_counted(self, line: Line, j: int, after: Token) -> bool:
        """Say whether the word after the figure can be what it counts."""
        if after.lower in self.words.year_before or not after.text[0].isalpha() or not self.words.past:
            return False
        if (
            after.lower in self.numbers.units
            or after.lower in self.numbers.currencies
            or after.lower in self.numbers.scales
        ):
            return True
        if self.words.nouns_capitalised:
            if after.text[0].isupper():
                return True
            follower = line.tokens[j + 1] if j + 1 < len(line.tokens) else None
            is_adjective = after.lower.endswith(self.numbers.adjective_ends or ("\0",))
            return bool(is_adjective and follower and follower.text[0].isupper())
        return after.text[0].islower() and after.lower.endswith(tuple(self.words.past_ends) or ("\0",)) is False

    def _may_follow_year(self, line: Line, i: int, after: Token) -> bool:
        return (
            not self.words.past
            or self.words.nouns_capitalised
            or after.text[0].isupper()
            or not after.text[0].isalpha()
            or i in line.starts
        )
