"""Evidence that two reports' entities are one, or are not. Each piece is a sentence a reader can check."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.records import NameType
from depesche.resolve.local import Local
from depesche.resolve.mentions import same_words
from depesche.resolve.spelling import is_initial, likeness


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two are one, and why; `same` None where nothing is known either way."""

    same: bool | None
    why: str


_UNKNOWN = Verdict(None, "")


def compare(a: Local, b: Local) -> Verdict:
    """Compare two entities of different reports by name alone; precision before recall."""
    if a.known and b.known:
        return _compare_known(a, b)
    if a.is_person != b.is_person:
        return _UNKNOWN
    if a.is_person:
        return _compare_persons(a, b)
    return _compare_others(a, b)


def _compare_known(a: Local, b: Local) -> Verdict:
    assert a.known and b.known
    if a.known.id == b.known.id:
        qid = f" ({a.known.qid})" if a.known.qid else ""
        return Verdict(True, f"{a.name}: a known entity{qid}, {a.forms[0]} and {b.forms[0]} are forms of it")
    return Verdict(False, f"{a.known.name} and {b.known.name} are two known entities")


def _compare_persons(a: Local, b: Local) -> Verdict:
    """Full names only: a surname alone says too little across reports."""
    if len(a.words) < 2 or len(b.words) < 2:
        return _UNKNOWN
    straight = _aligned(a, b, a.words[0], b.words[0], a.words[-1], b.words[-1])
    if straight.same or len(a.words) != len(b.words):
        return straight
    turned = _aligned(a, b, a.words[0], b.words[-1], a.words[-1], b.words[0])
    if turned.same:
        return Verdict(True, turned.why + "; given name and surname change places")
    return straight


def _aligned(
    a: Local,
    b: Local,
    first_a: tuple[str, ...],
    first_b: tuple[str, ...],
    last_a: tuple[str, ...],
    last_b: tuple[str, ...],
) -> Verdict:
    surname, why_surname = _best(last_a, last_b)
    given, why_given = _best(first_a, first_b)
    if any(is_initial(x, y) for x in first_a[:1] for y in first_b[:1]):
        given, why_given = max(given, 0.9), f"{first_a[0]} and {first_b[0]}: an initial"
    exact = min(surname, given) >= 0.9
    # A fuzzy match needs two languages, where transliteration differs, and one word that is certain.
    fuzzy = a.language != b.language and min(surname, given) > 0 and max(surname, given) >= 0.95
    if not (exact or fuzzy):
        return _UNKNOWN
    if len(a.words) == len(b.words) > 2 and not all(_best(x, y)[0] for x, y in zip(a.words, b.words, strict=True)):
        return Verdict(False, f"{a.name} and {b.name} differ in a middle name")
    reasons = [why for why in (why_given, why_surname) if why]
    return Verdict(True, f"{a.name} and {b.name}: " + ("; ".join(reasons) or "same given name and surname"))


def _best(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    if shared := [x for x in a if x in b]:
        return 1.0, "" if shared[0] in (a[0], b[0]) else f"{a[0]} and {b[0]} are case forms of {shared[0]}"
    return max((likeness(x, y) for x in a[:3] for y in b[:3]), default=(0.0, ""))


def _compare_others(a: Local, b: Local) -> Verdict:
    if bool(a.known) != bool(b.known):
        return _UNKNOWN  # the table knows the forms of its entities; a form it lacks is something else
    places = {NameType.PLACE, NameType.COUNTRY}
    if (a.type in places) != (b.type in places):
        return _UNKNOWN
    if same_words(a.words, b.words):
        return Verdict(True, f"{a.name} and {b.name} are the same name")
    if a.type in places and a.language != b.language and len(a.words) == len(b.words):
        found = [_best(x, y) for x, y in zip(a.words, b.words, strict=True)]
        if found and min(score for score, _ in found) >= 0.95:
            return Verdict(True, f"{a.name} and {b.name} are spellings of one place")
    return _UNKNOWN
