"""Titles of two lines: the first over the second, which the paragraph below announces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.subtitles.form import ANEW, LONGEST_WEAK, count_shared, ends_sentence, has_title_form
from arabnews_page.text.spoken import LEADS_ON

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST: Final = 65
_BELOW: Final = 70
_LONG: Final = 100
_FEWEST: Final = 2
_SAYS: Final = frozenset({"قال", "قالت"})
_CARRIES: Final = frozenset({"في", "من", "عن", "علي", "الي", "مع", "بعد", "قبل", "بين", "ضد"})
"""With these the second line of a title that is broken in two begins."""

_SAYS_ON: Final = re.compile(r"ي[^\W\d_]{3}")
"""A verb whose subject stands above it."""

_SIGNED: Final = re.compile(r"\s[–—-]\s")
"""Between a place and an author."""

_MARKS: Final = "-–—ـ•*"
_FEWEST_ALIKE: Final = 3
"""A page with so many titles of two lines needs less for each."""


def is_pair(above: Line, first: Line, second: Line, below: Line, verbs: frozenset[str]) -> bool:
    """Tell whether two lines title the paragraph below together: the first over the second, which it announces."""
    if (
        max(first.size, second.size - LONGEST_WEAK) > _LONGEST
        or below.size < _LONG
        or len(above) < _BELOW
        or any(line.kind is not None for line in (above, second, below))
        or above.words.endswith(("،", ":"))
        or not (ends_sentence(above) or first.blank_before)
        or second.blank_before
        or second.words.endswith(":")
        or not (has_title_form(first) and has_title_form(second))
    ):
        return False
    one, other, next_one = (line.bare.split(None, 1)[0] for line in (first, second, below))
    if other in (one, next_one):
        return False  # verse, or a litany
    label = first.words.endswith(":")
    if label and (ANEW.match(first.bare) or LEADS_ON.search(first.bare)):
        return False
    if label and (next_one in verbs or next_one in _SAYS):
        return count_shared(first, below) + count_shared(second, below) > 0
    apart = first.blank_before or label or len(first.words.split()) <= _FEWEST or other in _CARRIES
    return (
        apart
        and count_shared(second, below) > 0
        and count_shared(first, below) + count_shared(second, below) >= _FEWEST
    )


def find_pairs(shown: list[Line]) -> list[Line]:
    """Return the titles of two lines of which a page has several, whatever ends the paragraph above; verse is none."""
    sizes = [line.size for line in shown]
    found: list[Line] = []
    for at in range(1, len(shown) - 2):
        if sizes[at] > _LONGEST or sizes[at - 1] < _BELOW or sizes[at + 2] < _LONG or sizes[at + 1] > _LONG:
            continue
        above, first, second, below = shown[at - 1 : at + 3]
        if any(line.kind is not None for line in (above, first, second, below)) or above.words.endswith(("،", ":")):
            continue
        if ANEW.match(second.bare) or _SAYS_ON.match(first.bare) or _SIGNED.search(second.words):
            continue
        if below.words[0] in _MARKS or ":" in first.words[-1] + second.words[-1]:
            continue
        titled = has_title_form(first) and has_title_form(second)
        if titled and count_shared(first, below) + count_shared(second, below) > 0:
            found += (first, second)
    return found if len(found) >= 2 * _FEWEST_ALIKE else []
