"""Tells where a definite role phrase takes up somebody without a name: «قال دبلوماسي غربي … وأضاف الدبلوماسي»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_entities.wordlists import DEFINITE, HEAD, LINK, NAMELIKE, PLACE, STOP, TITLE

if TYPE_CHECKING:
    from arabnews_entities.clusters import Person
    from arabnews_entities.phrases import NounPhrase
    from arabnews_entities.words import Words


def takes_up_unnamed(words: Words, phrase: NounPhrase, person: Person) -> bool:
    """Tell whether somebody without a name was spoken of by the same head noun since the person was named last.

    Where the person's office is called by another noun, the unnamed one is meant wherever he stands before.
    """
    if phrase.office or not phrase.article:
        return False
    form = words.words[phrase.first].stem.removeprefix("ال")
    places = [at for bare in (form, "و" + form) for at in words.positions(bare) if at < phrase.first]
    if not places:
        return False
    same = any(n.phrase is not None and n.phrase.head == phrase.head for n in person.namings)
    since = max((n.first for n in person.namings if n.first < phrase.first), default=-1) if same else -1
    return any(at > since and _stands_unnamed(words, at) for at in places)


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
