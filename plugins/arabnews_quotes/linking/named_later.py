"""Finds the bare name by which an office without one is called further on («قال رئيس اللجنة إن … وأضاف فلان أن»)."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import TITLE
from arabnews_quotes.nouns.title_names import has_surname
from arabnews_quotes.text.grammar import without_conjunction

from .beside_names import descriptions_of

if TYPE_CHECKING:
    from arabnews.article import Entity
    from arabnews_quotes.nouns.phrases import Phrase, Reading
    from arabnews_quotes.text.cast import Part
    from arabnews_quotes.text.memory import Speaker

_WORDS: Final = 130
"""The name stands so many words behind the office."""
_PARTS: Final = 12
_ABOVE: Final = 40
"""The headline with the name stands so many words before."""
_SIGNS: Final = " \t\u00a0\"«»“”'-–—*"
_SAYS: Final = frozenset(
    {"قال", "قالت", "يقول", "تقول", "اضاف", "اضافت", "يضيف", "تضيف", "تابع", "تابعت", "واصل", "واصلت", "اوضح", "اوضحت"}
    | {
        "اكد",
        "اكدت",
        "اشار",
        "اشارت",
        "ذكر",
        "ذكرت",
        "صرح",
        "صرحت",
        "بين",
        "بينت",
        "لفت",
        "لفتت",
        "افاد",
        "افادت",
        "شدد",
    }
)


def named_later(reading: Reading, phrase: Phrase, speaker: Speaker) -> Entity | None:
    """Return whose full name is the first that speaks behind an office, if the article never tells who he is, or None.

    Whoever else speaks in the news is introduced by what he is.
    """
    noun = phrase.noun
    if noun is None or noun.kind != "role" or not noun.definite or noun.number != "s" or speaker.number in {"p", "d"}:
        return None
    if (
        reading.passage.kind == "headline"
        or phrase.last - phrase.first < 2
        or phrase.first in reading.cast.by_word
        or has_surname(reading, phrase)
    ):
        return None
    parts = reading.cast.parts
    low = bisect_left(parts, phrase.last, key=_FIRST)
    near = (part for part in parts[: min(low, _PARTS)] if phrase.first - part.last < _ABOVE)
    above = next((part for part in near if _speaks_above(reading, part)), None)
    if above is not None and _is_he(reading, above, speaker):
        return above.entity
    for part in parts[low : low + _PARTS]:
        if part.first - phrase.last > _WORDS:
            return None
        if part.entity.type == "person" and part.form == "name" and _speaks(reading, part):
            return part.entity if _is_he(reading, part, speaker) else None
    return None


def _speaks_above(reading: Reading, part: Part) -> bool:
    """Tell whether a name opens a line and a colon stands behind it, as in headlines («فلان: …»)."""
    text = reading.passage.text
    if part.entity.type != "person" or part.form != "name" or text[part.end : part.end + 2].strip()[:1] != ":":
        return False
    return not text[text.rfind("\n", 0, part.start) + 1 : part.start].strip(_SIGNS)


def _FIRST(part: Part) -> int:  # noqa: N802 - a key
    return part.first


def _speaks(reading: Reading, part: Part) -> bool:
    """Tell whether a name, or the title before it, stands right behind a verb of saying."""
    if not part.first or part.start > reading.passage.words.starts[part.first]:
        return False
    flags = reading.nouns.words.flags
    at = part.first - 1
    while at > 0 and flags[at] & TITLE and reading.nouns.words.spaced[at] and part.first - at < 3:
        at -= 1
    verb = without_conjunction(reading.passage.words.forms[at])
    return verb in _SAYS and reading.nouns.words.spaced[at]


def _is_he(reading: Reading, part: Part, speaker: Speaker) -> bool:
    """Tell whether a person is named here first, by more than a word, and called nothing else."""
    entity, flags = part.entity, reading.nouns.words.flags
    first = min(mention.span.start for mention in entity.mentions)
    gender = reading.cast.gender(entity)
    told = entity.id in reading.cast.in_office or any(
        d.close and flags[d.at] & TITLE for d in descriptions_of(reading, entity)
    )
    return first == part.start and part.last - part.first > 1 and not told and gender in {None, speaker.gender}
