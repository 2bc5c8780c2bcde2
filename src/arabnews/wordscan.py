"""Where the words of a text stand, and their folded forms: the work behind `fold.tokens`.

A word is letters, digits and the marks on them. Most texts are written in characters of `letters.COMMON` alone: these
are read at one byte a character, so that unifying letters, dropping marks and finding the gaps are table look-ups in C,
twice as fast as a regular expression over the text. All others are read by a regular expression, with the same result.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from itertools import accumulate, chain, compress, count
from typing import TYPE_CHECKING, Final

from pyarabic import araby

from arabnews.letters import COMMON, ENCODING, HARAKAT, INVISIBLE, LEVEL, MARKS, PRESENTATION, unify

if TYPE_CHECKING:
    from collections.abc import Iterable

Words = tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]
"""Where words start, where they end, and their folded forms."""

_LONGER_IN_LOWER: Final = "\u0130"  # İ, whose small form is two characters, one of them a mark
_WORD_SPLIT = re.compile(r"(\w+)")
# of all marks only the tatweel is a letter to `re`; it makes no word alone
_MARKED_SPLIT = re.compile(
    rf"([^\W_{araby.TATWEEL}]++(?:[{MARKS}]++[^\W_{araby.TATWEEL}]++)*+[{HARAKAT}{araby.TATWEEL}]*+)"
)
_MARK = re.compile(f"[{MARKS}]")
_PRESENTATION = re.compile(f"[{PRESENTATION}]")

_GAP: Final = b"\n"
"""The byte of what belongs to no word."""
_MARK_BYTE, _INVISIBLE_BYTE = b"\x01", b"\x02"
"""The bytes of harakat and tatweel, and of invisible characters; no letter of `COMMON` stands in these three places."""
_MARK_RUN = re.compile(rb"[\x01\x02][\x01\x02]*")  # `re` skips to the first of a set, not to one that is repeated
_DECODING: Final = "".join(char if char.isalnum() else " " for char in COMMON)


def _bytes_of_words() -> bytes:
    """Return the table from the byte of a character to that of its unified small letter, of a mark, or of a gap."""
    mark, invisible = re.compile(f"[{HARAKAT}{araby.TATWEEL}]"), re.compile(f"[{INVISIBLE}]")
    table = bytearray(_GAP * 256)
    for place, char in enumerate(COMMON):
        if mark.fullmatch(char):
            table[place] = _MARK_BYTE[0]
        elif invisible.fullmatch(char):
            table[place] = _INVISIBLE_BYTE[0]
        elif char.isalnum():
            table[place] = COMMON.index(LEVEL.get(char, char).lower())
    return bytes(table)


_OF_WORDS: Final = _bytes_of_words()
_IS_OF_WORD: Final = bytes(byte != _GAP[0] for byte in range(256))
_FEWEST_OFFSETS: Final = 4096
_MOST_OFFSETS: Final = 32768
"""The lengths of the shortest and the longest text whose offsets are kept."""


def split_words(text: str) -> Words:
    """Return the words of a text: half-open offsets in code points, and the forms by which words are compared."""
    try:
        read, _ = codecs.charmap_encode(text, "strict", ENCODING)
    except UnicodeEncodeError:
        return _split_any(text)
    data = bare = read.translate(_OF_WORDS)
    if _MARK_BYTE in data or _INVISIBLE_BYTE in data:
        if _INVISIBLE_BYTE in data or data.startswith(_MARK_BYTE) or _GAP + _MARK_BYTE in data:
            data = _MARK_RUN.sub(_settle_marks, data)
        bare = data.translate(None, _MARK_BYTE + _INVISIBLE_BYTE)
    joined, _ = codecs.charmap_decode(bare, "strict", _DECODING)
    edges = _find_edges(data)
    return edges[::2], edges[1::2], tuple(joined.split())


def _find_edges(data: bytes) -> tuple[int, ...]:
    """Return the offsets where a word starts or ends, by turns: where one of two neighbours is of a word."""
    inside = int.from_bytes(data.translate(_IS_OF_WORD), "little")
    edges = (inside ^ inside << 8).to_bytes(len(data) + 1, "little")
    return tuple(compress(_offsets(len(edges)), edges))


def _offsets(size: int) -> Iterable[int]:
    """Return at least so many numbers from 0: those that lie ready are read twice as fast as new ones."""
    ready = _ready_offsets(min(max(1 << (size - 1).bit_length(), _FEWEST_OFFSETS), _MOST_OFFSETS))
    return ready if size <= len(ready) else chain(ready, count(len(ready)))


@cache
def _ready_offsets(size: int) -> tuple[int, ...]:
    return tuple(range(size))


def _settle_marks(run: re.Match[bytes]) -> bytes:
    """Return the bytes of a run of marks: a gap before a word, and a gap after one from the first invisible on."""
    start, end = run.span()
    data = run.string
    if start == 0 or data[start - 1] == _GAP[0]:
        return _GAP * (end - start)
    if end == len(data) or data[end] == _GAP[0]:
        kept = data[start:end].partition(_INVISIBLE_BYTE)[0]
        return kept + _GAP * (end - start - len(kept))
    return data[start:end]


def _as_letters(word: str) -> str:
    """Return a form with the shapes of letters and ligatures as letters: «ﻷ» is «لأ»; where it stands is not changed.

    A ligature of several words («ﷺ») stays one sign.
    """
    if word.isascii() or _PRESENTATION.search(word) is None:
        return word
    shaped = _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m[0]), word)
    return word if " " in shaped else unify(_MARK.sub("", shaped))


def _split_any(text: str) -> Words:
    """Return the words of a text of any characters."""
    levelled = unify(text)
    marked = _MARK.search(levelled) is not None
    lowered = levelled if _LONGER_IN_LOWER in levelled else levelled.lower()
    # splitting, summing lengths and joining stay in C: several times as fast as a loop over matches
    pieces = _MARKED_SPLIT.split(lowered) if marked else _WORD_SPLIT.split(lowered.replace("_", " "))
    cuts = [*accumulate(map(len, pieces))]
    words = pieces[1::2]
    if marked and words:
        words = _MARK.sub("", "\0".join(words)).split("\0")
    if lowered is levelled:
        words = [word.lower() for word in words]
    if _PRESENTATION.search(levelled) is not None:
        shaped = {word: _as_letters(word) for word in {*words}}
        words = [shaped[word] for word in words]
    return tuple(cuts[:-1:2]), tuple(cuts[1::2]), tuple(words)
