"""What the finders of reported content share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.frames import Frame
from depesche.annotate.statements.phrases import Phrase

REACH: Final = 30  # tokens between a verb and the word that opens its content
MIN_CLAUSE: Final = 3  # words of a clause without complementizer
MIN_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Content in tokens, one or two stretches; `how` names the construction."""

    stretches: tuple[tuple[int, int], ...]
    how: str
    trailing: bool = False


def after_verb(frame: Frame, cue: VerbCue, phrase: Phrase | None) -> int:
    """Return the first token after verb, its particle where they touch, and a subject on its right."""
    i = cue.at + 1
    while i in cue.parts:
        i += 1
    if phrase is not None and phrase.start >= i:
        i = phrase.aside[1] + 1 if phrase.aside and phrase.aside[1] < frame.last() else phrase.end
        while i in cue.parts:
            i += 1  # "quoted her as saying"
    if cue.auxiliary is not None and cue.auxiliary >= i:
        i = cue.auxiliary + 1
    return i
