"""Joins neighbouring frames into one time, and spreads what one of a list says to the others."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from depesche.annotate.times.figures import Edge
from depesche.annotate.times.frame import FIELDS, Frame
from depesche.annotate.times.line import Line
from depesche.annotate.times.match import Matcher
from depesche.lang.schema.times import TimeWords

_MAX_GAP = 3  # tokens between two parts of one time ("Ende des Monats", "in May of last year")
_GRAINS = frozenset({"year", "month", "week", "season", "quarter", "half", "decade", "century", "shift", "holiday"})
_DAYS = frozenset({"day", "weekday", "holiday"})


def compose(frames: list[Frame], line: Line, matcher: Matcher) -> list[Frame]:
    """Return the frames of a line joined, completed from their lists, and without those that are no time alone."""
    words = matcher.reader.words
    frames = _join_all(frames, line, words)
    frames = _fill_lists(frames, line, matcher)
    _share_years(frames, line, words)
    _share_parts(frames)
    return [f for f in frames if _stands_alone(f)]


def _stands_alone(frame: Frame) -> bool:
    said = frame.said()
    if frame.needs is not None:
        return False
    return bool(said - {"mod", "half_day", "zone", "which", "needs"})


def _join_all(frames: list[Frame], line: Line, words: TimeWords) -> list[Frame]:
    """Join from the left until nothing fits; a part that must join ("late", "Ende") binds to what follows first."""
    joined: list[Frame] = []
    for frame in frames:
        while joined and _gap_joins(joined[-1], frame, line, words):
            union = join(joined[-1], frame)
            if union is None:
                break
            frame = union
            joined.pop()
        joined.append(frame)
    return joined


def _gap_joins(left: Frame, right: Frame, line: Line, words: TimeWords) -> bool:
    gap = line.tokens[left.end : right.start]
    return len(gap) <= _MAX_GAP and tuple(t.lower for t in gap) in words.joins


def join(left: Frame, right: Frame) -> Frame | None:
    """Return the one time that two parts make, None where they don't fit."""
    a, b = left.said() - {"needs"}, right.said() - {"needs"}
    if a & {"ref", "literal", "anniversary"} or b & {"ref", "literal", "anniversary"}:
        return None
    if "mod" in a and len(a) == 1:
        if b & _GRAINS and "mod" not in b and not b & {"hour", "count", "ago", "every", "day"}:
            return _union(left, right)
        return None
    if _lacks_year(a) and b in ({"ago", "unit"}, {"ago", "unit", "within"}) and right.unit == "Y" and right.ago:
        return _union(left, replace(right, shift=int(right.ago), ago=None, within=None))
    if "count" in a or "count" in b or "ago" in a or "ago" in b:
        return None
    if a == {"shift", "unit", "anchor"} and left.unit == "Y" and b == {"year"}:
        return _union(replace(left, shift=None, unit=None, anchor=None), right)  # "the following year, 1977"
    if _is_weekday(a) and {"day"} <= b and "weekday" not in b:
        return _union(replace(left, weekday=None, which=None, on_weekday=left.weekday), right)
    if _is_weekday(b) and {"day", "month"} <= a:
        return None
    if _is_part(a) or _is_part(b):
        return _join_part(left, right, a, b)
    if _is_year(a) and b <= {"month", "day", "weekday", "mod"} and "month" in b:
        return _union(left, right) if left.year is None else None
    if _lacks_year(a) and _is_year(b):
        return _union(left, replace(right, which=None))
    if _lacks_month(a) and b <= {"month", "year", "mod"} and "month" in b:
        return _union(left, right)
    if _is_weekday(a) and b <= {"shift", "unit"} and right.unit == "W":
        return _union(replace(left, which=None), right)
    if _is_weekday(b) and a <= {"shift", "unit"} and left.unit == "W":
        return _union(left, replace(right, which=None))
    if "hour" in a and b <= {"half_day", "part", "zone"}:
        return _union(left, right)
    return None


def _join_part(left: Frame, right: Frame, a: frozenset[str], b: frozenset[str]) -> Frame | None:
    """Join a part of the day with its day or its clock time ("3 Uhr morgens", "the morning of 14 August")."""
    part, other, said = (left, right, b) if _is_part(a) else (right, left, a)
    if "part" in said or "every" in said:
        return None
    if "hour" in said:
        return _union(left, right) if part is right else None
    is_day = bool(said & _DAYS) or (other.unit == "D" and other.shift is not None)
    return _union(left, replace(right, mod=None)) if is_day else None


def _is_part(said: frozenset[str]) -> bool:
    return "part" in said and said <= {"part", "mod"}


def _is_weekday(said: frozenset[str]) -> bool:
    return "weekday" in said and said <= {"weekday", "which", "part"}


def _is_year(said: frozenset[str]) -> bool:
    return said in ({"year"}, {"shift", "unit"}, {"shift", "unit", "mod"}, {"shift", "unit", "anchor"})


def _lacks_year(said: frozenset[str]) -> bool:
    return bool(said & {"month", "season", "quarter", "half", "holiday"}) and not said & {
        "year",
        "shift",
        "hour",
        "decade",
        "century",
        "every",
    }


def _lacks_month(said: frozenset[str]) -> bool:
    return "day" in said and "month" not in said and "shift" not in said


