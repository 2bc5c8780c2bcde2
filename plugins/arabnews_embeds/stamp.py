"""When a post was written: the stamps that platforms print, whole or damaged.

A whole stamp is a clock time of twelve hours and a day («٦:٣٥ ص · ٢٤ يناير ٢٠٢٣», "6:35 AM · Jan 24, 2023"). Flattening
swaps and drops its parts («١٨:٤ ص», «٢٠٢٣ ص ٢٣ يناير»); then the day, which is still sure, is kept alone and the issue
"damaged" tells of the rest. What the parts mean is read by `arabnews_dates`.
"""

from __future__ import annotations

import re
from typing import Final

from arabnews.article import DateMention, Origin, Span
from arabnews_dates import parse_date

_GAP: Final = r"[\s\u200e\u200f]"
_HALF: Final = r"(?:ص|م|صباحا|مساء|[AaPp]\.?[Mm]\.?)(?![^\W\d_])"
_MONTH: Final = r"(?<![^\W\d_])[^\W\d_]{3,9}(?:\s(?:الثاني|الاول))?(?![^\W\d_])"
"""A word that may be a month's name; whether it is one is decided when the stamp is read."""

DAY: Final = (
    rf"(?:(?<!\d)\d{{1,2}}{_GAP}{{1,3}}{_MONTH}\.?[,،]?{_GAP}{{1,3}}\d{{4}}(?!\d)"
    rf"|(?<!\w){_MONTH}\.?{_GAP}{{1,3}}\d{{1,2}}[,،]?{_GAP}{{1,3}}\d{{4}}(?!\d))"
)
"""A day as platforms write it, in levelled text: «24 يناير 2023», "January 24, 2023"."""

CLOCK: Final = rf"(?<![\d:])\d{{1,2}}:\d{{1,2}}{_GAP}?{_HALF}"
"""A clock time of twelve hours, in levelled text."""

_DOT: Final = rf"{_GAP}{{0,3}}[.·•∙,،|-]?{_GAP}{{0,3}}"
STAMP: Final = rf"(?:{CLOCK}{_DOT}{DAY}|{DAY}{_DOT}(?:at{_GAP})?{CLOCK})"
"""A whole stamp, in levelled text."""

_PART: Final = rf"(?:\d{{1,4}}(?::\d{{1,2}})?|{_HALF}|{_MONTH})"
STAMP_LINE: Final = (
    r"(?m:^[ \t\u200e\u200f]{0,8}(?=[\d:صم. \t]{1,12}|[AaPp]\.?[Mm])"
    rf"{_PART}(?:[ \t.·•∙,،|\u200e\u200f-]{{1,5}}{_PART}){{2,6}}[ \t\r\u200e\u200f]{{0,8}}$)"
)
"""A line that holds nothing but what may be the parts of a stamp, in whatever order."""

_WORD = re.compile(_MONTH)
_ONE_CLOCK = re.compile(rf"(?<![\d:])(\d{{1,2}}):(\d{{2}}){_GAP}?({_HALF})")
_ONE_HALF = re.compile(rf"(?<!\w){_HALF}")
_NUMBER = re.compile(r"\d+(?::\d+)?")


def read_stamp(text: str, levelled: str, start: int, end: int) -> DateMention | None:
    """Return when a post was written, from its stamp at `start:end`; None when no day can be read from it."""
    stamp = levelled[start:end]
    clock = _ONE_CLOCK.search(stamp)
    rest = f"{stamp[: clock.start()]} {stamp[clock.end() :]}" if clock else stamp
    month = next((m for m in _WORD.finditer(rest) if not _ONE_HALF.fullmatch(m[0])), None)
    numbers = [m for m in _NUMBER.finditer(rest) if ":" not in m[0]]
    years = [m for m in numbers if len(m[0]) == 4]
    days = [m for m in numbers if len(m[0]) <= 2]
    if month is None or len(years) != 1 or not days:
        return None
    day = next((m for m in days if _beside(rest, m, month)), days[0])
    written = f"{day[0]} {month[0]} {years[0][0]}"
    damaged = len(days) > 1 or ":" in rest
    whole = clock is not None and not damaged and 1 <= int(clock[1]) <= 12
    value = parse_date(f"{clock[0]} . {written}" if clock and whole else written)
    if value is None or value.earliest is None or value.earliest != value.latest:
        return None
    half_left = clock is not None or _ONE_HALF.search(rest) is not None
    return DateMention(
        span=Span.cut(text, start, end),
        value=value.value,
        grain=value.grain,
        stated=value.stated,
        earliest=value.earliest,
        latest=value.latest,
        issues=(*value.issues, *(("damaged",) if not whole and (damaged or half_left) else ())),
        origin=Origin(rule="post-stamp"),
    )


def _beside(stamp: str, number: re.Match[str], month: re.Match[str]) -> bool:
    """Tell whether the number stands right beside the month's name, so that it is the day."""
    before = number.end() <= month.start()
    between = stamp[number.end() : month.start()] if before else stamp[month.end() : number.start()]
    return not between.strip()
