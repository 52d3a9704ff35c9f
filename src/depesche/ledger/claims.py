"""Statements -> claims: the ledger. Who asserts what, who denies it, on how many feet it stands."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.interlingua import gloss_span
from depesche.ledger.clusters import Clusters
from depesche.ledger.items import Archive, Item, collect_items
from depesche.ledger.joining import cluster_items
from depesche.ledger.links import link_claims
from depesche.ledger.own_account import attach_own_account
from depesche.ledger.support import STANCE, dispatches_of, group_parties, sides
from depesche.records import Act, Claim, ClaimLink, ClaimStatement, Figure, ReportSpan, Span
from depesche.text.hashing import content_id
from depesche.text.spans import wording


def build_claims(archive: Archive, language: str) -> tuple[Claim, ...]:
    """Return the ledger of an archive, its headlines in `language` where a report is in it.

    Claims come in order of first report, then id; the order of the reports changes nothing.
    """
    items = collect_items(archive)
    clusters = cluster_items(items, archive)
    own = attach_own_account(items, archive, clusters.measures)
    groups = {key: _ordered([clusters.items[m] for m in members]) for key, members in clusters.members.items()}
    ids = {key: claim_id(group) for key, group in groups.items()}
    links = link_claims(clusters, {item: ids[key] for item, key in clusters.of.items()})
    claims = [_claim(ids[key], group, own, links.get(ids[key], ()), archive, language) for key, group in groups.items()]
    return tuple(sorted(claims, key=lambda c: (c.first_reported or "9999", c.id)))


def _ordered(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda i: (i.report.report.published or "9999", i.report.id, i.spans))


def claim_id(items: Sequence[Item]) -> str:
    """Name a claim after its first statement in order of date, then report id."""
    first = items[0]
    return content_id("claim", first.report.id, first.key)


def _claim(
    name: str,
    told: list[Item],
    own: dict[str, list[Item]],
    links: tuple[ClaimLink, ...],
    archive: Archive,
    language: str,
) -> Claim:
    stated = [s for item in told for s in own.get(item.key, [])]
    items = _ordered([*told, *stated])
    asserted, denied, declined = sides(told)
    head, by, place = _headline(told, language)
    published = [i.report.report.published[:10] for i in items if i.report.report.published]
    said = [
        i.statement.said_on for i in told if i.statement and i.statement.said_on and i.statement.said_on[:4].isdigit()
    ]
    stories = [archive.story_of.get(i.report.id) for i in items]
    return Claim(
        id=name,
        story=next((s for s in stories if s), None),
        headline=head,
        headline_by=by,
        headline_from=place,
        statements=tuple(_statement(i, language) for i in items),
        asserted_by=asserted,
        denied_by=denied,
        declined_by=declined,
        parties=group_parties(asserted, archive.entities),
        dispatches=dispatches_of(items, archive),
        links=links,
        figures=_figures(told),
        first_reported=min(published, default=None),
        first_said=min(said, default=None),
    )


def _statement(item: Item, language: str) -> ClaimStatement:
    found = item.statement
    foreign = item.report.language != language
    return ClaimStatement(
        report=item.report.id,
        statement=found.id if found else None,
        spans=item.spans,
        text=wording(item.report.text, item.spans),
        who=item.who,
        relay=tuple(r.entity for r in found.relay if r.entity) if found else (),
        stance=STANCE[item.act],
        gloss=gloss_span(item.report, item.spans, language) if foreign else None,
        confidence=found.confidence if found else 1.0,
        said_on=found.said_on if found else None,
    )


def _headline(items: Sequence[Item], language: str) -> tuple[str, str, ReportSpan]:
    """Prefer the reader's language, then an assertion over a denial, then the fullest wording, then order."""

    def rank(item: Item) -> tuple[bool, bool, float, str]:
        asserted = item.act not in (Act.DENY, Act.DECLINE)
        return (item.report.language != language, not asserted, -min(item.meaning.weight, 60.0), item.key)

    best = min(items, key=rank)
    place = ReportSpan(best.report.id, Span(best.spans[0].start, best.spans[-1].end))
    if best.report.language == language:
        return wording(best.report.text, best.spans), "wording", place
    return gloss_span(best.report, best.spans, language), "gloss", place


def _figures(items: Sequence[Item]) -> tuple[Figure, ...]:
    out = []
    for item in items:
        if item.statement is None:
            continue
        for q in item.report.quantities:
            if any(s.start <= q.span.start and q.span.end <= s.end for s in item.spans):
                when = item.statement.said_on or item.report.report.published
                out.append(Figure(q.value, q.unit, q.of, when, item.statement.id))
    return tuple(out)


__all__ = ["Archive", "Clusters", "build_claims", "claim_id"]
