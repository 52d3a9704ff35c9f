"""What reports state on their own account: the same content without a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from depesche.ledger.aligned import dispatch_groups, sentence_partners
from depesche.ledger.index import WordingIndex
from depesche.ledger.items import Archive, Item, collect_own_account
from depesche.ledger.measures import Measures
from depesche.ledger.same import Relation, Verdict, is_anchored, relate
from depesche.records import Act, ReportSpan
from depesche.settings import OWN_ACCOUNT_CORE, OWN_ACCOUNT_SAME, OWN_ACCOUNT_SURE

_CANDIDATES = 4
_TOLD = (Act.ASSERT, Act.WARN, Act.CONFIRM, Act.ACCUSE)


def attach_own_account(items: Iterable[Item], archive: Archive, measures: Measures) -> dict[str, list[Item]]:
    """Return, for the key of a statement, the sentences that state its content on a report's own account.

    Each sentence goes to the one statement it is most likely to mean, from `OWN_ACCOUNT_SAME` on. Where a copy or
    translation has a statement in the place of the sentence, being possibly the same is enough.
    """
    told = {i.key: i for i in items if i.act in _TOLD}
    index = WordingIndex(told.values())
    places = _Places(sentence_partners(told.values(), archive.reuse), dispatch_groups(archive.reuse))
    out: dict[str, list[Item]] = {}
    for report in archive.reports:
        for own in collect_own_account(report, archive):
            near = index.near(own, _CANDIDATES)
            best = _best(own, near, places, measures)
            if best is not None:
                out.setdefault(best.key, []).append(own)
    return out


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands in the place of a sentence in other reports of its dispatch, and which dispatch a report is of."""

    partners: Mapping[ReportSpan, Sequence[Item]]
    dispatch: Mapping[str, str]

    def there(self, own: Item) -> Sequence[Item]:
        return self.partners.get(ReportSpan(own.report.id, own.spans[0]), ())

    def is_one_dispatch(self, own: Item, item: Item) -> bool:
        one, other = self.dispatch.get(own.report.id), self.dispatch.get(item.report.id)
        return one is not None and one == other


def _best(own: Item, near: Sequence[Item], places: _Places, measures: Measures) -> Item | None:
    placed = places.there(own)
    there = {item.key for item in placed}
    best: list[tuple[bool, float, str, Item]] = []
    for item in {i.key: i for i in (*near, *placed)}.values():
        relation = relate(own, item, measures)
        aligned = item.key in there
        if _states(relation, aligned, places.is_one_dispatch(own, item)) and (
            aligned or _is_enough(own, item, measures)
        ):
            best.append((aligned, relation.score, item.key, item))
    return max(best, key=lambda b: b[:3])[3] if best else None


def _states(relation: Relation, aligned: bool, one_dispatch: bool) -> bool:
    """In a statement's place a sentence states it when nothing clashes; elsewhere in a dispatch when it is sure."""
    if relation.clash or relation.verdict not in (Verdict.SAME, Verdict.MAYBE):
        return False
    if aligned or (one_dispatch and relation.score >= OWN_ACCOUNT_SURE):
        return True
    return relation.verdict is Verdict.SAME and relation.score >= OWN_ACCOUNT_SAME


def _is_enough(own: Item, item: Item, measures: Measures) -> bool:
    """Say whether a sentence elsewhere shares more than a topic: a figure, day or name, or half of the fuller core.

    "Explosion in a depot" doesn't state that a fire broke out in a depot hall: no voice speaks for it here.
    """
    _, core = measures.of(own, item)
    return is_anchored(own, item, core) or core.least >= OWN_ACCOUNT_CORE
