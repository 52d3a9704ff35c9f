"""How well compounds are glossed: `python -m benchmarks.coverage.compounds`.

`compounds.tsv` holds compounds of the news with the words that a gloss of them should hold; every second row is closed
(not to be looked at while rules are made). A compound counts where each word of its gloss is there, in either number.
`--missed da` prints the open compounds that fall short.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from depesche.interlingua.english import plural
from depesche.interlingua.gloss import gloss

TABLE = Path(__file__).with_name("compounds.tsv")
LANGS = ("da", "nb", "de")


def read_rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def holds(shown: str, wanted: str) -> bool:
    """Say whether a gloss has one of the alternatives of each wanted word; a word may stand for two ("warship")."""
    words = shown.casefold().replace("-", " ").split()
    return all(
        any(option in words or plural(option) in words for option in part.split("/"))
        for part in wanted.split(" ")
        if part != "of"
    )


def measure(lang: str, rows: list[dict[str, str]]) -> float:
    """Return the share of a language's compounds whose gloss holds what it should."""
    return sum(holds(gloss(row[lang], lang), row["en"]) for row in rows) / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", metavar="LANG", choices=LANGS)
    args = parser.parse_args()
    rows = read_rows()
    if args.missed:
        for row in rows[::2]:
            shown = gloss(row[args.missed], args.missed)
            if not holds(shown, row["en"]):
                print(row[args.missed], shown, row["en"], sep="\t")
        return
    shares = {
        lang: {half: round(measure(lang, part), 3) for half, part in (("open", rows[::2]), ("closed", rows[1::2]))}
        for lang in LANGS
    }
    print(json.dumps(shares, indent=1))


if __name__ == "__main__":
    main()
