"""What a word type counts, added up: once for it in all three places, and once for each part that many words share.

Three features of four depend on the flags alone, on the first letters or on the last ones. Their sums are kept, so that
a word that is met for the first time costs some six look-ups: what a stem counts by itself and by its class is one sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.remember import Memory
from arabnews_entities.model.features import (
    AFFIX,
    LISTED,
    LONGEST,
    MASK,
    class_features,
    flag_features,
    item_features,
    list_features,
)
from arabnews_entities.vocabulary.flags import FOREIGN, KNOWN, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from arabnews_entities.model.weights import Weights
    from arabnews_entities.vocabulary.wordforms import Lexis, Word

MOST_PARTS: Final = 30_000
"""How many first and last letters are kept."""
_STRANGE: Final = NUMBER | FOREIGN | KNOWN
"""What a word is that has other letters than Arabic ones."""


class Adder:
    """The sums of the weights of items: what `item_features` names, without naming most of it."""

    def __init__(self, weights: Weights, lexis: Lexis) -> None:
        """Begin without any sum."""
        self._known, self._classes, self._lexis = weights.words, weights.classes, lexis
        self._lengths = [self._known.get(f"l{min(length, 9)}", 0) for length in range(LONGEST + 1)]
        self._article = self._known.get("al", 0)
        self._flags: Memory[int, int] = Memory(lambda flag: add(self._known, flag_features(flag)), MOST_PARTS)
        self._heads: Memory[str, int] = Memory(self._head, MOST_PARTS)
        self._tails: Memory[str, int] = Memory(self._tail, MOST_PARTS)
        self._words = {name[1:]: weight for name, weight in self._known.items() if name[0] == "w"}
        self._stems = _sum_stems(weights)

    def add(self, item: str, word: Word) -> int:
        """Return what an item counts in all places, as one packed number (see `weights`)."""
        flag = word.flags & MASK
        if flag & _STRANGE and (flag & NUMBER or item.isascii()):  # marks are ASCII
            return add(self._known, item_features(item, self._lexis, self._classes))
        length = len(item)
        if length > LONGEST:
            item, length = item[:LONGEST], LONGEST
            word = self._lexis.word(item)
            flag = word.flags & MASK
        stem = word.stem
        if len(stem) > AFFIX:
            head, tail = stem[:AFFIX], stem[-AFFIX:]
        else:
            head, tail = stem[:-1], stem[1:]
        found: int = (
            self._flags[flag]
            + self._heads[head]
            + self._tails[tail]
            + self._lengths[length]
            + self._words.get(item, 0)
            + self._stems.get(stem, 0)
        )
        if word.peel:
            found += self._known.get(f"c{item[: word.peel]}", 0)
        if stem.startswith("ال"):
            found += self._article
        if flag & LISTED or word.title is not None:
            found += add(self._known, list_features(word))
        return found

    def _head(self, head: str) -> int:
        """Return what `head_features` count: all but the longest are those of a shorter head."""
        return self._known.get(f"<{head}", 0) + self._heads[head[:-1]] if head else 0

    def _tail(self, tail: str) -> int:
        return self._known.get(f">{tail}", 0) + self._tails[tail[1:]] if tail else 0


def _sum_stems(weights: Weights) -> dict[str, int]:
    """Return what stems count: by their classes, by themselves, and without their article."""
    known = weights.words
    by_class: Memory[str, int] = Memory(lambda each: add(known, class_features(each)), MOST_PARTS)
    found = {stem: by_class[each] for stem, each in weights.classes.items()}
    for name, weight in known.items():
        if name[0] == "s":
            found[name[1:]] = found.get(name[1:], 0) + weight
        elif name[0] == "b":
            found["ال" + name[1:]] = found.get("ال" + name[1:], 0) + weight
    return found


def add(known: Mapping[str, int], names: Iterable[str]) -> int:
    """Return the sum of the weights of features; those that are not known count nothing."""
    return sum(known.get(name, 0) for name in names)
