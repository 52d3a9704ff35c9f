"""Finds the pairs worth comparing: an index over rare features and weeks; cost per report stays flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from depesche import settings
from depesche.group.profile import Profile

Bucket = int | None


def index_features(profile: Profile) -> dict[str, float]:
    """Return the features a report is filed under, with their share of the report."""
    out: dict[str, float] = {}
    for feature, weight in profile.weights.items():
        floor = settings.INDEX_CONCEPT_NATS if feature[0] == "c" else settings.INDEX_NATS
        if weight >= floor:
            out[feature] = weight / profile.norm
    for bucket, names in profile.names.items():
        out[bucket] = max(profile.weights[n] for n in names) / profile.norm * settings.BONES_SHARE
    return out


def find_candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield index pairs i > j whose shared rare features reach the floor, a lower one where a language has no folder.

    A pair shares a week or neighbouring weeks; a report without a day is compared with all weeks.
    """
    postings: dict[Bucket, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    for i, profile in enumerate(profiles):
        features = index_features(profile)
        bucket = _bucket(profile)
        wanted = list(postings) if bucket is None else [bucket - 1, bucket, bucket + 1, None]
        overlap: dict[int, float] = defaultdict(float)
        for near in wanted:
            filed = postings.get(near)
            if filed is None:
                continue
            for feature, weight in features.items():
                for j, other in filed.get(feature, ()):
                    overlap[j] += weight * other
        for j, shared in overlap.items():
            known = profile.known and profiles[j].known
            if shared >= (settings.CANDIDATE_FLOOR if known else settings.CANDIDATE_FLOOR_UNKNOWN):
                yield i, j
        for feature, weight in features.items():
            postings[bucket][feature].append((i, weight))


def _bucket(profile: Profile) -> Bucket:
    return None if profile.day is None else profile.day.toordinal() // settings.STORY_WINDOW_DAYS
