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
    from collections.abc import Sequence

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
    """Decode from the score at `first` to where no name can go on; return the index behind. Items are one ahead."""
    follows, surplus = model.weights.transitions, model.bounds.surplus
    alive: list[tuple[int, int]] = [(0, 0)]
    back: list[dict[int, int]] = []
    at, size = first, len(scores)
    while at < size:
        packed, before = scores[at], {}
        best, whence = alive[0][1], 0  # O after O counts nothing
        for label, score in alive[1:]:
            total = score + follows[label][0]
            if total > best:
                best, whence = total, label
        reached = [(0, best)]
        before[0] = whence
        if starts[at]:
            for kind, bits in _BITS:
                if starts[at] & bits:
                    total, whence = max_into(alive, follows, kind + 1)
                    gain = (packed >> _BEGIN[kind] & FIELD) - MIDDLE
                    reached.append((kind + 1, total + gain))
                    before[kind + 1] = whence
        outside = alive[0][1]
        for kind in range(3):
            total = whence = None
            for label, score in alive:
                if label in {kind + 1, kind + 4}:
                    candidate = score + follows[label][kind + 4]
                    if total is None or candidate > total:
                        total, whence = candidate, label
            if total is None:
                continue
            total += (packed >> _INSIDE[kind] & FIELD) - MIDDLE
            fresh = outside + follows[0][kind + 1] + (packed >> _BEGIN[kind] & FIELD) - MIDDLE
            if total + surplus[kind] >= fresh:  # else a name that begins here would do better, whatever follows
                reached.append((kind + 4, total))
                before[kind + 4] = whence
        back.append(before)
        at += 1
        alive = reached
        if len(alive) == 1:
            break
    return at
