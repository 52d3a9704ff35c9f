"""The lead, at most five lines: the event, the best supported claim, the main dispute, the newest, the one-sided."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.brief.builder import Builder
from depesche.brief.days import show_days
from depesche.brief.parts import Entry
from depesche.brief.rows import known_through
from depesche.records import Claim

LINES = 5


def make_lead(b: Builder, claims: Sequence[Claim]) -> tuple[Entry, ...]:
    """Return the lead's lines; `claims` are those shown, the most important first."""
    lines = [_event(b)]
    held = [c for c in claims if c.asserted_by and not c.denied_by]
    best = max(held, key=lambda c: (c.independent_sources, len(c.dispatches), -claims.index(c)), default=None)
    disputed = next((c for c in claims if c.asserted_by and c.denied_by), None)
    days = sorted({c.first_reported for c in claims if c.first_reported})
    fresh = [c for c in claims if len(days) > 1 and c.first_reported == days[-1] and c not in (best, disputed)]
    one_side = next((c for c in claims if known_through(b, c, other_side=True)), None)
    if best:
        lines.append(_line(b, b.words["lead_best"], best, b.names(best.asserted_by)))
    if disputed:
        who = f"{b.names(disputed.asserted_by)} – {b.words['denies']}: {b.names(disputed.denied_by)}"
        lines.append(_line(b, b.words["lead_dispute"], disputed, who))
    if fresh:
        lines.append(_line(b, f"{b.words['lead_new']} {days[-1]}", fresh[0], b.names(fresh[0].asserted_by)))
    if one_side:
        lines.append(_line(b, b.words["lead_side"], one_side, f"{known_through(b, one_side)}"))
    return tuple(line for line in lines if line is not None)[:LINES]


def _event(b: Builder) -> Entry | None:
    """Name the event by the title of the largest story."""
    for story in sorted(b.brief.stories, key=lambda s: (-len(s.reports), s.start or "9999", s.id)):
        title = b.story_title(story)
        if title is not None:
            when = show_days(story.start, story.end) if story.start and story.end else ""
            return Entry(b.words["lead_event"], (title,), when)
    return None


def _line(b: Builder, label: str, claim: Claim, who: str) -> Entry:
    return Entry(label, (b.head(claim),), f"{b.labels[claim.id]}, {who}")
