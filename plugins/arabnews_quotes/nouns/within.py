"""Tells where a preposition inside a source without a name leads: to where the source belongs, or to when it spoke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, NAMELIKE, NISBA, TITLE

if TYPE_CHECKING:
    from .phrases import Reading

_ONLINE: Final = frozenset(
    {"موقع", "مواقع", "منصه", "منصات", "وسايل", "شبكات", "تويتر", "فيسبوك", "اكس", "موقعي"}
    | {"الفيسبوك", "الفيس", "يوتيوب", "انستغرام", "المنصات", "المواقع", "الشبكات", "التواصل", "الانترنت", "السوشيال"}
)
_ENDINGS: Final = ("", "ه", "ون", "ين", "ان", "ات")
GOVERNS: Final = {
    article + stem + ending: preposition
    for preposition, stems in {
        "علي": ("مطلع", "مشرف", "قايم"),
        "في": ("مشارك", "عامل", "منخرط"),
        "عن": ("مسوول", "مسيول"),
        "الي": ("داع", "منتم", "منتسب"),
        "من": ("مقرب", "قريب"),
    }.items()
    for stem in stems
    for ending in _ENDINGS
    for article in ("", "ال")
}
"""Participles of people, and the preposition without which they say nothing («المشرفون على المشروع»)."""
TELLS_WHO: Final = frozenset(
    "ال" + stem + ending for stem in ("بالغ", "مولود", "منحدر", "متحدر") for ending in ("", "ه", "ون", "ين")
)
"""Participles that tell of somebody his age or home, as a relative clause does: no part of how he is called."""
_BACK: Final = {"علي": "عليه", "في": "فيه", "عن": "عنه", "الي": "اليه", "من": "منه"}
"""The prepositions with a pronoun («القائمون عليه», «الداعون إليها»)."""
_PRONOUNS: Final = ("", "ا", "م")
_THEIR: Final = ("هم", "هما", "هن")
_DANGERS: Final = frozenset(
    {"خطر", "خطوره", "مخاطر", "مغبه", "عواقب", "تداعيات", "تبعات", "نقص", "تفشي", "كارثه", "ازمه", "احتمال", "حدوث"}
    | {"وقوع", "تزايد", "تصاعد", "تنامي", "تفاقم", "تدهور", "اندلاع", "عدم", "اي", "محاولات", "استمرار", "موجه"}
)
"""What one warns of."""
_SEATED: Final = ("بال", "بارز")  # «مصدر بارز» has no preposition
_DONE: Final = re.compile(r"بال(?:است..ا.|ا[^ل]\w{1,2}ا.|الت.ا.|ت..ي.)\Z")
"""Masdars with ب and the article."""
_DEED: Final = re.compile(r"(?:ال)?(?:است..ا.|ا[^ل]ت.ا.|ان..ا.|ت..ي.)")
"""Masdars of the forms II, VII, VIII and X («انهيار», «ارتفاع», «استخدام», «تخريب»), with the article or without."""
_KNOWING: Final = frozenset({"صله", "علم", "اطلاع", "درايه", "معرفه"})


def are_alike(before: str, word: str) -> bool:
    """Tell whether و joins two adjectives of one kind («مصادر غربية وشرقية»)."""
    if before[-1] != word[-1]:
        return False
    return any(before.endswith(e) and word.endswith(e) and len(word) - len(e) > 3 for e in ("يه", "يين", "يون"))


def refers_within(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a preposition with a pronoun completes the participle before it («الداعون إليها»)."""
    preposition = GOVERNS.get(reading.passage.words.forms[index - 1])
    return preposition is not None and word.startswith(_BACK[preposition]) and word[4:] in _PRONOUNS


def completes(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a preposition completes the participle before it: «المشرفون | على المشروع», not «على ضرورة»."""
    forms, following = reading.passage.words.forms, index + 1
    if GOVERNS.get(forms[index - 1]) != word or following >= reading.passage.hi or not reading.is_plain(following):
        return False
    behind = forms[following]
    said = behind in reading.grammar.theme or reading.is_masdar(behind) or behind in reading.grammar.occasion
    said = said or (behind in reading.grammar.feeling and behind.endswith(("ه", "ها")))  # «أعرب المسؤول | عن قلقه»
    return not (
        said or behind.endswith(_THEIR) or behind in reading.grammar.preposition or following in reading.cast.dates
    )


def _is_feared(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a noun is what one warns of and no place or people («حذرت الصحيفة | من انهيار السد»)."""
    if word in _DANGERS:
        return True
    if index in reading.cast.by_word or word in reading.grammar.voices or word in reading.grammar.anonymous:
        return False
    if reading.nouns.words.flags[index] & (HEAD | TITLE | NAMELIKE | NISBA):
        return False
    return reading.is_masdar(word) or _DEED.fullmatch(word) is not None


def leads_within(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a preposition inside an anonymous source leads to where it belongs, not to when it spoke."""
    if word == "علي" and index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in _ONLINE:
        return True  # «حسابات على مواقع التواصل»
    if word == "علي" and index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in _KNOWING:
        return True  # «مصادر على صلة بالملف»
    if word not in {"في", "من", "لدي", "داخل"} or index + 1 >= reading.passage.hi:
        return False
    following = reading.passage.words.forms[index + 1]
    if word == "من" and _is_feared(reading, index + 1, following):
        return False
    noun = reading.nouns.read(index + 1) if reading.nouns.words.flags[index + 1] & TITLE else None
    if (noun is not None and noun.kind == "document") or following.endswith(_THEIR):
        return False  # «أشار مستخدمون في تعليقاتهم»
    occasion = reading.grammar.occasion
    timely = following in occasion or following.removesuffix("هم") in occasion or index + 1 in reading.cast.dates
    return not timely and following not in reading.grammar.preposition and not following[0].isdigit()


def may_seat(reading: Reading, word: str) -> bool:
    """Tell whether a word with ب may tell where a source belongs: «مصدر بالوزارة», not «السكان | بالاهتمام بـ…»."""
    if not word.startswith(_SEATED):
        return False
    return _DONE.match(word) is None or bool(reading.nouns.words.lexis.word(word[3:]).flags & HEAD)
