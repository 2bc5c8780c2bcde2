"""Finds the office that stands before an honorific, where more than adjectives lies between.

«سفير فلان لدى الأردن الدكتور سامي العلي» is read as an office without a name and a doctor; that the ambassador is the
doctor shows where nothing but what belongs to the office stands between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.phrasing.offices import read_role
from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    HEAD,
    KNOWN,
    NAMELIKE,
    NUMBER,
    PARTICLE,
    PLACE,
    TITLE,
    VERB,
)

if TYPE_CHECKING:
    from arabnews_entities.naming.namings import Naming
    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words

FARTHEST: Final = 16
"""An office begins so many words before the honorific at the most."""
_INNER: Final = SPEAKS_FOR | {"في", "علي", "لدي", "عام"}
"""Particles within an office."""
_GAPS: Final = frozenset({"", "(", ")", "«", "»", '"', "“", "”"})
_RULERS: Final = frozenset({"ملك", "امير", "سلطان", "امام", "نبي"})
"""Titles under which streets and universities are named as well."""


def with_offices(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names, in the order of the text, with the offices before honorifics («مفتي … الشيخ فلان»)."""
    taken = {i for n in names for i in range(n.first, n.last)}
    return [_with_office(words, n, taken) for n in names]


def outside_offices(words: Words, phrases: list[NounPhrase], names: list[Naming]) -> list[NounPhrase]:
    """Return the role phrases but for those that stand before a name as its office: no mentions of their own."""
    covered: set[int] = set()
    for n in names:
        span = n.phrase.role_span if n.phrase is not None else None
        if span is not None and n.phrase is not None and span[0] < words.table.starts[n.phrase.first]:
            covered.update(range(words.table.at(span[0]), n.first))
    return [p for p in phrases if p.first not in covered] if covered else phrases


def _with_office(words: Words, n: Naming, taken: set[int]) -> Naming:
    phrase = n.phrase
    if phrase is None or phrase.office or phrase.relation or phrase.role_span is None or phrase.role_span[0] >= n.start:
        return n
    title = words.title(phrase.first)
    if title is None or title.kind != "honorific" or title.number != "s" or not title.definite:
        return n
    at = _office_before(words, phrase.first, taken)
    role = read_role(words, at) if at >= 0 else None
    if role is None or not role.closed or role.relation or not role.office or role.title.number != "s":
        return n
    return n._replace(
        phrase=phrase._replace(
            head=role.title.lemma, gender=role.title.gender or phrase.gender, country=role.country or phrase.country,
            status=role.status or phrase.status, office=role.office, role_span=(words.begin(at), phrase.role_span[1]),
        )
    )  # fmt: skip


def _office_before(words: Words, first: int, taken: set[int]) -> int:
    """Return where the office begins that leads up to a word, or -1: the first head of its clause."""
    found, flags = -1, words.flags
    if _honours_another(words, first):
        return found
    for at in range(first - 1, max(-1, first - 1 - FARTHEST), -1):
        gap = "" if words.spaced[at] else words.gap(at)
        if at in taken or (gap not in _GAPS and not (gap == "،" and at == first - 1)):
            break
        flag, word = flags[at], words.words[at]
        if flag & (CUE | NUMBER) or (flag & (VERB | PARTICLE) and word.stem not in _INNER):
            break
        title = words.title(at) if flag & TITLE else None
        if title is not None and title.kind == "office" and title.number == "s" and title.lemma not in _RULERS:
            if word.peel and words.table.forms[at][0] != "و":
                break
            found = at
            if word.peel:
                break
    return found


def _honours_another(words: Words, first: int) -> bool:
    """Tell whether a preposition, or a noun that one leads to, stands before an honorific: another holds the office.

    «رحب المدير بالدكتور فلان», «رد المدير على الشيخ فلان», «أشاد المدير بجهود الدكتور فلان», but «مدير كذا بالشمال
    الدكتور فلان».
    """
    if words.words[first].peel and words.table.forms[first][0] in _LEADING:
        return True
    if first < 1 or not words.spaced[first - 1]:
        return False
    flag, word, form = words.flags[first - 1], words.words[first - 1], words.table.forms[first - 1]
    if flag & PARTICLE:
        return form in _PREPOSITIONS
    return bool(word.peel and form[0] in _LEADING and flag & COMMON) and not flag & _MORE_THAN_COMMON


_LEADING: Final = frozenset("بلك")
_PREPOSITIONS: Final = frozenset({"علي", "عن", "الي", "من", "مع", "في"})
_MORE_THAN_COMMON: Final = HEAD | PLACE | KNOWN | NAMELIKE | DEFINITE
