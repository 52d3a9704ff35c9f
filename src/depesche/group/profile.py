"""What a report is about, in a form that other languages share: names, concepts and figures with weights."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from depesche import settings
from depesche.group.rarity import concept_nats, key_nats
from depesche.interlingua import Meaning, Unit, analyse_span
from depesche.interlingua.cognates import skeleton
from depesche.interlingua.words import word_reader
from depesche.lang.loader import languages, stand_in
from depesche.records import AnnotatedReport, NameType, PublishedBy, SegmentKind, Sentence

TOLD = frozenset({SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.SUBHEAD, SegmentKind.CAPTION})
ADDRESS = ("http", "www.", "www")
YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
DAY_OF_YEAR = re.compile(r"(XXXX|\d{4})-\d\d-\d\d")
COMING = frozenset({"upcoming", "next", "future-adj"})  # concept slugs


@dataclass(frozen=True, slots=True)
class Profile:
    """Features of a report: `n:` name or word by its key, `c:` concept, `#` figure; weights in nats.

    `day` is the day the news is of: the one the head names, else the day of publication, `published`. `before` is the
    month and day of a coming event that the report looks forward to.
    `names` maps what two spellings of one name share (their consonants, their beginning, their resolved entity) to the
    names. `forms` holds a wording for each of `weights`, in the same order; `telling` are names and telling figures,
    without place or repetition, for reports in a language without a folder; `known` is whether the report's language
    has one.
    `head_telling` and `head_matter` are the names and figures, and the concepts, of the headline and the opening.
    `counts` are the figures by what they count, in words all languages share; `dates` the days named by their number,
    as MM-DD, since many reports leave out the year. `voices` are the words of the names of persons who speak.
    """

    id: str
    title: str
    day: date | None
    published: date | None
    before: tuple[int, int] | None
    weights: Mapping[str, float]
    names: Mapping[str, tuple[str, ...]]
    telling: Mapping[str, float]
    known: bool
    head_telling: tuple[str, ...]
    head_matter: tuple[str, ...]
    head_figures: frozenset[str]
    telling_norm: float
    counts: Mapping[str, frozenset[float]]
    dates: frozenset[str]
    voices: frozenset[str]
    forms: tuple[str, ...]
    norm: float

    @property
    def wording(self) -> dict[str, str]:
        """Feature -> how the report words it."""
        return dict(zip(self.weights, self.forms, strict=True))

    def beside(self, name: str) -> tuple[str, tuple[str, ...]]:
        """Return the entity whose name a word is part of, "" for none, and the other rare words of that name."""
        entity, whole = next(((k, words) for k, words in self.names.items() if k[0] == "e" and name in words), ("", ()))
        return entity, tuple(word for word in whole if word != name)


def is_telling(feature: str, nats: float, named: Set[str]) -> bool:
    """Say whether a feature tells who, where or how many, whatever the language."""
    rare_figure = feature[0] == "#" and nats >= settings.FIGURE_NATS
    return rare_figure or feature.startswith("c:@") or feature in named


def parse_day(published: str | None) -> date | None:
    """Return the day of a publication date, None where there is none or no whole day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def age_key(report: AnnotatedReport) -> tuple[str, bool, str]:
    """Return a key that sorts reports by day: those dated by their story behind others of a day, undated ones last."""
    base = report.report
    return (base.published or "9999")[:10], base.published_by is PublishedBy.STORY, base.id


def in_known_words(report: AnnotatedReport) -> AnnotatedReport:
    """Return the report with the language whose words it is read with."""
    lang = stand_in(report.language)
    return report if lang == report.language else replace(report, report=replace(report.report, language=lang))


def told_sentences(report: AnnotatedReport) -> list[Sentence]:
    """Return the sentences that tell the report's matter; a line that is an address isn't one."""
    return [s for s in report.sentences if s.kind in TOLD and not s.tokens[0].lower.startswith(ADDRESS)]


def profile_report(report: AnnotatedReport) -> Profile:
    """Return a report's profile. A weight grows with rarity, with repetition and with a place in the head."""
    report = in_known_words(report)
    counts: dict[str, float] = {}
    nats: dict[str, float] = {}
    forms: dict[str, str] = {}
    head: set[str] = set()
    entities: dict[str, str] = {}
    named: set[str] = set()
    for position, sentence in enumerate(told_sentences(report)):
        meaning = analyse_span(report, (sentence.span,))
        named |= {f"n:{u.key}" for u in meaning.units if u.name}
        entities |= {f"n:{u.key}": u.entity for u in meaning.units if u.entity and not u.roots}
        for feature, worth, form in read_features(meaning):
            feature = sys.intern(feature)
            counts[feature] = counts.get(feature, 0.0) + 1.0
            nats[feature] = max(nats.get(feature, 0.0), worth)
            forms.setdefault(feature, sys.intern(form))
            if position < settings.HEAD_SENTENCES:
                head.add(feature)
    weights = {
        f: worth * (1.0 + math.log(counts[f])) * (settings.HEAD_BOOST if f in head else 1.0)
        for f, worth in nats.items()
        if worth >= settings.LEAST_NATS
    }
    speaking = _persons_who_speak(report)
    telling = {f: nats[f] for f in sorted(weights) if is_telling(f, nats[f], named)}
    opening = sorted(head & weights.keys())
    return Profile(
        id=report.id,
        title=_title(report),
        day=_news_day(report),
        published=parse_day(report.report.published),
        before=_coming_day(report),
        weights=MappingProxyType(weights),
        names=MappingProxyType(_by_spelling(weights, entities)),
        telling=MappingProxyType(telling),
        known=report.language in languages(),
        head_telling=tuple(f for f in opening if _names_or_counts(f, weights[f])),
        head_matter=tuple(f for f in opening if f[0] == "c" and f[2] != "@"),
        head_figures=frozenset(f for f in opening if f[0] == "#" and weights[f] >= settings.FIGURE_NATS),
        telling_norm=_norm(telling),
        counts=MappingProxyType(_counts(report)),
        dates=_dates(report),
        voices=frozenset(sys.intern(f) for f in entities.keys() & weights.keys() if entities[f] in speaking),
        forms=tuple(forms[f] for f in weights),
        norm=_norm(weights) or 1.0,
    )


