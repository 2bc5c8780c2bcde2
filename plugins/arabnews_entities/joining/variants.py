"""Tells whether two names of one article are spellings of one name.

A weighted edit distance: what transliteration leaves open (long vowels, near consonants) is cheap, all else dear.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_VOWELS: Final = frozenset("اويه")
_NEAR: Final = tuple(map(frozenset, ("غجقك", "سصشثز", "تط", "دضذ", "حهخ", "فبو", "ايوه", "ظزض")))
NEAR: Final = {
    letter: frozenset().union(*(g for g in _NEAR if letter in g), {letter})
    for letter in "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
}
"""The letters that transliteration may write for a letter, itself included."""
_FINAL: Final = frozenset("اه")
"""The last letters of one foreign name («بنسودا», «بنسودة»)."""
_GUTTURALS: Final = frozenset("غجقك")
"""The last letters of one foreign name («تشونغ», «تشونج»)."""
_CHEAP: Final = 0.4
_LONG: Final = 5


def substitution(a: str, b: str) -> float:
    """Return the cost of one letter for another."""
    if a == b:
        return 0.0
    return _CHEAP if b in NEAR.get(a, ()) else 1.0


@lru_cache(maxsize=4096)
def distance(a: str, b: str) -> float:
    """Return the weighted edit distance of two folded words.

    >>> distance("اشكنازي", "اشكينازي") < 0.5 < distance("كريم", "سليم")
    True
    """
    above = [0.0]
    for letter in b:
        above.append(above[-1] + (_CHEAP if letter in _VOWELS else 1.0))
    for x in a:
        row = [above[0] + (_CHEAP if x in _VOWELS else 1.0)]
        for j, y in enumerate(b, start=1):
            row.append(
                min(
                    above[j] + (_CHEAP if x in _VOWELS else 1.0),
                    row[j - 1] + (_CHEAP if y in _VOWELS else 1.0),
                    above[j - 1] + substitution(x, y),
                )
            )
        above = row
    return above[-1]


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """Return a word without long vowels, near consonants made one: what cheap edits leave as it is."""
    return "".join(_CLASS.get(letter, letter) for letter in word if letter not in _VOWELS)


_CLASS: Final = {letter: group[0] for group in ("غجقك", "سصشثزظضدذ", "تط", "حخ", "فب") for letter in group}


def _alike(a: str, b: str) -> bool:
    """Tell whether two skeletons differ by no more than one letter of one: a quick test before the distance."""
    if a == b:
        return True
    if len(a) == len(b):
        return sum(1 for x, y in zip(a, b, strict=True) if x != y) <= 1
    return abs(len(a) - len(b)) == 1


def same_spelling(a: str, b: str, *, both_listed: bool, both_given: bool) -> bool:
    """Tell whether two folded words spell one name.

    `both_given`: both are known as given names, so they are two names («حسن», «حسين»). `both_listed`: both are known as
    names of some kind; then only what transliteration leaves open may differ.

    >>> same_spelling("نتنياهو", "نتانياهو", both_listed=True, both_given=False)
    True
    >>> same_spelling("حسن", "حسين", both_listed=True, both_given=True)
    False
    >>> same_spelling("ماريسا", "ماريسه", both_listed=False, both_given=True)
    True
    """
    if a == b or (a[:-1] == b[:-1] and {a[-1], b[-1]} == _FINAL and len(a) > 3):
        return True
    if both_given or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 2:
        return False
    if a[0] != b[0] and substitution(a[0], b[0]) > _CHEAP:
        return False
    first, second = _skeleton(a), _skeleton(b)
    if both_listed or min(len(a), len(b)) < _LONG:
        # of skeletons as long as each other, a letter that differs is dear
        return (first == second or len(first) != len(second)) and distance(a, b) <= _CHEAP
    if a[-1] == b[-1]:
        return _alike(first, second) and distance(a, b) <= 1.0
    return a[:-1] == b[:-1] and {a[-1], b[-1]} <= _GUTTURALS


def fits_mixed(mixed: str, name: str) -> bool:
    """Tell whether a word of mixed scripts can stand for a name: the foreign run is one to three letters of it.

    >>> fits_mixed("بلين肯", "بلينكن")
    True
    """
    at = next((i for i, c in enumerate(mixed) if not "\u0621" <= c <= "\u064a"), len(mixed))
    end = next((i for i in range(len(mixed) - 1, at - 1, -1) if not "\u0621" <= mixed[i] <= "\u064a"), at - 1) + 1
    head, tail = mixed[:at], mixed[end:]
    return (
        len(head) + len(tail) >= 3
        and name.startswith(head)
        and name.endswith(tail)
        and 1 <= len(name) - len(head) - len(tail) <= 3
    )
