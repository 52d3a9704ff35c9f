"""The meaning layer that grouping, the ledger, the brief and the match command share."""

from depesche.interlingua.analyse import analyse_span, analyse_text
from depesche.interlingua.compare import compare
from depesche.interlingua.gloss import gloss, gloss_span
from depesche.interlingua.index import MeaningIndex
from depesche.interlingua.meaning import Comparison, Meaning, Unit
from depesche.interlingua.words import word_reader

__all__ = [
    "Comparison",
    "Meaning",
    "MeaningIndex",
    "Unit",
    "analyse_span",
    "analyse_text",
    "compare",
    "concept_slugs",
    "gloss",
    "gloss_span",
]


def concept_slugs(word: str, lang: str) -> tuple[str, ...]:
    """Return the concepts one word can express, in any of its forms; () for a word in no row."""
    return tuple(slug for part in word_reader(lang).read(word.casefold()) for slug in part.slugs)
