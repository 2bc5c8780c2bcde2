"""Reads the names of organisations that a head noun opens: «وزارة الموارد المائية», «حزب الوسط»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.names import read_name, units_of
from arabnews_entities.surnames import KIN
from arabnews_entities.wordlists import (
    COMMON,
    DEFINITE,
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
    from arabnews_entities.words import Words

LONGEST_BODY: Final = 14


def read_body(words: Words, index: int) -> int:
    """Return the index behind the name of an organisation that a head noun opens («وزارة الموارد المائية»).

    A head with the article is closed: adjectives alone go on. An open one takes a genitive, which closes it.
    """
    at, closed, safe = index + 1, words.words[index].stem.startswith("ال"), index + 1
    limit = min(words.count, index + LONGEST_BODY)
    while at < limit and words.spaced[at - 1]:
        if words.flags[at] & STOP or (words.flags[at] & LINK and not words.flags[at] & DEFINITE):
            break
        if closed:
            if not _adjective_goes_on(words, at, at == safe, limit) and not (
                at == safe and _second_field(words, index, at)
            ):
                break
            at += 1
        else:
            at, closed, going = _genitive(words, at)
            if not going:
                break
            if not closed:
                continue
        safe = at
    return safe


_OF_FIELDS: Final = frozenset({"وزاره", "هييه", "مديريه", "دايره", "لجنه", "مجلس"})


def _second_field(words: Words, index: int, at: int) -> bool:
    """Tell whether a body has a second field («وزارة الداخلية والبلديات»): an ordinary noun with و and the article."""
    flag, word = words.flags[at], words.words[at]
    ordinary = (
        flag & DEFINITE and flag & COMMON and not flag & (NAMELIKE | NISBA | TITLE | PLACE | HEAD | STATUS | STOP)
    )
    if not ordinary or words.table.forms[at][:3] != "وال" or words.words[index].stem not in _OF_FIELDS:
        return False
    return not word.stem.endswith(("يه", "ي")) and words.words[at - 1].stem.startswith("ال")


def _adjective_goes_on(words: Words, at: int, first: bool, limit: int) -> bool:  # noqa: FBT001 - private, one call
    """Tell whether a closed name takes the word at an index: an adjective, or و with a further genitive."""
    flag, word = words.flags[at], words.words[at]
    if not flag & DEFINITE:
        return False
    if not word.peel:
        return bool(flag & (COMMON | NISBA)) and not flag & (STATUS | TITLE)
    joins = flag & COMMON and words.table.forms[at][0] == "و" and first and at + 1 < limit and words.spaced[at]
    return bool(joins and words.flags[at + 1] & DEFINITE)


def _genitive(words: Words, at: int) -> tuple[int, bool, bool]:
    """Return the index behind a genitive, whether it closes the name, and whether there is one at all."""
    flag, word = words.flags[at], words.words[at]
    if word.peel:
        return at, False, False
    found = words.place(at)
    if found is not None:
        return found[1], True, True
    if flag & DEFINITE:
        return (flag & TITLE and patron_end(words, at)) or at + 1, True, True
    if flag & COMMON and word.stem[0] != "ي" and governs(words, at):
        return at + 1, False, True
    if not flag & (COMMON | NAMELIKE):
        return at + 1, True, True
    return at, False, False


def governs(words: Words, at: int) -> bool:
    """Tell whether a bare noun governs what follows it: a definite noun, a place, or another such noun."""
    for step in (1, 2):
        if not words.spaced[at + step - 1] or at + step >= words.count:
            return False
        flag, word = words.flags[at + step], words.words[at + step]
        if word.peel or flag & STOP:
            return False
        if flag & (DEFINITE | PLACE | HEAD):
            return True
        if not flag & COMMON:
            return False
    return False


def patron_end(words: Words, at: int) -> int:
    """Return the index behind whom a body is named after («جامعة الملك سعود»), or 0: one name and its fathers."""
    title = words.title(at)
    if (
        title is None
        or title.kind != "honorific"
        or at + 1 >= words.count
        or not words.flags[at + 1] & (NAMELIKE | LINK)
    ):
        return 0
    units = units_of(words, at + 1, read_name(words, at + 1, titled=True))
    behind = 0
    for first, last in units:
        if behind and words.words[first].stem not in KIN:
            break
        behind = last
    return behind
