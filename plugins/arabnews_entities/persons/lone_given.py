"""Gives a given name that stands alone behind a title its surname, where that is an ordinary word elsewhere.

«الدكتور عادل الزورق في كذا»: who is introduced by a title is named by two words; one who is called by a given name
alone bears a surname elsewhere in the article, or is a ruler. An ordinary word behind a given name is a surname, too,
where somebody speaks under it elsewhere («سعد بساطة …. وأوضح بساطة أن»).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import sealed
from arabnews_entities.naming.manner import tells_how
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.phrasing.institutions import MASDAR
from arabnews_entities.vocabulary.flags import (
    ABBREVIATED,
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    NUMBER,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

_RULERS: Final = frozenset(
    ["ملك", "ملكه", "امير", "اميره", "سلطان", "امام", "نبي", "بابا", "خليفه", "شيخ", "قيصر", "قديس", "قديسه", "رسول",
     "ام", "اب", "نجل", "زوجه", "ابنه", "ملكات"]
)  # fmt: skip
"""Titles of those who are called by a given name alone."""
_NEVER: Final = STOP | NISBA | STATUS | PLACE | HEAD | KNOWN | NUMBER | ABBREVIATED
_OBJECT: Final = re.compile(
    "ال(?:.*(?:ين|ون|ات|اء|تان|يه)|(?:ا(?:كبر|صغر|عظم|فضل|ول|ولي|خير|شهر|برز|قرب|وسط|خر|خرين))|م.{2,4}|ناس|جميع|جمهور"
    "|حضور|شعب|قادم|ماضي|حالي|حاضر|حاصل|ذي|تي|فوز|هدف|يوم|عام|شهر|اسبوع|كره|تعادل|جديد|شاب|كبير|راحل|بالغ)"
)
"""With the article, what a verb governs, or what tells more of somebody, rather than a surname."""


def with_lone_surnames(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names, in the order given, with the surnames behind given names that stand alone behind a title."""
    if not any(_lone(words, n) or _strange(words, n) for n in names):
        return names
    full = {n.key[0] for n in names if len(n.key) > 1}
    taken = {n.first for n in names}
    longer = []
    for n in names:
        alone = _lone(words, n) and n.key[0] not in full and n.last not in taken
        last = _surname(words, n) if alone else 0
        if not last and len(n.key) == 1 and n.key[0] not in full and n.last not in taken and _strange(words, n):
            last = n.last + 1
        longer.append(naming(words, n.first, last, n.rule, n.phrase) if last else n)
    return longer


def _lone(words: Words, n: Naming) -> bool:
    """Tell whether a name is a given name alone, and a word stands behind it."""
    if n.rule != "title-name" or len(n.key) != 1 or n.last >= words.count or not words.spaced[n.last - 1]:
        return False
    flag = words.flags[n.first]
    return bool(flag & (GIVEN | LINK)) and not flag & FAMOUS


def _strange(words: Words, n: Naming) -> bool:
    """Tell whether behind a name of one word stands another that begins as with a clitic («ريشتارد فوتري، رئيس كذا»).

    What would be left without the clitic is in no list, or the first is a foreigner's; and the phrase ends there, or an
    office begins.
    """
    at = n.last
    if at - n.first != 1 or at >= words.count or not words.spaced[at - 1] or not words.words[at].peel:
        return False
    form, flag, before = words.table.forms[at], words.flags[at], words.flags[n.first]
    if form[0] not in "بفكل" or flag & ~(COMMON | CUE | STOP) or before & (FAMOUS | DEFINITE | COMMON):
        return False
    listed = form[1:] in words.lexis.table and (form[0] in "بك" or (before != 0 and not before & NAME))
    if len(form) < _LEAST or listed or form.endswith(_PRONOUNS) or tells_how(words, form):
        return False
    if sealed(words, at):
        return True
    following = words.flags[at + 1] if at + 1 < words.count and words.spaced[at] else 0
    return bool(following & TITLE and not following & STOP and not words.words[at + 1].peel)


_LEAST: Final = 4


