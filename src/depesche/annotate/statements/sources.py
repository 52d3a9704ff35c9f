"""Sources in a phrase: "according to X", "laut X", "X zufolge", "ifølge X", "według X", "hieß es aus X"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses import HARD, is_dash, is_finite, word_count
from depesche.annotate.statements.cues import PhraseCue, matches
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import DASHES, QUOTE, Frame
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.lang.schema.speech import Parenthetical, SourcePhrase, Speech
from depesche.records import Span, StatementKind

_REACH: Final = 22  # tokens of a source phrase before a postposition or inside a circumposition
_MIN_CONTENT: Final = 3


@dataclass(slots=True)
class SourceFinder:
    """Reads source phrases and fixed report phrases in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent

    def find(self, cue: PhraseCue) -> Draft | None:
        """Return the statement a source phrase makes of the clause around it."""
        if isinstance(cue.entry, Parenthetical):
            return self._parenthetical(cue, cue.entry)
        assert isinstance(cue.entry, SourcePhrase)
        entry = cue.entry
        if not entry.before:
            return self._postposition(cue, entry)
        return self._preposition(cue, entry)

    # -- phrases --------------------------------------------------------------------------------------------------
    def _preposition(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        frame = self.frame
        if entry.tail and not (frame.lower(cue.at - 1) in {",", QUOTE, *DASHES} and cue.at > 0):
            return None
        start = cue.end
        parts: list[int] = list(range(cue.at, cue.end))
        while frame.lower(start) in entry.skip:
            start += 1
        end: int | None = None
        if entry.after:
            after = self._after_words(start, entry.after)
            if after is None or after == start:
                return None
            parts += range(after, after + len(entry.after))
            phrase = self._exact(start, after)
            end = after + len(entry.after)
        else:
            found = self._phrase(start)
            if found is None:
                return None
            phrase, end = found
            if entry.tail and not self._closes(end):
                return None
        return self._draft(cue.at, end, phrase, tuple(parts), entry.act, entry.hedged, entry)

    def _closes(self, i: int) -> bool:
        tokens = self.frame.tokens
        return i >= self.frame.last() or tokens[i].text in {",", "(", ":", QUOTE} or tokens[i - 1].text == ","

    def _after_words(self, start: int, words: tuple[str, ...]) -> int | None:
        for j in range(start, min(len(self.frame.tokens), start + _REACH)):
            if self.frame.tokens[j].text in HARD:
                return None
            if matches(self.frame, j, words):
                return j
        return None

    def _exact(self, a: int, b: int) -> Phrase:
        kind = "pronoun" if b - a == 1 and self._possessive(a) else "np"
        return Phrase(a, b, kind)

    def _possessive(self, i: int) -> bool:
        word = self.frame.lower(i)
        return any(word in forms for forms in self.speech.pronouns.values())

    def _postposition(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        frame = self.frame
        start = cue.at
        while start > 0 and cue.at - start < _REACH:
            text = frame.tokens[start - 1].text
            if text == "," or text in HARD or is_dash(frame, start - 1):
                break
            if is_finite(frame, start - 1, self.speech):
                break
            start -= 1
        if start == cue.at:
            return None
        phrase = Phrase(start, cue.at)
        parts = tuple(range(cue.at, cue.end))
        return self._draft(start, cue.end, phrase, parts, entry.act, entry.hedged, entry)

    def _phrase(self, start: int) -> tuple[Phrase, int] | None:
        """Return the phrase after a preposition with the token after it: a name may be followed by an aside."""
        frame = self.frame
        if start >= len(frame.tokens):
            return None
        if self._object_pronoun(start):
            return Phrase(start, start + 1, "pronoun"), start + 1
        first = start
        while first < len(frame.tokens) and frame.tokens[first].text in DASHES:
            first += 1
        found = self.finder.right(first)
        if found is None or word_count(frame, found.start, found.end) < 1:
            return None
        if found.end == found.start + 1 and frame.tokens[found.start].text[0].isdigit():
            return None
        end = self._relative_end(found.end)
        if end != found.end:
            return Phrase(found.start, end), end
        if found.aside and found.aside[1] < len(frame.tokens) and frame.tokens[found.aside[1]].text in {",", ")"}:
            return found, found.aside[1] + 1
        if found.aside:
            return (found, found.aside[1]) if found.aside[1] >= frame.last() else (
                Phrase(found.start, found.end, found.kind), found.end
            )
        return found, found.end

    def _relative_end(self, end: int) -> int:
        """Go over a relative clause without commas: "ifølge en måling som ble tatt forrige uke vil …"."""
        frame, speech = self.frame, self.speech
        word = frame.lower(end)
        if not speech.grammar.verb_second or speech.grammar.verb_final or not speech.has("relative", word):
            return end
        finite = [j for j in range(end + 1, frame.last()) if is_finite(frame, j, speech)]
        comma = next((j for j in range(end, frame.last()) if frame.tokens[j].text == ","), None)
        if len(finite) >= 2 and (comma is None or finite[1] < comma):
            return finite[1]
        return end

    def _object_pronoun(self, i: int) -> bool:
        word = self.frame.lower(i)
        if self.speech.has("articles", word) and not self.finder.pronoun_alone(i):
            return False
        return any(word in forms for key, forms in self.speech.pronouns.items() if not key.startswith("possessive"))

    # -- content --------------------------------------------------------------------------------------------------
    def _draft(
        self, a: int, b: int, phrase: Phrase, parts: tuple[int, ...], act: object, hedged: bool, entry: SourcePhrase
    ) -> Draft | None:
        stretches = self._around(a, b)
        if not stretches:
            return None
        kind = StatementKind.INDIRECT
        quotes = [self.frame.tokens[x].text == QUOTE for x, y in stretches if y == x + 1]
        if quotes and all(quotes) and len(quotes) == len(stretches):
            kind = StatementKind.DIRECT
        elif any(self.extent.has_marks(x, y) for x, y in stretches):
            kind = StatementKind.MIXED
        spans = tuple(s for x, y in stretches if (s := self.extent.span(x, y)) is not None)
        if not spans:
            return None
        cue = tuple(Span(self.frame.tokens[p].start, self.frame.tokens[p].end) for p in parts)
        return Draft(
            self.frame, "source", spans, cue, act, kind, phrase, hedged=hedged, at=a,  # type: ignore[arg-type]
            trailing=b >= self.frame.last() and a > 0,
        )

    def _around(self, a: int, b: int) -> list[tuple[int, int]]:
        """Return the clause a source phrase in [a, b) speaks for: the rest of its sentence."""
        frame = self.frame
        last = frame.last()
        start = a
        while start > 0 and not (frame.tokens[start - 1].text in HARD and frame.tokens[start - 1].text != QUOTE):
            start -= 1
            if frame.tokens[start].text == QUOTE and a - start > 3:
                break
        relative = self._relative_start(a)
        before = (relative if relative is not None else start, a)
        after = (b, self.extent.end(b) if b < last else b)
        if before[1] < before[0] or word_count(frame, *before) == 0:
            return [after] if word_count(frame, *after) >= _MIN_CONTENT else []
        if frame.tokens[a - 1].text == "," and b < last and frame.tokens[b].text != ",":
            return self._second_clause(before, after, a)
        stretches = [s for s in (before, after) if word_count(frame, *s) >= 1]
        if relative is not None and word_count(frame, *after) >= _MIN_CONTENT:
            return [after]
        return stretches if sum(word_count(frame, *s) for s in stretches) >= _MIN_CONTENT else []

    def _second_clause(self, before: tuple[int, int], after: tuple[int, int], a: int) -> list[tuple[int, int]]:
        """", ifølge X vil Y …" opens a clause of its own; ", according to X in Berlin" ends one."""
        frame = self.frame
        if any(is_finite(frame, j, self.speech) for j in range(*after)) and word_count(frame, *after) >= _MIN_CONTENT:
            return [after]
        return [before]

    def _relative_start(self, a: int) -> int | None:
        """Return where the relative clause starts that the phrase stands in: "delays that, laut X, …"."""
        frame, speech = self.frame, self.speech
        for j in range(a - 1, max(-1, a - 4), -1):
            word = frame.lower(j)
            if speech.has("relative", word) and frame.lower(j - 1) in {",", "som"} or (
                speech.has("complementizers", word)
            ):
                return j + 1
            if frame.tokens[j].text in HARD:
                return None
        return None

    # -- fixed phrases ---------------------------------------------------------------------------------------------
    def _parenthetical(self, cue: PhraseCue, entry: Parenthetical) -> Draft | None:
        frame, speech = self.frame, self.speech
        end = cue.end
        phrase: Phrase | None = None
        after = cue.end
        if frame.lower(after) in entry.sources:
            phrase = self.finder.right(after + 1)
            end = phrase.end if phrase else end
        if phrase is None and cue.at > 1:
            phrase = self._source_before(cue.at, entry)
        stretch = self._reported(cue, end)
        if stretch is None:
            return None
        span = self.extent.span(*stretch)
        if span is None:
            return None
        words = Span(frame.tokens[cue.at].start, frame.tokens[cue.end - 1].end)
        quoted = frame.is_quote(stretch[0]) and stretch[1] == stretch[0] + 1
        kind = StatementKind.DIRECT if quoted else (
            StatementKind.MIXED if self.extent.has_marks(*stretch) else StatementKind.INDIRECT
        )
        return Draft(
            frame, "parenthetical", (span,), (words,), entry.act, kind, phrase, hedged=entry.hedged,
            anonymous=phrase is None, at=cue.at, trailing=stretch[1] <= cue.at,
        )

    def _source_before(self, at: int, entry: Parenthetical) -> Phrase | None:
        for j in range(at - 1, max(-1, at - 10), -1):
            if self.frame.tokens[j].text in HARD or self.frame.tokens[j].text == ",":
                return None
            if self.frame.lower(j) in entry.sources:
                return self.finder.right(j + 1, at)
        return None

    def _reported(self, cue: PhraseCue, end: int) -> tuple[int, int] | None:
        frame, speech = self.frame, self.speech
        last = frame.last()
        for j in range(end, min(last, end + 14)):
            if speech.has("complementizers", frame.lower(j)):
                return j + 1, self.extent.end(j + 1)
            if frame.is_quote(j):
                return j, j + 1
            if frame.tokens[j].text in {",", ":"} and word_count(frame, j, last) >= _MIN_CONTENT:
                return j + 1, self.extent.end(j + 1)
        if cue.at > 0 and frame.tokens[cue.at - 1].text in {",", QUOTE}:
            start = cue.at - 1
            while start > 0 and not frame.tokens[start - 1].text in HARD:
                start -= 1
            if frame.is_quote(cue.at - 1):
                return cue.at - 1, cue.at
            if frame.is_quote(cue.at - 2):
                return cue.at - 2, cue.at - 1
            return (start, cue.at - 1) if word_count(frame, start, cue.at - 1) >= _MIN_CONTENT else None
        if not speech.grammar.bare_comma and word_count(frame, end, last) >= _MIN_CONTENT:
            return end, self.extent.end(end)
        return None
