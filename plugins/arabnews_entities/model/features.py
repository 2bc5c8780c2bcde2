"""What the model is told of an item: all of it depends on the item alone, so that a word type is read once.

The trainer and the decoder read the same functions. Whoever changes what they return raises `VERSION` and trains anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.model.sequence import is_mark
from arabnews_entities.vocabulary import flags

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arabnews_entities.vocabulary.wordforms import Lexis, Word

VERSION: Final = 1

_FLAGS: Final = tuple(
    (f"f{flag.bit_length()}", flag)
    for flag in (
        flags.GIVEN, flags.NAME, flags.WEAK, flags.COMMON, flags.PARTICLE, flags.TITLE, flags.NISBA, flags.PLACE,
        flags.HEAD, flags.KNOWN, flags.CUE, flags.LINK, flags.STATUS, flags.DEFINITE, flags.FOREIGN, flags.VERB,
        flags.ABBREVIATED, flags.FAMOUS, flags.INTRODUCER,
    )
)  # fmt: skip
MASK: Final = sum(flag for _, flag in _FLAGS) | flags.NUMBER
LISTED: Final = flags.PLACE | flags.KNOWN
"""What begins the name of a place or an organisation."""
AFFIX: Final = 4
"""How many letters of a stem's beginning and end are told, at most: less than all."""
LONGEST: Final = 40
"""Longer words are read by their beginning alone: what stands behind it names nobody."""


def item_class(item: str, lexis: Lexis) -> str:
    """Return the class of an item, of which the model sees the pair and the triple: a mark itself, or a word's flags.

    >>> from arabnews_entities.vocabulary.wordlists import lexis
    >>> item_class("<,>", lexis()), item_class("1998", lexis()) == item_class("7", lexis())
    ('<,>', True)
    """
    return item if is_mark(item) else flag_class(lexis.word(item).flags)


def flag_class(flag: int) -> str:
    """Return the class of words that may be the same."""
    return f"{flag & MASK:x}"


def item_features(item: str, lexis: Lexis, classes: Mapping[str, str]) -> list[str]:
    """Return the features of an item.

    `classes` maps words without proclitics to their classes among the words of news, a coarse one and a fine one
    ("12.250"): words of one class stand beside the same neighbours.

    >>> from arabnews_entities.vocabulary.wordlists import lexis
    >>> item_features("<,>", lexis(), {})
    ['w<,>']
    """
    if is_mark(item):
        return [f"w{item}"]
    item = item[:LONGEST]
    word = lexis.word(item)
    flag, stem = word.flags & MASK, word.stem
    if flag & flags.NUMBER:
        return [f"n{min(len(item), 5)}", "n"]
    if item.isascii():
        return ["latin", f"l{min(len(item), 6)}", f"w{item}"]
    found = [f"w{item}", f"s{stem}", f"l{min(len(item), 9)}", *flag_features(flag)]
    if word.peel:
        found.append(f"c{item[: word.peel]}")
    bare = stem.removeprefix("ال")
    if bare != stem:
        found += ("al", f"b{bare}")
    size = min(AFFIX, len(stem) - 1)
    for pair in zip(head_features(stem[:size]), tail_features(stem[len(stem) - size :]), strict=True):
        found += pair
    return [*found, *list_features(word), *class_features(classes.get(stem))]


def flag_features(flag: int) -> list[str]:
    """Return the features of what a word may be."""
    return [f"F{flag:x}", *(name for name, bit in _FLAGS if flag & bit)]


def head_features(head: str) -> list[str]:
    """Return the features of the first letters of a word's stem."""
    return [f"<{head[:size]}" for size in range(1, len(head) + 1)]


def tail_features(tail: str) -> list[str]:
    """Return the features of the last letters of a word's stem."""
    return [f">{tail[len(tail) - size :]}" for size in range(1, len(tail) + 1)]


def list_features(word: Word) -> list[str]:
    """Return the features of the lists that a word's stem stands in: places and titles."""
    found: list[str] = []
    if word.flags & LISTED:
        found += sorted({f"{place.kind[0]}{min(len(place.words), 2)}" for place in word.places})
    if word.title is not None:
        found.append(f"t{word.title.kind[0]}")
    return found


def class_features(known: str | None) -> tuple[str, ...]:
    """Return the features of a class among the words of news, the coarse one and the fine one."""
    if known is None:
        return ()
    coarse, _, fine = known.partition(".")
    return f"K{coarse}", f"k{fine}"
