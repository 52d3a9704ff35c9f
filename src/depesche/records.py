"""The nouns of the newsroom: frozen values, no behaviour beyond reading their own fields.

A `Report` is what was read; an `AnnotatedReport` is a report with what the annotators found in it;
a `Brief` is what an analyst gets. The JSON printed by the commands has the same field names.
Spans are half-open [start, end) in Unicode code points of `Report.text`. Unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open [start, end) in code points of the report's text."""

    start: int
    end: int


class ReportSpan(NamedTuple):
    """A span together with the id of the report it lies in: the reference every line of a brief carries."""

    report: str
    span: Span


class SegmentKind(StrEnum):
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class NameType(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    COUNTRY = "country"


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeMod(StrEnum):
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class ResolvedBy(StrEnum):
    """What anchors a time: its own words, the publication date, the report's story, or a calendar."""

    TEXT = "text"
    PUBLISHED = "published"
    STORY = "story"
    CALENDAR = "calendar"


class PublishedBy(StrEnum):
    GIVEN = "given"
    MARKUP = "markup"
    TEXT = "text"
    STORY = "story"


class Act(StrEnum):
    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    DECLINE = "decline"
    DEMAND = "demand"
    PROMISE = "promise"
    WARN = "warn"
    ASK = "ask"
    ACCUSE = "accuse"


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceType(StrEnum):
    NAMED = "named"
    ROLE = "role"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DECLINES = "declines"
    DEMANDS = "demands"
    PROMISES = "promises"
    WARNS = "warns"
    ASKS = "asks"
    ACCUSES = "accuses"
    STATES = "states"


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read; `text` is never altered afterwards.

    `language` is None until it is given or identified. `published` is an ISO 8601 date, or an instant
    with its zone; `published_evidence` holds the spans it was read from (empty when given).
    """

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_by: PublishedBy | None = None
    published_evidence: tuple[Span, ...] = ()


class Token(NamedTuple):
    """A word, number or mark: `text` is the wording, `lower` its case-folded form, [start, end) its place."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Segment:
    span: Span
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one segment. `paragraph` counts lines of text with content, from 0."""

    span: Span
    kind: SegmentKind
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a report.

    `lemma` is its base form here; `name` the entity's usual form; `entity` its id once resolved.
    """

    span: Span
    type: NameType
    lemma: str
    name: str = ""
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `value` is TIMEX3; `begin` and `end` are ISO days, both inclusive."""

    span: Span
    type: TimeType
    value: str
    mod: TimeMod | None = None
    begin: str | None = None
    end: str | None = None
    resolved_by: ResolvedBy | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure. `value` is a number, a pair for a range; `of` the head noun counted, as it stands in the report."""

    span: Span
    value: float | tuple[float, float]
    unit: str | None = None
    approx: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who is behind a statement. `forms` are the wordings seen in this report; `entity` is set once resolved."""

    name: str
    forms: tuple[str, ...]
    type: SourceType
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """Through whom the report has a statement. `forms` are the wordings the report has for it."""

    name: str
    span: Span
    entity: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report attributes to a source outside itself.

    `content` leaves out the outer quotation marks; several spans where a cue interrupts it. `speaker` is
    empty where the sentence has none, while `who` may be known from context. `relay` runs from the report
    outward. `said_on` is a TIMEX3 value or None. `confidence` is the calibrated probability that content,
    who and act are right.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    act: Act
    kind: StatementKind
    hedged: bool
    confidence: float
    who: tuple[Source, ...] = ()
    relay: tuple[Relay, ...] = ()
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet credited for the report or its pictures."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report with its layers, each in order of position."""

    report: Report
    segments: tuple[Segment, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    credits: tuple[Credit, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def id(self) -> str:
        return self.report.id

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def language(self) -> str | None:
        return self.report.language


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision by hand. `kind` is same, different, not-a-copy …; `left` and `right` what it is about."""

    kind: str
    left: str
    right: str | None
    author: str
    time: str
    reason: str

    @property
    def why(self) -> str:
        """Return the reason a brief gives for what was decided."""
        return f"decided by hand: {self.kind} ({self.author}, {self.time}: {self.reason})"


@dataclass(frozen=True, slots=True)
class Role:
    """What a report calls an entity, in its own words."""

    text: str
    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One bearer of names. `names` maps a language to the forms seen; `party` is the entity that speaks through it."""

    id: str
    type: str
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    roles: tuple[Role, ...] = ()
    party: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    storyline: str
    title: str
    reports: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyline:
    id: str
    title: str
    stories: tuple[str, ...]
    why: tuple[str, ...] = ()


class ReuseKind(StrEnum):
    COPY = "copy"
    TRANSLATION = "translation"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Reuse:
    """`to` has text of `source`; evidence pairs what stands in both, source first.

    `decided` is the reason of a person who said so; None for what is computed.
    """

    source: str
    to: str
    kind: ReuseKind
    score: float
    evidence: tuple[ReportSpan, ...] = ()
    decided: str | None = None


class PartKind(StrEnum):
    COPY = "copy"
    TRANSLATION = "translation"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A run of sentences of `report` that come from elsewhere than its rest: `source`, of another dispatch, has them.

    COPY and TRANSLATION: they are that report's text. BESIDE: a report of another story tells the same, sentence by
    sentence, in any order. Evidence pairs what stands in both, source first; `unnamed` are media through which the
    source has it and which this report doesn't name.
    """

    report: str
    span: Span
    source: str
    kind: PartKind
    evidence: tuple[ReportSpan, ...]
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimStatement:
    """A statement in its claim; `statement` is None where the report says it on its own account."""

    report: str
    statement: str | None
    spans: tuple[Span, ...]
    text: str
    who: tuple[str, ...]
    relay: tuple[str, ...]
    stance: Stance
    gloss: str | None = None
    confidence: float = 1.0
    said_on: str | None = None
    cue: tuple[Span, ...] = ()
    kind: StatementKind | None = None
    hedged: bool = False
    withdraws: bool = False


class EventKind(StrEnum):
    FIRST_SAID = "first-said"
    FIRST_REPORTED = "first-reported"
    REPEATED = "repeated"
    HARDENED = "hardened"
    CORRECTED = "corrected"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """What became of a claim on a day, and the report that shows it; `to` is the claim that corrects it."""

    kind: EventKind
    day: str | None
    report: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Voices that could know by the same way: a spokesman, his house and his government are one.

    `described` are those of its voices that one copy of a text only describes where another names them; `alike` those
    that nobody names and that are described like it ("two diplomats", "Western diplomats"); `signed_with`
    the parties it speaks with in one statement and in no other way; `is_medium`: it doesn't say how it knows.
    """

    party: str
    voices: tuple[str, ...]
    why: str
    described: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    signed_with: tuple[str, ...] = ()
    is_medium: bool = False


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Reports that pass on one text: copies and translations are one dispatch."""

    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ClaimLink:
    to: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a claim; `replaced`: it is named only to be put right ("90 instead of 60").

    `toll`: as what it counts people, a kind of `lang/_shared/tolls.toml` ("dead", "injured"); None where it doesn't.
    """

    value: float | tuple[float, float]
    unit: str | None
    of: str | None
    when: str | None
    statement: str | None
    place: ReportSpan | None = None
    replaced: bool = False
    toll: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    story: str | None
    headline: str
    headline_by: str
    headline_from: ReportSpan | None
    statements: tuple[ClaimStatement, ...]
    asserted_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    declined_by: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    links: tuple[ClaimLink, ...] = ()
    figures: tuple[Figure, ...] = ()
    first_reported: str | None = None
    first_said: str | None = None
    history: tuple[ClaimEvent, ...] = ()

    @property
    def independent_sources(self) -> int:
        """Number of parties among those that assert."""
        return len(self.parties)


class OccasionKind(StrEnum):
    BRIEFING = "briefing"
    LETTER = "letter"
    JOINT_STATEMENT = "joint-statement"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    CALL = "call"
    SPEECH = "speech"
    REPORT = "report"
    POST = "post"
    HEARING = "hearing"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one report took from an occasion: ids of statements.

    `going_on` are those after them in which the same voice goes on without another occasion, day or source in between.
    `named` is where the report names the occasion.
    """

    report: str
    statements: tuple[str, ...]
    going_on: tuple[str, ...]
    named: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A briefing, letter, joint statement … that reports name as the place of what they report.

    `held_by` are entities: who spoke or wrote, for a joint statement its signatories. `counterpart` is to whom or with
    whom. `when` is a TIMEX3 value. `why` says why what several reports name is one; empty where one report names it.
    """

    id: str
    kind: OccasionKind
    held_by: tuple[str, ...]
    counterpart: tuple[str, ...]
    when: str | None
    place: str | None
    taken: tuple[Taken, ...]
    why: str = ""


class DistortionKind(StrEnum):
    ATTRIBUTION_LOST = "attribution-lost"
    HEDGE_LOST = "hedge-lost"
    WORDING_SHIFTED = "wording-shifted"
    FIGURE_CHANGED = "figure-changed"
    DATE_CHANGED = "date-changed"
    REVERSED = "reversed"
    HEADLINE_HARDER = "headline-harder"


@dataclass(frozen=True, slots=True)
class Distortion:
    kind: DistortionKind
    source: ReportSpan
    to: ReportSpan
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """`kind` is date, figure, place or actor."""

    kind: str
    between: tuple[ReportSpan, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    start: str
    end: str
    text: str
    claims: tuple[str, ...]
    evidence: tuple[ReportSpan, ...]
    resolved_by: ResolvedBy | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What an analyst gets; `reports` are the annotated reports it was made from, in order of id.

    `judgements` are the decisions by hand it follows.
    """

    as_of: str | None
    reports: tuple[AnnotatedReport, ...]
    stories: tuple[Story, ...] = ()
    storylines: tuple[Storyline, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    distortions: tuple[Distortion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    story_of: dict[str, str] = field(default_factory=dict)
    parts: tuple[ReportPart, ...] = ()
    judgements: tuple[Judgement, ...] = ()
