"""Frames: sentences as the engine reads them, where a quotation that stands for a clause is a single token.

A frame is a run of tokens up to a sentence's end, but a sentence's end inside a quotation doesn't count. So
"A. B," said X. is the frame [quotation] , said X . whatever the quotation holds, and cues inside it are out of the way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.frames.marks import MARKS, Quotation
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, SegmentKind, Time, Token

OWNERS: Final = ("'s", "’s", "s'", "s’")  # how an English owner ends
QUOTE: Final = "\ufffc"  # text of the token that stands for a quotation
DASHES: Final = frozenset({*"-–—―‒", "--"})
ENDERS: Final = frozenset({".", "!", "?", "…", "..."})
_DATELINE: Final = 12  # tokens of place, date and agency before the first dash of a report
CLOCK: Final = re.compile(r"[0-2]?\d[:.][0-5]\d")


@dataclass(frozen=True, slots=True)
class ClauseEnds:
    """The words of a frame that end a clause, by word, and the tokens no particle is looked for beyond."""

    places: dict[str, list[int]]
    barriers: list[int]


@dataclass(slots=True)
class Frame:
    """One outer sentence. `quotes` maps the start of a quotation's token to it; `index` is its place.

    `quoted` holds the tokens of quotations that are only words in the sentence, `taken` the verbs that have a
    quotation of their own, `finite` which tokens are known to be finite verbs or none, `media` where the name of a
    medium can open. `within`: it is part of a quotation.
    """

    tokens: list[Token]
    paragraph: int
    kind: SegmentKind
    quotes: dict[int, Quotation]
    dash: bool = False
    within: bool = False
    index: int = 0
    last_in_paragraph: bool = False
    taken: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    finite: dict[int, bool] = field(default_factory=dict)
    ends: ClauseEnds | None = None
    breaks: list[int] | None = None
    vocabulary: frozenset[str] | None = None
    names: list[tuple[int, Name]] | None = None
    media: frozenset[int] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Return the case-folded tokens; kept, so they must not change any more."""
        if self.vocabulary is None:
            self.vocabulary = frozenset([token.lower for token in self.tokens])
        return self.vocabulary

    def lower(self, i: int) -> str:
        """Return the case-folded token at `i`, "" outside the frame."""
        try:  # asked about every word many times: a third faster than to compare with the length
            return self.tokens[i].lower if i >= 0 else ""
        except IndexError:
            return ""

    def text_start(self) -> int:
        """Return the index after a dateline or clock time that opens the frame: "MANILA (Reuters) -", "14.32:"."""
        if self.tokens[0].text[0].isdigit() and CLOCK.fullmatch(self.tokens[0].text) and len(self.tokens) > 1:
            following = self.tokens[1].text  # a live ticker's "18:40 Police say"
            if following[0].isupper() or following == QUOTE:
                return 1
        clock = next((j for j in range(1, min(4, len(self.tokens))) if self.tokens[j].text == ":"), 0)
        if clock and self.tokens[0].text[0].isdigit() and clock + 1 < len(self.tokens):
            return clock + 1
        for j in range(1, min(len(self.tokens), _DATELINE)):
            text = self.tokens[j].text
            if text in DASHES and self.tokens[j - 1].end < self.tokens[j].start:
                capitals = (
                    self.tokens[0].text.isupper() and len(self.tokens[0].text) > 1
                )  # Polish "W kasie brak – mówi"
                place = capitals or any(t.text == "(" for t in self.tokens[:j])
                return j + 1 if place else 0
            if text == QUOTE:
                return 0
        return 0

    def is_quote(self, i: int) -> bool:
        return 0 <= i < len(self.tokens) and self.tokens[i].text == QUOTE

    def quote(self, i: int) -> Quotation:
        return self.quotes[self.tokens[i].start]

    def before(self, i: int) -> int:
        """Return the index before `i`, over a closing mark to the comma inside it: 'was "a mistake," said X'."""
        inside = i >= 2 and self.tokens[i - 1].text in MARKS and self.tokens[i - 2].text == "," and i - 1 in self.quoted
        return i - 2 if inside else i - 1

    def last(self) -> int:
        """Return the index after the last token that is no closing punctuation of the sentence."""
        end = len(self.tokens)
        while end and (self.tokens[end - 1].text in ENDERS or self.tokens[end - 1].text in ",;"):
            end -= 1
        return end


@dataclass(frozen=True, slots=True)
class Layers:
    """What the other annotators found, by place: the first token of a name or time leads to it."""

    names: dict[int, Name]
    times: dict[int, Time]

    def names_in(self, frame: Frame) -> list[tuple[int, Name]]:
        """Return the names of a frame, each with the index of its first token."""
        if frame.names is None:
            starts = self.names
            frame.names = [(i, starts[t.start]) for i, t in enumerate(frame.tokens) if t.start in starts]
        return frame.names


def part_from_small_words(frames: Sequence[Frame], layers: Layers, speech: Speech) -> None:
    """Let no modal or negation be in a name: "Mrs May", "Will Smith" keep the capital, "Avisa.no" the mark."""
    negations = speech.words["negations"]
    for frame in frames:
        if not frame.words.isdisjoint(negations):
            _part_addresses(frame, negations)
        for i, name in layers.names_in(frame):
            if name.type is not NameType.PERSON:
                continue
            for j in range(i, len(frame.tokens)):
                token = frame.tokens[j]
                if token.start >= name.span.end:
                    break
                if speech.has("modals", token.lower):
                    frame.tokens[j] = token._replace(lower=token.text)


def _part_addresses(frame: Frame, negations: frozenset[str]) -> None:
    """Put its mark before the last word of an address, so that nothing is denied in "Avisa.no reported"."""
    tokens = frame.tokens
    for j in range(2, len(tokens)):
        token, mark = tokens[j], tokens[j - 1]
        glued = mark.text == "." and tokens[j - 2].end == mark.start and mark.end == token.start
        if glued and token.text in negations:
            tokens[j] = token._replace(lower="." + token.text)
            frame.vocabulary = None
