"""From text to figures: a number at a trigger, then what stands around it: unit, approximation, the noun counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from depesche.annotate.quantities.counted import counted_noun
from depesche.annotate.quantities.numbers import read_number
from depesche.lang.schema.language import load_language
from depesche.lang.schema.quantities import QuantityWords, load_quantities
from depesche.records import Quantity, Sentence, Span, Time, Token

_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "usd": "USD",
    "c": "CAD",
    "cad": "CAD",
    "a": "AUD",
    "aud": "AUD",
    "nz": "NZD",
    "hk": "HKD",
}
_MAX_SCORE = 199  # no game in the news ends higher
_OLDEST = 120  # years; above, a number after a name is no age
_DASHES = frozenset({"-", "–", "—", "−"})
_CUE_REACH = 12  # tokens around a pair of numbers in which a word of games makes it a score


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number read: tokens [start, end) with its sign and unit."""

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence while it is read; `busy` tells which tokens are part of a time."""

    text: str
    tokens: Sequence[Token]
    busy: frozenset[int]
    words: QuantityWords
    stopwords: frozenset[str]


def find_quantities(
    text: str, sentences: tuple[Sentence, ...], lang: str | None, times: tuple[Time, ...]
) -> tuple[Quantity, ...]:
    """Return the figures of a text in order of position; what is part of a time, an ordinal or a label is none."""
    words = load_quantities(lang)
    stopwords = load_language(lang).stopwords
    spans = sorted(t.span for t in times)
    starts = [s.start for s in spans]
    found: list[Quantity] = []
    for sentence in sentences:
        if any(t.text[0].isdigit() or t.lower in words.triggers for t in sentence.tokens):
            busy = _busy_tokens(sentence.tokens, spans, starts)
            found += _read_sentence(Reading(text, sentence.tokens, busy, words, stopwords))
    return tuple(found)


def _busy_tokens(tokens: Sequence[Token], spans: list[Span], starts: list[int]) -> frozenset[int]:
    busy = set()
    for i, token in enumerate(tokens):
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < spans[at].end:
            busy.add(i)
    return frozenset(busy)


def _read_sentence(reading: Reading) -> list[Quantity]:
    tokens, triggers = reading.tokens, reading.words.triggers
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if (token.text[0].isdigit() or token.lower in triggers) and i not in reading.busy:
            figure = _read_figure(reading, i)
            if figure is not None:
                quantity = _complete(reading, figure)
                if quantity is not None:
                    found.append(quantity)
                i = max(figure.end, i + 1)
                continue
        i += 1
    return found


def _read_figure(reading: Reading, i: int) -> _Figure | None:
    score = _read_score(reading, i)
    if score is not None:
        return score
    read = _read_amount(reading, i)
    if read is None or _is_label(reading, i, read[1]):
        return None
    value, end = read
    figure = _Figure(i, end, value)
    ranged = _with_range(reading, figure)
    if (
        ranged.end > end
        and ranged.end < len(reading.tokens)
        and reading.tokens[ranged.end].lower in reading.words.time_units
    ):
        return None
    return _with_unit(reading, ranged)


def _read_amount(reading: Reading, i: int) -> tuple[float, int] | None:
    """Read a number, or a fraction that is one ("half a million", "eine halbe Million")."""
    words, tokens = reading.words, reading.tokens
    for rest, kind, value in words.phrases.get(tokens[i].lower, ()):
        end = i + 1 + len(rest)
        if kind == "cardinal" and tuple(t.lower for t in tokens[i + 1 : end]) == rest:
            return _times_scale(reading, float(value), end)
    if tokens[i].lower in words.fractions:
        read = _times_scale(reading, words.fractions[tokens[i].lower], i + 1)
        return read if read[1] > i + 1 else None
    if tokens[i].lower in words.scales and tokens[i].lower not in words.cardinals:
        return None
    return read_number(tokens, i, words, reading.text)


def _times_scale(reading: Reading, value: float, end: int) -> tuple[float, int]:
    if end < len(reading.tokens) and reading.tokens[end].lower in reading.words.scales:
        return value * reading.words.scales[reading.tokens[end].lower], end + 1
    return value, end


def _read_score(reading: Reading, i: int) -> _Figure | None:
    """Read "10-6", "3:1" where it can only be the result of a game."""
    tokens = reading.tokens
    left, mark, right = _pair_at(tokens, i)
    if left is None or right is None or max(left, right) > _MAX_SCORE:
        return None
    end = i + (1 if mark == ":" and ":" in tokens[i].text else 3)
    if _glued_before(tokens, i) or (
        end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text[0] in "-–:/%°"
    ):
        return None
    near = {t.lower for t in tokens[max(i - _CUE_REACH, 0) : end + _CUE_REACH]}
    is_game = bool(near & reading.words.score_cues)
    if mark != ":" and not is_game and not left > right:
        return None
    following = tokens[end].lower if end < len(tokens) else ""
    if following in reading.words.units or following in reading.words.scales or following in reading.words.currencies:
        return None
    if mark == ":" and not is_game and left == 1 and right % 100 == 0:  # a map's scale
        return None
    return _Figure(i, end, (left, right), "score")


def _pair_at(tokens: Sequence[Token], i: int) -> tuple[float | None, str, float | None]:
    token = tokens[i]
    if ":" in token.text and token.text.count(":") == 1:
        a, b = token.text.split(":")
        if a.isdecimal() and b.isdecimal() and not (len(b) == 2 and b[0] == "0"):
            return float(a), ":", float(b)
        return None, "", None
    if (
        (
            i + 2 < len(tokens)
            and tokens[i + 1].text in _DASHES
            and token.text.isdecimal()
            and tokens[i + 2].text.isdecimal()
        )
        and token.end == tokens[i + 1].start
        and tokens[i + 1].end == tokens[i + 2].start
    ):
        return float(token.text), "-", float(tokens[i + 2].text)
    return None, "", None


def _glued_before(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a mark or word hangs on the number from the left ("F-16", "Covid-19", "#3")."""
    if i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1].text
    if before in _DASHES:
        return i > 1 and tokens[i - 2].end == tokens[i - 1].start
    return before[-1].isalnum() or before in "#@/_.:"


