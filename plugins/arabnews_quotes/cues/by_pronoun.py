"""Finds whose word a pronoun tells: «…، على حد قوله», «… حسب رأيه»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_entities.vocabulary.wordlists import NISBA
from arabnews_quotes.text.grammar import BI_THAT

from .attributed_start import past_and
from .report import Report

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_ITS_ADJECTIVES: Final = frozenset(
    {"الخاص", "الخاصه", "الاخير", "الاخيره", "السابق", "السابقه", "الاول", "الاولي", "نفسه", "ذاته", "نفسها", "ذاتها"}
)
"""Adjectives of somebody's own words («وفق كلامه الأخير»), beside those in «-ي»."""


def report_by_pronoun(reading: Reading, index: int) -> Report | None:
    """Return the report of «…، على حد قوله», «… حسب رأيه»: who spoke before says it."""
    passage = reading.passage
    forms, starts, ends = passage.words.forms, passage.words.starts, passage.words.ends
    if forms[index] in {"حسب", "بحسب", "وفق"}:
        at = index + 1
    elif forms[index] == "علي" and index + 1 < passage.hi and forms[index + 1] == "حد":
        at = index + 2
    elif forms[index] in {"وفقا", "طبقا"}:
        at = index + 1
    else:
        return None
    lead = "ل" if forms[index].endswith("ا") else ""  # «وفقا لقوله»
    if at >= passage.hi or not forms[at].startswith(lead) or forms[at][len(lead) :] not in reading.grammar.own_words:
        return None
    sentence = passage.sentence_start(starts[index])
    if index <= passage.word_at(sentence):
        return None
    quotation = passage.quotation_at(ends[index - 1])
    near = quotation is not None and quotation.end <= starts[index] and quotation.inner_end - quotation.inner_start > 12
    return Report(
        rule="attribution-pronoun", cue=(starts[index], ends[at]), boundary=starts[index],
        content=quotation.start if near and quotation is not None else past_and(reading, sentence), kind="clause",
        quotation=quotation if near else None,
        subject="dropped", closed=quotation.end if near and quotation is not None else starts[index],
        resumes=None if near else _resumed(reading, index, at + 1),
    )  # fmt: skip


def _resumed(reading: Reading, index: int, at: int) -> int | None:
    """Return where a clause goes on behind «حسب تعبيره» in its midst («وهذا حسب تعبيره | فشل …»)."""
    passage, grammar = reading.passage, reading.grammar
    if at >= passage.hi or not (reading.is_plain(index) and reading.is_plain(at)):
        return None
    word = passage.words.forms[at]
    told = word in grammar.preposition or word in grammar.connector or word in grammar.adverbial or word[0] in "ولف"
    told = told or word in BI_THAT or reading.is_governed(at, "ب")  # «حسب وصفه بالأمس»
    told = told or word in _ITS_ADJECTIVES or (word[:2] == "ال" and bool(reading.nouns.words.flags[at] & NISBA))
    return None if told or at in reading.cast.dates else passage.words.starts[at]
