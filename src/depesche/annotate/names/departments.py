"""What a department is for may be a list: "Ministerium für Wirtschaft, Arbeit und Tourismus" is one name.

Read only where all nouns have a capital; for other languages see `joined`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from depesche.annotate.names.nouns import Found, Nouns
from depesche.records import NameType


def add_fields(words: Sequence[str], spans: list[Found], nouns: Nouns, context: Mapping[str, str]) -> list[Found]:
    """Return the names with the rest of the list behind "für", up to the noun behind its "und".

    `context` maps small words to their kind.
    """
    if not nouns.have_capitals:
        return spans
    out = list(spans)
    for n, (start, end, type_) in enumerate(spans):
        if type_ is NameType.ORGANIZATION and _is_for(words[start + 1 : end - 1], context):
            last = _list_end(words, end, nouns, context)
            if last > end and not any(s[0] < last and s[1] > end for s in spans):
                out[n] = (start, last, type_)
    return out


def _is_for(words: Sequence[str], context: Mapping[str, str]) -> bool:
    """Say whether "für" stands in a name and no "und" yet."""
    kinds = {context.get(word) for word in words}
    return "by" in kinds and "and" not in kinds


def _list_end(words: Sequence[str], i: int, nouns: Nouns, context: Mapping[str, str]) -> int:
    """Return the index after a list that goes on at `i` with commas and "und"; `i` where it doesn't."""
    j = i
    while j + 1 < len(words) and words[j] == "," and _is_field(words[j + 1], nouns):
        j += 2
    if j + 1 >= len(words) or context.get(words[j]) != "and":
        return i
    j += 1
    described = j + 1 < len(words) and words[j].islower() and words[j].endswith("e") and words[j] not in context
    j += described
    return j + 1 if j < len(words) and _is_field(words[j], nouns) else i


def _is_field(word: str, nouns: Nouns) -> bool:
    """Say whether a word is a noun for a thing, no name and nobody's role."""
    noun = nouns.is_common(word) or nouns.is_plain(word) or nouns.has_meaning(word)
    return word[0].isupper() and word[1:].islower() and noun and not nouns.is_role(word)
