"""Claims that a page examines: what others posted stands at its top, and is no headline of the page.

Pages that check facts give a rumour in its own words, then say how they looked into it («أرشد البحث العكسي عن لقطة …»),
or tell the news it is about and how it spread («إثر ذلك تداول ناشطون …»).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from arabnews_page.lines import Line

_CHECKS = re.compile(
    r"(?:(?:ارشد|قاد|اظهر|كشف|بين|من خلال|بعد|عبر|عند|لدي)(?:ت?نا)?\s(?:ال|عمليه ال)?(?:بحث|تدقيق|تحقق|تحري)"
    r"|ب(?:ال)?(?:بحث|تدقيق|تحقق|تحري|رجوع|متابعه))(?!\w)"
    r"(?=.{0,70}(?:العكسي|بالكلمات|محرك|جوجل|غوغل|google|الادعاء|لقطه|الصوره|المقطع|مقطع|الصفحه))"
)
"""So the examination of a claim begins."""

_SPREAD = re.compile(
    r"(?:علي )?(?:اثر|في اعقاب|عقب|بعد) ذلك\s?،?\s?(?:تداول|تناقل|تداولت|تناقلت|شارك)\s(?:ناشطون|مستخدمون|رواد|حسابات)"
)
"""So a report of a claim goes on, after the news that the claim is about."""

_MOST_CLAIMED: Final = 6
_VERDICT = re.compile(
    r"(?<!\w)[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|غير|ما|حقيقه|صحه|قديم|قديمه|مفبرك|مفبركه|معدل|معدله|مركب|مركبه|مزيف|مزيفه"
    r"|زايف|زايفه|مضلل|مضلله|ساخر|ساخره|خاطي|خاطيه|ملفق|ملفقه|يعود|تعود|مولد|مولده|الاصطناعي|ادعاء|الادعاء)(?!\w)"
)
"""What a page's own headline says of a claim."""

_LONG: Final = 90
"""A line of so many characters tells news."""


def _count(lines: list[Line]) -> int:
    """Return how many lines stand above the examination of a claim, or 0."""
    for at, line in enumerate(lines[1:_MOST_CLAIMED], 1):
        if _CHECKS.match(line.head.lower()):
            return at
        if _SPREAD.match(line.head):
            news = next((i for i, above in enumerate(lines[:at]) if len(above) >= _LONG), at)
            return news or (1 if len(lines[0]) > _LONG else 0)
    return 0


def count_claimed(lines: list[Line]) -> int:
    """Return how many lines stand above the examination of a claim, or 0: the last of them is what others posted.

    One line that gives a verdict is the page's headline, with no claim below it.
    """
    count = _count(lines)
    return 0 if count == 1 and _VERDICT.search(lines[0].bare) else count
