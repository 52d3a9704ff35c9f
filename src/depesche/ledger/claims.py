"""Statements -> claims: the ledger. Who asserts what, who denies it, on how many feet it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depesche.interlingua import gloss_span
from depesche.ledger.clusters import Clusters
from depesche.ledger.denials import withdraws
from depesche.ledger.dispatches import dispatches_of
from depesche.ledger.figures import is_replaced
from depesche.ledger.items import Archive, Item, collect_items
from depesche.ledger.joining import cluster_items
from depesche.ledger.links import link_claims
from depesche.ledger.own_account import attach_own_account
from depesche.ledger.support import STANCE, group_parties, sides
from depesche.records import Act, Claim, ClaimStatement, Dispatch, Figure, ReportSpan, Span
from depesche.settings import FULL_HEADLINE
from depesche.text.hashing import content_id
from depesche.text.spans import wording

# A gloss is nobody's wording: quotation marks in it would say that it is.
_NO_MARKS = str.maketrans("", "", '"„“”«»')


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
    writer = _Writer(archive, clusters, language)
    claims = []
    for key, told in groups.items():
        stated = [s for item in told for s in own.get(item.key, [])]
        claims.append(replace(writer.claim(ids[key], told, stated), links=links.get(ids[key], ())))
    return tuple(sorted(claims, key=lambda c: (c.first_reported or "9999", c.id)))


def _ordered(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda i: (i.report.report.published or "9999", i.report.id, i.spans))


def claim_id(items: Sequence[Item]) -> str:
    """Name a claim after its first statement in order of date, then report id."""
    first = items[0]
    return content_id("claim", first.report.id, first.key)


class _Writer:
    """Writes clusters of items as claims; one wording is glossed once."""

    def __init__(self, archive: Archive, clusters: Clusters, language: str) -> None:
        self.archive, self.clusters, self.language = archive, clusters, language
        self.glosses: dict[str, str] = {}

    def claim(self, name: str, told: list[Item], stated: list[Item]) -> Claim:
        """Return a claim without its links; `stated` are sentences on a report's own account."""
        items = _ordered([*told, *stated])
        asserted, denied, declined = sides(told)
        head, by, place = self._headline(told)
        published = [i.report.report.published[:10] for i in items if i.report.report.published]
        said = [i.statement.said_on for i in told if i.statement and i.statement.said_on]
        stories = [self.archive.story_of.get(i.report.id) for i in items]
        return Claim(
            id=name,
            story=next((s for s in stories if s), None),
            headline=head,
            headline_by=by,
            headline_from=place,
            statements=tuple(self._statement(i) for i in items),
            asserted_by=asserted,
            denied_by=denied,
            declined_by=declined,
            parties=group_parties(asserted, self.archive.entities, told, self.clusters.dispatch),
            dispatches=self._dispatches(items),
            figures=_figures(told),
            first_reported=min(published, default=None),
            first_said=min((day for day in said if is_day(day)), default=None),
        )

    def _dispatches(self, items: Sequence[Item]) -> tuple[Dispatch, ...]:
        told: dict[str, list[int]] = {}
        for item in items:
            told.setdefault(item.report.id, []).append(item.spans[0].start)
        return dispatches_of(told, self.archive.reuse, self.archive.parts, self.clusters.dispatch)

    def _statement(self, item: Item) -> ClaimStatement:
        found = item.statement
        return ClaimStatement(
            report=item.report.id,
            statement=found.id if found else None,
            spans=item.spans,
            text=wording(item.report.text, item.spans),
            who=item.who,
            relay=self._relay(item),
            stance=STANCE[item.act],
            gloss=self._gloss(item) if item.report.language != self.language else None,
            confidence=found.confidence if found else 1.0,
            said_on=found.said_on if found else None,
            cue=found.cue if found else (),
            kind=found.kind if found else None,
            hedged=found.hedged if found else False,
            withdraws=withdraws(item) and item.key in self.clusters.answers,
        )

    def _relay(self, item: Item) -> tuple[str, ...]:
        """Return through whom a report has it: who reports the statement it stands in is one of them."""
        passed = [r.entity for r in item.statement.relay if r.entity] if item.statement else []
        around = self.clusters.items.get(self.clusters.around.get(item.key, ""))
        if around is not None and item.who and item.key not in self.clusters.answers:
            passed += [voice for voice in around.who if voice not in item.who]
        return tuple(dict.fromkeys(passed))

    def _gloss(self, item: Item) -> str:
        if item.signature not in self.glosses:
            gloss = gloss_span(item.report, item.spans, self.language)
            self.glosses[item.signature] = " ".join(gloss.translate(_NO_MARKS).split())
        return self.glosses[item.signature]

    def _headline(self, items: Sequence[Item]) -> tuple[str, str, ReportSpan]:
        """Prefer the reader's language, an assertion over a denial, the text over a title, then a full wording."""

        def rank(item: Item) -> tuple[bool, bool, bool, float, int, str]:
            asserted = item.act not in (Act.DENY, Act.DECLINE)
            length = sum(s.end - s.start for s in item.spans)
            full = -min(item.meaning.weight, FULL_HEADLINE)
            return (item.report.language != self.language, not asserted, item.in_title, full, length, item.key)

        best = min(items, key=rank)
        place = ReportSpan(best.report.id, Span(best.spans[0].start, best.spans[-1].end))
        if best.report.language == self.language:
            return wording(best.report.text, best.spans), "wording", place
        return self._gloss(best), "gloss", place


def is_day(value: str) -> bool:
    """Say whether a TIMEX3 value names a day, not a month, a year or something vaguer."""
    return len(value) >= len("2024-02-14") and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit()


def _figures(items: Sequence[Item]) -> tuple[Figure, ...]:
    out = []
    for item in items:
        if item.statement is None:
            continue
        tolls = {toll.place: toll.kind for toll in item.tolls}
        for q in item.report.quantities:
            if any(s.start <= q.span.start and q.span.end <= s.end for s in item.spans):
                when = item.statement.said_on or item.report.report.published
                place = ReportSpan(item.report.id, q.span)
                replaced = is_replaced(item.report, q.span)
                out.append(Figure(q.value, q.unit, q.of, when, item.statement.id, place, replaced, tolls.get(q.span)))
    return tuple(out)


__all__ = ["Archive", "Clusters", "build_claims", "claim_id"]
