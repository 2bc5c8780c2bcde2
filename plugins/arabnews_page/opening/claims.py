"""Claims that a page examines: what others posted stands at its top, and is no headline of the page.

Pages that check facts give a rumour in its own words, then say how they looked into it («أرشد البحث العكسي عن لقطة …»),
or tell the news it is about and how it spread («إثر ذلك تداول ناشطون …»).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_page.text.lines import Line
    from arabnews_page.text.markers import Markers

_CHECKS = re.compile(
    r"(?:(?:ارشد|قاد|اظهر|كشف|بين|من خلال|بعد|عبر|عند|لدي)(?:ت?نا)?\s(?:ال|عمليه ال)?(?:بحث|تدقيق|تحقق|تحري)"
    r"|ب(?:ال)?(?:بحث|تدقيق|تحقق|تحري|رجوع|متابعه))(?!\w)"
    r"(?=.{0,70}(?:العكسي|بالكلمات|محرك|جوجل|غوغل|google|الادعاء|لقطه|الصوره|المقطع|مقطع|الصفحه))"
)
"""So the examination of a claim begins."""

_SPREAD = re.compile(
    r"(?:^|[.،]\s{1,3})(?:علي )?(?:اثر|في اعقاب|عقب|بعد) ذلك\s?،?\s?(?:تداول|تناقل|تداولت|تناقلت|شارك)\s"
    r"(?:ناشطون|مستخدمون|رواد|حسابات)"
)
"""So a report of a claim goes on, after the news that the claim is about."""

_SO: Final = "ذلك"
_FIRST: Final = ("ارشد", "قاد", "اظهر", "كشف", "بين", "من خلال", "بعد", "عبر", "عند", "لدي", "ب")
"""With these an examination begins: most lines are told from one so, before any pattern."""

_LOOKED_INTO = re.compile(r"(?<!\w)[وبف]?(?:ال)?(?:ادعاء|بحث|تحري|تحقيق|تدقيق|تحقق|مزاعم|يدعون|زعموا|مضلل|زايف)(?!\w)")
_NEAR: Final = 5
_MOST_CLAIMED: Final = 9
_LONG: Final = 90
"""A line of so many characters tells news."""

_SEARCHED: Final = 600


def _is_spread(lines: list[Line], at: int, words: str) -> bool:
    """Tell whether a line says how a claim spread, and a line near it how it was looked into."""
    spread = _SPREAD.search(words)
    if spread is None:
        return False
    return _LOOKED_INTO.search(words, spread.end()) is not None or any(
        _LOOKED_INTO.search(line.level[:_SEARCHED]) for line in lines[at + 1 : at + _NEAR]
    )


def _count(lines: list[Line]) -> int:
    """Return how many lines stand above the examination of a claim, or 0."""
    for at, line in enumerate(lines[1:_MOST_CLAIMED], 1):
        levelled, start = line.levelled, line.start
        if levelled.startswith(_FIRST, start) and _CHECKS.match(line.head.lower()):
            return at
        end = min(line.end, start + _SEARCHED)
        if levelled.find(_SO, start, end) >= 0 and _is_spread(lines, at, levelled[start:end]):
            news = next((i for i, above in enumerate(lines[:at]) if len(above) >= _LONG), at)
            return news or (1 if len(lines[0]) > _LONG else 0)
    return 0


def count_claimed(lines: list[Line], markers: Markers) -> tuple[int, bool]:
    """Return how many lines stand above the examination of a claim, or 0, and whether the first gives a verdict.

    A verdict is the page's own headline, as is what an empty line sets apart from the claim; what stands between it and
    the examination is what others posted.
    """
    count = _count(lines)
    if count > 1 and lines[1].blank_before:
        return count, True
    told = markers.verdict if count <= 1 else markers.denial
    return count, count > 0 and told.search(lines[0].bare) is not None
