"""The best labels of a sequence, twice: stretch by stretch where a name may begin, and plainly over all (the oracle).

Labels are numbers in the order of `weights.LABELS`: 0 outside, 1-3 beginnings, 4-6 what goes on with them. A label that
goes on follows its own type alone. The first item and the last are outside. Among equal paths the one whose last labels
come first in the order wins, in both.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.model.scores import FIELD, MIDDLE
from arabnews_entities.model.weights import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews_entities.model.scores import Model

_BITS: Final = tuple((kind, (MIDDLE | MIDDLE << 1) << WIDTH * kind) for kind in range(3))
_BEGIN: Final = tuple(WIDTH * kind for kind in range(3))
_INSIDE: Final = tuple(WIDTH * (kind + 3) for kind in range(3))


class Named(NamedTuple):
    """A name: the items `first` up to `last`, which is no part of it; its type (0-2); how much it is better than none."""

    first: int
    last: int
    kind: int
    gain: int


def find_named(model: Model, items: list[str]) -> list[Named]:
    """Return the names in a sequence, in order; only stretches in which a name may begin are decoded."""
    scores = model.score(items)
    starts = model.starts(scores)
    found: list[Named] = []
    behind = 0
    for at in compress(range(len(starts)), starts):
        if at >= behind:
            behind = _decode(model, scores, starts, at, found)
    return found


def _decode(model: Model, scores: list[int], starts: list[int], first: int, found: list[Named]) -> int:
    """Decode from the score at `first` to where no name can go on, and return the index behind.

    Scores are counted against no name at all. `scores[k]` is that of item k + 1: the first item has none.
    """
    follows, surplus = model.weights.transitions, model.bounds.surplus
    alive: list[tuple[int, int]] = [(0, 0)]
    back: list[dict[int, int]] = []
    at, size = first, len(scores)
    while at < size:
        packed, start = scores[at], starts[at]
        outside = alive[0][1]
        total, whence = _best(alive, follows, 0)
        reached, before = [(0, total)], {0: whence}
        if start:
            for kind, bits in _BITS:
                if start & bits:
                    total, whence = _best(alive, follows, kind + 1)
                    reached.append((kind + 1, total + (packed >> _BEGIN[kind] & FIELD) - MIDDLE))
                    before[kind + 1] = whence
        for kind in range(3):
            fitting = [state for state in alive if state[0] in _GOES_ON[kind]]
            if not fitting:
                continue
            total, whence = _best(fitting, follows, kind + 4)
            total += (packed >> _INSIDE[kind] & FIELD) - MIDDLE
            fresh = outside + follows[0][kind + 1] + (packed >> _BEGIN[kind] & FIELD) - MIDDLE
            if total + surplus[kind] >= fresh:  # else a name that begins here would do better, whatever follows
                reached.append((kind + 4, total))
                before[kind + 4] = whence
        back.append(before)
        alive = reached
        at += 1
        if len(alive) == 1:
            break
    _, label = _best(alive, follows, 0)
    labels = []
    for before in reversed(back):
        labels.append(label)
        label = before[label]
    labels.reverse()
    found += _read_names(labels, scores, follows, first)
    return at


_GOES_ON: Final = ((1, 4), (2, 5), (3, 6))


def _best(
    states: Sequence[tuple[int, int]], follows: Sequence[Sequence[int]], label: int
) -> tuple[int, int]:
    """Return the best score with which a label may follow one of the states, and that state's label."""
    state, score = states[0]
    total = score + follows[state][label]
    for other, score in states[1:]:
        if score + follows[other][label] > total:
            state, total = other, score + follows[other][label]
    return total, state


def _read_names(
    labels: list[int], scores: list[int], follows: Sequence[Sequence[int]], first: int
) -> Iterator[Named]:
    """Yield the names that a stretch of labels tells; `first` is the index of its first score."""
    begin = 0
    while begin < len(labels):
        label = labels[begin]
        if not label:
            begin += 1
            continue
        kind, end = label - 1, begin + 1
        gain = follows[0][label] + (scores[first + begin] >> _BEGIN[kind] & FIELD) - MIDDLE
        while end < len(labels) and labels[end] > 3:
            gain += follows[label][kind + 4] + (scores[first + end] >> _INSIDE[kind] & FIELD) - MIDDLE
            label, end = labels[end], end + 1
        yield Named(first + begin + 1, first + end + 1, kind, gain + follows[label][0])
        begin = end