def _surname(words: Words, n: Naming) -> int:  # noqa: PLR0911 - one reason after the other
    """Return the index behind the surname that stands behind a given name, or 0."""
    phrase, at = n.phrase, n.last
    flag, form = words.flags[at], words.table.forms[at]
    if phrase is None or phrase.number != "s" or phrase.head is None or phrase.first >= n.first:
        return 0
    if phrase.head in _RULERS or words.words[n.first - 1].stem.removeprefix("ال") in _RULERS:
        return 0
    if flag & _NEVER & ~(PLACE if flag & WEAK else 0) or words.words[at].peel or not flag & COMMON:
        return 0
    if words.flags[n.first] & GIVEN and words.flags[n.first] & NAME:
        # a foreign name: no word that is listed itself
        known = words.lexis.table.get(form, 0) & COMMON or flag & (TITLE | DEFINITE)
        return 0 if known or tells_how(words, form) or form.endswith(_PRONOUNS) else at + 1
    if not flag & DEFINITE:
        return at + 1 if _noun_alone(words, at) else 0
    if _OBJECT.fullmatch(form) or MASDAR.fullmatch(form[2:]):
        return 0
    following = words.flags[at + 1] if words.spaced[at] and not words.words[at + 1].peel else 0
    if form[-1] == "ي" and words.table.forms[at + 1 : at + 2] == ("في",):
        return 0  # «فلان القيادي في كذا»
    opened = not words.spaced[at] or following & (TITLE | DEFINITE) == TITLE | DEFINITE or _told(words, at + 1)
    if flag & TITLE and not flag & WEAK and not opened:
        return 0
    return at + 1 + (form in _OPENING and bool(following & NAMELIKE))


def _noun_alone(words: Words, at: int) -> bool:
    """Tell whether an ordinary word without the article is no verb, no object and governs nothing («سامي برميل في»)."""
    flag, form, table = words.flags[at], words.table.forms[at], words.lexis.table
    if flag & TITLE or form[0] in _VERBAL or form[-1] in _ENDINGS or form.endswith(("ين", "ون", "ات", "ان", "اء")):
        return False
    if len(form) < _SHORTEST or "ي" + form in table or words.words[at].cue is not None:
        return False
    if not words.spaced[at]:
        return True
    following = words.flags[at + 1]
    return bool(following & (STOP | TITLE) or words.words[at + 1].peel) and not following & NUMBER


_VERBAL: Final = frozenset("ايو")
_ENDINGS: Final = frozenset("اته")
_SHORTEST: Final = 3


def _told(words: Words, at: int) -> bool:
    """Tell whether a relative pronoun stands at a word: somebody was named before it."""
    return words.table.forms[at] in {"الذي", "التي"}


_PRONOUNS: Final = ("وا", "ها", "هم", "ته", "ات")
_OPENING: Final = frozenset({"الحاج", "الشيخ", "السيد"})
"""Surnames that go on with a given name («الحاج سعيد»)."""


def with_surnames(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names with the surname behind them by which alone somebody is called elsewhere («قال مندورة»)."""
    forms, flags = words.table.forms, words.flags
    alone = {forms[n.first] for n in names if n.last - n.first == 1 and not flags[n.first] & GIVEN}
    alone |= {forms[n.last] for n in names if n.last - n.first <= _MOST_CUT and _speaks_elsewhere(words, n.last)}
    if not alone:
        return names
    taken = {n.first for n in names}
    return [
        naming(words, n.first, n.last + 1, n.rule, n.phrase)
        if n.last < words.count and forms[n.last] in alone and words.spaced[n.last - 1] and n.last not in taken
        and not words.words[n.last].peel and flags[n.first] & GIVEN and n.last - n.first <= _MOST_CUT
        else n
        for n in names
    ]  # fmt: skip


def _speaks_elsewhere(words: Words, at: int) -> bool:
    """Tell whether an ordinary word behind a given name is who says something elsewhere, alone («أوضح بساطة أن»)."""
    if at >= words.count or not words.spaced[at - 1] or words.words[at].peel:
        return False
    if not words.flags[at - 1] & GIVEN and words.words[at - 2].stem != "بن":
        return False
    form = words.table.forms[at]
    if words.flags[at] & (COMMON | _NO_FAMILY) != COMMON or (form[-1] == "ا" and not words.flags[at] & DEFINITE):
        return False
    for place in words.positions(form):
        if place and place != at and words.spaced[place - 1] and words.flags[place - 1] & CUE:
            cue = words.words[place - 1].cue
            sure = cue is not None and any(one.strength == "A" and one.finite for one in cue.forms)
            if sure and words.spaced[place] and _clause_follows(words, place + 1):
                return True
    return False


def _clause_follows(words: Words, at: int) -> bool:
    """Tell whether «أن» stands at a word, or behind the preposition there («شدد مدني على أن»).

    What has the article may be an object before a preposition («لفت الانتباه إلى أن»).
    """
    forms = words.table.forms
    if forms[at] in _THAT:
        return True
    led = forms[at] in {"علي", "الي"} and words.spaced[at] and not words.flags[at - 1] & DEFINITE
    return led and forms[at + 1] in _THAT


_NO_FAMILY: Final = STOP | TITLE | HEAD | PLACE | NISBA | STATUS | KNOWN
_THAT: Final = frozenset({"ان", "انه", "انها", "بان"})
_MOST_CUT: Final = 3
"""Longer names are whole."""
