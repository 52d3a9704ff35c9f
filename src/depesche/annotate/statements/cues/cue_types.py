"""The cues of a frame: verbs with their group, and all other phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech import Lead, Refusal, Speech, Verb


@dataclass(slots=True)
class VerbCue:
    """A reporting verb in a frame. `at` is the verb, `first` the first token of its group (auxiliary before it).

    `parts` are the tokens that make the cue: verb, particle, fixed words. `voice` is active, passive, gerund or
    infinitive.
    """

    verb: Verb
    at: int
    first: int
    parts: tuple[int, ...]
    voice: str
    negated: bool = False
    modal: bool = False
    refusal: Refusal | None = None
    auxiliary: int | None = None


@dataclass(slots=True)
class PhraseCue:
    """Any other cue: a noun, source phrase, parenthetical, refusal or hedge in tokens [at, end)."""

    entry: Lead
    at: int
    end: int


def matches(frame: Frame, i: int, words: tuple[str, ...]) -> bool:
    """Say whether the tokens from `i` on are these words."""
    tokens = frame.tokens
    if i + len(words) > len(tokens) or (words and tokens[i].lower != words[0]):  # nearly always over at the first word
        return False
    return all(tokens[i + k].lower == w for k, w in enumerate(words))


def opens_phrase(frame: Frame, i: int, group: str, speech: Speech) -> bool:
    """Say whether a phrase of a list stands from token `i` on."""
    return speech.may_open(group, frame.lower(i)) and any(matches(frame, i, words) for words in speech.phrases[group])


def cues_from(reporting: Mapping[int, list[VerbCue]], a: int, b: int) -> Iterator[VerbCue]:
    """Yield the verb cues whose group starts in [a, b); `reporting` holds them by that start."""
    return (v for j in range(a, b) for v in reporting.get(j, ()))
