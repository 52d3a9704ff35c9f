"""What reports state on their own account: the same content without a source."""

from __future__ import annotations

from collections.abc import Iterable

from depesche.interlingua import MeaningIndex
from depesche.ledger.items import Item, collect_own_account
from depesche.ledger.same import Verdict, relate
from depesche.records import Act, AnnotatedReport
from depesche.settings import OWN_ACCOUNT_SAME

_CANDIDATES = 4


def attach_own_account(items: Iterable[Item], reports: Iterable[AnnotatedReport]) -> dict[str, list[Item]]:
    """Return, for the key of a statement, the sentences that state its content on a report's own account.

    Each sentence goes to the one statement it is most likely to mean, from `OWN_ACCOUNT_SAME` on.
    """
    told = {i.key: i for i in items if i.act in (Act.ASSERT, Act.WARN, Act.CONFIRM)}
    index = MeaningIndex()
    for key, item in told.items():
        index.add(key, item.meaning)
    out: dict[str, list[Item]] = {}
    for report in reports:
        for own in collect_own_account(report):
            best = _best(own, [told[key] for key, _ in index.candidates(own.meaning, _CANDIDATES)])
            if best is not None:
                out.setdefault(best.key, []).append(own)
    return out


def _best(own: Item, candidates: list[Item]) -> Item | None:
    related = [(relate(own, item), item) for item in candidates]
    same = [(r.score, i.key, i) for r, i in related if r.verdict is Verdict.SAME and r.score >= OWN_ACCOUNT_SAME]
    return max(same)[2] if same else None
