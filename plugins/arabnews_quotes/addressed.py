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
_JUDGES: Final = _ADDRESSES | {"وصف", "وصفت", "يصف", "تصف", "اعتبر", "اعتبرت", "يعتبر", "تعتبر", "حمل", "حملت", "تحمل"}
"""These, and verbs whose subject is followed by what they judge."""
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
_MASDAR: Final = 5
_FIELDS: Final = frozenset({"خارجيه", "داخليه", "ماليه", "جمهوريه", "كليه", "تربيه", "جمعيه", "مديريه", "قاضي", "نادي"})
"""Nouns with the ending of an adjective: a genitive follows («وزارة خارجية كذا»)."""
_OTHER: Final = frozenset(
    {"اخر", "اخري", "اخرون", "عيان", "سابقه", "حديثه", "جديده", "مطلعه", "متطابقه", "عليمه", "موثوقه", "مختلفه"}
    | {"متخصصه", "سابق", "كبير", "بارز", "مطلع", "حديث", "موثوق"}
)
"""Adjectives without the ending of a country or field that lead to no genitive («رفيع المستوى» does)."""
_NOUNS: Final = frozenset({"الانديه", "الابنيه", "الاجهزه"})
_MANY: Final = ("ين", "ات")


def without_addressed(reading: Reading, phrase: Phrase) -> Phrase:  # noqa: PLR0911 - one case a line
    """Return a subject without the object that its verb asks for, where the words of both stand together."""
    if phrase.last - phrase.first < 2 or phrase.name is not None or phrase.first <= reading.passage.lo:
        return phrase
    forms = reading.passage.words.forms
    verb = without_conjunction(forms[phrase.first - 1])
    if verb not in _JUDGES or not reading.is_plain(phrase.first):
        return phrase
    closed = next((i for i in range(phrase.first, phrase.last) if is_definite(forms[i])), phrase.last)
    if closed > phrase.first and closed < phrase.last and _is_whole(reading, phrase, closed):
        return _until(reading, phrase, closed)
    if verb not in _ADDRESSES or any(i in reading.cast.by_word for i in range(phrase.first, phrase.last)):
        return phrase
    for i in range(closed + 1, phrase.last):
        if not reading.is_plain(i) or not is_definite(forms[i]):
            return phrase
        if _is_object(reading, phrase, i):
            return _until(reading, phrase, i)
    return phrase


def _until(reading: Reading, phrase: Phrase, last: int) -> Phrase:
    """Return a phrase that ends at word `last`."""
    noun = phrase.noun
    if noun is not None and noun.last > last:
        noun = noun._replace(last=last, end=reading.passage.words.ends[last - 1])
    return evolve(phrase, last=last, noun=noun)


def _is_whole(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether an indefinite subject is whole before a definite noun: no genitive follows its adjective or its ن.

    «وطالبت مصادر أمنية | الحكومة بـ…», «واتهم آخرون | الحراس بـ…», but «وطالب خبراء البيئة بـ…».
    """
    forms, first, noun = reading.passage.words.forms, phrase.first, phrase.noun
    if not reading.is_plain(at) or (noun is not None and noun.name_span is not None):
        return False
    if forms[at - 1].endswith("ون") and forms[at - 1] not in SINGULAR:
        return True
    word, flags = forms[at - 1], reading.nouns.words.flags[at - 1]
    if at < first + 2 or flags & (HEAD | TITLE) or not (noun is not None or reading.can_speak(phrase)):
        return False
    noun_shaped = word in _FIELDS or word.endswith("ايه") or (word[0] == "ت" and len(word) == _MASDAR)  # «تنمية»
    if noun_shaped or word in reading.grammar.preposition or not (flags & NISBA or word.endswith(("ي", "يه"))):
        return word in _OTHER
    people = noun is not None and noun.kind in {"role", "person"} and noun.number == "p"
    many = (noun is not None and noun.number == "p") or forms[first] in reading.grammar.voices
    feminine = many or forms[first].endswith(("ه", "ات"))
    return not people and word.endswith("ه") == feminine


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
