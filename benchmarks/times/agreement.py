"""Measure how often translations of one sentence are given the same times.

`python -m benchmarks.times.agreement` prints, for parallel text without any annotation, the share of sentences in
which all languages find the same values, and for each language the share in which it finds what most of the others
do. Sentences without a time in any language are left out. Translations differ now and then ("a decade", "ti år"),
so 1.0 can't be reached. Articles of odd number are the closed half; `--list LANG` prints the sentences of the open
half in which that language stands alone, `--list all` every sentence of the open half with a difference.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.times.measure import SHARED, read_times

FILES = {"flores": ("en", "da", "nb", "de", "pl"), "pud": ("en", "de", "pl")}
_PUBLISHED = "2018-09-30"  # any day: the same for all languages
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in several languages with the values found in each, sorted."""

    closed: bool
    texts: dict[str, str]
    values: dict[str, Values]

    def shared(self, lang: str) -> Values | None:
        """Return what most of the other languages found, None where no two of them agree."""
        others = Counter(values for other, values in self.values.items() if other != lang)
        values, count = min(others.items(), key=lambda row: (-row[1], row[0]))
        return values if count > 1 else None


def read_sentences(name: str) -> Iterator[Sentence]:
    """Yield the sentences with a time in any language; the rows of one article, or 5 of a file without, go together."""
    langs, article, last = FILES[name], -1, None
    with (SHARED / "data" / "parallel" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            key = row.get("source") or str(number // 5)
            article += key != last
            last = key
            texts = {lang: row[lang] for lang in langs}
            values = {lang: _values(text, lang) for lang, text in texts.items()}
            if any(values.values()):
                yield Sentence(article % 2 == 1, texts, values)


def _values(text: str, lang: str) -> Values:
    times = read_times({"text": text, "language": lang, "published": _PUBLISHED})
    return tuple(sorted(t.value for t in times))


def score(sentences: list[Sentence]) -> dict[str, float]:
    """Return the share of sentences on which all agree, and for each language on which it agrees with most others."""
    alike = [len(set(s.values.values())) == 1 for s in sentences]
    scores = {"sentences": len(sentences), "all": round(sum(alike) / len(alike), 4)}
    for lang in sentences[0].texts:
        same = [s.values[lang] == s.shared(lang) for s in sentences if s.shared(lang) is not None]
        scores[lang] = round(sum(same) / len(same), 4)
    return scores


def measure() -> dict[str, dict[str, float]]:
    table = {}
    for name in FILES:
        sentences = list(read_sentences(name))
        for half, closed in (("open", False), ("closed", True)):
            table[f"{name}.{half}"] = score([s for s in sentences if s.closed is closed])
    return table


def list_differences(lang: str) -> None:
    """Print the open sentences in which `lang` ("all": any language) differs from what most others find."""
    for name, langs in FILES.items():
        for sentence in read_sentences(name):
            if sentence.closed or len(set(sentence.values.values())) == 1:
                continue
            if lang == "all" or (lang in langs and sentence.shared(lang) not in (None, sentence.values[lang])):
                print("\n".join(f"{key}: {sentence.values[key]}  {text}" for key, text in sentence.texts.items()), "\n")


if __name__ == "__main__":
    if "--list" in sys.argv[1:]:
        list_differences(sys.argv[sys.argv.index("--list") + 1])
    else:
        print(json.dumps(measure(), indent=1))
