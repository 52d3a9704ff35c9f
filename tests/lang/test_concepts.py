"""The concept lexicon is sound: its form, its references, and no concept written twice."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from depesche.lang.schema.concepts import ConceptRow, load_concepts

LANGS = ("en", "da", "nb", "de", "pl")
POS = {"noun", "verb", "adj", "adv"}
# IPTC Media Topics, their top level.
TOPICS = {f"{number:02}000000" for number in range(1, 18)}
# PLOVER's categories of events.
EVENTS = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
ROWS = load_concepts()
# Rows of near-synonyms repeat the words of other rows on purpose, and across parts of speech.
STRICT = [row for row in ROWS if not row.table.endswith("near_synonyms.tsv")]
# Words that da, nb and de share, and the others part.
HOMOGRAPHS_IN_THREE = {
    frozenset({"depression-economic", "depression-illness"}),
    frozenset({"pound-money", "pound-weight"}),
    frozenset({"scene", "stage-theatre"}),
    frozenset({"side", "page"}),
}


def test_slugs_are_unique_and_plain() -> None:
    times = Counter(row.slug for row in ROWS)
    assert not [slug for slug, count in times.items() if count > 1]
    assert not [row.slug for row in ROWS if not row.slug.replace("-", "").isalnum() or not row.slug.isascii()]


def test_facts_are_from_the_allowed_sets() -> None:
    assert not [row.slug for row in ROWS if row.pos not in POS]
    assert not [row.slug for row in ROWS if row.topic and row.topic not in TOPICS]
    assert not [row.slug for row in ROWS if row.event and row.event not in EVENTS]


def test_bases_exist_and_make_no_ring() -> None:
    base = {row.slug: row.base for row in ROWS}
    assert not [slug for slug, up in base.items() if up and up not in base]
    assert not [slug for slug in base if _is_in_ring(slug, base)]


def _is_in_ring(slug: str, base: dict[str, str]) -> bool:
    up, seen = base[slug], set[str]()
    while up and up not in seen:
        if up == slug:
            return True
        seen.add(up)
        up = base[up]
    return False


def test_every_language_has_a_word() -> None:
    assert not [(row.slug, lang) for row in ROWS for lang in LANGS if not row.words(lang)]


def test_cells_are_tidy() -> None:
    """No word twice in a cell, no stray signs; "+" only in German."""
    for row in ROWS:
        for lang in LANGS:
            words = row.words(lang)
            assert len(set(words)) == len(words), (row.slug, lang, words)
            assert not [w for w in words if w != " ".join(w.split()) or set(w) & set('/;,()[]"“”*_=')], (row.slug, lang)
            assert lang == "de" or not [w for w in words if "+" in w], (row.slug, lang)


def test_only_german_verbs_separate() -> None:
    assert not [row.slug for row in STRICT if row.pos != "verb" and any("+" in word for word in row.words("de"))]


def test_german_nouns_are_capitalised() -> None:
    """Of a noun of several words one has the capital; abbreviations of measures have none."""
    small = [
        (row.slug, word)
        for row in STRICT
        if row.pos == "noun"
        for word in row.words("de")
        if len(word) > 3
        and not any(part[:1].isupper() or part[:1].isdigit() for part in word.replace("-", " ").split())
    ]
    assert small == []


def test_german_verbs_are_small() -> None:
    large = [
        (row.slug, word) for row in STRICT if row.pos in {"verb", "adv"} for word in row.words("de") if word.istitle()
    ]
    assert large == []


def test_no_two_rows_are_alike() -> None:
    """No two rows of a part of speech have the same words in three languages or more: they would be one concept."""
    found = []
    for one, other in _pairs_sharing_a_cell():
        if frozenset({one.slug, other.slug}) not in HOMOGRAPHS_IN_THREE:
            equal = [lang for lang in LANGS if set(one.words(lang)) == set(other.words(lang))]
            if len(equal) >= 3:
                found.append((one.slug, other.slug, equal))
    assert found == []


def _pairs_sharing_a_cell() -> list[tuple[ConceptRow, ConceptRow]]:
    cells: dict[tuple[str, str, frozenset[str]], list[ConceptRow]] = {}
    for row in STRICT:
        for lang in LANGS:
            cells.setdefault((lang, row.pos, frozenset(row.words(lang))), []).append(row)
    pairs = {(a.slug, b.slug): (a, b) for rows in cells.values() for a, b in combinations(rows, 2)}
    return [pairs[key] for key in sorted(pairs)]
