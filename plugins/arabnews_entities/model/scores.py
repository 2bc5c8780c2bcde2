"""Scores of items: what depends on one word type is added up once and kept; an item then costs three additions.

A packed score is one whole number that holds a field for each label (see `weights`). Fields may be negative and borrow
from the next, until a constant is added that makes all of them positive; `unpack` gives them back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from attrs import define, field, frozen

from arabnews.remember import Memory
from arabnews_entities.model.adding import Adder
from arabnews_entities.model.features import MASK, flag_class
from arabnews_entities.model.sequence import is_mark, read_mark
from arabnews_entities.model.weights import FIELDS, PATTERNS, ROW, WIDTH, Weights, shipped_weights
from arabnews_entities.vocabulary.flags import (
    ABBREVIATED,
    COMMON,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NUMBER,
    PARTICLE,
    PLACE,
    VERB,
)
from arabnews_entities.vocabulary.wordforms import OPENS, UNASKED
from arabnews_entities.vocabulary.words import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from arabnews_entities.vocabulary.wordforms import Lexis
    from arabnews_entities.vocabulary.words import Words

MOST_TYPES: Final = 20_000
MOST_MARKS: Final = 4_000
MOST_KINDS: Final = 8_000
"""How many items of word types and of gaps between words are kept, and classes of them.

A word type of the lists keeps its own besides.
"""

MIDDLE: Final = 1 << 20
"""What stands in a field for a score of nought, once `EVEN` is added."""
FIELD: Final = (1 << WIDTH) - 1
EVEN: Final = sum(MIDDLE << WIDTH * k for k in range(FIELDS))

CLOSED: Final = -(1 << 17)
"""What a closed label counts: more than all weights of an item and its neighbours can bring."""
_NAMING: Final = GIVEN | NAME | PLACE | HEAD | KNOWN | LINK | FOREIGN | ABBREVIATED
_ORDINARY: Final = COMMON | NUMBER | VERB | PARTICLE
_ASKED: Final = ~UNASKED
_NEVER: Final = 1 << 16
_LEAST: Final = {"naming": (0, -60), "ordinary": (40, -50), "mark": (_NEVER, _NEVER)}
"""What a word must count by itself to begin a name or to go on with one, in twentieths: below it the label is closed.

