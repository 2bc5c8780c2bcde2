"""Finds the name that ends a long office: «وكيل الجامعة للتطوير والجودة الدكتور فلان», «مدير ضبط وتنظيم كذا فلان»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.offices import KIN
from arabnews_entities.wordlists import TITLE, VERB

from .grammar import BI_THAT, THAT
from .unlisted import CLOSING, may_have_name

if TYPE_CHECKING:
    from .cast import Part
    from .phrases import Phrase, Reading

_FAR: Final = 14
"""Between an office and the style of its holder no more words stand than this."""
_SEATS: Final = frozenset({"في", "لدي", "علي"})
"""These lead to where an office is held."""
_DEFINITE: Final = ("ال", "وال", "لل", "بال")
_MASDAR: Final = frozenset({"masdar"})


def name_far_behind(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:  # noqa: PLR0911 - one test a line
    """Return the words of a name with its style that ends a long office, or None.

    «وكيل الجامعة للتطوير والجودة الدكتور فلان»: what stands between is where or for what the office is held.
    """
    noun, passage = phrase.noun, reading.passage
    forms, flags, by_word = passage.words.forms, reading.nouns.words.flags, reading.cast.by_word
    if noun is None or noun.kind != "role" or noun.head in KIN or not may_have_name(reading, phrase):
        return None
    joined = phrase.last < passage.hi and forms[phrase.last][0] == "و"  # «مدير ضبط وتنظيم كذا»
    if not (noun.definite or joined or any(form.startswith(_DEFINITE) for form in forms[phrase.first : phrase.last])):
        return None
    at, high = phrase.last, min(phrase.last + _FAR, passage.hi - 1)
    while at < high:
        word, part = forms[at], by_word.get(at)
        if not reading.is_plain(at) or word in THAT or word in BI_THAT or word in reading.grammar.relative:
            return None
        cue = reading.signs.cues.get(at)
        if (cue is not None and not cue.kinds <= _MASDAR) or at in reading.cast.dates or flags[at] & VERB:
            return None
        if word in reading.grammar.title or (len(word) == 1 and passage.gap_before(at + 1).strip() == "."):
            part = by_word.get(at + 1)
            named = part is not None and part.entity.type == "person" and part.form == "name"
            apposed = forms[at - 1].startswith(_DEFINITE) or at in reading.cast.by_last
            return (part.first, part.last) if part is not None and named and apposed else None
        if part is not None and part.entity.type == "person":
            return (part.first, part.last) if at > phrase.last and _ends_office(reading, part) else None
        if word in reading.grammar.preposition and word not in _SEATS:
            return None
        if flags[at] & TITLE and reading.nouns.words.words[at].peel and word[0] == "ل":
            return None  # «أكد الوزير لرئيس كذا فلان أن»
        at = part.last if part is not None else at + 1
    return None


def _ends_office(reading: Reading, part: Part) -> bool:
    """Tell whether a full name right behind a definite word or a body closes what stands before it."""
    passage, at = reading.passage, part.first
    if part.form != "name" or part.last - at < 2 or part.start != passage.words.starts[at] or part.last >= passage.hi:
        return False
    if not (passage.words.forms[at - 1].startswith(_DEFINITE) or at in reading.cast.by_last):
        return False
    following = passage.words.forms[part.last]
    return (passage.gap_before(part.last).strip()[:1] or " ") in CLOSING or following in THAT or following in BI_THAT
