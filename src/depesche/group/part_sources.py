"""Which reports a part can come from: a few of the storyline that share rare words with several sentences of a report.

All pairs of a long storyline are too many to align; an index of what is rare in it leads to the likely ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from depesche import settings
from depesche.group.alignment import Passage, read_passages
from depesche.group.cluster import name_groups
from depesche.group.profile import age_key
from depesche.group.stories import Grouping
from depesche.lang.loader import languages
from depesche.records import AnnotatedReport, Reuse, ReuseKind


@dataclass(slots=True)
class Archive:
    """The reports by id, the dispatch of each, dispatches in order of their first report, and sentences once read."""

    by_id: Mapping[str, AnnotatedReport]
    dispatch: Mapping[str, str]
    begun: Mapping[str, int]
    read: dict[str, tuple[Passage, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Sequence[AnnotatedReport], grouping: Grouping, reuse: Sequence[Reuse]) -> Archive:
        """Return the archive of reports; those that share their whole text are one dispatch."""
        by_id = {r.id: r for r in sorted(reports, key=age_key)}
        dispatch = name_groups(by_id, [(u.source, u.to) for u in reuse if u.kind is not ReuseKind.CREDIT])
        begun: dict[str, int] = {}
        for report in by_id:
            begun.setdefault(dispatch[report], len(begun))
        return cls(by_id, dispatch, begun)

    def passages(self, report: str) -> tuple[Passage, ...]:
        """Return the sentences of a report that say anything."""
        if report not in self.read:
            self.read[report] = read_passages(self.by_id[report])
        return self.read[report]

    def home(self, report: str) -> str:
        """Return the dispatch whose text a report is."""
        return self.dispatch[report]

    def translates(self, report: str, source: str) -> bool:
        """Say whether a report can have sentences by translation: another known language, and an earlier text."""
        spoken = {self.by_id[report].language, self.by_id[source].language}
        later = self.begun[self.home(source)] < self.begun[self.home(report)]
        return later and len(spoken) == 2 and spoken <= {*languages()}


def find_sources(archive: Archive, grouping: Grouping) -> Iterator[tuple[str, str]]:
    """Yield each report with the few reports of its storyline that share something rare with most of its sentences.

    Each dispatch is looked at in its first report. What many dispatches of a storyline hold is not rare in it.
    """
    stories = {story.id: story.reports for story in grouping.stories}
    for line in grouping.storylines:
        reports = sorted(report for story in line.stories for report in stories[story])
        first: dict[str, str] = {}
        for report in sorted(reports, key=lambda r: age_key(archive.by_id[r])):
            first.setdefault(archive.home(report), report)
        holding: dict[str, list[str]] = {}
        for report in first.values() if len(first) > 1 else ():
            for feature in sorted({f for p in archive.passages(report) for f in _rare(p)}):
                holding.setdefault(feature, []).append(report)
        for report in reports if holding else ():
            yield from ((report, source) for source in _likeliest(archive, report, holding))


def _likeliest(archive: Archive, report: str, holding: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the reports of other dispatches that hold something rare of at least a passage's number of sentences."""
    counts: Counter[str] = Counter()
    for passage in archive.passages(report):
        near = (holding.get(f, ()) for f in _rare(passage))
        counts.update({r for found in near if len(found) <= settings.PART_HELD_MOST for r in found})
    least = min(settings.PART_TRANSLATED_SENTENCES, settings.PART_BESIDE_SENTENCES)
    likely = [r for r, n in counts.items() if n >= least and archive.home(r) != archive.home(report)]
    return sorted(likely, key=lambda r: (-counts[r], r))[: settings.PART_COMPARED]


def _rare(passage: Passage) -> list[str]:
    return [feature for feature, nats in passage.weights.items() if nats >= settings.PART_RARE_NATS]
