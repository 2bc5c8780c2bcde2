"""Passes over what stands in brackets behind a source: a gloss, or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arabnews_quotes.text.grammar import THAT

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading
    from arabnews_quotes.text.passage import Passage

_GLOSS: Final = 6
"""A gloss in brackets has fewer words than this."""
_LONGEST_LIST: Final = 120
"""What stands in brackets has no more characters than this."""


def past_gloss(reading: Reading, index: int) -> int:
    """Return the index behind a gloss in brackets right behind a source («ذكرت الباحثة (الجريدي 1991) إمكانية …»)."""
    passage = reading.passage
    if index >= passage.hi or reading.is_plain(index) or passage.gap_before(index).strip() != "(":
        return index
    near = range(index + 1, min(index + _GLOSS, passage.hi))
    return next((i for i in near if passage.gap_before(i).strip()[:1] == ")"), index)


def past_brackets(passage: Passage, at: int, limit: int) -> int:
    """Return the word behind brackets that open before word `at` («الجمعيات (النهر، السنابل) في بيان أن»), or 0.

    What begins with a complementiser there was said: «قال فلان (إن …)».
    """
    start = passage.words.starts[at] if at < passage.hi else limit
    closed = passage.text.find(")", start, min(limit, start + _LONGEST_LIST))
    return passage.word_at(closed) if closed > 0 and passage.words.forms[at] not in THAT else 0
