"""Who has it from whom: copies, edited copies, translations, and reports that credit another outlet's report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.group.alignment import Alignment, Passage, align_passages, read_passages, telling_likeness
from depesche.group.dispatches import Dispatches, earlier_neighbours
from depesche.group.profile import parse_day
from depesche.group.stories import Grouping
from depesche.group.translation import (
    faithfulness,
    kept_neighbours,
    matter_closeness,
    measure_alignment,
    translation_probability,
)
from depesche.lang.loader import languages
from depesche.records import Act, AnnotatedReport, PublishedBy, ReportSpan, Reuse, ReuseKind, Span


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as reuse sees it: its sentences that say something, and hashes of its runs of words."""

    report: AnnotatedReport
    passages: tuple[Passage, ...]
    shingles: frozenset[int]


@dataclass(frozen=True, slots=True)
class ReuseAlignment:
    """A reuse with the sentences that stand for each other: `pairs` are (source span, target span)."""

    reuse: Reuse
    pairs: tuple[tuple[Span, Span], ...]


def find_reuse(reports: Sequence[AnnotatedReport], grouping: Grouping) -> tuple[Reuse, ...]:
    """Return all reuse among reports, in order of source and target. The order of the reports changes nothing."""
    return tuple(found.reuse for found in align_reuse(reports, grouping))


def align_reuse(reports: Sequence[AnnotatedReport], grouping: Grouping) -> tuple[ReuseAlignment, ...]:
    """Return all reuse with its aligned sentences."""
    by_id = {report.id: report for report in reports}
    found = list(_shared_texts(by_id, grouping))
    known = {(f.reuse.source, f.reuse.to) for f in found} | {(f.reuse.to, f.reuse.source) for f in found}
    found += [r for r in _credited(by_id, grouping) if (r.reuse.source, r.reuse.to) not in known]
    return tuple(sorted(found, key=lambda f: (f.reuse.source, f.reuse.to)))


def _shared_texts(by_id: dict[str, AnnotatedReport], grouping: Grouping) -> Iterator[ReuseAlignment]:
    """Yield the reuse of reports near each other, in order of date: each with a few of each dispatch before it."""
    texts: dict[str, ReportText] = {}
    dispatches = Dispatches()
    order = sorted(by_id, key=lambda i: (by_id[i].report.published or "9999", i))
    for name, near in earlier_neighbours(order, grouping.near):
        for other, likeness in dispatches.choose(near):
            for side in (name, other):
                if side not in texts:
                    texts[side] = read_text(by_id[side])
            left, right = sorted((name, other))
            if (reuse := _compare(texts[left], texts[right], likeness)) is not None:
                dispatches.join(name, other)
                yield reuse


def read_text(report: AnnotatedReport) -> ReportText:
    """Return what reuse needs of a report."""
    passages = read_passages(report)
    words = [t.lower for s in report.sentences for t in s.tokens if t.text[0].isalnum()]
    n = settings.SHINGLE_WORDS
    shingles = frozenset(hash(tuple(words[i : i + n])) for i in range(len(words) - n + 1))
    return ReportText(report, passages, shingles)


def same_dispatch(left: ReportText, right: ReportText, likeness: float) -> bool:
    """Say whether one of two reports has the other's text."""
    return _compare(left, right, likeness) is not None


def _compare(left: ReportText, right: ReportText, likeness: float) -> ReuseAlignment | None:
    """Return the reuse of two reports, None where neither has the other's text."""
    if left.report.language == right.report.language:
        least = min(len(left.shingles), len(right.shingles))
        if least < settings.LEAST_SHINGLES:
            return None
        score = len(left.shingles & right.shingles) / least
        if score < settings.COPY_SHARE:
            return None
        alignment, _ = align_passages(left.passages, right.passages)
        return _directed(left, right, alignment, ReuseKind.COPY, score)
    known = {left.report.language, right.report.language} <= {*languages()}
    if known and likeness < settings.KNOWN_LIKENESS:
        return None
    telling = telling_likeness(left.passages, right.passages)
    if telling < settings.LEAST_TELLING and not (known and likeness >= settings.STORY_SAME):
        return None  # aligning is dear, and no translation of the training pairs shares so little
    alignment, features = measure_alignment(left.passages, right.passages, likeness, telling)
    if len(alignment.pairs) < settings.LEAST_PAIRS:
        return None
    score = translation_probability(features)
    if known:
        if alignment.cover < settings.KNOWN_COVER_OF_ONE:
            return None  # both have much of their own: what they share is a passage
        named = all(any(p.named for p in side.passages) for side in (left, right))
        score = _weigh_known(score, features, matter_closeness(left.passages, right.passages, alignment), named)
        if _turned_around(left, right, alignment) or not _follows(left, right, alignment):
            return None
    if score < (settings.TRANSLATION_SAME_KNOWN if known else settings.TRANSLATION_SAME):
        return None
    return _directed(left, right, alignment, ReuseKind.TRANSLATION, score)


