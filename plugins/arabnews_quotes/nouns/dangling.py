"""Finds where a source ends whose last word read is a participle that leads on («بيان صادر | عن وزارة كذا»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .agreement import is_owned

if TYPE_CHECKING:
    from .phrases import Reading

_LED: Final = {
    article + stem + ending: prepositions
    for stem, prepositions in {
        "صادر": frozenset({"عن", "في", "من"}),
        "منشور": frozenset({"في", "علي", "من"}),
        "متخصص": frozenset({"في", "ب"}),
        "معني": frozenset({"ب"}),
        "خاص": frozenset({"ب"}),
        "مكلف": frozenset({"ب"}),
        "تابع": frozenset({"ل"}),
        "مقيم": frozenset({"في"}),
        "عامل": frozenset({"في"}),
        "مشارك": frozenset({"في"}),
        "محسوب": frozenset({"علي"}),
    }.items()
    for ending in ("", "ه", "ون", "ين")
    for article in ("", "ال", "وال")
}
"""Participles, and the prepositions without which they say nothing."""
_FARTHEST: Final = 5
"""A construct that no noun phrase reads ends within so many words."""


def end_of_led(reading: Reading, first: int, last: int) -> int:
    """Return the word behind what the participle that ends a source, words `first` to `last`, leads to; or `last`."""
    forms, hi = reading.passage.words.forms, reading.passage.hi
    led = _LED.get(forms[last - 1])
    if led is None or last + 1 >= hi or not reading.is_plain(last) or last in reading.cast.dates:
        return last
    word = forms[last]
    if word in led:
        at = last + 1
        if is_owned(reading, at) or forms[at] in reading.grammar.occasion or at in reading.cast.dates:
            return last  # «أكد المشاركون في توصياتهم», «البيان الصادر في ختام الزيارة»
        whole = reading.phrase(at)
        return whole.last if whole is not None else _end_of_construct(reading, at, last)
    if word[0] in led and len(word) > 2 and reading.is_governed(last, word[0]):
        cue = reading.signs.cues.get(first - 1)  # «اعترفت الجهات المعنية | بجودة كذا»
        matter = cue is not None and all(word[0] in form.frames for form in cue.forms)
        return last if matter else _end_of_construct(reading, last, last)
    return last


def _end_of_construct(reading: Reading, first: int, last: int) -> int:
    """Return the word behind the first definite one from word `first` on, or `last` where none ends a construct."""
    for at in range(first, min(first + _FARTHEST, reading.passage.hi)):
        word, part = reading.passage.words.forms[at], reading.cast.by_word.get(at)
        if at > first and (not reading.is_plain(at) or word in THAT or word in BI_THAT or at in reading.signs.cues):
            return last
        if part is not None:
            return part.last
        if is_definite(word) or is_owned(reading, at):
            return at + 1
        if word in reading.grammar.preposition:
            return last
    return last
