"""Tells at which words the noun phrase of a source may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.naming.manner import tells_how
from arabnews_entities.vocabulary.wordlists import CUE, NUMBER, TITLE, VERB

from .presents import is_governor, is_present, is_speaking_student
from .unlisted import is_adverb, leads_to_hearer, tells_of_one

if TYPE_CHECKING:
    from .phrases import Reading

_OF_STUDY: Final = frozenset({"جديد", "حديث", "علمي", "طبي", "صادر", "صدر", "نشر", "اجري", "اجراه", "اعده"})
"""Behind «بحث» these show that it is a paper."""


def may_start(reading: Reading, at: int) -> bool:  # noqa: C901, PLR0911, PLR0912 - one test a line
    """Tell whether a noun phrase of a source may begin at word `at`: no particle, no verb, nothing governed."""
    words = reading.passage.words
    word, mention = words.forms[at], reading.cast.by_word.get(at)
    if mention is not None:
        lead = word[0] == "ف" and len(word) > 3  # «فالرياض ترى»
        told = word in reading.grammar.pronoun and " " not in mention.entity.name  # «قال لي», but of «لي كوان»
        if mention.start - words.starts[at] in {0, int(lead)} and not told:
            return True
    if word == "يا" or word in reading.grammar.no_start or at in reading.cast.dates:
        return False
    if len(word) < 2 and reading.nouns.read(at) is None:
        return False
    first = word[0]
    if first in "لوي" and (
        (first == "ل" and word[1:2].isascii() and word[1:2].isalpha())
        or (first == "و" and tells_of_one(reading, at))
        or (first == "و" and reading.is_function(word[1:]) and not is_governor(reading, at))
        or word.startswith(("لكن", "ولكن"))
        or (mention is None and word.startswith("لل") and len(word) > 4)
    ):
        return False  # «وعلى سبيل المثال», «للأسف»
    if word[-1] == "ا" and mention is None and is_adverb(reading, at):
        return False
    if first == "م" and word[-1] == "ه" and mention is None and tells_how(reading.nouns.words, word):
        return False  # «قالت متسائلة: …»
    if first in "ان" and words.text[words.starts[at]] in "أن" and reading.is_first_person(at):
        return False  # «قال أطمح إلى …»
    if first in "يتسا" and mention is None and is_present(reading.nouns.words, at):
        return False  # «لما أراد أن يسرق قال»
    if first == "ط" and is_speaking_student(reading, at):
        return True
    classified = reading.nouns.words.words[at]
    if classified.flags & (NUMBER | VERB | CUE) and mention is None and not reading.is_group(at):
        if word == "بحث":  # «أكد بحث صادر عن كذا أن», but «بحث الجانبان»
            return at + 1 < reading.passage.hi and reading.passage.words.forms[at + 1] in _OF_STUDY
        return word in reading.grammar.voices and reading.passage.text[reading.passage.words.ends[at] - 1] == "ة"
    if first == "ب" and (
        reading.is_governed(at, "ب") or (mention is None and word.startswith("بال") and len(word) > 4)
    ):
        return False
    if first in "لك" and (classified.peel or leads_to_hearer(reading, at)):
        return word in reading.cast.by_ending  # «وقال كالي إن», «وشددت لوبان على»
    if classified.peel and first == "ف" and not classified.flags & TITLE:  # «فرئيس الوزراء …»
        return False
    cue = reading.signs.cues.get(at)
    if cue is None or classified.flags & TITLE:
        return True
    return "participle" not in cue.kinds
