"""Passes over what keeps a source's name back («مصدر | طلب عدم ذكر اسمه | إن»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .asides import past_attribution

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_IDENTITY: Final = frozenset({
    "اسمه", "اسمها", "اسمهم", "اسماءهم", "اسمايهم", "هويته", "هويتها", "هويتهم", "هوياتهم", "تسمه", "تسمها", "تسمهم",
    "يسمه", "تسمهما",
})  # fmt: skip
"""With these ends what a source without a name asks («طلب عدم ذكر اسمه») or keeps («لم تكشف هويته»)."""
_KEEPS: Final = frozenset({"لم", "الذي", "التي", "شريطه", "بشرط", "دون"})
_BECAUSE: Final = frozenset({
    "لانه", "لانها", "لانهم", "لكونه", "لكونها", "كونه", "كونها", "نظرا", "بسبب", "حفاظا", "خشيه", "خوفا", "لاسباب",
    "لعدم", "لحساسيه",
})  # fmt: skip
_LONGEST_CONDITION: Final = 10


def past_anonymity(reading: Reading, at: int) -> int:
    """Return the index behind what keeps a source's name back («مصدر | طلب عدم ذكر اسمه | إن»); `at` without it."""
    passage = reading.passage
    forms = passage.words.forms
    if at >= passage.hi or not (forms[at] in reading.grammar.asks or forms[at] in _KEEPS):
        return at
    high = min(at + _LONGEST_CONDITION, passage.hi)
    named = next((i + 1 for i in range(at + 1, high) if forms[i] in _IDENTITY), at)
    if named == at or passage.stop_after(passage.words.ends[at]) < passage.words.ends[named - 1]:
        return at
    if named < passage.hi and reading.is_plain(named) and forms[named] in _BECAUSE:
        # «… هويته لأنه غير مخول بالحديث، إن»
        return past_attribution(passage, named, passage.stop_after(passage.words.ends[named - 1])) or named
    return named
