"""Finds where a known name stands without anything that would show it: whole, in part, or spelt otherwise."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import compress, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from arabnews_entities.joining.clusters import MOST_COMPARED, Person, bare, father_of, same_unit
from arabnews_entities.joining.variants import fits_mixed
from arabnews_entities.naming.evidence import in_quotes
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FAMOUS,
    FOREIGN,
    GIVEN,
    KNOWN,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    PARTICLE,
    PLACE,
    PROCLITICS,
    STOP,
    TITLE,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_entities.vocabulary.words import Words


_GIVEN_SHORT: Final = 3
_MOST_NAMINGS: Final = 64
"""So many of a person's names are gone through for a surname."""
_NEVER_ALONE: Final = frozenset({"الله", "الدين", "الرحمن"})


def propagate(words: Words, people: list[Person], taken: set[int]) -> None:
    """Add the places where a known name stands without anything that would show it: whole, in part, or spelt otherwise.

    `taken` are the words that belong to a name already; what is found is added to it.
    """
    if not people:
        return
    names = short_names(words, people)
    for key, owners in names.items():
        if len(owners) > 1 and len(key) == 1:
            names[key] = _meant(words, key[0], owners, taken)
    for found in find_returning(words, names, taken, there=True):
        made = naming(words, found.first, found.last, found.rule)
        found.person.namings.append(made._replace(start=words.begin(found.first, found.peel)))


def _meant(words: Words, surname: str, owners: list[Person], taken: set[int]) -> list[Person]:
    """Return the one bearer of a surname whom it means alone: it stands so before the others are named, each once."""
    first, *others = sorted(owners, key=_named_at)
    late = _named_at(others[0])
    if any(len(person.namings) > 1 for person in others):
        return owners
    lone = any(at < late and at not in taken for at in words.positions(surname))
    return [first] if lone else owners


def _latest(words: Words, surname: str, owners: list[Person], at: int) -> list[Person]:
    """Return the one of several bearers of a surname who was named in full last before a word, if that is near.

    Of a family that rules, the surname alone is whoever rules.
    """
    if at and words.words[at - 1].stem in _FAMILY:
        return owners
    if any(n.key[0].startswith(("ابن", "بنعم")) for person in owners for n in person.namings):
        return owners  # «ابن عمي فلان»
    if words.lexis.table.get(surname, 0) & (FAMOUS | GIVEN) or not all(
        _is_surname(person, surname) for person in owners
    ):
        return owners
    named = [(n.first, i) for i, p in enumerate(owners) for n in p.namings if len(n.key) > 1 and n.last <= at]
    last, index = max(named, default=(at - _FAR, 0))
    return [owners[index]] if last > at - _FAR else owners


_FAMILY: Final = frozenset({"عايله", "ال", "اسره", "عشيره", "قبيله", "فرقه", "بيت", "ابناء", "اولاد", "بني", "نظام"})
"""Behind these a surname is that of all who bear it."""
_FAR: Final = 120
"""Of those who share a surname, whoever was named in full so few words before is meant by it."""


def _named_at(person: Person) -> int:
    return min(n.first for n in person.namings)


def complete(words: Words, people: list[Person], taken: set[int]) -> None:
    """Read a name to the end that the article gives elsewhere, where it was cut («سمير» before a surname «أمين»)."""
    forms = words.table.forms
    for person in people:
        if len(person.key) < 2 or len({n.last - n.first for n in person.namings}) == 1:
            continue
        wholes = {_forms(words, n) for n in person.namings if len(n.key) > 1}
        for at, n in enumerate(person.namings):
            first, size = _forms(words, n), n.last - n.first
            for whole in sorted(wholes, key=len, reverse=True):
                last = n.first + len(whole)
                behind = range(n.last, min(last, words.count))
                if (
                    len(whole) > size
                    and whole[:size] == first
                    and forms[n.last : last] == whole[size:]
                    and taken.isdisjoint(behind)
                    and all(words.spaced[i - 1] for i in behind)
                ):
                    made = naming(words, n.first, last, n.rule, n.phrase)
                    span = n.phrase.role_span if n.phrase is not None else None
                    if span is not None and n.start < span[0] < made.end:
                        made = made._replace(phrase=None)  # the office was the rest of the name
                    person.namings[at] = made
                    taken.update(behind)
                    break


