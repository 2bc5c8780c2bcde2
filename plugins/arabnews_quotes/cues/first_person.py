"""Finds words in the first person right behind a verb of saying, without any sign («وقال نحن سعداء»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import COMMAS

from .scanning import Frame

if TYPE_CHECKING:
    from arabnews.cues import CueForm
    from arabnews_quotes.nouns.phrases import Phrase, Reading

_SOON: Final = 9
_NEAR: Final = 14
"""Words without a sign are someone's only so near behind the verb."""


def is_near(reading: Reading, index: int) -> bool:
    """Tell whether near behind a verb someone may begin to speak himself («قال فلان نحن سعداء»)."""
    near = reading.passage.words.forms[index + 1 : min(index + _SOON, reading.passage.hi)]
    return not reading.grammar.opener.isdisjoint(near)


def has_me(reading: Reading, at: int) -> bool:
    """Tell whether «لدي» stands at a word, or one that does not fold like «لدى» («محلل لدى البنك»)."""
    words = reading.passage.words
    return words.forms[at] != "لدي" or words.text[words.ends[at] - 1] != "ى"


def in_first_person(reading: Reading, cue: CueForm, index: int, start: int, source: Phrase | None) -> Frame | None:
    """Return the frame of words that begin in the first person right behind a strong verb («قال نحن سعداء»)."""
    if cue.cue_class not in {"say", "continue"} or cue.pronoun:
        return None
    opener = reading.grammar.opener
    if source is not None and not reading.can_speak(source):
        first = source.first
        if reading.is_first_person(first) or (first == index + 1 and reading.passage.words.forms[first] in opener):
            start = first  # «وأضاف أهتم بقراءة …»
            source = None
    if start >= reading.passage.hi or start > index + _NEAR:
        return None
    opens = reading.passage.words.forms[start] in opener and has_me(reading, start)
    if not opens and not (
        reading.is_first_person(start) and start + 1 < reading.passage.hi and reading.is_plain(start + 1)
    ):
        return None
    spoken = source is None or reading.can_speak(source)
    plain = reading.passage.gap_before(start).strip() in {"", *COMMAS}
    return Frame("clause", source, reading.passage.words.starts[start], bare=False) if spoken and plain else None
