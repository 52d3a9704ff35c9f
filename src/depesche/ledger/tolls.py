"""How many people are dead, injured, missing …: figures that grow while an event goes on, however they are worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.interlingua import analyse_span, concept_slugs
from depesche.lang.schema.opposites import load_opposites
from depesche.lang.schema.tolls import load_tolls, part_words
from depesche.records import AnnotatedReport, Quantity, Span

_READINGS = 3  # likeliest readings of a word that can tell a fate


@dataclass(frozen=True, slots=True, order=True)
class Toll:
    """`kind` of `lang/_shared/tolls.toml`; `least`: the figure, at `place`, is a lower bound ("at least nine")."""

    kind: str
    value: float
    least: bool
    place: Span

    @property
    def key(self) -> tuple[str, float]:
        return (self.kind, self.value)


def read_tolls(report: AnnotatedReport, spans: Sequence[Span]) -> tuple[Toll, ...]:
    """Return the people a statement counts, each figure with the fate that stands next to it.

    Fates stand before their figures ("killing nine and injuring 31") or after them ("nine killed, 31 injured"): which
    of the two, the words before the first figure tell.
    """
    return tuple(toll for span in spans for toll in _read_span(report, span))


def _read_span(report: AnnotatedReport, span: Span) -> Iterator[Toll]:
    inside = (q for q in report.quantities if span.start <= q.span.start and q.span.end <= span.end)
    counts = [q for q in inside if _counts_people(report, q)]
    if not counts:
        return
    between = [_words(report, Span(a, b)) for a, b in _gaps(span, counts)]
    fates = [_fate(words) for words in between]
    ahead = fates[0] is not None
    for n, count in enumerate(counts):
        fate = fates[n] if ahead else fates[n + 1]
        if fate is not None and isinstance(count.value, float | int):
            least = not load_tolls().bounds.isdisjoint(between[n][-_READINGS * 2 :])
            yield Toll(fate, float(count.value), least, count.span)


def _counts_people(report: AnnotatedReport, count: Quantity) -> bool:
    """Say whether a figure counts people in general: neither something else nor a part of them ("nine of the dead")."""
    after = report.text[count.span.end : count.span.end + 20].casefold().split()
    if count.unit or any(after[: len(part)] == part for part in (w.split() for w in part_words(report.language))):
        return False
    words = load_tolls()
    of = concept_slugs(count.of, report.language or "") if count.of else ()
    return not of or not words.people.isdisjoint(of) or not words.kinds.keys().isdisjoint(of)


def _gaps(span: Span, counts: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Return the places before, between and after some figures."""
    starts = [span.start, *(q.span.end for q in counts)]
    return list(zip(starts, [*(q.span.start for q in counts), span.end], strict=True))


def _words(report: AnnotatedReport, span: Span) -> list[str]:
    """Return the likeliest readings of the words of a stretch of text, in order."""
    if span.end - span.start < 2:
        return []
    meaning = analyse_span(report, (span,))
    words = [slug for unit in meaning.units for slug in unit.concepts[:_READINGS]]
    if meaning.negated:  # who has "not been found" is missing
        turned = load_opposites().turned
        words += sorted({other for slug in words for other in turned.get(slug, ())})
    return words


def _fate(words: Sequence[str]) -> str | None:
    """Return the one fate that some words tell; None where they tell none or several."""
    kinds = load_tolls().kinds
    found = {kinds[slug] for slug in words if slug in kinds}
    return next(iter(found)) if len(found) == 1 else None


def is_update(one: Sequence[Toll], other: Sequence[Toll], *, days_between: int) -> bool:
    """Say whether all that both count can be so: a lower bound that holds, or what has grown since on a later day.

    `days_between` is how many days later `other` was said; negative where it was earlier.
    """
    pairs = [(a, b) for a in one for b in other if a.kind == b.kind]
    return bool(pairs) and all(_agree(a, b, days_between) for a, b in pairs)


def _agree(a: Toll, b: Toll, days_between: int) -> bool:
    if a.value == b.value:
        return True
    less = a if a.value < b.value else b
    later = days_between if less is a else -days_between
    return later > 0 or (less.least and later >= 0)
