"""What a page is made of, as plain data: every format shows these, none is chosen here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depesche.brief.words import Words
from depesche.records import Claim, ReportSpan


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: `number` is the report's place in the list of reports, from 1."""

    number: int
    place: ReportSpan


@dataclass(frozen=True, slots=True)
class Quote:
    """Wording of a report, with a gloss where the reader's language is another; `lead` is what stands before it."""

    text: str
    language: str | None
    gloss: str | None
    refs: tuple[Ref, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One line of a claim: who does what through whom, and where. `side` is says, denies, declines or states."""

    verb: str
    names: str
    note: str
    refs: tuple[Ref, ...]
    side: str


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
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class StorySection:
    """The claims of a story; `reports` are the numbers of its reports, as shown."""

    label: str
    title: Quote | None
    reports: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A report in the drawing: its number, its place, and what is read out for it."""

    number: int
    x: int
    y: int
    title: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a source to a report that has its text; `kind` is copy, translation or credit."""

    x1: int
    y1: int
    x2: int
    y2: int
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots, arrows and days (place and words) with the size of the whole; `undated` heads the column at the left."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    arrows: tuple[Arrow, ...]
    days: tuple[tuple[int, str], ...]
    undated: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything a brief shows. `left_out` counts claims beyond the limit."""

    words: Words
    summary: str
    lead: tuple[Entry, ...]
    stories: tuple[StorySection, ...]
    series: tuple[Entry, ...]
    occasions: tuple[Entry, ...]
    timeline: tuple[Entry, ...]
    hands: tuple[Entry, ...]
    who: tuple[Entry, ...]
    decided: tuple[Entry, ...]
    reports: tuple[Entry, ...]
    left_out: int
    drawing: Drawing | None
    numbers: Mapping[str, int]

    def sections(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Return the sections after the ledger with the keys of their titles; some only where there is anything."""
        keys = ("series", "occasions", "timeline", "hands", "who", "decided", "reports")
        optional = {"series", "occasions", "decided"}
        return tuple((key, getattr(self, key)) for key in keys if getattr(self, key) or key not in optional)
