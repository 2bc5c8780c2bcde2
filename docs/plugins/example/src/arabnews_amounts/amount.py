"""The annotation class of the plugin, and its options."""

from __future__ import annotations

from typing import Literal

from arabnews import Span
from attrs import field, frozen
from attrs.validators import deep_iterable, in_

Kind = Literal["people", "money"]
Bound = Literal["exact", "about", "at_least", "at_most"]


@frozen
class Amount:
    """A number of people or a sum of money.

    Attributes:
        span: from the word that bounds the number («أكثر من») to the unit.
        number: the number that is written, its scale multiplied in («37 ألف» is 37000).
        unit: "person", or a currency: its ISO 4217 code where the text tells which.
        kind: people or money.
        bound: whether the number is exact as written, about, at least or at most.
        state: what befell the people: "killed", "injured", "missing", "displaced", "detained"; None if not told.
    """

    span: Span
    number: float
    unit: str
    kind: Kind
    bound: Bound = "exact"
    state: str | None = None


@frozen
class AmountOptions:
    """What the plugin is asked to find: amounts of these kinds."""

    kinds: tuple[Kind, ...] = field(
        default=("people", "money"), converter=tuple, validator=deep_iterable(in_(("people", "money")))
    )
