"""Tells verbs from nouns: «يسرق», «تتوقف», «ستأخذ» head no noun phrase, «تقرير», «تجار», «طالبة» and «والي» may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import COMMON, DEFINITE, HEAD, NAMELIKE, NISBA, TITLE

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

    from .phrases import Reading

_NOUNS: Final = frozenset(
    {"يوم", "يومين", "يومان", "يوميات", "يوميه", "يد", "يدا", "يدي", "يمين", "يسار", "يهود", "يخت"}
)
"""Nouns that begin like a verb of the present."""
_STUDENTS: Final = frozenset({"طالب", "طالبه", "طالبان", "طالبتان"})
_HEIR_OF: Final = frozenset({"العهد", "عهد", "عهده", "ولي", "الامر", "امر", "امره"})
"""What the word «ولي» is of, where it is an office or somebody's guardian."""
_SHORTEST: Final = 3
_NO_VERB: Final = NAMELIKE | HEAD | TITLE | DEFINITE | NISBA


def is_present(words: Words, at: int) -> bool:
    """Tell whether an ordinary word is a verb of the present or the future («يسرق», «تتوقف», «سيأخذ»).

    «تجمع» may also be a noun, and stays one.
    """
    word, flags = words.table.forms[at], words.flags[at]
    asks = word[0] == "ا"
    several = word[0] == "ي" and word.endswith("ون") and not word.endswith("يون")  # «يحتجزون», but «يمنيون»
    if not (flags & COMMON or asks or several) or flags & _NO_VERB or len(word) < _SHORTEST + asks:
        return False
    start = words.table.text[words.table.starts[at]]
    if start == "أ":  # «أتحب أن»
        return word[1] == "ت" and bool(words.lexis.word("ي" + word[2:]).flags & COMMON)
    if start not in "يتس":
        return False  # «ئيس»
    if word[0] == "س":
        other = word[1:]
        future = word[1] in "يت" and len(other) > _SHORTEST and other[-1] != "ه"
        return future and bool(words.lexis.word(other).flags & COMMON & words.lexis.word("ي" + other[1:]).flags)
    if word[0] == "ي":
        return word not in _NOUNS and words.table.text[words.table.ends[at] - 1] != "ة"
    sure = word[1] == "ت" or len(word) == _SHORTEST
    return sure and word[-1] != "ه" and bool(words.lexis.word("ي" + word[1:]).flags & COMMON)


def is_speaking_student(reading: Reading, at: int) -> bool:
    """Tell whether «طالب» right behind a verb of saying is its subject («قالت طالبة الطب»)."""
    cue = reading.signs.cues.get(at - 1) if reading.passage.words.forms[at] in _STUDENTS else None
    return cue is not None and any(form.finite for form in cue.forms) and reading.is_plain(at)


def is_governor(reading: Reading, at: int) -> bool:
    """Tell whether a word is «والي» of a province, which folds like «وإلى», or «ولي» of a throne: no «و» and «لي»."""
    words = reading.passage.words
    if words.forms[at] == "ولي":
        return at + 1 < reading.passage.hi and words.forms[at + 1] in _HEIR_OF and reading.is_plain(at + 1)
    return reading.passage.text[words.starts[at] : words.ends[at]] == "والي"


def is_before(reading: Reading, at: int) -> bool:
    """Tell whether a word is the preposition «أمام», which folds like «إمام»."""
    return reading.passage.words.forms[at] == "امام" and reading.passage.text[reading.passage.words.starts[at]] != "إ"
