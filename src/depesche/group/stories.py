"""Reports -> stories: reports of one event, in any mix of languages, with the evidence for every link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.group.candidates import find_candidates
from depesche.group.cluster import Pair, cluster_pairs, connect
from depesche.group.likeness import explain_pair, score_pair
from depesche.group.profile import Profile, profile_report
from depesche.group.storylines import join_storylines
from depesche.records import AnnotatedReport, Judgement, Story, Storyline
from depesche.text.hashing import content_id


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two reports of one story and why they are; `against` is what speaks against it all the same."""

    left: str
    right: str
    score: float
    why: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Stories in order of date, then id. `links` are the pairs that hold the stories together, likest first.

    `near` are all pairs of reports alike enough to look for reuse, with their likeness.
    """

    stories: tuple[Story, ...]
    storylines: tuple[Storyline, ...]
    story_of: dict[str, str]
    links: tuple[StoryLink, ...] = ()
    near: tuple[tuple[str, str, float], ...] = ()


def group_stories(reports: Sequence[AnnotatedReport], judgements: Sequence[Judgement] = ()) -> Grouping:
    """Group reports into stories and storylines. The order of the reports changes nothing.

    Judgements `same-story` and `different-stories` over two report ids overrule what is computed; the later one stands.
    """
    return group_profiles((profile_report(report) for report in reports), judgements)


def group_profiles(made: Iterable[Profile], judgements: Sequence[Judgement] = ()) -> Grouping:
    """Group reports by their profiles, which take far less memory than the reports."""
    profiles = {p.id: p for p in sorted(made, key=lambda p: p.id)}
    scores = score_candidates(list(profiles.values()))
    decided = _decisions(judgements, profiles)
    apart = [pair for pair, judgement in decided.items() if judgement.kind == "different-stories"]
    together = {pair: judgement for pair, judgement in decided.items() if judgement.kind == "same-story"}
    found = cluster_pairs(profiles, scores, settings.STORY_SAME, apart)
    held_together = [*together, *((group[0], other) for group in found for other in group[1:])]
    groups = [_in_order(g, profiles) for g in (connect(profiles, held_together) if together else found)]
    lines = join_storylines(groups, profiles)
    lines_of = {first: line for line in lines for first in line.firsts}
    stories, links = [], []
    for group in groups:
        line = lines_of[group[0]]
        held = _links(group, profiles, scores, together)
        links += held
        stories.append(_story(group, story_id(line.firsts[0], "storyline"), profiles, held))
    stories.sort(key=lambda s: (s.start or "9999", s.id))
    storylines = tuple(
        Storyline(
            id=story_id(line.firsts[0], "storyline"),
            title=profiles[line.firsts[0]].title,
            stories=tuple(story_id(first) for first in line.firsts),
            why=line.why,
        )
        for line in lines
    )
    links.sort(key=lambda k: (-k.score, k.left, k.right))
    near = tuple(sorted((a, b, s) for (a, b), s in scores.items()))
    return Grouping(tuple(stories), storylines, {r: s.id for s in stories for r in s.reports}, tuple(links), near)


def score_candidates(profiles: Sequence[Profile]) -> dict[Pair, float]:
    """Return the likeness of the pairs the index finds that are alike at all: the others are most of them."""
    out: dict[Pair, float] = {}
    for i, j in find_candidates(profiles):
        left, right = sorted((profiles[i].id, profiles[j].id))
        score = score_pair(profiles[i], profiles[j])
        if score >= settings.REUSE_LIKENESS:
            out[left, right] = score
    return out


def story_id(first: str, kind: str = "story") -> str:
    """Name a story or storyline after its first report in order of date, then id."""
    return content_id(kind, first)


def _in_order(group: list[str], profiles: dict[str, Profile]) -> list[str]:
    return sorted(group, key=lambda i: (str(profiles[i].day or "9999"), i))


def _decisions(judgements: Sequence[Judgement], profiles: Mapping[str, Profile]) -> dict[Pair, Judgement]:
    told = (j for j in judgements if j.kind in ("same-story", "different-stories") and j.left in profiles)
    return {(min(j.left, j.right), max(j.left, j.right)): j for j in told if j.right and j.right in profiles}


def _links(
    group: list[str], profiles: dict[str, Profile], scores: dict[Pair, float], decided: Mapping[Pair, Judgement]
) -> list[StoryLink]:
    """Return for each report after the first the link to the one before it that it is likest to, or decided to be."""
    out = []
    for n, report in enumerate(group[1:], 1):
        best = max((scores.get((min(report, other), max(report, other)), 0.0), other) for other in group[:n])[1]
        likeness = explain_pair(profiles[best], profiles[report])
        out.append(StoryLink(best, report, round(likeness.score, 3), likeness.why, likeness.against))
        for other in group[:n]:
            if (pair := (min(report, other), max(report, other))) in decided:
                out.append(StoryLink(other, report, 1.0, (decided[pair].why,), ()))
    return out


def _story(
    group: list[str],
    line: str,
    profiles: dict[str, Profile],
    links: list[StoryLink],
) -> Story:
    days = sorted(str(day) for i in group if (day := profiles[i].day))
    why = tuple(f"{k.left} with {k.right}: {'; '.join(k.why[:5])}" for k in links)
    return Story(
        id=story_id(group[0]),
        storyline=line,
        title=profiles[group[0]].title,
        reports=tuple(group),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        why=why,
    )
