"""What a word type counts, added up: once for it in all three places, and once for each part that many words share.

Three features of four depend on the flags alone, on the first letters or on the last ones. Their sums are kept, so that
a word that is met for the first time costs some eight look-ups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from arabnews_entities.flags import NUMBER
from arabnews_entities.model.features import (
    AFFIX,
    LONGEST,
    MASK,
    flag_features,
    head_features,
    item_features,
    list_features,
    tail_features,
)
from arabnews_entities.model.sequence import is_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from arabnews_entities.model.weights import Weights
    from arabnews_entities.wordforms import Lexis, Word

K = TypeVar("K", int, str)

MOST_PARTS: Final = 30_000
"""How many first and last letters are kept; the memory then starts anew. No result depends on it."""


class Adder:
    """The sums of the weights of items: what `item_features` names, without naming most of it."""

    def __init__(self, weights: Weights, lexis: Lexis) -> None:
        """Begin without any sum."""
        self._known, self._classes, self._lexis = weights.words, weights.classes, lexis
        self._flags = _Sums(self._known, flag_features)
        self._heads = _Sums(self._known, head_features)
        self._tails = _Sums(self._known, tail_features)

    def add(self, item: str, word: Word) -> int:
        """Return what an item counts in all places, as one packed number (see `weights`)."""
        flag = word.flags & MASK
        if is_mark(item) or flag & NUMBER or item.isascii():
            return add(self._known, item_features(item, self._lexis, self._classes))
        if len(item) > LONGEST:
            item = item[:LONGEST]
            word = self._lexis.word(item)
            flag = word.flags & MASK
        known, stem = self._known.get, word.stem
        size = min(AFFIX, len(stem) - 1)
        found: int = (
            self._flags[flag]
            + self._heads[stem[:size]]
            + self._tails[stem[len(stem) - size :]]
            + known(f"w{item}", 0)
            + known(f"s{stem}", 0)
            + known(f"l{min(len(item), 9)}", 0)
        )
        if word.peel:
            found += known(f"c{item[: word.peel]}", 0)
        if stem[:2] == "ال":
            found += known("al", 0) + known(f"b{stem[2:]}", 0)
        for name in list_features(flag, stem, self._lexis, self._classes):
            found += known(name, 0)
        return found


def add(known: Mapping[str, int], names: Iterable[str]) -> int:
    """Return the sum of the weights of features; those that are not known count nothing."""
    return sum(known.get(name, 0) for name in names)


class _Sums(dict[K, int]):
    """The sums of the features that depend on one part of a word."""

    def __init__(self, known: Mapping[str, int], features: Callable[[K], list[str]]) -> None:
        super().__init__()
        self._known = known
        self._features: Callable[[K], list[str]] = features

    def __missing__(self, part: K) -> int:
        if len(self) >= MOST_PARTS:
            self.clear()
        found = self[part] = add(self._known, self._features(part))
        return found
