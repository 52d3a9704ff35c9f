"""What a report is about, in a form that other languages share: names, concepts and figures with weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from depesche import settings
from depesche.group.rarity import concept_nats, key_nats
from depesche.interlingua import Meaning, Unit, analyse_span
from depesche.interlingua.cognates import skeleton
from depesche.records import AnnotatedReport, SegmentKind, Sentence

TOLD = frozenset({SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.SUBHEAD, SegmentKind.CAPTION})
ADDRESS = ("http", "www.", "www")


@dataclass(frozen=True, slots=True)
class Profile:
    """Features of a report: `n:` name, `c:` concept, `k:` other word, `#` figure, `@` day; weights in nats.

    `head` are the features of the headline and the opening. `names` maps a rare name's consonants to its keys, for
    spellings that differ. `forms` gives a wording for each feature, to show to people.
    """

    id: str
    day: date | None
    weights: Mapping[str, float]
    head: frozenset[str]
    names: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, str]
    norm: float


def parse_day(published: str | None) -> date | None:
    """Return the day of a publication date, None where there is none or no whole day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def told_sentences(report: AnnotatedReport) -> list[Sentence]:
    """Return the sentences that tell the report's matter; a line that is an address isn't one."""
    return [s for s in report.sentences if s.kind in TOLD and not s.tokens[0].lower.startswith(ADDRESS)]


def profile_report(report: AnnotatedReport) -> Profile:
    """Return a report's profile. A weight grows with rarity, with repetition and with a place in the head."""
    counts: dict[str, float] = {}
    nats: dict[str, float] = {}
    forms: dict[str, str] = {}
    head: set[str] = set()
    for position, sentence in enumerate(told_sentences(report)):
        meaning = analyse_span(report, (sentence.span,))
        for feature, worth, form in read_features(meaning):
            counts[feature] = counts.get(feature, 0.0) + 1.0
            nats[feature] = max(nats.get(feature, 0.0), worth)
            forms.setdefault(feature, form)
            if position < settings.HEAD_SENTENCES:
                head.add(feature)
    weights = {
        f: worth * (1.0 + math.log(counts[f])) * (settings.HEAD_BOOST if f in head else 1.0)
        for f, worth in nats.items()
        if worth >= settings.LEAST_NATS
    }
    return Profile(
        id=report.id,
        day=parse_day(report.report.published),
        weights=MappingProxyType(weights),
        head=frozenset(head & weights.keys()),
        names=MappingProxyType(_by_consonants(weights)),
        forms=MappingProxyType({f: forms[f] for f in weights}),
        norm=math.sqrt(sum(w * w for w in weights.values())) or 1.0,
    )


def read_features(meaning: Meaning) -> Iterator[tuple[str, float, str]]:
    """Yield (feature, nats, wording) of a sentence."""
    for unit in meaning.units:
        if unit.form[:4] in ADDRESS or "://" in unit.form:
            continue
        yield from _unit_features(unit)
    for value in meaning.figures:
        telling = (value >= 13 and value % 10) or value % 1
        worth = settings.FIGURE_NATS if telling else settings.ROUND_FIGURE_NATS
        yield f"#{value:.6g}", worth, f"{value:.6g}"


def _unit_features(unit: Unit) -> Iterator[tuple[str, float, str]]:
    if unit.roots:
        yield f"c:{unit.roots[0]}", min(concept_nats(unit.roots[0]), key_nats(unit.key, name=False)), unit.form
    elif unit.key:
        kind = "n" if unit.name else "k"
        yield f"n:{unit.key}", key_nats(unit.key, name=kind == "n"), unit.form


def _by_consonants(weights: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for feature, worth in weights.items():
        if feature[0] == "n" and worth >= settings.RARE_NATS and len(feature) >= 6:
            out.setdefault(skeleton(feature[2:]), []).append(feature)
    return {key: tuple(sorted(found)) for key, found in sorted(out.items())}
