"""Finds the holder of an office whose name stands behind all that tells what and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import (
    CUE,
    DEFINITE,
    FAMOUS,
    HEAD,
    KNOWN,
    LINK,
    NAMELIKE,
    NUMBER,
    PARTICLE,
    PLACE,
    SPELT,
    TITLE,
    VERB,
    WEAK,
)
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .gaps import LONGEST_NAME
from .long_offices import STYLES
from .press import is_told
from .unlisted import is_adverb

if TYPE_CHECKING:
    from .growth import Growth
    from .phrases import Phrase, Reading

_NAME: Final = 4
"""A name that no list knows has no more words than this."""
MAYBE: Final = NAMELIKE | SPELT | WEAK | FAMOUS | LINK
"""What a word is that may belong to a name."""
_SONS: Final = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "عبد"})
"""With these no name ends."""
_NO_FIRST: Final = NUMBER | PARTICLE | CUE | VERB


def noun_of_one(phrase: Phrase) -> bool:
    """Tell whether a phrase is an office that one person holds."""
    return phrase.noun is not None and phrase.noun.kind in {"role", "person"} and phrase.noun.number == "s"


def holder_at(reading: Reading, growth: Growth, at: int) -> tuple[int, int] | None:
    """Return the words of the name that begins at word `at` behind an office, or None."""
    passage, by_word = reading.passage, reading.cast.by_word
    forms, hi = passage.words.forms, passage.hi
    if _is_style(reading, at) and at + 1 < hi:
        part = by_word.get(at + 1)
        if part is not None and part.entity.type == "person" and part.form == "name":
            return part.first, part.last
        return _unlisted(reading, growth, at + 1) if part is None else None
    part = by_word.get(at)
    if part is not None:
        flags = reading.nouns.words.flags[at]  # an unknown name may have been taken for a body's
        someone = part.entity.type == "person" or not flags & (HEAD | PLACE | KNOWN)
        own = someone and part.form == "name" and part.start == passage.words.starts[at]
        sure = part.entity.type == "person" or _surely_ends(reading, growth, part.last)
        if not (own and growth.definite and sure):
            return None
        alone = part.last == at + 1 and not _surely_ends(reading, growth, part.last)
        return (_unlisted(reading, growth, at) if alone else None) or (part.first, part.last)
    ranked = reading.nouns.words.flags[at] & TITLE and not is_definite(forms[at])
    if ranked and at + 1 < hi and reading.is_plain(at + 1):
        return holder_at(reading, growth, at + 1)  # «العميد ركن فلان»
    return _unlisted(reading, growth, at)


def _unlisted(reading: Reading, growth: Growth, first: int) -> tuple[int, int] | None:
    """Return two to four words up to a sure end that may be a name, since they fit nothing else; or None.

    One of them may be an ordinary word, if nothing but a name can stand there.
    """
    passage, at, odd = reading.passage, first, 0
    if (
        reading.nouns.words.flags[first] & _NO_FIRST
        or _has_proclitic(reading, first)
        or is_definite(passage.words.forms[first])
    ):
        return None
    while at < min(passage.hi, first + _NAME) and (at == first or reading.is_plain(at)) and not _stops(reading, at):
        part = reading.cast.by_word.get(at)
        if part is not None and part.entity.type != "person":
            return None
        if part is None and not _may_be_name(reading, at, first):
            if not _may_be_odd(reading, at):
                return None
            odd += 1
        at = part.last if part is not None else at + 1
    if passage.words.forms[at - 1] in _SONS:
        return None
    return (first, at) if at - first > 1 and odd <= growth.definite and _surely_ends(reading, growth, at) else None


def _is_style(reading: Reading, at: int) -> bool:
    word = reading.passage.words.forms[at]
    return word in reading.grammar.title or word in STYLES


def _stops(reading: Reading, at: int) -> bool:
    """Tell whether no name goes on with a word."""
    word, grammar = reading.passage.words.forms[at], reading.grammar
    if word == "علي" and _is_style(reading, at - 1):
        return reading.passage.text[reading.passage.words.ends[at] - 1] != "ي"  # «الدكتور علي كذا»
    if word in grammar.no_part or word in grammar.between or word in grammar.adverb or is_told(reading, at, word):
        return True
    return word in grammar.preposition or at in reading.cast.dates


def _may_be_name(reading: Reading, at: int, first: int) -> bool:
    """Tell whether a word is a name by the lists, or stands in none of them."""
    flags = reading.nouns.words.flags[at]
    if not flags & ~MAYBE or (flags & LINK and at > first):
        return True  # «فيسنتي دل بوسكي»
    return bool(flags & (NAMELIKE | WEAK)) and not flags & DEFINITE


def _may_be_odd(reading: Reading, at: int) -> bool:
    """Tell whether an ordinary word can be part of a name: no office, body or adverb, nothing that begins a clause."""
    if reading.nouns.words.flags[at] & (HEAD | TITLE) or _has_proclitic(reading, at) or is_adverb(reading, at):
        return False
    return not is_clause(reading, at) and reading.passage.words.forms[at] not in reading.grammar.adverbial


def _has_proclitic(reading: Reading, at: int) -> bool:
    """Tell whether a conjunction or preposition stands before a known word («والوزير», but «بالانش»)."""
    words = reading.nouns.words
    return bool(words.words[at].peel and words.flags[at] & ~DEFINITE) and reading.passage.words.forms[at][0] in "وفبلك"


def _surely_ends(reading: Reading, growth: Growth, at: int) -> bool:
    """Tell whether a source surely ends before word `at`."""
    passage, grammar = reading.passage, reading.grammar
    if at >= passage.hi or not reading.is_plain(at):
        return True
    word = passage.words.forms[at]
    if word in THAT or word in BI_THAT or growth.takes(word) or word in grammar.speech or is_told(reading, at, word):
        return True
    if growth.cue is None and at in reading.signs.cues:
        return True  # «مدير الري فلان أكد أن»
    if word[0] == "ب" and reading.is_governed(at, "ب"):
        return reading.shows(at)
    ends = word in grammar.between or word in grammar.adverb or at in reading.cast.dates or word in grammar.preposition
    return ends and reading.shows(at)


def behind_marked_body(reading: Reading, phrase: Phrase, growth: Growth, at: int) -> int:
    """Return the word behind «لـ«كذا»», what an office is for, where more than a clause follows it; else `at`.

    What is said to «كذا» ends the source («قال المدير لـ«النهر» إن»); a name behind it shows that it does not.
    """
    passage, hi = reading.passage, reading.passage.hi
    if at >= hi or not noun_of_one(phrase):
        return at
    lead = passage.words.forms[at]
    if lead not in {"ل", "ب"} or at + 1 >= hi or (reading.is_plain(at + 1) and passage.gap_before(at + 1) == ""):
        return at
    quotation = passage.opening_in(passage.words.ends[at], passage.words.ends[at] + 2)
    if quotation is None or quotation.unclosed:
        return at
    behind = passage.word_at(quotation.end)
    if behind >= hi or not 0 < behind - at - 1 <= LONGEST_NAME or passage.gap_before(behind).strip(" \"«»“”'’"):
        return at
    growth.searching, growth.behind_mark = True, behind
    return behind


def is_clause(reading: Reading, at: int) -> bool:
    """Tell whether a word rather begins what was said: «ضرورة …», «قيام …»."""
    word = reading.passage.words.forms[at]
    return word in reading.grammar.theme or word in reading.grammar.event or reading.is_masdar(word)


def name_behind_style(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:
    """Return the words of the name with which a source ends behind a style («أحد المشاركين الدكتور فلان الفلاني»)."""
    words, flags = reading.passage.words, reading.nouns.words.flags
    for at in range(phrase.first + 2, phrase.last - 2):
        if words.forms[at] in reading.grammar.title and not is_definite(words.forms[at + 1]):
            called = all(not flags[i] & (HEAD | TITLE | PLACE) for i in range(at + 1, phrase.last))
            return (at + 1, phrase.last) if called and flags[at + 1] & NAMELIKE else None
    return None
