"""Says whether a sentence looks back or ahead at a token: the nearest verb form of its clause decides."""

from __future__ import annotations

from depesche.annotate.times.line import Line
from depesche.lang.schema.times import TimeWords

_REACH = 14  # tokens looked at on either side
_CLAUSE_COST = 5  # what a comma or a quotation mark between adds to the distance, in tokens
_WEAK_COST = 3  # "hat", "ist": past only with a participle, in tokens
_PRESENT_COST = 1  # a present form can be told of a past day in a headline or caption, in tokens
_FRONT = 4  # tokens from the start of a sentence within which a time stands in front
_LIMIT = 12  # cost from which a verb belongs to another clause
_AHEAD_BONUS = 1  # words of the future are rarer and surer than past forms, in tokens
_MARKS = frozenset({",", ";", ":", "–", "—", '"', "“", "”", "„", "«", "»", "(", ")"})
_ENDS = frozenset({".", "!", "?"})


def tense_at(line: Line, start: int, end: int, words: TimeWords, near: bool = False) -> int:
    """Return -1, 0 or 1: past, unknown, future; beside a time that is `near` a present form looks ahead."""
    best = (10**6, 0)
    opens = start - line.sentence_of(start)[0] <= _FRONT
    for step in (-1, 1):
        at = start - 1 if step < 0 else end
        cost = 0
        for _ in range(_REACH):
            if not 0 <= at < len(line.tokens):
                break
            word = line.tokens[at].lower
            cost += 1
            if word in _ENDS:
                break
            if word in _MARKS and step > 0 and at == end and opens:
                pass  # the comma after an adverbial in front parts no clause
            elif word in _MARKS or word in words.clause_words:
                cost += _CLAUSE_COST
            elif at and f"{line.tokens[at - 1].lower}_{word}" in words.future:
                best = min(best, (cost - _AHEAD_BONUS, 1))  # "is to", "are set"
            elif word in words.future and (line.tokens[at].text[0].islower() or at in line.starts):
                best = min(best, (cost - _AHEAD_BONUS, 1))
            elif word in words.past_weak:
                best = min(best, (cost + _WEAK_COST, -1))
            elif near and word in words.present and line.tokens[at].text[0].islower():
                best = min(best, (cost + _PRESENT_COST, 1))
            elif _is_past(line, at, words):
                if step < 0 and cost == 1:
                    return -1  # "since March", "said Friday": whatever comes after
                best = min(best, (cost, -1))
            at += step
    if best[0] <= _LIMIT:
        return best[1]
    return int(start > 0 and line.tokens[start - 1].lower in words.deadlines)


def _is_past(line: Line, at: int, words: TimeWords) -> bool:
    word = line.tokens[at].lower
    if at and line.tokens[at - 1].lower in words.passive_after:
        return False  # "will be signed" looks ahead
    if word in words.past:
        return True
    return not (
        len(word) <= 3
        or word in words.not_past
        or not words.past_ends
        or not word.endswith(words.past_ends)
        or not (line.tokens[at].text[0].islower() or (at in line.starts and not words.nouns_capitalised))
    )
