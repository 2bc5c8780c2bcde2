"""When a post was written: the stamps that platforms print, whole or damaged.

A whole stamp is a clock time of twelve hours and a day («٦:٣٥ ص · ٢٤ يناير ٢٠٢٣», "6:35 AM · Jan 24, 2023"). Flattening
swaps and drops its parts («١٨:٤ ص», «٢٠٢٣ ص ٢٣ يناير»); then the day, which is still sure, is kept alone and the issue
"damaged" tells of the rest.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from arabnews.article import DateMention, Origin, Span, Stated

_MONTHS: Final = (
    "يناير|كانون الثاني|جانفي|jan|january",
    "فبراير|شباط|فيفري|feb|february",
    "مارس|اذار|mar|march",
    "ابريل|نيسان|افريل|apr|april",
    "مايو|ايار|ماي|may",
    "يونيو|حزيران|جوان|يونيه|jun|june",
    "يوليو|تموز|جويليه|يوليه|jul|july",
    "اغسطس|اب|اوت|غشت|aug|august",
    "سبتمبر|ايلول|شتنبر|sep|sept|september",
    "اكتوبر|تشرين الاول|oct|october",
    "نوفمبر|تشرين الثاني|نونبر|nov|november",
    "ديسمبر|كانون الاول|دجنبر|dec|december",
)
_MONTH_NUMBERS: Final = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_MONTH: Final = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_GAP: Final = r"[\s\u200e\u200f]"
_HALF: Final = r"(?:ص|م|صباحا|مساء|[AaPp]\.?[Mm]\.?)"

DAY: Final = (
    rf"(?:(?<!\d)\d{{1,2}}{_GAP}{{1,3}}(?i:{_MONTH})\.?[,،]?{_GAP}{{1,3}}\d{{4}}(?!\d)"
    rf"|(?<!\w)(?i:{_MONTH})\.?{_GAP}{{1,3}}\d{{1,2}}[,،]?{_GAP}{{1,3}}\d{{4}}(?!\d))"
)
"""A day as platforms write it, in levelled text: «24 يناير 2023», "January 24, 2023"."""

CLOCK: Final = rf"(?<![\d:])\d{{1,2}}:\d{{1,2}}{_GAP}?{_HALF}"
"""A clock time of twelve hours, in levelled text."""

_DOT = rf"{_GAP}{{0,3}}[.·•∙,،|-]?{_GAP}{{0,3}}"
STAMP: Final = rf"(?:{CLOCK}{_DOT}{DAY}|{DAY}{_DOT}(?:at{_GAP})?{CLOCK})"
"""A whole stamp, in levelled text."""

_PART = rf"(?:\d{{1,4}}(?::\d{{1,2}})?|{_HALF}|(?i:{_MONTH}))"
STAMP_LINE: Final = (
    rf"(?m:^[ \t\u200e\u200f]{{0,8}}{_PART}(?:[ \t.·•∙,،|\u200e\u200f-]{{1,5}}{_PART}){{2,6}}[ \t\u200e\u200f]{{0,8}}$)"
)
"""A line that holds nothing but the parts of a stamp, in whatever order."""

_ONE_MONTH = re.compile(rf"(?<![^\W\d_])(?i:{_MONTH})(?![^\W\d_])")
_ONE_CLOCK = re.compile(rf"(?<![\d:])(\d{{1,2}}):(\d{{2}}){_GAP}?({_HALF})")
_ONE_HALF = re.compile(rf"(?<!\w){_HALF}(?!\w)")
_NUMBER = re.compile(r"\d+(?::\d+)?")


def read_stamp(text: str, levelled: str, start: int, end: int) -> DateMention | None:
    """Return when a post was written, from its stamp at `start:end`; None when no day can be read from it."""
    stamp = levelled[start:end]
    month_name = _ONE_MONTH.search(stamp)
    if month_name is None:
        return None
    clock = _ONE_CLOCK.search(stamp)
    rest = stamp[: clock.start()] + " " + stamp[clock.end() :] if clock else stamp
    numbers = [number for number in _NUMBER.findall(rest) if ":" not in number]
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) != 1 or not days:
        return None
    near = [m[0] for m in _NUMBER.finditer(rest) if len(m[0]) <= 2 and _beside(rest, m.start(), m.end())]
    month = _MONTH_NUMBERS[" ".join(month_name[0].lower().split())]
    day_text = near[0] if near else days[0]
    try:
        day = dt.date(int(years[0]), month, int(day_text))
    except ValueError:
        return None
    span = Span.cut(text, start, end)
    stated = Stated(year=day.year, month=day.month, day=day.day)
    damaged = len(days) > 1 or ":" in rest
    if clock and not damaged and 1 <= int(clock[1]) <= 12 and int(clock[2]) < 60:
        afternoon = clock[3][0].lower() in "مp"
        hour = int(clock[1]) % 12 + 12 * afternoon
        minute = int(clock[2])
        value = f"{day.isoformat()}T{hour:02d}:{minute:02d}"
        stated = Stated(year=day.year, month=day.month, day=day.day, hour=hour, minute=minute)
        return DateMention(
            span=span,
            value=value,
            grain="minute",
            stated=stated,
            earliest=day,
            latest=day,
            origin=Origin(rule="post-stamp"),
        )
    issues = ("damaged",) if clock or damaged or _ONE_HALF.search(stamp) else ()
    return DateMention(
        span=span,
        value=day.isoformat(),
        stated=stated,
        earliest=day,
        latest=day,
        issues=issues,
        origin=Origin(rule="post-stamp"),
    )


def _beside(stamp: str, start: int, end: int) -> bool:
    """Tell whether the number stands right beside the month's name, so that it is the day."""
    month = _ONE_MONTH.search(stamp)
    if month is None:
        return False
    between = stamp[end : month.start()] if end <= month.start() else stamp[month.end() : start]
    return not between.strip()
