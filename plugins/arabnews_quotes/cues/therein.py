"""Tells whether a verb of saying stands in a clause about a paper or a speech («كلمة دعا فيها إلى …»)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_quotes.nouns.phrases import Reading

_BACK: Final = 10
"""The noun stands within so many words before the verb («بيانا مشتركا مع اتحاد الناشرين تدين فيه …»)."""


def is_therein(reading: Reading, index: int) -> bool:
    """Tell whether «فيه» or the like follows the verb at word `index`, and a paper or speech stands before it.

    The clause then is no sentence of its own, so the nouns before the verb are not its subject.
    """
    passage, grammar = reading.passage, reading.grammar
    forms = passage.words.forms
    if index + 1 >= passage.hi or forms[index + 1] not in grammar.therein or not reading.is_plain(index + 1):
        return False
    low = max(passage.lo, passage.word_at(passage.sentence_start(passage.words.starts[index])), index - _BACK)
    return any(
        forms[at] in grammar.address or forms[at].removesuffix("ا") in grammar.address for at in range(low, index)
    )
