"""Tells where an office is held: «مدير الري في شركة كذا», «الباحث في شؤون كذا»; not where its holder speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD, PLACE
from arabnews_quotes.text.definite import is_definite

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_OF_STATES: Final = frozenset({"وزير", "ملك", "امير", "بابا", "مفتي", "شيخ", "حاكم", "سلطان"})
"""Offices that are whole without a seat: behind «في» stands where they speak («قال الوزير في مجلس كذا»)."""
_GOVERNMENTS: Final = frozenset({"الحكومه", "حكومه"})
_CHIEFS: Final = frozenset({"رييس", "زعيم", "قايد"})
_INNER: Final = frozenset(
    {"قسم", "لجنه", "وحده", "كتله", "شعبه", "فريق", "مكتب", "دايره", "اداره", "مجلس", "مصلحه", "قطاع", "لجان", "فرع"}
)
"""What a body has within itself («رئيس قسم كذا في شركة كذا»)."""
_LEARNED: Final = frozenset(
    {"باحث", "خبير", "متخصص", "مختص", "محاضر", "اخصايي", "اختصاصي", "استشاري", "ناشط", "محلل", "اكاديمي", "مستشار"}
)
"""These have their field right behind «في» («الخبير في شؤون كذا»)."""
_SENT: Final = frozenset({"سفير", "قنصل", "ممثل", "مراسل", "مبعوث", "موفد", "منسق", "مندوب"})
"""These hold their office in a place."""
_BRANCHES: Final = frozenset({"مكتب", "سفاره", "بعثه", "قنصليه", "فرع"})
"""So do those of whom these are part («المتحدث باسم مكتب المنظمة في كذا»)."""


def holds_at(reading: Reading, phrase: Phrase, at: int, *, named: bool) -> bool:
    """Tell whether an office is held at what stands behind «في», word `at`.

    An office with the article and without a name means somebody told before («قال المسؤول في الشركة إن»).
    """
    branch = not _BRANCHES.isdisjoint(reading.passage.words.forms[phrase.first : at])
    if not (named or branch) and phrase.noun is not None and phrase.noun.article:
        return False
    forms, flags, behind = reading.passage.words.forms, reading.nouns.words.flags, at + 1
    head = phrase.noun.head if phrase.noun is not None else None
    word, before = forms[behind], forms[at - 1].removeprefix("ال")
    part = reading.cast.by_word.get(behind)
    body = bool(flags[behind] & HEAD) or (part is not None and part.entity.type == "organization")
    if head in _OF_STATES:
        return word in _GOVERNMENTS
    if head in _CHIEFS and _INNER.isdisjoint(form.removeprefix("ال") for form in forms[phrase.first : at]):
        return False
    field = before.removesuffix("ه") in _LEARNED or (at == phrase.first + 1 and head in _LEARNED)
    if body:
        return not is_definite(word) or _body_goes_on(reading, behind)
    if (head in _SENT or branch) and (flags[behind] & PLACE or (part is not None and part.entity.type == "location")):
        return True
    return field and (part is None or part.entity.type == "location")


def _body_goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a body with the article is more than that («في الجامعة الأردنية»): else one may speak there."""
    following = at + 1
    if at in reading.cast.by_word:
        return True
    return (
        following < reading.passage.hi
        and reading.is_plain(following)
        and is_definite(reading.passage.words.forms[following])
    )
