"""How likely two reports tell of one event: what both hold, by rarity, against what only one opens with."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
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
    return {f: match for f, match in found.items() if match[1] == 1.0 or _whole_name(left, right, f, match[0], found)}


def _whole_name(left: Profile, right: Profile, ours: str, theirs: str, found: Mapping[str, tuple[str, float]]) -> bool:
    """Say whether other words of two names that are spelled alike agree too: "Marek Lind" isn't "Marik Grau".

    Words of names that the resolver gives to one bearer do without.
    """
    entity, rest = left.beside(ours)
    other, others = right.beside(theirs)
    if (entity and entity == other) or not (rest and others):
        return True
    return any(found[word][0] in others for word in rest if word in found)


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
    shared = sum([ours[f] * theirs[g] * strength for f, (g, strength) in found.items()])
    cosine = shared / (left.norm * right.norm)
    if cosine * near < settings.LEAST_LIKENESS:
        return 0.0  # nothing below raises it, and nobody asks for less
    partners = {g for g, _ in found.values()}
    near *= _counter_evidence(left, right)
    lacks = _lacked(left.head_telling, ours, found), _lacked(right.head_telling, theirs, partners)
    if min(lacks) >= settings.STRANGE_HEADS and other_voices(left, right, found, partners):
        near *= settings.VOICES_CLASH
    missed = max(lacks)
    apart = (_lacked(left.head_matter, ours, theirs) + _lacked(right.head_matter, theirs, ours)) / 2
    return min(1.0, cosine * (1.0 - settings.HEAD_MISS * missed) * (1.0 - settings.MATTER_MISS * apart) * near)


def _lacked(features: Sequence[str], weights: Mapping[str, float], held: Container[str]) -> float:
    """Return the share of the features, by weight, that are not held; a half where there are none."""
    total = lacking = 0.0
    for feature in features:
        weight = weights[feature]
        total += weight
        if feature not in held:
            lacking += weight
    return lacking / total if total else 0.5


def _figures_clash(left: Profile, right: Profile) -> bool:
    """Say whether both heads hold telling figures and neither report has any of the other's: two events of one kind."""
    ours, theirs = left.head_figures, right.head_figures
    return bool(ours and theirs) and not (ours & right.weights.keys()) and not (theirs & left.weights.keys())


def _counter_evidence(left: Profile, right: Profile) -> float:
    """Return the factor left by figures and dates that speak against one event."""
    factor = 1.0
    if _figures_clash(left, right) or clashing_counts(left, right):
        factor *= settings.FIGURES_CLASH
    if clashing_dates(left, right):
        factor *= settings.DATES_CLASH
    return factor


def clashing_counts(left: Profile, right: Profile) -> tuple[str, ...]:
    """Return what both count, but never alike; () where they agree on at least as much."""
    both = sorted(left.counts.keys() & right.counts.keys())
    clashing = tuple(kind for kind in both if left.counts[kind].isdisjoint(right.counts[kind]))
    return clashing if 2 * len(clashing) > len(both) else ()


def clashing_dates(left: Profile, right: Profile) -> bool:
    """Say whether both name days by their number, and no day in common."""
    return bool(left.dates and right.dates) and left.dates.isdisjoint(right.dates)


def other_voices(left: Profile, right: Profile, found: Container[str], partners: Container[str]) -> bool:
    """Say whether persons speak in both reports, and none who speaks in one is so much as named in the other.

    `found` and `partners` are the features of the left and of the right report that the other one has too.
    """
    strange = not any(f in found for f in left.voices) and not any(f in partners for f in right.voices)
    return bool(left.voices and right.voices) and strange


def _telling_cosine(left: Profile, right: Profile, found: Mapping[str, tuple[str, float]]) -> float:
    """Return the cosine of names and figures: all that can be compared with a language without a folder."""
    held = ((left.telling.get(f, 0.0), right.telling.get(g, 0.0), s) for f, (g, s) in found.items())
    norms = left.telling_norm * right.telling_norm
    return math.fsum(a * b * strength for a, b, strength in held) / norms if norms else 0.0


def nearness(left: Profile, right: Profile) -> float:
    """Return 1 for reports of the same days, less for days apart, 0 beyond the window; 1 where a day is unknown."""
    if left.day is None or right.day is None:
        return 0.0 if _foreseen(left, right) or _foreseen(right, left) else 1.0
    return days_apart_factor(days_apart(left, right))


def days_apart(left: Profile, right: Profile) -> int:
    """Return the days between what two reports tell, 0 where a day is unknown.

    Where one names the day of the event and the other doesn't, the days they came out are compared as well: a second
    report of one morning may open with the day before.
    """
    if left.day is None or right.day is None or left.published is None or right.published is None:
        return 0
    named = abs((left.day - right.day).days)
    if left.day != left.published and right.day != right.published:
        return named
    return min(named, abs((left.published - right.published).days))


def days_apart_factor(gap: int) -> float:
    """Return what days apart leave of a likeness, 0 beyond the window."""
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
    forms = left.wording, right.wording
    worth = sorted(found, key=lambda f: (-left.weights[f] * right.weights[found[f][0]], f))
    why = [_reason(f, forms[0][f], forms[1][found[f][0]]) for f in worth[: settings.REASONS]]
    partners = {g for g, _ in found.values()}
    against = [
        f"only in {side.id}: {', '.join(lacks)}"
        for side, words, held in ((left, forms[0], set(found)), (right, forms[1], partners))
        if (lacks := _lacking(side, words, held))
    ]
    if other_voices(left, right, found, partners):
        against.append("other persons speak")
    against += [f"counted otherwise: {_kind_of(kind)}" for kind in clashing_counts(left, right)]
    if clashing_dates(left, right):
        against.append(f"other days named: {', '.join(sorted(left.dates))} and {', '.join(sorted(right.dates))}")
    if (gap := days_apart(left, right)) > settings.SAME_DAYS:
        against.append(f"published {gap} days apart")
    return Likeness(score_pair(left, right), tuple(why), tuple(against))


def _lacking(profile: Profile, words: Mapping[str, str], held: set[str]) -> list[str]:
    lacking = [(-profile.weights[f], f) for f in profile.head_telling if f not in held]
    return [words[f] for _, f in sorted(lacking)[:4]]


def _kind_of(count: str) -> str:
    """Return what a count is of, as a reader would say it: its unit, else the concept counted."""
    unit, _, concept = count.partition(":")
    return unit or concept


def _reason(feature: str, ours: str, theirs: str) -> str:
    kind = {"n": "name", "c": "concept", "#": "figure"}[feature[0]]
    return f"{kind}: {ours if ours == theirs else f'{ours} ~ {theirs}'}"
