"""Tells whether a title stands before a surname that no list knows («الرئيس بري»), not before an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.vocabulary.wordlists import COMMON, CUE, NISBA, NUMBER, PARTICLE, TITLE, VERB
from arabnews_quotes.text.memory import LONG_REACH
from arabnews_quotes.text.names import folded

from .references import again, named, own_length, stem_of

if TYPE_CHECKING:
    from arabnews_quotes.text.memory import Memory, Speaker

    from .phrases import Phrase, Reading

_SCHOLARS: Final = frozenset({"الامام", "الحافظ", "العلامه", "الشيخ", "الدكتور", "الدكتوره", "السيد", "السيده"})
"""Behind these stands a name, seldom an adjective."""
_OF_SCHOLARS: Final = frozenset(
    {"السلفي", "الصوفي", "الشيعي", "السني", "الازهري", "الحالي", "الثاني", "المذكور", "الجليل", "النفسي", "النفسيه"}
    | {"الشرعي", "الاولي", "الحقيقي"}
)


def called_by_surname(reading: Reading, phrase: Phrase, memory: Memory, speaker: Speaker) -> Speaker | None:
    """Return whom a title and a surname mean: the person whose name ends so, or as he is called; None without one."""
    if not has_surname(reading, phrase):
        return None
    at = phrase.first + 1
    words = reading.passage.words
    whole = reading.cast.by_ending.get(words.forms[at])
    if whole is not None:
        return named(whole, speaker)
    known = _whose_surname(memory, words.forms[at])
    if known is not None:
        return again(known, speaker)
    part = reading.cast.by_word.get(at)
    own = part is not None and part.entity.type == "person" and part.form == "name" and part.start == words.starts[at]
    return named(part.entity, speaker) if part is not None and own else evolve(speaker, kind="person")


def bearer_of(reading: Reading, memory: Memory, speaker: Speaker, name: str) -> Speaker | None:
    """Return the person of whose longer name the mentions miss the end or, if he is the only one, the beginning.

    He may also have spoken before by a longer name that no list knows.
    """
    called = folded(name)
    entity = reading.cast.by_ending.get(called) or reading.cast.by_beginning.get(called)
    if entity is not None:
        return named(entity, speaker)
    known = _whose_surname(memory, name)
    return again(known, speaker) if known is not None else None


def _whose_surname(memory: Memory, name: str) -> Speaker | None:
    """Return who spoke before by a longer name that ends so, though no list knows it («فلان الزلكرن … الزلكرن»)."""
    ending = " " + folded(name)
    people = (t.speaker for t in memory.latest(LONG_REACH) if t.speaker.kind == "person")
    return next((known for known in people if folded(known.name).endswith(ending)), None)


def has_surname(reading: Reading, phrase: Phrase) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a title stands before a surname that no list knows («الإمام البستاني»), not an adjective."""
    words, flags = reading.passage.words, reading.nouns.words.flags
    if phrase.last - phrase.first < 2 or not flags[phrase.first] & TITLE:
        return False
    if own_length(reading, phrase) != 2 or not stem_of(reading, phrase.first).startswith("ال"):
        return False
    second, what = words.forms[phrase.first + 1], flags[phrase.first + 1]
    if second in reading.grammar.reflexive or what & NISBA or second.startswith("وال"):
        return False
    title = reading.nouns.words.title(phrase.first + 1)
    if title is not None and title.kind in {"office", "honorific"}:
        return False  # «السيد الرئيس»
    part = reading.cast.by_word.get(phrase.first + 1)
    if part is not None and part.entity.type == "person" and part.form == "name" and part.last == phrase.first + 2:
        return part.start == words.starts[part.first]  # «الرئيس الأسد», a lion elsewhere
    if not second.startswith("ال"):  # «الرئيس بري»
        return not what & (VERB | CUE | NUMBER | PARTICLE) and not any(
            reading.is_governed(phrase.first + 1, lead) for lead in "بل"
        )
    if stem_of(reading, phrase.first) in _SCHOLARS:
        return second not in _OF_SCHOLARS  # «الإمام النووي»
    common = bool(reading.nouns.words.lexis.word(second).flags & COMMON)
    return not common or (words.forms[phrase.first] in reading.grammar.title and not second.endswith("ي"))
