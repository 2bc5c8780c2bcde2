"""Lines that count the parts of a page, and the titles that stand below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from arabnews_page.text.spoken import LEADS_ON

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line

_LONGEST_COUNTED: Final = 30
_LONGEST_TITLED: Final = 85
"""Its title may stand behind the number."""

_LONGEST_TITLE: Final = 65
_FEWEST: Final = 2
_COUNTED_LABEL: Final = re.compile(
    r"(?P<word>[\u0621-\u064a]{3,12})\s(?:\d{1,2}\s?:|ال(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اول)[هي]?"
    r"(?:\sعشره?)?(?:\s?:(?:\s?[^.،؛؟]{3,70})?)?)"
)
"""A word and a number: what a page counts, and titles so."""


def find_series(shown: list[Line]) -> dict[int, Line]:
    """Return, by where they start, the lines that count the page's parts («الحلقة الثانية»), and titles below them."""
    counted: dict[str, list[int]] = {}
    for at, line in enumerate(shown[1:-1], 1):
        if line.kind is not None or not _may_count(line):
            continue
        m = _COUNTED_LABEL.fullmatch(line.bare)
        if m is not None and not LEADS_ON.search(line.bare):
            counted.setdefault(m["word"], []).append(at)
    titles: dict[int, Line] = {}
    for members in counted.values():
        for at in members if len(members) >= _FEWEST else ():
            below = shown[at + 1 : at + 3]
            titles[shown[at].start] = shown[at]
            titled = len(below) > 1 and below[0].kind is None and len(below[0]) <= _LONGEST_TITLE < len(below[1])
            if titled and below[0].words[-1] not in ".،؟؛":
                titles[below[0].start] = below[0]
    return titles


def _may_count(line: Line) -> bool:
    """Tell whether a short line is of two or three words, the second with the article or before a colon; or more."""
    words = line.words
    if line.size > _LONGEST_COUNTED:
        return len(words) <= _LONGEST_TITLED and words.find(":", 0, _LONGEST_COUNTED) > 0
    return (0 < words.count(" ") <= _FEWEST and (" ال" in words or words[-1] == ":")) or ":" in words
