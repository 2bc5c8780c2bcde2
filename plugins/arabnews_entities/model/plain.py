"""The textbook decoder: every label of every item. Slow; what the trainer measures by, and the tests compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.model.features import item_class, item_features
from arabnews_entities.model.scores import CLOSED, closed, context_features, places, unpack
from arabnews_entities.model.sequence import is_mark
from arabnews_entities.model.weights import LABELS

if TYPE_CHECKING:
    from arabnews_entities.model.scores import Model
    from arabnews_entities.model.sequence import Sequence

_BELOW: Final = -(10**9)


def label_plainly(model: Model, sequence: Sequence) -> list[int]:
    """Return the label of each item, as a number in the order of `LABELS`."""
    follows, items = model.weights.transitions, sequence.items
    labels = range(len(LABELS))
    best = [0] + [_BELOW] * (len(LABELS) - 1)
    back: list[list[int]] = []
    for index in range(1, len(items)):
        emitted = [0] + [_BELOW] * (len(LABELS) - 1) if is_mark(items[index]) else _emitted(model, items, index)
        whence = []
        for label in labels:
            allowed = [k for k in labels if label < 4 or k in {label, label - 3}]
            whence.append(max(allowed, key=lambda k, to=label: (best[k] + follows[k][to], -k)))  # type: ignore[misc]
        best = [best[k] + follows[k][label] + emitted[label] for label, k in enumerate(whence)]
        back.append(whence)
    found, label = [0], 0
    for whence in reversed(back):
        label = whence[label]
        found.append(label)
    return found[::-1]


def find_plainly(model: Model, sequence: Sequence) -> list[tuple[int, int, int]]:
    """Return the names in a sequence: first word, the one behind the last, type."""
    found: list[tuple[int, int, int]] = []
    for owner, label in zip(sequence.owners, label_plainly(model, sequence), strict=True):
        if 0 < label < 4:
            found.append((owner, owner + 1, label - 1))
        elif label:
            found[-1] = (found[-1][0], owner + 1, found[-1][2])
    return found


def _emitted(model: Model, items: list[str], index: int) -> list[int]:
    """Return the score of each label at an item: the sum over its features and those of its neighbours."""
    weights, lexis = model.weights, model.lexis
    near = (index - 1, index, index + 1)
    totals = [0] * 6
    for place, at in enumerate(near):
        told = item_features(items[at], lexis, weights.classes)
        rows = [unpack(places(weights.words[name])[place]) for name in told if name in weights.words]
        scores = [sum(column) for column in zip([0] * 6, *rows, strict=True)]
        if at == index:
            shut = closed(items[at], scores, lexis)
            scores = [score + CLOSED * is_shut for score, is_shut in zip(scores, shut, strict=True)]
        totals = [one + two for one, two in zip(totals, scores, strict=True)]
    for name in context_features(*(item_class(items[at], lexis) for at in near)):
        if name in weights.contexts:
            totals = [one + two for one, two in zip(totals, unpack(weights.contexts[name]), strict=True)]
    return [0, *totals]
