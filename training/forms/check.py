"""Check the concept rows: `python -m training.forms.check`. Prints what a person should look at.

Exit status 1 where a row is broken.
Broken: a slug in two rows, an unknown part of speech, a base that is no row, a row without a word in some language.
To look at: lemmas that no dictionary of the language knows, words that stand in very many rows.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from depesche.lang.schema.concepts import ConceptRow, concept_languages, load_concepts
from depesche.text.tokens import tokenize
from training.forms.inflect import make_inflector

PARTS_OF_SPEECH = frozenset({"noun", "verb", "adj", "adv"})
MANY_ROWS = 9  # rows from which a word says too little


def main() -> int:
    """Print both lists."""
    rows = load_concepts()
    broken = list(find_broken(rows))
    for line in broken:
        print("broken:", line)
    for lang in concept_languages():
        print(f"{lang}: unknown to the dictionary:", "|".join(unknown_lemmas(rows, lang)))
        print(f"{lang}: in many rows:", " ".join(f"{word}:{n}" for word, n in crowded(rows, lang)))
    return 1 if broken else 0


def find_broken(rows: Iterable[ConceptRow]) -> Iterator[str]:
    """Yield a line for each fault that a test should fail on."""
    rows = list(rows)
    slugs = Counter(row.slug for row in rows)
    for slug, n in sorted(slugs.items()):
        if n > 1:
            yield f"slug {slug!r} stands in {n} rows: {', '.join(r.table for r in rows if r.slug == slug)}"
    for row in rows:
        if row.pos not in PARTS_OF_SPEECH:
            yield f"{row.table}: {row.slug}: part of speech {row.pos!r}"
        if row.base and row.base not in slugs:
            yield f"{row.table}: {row.slug}: base {row.base!r} is no row"
        missing = [lang for lang in concept_languages() if not row.words(lang)]
        if missing:
            yield f"{row.table}: {row.slug}: no word in {', '.join(missing)}"


def unknown_lemmas(rows: Iterable[ConceptRow], lang: str) -> list[str]:
    """Return single-word lemmas that the language's dictionary doesn't know; compounds are often among them."""
    inflector = make_inflector(lang)
    words = {w.replace("+", "") for row in rows for w in row.words(lang) if len(tokenize(w.replace("+", ""))) == 1}
    return sorted(word for word in words if not inflector.knows(word))


def crowded(rows: Iterable[ConceptRow], lang: str) -> list[tuple[str, int]]:
    """Return the words that stand in many rows, with how many."""
    counts = Counter(word for row in rows for word in row.words(lang))
    return [(word, n) for word, n in counts.most_common(60) if n >= MANY_ROWS]


if __name__ == "__main__":
    sys.exit(main())
