"""Tells where a name is closed: by a pause, by «أن», by an office; what is right before that is a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.manner import tells_how
from arabnews_entities.vocabulary.wordlists import (
    ABBREVIATED,
    COMMON,
    DEFINITE,
    GIVEN,
    HEAD,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    PLACE,
    SPELT,
    STATUS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

KIN: Final = frozenset({"بن", "ابن", "بنت", "ولد"})

_RULERS: Final = frozenset({"الملك", "الملكه", "الامير", "السلطان", "الامام", "النبي"})
"""Titles of those who are called by a given name alone."""
_THAT: Final = frozenset({"ان", "انه", "انها", "بان", "بانه", "بانها", "فان", "حيث"})
_WHO: Final = frozenset({"الذي", "التي"})
_CLOSERS: Final = frozenset("،,:(")
_NO_SURNAME: Final = ("ته", "تها", "ها", "هم", "ات", "يا", "نا", "ما", "را", "دا", "لا")
"""Endings of what a verb governs: «أعلن الوزير محمد استقالته»."""


def sealed(words: Words, at: int) -> bool:
    """Tell whether the phrase ends for sure behind a word: a mark of punctuation, «أن», or «الذي» behind no object."""
    if at + 1 >= words.count:
        return False
    if not words.spaced[at]:
        return words.gap(at)[:1] in _CLOSERS
    following, form = words.table.forms[at + 1], words.table.forms[at]
    object_ = words.flags[at] & DEFINITE and not form.endswith(("ي", "يه"))
    return following in _THAT or (following in _WHO and not object_)


def _pauses(words: Words, at: int) -> bool:
    """Tell whether a pause closes the phrase behind an ordinary word that no verb governs there: it has no article."""
    if words.spaced[at] or words.flags[at] & DEFINITE or words.table.forms[at].endswith(("ين", "حسب", "فقط")):
        return False
    return at + 1 < words.count and words.gap(at)[:1] in _CLOSERS


_ADJECTIVE: Final = STOP | NISBA | STATUS | PLACE | TITLE | HEAD | ABBREVIATED


def closing(words: Words, index: int, at: int, units: int) -> bool:  # noqa: C901, PLR0911 - one reason after the other
    """Tell whether an ordinary word behind a given name is a surname, by what is next («جورج حلب،», «سامي العارضة أن»).

    Behind it the phrase must end, or an office begin («جورج حلب مدير …»); what a verb governs is shaped otherwise.
    """
    if not 0 < units <= 2:
        return False
    if units == 2 and words.words[index + 1].stem not in KIN and not _pauses(words, at):
        return False  # «سالم البحري منصور، أن»
    flag, opens, form = words.flags[at], words.flags[index], words.table.forms[at]
    if index and words.words[index - 1].stem in _RULERS:
        return False  # «مسابقة الملك عبدالعزيز الدولية»
    listed = opens & (GIVEN | LINK) or (opens & WEAK and not opens & COMMON)
    if not listed and words.words[index + 1].stem != "الدين":
        strange = not opens and len(words.table.forms[index]) > 3 and index and words.flags[index - 1] & (TITLE | NISBA)
        if not strange or flag & DEFINITE or not sealed(words, at):
            return False
    article, titled = flag & DEFINITE, index and words.flags[index - 1] & TITLE
    if article and titled and units == 1 and words.table.forms[at][-1] == "ي" and not flag & _ADJECTIVE:
        return not words.words[at].peel  # «الدكتور محمد العيسى على»
    sealed_title = flag & TITLE and article and titled and sealed(words, at)  # «الطبيب فهد المرشد،»
    if flag & (STOP | NISBA | ABBREVIATED | STATUS | PLACE) or (flag & HEAD and not article):
        return False
    if flag & TITLE and not sealed_title:
        return False
    if words.words[at].peel or tells_how(words, form) or form.endswith(_NO_SURNAME) or at + 1 >= words.count:
        return False
    if not article and (form[-1] == "ه" or (form[0] == "ا" and form[-2:-1] == "ا")):
        return not words.spaced[at] and words.gap(at)[:1] in _CLOSERS and form[-1] != "ه"
    if sealed(words, at):
        return True
    if not words.spaced[at] or words.words[at + 1].peel:
        return False
    following = words.flags[at + 1]
    return bool(following & TITLE and not following & STOP)


_SPELT_OUT: Final = frozenset({"كيه", "جيه", "دبليو"})
"""Names of letters that hardly end an abbreviation."""
_TITLES_TOO: Final = frozenset("دما")


def initial(words: Words, at: int) -> bool:
    """Tell whether a word is an initial with its full stop, before a name («روبرت جيه. كذا», «ج. ك. كذا»)."""
    form = words.table.forms[at]
    if at + 1 >= words.count or not (form in _SPELT_OUT or (len(form) == 1 and form not in _TITLES_TOO)):
        return False
    if not at or words.gap(at) != ".":
        return False
    if not words.spaced[at - 1] and not (len(words.table.forms[at - 1]) == 1 and words.gap(at - 1) == "."):
        return False
    behind = words.flags[at + 1]
    return initial(words, at + 1) or bool(not words.words[at + 1].peel and (behind & NAMELIKE or not behind))


HOMOGRAPHS: Final = {"امام": "إمام", "والي": "والي"}
"""Surnames that fold like a preposition, as they are spelt."""


def preacher(words: Words, at: int) -> bool:
    """Tell whether what folds like a preposition closes a name («عبد الستار إمام، رئيس …»)."""
    spelt = words.text[words.begin(at) : words.end(at)] == HOMOGRAPHS[words.words[at].stem]
    return spelt and sealed(words, at)


def family_name(words: Words, index: int, at: int) -> bool:
    """Tell whether an ordinary adjective with the article is the family's name behind given names alone.

    «محمد علي البورسعيدي في»: all before it are Arabic given names without the article, and nothing definite follows.
    """
    flag, form = words.flags[at], words.table.forms[at]
    if flag & NISBA:
        return _nation_name(words, index, at)
    if flag & ~(COMMON | DEFINITE | SPELT) or form[-1] != "ي" or words.words[at].peel or len(form) < _FAMILY:
        return False
    if any(not words.flags[i] & GIVEN or words.flags[i] & (NAME | COMMON | DEFINITE) for i in range(index + 1, at)):
        return False
    if words.text[words.end(at) - 1] == "ى" or not words.flags[index] & (GIVEN | NAME | WEAK):
        return False
    goes_on = words.spaced[at] and not sealed(words, at)  # «سلوى رمزي | التخلي عن»
    return not goes_on or (at - index > 2 and bool(words.flags[at + 1] & STOP))


def _nation_name(words: Words, index: int, at: int) -> bool:
    """Tell whether an adjective of a country is the family's name of an Arab («سامي راشد السويدي مدير كذا»).

    A nationality stands before a name, or behind what a foreigner is called.
    """
    first, form = words.flags[index], words.table.forms[at]
    arab = first & GIVEN and not first & (NAME | COMMON) and form.startswith("ال") and form[-1] == "ي"
    if not arab or words.words[at].peel or words.text[words.end(at) - 1] == "ى" or at + 1 >= words.count:
        return False
    if not words.spaced[at] or sealed(words, at):
        return sealed(words, at)
    following = words.flags[at + 1]
    return bool(following & TITLE and not following & (DEFINITE | STOP) and not words.words[at + 1].peel)


_FAMILY: Final = 6
