"""Finds the name that ends a long office: «وكيل الجامعة للتطوير والجودة الدكتور فلان», «مدير ضبط وتنظيم كذا فلان»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.offices import KIN
from arabnews_entities.vocabulary.wordlists import HEAD, TITLE, VERB
from arabnews_quotes.text.grammar import BI_THAT, COMMAS, THAT

from .unlisted import CLOSING, LONGEST, may_be_name

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.cast import Part

    from .phrases import Phrase, Reading

_FAR: Final = 14
"""Between an office and the style of its holder no more words stand than this."""
_SEATS: Final = frozenset({"في", "لدي", "علي"})
"""These lead to where an office is held."""
HOLDERS: Final = frozenset({"صاحب", "صاحبه", "اصحاب"})
_OF_STYLES: Final = frozenset({"الملكي", "الملكيه", "الاميري", "السلطاني", "العالي"})
"""What belongs to a style («صاحب السمو الملكي»)."""
_DEFINITE: Final = ("ال", "وال", "لل", "بال")
STYLES: Final = frozenset({"دكتور", "دكتوره", "مهندس", "مهندسه"})
_MASDAR: Final = frozenset({"masdar"})


def office_behind_style(reading: Reading, at: int, noun: NounPhrase | None) -> int:
    """Return the word at which an office stands behind its style («سمو | أمير كذا», «صاحب السمو | أمير كذا»), or `at`.

    A style of which a noun phrase holds more has its office or name already.
    """
    forms, hi = reading.passage.words.forms, reading.passage.hi
    end = at + 1 if forms[at] in reading.grammar.style else at
    if forms[at] in HOLDERS and at + 1 < hi and forms[at + 1].removeprefix("ال") in reading.grammar.style:
        end = at + 2
        while end < hi and forms[end] in _OF_STYLES:
            end += 1
    if end == at or end >= hi or not reading.is_plain(end) or (noun is not None and noun.last > end):
        return at
    office = reading.nouns.read(end) if noun is not None else None
    role = office is not None and office.kind in {"person", "role"} and office.definite
    return end if noun is None or role else at


def name_far_behind(  # noqa: C901, PLR0911 - one test a line
    reading: Reading, phrase: Phrase, noun: NounPhrase
) -> tuple[int, int] | None:
    """Return the words of a name with its style that ends a long office without a name, or None.

    «وكيل الجامعة للتطوير والجودة الدكتور فلان»: what stands between is where or for what the office is held.
    """
    passage, by_word = reading.passage, reading.cast.by_word
    forms, flags = passage.words.forms, reading.nouns.words.flags
    if noun.head in KIN:
        return None
    joined = phrase.last < passage.hi and forms[phrase.last][0] == "و"  # «مدير ضبط وتنظيم كذا»
    if not (noun.definite or joined or any(form.startswith(_DEFINITE) for form in forms[phrase.first : phrase.last])):
        return None
    at, high = max(phrase.first + 1, min(noun.last, phrase.last)), min(phrase.last + _FAR, passage.hi - 1)
    while at < high:
        word, part = forms[at], by_word.get(at)
        comma = passage.gap_before(at).strip() in COMMAS and (word in reading.grammar.title or part is not None)
        if not (reading.is_plain(at) or comma) or word in THAT or word in BI_THAT or word in reading.grammar.relative:
            return None
        cue = reading.signs.cues.get(at)
        if (cue is not None and not cue.kinds <= _MASDAR) or at in reading.cast.dates or flags[at] & VERB:
            return None
        if flags[at] & (TITLE | HEAD) == TITLE and reading.nouns.words.words[at].peel and word[0] in "بل":
            return None  # «أكد الوزير لرئيس كذا فلان أن», «رحب المدير بالدكتور فلان»
        styled = word in reading.grammar.title or word in STYLES
        if styled or (len(word) == 1 and passage.gap_before(at + 1).strip() == "."):
            part = by_word.get(at + 1)
            named = part is not None and part.entity.type == "person" and part.form == "name"
            # «بجامعة طيبة | الأستاذة فلانة», but «الجمعية بجهود | الدكتور فلان»
            named_body = at - 2 > phrase.first and flags[at - 2] & HEAD and not forms[at - 2].startswith(_DEFINITE)
            apposed = forms[at - 1].startswith(_DEFINITE) or at in reading.cast.by_last or bool(named_body)
            if part is not None and named and apposed:
                return part.first, part.last
            return _unlisted(reading, at + 1) if apposed and part is None else None
        if part is not None and part.entity.type == "person":
            return (part.first, part.last) if at > phrase.last and _ends_office(reading, part) else None
        if word in reading.grammar.preposition and word not in _SEATS:
            return None
        at = part.last if part is not None else at + 1
    return None


def _unlisted(reading: Reading, first: int) -> tuple[int, int] | None:
    """Return two to four words between a style and a clause that may be a name no list knows, or None."""
    forms, at = reading.passage.words.forms, first
    high = min(first + LONGEST, reading.passage.hi)
    while at < high and reading.is_plain(at) and may_be_name(reading, at, surname=True):
        at += 1
    spoken = at < reading.passage.hi and (forms[at] in THAT or forms[at] in BI_THAT)
    return (first, at) if spoken and at - first > 1 else None


def _ends_office(reading: Reading, part: Part) -> bool:
    """Tell whether a full name right behind a definite word or a body closes what stands before it."""
    passage, at = reading.passage, part.first
    if part.form != "name" or part.last - at < 2 or part.start != passage.words.starts[at] or part.last >= passage.hi:
        return False
    if not (passage.words.forms[at - 1].startswith(_DEFINITE) or at in reading.cast.by_last):
        return False
    following = passage.words.forms[part.last]
    return (passage.gap_before(part.last).strip()[:1] or " ") in CLOSING or following in THAT or following in BI_THAT
