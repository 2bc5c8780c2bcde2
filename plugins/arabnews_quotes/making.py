"""Makes statements of values that the plugin itself has made: nothing is left to convert or to check."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, TypedDict

from arabnews.article import Origin, Statement

if TYPE_CHECKING:
    from arabnews.article import Channel, Span, StatementType


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
    speaker = fields["speaker"]
    if speaker is not None and ("  " in speaker or "\n" in speaker):
        fields["speaker"] = " ".join(speaker.split())
    made = object.__new__(Statement)
    deque(map(object.__setattr__, repeat(made), fields.keys(), fields.values()), maxlen=0)
    return made


@lru_cache(maxsize=128)
def origin_of(rule: str) -> Origin:
    """Return the origin that names a rule."""
    return Origin(rule=rule)
