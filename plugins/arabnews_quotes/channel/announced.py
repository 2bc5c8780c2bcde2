"""Hears through what somebody goes on to speak, told before: «ألقى الوزير كلمة. وقال إن», «حاورت القناة الوزير»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from arabnews_quotes.cues.asides import past_adverbs
from arabnews_quotes.cues.turns import read_turns
from arabnews_quotes.text.grammar import without_conjunction

from .channel_outlets import is_outlet_name
from .channel_words import channel_among

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from arabnews.article import Channel
    from arabnews.cues import CueForm, CueReading
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.tables import Tables

    Heard: TypeAlias = tuple[int, CueForm | None, Phrase, Channel | None]
    """Where a verb tells whose turn it is, the verb, the phrase, and through what he speaks."""

_FAR: Final = 20
"""What a verb announces stands within so many words."""
_SHORTEST: Final = 2
_RELATED: Final = 2
"""A relative pronoun or «كان» stands so near before a verb that tells of another time."""
_ABOUT: Final = frozenset({"عن", "حول", "الي"})
_WITH: Final = frozenset({"مع", "الي"})


def read_waiting(  # noqa: PLR0913, PLR0917 - what the walk knows
    reading: Reading,
    tables: Tables,
    cues: Mapping[int, CueReading],
    taken: Collection[int],
    at: Sequence[int],
    announcing: Sequence[int],
) -> list[Heard]:
    """Return who is told to speak without a report, the last one first: by offset, verb, phrase, channel.

    `taken` are the offsets of the cues that report, `at` the words that may tell whom someone met,
    `announcing` the verbs of the passage that may announce through what.
    """
    heard = [(offset, *turn, None) for offset, turn in read_turns(reading, cues, taken, at).items()]
    if not announcing:
        return sorted(heard, key=_offset, reverse=True) if heard else []
    return sorted([*heard, *_find_announced(reading, tables, announcing)], key=_offset, reverse=True)


def _offset(heard: Heard) -> int:
    return heard[0]


def _find_announced(
    reading: Reading, tables: Tables, announcing: Sequence[int]
) -> Iterator[tuple[int, CueForm | None, Phrase, Channel]]:
    """Yield who is told to speak through what, with the verb's offset: whatever he says behind it is said there.

    `announcing` are the verbs of the passage that may tell it. Of a newspaper or a station that talks to somebody, it
    is he who speaks.
    """
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    for at in announcing:
        hosts = without_conjunction(forms[at]) in grammar.hosts or forms[at] in grammar.hosts
        high = min(at + _FAR, passage.hi)
        if high - at <= _SHORTEST or not (hosts or not tables.glued_channels.keys().isdisjoint(forms[at + 2 : high])):
            continue
        if passage.quotation_at(passage.words.starts[at]) is not None or _is_related(reading, at):
            continue
        high = min(high, passage.word_at(passage.stop_after(passage.words.ends[at])))
        who = _subject(reading, at)
        if who is None:
            continue
        if is_outlet_name(reading, tables, who.first, marked=hosts):
            talk = "interview" if hosts else channel_among(reading, tables, who.last, high)
            guest = _guest(reading, who.first + 1, high, beside=hosts) if talk == "interview" else None
            if guest is not None:
                yield passage.words.starts[at], None, guest, "interview"
            if talk == "interview":
                continue
        channel = None if hosts else channel_among(reading, tables, who.last, _until_cue(reading, who.last, high))
        if channel == "social":  # «تحدث عن دور تويتر»: no platform that is spoken of
            topic = next((i for i in range(who.last, high) if forms[i] in _ABOUT), high)
            channel = channel_among(reading, tables, who.last, topic)
        if channel is not None:
            yield passage.words.starts[at], None, who, channel


def _is_related(reading: Reading, at: int) -> bool:
    """Tell whether a verb stands in a relative clause, or tells of what had been («كان قد ألقى كلمة»)."""
    near = reading.passage.words.forms[max(reading.passage.lo, at - _RELATED) : at]
    return any(word in reading.grammar.relative or without_conjunction(word) in reading.grammar.kana for word in near)


def _subject(reading: Reading, at: int) -> Phrase | None:
    """Return the subject of a verb: the phrase behind it that can speak, or an outlet in marks."""
    behind = past_adverbs(reading, at + 1)
    phrase = reading.phrase(behind)
    return phrase if phrase is not None and reading.can_speak(phrase) else None


def _until_cue(reading: Reading, low: int, high: int) -> int:
    """Return where the next verb that reports stands between two words, or the second."""
    cues = reading.signs.cues
    return next((i for i in range(low, high) if i in cues and "masdar" not in cues[i].kinds), high)


def _guest(reading: Reading, low: int, high: int, *, beside: bool) -> Phrase | None:
    """Return the person to whom an outlet talks: behind «مع», or behind the outlet («حاورت صحيفة كذا الوزير فلانا»)."""
    forms = reading.passage.words.forms
    for at in range(low, high):
        led = forms[at] in _WITH
        if not (led or beside) or at + led >= high:
            continue
        at += led  # noqa: PLW2901 - behind «مع»
        noun = reading.nouns.read(at)
        if noun is None and led and at + 1 in reading.cast.by_word:  # «مع المزارع فلان»
            at, noun = at + 1, reading.nouns.read(at + 1)  # noqa: PLW2901
        if noun is not None and noun.kind in {"person", "role"} and (led or noun.name_span is not None):
            return reading.extended(at, noun)
    return None
