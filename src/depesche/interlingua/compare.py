"""How alike two meanings are: what each word of one side finds on the other, weighed by how rare it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.interlingua.cognates import key_similarity
from depesche.interlingua.meaning import Comparison, Meaning, Unit
from depesche.interlingua.weights import load_weights

FEATURES = (
    "bias",
    "cover_min",
    "cover_max",
    "cover_product",
    "matched",
    "names_share",
    "names_unmatched",
    "figures_shared",
    "figures_against",
    "dates_shared",
    "dates_against",
    "length",
    "polarity",
    "entities",
)


@dataclass(frozen=True, slots=True)
class Link:
    """What a unit found on the other side: `strength` 0 to 1 and how."""

    left: int
    right: int
    strength: float
    how: str


def compare(left: Meaning, right: Meaning) -> Comparison:
    """Return the calibrated probability that two texts mean the same, with reasons; symmetric."""
    forward, backward = align(left.units, right.units), align(right.units, left.units)
    features = measure(left, right, forward, backward)
    score = load_weights().probability(features)
    why, against = explain(left, right, forward, backward)
    return Comparison(score, why, against, features)


def align(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Link, ...]:
    """Return for each unit of the left its best partner on the right; units without one are left out."""
    by_slug: dict[str, int] = {}
    by_root: dict[str, int] = {}
    by_entity: dict[str, int] = {}
    for j, unit in enumerate(right):
        for slug in unit.concepts:
            by_slug.setdefault(slug, j)
        for root in unit.roots:
            by_root.setdefault(root, j)
        if unit.entity:
            by_entity.setdefault(unit.entity, j)
    loose = [(j, unit.key) for j, unit in enumerate(right) if unit.name or not unit.concepts]
    links = (_best_link(i, unit, by_slug, by_root, by_entity, loose) for i, unit in enumerate(left))
    return tuple(link for link in links if link is not None)


def _best_link(
    i: int,
    unit: Unit,
    by_slug: dict[str, int],
    by_root: dict[str, int],
    by_entity: dict[str, int],
    loose: Sequence[tuple[int, str]],
) -> Link | None:
    if unit.entity and unit.entity in by_entity:
        return Link(i, by_entity[unit.entity], 1.0, "entity")
    for slug in unit.concepts:
        if slug in by_slug:
            return Link(i, by_slug[slug], 1.0, "concept")
    if unit.name or not unit.concepts:
        alike, j = max(((key_similarity(unit.key, key), -j) for j, key in loose), default=(0.0, 0))
        if alike > 0:
            return Link(i, -j, alike, "name" if unit.name else "cognate")
    for root in unit.roots:
        if root in by_root:
            return Link(i, by_root[root], settings.ROOT_STRENGTH, "family")
    return None


def measure(left: Meaning, right: Meaning, forward: Sequence[Link], backward: Sequence[Link]) -> tuple[float, ...]:
    """Return the features of a pair in the order of FEATURES; the same for both orders of the pair."""
    covers = [_cover(left.units, forward), _cover(right.units, backward)]
    matched = min(_matched(left.units, forward), _matched(right.units, backward))
    named = [_names(left.units, forward), _names(right.units, backward)]
    total = sum(n for _, n in named)
    figures = _overlap(_figure_keys(left), _figure_keys(right))
    dates = _overlap(set(left.dates), set(right.dates))
    weights = [left.weight + 1.0, right.weight + 1.0]
    entities = sum(link.how == "entity" for link in forward)
    return (
        1.0, min(covers), max(covers), math.sqrt(covers[0] * covers[1]), math.log1p(matched),
        sum(hit for hit, _ in named) / total if total else 0.5,
        math.log1p(total - sum(hit for hit, _ in named)),
        *figures, *dates, abs(math.log(weights[0] / weights[1])),
        float(left.negated != right.negated), float(min(entities, 3)),
    )  # fmt: skip


def _matched(units: Sequence[Unit], links: Sequence[Link]) -> float:
    return sum(units[link.left].weight * link.strength for link in links)


def _cover(units: Sequence[Unit], links: Sequence[Link]) -> float:
    return _matched(units, links) / max(sum(unit.weight for unit in units), settings.LEAST_WEIGHT)


def _names(units: Sequence[Unit], links: Sequence[Link]) -> tuple[float, int]:
    found = {link.left: link.strength for link in links}
    return sum(found.get(i, 0.0) for i, u in enumerate(units) if u.name), sum(u.name for u in units)


def _figure_keys(meaning: Meaning) -> set[str]:
    return {f"{value:.6g}" for value in meaning.figures}


def _overlap(left: set[str], right: set[str]) -> tuple[float, float]:
    """Return how many items both hold, and how many only one holds where the other holds some too."""
    shared = len(left & right)
    return math.log1p(shared), math.log1p(len(left ^ right)) if left and right else 0.5 * math.log1p(len(left | right))


def explain(
    left: Meaning, right: Meaning, forward: Sequence[Link], backward: Sequence[Link]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks for and against, the weightiest first."""
    worth = sorted(forward, key=lambda k: (-left.units[k.left].weight * k.strength, k.left))
    why = [_reason(left, right, link) for link in worth]
    why += [f"figure: {f}" for f in sorted(_figure_keys(left) & _figure_keys(right))]
    why += [f"date: {d}" for d in sorted(set(left.dates) & set(right.dates))]
    against = []
    ours, theirs = _figure_keys(left) - _figure_keys(right), _figure_keys(right) - _figure_keys(left)
    if ours or theirs:
        against.append(f"figure: {_listed(ours)} ≠ {_listed(theirs)}")
    if left.dates and right.dates and (ours := set(left.dates) ^ set(right.dates)):
        against.append(f"date: {_listed(set(left.dates) & ours)} ≠ {_listed(set(right.dates) & ours)}")
    for side, units, links in (("left", left.units, forward), ("right", right.units, backward)):
        found = {link.left for link in links}
        against += [f"name only {side}: {u.form}" for i, u in enumerate(units) if u.name and i not in found]
    if left.negated != right.negated:
        against.append(f"negated only {'left' if left.negated else 'right'}")
    return tuple(dict.fromkeys(why)), tuple(dict.fromkeys(against))


def _listed(items: set[str]) -> str:
    return ", ".join(sorted(items)) or "none"


def _reason(left: Meaning, right: Meaning, link: Link) -> str:
    a, b = left.units[link.left], right.units[link.right]
    if link.how == "concept":
        shared = next(slug for slug in a.concepts if slug in b.concepts)
        return f"concept: {shared} ({a.form} ~ {b.form})"
    if link.how == "family":
        shared = next(root for root in a.roots if root in b.roots)
        return f"family: {shared} ({a.form} ~ {b.form})"
    if link.how == "entity":
        return f"entity: {a.entity} ({a.form} ~ {b.form})"
    return f"{link.how}: {a.form} ~ {b.form}"
