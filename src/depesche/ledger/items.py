"""Statements with what the ledger needs to compare them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from depesche.interlingua import Meaning, analyse_span
from depesche.lang.schema.stages import load_stages
from depesche.ledger.voices import parties_of
from depesche.records import Act, AnnotatedReport, Entity, Judgement, Reuse, SegmentKind, Sentence, Span, Statement

ASSERTING = frozenset({Act.ASSERT, Act.CONFIRM, Act.WARN, Act.ACCUSE, Act.PROMISE})


@dataclass(frozen=True, slots=True)
class Archive:
    """What the earlier stages found: reports in order of id, entities by id, and who has it from whom."""

    reports: tuple[AnnotatedReport, ...]
    entities: Mapping[str, Entity]
    story_of: Mapping[str, str]
    reuse: tuple[Reuse, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def report(self, report_id: str) -> AnnotatedReport:
        """Return one report; KeyError where there is none of that id."""
        return next(r for r in self.reports if r.id == report_id)


@dataclass(frozen=True, slots=True)
class Item:
    """A statement, or a sentence a report states on its own account (then `statement` is None).

    `parties` are those behind its voices; `signature` is equal for equal wordings that name the same entities.
    """

    key: str
    report: AnnotatedReport
    spans: tuple[Span, ...]
    meaning: Meaning
    stages: frozenset[str]
    statement: Statement | None = None
    parties: frozenset[str] = frozenset()
    in_title: bool = False
    signature: str = ""

    @property
    def act(self) -> Act | None:
        return self.statement.act if self.statement else None

    @property
    def who(self) -> tuple[str, ...]:
        return tuple(s.entity for s in self.statement.who if s.entity) if self.statement else ()


def _stages(meaning: Meaning) -> frozenset[str]:
    of = load_stages().of
    return frozenset(of[slug] for unit in meaning.units for slug in unit.concepts[:2] if slug in of)


def make_item(
    report: AnnotatedReport,
    spans: tuple[Span, ...],
    statement: Statement | None,
    entities: Mapping[str, Entity] | None = None,
) -> Item:
    """Return an item with its meaning; `key` is unique over an archive and stable."""
    meaning = analyse_span(report, spans)
    name = statement.id if statement else f"own:{spans[0].start}"
    voices = [w.entity for w in statement.who if w.entity] if statement else []
    parties = parties_of(voices, entities or {})
    named = " ".join(unit.entity or "" for unit in meaning.units if unit.name)
    signature = f"{report.language} {meaning.text} {named}"
    title = _is_title(report, spans[0].start)
    return Item(f"{report.id}#{name}", report, spans, meaning, _stages(meaning), statement, parties, title, signature)


def _is_title(report: AnnotatedReport, start: int) -> bool:
    return any(s.kind is SegmentKind.TITLE and s.span.start <= start < s.span.end for s in report.segments)


def collect_items(reports: Iterable[AnnotatedReport], entities: Mapping[str, Entity] | None = None) -> tuple[Item, ...]:
    """Return the statements of all reports, by report id and position."""
    out = []
    for report in sorted(reports, key=lambda r: r.id):
        for statement in sorted(report.statements, key=lambda s: (s.content, s.id)):
            out.append(make_item(report, statement.content, statement, entities))
    return tuple(out)


def _is_covered(sentence: Sentence, spans: Sequence[Span]) -> bool:
    shared = sum(max(0, min(sentence.span.end, s.end) - max(sentence.span.start, s.start)) for s in spans)
    return shared > 0


def collect_own_account(report: AnnotatedReport) -> tuple[Item, ...]:
    """Return the sentences of title and body that attribute nothing to anybody."""
    told = [span for s in report.statements for span in (*s.content, *s.cue, *s.speaker)]
    kinds = (SegmentKind.BODY, SegmentKind.TITLE)
    free = [s for s in report.sentences if s.kind in kinds and len(s.tokens) >= 4 and not _is_covered(s, told)]
    return tuple(make_item(report, (sentence.span,), None) for sentence in free)
