"""Figures that change: what is counted, how many by whom and when, across claims that tell of one matter."""

from __future__ import annotations

from collections.abc import Iterable

from depesche.brief.builder import Builder, shortest
from depesche.brief.days import show_time
from depesche.brief.parts import Entry, Ref
from depesche.interlingua import concept_slugs
from depesche.records import Claim, ClaimStatement, Figure

Told = tuple[str, str, str, Ref, str]


def make_series(b: Builder, claims: Iterable[Claim]) -> tuple[Entry, ...]:
    """Return one entry for each thing that reports of one storyline count differently, in order of date."""
    line_of = {s.id: s.storyline for s in b.brief.stories}
    groups: list[tuple[str, frozenset[str], str, list[Told]]] = []
    for claim in claims:
        for figure in claim.figures:
            told = next((s for s in claim.statements if s.statement == figure.statement), None)
            if told is None or figure.place is None or not figure.of or figure.replaced:
                continue
            line = line_of.get(claim.story or "", "")
            slugs = frozenset(concept_slugs(figure.of, b.reports[told.report].language or "")) or {figure.of.casefold()}
            _file(groups, line, frozenset(slugs), figure, _told(b, claim, figure, told))
    return tuple(_entry(b, of, found) for _, _, of, found in groups if len({value for _, value, *_ in found}) > 1)


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
    figure: Figure,
    told: Told,
) -> None:
    for place, (other, known, of, found) in enumerate(groups):
        if other == line and known & slugs:
            groups[place] = (other, known | slugs, of, [*found, told])
            return
    groups.append((line, slugs, figure.of or "", [told]))


def _entry(b: Builder, of: str, found: list[Told]) -> Entry:
    """Write a series: each value with who gave it and when."""
    by_value: dict[tuple[str, str], list[Told]] = {}
    for told in sorted(found, key=lambda t: (t[0], t[1], t[3].number)):
        by_value.setdefault((told[1], told[2]), []).append(told)
    steps = []
    for (value, who), told_so in by_value.items():
        when = show_time(told_so[0][0], b.words) if told_so[0][0] else ""
        labels = ", ".join(sorted({t[4] for t in told_so if t[4]}))
        steps.append(f"{value} ({', '.join(x for x in (who, when, labels) if x)})")
    return Entry(of, (), " → ".join(steps), shortest(t[3] for t in found))
