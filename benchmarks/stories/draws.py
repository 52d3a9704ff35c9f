"""Measure stories on further random draws from the aligned documents: each document in one language drawn at random.

    python -m benchmarks.stories.draws [--draws 20] [--seed 100]

Prints one JSON object a set of languages: mean and least F1 over true pairs, wrong and missed pairs over all draws.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.floors import SHARED
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Report

Json = dict[str, Any]
Pairs = set[frozenset[str]]
PUBLISHED = "2018-09-30"  # as in the draws that are shipped with the gold
LANGUAGES = {
    "en": ("en",),
    "five": ("en", "da", "nb", "de", "pl"),
    "twelve": ("en", "da", "nb", "de", "pl", "sv", "nl", "fr", "es", "it", "ru", "uk"),
}


def read_documents(path: Path) -> dict[str, dict[str, str]]:
    """Return document -> language -> text, one sentence a line."""
    head, *lines = path.read_text("utf-8").splitlines()
    languages = head.split("\t")[1:]
    out: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        document, *sentences = line.split("\t")
        for lang, sentence in zip(languages, sentences, strict=False):
            out.setdefault(document, {}).setdefault(lang, []).append(sentence)
    return {d: {lang: "\n".join(found) for lang, found in texts.items()} for d, texts in out.items()}


def pairs_of(groups: Iterable[Iterable[str]]) -> Pairs:
    """Return all pairs inside groups."""
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(group), 2)}


def score(reports: Sequence[AnnotatedReport], gold: Json) -> tuple[float, int, int]:
    """Return F1, wrong and missed pairs; pairs inside a soft group count neither way."""
    must = pairs_of(gold["must"])
    found = pairs_of(s.reports for s in make_brief(reports, Options()).stories) - (pairs_of(gold["soft"]) - must)
    wrong, missed = len(found - must), len(must - found)
    right = len(found & must)
    return 2 * right / max(2 * right + wrong + missed, 1), wrong, missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--seed", type=int, default=100)
    args = parser.parse_args()
    data = SHARED / "data"
    if not data.is_dir():
        raise SystemExit(f"no gold data at {SHARED}: nothing to draw from (set DEPESCHE_SHARED)")
    documents = read_documents(data / "parallel" / "ntrex.dev.tsv")
    gold = json.loads((data / "stories" / "ntrex.dev.gold.json").read_text("utf-8"))
    made: dict[tuple[str, str], AnnotatedReport] = {}
    for name, languages in LANGUAGES.items():
        rows = [score(draw(documents, languages, f"{name}.{args.seed + n}", made), gold) for n in range(args.draws)]
        print(json.dumps({"languages": name, "draws": len(rows), **summarise(rows)}))


def draw(
    documents: Mapping[str, Mapping[str, str]],
    languages: Sequence[str],
    seed: str,
    made: dict[tuple[str, str], AnnotatedReport],
) -> list[AnnotatedReport]:
    """Return each document in one language; `made` keeps what is annotated for the draws that follow."""
    rng = random.Random(seed)
    out = []
    for document in sorted(documents):
        lang = rng.choice(languages)
        if (document, lang) not in made:
            report = Report(document, documents[document][lang], language=lang, published=PUBLISHED)
            made[document, lang] = annotate_report(report)
        out.append(made[document, lang])
    return out


def summarise(rows: Sequence[tuple[float, int, int]]) -> Json:
    """Return mean and least F1, and all wrong and missed pairs."""
    scores = [row[0] for row in rows]
    return {
        "mean_f1": round(sum(scores) / len(scores), 4),
        "least_f1": round(min(scores), 4),
        "wrong": sum(row[1] for row in rows),
        "missed": sum(row[2] for row in rows),
    }


if __name__ == "__main__":
    main()