Chosen so that on sentences that the model was not trained on nothing is lost, while four words of five begin no name in
any context. Marks belong to no name.
"""
_PACKED_LEAST: Final = {what: sum(least[k > 2] << WIDTH * k for k in range(FIELDS)) for what, least in _LEAST.items()}
BEGINS: Final = 0b111
"""The bits of `Item.can` for what begins names of the three types."""
KINDS: Final = tuple(tuple(kind for kind in range(3) if bits >> kind & 1) for bits in range(8))
"""The types of names by their bits."""
_ROW: Final = (1 << ROW) - 1
_LAST: Final = 2 * ROW
_EVEN_ROWS: Final = sum(EVEN << ROW * row for row in range(3))


@define(eq=False)  # a frozen one takes three times as long to make, and each new word type has one
class Item:
    """A word type or mark, scored: what it counts for the item before it, for itself, and for the item behind it."""

    before: int
    at: int
    behind: int
    kind: str
    left: Mapping[str, int]
    """What the class of the item before it counts."""
    right: Mapping[str, int]
    """What the class of the item behind it counts."""
    can: int
    """The types of names that it may begin, as the bits of `BEGINS`, and three bits higher those that it may go on
    with; 0 where it belongs to no name at all.
    """


class Bearer(Protocol):
    """A word type, to which the model has given an item."""

    item: Item


@define(eq=False)
class _Lone:
    """An item by itself, where word types keep none."""

    item: Item


class _Scorer:
    """Makes the items of word types and marks."""

    def __init__(self, weights: Weights, lexis: Lexis) -> None:
        self._adder, self._words, self._weights = Adder(weights, lexis), lexis.known, weights
        self._openings: Memory[int, Opening] = Memory(_opening_of, MOST_KINDS)
        self._kinds: Memory[str | int, _Kind] = Memory(self._kind_of, MOST_KINDS)

    def score(self, form: str) -> Item:
        """Return the item of a folded word or of a mark."""
        word = self._words[form]
        least, kind, left, right = self._kinds[form if form[0] == "<" else word.flags & MASK]
        found = self._adder.add(form, word) + _EVEN_ROWS
        at = found >> ROW & _ROW
        closes, can = self._openings[at + least & EVEN]
        return Item((found >> _LAST & _ROW) - EVEN, at + closes, (found & _ROW) - EVEN, kind, left, right, can)

    def _kind_of(self, key: str | int) -> _Kind:
        """Return the class of a mark, or of words of the same flags, with rows that fill as neighbours are met."""
        kind, what = (key, "mark") if isinstance(key, str) else (flag_class(key), _what(key))
        return _Kind(
            -_PACKED_LEAST[what],
            kind,
            _Row(self._weights, lambda other: context_features(other, kind, "")[0], EVEN),
            _Row(self._weights, lambda other: context_features("", kind, other)[1], 0),
        )


class _Kind(NamedTuple):
    """A class of items, and what the classes of its neighbours count: some hundred serve all items."""

    least: int
    """What is added to the positive fields of an item: their top bits tell the labels that count enough."""
    kind: str
    left: Mapping[str, int]
    right: Mapping[str, int]


class Opening(NamedTuple):
    """What an item may begin and go on with: some dozen serve all items, and stay near at hand."""

    closes: int
    """What makes the positive fields of an item its packed score, with the other labels closed."""
    can: int


def _opening_of(reached: int) -> Opening:
    """Return what the labels that count enough let an item begin: the top bit of their fields is set."""
    shut = [not reached >> WIDTH * k & MIDDLE for k in range(FIELDS)]
    return Opening(
        sum(CLOSED * pattern for pattern, is_shut in zip(PATTERNS[1:], shut, strict=True) if is_shut) - EVEN,
        sum(1 << k for k in range(FIELDS) if not shut[k]),
    )


class _Row(dict[str, int]):
    """What each class counts beside one class, on one of its sides."""

    def __init__(self, weights: Weights, feature: Callable[[str], str], even: int) -> None:
        super().__init__()
        self._weights, self._feature, self._even = weights.contexts, feature, even

    def __missing__(self, other: str) -> int:
        score = self[other] = self._even + self._weights.get(self._feature(other), 0)
        return score


def closed(item: str, scores: list[int], lexis: Lexis) -> list[bool]:
    """Tell for each label but O whether an item can never bear it, by what its own features count."""
    least = _LEAST["mark" if is_mark(item) else _what(lexis.word(item).flags)]
    return [score < least[label > 2] for label, score in enumerate(scores)]


def _what(flag: int) -> str:
    return "ordinary" if flag & _ORDINARY and not flag & _NAMING else "naming"


def places(packed: int) -> tuple[int, int, int]:
    """Return the packed scores of the three places of one number: for the item behind, at, and before.

    >>> places((PATTERNS[2] << ROW) - PATTERNS[1]) == (-PATTERNS[1], PATTERNS[2], 0)
    True
    """
    packed += _EVEN_ROWS
    return (packed & _ROW) - EVEN, (packed >> ROW & _ROW) - EVEN, (packed >> 2 * ROW & _ROW) - EVEN


def context_features(before: str, at: str, behind: str) -> tuple[str, str]:
    """Return the features of the classes of an item and its neighbours."""
    return f"-{before} {at}", f"+{at} {behind}"


def unpack(packed: int) -> list[int]:
    """Return the fields of a packed score: what each label but O counts against O.

    >>> unpack(PATTERNS[2] * 7 - PATTERNS[1] * 5)
    [-5, 7, 0, 0, 0, 0]
    """
    packed += EVEN
    return [(packed >> WIDTH * k & FIELD) - MIDDLE for k in range(FIELDS)]


@frozen(eq=False)
class Model:
    """The weights at work with one set of word lists, and what it has read so far."""

    weights: Weights
    lexis: Lexis
    joined: bool = False
    """Whether the word types of the lists keep their items themselves: for one model of some lists alone."""
    scorer: _Scorer = field(init=False, repr=False)
    items: Memory[str, Item] = field(init=False, repr=False)
    """The items of word types and marks."""
    marks: Memory[str, Item | None] = field(init=False, repr=False)
    """The items of what stands between words; none where it is a space."""
    into: tuple[tuple[int, ...], ...] = field(init=False, repr=False)
    """The transitions by the label that they lead to."""
    surplus: tuple[int, ...] = field(init=False)
    """For each type, the most that what goes on with a name may gain, from the next item on, over what begins there."""
    exits: tuple[tuple[int, int], ...] = field(init=False)
    """For each label, the most that is gained over O where the name ends: before what begins none, and before any."""
    reach: tuple[int, int, int] = field(init=False)
    """What is added to the packed score of a word, so that the fields of beginnings tell whether they may win where the
    name ends: better than none before what belongs to no name; no worse than none before what begins none, or any.
    """
    second: tuple[int, int, int] = field(init=False)
    """The same for the sum of the beginnings of a word and of what the next one counts inside: so that it may do better
    than what begins there; that it is no worse than none where the name ends before what begins none, or any.
    """

    def read(self, words: Words) -> tuple[Sequence[Bearer], list[int]]:
        """Return the words of a text with their items, and which words may begin a name."""
        forms, kept = words.table.forms, words.words
        if not self.joined:
            bearers = [_Lone(self.items[form]) for form in forms]
            return bearers, [i for i, bearer in enumerate(bearers) if bearer.item.can & BEGINS]
        opening, new = places_of(OPENS, words.sorts), places_of(UNASKED, words.sorts)
        score = self.scorer.score
        for i in new:
            word = kept[i]
            item = word.item
            if item is None:
                item = word.item = score(forms[i])
                word.sorts = word.sorts & _ASKED | OPENS * (item.can & BEGINS > 0)
            if item.can & BEGINS:
                opening.append(i)
        if new:
            opening.sort()
        return cast("Sequence[Bearer]", kept), opening

    @scorer.default
    def _new_scorer(self) -> _Scorer:
        return _Scorer(self.weights, self.lexis)

    @items.default
    def _no_items(self) -> Memory[str, Item]:
        return Memory(self.scorer.score, MOST_TYPES)

    @marks.default
    def _no_marks(self) -> Memory[str, Item | None]:
        return Memory(self._mark, MOST_MARKS)

    def _mark(self, gap: str) -> Item | None:
        mark = read_mark(gap)
        return None if mark is None else self.items[mark]

    @into.default
    def _into(self) -> tuple[tuple[int, ...], ...]:
        return tuple(zip(*self.weights.transitions, strict=True))

    @reach.default
    def _reach(self) -> tuple[int, int, int]:
        enters, ends = self.weights.transitions[0], self.exits
        ending, begun = (
            sum(enters[kind + 1] + ends[kind + 1][joins] << WIDTH * kind for kind in range(3)) for joins in range(2)
        )
        return ending - sum(PATTERNS[1:4]), ending, begun

    @second.default
    def _second(self) -> tuple[int, int, int]:
        follows, ends = self.weights.transitions, self.exits
        again = [follows[kind + 1][kind + 4] for kind in range(3)]
        over = sum(again[kind] + self.surplus[kind] << WIDTH * kind for kind in range(3))
        ending, begun = (
            sum(
                follows[0][kind + 1] + again[kind] + ends[kind + 4][joins] - MIDDLE << WIDTH * kind for kind in range(3)
            )
            for joins in range(2)
        )
        return over, ending, begun

    @surplus.default
    def _surplus(self) -> tuple[int, ...]:
        follows = self.weights.transitions
        return tuple(max(follows[k + 4][to] - follows[k + 1][to] for to in (0, 1, 2, 3, k + 4)) for k in range(3))

    @exits.default
    def _exits(self) -> tuple[tuple[int, int], ...]:
        follows = self.weights.transitions
        return tuple((row[0], max(row[to] - follows[0][to] for to in range(4))) for row in follows)


@lru_cache(maxsize=4)
def shipped_model(lexis: Lexis) -> Model:
    """Return the shipped model at work with these word lists; the weights are read at the first call."""
    return Model(shipped_weights(), lexis, joined=True)
