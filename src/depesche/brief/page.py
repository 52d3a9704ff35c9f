"""Brief -> page: what every format shows, in order, as plain data. No format is chosen here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depesche.brief.days import show_days
from depesche.brief.order import order_claims
from depesche.brief.words import Words
from depesche.records import (
    AnnotatedReport,
    Brief,
    Claim,
    ClaimStatement,
    Entity,
    ReportSpan,
    Stance,
)
from depesche.settings import BRIEF_LOW_CONFIDENCE

ASSERTING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.WARNS, Stance.ACCUSES, Stance.PROMISES)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: `number` is the report's place in the list of reports, from 1."""

    number: int
    place: ReportSpan


@dataclass(frozen=True, slots=True)
class Quote:
    """Wording of a report, with a gloss where the reader's language is another."""

    text: str
    language: str | None
    gloss: str | None
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One line of a claim: who does what through whom, and where it stands."""

    verb: str
    names: str
    note: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as shown: `label` is C1, C2 … in the order of the page."""

    label: str
    claim: Claim
    head: Quote
    voices: tuple[Voice, ...]
    counts: str
    why: tuple[str, ...]
    dates: str
    notes: tuple[str, ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of another section: what, its wording side by side, and a remark."""

    head: str
    quotes: tuple[Quote, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class StorySection:
    label: str
    title: Quote | None
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a brief shows. `left_out` counts claims beyond the limit."""

    words: Words
    summary: str
    lead: tuple[tuple[str, str, tuple[Ref, ...]], ...]
    stories: tuple[StorySection, ...]
    timeline: tuple[Entry, ...]
    hands: tuple[Entry, ...]
    who: tuple[Entry, ...]
    reports: tuple[Entry, ...]
    left_out: int
    numbers: Mapping[str, int]


class _Builder:
    """Holds what every section needs while a page is made."""

    def __init__(self, brief: Brief, words: Words) -> None:
        self.brief, self.words = brief, words
        self.reports: dict[str, AnnotatedReport] = {r.id: r for r in brief.reports}
        self.numbers = {r.id: n for n, r in enumerate(brief.reports, 1)}
        self.entities: dict[str, Entity] = {e.id: e for e in brief.entities}
        self.labels: dict[str, str] = {}

    def ref(self, place: ReportSpan) -> Ref:
        return Ref(self.numbers[place.report], place)

    def quote(self, place: ReportSpan, gloss: str | None = None) -> Quote:
        report = self.reports[place.report]
        text = report.text[place.span.start : place.span.end]
        return Quote(" ".join(text.split()), report.language, gloss, (self.ref(place),))

    def name(self, entity: str) -> str:
        return self.entities[entity].name if entity in self.entities else entity

    def names(self, entities: Iterable[str]) -> str:
        return ", ".join(self.name(e) for e in entities) or self.words["nobody"]


def build_page(brief: Brief, language: str, max_claims: int | None = None) -> Page:
    """Lay a brief out for a reader of `language`; `max_claims` None shows all claims."""
    b = _Builder(brief, Words(language))
    ordered = order_claims(brief)
    shown = ordered if max_claims is None else ordered[:max_claims]
    b.labels = {claim.id: f"C{n}" for n, claim in enumerate(shown, 1)}
    rows = {claim.id: _row(b, claim) for claim in shown}
    return Page(
        words=b.words,
        summary=_summary(b),
        lead=_lead(b, shown),
        stories=_stories(b, shown, rows),
        timeline=_timeline(b),
        hands=_hands(b),
        who=_who(b),
        reports=_reports(b),
        left_out=len(ordered) - len(shown),
        numbers=b.numbers,
    )


def _summary(b: _Builder) -> str:
    reports = b.brief.reports
    languages = ", ".join(sorted({r.language or "?" for r in reports}))
    days = sorted(r.report.published[:10] for r in reports if r.report.published)
    dates = f"{days[0]} {b.words['to']} {days[-1]}" if days else b.words["undated"]
    if days and days[0] == days[-1]:
        dates = days[0]
    line = b.words.fill(
        "reports_line", reports=len(reports), languages=languages, dates=dates, stories=len(b.brief.stories)
    )
    return f"{line}; {b.words.fill('as_of', when=b.brief.as_of)}" if b.brief.as_of else line


def _head(b: _Builder, claim: Claim) -> Quote:
    if claim.headline_from is None:
        return Quote(claim.headline, None, None, ())
    quote = b.quote(claim.headline_from)
    gloss = claim.headline if claim.headline_by == "gloss" else None
    first = next((s for s in claim.statements if s.report == claim.headline_from.report), None)
    text = " ".join(first.text.split()) if first and claim.headline_by == "wording" else quote.text
    return Quote(text, quote.language, gloss, quote.refs)


def _statement_ref(b: _Builder, s: ClaimStatement) -> Ref:
    start, end = s.spans[0].start, s.spans[-1].end
    return b.ref(ReportSpan(s.report, type(s.spans[0])(start, end)))


def _voices(b: _Builder, claim: Claim) -> tuple[Voice, ...]:
    grouped: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[ClaimStatement]] = {}
    for s in claim.statements:
        grouped.setdefault((s.stance.value, s.who, s.relay), []).append(s)
    order = [s.value for s in (*ASSERTING, Stance.DEMANDS, Stance.ASKS, Stance.DENIES, Stance.DECLINES, Stance.STATES)]
    out = []
    for (stance, who, relay), told in sorted(grouped.items(), key=lambda g: (order.index(g[0][0]), g[0])):
        verb = b.words[stance] if stance in ("denies", "declines", "demands", "asks", "states") else b.words["says"]
        names = "" if stance == Stance.STATES.value else b.names(who)
        notes = [f"{b.words['through']} {b.names(relay)}"] if relay else []
        if stance == Stance.DENIES.value and not relay and not any(s.said_on for s in told):
            notes.append(b.words["no_channel"])
        out.append(Voice(verb, names, "; ".join(notes), tuple(_statement_ref(b, s) for s in told)))
    return tuple(out)


