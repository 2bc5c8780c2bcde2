"""Passes over the outlet to which somebody says something («قال لـ«النهر» مصدر»), and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.nouns.press import is_told
from arabnews_quotes.text.definite import is_definite

from .brackets import past_gloss

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_OUTLET: Final = 5
"""The name of an outlet in marks has no more words than this."""


def past_outlet(reading: Reading, at: int) -> int:
    """Return the index behind the outlet that ل leads to («قال لـ«النهر» مصدر»); `at` where none stands."""
    passage = reading.passage
    if at >= passage.hi:
        return at
    word = passage.words.forms[at]
    if word == "ل":
        quotation = passage.opening_in(passage.words.ends[at], passage.words.ends[at] + 2)
        if quotation is not None and not quotation.unclosed:
            behind = passage.word_at(quotation.end)
            return behind if behind - at <= _OUTLET else at
    part = reading.cast.by_word.get(at)
    glued = part is not None and part.start > passage.words.starts[at] and word[0] == "ل"
    if part is not None and glued and part.entity.type == "organization":
        return part.last
    if word[0] != "ل" or not is_told(reading, at, word):
        return at
    return past_outlet_named(reading, at)  # «لوكالة «كذا»», «لصحيفة النهر»


def past_outlet_named(reading: Reading, at: int) -> int:
    """Return the index behind the name of the outlet at word `at`, in marks or of a list; else behind the word.

    Definite words behind an indefinite one belong to it («لوكالة الأنباء الوطنية»).
    """
    passage = reading.passage
    if at >= passage.hi:
        return at
    part = reading.cast.by_word.get(at)
    if part is not None:
        return max(part.last, at + 1)
    if not reading.is_plain(at):
        return _past_marks(reading, at)
    forms, behind = passage.words.forms, at + 1
    if behind < passage.hi and not reading.is_plain(behind):
        glossed = past_gloss(reading, behind)
        return glossed if glossed > behind else _past_marks(reading, behind)
    named = reading.cast.by_word.get(behind)
    if named is not None:
        return max(named.last, behind)
    while behind < passage.hi and behind - at <= _OUTLET and reading.is_plain(behind):
        if not forms[behind].startswith("ال") or is_definite(forms[at]):
            break
        behind += 1
    return behind


def _past_marks(reading: Reading, at: int) -> int:
    """Return the index behind the name in marks that begins at word `at`; `at` where none does."""
    passage = reading.passage
    quotation = passage.opening_in(passage.words.ends[at - 1], passage.words.starts[at])
    behind = passage.word_at(quotation.end) if quotation is not None and not quotation.unclosed else at
    return behind if behind - at <= _OUTLET else at
