"""Tells where a preposition inside a source without a name leads: to where the source belongs, or to when it spoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .phrases import Reading

_ONLINE: Final = frozenset({"موقع", "مواقع", "منصه", "منصات", "وسايل", "شبكات", "تويتر", "فيسبوك", "اكس", "موقعي"})
_KNOWING: Final = frozenset({"صله", "علم", "اطلاع", "درايه", "معرفه"})


def leads_within(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a preposition inside an anonymous source leads to where it belongs, not to when it spoke."""
    if word in {"علي", "عبر"} and index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in _ONLINE:
        return True  # «حسابات على مواقع التواصل»
    if word == "علي" and index + 1 < reading.passage.hi and reading.passage.words.forms[index + 1] in _KNOWING:
        return True  # «مصادر على صلة بالملف»
    if word not in {"في", "من", "لدي", "داخل"} or index + 1 >= reading.passage.hi:
        return False
    following = reading.passage.words.forms[index + 1]
    noun = reading.nouns.read(index + 1)
    if noun is not None and noun.kind == "document":
        return False
    occasion = reading.grammar.occasion
    timely = following in occasion or following.removesuffix("هم") in occasion or index + 1 in reading.cast.dates
    return not timely and following not in reading.grammar.preposition and not following[0].isdigit()
