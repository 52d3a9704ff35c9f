"""From text to times: match patterns line by line, join them, anchor them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import takewhile

from depesche.annotate.times.anchor import value_of
from depesche.annotate.times.anniversaries import anniversary_times
from depesche.annotate.times.compose import compose
from depesche.annotate.times.edges import Reader
from depesche.annotate.times.frame import Frame, build_frame
from depesche.annotate.times.line import Line
from depesche.annotate.times.match import Matcher
from depesche.annotate.times.occasion import Anchor
from depesche.annotate.times.tense import tense_at
from depesche.annotate.times.values import Value, add_days, day_value, to_time
from depesche.lang.schema.genders import gender
from depesche.lang.schema.quantities import load_quantities
from depesche.lang.schema.times import TimeWords, load_times
from depesche.records import Sentence, Span, Time, TimeType, Token

_BARE_MOD = frozenset({"mod"})
_HEADING = 2  # tokens beside its day in a line that holds nothing else
_SENTENCE_TIMES = 40  # times of one sentence looked at for the day of its clock times
_NAME = 40  # letters of a given name at most
_WORD_BEFORE = re.compile(r"\b([^\W\d_]{2,})\.?\Z")
_VAGUE_PARTS = frozenset({"day", "weekday", "shift", "holiday", "month", "hour", "season", "within"})


@cache
def _reader(lang: str | None) -> Reader:
    return Reader(load_times(lang), load_quantities(lang))


def find_times(text: str, sentences: tuple[Sentence, ...], lang: str | None, published: str | None) -> tuple[Time, ...]:
    """Return the time expressions of a text in order of position.

    Without `published`, what counts from it keeps an underspecified value ("XXXX-WXX-3") and no interval.
    """
    reader = _reader(lang)
    anchor = Anchor(published=parse_day(published))
    found: list[Time] = []
    named = _months_that_name(text, reader.words)
    for line in _lines(text, sentences, reader.words.possessives, named):
        matcher = Matcher(reader, line)
        frames = compose(list(_frames(matcher)), line, matcher)
        if frames:
            found += sorted(_anchor_line(frames, line, reader, anchor, lang), key=lambda t: t.span)
    return tuple(found)


def parse_day(value: str | None) -> date | None:
    """Return the day of an ISO date or instant, None where there is none."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _lines(
    text: str, sentences: tuple[Sentence, ...], possessives: tuple[str, ...], named: frozenset[str]
) -> Iterator[Line]:
    """Yield the paragraphs, since a sentence wrongly cut at "15." must not cut the date."""
    tokens: list[Token] = []
    starts: set[int] = set()
    paragraph: int | None = None
    for sentence in sentences:
        if sentence.paragraph != paragraph and tokens:
            yield Line(text, tokens, frozenset(starts), named, tuple(sorted(starts)))
            tokens, starts = [], set()
        paragraph = sentence.paragraph
        starts.add(len(tokens))
        if possessives and ("'" in text or "’" in text):
            tokens += _without_possessives(sentence.tokens, possessives)
        else:
            tokens += sentence.tokens
    if tokens:
        yield Line(text, tokens, frozenset(starts), named, tuple(sorted(starts)))


def _months_that_name(text: str, words: TimeWords) -> frozenset[str]:
    """Return the months that are a person's name in this text ("Theresa May", "Ms May")."""
    return frozenset(
        month
        for month in sorted(words.surnames)
        if month.capitalize() in text and any(_is_first_name(word, words) for word in _before_month(month, text))
    )


def _before_month(month: str, text: str) -> Iterator[str]:
    """Yield the words before a month that no figure follows."""
    for match in _month(month).finditer(text):
        if before := _WORD_BEFORE.search(text, max(0, match.start() - _NAME), match.start()):
            yield before[1]


@cache
def _month(month: str) -> re.Pattern[str]:
    return re.compile(rf" {month.capitalize()}\b(?! \d)")


def _is_first_name(word: str, words: TimeWords) -> bool:
    lower = word.lower()
    if words.nouns_capitalised:
        return gender(f"{word} {word}") is not None  # "Ende Mai", but "Hannes Mai"
    return not (lower in words.classes or lower in words.literals or lower in words.year_before)


