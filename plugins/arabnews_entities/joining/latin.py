"""Joins known people with their names in Latin letters, and with the posts that they wrote.

Both forms lose their vowels and what transliteration leaves open; what is left must agree («Michele Sison» and
«ميشال سيسون» are both msl ssn). Nobody is introduced so: a name in other letters only joins somebody who is named in
Arabic.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from arabnews.article import Embed
    from arabnews_entities.joining.clusters import Person

_PAIRS: Final = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("ce", "s"), ("ci", "s"), ("x", "ks"),
)  # fmt: skip
_LATIN: Final = str.maketrans("jpvzcq", "gbfskk", "aeiouwyh'’`-")
_ARABIC: Final = {
    **dict(zip("بتثجخدذرزسشصضطظغفقكلمن", "bttgkddrssssdtsgfkklmn", strict=True)),
    **dict.fromkeys("اويهحعء", ""),
}
_RUN: Final = re.compile(r"[A-Z](?<=\b[A-Z])[\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){1,3}\b", re.ASCII)
"""The capital comes before the look behind it: a pattern that begins with letters skips the others at once."""
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]{0,60}")
_LEAST: Final = 4
"""How many consonants two names must share to be one name."""


@lru_cache(maxsize=512)
def skeleton(name: str) -> str:
    """Return what is left of a name in Latin or Arabic letters when its vowels are gone and near sounds are one.

    >>> skeleton("Sison"), skeleton("سيسون")
    ('ssn', 'ssn')
    """
    name = name.lower()
    if name.isascii():
        # doubled letters are one («Sissoko»)
        name = "".join(c for i, c in enumerate(name) if c != name[i - 1 : i])
        for pair, sound in _PAIRS:
            name = name.replace(pair, sound)
        return name.translate(_LATIN)
    return "".join(_ARABIC.get(letter, letter) for letter in fold(name))


def find_latin(prose: str, people: Sequence[Person]) -> Iterator[tuple[Person, int, int]]:
    """Yield where known people are named in Latin letters in the prose, with offsets."""
    letters = prose.encode("ascii", "ignore")
    if letters.lower() == letters:
        return  # no capital, as in most articles
    runs = list(_RUN.finditer(prose))
    known = _by_skeleton(people) if runs else {}
    for run in runs if known else ():
        yield from _matches(prose, run.start(), run.end(), known, skeleton)


def join_latin(people: list[Person]) -> None:
    """Give the namings of people who are named in Latin letters alone to those of the same name in Arabic letters."""
    latin = [p for p in people if p.key[0].isascii() and all("".join(n.key).isascii() for n in p.namings)]
    if not latin:
        return
    known = _by_skeleton([p for p in people if all(p is not other for other in latin)])
    for person in latin:
        owner = known.get("".join(map(skeleton, person.key)))
        if owner is not None:
            owner.namings += person.namings
            people.remove(person)


def find_authors(text: str, embeds: Iterable[Embed], people: Sequence[Person]) -> Iterator[tuple[Person, int, int]]:
    """Yield where known people stand as authors of posts, with offsets."""
    latin = arabic = None
    for embed in embeds:
        if not embed.author:
            continue
        start = text.find(embed.author, embed.span.start, embed.span.end)
        if start < 0:
            continue
        if latin is None or arabic is None:
            latin, arabic = _by_skeleton(people), _by_letters(people)
        known, reduce = (latin, skeleton) if embed.author.isascii() else (arabic, _letters)
        yield from _matches(text, start, start + len(embed.author), known, reduce)


def _letters(word: str) -> str:
    folded = fold(word)
    return "بن" if folded == "ابن" else folded


def _by_skeleton(people: Iterable[Person]) -> dict[str, Person]:
    return _unique((p, "".join(map(skeleton, n.key))) for p in people for n in p.namings if len(n.key) > 1)


def _by_letters(people: Iterable[Person]) -> dict[str, Person]:
    return _unique((p, "".join(n.key)) for p in people for n in p.namings if len(n.key) > 1)


def _unique(keys: Iterable[tuple[Person, str]]) -> dict[str, Person]:
    """Return the keys that are one person's alone."""
    found: dict[str, list[Person]] = {}
    for person, key in keys:
        owners = found.setdefault(key, [])
        if len(key) >= _LEAST and all(person is not owner for owner in owners):
            owners.append(person)
    return {key: owners[0] for key, owners in found.items() if len(owners) == 1}


def _matches(
    text: str, start: int, end: int, known: dict[str, Person], reduce: Callable[[str], str]
) -> Iterator[tuple[Person, int, int]]:
    words = [(m.start(), m.end(), reduce(m.group())) for m in _WORD.finditer(text, start, end)][:12]
    for i in range(len(words)):
        for j in range(len(words), i + 1, -1):
            person = known.get("".join(word for _, _, word in words[i:j]))
            if person is not None:
                yield person, words[i][0], words[j - 1][1]
                return
