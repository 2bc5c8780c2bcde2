"""The textbook decoder: every label of every item. Slow; what the trainer measures by, and the tests compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.model.features import item_class, item_features
from arabnews_entities.model.scores import CLOSED, LEAST, context_features, unpack
from arabnews_entities.model.weights import LABELS

if TYPE_CHECKING:
    from arabnews_entities.model.scores import Model

_BELOW: Final = -(10**9)


def label_plainly(model: Model, items: list[str]) -> list[int]:
    """Return the label of each item, as a number in the order of `LABELS`."""
    follows = model.weights.transitions
    labels = range(len(LABELS))
    best = [0] + [_BELOW] * (len(LABELS) - 1)
    back: list[list[int]] = []
    for index in range(1, len(items)):
        emitted = _emitted(model, items, index) if index + 1 < len(items) else [0, *[_BELOW] * 6]
        whence = [
            max((k for k in labels if _may_follow(k, label)), key=lambda k, to=label: (best[k] + follows[k][to], -k))
            for label in labels
        ]
        best = [best[k] + follows[k][label] + emitted[label] for label, k in enumerate(whence)]
        back.append(whence)
    found, label = [0], 0
    for whence in reversed(back):
        label = whence[label]
        found.append(label)
    return found[::-1]


def _may_follow(label: int, following: int) -> bool:
    return following < 4 or label in {following, following - 3}


def _emitted(model: Model, items: list[str], index: int) -> list[int]:
    """Return the score of each label at an item: the sum over its features and those of its neighbours."""
    weights, lexis = model.weights, model.lexis
    near = (index - 1, index, index + 1)
    totals = [0] * 6
    for place, at in enumerate(near):
        counted = [unpack(weights.words[name][place]) for name in item_features(items[at], lexis, weights.classes) if name in weights.words]
        scores = [sum(column) for column in zip([0] * 6, *counted, strict=False)]
        if at == index:
            scores = [score if score >= LEAST else score + CLOSED for score in scores]
        totals = [one + two for one, two in zip(totals, scores, strict=True)]
    for name in context_features(*(item_class(items[at], lexis) for at in near)):
        if name in weights.contexts:
            totals = [one + two for one, two in zip(totals, unpack(weights.contexts[name]), strict=False)]
    return [0, *totals]
