"""Finds a smaller text on which something still happens: fewer lines, then fewer words, then fewer characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNITS: Final = (
    re.compile(r".*\n|.+"),
    re.compile(r"\S+\s*|\s+"),
    re.compile(r".", re.DOTALL),
)


def smallest(text: str, happens: Callable[[str], bool], *, tries: int = 400) -> str:
    """Return a text, made from this one by leaving out pieces, on which it still happens.

    `happens` is asked at the most `tries` times. After the scheme of delta debugging (Zeller and Hildebrandt, 2002):
    halves are left out first, then quarters, down to single lines, words, characters.
    """
    left = [tries]

    def still(candidate: str) -> bool:
        if left[0] <= 0 or candidate == text:
            return False
        left[0] -= 1
        return happens(candidate)

    for unit in _UNITS:
        pieces: Sequence[str] = unit.findall(text)
        size = max(1, len(pieces) // 2)
        while pieces and left[0] > 0:
            at = 0
            shorter = False
            while at < len(pieces):
                rest = [*pieces[:at], *pieces[at + size :]]
                if still("".join(rest)):
                    pieces, text, shorter = rest, "".join(rest), True
                else:
                    at += size
            if size == 1 and not shorter:
                break
            size = max(1, size // 2)
    return text
