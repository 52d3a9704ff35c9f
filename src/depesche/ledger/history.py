"""What became of a claim: first said, first reported, repeated, told more firmly, corrected, withdrawn, denied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from depesche.ledger.items import Archive
from depesche.ledger.voices import parties_of
from depesche.records import (
    AnnotatedReport,
    Claim,
    ClaimEvent,
    ClaimStatement,
    Distortion,
    DistortionKind,
    EventKind,
    Stance,
)

_ASSERTING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.WARNS, Stance.ACCUSES, Stance.PROMISES)
_HARDER = (DistortionKind.HEDGE_LOST, DistortionKind.HEADLINE_HARDER)
_ORDER = {kind: n for n, kind in enumerate(EventKind)}


def add_history(claims: Sequence[Claim], archive: Archive, distortions: Iterable[Distortion]) -> tuple[Claim, ...]:
    """Return the claims with their events in order of day; what has no day stands last."""
    reports = {r.id: r for r in archive.reports}
    harder = [d for d in distortions if d.kind in _HARDER]
    corrections = _corrections(claims, archive)
    out = []
    for claim in claims:
        found = [*_told(claim, reports), *_hardened(claim, reports, harder), *corrections.get(claim.id, ())]
        events = sorted(set(found), key=lambda e: (e.day or "9999", _ORDER[e.kind], e.report or "", e.to or ""))
        out.append(replace(claim, history=tuple(events)))
    return tuple(out)


def _day(report: AnnotatedReport) -> str | None:
    return report.report.published[:10] if report.report.published else None


def _told(claim: Claim, reports: Mapping[str, AnnotatedReport]) -> Iterator[ClaimEvent]:
    """Yield when it was said, reported, reported again on a later day, denied and withdrawn."""
    if claim.first_said:
        first = next(s for s in claim.statements if s.said_on == claim.first_said)
        yield ClaimEvent(EventKind.FIRST_SAID, claim.first_said, first.report)
    days: set[str] = set()
    for s in sorted(claim.statements, key=lambda s: (_day(reports[s.report]) or "9999", s.report, s.spans)):
        day = _day(reports[s.report])
        if s.stance is Stance.DENIES:
            kind = EventKind.WITHDRAWN if s.withdraws else EventKind.DENIED
            yield ClaimEvent(kind, day, s.report)
        elif day is not None and day not in days:
            yield ClaimEvent(EventKind.REPEATED if days else EventKind.FIRST_REPORTED, day, s.report)
            days.add(day)


def _hardened(
    claim: Claim, reports: Mapping[str, AnnotatedReport], harder: Iterable[Distortion]
) -> Iterator[ClaimEvent]:
    """Yield where what was hedged is told without a hedge: by the same voice later, or by who took it over."""
    told = [s for s in claim.statements if s.stance in _ASSERTING and _day(reports[s.report])]
    for s in told:
        before = [o for o in told if o.who and o.who == s.who and _is_before(o, s, reports)]
        if before and not s.hedged and all(o.hedged for o in before):
            yield ClaimEvent(EventKind.HARDENED, _day(reports[s.report]), s.report)
    places = [(s.report, span) for s in claim.statements for span in s.spans]
    for d in harder:
        if any(r == d.to.report and span.start < d.to.span.end and d.to.span.start < span.end for r, span in places):
            yield ClaimEvent(EventKind.HARDENED, _day(reports[d.to.report]), d.to.report)


def _is_before(one: ClaimStatement, other: ClaimStatement, reports: Mapping[str, AnnotatedReport]) -> bool:
    return (_day(reports[one.report]) or "") < (_day(reports[other.report]) or "")


def _corrections(claims: Sequence[Claim], archive: Archive) -> dict[str, list[ClaimEvent]]:
    """Return for earlier claims who of the same party later puts another figure in its place ("90 instead of 60")."""
    days = {r.id: _day(r) for r in archive.reports}
    parties = {c.id: parties_of(c.asserted_by, archive.entities) for c in claims}
    given: dict[tuple[str, object], list[tuple[Claim, str]]] = {}
    for claim in claims:
        for figure in claim.figures:
            if not figure.replaced and figure.place is not None:
                for party in parties[claim.id]:
                    given.setdefault((party, figure.value), []).append((claim, figure.place.report))
    out: dict[str, list[ClaimEvent]] = {}
    for claim in claims:
        for figure in claim.figures:
            if not figure.replaced or figure.place is None or all(f.replaced for f in claim.figures):
                continue
            report = figure.place.report
            for party in parties[claim.id]:
                for earlier, told_in in given.get((party, figure.value), ()):
                    line = archive.line_of
                    if line.get(told_in) == line.get(report) and (days[told_in] or "9999") <= (days[report] or ""):
                        event = ClaimEvent(EventKind.CORRECTED, days[report], report, claim.id)
                        out.setdefault(earlier.id, []).append(event)
    return out
