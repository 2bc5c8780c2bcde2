"""Comparison forms of Arabic text, and the token table that all plugins share.

Three forms, each cheaper than the next is thorough:

* `level(text)` unifies letters, digits and spaces one for one: the length stays, every offset holds. Scan this.
* `strip(text)` drops marks too (harakat, tatweel, invisible characters) and keeps a map back to the original offsets.
* `fold(text)` is for comparing names and words: stripped, without case, white space collapsed. Idempotent.

Apart from these, `respell(text)` writes a text as an Arabic keyboard does (Farsi ی and ک, odd spaces), one for one, and
keeps all that Arabic spelling keeps apart.

What is unified: أإآٱ to ا, ى and Farsi ی to ي, ة to ه, ؤ to و, ئ to ي, Farsi ک to ك, letters for foreign sounds (پ چ
ڤ گ ژ) to their nearest Arabic ones, Arabic-Indic and Persian digits to ASCII, no-break and other odd spaces to the
space (see `letters`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final

from attrs import frozen
from pyarabic import araby

from arabnews.letters import HARAKAT, INVISIBLE, MARKS, PRESENTATION, respell, unify
from arabnews.wordscan import split_words

__all__ = [
    "HARAKAT", "INVISIBLE", "MARKS", "WORD_END", "WORD_START", "Stripped", "Tokens", "fold", "level", "respell",
    "strip", "strip_levelled", "tokens",
]  # fmt: skip

WORD_START: Final = rf"(?<![\w{HARAKAT}{araby.TATWEEL}])"
WORD_END: Final = rf"(?![\w{HARAKAT}{araby.TATWEEL}])"
"""Boundaries of an Arabic word: `\\b` will not do, since `\\w` leaves out harakat and would start a word inside
«مُقال»."""

_MARK = re.compile(f"[{MARKS}]")
_MARK_RUN = re.compile(f"[{MARKS}][{MARKS}]*")  # `re` skips to the first of a set, not to one that is repeated
_CARRIED = re.compile(f"[{HARAKAT}{araby.TATWEEL}]*")
_PRESENTATION = re.compile(f"[{PRESENTATION}]")
_SPACE_RUN = re.compile(r"\s+")


@lru_cache(maxsize=4)
def level(text: str) -> str:
    """Return `text` with letters, digits and spaces unified one for one: same length, same offsets.

    >>> level("أكَّد ١٥ مسؤولاً")
    'اكَّد 15 مسوولاً'
    """
    return unify(text)


@frozen(eq=False)
class Stripped:
    """A text without marks, and the way back: `original[slice(*back(i, j))]` is what `text[i:j]` was made from.

    >>> stripped = strip("كتبَ المديرُ")
    >>> stripped.text, stripped.back(4, 10)
    ('كتب المدير', (5, 12))
    """

    original: str
    text: str
    _cuts: tuple[int, ...] = ()
    _dropped: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open offsets in the original of a stretch of the stripped text.

        Harakat and tatweel that stand on the last letter belong to it.
        """
        if not self._cuts:
            return start, end
        first = start + self._shift(start)
        if end <= start:
            return first, first
        last = end - 1 + self._shift(end - 1) + 1
        carried = _CARRIED.match(self.original, last)
        return first, carried.end() if carried else last

    def forward(self, offset: int) -> int:
        """Return the offset in the stripped text that corresponds to an offset of the original."""
        # a run of marks that ends at the original offset cut + dropped lies wholly before `offset`
        at = bisect_right(range(len(self._cuts)), offset, key=lambda i: self._cuts[i] + self._dropped[i]) - 1
        if at < 0:
            return offset if not self._cuts else min(offset, self._cuts[0])
        following = self._cuts[at + 1] if at + 1 < len(self._cuts) else len(self.text)
        return min(offset - self._dropped[at], following)

    def _shift(self, offset: int) -> int:
        at = bisect_right(self._cuts, offset) - 1
        return self._dropped[at] if at >= 0 else 0


def strip(text: str) -> Stripped:
    """Return the levelled text without harakat, tatweel and invisible characters, with its map to the original.

    >>> stripped = strip("قالَـت الوزيرة")
    >>> stripped.text, stripped.back(0, 4)
    ('قالت الوزيره', (0, 6))
    """
    return _strip(text, level(text))


def strip_levelled(levelled: str) -> Stripped:
    """Return what `strip` does, of a text that is levelled.

    >>> strip_levelled("قالَـت الوزيره").text
    'قالت الوزيره'
    """
    return _strip(levelled, levelled)


def _strip(text: str, levelled: str) -> Stripped:
    cuts, dropped, total, pieces, at = [], [], 0, [], 0
    for run in _MARK_RUN.finditer(levelled):
        pieces.append(levelled[at : run.start()])
        total += run.end() - run.start()
        cuts.append(run.end() - total)
        dropped.append(total)
        at = run.end()
    if not cuts:
        return Stripped(text, levelled)
    pieces.append(levelled[at:])
    return Stripped(text, "".join(pieces), tuple(cuts), tuple(dropped))


def fold(text: str) -> str:
    """Return the form by which names and words are compared. Idempotent; offsets are lost.

    >>> fold("«أَنْتُونِي  بلينكِن»") == fold("«انتوني بلينكن»")
    True
    """
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return _SPACE_RUN.sub(" ", _MARK.sub("", unify(text)).casefold()).strip()


@frozen(eq=False)
class Tokens:
    """The words of a text as parallel tuples: `forms[i]` is the folded word that stands at `starts[i]:ends[i]`.

    `text` is the text as an Arabic keyboard writes it, at the same offsets (`respell`): patterns and single letters may
    be looked for in it, while spans are cut from the text itself.

    >>> words = tokens("كتبت الوزيرة: نعم")
    >>> words.forms, words.starts
    (('كتبت', 'الوزيره', 'نعم'), (0, 5, 14))
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next one."""
        following = self.starts[index + 1] if index + 1 < len(self.forms) else len(self.text)
        return self.text[self.ends[index] : following]

    def at(self, offset: int) -> int:
        """Return the index of the first word that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def within(self, start: int, end: int) -> range:
        """Return the indices of the words that lie wholly inside a stretch of the text."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))


@lru_cache(maxsize=4)
def tokens(text: str) -> Tokens:
    """Return the table of words of a text: letters, digits and the marks on them; not the underscore.

    The last few tables are kept, so that all plugins of one article share one (pass `article.prose`).

    >>> table = tokens("قالَت، أمسِ")
    >>> table.forms, table.starts
    (('قالت', 'امس'), (0, 7))
    """
    written = respell(text)
    return Tokens(written, *split_words(written))
