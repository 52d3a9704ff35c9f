"""How likely two reports tell of one event: what both hold, by rarity, against what only one opens with."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date

from depesche import settings
from depesche.group.profile import Profile
from depesche.interlingua.cognates import key_similarity


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` in [0, 1], `why` and `against` in words, the weightiest first."""

    score: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def match_features(left: Profile, right: Profile) -> dict[str, tuple[str, float]]:
    """Return left feature -> (right feature, strength): equal ones, and rare names in another spelling."""
    small, large = (left, right) if len(left.weights) <= len(right.weights) else (right, left)
    found = {f: (f, 1.0) for f in small.weights if f in large.weights}
    for bucket, names in left.names.items():
        others = [n for n in right.names.get(bucket, ()) if n not in left.weights]
        for name in names if others else ():
            if name in right.weights:
                continue
            alike, best = max((_spelled_alike(bucket, name, n), n) for n in others)
            if alike >= settings.SAME_NAME and alike > found.get(name, ("", 0.0))[1]:
                found[name] = (best, alike)
    return found


def _spelled_alike(bucket: str, left: str, right: str) -> float:
    return max(key_similarity(left[2:], right[2:]), settings.SAME_ENTITY if bucket[0] == "e" else 0.0)


def score_pair(left: Profile, right: Profile) -> float:
    """Return the likeness alone, without its reasons; symmetric."""
    near = nearness(left, right)
    if near == 0.0:
        return 0.0
    found = match_features(left, right)
    shared = sum(left.weights[f] * right.weights[g] * strength for f, (g, strength) in found.items())
    cosine = shared / (left.norm * right.norm)
    if _figures_clash(left, right):
        near *= settings.FIGURES_CLASH
    missed = max(_missed(left, found.keys()), _missed(right, {g for g, _ in found.values()}))
    if not (left.known and right.known):
        return min(1.0, settings.TELLING_SHARE * _telling_cosine(left, right, found) * near)
    apart = (_matter_missed(left, right) + _matter_missed(right, left)) / 2
    return min(1.0, cosine * (1.0 - settings.HEAD_MISS * missed) * (1.0 - settings.MATTER_MISS * apart) * near)


def _figures_clash(left: Profile, right: Profile) -> bool:
    """Say whether both heads hold telling figures and neither report has any of the other's: two events of one kind."""
    ours, theirs = _head_figures(left), _head_figures(right)
    return bool(ours and theirs) and not (ours & right.weights.keys()) and not (theirs & left.weights.keys())


def _head_figures(profile: Profile) -> set[str]:
    return {f for f in profile.head if f[0] == "#" and profile.weights[f] >= settings.FIGURE_NATS}


def _telling_cosine(left: Profile, right: Profile, found: Mapping[str, tuple[str, float]]) -> float:
    """Return the cosine of names and figures: all that can be compared with a language without a folder."""
    held = ((left.telling.get(f, 0.0), right.telling.get(g, 0.0), s) for f, (g, s) in found.items())
    shared = math.fsum(a * b * strength for a, b, strength in held)
    norms = [math.sqrt(math.fsum(w * w for w in side.telling.values())) for side in (left, right)]
    return shared / (norms[0] * norms[1]) if min(norms) > 0 else 0.0


def nearness(left: Profile, right: Profile) -> float:
    """Return 1 for reports of the same days, less for days apart, 0 beyond the window; 1 where a day is unknown."""
    if left.day is None or right.day is None:
        return 0.0 if _foreseen(left, right) or _foreseen(right, left) else 1.0
    gap = abs((left.day - right.day).days)
    if gap > settings.STORY_WINDOW_DAYS:
        return 0.0
    return float(settings.DAY_DECAY ** max(0, gap - settings.SAME_DAYS))


def _foreseen(undated: Profile, dated: Profile) -> bool:
    """Say whether a report looks forward to a day that was past, by more than the window, when the other came out."""
    if undated.before is None or dated.day is None:
        return False
    month, day = undated.before
    since = (dated.day - date(dated.day.year, month, min(day, 28))).days % 365
    return settings.STORY_WINDOW_DAYS < since < 180


def _matter_missed(left: Profile, right: Profile) -> float:
    """Return the share of the concepts in the left head, actors apart, that the right report lacks."""
    matter = [(f, left.weights[f]) for f in left.head if f[0] == "c" and f[2] != "@"]
    total = sum(weight for _, weight in matter)
    return sum(w for f, w in matter if f not in right.weights) / total if total else 0.5


def _telling(feature: str, weight: float) -> bool:
    """Say whether a feature of the head names who, where or how many, so that its lack on the other side tells."""
    return feature[0] == "n" or feature.startswith("c:@") or (feature[0] == "#" and weight >= settings.FIGURE_NATS)


def _missed(profile: Profile, found: Set[str]) -> float:
    """Return the share of the names and figures of a report's head that the other report lacks."""
    telling = [(f, profile.weights[f]) for f in profile.head if _telling(f, profile.weights[f])]
    total = sum(weight for _, weight in telling)
    return sum(w for f, w in telling if f not in found) / total if total else 0.5


def explain_pair(left: Profile, right: Profile) -> Likeness:
    """Return the likeness with its reasons."""
    found = match_features(left, right)
    worth = sorted(found, key=lambda f: (-left.weights[f] * right.weights[found[f][0]], f))
    why = [_reason(left, right, f, found[f][0]) for f in worth[: settings.REASONS]]
    against = [
        f"only in {side.id}: {', '.join(lacks)}"
        for side, held in ((left, set(found)), (right, {g for g, _ in found.values()}))
        if (lacks := _lacking(side, held))
    ]
    if left.day and right.day and (gap := abs((left.day - right.day).days)) > settings.SAME_DAYS:
        against.append(f"published {gap} days apart")
    return Likeness(score_pair(left, right), tuple(why), tuple(against))


def _lacking(profile: Profile, held: set[str]) -> list[str]:
    telling = [f for f in profile.head if f not in held and _telling(f, profile.weights[f])]
    return [profile.forms[f] for f in sorted(telling, key=lambda f: (-profile.weights[f], f))[:4]]


def _reason(left: Profile, right: Profile, feature: str, other: str) -> str:
    kind = {"n": "name", "c": "concept", "#": "figure"}[feature[0]]
    a, b = left.forms[feature], right.forms[other]
    said = a if a == b else f"{a} ~ {b}"
    return f"{kind}: {said}"
