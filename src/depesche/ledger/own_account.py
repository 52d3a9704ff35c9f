"""What reports state on their own account: the same content without a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depesche.ledger.aligned import sentence_partners
from depesche.ledger.index import WordingIndex
from depesche.ledger.items import Archive, Item, collect_own_account
from depesche.ledger.measures import Measures
from depesche.ledger.same import Relation, Verdict, relate
from depesche.records import Act, ReportSpan
from depesche.settings import OWN_ACCOUNT_SAME

_CANDIDATES = 4
_TOLD = (Act.ASSERT, Act.WARN, Act.CONFIRM, Act.ACCUSE)


def attach_own_account(items: Iterable[Item], archive: Archive, measures: Measures) -> dict[str, list[Item]]:
    """Return, for the key of a statement, the sentences that state its content on a report's own account.

    Each sentence goes to the one statement it is most likely to mean, from `OWN_ACCOUNT_SAME` on. Where a copy or
    translation has a statement in the place of the sentence, being possibly the same is enough.
    """
    told = {i.key: i for i in items if i.act in _TOLD}
    index = WordingIndex(told.values())
    partners = sentence_partners(told.values(), archive.reuse)
    out: dict[str, list[Item]] = {}
    for report in archive.reports:
        for own in collect_own_account(report, archive):
            near = index.near(own, _CANDIDATES)
            best = _best(own, near, partners, measures)
            if best is not None:
                out.setdefault(best.key, []).append(own)
    return out


def _best(
    own: Item, near: Sequence[Item], partners: Mapping[ReportSpan, Sequence[Item]], measures: Measures
) -> Item | None:
    placed = partners.get(ReportSpan(own.report.id, own.spans[0]), ())
    there = {item.key for item in placed}
    best: list[tuple[bool, float, str, Item]] = []
    for item in {i.key: i for i in (*near, *placed)}.values():
        relation = relate(own, item, measures)
        if _states(relation, item.key in there):
            best.append((item.key in there, relation.score, item.key, item))
    return max(best, key=lambda b: b[:3])[3] if best else None


def _states(relation: Relation, aligned: bool) -> bool:
    if aligned:
        return relation.verdict in (Verdict.SAME, Verdict.MAYBE) and not relation.clash
    return relation.verdict is Verdict.SAME and relation.score >= OWN_ACCOUNT_SAME
