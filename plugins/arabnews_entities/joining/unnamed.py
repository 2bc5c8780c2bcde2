"""Tells where a definite role phrase takes up somebody without a name: «قال دبلوماسي غربي … وأضاف الدبلوماسي»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from arabnews_entities.vocabulary.wordlists import DEFINITE, HEAD, LINK, NAMELIKE, PLACE, STOP, TITLE

if TYPE_CHECKING:
    from arabnews_entities.joining.clusters import Person
    from arabnews_entities.phrasing.phrases import NounPhrase
    from arabnews_entities.vocabulary.words import Words


class Unnamed:
    """Knows, for the people of one article, where they are named and by which heads; read once for each of them."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[int, tuple[list[int], frozenset[str | None]]] = {}

    def is_taken_up(self, phrase: NounPhrase, person: Person) -> bool:
        """Tell whether somebody without a name was spoken of by the same head noun since the person was named last.

        Where the person's office is called by another noun, the unnamed one is meant wherever he stands before.
        """
        if phrase.office or not phrase.article:
            return False
        words = self._words
        form = words.words[phrase.first].stem.removeprefix("ال")
        places = [at for bare in (form, "و" + form) for at in words.positions(bare) if at < phrase.first]
        latest = max((at for at in places if _stands_unnamed(words, at)), default=-1)
        if latest < 0:
            return False
        firsts, heads = self._namings(person)
        return phrase.head not in heads or bisect_right(firsts, latest) == bisect_left(firsts, phrase.first)

    def _namings(self, person: Person) -> tuple[list[int], frozenset[str | None]]:
        """Return the words at which a person is named, in order, and the heads of what stands beside the names."""
        known = self._known.get(id(person))
        if known is None:
            heads = frozenset(n.phrase.head for n in person.namings if n.phrase is not None)
            known = self._known[id(person)] = (sorted(n.first for n in person.namings), heads)
        return known


def _stands_unnamed(words: Words, at: int) -> bool:
    """Tell whether a bare head noun is somebody's without a name and without an office («مسؤول», «مسؤول أمريكي»)."""
    if not words.flags[at] & TITLE:
        return False
    if at and words.spaced[at - 1] and not words.words[at].peel and not words.flags[at - 1] & STOP:
        return False  # an adjective of the noun before it («زيارة دبلوماسية»)
    if not words.spaced[at]:
        return True
    following = words.flags[at + 1]
    return not following & (DEFINITE | HEAD | PLACE | NAMELIKE | LINK | TITLE) and bool(following)
