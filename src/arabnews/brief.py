"""Facts as a console shows them: what is not known is left out. Imports attrs alone."""

from __future__ import annotations

from typing import Any

from attrs import fields

_UNTOLD = (None, (), "")


def brief(item: Any) -> str:
    """Return the repr of an attrs object without the fields that tell nothing: None, empty or false by default.

    Most of the many fields of a fact are of this kind, and would hide the few that tell something.
    """
    told = []
    for attribute in fields(type(item)):
        value = getattr(item, attribute.name)
        untold = value is False or value in _UNTOLD
        if not (untold and value == attribute.default):
            told.append(f"{attribute.name}={value!r}")
    return f"{type(item).__name__}({', '.join(told)})"