def _row(b: _Builder, claim: Claim) -> ClaimRow:
    words = b.words
    counts = words.fill(
        "counts",
        parties=words.count("party", claim.independent_sources),
        dispatches=words.count("dispatch", len(claim.dispatches)),
    )
    dates = []
    if claim.first_reported:
        dates.append(f"{words['first_reported']} {claim.first_reported}")
    if claim.first_said:
        dates.append(f"{words['first_said']} {claim.first_said}")
    merged = [p.why for p in claim.parties if p.voices != (p.party,)]
    why = merged + [d.why for d in claim.dispatches if len(d.reports) > 1]
    told = [s.confidence for s in claim.statements if s.statement]
    return ClaimRow(
        label=b.labels[claim.id],
        claim=claim,
        head=_head(b, claim),
        voices=_voices(b, claim),
        counts=counts,
        why=tuple(dict.fromkeys(why)),
        dates="; ".join(dates),
        notes=_notes(b, claim),
        unsure=bool(told) and max(told) < BRIEF_LOW_CONFIDENCE,
    )


def _notes(b: _Builder, claim: Claim) -> tuple[str, ...]:
    kinds: dict[str, list[str]] = {}
    for link in claim.links:
        if link.to in b.labels:
            kinds.setdefault(link.kind, []).append(b.labels[link.to])
    notes = [f"{b.words[kind]}: {', '.join(sorted(found))}" for kind, found in sorted(kinds.items())]
    values: dict[tuple[str | None, str | None], set[str]] = {}
    for figure in claim.figures:
        shown = (
            f"{figure.value:g}" if isinstance(figure.value, float | int) else "–".join(f"{v:g}" for v in figure.value)
        )
        values.setdefault((figure.unit, figure.of), set()).add(shown)
    for (unit, of), found in sorted(values.items(), key=str):
        if len(found) > 1:
            notes.append(f"{b.words['figures']}: {', '.join(sorted(found))} {of or unit or ''}".rstrip())
    return tuple(notes)


def _lead(b: _Builder, claims: list[Claim]) -> tuple[tuple[str, str, tuple[Ref, ...]], ...]:
    """At most five lines: the event, the best supported claim, the main dispute, what is new."""
    lines: list[tuple[str, str, tuple[Ref, ...]]] = []
    if b.brief.storylines:
        first = max(b.brief.stories, key=lambda s: (len(s.reports), s.id))
        lines.append((b.words["lead_event"], f"“{first.title}”", ()))
    held = [c for c in claims if c.asserted_by and not c.denied_by]
    best = max(held, key=lambda c: (c.independent_sources, len(c.dispatches), -claims.index(c)), default=None)
    disputed = next((c for c in claims if c.asserted_by and c.denied_by), None)
    days = sorted({c.first_reported for c in claims if c.first_reported})
    newest = next((c for c in claims if days and c.first_reported == days[-1] and c not in (best, disputed)), None)
    if best:
        lines.append((b.words["lead_best"], *_lead_claim(b, best, b.names(best.asserted_by))))
    if disputed:
        who = f"{b.names(disputed.asserted_by)} ↔ {b.names(disputed.denied_by)}"
        lines.append((b.words["lead_dispute"], *_lead_claim(b, disputed, who)))
    if newest and len(days) > 1:
        lines.append((f"{b.words['lead_new']} {days[-1]}", *_lead_claim(b, newest, b.names(newest.asserted_by))))
    return tuple(lines[:5])


