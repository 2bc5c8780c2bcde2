"""Finds the name by which a source without one is introduced right behind it («أحد السكان ويدعى فلان»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import BARE_THAT, BI_THAT

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.cast import Part

_CALLED: Final = frozenset(
    {"يدعي", "ويدعي", "تدعي", "وتدعي", "اسمه", "واسمه", "اسمها", "واسمها", "المدعو", "المدعوه", "يسمي", "ويسمي", "تسمي"}
)
_IS: Final = frozenset({"وهو", "وهي"})
_COMMAS: Final = frozenset({"", "،", ","})
_ENDS: Final = frozenset({"،", ",", ":", "،:", ")", "):"}) | BARE_THAT | BI_THAT


def introduced_by_name(reading: Reading, phrase: Phrase) -> Entity | None:
    """Return whose name is told right behind a source or at its end, by a word for being called or in brackets."""
    passage = reading.passage
    forms, at = passage.words.forms, phrase.last
    for i in range(phrase.first + 1, at):
        if forms[i] in _CALLED:
            part = _name(reading, i + 1)
            return part.entity if part is not None else None
    if at + 1 >= passage.hi:
        return None
    gap = passage.gap_before(at).strip()
    if gap == "(":
        part = _name(reading, at)
        closed = part is not None and passage.gap_before(part.last).strip()[:1] == ")"
        return part.entity if part is not None and closed else None
    if gap in _COMMAS and (forms[at] in _CALLED or forms[at] in _IS):
        part = _name(reading, at + 1)
        if part is not None and (forms[at] in _CALLED or _is_name_alone(reading, part)):
            return part.entity
    return None


def _name(reading: Reading, at: int) -> Part | None:
    """Return the name of a person that starts at a word."""
    part = reading.cast.by_word.get(at)
    own = part is not None and part.entity.type == "person" and part.form == "name"
    return part if part is not None and own and part.start == reading.passage.words.starts[at] else None


def _is_name_alone(reading: Reading, part: Part) -> bool:
    """Tell whether nothing but the name is told («وهو فلان، إن», not «وهو فلان الذي»)."""
    passage = reading.passage
    if part.last >= passage.hi:
        return True
    return passage.gap_before(part.last).strip() in _ENDS or passage.words.forms[part.last] in _ENDS
