"""The lexicons that the stages read, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from arabnews.cues import CueTable, cue_table
from arabnews.fold import fold

from .confidence import Shares, shares
from .grammar import Grammar, grammar

if TYPE_CHECKING:
    from collections.abc import Callable

    from arabnews.article import Channel
    from arabnews.lexicon import Lexicon


def channels(lexicon: Lexicon) -> dict[str, tuple[Channel, str]]:
    """Return the channel that each word tells, and what it needs beside it; use as `lexicon.once(channels)`."""
    return {fold(entry["form"]): (entry["channel"], entry.get("needs", "")) for entry in lexicon.entries}


def attribution_words(lexicon: Lexicon) -> dict[str, str]:
    """Return what each attributing preposition takes; use as `lexicon.once(attribution_words)`."""
    return {fold(entry["form"]): entry["takes"] for entry in lexicon.entries}


@frozen(eq=False)
class Tables:
    """The lexicons that the stages read."""

    cues: CueTable
    grammar: Grammar
    channels: dict[str, tuple[Channel, str]]
    attributions: dict[str, str]
    shares: Shares


def read_tables(lexicon: Callable[[str], Lexicon]) -> Tables:
    """Return the tables made from the named lexicons."""
    return Tables(
        lexicon("cues").once(cue_table),
        lexicon("quote_grammar").once(grammar),
        lexicon("channels").once(channels),
        lexicon("attributions").once(attribution_words),
        lexicon("confidence").once(shares),
    )
