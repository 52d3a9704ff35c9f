"""Finds the pairs worth comparing: an index over rare features and days; cost per report stays flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from depesche import settings
from depesche.group.likeness import days_apart_factor
from depesche.group.profile import Profile


class _Postings:
    """Reports filed under their features: place of the report, and the share of it that the feature is."""

    def __init__(self) -> None:
        self._filed: dict[str, list[tuple[int, float]]] = defaultdict(list)

    def add(self, place: int, features: Mapping[str, float]) -> None:
        """File a report."""
        for feature, share in features.items():
            self._filed[feature].append((place, share))

    def overlap(self, features: Mapping[str, float]) -> dict[int, float]:
        """Return what each filed report shares with these features, above 0."""
        found: dict[int, float] = {}
        filed = self._filed
        for feature, share in features.items():
            for place, other in filed.get(feature, ()):
                found[place] = found.get(place, 0.0) + share * other
        return found


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
    """Yield index pairs whose shared rare features reach the floor, a lower one where a language has no folder.

    What they share counts less for days apart, as likeness does; a report without a day is compared with all.
    Reports are filed in order of publication under the days they came out and tell of, and a day is forgotten once
    nothing that comes can be near it: the memory an archive needs doesn't grow with it.
    """
    undated = _Postings()
    by_day: dict[int, _Postings] = {}
    for i in sorted(range(len(profiles)), key=lambda i: (_published(profiles[i]), profiles[i].id)):
        profile = profiles[i]
        features = index_features(profile)
        shared = undated.overlap(features)
        own = {day.toordinal() for day in (profile.day, profile.published) if day}
        if own:
            for day in [d for d in by_day if _published(profile) - d > 2 * settings.STORY_WINDOW_DAYS]:
                del by_day[day]
            for day, postings in by_day.items():
                near = max(days_apart_factor(abs(day - o)) for o in own)
                for j, overlap in postings.overlap(features).items() if near else ():
                    shared[j] = max(shared.get(j, 0.0), overlap * near)
        for j, overlap in shared.items():
            known = profile.known and profiles[j].known
            if overlap >= (settings.CANDIDATE_FLOOR if known else settings.CANDIDATE_FLOOR_UNKNOWN):
                yield i, j
        for filed in [by_day.setdefault(day, _Postings()) for day in own] or [undated]:
            filed.add(i, features)


def _published(profile: Profile) -> int:
    """Return the number of the day a report came out, 0 without one."""
    return profile.published.toordinal() if profile.published else 0
