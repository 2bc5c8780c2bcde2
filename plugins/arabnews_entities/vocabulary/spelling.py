"""Lets letters as written, which folding makes alike, have a say in what a word is."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    GIVEN,
    HEAD,
    KNOWN,
    NAME,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PLACE,
    SPELT,
    TITLE,
    VERB,
    WEAK,
    Word,
)

from .wordforms import OPENS, REPORTS, TELLING, UNASKED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from arabnews.fold import Tokens
    from arabnews_entities.vocabulary.wordforms import Lexis


_HAMZA_LAM: Final = ("أل", "إل", "آل")
_LONG_VERB: Final = 8
"""Verbs that begin so («ألقيتها») have fewer letters: what is longer is a foreign name («ألكساندريا»)."""


def mind_yeh(  # noqa: PLR0913, PLR0917 - one call
    prose: str, table: Tokens, words: list[Word], flags: list[int], maqsura: AbstractSet[str], spelt: Iterable[int]
) -> None:
    """Tell by its last letter whether a word that folds to ي at its end can be a name; `spelt` are where such stand."""
    egyptian, two_ya = "فى " in prose and "في " not in prose, "على " in prose
    for i in spelt:
        if not flags[i] & SPELT:
            continue
        last = prose[table.ends[i] - 1]
        if words[i].stem == "علي":
            # where both letters are kept apart, «علي» is a name
            flags[i] = flags[i] & ~SPELT if last != "ى" and two_ya else _by_spelling(last, words[i], maqsura)
        elif not (egyptian and last == "ى"):  # «السيسى»
            flags[i] = _by_spelling(last, words[i], maqsura)
    if not two_ya and _without_maqsura(prose):
        _drop_ali(table, flags)


def drop_article(prose: str, table: Tokens, words: list[Word], flags: list[int]) -> None:
    """See no article in a word that begins with a hamza («ألمح», «إلياس»)."""
    for opening in _HAMZA_LAM:
        start = prose.find(opening)
        while start >= 0:
            i = table.at(start)
            if i < len(flags) and flags[i] & DEFINITE and not words[i].peel and table.starts[i] == start:
                flags[i] = flags[i] & ~DEFINITE or COMMON * (table.ends[i] - start < _LONG_VERB)
                if flags[i] & WEAK and not flags[i] & (NISBA | TITLE | PLACE):
                    flags[i] = flags[i] & ~(WEAK | COMMON) | GIVEN  # «إلياس», not «اليأس»
            start = prose.find(opening, start + 2)


def drop_then(prose: str, table: Tokens, flags: list[int]) -> None:
    """See a particle in «فإن», which folds like «فان» of foreign names."""
    for spelt in _THEN:
        start = prose.find(spelt)
        while start >= 0:
            i = table.at(start)
            if i < len(flags) and table.starts[i] == start and table.forms[i] == "فان":
                flags[i] = COMMON | PARTICLE
            start = prose.find(spelt, start + len(spelt))


def see_ali(prose: str, table: Tokens, words: list[Word], flags: list[int], lexis: Lexis) -> list[int]:
    """See a name in «وعلي» where the text writes «على» with ى. Return where."""
    start = prose.find(_AND_ALI)
    found: list[int] = []
    if start < 0 or prose.count("على ") <= prose.count(" علي "):
        return found
    bare = lexis.word("علي")
    while start >= 0:
        i = table.at(start)
        if i < len(flags) and table.starts[i] == start and table.forms[i] == "وعلي" and words[i].peel == 0:
            words[i] = evolve(bare, peel=1, cue=None, sorts=bare.sorts & ~OPENS | UNASKED)
            flags[i] = bare.flags
            found.append(i)
        start = prose.find(_AND_ALI, start + len(_AND_ALI))
    return found


_AND_ALI: Final = "وعلي "


def see_particles(prose: str, table: Tokens, words: list[Word], flags: list[int]) -> list[int]:
    """See names that are or fold like particles. Return where."""
    found = _see_anne(prose, table, words, flags) if _ANNE in prose else []
    return found + _see_khalaf(prose, table, words, flags) if _KHALAF in prose else found


def _see_anne(prose: str, table: Tokens, words: list[Word], flags: list[int]) -> list[int]:
    """See a name in «آنا», and in «آن» before another («آن هاربر»), which fold like «أنا» and «أن». Return where."""
    start = prose.find(_ANNE)
    found: list[int] = []
    while start >= 0:
        i = table.at(start)
        if (
            i < len(flags)
            and table.starts[i] == start
            and (table.forms[i] == "انا" or _is_anne(prose, table, flags, i))
        ):
            flags[i] = GIVEN | NAME
            found.append(i)
            words[i] = evolve(words[i], flags=flags[i], peel=0, cue=None, sorts=UNASKED | TELLING)
        start = prose.find(_ANNE, start + len(_ANNE))
    return found


def _is_anne(prose: str, table: Tokens, flags: list[int], i: int) -> bool:
    """Tell whether the name of a person follows «آن» or, behind such a name, a word that is no other."""
    if table.forms[i] != "ان" or i + 1 >= len(flags) or prose[table.ends[i] : table.starts[i + 1]] != " ":
        return False
    behind, before = flags[i + 1], flags[i - 1] if i and prose[table.ends[i - 1] : table.starts[i]] == " " else COMMON
    named = not before & COMMON and bool(before & (GIVEN | NAME))
    return not behind & (COMMON | PARTICLE) and bool(behind & (GIVEN | NAME) or (named and not behind & ~SPELT))


_ANNE: Final = "آن"


def _see_khalaf(prose: str, table: Tokens, words: list[Word], flags: list[int]) -> list[int]:
    """See a name in «خلف», behind another or a title and before a surname («خلف الفلاني»). Return where.

    A preposition ends no phrase: before a pause or «إن» it is the surname behind a given name («فاضل خلف إن»).
    """
    found: list[int] = []
    last = len(flags) - 1
    for i in compress(range(len(flags)), map(_KHALAF.__eq__, table.forms)):
        if not 0 < i < last or prose[table.ends[i - 1] : table.starts[i]] != " ":
            continue
        before, behind, form = flags[i - 1], flags[i + 1], table.forms[i + 1]
        given = bool(before & GIVEN) and not before & COMMON
        joined = prose[table.ends[i] : table.starts[i + 1]] == " "
        family = joined and behind & DEFINITE and form[-1] == "ي" and not behind & (PLACE | KNOWN | HEAD | TITLE)
        family = bool(family) and (bool(behind & WEAK) or not behind & COMMON)
        ends = form in _THAT if joined else prose[table.ends[i] : table.starts[i + 1]].strip()[:1] in _PAUSES
        fathered = table.forms[i - 1] in _FATHERS  # «أبو خلف»
        if fathered or (family and (given or before & (TITLE | CUE))) or (given and ends):
            flags[i] = GIVEN
            found.append(i)
            words[i] = evolve(words[i], flags=GIVEN, cue=None, sorts=UNASKED | TELLING)
    return found


_KHALAF: Final = "خلف"
_FATHERS: Final = frozenset({"ابو", "ابي", "ابا"})
_THAT: Final = frozenset({"ان", "انه", "انها", "بان"})
_PAUSES: Final = frozenset("،,:")
_THEN: Final = ("فإن", "فأن")
_TANWIN: Final = "\u064b"


def drop_tanwin(prose: str, table: Tokens, flags: list[int]) -> None:
    """Let no indefinite accusative be a name («إيجازاً»): its mark stands before the alif or behind it, at the end."""
    at = prose.find(_TANWIN)
    while at >= 0:
        end = at + 1
        if at and prose[at - 1] == "ا":
            at -= 1
        elif prose[end : end + 1] == "ا":
            end += 1
        i = table.at(at)
        if i < len(flags) and table.starts[i] < at and table.ends[i] <= end and not flags[i] & TITLE:
            flags[i] = flags[i] & ~(GIVEN | NAME | WEAK | FAMOUS | SPELT | PLACE | KNOWN) | COMMON
        at = prose.find(_TANWIN, end)


def _without_maqsura(prose: str) -> bool:
    """Tell whether a text writes ي where others write ى, as in Egypt: «علي» is then a preposition."""
    return prose.count("علي ") > 1 and "على " not in prose and ("إلي " in prose or "الي " in prose)


def _drop_ali(table: Tokens, flags: list[int]) -> None:
    """Let «علي» be a name only beside one."""
    for i, form in enumerate(table.forms):
        if form == "علي":
            behind = i + 1 < len(flags) and flags[i + 1] & (GIVEN | NAME)
            titled = i and flags[i - 1] & TITLE and not behind and i + 1 < len(flags)
            if titled and not flags[i + 1] & ~(DEFINITE | SPELT) and table.forms[i + 1][-1] == "ي":
                continue  # «الدكتور علي الفرماوي»
            before = i and flags[i - 1] & GIVEN and not flags[i - 1] & COMMON
            if not behind and not (before and i + 1 < len(flags) and flags[i + 1] & (CUE | VERB)):
                flags[i] = flags[i] & ~(GIVEN | NAME | WEAK) | COMMON | PARTICLE


def _by_spelling(last: str, word: Word, maqsura: AbstractSet[str]) -> int:
    """Return what a name that folds to ي at its end may be, by the letter that stands there: «على» is no name."""
    flag, stem = word.flags, word.stem
    if last == "ى":
        if stem not in maqsura and stem not in _FAMILIES:
            return flag & ~(GIVEN | NAME | WEAK) | COMMON | (PARTICLE if stem == "علي" else 0)
    elif stem in maqsura and stem not in _EITHER:
        return flag & ~(GIVEN | NAME) | WEAK
    return flag


_FAMILIES: Final = frozenset({"الموسي", "العيسي", "اليحيي"})
"""Surnames that end in ى as the given names in them do."""
_EITHER: Final = frozenset({"مصطفي", "موسي", "عيسي", "يحيي", "ليلي"})
"""Names that are hardly anything else when spelt with ي, as in Egypt."""


_HAMZA: Final = frozenset("أإآ")


def mind_waw(  # noqa: PLR0913, PLR0917 - what a text is
    prose: str, table: Tokens, words: list[Word], flags: list[int], spelt: list[int], lexis: Lexis
) -> list[int]:
    """See a proclitic in «وآصف», which is no «واصف»: a hamza on its alif opens a word. Return where."""
    found: list[int] = []
    for i in spelt:
        word, form = words[i], table.forms[i]
        if word.peel == 0 and form[0] == "و" and prose[table.starts[i] + 1 : table.starts[i] + 2] in _HAMZA:
            bare = lexis.word(form[1:])
            if not flags[i] & NAMELIKE:
                flags[i] = bare.flags
            sorts = bare.sorts & ~(REPORTS | OPENS) | word.sorts & REPORTS | UNASKED
            words[i] = evolve(bare, flags=flags[i], peel=bare.peel + 1, cue=word.cue, sorts=sorts)
            found.append(i)
    return found
