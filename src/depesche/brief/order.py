"""Which claim stands first: contested and newly changed ones, then what stands on most feet. No verdict."""

from __future__ import annotations

from depesche.records import Brief, Claim


def importance(claim: Claim, newest: str | None) -> tuple[tuple[int, str], ...]:
    """Return the points a claim gets, each with its reason."""
    points = []
    if claim.asserted_by and claim.denied_by:
        points.append((6, "asserted by one side and denied by another"))
    elif claim.denied_by:
        points.append((3, "denied"))
    if claim.independent_sources > 1:
        points.append((min(2 * claim.independent_sources, 6), f"{claim.independent_sources} parties say it"))
    if len(claim.dispatches) > 1:
        points.append((min(len(claim.dispatches), 5), f"{len(claim.dispatches)} dispatches carry it"))
    if claim.declined_by:
        points.append((1, "somebody gives no answer"))
    if any(link.kind == "contradicts" for link in claim.links):
        points.append((2, "another claim contradicts it"))
    if newest and claim.first_reported == newest:
        points.append((2, "newly reported"))
    if not claim.asserted_by and not claim.denied_by:
        points.append((-1, "nobody is named for it"))
    return tuple(points)


def order_claims(brief: Brief) -> list[Claim]:
    """Return the claims of the largest story first, in each by importance, then date, then id."""
    size = {s.id: len(s.reports) for s in brief.stories}
    days = [c.first_reported for c in brief.claims if c.first_reported]
    newest = max(days, default=None) if len(set(days)) > 1 else None

    def key(claim: Claim) -> tuple[int, str, int, str, str]:
        points = sum(p for p, _ in importance(claim, newest))
        return (-size.get(claim.story or "", 0), claim.story or "", -points, claim.first_reported or "9999", claim.id)

    return sorted(brief.claims, key=key)