def _is_label(reading: Reading, i: int, end: int) -> bool:
    """Say whether a number names rather than counts: ordinals, "Article 5", "F-16", "24-year-old", addresses."""
    tokens, words = reading.tokens, reading.words
    token = tokens[i]
    if token.lower in words.articles and end == i + 1 and not _unit_after(reading, end):
        return True
    if _glued_before(tokens, i):
        return True
    if i and tokens[i - 1].lower in words.number_labels:
        return True
    if i > 2 and tokens[i - 1].lower in words.ranges and tokens[i - 3].lower in words.number_labels:
        return True  # "aged 5 to 14"
    if _is_age(tokens, i, end):
        return True
    if i > 1 and tokens[i - 1].text == "." and tokens[i - 2].lower + "." in words.number_labels:
        return True
    if end >= len(tokens):
        return False
    after = tokens[end]
    if after.lower in words.time_units:
        return True
    if end == i + 1 and i and tokens[i - 1].text == "(" and after.text == ")":
        return True  # the items of a list
    if after.start != tokens[end - 1].end:
        return False
    if after.text == "." and end == i + 1 and token.text[0].isdigit() and end + 1 < len(tokens) and words.ordinal_dot:
        return tokens[end + 1].text[0].isalnum() or tokens[end + 1].text == ","
    if after.text in _DASHES:
        return end + 1 < len(tokens) and tokens[end + 1].start == after.end and not _may_follow_dash(reading, end + 1)
    return (
        after.lower in words.ordinal_marks
        or after.text[0] in "/_@"
        or (after.text[0].isalpha() and not _unit_after(reading, end) and after.lower not in words.scales)
    )


def _may_follow_dash(reading: Reading, at: int) -> bool:
    """Say whether a dash after a figure leaves it one: "2-3", "£3,000-£5,000", "1.5-degree"."""
    token, words = reading.tokens[at], reading.words
    return token.text[0].isdigit() or (token.text in words.currencies) or token.lower in words.units


