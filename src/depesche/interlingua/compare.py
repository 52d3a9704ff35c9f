"""How alike two meanings are: what each word of one side finds on the other, weighed by how rare it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.interlingua.cognates import key_similarity
from depesche.interlingua.lexicon import broad_concepts
from depesche.interlingua.meaning import Comparison, Meaning, Unit
from depesche.interlingua.weights import load_relations, load_weights

FEATURES = (
    "bias",
    "cover_min",
    "cover_max",
    "cover_product",
    "matched",
    "unmatched_min",
    "unmatched_max",
    "exact_min",
    "rarest_shared",
    "names_share",
    "names_matched",
    "names_unmatched",
    "figures_shared",
    "figures_against",
    "dates_shared",
    "dates_against",
    "length",
    "cover_times_matched",
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


def score_pair(left: Meaning, right: Meaning) -> float:
    """Return the score of `compare` alone, in a third less time: for candidates of which most are dropped."""
    features = measure(left, right, align(left.units, right.units), align(right.units, left.units))
    return load_weights().probability(features)


def align(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[Link, ...]:
    """Return for each unit of the left its best partner on the right; units without one are left out."""
    side = _Side.of(right)
    links = (_best_link(i, unit, side) for i, unit in enumerate(left))
    return tuple(link for link in links if link is not None)


@dataclass(frozen=True, slots=True)
class _Side:
    """The units of one side by what they can be found by.

    `keys` are of all units, `loose` of names and unknown words alone; both by their first letter, which survives
    nearly every way of writing a word.
    """

    slugs: dict[str, int]
    roots: dict[str, int]
    parts: dict[str, int]
    entities: dict[str, int]
    keys: dict[str, list[tuple[int, str]]]
    loose: dict[str, list[tuple[int, str]]]

    @classmethod
    def of(cls, units: Sequence[Unit]) -> _Side:
        side = cls({}, {}, {}, {}, {}, {})
        broad = broad_concepts()  # near-synonyms meet by their root alone: they are a family, not one concept
        for j, unit in enumerate(units):
            for slug in unit.concepts:
                if slug not in broad:
                    side.slugs.setdefault(slug, j)
            for root in unit.roots:
                side.roots.setdefault(root, j)
            for part in unit.parts:
                side.parts.setdefault(part, j)
            if unit.entity:
                side.entities.setdefault(unit.entity, j)
            side.keys.setdefault(unit.key[:1], []).append((j, unit.key))
            if unit.name or not unit.concepts:
                side.loose.setdefault(unit.key[:1], []).append((j, unit.key))
        return side


def _best_link(i: int, unit: Unit, side: _Side) -> Link | None:
    if unit.entity and unit.entity in side.entities:
        return Link(i, side.entities[unit.entity], 1.0, "entity")
    for slug in unit.concepts:
        if slug in side.slugs:
            return Link(i, side.slugs[slug], 1.0, "concept")
    for root in unit.roots:
        if root in side.roots:
            return Link(i, side.roots[root], settings.ROOT_STRENGTH, "family")
    return _best_of([_by_key(i, unit, side), _by_parts(i, unit, side), _by_relation(i, unit, side)])


def _best_of(links: Sequence[Link | None]) -> Link | None:
    best = None
    for link in links:
        if link is not None and (best is None or link.strength > best.strength):
            best = link
    return best


def _by_key(i: int, unit: Unit, side: _Side) -> Link | None:
    bare = unit.name or not unit.concepts
    alike, place = 0.0, -1
    for j, key in (side.keys if bare else side.loose).get(unit.key[:1], ()):
        likeness = key_similarity(unit.key, key)
        if likeness > alike:
            alike, place = likeness, j
    if place < 0:
        return None
    if unit.name:
        return Link(i, place, alike, "name")
    return Link(i, place, alike * settings.MIXED_KEY, "cognate")


def _by_parts(i: int, unit: Unit, side: _Side) -> Link | None:
    """Link a compound or phrase to the words it is made of, and a word to a compound that has it inside."""
    if unit.parts:
        found = [side.roots[part] for part in unit.parts if part in side.roots]
        if found:
            return Link(i, found[0], settings.PARTS_STRENGTH * len(found) / len(unit.parts), "parts")
    for root in unit.roots:
        if root in side.parts:
            return Link(i, side.parts[root], settings.PARTS_STRENGTH, "part")
    return None


def _by_relation(i: int, unit: Unit, side: _Side) -> Link | None:
    best: Link | None = None
    relations = load_relations()
    for root in unit.roots[:2]:
        for other, strength in relations.get(root, ()):
            if other in side.roots and (best is None or strength > best.strength):
                best = Link(i, side.roots[other], strength, "related")
    return best


def measure(left: Meaning, right: Meaning, forward: Sequence[Link], backward: Sequence[Link]) -> tuple[float, ...]:
    """Return the features of a pair in the order of FEATURES; the same for both orders of the pair."""
    totals = (left.weight, right.weight)
    found = (_matched(left.units, forward), _matched(right.units, backward))
    covers = [f / max(t, settings.LEAST_WEIGHT) for f, t in zip(found, totals, strict=True)]
    missing = [t - f for f, t in zip(found, totals, strict=True)]
    exact = [_exact(left.units, forward, totals[0]), _exact(right.units, backward, totals[1])]
    product = math.sqrt(covers[0] * covers[1])
    matched = math.log1p(min(found))
    rarest = max((left.units[k.left].weight * k.strength for k in forward), default=0.0)
    rarest_back = max((right.units[k.left].weight * k.strength for k in backward), default=0.0)
    return (
        1.0,
        min(covers),
        max(covers),
        product,
        matched,
        math.log1p(min(missing)),
        math.log1p(max(missing)),
        min(exact),
        (rarest + rarest_back) / 2,
        *_name_features(left, right, forward, backward),
        *_overlap(_figure_keys(left), _figure_keys(right)),
        *_overlap(set(left.dates), set(right.dates)),
        abs(math.log((totals[0] + 1.0) / (totals[1] + 1.0))),
        product * matched,
        float(left.negated != right.negated),
        min(3.0, (_entities(forward) + _entities(backward)) / 2),
    )


def _matched(units: Sequence[Unit], links: Sequence[Link]) -> float:
    return sum(units[link.left].weight * link.strength for link in links)


def _exact(units: Sequence[Unit], links: Sequence[Link], total: float) -> float:
    """Return the share of a side's weight that found the very same concept, name or entity."""
    return sum(units[k.left].weight for k in links if k.strength >= 1.0) / max(total, settings.LEAST_WEIGHT)


def _entities(links: Sequence[Link]) -> float:
    return float(sum(link.how == "entity" for link in links))


def _name_features(
    left: Meaning, right: Meaning, forward: Sequence[Link], backward: Sequence[Link]
) -> tuple[float, float, float]:
    """Return the share of names that found a partner (one half where there is none), how many did, how many didn't."""
    named = [_names(left.units, forward), _names(right.units, backward)]
    total, hit = sum(n for _, n in named), sum(h for h, _ in named)
    return hit / total if total else 0.5, math.log1p(hit), math.log1p(max(0.0, total - hit))


def _names(units: Sequence[Unit], links: Sequence[Link]) -> tuple[float, int]:
    found = {link.left: link.strength for link in links}
    return sum(found.get(i, 0.0) for i, u in enumerate(units) if u.name), sum(u.name for u in units)


def _figure_keys(meaning: Meaning) -> set[str]:
    return {f"{value:.6g}" for value in meaning.figures}


def _overlap(left: set[str], right: set[str]) -> tuple[float, float]:
    """Return how many items both hold, and how many only one holds; these count half where the other holds none."""
    apart = math.log1p(len(left ^ right))
    return math.log1p(len(left & right)), apart if left and right else 0.5 * apart


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
