"""Finds surnames of known people that are spelt otherwise, or written in two scripts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from arabnews_entities.joining.clusters import MOST_COMPARED, Person, bare, same_unit
from arabnews_entities.joining.short_names import is_surname
from arabnews_entities.joining.variants import fits_mixed
from arabnews_entities.vocabulary.wordlists import (
    COMMON,
    CUE,
    DEFINITE,
    FOREIGN,
    NAMELIKE,
    PARTICLE,
    PROCLITICS,
    STOP,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from arabnews_entities.vocabulary.words import Words


_ORDINARY: Final = COMMON | STOP
_SHORTEST: Final = 4
"""A shorter surname is spelt in one way."""
_CLITIC_LETTERS: Final = frozenset("وفبلك")


def find_respelt(  # noqa: C901, PLR0912 - one loop over words, with its cache
    words: Words, keys: Mapping[tuple[str, ...], list[Person]], taken: set[int]
) -> Iterator[tuple[Person, int, int]]:
    """Yield single words that spell a known surname otherwise («أسكنازي»), or hide it in mixed scripts («بلين肯»).

    Each is its bearer, the word, and how many letters stand before the name in it. What the caller takes meanwhile is
    passed over.
    """
    surnames: dict[str, list[Person]] = {}
    for key, owners in keys.items():
        if len(key) > 1 or len(key[0]) < _SHORTEST:
            continue
        # a given name that is a part alone is looked for as it is
        bearers = [p for p in owners if is_surname(p, key[0])]
        if bearers:
            surnames[key[0]] = bearers
    if not surnames:
        return
    by_initial: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        by_initial[bare(surname)[0]].append(surname)
    decided: dict[str, tuple[Person | None, int]] = {}
    flags, kept = words.flags, words.words
    for i in words.marked:
        flag = flags[i]
        if flag & _ORDINARY or i in taken:
            continue
        stem = kept[i].stem
        if "ال" + stem in surnames and i and words.spaced[i - 1] and _leads_to_adjective(flags[i - 1]):
            continue  # «مصدر حوثي» is not «حمزة الحوثي»
        if len(stem) < _SHORTEST or (stem[0] not in _CLITIC_LETTERS and bare(stem)[0] not in by_initial):
            continue
        if stem not in decided:
            decided[stem] = (_respelt_owner(words, stem, flag, by_initial, surnames), 0)
            for clitic in PROCLITICS if decided[stem][0] is None and not words.words[i].peel and not flag else ():
                # «ولفلان»: a spelling that no list knows keeps its proclitics
                if stem.startswith(clitic) and len(stem) - len(clitic) > 4 and decided[stem][0] is None:
                    rest = _respelt_owner(words, stem[len(clitic) :], flag, by_initial, surnames)
                    decided[stem] = (rest, len(clitic))
        owner, peel = decided[stem]
        if owner is not None:
            yield owner, i, words.words[i].peel or peel


def _leads_to_adjective(flag: int) -> bool:
    """Tell whether a word is a noun without the article, or a particle: what follows without it is an adjective."""
    return bool(flag & PARTICLE or (flag & COMMON and not flag & (CUE | DEFINITE | NAMELIKE)))


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
