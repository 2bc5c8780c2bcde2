"""Cuts a noun phrase where the grammar of reports ends it: «الرئيس | التأكيد على …», «حثت الإدارة | المزارعين»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import HEAD
from arabnews_quotes.text.definite import is_definite
from arabnews_quotes.text.grammar import BI_THAT, THAT

from .agreement import disagrees, is_object_masdar, is_of_many, is_thing
from .press import is_told
from .within import TELLS_WHO

if TYPE_CHECKING:
    from arabnews_entities import NounPhrase
    from arabnews_quotes.text.grammar import Grammar

    from .phrases import Reading


_MADE: Final = frozenset(
    {"اجريت", "اعدت", "نشرت", "صدرت", "نفذت", "انجزت", "اجري", "اعد", "نشر", "صدر", "نفذ", "انجز"}
    | {"اجراها", "اجرتها", "اعدها", "اعدتها", "نشرها", "نشرتها", "اصدرها", "اصدرتها", "اجراه", "اعده", "نشره", "اصدره"}
)
"""Behind a paper these open a clause about it («دراسة | أجريت عام كذا»)."""


def cut_short(reading: Reading, at: int, last: int, noun: NounPhrase) -> tuple[int, bool]:
    """Return the word at which a noun phrase of several words, `at` to `last`, ends as a source.

    And whether it is a body that ends there before what it is asked to do.
    """
    forms, open_ = reading.passage.words.forms, range(at + 1, last)
    cut = _end_among(reading, open_, last)
    if noun.kind == "document":
        cut = next((i for i in open_ if i < cut and forms[i] in _MADE), cut)
    if noun.name_span is not None:  # «أكد فلان | أهمية العمل»
        cut = next((i for i in range(noun.name_first + 1, cut) if forms[i] in reading.grammar.theme), cut)
    if noun.article and noun.name_span is None:
        # «طالب الرئيس | المجتمع الدولي بـ…»
        cut = next((i for i in open_ if i < cut and (is_thing(reading, at, i) or reading.is_masdar(forms[i]))), cut)
    if noun.number == "p" and noun.name_first == at + 1 and cut == noun.name_last and is_of_many(reading, at, cut):
        return at + 1, False
    if noun.kind == "organization" and is_definite(forms[at]):
        cut = next((i for i in open_ if i < cut and _is_another_body(reading, i)), cut)
    owned = cut
    for i in range(at + 2, cut):
        if is_object_masdar(reading, i) or is_thing(reading, at, i):
            owned = i
            break
    whole, cut = owned < cut and noun.kind == "organization", owned
    if noun.kind == "organization" or forms[at].endswith("ون"):
        cut = next((i for i in open_ if i < cut and disagrees(reading, at, i, noun)), cut)
    return cut, whole


def _end_among(reading: Reading, open_: range, last: int) -> int:
    """Return the first of some words that a noun phrase cannot hold, or the word behind them."""
    forms, cues = reading.passage.words.forms, reading.signs.cues
    for i in open_:
        told = forms[i][0] == "ل" or i in cues
        if _ends_before(reading, i, forms[i]) or (told and is_told(reading, i, forms[i])):
            return i
    return last


def _is_another_body(reading: Reading, at: int) -> bool:
    """Tell whether a body with the article stands right behind another («دعت الحكومة | الاتحادات العمالية إلى»)."""
    forms = reading.passage.words.forms
    if not is_definite(forms[at]) or not is_definite(forms[at - 1]) or forms[at].endswith(("ي", "يه")):
        return False
    return bool(reading.nouns.words.flags[at] & HEAD) and reading.is_plain(at)


def _ends_before(reading: Reading, index: int, word: str) -> bool:
    """Tell whether a noun phrase cannot hold a word: a complementiser, a relative, «قولها», a date."""
    if word in _ending(reading.grammar):
        return word != "فان" or index not in reading.cast.covered  # «هانس فان كذا», no «فإن»
    return index in reading.cast.dates


@lru_cache(maxsize=8)
def _ending(grammar: Grammar) -> frozenset[str]:
    """Return the words that no noun phrase can hold."""
    return THAT.union(BI_THAT, grammar.relative, grammar.speech, TELLS_WHO)
