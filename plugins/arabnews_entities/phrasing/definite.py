"""Reads bodies whose noun has the article: «الهيئة العامة للطيران المدني», «الحكومة البريطانية»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.institutions import read_body
from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, HEAD, NATIONAL, NISBA, STATUS, STOP, TITLE

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

INSTITUTIONAL: Final = frozenset(
    "ال" + adjective + ending
    for adjective in ("وطني", "اسلامي", "ديمقراطي", "دولي", "عام", "مركزي", "اتحادي", "عالمي", "قومي", "ثوري", "مدني")
    for ending in ("", "ه")
) | {"الاعلي", "العليا", "السامي", "الساميه"}  # fmt: skip
"""Adjectives by which bodies are named."""
_CONTINENTAL: Final = frozenset(
    "ال" + adjective + ending
    for adjective in ("اوروبي", "اوربي", "افريقي", "اسيوي", "عربي", "خليجي", "امريكي الجنوبي")
    for ending in ("", "ه")
)
_OUTLINES: Final = frozenset({"خطوط", "موقع", "مبادره", "تنظيم"})
"""Nouns that a purpose makes no body of («الخطوط العامة للخطة»)."""
_GENERAL: Final = frozenset({"شركه", "نادي", "صحيفه", "مجله", "وكاله", "فريق", "مدرسه", "موسسه", "لواء"})
"""Nouns that with an adjective tell of what kind a body is («النادي العريق»)."""
_OF_NATIONS: Final = frozenset(
    "ال" + adjective + ending
    for adjective in ("شمالي", "جنوبي", "رسمي", "حر", "وطني", "شعبي", "متحد")
    for ending in ("", "ه")
)
"""What may stand behind the nationality of a body («الرئاسة الكورية الجنوبية», «التلفزيون المصري الرسمي»)."""
_SEATED: Final = frozenset({"السفاره", "القنصليه"})
"""Bodies whose seat belongs to their name («السفارة الأردنية في تونس»)."""
_STATES: Final = frozenset({"العاصمه", "مدينه", "جمهوريه", "دوله", "مملكه"})
_MINISTRIES: Final = frozenset({"الخارجيه", "الداخليه"})
"""What is called without its «وزارة», unless a noun stands before («السياسة الخارجية الأمريكية»)."""

_RACES: Final = frozenset({"انتخابات", "مرشح", "مرشحي", "مرشحه", "سباق", "معركه", "حمله", "كرسي", "سده", "مقعد", "الي"})
"""What the office of a president is run for."""
_FEMININE: Final = ("ه", "ات", "خطوط", "الاركان")


def end_of_definite(words: Words, at: int) -> int:
    """Return the index behind the body that a noun with the article opens, or 0 where it is none by name.

    An adjective of office tells it («الهيئة العامة»), what it is for behind an adjective, or a nationality.
    """
    if not words.spaced[at] or not words.flags[at + 1] & DEFINITE or words.words[at + 1].peel:
        return 0
    stem, adjective = words.words[at].stem, words.words[at + 1].stem
    nation = end_of_nation(words, at)
    if not words.flags[at] & HEAD:
        return nation
    head = stem[2:]
    last = read_body(words, at)
    ruling = adjective in INSTITUTIONAL
    purpose = next((i for i in range(at + 2, last) if words.table.forms[i][0] == "ل"), 0)
    loose = head in words.lexis.loose_heads
    if purpose:
        named = (ruling or nation or adjective in _CONTINENTAL) and head not in _OUTLINES
        return last if named or not loose else 0
    named = ruling and last > at + 1 and not loose and head not in words.lexis.ordinary_heads
    return nation or (last if named else 0)


def end_of_nation(words: Words, at: int) -> int:
    """Return the index behind a nationality that makes a noun with the article a body's name, or 0.

    «الحكومة البريطانية», «الجيش السوري الحر», «السفارة الأردنية في تونس»; with an adjective before it «القوات
    المسلحة المصرية».
    """
    if not words.flags[at] & NATIONAL:
        return 0
    stem = words.words[at].stem
    if at and words.spaced[at - 1] and _means_another(words, at, stem):
        return 0
    last = at + 1
    adjective = words.flags[last]
    if adjective & COMMON and not adjective & (NISBA | STATUS | TITLE | HEAD | STOP) and _relational(words, last):
        last += 1
    agreement = "fs" if stem.endswith(_FEMININE) else "ms"
    if not words.spaced[last - 1] or not _is_national(words, last, agreement):
        return 0
    last += 1
    more = words.spaced[last - 1] and not words.words[last].peel
    if more and (words.words[last].stem in _OF_NATIONS or _is_national(words, last, agreement)):
        last += 1  # «البنك المصري اليوناني»
    return _end_of_seat(words, last) if stem in _SEATED else last


def _means_another(words: Words, at: int, stem: str) -> bool:
    """Tell whether the word before a noun makes it no body («السياسة الخارجية الأمريكية», «مرشح الرئاسة الأمريكية»)."""
    if stem in _MINISTRIES:
        return bool(words.flags[at - 1] & (TITLE | HEAD | DEFINITE) and not words.words[at].peel)
    return stem == "الرياسه" and words.words[at - 1].stem in _RACES


def _is_national(words: Words, at: int, agreement: str) -> bool:
    """Tell whether a word is a nationality with the article and no more («البريطانية»), in a gender and number."""
    word = words.words[at]
    if not words.flags[at] & NISBA or not words.flags[at] & DEFINITE or word.peel:
        return False
    found = words.lexis.nations.get(word.stem[2:])
    return found is not None and found[1] == agreement


def _relational(words: Words, at: int) -> bool:
    stem = words.words[at].stem
    return not words.words[at].peel and bool(words.flags[at] & DEFINITE) and stem.endswith(("ي", "يه", "المسلحه"))


def _end_of_seat(words: Words, last: int) -> int:
    """Return the index behind the place where an embassy is («في تونس», «بالعاصمة تونس»), or `last`."""
    if not words.spaced[last - 1]:
        return last
    at = last
    if words.table.forms[at] == "في":
        at += 1
    elif not (words.words[at].peel == 1 and words.table.forms[at][0] == "ب"):
        return last
    if words.words[at].stem in _STATES and words.spaced[at]:
        at += 1
    found = words.place(at) if words.spaced[at - 1] and (at == last or not words.words[at].peel) else None
    return found[1] if found is not None and found[0].kind != "organization" else last
