"""Whose a quotation without a cue is: who spoke last, or who was brought in since then.

Quotations that stand as headings, or open a report, belong to whom the text below them quotes: see `headlines`.
"""

from __future__ import annotations

from dataclasses import dataclass

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.who.memory import FRAMES_BACK, Memory
from depesche.records import Name, NameType, Source


@dataclass(slots=True)
class Unattributed:
    """Finds in one report who says what stands there without a cue."""

    memory: Memory

    def speaker(self, draft: Draft) -> tuple[Source, ...]:
        """Return who says a quotation without a cue."""
        last = self.memory.last_speaker(draft)
        if (brought_in := self._brought_in(draft, last)) is not None:
            return (self.memory.source(brought_in, None),)
        return last

    def _brought_in(self, draft: Draft, last: tuple[Source, ...]) -> Name | None:
        """Return the person whom the report first names after the last speaker: "I was there, said Berg. Another man,
        Ole Lund, sat in the car. 'It rolled over.'"."""
        if not last:
            return None
        spoke = self.memory.spoken[-1][0]
        known = {_key(n) for names in self.memory.frame_names[: spoke + 1] for n in names}
        for index in range(draft.frame.index - 1, max(spoke, draft.frame.index - FRAMES_BACK), -1):
            named = [n for n in self.memory.frame_names[index] if n.type is NameType.PERSON]
            if any(self.memory.source(n, None).name == last[0].name for n in named):
                return None
            new = next((n for n in named if _key(n) not in known), None)
            if new is not None:
                return new if self._opens(index, new) else None
        return None

    def _opens(self, index: int, name: Name) -> bool:
        """Say whether a name stands before the verb of its sentence."""
        frame = self.memory.frames[index]
        before = [j for j, token in enumerate(frame.tokens) if token.start < name.span.start]
        return not any(is_finite(frame, j, self.memory.speech) for j in before)


def _key(name: Name) -> str:
    return name.entity or name.name or name.lemma
