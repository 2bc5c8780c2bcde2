"""What is known of a country, place or organisation at one place in a text."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Body(NamedTuple):
    """A country, place or organisation at one place in the text; `key` joins its mentions."""

    first: int
    last: int
    start: int
    end: int
    type: Literal["organization", "location"]
    key: str
    country: str | None
    rule: str
    acts: bool = False
    inner: int = 0
    """The first word of its name in marks, if it has one («صحيفة "النهر"»)."""
