"""Finds the whole name of somebody called by his surname alone, where only a given name before it shows it.

«شجع ماهر القطان فريقه …. وأشار القطان إلى»: nothing but the surname, known from elsewhere, tells that «ماهر القطان» is
a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.namings import naming
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
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
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Container

    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.vocabulary.words import Words

_MOST: Final = 4
"""No more words are read before a surname."""


def lengthen(words: Words, people: list[Person], taken: set[int]) -> None:
    """Add the whole names of those who are called by one word alone; the words become taken."""
    for person in people:
        if any(n.last - n.first > 1 for n in person.namings):
            continue
        form = words.words[person.namings[0].first].stem
        own = {n.first for n in person.namings}
        found = whole_names(words, form, taken - own if own else taken)
        for first, last in found:
            person.namings = [n for n in person.namings if n.first != last - 1]
            person.namings.insert(0, naming(words, first, last, "lengthened"))
            taken.update(range(first, last))


def whole_names(words: Words, form: str, taken: Container[int]) -> list[tuple[int, int]]:
    """Return where a surname stands behind given names, if these are the same everywhere: half-open ranges of words."""
    found, names = [], set()
    for at in words.positions(form):
        first = _first_of_name(words, at, taken) if at not in taken else at
        if first < at:
            found.append((first, at + 1))
            names.add((words.words[first].stem, *words.table.forms[first + 1 : at]))
    return found if len(names) == 1 else []


def _first_of_name(words: Words, at: int, taken: Container[int]) -> int:
    """Return the first of the given names right before word `at`; `at` where none stands."""
    first = at
    while first and at - first < _MOST and words.spaced[first - 1] and first - 1 not in taken:
        flag, word = words.flags[first - 1], words.words[first - 1]
        if not flag & (NAMELIKE | LINK) or flag & (STOP | TITLE):
            break
        first -= 1
        if word.peel:
            break
    if first < at:
        flag = words.flags[first]
        named = flag & NAMELIKE and not flag & DEFINITE and (not flag & COMMON or (flag & GIVEN and at - first > 1))
        named = named and words.words[first].stem != words.table.forms[at]  # «علي على»
        return first if named else at
    if not first or not words.spaced[at - 1] or at - 1 in taken:
        return at
    before = at - 1
    strange = _is_strange(words, before) or _is_marked(words, before) or _is_framed(words, before)
    return before if strange or _is_introduced(words, before) else at


def _is_introduced(words: Words, at: int) -> bool:
    """Tell whether a doubtful word is the given name with which a surname is first told («مع كارينيا قرطب»).

    It is a name that is an ordinary word too, or a word that no list has as it is.
    """
    flag, form = words.flags[at], words.table.forms[at]
    if flag & _NO_GIVEN or words.words[at].peel or len(form) < _LEAST or words.words[at].cue is not None:
        return False
    places = words.positions(words.table.forms[at + 1])
    if len(places) < 2 or places[0] != at + 1 or len(words.table.forms[at + 1]) < _LEAST:
        return False
    if words.flags[at + 1] & GIVEN:
        return False
    if not words.lexis.table.get(form, 0) & COMMON:
        return bool(flag & WEAK) or (flag == COMMON and not form.endswith(_NO_NAME))
    before = words.flags[at - 1] if at and words.spaced[at - 1] else STOP
    noun = before & COMMON and not before & (STOP | DEFINITE)  # «سكك حديد كذا»
    return bool(flag & WEAK) and not flag & VERB and not noun


_LEAST: Final = 4


def _is_framed(words: Words, at: int) -> bool:
    """Tell whether an ordinary word is the given name before a surname, by what stands around the two.

    A verb of speech, an office or a pause is before, an office, a pause or «أن» behind («تقول مروج فالكنر مديرة كذا»).
    """
    flag, form, last = words.flags[at], words.table.forms[at], at + 2
    if flag & _NO_GIVEN or words.words[at].peel or form.endswith(_NO_NAME) or form in words.lexis.place_nouns:
        return False
    if words.flags[at + 1] & (FAMOUS | COMMON | DEFINITE) or form in words.lexis.cues.forms or last >= words.count:
        return False
    before = words.flags[at - 1] if at and words.spaced[at - 1] else 0
    led = not before or before & (CUE | VERB) or (before & DEFINITE and before & (TITLE | NISBA))
    if not led or (not before and not _behind_office(words, at)):
        return False
    if not words.spaced[last - 1]:
        return words.gap(last - 1)[:1] in _PAUSES and not before & VERB
    return bool(words.flags[last] & TITLE) or words.table.forms[last] in _THAT


def _behind_office(words: Words, at: int) -> bool:
    """Tell whether a comma and an office stand before a word («كبير الباحثين في كذا، فلان»)."""
    if not at or words.gap(at - 1) not in {"،", ","}:
        return False
    return any(words.flags[i] & TITLE for i in range(max(0, at - _OFFICE), at))


_OFFICE: Final = 6
"""An office has so many words."""
_NO_GIVEN: Final = TITLE | HEAD | PLACE | KNOWN | NISBA | STATUS | NUMBER | PARTICLE | DEFINITE | CUE
_NO_NAME: Final = ("ات", "ون", "ين", "وا", "ته", "ها", "هم", "و", "ا")
_THAT: Final = frozenset({"ان", "انه", "انها", "بان"})
_PAUSES: Final = frozenset('،,(:«"“')


def _is_strange(words: Words, at: int) -> bool:
    """Tell whether a word is in no list and shaped as no verb: before a surname that no list has, a given name."""
    form = words.table.forms[at]
    plain = not words.flags[at] and not words.flags[at + 1] and not words.words[at].peel and len(form) > 3
    return plain and form[0] not in "يتنساموفبلك" and not form.endswith(("ها", "هم", "ات", "وا", "ته"))


def _is_marked(words: Words, at: int) -> bool:
    """Tell whether a word and the next stand alone in marks («"مالكوم فيشر"»)."""
    if words.flags[at] & TITLE or (words.flags[at + 1] & COMMON and not words.flags[at + 1] & NAMELIKE):
        return False  # «"قصة النهر"»
    start, end = words.table.starts[at], words.table.ends[at + 1]
    return words.text[start - 1 : start] in _OPENING and words.text[end : end + 1] in _CLOSING and start > 0


_OPENING: Final = frozenset('"«“')
_CLOSING: Final = frozenset('"»”')
