"""Joins the names of one article into people, and finds where a name returns in part or respelt."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import define, field

from arabnews_entities.joining.variants import NEAR, same_spelling
from arabnews_entities.naming.namings import Naming, naming
from arabnews_entities.persons.lone_given import with_lone_surnames, with_surnames
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    DEFINITE,
    FAMOUS,
    GIVEN,
    HEAD,
    LINK,
    NAME,
    NAMELIKE,
    NISBA,
    PLACE,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from arabnews_entities.vocabulary.wordforms import Lexis
    from arabnews_entities.vocabulary.words import Words


@define(eq=False)
class Person:
    """A person being put together: all namings, the fullest first, and where other letters or a post name him."""

    namings: list[Naming] = field(factory=list)
    elsewhere: list[tuple[int, int]] = field(factory=list)
    ends: list[str] = field(factory=list)
    """How shorter names of two units or more end, where the fullest ends otherwise."""
    opens: str = field(init=False)
    """The letter with which the fullest name begins, without the article; `closes`, with which its last unit does."""
    closes: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.opens, self.closes = bare(self.key[0])[0], bare(self.key[-1])[0]

    @property
    def key(self) -> tuple[str, ...]:
        """The units of the fullest name."""
        return self.namings[0].key


def bare(unit: str) -> str:
    """Return a unit without the article, for comparison: «الكسائي» and «كسائي» are one."""
    return unit[2:] if unit.startswith("ال") and len(unit) > 4 else unit


def same_unit(words: Words, a: str, b: str) -> bool:
    """Tell whether two units of names are one name, spellings of transliteration allowed."""
    return a == b or (-5 < len(a) - len(b) < 5 and _same(words.lexis, a, b))


@lru_cache(maxsize=16384)
def _same(lexis: Lexis, a: str, b: str) -> bool:
    a, b = bare(a), bare(b)
    if a == b:
        return True
    near = NEAR.get(a[0])
    if near is None or b[0] not in near or not -3 < len(a) - len(b) < 3 or len(a) < 4 or len(b) < 4:
        return False
    table = lexis.table
    first, second = table.get(a, 0), table.get(b, 0)
    # a foreign given name is spelt now so, now so; Arabic ones that differ are two
    both_given = bool(first & GIVEN and second & GIVEN and not first & second & NAME)
    return same_spelling(a, b, both_listed=bool(first & NAMELIKE and second & NAMELIKE), both_given=both_given)


def same_name(words: Words, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name of two units or more is another's, with units left out: «خالد علي» of «خالد محمد علي»."""
    if len(short) > len(full):
        short, full = full, short
    if not same_unit(words, short[0], full[0]) and not (len(short) > 1 and same_unit(words, short[-1], full[-1])):
        return False
    at = 0
    for unit in short:
        while at < len(full) and not same_unit(words, unit, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def settled(words: Words, names: list[Naming]) -> list[Naming]:
    """Return the names in the light of the whole article.

    A word that always follows the last one of a name belongs to it («داوود راجحة»); a clitic that is a letter of
    another's surname («برايس») is none.
    """
    if not names:
        return names
    forms, count = words.table.forms, words.count
    names = with_lone_surnames(words, with_surnames(words, names))
    names = _without_clitics(words, names)
    surnames = {forms[n.last - 1] for n in names if n.last - n.first > 1}
    kept = [n for n in names if n.last - n.first > 1 or not words.words[n.first].peel or forms[n.first] not in surnames]
    pairs: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for n in kept:
        lone = len(n.key) == 1 and n.rule == "title-name" and not words.flags[n.first] & FAMOUS
        if lone and n.last < count and words.spaced[n.last - 1] and not words.words[n.last].peel:
            flag = words.flags[n.last]
            if flag & COMMON and not flag & (STOP | TITLE | DEFINITE | NISBA | PLACE | HEAD):
                pairs[forms[n.last - 1], forms[n.last]].append(n)
    longer: dict[int, Naming] = {}
    many = {pair: found for pair, found in pairs.items() if len(found) > 1}
    often = Counter(forms) if many else Counter[str]()
    for (last, behind), found in many.items():
        # a passage that returns word for word tells nothing: what follows must differ
        behind_it = {forms[n.last + 1 : n.last + 2] for n in found}
        if len(found) == often[last] == often[behind] and len(behind_it) > 1:
            longer |= {id(n): naming(words, n.first, n.last + 1, n.rule, n.phrase) for n in found}
    return _without_stray(words, [longer.get(id(n), n) for n in kept])


def _without_clitics(words: Words, names: list[Naming]) -> list[Naming]:
    """Take و or a preposition off names of which the rest is a name of the article too («ونافز بركات»)."""
    doubtful = [
        n for n in names if len(n.key) > 1 and len(n.key[0]) > _SHORT and n.key[0][0] in _CLITICS
        and not words.words[n.first].peel
    ]  # fmt: skip
    if not doubtful:
        return names
    keys = {n.key for n in names}
    peeled = {
        id(n): n._replace(key=(n.key[0][1:], *n.key[1:]), start=words.begin(n.first, 1))
        for n in doubtful
        if (n.key[0][1:], *n.key[1:]) in keys
    }
    return [peeled.get(id(n), n) for n in names] if peeled else names


_CLITICS: Final = frozenset("وفبلك")
_SHORT: Final = 3


def _without_stray(words: Words, names: list[Naming]) -> list[Naming]:
    """Cut an ordinary word off a long name that stands more often without it: «عبد الفتاح السيسي | ظهر»."""
    names = _without_object(words, names)
    doubtful = [
        n
        for n in names
        if (len(n.key) > 2 or (len(n.key) == 2 and words.flags[n.first] & (GIVEN | NAME | COMMON) == NAME))
        and words.flags[n.last - 1] & COMMON
        and not words.flags[n.last - 1] & NAMELIKE
        and n.key[-1] == words.table.forms[n.last - 1]
    ]
    if not doubtful:
        return names
    often = Counter(n.key for n in names)
    cut = {}
    for n in doubtful:
        without = often[n.key[:-1]]
        verb = words.flags[n.last - 1] & (VERB | STOP)
        surname = words.flags[n.last - 1] & (DEFINITE | WEAK) == DEFINITE | WEAK and not words.words[n.last - 1].peel
        returns = surname and len(words.positions(n.key[-1])) > often[n.key]
        if (without > often[n.key] and not returns) or (verb and (without or often[n.key[-2:-1]])):
            cut[id(n)] = naming(words, n.first, n.last - 1, n.rule)
    return [cut.get(id(n), n) for n in names]


def _without_object(words: Words, names: list[Naming]) -> list[Naming]:
    """Cut an unknown word with the article off the surname of somebody («دعا كرامة | الهيئات»)."""
    flags = words.flags
    doubtful = [
        n
        for n in names
        if len(n.key) == 2
        and flags[n.last - 1] & DEFINITE
        and not flags[n.last - 1] & (NAMELIKE | NISBA)
        and not flags[n.first + (words.words[n.first].stem == "بن")] & (GIVEN | LINK)
        and n.key[1] == words.table.forms[n.last - 1]
    ]
    if not doubtful:
        return names
    surnames = {n.key[-1] for n in names if len(n.key) > 1}
    cut = {id(n): naming(words, n.first, n.last - 1, n.rule) for n in doubtful if n.key[0] in surnames}
    return [cut.get(id(n), n) for n in names] if cut else names


def join(words: Words, names: Iterable[Naming]) -> list[Person]:
    """Return the people that the names name. A lone surname that two people bear is left out."""
    people: list[Person] = []
    by_key: dict[tuple[str, ...], Person] = {}
    near: dict[str, list[Person]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-len(n.key), n.start)):
        known = by_key.get(name.key) or by_key.get(_surname_first(name.key))
        if known is not None:
            known.namings.append(name)
            continue
        bearers = _bearers(words, name, near) if _is_ruler(words, name) else _fitting(words, name.key, near)
        fitting = [p for p in bearers if not _other_ruler(words, name, p)]
        if len(fitting) == 1:
            person = fitting[0]
            person.namings.append(name)
            by_key[name.key] = person
            end = name.key[-1]
            if len(name.key) > 1 and end not in {person.key[-1], *person.ends}:
                person.ends.append(end)
                near[_initial(end)].append(person)
        elif not fitting or len(name.key) > 1:
            # one full name that fits two longer ones stays by itself
            person = Person([name])
            people.append(person)
            by_key[name.key] = person
            father = father_of(words, name)
            if father:
                person.ends.append(father)
            for initial in dict.fromkeys(
                _initial(unit) for unit in (*name.key[:_LONGEST], name.key[-1], father) if unit
            ):
                near[initial].append(person)
    return people


