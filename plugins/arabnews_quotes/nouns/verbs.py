"""Tells verbs: by their first letter, where a verb is to be expected, or surely, by their other forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arabnews_entities.vocabulary.wordlists import COMMON, NAMELIKE, VERB

from .presents import is_present

if TYPE_CHECKING:
    from .phrases import Reading


def is_verb(reading: Reading, index: int) -> bool:
    """Tell whether a word is a verb by the lists, or by its first letter where it is no name.

    That is enough where a clause may begin («بحسب التقرير يحتاج السد …»); elsewhere a noun may begin so too.
    """
    word, flags = reading.passage.words.forms[index], reading.nouns.words.flags[index]
    cue = reading.signs.cues.get(index)
    if cue is not None and any(form.finite and not form.pronoun for form in cue.forms):
        return True  # «بلغ»
    named = flags & NAMELIKE or index in reading.cast.by_word or index in reading.cast.dates
    shaped = (word[0] == "ي" and len(word) > 3) or (word[-1] == "ت" and word[-2:] != "ات" and word[0] in "تاو")
    return bool(flags & VERB) or (shaped and not named)


def is_sure_verb(reading: Reading, at: int) -> bool:
    """Tell whether a word is a verb: by the lists, or by a prefix or feminine ending that other words show to be one.

    What a plain «قال» takes for the beginning of speech must be no name («ترامب», «بيروت») and no noun («تقرير»).
    """
    words = reading.nouns.words
    word, flags = reading.passage.words.forms[at], words.flags[at]
    if flags & NAMELIKE or at in reading.cast.by_word or at in reading.cast.dates:
        return False
    if is_present(words, at):
        return True
    if word[0] == "ت" and len(word) > 3 and word[-1] not in "هت" and word[-2] not in "يا":
        return bool(words.lexis.word("ي" + word[1:]).flags & COMMON) and at not in reading.signs.cues  # «تشمل»
    feminine = word[-1] == "ت" and len(word) > 3 and word[-2] not in "اوي" and word[0] not in "ولبكف"
    return bool(flags & VERB and not flags & COMMON) or (feminine and _has_stem(reading, word))


def _has_stem(reading: Reading, word: str) -> bool:
    """Tell whether a word without its feminine ending is a word («تلقت», but of «بيروت»)."""
    lexis = reading.nouns.words.lexis
    return any(lexis.word(word[:-1] + end).flags & (COMMON | VERB) for end in ("", "ي", "ا"))