def _follows(left: ReportText, right: ReportText, alignment: Alignment) -> bool:
    """Say whether one report follows the other closely enough to be its text, not another hand's of the same event.

    More is asked for where one of them has something through a medium that the other neither is nor names; else many
    sentences that follow each other in both are enough, however freely each is worded.
    """
    apart = _own_road(left.report, right.report) or _own_road(right.report, left.report)
    kept, steps = kept_neighbours(alignment)
    if not apart and steps >= settings.KEPT_STEPS and kept >= settings.KEPT_MOST:
        return True
    needed = settings.FAITHFUL_APART if apart else settings.FAITHFUL
    return faithfulness(left.passages, right.passages, alignment) >= needed


def _own_road(report: AnnotatedReport, other: AnnotatedReport) -> bool:
    """Say whether a report has something through a medium that another report, of a known outlet, doesn't know of."""
    if not other.report.outlet:
        return False
    known = {n.entity for n in other.names if n.entity}
    roads = {r for s in report.statements for r in s.relay if r.entity not in known}
    return any(_plain(other.report.outlet) not in {_plain(form) for form in (r.name, *r.forms)} for r in roads)


def _turned_around(left: ReportText, right: ReportText, alignment: Alignment) -> bool:
    """Say whether one report denies or declines where the other doesn't, in more than a stray sentence.

    An answer to a report goes through the same matter in the same order, but it is no translation of it.
    """
    clashes = sum(
        _refuses(left.report, [left.passages[i].span for i in pair.left])
        != _refuses(right.report, [right.passages[j].span for j in pair.right])
        for pair in alignment.pairs
    )
    return clashes >= 2 and clashes >= settings.TURNED_SHARE * len(alignment.pairs)


def _refuses(report: AnnotatedReport, spans: Sequence[Span]) -> bool:
    cues = [s.cue[0].start for s in report.statements if s.act in (Act.DENY, Act.DECLINE) and s.cue]
    return any(span.start <= cue < span.end for cue in cues for span in spans)


def _weigh_known(score: float, features: Sequence[float], matter: float, named: bool) -> float:
    """Weigh the probability by the concepts, which can be compared where both languages have a folder.

    Two reports of one event align by their names alone; a translation without names aligns by its concepts. Two events
    of one kind align by their concepts as well, but they differ in names: `named` is whether both reports have any.
    """
    cover, order, telling = features[0], features[3], features[7]
    if named and telling < settings.KNOWN_TELLING:
        return 0.0
    if cover < settings.KNOWN_COVER or matter < settings.KNOWN_MATTER:
        return 0.0
    if cover >= settings.FULL_COVER and order >= settings.FULL_ORDER and matter >= settings.FULL_MATTER:
        return max(score, settings.FULL_SCORE)
    return score


def _directed(
    left: ReportText, right: ReportText, alignment: Alignment, kind: ReuseKind, score: float
) -> ReuseAlignment:
    """Put the source first: the earlier one, else the one with a date of its own, else the one that
    has more which the other lacks, else by id."""
    spans = [(left.passages[i].span, right.passages[j].span) for p in alignment.pairs for i in p.left for j in p.right]
    if _comes_first(right, left, alignment.right_cover, alignment.left_cover):
        left, right = right, left
        spans = [(b, a) for a, b in spans]
    a, b = left.report.id, right.report.id
    evidence = tuple(r for x, y in spans for r in (ReportSpan(a, x), ReportSpan(b, y)))
    return ReuseAlignment(Reuse(a, b, kind, round(score, 3), evidence), tuple(spans))


def _comes_first(one: ReportText, other: ReportText, own_cover: float, other_cover: float) -> bool:
    a, b = one.report, other.report
    days = parse_day(a.report.published), parse_day(b.report.published)
    if days[0] and days[1] and days[0] != days[1]:
        return days[0] < days[1]
    instants = (a.report.published or "", b.report.published or "")
    if min(map(len, instants)) > 10 and instants[0] != instants[1]:
        return instants[0] < instants[1]
    inferred = [r.report.published_by is PublishedBy.STORY for r in (a, b)]
    if inferred[0] != inferred[1]:
        return inferred[1]
    if abs(own_cover - other_cover) > settings.COVER_GAP:
        return own_cover < other_cover
    return a.id < b.id


def _credited(by_id: dict[str, AnnotatedReport], grouping: Grouping) -> Iterator[ReuseAlignment]:
    """Yield reuse by credit: a report that names another's outlet as where it has something from."""
    for story in grouping.stories:
        outlets = {_plain(by_id[i].report.outlet): i for i in reversed(story.reports) if by_id[i].report.outlet}
        for name in story.reports if outlets else ():
            report = by_id[name]
            named = [(relay.name, relay.span) for s in report.statements for relay in s.relay]
            named += [(credit.name, credit.span) for credit in report.credits]
            for said, span in sorted(set(named)):
                source = outlets.get(_plain(said))
                if source and source != name and not _later(by_id[source], report):
                    evidence = (ReportSpan(name, span),)
                    yield ReuseAlignment(Reuse(source, name, ReuseKind.CREDIT, 1.0, evidence), ())
                    break


def _later(one: AnnotatedReport, other: AnnotatedReport) -> bool:
    days = parse_day(one.report.published), parse_day(other.report.published)
    return bool(days[0] and days[1] and days[0] > days[1])


def _plain(name: str | None) -> str:
    return "".join(c for c in (name or "").casefold() if c.isalnum())
