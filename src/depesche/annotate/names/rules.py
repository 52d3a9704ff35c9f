"""What the convention asks of a name after the tagger: titles out, compounds cut, known countries in, demonyms out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from depesche.annotate.names.gazetteer import Match
from depesche.lang.schema.entities import KnownEntity
from depesche.lang.schema.names import NameData, bases
from depesche.records import NameType
from depesche.text.fold import fold

Found = tuple[int, int, NameType]  # words [start, end) and type
_HYPHENS = frozenset("-‐‑–")
_SURE_KINDS = frozenset({"country", "capital", "international-organisation", "news-agency", "seat-of-government"})


def _type_of(known: KnownEntity) -> NameType:
    return known.type


def apply_rules(words: Sequence[str], found: Sequence[Found], matches: Sequence[Match], data: NameData) -> list[Found]:
    """Return the names of a sentence after all rules, in order."""
    spans = [_cut_title(words, span, data) for span in found]
    spans = [span for span in spans if span[0] < span[1]]
    spans = _apply_matches(words, spans, matches)
    spans = [piece for span in spans for piece in _cut_compound(words, span, matches)]
    return sorted(span for span in spans if not _is_demonym(words, span, matches, data))


def _cut_title(words: Sequence[str], span: Found, data: NameData) -> Found:
    start, end, type_ = span
    if type_ is NameType.PERSON:
        while end - start > 1 and words[start].casefold().strip(".") in data.titles:
            start += 1
            while end - start > 1 and words[start] == ".":
                start += 1
    return start, end, type_


def _apply_matches(words: Sequence[str], spans: list[Found], matches: Sequence[Match]) -> list[Found]:
    """Let a known form of several words, or a country, overrule the tagger; let sure ones in where it saw nothing."""
    out = list(spans)
    for match in matches:
        long = match.end - match.start > 1
        over = [s for s in out if s[0] < match.end and s[1] > match.start]
        type_ = _type_of(match.known)
        if not over:
            if (long and match.exact_language) or match.known.kind in _SURE_KINDS or words[match.start].isupper():
                out.append((match.start, match.end, type_))
        elif len(over) == 1 and over[0][:2] == (match.start, match.end):
            if long or type_ is NameType.COUNTRY or match.known.kind in _SURE_KINDS:
                out[out.index(over[0])] = (match.start, match.end, type_)
        elif long and all(match.start <= s[0] and s[1] <= match.end for s in over):
            out = [s for s in out if s not in over]
            out.append((match.start, match.end, type_))
    return sorted(out)


def _cut_compound(words: Sequence[str], span: Found, matches: Sequence[Match]) -> list[Found]:
    """Cut "US-Botschafter" to "US" where the first part is a known name or an acronym and the tail is no name."""
    start, end, type_ = span
    if any((m.start, m.end) == (start, end) for m in matches):
        return [span]
    for i in range(start + 1, end - 1):
        if words[i] in _HYPHENS and i + 2 == end:
            head = next((m for m in matches if m.start == start and m.end == i), None)
            tail_named = any(m.start <= i + 1 < m.end for m in matches)
            if head and not tail_named and type_ is not NameType.PERSON:
                return [(start, i, _type_of(head.known))]
            if words[i + 1][0].islower():
                return [(start, i, type_)]
    return [span]


def _is_demonym(words: Sequence[str], span: Found, matches: Sequence[Match], data: NameData) -> bool:
    start, end, _ = span
    if end - start != 1 or any(m.start <= start < m.end for m in matches):
        return False
    return words[start].casefold() in data.demonyms


def settle_document(sentences: Sequence[tuple[Sequence[str], list[Found]]], lang: str | None) -> list[list[Found]]:
    """Use what a report says elsewhere: a surname of a full name is a person, a repeated name has one type."""
    surnames = _surnames(sentences, lang)
    votes: dict[str, Counter[NameType]] = {}
    for words, found in sentences:
        for start, end, type_ in found:
            for key in _keys(words, start, end, lang)[:1]:
                votes.setdefault(key, Counter())[type_] += 1
    out = []
    for words, found in sentences:
        settled = [_revote(words, span, votes, surnames, lang) for span in found]
        taken = {i for start, end, _ in settled for i in range(start, end)}
        for i, word in enumerate(words):
            if i not in taken and word[0].isupper() and _is_surname(word, surnames, lang) and not _in_run(words, i):
                settled.append((i, i + 1, NameType.PERSON))
        out.append(sorted(settled))
    return out


def _in_run(words: Sequence[str], i: int) -> bool:
    """Say whether the word is glued to a hyphen."""
    return (i > 0 and words[i - 1] in _HYPHENS) or (i + 1 < len(words) and words[i + 1] in _HYPHENS)


def _keys(words: Sequence[str], start: int, end: int, lang: str | None) -> tuple[str, ...]:
    head = " ".join(fold(word) for word in words[start : end - 1])
    return tuple(f"{head} {fold(base)}" for base in bases(words[end - 1], lang))


def _surnames(sentences: Sequence[tuple[Sequence[str], list[Found]]], lang: str | None) -> frozenset[str]:
    return frozenset(
        fold(words[end - 1])
        for words, found in sentences
        for start, end, type_ in found
        if type_ is NameType.PERSON and end - start > 1 and len(words[end - 1]) > 2
    )


def _is_surname(word: str, surnames: frozenset[str], lang: str | None) -> bool:
    return any(fold(base) in surnames for base in bases(word, lang))


def _revote(
    words: Sequence[str], span: Found, votes: dict[str, Counter[NameType]], surnames: frozenset[str], lang: str | None
) -> Found:
    start, end, type_ = span
    if end - start == 1 and type_ is not NameType.COUNTRY and _is_surname(words[start], surnames, lang):
        return start, end, NameType.PERSON
    counts = votes.get(_keys(words, start, end, lang)[0], Counter())
    best, n = max(counts.items(), key=lambda item: (item[1], item[0].value), default=(type_, 0))
    return (start, end, best) if n > 2 * counts[type_] else span