def _surname_first(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name of two units the other way round, as registers have it: «الجريدي سلمى» is «سلمى الجريدي».

    Of the commonest names each combination is somebody's.
    """
    return key[::-1] if len(key) == _BOTH and not _COMMONEST.issuperset(key) else ()


def father_of(words: Words, name: Naming) -> str:
    """Return the surname behind «بن» if it is no given name, or "": «بيتر بن كذا» is called «كذا» too."""
    last = name.last - 1
    if (
        last <= name.first
        or words.words[last - 1].stem not in {"بن", "ابن"}
        or words.flags[last] & (GIVEN | COMMON | DEFINITE)
    ):
        return ""
    return words.table.forms[last]


_BOTH: Final = 2
_COMMONEST: Final = frozenset({"محمد", "احمد", "محمود", "علي", "حسن", "حسين", "عمر", "خالد", "ابراهيم", "صالح", "سعيد"})
_BLESSED: Final = re.compile(r"[^\w.]{1,4}(?:صل[ىي] |عليه (?:ال|أفضل)|ص\))")
_RULERS: Final = frozenset({"نبي", "ملك", "ملكه", "امير", "اميره", "سلطان", "بابا", "امام", "خليفه"})


def _is_ruler(words: Words, name: Naming) -> bool:
    """Tell whether somebody is called by a given name behind a ruler's title («الملك فهد»): it is nobody's surname."""
    if len(name.key) > 1 or name.phrase is None or name.phrase.head not in _RULERS:
        return False
    titled = name.first > 0 and words.flags[name.first - 1] & DEFINITE  # «الإمام», not «أمام»
    return bool(titled) and words.flags[name.first] & (GIVEN | DEFINITE) == GIVEN


def _bearers(words: Words, name: Naming, near: Mapping[str, list[Person]]) -> list[Person]:
    """Return the people found so far who bear a given name."""
    found = near.get(_initial(name.key[0]), [])[:MOST_COMPARED]
    return [p for p in found if same_unit(words, name.key[0], p.key[0])]


def _other_ruler(words: Words, name: Naming, person: Person) -> bool:
    """Tell whether «الملك فلان» is not whoever has the same given name: nobody calls him a king."""
    if len(name.key) > 1 or len(person.key) == 1:
        return False
    if _BLESSED.match(words.text, words.end(name.last - 1)):
        return True  # «محمد صلى الله عليه وسلم» is none of those who bear his name
    if name.phrase is None or name.phrase.head not in _RULERS:
        return False
    if person.key[-1] == name.key[0]:
        return False
    return not any(_called(words, n, name.phrase.head) for n in person.namings)


def _called(words: Words, name: Naming, title: str) -> bool:
    """Tell whether a name has a title among those before it («صاحب السمو الملكي الأمير فلان»)."""
    phrase = name.phrase
    if phrase is None or phrase.head == title:
        return phrase is not None
    return any(each is not None and each.lemma == title for each in map(words.title, range(phrase.first, name.first)))


def _initial(unit: str) -> str:
    """Return the letter under which a unit is looked up: near letters share one."""
    first = bare(unit)[:1]
    return _INITIALS.get(first, first)


_INITIALS: Final = {
    letter: group[0] for group in ("غجقك", "سصشثز", "تط", "دضذظ", "حهخ", "فبو", "اي") for letter in group
}
_LONGEST: Final = 4
"""So many units of a name are asked for."""
MOST_COMPARED: Final = 40
"""How many people a name is compared with: keeps the work linear where a text names thousands."""


_FEW: Final = 8
"""Of more people, those are left out first whose names begin with other letters."""


def _near(unit: str) -> frozenset[str]:
    """Return the letters with which a unit may begin that is the same one, spelt otherwise."""
    first = bare(unit)[0]
    return NEAR.get(first) or frozenset(first)


def _fitting(words: Words, key: tuple[str, ...], near: Mapping[str, list[Person]]) -> list[Person]:
    """Return the people found so far whose names the key may be a form of."""
    first = near.get(_initial(key[0]), [])[:MOST_COMPARED]
    if len(key) > 1:
        last = near.get(_initial(key[-1]), [])[:MOST_COMPARED]
        both = list({id(p): p for p in (*first, *last)}.values())
        if len(both) > _FEW:
            opens, ends = _near(key[0]), _near(key[-1])
            both = [p for p in both if p.opens in opens or p.closes in ends]
        return [p for p in both if same_name(words, key, p.key)]
    unit, letters = key[0], _near(key[0])
    fitting = [p for p in first if p.closes in letters and len(p.key) > 1 and same_unit(words, unit, p.key[-1])]
    fitting = fitting or [p for p in first if p.ends and any(same_unit(words, unit, end) for end in p.ends)]
    if not fitting:
        alike = [p for p in first if p.opens in letters and same_unit(words, unit, p.key[0])]
        fitting = [p for p in alike if len(p.key) == 1] or alike
    if fitting or words.lexis.word(unit).flags & LINK:
        return fitting
    return [p for p in first if unit in p.key[1:-1]]  # of two surnames the first
