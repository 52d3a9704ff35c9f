"""How claims hang together: broader, narrower, contradicting, following, possibly the same."""

from __future__ import annotations

from collections.abc import Mapping

from depesche.ledger.agreement import ENOUGH_WORDS, core_share
from depesche.ledger.clusters import Clusters
from depesche.ledger.items import ASSERTING, Item
from depesche.ledger.nesting import is_nested
from depesche.ledger.same import Relation, Verdict, asks
from depesche.records import ClaimLink
from depesche.settings import BROADER_HELD, CLAIM_CORE_LEAST, CLAIM_LINKS, CLAIM_SAME, NARROWER_WEIGHT

_KIND = {Verdict.CONTRADICTS: "contradicts", Verdict.FOLLOWS: "follows"}
# What an editor wants to see first where only a few links are shown.
_WORTH = {"contradicts": 0, "possibly-same": 1, "follows": 2, "narrower": 3, "broader": 4}


def link_claims(clusters: Clusters, claim_of: Mapping[str, str]) -> dict[str, tuple[ClaimLink, ...]]:
    """Return each claim's links, at most `CLAIM_LINKS`, one a pair of claims.

    `claim_of` maps item keys to claim ids. The kind says what the target is to the claim; a link that one side leaves
    out for surer ones stays on the other.
    """
    best: dict[tuple[str, str], tuple[int, float, str, str, str, Relation]] = {}
    for (a, b), relation in sorted(clusters.relations.items()):
        x, y = claim_of.get(a), claim_of.get(b)
        if x is None or y is None or x == y or not _is_worth_telling(clusters, a, b, relation):
            continue
        for one, other, left, right in ((x, y, a, b), (y, x, b, a)):
            kind = _kind(relation, clusters.items[left], clusters.items[right])
            rank = (_WORTH[kind], -relation.score, left, right, kind, relation)
            if (one, other) not in best or rank[:4] < best[one, other][:4]:
                best[one, other] = rank
    out: dict[str, list[tuple[int, float, str, ClaimLink]]] = {}
    for (one, other), (worth, score, _, _, kind, relation) in best.items():
        out.setdefault(one, []).append((worth, score, other, ClaimLink(other, kind, _reasons(relation))))
    return {claim: tuple(link for *_, link in sorted(found)[:CLAIM_LINKS]) for claim, found in sorted(out.items())}


def _is_worth_telling(clusters: Clusters, a: str, b: str, relation: Relation) -> bool:
    """One matter in common is no link: claims that are likely alike must share two words of their content."""
    left, right = clusters.items[a], clusters.items[b]
    if relation.verdict is Verdict.OTHER or is_nested(left, right):
        return False
    _, core = clusters.measures.of(left, right)
    if relation.verdict in _KIND:
        return relation.score >= CLAIM_SAME
    if asks(left) != asks(right):  # "where it was launched", left open, is not possibly "it was launched"
        return False
    return core.words >= ENOUGH_WORDS and core.least >= CLAIM_CORE_LEAST


def _kind(relation: Relation, left: Item, right: Item) -> str:
    """Say what the right claim is to the left one."""
    found = _KIND.get(relation.verdict)
    if found or left.act not in ASSERTING or right.act not in ASSERTING:
        return found or "possibly-same"
    ratio = (left.meaning.weight + 1) / (right.meaning.weight + 1)
    if ratio > NARROWER_WEIGHT and _held_by(right, left):
        return "broader"
    if ratio < 1 / NARROWER_WEIGHT and _held_by(left, right):
        return "narrower"
    return "possibly-same"


def _held_by(less: Item, more: Item) -> bool:
    """Say whether one statement has nearly all that the other says."""
    return core_share(less.meaning.units, more.meaning.units).part >= BROADER_HELD


def _reasons(relation: Relation) -> str:
    against = [f"but {reason}" for reason in relation.against[:2]]
    return "; ".join([*relation.why[:4], *against])
