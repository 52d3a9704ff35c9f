"""Learn which concepts translators put for each other: `python -m training.matching.relations`.

Where a sentence and its translation share a concept, the words are taken out; what is left over on both sides is
aligned by IBM Model 1 over concepts, pooled over all language pairs. Pairs that lean on each other both ways, in
several different sentences, become relations: weak evidence beside the lexicon, never part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from depesche.interlingua.compare import align
from depesche.interlingua.meaning import Meaning
from training.matching.corpora import find_data, read_training
from training.matching.rarity import analyse_row

TABLE = Path(__file__).resolve().parents[2] / "src" / "depesche" / "models" / "matching" / "relations.tsv"
ROUNDS = 6  # of expectation and maximisation; the table hardly moves after five
MIN_SENTENCES = 3  # different sentences a relation must show in
MIN_SHARE = 0.08  # how much both concepts must lean on each other (geometric mean of both directions)
EXACT = 0.85  # a link as strong as this takes a word out
NOTHING = ""

Leftover = tuple[int, tuple[str, ...], tuple[str, ...]]


def main() -> None:
    """Write the table from all training sets."""
    rows = [row for _, found in read_training(find_data()) for row in found]
    write_relations(learn_relations(analyse_row(row) for row in rows))


def learn_relations(texts: Iterable[list[Meaning]]) -> dict[tuple[str, str], float]:
    """Return strength by pair of roots, both orders of a pair alike."""
    left_over = [item for number, meanings in enumerate(texts) for item in leftovers(number, meanings)]
    shares = estimate(left_over)
    sentences: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, left, right in left_over:
        for c in left:
            for d in right:
                if c < d and shares.get((c, d), 0.0) > 0.02:
                    sentences[c, d].add(number)
    out = {}
    for (c, d), found in sentences.items():
        strength = (shares.get((c, d), 0.0) * shares.get((d, c), 0.0)) ** 0.5
        if len(found) >= MIN_SENTENCES and strength >= MIN_SHARE:
            out[c, d] = strength
    return out


def leftovers(number: int, meanings: list[Meaning]) -> Iterable[Leftover]:
    """Yield what finds no exact partner, for each ordered pair of a sentence's languages."""
    for left, right in permutations(meanings, 2):
        yield number, _unlinked(left, right), _unlinked(right, left)


def _unlinked(left: Meaning, right: Meaning) -> tuple[str, ...]:
    linked = {link.left for link in align(left.units, right.units) if link.strength >= EXACT}
    return tuple(
        dict.fromkeys(u.roots[0] for i, u in enumerate(left.units) if i not in linked and u.roots and not u.name)
    )


def estimate(left_over: list[Leftover]) -> dict[tuple[str, str], float]:
    """IBM Model 1: the share of each concept `d` among what is put for `c`. Source: Brown et al. 1993."""
    shares: dict[tuple[str, str], float] = {}
    for round_number in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        totals: dict[str, float] = defaultdict(float)
        for _, left, right in left_over:
            sources = (*left, NOTHING)
            for d in right:
                worth = [shares.get((c, d), 1e-6) if round_number else 1.0 for c in sources]
                whole = sum(worth)
                for c, w in zip(sources, worth, strict=True):
                    counts[c, d] += w / whole
                    totals[c] += w / whole
        shares = {(c, d): n / (totals[c] + 2.0) for (c, d), n in counts.items() if n > 0.05}
    return shares


def write_relations(relations: dict[tuple[str, str], float]) -> None:
    """Write the table, sorted."""
    head = "# two concepts, how much translators put one for the other; MADE BY training/matching/relations.py\n"
    lines = [f"{c}\t{d}\t{strength:.2f}\n" for (c, d), strength in sorted(relations.items())]
    TABLE.write_text(head + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
