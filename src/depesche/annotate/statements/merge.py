"""Leaves out statements that two cues found twice, and what somebody says that he thinks."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.records import StatementKind

_RANK: Final = {
    "quote": 0,
    "that": 1,
    "inf": 2,
    "order": 2,
    "question": 2,
    "fronted": 3,
    "bare": 4,
    "source": 4,
    "continued": 6,
    "loose": 6,
}
_SAME: Final = 0.9  # share of characters from which two contents are one


def _length(draft: Draft) -> int:
    return sum(b - a for a, b in draft.content)


def _shared(a: Draft, b: Draft) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a.content for y in b.content)


def _nested(outer: Draft, inner: Draft) -> bool:
    """Say whether the noun for a claim stands in what somebody answers: "rejected accusations that"."""
    return inner.how == "noun" and any(a <= inner.cue[0].start < b for a, b in outer.content)


def _told_in(told: Draft, other: Draft) -> bool:
    """Say whether a noun only tells where a verb's clause was said: "insisted in a statement that"."""
    return told.how == "that" and other.how == "noun" and told.start == other.start


def drop_repeated(drafts: list[Draft]) -> list[Draft]:
    """Keep one draft of those with nearly the same content: the surest construction, then the first.

    A clause that takes up content ("hvilket ministeren afviser") is another's word on the same.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (_RANK.get(d.how, 5), d.at)):
        same = (
            k
            for k in kept
            if (_shared(k, draft) >= _SAME * max(_length(k), _length(draft)) or _told_in(k, draft))
            and not (_nested(k, draft) or _nested(draft, k))
        )
        half = not draft.cue and any(set(draft.content) < set(k.content) for k in kept)  # '"X," so Berg, "Y"'
        same_cue = any(k.cue == draft.cue and k.how == draft.how == "source" for k in kept)
        if draft.how == "backward" or (next(same, None) is None and not same_cue and not half):
            kept.append(draft)
    return kept


def drop_own_thoughts(drafts: list[Draft]) -> list[Draft]:
    """Leave out what somebody is told to think himself: "said that | he believes | all is lost" is one statement."""
    told = [d for d in drafts if d.cue and d.kind is not StatementKind.DIRECT]
    return [d for d in drafts if not _is_own_thought(d) or not any(_tells(k, d) for k in told)]


def _is_own_thought(draft: Draft) -> bool:
    own = draft.phrase is None or draft.phrase.kind == "pronoun"
    return draft.verb is not None and draft.verb.thought and own and draft.how in ("that", "bare", "question")


def _tells(outer: Draft, inner: Draft) -> bool:
    return outer.at < inner.at and any(a <= inner.cue[0].start < b for a, b in outer.content)
