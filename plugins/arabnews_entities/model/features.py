"""What the model is told of an item: all of it depends on the item alone, so that a word type is read once.

The trainer and the decoder read the same functions. Whoever changes what they return raises `VERSION` and trains anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities import flags
from arabnews_entities.model.sequence import is_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews_entities.wordforms import Lexis

VERSION: Final = 1

_FLAGS: Final = tuple(
    (f"f{flag.bit_length()}", flag)
    for flag in (
        flags.GIVEN, flags.NAME, flags.WEAK, flags.COMMON, flags.PARTICLE, flags.TITLE, flags.NISBA, flags.PLACE,
        flags.HEAD, flags.KNOWN, flags.CUE, flags.LINK, flags.STATUS, flags.DEFINITE, flags.FOREIGN, flags.VERB,
        flags.ABBREVIATED, flags.FAMOUS, flags.INTRODUCER,
    )
)  # fmt: skip
_MASK: Final = sum(flag for _, flag in _FLAGS) | flags.NUMBER
LONGEST: Final = 40
"""Longer words are read by their beginning alone: what stands behind it names nobody."""


def item_class(item: str, lexis: Lexis) -> str:
    """Return the class of an item, of which the model sees the pair and the triple: a mark itself, or a word's flags.

    >>> from arabnews_entities.wordlists import lexis
    >>> item_class("<,>", lexis()), item_class("1998", lexis()) == item_class("7", lexis())
    ('<,>', True)
    """
    return item if is_mark(item) else f"{lexis.word(item).flags & _MASK:x}"


def item_features(item: str, lexis: Lexis, classes: Mapping[str, str]) -> list[str]:  # noqa: C901 - one kind of feature after the other
    """Return the features of an item.

    `classes` maps words without proclitics to their classes among the words of news, a coarse one and a fine one
    ("12.250"): words of one class stand beside the same neighbours.

    >>> from arabnews_entities.wordlists import lexis
    >>> item_features("<,>", lexis(), {})
    ['w<,>']
    """
    if is_mark(item):
        return [f"w{item}"]
    item = item[:LONGEST]
    word = lexis.word(item)
    flag, stem = word.flags & _MASK, word.stem
    if flag & flags.NUMBER:
        return [f"n{min(len(item), 5)}", "n"]
    if item.isascii():
        return ["latin", f"l{min(len(item), 6)}", f"w{item}"]
    found = [f"w{item}", f"s{stem}", f"l{min(len(item), 9)}", f"F{flag:x}"]
    found += [name for name, bit in _FLAGS if flag & bit]
    if word.peel:
        found.append(f"c{item[: word.peel]}")
    bare = stem.removeprefix("ال")
    if bare != stem:
        found += ("al", f"b{bare}")
    for size in (1, 2, 3, 4):
        if len(stem) > size:
            found += (f"<{stem[:size]}", f">{stem[-size:]}")
    if flag & (flags.PLACE | flags.KNOWN):
        places = lexis.places.get(stem, ())
        found += sorted({f"{place.kind[0]}{min(len(place.words), 2)}" for place in places})
    title = lexis.titles.get(stem)
    if title is not None:
        found.append(f"t{title.kind[0]}")
    known = classes.get(stem)
    if known is not None:
        coarse, _, fine = known.partition(".")
        found += (f"K{coarse}", f"k{fine}")
    return found
