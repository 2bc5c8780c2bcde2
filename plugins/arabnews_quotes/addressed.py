"""Cuts off whom a verb that always has an object addresses from its subject: «دعا الوزير | الأندية إلى …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.wordlists import HEAD, NISBA, STATUS, TITLE

from .extent import is_definite
from .grammar import SINGULAR, without_conjunction

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_ADDRESSES: Final = frozenset(
    {"طالب", "طالبت", "دعا", "دعت", "حث", "حثت", "ناشد", "ناشدت", "ابلغ", "ابلغت", "اتهم", "اتهمت", "حذر", "حذرت"}
    | {"اخبر", "اخبرت", "شكر", "شكرت", "اوصي", "اوصت", "هنا", "هنات", "نصح", "نصحت", "وعد", "وعدت", "امر", "امرت"}
    | {"يطالب", "تطالب", "يدعو", "تدعو", "يحث", "تحث", "يناشد", "تناشد", "يتهم", "تتهم", "يحذر", "تحذر", "ينصح", "تنصح"}
)
"""Verbs whose subject is followed by whom they address, before the preposition of the matter."""
_ADJECTIVES: Final = frozenset(
    {
        "العام",
        "الاول",
        "المساعد",
        "الاعلي",
        "الجديد",
        "المكلف",
        "السابق",
        "الراحل",
        "الحالي",
        "الاسبق",
        "الشرفي",
        "الموقت",
    }
    | {"المنتخب", "المتحد", "المتحده", "المعارض", "الحاكم", "الاكبر", "الاصغر", "الكبير", "الشاب", "الاكرم", "المعروف"}
    | {"المشترك", "المنظم", "الاحمر", "الابيض", "الاخضر", "الازرق", "المستقل", "المستقيل", "المقبل", "الشهير", "المفدي"}
    | {
        "المنظمه",
        "الموقر",
        "القدير",
        "الفايز",
        "الزاير",
        "المحترم",
        "المفوض",
        "المنتدب",
        "المقيم",
        "المناوب",
        "المختص",
        "المعني",
    }
    | {"الحر", "العظمي", "الكبري", "الصغري", "العليا", "الدنيا", "الاولي", "الاخري", "الثاني", "الثالث", "الرابع"}
)
"""Words without an ending of their own that are adjectives behind a subject."""
_OF_ADJECTIVES: Final = ("ي", "يه", "تان", "يان", "يين", "تين")
_NOUNS: Final = frozenset({"الانديه", "الابنيه", "الاجهزه"})
_MANY: Final = ("ين", "ات")


def without_addressed(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a subject without the object that its verb asks for, where the words of both stand together."""
    if phrase.last - phrase.first < 2 or phrase.name is not None or phrase.first <= reading.passage.lo:
        return phrase
    forms = reading.passage.words.forms
    if without_conjunction(forms[phrase.first - 1]) not in _ADDRESSES or not reading.is_plain(phrase.first):
        return phrase
    closed = next((i for i in range(phrase.first, phrase.last) if is_definite(forms[i])), phrase.last)
    if any(i in reading.cast.by_word for i in range(phrase.first, phrase.last)):
        return phrase
    for i in range(closed + 1, phrase.last):
        if not reading.is_plain(i) or not is_definite(forms[i]):
            return phrase
        if _is_object(reading, phrase, i):
            noun = phrase.noun
            if noun is not None:
                noun = noun._replace(last=i, end=reading.passage.words.ends[i - 1]) if noun.last > i else noun
            return evolve(phrase, last=i, noun=noun)
    return phrase


def _is_object(reading: Reading, phrase: Phrase, i: int) -> bool:
    """Tell whether a definite word behind a whole subject is no adjective of it."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags[i]
    word, before = forms[i], forms[i - 1]
    if (
        not word.startswith("ال")
        or flags & (NISBA | STATUS)
        or word in _ADJECTIVES
        or (word.endswith(_OF_ADJECTIVES) and word not in _NOUNS)
    ):
        return False
    of_many = before.endswith(("ين", "ون", "ات")) and before not in SINGULAR
    if word.endswith(_MANY) and word not in SINGULAR:
        return not of_many and i <= phrase.first + 2  # «الوزير | المزارعين», «رئيس البلدية | المزارعين»
    if word.endswith("ه"):
        return bool(flags & HEAD) or word in _NOUNS  # «البلدية | الحكومة», but «الشركة المنظمة»
    return not flags & TITLE and not of_many
