"""Tells whether a word that no list knows, alone where a name may stand, is an ordinary one after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.manner import tells_how
from arabnews_entities.vocabulary.flags import COMMON, FOREIGN, LINK, NAMELIKE, WEAK

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

_PRONOUNS: Final = ("هن", "تم", "وه", "وها", "كم", "كما", "تها")
_CLITICS: Final = ("ب", "ل", "ف")
_MASDAR: Final = re.compile("(?:ت..ي.|ا.{2,3}ا.)ي?")
_NAME_AFTER_YEH: Final = frozenset("اويل")
"""Behind these a ي may open a foreign name, behind others it opens a verb («يستهين»)."""
_LEAST: Final = 3
_LONG: Final = 7
_CASES: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def ordinary(words: Words, at: int) -> bool:
    """Tell whether a lone unlisted word has a pronoun or a preposition, or is a verb («وتساءلت باندهاش», «حقوقك»)."""
    form = words.table.forms[at]
    if form[0] == "ي" and form[1:2] not in _NAME_AFTER_YEH and len(form) < _LONG:
        return True
    return inflected(words, at, _LEAST)


def inflected(words: Words, at: int, least: int) -> bool:
    """Tell whether a word has a pronoun, behind so many letters, or a preposition, or tells how."""
    form = words.table.forms[at]
    if form.endswith(_PRONOUNS) or tells_how(words, form):
        return True
    start, end = words.table.starts[at], words.table.ends[at]
    if words.text[start : start + 2] == "سأ":
        return True
    last = words.text[start:end].rstrip(_CASES)[-1:]
    if _owned(words, form, last, least):
        return True
    rest = form[1:]
    if form[0] not in _CLITICS or len(rest) < _LEAST + 1:
        return False
    return bool(_MASDAR.fullmatch(rest)) or rest in words.types or _owned(words, rest, last, least + 1)


def is_phrase(words: Words, first: int, last: int) -> bool:
    """Tell whether words of which no list has one as a name are a phrase, by one that is an ordinary word."""
    if last < first + 2 or any(flag & _CALLED for flag in words.flags[first:last]):
        return False
    return any(inflected(words, i, _LEAST + 2) for i in range(first, last))


_CALLED: Final = NAMELIKE | WEAK | LINK | FOREIGN


def _owned(words: Words, form: str, last: str, least: int) -> bool:
    """Tell whether a word is an ordinary one with «ـك», «ـه» or, behind ت, «ـي»."""
    base, known = form[:-1], words.lexis.table.get
    if last not in {"ك", "ه", "ي"} or len(base) < least:
        return False
    if base[-1] == "ت" and known(base[:-1] + "ه", 0) & COMMON:
        return True
    return known(base, 0) & (COMMON | NAMELIKE) == COMMON and (last != "ي" or base.endswith("ات"))
