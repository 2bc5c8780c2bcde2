"""Names a spokesman whose words the article gives again to someone with a name, or whose post is told with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews.fold import fold
from arabnews_entities.phrasing.steps import SPEAKS_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arabnews.article import Entity, Statement

_HEADS: Final = ("متحدث", "ناطق")
"""With these the speaker begins whom one person alone can be («متحدث باسم الشركة»)."""
_FEWEST: Final = 5
"""Fewer words of direct speech are alike by chance."""
_SIGNS: Final = str.maketrans(dict.fromkeys('"«»“”،,.:؛؟!()'))


def name_by_words(made: list[Statement], entities: Sequence[Entity]) -> None:
    """Give what an indefinite spokesman says to the person who is told to have said the same, or to hold his post.

    «قال متحدث باسم الشركة: "…"» and further down «قال المتحدث باسم الشركة، فلان: "…"».
    """
    nameless = dict.fromkeys(s.speaker for s in made if s.entity is None and s.speaker and s.speaker.startswith(_HEADS))
    for speaker in nameless:
        person = _by_words(made, speaker, entities) or _by_post(speaker, entities)
        if person is None:
            continue
        for index, statement in enumerate(made):
            if statement.speaker == speaker and statement.entity is None:
                made[index] = evolve(statement, speaker=person.name, entity=person.id)


def _by_words(made: Sequence[Statement], speaker: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the one person who says in direct speech what the spokesman says."""
    people = {entity.id: entity for entity in entities if entity.type == "person"}
    mine = [words for statement in made if statement.speaker == speaker for words in _direct(statement)]
    theirs = {
        statement.entity
        for statement in made
        if statement.entity in people and statement.source is not None
        for words in _direct(statement)
        if any(words in said or said in words for said in mine)
    }
    return people[next(iter(theirs)) or ""] if len(theirs) == 1 else None


def _direct(statement: Statement) -> Iterator[str]:
    """Yield the words of direct speech, where they are enough to know them again, between blanks."""
    words = " ".join(piece.text for piece in statement.content).translate(_SIGNS).split()
    if statement.type == "direct" and len(words) >= _FEWEST:
        yield f" {fold(' '.join(words))} "


def _by_post(speaker: str, entities: Sequence[Entity]) -> Entity | None:
    """Return the one person of whom the article tells the post of a spokesman («متحدث باسم كذا»), word by word."""
    post = _plain_words(speaker)
    if SPEAKS_FOR.isdisjoint(post[1:]):
        return None
    holders = {
        entity.id: entity
        for entity in entities
        if entity.type == "person" and any(mention.form == "name" for mention in entity.mentions)
        if any(
            [w.removeprefix("ال") for w in fold(role.text).translate(_SIGNS).split()] == post for role in entity.roles
        )
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def _plain_words(text: str) -> list[str]:
    return [word.removeprefix("ال") for word in fold(text).translate(_SIGNS).split()]
