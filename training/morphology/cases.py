"""Build models/morphology/pl.cases.tsv and pl.perfective.txt, which glosses read.

    python -m training.morphology.cases DATA_FOLDER

The first says by its ending which cases and numbers a Polish noun or adjective can have: every form of the lexicon's
lemmas and every word of the training text, analysed with Morfeusz 2 and packed as in `build.py`. The second lists the
verbs of the lexicon that are perfective: their present form tells the future.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import morfeusz2

from depesche.lang.schema.concepts import load_concepts
from training.morphology.build import OUT, endings, read_words

CASES: Final = {"nom": "n", "gen": "g", "dat": "d", "acc": "a", "inst": "i", "loc": "l"}
NOMINAL: Final = frozenset({"subst", "ger", "adj", "ppas", "pact"})
HEADER = """\
# {what} (codes: lang/schema/morphology.py).
# MADE BY training/morphology/cases.py, which names sources: build it anew instead of mending it.
"""


def codes(tag: str) -> frozenset[str]:
    """Return case and number of one Morfeusz tag: a small letter in the singular, a capital in the plural."""
    part = tag.split(":")
    if part[0] not in NOMINAL or len(part) < 4:
        return frozenset()
    letters = "".join(CASES.get(case, "") for case in part[2].split("."))
    numbers = part[1].split(".")
    return frozenset(letters if "sg" in numbers else "") | frozenset(letters.upper() if "pl" in numbers else "")


def analyse(analyser: Any, word: str) -> str:
    """Return the codes of a word in alphabetical order; "" for one that is no noun or adjective."""
    found = [parts[2][2] for parts in analyser.analyse(word) if "nazwisko" not in parts[2][3] and parts[1] == 1]
    return "".join(sorted(frozenset().union(*map(codes, found))))


def lexicon_lemmas(pos: Iterable[str]) -> set[str]:
    """Return the lexicon's single Polish words of some parts of speech, reflexive pronouns taken off."""
    wanted = frozenset(pos)
    lemmas = {word.removesuffix(" się") for row in load_concepts() if row.pos in wanted for word in row.words("pl")}
    return {lemma for lemma in lemmas if lemma.isalpha()}


def is_perfective(analyser: Any, lemma: str) -> bool:
    """Say whether a verb is perfective in all its readings."""
    tags = [parts[2][2].split(":") for parts in analyser.analyse(lemma) if parts[2][2].startswith("inf")]
    return bool(tags) and all("perf" in tag for tag in tags)


def main() -> None:
    analyser = morfeusz2.Morfeusz(generate=True)
    seen = read_words(Path(sys.argv[1]))
    forms = set(seen)
    for lemma in sorted(lexicon_lemmas(("noun", "adj"))):
        forms.update(form for form, _, tag, *_ in analyser.generate(lemma) if form.isalpha() and "neg" not in tag)
    known = {form: found for form in sorted(forms) if (found := analyse(analyser, form))}
    rows = endings(known, {form: n for form, n in seen.items() if n > 1})
    head = HEADER.format(what="Endings of Polish nouns and adjectives, and their cases")
    OUT.with_name("pl.cases.tsv").write_text(
        head + "".join(f"{ending}\t{found}\n" for ending, found in sorted(rows.items())), "utf-8"
    )
    verbs = sorted(lemma for lemma in lexicon_lemmas(("verb",)) if is_perfective(analyser, lemma))
    head = HEADER.format(what="Perfective Polish verbs")
    OUT.with_name("pl.perfective.txt").write_text(head + "".join(verb + "\n" for verb in verbs), "utf-8")
    right = sum(_packed(rows, form) == found for form, found in known.items())
    print(f"{len(rows)} endings for {len(known)} forms, {right / len(known):.3f} of them exact; {len(verbs)} verbs")


def _packed(rows: dict[str, str], word: str) -> str:
    keys = ("^" + word, *(word[cut:] for cut in range(len(word) + 1)))
    return next((rows[key] for key in keys if key in rows), "")


if __name__ == "__main__":
    main()