def _without_possessives(tokens: tuple[Token, ...], possessives: tuple[str, ...]) -> list[Token]:
    """Cut the genitive off a word ("Monday's"): it is not part of a time."""
    cut: list[Token] = []
    for token in tokens:
        if token.lower.endswith(possessives) and len(token.text) > 3 and token.text[0].isalpha():
            at = token.end - 2
            cut.append(Token(token.start, at, token.text[:-2], token.lower[:-2]))
            cut.append(Token(at, token.end, token.text[-2:], token.lower[-2:]))
        else:
            cut.append(token)
    return cut


def _frames(matcher: Matcher) -> Iterator[Frame]:
    free = 0
    for i in matcher.reader.openings(matcher.line.tokens):
        match = matcher.longest(i) if i >= free else None
        if match is None:
            continue
        if match.start > i:  # a pattern with context before it may hide a longer one
            inner = matcher.longest(match.start)
            if inner is not None and inner.end > match.end and inner.outer_end >= match.outer_end:
                match = inner
        free = max(match.end, i + 1)
        if match.rule.give:
            frame = build_frame(match)
            yield frame
            if frame.said() == _BARE_MOD and frame.end - frame.start > 1:
                free -= 1  # the preposition of "late in" may open what follows ("sent i går")
            for further in _further_years(frame, matcher):
                yield further
                free = further.end


def _further_years(frame: Frame, matcher: Matcher) -> Iterator[Frame]:
    """Yield the years of a list or range after its first ("1910 to 1945", "2007, 2011 and 2013")."""
    tokens, end = matcher.line.tokens, frame.end
    if frame.said() != {"year"}:
        return
    while end + 1 < len(tokens) and tokens[end].lower in matcher.reader.words.lists:
        year = next((e.value for e in matcher.edges(end + 1) if e.symbol == "YEAR"), None)
        if year is None or (end + 2 < len(tokens) and tokens[end + 2].text in "%$€"):
            return
        yield Frame(end + 1, end + 2, year=year)
        end += 2


def _anchor_line(frames: list[Frame], line: Line, reader: Reader, anchor: Anchor, lang: str | None) -> Iterator[Time]:
    sentence, last = -1, None
    for index, frame in enumerate(frames):
        current, end = line.sentence_of(frame.start)
        if current != sentence:
            sentence = current
            anchor.event_age += 1
            here = frames[index : index + _SENTENCE_TIMES]
            entry = _day_of_entry(here, line, anchor) if index == 0 else None
            anchor.day = entry or _day_of_sentence(here, line, end, reader, anchor)
        if frame.anniversary is not None:
            yield from anniversary_times(frame, frames, line, anchor, lang)
            continue
        if _VAGUE_PARTS & frame.said():
            at = frame if frame.listed_before is None else frame.listed_before
            alone = at.start == 0 and at.end >= len(line.tokens) - 1  # an entry of a list or calendar looks ahead
            anchor.tense = 1 if alone else tense_at(line, at.start, at.end, reader.words, near=_is_near(frame))
        elif frame.hour is not None and not frame.ranged and _is_dated_behind(frames[index : index + 2], line):
            anchor.day = _first_day(frames[index + 1 : index + 2], line, end, reader, anchor) or anchor.day
        value = value_of(frame, anchor)
        if value is None:
            continue
        before = line.tokens[frame.start - 1].lower if frame.start else ""
        if frame.mod is None and value.type is TimeType.DURATION and before in reader.numbers.approximators:
            frame.mod = "APPROX"
        if index and _is_range(frames[index - 1], frame, line, reader) and last is not None:
            value = _after(value, last)
        if index + 1 < len(frames) and _is_range(frame, frames[index + 1], line, reader):
            value = _before(value, frames[index + 1], line, reader, anchor)
        last = value
        span = Span(line.tokens[frame.start].start, line.tokens[frame.end - 1].end)
        yield to_time(frame, value, span)
        _remember(value, frame, anchor, frame.end - frame.start + _HEADING >= len(line.tokens))


