"""How many content words of news the lexicon knows: `python -m benchmarks.coverage.measure`.

A content word is a word that is no function word, no number or calendar word and no name. Names are told by
capitals, and in German, where capitals tell nothing, by an equal word written with a capital in the English sentence.
`--gaps LANG` lists the commonest words that no concept covers, from text that may train; never from ntrex.dev.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.matching.corpora import LANGS, Row, find_data, read_table, read_training

from depesche.interlingua.analyse import analyse_text
from depesche.interlingua.clues import find_figures
from depesche.interlingua.cognates import cognate_key, key_similarity
from depesche.interlingua.meaning import Unit
from depesche.interlingua.words import word_reader
from depesche.text.tokens import tokenize

FLOORS = Path(__file__).parent / "floors.json"


def content_units(text: str, lang: str, names: frozenset[str]) -> Iterator[Unit]:
    """Yield the units of a text that count: no names by capitals, and none whose key is a name in English."""
    for unit in analyse_text(text, lang).units:
        if unit.name or any(key_similarity(unit.key, name) >= 0.85 for name in names if not unit.concepts):
            continue
        yield unit


def english_names(text: str) -> frozenset[str]:
    """Return the keys of the words that the English sentence writes with a capital, the first word left out."""
    words = [token.text for token in tokenize(text)][1:]
    return frozenset(cognate_key(word, "en") for word in words if word[0].isupper() and len(word) > 2)


def coverage(rows: Iterable[Row], lang: str) -> tuple[int, int, Counter[str]]:
    """Return how many content words a concept covers, how many there are, and the ones left over by frequency."""
    known = total = 0
    missing: Counter[str] = Counter()
    for row in rows:
        if lang not in row:
            continue
        for unit in content_units(row[lang], lang, english_names(row.get("en", ""))):
            total += 1
            known += bool(unit.concepts)
            if not unit.concepts:
                missing[unit.form.casefold()] += 1
    return known, total, missing


def function_share(rows: Iterable[Row], lang: str) -> float:
    """Return the share of word tokens that count as content: a low one would hide gaps among function words."""
    reader = word_reader(lang)
    words = content = 0
    for row in rows:
        if lang in row:
            tokens = tokenize(row[lang])
            used = find_figures(tokens, reader.forms)[2]
            words += sum(t.text[0].isalpha() for i, t in enumerate(tokens) if i not in used)
            content += len(list(content_units(row[lang], lang, frozenset())))
    return content / max(1, words)


def main() -> None:
    """Print coverage of ntrex.dev by language and half, or the gaps in training text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gaps", metavar="LANG", help="list uncovered words of training text")
    parser.add_argument("--top", type=int, default=150)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a language lies below its floor")
    args = parser.parse_args()
    data = find_data()
    if args.gaps:
        rows = [row for _, found in read_training(data) for row in found]
        known, total, missing = coverage(rows, args.gaps)
        print(f"{known / total:.3f}", " ".join(f"{word}:{n}" for word, n in missing.most_common(args.top)))
        return
    found = measure(data)
    print(json.dumps(found, indent=1))
    floor = json.loads(FLOORS.read_text("utf-8"))["coverage"]
    below = [lang for lang, parts in found.items() if parts["all"] < floor]
    if args.check and below:
        parser.exit(1, f"coverage: below {floor} in {', '.join(below)}\n")


def measure(data: Path) -> dict[str, dict[str, float]]:
    """Return coverage by language: of all documents, of the even ones (open) and the odd ones (closed)."""
    rows = read_table(data / "parallel" / "ntrex.dev.tsv")
    documents = sorted({row["document"] for row in rows})
    place = {name: i for i, name in enumerate(documents)}
    out = {}
    for lang in LANGS:
        parts = {}
        for half, keep in (("all", (0, 1)), ("open", (0,)), ("closed", (1,))):
            known, total, _ = coverage((r for r in rows if place[r["document"]] % 2 in keep), lang)
            parts[half] = round(known / total, 4)
        out[lang] = parts | {"content_share": round(function_share(rows, lang), 3)}
    return out


if __name__ == "__main__":
    main()
