"""Validators of the types' fields: those of attrs, with a glance before them that passes what is right.

Nearly every value is of the very type that is wanted; asking attrs' own validators costs several times as much, and an
article has hundreds of facts of a dozen fields each. Errors are those of attrs. Imports attrs alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs.validators import deep_iterable, instance_of, optional

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

    Check = Callable[[Any, Attribute[Any], Any], None]


def of(kind: type) -> Check:
    """Return a validator of values of a type."""
    careful: Check = instance_of(kind)

    def check(owner: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not kind:
            careful(owner, attribute, value)

    return check


def maybe(kind: type) -> Check:
    """Return a validator of values of a type, or None."""
    careful = optional(instance_of(kind))

    def check(owner: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None and type(value) is not kind:
            careful(owner, attribute, value)

    return check


def each(kind: type) -> Check:
    """Return a validator of tuples of values of a type."""
    careful = deep_iterable(instance_of(kind), instance_of(tuple))

    def check(owner: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not tuple or any(type(item) is not kind for item in value):
            careful(owner, attribute, value)

    return check


TEXT: Final = of(str)
MAYBE_TEXT: Final = maybe(str)
TEXTS: Final = each(str)