def _lead_claim(b: _Builder, claim: Claim, who: str) -> tuple[str, tuple[Ref, ...]]:
    head = _head(b, claim)
    shown = f"“{head.text}”" if head.gloss is None else f"“{head.text}” ({b.words['gloss']}: {head.gloss})"
    return f"{b.labels[claim.id]}, {who}: {shown}", head.refs


def _stories(b: _Builder, shown: list[Claim], rows: Mapping[str, ClaimRow]) -> tuple[StorySection, ...]:
    order: dict[str | None, list[ClaimRow]] = {}
    for claim in shown:
        order.setdefault(claim.story, []).append(rows[claim.id])
    titles = {s.id: s for s in b.brief.stories}
    out = []
    for n, (story, found) in enumerate(order.items(), 1):
        title = None
        if story in titles:
            numbers = ", ".join(f"[{b.numbers[r]}]" for r in titles[story].reports if r in b.numbers)
            title = Quote(titles[story].title, None, numbers, ())
        out.append(StorySection(f"{b.words['story']} {n}", title, tuple(found)))
    return tuple(out)


def _timeline(b: _Builder) -> tuple[Entry, ...]:
    out = []
    for entry in b.brief.timeline:
        when = show_days(entry.start, entry.end)
        quote = b.quote(entry.evidence[0]) if entry.evidence else Quote(entry.text, None, None, ())
        quote = Quote(quote.text, quote.language, None, tuple(b.ref(e) for e in entry.evidence))
        labels = [b.labels[c] for c in entry.claims if c in b.labels]
        note = b.words["inferred"] if entry.resolved_by and entry.resolved_by.value == "story" else ""
        out.append(Entry(when, (quote,), "; ".join(x for x in (", ".join(labels), note) if x)))
    return tuple(out)


def _hands(b: _Builder) -> tuple[Entry, ...]:
    out = []
    for use in b.brief.reuse:
        head = f"[{b.numbers[use.to]}] {b.words[use.kind.value]} [{b.numbers[use.source]}]"
        out.append(Entry(head, tuple(b.quote(e) for e in use.evidence[:2])))
    for d in b.brief.distortions:
        out.append(Entry(b.words[d.kind.value], (b.quote(d.source), b.quote(d.to)), d.why))
    for c in b.brief.conflicts:
        out.append(Entry(f"{b.words['conflict']}: {b.words[c.kind]}", tuple(b.quote(p) for p in c.between), c.why))
    return tuple(out)


def _who(b: _Builder) -> tuple[Entry, ...]:
    spoken = {e for c in b.brief.claims for s in c.statements for e in (*s.who, *s.relay)}
    out = []
    for entity in b.brief.entities:
        if entity.id not in spoken:
            continue
        forms = sorted({f for _, found in entity.names for f in found if f != entity.name})
        notes = [f"{b.words['spelled']} {', '.join(forms)}"] if forms else []
        if entity.party and entity.party in b.entities and entity.party != entity.id:
            notes.append(f"{b.words['speaks_for']} {b.name(entity.party)}")
        roles = {r.text: r for r in entity.roles}
        quotes = tuple(b.quote(ReportSpan(r.report, r.span)) for _, r in sorted(roles.items())[:3])
        out.append(Entry(entity.name, quotes, "; ".join(notes)))
    return tuple(sorted(out, key=lambda e: e.head.casefold()))


def _reports(b: _Builder) -> tuple[Entry, ...]:
    by = {"given": "given", "markup": "markup", "text": "from_text", "story": "inferred"}
    out = []
    for report in b.brief.reports:
        base = report.report
        when = base.published[:16].replace("T", " ") if base.published else b.words["undated"]
        how = b.words[by[base.published_by.value]] if base.published_by else ""
        facts = [base.language or "?", base.outlet or "", when, how if base.published else ""]
        out.append(Entry(f"[{b.numbers[report.id]}] {report.id}", (), "; ".join(f for f in facts if f)))
    return tuple(out)
