"""An English (or other) gloss of a sentence from concepts and names: readable, deterministic, never a translation."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.interlingua.lexicon import TARGETS, load_concepts_table
from depesche.interlingua.words import word_reader
from depesche.records import AnnotatedReport, Span
from depesche.text.tokens import tokenize


def gloss(text: str, lang: str | None, target: str = "en") -> str:
    """Return a gloss of a text; a word in no row stands as it is between ‹ and ›."""
    if lang == target:
        return text
    reader, table = word_reader(lang), load_concepts_table()
    place = TARGETS.index(target)
    out = []
    for token in tokenize(text):
        if not token.text[0].isalpha() or token.lower in reader.function_words:
            continue
        for part in reader.read(token.lower):
            lemma = table[part.slugs[0]].lemmas[place] if part.slugs else ""
            out.append(lemma or (token.text if token.text[0].isupper() else f"‹{part.form}›"))
    return " ".join(out)


def gloss_span(report: AnnotatedReport, spans: Sequence[Span], target: str = "en") -> str:
    """Return a gloss of spans of a report."""
    return " … ".join(gloss(report.text[s:e], report.language, target) for s, e in spans)
