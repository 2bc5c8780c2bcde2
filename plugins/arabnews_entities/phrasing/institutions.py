"""Reads the names of organisations that a head noun opens: «وزارة الموارد المائية», «حزب الوسط»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.closing import KIN
from arabnews_entities.naming.names import read_name, units_of
from arabnews_entities.phrasing.purposes import SPORT, purpose, second_field
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    DEFINITE,
    GIVEN,
    HEAD,
    LINK,
    NAMELIKE,
    NISBA,
    PLACE,
    STATUS,
    STOP,
    TITLE,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

LONGEST_BODY: Final = 14
MASDAR: Final = re.compile("(?:ال)?(?:ت..ي.|ت.ا[^ي].|ا.{2,4}ا.)")
"""How nouns of action and some plurals are shaped: adjectives are not."""


def read_body(words: Words, index: int) -> int:  # noqa: C901, PLR0912 - one case a kind of word
    """Return the index behind the name of an organisation that a head noun opens («وزارة الموارد المائية»).

    A head with the article is closed: adjectives alone go on. An open one takes a genitive, which closes it.
    """
    stem = words.words[index].stem
    if stem in _AGENCIES and (named := _news_agency(words, index)):
        return named
    at, closed, safe = index + 1, stem.startswith("ال"), index + 1
    limit = min(words.count, index + LONGEST_BODY)
    while at < limit and words.spaced[at - 1]:
        if words.flags[at] & STOP or (words.flags[at] & LINK and not words.flags[at] & DEFINITE):
            break
        if closed:
            if _adjective_goes_on(words, at, at == safe, limit):
                at += 1
            elif at == safe and (field := second_field(words, index, at)):
                at = field
            elif for_what := purpose(words, index, at):
                if words.table.forms[at] == SPORT:
                    return for_what  # «… لكرة القدم | السويسري فلان»
                at = for_what
            else:
                break
        elif at == index + 1 and (named := proper_name(words, index)):
            at, closed = named, True
        else:
            at, closed, going = _genitive(words, at)
            if not going:
                break
            if not closed:
                continue
        safe = at
    return safe


_AGENCIES: Final = ("وكاله", "الوكاله")
_FOR_NEWS: Final = "للانباء"
_LONGEST_AGENCY: Final = 4


def _news_agency(words: Words, index: int) -> int:
    """Return the index behind «للأنباء», with which names of agencies end («وكالة الضفاف الجديدة للأنباء»), or 0."""
    forms, at = words.table.forms, index + 1
    while at <= index + _LONGEST_AGENCY and at < words.count and words.spaced[at - 1]:
        if forms[at] == _FOR_NEWS:
            return at + 1
        if words.flags[at] & STOP:
            return 0
        at += 1
    return 0


NAMED: Final = frozenset(
    ["شركه", "موسسه", "بنك", "مصرف", "معهد", "جامعه", "مستشفي", "كليه", "اكاديميه", "مختبر", "مركز", "مجموعه", "وكاله"]
)
"""Nouns whose own name may be of several words («شركة براون جيمس لويد»)."""
_MOST_NAMES: Final = 5


def proper_name(words: Words, index: int) -> int:
    """Return the index behind the proper name of several words that stands right behind a head noun, or 0.

    All is the name up to a word that the lists know for another, with «آند» in the middle.
    """
    at = index + 1
    if words.words[index].stem not in NAMED or words.words[at].peel or words.flags[at] & DEFINITE:
        return 0
    limit = min(words.count, at + _MOST_NAMES)
    while at < limit and words.spaced[at - 1] and _foreign_word(words, at):
        at += 1
    if words.table.forms[at - 1] in _AND or (at == index + 2 and words.flags[index + 1] & GIVEN):
        return 0
    return at if at > index + 1 else 0


_AND: Final = frozenset({"اند", "انده", "اوف"})


def _foreign_word(words: Words, at: int) -> bool:
    """Tell whether a word is a name or one that no list knows: without the article, and no verb."""
    flag, form = words.flags[at], words.table.forms[at]
    if form in _AND:
        return True
    if flag & NAMELIKE:
        return not flag & (DEFINITE | STOP | TITLE) and not words.words[at].peel
    return not flag and len(form) > 2 and not form.startswith(_VERBAL)


_VERBAL: Final = ("ي", "سي", "ست")
"""How verbs that no list knows begin."""


def foundation(words: Words, at: int) -> bool:
    """Tell whether «مؤسسة» is a body: no «مؤسسه», his founder, and no woman who founded something («… سلمى العلي»)."""
    if words.words[at].stem != "موسسه" or words.title(at) is not None or at + 1 >= words.count:
        return False
    behind = words.table.forms[at + 1] if words.spaced[at] and words.gap(at + 1)[:1] != "." else ""
    ordinary = words.flags[at + 1] & (COMMON | DEFINITE) == COMMON and not governs(words, at + 1)
    if behind and (ordinary or (behind.endswith("يه") and not behind.startswith("ال"))):
        return False  # «مؤسسة سياسية»
    last = read_body(words, at)
    named = last < words.count and words.flags[last] & NAMELIKE and not words.flags[last] & COMMON
    return not (
        named and at + 1 < last <= at + _SHORT and (words.spaced[last - 1] or words.gap(last - 1) in {"،", ","})
    )


_SHORT: Final = 3


def _adjective_goes_on(words: Words, at: int, first: bool, limit: int) -> bool:  # noqa: FBT001, PLR0911 - one test a line
    """Tell whether a closed name takes the word at an index: an adjective, or و with a further genitive."""
    flag, word = words.flags[at], words.words[at]
    if not flag & DEFINITE:
        return False
    if not word.peel:
        if flag & HEAD or word.stem in words.lexis.asides or MASDAR.fullmatch(word.stem):
            return False
        before = words.words[at - 1].stem
        if word.stem.endswith("ات") and not (before.endswith("ات") and word.stem.endswith("يات")):
            return False  # an object («التصريحات», «المديرية العامة للجوازات | المؤسسات»)
        if before.endswith("يه") and word.stem[-1] not in "هاي" and not flag & NISBA:
            return False  # «حثت منظمة العفو الدولية | المجتمع»
        if not flag & (COMMON | NISBA) or flag & (STATUS | TITLE):
            return False
        return not (first and word.stem[-1] != "ي" and _closed_by_town(words, at) and not _describes(word.stem, flag))
    joins = flag & COMMON and not flag & (HEAD | TITLE) and words.table.forms[at][0] == "و" and first
    joins = joins and at + 1 < limit and words.spaced[at]
    return bool(joins and words.flags[at + 1] & DEFINITE)


def _closed_by_town(words: Words, at: int) -> bool:
    """Tell whether the word before is a place («نظمت جامعة القاهرة | المؤتمر»)."""
    place = words.place(at - 1) if words.flags[at - 1] & PLACE else None
    return place is not None and place[1] == at


def _describes(stem: str, flag: int) -> bool:
    """Tell whether a word with the article describes a body of a town, and is not what the body does or has."""
    return stem.endswith("يه") or bool(flag & NISBA) or stem in _OF_TOWNS


_OF_TOWNS: Final = frozenset({"المفتوحه", "القابضه", "المتحده", "الموحد", "المحتل", "المحتله"})
"""Adjectives without ي in names that a town closes («جامعة القدس المفتوحة»)."""


def _genitive(words: Words, at: int) -> tuple[int, bool, bool]:  # noqa: PLR0911 - one case a kind of word
    """Return the index behind a genitive, whether it closes the name, and whether there is one at all."""
    flag, word = words.flags[at], words.words[at]
    region = words.words[at - 1].stem in _REGIONS and not flag & (DEFINITE | STOP | NISBA | TITLE | HEAD)
    if region and (word.peel or words.place(at) is None):
        return at + 1, True, True  # «مجلس محافظة بابل»
    if word.peel:
        return at, False, False
    found = words.place(at)
    if found is not None:
        return found[1], True, True
    if flag & DEFINITE:
        return (flag & TITLE and patron_end(words, at)) or at + 1, True, True
    if flag & COMMON and word.stem[0] != "ي" and not _past(words, at) and governs(words, at):
        return at + 1, False, True
    if not flag & (COMMON | NAMELIKE):
        return at + 1, True, True
    return at, False, False


def _past(words: Words, at: int) -> bool:
    """Tell whether a noun that seems to govern is a verb with ت («عززت») rather."""
    stem = words.words[at].stem
    verb = len(stem) > 3 and stem[-1] == "ت" and stem[-2] not in "اوي"
    return verb and bool(words.lexis.table.get(stem[:-1], 0) & COMMON)


_REGIONS: Final = frozenset(["محافظه", "مدينه", "ولايه", "بلده", "قريه", "منطقه", "اقليم", "مقاطعه", "قضاء"])
"""What stands before the name of a place, listed or not («مجلس محافظة كذا»)."""


def governs(words: Words, at: int) -> bool:
    """Tell whether a bare noun governs what follows it: a definite noun, a place, or another such noun."""
    for step in (1, 2):
        if not words.spaced[at + step - 1] or at + step >= words.count:
            return False
        flag, word = words.flags[at + step], words.words[at + step]
        region = words.words[at + step - 1].stem in _REGIONS
        if flag & STOP or (word.peel and not region):
            return False
        if flag & (DEFINITE | PLACE | HEAD) or region:
            return True
        if not flag & COMMON:
            return False
    return False


_NAMED_AFTER: Final = frozenset({"جامعه", "كليه", "معهد", "مدرسه", "مستشفي", "ثانويه", "اكاديميه"})
"""Bodies that are named after holders of offices too («جامعة القاضي عياض»)."""


def patron_end(words: Words, at: int) -> int:
    """Return the index behind whom a body is named after («جامعة الملك سعود»), or 0: one name and its fathers."""
    title = words.title(at)
    if title is None or at + 1 >= words.count or not words.flags[at + 1] & (NAMELIKE | LINK):
        return 0
    if title.kind != "honorific" and not (at and words.words[at - 1].stem in _NAMED_AFTER):
        return 0
    units = units_of(words, at + 1, read_name(words, at + 1, titled=True))
    behind = 0
    for first, last in units:
        if behind and words.words[first].stem not in KIN:
            break
        behind = last
    return behind
