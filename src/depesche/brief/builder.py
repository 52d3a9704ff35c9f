"""What every section of a page needs: numbers of reports, names of entities, quotations with their references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from depesche.brief.parts import Quote, Ref
from depesche.brief.words import Words
from depesche.interlingua import analyse_span, gloss_span
from depesche.interlingua.lexicon import load_concepts_table
from depesche.records import AnnotatedReport, Brief, Claim, ClaimStatement, Entity, ReportSpan, SegmentKind, Span, Story
from depesche.settings import FRAGMENT_WORDS
from depesche.text.display import one_line


class Builder:
    """Holds the brief, the words of the reader's language and the labels of claims while a page is made."""

    def __init__(self, brief: Brief, words: Words, language: str) -> None:
        self.brief, self.words, self.language = brief, words, language
        self.reports: dict[str, AnnotatedReport] = {r.id: r for r in brief.reports}
        self.numbers = {r.id: n for n, r in enumerate(brief.reports, 1)}
        self.entities: dict[str, Entity] = {e.id: e for e in brief.entities}
        self.labels: dict[str, str] = {}

    def ref(self, place: ReportSpan) -> Ref:
        """Return a reference with the number of its report."""
        return Ref(self.numbers[place.report], place)

    def quote(self, place: ReportSpan, gloss: str | None = None) -> Quote:
        """Return a report's wording on one line."""
        report = self.reports[place.report]
        text = report.text[place.span.start : place.span.end]
        return Quote(one_line(text), report.language, gloss, (self.ref(place),))

    def glossed(self, place: ReportSpan) -> Quote:
        """Return a report's wording, with a gloss where it is in another language than the reader's."""
        report = self.reports[place.report]
        if report.language == self.language:
            return self.quote(place)
        gloss = gloss_span(report, (place.span,), self.language).translate(str.maketrans("", "", '"„“”«»'))
        return self.quote(place, one_line(gloss))

    def name(self, entity: str) -> str:
        """Return an entity's name; what is no name (a role, a group) says so by its own wording."""
        return one_line(self.entities[entity].name) if entity in self.entities else entity

    def names(self, entities: Iterable[str]) -> str:
        """Return names, each once."""
        return ", ".join(dict.fromkeys(self.name(e) for e in entities)) or self.words["nobody"]

    def party(self, entity: str) -> str:
        """Return who speaks through an entity, followed upwards to the last."""
        seen = [entity]
        while (known := self.entities.get(seen[-1])) and known.party and known.party not in seen:
            seen.append(known.party)
        return seen[-1]

    def numbered(self, reports: Iterable[str]) -> str:
        """Write reports as [1], [2]."""
        return ", ".join(f"[{n}]" for n in sorted(self.numbers[r] for r in set(reports) if r in self.numbers))

    def statement_ref(self, s: ClaimStatement) -> Ref:
        """Return the reference of a statement, from its first span to its last."""
        return self.ref(ReportSpan(s.report, Span(s.spans[0].start, s.spans[-1].end)))

    def join_labels(self, claims: Iterable[str]) -> str:
        """Write the labels of shown claims in order, runs as C3–C5."""
        found = sorted({int(self.labels[c][1:]) for c in claims if c in self.labels})
        runs: list[list[int]] = []
        for n in found:
            if runs and n == runs[-1][-1] + 1:
                runs[-1].append(n)
            else:
                runs.append([n])
        shown = [f"C{run[0]}–C{run[-1]}" if len(run) > 2 else ", ".join(f"C{n}" for n in run) for run in runs]
        return ", ".join(shown)

    def head(self, claim: Claim) -> Quote:
        """Return the wording a claim is headed by, with its gloss; of a fragment the sentence it stands in."""
        if claim.headline_from is None:
            return Quote(claim.headline, None, None, ())
        if is_fragment(self.reports[claim.headline_from.report], claim.headline_from.span):
            return self.glossed(self.sentence(claim.headline_from))
        quote = self.quote(claim.headline_from)
        if claim.headline_by == "gloss":
            return Quote(quote.text, quote.language, claim.headline, quote.refs)
        return Quote(one_line(claim.headline), quote.language, None, quote.refs)

    def sentence(self, place: ReportSpan) -> ReportSpan:
        """Return the sentence in which a wording begins, or the wording where it lies in none or goes beyond."""
        sentences = self.reports[place.report].sentences
        at = bisect_right(sentences, place.span.start, key=lambda s: s.span.start) - 1
        if at < 0 or place.span.end > sentences[at].span.end:
            return place
        return ReportSpan(place.report, sentences[at].span)

    def story_title(self, story: Story) -> Quote | None:
        """Return the title of a story's report: one in the reader's language first, then the earliest."""
        found = []
        for report in (self.reports[r] for r in story.reports if r in self.reports):
            title = next((s for s in report.segments if s.kind is SegmentKind.TITLE), None)
            if title is not None:
                foreign = report.language != self.language
                found.append((foreign, report.report.published or "9999", report.id, title.span))
        if not found:
            return None
        _, _, report_id, span = min(found)
        return self.glossed(ReportSpan(report_id, span))


_OPENING = frozenset('"“„»«–\n')  # what stands before a quotation or a line: a sentence may begin there


def is_fragment(report: AnnotatedReport, span: Span) -> bool:
    """Say whether a wording tells nothing by itself: few words, or part of a sentence without a telling verb."""
    text = report.text[span.start : span.end]
    if len(text.split()) < FRAGMENT_WORDS:
        return True
    if text[:1].isupper() and report.text[: span.start].rstrip(" ")[-1:] in _OPENING:
        return False
    table = load_concepts_table()
    rows = [table.get(slug) for unit in analyse_span(report, (span,)).units for slug in unit.concepts[:2]]
    return not any(row is not None and row.pos == "verb" for row in rows)


def shortest(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return references once each, in order of report and place, without those that another one encloses."""
    found = sorted(set(refs), key=lambda r: (r.number, r.place.span.start, -r.place.span.end))
    out: list[Ref] = []
    for ref in found:
        held = any(o.number == ref.number and ref.place.span.end <= o.place.span.end for o in out)
        if not held:
            out.append(ref)
    return tuple(out)
