"""How likely two reports tell of one event: what both hold, by rarity, against what only one opens with."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
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
    theirs = large.weights
    found = {f: (f, 1.0) for f in small.weights if f in theirs}
    for bucket in left.names.keys() & right.names.keys():
        others = [n for n in right.names[bucket] if n not in left.weights]
        for name in left.names[bucket] if others else ():
            if name in right.weights:
                continue
            alike, best = max((_spelled_alike(bucket, name, n), n) for n in others)
            if alike >= settings.SAME_NAME and (alike, best) > found.get(name, ("", 0.0))[::-1]:
                found[name] = (best, alike)
    return found


def _spelled_alike(bucket: str, left: str, right: str) -> float:
    return max(key_similarity(left[2:], right[2:]), settings.SAME_ENTITY if bucket[0] == "e" else 0.0)


def score_pair(left: Profile, right: Profile) -> float:
    """Return the likeness alone, without its reasons; symmetric."""
    if left.id > right.id:
        left, right = right, left
    near = nearness(left, right)
    if near == 0.0:
        return 0.0
    found = match_features(left, right)
    if not (left.known and right.known):
        return min(1.0, settings.TELLING_SHARE * _telling_cosine(left, right, found) * near)
    ours, theirs = left.weights, right.weights
    shared = math.fsum(ours[f] * theirs[g] * strength for f, (g, strength) in found.items())
    cosine = shared / (left.norm * right.norm)
    if cosine * near < settings.LEAST_LIKENESS:
        return 0.0  # nothing below raises it, and nobody asks for less
    if _figures_clash(left, right):
        near *= settings.FIGURES_CLASH
    partners = {g for g, _ in found.values()}
    missed = max(_lacked(left.head_telling, found.keys()), _lacked(right.head_telling, partners))
    apart = (_lacked(left.head_matter, theirs.keys()) + _lacked(right.head_matter, ours.keys())) / 2
    return min(1.0, cosine * (1.0 - settings.HEAD_MISS * missed) * (1.0 - settings.MATTER_MISS * apart) * near)


def _lacked(features: Sequence[tuple[str, float]], held: Set[str]) -> float:
    """Return the share of the features, by weight, that are not held; a half where there are none."""
    total = math.fsum(weight for _, weight in features)
    return math.fsum(w for f, w in features if f not in held) / total if total else 0.5


def _figures_clash(left: Profile, right: Profile) -> bool:
    """Say whether both heads hold telling figures and neither report has any of the other's: two events of one kind."""
    ours, theirs = left.head_figures, right.head_figures
    return bool(ours and theirs) and not (ours & right.weights.keys()) and not (theirs & left.weights.keys())


def _telling_cosine(left: Profile, right: Profile, found: Mapping[str, tuple[str, float]]) -> float:
    """Return the cosine of names and figures: all that can be compared with a language without a folder."""
    held = ((left.telling.get(f, 0.0), right.telling.get(g, 0.0), s) for f, (g, s) in found.items())
    norms = left.telling_norm * right.telling_norm
    return math.fsum(a * b * strength for a, b, strength in held) / norms if norms else 0.0


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
    lacking = [(-weight, f) for f, weight in profile.head_telling if f not in held]
    return [profile.forms[f] for _, f in sorted(lacking)[:4]]


def _reason(left: Profile, right: Profile, feature: str, other: str) -> str:
    kind = {"n": "name", "c": "concept", "#": "figure"}[feature[0]]
    a, b = left.forms[feature], right.forms[other]
    said = a if a == b else f"{a} ~ {b}"
    return f"{kind}: {said}"
