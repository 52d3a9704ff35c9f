"""How alike two spellings of a name are, across languages and scripts."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from depesche.lang.loader import read_toml, read_tsv
from depesche.settings import NAME_SPELLING_FLOOR, SHORTEST_FUZZY_NAME
from depesche.text.fold import fold

_DOUBLE = re.compile(r"(.)\1+")


@cache
def _letters() -> dict[int, str]:
    entries = " ".join(read_toml(None, "transliteration.toml").get("letters", [])).split()
    return {ord(left): right for left, _, right in (entry.partition("=") for entry in entries)}


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = " ".join(read_toml(None, "transliteration.toml").get("spellings", [])).split()
    table = {left: right for left, _, right in (entry.partition("=") for entry in entries)}
    longest = sorted(table, key=lambda part: (-len(part), part))
    return re.compile("|".join(map(re.escape, longest)) or "(?!)"), table


@lru_cache(maxsize=50_000)
def spelling_key(word: str) -> str:
    """Return a key that most spellings of one name share ("Schoigu", "Szojgu", "Шойгу": soigu)."""
    pattern, table = _spellings()
    text = fold(word).translate(_letters()).replace(" ", "")
    text = pattern.sub(lambda m: table[m.group()], text)
    return _DOUBLE.sub(r"\1", text)


@cache
def _name_groups() -> dict[str, frozenset[str]]:
    """Return, for each folded form of a personal name, the ids of the names it can be."""
    groups: dict[str, set[str]] = {}
    for row in read_tsv(None, "given_names.tsv"):
        for form in row["forms"].split("|"):
            groups.setdefault(form, set()).add(row["qid"])
    for group in read_toml(None, "transliteration.toml").get("equivalents", {}).get("groups", []):
        for form in group.split():
            groups.setdefault(form, set()).add(f"short:{group.split()[0]}")
    return {form: frozenset(ids) for form, ids in groups.items()}


@lru_cache(maxsize=50_000)
def likeness(a: str, b: str) -> tuple[float, str]:
    """Return how alike two words of a name are, 0 to 1, and why; both folded. 0 means they differ."""
    if a == b:
        return 1.0, ""
    shared = _name_groups().get(a, frozenset()) & _name_groups().get(b, frozenset())
    if shared:
        return 0.95, f"{a} and {b} are one name ({min(shared)})"
    left, right = spelling_key(a), spelling_key(b)
    if left == right and len(left) > 1:
        return 0.95, f"{a} and {b} are spellings of {left}"
    if min(len(left), len(right)) < SHORTEST_FUZZY_NAME or left[0] != right[0]:
        return 0.0, ""
    alike = float(Levenshtein.normalized_similarity(left, right))
    if alike >= NAME_SPELLING_FLOOR:
        return alike, f"{a} and {b} differ by transliteration ({left}, {right})"
    return 0.0, ""


def is_initial(a: str, b: str) -> bool:
    """Say whether one word is the other's first letter."""
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)
