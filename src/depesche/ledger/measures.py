"""Comparisons of meanings, each made once: copies of one wording meet the same others again and again."""

from __future__ import annotations

from dataclasses import dataclass, field

from depesche.interlingua import Comparison, compare
from depesche.ledger.agreement import Agreement, core_agreement
from depesche.ledger.items import Item
from depesche.settings import CLAIM_FLOOR

_NONE = Agreement(0.0, 0.0, 0.0)


@dataclass(slots=True)
class Measures:
    """Keeps a comparison for each pair of wordings, of one voice or of two; in the order of their signatures."""

    _likeness: dict[tuple[str, str], Comparison] = field(default_factory=dict)
    _agreement: dict[tuple[str, str, bool], Agreement] = field(default_factory=dict)

    def of(self, a: Item, b: Item) -> tuple[Comparison, Agreement]:
        """Return the likeness of two items' wording and the agreement of their cores (nothing below the floor)."""
        if b.signature < a.signature:
            a, b = b, a
        pair = (a.signature, b.signature)
        if pair not in self._likeness:
            self._likeness[pair] = compare(a.meaning, b.meaning)
        found = self._likeness[pair]
        if found.score < CLAIM_FLOOR:
            return found, _NONE
        return found, self._agree(a, b, one_voice=not set(a.who).isdisjoint(b.who))

    def loosely(self, a: Item, b: Item) -> Agreement:
        """Return the agreement of two items' cores with all that news puts for each other, however unlike they are."""
        return self._agree(b, a, one_voice=True) if b.signature < a.signature else self._agree(a, b, one_voice=True)

    def _agree(self, a: Item, b: Item, *, one_voice: bool) -> Agreement:
        pair = (a.signature, b.signature, one_voice)
        if pair not in self._agreement:
            self._agreement[pair] = core_agreement(a.meaning, b.meaning, one_voice=one_voice)
        return self._agreement[pair]
