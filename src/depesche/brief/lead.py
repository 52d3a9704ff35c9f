"""The lead, at most five lines: the event, the best supported claim, the main dispute, the newest, the one-sided."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.brief.builder import Builder, is_fragment
from depesche.brief.days import show_day, show_days
from depesche.brief.occasions import head_occasion, told_there
from depesche.brief.parts import Entry
from depesche.brief.rows import count_feet, known_through, only_way
from depesche.records import Claim

LINES = 5


def make_lead(b: Builder, claims: Sequence[Claim]) -> tuple[Entry, ...]:
    """Return the lead's lines; `claims` are those shown, the most important first."""
    lines = [_event(b)]
    whole = [c for c in claims if not _is_fragment(b, c)]
    held = [c for c in whole if c.asserted_by and not c.denied_by]
    rank = {c.id: n for n, c in enumerate(claims)}
    best = max(held, key=lambda c: (len(c.dispatches) > 1, _feet(c), len(c.dispatches), -rank[c.id]), default=None)
    disputed = next((c for c in whole if c.asserted_by and c.denied_by), None)
    days = sorted({c.first_reported for c in claims if c.first_reported})
    fresh = [c for c in claims if len(days) > 1 and c.first_reported == days[-1] and c not in (best, disputed)]
    fresh.sort(key=lambda c: (_is_fragment(b, c), not c.asserted_by, rank[c.id]))
    one_side = next((c for c in claims if known_through(b, c, other_side=True)), None)
    if best:
        lines.append(_line(b, b.words["lead_best"], best, count_feet(b, best)))
    if disputed:
        lines.append(_line(b, b.words["lead_dispute"], disputed, f"{b.words['denies']}: {b.names(disputed.denied_by)}"))
    if fresh:
        label = b.words.fill("lead_new", day=show_day(days[-1], b.words))
        also = b.words.fill("also_new", labels=b.join_labels(c.id for c in fresh[1:])) if fresh[1:] else ""
        lines.append(_line(b, label, fresh[0], also))
    if one_side:
        only = f"{b.words['known_through']} {known_through(b, one_side)}"
        lines.append(_line(b, b.words["lead_side"], one_side, only))
    else:
        lines.append(_one_sided_occasion(b))
    return tuple(line for line in lines if line is not None)[:LINES]


def _is_fragment(b: Builder, claim: Claim) -> bool:
    place = claim.headline_from
    return place is None or is_fragment(b.reports[place.report], place.span)


def _feet(claim: Claim) -> int:
    """Return on how many parties a claim stands; those who only sign one statement together count once."""
    signed = sum(bool(p.signed_with) for p in claim.parties)
    return claim.independent_sources - max(signed - 1, 0)


def _event(b: Builder) -> Entry | None:
    """Name the event by the title of the largest story."""
    for story in sorted(b.brief.stories, key=lambda s: (-len(s.reports), s.start or "9999", s.id)):
        title = b.story_title(story)
        if title is not None:
            when = f", {show_days(story.start, story.end, b.words)}" if story.start and story.end else ""
            return Entry(b.words["lead_event"] + when, (title,))
    return None


def _one_sided_occasion(b: Builder) -> Entry | None:
    """Return what is known of a letter or talk of one side through the other side's medium alone; None without one."""
    for occasion in b.brief.occasions:
        told = told_there(b, occasion)
        only = only_way(b, told, other_side=True)
        if only:
            place = b.statement_ref(told[0]).place
            note = f"{head_occasion(b, occasion)}; {b.words['known_through']} {only}"
            return Entry(b.words["lead_side"], (b.glossed(place),), note)
    return None


def _line(b: Builder, label: str, claim: Claim, further: str) -> Entry:
    says = f"{b.words['says']}: {b.names(claim.asserted_by)}" if claim.asserted_by else ""
    return Entry(f"{label} ({b.labels[claim.id]})", (b.head(claim),), "; ".join(x for x in (says, further) if x))
