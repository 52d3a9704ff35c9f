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
    """Keeps a comparison for each pair of wordings; the pair's order is that of their signatures."""

    _kept: dict[tuple[str, str], tuple[Comparison, Agreement]] = field(default_factory=dict)

    def of(self, a: Item, b: Item) -> tuple[Comparison, Agreement]:
        """Return the likeness of two items' wording and the agreement of their cores (nothing below the floor)."""
        if b.signature < a.signature:
            a, b = b, a
        pair = (a.signature, b.signature)
        if pair not in self._kept:
            found = compare(a.meaning, b.meaning)
            core = core_agreement(a.meaning, b.meaning) if found.score >= CLAIM_FLOOR else _NONE
            self._kept[pair] = (found, core)
        return self._kept[pair]
