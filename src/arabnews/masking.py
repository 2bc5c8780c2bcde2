"""Blanks stretches of a text at the same length, so that offsets hold; and tells its written lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_BREAKS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for `str.splitlines`; masking keeps these."""


_OTHER_BREAKS: Final = tuple(LINE_BREAKS[1:])
_IN_LINE: Final = re.compile(f"[^{LINE_BREAKS}]+")


def _blank(stretch: re.Match[str]) -> str:
    return " " * (stretch.end() - stretch.start())


@lru_cache(maxsize=4)
def mask(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return `text` with the given stretches blanked by spaces, at the same length; line breaks stay.

    `spans` are half-open offsets, sorted and disjoint. The last few results are kept, so that all plugins of one
    article read one and the same string.

    >>> mask("نعم لا نعم", ((4, 6),))
    'نعم    نعم'
    """
    if not spans:
        return text
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        pieces.append(_IN_LINE.sub(_blank, text[start:end]))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def split_written(text: str) -> tuple[list[str], int]:
    r"""Return the written lines of a text, and how many characters of each one's end they lack.

    They are split at line feeds where no other break stands: `splitlines` takes ten times as long.

    >>> split_written("نعم\nلا"), split_written("نعم\r\nلا")
    ((['نعم', 'لا'], 1), (['نعم\r\n', 'لا'], 0))
    """
    for sign in _OTHER_BREAKS:
        if sign in text:
            return text.splitlines(keepends=True), 0
    return text.split("\n"), 1


def disjoint(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the union of half-open stretches, sorted.

    >>> disjoint([(4, 6), (0, 2), (1, 3)])
    ((0, 3), (4, 6))
    """
    union: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], end))
        else:
            union.append((start, end))
    return tuple(union)
