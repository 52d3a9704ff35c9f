"""Names that run on behind what was seen of them: "The Sun | on Sunday", "ABC | Color"."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from depesche.annotate.names.encode import headline_mark
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.nouns import Found, Nouns
from depesche.lang.schema.entities import MEDIA_KINDS, is_acronym, media_titles_from
from depesche.records import NameType


def run_on(
    words: Sequence[str],
    spans: Sequence[Found],
    matches: Sequence[Match],
    nouns: Nouns,
    may_be_name: Callable[[str], bool],
) -> list[Found]:
    """Return the names as long as the paper's title they open, and no known acronym where it opens a longer name."""
    taken = {i for start, end, _ in spans for i in range(start, end)}
    out: list[Found] = []
    for start, end, type_ in spans:
        longer = _title_end(words, start, end)
        if longer is not None:
            out.append((start, longer, NameType.ORGANIZATION))
        elif type_ is NameType.ORGANIZATION and end == start + 1 and end < len(words) and end not in taken:
            known = next((m.known for m in matches if (m.start, m.end) == (start, end)), None)
            if known is not None and is_acronym(words[start]):
                while end < len(words) and end not in taken and _is_name(words, end, known.kind, nouns, may_be_name):
                    end += 1
            out.append((start, end, type_))
        else:
            out.append((start, end, type_))
    return out + _unseen_titles(words, taken)


def _unseen_titles(words: Sequence[str], taken: Set[int]) -> list[Found]:
    """Return the titles of two words and more in which no name was seen: "The Mail on Sunday"."""
    out: list[Found] = []
    for i, word in enumerate(words):
        end = _title_end(words, i, i + 1) if word[0].isupper() and i not in taken else None
        if end is not None and words[end - 1][0].isupper() and taken.isdisjoint(range(i, end)):
            out.append((i, end, NameType.ORGANIZATION))
    return [] if out and headline_mark(words) else out


def _title_end(words: Sequence[str], start: int, end: int) -> int | None:
    """Return where the title of a paper ends that is longer than the name it opens with; None where there is none."""
    for title in media_titles_from(words[start].casefold()) if end < len(words) else ():
        if len(title) > end - start and [word.casefold() for word in words[start : start + len(title)]] == [*title]:
            return start + len(title)
    return None


def _is_name(words: Sequence[str], i: int, kind: str, nouns: Nouns, may_be_name: Callable[[str], bool]) -> bool:
    """Say whether a capital tells the word at `i` to be part of a name: no title, role, calendar or common word.

    Behind a broadcaster a common word is the name of a programme: "BBC | Breakfast".
    """
    if nouns.have_capitals or headline_mark(words) or not may_be_name(words[i]):
        return False
    return (kind in MEDIA_KINDS or not nouns.is_common(words[i])) and not nouns.is_office(words[i].casefold())
