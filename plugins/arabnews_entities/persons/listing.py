"""Reads the other names of a list of people: what stands beside a name, bounded by و or commas, is a name too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.names import read_name
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.naming.surnames import article_given, opens_name
from arabnews_entities.vocabulary.flags import (
    COMMON,
    DEFINITE,
    FOREIGN,
    GIVEN,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NISBA,
    PLACE,
    STATUS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

MOST_LISTED: Final = 40
_MODEL: Final = "model"
_COMMAS: Final = frozenset("،,؛")
_NO_NAME: Final = STOP | HEAD | PLACE | KNOWN | FOREIGN


def read_lists(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names with those that stand in a list with one of them («محمد العلي وسلطان المصري، وتركي الفهد»).

    A member of a list has two words or three, of which the first may be a given name. `names` are in the order of the
    text, and so is the result.
    """
    taken = {i for n in names if not _surname_alone(words, n) for i in range(n.first, n.last)}
    found: list[Naming] = []
    for n in names:
        if n.last - n.first < 2 or (n.phrase is not None and n.phrase.role_span and n.phrase.role_span[0] >= n.end):
            continue
        at = n.last
        for _ in range(MOST_LISTED):
            last = _member(words, at, taken)
            if not last:
                break
            found.append(naming(words, at, last, "listing"))
            taken.update(range(at, last))
            at = last
        at = n.first
        for _ in range(MOST_LISTED):
            first = _member_before(words, at, taken)
            if first < 0:
                break
            found.append(naming(words, first, at, "listing"))
            taken.update(range(first, at))
            at = first
    if not found:
        return names
    covered = {i for n in found for i in range(n.first, n.last)}
    return sorted([*(n for n in names if n.first not in covered), *found])


def _surname_alone(words: Words, n: Naming) -> bool:
    """Tell whether the model read one word that may be the surname of a member («وتركي | القحطاني»)."""
    return n.rule == _MODEL and n.last == n.first + 1 and not words.flags[n.first] & GIVEN


def _member(words: Words, at: int, taken: set[int]) -> int:
    """Return the index behind a name that begins at a word, where و or a comma parts it from the one before, or 0."""
    if at >= words.count or at in taken:
        return 0
    waw = words.table.forms[at][0] == "و" and words.words[at].peel == 1
    comma = words.gap(at - 1) in _COMMAS
    if not (comma or (waw and words.spaced[at - 1])) or (words.words[at].peel and not waw):
        return 0
    return _listed(words, at, taken)


def _listed(words: Words, at: int, taken: set[int]) -> int:
    """Return the index behind a member of a list that begins at a word, or 0."""
    flag = words.flags[at]
    if flag & (_NO_NAME | DEFINITE) or not flag & (NAMELIKE | WEAK | LINK):
        return read_name(words, at, titled=True) if article_given(words, at) else 0  # «والمصطفى العيناوي»
    if flag & (TITLE | NISBA) and not (flag & WEAK and opens_name(words, at)):
        return 0
    last = read_name(words, at, titled=True)
    if last < at + 2 and _between_commas(words, at, at + 2) and _plain(words, at + 1):
        # «علم المنطق» is a field; a participle is none
        given = flag & GIVEN or words.table.forms[at][1:2] == "ا"
        return at + 2 if given and not (flag & TITLE or words.words[at].peel or at + 1 in taken) else 0
    if not 2 <= last - at <= 4 or not taken.isdisjoint(range(at, last)):
        return 0
    # the surname must be a listed one, or have the article and be no word that a list has
    sure = flag & (GIVEN | LINK) or words.flags[at + 1] == DEFINITE
    sure = sure or any(words.flags[i] & (NAMELIKE | WEAK) for i in range(at + 1, last))
    return last if sure and _bounded(words, last) else 0


def _between_commas(words: Words, at: int, last: int) -> bool:
    """Tell whether commas stand around what may be a name («…، صالح القمر، …»)."""
    if not at or last >= words.count or words.spaced[last - 1] or not words.spaced[at]:
        return False
    return words.gap(at - 1) in _COMMAS and words.gap(last - 1) in _COMMAS


def _plain(words: Words, at: int) -> bool:
    """Tell whether a word is a noun with the article, and no more."""
    flag = words.flags[at]
    return flag & DEFINITE > 0 and not flag & (_NO_NAME | TITLE | NISBA | STATUS) and not words.words[at].peel


def _member_before(words: Words, at: int, taken: set[int]) -> int:
    """Return where a name begins that ends before a member with و or behind a comma, or -1."""
    waw = words.table.forms[at][0] == "و" and words.words[at].peel == 1 and words.spaced[at - 1]
    if at < 2 or not (waw or words.gap(at - 1) in _COMMAS):
        return -1
    for first in (at - 2, at - 3):
        if first < 0 or first in taken or not words.spaced[first]:
            return -1
        opens = (
            first == 0
            or not words.spaced[first - 1]
            or words.words[first].peel
            or not words.flags[first - 1] & (NAMELIKE | WEAK)
        )
        if opens and _listed(words, first, taken) == at:
            return first
    return -1


def _bounded(words: Words, last: int) -> bool:
    """Tell whether a list goes on or ends behind a name: و, a comma, the end of the clause or a word that none has."""
    if last >= words.count or not words.spaced[last - 1]:
        return True
    flag = words.flags[last]
    return bool(words.words[last].peel or flag & (STOP | TITLE | NISBA) or not flag & (COMMON | NAMELIKE | WEAK))
