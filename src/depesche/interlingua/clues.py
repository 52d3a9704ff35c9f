"""Figures and dates in a bare string, for text that no annotator has been over."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.lang.schema.forms import Forms
from depesche.records import Token

YEARS = range(1000, 2100)


def parse_figure(text: str, decimal: str) -> float | None:
    """Read a number as a language writes it ("1.500,5", "10,000"); None for times of day and the like.

    A mark that is not the decimal mark must separate groups of three, else it is taken for the decimal mark:
    "3.5" in a German text is 3.5.
    """
    if ":" in text:
        return None
    group = "," if decimal == "." else "."
    whole, _, fraction = text.rpartition(decimal) if text.count(decimal) == 1 else (text, "", "")
    pieces = whole.split(group)
    if len(pieces) > 1 and not all(len(piece) == 3 for piece in pieces[1:]):
        whole, fraction = (whole.replace(group, "."), fraction) if len(pieces) == 2 else (whole, fraction)
    else:
        whole = "".join(pieces)
    if fraction and decimal == "," and len(fraction) == 3 and "." not in text and whole != "0":
        return None if not whole.isdigit() else float(whole + "." + fraction)
    try:
        return float(f"{whole}.{fraction}" if fraction else whole)
    except ValueError:
        return None


def find_figures(tokens: Sequence[Token], forms: Forms) -> tuple[tuple[float, ...], tuple[str, ...], frozenset[int]]:
    """Return figures with scale words applied, dates, and the indices of the tokens that make them up."""
    figures: list[float] = []
    dates: list[str] = []
    used: set[int] = set()
    i = 0
    while i < len(tokens):
        if tokens[i].lower not in forms.telling and not tokens[i].text[0].isdigit():
            i += 1
            continue
        value, after = _value_at(tokens, i, forms)
        if value is None:
            dates.extend(found := _calendar(tokens[i], forms))
            if found:
                used.add(i)
            i += 1
            continue
        used.update(range(i, after))
        if after == i + 1 and tokens[i].text.isdigit() and len(tokens[i].text) == 4 and int(value) in YEARS:
            dates.append(tokens[i].text)
        else:
            figures.append(value)
        i = after
    return tuple(figures), tuple(dates), frozenset(used)


def _value_at(tokens: Sequence[Token], i: int, forms: Forms) -> tuple[float | None, int]:
    """Return the number that begins at token i and the index after it; (None, i) where none begins."""
    token = tokens[i]
    after = i + 1
    if token.text[0].isdigit():
        text = token.text
        while after < len(tokens) and forms.decimal == "," and _continues(text, tokens[after - 1], tokens[after]):
            text += tokens[after].text
            after += 1
        value = parse_figure(text, forms.decimal)
    else:
        value = forms.numbers.get(token.lower)
        if value is not None and value < 3 and not (after < len(tokens) and tokens[after].lower in forms.scales):
            value = None  # words for one and two are articles, ordinals and pronouns as often as figures
    if value is None:
        return None, i
    while after < len(tokens) and (scale := _scale(tokens, after, forms)):
        value *= scale
        after += 1
    return value, after


def _scale(tokens: Sequence[Token], i: int, forms: Forms) -> float | None:
    return forms.scales.get(tokens[i].lower)


def _continues(text: str, before: Token, token: Token) -> bool:
    """Say whether a token is the next group of a number written with spaces: "12 500"."""
    return (
        token.start == before.end + 1
        and len(token.text) in (3, 7)
        and token.text[:3].isdigit()
        and len(before.text) <= 3
        and text.isdigit()
    )


def _calendar(token: Token, forms: Forms) -> list[str]:
    month, weekday = forms.months.get(token.lower), forms.weekdays.get(token.lower)
    if month and not (token.lower == token.text and forms.decimal == "."):  # "may", "march" are verbs in English
        return [f"m:{month:02d}"]
    return [f"wd:{weekday}"] if weekday else []
