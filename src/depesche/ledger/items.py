"""Statements with what the ledger needs to compare them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from depesche.interlingua import Meaning, Unit, analyse_span
from depesche.interlingua.lexicon import load_concepts_table
from depesche.lang.schema.denials import load_denial_words
from depesche.lang.schema.opposites import Pole, load_opposites
from depesche.lang.schema.stages import load_stages
from depesche.lang.schema.times import load_times
from depesche.ledger.agreement import is_core
from depesche.ledger.figures import counted, is_replaced, numbered_days
from depesche.ledger.tolls import Toll, read_tolls
from depesche.ledger.voices import parties_of
from depesche.records import (
    Act,
    AnnotatedReport,
    Entity,
    Judgement,
    ReportPart,
    Reuse,
    SegmentKind,
    Sentence,
    Span,
    Statement,
    TimeType,
)

ASSERTING = frozenset({Act.ASSERT, Act.CONFIRM, Act.WARN, Act.ACCUSE, Act.PROMISE})


@dataclass(frozen=True, slots=True)
class Archive:
    """What the earlier stages found: reports in order of id, entities by id, and who has it from whom.

    `story_of` and `line_of` map reports to their story and storyline; without `line_of` all are of one line. `parts`
    are the passages of a report that it has from one of another dispatch.
    """

    reports: tuple[AnnotatedReport, ...]
    entities: Mapping[str, Entity]
    story_of: Mapping[str, str]
    reuse: tuple[Reuse, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    line_of: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, Sequence[ReportPart]] = field(default_factory=dict)

    def report(self, report_id: str) -> AnnotatedReport:
        """Return one report; KeyError where there is none of that id."""
        return next(r for r in self.reports if r.id == report_id)


@dataclass(frozen=True, slots=True)
class Item:
    """A statement, or a sentence a report states on its own account (then `statement` is None).

    `parties` are those behind its voices; `signature` is equal for equal wordings that name the same entities; `story`
    and `line` are those of its report; `days` the intervals it names, both ends inclusive; `figures` what it counts,
    `numbered` the days it names by their number; `poles` where it stands in the oppositions it names.
    `intends`: its first verb, or a threat that reports it, makes an intention of what another one tells; `coming`: a
    word of the future stands in it; `tolls` tell how many it counts as dead, injured, missing ….
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
    story: str = ""
    line: str = ""
    days: tuple[tuple[date, date], ...] = ()
    intends: bool = False
    figures: frozenset[float] = frozenset()
    numbered: frozenset[str] = frozenset()
    poles: frozenset[Pole] = frozenset()
    coming: bool = False
    tolls: tuple[Toll, ...] = ()

    @property
    def act(self) -> Act | None:
        return self.statement.act if self.statement else None

    @property
    def who(self) -> tuple[str, ...]:
        return tuple(s.entity for s in self.statement.who if s.entity) if self.statement else ()


def _stages(meaning: Meaning) -> frozenset[str]:
    """Return the stages that count; of a word's two likeliest readings the first that tells one."""
    stages = load_stages()
    told = [next((stages.of[s] for s in _readings(unit) if s in stages.of), None) for unit in meaning.units]
    for n, (unit, after) in enumerate(itertools.pairwise(meaning.units)):
        if told[n] and stages.wanting & set(_readings(unit)) and _is_action(after):
            told[n] = "planned"
    return stages.outermost(frozenset(stage for stage in told if stage))


def _first_matter(report: AnnotatedReport, spans: Sequence[Span]) -> Meaning | None:
    """Return what stands before "…, but" or "…, while": the rest tells a second matter. None where there is no such."""
    words = load_denial_words(report.language).contrasting
    for n, span in enumerate(spans):
        text = report.text[span.start : span.end].casefold()
        found = min((at for word in words if (at := text.find(f", {word} ")) > 0), default=0)
        if found:
            return analyse_span(report, (*spans[:n], Span(span.start, span.start + found)))
    return None


def _intends(meaning: Meaning) -> bool:
    """Say whether the first word that can be a verb makes an intention of what follows ("plans to sell")."""
    core = [unit for unit in meaning.units if is_core(unit)]
    first = next((n for n, unit in enumerate(core) if _can_be_verb(unit)), len(core))
    governing = load_stages().governing
    return first < len(core) - 1 and any(slug in governing for slug in _readings(core[first]))


