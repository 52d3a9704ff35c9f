"""Two reports of one matter say its parts one by one: what is clearly each other's counterpart is one claim.

Here the bar of `same.py` for the wording isn't met. What speaks instead is what two hands can't share by chance: the
same figure or the same numbered day, with names, other words and the voice beside it; that nothing clashes; and that
neither report holds a statement that would do nearly as well.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import date

from depesche.ledger.aligned import Pair
from depesche.ledger.clusters import Clusters
from depesche.ledger.index import ordered
from depesche.ledger.items import Item
from depesche.ledger.nesting import is_nested
from depesche.ledger.same import asks, find_clash, is_one_telling
from depesche.settings import (
    CLAIM_CORE_LEAST,
    COUNTERPART_DAYS,
    COUNTERPART_LEAST,
    COUNTERPART_NAMES,
    COUNTERPART_RIVAL,
    DAY_NATS,
    FIGURE_NATS,
    NAME_NATS,
    ROUND_FIGURE_NATS,
    TELLING_FIGURE,
    TOLL_NATS,
    VOICE_NATS,
)

Partners = dict[str, dict[str, float]]


def join_counterparts(clusters: Clusters, items: Iterable[Item]) -> None:
    """Join the clusters whose statements are each other's clear counterparts, the surest first."""
    by_story: dict[str, set[str]] = {}
    for item in items:
        by_story.setdefault(f"{item.line} {item.story}", set()).add(clusters.of[item.key])
    for _, keys in sorted(by_story.items()):
        clear = _clear_pairs(
            clusters, {clusters.of[key] for key in keys}
        )  # a claim of two stories may be joined by now
        for _, left, right in sorted(clear):
            one, other = clusters.of[left], clusters.of[right]
            if one != other and _may_be_one(clusters, one, other):  # what was joined since may stand against it
                clusters.join(one, other, forced=True)


def _clear_pairs(clusters: Clusters, keys: Iterable[str]) -> list[tuple[float, str, str]]:
    """Return the pairs of clusters of one story that share enough and have no rival, with their evidence below zero."""
    partners: Partners = {}
    for left, right in _anchored(clusters, keys):
        found = _evidence_between(clusters, left, right)
        if found:
            partners.setdefault(left, {})[right] = partners.setdefault(right, {})[left] = found
    return [
        (-found, left, right)
        for left, others in partners.items()
        for right, found in others.items()
        if left < right
        and found >= COUNTERPART_LEAST
        and not _has_rival(clusters, partners, left, right)
        and not _has_rival(clusters, partners, right, left)
    ]


def _has_rival(clusters: Clusters, partners: Partners, key: str, partner: str) -> bool:
    """Say whether a cluster shares nearly as much with another one that a report of its partner tells as well."""
    least = COUNTERPART_RIVAL * partners[key][partner]
    near = [other for other, found in partners[key].items() if other != partner and found >= least]
    beside = _reports(clusters, partner) if near else set()
    return any(beside & _reports(clusters, other) for other in near)


def _anchored(clusters: Clusters, keys: Iterable[str]) -> list[Pair]:
    """Return the pairs of clusters that name one figure or one numbered day."""
    holding: dict[str, set[str]] = {}
    for key in keys:
        for anchor in {a for m in clusters.members[key] for a in _anchors(clusters.items[m])}:
            holding.setdefault(anchor, set()).add(key)
    return sorted({ordered(*pair) for found in holding.values() for pair in itertools.combinations(sorted(found), 2)})


def _anchors(item: Item) -> Iterator[str]:
    yield from (f"figure {figure:g}" for figure in item.figures)
    yield from (f"day {day}" for day in item.numbered)
    yield from (f"toll {toll.kind} {toll.value:g}" for toll in item.tolls)


def _evidence_between(clusters: Clusters, left: str, right: str) -> float:
    """Return what two clusters share, by their likest pair of statements; 0 where they can't be one."""
    if not _may_be_one(clusters, left, right):
        return 0.0
    sides = clusters.representatives(left), clusters.representatives(right)
    return max(_evidence(clusters, a, b) for a in sides[0] for b in sides[1])


def _may_be_one(clusters: Clusters, left: str, right: str) -> bool:
    """Say whether no report tells both and nothing clashes between any two of their statements."""
    told: dict[str, list[Item]] = {}
    for key in clusters.members[left]:
        told.setdefault(clusters.items[key].report.id, []).append(clusters.items[key])
    others = [clusters.items[key] for key in clusters.members[right]]
    if any(is_one_telling(item, other) for other in others for item in told.get(other.report.id, ())):
        return False
    sides = clusters.representatives(left), clusters.representatives(right)
    return all(_no_clash(clusters, a, b) for a in sides[0] for b in sides[1])


def _no_clash(clusters: Clusters, a: Item, b: Item) -> bool:
    if ordered(a.key, b.key) in clusters.apart or is_nested(a, b) or asks(a) != asks(b):
        return False
    return find_clash(a, b) is None


def _evidence(clusters: Clusters, a: Item, b: Item) -> float:
    """Return what two statements share beyond chance, in nats; 0 where it can't make one claim of them."""
    core = clusters.measures.loosely(a, b)
    anchors = sum(_figure_nats(f) for f in a.figures & b.figures) + DAY_NATS * len(a.numbered & b.numbered)
    known = bool(set(a.who) & set(b.who) or a.parties & b.parties)
    if _is_one_toll(a, b):
        anchors += TOLL_NATS
    if core.least < CLAIM_CORE_LEAST:
        return 0.0
    # one office names the region where it counts its dead, then the village
    strange = core.strange and not (known and _is_one_toll(a, b))
    if not anchors or strange or core.other_action or _days_between(a, b) > COUNTERPART_DAYS:
        return 0.0
    voice = VOICE_NATS * known
    return anchors + NAME_NATS * min(core.names, COUNTERPART_NAMES) + core.shared + voice


def _is_one_toll(a: Item, b: Item) -> bool:
    """Say whether both count the same people as dead, injured …, and nobody else."""
    return bool(a.tolls) and {t.key for t in a.tolls} == {t.key for t in b.tolls}


def _figure_nats(figure: float) -> float:
    """Return what a figure is worth: "850" is met by chance less often than "800"."""
    digits = f"{figure:g}".partition("e")[0].replace(".", "").strip("0")
    return FIGURE_NATS if figure >= TELLING_FIGURE and len(digits) > 1 else ROUND_FIGURE_NATS


def _days_between(a: Item, b: Item) -> int:
    """Return how many days lie between two reports; 0 where one is undated."""
    one, other = _day_of(a), _day_of(b)
    return abs((one - other).days) if one and other else 0


def _day_of(item: Item) -> date | None:
    try:
        return date.fromisoformat((item.report.report.published or "")[:10])
    except ValueError:
        return None


def _reports(clusters: Clusters, key: str) -> set[str]:
    return {clusters.items[member].report.id for member in clusters.members[key]}
