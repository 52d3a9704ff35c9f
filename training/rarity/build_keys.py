"""Build models/rarity/keys.tsv: how common a word or name is in news, by its spelling-normalised key.

    python -m training.rarity.build_keys DATA_FOLDER

Counts sentences, not words, in permitted text (FLORES, PUD, Tatoeba: CC BY(-SA); UNER, webnews: CC BY(-SA); GermEval
and smartdata: CC BY; NorNE: annotations CC0). Of several languages the one where the key is commonest decides: a word
that is common in one language must not pass for a rare name because others lack it. Keys seen in one sentence only
are left out, so no row tells of a single text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from depesche.interlingua.cognates import cognate_key
from depesche.text.tokens import tokenize

OUT = Path(__file__).parents[2] / "src" / "depesche" / "models" / "rarity" / "keys.tsv"
NAMES = ("da.train", "de.train", "de.train2", "en.train", "nb.train", "sv.train")
PARALLEL = ("pud", "flores")
LEAST_SENTENCES = 1000  # a language with fewer gives no rates
SHRINK = 4000  # sentences without the key added to each language: small corpora are no measure of the rare
LEAST_RATE = 8.0  # of 100,000 sentences; what is rarer counts as unseen
HEADER = """\
# Keys of words and names (interlingua/cognates.py) and how many of 100,000 sentences hold one, in the language
# where it is commonest.
# MADE BY training/rarity/build_keys.py, which names sources and licences: build it anew instead of mending it.
"""


def read_sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (language, sentence) of all permitted text."""
    for name in NAMES:
        for line in (folder / "names" / f"{name}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            yield record["language"], record["text"]
    for name in PARALLEL:
        lines = (folder / "parallel" / f"{name}.tsv").read_text("utf-8").splitlines()
        languages = lines[0].split("\t")[1:]
        for line in lines[1:]:
            yield from zip(languages, line.split("\t")[1:], strict=True)
    for path in sorted((folder / "parallel" / "tatoeba").glob("*-en.tsv")):
        for line in path.read_text("utf-8").splitlines():
            left, _, right = line.partition("\t")
            yield from ((path.name[:2], left), ("en", right))


def main() -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sentences: Counter[str] = Counter()
    for lang, text in read_sentences(Path(sys.argv[1])):
        sentences[lang] += 1
        keys = {cognate_key(t.text, lang) for t in tokenize(text) if t.text[0].isalpha() and len(t.text) > 1}
        counts[lang].update(keys - {""})
    best: dict[str, float] = defaultdict(float)
    for lang, counter in counts.items():
        if sentences[lang] < LEAST_SENTENCES:
            continue
        for key, n in counter.items():
            rate = 100_000 * (n - 1) / (sentences[lang] + SHRINK)
            if rate >= LEAST_RATE:
                best[key] = max(best[key], rate)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{key}\t{rate:.0f}\n" for key, rate in sorted(best.items()))
    OUT.write_text(HEADER + "key\trate\n" + rows, "utf-8")
    print(f"{len(best)} keys from {sum(sentences.values())} sentences in {len(sentences)} languages")


if __name__ == "__main__":
    main()
