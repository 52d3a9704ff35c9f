"""Rebuild `lang/_shared/given_names.tsv`: spellings of one given name or surname across languages and scripts.

Source: rigour's table of personal names (MIT; from Wikidata, CC0), see README.md for how PERSON_NAMES_TXT is got out of
its package. Kept are names spelt in many ways, one of them Cyrillic: those that transliteration alone does not match.
Run: python -m training.names.build_given_names PERSON_NAMES_TXT
"""

from __future__ import annotations

import sys
from pathlib import Path

from depesche.text.fold import fold

OUT = Path(__file__).parents[2] / "src/depesche/lang/_shared/given_names.tsv"
LEAST_FORMS = 7
HEADER = """# Spellings of one personal name. MADE BY training/names/build_given_names.py.
# Source: rigour (MIT; Wikidata, CC0).
# `qid` is the name's Wikidata id, `forms` its folded spellings in Latin and Cyrillic letters, | between.
"""


def _scripts(form: str) -> set[str]:
    return {"latin" if "a" <= c <= "z" else "cyrillic" if "Ѐ" <= c <= "ӿ" else "other" for c in form if c.isalpha()}


def main() -> None:
    """Write the table."""
    rows = []
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        listed, _, qid = line.partition(" => ")
        forms = {fold(form) for form in listed.split(", ") if " " not in form and qid.startswith("Q")}
        kept = sorted(f for f in forms if f and " " not in f and _scripts(f) in ({"latin"}, {"cyrillic"}))
        latin = [f for f in kept if _scripts(f) == {"latin"}]
        if len(kept) >= LEAST_FORMS and len(latin) >= 3 and len(latin) < len(kept):
            rows.append((qid, "|".join(kept)))
    OUT.write_text(HEADER + "qid\tforms\n" + "".join(f"{q}\t{f}\n" for q, f in sorted(rows)), "utf-8")


if __name__ == "__main__":
    main()
