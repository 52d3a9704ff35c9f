"""Build models/morphology/pl.tsv: what form a Polish word can be, by its ending.

    python -m training.morphology.build DATA_FOLDER

Every form of every lemma that plWordNet, `speech.toml` or the training text knows is analysed with Morfeusz 2; what all
forms with an ending share becomes the row of that ending, and a longer ending has a row only where it differs. The
words of the training text come out exactly; of other words the table is right as far as their endings tell.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import morfeusz2

from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.morphology import WHOLE
from depesche.lang.schema.speech_files import load_speech
from depesche.text.tokens import tokenize

OUT = Path(__file__).parents[2] / "src" / "depesche" / "models" / "morphology" / "pl.tsv"
LEAST = 2  # forms an ending must set right to have a row; a word of the training text counts as so many
OBLIQUE: Final = {"gen": "g", "dat": "d", "acc": "a", "inst": "i", "loc": "l"}
SINGULAR: Final = {"m": "M", "f": "F", "n": "N"}
PAST: Final = {"m": "1", "f": "2", "n": "3"}
NOUNS: Final = frozenset({"subst", "ger", "ppron3"})
ADJECTIVES: Final = frozenset({"adj", "ppas", "pact", "num"})
SIMPLE: Final = {"pred": "6", "imps": "8", "inf": "9", "impt": "0", "pcon": "c", "pant": "c"}
HEADER = """\
# Endings of Polish words and the forms they can be (codes: lang/schema/morphology.py); "^" opens a whole word.
# MADE BY training/morphology/build.py, which names sources and licences: build it anew instead of mending it.
"""


def read_words(folder: Path) -> Counter[str]:
    """Count the words of the training text."""
    words: Counter[str] = Counter()
    with (folder / "names" / "pl.train.jsonl").open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    with (folder / "parallel" / "tatoeba" / "pl-en.tsv").open(encoding="utf-8", newline="") as file:
        texts += [row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    for text in texts:
        words.update(t.lower for t in tokenize(text) if t.text.isalpha())
    return words


def read_lemmas(folder: Path) -> Iterator[str]:
    """Yield the single words of plWordNet."""
    with (folder / "lexicon" / "omw.pl.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[1].isalpha() and row[1].islower():
                yield row[1]


def codes(tag: str) -> frozenset[str]:
    """Return the codes of one Morfeusz tag; none for a title that never inflects ("pani minister")."""
    part = tag.split(":")
    if part[0] in NOUNS | ADJECTIVES and len(part) > 3:
        return _nominal(part)
    if part[0] in ("praet", "winien", "cond"):
        return _past(part)
    if part[0] in ("fin", "bedzie"):
        return frozenset("0" if part[2] != "ter" else "6" if part[1] == "sg" else "7")
    return frozenset(SIMPLE.get(part[0], "x"))


def _nominal(part: list[str]) -> frozenset[str]:
    numbers, cases, genders = (p.split(".") for p in part[1:4])
    if len(numbers) == 2:
        return frozenset()
    found = {OBLIQUE[c] for c in cases if c in OBLIQUE}
    if "nom" in cases and numbers == ["sg"]:
        found |= {SINGULAR[g[0]] for g in genders}
    elif "nom" in cases:
        found |= {"P" if g == "m1" else "Q" for g in genders}
    if not found:
        return frozenset()
    man = part[0] == "subst" and "m1" in genders
    return frozenset(found | {"j" if part[0] in ADJECTIVES else "o"} | ({"h"} if man else set()))


def _past(part: list[str]) -> frozenset[str]:
    if "pri" in part or "sec" in part:
        return frozenset("0")
    genders = part[2].split(".")
    if part[1] == "sg":
        return frozenset(PAST[g[0]] for g in genders)
    return frozenset("4" if g == "m1" else "5" for g in genders)


def analyse(analyser: Any, word: str) -> str:
    """Return the codes of a word in alphabetical order, "" for one that Morfeusz doesn't know.

    A form in parts ("widział" + "em") is a verb in the first or second person, or a conditional in the third.
    """
    parts = analyser.analyse(word)
    whole = [p for p in parts if p[1] == 1] if max(p[1] for p in parts) == 1 else []
    if not whole:
        if any("aglt" in p[2][2] for p in parts):
            return "0"
        whole = [p for p in parts if p[0] == 0 and p[2][2].startswith(("praet", "cond"))]
    tags = [p[2][2] for p in whole if not (word.islower() and "nazwisko" in p[2][3])]
    return "" if "ign" in tags else "".join(sorted(frozenset().union(*map(codes, tags))))


def all_forms(analyser: Any, words: Iterable[str], lemmas: Iterable[str]) -> set[str]:
    """Return the words and all forms of the lemmas, in small letters; Morfeusz makes no personal past ("byłem")."""
    forms = set(words)
    past = [rule for rule in load_forms("pl").inflections if rule.pos == "praet"]
    for lemma in sorted(set(lemmas)):
        for form, _, tag, *_ in analyser.generate(lemma):
            if not (form.isalpha() and form.islower()) or "neg" in tag:
                continue
            forms.add(form)
            for rule in past if tag.startswith("praet") else ():
                if form.endswith(rule.ends):
                    forms.update(form[: len(form) - rule.drop] + more for more in rule.add)
    return forms


def endings(known: Mapping[str, str], seen: Mapping[str, int]) -> dict[str, str]:
    """Return the shortest endings that tell the codes of all words: a longer one only where it differs."""
    rows: dict[str, str] = {}
    items = sorted((word[::-1], found, LEAST if seen.get(word) else 1) for word, found in known.items())

    def settle(low: int, high: int, depth: int, inherited: str) -> None:
        count: Counter[str] = Counter()
        for _, found, weight in items[low:high]:
            count[found] += weight
        best, most = min(count.items(), key=lambda item: (-item[1], item[0]))
        if most - count[inherited] >= LEAST:
            rows[items[low][0][:depth][::-1]] = inherited = best
        while low < high and len(items[low][0]) == depth:
            if items[low][1] != inherited and items[low][2] >= LEAST:
                rows[WHOLE + items[low][0][::-1]] = items[low][1]
            low += 1
        while low < high and (len(count) > 1 or inherited not in count):
            stop = next((k for k in range(low, high) if items[k][0][depth] != items[low][0][depth]), high)
            settle(low, stop, depth + 1, inherited)
            low = stop

    settle(0, len(items), 0, "")
    return rows


def main() -> None:
    folder = Path(sys.argv[1])
    analyser = morfeusz2.Morfeusz(generate=True)
    seen = read_words(folder)
    lemmas = {*read_lemmas(folder)} | {p[2][1].split(":")[0] for word in sorted(seen) for p in analyser.analyse(word)}
    seen.update(
        word for table in (load_speech("pl").nouns, load_speech("pl").index) for word in table if word.isalpha()
    )
    known = {form: found for form in all_forms(analyser, seen, lemmas) if (found := analyse(analyser, form))}
    rows = endings(known, seen)
    OUT.write_text(HEADER + "".join(f"{ending}\t{found}\n" for ending, found in sorted(rows.items())), "utf-8")
    print(f"{len(rows)} endings for {len(known)} forms")


if __name__ == "__main__":
    main()
