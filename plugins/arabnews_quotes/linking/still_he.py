"""Tells where an office that nobody was given yet is that of who has been speaking («قال فلان … وأوضح مدرب الفريق»).

News introduces whoever is new by his name or turns to him («من جانبه»); a sentence that «و» and a verb of saying open
goes on. So whoever spoke last is meant, if it is a person whom the article knows, unless his gender, his country or
another office that he is told to hold tells against it. An office of which an article tells several, or that of a
state, is his only where his own has a word of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews.fold import fold
from arabnews_quotes.nouns.references import again

from .beside_names import core

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.cues.report import Report
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.memory import Memory, Speaker

_SPOKESMEN: Final = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_MANY: Final = frozenset({"وزير", "ملك", "امير", "سفير", "وزيره", "سفيره", "محافظ", "قاضي", "مفتي", "نايب"})
"""Offices of which an article tells several: their bearer is told by what he is over."""
_STATE: Final = frozenset({"وزراء", "حكومه", "جمهوريه", "دوله", "بلاد", "برلمان"})
"""Who presides over these needs no name."""
_GENERAL: Final = frozenset({"عام", "اول", "سابق", "وطني", "كبير", "دكتور", "استاذ", "مهندس"})
_ADJECTIVES: Final = ("ي", "يه")
_WHOLE: Final = 2
"""A title of so many words tells what somebody is over."""


def still_he(reading: Reading, report: Report, source: Phrase, memory: Memory, speaker: Speaker) -> Speaker:
    """Return who has been speaking for an office without a name that goes on; else the speaker as he is."""
    noun, passage = source.noun, reading.passage
    at = passage.word_at(report.cue[0])
    forms, starts = passage.words.forms, passage.words.starts
    opens = report.cue[0] == starts[at] + 1 and forms[at][0] == "و" and source.first == at + 1
    if not opens or not memory.turns or noun is None or noun.kind != "role" or not noun.definite:
        return speaker
    if source.last - source.first < _WHOLE or source.name is not None or not _is_office(reading, source.first):
        return speaker
    several = speaker.number in {"p", "d"} or speaker.co_speakers
    if (
        several
        or core(forms[source.first]) in _SPOKESMEN
        or speaker.name not in passage.text[starts[at] : report.content]
    ):
        return speaker
    if passage.word_at(passage.sentence_start(report.cue[0])) < at:
        return speaker
    last = memory.turns[-1].speaker
    entity = next((one for one in reading.cast.people if one.id == last.entity), None)
    if last.kind != "person" or entity is None or reading.cast.gender(entity) not in {None, speaker.gender}:
        return speaker
    return again(last, speaker) if _may_be_his(reading, source, entity) else speaker


def _is_office(reading: Reading, at: int) -> bool:
    """Tell whether a word heads an office or a calling: a style has a name behind it («الإمام فلان»)."""
    title = reading.nouns.words.title(at)
    return title is not None and (title.kind in {"office", "person"} or reading.passage.words.forms[at] == "استاذ")


def _may_be_his(reading: Reading, source: Phrase, entity: Entity) -> bool:
    """Tell whether a person may hold an office: his own tell of the same matter, or of none."""
    country = source.noun.country if source.noun is not None else None
    if country is not None and entity.country not in {None, country}:
        return False
    forms = reading.passage.words.forms
    own = {core(forms[i]) for i in range(source.first + 1, source.last)}
    shared = False
    for role in entity.roles:
        told = {core(word) for word in fold(role.text).split()[1:] if word not in reading.grammar.style} - _GENERAL
        shared = shared or not own.isdisjoint(told)
        if not shared and any(not word.endswith(_ADJECTIVES) for word in told):
            return False  # «مدير المرصد» is not «رئيس الجمعية»
    return shared or (core(forms[source.first]) not in _MANY and own.isdisjoint(_STATE))
