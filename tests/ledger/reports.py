"""Small reports for tests of the ledger: sentences of who says what, with entities already known."""

from __future__ import annotations

from dataclasses import replace

from depesche.ledger.claims import build_claims
from depesche.ledger.items import Archive
from depesche.pipeline import annotate_report
from depesche.records import (
    Act,
    AnnotatedReport,
    Claim,
    Entity,
    Report,
    Source,
    SourceType,
    Span,
    Statement,
    StatementKind,
)
from depesche.text.hashing import content_id

PARTIES = {"Spokeswoman": "Norland", "Ministry": "Norland", "Agency": "Southland"}


def told(report_id: str, day: str | None, *lines: tuple[str, Act, str], language: str = "en") -> AnnotatedReport:
    """Return a report of lines (who, act, what): "Who: what." a line each. `who` may be several, joined by "+"."""
    text, places = "", []
    for who, act, what in lines:
        start = len(text) + len(who) + 2
        places.append((who, act, Span(start, start + len(what))))
        text += f"{who}: {what}.\n\n"
    annotated = annotate_report(Report(report_id, text, language=language, published=day))
    return replace(annotated, statements=tuple(_statement(report_id, *place) for place in places))


def _statement(report_id: str, who: str, act: Act, span: Span) -> Statement:
    cue = Span(span.start - 2, span.start - 1)
    sources = tuple(Source(name, (name,), SourceType.NAMED, name) for name in who.split("+") if name)
    identity = content_id(report_id, f"{span.start}-{span.end}", ":")
    return Statement(identity, (span,), (cue,), (), act, StatementKind.INDIRECT, False, 0.9, sources)


def ledger(
    *reports: AnnotatedReport, line_of: dict[str, str] | None = None, story_of: dict[str, str] | None = None
) -> tuple[Claim, ...]:
    """Return the claims of reports, of one story where `story_of` doesn't say otherwise."""
    names = sorted({s.entity for r in reports for st in r.statements for s in st.who if s.entity})
    everybody = sorted({*names, *PARTIES.values()})
    entities = {n: Entity(n, "organization", n, (("en", (n,)),), (), PARTIES.get(n)) for n in everybody}
    story_of = story_of or {r.id: "story" for r in reports}
    return build_claims(
        Archive(tuple(sorted(reports, key=lambda r: r.id)), entities, story_of, (), (), line_of or {}), "en"
    )


def with_text(claims: tuple[Claim, ...], words: str) -> Claim:
    """Return the one claim in which a statement holds these words."""
    found = [c for c in claims if any(words in s.text for s in c.statements)]
    assert len(found) == 1, f"{words!r} is in {len(found)} claims"
    return found[0]
