"""Brief -> page: what every format shows, in order, as plain data. No format is chosen here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from depesche.brief.builder import Builder
from depesche.brief.days import show_days, show_instant
from depesche.brief.decided import make_decided
from depesche.brief.drawing import make_drawing
from depesche.brief.figures import make_series
from depesche.brief.hands import make_hands
from depesche.brief.lead import make_lead
from depesche.brief.occasions import make_occasions
from depesche.brief.order import order_claims
from depesche.brief.parts import ClaimRow, Entry, Page, Quote, Ref, StorySection
from depesche.brief.rows import make_row
from depesche.brief.sections import make_reports, make_timeline, make_who
from depesche.brief.words import Words
from depesche.records import Brief, Claim

__all__ = ["ClaimRow", "Entry", "Page", "Quote", "Ref", "build_page"]


def build_page(brief: Brief, language: str, max_claims: int | None = None) -> Page:
    """Lay a brief out for a reader of `language`; `max_claims` None shows all claims."""
    b = Builder(brief, Words(language), language)
    ordered = order_claims(brief)
    shown = ordered if max_claims is None else ordered[:max_claims]
    b.labels = {claim.id: f"C{n}" for n, claim in enumerate(shown, 1)}
    rows = {claim.id: make_row(b, claim) for claim in shown}
    return Page(
        words=b.words,
        summary=_summary(b),
        lead=make_lead(b, shown),
        stories=_stories(b, shown, rows),
        series=make_series(b, shown),
        occasions=make_occasions(b),
        timeline=make_timeline(b),
        hands=make_hands(b),
        who=make_who(b),
        decided=make_decided(b),
        reports=make_reports(b),
        drawing=make_drawing(b),
        left_out=len(ordered) - len(shown),
        numbers=b.numbers,
    )


def _summary(b: Builder) -> str:
    reports = b.brief.reports
    if not reports:
        return b.words["nothing"]
    languages = ", ".join(sorted({b.words.language(r.language) for r in reports}, key=str.casefold))
    days = sorted(r.report.published[:10] for r in reports if r.report.published)
    dates = show_days(days[0], days[-1], b.words) if days else b.words["undated"]
    line = b.words.fill(
        "reports_line",
        reports=len(reports),
        languages=languages,
        dates=dates,
        stories=b.words.count("story", len(b.brief.stories)),
    )
    return f"{line}; {b.words.fill('as_of', when=show_instant(b.brief.as_of, b.words))}" if b.brief.as_of else line


def _stories(b: Builder, shown: Sequence[Claim], rows: Mapping[str, ClaimRow]) -> tuple[StorySection, ...]:
    order: dict[str | None, list[ClaimRow]] = {}
    for claim in shown:
        order.setdefault(claim.story, []).append(rows[claim.id])
    stories = {s.id: s for s in b.brief.stories}
    out = []
    for n, (story, found) in enumerate(order.items(), 1):
        title = b.story_title(stories[story]) if story in stories else None
        numbers = b.numbered(stories[story].reports) if story in stories else ""
        reports = b.words.fill("story_reports", numbers=numbers) if numbers else ""
        out.append(StorySection(f"{b.words['story']} {n}", title, reports, tuple(found)))
    return tuple(out)
