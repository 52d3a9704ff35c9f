"""Records -> the JSON of the public contract (docs/schema). Field names and order are part of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from depesche.records import (
    AnnotatedReport,
    Brief,
    Claim,
    ClaimStatement,
    Figure,
    Occasion,
    Relay,
    ReportSpan,
    Source,
    Span,
    Statement,
    Time,
)

Json = dict[str, Any]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _reference(place: ReportSpan, texts: Mapping[str, str]) -> Json:
    """Write a reference with the wording it points at, so that a brief can be checked against its reports."""
    return {
        "report": place.report,
        "span": list(place.span),
        "text": texts[place.report][place.span.start : place.span.end],
    }


def _source(source: Source) -> Json:
    return {
        "entity": source.entity,
        "name": source.name,
        "forms": list(source.forms),
        "type": source.type.value,
    }


def _relay(relay: Relay) -> Json:
    return {"name": relay.name, "span": list(relay.span), "entity": relay.entity, "forms": list(relay.forms)}


def _time(time: Time) -> Json:
    return {
        "span": list(time.span),
        "type": time.type.value,
        "value": time.value,
        "mod": time.mod.value if time.mod else None,
        "begin": time.begin,
        "end": time.end,
        "resolved_by": time.resolved_by.value if time.resolved_by else None,
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "content": _spans(statement.content),
        "cue": _spans(statement.cue),
        "speaker": _spans(statement.speaker),
        "act": statement.act.value,
        "kind": statement.kind.value,
        "hedged": statement.hedged,
        "confidence": round(statement.confidence, 3),
        "who": [_source(s) for s in statement.who],
        "relay": [_relay(r) for r in statement.relay],
        "said_on": statement.said_on,
    }


def annotation_to_json(report: AnnotatedReport) -> Json:
    """Return one line of `depesche annotate`."""
    base = report.report
    return {
        "id": base.id,
        "language": base.language,
        "title": base.title,
        "outlet": base.outlet,
        "url": base.url,
        "text": base.text,
        "published": base.published,
        "published_by": base.published_by.value if base.published_by else None,
        "published_evidence": _spans(base.published_evidence),
        "segments": [{"span": list(s.span), "kind": s.kind.value} for s in report.segments],
        "names": [
            {"span": list(n.span), "type": n.type.value, "entity": n.entity, "name": n.name or n.lemma}
            for n in report.names
        ],
        "times": [_time(t) for t in report.times],
        "quantities": [
            {
                "span": list(q.span),
                "value": list(q.value) if isinstance(q.value, tuple) else q.value,
                "unit": q.unit,
                "approx": q.approx,
                "of": q.of,
            }
            for q in report.quantities
        ],
        "statements": [_statement(s) for s in report.statements],
        "credits": [{"name": c.name, "span": list(c.span)} for c in report.credits],
    }


def _claim_statement(statement: ClaimStatement) -> Json:
    return {
        "report": statement.report,
        "statement": statement.statement,
        "spans": _spans(statement.spans),
        "text": statement.text,
        "gloss": statement.gloss,
        "who": list(statement.who),
        "relay": list(statement.relay),
        "stance": statement.stance.value,
        "confidence": round(statement.confidence, 3),
        "said_on": statement.said_on,
        "cue": _spans(statement.cue),
        "kind": statement.kind.value if statement.kind else None,
        "hedged": statement.hedged,
        "withdraws": statement.withdraws,
    }


def _figure(figure: Figure, texts: Mapping[str, str]) -> Json:
    return {
        "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
        "unit": figure.unit,
        "of": figure.of,
        "when": figure.when,
        "statement": figure.statement,
        "replaced": figure.replaced,
        "toll": figure.toll,
        **(_reference(figure.place, texts) if figure.place else {}),
    }


def _claim(claim: Claim, texts: Mapping[str, str]) -> Json:
    return {
        "id": claim.id,
        "story": claim.story,
        "headline": claim.headline,
        "headline_by": claim.headline_by,
        "headline_from": _reference(claim.headline_from, texts) if claim.headline_from else None,
        "statements": [_claim_statement(s) for s in claim.statements],
        "asserted_by": list(claim.asserted_by),
        "denied_by": list(claim.denied_by),
        "declined_by": list(claim.declined_by),
        "independent_sources": claim.independent_sources,
        "parties": [{"party": p.party, "voices": list(p.voices), "why": p.why} for p in claim.parties],
        "dispatches": [{"reports": list(d.reports), "why": d.why} for d in claim.dispatches],
        "links": [{"to": link.to, "kind": link.kind, "why": link.why} for link in claim.links],
        "figures": [_figure(f, texts) for f in claim.figures],
        "first_reported": claim.first_reported,
        "first_said": claim.first_said,
        "history": [{"kind": e.kind.value, "day": e.day, "report": e.report, "to": e.to} for e in claim.history],
    }


def _occasion(occasion: Occasion, claim_of: Mapping[str, str], texts: Mapping[str, str]) -> Json:
    told = [s for taken in occasion.taken for s in (*taken.statements, *taken.going_on)]
    return {
        "id": occasion.id,
        "kind": occasion.kind.value,
        "held_by": list(occasion.held_by),
        "counterpart": list(occasion.counterpart),
        "when": occasion.when,
        "place": occasion.place,
        "claims": list(dict.fromkeys(claim_of[s] for s in told if s in claim_of)),
        "taken": [
            {
                "report": taken.report,
                "statements": list(taken.statements),
                "going_on": list(taken.going_on),
                "named": [_reference(ReportSpan(taken.report, span), texts) for span in taken.named],
            }
            for taken in occasion.taken
        ],
        "why": occasion.why,
    }


def _brief_report(report: AnnotatedReport, story: str | None) -> Json:
    base = report.report
    return {
        "id": base.id,
        "language": base.language,
        "outlet": base.outlet,
        "published": base.published,
        "published_by": base.published_by.value if base.published_by else None,
        "title": base.title,
        "story": story,
    }


def brief_to_json(brief: Brief) -> Json:
    """Return what `depesche brief --format json` prints."""
    texts = {r.id: r.text for r in brief.reports}
    claim_of = {s.statement: c.id for c in brief.claims for s in c.statements if s.statement}
    return {
        "as_of": brief.as_of,
        "reports": [_brief_report(r, brief.story_of.get(r.id)) for r in brief.reports],
        "stories": [
            {
                "id": s.id,
                "storyline": s.storyline,
                "title": s.title,
                "reports": list(s.reports),
                "from": s.start,
                "to": s.end,
                "why": list(s.why),
            }
            for s in brief.stories
        ],
        "storylines": [
            {"id": s.id, "title": s.title, "stories": list(s.stories), "why": list(s.why)} for s in brief.storylines
        ],
        "entities": [
            {
                "id": e.id,
                "type": e.type,
                "name": e.name,
                "names": {language: list(forms) for language, forms in e.names},
                "roles": [{"text": r.text, "report": r.report, "span": list(r.span)} for r in e.roles],
                "party": e.party,
            }
            for e in brief.entities
        ],
        "claims": [_claim(c, texts) for c in brief.claims],
        "reuse": [
            {
                "from": r.source,
                "to": r.to,
                "kind": r.kind.value,
                "score": round(r.score, 3),
                "evidence": [_reference(e, texts) for e in r.evidence],
                "decided": r.decided,
            }
            for r in brief.reuse
        ],
        "parts": [
            {
                **_reference(ReportSpan(p.report, p.span), texts),
                "from": p.source,
                "kind": p.kind.value,
                "evidence": [_reference(e, texts) for e in p.evidence],
                "unnamed": list(p.unnamed),
            }
            for p in brief.parts
        ],
        "judgements": [
            {k: getattr(j, k) for k in ("kind", "left", "right", "author", "time", "reason")} for j in brief.judgements
        ],
        "distortions": [
            {"kind": d.kind.value, "from": _reference(d.source, texts), "to": _reference(d.to, texts), "why": d.why}
            for d in brief.distortions
        ],
        "conflicts": [
            {"kind": c.kind, "between": [_reference(p, texts) for p in c.between], "why": c.why}
            for c in brief.conflicts
        ],
        "timeline": [
            {
                "start": t.start,
                "end": t.end,
                "text": t.text,
                "claims": list(t.claims),
                "evidence": [_reference(e, texts) for e in t.evidence],
                "resolved_by": t.resolved_by.value if t.resolved_by else None,
            }
            for t in brief.timeline
        ],
        "occasions": [_occasion(o, claim_of, texts) for o in brief.occasions],
    }
