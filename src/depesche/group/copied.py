"""Passages that a report shares word for word with an earlier one of another dispatch.

Quotations say nothing here: two correspondents hear one sentence. What each of them tells in the same words does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from depesche import settings
from depesche.group.part_sources import Archive
from depesche.group.profile import age_key
from depesche.group.stories import Grouping
from depesche.records import AnnotatedReport, SegmentKind, Sentence, Span, StatementKind

Run = tuple[str, ...]
Place = tuple[str, int]  # a report and the index of a sentence of its body


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """Consecutive sentences of a report that stand in another one; `pairs` are their (source, own) spans in order."""

    report: str
    source: str
    pairs: tuple[tuple[Span, Span], ...]

    @property
    def span(self) -> Span:
        """The passage in the report that took it."""
        return Span(self.pairs[0][1].start, self.pairs[-1][1].end)


@dataclass(slots=True)
class _Told:
    """A report's own words: `words` with the sentence of each; runs over a quotation are no runs."""

    sentences: list[Sentence]
    words: list[str | None] = field(default_factory=list)
    place: list[int] = field(default_factory=list)

    def runs(self) -> list[tuple[int, Run]]:
        """Return the runs of words and where each begins."""
        n = settings.SHINGLE_WORDS
        found = ((i, self.words[i : i + n]) for i in range(len(self.words) - n + 1))
        return [(i, tuple(w for w in run if w)) for i, run in found if None not in run]


def find_copied(archive: Archive, grouping: Grouping) -> list[CopiedPassage]:
    """Return the passages that reports of one storyline and language take from one another, in order of report.

    Of the reports that have a passage the one whose text was there first is its source; passages can overlap.
    """
    line_of = {report: story.storyline for story in grouping.stories for report in story.reports}
    groups: dict[tuple[str, str], list[AnnotatedReport]] = {}
    for report in sorted(archive.by_id.values(), key=lambda r: (archive.begun[archive.home(r.id)], age_key(r))):
        groups.setdefault((line_of[report.id], report.language or ""), []).append(report)
    found = (p for group in groups.values() if len(group) > 1 for p in _find_among(group, archive.dispatch))
    return sorted(found, key=lambda p: (p.report, p.span, p.source))


def _find_among(group: Sequence[AnnotatedReport], dispatch: Mapping[str, str]) -> Iterator[CopiedPassage]:
    """Yield the passages of reports in order of date; a run of words belongs to each dispatch that had it before."""
    owners: dict[Run, dict[str, Place]] = {}
    told: dict[str, _Told] = {}
    for report in group:
        own = told[report.id] = _own_words(report)
        home = dispatch[report.id]
        shared: dict[str, dict[int, Place]] = {}
        runs = own.runs()
        for i, run in runs:
            known = owners.get(run, {})
            for other, held in known.items() if home not in known else ():
                shared.setdefault(other, {}).update(dict.fromkeys(range(i, i + settings.SHINGLE_WORDS), held))
        for _, covered in sorted(shared.items()):
            yield from _passages(report.id, own, covered, told)
        for i, run in runs:
            owners.setdefault(run, {}).setdefault(home, (report.id, own.place[i]))


def _own_words(report: AnnotatedReport) -> _Told:
    """Return the words of a report's body outside quotations."""
    quoted = [part for s in report.statements if s.kind is not StatementKind.INDIRECT for part in s.content]
    quoted.sort()
    told = _Told([s for s in report.sentences if s.kind is SegmentKind.BODY])
    at = 0
    for n, sentence in enumerate(told.sentences):
        for token in sentence.tokens:
            if not token.text[0].isalnum():
                continue
            while at < len(quoted) and quoted[at].end <= token.start:
                at += 1
            inside = at < len(quoted) and quoted[at].start <= token.start
            told.words.append(None if inside else token.lower)
            told.place.append(n)
    return told


def _passages(report: str, own: _Told, covered: Mapping[int, Place], told: Mapping[str, _Told]) -> list[CopiedPassage]:
    """Return the runs of sentences that one other dispatch has, each long enough to be no chance."""
    taken = _taken_sentences(own, covered, told)
    out, run, words = [], [], 0
    for n in range(len(own.sentences) + 1):
        if n in taken:
            run.append(n)
            words += taken[n][1]
            continue
        if len(run) >= settings.PART_COPIED_SENTENCES and words >= settings.PART_COPIED_WORDS:
            source = taken[run[0]][0][0]
            pairs = ((told[taken[i][0][0]].sentences[taken[i][0][1]].span, own.sentences[i].span) for i in run)
            out.append(CopiedPassage(report, source, tuple(pairs)))
        run, words = [], 0
    return out


def _taken_sentences(
    own: _Told, covered: Mapping[int, Place], told: Mapping[str, _Told]
) -> dict[int, tuple[Place, int]]:
    """Map a sentence to where it stands in the other report, and how many of its own words are found there."""
    words = Counter(place for place, word in zip(own.place, own.words, strict=True) if word is not None)
    found: dict[int, Counter[Place]] = {}
    for i in covered:
        found.setdefault(own.place[i], Counter())[covered[i]] += 1
    taken = {
        n: (max(places, key=lambda place: (places[place], place)), places.total())
        for n, places in found.items()
        if words[n] >= settings.SHINGLE_WORDS and places.total() >= settings.PART_COPIED_SHARE * words[n]
    }
    _add_quotations(own, taken, told)
    return taken


def _add_quotations(own: _Told, taken: dict[int, tuple[Place, int]], told: Mapping[str, _Told]) -> None:
    """Add sentences with too few words of their own to a passage beside them, where its source goes on with them."""
    for step, order in ((1, range(len(own.sentences))), (-1, range(len(own.sentences) - 1, -1, -1))):
        for n in order:
            if n in taken or n - step not in taken:
                continue
            report, place = taken[n - step][0]
            there = told[report].sentences
            if 0 <= place + step < len(there) and _wording(there[place + step]) == _wording(own.sentences[n]):
                taken[n] = ((report, place + step), 0)


def _wording(sentence: Sentence) -> Run:
    return tuple(t.lower for t in sentence.tokens)
