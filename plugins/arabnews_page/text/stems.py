"""Words without what they carry in front and behind: enough to tell whether a line says another's words again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"(?!\u0640)[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u0670])*")
IDLE: Final = frozenset(
    ("في", "من", "علي", "الي", "عن", "مع", "بين", "بعد", "قبل", "حول", "ضد", "او", "ثم", "هل", "ما", "لا", "لم", "لن",
     "هذا", "هذه", "كل", "عند", "تحت", "فوق", "هو", "هي", "ذلك", "تلك", "حتي", "منذ", "غير", "اي", "قد", "لقد", "اذا",
     "بن", "ابن", "عبد", "خلال", "له", "لها", "به", "بها", "فيه", "فيها", "منه", "منها", "عليه", "عليها", "دون")
)  # fmt: skip
_ARTICLES: Final = ("ال", "لل")
_JOINED_ARTICLES: Final = ("وال", "فال", "بال", "كال")
_JOINED: Final = "وبلكف"
_SUFFIXES: Final = ("ين", "ون", "ات", "ان", "يه", "ها", "هم")
_SHORTEST_WORD: Final = 3
_LONG: Final = 5
"""Of a word of so many letters three stay when it loses an article or an ending."""


def stems_of(words: Iterable[str]) -> list[str]:
    """Return the stems of the words that say something, in order."""
    return [stem(word) for word in words if len(word) >= _SHORTEST_WORD and word not in IDLE]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without what it carries in front and behind: enough to tell whether a word is said again.

    >>> stem("والمستشارين"), stem("لمستشار")
    ('مستشار', 'مستشار')
    """
    if len(word) >= _LONG:
        if word.startswith(_ARTICLES):
            word = word[2:]
        elif word[0] in _JOINED:
            word = word[3:] if len(word) > _LONG and word.startswith(_JOINED_ARTICLES) else word[1:]
        if len(word) >= _LONG and word.endswith(_SUFFIXES):
            return word[:-2]
    return word[:-1] if len(word) > _SHORTEST_WORD and word[-1] in "هيا" else word


def share_said(words: Iterable[str], levelled: str, end: int) -> float:
    """Return which part of the words that say something a levelled text says too, before an offset; 0 without any.

    >>> share_said(["المستشار", "الجسر"], "وصل مستشار القريه", 15)
    0.5
    """
    named = stems_of(words)
    return sum(levelled.find(word, 0, end) >= 0 for word in named) / len(named) if named else 0.0
