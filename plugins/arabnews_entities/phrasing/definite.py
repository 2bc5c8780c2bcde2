"""Reads bodies whose noun has the article: «الهيئة العامة للطيران المدني», «الحكومة البريطانية»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.institutions import read_body
from arabnews_entities.phrasing.purposes import OF_BODIES
from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, HEAD, KNOWN, NATIONAL, NISBA, STATUS, STOP, TITLE

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
    for adjective in ("اوروبي", "اوربي", "افريقي", "اسيوي", "عربي", "خليجي")
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
_ORGANS: Final = frozenset({"امانه", "مكتب", "مجلس", "لجنه", "هييه", "جمعيه", "مركز"})
"""Nouns of bodies that may belong to another («الأمانة العامة للاتحاد»)."""
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
    nation = _end_of_nation(words, at) or _end_of_pair(words, at)
    if not words.flags[at] & HEAD:
        return nation
    head = stem[2:]
    organ = _end_of_organ(words, at) if head in _ORGANS else 0
    if organ:
        return organ
    last = read_body(words, at)
    ruling = adjective in INSTITUTIONAL
    purpose = next((i for i in range(at + 2, last) if words.table.forms[i][0] == "ل"), 0)
    loose = head in words.lexis.loose_heads
    if purpose:
        named = (ruling or nation or adjective in _CONTINENTAL) and head not in _OUTLINES
        return last if named or not loose else 0
    named = ruling and last > at + 1 and not loose and head not in words.lexis.ordinary_heads
    return nation or (last if named else 0)


def _end_of_pair(words: Words, at: int) -> int:
    """Return the index behind a noun and the adjective that together name a body («المحكمة الدستورية العليا»), or 0."""
    if (words.words[at].stem, words.words[at + 1].stem) not in words.lexis.pairs:
        return 0
    last = at + 2
    if not words.spaced[last - 1] or words.words[last].peel:
        return last
    agreement = "fs" if words.words[at].stem.endswith(_FEMININE) else "ms"
    return last + (words.words[last].stem in INSTITUTIONAL or _is_national(words, last, agreement))


def _end_of_organ(words: Words, at: int) -> int:  # noqa: PLR0911 - one test a line
    """Return the index behind an organ and the body whose it is («المكتب الإعلامي للجيش»), or 0."""
    of = at + 2
    if at and words.spaced[at - 1] and words.flags[at - 1] & TITLE:
        return 0  # «رئيس المكتب السياسي للحركة»
    if not words.spaced[of - 1] or of >= words.count or not words.words[at + 1].stem.endswith(OF_BODIES):
        return 0
    flag, form = words.flags[of], words.table.forms[of]
    if form[0] != "ل" or not words.words[of].peel or not flag & (HEAD | KNOWN | NATIONAL) or flag & TITLE:
        return 0
    found = words.place(of)
    if found is not None and found[0].kind == "organization":
        return found[1]
    if not flag & (HEAD | NATIONAL):
        return 0
    if not flag & DEFINITE:
        last = read_body(words, of) if flag & HEAD else 0
        return last if last > of + 1 else 0
    last = end_of_definite(words, of)
    if not last:
        last = of + 1 + (words.spaced[of] and _relational(words, of + 1))
    return last


def _end_of_nation(words: Words, at: int) -> int:
    """Return the index behind a nationality that makes a noun with the article a body's name, or 0.

    «الحكومة البريطانية», «الجيش السوري الحر», «السفارة الأردنية في تونس»; with an adjective before it «القوات
    المسلحة المصرية».
    """
    stem = words.words[at].stem
    direct = words.flags[at] & NATIONAL
    if not direct and (stem[2:] in _GENERAL or stem[2:] in words.lexis.loose_heads):
        return 0
    if at and words.spaced[at - 1] and _means_another(words, at, stem):
        return 0
    last = at + 1
    adjective = words.flags[last]
    if adjective & COMMON and not adjective & (NISBA | STATUS | TITLE | HEAD | STOP) and _relational(words, last):
        last += 1
    elif not direct:
        return 0  # «المجلس الثقافي البريطاني» is a name, «البنك البريطاني» any bank
    agreement = "fs" if stem.endswith(_FEMININE) else "ms"
    if not words.spaced[last - 1]:
        return 0
    if not _is_national(words, last, agreement):
        continental = last > at + 1 and words.words[last].stem in _CONTINENTAL and not words.words[last].peel
        return last + 1 if continental else 0  # «المجلس الوزاري الأوروبي»
    last += 1
    more = words.spaced[last - 1] and not words.words[last].peel
    if more and (words.words[last].stem in _OF_NATIONS or (stem != "المنتخب" and _is_national(words, last, agreement))):
        last += 1  # «اللجنة المصرية اليونانية»
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
