"""Finds the object of a verb that was read into an indefinite source («أعلن مسؤولون | مقتل خمسة جنود»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.wordlists import NAMELIKE, NISBA, TITLE

from .agents import has_masdar_shape, is_construct
from .extent import is_definite
from .noun_starts import starts_noun
from .phrases import Phrase
from .scanning import Frame

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Reading

_PLURALS: Final = ("ون", "ان")
"""With its ن such a plural governs no noun («مسؤولون», «مصدران»): in front of one it would lose it."""
_MATCHING: Final = ("ون", "ين", "ان", "ات", "ه")
_EVENTS: Final = frozenset({
    "مقتل", "اصابه", "صحه", "عوده", "تراجع", "ارتفاع", "حدوث", "غياب", "تعرض", "وفاه", "نجاح", "فشل", "تورط", "رفض",
    "توقف", "تاخر", "تدهور", "تحسن", "تقدم", "تفشي", "هروب", "فرار", "مشاركه", "زياده", "خروج", "دخول", "بدء", "قرب",
    "مصرع", "ضبط", "سقوط", "وقوع", "وصول", "وجود", "نزوح", "تجدد", "تصاعد", "تزايد", "تقلص", "دعم", "عدم", "قيام",
    "اعاده", "اقامه", "اقاله", "محاوله", "مداهمه", "مصادره", "مغادره", "مقاطعه", "ضروره", "اهميه", "امكانيه", "حاجه",
})  # fmt: skip
"""Nouns of what happened or is the case: no genitive of a plural of people («خبراء», «سكان»)."""


def frame_in_source(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> Frame | None:
    """Return the frame of a verb whose object was read into an indefinite source, or None."""
    at = _object_in(reading, source, limit) if "NP" in cue.frames and not cue.pronoun else None
    if at is None:
        return None
    return Frame("noun", Phrase(source.first, at, source.noun), reading.passage.words.starts[at])


def _object_in(  # noqa: PLR0911 - one test a line
    reading: Reading, source: Phrase, limit: int
) -> int | None:
    """Return the word inside an indefinite source at which the verb's object starts, or None.

    An indefinite head takes adjectives that match it; a noun behind these, or behind a plural that cannot govern one,
    is no part of the source. Right behind another plural only a noun of what happened is sure to be none.
    """
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    noun, first = source.noun, source.first
    if source.name is not None or (noun is not None and noun.name_span is not None) or is_definite(forms[first]):
        return None
    closed = forms[first].endswith(_PLURALS) and reading.are_many(first)
    several = closed or reading.is_group(first) or (noun is not None and noun.number == "p")
    if not several:
        return None
    for at in range(first + 1, source.last):
        word = forms[at]
        if not reading.is_plain(at) or is_definite(word) or word in reading.grammar.preposition:
            return None
        if at in reading.cast.by_word or flags[at] & (TITLE | NAMELIKE):
            return None
        event = word in _EVENTS or word in reading.grammar.theme or word in reading.grammar.feeling
        event = event or has_masdar_shape(word)
        if event or (closed and is_construct(reading, at)):
            return at if starts_noun(reading, at, limit) else None
        if flags[at] & NISBA or word.endswith(_MATCHING):
            closed = True
            continue
        return None
    return None
