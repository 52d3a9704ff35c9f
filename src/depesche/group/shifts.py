"""Words that shift between two tellings of one sentence: "superficial" there, "preliminary" here.

Three ways to see it. Where nearly all else of two contents has a counterpart, the one adjective on each side that has
none has shifted. So has the one verb where the two are steps of a thing (`_shared/steps.toml`: "seeks", "needs"). And
what is said of one subject ("the letters were superficial") can be compared wherever it stands, though one report tells
two things in a sentence and the other one a sentence each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from depesche import settings
from depesche.group.profile import told_sentences
from depesche.group.rarity import concept_nats
from depesche.group.signs import read_contents
from depesche.interlingua import Unit, analyse_span
from depesche.interlingua.compare import Link, align
from depesche.interlingua.lexicon import load_concepts_table
from depesche.lang.schema.denials import load_denial_words
from depesche.lang.schema.footing import load_verdict_words
from depesche.lang.schema.language import load_language
from depesche.lang.schema.opposites import load_opposites
from depesche.lang.schema.speech_files import load_speech
from depesche.lang.schema.steps import load_steps
from depesche.records import AnnotatedReport, ReportSpan, Span

_MARKS = ",;:–—"


@dataclass(frozen=True, slots=True)
class Shift:
    """A qualifying word and what stands for it in the other report."""

    lost: Unit
    new: Unit

    @property
    def why(self) -> str:
        """Say which word became which, with their concepts."""
        return f"{self.lost.form} ({self.lost.concepts[0]}) became {self.new.form} ({self.new.concepts[0]})"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause says of its subject: "the letters were superficial"."""

    subject: Unit
    quality: Unit


def find_shift(ours: Sequence[Unit], lang: str | None, theirs: Sequence[Unit], other: str | None) -> Shift | None:
    """Return the one qualifying word on each side that has no counterpart, where nearly all else has one."""
    there, here = align(ours, theirs), align(theirs, ours)
    lost, new = _lone_qualifier(ours, there, lang), _lone_qualifier(theirs, here, other)
    return Shift(lost, new) if lost is not None and new is not None and _tells(lost, new) else None