def _day_of_entry(frames: list[Frame], line: Line, anchor: Anchor) -> date | None:
    """Return the day of a live ticker's entry, which opens with its clock time: that of its heading, else today's.

    What the entries around it tell of ("not before Sunday") is no day of theirs.
    """
    first = frames[0]
    opens = first.hour is not None and not any(t.text[0].isalnum() for t in line.tokens[: first.start])
    if not opens or not line.tokens[first.start].text[0].isdigit() or _is_dated_behind(frames[:2], line):
        return None
    return anchor.heading or anchor.published


def _is_dated_behind(frames: list[Frame], line: Line) -> bool:
    """Say whether the day of a clock time stands right behind it: "at 5 on Monday", "klokken 5 mandag morgen"."""
    if len(frames) < 2 or frames[1].hour is not None or not frames[1].said() & {"day", "weekday", "shift"}:
        return False
    return all(len(t.text) <= _SMALL_WORD and t.text.isalpha() for t in line.tokens[frames[0].end : frames[1].start])


def _is_near(frame: Frame) -> bool:
    """Say whether a frame is a day or weekend of these weeks, by its name alone."""
    return (frame.weekday is not None or frame.unit == "WE") and frame.month is None


_SMALL_WORD = 3  # letters of "on", "am", "den", "w"


def _is_range(left: Frame, right: Frame, line: Line, reader: Reader) -> bool:
    """Say whether two weekdays are joined as "Monday to Friday", "z wtorku na środę", "Saturday and Sunday"."""
    gap = [t.lower for t in line.tokens[left.end : right.start]]
    weekdays = left.weekday is not None and right.weekday is not None and left.day is None and right.day is None
    return weekdays and 0 < len(gap) <= 2 and gap[0] in reader.words.range_words | (reader.words.lists - {","})


def _after(value: Value, first: Value) -> Value:
    """Return the end of a range of weekdays in the week after its start where it would lie before it."""
    if value.begin is None or first.begin is None or value.begin >= first.begin:
        return value
    return _moved(value, 7)


def _before(value: Value, right: Frame, line: Line, reader: Reader, anchor: Anchor) -> Value:
    """Return the start of a range of weekdays past in the week before its end."""
    now, anchor.tense = anchor.tense, tense_at(line, right.start, right.end, reader.words, near=True)
    end = value_of(right, anchor) if anchor.tense < 0 else None
    anchor.tense = now
    is_later = end is not None and end.begin is not None and value.begin is not None and end.begin < value.begin
    return _moved(value, -7) if is_later else value


def _moved(value: Value, days: int) -> Value:
    if value.begin is None or value.by is None:
        return value
    part = value.timex.partition("T")[2] or None
    return day_value(add_days(value.begin, days), value.by, part) or value


def _day_of_sentence(frames: list[Frame], line: Line, end: int, reader: Reader, anchor: Anchor) -> date | None:
    """Return the day a clock time is on when its sentence, up to token `end`, names the day only afterwards."""
    if frames[0].hour is None:
        return None
    return _first_day(frames, line, end, reader, anchor)


def _first_day(frames: list[Frame], line: Line, end: int, reader: Reader, anchor: Anchor) -> date | None:
    for frame in takewhile(lambda f: f.start < end, frames):
        if frame.hour is None and frame.said() & {"day", "weekday", "shift"}:
            anchor.tense = tense_at(line, frame.start, frame.end, reader.words, near=_is_near(frame))
            value = value_of(frame, anchor)
            if value and value.begin and value.begin == value.end:
                return value.begin
    return None


def _remember(value: Value, frame: Frame, anchor: Anchor, alone: bool) -> None:
    """Keep the day just named: clock times in the sentence are on it, "two days later" counts from it."""
    if value.begin is None or value.type not in (TimeType.DATE, TimeType.TIME):
        return
    if frame.hour is None and not (frame.shift == 0 and frame.anchor is None):  # "today", "this year" tell of no event
        anchor.era = value.begin
    if value.begin == value.end:
        anchor.day = value.begin
        if frame.hour is None:
            anchor.event = value.begin
            anchor.event_age = 0
            if alone:
                anchor.heading = value.begin
