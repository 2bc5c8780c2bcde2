"""How many rows became what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Totals:
    """How many rows became articles and how many were rejected; how many problems there are in the articles."""

    articles: int = 0
    rejected: int = 0
    problems: int = 0

    @property
    def rows(self) -> int:
        """All rows that were taken."""
        return self.articles + self.rejected

    @classmethod
    def of(cls, parts: Iterable[Totals]) -> Totals:
        """Return the sum.

        >>> Totals.of([Totals(2, 1), Totals(3)])
        Totals(articles=5, rejected=1, problems=0)
        """
        known = list(parts)
        return cls(sum(t.articles for t in known), sum(t.rejected for t in known), sum(t.problems for t in known))
