"""What each class of local entities holds already, so that a join is checked without reading the class again."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.resolve.clusters import Clusters
from depesche.resolve.local import Local


class Holdings:
    """By root of a class: which local entity of each report it holds, and which known entities."""

    def __init__(self, found: Sequence[Local], clusters: Clusters) -> None:
        self._ids: dict[int, dict[str, str]] = {}
        self._known: dict[int, set[str]] = {}
        for i, local in enumerate(found):
            root = clusters.root(i)
            self._ids.setdefault(root, {}).setdefault(local.report, local.local_id)
            self._known.setdefault(root, set()).update({local.known.id} if local.known else ())

    def clash(self, a: int, b: int) -> bool:
        """Say whether two classes, by root, hold two entities that one report tells apart, or two known ones."""
        if a == b:
            return False
        if len(self._known[a] | self._known[b]) > 1:
            return True
        few, many = sorted((self._ids[a], self._ids[b]), key=len)
        return any(many.get(report, local) != local for report, local in few.items())

    def merge(self, a: int, b: int) -> None:
        """Note that two classes, by root, are one; the smaller root stays, as in `Clusters`."""
        if a != b:
            keep, gone = min(a, b), max(a, b)
            few, many = sorted((self._ids[keep], self._ids.pop(gone)), key=len)
            many.update(few)
            self._ids[keep] = many
            self._known[keep] |= self._known.pop(gone)
