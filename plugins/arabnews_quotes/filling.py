"""Reads the noun phrase of a source to its end where a clause, a colon or a mark shows where that is.

What stands between a source and «أن» is the source's, unless it is a name, an adverb or another noun phrase: «أكدت
الهيئة الوطنية | لنصرة قضايا الأمة أن», «قال مسؤول | بارز في الحركة إن». All must fit, or nothing is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from arabnews_entities.wordlists import COMMON, CUE, DEFINITE, HEAD, NISBA, NUMBER, PARTICLE, TITLE, VERB

from .extent import is_definite
from .gaps import past_marked_name
from .grammar import BI_THAT, SINGULAR, THAT
from .press import is_told
from .within import leads_within

if TYPE_CHECKING:
    from .phrases import Phrase, Reading

FARTHEST: Final = 9
"""No more words are added to a source."""
_WITHIN: Final = frozenset({"في", "من", "لدي", "داخل"})
_ACTING: Final = frozenset({"بالنيابه", "بالانابه", "بالوكاله"})
_LEADING: Final = ("المشرف", "المطلع", "المسوول", "المنتسب", "المنتم", "القايم")
"""How participles begin that lead on by a preposition."""
_THIS: Final = frozenset({"هذا", "هذه", "تلك", "ذلك"})
_SUPERLATIVE: Final = frozenset({"الاكثر", "الاقل"})
_RULERS: Final = frozenset({"السلطات", "سلطات", "قوات", "القوات", "المعارضه", "الشرطه", "النيابه", "السفاره", "سفاره"})
"""Bodies that «في» tells from others of their name («السلطات في طاجيكستان»)."""
_OPENING: Final = frozenset(':«"“(،,')


def filled(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a phrase with the words behind it, if all of them up to its clause, a colon or a mark can be its own."""
    noun, at = phrase.noun, phrase.last
    if phrase.name is not None or (noun is not None and (noun.name_span is not None or noun.kind == "document")):
        return phrase
    if at >= reading.passage.hi or not reading.is_plain(at) or reading.passage.words.forms[at] in THAT:
        return phrase
    end = _end(reading, at)
    if end <= at or not _fits(reading, phrase, end):
        return phrase
    end = past_marked_name(reading, end)
    body = noun.kind == "organization" if noun is not None else bool(reading.nouns.words.flags[phrase.first] & HEAD)
    return evolve(phrase, last=end, whole=body)


def _end(reading: Reading, at: int) -> int:  # noqa: PLR0911 - one case a sign
    """Return the word at which what may belong to a source ends, or 0 where nothing shows it."""
    passage, grammar, flags = reading.passage, reading.grammar, reading.nouns.words.flags
    forms = passage.words.forms
    for i in range(at, min(passage.hi, at + FARTHEST)):
        word = forms[i]
        if word in THAT or word in BI_THAT:
            return i
        if not reading.is_plain(i):
            gap = passage.gap_before(i).strip()[:1]
            return i if gap in _OPENING and (gap not in "،,(" or reading.shows(i - 1)) else 0
        if word[0] == "ل" and is_told(reading, i, word):
            return i if i > at else 0
        if word in grammar.adverb or word in grammar.between or word in grammar.connector or i in reading.cast.dates:
            return i if i > at and reading.shows(i) else 0
        if word in grammar.relative or flags[i] & (NUMBER | CUE) or (flags[i] & VERB and not flags[i] & DEFINITE):
            return 0
        if word in grammar.preposition and word not in _WITHIN and not _governs(forms[i - 1], word):
            return 0
    return 0


def _fits(  # noqa: C901, PLR0911 - one case a kind of word
    reading: Reading, phrase: Phrase, end: int
) -> bool:
    """Tell whether the words behind a phrase, up to `end`, can all be its own."""
    forms, flags, noun = reading.passage.words.forms, reading.nouns.words.flags, phrase.noun
    at, head = phrase.last, forms[phrase.first]
    people = noun is not None and not noun.definite and noun.kind in {"collective", "role", "person"}
    group, inside = people or reading.is_group(phrase.first), False
    part = reading.cast.by_last.get(at)
    whole = part is not None and (part.first > phrase.first or not flags[part.first] & HEAD)
    definite = whole or is_definite(forms[at - 1])
    while at < end:
        word, part = forms[at], reading.cast.by_word.get(at)
        if _governs(forms[at - 1], word) or (word in _THIS and not definite):
            at, definite, inside = at + 1, False, True
            continue
        if word in _WITHIN:
            if not (group or head in _RULERS) or not leads_within(reading, at, word):
                return False
            at, definite, inside = at + 1, False, True
            continue
        if part is not None:
            glued = part.start > reading.passage.words.starts[part.first]
            if part.entity.type == "person" or part.last > end or (definite and not glued):
                return False
            if glued and word[0] != ("ب" if group else "ل"):
                return False  # «مصدر باتحاد الكرة», «الأمانة العامة لحزب النهر»
            at, definite = max(part.last, at + 1), True
            continue
        peel = reading.nouns.words.words[at].peel
        if (peel or reading.is_governed(at, "ل")) and word[0] == "ل":
            if group or word.endswith("نا"):
                return False
            at, definite = at + 1, word.startswith("لل")
            continue
        if word in _ACTING or (word.startswith("وال") and definite and forms[at - 1][-1] == word[-1]):
            at += 1
            continue
        if peel or len(word) < 2 or flags[at] & PARTICLE or _is_clause(reading, at):
            return False
        if not _agrees(reading, at, definite=definite and not (inside and is_definite(word))):
            return False
        definite = definite or is_definite(word)
        at += 1
    return forms[end - 1] not in _WITHIN


def _governs(before: str, word: str) -> bool:
    """Tell whether a participle with the article leads on by its preposition («المصادر المشرفة على الملف»)."""
    return before.startswith(_LEADING) and word in {"علي", "عن", "الي"}


def _is_clause(reading: Reading, at: int) -> bool:
    """Tell whether a word rather begins what was said: «ضرورة …», «قيام …»."""
    word = reading.passage.words.forms[at]
    return word in reading.grammar.theme or word in reading.grammar.event or reading.is_masdar(word)


def _agrees(reading: Reading, at: int, *, definite: bool) -> bool:
    """Tell whether a noun or adjective can go on a phrase: with the article behind one that has it, or without."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    word, before = forms[at], forms[at - 1]
    if not is_definite(word):
        if before in _SUPERLATIVE:
            return True  # «الأكثر تمثيلا»
        accusative = word[-1] == "ا" and bool(reading.nouns.words.lexis.word(word[:-1]).flags & COMMON)
        return not definite and not accusative and not flags[at] & TITLE
    if not definite:
        return True
    if flags[at] & (HEAD | TITLE):
        return False
    plural = before.endswith(("ين", "ات", "ون")) and before not in SINGULAR
    if plural:
        return bool(flags[at] & NISBA) or not word.endswith(("ين", "ون", "ات"))
    return bool(flags[at] & NISBA) or word.endswith(("ي", "يه")) or word in _SUPERLATIVE
