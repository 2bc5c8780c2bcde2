"""What was worked out for a key is kept: when the memory is full, the half that was asked for last stays.

A memory that starts anew when it is full forgets «قال» with all words that came once, and learns it again: of the word
types of unread articles it would have to read 87 anew an article, this one of the same size 48 where it may hold
100,000. No result depends on it: a key has one value, whenever it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")


class Memory(dict[K, V]):
    """The values of a function, by its argument: at the most `most` of them, in a newer and an older half.

    >>> squares = Memory(lambda number: number * number, 4)
    >>> [squares[number] for number in (1, 2, 3, 1, 4, 5)], sorted(squares)
    ([1, 4, 9, 1, 16, 25], [4, 5])
    """

    __slots__ = ("_half", "_older", "_work")

    def __init__(self, work: Callable[[K], V], most: int) -> None:
        """Begin without any value; `work` must return the same for the same key, at any time."""
        super().__init__()
        self._work, self._half = work, max(1, most // 2)
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """Take the value over from the older half, or work it out; a newer half that is full becomes the older."""
        if len(self) >= self._half:
            self._older = dict(self)
            self.clear()
        older = self._older  # another thread may make it anew meanwhile
        value = self[key] = older[key] if key in older else self._work(key)
        return value
