"""Finds who was called so right before his name («السائق فلان … السائق»), or holds an office («مدرب الفريق»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews.fold import fold
from arabnews_entities.phrasing.steps import SPEAKS_FOR
from arabnews_entities.vocabulary.wordlists import DEFINITE, TITLE

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.text.memory import Speaker

    from .phrases import Phrase, Reading


def _is_domain(reading: Reading, at: int) -> bool:
    """Tell whether a word is what the office before it is over («رئيس | الجمعية فلان», «باسم | الحركة فلان»)."""
    if at == 0 or not reading.nouns.words.spaced[at - 1]:
        return False
    before, flags = reading.passage.words.forms[at - 1], reading.nouns.words.flags[at - 1]
    return before in SPEAKS_FOR or bool(flags & TITLE and not flags & DEFINITE)


def person_called(reading: Reading, phrase: Phrase, speaker: Speaker) -> Entity | None:
    """Return the person whom an earlier apposition or a role called so («السائق فلان … السائق», «مدرب الفريق»)."""
    words = fold(speaker.name).split()
    if not words or speaker.number in {"p", "d"} or not reading.cast.people:
        return None
    head = words[0].removeprefix("ال")
    if len(words) == 1:
        forms, start = reading.passage.words.forms, reading.passage.words.starts[phrase.first]
        for part in reading.cast.before(start):
            if part.entity.type == "person" and part.form == "name" and part.first:
                before = forms[part.first - 1]
                called = before in {head, "ال" + head, "وال" + head, "لل" + head, "بال" + head}
                if called and not _is_domain(reading, part.first - 1):
                    return part.entity
    return reading.cast.holder_of(head, frozenset(word.removeprefix("ال") for word in words))
