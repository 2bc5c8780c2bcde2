"""Tells verbs of the past from nouns by their other forms: to «نجح» belong «ينجح» and «نجحت», to «موسم» neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_FEMININE: Final = "ت"
_SHORTEST: Final = 2
_NO_VERB: Final = ("ات", "وت", "يت")


def is_past(reading: Reading, word: str) -> bool:
    """Tell whether a folded word without proclitics may be a verb of the past, of either gender."""
    return is_feminine_past(reading, word) or (_known(reading, word + _FEMININE) and _has_present(reading, word))


def is_feminine_past(reading: Reading, word: str) -> bool:
    """Tell whether a folded word without proclitics is a verb of the past with the ending of a feminine."""
    if word[-1:] != _FEMININE or word.endswith(_NO_VERB):
        return False
    stem = word[:-1]
    return len(stem) > _SHORTEST and _known(reading, stem) and _has_present(reading, stem)


def _has_present(reading: Reading, stem: str) -> bool:
    """Tell whether a stem of the past has a present that the texts know («نجح»: «ينجح», «ارتفع»: «يرتفع»)."""
    bare = stem[1:] if stem[0] == "ا" and len(stem) > _SHORTEST else stem
    return _known(reading, "ي" + bare)


def _known(reading: Reading, word: str) -> bool:
    found = reading.nouns.words.lexis.word(word)
    return bool(found.flags & COMMON) and not found.peel
