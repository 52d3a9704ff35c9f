"""What one story settles: a bare surname, or a name read as something else, is the person its other reports name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depesche.records import NameType
from depesche.resolve.clusters import Clusters
from depesche.resolve.evidence import Verdict
from depesche.resolve.local import Local
from depesche.resolve.spelling import likeness

_SAME_SURNAME = 0.9  # likeness of two spellings of a surname, where the languages differ
_EXTRA_WORDS = 2  # words a name may have before the person's, such as a role taken for a part of it

Join = tuple[int, int, str]


def find_joins(
    found: Sequence[Local], clusters: Clusters, story_of: Mapping[str, str], roles: Mapping[str, frozenset[str]]
) -> tuple[list[Join], list[tuple[int, str]]]:
    """Return what each story joins, and what speaks against joining a name in it; both in order of position.

    `roles` holds the kinds of role that reports state beside a local entity's name, by its id.
    """
    stories: dict[str, list[int]] = {}
    for i, local in enumerate(found):
        if local.report in story_of and (local.is_person or len(local.words) > 1):
            stories.setdefault(story_of[local.report], []).append(i)
    joins: list[Join] = []
    against: list[tuple[int, str]] = []
    for members in stories.values():
        if len({found[i].report for i in members}) > 1:
            full = [i for i in members if found[i].is_person and len(found[i].words) > 1]
            joins += _retyped(found, members, full)
            bare = [i for i in members if found[i].is_person and len(found[i].words) == 1]
            for i in bare:
                verdict, j = _bearer(found, clusters, i, full, roles)
                if verdict.same is False:
                    against.append((i, verdict.why))
                elif j is not None:
                    joins.append((min(i, j), max(i, j), verdict.why))
            joins += _alone(found, bare, full)
    return joins, against


def _retyped(found: Sequence[Local], members: Iterable[int], full: Sequence[int]) -> Iterable[Join]:
    """Yield names of two words or more that are a person in another report and something else here."""
    by_last: dict[str, list[int]] = {}
    for j in full:
        for base in found[j].words[-1]:
            by_last.setdefault(base, []).append(j)
    for i in members:
        here = found[i]
        if here.is_person or here.known or here.type is NameType.COUNTRY:
            continue
        for j in sorted({j for base in here.words[-1] for j in by_last.get(base, ())}):
            there = found[j]
            extra = len(here.words) - len(there.words)
            if here.report != there.report and 0 <= extra <= _EXTRA_WORDS and _same(here.words[extra:], there.words):
                yield min(i, j), max(i, j), f"{here.name} ends in the full name of {there.name}, a person in this story"


def _same(a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]]) -> bool:
    return all(not set(x).isdisjoint(y) for x, y in zip(a, b, strict=True))


def _bearer(
    found: Sequence[Local], clusters: Clusters, i: int, full: Sequence[int], roles: Mapping[str, frozenset[str]]
) -> tuple[Verdict, int | None]:
    """Return the one person of the story whose surname a bare name is, with the evidence."""
    here = found[i]
    options = [j for j in full if found[j].report != here.report and _is_surname(here, found[j])]
    if not options:
        return Verdict(None, ""), None
    bearers = {clusters.root(j): j for j in reversed(options)}
    names = " and ".join(sorted({found[j].name for j in bearers.values()}))
    if len(bearers) > 1:
        return Verdict(False, f"{here.name} in {here.report}: {names} in this story have that surname"), None
    best = options[0]
    ours = roles.get(here.local_id, frozenset())
    theirs = frozenset(kind for j in options for kind in roles.get(found[j].local_id, ()))
    if ours and theirs and ours.isdisjoint(theirs) and "official" not in ours | theirs:
        kinds = f"{', '.join(sorted(ours))} against {', '.join(sorted(theirs))}"
        return Verdict(False, f"{here.name} in {here.report} is no {names}: {kinds}"), None
    return Verdict(True, f"{here.name} in {here.report}: {names} alone has that surname in this story"), best


def _is_surname(bare: Local, full: Local) -> bool:
    """Say whether a one-word name is the last word of a full name, in any of its cases and spellings."""
    if bare.known or (full.known and bare.language == full.language and not set(bare.words[0]) & set(full.words[-1])):
        return False
    if set(bare.words[0]) & set(full.words[-1]):
        return True
    other = bare.language != full.language
    return other and max(likeness(x, y)[0] for x in bare.words[0][:3] for y in full.words[-1][:3]) >= _SAME_SURNAME


def _alone(found: Sequence[Local], bare: Sequence[int], full: Sequence[int]) -> Iterable[Join]:
    """Yield bare surnames of one story that no full name in it ends in: nothing speaks against one bearer."""
    first: dict[str, int] = {}
    for i in bare:
        if any(_is_surname(found[i], found[j]) for j in full) or found[i].known:
            continue
        j = next((first[base] for base in found[i].words[0] if base in first), None)
        if j is not None and found[j].report != found[i].report:
            yield j, i, f"{found[i].name} stands in two reports of this story, and nobody else of that name"
        for base in found[i].words[0]:
            first.setdefault(base, i)
