"""Finds the whole name of somebody called by his surname alone, where only a given name before it shows it.

«شجع ماهر القطان فريقه …. وأشار القطان إلى»: nothing but the surname, known from elsewhere, tells that «ماهر القطان» is
a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.namings import naming
from arabnews_entities.wordlists import COMMON, DEFINITE, GIVEN, LINK, NAMELIKE, STOP, TITLE

if TYPE_CHECKING:
    from collections.abc import Container

    from arabnews_entities.clusters import Person
    from arabnews_entities.words import Words

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
        named = flag & GIVEN and not flag & DEFINITE and (not flag & COMMON or at - first > 1)
        named = named and words.words[first].stem != words.table.forms[at]  # «علي على»
        return first if named else at
    if not first or not words.spaced[at - 1] or at - 1 in taken:
        return at
    return at - 1 if _is_strange(words, at - 1) or _is_marked(words, at - 1) else at


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
