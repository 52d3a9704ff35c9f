"""Whom an English verb tells before a bare clause: "told reporters | he", "told the Daily Echo | the club would".

Which medium was told, that a relay may name it, `speakers` and `relays` read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.content.bare_openings import BareOpenings
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Speech

_ADDRESSEE: Final = 4  # words of an addressee with an article: "a packed news conference"
_LISTENER: Final = 4  # words of an addressee without one: "state television"
_LISTENERS: Final = frozenset({"collective", "medium", "institution", "role", "role_m", "role_f", "human"})
_NAME: Final = 5  # capitalised words of an addressee the data don't know as a name


@dataclass(slots=True)
class Listeners:
    """Reads over those told, in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    openings: BareOpenings

    def past_known(self, j: int, limit: int) -> int | None:
        """Return the index after a pronoun, name or noun for listeners at `j`; None where none stands there."""
        frame, speech = self.frame, self.speech
        if self._object_pronoun(j) and not speech.has("articles", frame.lower(j)):
            return j + 1
        k = j + 1 if speech.has("articles", frame.lower(j)) else j
        end = self.finder.name_at(k) if k < limit else None
        if end is not None:
            if frame.lower(end) == "-" and frame.tokens[end - 1].end == frame.tokens[end].start:
                end += 2  # "WKTV-TV"
            while end < limit and speech.noun_kind(frame.lower(end)) == "medium":
                end += 1
            return end if frame.lower(end) not in {"'s", "’s"} else None
        for at in range(k, min(limit, k + _LISTENER)):
            if not frame.tokens[at].text[0].islower() or is_finite(frame, at, speech):
                return None
            if k > j and speech.has_any(("listeners", "audiences"), frame.lower(at)):
                return at + 1  # "told the inquest | doctors had left"
            kinds = [speech.noun_kind(frame.lower(i)) for i in (at, at + 1)]
            if kinds[0] in _LISTENERS and kinds[1] not in _LISTENERS:
                return at + 1
        return None

    def clause_behind(self, j: int, limit: int) -> int | None:
        """Return where content starts after the one told: "told the Daily Echo the club would", "told reporters he"."""
        frame, speech = self.frame, self.speech
        if self._object_pronoun(j) and self.openings.opens_subject(j + 1):
            return j + 1  # "told her she was wrong"
        if (listener := self._listener_end(j, limit)) is not None:
            return listener
        k = j + 1 if speech.has("articles", frame.lower(j)) else j
        if k == j and speech.noun_kind(frame.lower(j)) is not None and self.finder.is_pronoun(j + 1):
            return j + 1  # "told police he was asleep"
        end = self.finder.name_at(k) if k < limit else None
        if end is None:
            end = k
            while end < limit and frame.tokens[end].text[0].isupper() and end - k < _NAME:
                end += 1
            if end == k and (k == j or k >= limit):
                return None
            if end == k:
                end = self._opening_after(k + 1, limit)
        while end < limit and self.speech.noun_kind(frame.lower(end)) is not None:
            end += 1
        opens = end < limit and (
            self.finder.is_pronoun(end)
            or speech.has("articles", frame.lower(end))
            or (self.finder.name_at(end) is not None and not self.finder.inside_name(end))
        )
        return end if opens else None

    def behind_preposition(self, j: int) -> int | None:
        """Return where a clause starts behind an English "to" and the one told: "admitted to police | he had lied"."""
        frame, speech = self.frame, self.speech
        k = j + 1
        while k < frame.last() and speech.has_any(("noun_articles", "titles"), frame.lower(k)):
            k += 1
        named = self.finder.name_at(k)
        people = speech.noun_kind(frame.lower(k)) in _LISTENERS or speech.has("listeners", frame.lower(k))
        if named is None and not people and not self._object_pronoun(j + 1):
            return None
        end = j + 2 if self._object_pronoun(j + 1) and not people and named is None else named or k + 1
        return end if self.openings.opens_subject(end) and not speech.has("complementizers", frame.lower(end)) else None

    def _object_pronoun(self, j: int) -> bool:
        word = self.frame.lower(j)
        return any(word in forms for key, forms in self.speech.pronouns.items() if key.startswith("object"))

    def _listener_end(self, j: int, limit: int) -> int | None:
        """Return where content starts after listeners without an article: "told local radio it would take months"."""
        if not self.speech.grammar.subject_first or self.speech.has("articles", self.frame.lower(j)):
            return None
        for k in range(j, min(limit - 1, j + _LISTENER)):
            kind = self.speech.noun_kind(self.frame.lower(k))
            told = kind in _LISTENERS or self.speech.has_any(("listeners", "audiences"), self.frame.lower(k))
            if told and self.openings.opens_subject(k + 1):
                return k + 1
            if not self.frame.tokens[k].text[0].islower() or is_finite(self.frame, k, self.speech):
                return None
        return None

    def _opening_after(self, k: int, limit: int) -> int:
        """Return where a clause opens after "told a …", `k` where none does soon: "told a news conference he"."""
        for j in range(k, min(limit, k + _ADDRESSEE)):
            if self.speech.has("prepositions", self.frame.lower(j)) or is_finite(self.frame, j, self.speech):
                break
            if self.finder.is_pronoun(j) or self.speech.has("articles", self.frame.lower(j)):
                return j
        return k
