"""Scores of items: what depends on one word type is added up once and kept; an item then costs three additions.

A packed score is one whole number that holds nine fields (see `weights`), so that one addition adds them all. Fields
may be negative, and lend from the next until a constant is added that makes all of them positive.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from operator import add, and_, or_, rshift
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import Factory, field, frozen

from arabnews_entities.model.features import item_class, item_features
from arabnews_entities.model.weights import FIELDS, PATTERNS, WIDTH, Weights, shipped_weights

if TYPE_CHECKING:
    from arabnews_entities.wordforms import Lexis

MOST_TYPES: Final = 40_000
MOST_CONTEXTS: Final = 40_000
"""How many word types and triples of classes are kept; the memory then starts anew. No result depends on it."""

MIDDLE: Final = 1 << 20
"""What stands in a field for a score of nought."""
FIELD: Final = (1 << WIDTH) - 1
CLOSED: Final = -(1 << 17)
LEAST: Final = -60
_ALL: Final = sum(MIDDLE << WIDTH * k for k in range(FIELDS))


class Item(NamedTuple):
    """A word type, scored: what it counts for the item before it, for itself, and for the item behind it."""

    before: int
    at: int
    behind: int
    kind: str


class _Items(dict[str, Item]):
    def __init__(self, weights: Weights, lexis: Lexis) -> None:
        super().__init__()
        self._weights, self._lexis = weights, lexis

    def __missing__(self, form: str) -> Item:
        if len(self) >= MOST_TYPES:
            self.clear()
        known = self._weights.words
        behind = at = before = 0
        for name in item_features(form, self._lexis, self._weights.classes):
            if name in known:
                one, two, three = known[name]
                behind, at, before = behind + one, at + two, before + three
        at += sum(CLOSED * pattern for pattern, score in zip(PATTERNS[1:], unpack(at), strict=False) if score < LEAST)
        item = self[form] = Item(before, at, behind, item_class(form, self._lexis))
        return item


class _Contexts(dict[tuple[str, str, str], int]):
    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights.contexts

    def __missing__(self, kinds: tuple[str, str, str]) -> int:
        if len(self) >= MOST_CONTEXTS:
            self.clear()
        score = self[kinds] = _ALL + sum(self._weights.get(name, 0) for name in context_features(*kinds))
        return score


def context_features(before: str, at: str, behind: str) -> tuple[str, str]:
    """Return the features of the classes of an item and its neighbours."""
    return f"-{before} {at}", f"+{at} {behind}"


def unpack(packed: int) -> list[int]:
    """Return the fields of a packed score: what each label counts against O, and the advantages of going on."""
    half, found = 1 << WIDTH - 1, []
    for _ in range(FIELDS):
        value = (packed + half & FIELD) - half
        found.append(value)
        packed = packed - value >> WIDTH
    return found


@frozen(eq=False)
class Bounds:
    """What a name must reach where it begins, for each type; below it no best path has one there.

    `alone`: the score of a beginning, where the name has one item. `longer`: the score of a beginning and the advantage
    that going on has at the next item, where it has more: else the name would do better to begin one item later.
    """

    alone: tuple[int, int, int]
    longer: tuple[int, int, int]
    surplus: tuple[int, int, int]
    """The most that what goes on may gain from here on over what begins here."""

    @classmethod
    def of(cls, weights: Weights) -> Bounds:
        """Derive the bounds from the transitions: the most that any neighbours may add."""
        follows = weights.transitions
        alone, longer, surplus = [], [], []
        for begin in (1, 2, 3):
            inside = begin + 3
            entering = max(row[begin] - row[0] for row in follows)
            leaving = max(follows[begin][k] - follows[0][k] for k in range(4))
            ahead = max(follows[inside][k] - follows[begin][k] for k in (0, 1, 2, 3, inside))
            alone.append(entering + leaving)
            longer.append(entering + follows[begin][inside] - follows[0][begin] + ahead)
            surplus.append(ahead)
        return cls((alone[0], alone[1], alone[2]), (longer[0], longer[1], longer[2]), (surplus[0], surplus[1], surplus[2]))


@frozen(eq=False)
class Model:
    """The weights at work with one set of word lists."""

    weights: Weights
    lexis: Lexis
    bounds: Bounds = field(default=Factory(lambda self: Bounds.of(self.weights), takes_self=True), init=False)
    _items: _Items = field(
        default=Factory(lambda self: _Items(self.weights, self.lexis), takes_self=True), init=False, repr=False
    )
    _contexts: _Contexts = field(
        default=Factory(lambda self: _Contexts(self.weights), takes_self=True), init=False, repr=False
    )

    def score(self, items: list[str]) -> list[int]:
        """Return the packed score of each item but the first and the last, which end sentences."""
        known = list(map(self._items.__getitem__, items))
        before, at, behind, kinds = zip(*known, strict=True)
        contexts = map(self._contexts.__getitem__, zip(kinds, kinds[1:], kinds[2:], strict=False))
        alone = map(add, at[1:-1], contexts)
        return list(map(add, map(add, alone, behind), before[2:]))

    def starts(self, scores: list[int]) -> list[int]:
        """Return for each item a number that is not nought where a name may begin: a bit for each type."""
        alone, longer, one, two = self._tests
        short = map(and_, map(add, scores, repeat(alone)), repeat(one))
        ahead = map(rshift, scores[1:], repeat(6 * WIDTH))
        long = map(and_, map(add, map(add, scores, ahead), repeat(longer)), repeat(two))
        return [*map(or_, short, long), *map(and_, map(add, scores[-1:], repeat(alone)), repeat(one))]

    @property
    def _tests(self) -> tuple[int, int, int, int]:
        return _tests(self.bounds)


@lru_cache(maxsize=4)
def _tests(bounds: Bounds) -> tuple[int, int, int, int]:
    """Return what to add to packed scores, and the bits to look at, to test all types at once."""
    alone = sum(value << WIDTH * k for k, value in enumerate(bounds.alone))
    longer = sum(value << WIDTH * k for k, value in enumerate(bounds.longer))
    one = sum(MIDDLE << WIDTH * k for k in range(3))
    return alone, longer, one, one << 1


@lru_cache(maxsize=4)
def model(lexis: Lexis) -> Model:
    """Return the shipped model at work with these word lists."""
    return Model(shipped_weights(), lexis)
