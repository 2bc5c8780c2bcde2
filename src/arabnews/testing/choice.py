"""Where the grammar of generated news takes its decisions from: a seed, or hypothesis (see `strategies`)."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Choice(ABC):
    """A stream of decisions. Of several alternatives the first is the simplest: hypothesis shrinks to it."""

    @abstractmethod
    def below(self, limit: int) -> int:
        """Return a whole number from 0 to `limit - 1`."""

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def chance(self, percent: int) -> bool:
        """Return true in so many of a hundred cases; false is the simplest."""
        return self.below(100) >= 100 - percent

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)


class Seeded(Choice):
    """Decisions that follow from a whole number, the same on every version of Python."""

    def __init__(self, seed: int) -> None:
        """Start the stream of this seed."""
        self._random = random.Random(seed)  # noqa: S311 - reproducible choices, nothing secret

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to `limit - 1`."""
        # of all the methods, `random` alone is promised to give the same sequence on every version
        return int(self._random.random() * limit)
