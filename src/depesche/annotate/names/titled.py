"""Two words with a capital right after a title are a person's name, also where the tagger knows neither of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from depesche.annotate.names.encode import headline_mark
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.nouns import Found, Nouns
from depesche.records import NameType


def add_titled(
    words: Sequence[str],
    spans: list[Found],
    matches: Sequence[Match],
    nouns: Nouns,
    may_be_name: Callable[[str], bool],
) -> list[Found]:
    """Return the names with those after titles: "police chief | Bind Miafutrol", "Minister | Berg Leinack".

    What the tagger took for a body or a place there, with the title or without, becomes the person, unless it is a
    known name. Where every word of a name is inflected, a title is followed by the body in the genitive ("rzecznik
    Straży Granicznej") as often as by a person: there nothing is added.
    """
    if nouns.every_word:
        return spans
    capitals = [word[0].isupper() for word in words]
    places = [i for i in range(len(words) - 2) if capitals[i + 1] and capitals[i + 2] and _is_title(words, i, nouns)]
    if not places or (headline_mark(words) and not nouns.have_capitals):
        return spans
    out = spans
    for i in places:
        given, surname = words[i + 1], words[i + 2]
        known = any(m.start < i + 3 and m.end > i + 1 for m in matches)
        over = [span for span in out if span[0] < i + 3 and span[1] > i]
        given_alone = over == [(i + 1, i + 2, NameType.PERSON)] and not nouns.is_place(surname)
        inside = given_alone or (len(over) <= 1 and all(span[1] == i + 3 for span in over))
        if inside and not known and _is_full_name(given, surname, nouns, may_be_name):
            out = [span for span in out if span not in over] + [(i + 1, i + 3, NameType.PERSON)]
    return out


def _is_title(words: Sequence[str], i: int, nouns: Nouns) -> bool:
    """Say whether the word at `i` is a title by itself."""
    if words[i][0].isupper() and i and not nouns.have_capitals:
        return False  # a title with a capital may be part of a longer one: "Foreign Office Minister"
    return nouns.is_office(words[i].casefold())


def _is_full_name(given: str, surname: str, nouns: Nouns, may_be_name: Callable[[str], bool]) -> bool:
    solid = given[1:].islower() and surname[1:].islower() and given.isalpha() and surname.isalpha()
    small = nouns.is_common(surname) or any(nouns.is_office(word.casefold()) for word in (given, surname))
    return solid and not small and may_be_name(given) and may_be_name(surname)
