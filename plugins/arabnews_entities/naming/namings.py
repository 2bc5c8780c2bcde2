"""A name of a person at one place of a text, as all that finds names hands it on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from arabnews_entities.naming.names import units_of
from arabnews_entities.vocabulary.flags import LINK

if TYPE_CHECKING:
    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words


class Naming(NamedTuple):
    """A name of a person at one place: words, offsets, its units as folded strings, and the phrase around it."""

    first: int
    last: int
    start: int
    end: int
    key: tuple[str, ...]
    rule: str
    phrase: NounPhrase | None = None


def naming(words: Words, first: int, last: int, rule: str, phrase: NounPhrase | None = None) -> Naming:
    """Return the naming of a range of words."""
    table, word = words.table, words.words[first]
    # inside a name no letter is a clitic, even where the word without it is a name too («نيد برايس»)
    key: tuple[str, ...] = (word.stem, *table.forms[first + 1 : last])
    if "ابن" in key:
        key = tuple(["بن" if stem == "ابن" else stem for stem in key])
    for flag in words.flags[first : last - 1]:
        if flag & LINK:
            key = tuple(["".join(key[a - first : b - first]) for a, b in units_of(words, first, last)])
            break
    start = words.begin(first) if word.peel else table.starts[first]
    return Naming(first, last, start, table.ends[last - 1], key, rule, phrase)
