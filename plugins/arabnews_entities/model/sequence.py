"""The sequence that the model labels: the folded words of a text, and the marks between them as items of their own."""

from __future__ import annotations

from itertools import compress
from operator import not_
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from arabnews_entities.vocabulary.words import Words

STOP: Final = "<.>"
"""The item for what ends a sentence: a full stop, a line break, a wide gap, the ends of the text."""

_ENDS: Final = frozenset(".!?؟…\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_MARKS: Final = {
    **dict.fromkeys("،,؛;", "<,>"),
    **dict.fromkeys("\"«»“”„'‘’", '<">'),
    **dict.fromkeys("-–—_−", "<->"),
    **{mark: f"<{mark}>" for mark in "()[]:/"},
}
_OTHER: Final = "<*>"
_BLANK: Final = " \u00a0\t\u0640\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
_WIDE: Final = 4
"""A gap of so many characters without a mark is what was blanked, or a column: no name goes on across it."""


class Sequence(NamedTuple):
    """A text as the model sees it: `items[k]` is a folded word, or a mark; `owners[k]` its index among the words."""

    items: list[str]
    owners: list[int]
    """For each item how many words of the text stand before it: the index of the word, where the item is one."""


def read_mark(gap: str) -> str | None:
    """Return the item for what stands between two words, or None where nothing but a space does.

    >>> read_mark("، "), read_mark(". "), read_mark(" ")
    ('<,>', '<.>', None)
    """
    if not _ENDS.isdisjoint(gap):
        return STOP
    inked = gap.strip(_BLANK)
    if inked:
        return _MARKS.get(inked[0], _OTHER)
    return STOP if len(gap) >= _WIDE else None


def is_mark(item: str) -> bool:
    """Tell whether an item is a mark; no word begins with an angle."""
    return item[0] == "<"


def read_sequence(words: Words) -> Sequence:
    """Return the words of a text with the marks between them, between two ends of sentences.

    >>> from arabnews_entities.vocabulary.wordlists import lexis
    >>> from arabnews_entities.vocabulary.words import read_words
    >>> sequence = read_sequence(read_words("وصلت سلمى، أمس.", lexis()))
    >>> sequence.items, sequence.owners
    (['<.>', 'وصلت', 'سلمي', '<,>', 'امس', '<.>'], [0, 0, 1, 2, 2, 3])
    """
    text, forms, starts, ends = words.text, words.table.forms, words.table.starts, words.table.ends
    items, owners, at = [STOP], [0], 0
    for i in compress(range(len(forms) - 1), map(not_, words.spaced)):
        mark = read_mark(text[ends[i] : starts[i + 1]])
        if mark is not None:
            items += forms[at : i + 1]
            owners += range(at, i + 1)
            at = i + 1
            items.append(mark)
            owners.append(at)
    items += forms[at:]
    owners += range(at, len(forms))
    items.append(STOP)
    owners.append(len(forms))
    return Sequence(items, owners)