def _union(left: Frame, right: Frame) -> Frame | None:
    """Return a frame with the fields of both; None where they contradict, or where a year joins a unit not a year."""
    union = Frame(left.start, right.end, on_weekday=left.on_weekday or right.on_weekday)
    for name in FIELDS:
        if name == "needs":
            continue
        a, b = getattr(left, name), getattr(right, name)
        if a is not None and b is not None and a != b:
            return None
        setattr(union, name, b if a is None else a)
    is_inner = union.month or union.season or union.quarter or union.half or union.holiday
    if is_inner and union.shift is not None and union.unit not in ("Y", None):
        return None
    return union


def _fill_lists(frames: list[Frame], line: Line, matcher: Matcher) -> list[Frame]:
    """Add the days and hours before a date or clock time in a list ("3., 4. und 5. Oktober", "10-18 Uhr")."""
    filled: list[Frame] = []
    starts = {frame.start for frame in frames}
    for frame in frames:
        floor = filled[-1].end if filled else 0
        if frame.day is not None and frame.month is not None and frame.part is None:
            filled += [
                replace(frame, start=s, end=e, day=value, listed_before=frame)
                for s, e, value in _before(frame.start, floor, line, matcher, "DAY")
            ]
        elif frame.hour is not None:
            earlier = _clocks_before(frame.start, floor, line, matcher)
            later = [] if frame.end + 1 in starts else _clocks_after(frame, line, matcher)
            frame.ranged = bool(earlier)
            filled += [replace(frame, start=s, end=e, hour=h, minute=m) for s, e, (h, m) in earlier]
            filled += [frame, *(replace(frame, start=s, end=e, hour=h, minute=m) for s, e, (h, m) in later)]
            continue
        filled.append(frame)
    return filled


def _before(end: int, floor: int, line: Line, matcher: Matcher, symbol: str) -> list[tuple[int, int, int]]:
    """Return (start, end, value) of the list members of that class before token `end`, in order of position."""
    lists, found = matcher.reader.words.lists, []
    while end - 1 > floor:
        at = end
        while at - 1 > floor and line.tokens[at - 1].lower in lists:
            at -= 1
        articles = matcher.reader.words.joins
        if (
            at == end
            and (line.tokens[at - 1].lower,) in articles
            and at - 2 > floor
            and line.tokens[at - 2].lower in lists
        ):
            at -= 2
        if at == end:
            break
        member = next(
            (
                (s, e.value)
                for s in (at - 1, at - 2)
                if s >= floor
                for e in matcher.edges(s)
                if e.symbol == symbol and e.end == at
            ),
            None,
        )
        if member is None or not line.tokens[member[0]].text[0].isdigit():
            break
        found.append((member[0], at, member[1]))
        end = member[0]
    return found[::-1]


def _clocks_before(end: int, floor: int, line: Line, matcher: Matcher) -> list[tuple[int, int, tuple[int, int]]]:
    lists = matcher.reader.words.lists - {","}
    if end - 2 < floor or line.tokens[end - 1].lower not in lists:
        return []
    return [
        (end - 2, end - 1, clock)
        for edge in matcher.edges(end - 2)
        if edge.end == end - 1 and (clock := _clock_of(edge))
    ][:1]


def _clocks_after(frame: Frame, line: Line, matcher: Matcher) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the end of a range whose start alone has the word for clock times ("between 2 p.m. and 4.30")."""
    words, at = matcher.reader.words, frame.end + 1
    if at >= len(line.tokens) or frame.half_day or line.tokens[at - 1].lower not in words.lists - {","}:
        return []
    if not matcher.is_closed(at + 1):
        return []
    return [(at, at + 1, clock) for edge in matcher.edges(at) if edge.end == at + 1 and (clock := _clock_of(edge))][:1]


def _clock_of(edge: Edge) -> tuple[int, int] | None:
    if edge.symbol in ("CLOCK", "CLOCKDOT"):
        hour, minute = edge.value
        return hour, minute
    return (edge.value, 0) if edge.symbol == "HOUR" else None


def _share_years(frames: list[Frame], line: Line, words: TimeWords) -> None:
    """Give a month or date the year of its list's last member ("3 May to 7 June 2015")."""
    for left, right in zip(frames[-2::-1], frames[:0:-1], strict=False):
        gap = line.tokens[left.end : right.start]
        if not gap or len(gap) > 2 or gap[0].lower not in words.lists - {","}:
            continue
        if right.half_day is not None and left.hour is not None and left.half_day is None:
            left.half_day = right.half_day
        elif left.said() == {"day"} and right.day is not None and right.month is not None:
            left.month, left.year = right.month, right.year
        elif right.year is not None and left.year is None and left.month is not None and right.month is not None:
            left.year = right.year
        elif (
            right.shift is not None
            and right.unit == "Y"
            and left.month
            and left.year is None
            and left.shift is None
            and right.month
        ):
            left.shift, left.unit = right.shift, right.unit


def _share_parts(frames: list[Frame]) -> None:
    """Tell a clock time just after a part of the day that it is in the evening ("tomorrow evening at 8")."""
    for left, right in pairwise(frames):
        is_near = right.start - left.end <= 2 and left.hour is None and right.hour is not None
        if is_near and left.part in ("AF", "EV") and right.part is None and right.half_day is None:
            right.part = left.part
