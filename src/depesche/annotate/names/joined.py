"""Names that marks part: a nickname between given name and surname, a ministry of several things.

'Vincent "Vinny" Doyle', "Ministry of Culture, Media and Sport".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from depesche.annotate.names.nouns import Found
from depesche.records import NameType

_MARKS: Final = frozenset("\"“”„«»'’‘‚")
_NICKNAME: Final = 3  # words of a nickname at most: "the Iron Fist"
_GIVEN: Final = 1  # words before a nickname: "Juan Carlos Ruiz “Polo” Vega" may be a list
_LIST: Final = 12  # words in which the list ends that a ministry is of


def join_nicknames(words: Sequence[str], spans: list[Found], may_be_name: Callable[[str], bool]) -> list[Found]:
    """Return the names with those joined that a nickname in marks parts."""
    if not any(span[1] < len(words) and words[span[1]] in _MARKS for span in spans):
        return spans
    out: list[Found] = []
    for span in sorted(spans):
        if out and span[0] < out[-1][1]:
            continue  # a part of the name joined before
        end = _past_nickname(words, span)
        surname = next((s for s in spans if s[0] == end), None) if end is not None else None
        if end is not None and surname is None and may_be_name(words[end]):
            surname = (end, end + 1, NameType.PERSON)
        person = surname is not None and surname[2] is NameType.PERSON
        out.append((span[0], surname[1], NameType.PERSON) if surname is not None and person else span)
    return out


def _past_nickname(words: Sequence[str], span: Found) -> int | None:
    """Return where the word stands behind a nickname that follows a person's given name."""
    start, end, type_ = span
    if type_ is not NameType.PERSON or end - start > _GIVEN or words[end : end + 1] == [] or words[end] not in _MARKS:
        return None
    closing = next((k for k in range(end + 2, min(len(words), end + 2 + _NICKNAME)) if words[k] in _MARKS), None)
    if closing is None or closing + 1 >= len(words) or not words[closing - 1][0].isupper():
        return None
    return closing + 1 if words[closing + 1][0].isupper() else None


def join_houses(
    words: Sequence[str], spans: list[Found], owners: Collection[int], heads: Collection[str]
) -> list[Found]:
    """Return the names with those joined that a house is called by and its word: "Wexham Coroner's | Court", "St Mary's
    | Hospital". `owners` are words that lost an 's."""
    out: list[Found] = []
    for start, end, type_ in sorted(spans):
        if out and start < out[-1][1]:
            continue
        named = type_ is NameType.PERSON and end - 1 in owners and end < len(words)
        house = named and words[end][0].isupper() and words[end].casefold() in heads
        alone = end + 1 >= len(words) or not words[end + 1][0].isupper()
        out.append((start, end + 1, NameType.ORGANIZATION) if house and alone else (start, end, type_))
    return out


def join_ministries(
    words: Sequence[str],
    spans: list[Found],
    heads: Collection[str],
    conjunctions: Collection[str],
    is_common: Callable[[str], bool],
) -> list[Found]:
    """Return the names with those joined that a ministry's list of things parts."""
    out: list[Found] = []
    for span in sorted(spans):
        if out and span[0] < out[-1][1]:
            continue
        start, end, type_ = span
        headed = type_ is NameType.ORGANIZATION and end - start > 1 and words[start].casefold() in heads
        comma = headed and end < len(words) and words[end] == ","
        last = _list_end(words, end, conjunctions, is_common) if comma else None
        out.append((start, last, type_) if last is not None else span)
    return out


def _list_end(
    words: Sequence[str], comma: int, conjunctions: Collection[str], is_common: Callable[[str], bool]
) -> int | None:
    """Return the end of ", Media and Sport": common nouns in capitals with commas and one conjunction between."""
    i = comma + 1
    while i + 2 < min(len(words), comma + _LIST) and words[i][0].isupper() and is_common(words[i]):
        if words[i + 1] in conjunctions:
            return i + 3 if words[i + 2][0].isupper() and is_common(words[i + 2]) else None
        if words[i + 1] != ",":
            return None
        i += 2
    return None
