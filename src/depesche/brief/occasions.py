"""Occasions as shown: what it was, who held it, when and where, and what each report took from it."""

from __future__ import annotations

from depesche.brief.builder import Builder
from depesche.brief.days import show_time
from depesche.brief.parts import Entry, Quote
from depesche.brief.rows import only_way
from depesche.records import ClaimStatement, Occasion, ReportSpan, Taken


def make_occasions(b: Builder) -> tuple[Entry, ...]:
    """Return the occasions from which a shown claim was taken, in order of date; what has no date stands last."""
    label_of = {s.statement: b.labels[c.id] for c in b.brief.claims if c.id in b.labels for s in c.statements}
    out = []
    for occasion in b.brief.occasions:
        quotes = tuple(quote for t in occasion.taken if (quote := _taken(b, t, label_of)) is not None)
        if quotes:
            notes = [b.words["one_occasion"]] if len(quotes) > 1 else []
            only = only_way(b, told_there(b, occasion))
            notes += [f"{b.words['known_through']} {only}"] if only else []
            out.append(Entry(head_occasion(b, occasion), quotes, "; ".join(notes)))
    return tuple(out)


def told_there(b: Builder, occasion: Occasion) -> list[ClaimStatement]:
    """Return the statements whose sentence puts them at an occasion."""
    ids = {s for t in occasion.taken for s in t.statements}
    return [s for c in b.brief.claims for s in c.statements if s.statement in ids]


def head_occasion(b: Builder, occasion: Occasion) -> str:
    """Write "Letter, 3 May 2024: Ann Lee to Ola Nilsen, in Velby"; only what reports say is there."""
    what = b.words[f"kind_{occasion.kind.value}"]
    when = f", {show_time(occasion.when, b.words)}" if occasion.when else ""
    who = b.names(occasion.held_by) if occasion.held_by else b.words["nobody"]
    to = f" → {b.names(occasion.counterpart)}" if occasion.counterpart else ""
    where = f" ({b.name(occasion.place)})" if occasion.place else ""
    return f"{what}{when}: {who}{to}{where}"


def _taken(b: Builder, taken: Taken, label_of: dict[str | None, str]) -> Quote | None:
    """Return where a report names an occasion, with the claims it took from it before it."""
    direct = _labels(taken.statements, label_of)
    further = [label for label in _labels(taken.going_on, label_of) if label not in direct]
    if not direct and not further:
        return None
    lead = f"[{b.numbers[taken.report]}] {', '.join(direct)}"
    if further:
        lead += f" ({b.words['going_on']} {', '.join(further)})"
    quote = b.quote(ReportSpan(taken.report, taken.named[0]))
    refs = tuple(b.ref(ReportSpan(taken.report, span)) for span in taken.named)
    return Quote(quote.text, quote.language, None, refs, lead)


def _labels(statements: tuple[str, ...], label_of: dict[str | None, str]) -> list[str]:
    return sorted({label_of[s] for s in statements if s in label_of}, key=lambda label: int(label[1:]))
