"""Tells whether a noun of content starts at a word, or one of a source, or a word of speech or feeling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.wordlists import NUMBER, PARTICLE

from .grammar import BI_THAT, THAT

if TYPE_CHECKING:
    from .phrases import Reading


_OWN: Final = frozenset({"بدء", "بناء", "بقاء", "بيع", "برنامج", "بطلان", "بروز", "بلوغ"})
"""Nouns whose ب is their own."""


def starts_noun(reading: Reading, index: int, limit: int) -> bool:  # noqa: PLR0911 - one test a line
    """Tell whether a noun of content may start at word `index`: no function word, verb, number or preposition."""
    passage = reading.passage
    if index >= passage.hi or passage.words.starts[index] >= limit:
        return False
    gap = passage.text[passage.words.ends[index - 1] : passage.words.starts[index]]
    if gap.lstrip('"»”').strip(" )\u00a0") not in {
        "",
        "،",
        ",",
    }:
        return False
    word, classified = passage.words.forms[index], reading.nouns.words.words[index]
    grammar = reading.grammar
    if word in grammar.negation:
        return word in {"عدم", "ما"}  # «نفى ما قيل عن …»
    if word in THAT or word in BI_THAT or word in grammar.preposition or word in grammar.relative:
        return False
    if word in grammar.connector or word in grammar.speech or word in grammar.between or index in reading.cast.dates:
        return False
    if word in grammar.adverbial:
        return word in _OWN
    if classified.flags & (NUMBER | PARTICLE):
        return False
    if reading.is_governed(index, "ب") or (classified.peel and word[0] in "لكف"):
        return False
    found = reading.signs.cues.get(index)
    return found is None or "masdar" in found.kinds or word.startswith("ال")


def is_apposition(reading: Reading, index: int) -> bool:
    """Tell whether behind a comma another title or name of the source follows («وزير الدفاع، الأمير فلان، أن»)."""
    if index >= reading.passage.hi or reading.is_plain(index):
        return False
    noun = reading.nouns.read(index)
    return noun is not None and noun.kind in {"person", "role"} and noun.definite


def is_word_of_speech(reading: Reading, index: int) -> bool:
    """Tell whether a word is a masdar of saying or a feeling, as «جدد تأكيده» needs."""
    if index >= reading.passage.hi:
        return False
    word = reading.passage.words.forms[index]
    found = reading.signs.cues.get(index)
    return word in reading.grammar.feeling or (found is not None and "masdar" in found.kinds)
