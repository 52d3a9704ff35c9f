"""What a report says elsewhere: a surname of a full name is a person, a name seen twice is one everywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from depesche.annotate.names.gazetteer import folded_bases
from depesche.annotate.names.nouns import Found
from depesche.annotate.names.rules import HYPHENS, NameRules
from depesche.lang.schema.names import bases
from depesche.records import NameType
from depesche.settings import LEAST_REPEATS
from depesche.text.fold import fold

Sentences = Sequence[tuple[Sequence[str], list[Found]]]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Types seen by name, folded and with any base form of the last word; the surnames of full names; and names of
    several words by their first."""

    votes: dict[str, Counter[NameType]]
    surnames: frozenset[str]
    longer: dict[str, list[list[str]]]


def settle_document(sentences: Sentences, rules: NameRules) -> list[list[Found]]:
    """Return the names of each sentence after looking at the report as a whole, in order."""
    votes = _votes(sentences)
    evidence = _Evidence(votes, _surnames(sentences), _by_first(votes))
    out = []
    for words, found in sentences:
        settled = [_revote(words, span, evidence, rules) for span in _as_long_as_elsewhere(words, found, evidence)]
        taken = {i for start, end, _ in settled for i in range(start, end)}
        for i, word in enumerate(words):
            if i in taken or not word[0].isupper():
                continue
            called = NameType.PERSON if rules.is_called(words, i) else _repeated(words, i, evidence, rules)
            type_ = called or (_short_house(words, evidence, rules) if i == 0 else None)
            if type_:
                settled.append((i, i + 1, type_))
        out.append(sorted(span for span in settled if not _is_month(words, span, evidence, rules)))
    return out


def _votes(sentences: Sentences) -> dict[str, Counter[NameType]]:
    votes: dict[str, Counter[NameType]] = defaultdict(Counter)
    for words, found in sentences:
        for start, end, type_ in found:
            votes[_key(words, start, end)][type_] += 1
    return votes


def _key(words: Sequence[str], start: int, end: int) -> str:
    return " ".join(fold(word) for word in words[start:end])


def _by_first(votes: dict[str, Counter[NameType]]) -> dict[str, list[list[str]]]:
    """Return the names of several words by their first word, the longest first."""
    longer = defaultdict(list)
    for key in votes:
        if " " in key:
            longer[key.split(" ", 1)[0]].append(key.split(" "))
    return {first: sorted(names, key=len, reverse=True) for first, names in longer.items()}


def _as_long_as_elsewhere(words: Sequence[str], found: list[Found], evidence: _Evidence) -> list[Found]:
    """Return the names of a sentence, the one it opens with as long as elsewhere in the report.

    A capital there tells nothing: "It belongs to Coastline Marine. Coastline | Marine said".
    """
    names = evidence.longer.get(fold(words[0]), ()) if words and words[0][0].isupper() else ()
    for name in names:
        end = len(name)
        inside = [span for span in found if span[0] < end]
        whole = len(words) > end and all(w[0].isupper() for w in (words[0], words[end - 1]))
        if whole and [fold(w) for w in words[:end]] == name and all(b <= end and b - a < end for a, b, _ in inside):
            counts = evidence.votes[" ".join(name)]
            best = min(counts, key=lambda t: (-counts[t], t.value))
            return [(0, end, best), *(span for span in found if span[0] >= end)]
    return found


def _surnames(sentences: Sentences) -> frozenset[str]:
    return frozenset(
        fold(words[end - 1])
        for words, found in sentences
        for start, end, type_ in found
        if type_ is NameType.PERSON and end - start > 1 and len(words[end - 1]) > 2
    )


def _is_surname(word: str, evidence: _Evidence, rules: NameRules) -> bool:
    return not evidence.surnames.isdisjoint(folded_bases(word, rules.lang))


def _repeated(words: Sequence[str], i: int, evidence: _Evidence, rules: NameRules) -> NameType | None:
    """Return the type of a word the tagger left out, where the report shows it as a name elsewhere."""
    word = words[i]
    if not rules.may_be_name(word):
        return None
    glued_before = i > 0 and words[i - 1] in HYPHENS
    if glued_before or (i + 1 < len(words) and words[i + 1] in HYPHENS and words[i + 2 : i + 3][:1] and
                        not (words[i + 2][0].islower() or rules.is_common(words[i + 2]))):  # fmt: skip
        return None
    if _is_surname(word, evidence, rules) and (not rules.is_common(word) or rules.is_only_name(word)):
        return NameType.PERSON
    if evidence.votes.keys().isdisjoint(folded_bases(word, rules.lang)):
        return None
    for base in bases(word, rules.lang):
        counts = evidence.votes.get(fold(base))
        if counts and (sum(counts.values()) >= LEAST_REPEATS) and not rules.is_common(word):
            return min(counts, key=lambda t: (-counts[t], t.value))
    return None


def _short_house(words: Sequence[str], evidence: _Evidence, rules: NameRules) -> NameType | None:
    """Return the type of a word that opens a sentence, and elsewhere in the report one organisation's name: "Orris
    Shipping denied it. | Orris | said". A common word needs a verb of saying behind it, and is no noun for a house."""
    word, names = words[0], evidence.longer.get(fold(words[0]), ())
    if len(names) != 1 or not rules.may_be_name(word) or (rules.is_common(word) and not rules.says(words)):
        return None
    votes = evidence.votes[" ".join(names[0])]
    return NameType.ORGANIZATION if votes.keys() == {NameType.ORGANIZATION} else None


def _revote(words: Sequence[str], span: Found, evidence: _Evidence, rules: NameRules) -> Found:
    start, end, type_ = span
    if end - start == 1 and type_ is not NameType.COUNTRY and _is_surname(words[start], evidence, rules):
        return start, end, NameType.PERSON
    if end == 1 and type_ is NameType.PERSON and _short_house(words, evidence, rules):
        return 0, 1, NameType.ORGANIZATION
    keys = [_key(words, start, end)] if end - start > 1 else [fold(base) for base in bases(words[start], rules.lang)]
    voted = [evidence.votes[key] for key in keys if key in evidence.votes]
    counts = voted[0] if len(voted) == 1 else sum(voted, Counter())
    if counts.keys() == {type_}:
        return span
    best = min(counts, key=lambda t: (-counts[t], t.value), default=type_)
    return (start, end, best) if counts[best] > 2 * counts[type_] else span


def _is_month(words: Sequence[str], span: Found, evidence: _Evidence, rules: NameRules) -> bool:
    """Say whether a one-word name is a month or weekday that is no surname here."""
    start, end, _ = span
    if end - start > 1 or not rules.is_calendar(words[start]) or rules.is_called(words, start):
        return False
    return not _is_surname(words[start], evidence, rules)
