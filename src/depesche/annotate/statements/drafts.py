"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import Verb
from depesche.records import Act, Relay, Source, Span, StatementKind


@dataclass(slots=True)
class Draft:
    """Content, cue and phrase of one statement before its source is known.

    `how` names the construction, which decides the confidence. `follows`: the source is the one of the statement
    before. `subject` is that of its sentence, for a verb without one.
    `told` is the phrase of the addressee, `by_relay` who else passes it on, `credited` the paragraph of a sentence that
    names an agency for it. `anonymous`: nobody is named.
    """

    frame: Frame
    how: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    act: Act
    kind: StatementKind
    phrase: Phrase | None = None
    verb: Verb | None = None
    negated: bool = False
    hedged: bool = False
    follows: bool = False
    anonymous: bool = False
    told: Phrase | None = None
    by_relay: list[Relay] = field(default_factory=list)
    who: tuple[Source, ...] = ()
    at: int = 0
    trailing: bool = False
    subject: Phrase | None = None
    credited: int | None = None

    @property
    def start(self) -> int:
        return self.content[0].start
