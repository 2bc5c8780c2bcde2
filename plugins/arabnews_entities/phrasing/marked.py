"""Reads names of bodies in quotation marks or brackets: behind their noun, behind their whole name, behind a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    NUMBER,
    PARTICLE,
    PLACE,
    STATUS,
    STOP,
    TITLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from arabnews_entities.vocabulary.words import Words

_LONGEST: Final = 6
_LONGEST_APPOSED: Final = 4
_TWICE: Final = 2
"""A name that is a short word of the lists too («إيني») stands so often in the text."""
_CLAUSE_STARTS: Final = frozenset({"ان", "انه", "انها", "لن", "لم", "سوف", "قد", "ليس"})
"""Words by which what stands in quotation marks is a clause, no name."""
_ADDRESS: Final = frozenset({"www", "http", "https"})
_NO_KINDS: Final = frozenset({"باسم", "بعنوان", "اسمها", "اسمه", "رقم"})
_CLOSERS: Final = {"«": "»”", '"': '"»”', "“": "”»", "”": "“»”", "'": "'»”", "''": "'»”", "(": ")"}
_INSIDE: Final = frozenset({".", "-", "–", "&", "'", "’", "+"})
"""What may stand between the words of a name («سي.بي.إس»)."""


def name_in_marks(words: Words, at: int) -> tuple[int, int] | None:
    """Return the index behind a short name in marks that starts behind a word, and the offset behind its mark."""
    if at + 1 >= words.count:
        return None
    gap = words.text[words.end(at) : words.table.starts[at + 1]]
    closers = _CLOSERS.get(gap.strip()) if len(gap) < 4 else None
    if closers is None:
        return None
    for last in range(at + 2, min(at + 2 + _LONGEST, words.count + 1)):
        end = words.end(last - 1)
        mark = words.text[end : end + 1]
        if mark and mark in closers:
            return last, end + 1 + (words.text[end : end + 2] == "''")
        form = words.words[last - 1].stem
        if (
            words.flags[last - 1] & CUE
            or form in _ADDRESS
            or (form in _CLAUSE_STARTS and (form != "ان" or last == at + 2))
        ):
            return None  # but «سي إن بي سي»
        if last < words.count and not words.spaced[last - 1] and words.gap(last - 1) not in _INSIDE:
            return None
    return None


def behind_noun(words: Words, at: int) -> tuple[int, int] | None:
    """Return the end of the name in marks right behind a head noun, as `name_in_marks` («صحيفة "النهر"»)."""
    found = name_in_marks(words, at)
    if found is None or words.text[found[1] - 1] != ")" or found[0] > at + 2:
        return found
    flag, form = words.flags[at + 1], words.table.forms[at + 1]
    kind = flag & COMMON and not flag & (NISBA | PLACE | KNOWN | DEFINITE) and form.endswith(("ه", "ي", "ات", "ين"))
    return None if kind else found  # «شركة (خاصة)»


def behind_name(words: Words, last: int, taken: AbstractSet[int]) -> tuple[int, int] | None:
    """Return the end of a proper name in marks right behind a body's name («شركة الطاقة الفلانية "زلدران"»)."""
    found = name_in_marks(words, last - 1)
    if found is None or found[0] > last + _LONGEST_APPOSED or not taken.isdisjoint(range(last, found[0])):
        return None
    flags = words.flags[last : found[0]]
    form = words.table.forms[last]
    if flags[0] & PLACE or any(flag & (NUMBER | NISBA | TITLE | STOP) for flag in flags):
        return None
    if len(form) < _TWICE or (words.words[last].peel and not flags[0] & KNOWN):
        return None  # «المنتخب الوطني "ب"», «(بالقرية)»
    ordinary = any(flag & COMMON and not flag & (KNOWN | NAMELIKE) for flag in flags)
    again = len(words.positions(form)) + len(words.positions("ال" + form)) >= _TWICE
    if ordinary and (len(flags) > 1 or form[-1] in "يه" or not again):
        return None  # a short name of the lists of words («إيني») comes again
    return found


def behind_kind(words: Words, at: int, taken: AbstractSet[int]) -> tuple[int, int] | None:
    """Return the end of a name in marks behind a noun and what kind it is («وكالة أنباء "زلدران"»), or None."""
    kind = at + 1
    if kind >= words.count or not words.spaced[at] or words.spaced[kind] or kind in taken or words.words[kind].peel:
        return None
    flag = words.flags[kind]
    if (
        not flag & COMMON
        or flag & (STOP | TITLE | PLACE | KNOWN | STATUS)
        or words.words[at].stem in words.lexis.loose_heads
    ):
        return None
    found = name_in_marks(words, kind)
    if found is None or not taken.isdisjoint(range(at, found[0])) or words.table.forms[kind] in _NO_KINDS:
        return None
    return None if all(flag & NUMBER for flag in words.flags[kind + 1 : found[0]]) else found


def behind_verbs(words: Words, taken: AbstractSet[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the names in marks that are the subject of a verb: first word, the one behind, the offset behind the mark.

    «أعلنت «زلدران» أن …»: a name without a given name, of which the verb is feminine, is a firm's or an outlet's.
    """
    for match in _BEHIND_FEMININE.finditer(words.text):
        at = words.table.at(match.start())
        if words.table.forms[at].removeprefix("و") not in _TELLING or not words.flags[at] & CUE:
            continue
        found = name_in_marks(words, at)
        if found is None or found[0] > at + 1 + _LONGEST_APPOSED or not taken.isdisjoint(range(at + 1, found[0])):
            continue
        flags = words.flags[at + 1 : found[0]]
        opening, single = flags[0], len(flags) == 1
        if (
            opening & (GIVEN | TITLE)
            or (opening & LINK and not single)
            or any(flag & (STOP & ~PARTICLE) for flag in flags)
        ):
            continue
        if opening & (PARTICLE | FOREIGN) == PARTICLE or (single and opening & HEAD):
            continue
        again = single and len(words.positions(words.table.forms[at + 1])) >= _TWICE
        if opening & COMMON and not opening & (DEFINITE | HEAD | KNOWN) and not again:
            continue  # «اعتبرت "خطوة صغيرة" …»
        yield at + 1, *found


_BEHIND_FEMININE: Final = re.compile(r'ت ?["«“(](?=\w)')
_TELLING: Final = frozenset(
    ["قالت", "ذكرت", "اعلنت", "اكدت", "اضافت", "اوضحت", "كشفت", "نشرت", "كتبت", "نقلت", "اشارت", "افادت", "بينت", "دعت",
     "طالبت", "نفت", "حذرت", "ابدت", "عبرت", "اعربت", "رات", "اعتبرت", "لفتت", "اوردت", "انتقدت", "رحبت", "ادانت",
     "توقعت", "تابعت", "نوهت", "شددت", "استنكرت", "طرحت", "اطلقت", "زعمت", "رجحت"]
)  # fmt: skip
"""Verbs whose subject in marks speaks or issues something."""
