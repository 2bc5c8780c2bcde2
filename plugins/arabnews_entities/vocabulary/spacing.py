"""Tells which words go on with the next: a space stands between them, or they stand in one hashtag."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arabnews.fold import Tokens

MARKS: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks of direction, which pages put beside spaces."""
_SPACES: Final = frozenset([" ", "  ", *(" " + mark for mark in MARKS), *(mark + " " for mark in MARKS)])
"""What may stand between two words that go on: spaces, with the marks of direction that pages put beside them."""
_HASHTAG: Final = re.compile(r"(?<!\w)#(?=[^\W\d_])\w{1,100}")


def read_hashtags(prose: str, table: Tokens, spaced: list[bool], flags: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return the words that stand in hashtags, and join them: «#زين_الدين_زيدان» reads as a name does.

    A word nobody knows begins no name that goes on into a hashtag («هاشتاغ #كلنا_زيدان»).
    """
    tags: dict[int, tuple[int, int]] = {}
    for match in _HASHTAG.finditer(prose):
        end = match.start() + len(match[0].rstrip("_"))
        first, last = table.at(match.start()), table.at(end - 1) + 1
        tags |= dict.fromkeys(range(first, last), (first, last))
        for i in range(first, last - 1):
            spaced[i] = True
        if first and table.ends[first - 1] + 2 == match.start() + 1:
            known = flags[first - 1] != 0 or first - 1 in tags
            spaced[first - 1] = known and prose[match.start() - 1] in _SPACES
    return tags


def read_spaces(prose: str, table: Tokens) -> list[bool]:
    """Return for each word whether a space or two alone stand before the next; never behind the last one."""
    spaced = [
        prose[end] == " " if following - end == 1 else prose[end:following] in _SPACES
        for end, following in zip(table.ends, islice(table.starts, 1, None), strict=False)
    ]
    spaced += (False,) * 4  # whoever looks two words ahead needs not ask whether there are any
    return spaced