def find_step(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Shift | None:
    """Return the one verb on each side that has no counterpart, where the two tell other steps of a thing."""
    lost, new = _lone_verb(ours, align(ours, theirs)), _lone_verb(theirs, align(theirs, ours))
    return Shift(lost, new) if lost is not None and new is not None and _is_step(lost, new) else None


def _lone_qualifier(units: Sequence[Unit], links: Sequence[Link], lang: str | None) -> Unit | None:
    """Return the only adjective without a link if the other words have links, by weight, nearly all."""
    linked = {link.left for link in links}
    alone = [i for i, unit in enumerate(units) if i not in linked]
    found = [units[i] for i in alone if _is_qualifier(units[i], lang)]
    rest = sum(u.weight for i, u in enumerate(units) if i in linked)
    lacking = sum(units[i].weight for i in alone) - sum(u.weight for u in found)
    if len(found) != 1 or rest <= 0 or lacking > settings.SHIFT_REST * (rest + lacking):
        return None
    return found[0]


def _lone_verb(units: Sequence[Unit], links: Sequence[Link]) -> Unit | None:
    """Return the only verb, by its likeliest reading, without a link."""
    linked, rows = {link.left for link in links}, load_concepts_table()
    found = [
        unit
        for i, unit in enumerate(units)
        if i not in linked and unit.concepts and (row := rows.get(unit.concepts[0])) and row.pos == "verb"
    ]
    return found[0] if len(found) == 1 else None


def _is_step(lost: Unit, new: Unit) -> bool:
    """Say whether two verbs tell two steps of a thing, and neither can tell both."""
    readings = [frozenset(unit.concepts[: settings.READINGS_OF_STEP]) for unit in (lost, new)]
    for steps in load_steps():
        sides = [[bool(step & reading) for step in steps] for reading in readings]
        if sides in ([[True, False], [False, True]], [[False, True], [True, False]]):
            return True
    return False


def _tells(lost: Unit, new: Unit) -> bool:
    """Say whether two qualifiers differ as no translator lets them: rare words, or opposites however common."""
    if all(concept_nats(unit.concepts[0]) >= settings.SHIFT_NATS for unit in (lost, new)):
        return True
    opposites = load_opposites()
    return any((number, 1 - side) in opposites.of(new.concepts) for number, side in opposites.of(lost.concepts))


def _is_qualifier(unit: Unit, lang: str | None) -> bool:
    """Say whether a unit is an adjective by its likeliest reading, and no small word."""
    if not unit.concepts or unit.name:
        return False
    small = load_language(lang).stopwords | (load_speech(lang).words["prepositions"] if lang else frozenset())
    row = load_concepts_table().get(unit.concepts[0])
    return row is not None and row.pos == "adj" and unit.form.casefold() not in small


def find_verdict_shifts(
    source: AnnotatedReport, target: AnnotatedReport, pairs: Iterable[tuple[ReportSpan, ReportSpan]]
) -> Iterator[tuple[ReportSpan, ReportSpan, Shift]]:
    """Yield aligned or neighbouring sentences that say of one subject what the other report nowhere says."""
    qualities: dict[str, list[Unit]] = {}
    for ours, theirs in pairs:
        for left in read_verdicts(source, ours.span):
            for right in read_verdicts(target, theirs.span):
                shift = Shift(left.quality, right.quality)
                if not align([left.subject], [right.subject]) or not _tells(shift.lost, shift.new):
                    continue
                for report in (source, target):
                    if report.id not in qualities:
                        qualities[report.id] = _words(report)
                said_there = align([shift.new], qualities[source.id]), align([shift.lost], qualities[target.id])
                if not any(said_there):
                    yield ours, theirs, shift


def _words(report: AnnotatedReport) -> list[Unit]:
    return [unit for s in told_sentences(report) for unit in analyse_span(report, (s.span,)).units]


def read_verdicts(report: AnnotatedReport, span: Span) -> Iterator[Verdict]:
    """Yield what the clauses of a sentence say of their subjects, where they say nothing else."""
    words = load_verdict_words()
    for content in read_contents(report, span):
        for part in content:
            for matter in _matters(report, part):
                meaning = analyse_span(report, matter)
                core = [u for u in meaning.units if not {*u.concepts[:2]} & words]
                if len(core) == 2 and not meaning.negated and _judges(core[0], core[1], report.language):
                    yield Verdict(*core)


def _judges(subject: Unit, quality: Unit, lang: str | None) -> bool:
    return bool(subject.concepts) and not _is_qualifier(subject, lang) and _is_qualifier(quality, lang)


def _matters(report: AnnotatedReport, part: Span) -> list[tuple[Span, ...]]:
    """Return what is told before and after "…, but", without the relative clauses set in between."""
    contrasting = load_denial_words(report.language).contrasting
    relative = load_speech(report.language).words["relative"] if report.language else frozenset()
    out: list[list[Span]] = [[]]
    for piece in _pieces(report.text, part):
        first = report.text[piece.start : piece.end].split(maxsplit=1)[:1]
        word = first[0].casefold() if first else ""
        if word in contrasting:
            out.append([Span(piece.start + len(word), piece.end)])
        elif word not in relative or not out[-1]:
            out[-1].append(piece)
    return [tuple(matter) for matter in out if matter]


def _pieces(text: str, part: Span) -> Iterator[Span]:
    """Yield what stands between the marks of a span, without the space around it."""
    start = part.start
    for at in range(part.start, part.end + 1):
        if at == part.end or text[at] in _MARKS:
            piece = text[start:at]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                yield Span(start + lead, start + len(piece.rstrip()))
            start = at + 1
