"""How much of an English reference a gloss holds: `python -m benchmarks.coverage.gloss`.

For 100 sentences of ntrex.dev per language: the share of the reference's content words whose concept (or whose name)
stands in the gloss. The gloss is read as English text, by the same analysis.
"""

from __future__ import annotations

import json
from pathlib import Path

from training.matching.corpora import LANGS, Row, find_data, read_table

from depesche.interlingua.analyse import analyse_text
from depesche.interlingua.compare import align
from depesche.interlingua.gloss import gloss

SENTENCES = 100
FOUND = 0.8  # strength of a link from which a word counts as found: the concept, its family, or the name


def found_share(rows: list[Row], lang: str) -> float:
    """Return the share of the references' content words that the glosses hold."""
    found = total = 0
    for row in rows:
        reference = analyse_text(row["en"], "en").units
        shown = analyse_text(gloss(row[lang], lang).replace("‹", "").replace("›", ""), "en").units
        total += len(reference)
        found += sum(link.strength >= FOUND for link in align(reference, shown))
    return found / max(1, total)


def measure(data: Path) -> dict[str, dict[str, float]]:
    """Return the share by language over every seventh sentence, and over the open and the closed documents of these."""
    rows = read_table(data / "parallel" / "ntrex.dev.tsv")
    place = {name: i for i, name in enumerate(sorted({row["document"] for row in rows}))}
    step = len(rows) // SENTENCES
    chosen = rows[::step][:SENTENCES]
    out = {}
    for lang in LANGS[1:]:
        halves = {
            name: found_share([row for row in chosen if place[row["document"]] % 2 in keep], lang)
            for name, keep in (("all", (0, 1)), ("open", (0,)), ("closed", (1,)))
        }
        out[lang] = {name: round(share, 4) for name, share in halves.items()}
    return out


if __name__ == "__main__":
    print(json.dumps(measure(find_data()), indent=1))