def _threatens(report: AnnotatedReport, statement: Statement | None) -> bool:
    """Say whether the words that report a statement threaten: what somebody threatens to do is not done yet."""
    if statement is None or not statement.cue:
        return False
    of = load_stages().of
    cue = analyse_span(report, statement.cue)
    return any(of.get(slug) == "threatened" for unit in cue.units for slug in _readings(unit))


def _is_coming(report: AnnotatedReport, spans: Sequence[Span]) -> bool:
    """Say whether a word of the future stands in a statement ("will", "vil", "tomorrow")."""
    words = load_times(report.language).future
    near = [s for s in report.sentences if s.span.start < spans[-1].end and spans[0].start < s.span.end]
    return any(t.lower in words for s in near for t in s.tokens if _covers(spans, t.start))


def _covers(spans: Sequence[Span], place: int) -> bool:
    return any(s.start <= place < s.end for s in spans)


def _can_be_verb(unit: Unit) -> bool:
    table = load_concepts_table()
    return any(slug in table and table[slug].pos == "verb" and not table[slug].light for slug in _readings(unit))


def _is_action(unit: Unit) -> bool:
    """Say whether a unit's likeliest reading is a verb."""
    row = load_concepts_table().get(unit.concepts[0]) if unit.concepts else None
    return row is not None and row.pos == "verb"


def _readings(unit: Unit) -> list[str]:
    """Return a unit's two likeliest readings, without rows of near-synonyms, which tell no stage."""
    table = load_concepts_table()
    return [slug for slug in unit.concepts[:2] if slug not in table or not table[slug].broad]


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
    return Item(
        key=f"{report.id}#{name}",
        report=report,
        spans=spans,
        meaning=meaning,
        stages=_stages(_first_matter(report, spans) or meaning),
        statement=statement,
        parties=parties,
        in_title=title,
        signature=signature,
        intends=_intends(meaning) or _threatens(report, statement),
        figures=counted(report, spans, meaning.figures),
        numbered=numbered_days(report, spans),
        poles=load_opposites().of(u.concepts[0] for u in meaning.units if u.concepts and is_core(u) and not u.negated),
        coming=_is_coming(report, spans),
        tolls=_tolls(report, spans),
    )


def _tolls(report: AnnotatedReport, spans: tuple[Span, ...]) -> tuple[Toll, ...]:
    return tuple(t for t in read_tolls(report, spans) if not is_replaced(report, t.place))


def _is_title(report: AnnotatedReport, start: int) -> bool:
    return any(s.kind is SegmentKind.TITLE and s.span.start <= start < s.span.end for s in report.segments)


def collect_items(archive: Archive) -> tuple[Item, ...]:
    """Return the statements of all reports, by report id and position."""
    out = []
    for report in sorted(archive.reports, key=lambda r: r.id):
        for statement in sorted(report.statements, key=lambda s: (s.content, s.id)):
            out.append(_placed(make_item(report, statement.content, statement, archive.entities), archive))
    return tuple(out)


def _placed(item: Item, archive: Archive) -> Item:
    report = item.report.id
    return replace(
        item,
        story=archive.story_of.get(report) or report,
        line=archive.line_of.get(report, ""),
        days=_days(item),
    )


def _days(item: Item) -> tuple[tuple[date, date], ...]:
    """Return the days, months and years named in an item's content, as far as they are resolved."""
    inside = [
        t
        for t in item.report.times
        if t.type is TimeType.DATE and any(s.start <= t.span.start and t.span.end <= s.end for s in item.spans)
    ]
    found = [(t.begin, t.end) for t in inside if t.begin and t.end and not t.value.endswith("_REF")]
    return tuple((date.fromisoformat(begin), date.fromisoformat(end)) for begin, end in found)


def _is_covered(sentence: Sentence, spans: Sequence[Span]) -> bool:
    shared = sum(max(0, min(sentence.span.end, s.end) - max(sentence.span.start, s.start)) for s in spans)
    return shared > 0


def collect_own_account(report: AnnotatedReport, archive: Archive) -> tuple[Item, ...]:
    """Return the sentences of title and body that attribute nothing to anybody."""
    told = [span for s in report.statements for span in (*s.content, *s.cue, *s.speaker)]
    kinds = (SegmentKind.BODY, SegmentKind.TITLE)
    free = [s for s in report.sentences if s.kind in kinds and len(s.tokens) >= 4 and not _is_covered(s, told)]
    return tuple(_placed(make_item(report, (sentence.span,), None), archive) for sentence in free)
