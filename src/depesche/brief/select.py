"""Parts of a brief: what is new since a day, what is about one entity. What is left out is left out whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from depesche.errors import InputError
from depesche.records import AnnotatedReport, Brief, Claim, Entity, Occasion


def find_entities(entities: Iterable[Entity], wanted: str) -> frozenset[str]:
    """Return the ids of entities whose id, name or any spelling is `wanted`, case apart.

    Where there is none, those in whose names all its words stand ("Lee" for Ann Lee).
    """
    key = wanted.casefold().strip()
    forms = {e.id: {e.id, e.name.casefold(), *(f.casefold() for _, found in e.names for f in found)} for e in entities}
    exact = frozenset(name for name, found in forms.items() if key in found)
    words = set(key.split())
    return exact or frozenset(
        name for name, found in forms.items() if words and any(words <= set(form.split()) for form in found)
    )


def _mentions(reports: Iterable[AnnotatedReport], ids: frozenset[str]) -> set[tuple[str, int, int]]:
    return {(r.id, *n.span) for r in reports for n in r.names if n.entity in ids}


def _is_about(claim: Claim, ids: frozenset[str], places: set[tuple[str, int, int]]) -> bool:
    if any(ids & {*s.who, *s.relay} for s in claim.statements):
        return True
    spans = [(s.report, span) for s in claim.statements for span in s.spans]
    return any(r == report and span.start <= a and b <= span.end for r, a, b in places for report, span in spans)


def _keep_claims(brief: Brief, kept: list[Claim]) -> Brief:
    ids = {c.id for c in kept}
    claims = tuple(
        replace(
            c,
            links=tuple(link for link in c.links if link.to in ids),
            history=tuple(event for event in c.history if event.to is None or event.to in ids),
        )
        for c in kept
    )
    timeline = tuple(
        replace(t, claims=tuple(c for c in t.claims if c in ids))
        for t in brief.timeline
        if not t.claims or ids & set(t.claims)
    )
    told = {s.statement for c in kept for s in c.statements if s.statement}
    occasions = [_keep_taken(o, told) for o in brief.occasions]
    return replace(brief, claims=claims, timeline=timeline, occasions=tuple(o for o in occasions if o is not None))


def _keep_taken(occasion: Occasion, told: set[str]) -> Occasion | None:
    """Keep what reports took from an occasion as far as it is still told, and every place it is named at."""
    left = tuple(
        replace(
            t,
            statements=tuple(s for s in t.statements if s in told),
            going_on=tuple(s for s in t.going_on if s in told),
        )
        for t in occasion.taken
    )
    return replace(occasion, taken=left) if any(t.statements or t.going_on for t in left) else None


def select_about(brief: Brief, wanted: str) -> Brief:
    """Keep the claims an entity makes, passes on or is named in.

    Raises:
        InputError: no entity of the reports has that name.
    """
    ids = find_entities(brief.entities, wanted)
    if not ids:
        raise InputError(f"--about {wanted}", "is nobody these reports name", "use a name from the brief's Who is who")
    places = _mentions(brief.reports, ids)
    return _keep_claims(brief, [c for c in brief.claims if _is_about(c, ids, places)])


def select_since(brief: Brief, day: str) -> Brief:
    """Keep the claims that a report published on `day` or later makes, denies or repeats."""
    new = {r.id for r in brief.reports if r.report.published and r.report.published[:10] >= day}
    return _keep_claims(brief, [c for c in brief.claims if any(s.report in new for s in c.statements)])


def select_confident(brief: Brief, least: float) -> Brief:
    """Keep the claims of which at least one statement is read with that confidence (0 to 1)."""
    kept = [c for c in brief.claims if max((s.confidence for s in c.statements if s.statement), default=0.0) >= least]
    return _keep_claims(brief, kept)
