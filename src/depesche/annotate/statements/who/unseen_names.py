"""Names in a source phrase that the name finder missed, halved or saw as two.

Which of the names it saw are the source itself is in `heads`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.heads import PERSON_ROLES, HeadReader
from depesche.annotate.statements.who.source_wordings import WordingReader
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Source, SourceType

_PAIR: Final = 3  # tokens of "Apple and Google"


@dataclass(frozen=True, slots=True)
class UnseenNames:
    """Finds names by their capitals, in the source phrases of one report."""

    text: str
    speech: Speech
    heads: HeadReader
    wordings: WordingReader

    def one_house(self, heads: list[Name]) -> Source | None:
        """Return names that follow each other without a word between as the one house they name: "Kenya Airways"."""
        adjacent = all(b.span.start == a.span.end + 1 for a, b in pairwise(heads))
        if not adjacent or any(n.type is NameType.PERSON for n in heads):
            return None
        name = self.text[heads[0].span.start : heads[-1].span.end]
        return Source(name, (name,), SourceType.NAMED)

    def with_other_half(
        self, frame: Frame, phrase: Phrase, heads: list[Name], sources: tuple[Source, ...]
    ) -> tuple[Source, ...]:
        """Add the other half of "Apple and Google" where the name finder saw only one of them."""
        pair = phrase.end - phrase.start == _PAIR and self.speech.has("conjunctions", frame.lower(phrase.start + 1))
        if not pair or len(heads) != 1 or self.speech.grammar.verb_final:
            return sources
        joint = frame.tokens[phrase.start + 1].start
        if heads[0].span.start <= joint < heads[0].span.end:
            return sources  # "Styrelsen for Samfundssikkerhed"
        first = heads[0].span.start != frame.tokens[phrase.start].start
        token = frame.tokens[phrase.start if first else phrase.end - 1]
        if (
            not token.text[0].isupper()
            or self.speech.noun_kind(token.lower)
            or self.speech.has("articles", token.lower)
        ):
            return sources
        unseen = Source(token.text, (token.text,), SourceType.NAMED)
        return (unseen, *sources) if first else (*sources, unseen)

    def after_role(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return the full name after a person's role that the name finder missed: nobody else is meant by it."""
        start = phrase.end - 2
        if start <= phrase.start or self.speech.grammar.verb_final:
            return None
        tail = [frame.tokens[j] for j in (start, start + 1)]
        small = frame.tokens[start - 1].text[0].islower()
        named = small and all(t.text[0].isupper() and t.text[1:].islower() and t.text.isalpha() for t in tail)
        known = any(self.speech.noun_kind(t.lower) for t in tail)
        person = self.heads.kind(frame, Phrase(phrase.start, start)) in PERSON_ROLES
        return f"{tail[0].text} {tail[1].text}" if named and person and not known else None

    def capitals(self, frame: Frame, a: int, b: int) -> str | None:
        """Return an apposition of two or three capitalised words, a name that nobody saw: ", Gary Tench,"."""
        named = b - a in (2, 3) and all(t.text[0].isupper() and t.text.isalpha() for t in frame.tokens[a:b])
        return self.wordings.wording(frame, Phrase(a, b)) if named and not self.speech.grammar.verb_final else None
