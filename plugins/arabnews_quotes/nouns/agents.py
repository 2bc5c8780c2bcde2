"""Tells nouns that speak, though nothing shows it, from what is said: «أعلنت الهيئة | تضامنها», «أعلنت | المقاطعة»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import DEFINITE, NAMELIKE, NISBA, TITLE
from arabnews_quotes.text.definite import is_definite

from .noun_starts import starts_noun

if TYPE_CHECKING:
    from arabnews.cues import CueForm

    from .phrases import Phrase, Reading

_THESE: Final = frozenset({"هذه", "هذا", "تلك", "ذلك", "اي", "كل", "جميع", "بعض", "ما"})
"""With these a second noun starts."""
_OWN: Final = {"f": ("ها", "هم"), "m": ("ه", "هم")}
"""The pronouns of a noun that is the subject's own."""
_DOUBLED: Final = 5
_MASDAR: Final = re.compile(r"[ان]\w{1,4}ا\w|ت\w{1,2}ي\w")
"""The shape of some masdars («إنشاء», «استقبال», «تقديم»)."""
_PARTS: Final = 3
"""A construct comes to its definite noun within so many words."""
_WITHIN: Final = 4
"""So many words at the most tell where the subject belongs («القيادة في منطقة الجنوب»)."""


def is_agent(reading: Reading, cue: CueForm, source: Phrase, limit: int) -> bool:
    """Tell whether a definite noun of unknown sense is the subject: its object follows.

    That is a noun with the subject's pronoun («أعلنت المرجعية تضامنها»), «ما» («أدانت الطائفة ما وصفته …»), or a
    construct («أكد مديرو التعليم جاهزية المدارس»).
    """
    forms, first = reading.passage.words.forms, source.first
    word = forms[first]
    masdar = len(word) == 6 and word.startswith("الت") and word[4] == "ا"  # «التزام» has no article
    article = bool(reading.nouns.words.flags[first] & DEFINITE) and not masdar
    if not cue.finite or cue.pronoun or reading.can_speak(source) or word in reading.grammar.back:
        return False
    if (
        not (article or _is_plural(word))
        or reading.is_masdar(word)
        or (article and word.endswith("ه") != (cue.gender == "f"))
    ):
        return False
    at = past_place(reading, source.last)
    if at >= reading.passage.hi or reading.passage.words.starts[at] >= limit or not reading.is_plain(at):
        return False
    if forms[at] in _THESE or not starts_noun(reading, at, limit):
        return forms[at] in _THESE
    return _is_own(reading, at, cue.gender) or is_construct(reading, at)


def is_followed(reading: Reading, cue: CueForm, source: Phrase) -> bool:
    """Tell whether the noun behind a verb of two parts is its subject: another noun follows it, of which it tells.

    «وصف المدرب نظيره بـ…», «وصفت المحطة سامي بأنه …».
    """
    at, passage = source.last, reading.passage
    if at >= passage.hi or not reading.is_plain(at) or source.last - source.first > 1:
        return False
    word = passage.words.forms[source.first]
    if not word.startswith("ال") or word.endswith("ه") != (cue.gender == "f"):
        return False
    part = reading.cast.by_word.get(at)
    named = part is not None and part.entity.type == "person" and part.start == passage.words.starts[at]
    return named or (_is_own(reading, at, cue.gender) and not reading.nouns.words.words[at].peel)


def _is_plural(word: str) -> bool:
    """Tell whether a word is a plural of people before its genitive («مديرو التعليم»)."""
    return word.endswith("و") and len(word) > len("بدو")


def past_place(reading: Reading, at: int) -> int:
    """Return the word behind where the subject belongs («الطائفة في البلد | …», «القيادة في منطقة الجنوب | …»)."""
    forms = reading.passage.words.forms
    if at + 1 >= reading.passage.hi or forms[at] not in {"في", "من"} or not reading.is_plain(at):
        return at
    for behind in range(at + 1, min(at + _WITHIN, reading.passage.hi)):
        if not reading.is_plain(behind):
            return at
        if is_definite(forms[behind]) or behind in reading.cast.by_word:
            part = reading.cast.by_word.get(behind)
            return part.last if part is not None else behind + 1
    return at


def _is_own(reading: Reading, at: int, gender: str | None) -> bool:
    """Tell whether a noun has the pronoun of a subject of a gender («تضامنها», «نظيره»)."""
    words = reading.passage.words
    own = words.forms[at].endswith(_OWN.get(gender or "m", ()))
    return own and reading.passage.text[words.ends[at] - 1] != "ة"


def is_construct(reading: Reading, at: int) -> bool:
    """Tell whether the noun at word `at` leads to a definite one («جاهزية المدارس», «استشهاد وزير الدفاع»)."""
    forms, flags = reading.passage.words.forms, reading.nouns.words.flags
    if at >= reading.passage.hi:
        return False
    word = forms[at]
    joined = word[0] == "و" and word not in reading.grammar.theme and bool(reading.nouns.words.words[at].peel)
    if is_definite(word) or word[-1] == "ا" or word[0] == "ب" or joined or word in reading.grammar.anonymous:
        return False
    if flags[at] & (NISBA | TITLE | NAMELIKE) or at in reading.cast.by_word:
        return False
    for behind in range(at + 1, min(at + 1 + _PARTS, reading.passage.hi)):
        if not reading.is_plain(behind) or forms[behind] in reading.grammar.preposition:
            return False
        if is_definite(forms[behind]) or behind in reading.cast.by_word:
            return True
    return has_masdar_shape(word) and starts_noun(reading, at + 1, reading.passage.end)


def is_masdar_of_two(word: str) -> bool:
    """Tell whether a word is built as the masdar of a doubled verb is («تقديم», «تنكيس»): no name is."""
    return len(word) == _DOUBLED and word[0] == "ت" and word[3] == "ي"


def has_masdar_shape(word: str) -> bool:
    """Tell whether a word is built as some masdars are («إنشاء», «استقبال», «تقديم»)."""
    return _MASDAR.fullmatch(word) is not None
