"""Of which gender the persons of one report are, for its pronouns: by given name, title, noun of a role, or the pronoun
that takes them up.

What a given name tells is in `lang.schema.genders`; whom a pronoun then means is decided in `pronouns`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.lang.schema.genders import gender
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_OPENING: Final = 5  # tokens of a sentence in which the pronoun stands that takes up whom the one before names


class Genders:
    """Knows the genders of persons in one report."""

    def __init__(
        self,
        speech: Speech,
        layers: Layers,
        frames: Sequence[Frame],
        frame_names: Sequence[Sequence[Name]],
        bearers: Mapping[str, Sequence[tuple[int, Name, str | None]]],
    ) -> None:
        self.speech = speech
        self.titled: dict[str, set[str]] = {}
        self.taken_up: dict[str, set[str]] = {}
        for role, named in bearers.items():
            if speech.noun_kind(role) == "role_f":
                for _, name, _ in named:
                    _note(self.taken_up, name, "f")
        for frame in frames:
            for i, name in layers.names_in(frame):
                if name.type is NameType.PERSON and (title := self._title(frame, i)) is not None:
                    _note(self.titled, name, title)
        for frame, before in zip(frames[1:], frame_names, strict=False):
            self._note_pronoun(frame, before, layers)

    def of(self, name: str) -> str | None:
        """Return "m" or "f" for a person's name; None where nothing in the report leaves no doubt."""
        found = self.titled.get(name)
        if not found:
            if (given := gender(name)) is not None:
                return given
            found = self.taken_up.get(name, set())
        return next(iter(found)) if len(found) == 1 else None

    def _title(self, frame: Frame, i: int) -> str | None:
        """Return what the title before a name, or its first word, tells: "Mrs Fitch", "Sir Alan Petherick"."""
        for j in (i, i - 1):
            for told in ("m", "f"):
                if j >= 0 and self.speech.has(f"titles_{told}", frame.lower(j)):
                    return told
        return None

    def _note_pronoun(self, frame: Frame, before: Sequence[Name], layers: Layers) -> None:
        """Note the pronoun that opens a sentence after one that names a single person: "Berg fled. She is wanted"."""
        persons = {n.name or n.lemma: n for n in before if n.type is NameType.PERSON}
        if len(persons) != 1:
            return
        subjects = {told: self.speech.pronouns.get(f"subject_{told}", frozenset()) for told in ("m", "f")}
        plural = self.speech.pronouns.get("subject_pl", frozenset())
        for token in frame.tokens[:_OPENING]:
            if token.start in layers.names:
                return
            told = next((t for t in ("m", "f") if token.lower in subjects[t] and token.lower not in plural), None)
            if told is not None:
                _note(self.taken_up, next(iter(persons.values())), told)
                return


def _note(known: dict[str, set[str]], name: Name, told: str) -> None:
    known.setdefault(name.name or name.lemma, set()).add(told)
