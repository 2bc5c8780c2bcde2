"""The best labels of a text, found only where a name may begin; `plain` finds the same the long way.

Labels are numbers in the order of `weights.LABELS`: 0 outside, 1-3 beginnings, 4-6 what goes on with them. A label that
goes on follows its own type alone. Marks are outside. Scores are counted against no name at all: a run of O counts
nought. Of equal paths the one wins whose last labels come first in the order, in both decoders: what is left out here
is worse for sure, never equal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define

from arabnews_entities.model.scores import BEGINS, FIELD, KINDS, MIDDLE
from arabnews_entities.model.sequence import STOP, read_mark
from arabnews_entities.model.weights import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from arabnews_entities.model.scores import Bearer, Item, Model
    from arabnews_entities.vocabulary.words import Words

_BEGIN: Final = tuple(WIDTH * kind for kind in range(3))
_INSIDE: Final = tuple(WIDTH * (kind + 3) for kind in range(3))
_LEADS: Final = sum(MIDDLE << shift for shift in _BEGIN)
"""The bits that are set where the beginning of a name of some type counts nought or more."""
_LEADING: Final = tuple(sum(MIDDLE << _BEGIN[kind] for kind in kinds) for kinds in KINDS)
"""The same for the types that a number of bits tells."""
_LOW: Final = (1 << _INSIDE[0]) - 1
"""The fields of beginnings."""
FURTHEST: Final = 24
"""So many words ahead it is looked whether a path may win; what is not decided by then is kept."""
LONGEST_GAP: Final = 8
"""Longer gaps between words are read anew each time."""


class Named(NamedTuple):
    """A name: the words from `first` to before `last`; its type, 0 to 2; how much it is better than none."""

    first: int
    last: int
    kind: int
    gain: int


NOTHING: Final[Mapping[int, int]] = MappingProxyType({})


def find_named(model: Model, words: Words, settled: Mapping[int, int] = NOTHING) -> list[Named]:
    """Return the names in a text, in order.

    `settled` tells where names are known already, by their first words, and the index behind each: what the model
    would make of such a stretch is not asked, where no name can go on behind it.
    """
    items, opening = model.read(words)
    if not items:
        return []
    reading = _Reading(model, words, items)
    found: list[Named] = []
    spaced, (alone, ending, begun) = words.spaced, model.reach
    behind = 0
    for at in opening:
        if at < behind:
            continue
        if at in settled:
            after = settled[at]
            if not spaced[after - 1] or not items[after].item.can:
                behind = after
                continue
        item = items[at].item
        before = items[at - 1].item if spaced[at - 1] else reading.left(at)
        following = items[at + 1].item if spaced[at] else reading.right(at)
        score = item.at + before.behind + following.before + item.left[before.kind] + item.right[following.kind]
        can = following.can
        if not can:
            if score + alone & _LEADS:
                reading.single(at, item, score, found)
            continue
        leads = score + (begun if can & BEGINS else ending) & _LEADS
        if leads or (item.can & can >> 3 and reading.promising(at, item, following, score)):
            behind = reading.stretch(at, item, following, score, found)
    return found


@define(eq=False)
class _Reading:
    """A text being read: its items."""

    model: Model
    words: Words
    items: Sequence[Bearer]

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

    def single(self, at: int, item: Item, score: int, found: list[Named]) -> None:
        """Add the best name of a word behind which none can go on, if it is better than none."""
        best, winner = 0, -1
        for kind in KINDS[item.can & BEGINS]:
            row = self.model.weights.transitions[0]
            gain = row[kind + 1] + (score >> _BEGIN[kind] & FIELD) - MIDDLE + self.model.exits[kind + 1][0]
            if gain > best:
                best, winner = gain, kind
        if best:
            found.append(Named(at, at + 1, winner, best))

    def promising(self, at: int, item: Item, following: Item, score: int) -> bool:
        """Tell whether a path that begins a name at a word, and falls short of that of O there, may yet win.

        The next word may go on with the name. The path may win where what goes on makes up for it: until going on is
        closed, or until a name that begins anew would do better, whatever follows. `item`, `following` and `score` are
        those of the word; what the next word brings is told for all types by two additions.
        """
        at += 1
        beyond = self.items[at + 1].item if self.words.spaced[at] else self.right(at)
        second = following.at + item.behind + beyond.before + following.left[item.kind] + following.right[beyond.kind]
        over, ending, begun = self.model.second
        lead = (score & _LOW) + (second >> _INSIDE[0])
        may = item.can & following.can >> 3
        better = lead - (second & _LOW) + over & _LEADING[may]
        if not better:
            return False
        if lead + (begun if beyond.can & BEGINS else ending) & better:
            return True
        for kind in KINDS[may & beyond.can >> 3]:
            if better >> _BEGIN[kind] & MIDDLE and self._goes_on(at, kind, score, second):
                return True
        return False

    def _goes_on(self, at: int, kind: int, score: int, second: int) -> bool:
        """Tell the same of a path of one type that is decided behind its second word."""
        follows, ends = self.model.weights.transitions, self.model.exits[kind + 4]
        enter, inside, begin = follows[0][kind + 1] - MIDDLE, _INSIDE[kind], _BEGIN[kind]
        again, surplus = follows[kind + 4][kind + 4] - MIDDLE, self.model.surplus[kind]
        items, spaced = self.items, self.words.spaced
        lead = enter + (score >> begin & FIELD) + follows[kind + 1][kind + 4] - MIDDLE + (second >> inside & FIELD)
        item = items[at].item
        for _ in range(FURTHEST):
            at += 1
            before, item = item, items[at].item
            following = items[at + 1].item if spaced[at] else self.right(at)
            score = item.at + before.behind + following.before + item.left[before.kind] + item.right[following.kind]
            lead += again + (score >> inside & FIELD)
            if lead + surplus < enter + (score >> begin & FIELD):
                return False
            can = following.can
            if lead + ends[can & BEGINS > 0] >= 0:
                return True
            if not can >> 3 + kind & 1:
                return False
        return True

    def pair(self, first: int, item: Item, following: Item, scores: list[int], found: list[Named]) -> None:
        """Add the names of two words behind which none can go on: what `stretch` would, by all paths of two labels."""
        follows = self.model.weights.transitions
        one, two = scores
        leads = [
            (kind + 1, follows[0][kind + 1] + (one >> _BEGIN[kind] & FIELD) - MIDDLE)
            for kind in KINDS[item.can & BEGINS]
        ]
        best, labels = 0, (0, 0)
        for label, lead in leads:
            total = lead + follows[label][0]
            if total > best:
                best, labels = total, (label, 0)
        for kind in KINDS[following.can & BEGINS]:
            closing = (two >> _BEGIN[kind] & FIELD) - MIDDLE + follows[kind + 1][0]
            for label, lead in ((0, 0), *leads):
                total = lead + follows[label][kind + 1] + closing
                if total > best:
                    best, labels = total, (label, kind + 1)
        for label, lead in leads:
            if following.can >> 2 + label & 1:
                inside = (two >> _INSIDE[label - 1] & FIELD) - MIDDLE
                total = lead + follows[label][label + 3] + inside + follows[label + 3][0]
                if total > best:
                    best, labels = total, (label, label + 3)
        if best:
            _read_names(labels, scores, follows, first, found)

    def stretch(  # noqa: C901, PLR0912, PLR0915 - the inner loop, without calls
        self, at: int, item: Item, following: Item, score: int, found: list[Named]
    ) -> int:
        """Decode from a word at which a name may begin to where none can go on, and return the index behind.

        `item`, `following` and `score` are those of the word.
        """
        follows, into, exits = self.model.weights.transitions, self.model.into, self.model.exits
        surplus, items, spaced = self.model.surplus, self.items, self.words.spaced
        beyond = items[at + 2].item if spaced[at + 1] else self.right(at + 1)
        if not beyond.can:
            second = (
                following.at + item.behind + beyond.before + following.left[item.kind] + following.right[beyond.kind]
            )
            self.pair(at, item, following, [score, second], found)
            return at + 2
        first, outside = at, 0
        """The score of the best path that ends outside."""
        alive: dict[int, int] = {}
        """What can go on: the score of the best path to each label."""
        back: list[dict[int, int]] = []
        scores: list[int] = []
        while True:
            scores.append(score)
            can = following.can
            begun = can & BEGINS > 0
            column, whence = into[0], 0
            out = outside + column[0]
            for label, lead in alive.items():
                if lead + column[label] > out:
                    out, whence = lead + column[label], label
            before = {0: whence}
            reached: dict[int, int] = {}
            for kind in KINDS[item.can & BEGINS]:
                column = into[kind + 1]
                total, whence = outside + column[0], 0
                for label, lead in alive.items():
                    if lead + column[label] > total:
                        total, whence = lead + column[label], label
                total += (score >> _BEGIN[kind] & FIELD) - MIDDLE
                # what cannot go on and ends worse than no name wins nothing
                if can >> 3 + kind & 1 or total + exits[kind + 1][begun] >= out:
                    before[kind + 1] = whence
                    reached[kind + 1] = total
            for kind in KINDS[item.can >> 3] if alive else ():
                column, whence, total = into[kind + 4], -1, 0
                if kind + 1 in alive:
                    total, whence = alive[kind + 1] + column[kind + 1], kind + 1
                if kind + 4 in alive and (whence < 0 or alive[kind + 4] + column[kind + 4] > total):
                    total, whence = alive[kind + 4] + column[kind + 4], kind + 4
                if whence < 0:
                    continue
                total += (score >> _INSIDE[kind] & FIELD) - MIDDLE
                fresh = outside + into[kind + 1][0] + (score >> _BEGIN[kind] & FIELD) - MIDDLE
                # where a name that begins here does better whatever follows, going on wins nothing either
                if total + surplus[kind] >= fresh and (can >> 3 + kind & 1 or total + exits[kind + 4][begun] >= out):
                    before[kind + 4] = whence
                    reached[kind + 4] = total
            back.append(before)
            alive, outside = reached, out
            at += 1
            if not alive or not can:
                break
            previous, item = item, following
            following = items[at + 1].item if spaced[at] else self.right(at)
            score = item.at + previous.behind + following.before + item.left[previous.kind] + item.right[following.kind]
        column, whence = into[0], 0
        outside += column[0]
        for label, lead in alive.items():
            if lead + column[label] > outside:
                outside, whence = lead + column[label], label
        labels = _trace(back, whence)
        if any(labels):
            _read_names(labels, scores, follows, first, found)
        return at


def _read_names(
    labels: Sequence[int], scores: Sequence[int], follows: Sequence[Sequence[int]], first: int, found: list[Named]
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
