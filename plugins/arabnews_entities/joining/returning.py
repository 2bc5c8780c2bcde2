"""Finds where a known name stands without anything that would show it: whole, in part, or spelt otherwise."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.joining.clusters import Person, bare
from arabnews_entities.joining.respelling import find_respelt
from arabnews_entities.joining.short_names import first_bearer, is_surname, last_bearer, short_names
from arabnews_entities.naming.evidence import bears, in_quotes
from arabnews_entities.naming.namings import naming
from arabnews_entities.naming.nobodies import CONCEPTS
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    GIVEN,
    NAME,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PROCLITICS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_entities.vocabulary.words import Words


_GIVEN_SHORT: Final = 3


def propagate(words: Words, people: list[Person], taken: set[int]) -> None:
    """Add the places where a known name stands without anything that would show it: whole, in part, or spelt otherwise.

    `taken` are the words that belong to a name already; what is found is added to it.
    """
    if not people:
        return
    names = short_names(words, people)
    for key, owners in names.items():
        if len(owners) > 1 and len(key) == 1:
            names[key] = first_bearer(words, key[0], owners, taken)
    for found in find_returning(words, names, taken, there=True):
        made = naming(words, found.first, found.last, found.rule)
        found.person.namings.append(made._replace(start=words.begin(found.first, found.peel)))


class Returning(NamedTuple):
    """Words `first` to `last` name somebody who is known already; `peel` letters in front are none of the name's."""

    person: Person
    first: int
    last: int
    peel: int
    rule: str


def find_returning(  # noqa: C901, PLR0912 - conditions in order of cost
    words: Words, keys: Mapping[tuple[str, ...], list[Person]], taken: set[int], *, there: bool = False
) -> Iterator[Returning]:
    """Yield where the names of `keys` stand in a text, whole or spelt otherwise; their words become taken.

    `there` tells that the people were named in this very text.
    """
    places = _occurrences(words, {key[0] for key in keys})
    lengths: dict[str, list[int]] = {}
    for key in keys:
        known = lengths.setdefault(key[0], [])
        if len(key) not in known:
            known.append(len(key))
    forms = words.table.forms
    behind = 0  # the name of a body or place ends here: a part of it names nobody either
    for first, form, peel in places:
        if first in taken or first < behind:
            continue
        for length in sorted(lengths[form], reverse=True):
            last = first + length
            owners = keys.get((form, *forms[first + 1 : last]), [])
            if there and len(owners) > 1 and length == 1:
                owners = last_bearer(words, form, owners, first)
            if words.flags[first] & PARTICLE and length == 1:
                continue  # «على», «رمضان»
            if len(owners) != 1 or last > words.count or not taken.isdisjoint(range(first, last)):
                continue
            if False in words.spaced[first : last - 1] or not _ends_here(words, first, last, owners[0]):
                continue
            if bears(words, first):
                behind = last
                break
            if _stands_alone(words, first, last, taken, form if length == 1 else None):
                taken.update(range(first, last))
                yield Returning(owners[0], first, last, peel, "returning")
                break
    for person, at, peel in find_respelt(words, keys, taken):
        if not bears(words, at) and _stands_alone(words, at, at + 1, taken, words.words[at].stem):
            taken.add(at)
            yield Returning(person, at, at + 1, peel, "respelt")


def _ends_here(words: Words, at: int, last: int, owner: Person) -> bool:
    """Tell whether a given name stands by itself, if that is all that it is of the person's name."""
    if last > at + 1 or words.flags[at] & (GIVEN | NAME) != GIVEN or is_surname(owner, words.words[at].stem):
        return True
    if at and words.spaced[at - 1] and words.flags[at - 1] & TITLE:
        return False  # «مشروع الملك فلان»: another
    return not words.spaced[at] or bool(words.flags[at + 1] & STOP)


def _occurrences(words: Words, forms: set[str]) -> list[tuple[int, str, int]]:
    """Return where the words stand, with or without proclitics and article: index, word, letters in front of it."""
    wanted: dict[str, list[tuple[str, int]]] = {}
    written = words.table.forms
    there = words.types
    for form in sorted(forms):
        spellings = _with_clitics(form)
        for spelt in there & spellings.keys():
            wanted.setdefault(spelt, []).append((form, spellings[spelt]))
    return [
        (i, form, peel)
        for i in compress(range(len(written)), map(wanted.__contains__, written))
        for form, peel in wanted[written[i]]
    ]


@lru_cache(maxsize=4096)
def _with_clitics(form: str) -> dict[str, int]:
    """Return how a word is written behind each proclitic, and by how many letters it is moved."""
    plain = bare(form)
    made = [(form, 0), *[(clitic + form, len(clitic)) for clitic in PROCLITICS]]
    if plain != form:
        made += [(f"{clitic}ل{plain}", len(clitic) + 1) for clitic in PROCLITICS if clitic[-1] == "ل"]
    return dict(reversed(made))


def _stands_alone(  # noqa: C901, PLR0911 - conditions in order of cost
    words: Words, first: int, last: int, taken: set[int], single: str | None
) -> bool:
    """Tell whether a returning name is a name here: no part of another's, and not the ordinary word it may be.

    `single` is the name, without what is written in front of it, where it is one word.
    """
    flags = words.flags
    if first and words.spaced[first - 1] and not words.words[first].peel:
        before = flags[first - 1]
        if before & NAMELIKE and not before & COMMON and first - 1 not in taken:
            return False
    goes_on = last < words.count and words.spaced[last - 1] and flags[last] & NAMELIKE and not flags[last] & COMMON
    if single and goes_on and flags[first] & GIVEN and not words.words[last].peel and last not in taken:
        return False
    if words.tags and not words.whole_tag(first, last, first):
        return False
    if not single:
        return True
    if flags[first] & TITLE and last in taken and words.spaced[first]:
        return False  # «أحمد الحاج», then «الحاج فلان»
    flag, word = words.lexis.word(single).flags, words.words[first]
    if word.stem != single and word.flags & COMMON and not word.peel and words.table.forms[first][:2] != "لل":
        return False  # «بيان» is no «يان», but «للأسد» is somebody's
    if not (flag & COMMON or single == "علي" or len(single) < _GIVEN_SHORT):
        return True
    surname = flag & DEFINITE and flag & WEAK and not flag & NISBA and single not in CONCEPTS
    if not first or not words.spaced[first - 1]:
        if first and flags[first - 1] & (CUE | TITLE) and in_quotes(words, first):
            return True  # «وأكد "عرب" أن»
        return bool(surname and last < words.count and words.flags[last] & STOP)
    if surname:
        # it might be an adjective of the noun before it; behind a particle, a verb or a noun that has no article, not
        return bool(flags[first - 1] & (CUE | TITLE | STOP) or not flags[first - 1] & DEFINITE)
    return bool(flags[first - 1] & (CUE | TITLE))
