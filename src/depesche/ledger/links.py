"""How claims hang together: broader, narrower, contradicting, following, possibly the same."""

from __future__ import annotations

from collections.abc import Mapping

from depesche.ledger.clusters import Clusters
from depesche.ledger.items import Item
from depesche.ledger.same import Relation, Verdict
from depesche.records import ClaimLink
from depesche.settings import NARROWER_WEIGHT

_KIND = {Verdict.CONTRADICTS: "contradicts", Verdict.FOLLOWS: "follows"}


def _breadth(left: Item, right: Item) -> str:
    """One that says all of the other and clearly more is the narrower."""
    ratio = (left.meaning.weight + 1) / (right.meaning.weight + 1)
    if ratio > NARROWER_WEIGHT:
        return "broader"
    return "narrower" if ratio < 1 / NARROWER_WEIGHT else "possibly-same"


def link_claims(clusters: Clusters, claim_of: Mapping[str, str]) -> dict[str, tuple[ClaimLink, ...]]:
    """Return each claim's links, the likeliest relation per pair of claims, by target id.

    `claim_of` maps item keys to claim ids. The kind says what the target is to the claim.
    """
    best: dict[tuple[str, str], tuple[float, str, str, Relation]] = {}
    for (a, b), relation in sorted(clusters.relations.items()):
        x, y = claim_of.get(a), claim_of.get(b)
        if x is None or y is None or x == y or relation.verdict is Verdict.OTHER:
            continue
        for one, other, left, right in ((x, y, a, b), (y, x, b, a)):
            rank = (relation.score, left, right, relation)
            if (one, other) not in best or rank[:3] > best[one, other][:3]:
                best[one, other] = rank
    out: dict[str, list[ClaimLink]] = {}
    for (one, other), (_, left, right, relation) in sorted(best.items()):
        kind = _KIND.get(relation.verdict) or _breadth(clusters.items[left], clusters.items[right])
        out.setdefault(one, []).append(ClaimLink(other, kind, _reasons(relation)))
    return {claim: tuple(links) for claim, links in out.items()}


def _reasons(relation: Relation) -> str:
    against = [f"but {reason}" for reason in relation.against[:2]]
    return "; ".join([*relation.why[:4], *against])
