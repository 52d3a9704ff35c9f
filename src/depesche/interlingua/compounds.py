"""Compounds to the forms they are made of: which split is likeliest, and where a linking letter belongs."""

from __future__ import annotations

from dataclasses import dataclass, field

from depesche import settings
from depesche.interlingua.lexicon import Lexicon
from depesche.lang.schema.forms import Forms

_SHORTEST_HEAD = 5  # letters of a head behind a first part that no table knows
_SHORTEST_UNKNOWN = 4  # letters of a first part that no table knows: "spl-ittes" is no compound


@dataclass(slots=True)
class Splitter:
    """Splits the compounds of one language; keeps what it has counted of first parts."""

    forms: Forms
    lexicon: Lexicon
    function_words: frozenset[str]
    _linked: dict[str, bool] = field(default_factory=dict)

    def split(self, lower: str, hint: str = "") -> tuple[str, ...] | None:
        """Split a compound into forms the tables know; None where that can't be done.

        `hint` "other": the word is no noun, and neither is its last part ("unrühmlichen" is no kind of ego).

        Of several ways the one with fewest parts wins, then one whose last part is no mere verb, then the one with
        the longest last part: the head carries the inflection and the meaning. An unknown first part is kept as it
        is before a long known head.
        """
        parts = self.known_parts(lower, 3)
        if hint != "other":
            return parts or self._split_off_head(lower)
        entries = self.lexicon.forms.get(parts[-1]) if parts else ()
        return parts if any(entry.pos != "noun" for entry in entries) else None

    def known_parts(self, lower: str, limit: int) -> tuple[str, ...] | None:
        """Split a compound into at most so many forms the tables know."""
        if len(lower) < settings.SHORTEST_COMPOUND:
            return None
        cuts = range(self.forms.shortest_part, len(lower) - self.forms.shortest_part + 1)
        lefts = [(left, lower[cut:]) for cut in cuts if (left := self._first_part(lower[:cut])) is not None]
        pairs = [(left, right) for left, right in lefts if self._is_head(right)]
        if pairs:
            return self._likeliest(pairs)
        if limit > 2:
            for left, right in lefts:
                if rest := self.known_parts(right, limit - 1):
                    return (left, *rest)
        return None

    def _is_head(self, text: str) -> bool:
        return text in self.lexicon.forms and text not in self.function_words

    def _likeliest(self, pairs: list[tuple[str, str]]) -> tuple[str, str]:
        """Return the likeliest of several pairs, given with the longest last part first."""
        named = [pair for pair in pairs if any(e.pos != "verb" for e in self.lexicon.forms.get(pair[1]))]
        best, *others = named or pairs
        for left, right in others:
            link = best[1].removesuffix(right)
            if link in self.forms.links and left in {best[0], best[0] + link} and self._takes_link(best[0], link):
                return best[0], right
        return best

    def _takes_link(self, left: str, link: str) -> bool:
        """Say whether a first part has its link in more of the words that the tables know: "ammunition-s-fabrik"."""
        if left + link not in self._linked:
            if len(self._linked) >= settings.WORD_CACHE:
                self._linked.clear()
            self._linked[left + link] = left.endswith(self.forms.always_linked) or self._count(left, link) > 0
        return self._linked[left + link]

    def _count(self, left: str, link: str) -> int:
        """Return how many more known words have the link behind a first part than lack it."""
        more = 0
        for form in self.lexicon.forms.starting(left):
            rest = form[len(left) :]
            linked = rest.startswith(link) and self._is_head(rest.removeprefix(link))
            if len(rest) >= self.forms.shortest_part + len(link) and linked != self._is_head(rest):
                more += 1 if linked else -1
        return more

    def _first_part(self, text: str) -> str | None:
        """Return the known form that a compound's first part is, its link taken off; None where it is none."""
        forms = self.lexicon.forms
        if text in self.function_words:
            return None  # "underside" is no side of a wonder ("undere"): a preposition stays what it is
        if text in forms:
            return text
        for link in self.forms.links:
            stem = text[: len(text) - len(link)]
            if text.endswith(link) and len(stem) >= self.forms.shortest_part and stem in forms:
                return stem
        # First parts may lose the lemma's ending: Sprach(e)gebrauch, skol(e)gård, Schreib(en)tisch.
        return next((text + ending for ending in self.forms.dropped if text + ending in forms), None)

    def _split_off_head(self, lower: str) -> tuple[str, ...] | None:
        longest = len(lower) - self.forms.shortest_part
        small = 0
        for start in range(self.forms.shortest_part, min(longest, len(lower) - _SHORTEST_HEAD + 1)):
            if not any(entry.pos == "noun" for entry in self.lexicon.forms.get(lower[start:])):
                continue
            if lower[:start] in self.function_words:
                small = start  # "Aufnahme" is no kind of "Nahme": a preposition before a head changes what it means
                continue
            if start < _SHORTEST_UNKNOWN:
                continue
            if small and start - small < self.forms.shortest_part:
                continue
            return (lower[:start], lower[start:])
        return None
