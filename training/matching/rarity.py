"""Count how rare concepts are and which reading a word mostly has: `python -m training.matching.rarity`.

A reading of a word counts where a translation of the sentence shows the same concept; so an ambiguous word's
likeliest concept is known from text, with no tagged corpus.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path

from depesche.interlingua.analyse import analyse_text
from depesche.interlingua.lexicon import load_concepts_table, load_lexicon
from depesche.interlingua.meaning import Meaning
from training.matching.corpora import Row, find_data, read_training

MODELS = Path(__file__).resolve().parents[2] / "src" / "depesche" / "models" / "rarity"
UNCONFIRMED = 0.2  # what a reading counts that no translation shows
MIN_SEEN = 2  # occurrences from which a share is written

Reading = tuple[str, str, str]  # language, lemma, slug


def main() -> None:
    """Write both tables."""
    seen: dict[str, float] = defaultdict(float)
    candidates: Counter[Reading] = Counter()
    confirmed: Counter[Reading] = Counter()
    texts = 0
    for _, rows in read_training(find_data()):
        for row in rows:
            meanings = analyse_row(row)
            texts += len(meanings)
            count_row(meanings, seen, candidates, confirmed)
    MODELS.mkdir(parents=True, exist_ok=True)
    write_rarity(seen, texts)
    write_readings(candidates, confirmed)


def analyse_row(row: Row) -> list[Meaning]:
    """Return the meanings of a row's sentences, one a language."""
    return [analyse_text(text, lang) for lang, text in row.items()]


def count_row(
    meanings: list[Meaning],
    seen: dict[str, float],
    candidates: Counter[Reading],
    confirmed: Counter[Reading],
) -> None:
    slugs = [{s for unit in m.units for s in unit.concepts} for m in meanings]
    for i, meaning in enumerate(meanings):
        others = set().union(*(s for j, s in enumerate(slugs) if j != i))
        lexicon = load_lexicon(meaning.lang)
        roots: dict[str, float] = {}
        for unit in meaning.units:
            for slug, root in zip(unit.concepts, unit.roots, strict=True):
                right = slug in others
                sure = 1.0 if right or len(unit.concepts) == 1 else UNCONFIRMED
                roots[root] = max(roots.get(root, 0.0), sure)
            for entry in lexicon.forms.get(unit.form.casefold(), ()) if len(unit.concepts) > 1 else ():
                for slug in entry.slugs:
                    candidates[meaning.lang or "", entry.lemma, slug] += 1
                    confirmed[meaning.lang or "", entry.lemma, slug] += slug in others
        for root, share in roots.items():
            seen[root] += share


def write_rarity(seen: dict[str, float], texts: int) -> None:
    roots = sorted({concept.root for concept in load_concepts_table().values()})
    # Half a sighting for each: a concept never seen in 10,000 sentences is rare, not infinitely so.
    lines = [f"{root}\t{min(9.0, -math.log((seen[root] + 0.5) / texts)):.2f}\n" for root in roots if seen[root] > 0]
    head = "# root of a concept, rarity in nats; MADE BY training/matching/rarity.py\n"
    (MODELS / "concepts.tsv").write_text(head + "".join(lines), "utf-8")


def write_readings(candidates: Counter[Reading], confirmed: Counter[Reading]) -> None:
    lines = [
        f"{lang}\t{lemma}\t{slug}\t{(confirmed[lang, lemma, slug] + 0.5) / (n + 3):.2f}\n"
        for (lang, lemma, slug), n in sorted(candidates.items())
        if n >= MIN_SEEN
    ]
    head = "# language, lemma, concept, share of occurrences that a translation bears out; MADE BY the same script\n"
    (MODELS / "readings.tsv").write_text(head + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
