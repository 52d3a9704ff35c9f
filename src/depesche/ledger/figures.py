"""The figures and numbered days of a statement, as far as two tellings of one thing must agree on them."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.lang.schema.denials import load_denial_words
from depesche.records import AnnotatedReport, Span, Time, TimeType

_DAY = len("2024-02-14")


def counted(report: AnnotatedReport, spans: Sequence[Span], figures: Sequence[float]) -> frozenset[float]:
    """Return a statement's figures that count something: no day of a month, none that another is put in place of."""
    days = {float(number) for time in _dates(report, spans) for number in _numbers(report, time.span)}
    replaced = {q.value for q in report.quantities if _inside(q.span, spans) and is_replaced(report, q.span)}
    return frozenset(figures) - days - {value for value in replaced if isinstance(value, float)}


def numbered_days(report: AnnotatedReport, spans: Sequence[Span]) -> frozenset[str]:
    """Return the days a statement names by their number ("29 December"), as month and day."""
    dates = _dates(report, spans)
    return frozenset(t.begin[5:] for t in dates if t.begin and t.begin == t.end and _numbers(report, t.span))


def is_replaced(report: AnnotatedReport, figure: Span) -> bool:
    """Say whether a figure is named only to be put right ("90 instead of 60", "90, not 60")."""
    before = " " + " ".join(report.text[max(0, figure.start - 30) : figure.start].casefold().split())
    return any(before.endswith(f" {word}") for word in load_denial_words(report.language).replacing)


def _dates(report: AnnotatedReport, spans: Sequence[Span]) -> list[Time]:
    """Return the expressions inside that name one day; what begins or ends elsewhere is no part of the statement."""
    return [t for t in report.times if t.type is TimeType.DATE and len(t.value) == _DAY and _inside(t.span, spans)]


def _inside(inner: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= inner.start and inner.end <= s.end for s in spans)


def _numbers(report: AnnotatedReport, span: Span) -> list[str]:
    """Return the one or two digits that number a day, without those of a year."""
    words = "".join(c if c.isdigit() else " " for c in report.text[span.start : span.end]).split()
    return [word for word in words if len(word) <= 2]
