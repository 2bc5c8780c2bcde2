"""Finds what someone is asked for behind «من»: «طلب من السكان الابتعاد», «طلب منه المحققون الحضور»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .agents import has_masdar_shape
from .asides import past_asides
from .extent import is_definite
from .noun_starts import starts_noun
from .scanning import Frame, prepositions_of
from .settings import noun_behind_setting

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

_OF_WHOM: Final = frozenset({"منه", "منها", "منهم", "منهما", "منهن", "مني", "منا", "منك", "منكم"})
"""«من» with the pronoun of who is asked."""
_SHORTEST: Final = 4
"""A masdar of a derived verb has more letters («ابتعاد»; but «آثار»)."""


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
            return None
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
    if joined or (is_definite(word) and not asked and not has_masdar_shape(word.removeprefix("ال"))):
        return None  # «طلب من بعض المشاركين الرجال …»
    return Frame("noun", source, passage.words.starts[at])


def _end_of_addressee(reading: Reading, addressee: Phrase) -> int:
    """Return the word behind who is asked, without a masdar that was read as an adjective («السكان | الابتعاد»)."""
    forms = reading.passage.words.forms
    for at in range(addressee.first + 1, addressee.last):
        bare = forms[at].removeprefix("ال")
        masdar = is_definite(forms[at]) and len(bare) > _SHORTEST and has_masdar_shape(bare)
        if masdar and at not in reading.cast.by_word:
            return at
    return addressee.last