def _persons_who_speak(report: AnnotatedReport) -> frozenset[str]:
    """Return the entities of the persons that the report's statements are of."""
    persons = {name.entity for name in report.names if name.type is NameType.PERSON}
    return frozenset(
        s.entity for statement in report.statements for s in statement.who if s.entity in persons and s.entity
    )


def _norm(weights: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(w * w for w in weights.values()))


def _names_or_counts(feature: str, weight: float) -> bool:
    """Say whether a feature of the head names who, where or how many, so that its lack on the other side tells."""
    return feature[0] == "n" or feature.startswith("c:@") or (feature[0] == "#" and weight >= settings.FIGURE_NATS)


def _counts(report: AnnotatedReport) -> dict[str, frozenset[float]]:
    """Return the figures a report gives for each thing it counts; small and round ones recur in all news."""
    reader = word_reader(report.language)
    found: dict[str, set[float]] = {}
    for quantity in report.quantities:
        if isinstance(quantity.value, tuple) or not is_telling_figure(quantity.value):
            continue
        slugs = [s for part in reader.read((quantity.of or "").split(" ")[-1].casefold()) for s in part.slugs]
        kind = ":".join((quantity.unit or "", *slugs[:1]))
        if kind:
            found.setdefault(sys.intern(kind), set()).add(quantity.value)
    return {kind: frozenset(values) for kind, values in sorted(found.items())}


def is_telling_figure(value: float) -> bool:
    """Say whether a figure is one that few reports hold: no small and no round one."""
    return bool((value >= 13 and value % 10) or value % 1)


def _dates(report: AnnotatedReport) -> frozenset[str]:
    """Return the days that are named by their number, as MM-DD; the day the report came out is not what it tells."""
    told = [s.span for s in told_sentences(report)]
    return frozenset(
        sys.intern(time.value[5:10])
        for time in report.times
        if DAY_OF_YEAR.match(time.value)
        and time.value[5:10] != (report.report.published or "")[5:10]
        and any(c.isdigit() for c in report.text[slice(*time.span)])
        and any(span.start <= time.span.start < span.end for span in told)
    )


def _news_day(report: AnnotatedReport) -> date | None:
    """Return the single day, of those just before publication, that the head names; else the day of publication."""
    published = parse_day(report.report.published)
    if published is None:
        return None
    end = max((s.span.end for s in told_sentences(report)[: settings.HEAD_SENTENCES]), default=0)
    named = {
        day
        for time in report.times
        if time.span.end <= end and time.begin == time.end and (day := parse_day(time.begin)) is not None
    }
    recent = {d for d in named if 0 <= (published - d).days <= settings.STORY_WINDOW_DAYS}
    return recent.pop() if len(recent) == 1 else published


def _coming_day(report: AnnotatedReport) -> tuple[int, int] | None:
    """Return month and day of a dated event that a report without a date calls a coming one."""
    if report.report.published is not None:
        return None
    reader = word_reader(report.language)
    for sentence in told_sentences(report):
        days = [
            time.value
            for time in report.times
            if sentence.span.start <= time.span.start < sentence.span.end and YEARLESS.fullmatch(time.value)
        ]
        if len(days) != 1:
            continue
        if any(COMING & {*part.slugs} for token in sentence.tokens for part in reader.read(token.lower)):
            return int(days[0][5:7]), int(days[0][8:10])
    return None


def _title(report: AnnotatedReport) -> str:
    """Return the report's title, else its first sentence."""
    if report.report.title:
        return report.report.title
    first = report.sentences[0].span if report.sentences else (0, 80)
    return report.text[first[0] : first[1]].strip()


def read_features(meaning: Meaning) -> Iterator[tuple[str, float, str]]:
    """Yield (feature, nats, wording) of a sentence."""
    for unit in meaning.units:
        if unit.form[:4] in ADDRESS or "://" in unit.form:
            continue
        yield from _unit_features(unit)
    for value in meaning.figures:
        worth = settings.FIGURE_NATS if is_telling_figure(value) else settings.ROUND_FIGURE_NATS
        yield f"#{value:.6g}", worth, f"{value:.6g}"


def _unit_features(unit: Unit) -> Iterator[tuple[str, float, str]]:
    if unit.roots:
        yield f"c:{unit.roots[0]}", min(concept_nats(unit.roots[0]), key_nats(unit.key, name=False)), unit.form
    elif unit.key:
        kind = "n" if unit.name else "k"
        yield f"n:{unit.key}", key_nats(unit.key, name=kind == "n"), unit.form


def _by_spelling(weights: Mapping[str, float], entities: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for feature, worth in weights.items():
        if feature[0] == "n" and worth >= settings.RARE_NATS:
            for bucket in spelling_buckets(feature):
                out.setdefault(sys.intern(bucket), []).append(feature)
            if feature in entities:
                out.setdefault(sys.intern(f"e:{entities[feature]}"), []).append(feature)
    return {key: tuple(sorted(found)) for key, found in sorted(out.items())}


def spelling_buckets(feature: str) -> tuple[str, ...]:
    """Return the buckets in which other spellings of a name are sought; none for names too short to differ."""
    key = feature[2:]
    return (f"s:{skeleton(key)}", f"p:{key[:4]}") if len(key) >= 4 else ()
