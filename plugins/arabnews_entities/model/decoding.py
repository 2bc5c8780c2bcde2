"""The best labels of a text, found only where a name may begin; `plain` finds the same the long way.

Labels are numbers in the order of `weights.LABELS`: 0 outside, 1-3 beginnings, 4-6 what goes on with them. A label that
goes on follows its own type alone. Marks are outside. Scores are counted against no name at all: a run of O counts
nought. Of equal paths the one wins whose last labels come first in the order, in both decoders: what is left out here
is worse for sure, never equal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from arabnews_entities.model.scores import FIELD, MIDDLE
from arabnews_entities.model.sequence import STOP, read_mark
from arabnews_entities.model.weights import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from arabnews_entities.model.scores import Bearer, Item, Model
    from arabnews_entities.words import Words

_BEGIN: Final = tuple(WIDTH * kind for kind in range(3))
_INSIDE: Final = tuple(WIDTH * (kind + 3) for kind in range(3))
FURTHEST: Final = 24
"""So many words ahead it is looked whether a path may win; what is not decided by then is kept."""
_KINDS: Final = (0, 1, 2)
LONGEST_GAP: Final = 8
"""Longer gaps between words are read anew each time."""


class Named(NamedTuple):
    """A name: the words from `first` to before `last`; its type, 0 to 2; how much it is better than none."""

    first: int
    last: int
    kind: int
    gain: int


NOTHING: Final[Mapping[int, int]] = MappingProxyType({})
State = tuple[int, int]
"""A label and the score of the best path to it."""


def find_named(model: Model, words: Words, settled: Mapping[int, int] = NOTHING) -> list[Named]:  # noqa: C901 - the inner loop, without calls
    """Return the names in a text, in order.

    `settled` tells where names are known already, by their first words, and the index behind each: what the model
    would make of such a stretch is not asked, where no name can go on behind it.
    """
    items, opening = model.read(words)
    if not items:
        return []
    reading = _Reading(model, words, items)
    found: list[Named] = []
    spaced = words.spaced
    enters = [model.weights.transitions[0][kind + 1] - MIDDLE for kind in range(3)]
    ends = [model.exits[kind + 1] for kind in range(3)]
    behind = 0
    for at in opening:
        if at < behind:
            continue
        if at in settled:
            after = settled[at]
            if not spaced[after - 1] or items[after].item.shut:
                behind = after
                continue
        # what follows is `_Reading.score` and `_Reading.promising`, written out for the many words that end here
        item = items[at].item
        before = items[at - 1].item if at and spaced[at - 1] else reading.left(at)
        following = items[at + 1].item if spaced[at] else reading.right(at)
        score = item.at + before.behind + following.before + item.left[before.kind] + item.right[following.kind]
        if following.shut:
            best, winner = 0, -1
            for kind in item.begins:
                gain = enters[kind] + (score >> _BEGIN[kind] & FIELD) + ends[kind][0]
                if gain > best:
                    best, winner = gain, kind
            if best:
                found.append(Named(at, at + 1, winner, best))
            continue
        reading.scores[at] = score
        goes_on, begins = following.goes_on, bool(following.begins)
        for kind in item.begins:
            lead = enters[kind] + (score >> _BEGIN[kind] & FIELD)
            if lead + ends[kind][begins] >= 0 or (goes_on[kind] and reading.promising(at, kind, lead)):
                behind = reading.stretch(at, found)
                break
    return found


@define(eq=False)
class _Reading:
    """A text being read: its items, and the scores of those that were asked for."""

    model: Model
    words: Words
    items: Sequence[Bearer]
    scores: dict[int, int] = field(factory=dict, init=False)

    def score(self, at: int) -> int:
        """Return the packed score of a word."""
        if at in self.scores:
            return self.scores[at]
        items, spaced = self.items, self.words.spaced
        item = items[at].item
        before = items[at - 1].item if at and spaced[at - 1] else self.left(at)
        behind = items[at + 1].item if spaced[at] else self.right(at)
        score = item.at + before.behind + behind.before + item.left[before.kind] + item.right[behind.kind]
        self.scores[at] = score
        return score

    def left(self, at: int) -> Item:
        """Return the item before a word: a word or a mark."""
        return (self._mark(at - 1) or self.items[at - 1].item) if at else self.model.items[STOP]

    def right(self, at: int) -> Item:
        """Return the item behind a word: a word or a mark."""
        if at + 1 == len(self.items):
            return self.model.items[STOP]
        return self._mark(at) or self.items[at + 1].item

    def _mark(self, at: int) -> Item | None:
        """Return what stands between a word and the next, if it is more than a space."""
        table = self.words.table
        gap = self.words.text[table.ends[at] : table.starts[at + 1]]
        if len(gap) <= LONGEST_GAP:
            return self.model.marks[gap]
        mark = read_mark(gap)
        return None if mark is None else self.model.items[mark]

    def joined(self, at: int) -> bool:
        """Tell whether no mark and no end stands behind a word."""
        return self.words.spaced[at] or (at + 1 < len(self.items) and self._mark(at) is None)

    def promising(self, at: int, kind: int, lead: int) -> bool:
        """Tell whether a path that begins a name at a word, and falls short of that of O by so much, may yet win.

        The next word may go on with the name. The path may win where what goes on makes up for it: until going on is
        closed, or until a name that begins anew would do better, whatever follows.
        """
        follows, ends = self.model.weights.transitions, self.model.exits[kind + 4]
        again, surplus = follows[kind + 1][kind + 4], self.model.surplus[kind] - follows[0][kind + 1]
        items, spaced, known = self.items, self.words.spaced, self.scores
        inside, begin = _INSIDE[kind], _BEGIN[kind]
        for _ in range(FURTHEST):
            at += 1
            score = known[at] if at in known else self.score(at)
            lead += again + (score >> inside & FIELD) - MIDDLE
            if lead + surplus < (score >> begin & FIELD) - MIDDLE:
                return False
            joined = spaced[at] or self.joined(at)
            if not joined:
                return lead + ends[False] >= 0
            following = items[at + 1].item
            if lead + ends[bool(following.begins)] >= 0:
                return True
            if not following.goes_on[kind]:
                return False
            again = follows[kind + 4][kind + 4]
        return True

    def stretch(self, first: int, found: list[Named]) -> int:  # noqa: C901, PLR0912 - the inner loop, without calls
        """Decode from a word at which a name may begin to where none can go on, and return the index behind."""
        follows, into = self.model.weights.transitions, self.model.into
        surplus, items, spaced = self.model.surplus, self.items, self.words.spaced
        known, outside = self.scores, 0
        """The score of the best path that ends outside."""
        alive: list[State] = []
        back: list[dict[int, int]] = []
        scores: list[int] = []
        at = first
        while True:
            item = items[at].item
            score = known[at] if at in known else self.score(at)
            scores.append(score)
            reached: list[State] = []
            before: dict[int, int] = {}
            for kind in item.begins:
                column = into[kind + 1]
                total, whence = outside + column[0], 0
                for label, lead in alive:
                    if lead + column[label] > total:
                        total, whence = lead + column[label], label
                before[kind + 1] = whence
                reached.append((kind + 1, total + (score >> _BEGIN[kind] & FIELD) - MIDDLE))
            if alive:
                goes_on = item.goes_on
                for kind in _KINDS:
                    if not goes_on[kind]:
                        continue
                    column, whence, total = into[kind + 4], -1, 0
                    for label, lead in alive:
                        if (label == kind + 1 or label == kind + 4) and (whence < 0 or lead + column[label] > total):
                            total, whence = lead + column[label], label
                    if whence < 0:
                        continue
                    total += score >> _INSIDE[kind] & FIELD
                    fresh = outside + into[kind + 1][0] + (score >> _BEGIN[kind] & FIELD)
                    if total + surplus[kind] >= fresh:  # else a name that begins here does better, whatever follows
                        reached.append((kind + 4, total - MIDDLE))
                        before[kind + 4] = whence
            column, whence = into[0], 0
            outside += column[0]
            for label, lead in alive:
                if lead + column[label] > outside:
                    outside, whence = lead + column[label], label
            before[0] = whence
            alive = reached
            back.append(before)
            at += 1
            if not alive or not (spaced[at - 1] or self.joined(at - 1)):
                break
        column, whence = into[0], 0
        outside += column[0]
        for label, lead in alive:
            if lead + column[label] > outside:
                outside, whence = lead + column[label], label
        _read_names(_trace(back, whence), scores, follows, first, found)
        return at


def _read_names(
    labels: list[int], scores: list[int], follows: Sequence[Sequence[int]], first: int, found: list[Named]
) -> None:
    """Add the names that the labels of a stretch tell, which begins at the word `first`."""
    begin = 0
    while begin < len(labels):
        label, end = labels[begin], begin + 1
        if label:
            kind = label - 1
            gain = follows[0][label] + (scores[begin] >> _BEGIN[kind] & FIELD) - MIDDLE
            while end < len(labels) and labels[end] > 3:
                gain += follows[label][kind + 4] + (scores[end] >> _INSIDE[kind] & FIELD) - MIDDLE
                label, end = labels[end], end + 1
            found.append(Named(first + begin, first + end, kind, gain + follows[label][0]))
        begin = end


def _trace(back: list[dict[int, int]], label: int) -> list[int]:
    """Return the labels of a stretch, from the last one back by where each came from."""
    labels = []
    for before in reversed(back):
        labels.append(label)
        label = before[label]
    return labels[::-1]
