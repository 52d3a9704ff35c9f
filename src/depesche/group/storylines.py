"""Stories -> storylines: stories that continue each other, by shared actors and matters in neighbouring weeks."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.group.cluster import Pair, cluster_pairs
from depesche.group.profile import Profile


@dataclass(frozen=True, slots=True)
class Line:
    """A storyline by the first reports of its stories, in order of date."""

    firsts: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Digest:
    """What a story's reports have in common: the average of their profiles."""

    first: str
    day: int | None
    last: int | None
    weights: Mapping[str, float]
    norm: float


def join_storylines(groups: Sequence[Sequence[str]], profiles: Mapping[str, Profile]) -> list[Line]:
    """Return the storylines of stories given as lists of report ids in order of date."""
    digests = {group[0]: _digest(group, profiles) for group in groups}
    scores: dict[Pair, float] = {}
    for a, b in _candidates(digests):
        score = _score(digests[a], digests[b])
        if score > 0:
            scores[min(a, b), max(a, b)] = score

    def order(first: str) -> tuple[str, str]:
        return str(profiles[first].day or "9999"), first

    members = {group[0]: group for group in groups}
    lines = []
    for cluster in cluster_pairs(digests, scores, settings.STORYLINE_SAME):
        firsts = tuple(sorted(cluster, key=order))
        why = tuple(_why(digests[a], digests[b], _wording(members[a], profiles)) for a, b in itertools.pairwise(firsts))
        lines.append(Line(firsts, why))
    return sorted(lines, key=lambda line: order(line.firsts[0]))


def _digest(group: Sequence[str], profiles: Mapping[str, Profile]) -> _Digest:
    total: dict[str, float] = {}
    for report in sorted(group):
        for feature, weight in profiles[report].weights.items():
            total[feature] = total.get(feature, 0.0) + weight / len(group)
    kept = dict(sorted(total.items(), key=lambda item: (-item[1], item[0]))[: settings.DIGEST_FEATURES])
    days = sorted(day.toordinal() for r in group if (day := profiles[r].day))
    norm = math.sqrt(sum(w * w for w in kept.values())) or 1.0
    return _Digest(group[0], days[0] if days else None, days[-1] if days else None, kept, norm)


def _is_actor(feature: str) -> bool:
    return feature[0] == "n" or feature.startswith("c:@")


def _candidates(digests: Mapping[str, _Digest]) -> list[Pair]:
    """Return pairs that share at least two rare features, one of them an actor, in neighbouring weeks."""
    filed: dict[tuple[str, int | None], list[str]] = {}
    found: dict[Pair, int] = {}
    for first, digest in digests.items():
        window = settings.STORYLINE_WINDOW_DAYS
        bucket = None if digest.day is None else digest.day // window
        keys = [f for f, w in digest.weights.items() if _is_actor(f) and w >= settings.INDEX_NATS]
        for key in keys:
            near = [None] if bucket is None else [None, bucket - 1, bucket, bucket + 1]
            if bucket is None:
                near = [b for k, b in filed if k == key]
            for b in near:
                for other in filed.get((key, b), ()):
                    pair = (min(first, other), max(first, other))
                    found[pair] = found.get(pair, 0) + 1
            filed.setdefault((key, bucket), []).append(first)
    return sorted(pair for pair, shared in found.items() if shared >= settings.STORYLINE_ACTORS)


def _score(left: _Digest, right: _Digest) -> float:
    if left.day is not None and right.day is not None and left.last is not None and right.last is not None:
        gap = max(left.day, right.day) - min(left.last, right.last)
        if gap > settings.STORYLINE_WINDOW_DAYS:
            return 0.0
    shared = [f for f in left.weights if f in right.weights]
    return sum(left.weights[f] * right.weights[f] for f in shared) / (left.norm * right.norm)


def _wording(group: Sequence[str], profiles: Mapping[str, Profile]) -> dict[str, str]:
    """Return how the reports of a story word its features, the first of them where several do."""
    out: dict[str, str] = {}
    for report in sorted(group):
        out = profiles[report].wording | out
    return out


def _why(left: _Digest, right: _Digest, forms: Mapping[str, str]) -> str:
    shared = [f for f in left.weights if f in right.weights]
    shared.sort(key=lambda f: (-left.weights[f] * right.weights[f], f))
    actors = [forms[f] for f in shared if _is_actor(f)][:4]
    matters = [forms[f] for f in shared if not _is_actor(f)][:4]
    return (
        f"{left.first} with {right.first}: actors {', '.join(actors) or 'none'}; matters {', '.join(matters) or 'none'}"
    )
