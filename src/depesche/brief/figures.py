"""Figures that change: what is counted, how many by whom and when, across claims that tell of one matter."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from depesche.brief.builder import Builder, shortest
from depesche.brief.days import show_time
from depesche.brief.parts import Entry, Ref
from depesche.interlingua import concept_slugs
from depesche.lang.schema.tolls import load_tolls
from depesche.records import Claim, ClaimStatement, Figure

Told = tuple[str, str, str, Ref, str]


def make_series(b: Builder, claims: Iterable[Claim]) -> tuple[Entry, ...]:
    """Return one entry for each thing that reports of one storyline count differently, in order of date."""
    line_of = {s.id: s.storyline for s in b.brief.stories}
    groups: list[tuple[str, frozenset[str], str, list[Told]]] = []
    for claim in claims:
        for figure in claim.figures:
            told = next((s for s in claim.statements if s.statement == figure.statement), None)
            if told is None or figure.place is None or not (figure.of or figure.toll) or figure.replaced:
                continue
            lang = b.reports[told.report].language or ""
            if not figure.toll and _names_fate(figure, lang):  # a part of the dead, or of one knows not whom
                continue
            line = line_of.get(claim.story or "", "")
            of = b.words[f"toll_{figure.toll}"] if figure.toll else figure.of or ""
            slugs = _counted(figure, lang)
            _file(groups, line, slugs, of, _told(b, claim, figure, told))
    return tuple(_entry(b, of, found) for _, _, of, found in groups if len({value for _, value, *_ in found}) > 1)


def _names_fate(figure: Figure, lang: str) -> bool:
    return not load_tolls().kinds.keys().isdisjoint(concept_slugs(figure.of or "", lang))


def _counted(figure: Figure, lang: str) -> frozenset[str]:
    """Return what is counted: the fate of people, in any wording, else the noun's concepts, else the noun."""
    if figure.toll:
        return frozenset({f"toll {figure.toll}"})
    of = figure.of or ""
    return frozenset(concept_slugs(of, lang)) or frozenset({of.casefold()})


def _told(b: Builder, claim: Claim, figure: Figure, told: ClaimStatement) -> Told:
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    shown = "–".join(f"{v:,.10g}" for v in values) + (f" {figure.unit}" if figure.unit else "")
    place = figure.place
    assert place is not None  # only figures with a place are filed
    return (figure.when or "", shown, b.names(told.who), b.ref(place), b.labels.get(claim.id, ""))


def _file(
    groups: list[tuple[str, frozenset[str], str, list[Told]]],
    line: str,
    slugs: frozenset[str],
    counted: str,
    told: Told,
) -> None:
    for place, (other, known, of, found) in enumerate(groups):
        if other == line and known & slugs:
            groups[place] = (other, known | slugs, of, [*found, told])
            return
    groups.append((line, slugs, counted, [told]))


def _entry(b: Builder, of: str, found: list[Told]) -> Entry:
    """Write a series: each value with who gave it and when first; the same value again is no step."""
    in_order = sorted(found, key=lambda t: (t[0], t[1], t[3].number))
    steps = []
    for value, same in itertools.groupby(in_order, key=lambda t: t[1]):
        told_so = list(same)
        who = ", ".join(dict.fromkeys(t[2] for t in told_so if t[2]))
        when = show_time(told_so[0][0], b.words) if told_so[0][0] else ""
        labels = ", ".join(dict.fromkeys(t[4] for t in told_so if t[4]))
        steps.append(f"{value} ({', '.join(x for x in (who, when, labels) if x)})")
    return Entry(of, (), " → ".join(steps), shortest(t[3] for t in found))
