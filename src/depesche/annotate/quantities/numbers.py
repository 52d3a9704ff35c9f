"""Reads numbers: digits with a language's separators, number words, scales."""

from __future__ import annotations

import re
from collections.abc import Sequence

from depesche.lang.schema.quantities import QuantityWords
from depesche.records import Token

_LARGEST = 1e15  # no figure of the news is larger; bounds "million million million"
_BLANKS = frozenset({" ", "\u00a0", "\u202f", "\u2009"})


_DECIMALS = 6  # of a scaled number: 4.1 billion is 4,100,000,000, not a millionth less


def scaled_by(value: float, factor: float) -> float:
    """Return the product without what binary fractions add to it."""
    return round(value * factor, _DECIMALS)


def read_digits(word: str, words: QuantityWords) -> float | None:
    """Return the value of a number written in digits, None where the marks fit neither groups nor decimals."""
    if word.isdigit():
        return float(word) if word.isascii() else None
    other = "," if words.decimal == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{words.decimal}\d+)?", word):
        return float(word.replace(other, "").replace(words.decimal, "."))
    if re.fullmatch(rf"\d+\{words.decimal}\d+", word):
        return float(word.replace(words.decimal, "."))
    if re.fullmatch(rf"\d{{1,3}}(?:\{words.decimal}\d{{3}}){{2,}}", word):  # 1.000.000 in a text with the other habit
        return float(word.replace(words.decimal, ""))
    if re.fullmatch(rf"\d+\{other}\d{{1,2}}", word):  # a decimal in the other habit; three digits would be a group
        return float(word.replace(other, "."))
    return None


def read_number(tokens: Sequence[Token], i: int, words: QuantityWords, text: str) -> tuple[float, int] | None:
    """Return value and end of the number that starts at token `i`, scales included, else None."""
    read = _read_grouped(tokens, i, words, text) if tokens[i].text[0].isdigit() else _read_words(tokens, i, words)
    if read is None:
        return None
    value, end = read
    while end < len(tokens) and value < _LARGEST and (scaled := _scale(tokens, end, words)):
        factor, after = scaled
        value, end = scaled_by(value, factor), after
        if factor <= 1000:
            rest = _rest_after(tokens, end, words)
            if rest and rest[0] < factor:
                value, end = value + rest[0], rest[1]
    return value, end


def _rest_after(tokens: Sequence[Token], i: int, words: QuantityWords) -> tuple[float, int] | None:
    """Read what follows a hundred or thousand in the same number ("two hundred and five")."""
    if i + 1 < len(tokens) and tokens[i].lower in words.number_links:
        i += 1
    return _read_words(tokens, i, words) if i < len(tokens) else None


def _scale(tokens: Sequence[Token], i: int, words: QuantityWords) -> tuple[float, int] | None:
    if i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end:
        factor = words.scales.get(tokens[i].lower + ".")
        if factor is not None:
            return factor, i + 2
    factor = words.scales.get(tokens[i].lower)
    return None if factor is None else (factor, i + 1)


def _read_grouped(tokens: Sequence[Token], i: int, words: QuantityWords, text: str) -> tuple[float, int] | None:
    """Read digits, joining groups of three that a single blank parts ("150 000")."""
    token = tokens[i]
    value = read_digits(token.text, words)
    if value is None or " " not in words.groups or not (token.text.isdigit() and len(token.text) <= 3):
        return None if value is None else (value, i + 1)
    digits, end = token.text, i + 1
    while (
        end < len(tokens)
        and re.fullmatch(r"\d{3}(?:[.,]\d+)?", tokens[end].text)
        and text[tokens[end - 1].end : tokens[end].start] in _BLANKS
    ):
        digits += tokens[end].text
        end += 1
    return float(digits.replace(words.decimal, ".").replace(",", ".")), end


def _read_words(tokens: Sequence[Token], i: int, words: QuantityWords) -> tuple[float, int] | None:
    """Read a number word: "twenty-one", "dwadzieścia dwa", "einundzwanzig"."""
    word = tokens[i].lower
    for more, kind, number in words.phrases.get(word, ()):
        if kind == "cardinal" and number >= 1 and tuple(t.lower for t in tokens[i + 1 : i + 1 + len(more)]) == more:
            return float(number), i + 1 + len(more)
    value = words.cardinals.get(word)
    if value is None:
        return None
    end = i + 1
    if word in words.tens and value >= 20:
        at = end + (end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end)
        unit = words.cardinals.get(tokens[at].lower) if at < len(tokens) else None
        limit = 10 if value < 100 else 100
        if unit is not None and 0 < unit < limit:
            if value >= 100:
                rest = _read_words(tokens, at, words)
                return (value + rest[0], rest[1]) if rest else (value, end)
            return value + unit, at + 1
    return value, end
