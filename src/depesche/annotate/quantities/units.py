"""The unit or currency of a figure, on either side of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from depesche.annotate.quantities.numbers import scaled_by
from depesche.annotate.quantities.reading import CUE_REACH, DASHES, Figure, Reading
from depesche.records import Token

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


def with_unit(reading: Reading, figure: Figure) -> Figure:
    """Return the figure with the unit or currency beside it, if there is one, its value in that unit."""
    tokens = reading.tokens
    code = reading.words.currencies.get(tokens[figure.start - 1].lower) if figure.start else None
    if code is not None and _is_sign_before(tokens, figure.start):
        figure = _with_money_scale(reading, figure)
        start = figure.start - 1
        after = unit_after(reading, figure.end)
        end = after[2] if after and after[0] == code else figure.end
        country = _DOLLARS.get(tokens[start - 1].lower) if start else None
        if country is not None and tokens[start - 1].end == tokens[start].start:
            code, start = country, start - 1
        return replace(figure, start=start, end=end, unit=code)
    figure = _with_count_scale(reading, figure)
    after = unit_after(reading, figure.end)
    if after is None:
        return figure
    unit, factor, end = after
    if unit == "GBP" and _is_weight(reading, figure.start, end):
        unit = "lb"
    return replace(figure, end=end, unit=unit, value=_scaled(figure.value, factor))


def _is_weight(reading: Reading, start: int, end: int) -> bool:
    """Say whether the pounds before token `end` weigh rather than cost."""
    near = {t.lower for t in reading.tokens[max(start - CUE_REACH, 0) : end + 1]}
    return bool(near & reading.words.weight_cues)


def _with_money_scale(reading: Reading, figure: Figure) -> Figure:
    """Multiply by the letter that hangs on an amount of money ("$3.5m")."""
    tokens, end = reading.tokens, figure.end
    if end >= len(tokens) or tokens[end].start != tokens[end - 1].end:
        return figure
    factor = reading.words.money_scales.get(tokens[end].lower)
    return figure if factor is None else replace(figure, end=end + 1, value=_scaled(figure.value, factor))


def _with_count_scale(reading: Reading, figure: Figure) -> Figure:
    """Multiply by the letter that hangs on a count of things ("4.4m viewers"), which is no unit there."""
    tokens, end = reading.tokens, figure.end
    if end + 1 >= len(tokens) or tokens[end].start != tokens[end - 1].end:
        return figure
    counted, plural = tokens[end + 1].lower, reading.words.plural_ends
    factor = reading.words.money_scales.get(tokens[end].lower)
    if factor is None or not plural or not counted.endswith(plural) or counted in reading.stopwords:
        return figure
    return replace(figure, end=end + 1, value=_scaled(figure.value, factor))


def _is_sign_before(tokens: Sequence[Token], start: int) -> bool:
    """A sign or code stands before its number; a word like "dollar" or "kroner" belongs to what is before it."""
    text = tokens[start - 1].text
    return not text[0].isalpha() or text.isupper() or text.lower() in ("kr", "eur", "usd")


def _scaled(value: float | tuple[float, float], factor: float) -> float | tuple[float, float]:
    if factor == 1:
        return value
    return (
        (scaled_by(value[0], factor), scaled_by(value[1], factor))
        if isinstance(value, tuple)
        else scaled_by(value, factor)
    )


def unit_after(reading: Reading, at: int) -> tuple[str, float, int] | None:
    """Return unit, factor and end of the unit or currency at token `at`."""
    tokens, words = reading.tokens, reading.words
    if at < len(tokens) and tokens[at].text in DASHES and at + 1 < len(tokens) and tokens[at + 1].lower in words.units:
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
