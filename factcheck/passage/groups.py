"""Disjoint sets of numbers: what belongs together because a chain of pairs joins it."""

from __future__ import annotations


class Groups:
    """Numbers 0 to size - 1, each alone at first. A group is named by its smallest member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, member: int) -> int:
        """The smallest member of the group."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, a: int, b: int) -> None:
        """Put the groups of `a` and `b` together."""
        a, b = self.of(a), self.of(b)
        self._parent[max(a, b)] = min(a, b)
