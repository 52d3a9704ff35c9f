"""Numbers that name rather than count."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.quantities.reading import DASHES, Reading, glued_before
from depesche.annotate.quantities.units import unit_after
from depesche.records import Token

_OLDEST = 120  # years; above, a number after a name is no age


def is_label(reading: Reading, i: int, end: int) -> bool:
    """Say whether a number names rather than counts: ordinals, "Article 5", "F-16", "24-year-old", addresses."""
    tokens, words = reading.tokens, reading.words
    token = tokens[i]
    if token.lower in words.articles and end == i + 1 and not unit_after(reading, end):
        return True
    if glued_before(tokens, i):
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
    if after.text in DASHES:
        return end + 1 < len(tokens) and tokens[end + 1].start == after.end and not _may_follow_dash(reading, end + 1)
    return (
        after.lower in words.ordinal_marks
        or after.text[0] in "/_@"
        or (after.text[0].isalpha() and not unit_after(reading, end) and after.lower not in words.scales)
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