def _forms(words: Words, n: Naming) -> tuple[str, ...]:
    return (words.words[n.first].stem, *words.table.forms[n.first + 1 : n.last])


class Returning(NamedTuple):
    """Words `first` to `last` name somebody who is known already; `peel` letters in front are none of the name's."""

    person: Person
    first: int
    last: int
    peel: int
    rule: str


def find_returning(  # noqa: C901 - conditions in order of cost
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
    for first, form, peel in places:
        if first in taken:
            continue
        for length in sorted(lengths[form], reverse=True):
            last = first + length
            owners = keys.get((form, *forms[first + 1 : last]), [])
            if there and len(owners) > 1 and length == 1:
                owners = _latest(words, form, owners, first)
            if words.flags[first] & PARTICLE and length == 1:
                continue  # «على», «رمضان»
            if len(owners) != 1 or last > words.count or not taken.isdisjoint(range(first, last)):
                continue
            if False in words.spaced[first : last - 1] or not _ends_here(words, first, last, owners[0]):
                continue
            if _stands_alone(words, first, last, taken, form if length == 1 else None):
                taken.update(range(first, last))
                yield Returning(owners[0], first, last, peel, "returning")
                break
    yield from _respelt(words, keys, taken)


def _ends_here(words: Words, at: int, last: int, owner: Person) -> bool:
    """Tell whether a given name stands by itself, if that is all that it is of the person's name."""
    if last > at + 1 or words.flags[at] & (GIVEN | NAME) != GIVEN or _is_surname(owner, words.words[at].stem):
        return True
    if at and words.spaced[at - 1] and words.flags[at - 1] & TITLE:
        return False  # «مشروع الملك فلان»: another
    return not words.spaced[at] or bool(words.flags[at + 1] & STOP)


def _is_surname(person: Person, form: str) -> bool:
    """Tell whether a word is the last of somebody's name, or all of it."""
    full = islice(person.namings, _MOST_NAMINGS)  # the fullest stand first
    return len(person.key) == 1 or any(len(n.key) > 1 and n.key[-1] == form for n in full)


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


def short_names(  # noqa: C901 - one case a form of a name
    words: Words, people: list[Person]
) -> dict[tuple[str, ...], list[Person]]:
    """Return the word sequences by which each person may return: the whole name and its last unit."""
    keys: dict[tuple[str, ...], list[Person]] = {}
    for person in people:
        for name in {(n.first, n.last): n for n in person.namings}.values():
            forms = (words.words[name.first].stem, *words.table.forms[name.first + 1 : name.last])
            parts = [forms]
            if forms[0] in {"بن", "ابن"}:
                parts += [("بن", *forms[1:]), ("ابن", *forms[1:])]
            if len(name.key) > 1:
                size = _last_unit(forms, name.key[-1])
                parts.append(forms[len(forms) - size :])
                if parts[-1][0] == "بن":
                    parts.append(("ابن", *parts[-1][1:]))
                    if father_of(words, name):
                        parts.append(parts[-1][1:])
                if len(name.key) > 2:
                    parts.append(forms[len(forms) - size - _last_unit(forms[: len(forms) - size], name.key[-2]) :])
                first = words.lexis.table.get(forms[0], 0)
                if len(name.key) == 2 and first & NAME and words.flags[name.first] & NAME:
                    parts.append(forms[: len(forms) - size])
                elif first & GIVEN and not first & (COMMON | LINK | PLACE | KNOWN):
                    parts.append(forms[:1])  # «نعيمة», if nobody else is called so
            for part in parts:
                if not part or (part[0] in _NEVER_ALONE and len(part) == 1):
                    continue
                owners = keys.setdefault(part, [])
                if person not in owners:
                    owners.append(person)
    return keys


def _last_unit(forms: tuple[str, ...], unit: str) -> int:
    """Return how many words the last unit has."""
    size, joined = 0, ""
    while joined != unit and size < len(forms):
        size += 1
        joined = forms[-size] + joined
    return size


def _stands_alone(  # noqa: PLR0911 - conditions in order of cost
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
    flag, word = words.lexis.word(single).flags, words.words[first]
    # «بيان» is no «يان»
    doubtful = (
        flag & COMMON
        or (not word.peel and word.stem != single and word.flags & COMMON)
        or single == "علي"
        or len(single) < _GIVEN_SHORT
    )
    if not doubtful:
        return True
    surname = flag & DEFINITE and flag & WEAK and not flag & NISBA
    if not first or not words.spaced[first - 1]:
        if first and flags[first - 1] & (CUE | TITLE) and in_quotes(words, first):
            return True  # «وأكد "عرب" أن»
        return bool(surname and last < words.count and words.flags[last] & STOP)
    if surname:
        # it might be an adjective of the noun before it; behind a particle, a verb or a noun that has no article, not
        return bool(flags[first - 1] & (CUE | TITLE | STOP) or not flags[first - 1] & DEFINITE)
    return bool(flags[first - 1] & (CUE | TITLE))


def _respelt(  # noqa: C901 - one loop over words, with its cache
    words: Words, keys: Mapping[tuple[str, ...], list[Person]], taken: set[int]
) -> Iterator[Returning]:
    """Yield single words that spell a known surname otherwise («أسكنازي»), or hide it in mixed scripts («بلين肯»)."""
    surnames: dict[str, list[Person]] = {}
    for key, owners in keys.items():
        # a given name that is a part alone is looked for as it is
        bearers = [p for p in owners if _is_surname(p, key[0])]
        if len(key) == 1 and len(key[0]) > 3 and bearers:
            surnames.setdefault(key[0], bearers)
    if not surnames:
        return
    by_initial: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        by_initial[bare(surname)[0]].append(surname)
    decided: dict[str, tuple[Person | None, int]] = {}
    flags, kept = words.flags, words.words
    for i in [i for i in words.marked if not flags[i] & _ORDINARY]:
        if i in taken:
            continue
        flag, stem = flags[i], kept[i].stem
        if len(stem) < 4 or (stem[0] not in _CLITIC_LETTERS and bare(stem)[0] not in by_initial):
            continue
        if stem not in decided:
            decided[stem] = (_respelt_owner(words, stem, flag, by_initial, surnames), 0)
            for clitic in PROCLITICS if decided[stem][0] is None and not words.words[i].peel and not flag else ():
                # «ولفلان»: a spelling that no list knows keeps its proclitics
                if stem.startswith(clitic) and len(stem) - len(clitic) > 4 and decided[stem][0] is None:
                    rest = _respelt_owner(words, stem[len(clitic) :], flag, by_initial, surnames)
                    decided[stem] = (rest, len(clitic))
        owner, peel = decided[stem]
        if owner is not None and _stands_alone(words, i, i + 1, taken, words.words[i].stem):
            taken.add(i)
            yield Returning(owner, i, i + 1, words.words[i].peel or peel, "respelt")


_ORDINARY: Final = COMMON | STOP
_CLITIC_LETTERS: Final = frozenset("وفبلك")


def _respelt_owner(
    words: Words, stem: str, flag: int, by_initial: dict[str, list[str]], surnames: dict[str, list[Person]]
) -> Person | None:
    candidates = by_initial.get(bare(stem)[0], [])[:MOST_COMPARED]
    if flag & FOREIGN:
        fitting = [s for s in candidates if fits_mixed(stem, s)]
    else:
        fitting = [s for s in candidates if same_unit(words, stem, s)]
    owners = {id(p): p for s in fitting for p in surnames[s]}
    return next(iter(owners.values())) if len(owners) == 1 else None
