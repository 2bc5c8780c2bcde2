"""Tells by which words each person may return, and whom of several a name that they share means."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from arabnews_entities.joining.clusters import Person, father_of
from arabnews_entities.vocabulary.wordlists import COMMON, FAMOUS, GIVEN, KNOWN, LINK, NAME, PLACE

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words


_MOST_NAMINGS: Final = 64
"""So many of a person's names are gone through for a surname."""
_NEVER_ALONE: Final = frozenset({"الله", "الدين", "الرحمن"})
_FAMILY: Final = frozenset({"عايله", "ال", "اسره", "عشيره", "قبيله", "فرقه", "بيت", "ابناء", "اولاد", "بني", "نظام"})
"""Behind these a surname is that of all who bear it."""
_FAR: Final = 120
"""Of those who share a surname, whoever was named in full so few words before is meant by it."""


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


def is_surname(person: Person, form: str) -> bool:
    """Tell whether a word is the last of somebody's name, or all of it."""
    if len(person.key) == 1:
        return True
    for n in islice(person.namings, _MOST_NAMINGS):  # the fullest stand first
        key = n.key
        if len(key) > 1 and key[-1] == form:
            return True
    return False


def first_bearer(words: Words, surname: str, owners: list[Person], taken: set[int]) -> list[Person]:
    """Return the one bearer of a surname whom it means alone: it stands so before the others are named, each once."""
    first, *others = sorted(owners, key=_named_at)
    late = _named_at(others[0])
    if any(len(person.namings) > 1 for person in others):
        return owners
    lone = any(at < late and at not in taken for at in words.positions(surname))
    return [first] if lone else owners


def last_bearer(words: Words, surname: str, owners: list[Person], at: int) -> list[Person]:
    """Return the one of several bearers of a surname who was named in full last before a word, if that is near.

    Of a family that rules, the surname alone is whoever rules.
    """
    if at and words.words[at - 1].stem in _FAMILY:
        return owners
    if any(n.key[0].startswith(("ابن", "بنعم")) for person in owners for n in person.namings):
        return owners  # «ابن عمي فلان»
    if words.lexis.table.get(surname, 0) & (FAMOUS | GIVEN) or not all(
        is_surname(person, surname) for person in owners
    ):
        return owners
    named = [(n.first, i) for i, p in enumerate(owners) for n in p.namings if len(n.key) > 1 and n.last <= at]
    last, index = max(named, default=(at - _FAR, 0))
    return [owners[index]] if last > at - _FAR else owners


def _named_at(person: Person) -> int:
    return min(n.first for n in person.namings)