def _is_age(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Say whether a number is an age set off after a name ("Ida Solberg, 53, said")."""
    return (
        i > 1
        and end == i + 1
        and tokens[i].text.isdecimal()
        and int(tokens[i].text[:4]) < _OLDEST
        and tokens[i - 1].text == ","
        and tokens[i - 2].text[0].isupper()
        and (end >= len(tokens) or tokens[end].text in ",.;")
    )


def _with_range(reading: Reading, figure: _Figure) -> _Figure:
    """Join "10 to 20", "2-3 million", "between 10 and 20"."""
    tokens, words, end = reading.tokens, reading.words, figure.end
    if end + 1 >= len(tokens) or isinstance(figure.value, tuple):
        return figure
    mark = tokens[end].lower
    is_between = figure.start > 0 and tokens[figure.start - 1].lower in words.between
    if not (mark in words.ranges or mark in _DASHES or (is_between and mark in words.between_and)):
        return figure
    at = end + 1
    if (tokens[at].lower not in words.cardinals and not tokens[at].text[0].isdigit()) or at in reading.busy:
        return figure
    read = _read_amount(reading, at)
    if read is None:
        return figure
    low, high = figure.value, read[0]
    factor = _factor_of(reading, at, read[1])
    if low * factor <= high and low < high / factor * 1.0001 and end - figure.start == 1:
        low *= factor
    if not low < high:
        return figure
    return replace(figure, end=read[1], value=(low, high))


def _factor_of(reading: Reading, start: int, end: int) -> float:
    """Return by what the scale words in the tokens multiply ("3 million": 1,000,000)."""
    factor = 1.0
    for token in reading.tokens[start:end]:
        factor *= reading.words.scales.get(token.lower, 1.0)
    return factor


def _with_unit(reading: Reading, figure: _Figure) -> _Figure:
    tokens = reading.tokens
    code = reading.words.currencies.get(tokens[figure.start - 1].lower) if figure.start else None
    if code is not None and _is_sign_before(tokens, figure.start):
        figure = _with_money_scale(reading, figure)
        start = figure.start - 1
        after = _unit_after(reading, figure.end)
        end = after[2] if after and after[0] == code else figure.end
        country = _DOLLARS.get(tokens[start - 1].lower) if start else None
        if country is not None and tokens[start - 1].end == tokens[start].start:
            code, start = country, start - 1
        return replace(figure, start=start, end=end, unit=code)
    after = _unit_after(reading, figure.end)
    if after is None:
        return figure
    unit, factor, end = after
    if unit == "GBP" and _is_weight(reading, figure.start, end):
        unit = "lb"
    return replace(figure, end=end, unit=unit, value=_scaled(figure.value, factor))


def _is_weight(reading: Reading, start: int, end: int) -> bool:
    """Say whether the pounds before token `end` weigh rather than cost."""
    near = {t.lower for t in reading.tokens[max(start - _CUE_REACH, 0) : end + 1]}
    return bool(near & reading.words.weight_cues)


def _with_money_scale(reading: Reading, figure: _Figure) -> _Figure:
    """Multiply by the letter that hangs on an amount of money ("$3.5m")."""
    tokens, end = reading.tokens, figure.end
    if end >= len(tokens) or tokens[end].start != tokens[end - 1].end:
        return figure
    factor = reading.words.money_scales.get(tokens[end].lower)
    return figure if factor is None else replace(figure, end=end + 1, value=_scaled(figure.value, factor))


def _is_sign_before(tokens: Sequence[Token], start: int) -> bool:
    """A sign or code stands before its number; a word like "dollar" or "kroner" belongs to what is before it."""
    text = tokens[start - 1].text
    return not text[0].isalpha() or text.isupper() or text.lower() in ("kr", "eur", "usd")


def _scaled(value: float | tuple[float, float], factor: float) -> float | tuple[float, float]:
    if factor == 1:
        return value
    return (value[0] * factor, value[1] * factor) if isinstance(value, tuple) else value * factor


def _unit_after(reading: Reading, at: int) -> tuple[str, float, int] | None:
    """Return unit, factor and end of the unit or currency at token `at`."""
    tokens, words = reading.tokens, reading.words
    if at < len(tokens) and tokens[at].text in _DASHES and at + 1 < len(tokens) and tokens[at + 1].lower in words.units:
        at += 1
    if at >= len(tokens):
        return None
    word = tokens[at].lower
    if len(word) == 1 and word.isalpha() and not tokens[at - 1].text[0].isdigit():
        return None  # "en T-shirt", "a V sign": a letter is a unit after digits only
    if at + 2 < len(tokens) and tokens[at + 1].text == "/" and tokens[at + 1].start == tokens[at].end:
        rate = words.units.get(f"{word}/{tokens[at + 2].lower}")
        if rate is not None:
            return (*rate, at + 3)
    for rest, kind, value in words.phrases.get(word, ()):
        end = at + 1 + len(rest)
        if kind in ("unit", "currency") and tuple(t.lower for t in tokens[at + 1 : end]) == rest:
            return (*_unit_value(value), end)
    dotted = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end
    for table in (words.units, words.currencies):
        if dotted and word + "." in table:
            return (*_unit_value(table[word + "."]), at + 2)
        if word in table:
            return (*_unit_value(table[word]), at + 1)
    return None


def _unit_value(value: Any) -> tuple[str, float]:
    return (value, 1.0) if isinstance(value, str) else value


def _complete(reading: Reading, figure: _Figure) -> Quantity | None:
    tokens = reading.tokens
    approx = _is_approximate(reading, figure.start)
    of = None if figure.unit == "score" else counted_noun(reading, figure.end, figure.unit is not None)
    if tokens[figure.start].lower in reading.words.cautious and figure.end == figure.start + 1:
        before = tokens[figure.start - 1].lower if figure.start else ""
        after = tokens[figure.end].lower if figure.end < len(tokens) else ""
        if of is None or before in reading.words.not_before_cautious or after in reading.words.links:
            return None
    span = Span(tokens[figure.start].start, tokens[figure.end - 1].end)
    return Quantity(span, figure.value, figure.unit, approx, of)


def _is_approximate(reading: Reading, start: int) -> bool:
    """Say whether "about", "more than", "godt", "rund" stands before the figure."""
    tokens, words = reading.tokens, reading.words
    for at in range(max(start - 3, 0), start):
        if at == start - 1 and tokens[at].lower in words.approximators:
            return True
        if at == start - 2 and tokens[start - 1].text == "." and tokens[at].lower + "." in words.approximators:
            return True
        for rest, kind, _ in words.phrases.get(tokens[at].lower, ()):
            if (
                kind == "approx"
                and at + 1 + len(rest) == start
                and tuple(t.lower for t in tokens[at + 1 : start]) == rest
            ):
                return True
    return False
