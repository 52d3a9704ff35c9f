"""Union-find over mentions: which of them are one entity, and on what evidence."""

from __future__ import annotations


class Clusters:
    """A partition of the numbers 0..n-1; joining is symmetric, and the smallest member names its class."""

    def __init__(self, n: int) -> None:
        self._up = list(range(n))
        self._members = {i: [i] for i in range(n)}
        self.evidence: dict[int, list[str]] = {}

    def root(self, i: int) -> int:
        """Return the smallest member of the class of i."""
        while self._up[i] != i:
            self._up[i] = self._up[self._up[i]]
            i = self._up[i]
        return i

    def join(self, i: int, j: int, why: str = "") -> None:
        """Make the classes of i and j one; `why` is kept with it."""
        a, b = sorted((self.root(i), self.root(j)))
        if a != b:
            self._up[b] = a
            self._members[a] += self._members.pop(b)
            self.evidence.setdefault(a, []).extend(self.evidence.pop(b, []))
        if why and why not in self.evidence.setdefault(a, []):
            self.evidence[a].append(why)

    def members(self, i: int) -> list[int]:
        """Return the class of i, in no order."""
        return self._members[self.root(i)]

    def classes(self) -> list[list[int]]:
        """Return the classes, each sorted, in order of their smallest member."""
        return [sorted(self._members[key]) for key in sorted(self._members)]
