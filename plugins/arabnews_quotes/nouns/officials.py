"""Whom an epithet means by the office that it tells: of his country, or of one that who spoke last does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.joining.roles import heads_of

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.text.memory import Speaker

    from .phrases import Phrase, Reading

_WHO_SPOKE: Final = frozenset({"متحدث", "ناطق", "متكلم"})
"""Heads that tell of no office: whoever spoke last is called so."""


def official(reading: Reading, phrase: Phrase, speaker: Speaker) -> Entity | None:
    """Return the one person whose office a phrase tells, if his gender may be that of the verb."""
    entity = reading.nouns.entity(phrase.noun) if phrase.noun is not None and speaker.number not in {"p", "d"} else None
    if entity is None or entity.type != "person":
        return None
    return entity if reading.cast.may_be(entity.id, speaker.gender) else None


def of_nation(reading: Reading, phrase: Phrase, speaker: Speaker) -> Entity | None:
    """Return the person of whose country an epithet tells («المسؤول الفرنسي»), whoever spoke last, or None."""
    if phrase.noun is None or phrase.noun.country is None:
        return None
    entity = official(reading, phrase, speaker)
    return entity if entity is not None and entity.country == phrase.noun.country else None


def other_official(
    reading: Reading, phrase: Phrase, speaker: Speaker, found: Speaker | None, head: str
) -> Entity | None:
    """Return whose office an epithet tells, if who spoke last holds one that it does not tell.

    «الدبلوماسي» is the ambassador, though a writer spoke last; `head` is its head noun without the article.
    """
    if found is None or found.entity not in reading.cast.in_office or head in _WHO_SPOKE:
        return None
    entity = official(reading, phrase, speaker)
    if entity is None or entity.id == found.entity:
        return None
    theirs = {words[0] for known, words in reading.cast.roles if known.id == found.entity and words}
    return entity if heads_of(head).isdisjoint(theirs) else None
