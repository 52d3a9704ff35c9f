"""From text to `Meaning`: content read by `reading`, figures and dates apart, readings ranked by their neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from depesche import settings
from depesche.interlingua.clues import find_figures
from depesche.interlingua.lexicon import load_concepts_table
from depesche.interlingua.meaning import Meaning, Unit
from depesche.interlingua.reading import Item, read_items
from depesche.interlingua.words import word_reader
from depesche.records import AnnotatedReport, Name, Span, Token
from depesche.text.tokens import tokenize

ADDITIVE = "not only"  # what the phrases of all languages that add instead of negating say in English


def analyse_text(text: str, lang: str | None) -> Meaning:
    """Return the meaning of a bare string in a language; without a known language names, figures and keys remain."""
    return _analyse(text, lang, tokenize(text), ())


def analyse_quickly(text: str, lang: str | None) -> Meaning:
    """Return the meaning of a bare string for an index: readings are not ranked by neighbours, events left out."""
    reader, tokens = word_reader(lang), tokenize(text)
    figures, dates, used = find_figures(tokens, reader.forms)
    units = tuple(unit for item in read_items(tokens, reader, used) for unit in item.units)
    return Meaning(text, lang, units, figures, dates)


def analyse_span(report: AnnotatedReport, spans: Sequence[Span]) -> Meaning:
    """Return the meaning of one or more spans of a report, with the names its annotators found there.

    Every stage reads the same sentences, and copies share them: what was read of one span is kept.
    """
    if len(spans) == 1:
        start, end = spans[0]
        inside = [n for n in report.names if start <= n.span.start and n.span.end <= end]
        moved = tuple(replace(n, span=Span(n.span.start - start, n.span.end - start)) for n in inside)
        return _analyse_once(report.text[start:end], report.language, moved)
    tokens = [token for start, end in spans for token in tokenize(report.text, start, end)]
    names = [n for n in report.names if any(s <= n.span.start and n.span.end <= e for s, e in spans)]
    text = " … ".join(report.text[s:e] for s, e in spans)
    return _analyse(text, report.language, tokens, names)


@lru_cache(maxsize=settings.SPANS_KEPT)
def _analyse_once(text: str, lang: str | None, names: tuple[Name, ...]) -> Meaning:
    return _analyse(text, lang, tokenize(text), names)


def _analyse(text: str, lang: str | None, tokens: Sequence[Token], names: Sequence[Name]) -> Meaning:
    reader = word_reader(lang)
    figures, dates, used = find_figures(tokens, reader.forms)
    items = read_items(tokens, reader, used, names)
    units = rank_by_neighbours([unit for item in items for unit in item.units])
    idiom = {i for item in items if _keeps_sense(item) for i in item.indices}
    return Meaning(
        text=text,
        lang=lang,
        units=units,
        figures=figures,
        dates=dates,
        negated=any(t.lower in reader.forms.negation for i, t in enumerate(tokens) if i not in idiom),
        events=_events(units),
    )


def _keeps_sense(item: Item) -> bool:
    """Say whether a negation inside a phrase negates nothing beyond it: "not accounted for", "not only"."""
    return item.english == ADDITIVE or len(item.indices) > 1 <= len(item.units)


def analyse_items(tokens: Sequence[Token], lang: str | None) -> list[Item]:
    """Return the content of tokens with their places, readings ranked: what a gloss is made from."""
    reader = word_reader(lang)
    items = read_items(tokens, reader, find_figures(tokens, reader.forms)[2])
    ranked = iter(rank_by_neighbours([unit for item in items for unit in item.units]))
    return [Item(item.indices, tuple(next(ranked) for _ in item.units), item.english) for item in items]


def rank_by_neighbours(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Put an ambiguous word's readings first that share their topic with other words of the sentence.

    "Zug" beside a station is a train, beside an army a move; a topic counts once for each other word that has it.
    """
    table = load_concepts_table()
    topics: Counter[str] = Counter()
    for unit in units:
        topics.update({table[slug].topic for slug in unit.concepts if slug in table} - {""})
    if not any(n > 1 for n in topics.values()):
        return tuple(units)
    return tuple(_ranked(unit, topics) if len(unit.concepts) > 1 else unit for unit in units)


def _ranked(unit: Unit, topics: Counter[str]) -> Unit:
    table = load_concepts_table()
    worth = [
        min(settings.TOPIC_TOP, settings.TOPIC_VOTE * max(0, topics[table[slug].topic] - 1) if table[slug].topic else 0)
        - place
        for place, slug in enumerate(unit.concepts)
    ]
    order = sorted(range(len(worth)), key=lambda place: (-worth[place], place))
    if order[0] == 0:
        return unit
    return replace(
        unit,
        concepts=tuple(unit.concepts[place] for place in order),
        roots=tuple(unit.roots[place] for place in order),
    )


def _events(units: Sequence[Unit]) -> tuple[str, ...]:
    table = load_concepts_table()
    found = {table[u.concepts[0]].event for u in units if u.concepts and u.concepts[0] in table}
    return tuple(sorted(found - {""}))
