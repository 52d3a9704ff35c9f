"""The sections after the ledger: timeline, who is who, the reports."""

from __future__ import annotations

from dataclasses import replace

from depesche.brief.builder import Builder, shortest
from depesche.brief.days import show_days, show_instant
from depesche.brief.parts import Entry, Quote
from depesche.records import ReportSpan, ResolvedBy, TimelineEntry
from depesche.settings import TIMELINE_LINES
from depesche.text.display import one_line

_PUBLISHED = {"given": "given", "markup": "markup", "text": "from_text", "story": "inferred"}

_RESOLVED = {ResolvedBy.STORY: "inferred", ResolvedBy.CALENDAR: "calendar"}


def make_timeline(b: Builder) -> tuple[Entry, ...]:
    """Return the timeline in order of date, one entry for each time.

    Where it is long, what claims and several reports tell is kept.
    """
    entries = [e for e in b.brief.timeline if e.evidence]
    if len(entries) > TIMELINE_LINES:
        kept = sorted(entries, key=lambda e: _worth(b, e))[:TIMELINE_LINES]
        entries = [e for e in entries if e in kept]
    by_days: dict[str, list[Quote]] = {}
    for entry in entries:
        note = b.words[_RESOLVED[entry.resolved_by]] if entry.resolved_by in _RESOLVED else ""
        lead = "; ".join(x for x in (b.join_labels(entry.claims), note) if x)
        quote = b.glossed(entry.evidence[0])
        quote = replace(quote, refs=shortest(b.ref(e) for e in entry.evidence), lead=lead)
        by_days.setdefault(show_days(entry.start, entry.end, b.words), []).append(quote)
    return tuple(Entry(days, tuple(quotes)) for days, quotes in by_days.items())


def _worth(b: Builder, entry: TimelineEntry) -> tuple[bool, int, str]:
    return (not any(c in b.labels for c in entry.claims), -len({e.report for e in entry.evidence}), entry.start)


def make_who(b: Builder) -> tuple[Entry, ...]:
    """Return those who say or pass something on, with spellings and roles; equal names are one line."""
    spoken = {e for c in b.brief.claims for s in c.statements for e in (*s.who, *s.relay)}
    lines: dict[str, list[str]] = {}
    for entity in b.brief.entities:
        if entity.id in spoken:
            lines.setdefault(entity.name, []).append(entity.id)
    return tuple(_person(b, ids) for _, ids in sorted(lines.items(), key=lambda x: x[0].casefold()))


def _person(b: Builder, ids: list[str]) -> Entry:
    entities = [b.entities[i] for i in ids]
    name = entities[0].name
    forms = sorted({f for e in entities for _, found in e.names for f in found if f != name})
    notes = [f"{b.words['spelled']} {', '.join(forms)}"] if forms else []
    parties = {b.name(e.party) for e in entities if e.party and e.party in b.entities} - {name}
    if parties:
        notes.append(f"{b.words['speaks_for']} {', '.join(sorted(parties))}")
    roles = {r.text.casefold(): r for e in entities for r in e.roles}
    quotes = tuple(b.quote(ReportSpan(r.report, r.span)) for _, r in sorted(roles.items())[:3])
    return Entry(name, quotes, "; ".join(notes))


def make_reports(b: Builder) -> tuple[Entry, ...]:
    """Return the reports with language, outlet, date and where the date comes from."""
    out = []
    for report in b.brief.reports:
        base = report.report
        when = show_instant(base.published, b.words) if base.published else b.words["undated"]
        how = b.words[_PUBLISHED[base.published_by.value]] if base.published_by and base.published else ""
        facts = [b.words.language(base.language), base.outlet or "", when, how]
        title = f"“{one_line(base.title)}”" if base.title else ""
        out.append(Entry(f"[{b.numbers[report.id]}] {report.id}", (), "; ".join(f for f in (*facts, title) if f)))
    return tuple(out)
