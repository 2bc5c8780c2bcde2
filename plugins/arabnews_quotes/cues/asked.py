"""Finds what someone is asked for behind «من»: «طلب من السكان الابتعاد», «طلب منه المحققون الحضور»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_quotes.nouns.agents import has_masdar_shape
from arabnews_quotes.nouns.noun_starts import starts_noun
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import THAT

from .asides import past_asides
from .government import prepositions_of
from .scanning import Frame, clause_at
from .settings import noun_behind_setting

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_OF_WHOM: Final = frozenset({"منه", "منها", "منهم", "منهما", "منهن", "مني", "منا", "منك", "منكم"})
"""«من» with the pronoun of who is asked."""
_GOD: Final = frozenset({"الله", "المولي", "الباري", "العلي", "ربه", "ربها", "ربهم", "الرحمن"})
"""Whom one asks in a prayer."""
_PRAYER: Final = 8
"""Between the verb, God and «أن» stand no more words than this."""
_SHORTEST: Final = 4
"""A masdar of a derived verb has more letters («ابتعاد»; but «آثار»)."""
_THINGS: Final = frozenset({"مساعده", "خدمه", "مقابله", "لجوء", "زواج", "حوار"})
"""What is asked for as a thing."""


def is_asked(reading: Reading, at: int) -> bool:
    """Tell whether «منه» or the like stands at word `at`."""
    return at < reading.passage.hi and reading.passage.words.forms[at] in _OF_WHOM and reading.is_plain(at)


def noun_asked_for(
    reading: Reading, index: int, source: Phrase | None, limit: int, frames: tuple[str, ...]
) -> Frame | None:
    """Return the frame of the noun that the verb at word `index` asks of someone, or None where none is asked.

    Who is asked stands right behind the verb, as a pronoun, or behind the source. Without «من» nothing tells whether a
    thing was asked for or a person sought («طلبت الشرطة الرجل»).
    """
    passage = reading.passage
    asked = is_asked(reading, index + 1)
    at = index + 1 + asked if source is None else source.last
    if not asked and is_asked(reading, at):
        asked, at = True, at + 1
    if not asked:
        if at + 1 >= passage.hi or passage.words.forms[at] != "من" or not reading.is_plain(at):
            return _deed_asked_for(reading, source, past_asides(reading, at), limit)
        addressee = reading.phrase(at + 1)
        if addressee is None or not reading.can_speak(addressee):
            return None
        at = _end_of_addressee(reading, addressee)
    prepositions = prepositions_of(frames)
    at = noun_behind_setting(reading, past_asides(reading, at), limit, prepositions) or past_asides(reading, at)
    if not starts_noun(reading, at, limit) or passage.text[passage.words.ends[at] - 1] == "ا":
        return None  # «طلب من النادل كوبا»
    word = passage.words.forms[at]
    joined = word[0] == "و" and bool(reading.nouns.words.words[at].peel)
    if joined or (is_definite(word) and not asked and not _is_masdar(reading, word.removeprefix("ال"))):
        return None  # «طلب من بعض المشاركين الرجال …»
    return Frame("noun", source, passage.words.starts[at])


def _is_masdar(reading: Reading, word: str) -> bool:
    """Tell whether a word is a masdar by its shape («ابتعاد», «توقف») or by the lists."""
    return has_masdar_shape(word) or reading.is_masdar(word) or (len(word) == _SHORTEST and word[0] == "ت")


def _deed_asked_for(reading: Reading, source: Phrase | None, at: int, limit: int) -> Frame | None:
    """Return the frame of a deed that somebody asks for («طلبت الوزارة أمس عقد اجتماع طارئ»), or None."""
    if source is None or not reading.can_speak(source) or at + 1 >= reading.passage.hi:
        return None
    word = reading.passage.words.forms[at]
    deed = has_masdar_shape(word) or (reading.is_masdar(word) and word not in _THINGS)
    if not deed or word[0] in "والبل" or not reading.is_plain(at + 1) or not starts_noun(reading, at, limit):
        return None
    return Frame("noun", source, reading.passage.words.starts[at]) if starts_noun(reading, at + 1, limit) else None


def prayed_for(reading: Reading, cue: CueForm, index: int, limit: int) -> Frame | None:
    """Return the frame of what someone asks of God («سائلا الله تعالى أن …», «سأل الوزير المولى أن …»), or None.

    Of anyone else only behind a pronoun («سألته فلانة أن …»).
    """
    passage, forms = reading.passage, reading.passage.words.forms
    high = min(index + _PRAYER, passage.hi)
    god = next((i for i in range(index + 1, high) if forms[i] in _GOD), None)
    first = god if god is not None else index + 1
    that = next((i for i in range(first, min(first + _PRAYER, passage.hi)) if forms[i] in THAT), None)
    if that is None or passage.words.starts[that] >= limit or (god is None and not cue.pronoun):
        return None
    if not all(map(reading.is_plain, range(index + 1, that + 1))):
        return None
    source = reading.phrase(index + 1) if cue.finite and god != index + 1 else None
    if god is None:
        return clause_at(reading, that, source) if source is not None and source.last == that else None
    return clause_at(reading, that, _before(reading, source, god) if source is not None else None)


def _before(reading: Reading, source: Phrase, at: int) -> Phrase:
    """Return a source without the word that was read into its name («سأل فلان | الله …»)."""
    if source.last <= at:
        return source
    noun, end = source.noun, reading.passage.words.ends[at - 1]
    if noun is not None and noun.last > at:
        span = (noun.name_span[0], end) if noun.name_span is not None and noun.name_first < at else None
        noun = noun._replace(last=at, end=end, name_last=at, name_span=span) if span is not None else None
    return evolve(source, last=at, noun=noun, name=None, agent=True)


def _end_of_addressee(reading: Reading, addressee: Phrase) -> int:
    """Return the word behind who is asked, without a masdar that was read as an adjective («السكان | الابتعاد»)."""
    forms = reading.passage.words.forms
    for at in range(addressee.first + 1, addressee.last):
        bare = forms[at].removeprefix("ال")
        masdar = is_definite(forms[at]) and len(bare) > _SHORTEST and has_masdar_shape(bare)
        if masdar and at not in reading.cast.by_word:
            return at
    return addressee.last
