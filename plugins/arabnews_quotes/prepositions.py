"""Tells whether a preposition of a frame stands at a word, and where a place stands before what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from .phrases import Reading

GLUED: Final = {"عن": "عما", "من": "مما", "ب": "بما"}
"""Prepositions with «ما» («ندد بما وصفه بـ…»)."""


def is_preposition(reading: Reading, at: int, preposition: str) -> bool:
    """Tell whether a preposition stands at word `at`, alone or before its noun."""
    word = reading.passage.words.forms[at]
    if len(preposition) > 1 or word == preposition:
        return word == preposition != "ل" or word == GLUED.get(preposition)  # «لـ«الشرق»» names the outlet
    if word == GLUED.get(preposition):
        return True
    if at in reading.cast.dates or word in reading.grammar.preposition:
        return False
    return word in BI_THAT or reading.is_governed(at, preposition)


def is_place(reading: Reading, at: int) -> bool:
    """Tell whether a place stands right before what was said («أفاد مسؤول بعمان أن …», «… بعمان "أن …"»)."""
    part, passage = reading.cast.by_word.get(at), reading.passage
    if part is None or part.entity.type != "location" or part.last >= passage.hi:
        return False
    end, following = passage.words.ends[part.last - 1], passage.words.starts[part.last]
    return passage.words.forms[part.last] in THAT or passage.opening_in(end, following) is not None
