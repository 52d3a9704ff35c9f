"""What every section of a page needs: numbers of reports, names of entities, quotations with their references."""

from __future__ import annotations

from collections.abc import Iterable

from depesche.brief.parts import Quote, Ref
from depesche.brief.words import Words
from depesche.interlingua import gloss_span
from depesche.records import AnnotatedReport, Brief, Claim, ClaimStatement, Entity, ReportSpan, SegmentKind, Span, Story
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

    def head(self, claim: Claim) -> Quote:
        """Return the wording a claim is headed by, with its gloss."""
        if claim.headline_from is None:
            return Quote(claim.headline, None, None, ())
        quote = self.quote(claim.headline_from)
        if claim.headline_by == "gloss":
            return Quote(quote.text, quote.language, claim.headline, quote.refs)
        return Quote(one_line(claim.headline), quote.language, None, quote.refs)

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


def shortest(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return references once each, in order of report and place, without those that another one encloses."""
    found = sorted(set(refs), key=lambda r: (r.number, r.place.span.start, -r.place.span.end))
    out: list[Ref] = []
    for ref in found:
        held = any(o.number == ref.number and ref.place.span.end <= o.place.span.end for o in out)
        if not held:
            out.append(ref)
    return tuple(out)
