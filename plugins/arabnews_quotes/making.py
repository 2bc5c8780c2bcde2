"""Makes statements of values that the plugin itself has made: nothing is left to convert or to check."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypedDict

from arabnews.article import Origin, Statement

if TYPE_CHECKING:
    from arabnews.article import Channel, Span, StatementType

_put: Final = object.__setattr__


class Fields(TypedDict):
    """All fields of a statement."""

    type: StatementType
    content: tuple[Span, ...]
    fragments: tuple[Span, ...]
    cue: Span | None
    cue_class: str
    source: Span | None
    speaker: str | None
    entity: str | None
    co_speakers: tuple[str, ...]
    channel: Channel | None
    relay: str | None
    addressee: str | None
    date: str | None
    parent: str | None
    chain: str | None
    embed: str | None
    duplicate_of: str | None
    unclosed: bool
    confidence: float
    origin: Origin
    id: str


def make_statement(fields: Fields) -> Statement:
    """Return a statement with all its fields, each of the type that the class asks for.

    The class converts and checks what foreign plugins give it; an article makes so many statements that this is felt,
    and the core looks at the spans of each again.
    """
    made = object.__new__(Statement)
    for name, value in fields.items():
        _put(made, name, value)
    return made


@lru_cache(maxsize=128)
def origin_of(rule: str) -> Origin:
    """Return the origin that names a rule."""
    return Origin(rule=rule)
