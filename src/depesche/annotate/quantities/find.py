"""From text to figures: a number at a trigger, then what stands around it: unit, approximation, the noun counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from depesche.annotate.quantities.counted import counted_noun
from depesche.annotate.quantities.labels import is_label
from depesche.annotate.quantities.numbers import read_number, scaled_by
from depesche.annotate.quantities.reading import DASHES, Figure, Reading
from depesche.annotate.quantities.scores import read_score
from depesche.annotate.quantities.units import with_unit
from depesche.lang.schema.language import load_language
from depesche.lang.schema.quantities import load_quantities
from depesche.records import Quantity, Sentence, Span, Time, Token


def find_quantities(
    text: str, sentences: tuple[Sentence, ...], lang: str | None, times: tuple[Time, ...]
) -> tuple[Quantity, ...]:
    """Return the figures of a text in order of position; what is part of a time, an ordinal or a label is none."""
    words = load_quantities(lang)
    stopwords = load_language(lang).stopwords
    spans = sorted(t.span for t in times)
    starts = [s.start for s in spans]
    found: list[Quantity] = []
    triggers = words.triggers
    for sentence in sentences:
        opening = [i for i, t in enumerate(sentence.tokens) if t.lower in triggers or t.text[0].isdigit()]
        if opening:
            busy = _busy_tokens(sentence.tokens, spans, starts)
            found += _read_sentence(Reading(text, sentence.tokens, busy, words, stopwords), opening)
    return tuple(found)


def _busy_tokens(tokens: Sequence[Token], spans: list[Span], starts: list[int]) -> frozenset[int]:
    busy = set()
    last = bisect_right(starts, tokens[-1].start) - 1
    if last < 0 or spans[last].end <= tokens[0].start:  # no time in this sentence
        return frozenset()
    for i, token in enumerate(tokens):
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < spans[at].end:
            busy.add(i)
    return frozenset(busy)


def _read_sentence(reading: Reading, opening: Sequence[int]) -> list[Quantity]:
    """Read the figures that open with a digit or a word for a number: at `opening`."""
    found: list[Quantity] = []
    free = 0
    for i in opening:
        if i < free or i in reading.busy:
            continue
        figure = _read_figure(reading, i)
        if figure is not None:
            quantity = _complete(reading, figure)
            if quantity is not None:
                found.append(quantity)
            free = figure.end
    return found


def _read_figure(reading: Reading, i: int) -> Figure | None:
    score = read_score(reading, i)
    if score is not None:
        return score
    read = _read_amount(reading, i)
    if read is None or is_label(reading, i, read[1]):
        return None
    value, end = read
    figure = Figure(i, end, value)
    ranged = _with_range(reading, figure)
    if (
        ranged.end > end
        and ranged.end < len(reading.tokens)
        and reading.tokens[ranged.end].lower in reading.words.time_units
    ):
        return None
    return _with_minus(reading, with_unit(reading, ranged))


def _with_minus(reading: Reading, figure: Figure) -> Figure:
    """Turn the sign of a measured value after "minus"."""
    before = reading.tokens[figure.start - 1].lower if figure.start else ""
    if figure.unit is None or before not in reading.words.minus or isinstance(figure.value, tuple):
        return figure
    return replace(figure, start=figure.start - 1, value=-figure.value)


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
        return scaled_by(value, reading.words.scales[reading.tokens[end].lower]), end + 1
    return value, end


def _with_range(reading: Reading, figure: Figure) -> Figure:
    """Join "10 to 20", "2-3 million", "between 10 and 20"."""
    tokens, words, end = reading.tokens, reading.words, figure.end
    if end + 1 >= len(tokens) or isinstance(figure.value, tuple):
        return figure
    mark = tokens[end].lower
    is_between = figure.start > 0 and tokens[figure.start - 1].lower in words.between
    if not (mark in words.ranges or mark in DASHES or (is_between and mark in words.between_and)):
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
        low = scaled_by(low, factor)
    if not low < high:
        return figure
    return replace(figure, end=read[1], value=(low, high))


def _factor_of(reading: Reading, start: int, end: int) -> float:
    """Return by what the scale words in the tokens multiply ("3 million": 1,000,000)."""
    factor = 1.0
    for token in reading.tokens[start:end]:
        factor *= reading.words.scales.get(token.lower, 1.0)
    return factor


def _complete(reading: Reading, figure: Figure) -> Quantity | None:
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
