"""Finds whose word or paper a cue tells that points back to it: «بيان صادر عن الوزارة قالت فيه …»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.nouns.issuers import giver_of_paper
from arabnews_quotes.nouns.kinds import SPEAKERS

from .link import speaker_of_source
from .subjects import subject_of_clause

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.memory import Memory, Speaker

_CAME: Final = frozenset({"جاء", "ورد"})


def owner_of_speech(reading: Reading, start: int, cue: int, memory: Memory) -> Speaker | None:
    """Return whose word a cue with «فيها» tells: «بكلمة لفلان قال فيها», «بيان صادر عن الوزارة قالت فيه»."""
    passage, forms = reading.passage, reading.passage.words.forms
    index = passage.word_at(cue)
    if index + 1 >= passage.hi or forms[index + 1] not in reading.grammar.therein:
        return None
    for at in range(index - 1, passage.word_at(start), -1):
        glued = forms[at][0] == "ل" or forms[at - 1] == "ل"  # «مقالا لـ"فلان"»
        if not glued and forms[at - 1] not in {"عن", "من"}:
            continue
        speech = any(
            forms[i] in reading.grammar.address or forms[i][1:] in reading.grammar.address
            for i in range(max(passage.lo, at - 3), at)
        )
        noun = reading.nouns.read(at) if speech else None
        if noun is not None and noun.kind in SPEAKERS:
            return speaker_of_source(reading, reading.extended(at, noun), memory, None, None)
    by = giver_of_paper(reading, passage.word_at(start), index) if forms[index] in _CAME else None
    if by is not None:
        told = speaker_of_source(reading, by, memory, None, None)
        return evolve(told, gender=None) if told is not None else None  # «أصدرت الوزارة بيانا جاء فيه أن»
    held = not reading.grammar.address.isdisjoint(forms[max(passage.lo, index - 2) : index])
    return subject_of_clause(reading, start, cue, None, memory) if held else None  # «وألقى فلان كلمة أكد فيها»
