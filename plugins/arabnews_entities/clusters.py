"""Joins the names of one article into people, and finds where a name returns in part or respelt."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import compress
from typing import TYPE_CHECKING, Final

from attrs import define, field

from arabnews_entities.people import Naming, naming
from arabnews_entities.variants import NEAR, fits_mixed, same_spelling
from arabnews_entities.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    GIVEN,
    HEAD,
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
    from collections.abc import Iterable, Mapping

    from arabnews_entities.words import Words

_GIVEN_SHORT: Final = 3
_NEVER_ALONE: Final = frozenset({"الله", "الدين", "الرحمن"})


@define(eq=False)
class Person:
    """A person being put together: all namings, the fullest first."""

    namings: list[Naming] = field(factory=list)

    @property
    def key(self) -> tuple[str, ...]:
        """The units of the fullest name."""
        return self.namings[0].key


def bare(unit: str) -> str:
    """Return a unit without the article, for comparison: «الكسائي» and «كسائي» are one."""
    return unit[2:] if unit.startswith("ال") and len(unit) > 4 else unit


def same_unit(words: Words, a: str, b: str) -> bool:
    """Tell whether two units of names are one name, spellings of transliteration allowed."""
    if a == b:
        return True
    a, b = bare(a), bare(b)
    if a == b:
        return True
    near = NEAR.get(a[0])
    if near is None or b[0] not in near or not -3 < len(a) - len(b) < 3 or len(a) < 4 or len(b) < 4:
        return False
    table = words.lexis.table
    first, second = table.get(a, 0), table.get(b, 0)
    both_given = bool(first & GIVEN and second & GIVEN)
    return same_spelling(a, b, both_listed=bool(first & NAMELIKE and second & NAMELIKE), both_given=both_given)


def same_name(words: Words, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name of two units or more is another's, with units left out: «خالد علي» of «خالد محمد علي»."""
    if len(short) > len(full):
        short, full = full, short
    at = 0
    for unit in short:
        while at < len(full) and not same_unit(words, unit, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return same_unit(words, short[0], full[0]) or (same_unit(words, short[-1], full[-1]) and len(short) > 1)


def settled(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names in the light of the whole article.

    A word that always follows the last one of a name belongs to it («داوود راجحة»); a clitic that is a letter of
    another's surname («برايس») is none.
    """
    if not names:
        return names
    forms, count = words.table.forms, len(words)
    surnames = {forms[n.last - 1] for n in names if n.last - n.first > 1}
    kept = [n for n in names if n.last - n.first > 1 or not words.words[n.first].peel or forms[n.first] not in surnames]
    pairs: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for n in kept:
        if n.last < count and words.joined(n.last - 1) and not words.words[n.last].peel:
            flag = words.flags[n.last]
            if flag & COMMON and not flag & (STOP | TITLE | DEFINITE | NISBA | PLACE | HEAD):
                pairs[forms[n.last - 1], forms[n.last]].append(n)
    longer: dict[int, Naming] = {}
    many = {pair: found for pair, found in pairs.items() if len(found) > 1}
    often = Counter(forms) if many else Counter[str]()
    for (last, behind), found in many.items():
        if len(found) == often[last] == often[behind]:
            longer |= {id(n): naming(words, n.first, n.last + 1, n.rule, n.phrase) for n in found}
    return [longer.get(id(n), n) for n in kept]


def join(words: Words, names: Iterable[Naming]) -> list[Person]:
    """Return the people that the names name. A lone surname that two people bear is left out."""
    people: list[Person] = []
    by_key: dict[tuple[str, ...], Person] = {}
    near: dict[str, list[Person]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-len(n.key), n.start)):
        known = by_key.get(name.key)
        if known is not None:
            known.namings.append(name)
            continue
        fitting = [p for p in _fitting(words, name.key, near) if not _other_ruler(name, p)]
        if len(fitting) == 1:
            fitting[0].namings.append(name)
            by_key[name.key] = fitting[0]
        elif not fitting or len(name.key) > 1:
            # one full name that fits two longer ones stays by itself
            person = Person([name])
            people.append(person)
            by_key[name.key] = person
            for initial in dict.fromkeys((_initial(name.key[0]), _initial(name.key[-1]))):
                near[initial].append(person)
    return people


_RULERS: Final = frozenset({"ملك", "ملكه", "امير", "اميره", "سلطان", "بابا", "امام", "خليفه"})


def _other_ruler(name: Naming, person: Person) -> bool:
    """Tell whether «الملك فلان» is not whoever has the same given name: nobody calls him a king."""
    if len(name.key) > 1 or name.phrase is None or name.phrase.head not in _RULERS or len(person.key) == 1:
        return False
    if person.key[-1] == name.key[0]:
        return False
    return all(n.phrase is None or n.phrase.head != name.phrase.head for n in person.namings)


def _initial(unit: str) -> str:
    """Return the letter under which a unit is looked up: near letters share one."""
    first = bare(unit)[:1]
    return _INITIALS.get(first, first)


_INITIALS: Final = {
    letter: group[0] for group in ("غجقك", "سصشثز", "تط", "دضذظ", "حهخ", "فبو", "اي") for letter in group
}
_MOST_COMPARED: Final = 40
"""How many people a name is compared with: keeps the work linear where a text names thousands."""


def _fitting(words: Words, key: tuple[str, ...], near: Mapping[str, list[Person]]) -> list[Person]:
    """Return the people found so far whose names the key may be a form of."""
    first = near.get(_initial(key[0]), [])[:_MOST_COMPARED]
    if len(key) > 1:
        last = near.get(_initial(key[-1]), [])[:_MOST_COMPARED]
        both = list({id(p): p for p in (*first, *last)}.values())
        return [p for p in both if same_name(words, key, p.key)]
    unit = key[0]
    fitting = [p for p in first if len(p.key) > 1 and same_unit(words, unit, p.key[-1])]
    fitting = fitting or [p for p in first if len(p.key) == 1 and same_unit(words, unit, p.key[0])]
    return fitting or [p for p in first if len(p.key) > 1 and same_unit(words, unit, p.key[0])]


def propagate(words: Words, people: list[Person], taken: set[int]) -> None:
    """Add the places where a known name stands without anything that would show it: whole, in part, or spelt otherwise.

    `taken` are the words that belong to a name already; what is found is added to it.
    """
    if not people:
        return
    keys = _short_names(words, people)
    places = _occurrences(words, {key[0] for key in keys})
    lengths: dict[str, list[int]] = {}
    for key in keys:
        known = lengths.setdefault(key[0], [])
        if len(key) not in known:
            known.append(len(key))
    forms = words.table.forms
    for first, form, peel in places:
        for length in sorted(lengths[form], reverse=True):
            last = first + length
            owners = keys.get((form, *forms[first + 1 : last]), [])
            if words.flags[first] & PARTICLE and length == 1:
                continue  # «على», «رمضان»
            if len(owners) != 1 or last > len(words) or any(i in taken for i in range(first, last)):
                continue
            if not all(words.joined(i) for i in range(first, last - 1)):
                continue
            if _stands_alone(words, first, last, taken, single=length == 1):
                _add(words, owners[0], first, last, peel, "returning", taken)
                break
    _respelt(words, keys, taken)


def _add(words: Words, person: Person, first: int, last: int, peel: int, rule: str, taken: set[int]) -> None:  # noqa: PLR0913, PLR0917
    made = naming(words, first, last, rule)
    person.namings.append(made._replace(start=words.begin(first, peel)))
    taken.update(range(first, last))


def _occurrences(words: Words, forms: set[str]) -> list[tuple[int, str, int]]:
    """Return where the words stand, with or without proclitics and article: index, word, letters in front of it."""
    wanted: dict[str, list[tuple[str, int]]] = {}
    for form in sorted(forms):
        wanted.setdefault(form, []).append((form, 0))
        plain = bare(form)
        for clitic in PROCLITICS:
            wanted.setdefault(clitic + form, []).append((form, len(clitic)))
            if plain != form and clitic[-1] == "ل":
                wanted.setdefault(f"{clitic}ل{plain}", []).append((form, len(clitic) + 1))
    written = words.table.forms
    return [
        (i, form, peel)
        for i in compress(range(len(written)), map(wanted.__contains__, written))
        for form, peel in wanted[written[i]]
    ]


def _short_names(words: Words, people: list[Person]) -> dict[tuple[str, ...], list[Person]]:
    """Return the word sequences by which each person may return: the whole name and its last unit."""
    keys: dict[tuple[str, ...], list[Person]] = {}
    for person in people:
        for name in {(n.first, n.last): n for n in person.namings}.values():
            forms = (words.stem(name.first), *words.table.forms[name.first + 1 : name.last])
            parts = [forms]
            if forms[0] in {"بن", "ابن"}:
                parts += [("بن", *forms[1:]), ("ابن", *forms[1:])]
            if len(name.key) > 1:
                size = _last_unit(forms, name.key[-1])
                parts.append(forms[len(forms) - size :])
                if parts[-1][0] == "بن":
                    parts.append(("ابن", *parts[-1][1:]))
                if len(name.key) == 2 and words.lexis.table.get(forms[0], 0) & NAME and words.flags[name.first] & NAME:
                    parts.append(forms[: len(forms) - size])
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


def _stands_alone(words: Words, first: int, last: int, taken: set[int], *, single: bool) -> bool:
    """Tell whether a returning name is a name here: no part of another's, and not the ordinary word it may be."""
    flags = words.flags
    if first and words.joined(first - 1) and not words.words[first].peel:
        before = flags[first - 1]
        if before & NAMELIKE and not before & COMMON and first - 1 not in taken:
            return False
    goes_on = last < len(words) and words.joined(last - 1) and flags[last] & NAMELIKE and not flags[last] & COMMON
    if single and goes_on and flags[first] & GIVEN and not words.words[last].peel and last not in taken:
        return False
    if not single:
        return True
    flag = words.lexis.word(words.stem(first)).flags
    doubtful = flag & COMMON or words.stem(first) == "علي" or len(words.stem(first)) < _GIVEN_SHORT
    if not doubtful:
        return True
    surname = flag & DEFINITE and flag & WEAK and not flag & NISBA
    if not first or not words.joined(first - 1):
        return bool(surname and last < len(words) and words.flags[last] & STOP)
    # a surname with the article might be an adjective of the noun before it; behind a particle or verb it is not
    return bool(flags[first - 1] & (CUE | TITLE | STOP if surname else CUE | TITLE))


def _respelt(  # noqa: C901 - one loop over words, with its cache
    words: Words, keys: dict[tuple[str, ...], list[Person]], taken: set[int]
) -> None:
    """Add single words that spell a known surname otherwise («أسكنازي»), or hide it in mixed scripts («بلين肯»)."""
    surnames: dict[str, list[Person]] = {}
    for key, owners in keys.items():
        if len(key) == 1 and len(key[0]) > 3:
            surnames.setdefault(key[0], owners)
    if not surnames:
        return
    by_initial: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        by_initial[bare(surname)[0]].append(surname)
    decided: dict[str, tuple[Person | None, int]] = {}
    for i in [i for i in words.marked if not words.flags[i] & (COMMON | STOP)]:
        stem, flag = words.words[i].stem, words.flags[i]
        if i in taken or len(stem) < 4:
            continue
        if stem not in decided and stem[0] not in _CLITIC_LETTERS and bare(stem)[0] not in by_initial:
            decided[stem] = (None, 0)
        if stem not in decided:
            decided[stem] = (_respelt_owner(words, stem, flag, by_initial, surnames), 0)
            for clitic in PROCLITICS if decided[stem][0] is None and not words.words[i].peel and not flag else ():
                # «ولفلان»: a spelling that no list knows keeps its proclitics
                if stem.startswith(clitic) and len(stem) - len(clitic) > 4 and decided[stem][0] is None:
                    rest = _respelt_owner(words, stem[len(clitic) :], flag, by_initial, surnames)
                    decided[stem] = (rest, len(clitic))
        owner, peel = decided[stem]
        if owner is not None and _stands_alone(words, i, i + 1, taken, single=True):
            _add(words, owner, i, i + 1, words.words[i].peel or peel, "respelt", taken)


_CLITIC_LETTERS: Final = frozenset("وفبلك")


def _respelt_owner(
    words: Words, stem: str, flag: int, by_initial: dict[str, list[str]], surnames: dict[str, list[Person]]
) -> Person | None:
    candidates = by_initial.get(bare(stem)[0], [])[:_MOST_COMPARED]
    if flag & FOREIGN:
        fitting = [s for s in candidates if fits_mixed(stem, s)]
    else:
        fitting = [s for s in candidates if same_unit(words, stem, s)]
    owners = {id(p): p for s in fitting for p in surnames[s]}
    return next(iter(owners.values())) if len(owners) == 1 else None
